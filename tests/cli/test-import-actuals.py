#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accord-cli import actuals: periods, units, sums, new metrics, and what is taken back."""
import sqlite3

from tap import equal, run_tests, true

TEAM = 'name,id\nAnn Lee,E1\nBob Ray,E2\n'
HEAD = 'member,metric,period,value\n'


def new_team(case, *options):
    path = case.path('team.accord')
    case.good('new', path, *options)
    case.imported(path, 'members', case.write('team.csv', TEAM))
    return path


def dump(path, *without):
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                  if name not in without]
        return {table: sorted(database.execute('SELECT * FROM "%s"' % table).fetchall(), key=repr) for table in tables}


def values(case, path, *options):
    return {(row['member'], row['metric'], row['period']): row['value'] for row in case.rows('list', path, 'actuals', *options)}


def metrics(case, path):
    return {row['name']: row['unit'] for row in case.rows('list', path, 'metrics')}


def test_periods(case):
    path = new_team(case)
    file = case.write('a.csv', HEAD + 'E1,Calls,2026-W47,5\nE1,Calls,W46 2026,6\nE1,Calls,2026-11,20\nE1,Calls,Q4 2026,60\n'
                                      'E1,Calls,2026-11-23,2\nE1,Calls,2026,99\nE1,Calls,2026-W54,1\nE1,Calls,soon,1\nE1,Calls,,1\n')
    done, _ = case.imported(path, 'actuals', file)
    equal((done['added'], [row['line'] for row in done['refused']]), (5, [7, 8, 9, 10]), 'counts')
    equal(values(case, path), {('Ann Lee', 'Calls', '2026-W47'): 5, ('Ann Lee', 'Calls', '2026-W46'): 6,
                               ('Ann Lee', 'Calls', '2026-11'): 20, ('Ann Lee', 'Calls', '2026-Q4'): 60,
                               ('Ann Lee', 'Calls', '2026-11-23'): 2}, 'what is stored')
    case.good('check', path)


def test_a_year_in_a_column_of_its_own(case):
    path = new_team(case)
    case.imported(path, 'actuals', case.write('a.csv', 'Year,KW,Member,Metric,Value\n2026,KW 47,E1,Calls,5\n'))
    equal(values(case, path), {('Ann Lee', 'Calls', '2026-W47'): 5}, 'the week')


def test_units_come_from_the_values(case):
    path = new_team(case)
    file = case.write('a.csv', HEAD + 'E1,Calls,2026-11,5\nE1,Revenue,2026-11,419.46\nE1,Spend,2026-11,$5\nE1,Share,2026-11,96 %\n'
                                      'E1,Grade,2026-11,4.5\nE1,bookings,2026-11,7\nE1,Sales cycle,2026-11,60\n')
    done, said = case.imported(path, 'actuals', file)
    equal(done['added'], 7, 'all go in')
    equal(metrics(case, path), {'Calls': 'count', 'Revenue': 'money', 'Spend': 'money', 'Share': 'percent', 'Grade': 'ratio',
                                'bookings': 'money', 'Sales cycle': 'days'}, 'units')
    equal(sorted((name, value) for (_, name, _), value in values(case, path).items()),
          [('Calls', 5), ('Grade', 4.5), ('Revenue', 419.46), ('Sales cycle', 60), ('Share', 0.96), ('Spend', 5), ('bookings', 7)],
          'values')
    true('Share' in said and 'New metric' in said, 'what is new is said: ' + said)
    row = case.rows('list', path, 'metrics')[0]
    equal((row['direction'], row['rollup'], row['cadence'], row['key']), ('higher', 'sum', 'month', False), 'what else it is')
    # Of what is known already the unit stands.
    file = case.write('b.csv', HEAD + 'E2,CALLS,2026-11,50 %\nE2,share,2026-11,96\nE2,share,2026-10,0.5\nE2,calls,2026-10,7\n')
    done, _ = case.imported(path, 'actuals', file)
    equal((done['added'], [row['line'] for row in done['refused']]), (2, [2, 3]), 'a percentage, and 9,600 %')


def test_sums_are_exact(case):
    path = new_team(case)
    rows = ['E1,Bookings,2026-10-01,0.105'] * 3 + ['E1,Bookings,2026-10-01,-0.2', 'E1,Bookings,2026-10-01,(0.01)']
    done, _ = case.imported(path, 'actuals', case.write('a.csv', HEAD + '\n'.join(rows) + '\n'), '--sum')
    equal((done['read'], done['added']), (5, 5), 'every row is a part of it')
    # 0.315 - 0.21 = 0.105, and half a cent goes to the even one.
    equal(values(case, path), {('Ann Lee', 'Bookings', '2026-10-01'): 0.1}, 'rounded once')


def test_repeated_rows(case):
    path = new_team(case)
    file = case.write('a.csv', HEAD + 'E1,Calls,2026-11,5\nE1,calls,2026-11,5\nAnn Lee,Calls,2026-11,6\nE1,Calls,2026-12,5\n')
    done, _ = case.imported(path, 'actuals', file)
    equal((done['added'], done['skipped'], [row['line'] for row in done['refused']]), (2, 1, [4]), 'the same, and another value')
    done, _ = case.imported(path, 'actuals', case.write('b.csv', HEAD + 'E1,Calls,2026-11,9\nE1,Calls,2026-12,5\n'))
    equal((done['updated'], done['skipped']), (0, 2), 'there already')
    done, _ = case.imported(path, 'actuals', case.write('b.csv', HEAD + 'E1,Calls,2026-11,9\nE1,Calls,2026-12,5\n'), '--update')
    equal((done['updated'], done['skipped']), (1, 1), 'with --update')
    equal(values(case, path)['Ann Lee', 'Calls', '2026-11'], 9, 'the newer one')


def test_bookings_are_refused_where_there_are_opportunities(case):
    path = new_team(case)
    case.imported(path, 'opportunities', case.write('d.csv', 'id,member,stage\nA1,E1,Demo\n'))
    file = case.write('a.csv', HEAD + 'E1,Bookings,2026-11,5\nE1,Calls,2026-11,5\nE1,win rate,2026-11,50 %\n')
    done, _ = case.imported(path, 'actuals', file)
    equal((done['added'], [row['line'] for row in done['refused']]), (1, [2, 4]), 'what is computed')
    true('opportunities' in done['refused'][0]['reason'], done['refused'][0]['reason'])
    equal(metrics(case, path), {'Calls': 'count'}, 'no metric is left behind')


def test_what_is_refused_and_why(case):
    path = new_team(case)
    before = dump(path)
    file = case.write('a.csv', HEAD + 'Nobody Known,Calls,2026-11,5\nE1,,2026-11,5\nE1,Calls,2026-11,many\nE1,Other,2026-11,-\n'
                                      'E1,Calls,2026-11,99999999999999999999\n')
    case.fault('import', path, 'actuals', file, '--all-or-nothing', words=['line 2', 'Nobody Known'])
    equal(dump(path), before, 'nothing was changed')
    done, _ = case.imported(path, 'actuals', file)
    equal((done['added'], done['skipped'], [row['line'] for row in done['refused']]), (0, 1, [2, 3, 4, 6]), 'counts')
    for row, word in zip(done['refused'], ('Nobody Known', 'metric', 'many', '99999999999999999999')):
        true(word in row['reason'], row['reason'])
    equal(metrics(case, path), {}, 'no metric without a value')


def test_ambiguity_is_said(case):
    path = new_team(case)
    case.fault('import', path, 'actuals', case.write('d.csv', HEAD + 'E1,Calls,03/04/2026,5\n'), words=['03/04/2026', '--date-format'])
    case.fault('import', path, 'actuals', case.write('n.csv', HEAD + 'E1,Calls,2026-11,"1,200"\n'), words=['1,200', '--decimal'])
    case.imported(path, 'actuals', case.write('n.csv', HEAD + 'E1,Calls,2026-11,"1,200"\n'), '--decimal', '.')
    equal(values(case, path), {('Ann Lee', 'Calls', '2026-11'): 1200}, 'as was said')
    german = case.write('g.csv', 'Mitarbeiter;Kennzahl;Monat;Wert\nBob Ray;Umsatz;01.11.2026;1.054,50 €\n', 'cp1252')
    case.imported(path, 'actuals', german)
    equal(values(case, path)['Bob Ray', 'Umsatz', '2026-11-01'], 1054.5, 'a date stands for its day')


def test_undo(case):
    path = new_team(case)
    empty = dump(path, 'import', 'import_row')
    rows = ''.join('E%d,Calls,2026-%02d-%02d,%d\n' % (i % 2 + 1, i % 12 + 1, i % 28 + 1, i) for i in range(1500))
    case.imported(path, 'actuals', case.write('a.csv', HEAD + rows), '--sum')
    first = dump(path, 'import', 'import_row')
    second = case.write('b.csv', HEAD + 'E1,Calls,2026-01-01,777\nNew Person,Calls,2026-01-01,1\nE1,Notes,2026-01-01,3\n')
    done, _ = case.imported(path, 'actuals', second, '--update', '--create-members')
    equal((done['added'], done['updated']), (2, 1), 'the second import')
    done = case.rows('undo-import', path)
    # Two values, the member and the metric.
    equal((done['removed'], done['restored'], done['kept']), (4, 1, []), 'taken back')
    equal(dump(path, 'import', 'import_row'), first, 'as after the first')
    case.imported(path, 'actuals', second, '--update', '--create-members')
    done = case.rows('undo-import', path, '2')
    equal(len(done['kept']), 2, 'one value was changed since, and the metric is needed: %s' % done['kept'])
    case.good('check', path)
    case.rows('undo-import', path, '4')
    equal(values(case, path), {('Ann Lee', 'Calls', '2026-01-01'): first_value(first)}, 'what the first had there')
    case.good('check', path)
    true(dump(path, 'import', 'import_row')['member'] == empty['member'], 'the member that was made has gone')


def first_value(rows):
    """Ann Lee's Calls of 1 January 2026 (Julian day 739617), in billionths."""
    return [value // 10 ** 9 for member, _, starts, _, value, _ in rows['actual'] if (member, starts) == (1, 739617)][0]


if __name__ == '__main__':
    run_tests(globals())
