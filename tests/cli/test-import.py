#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accord-cli import and undo-import: what goes in, what is refused and why, and what is taken back."""
import csv
import sqlite3

from tap import equal, run_tests, shared, true

TEAM = 'name,email,id,territory,manager,started\n' \
       'Ann Lee,ann@x.org,E1,East,,2020-01-15\n' \
       'José Saraiva,jose@x.org,E2,West,Ann Lee,\n' \
       'Carolyn Smith,,E3,East,ann@x.org,2021-03-01\n'


def dump(path, *without):
    """Every row of every table but those of the import itself."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                  if name not in without]
        return {table: sorted(database.execute('SELECT * FROM "%s"' % table).fetchall(), key=repr) for table in tables}


def new_team(case, text=TEAM):
    path = case.path('team.accord')
    case.good('new', path)
    done, _ = case.imported(path, 'members', case.write('team.csv', text))
    equal((done['added'], done['refused']), (text.count('\n') - 1, []), 'the team goes in')
    return path


def quotas(path):
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        return {(name, starts, grain): amount for name, starts, grain, amount in database.execute(
            'SELECT m.name, q.starts, q.grain, q.amount FROM quota AS q JOIN member AS m ON m.id = q.member')}


def test_members_with_territories_and_managers(case):
    path = new_team(case, 'Sales agent;E-Mail;Gebiet;Manager\nAnn  Lee ;ann@x.org;East;Bob Ray\nBob Ray;;EAST;\n')
    with sqlite3.connect(path) as database:
        equal(database.execute('SELECT m.name, t.name, b.name FROM member AS m LEFT JOIN membership AS s ON s.member = m.id '
                               'LEFT JOIN territory AS t ON t.id = s.territory LEFT JOIN member AS b ON b.id = s.manager '
                               'ORDER BY m.id').fetchall(),
              [('Ann Lee', 'East', 'Bob Ray'), ('Bob Ray', 'East', None)], 'who belongs where')
    case.good('check', path)


def test_repeated_and_known_rows_are_skipped(case):
    path = new_team(case)
    file = case.write('again.csv', 'id,name,role\nE1,Ann Lee,Lead\nE1,Ann Lee,Lead\nE9,New One,\n')
    done, _ = case.imported(path, 'members', file)
    equal(done, {'read': 3, 'added': 1, 'updated': 0, 'skipped': 2, 'refused': []}, 'without --update')
    done, _ = case.imported(path, 'members', file, '--update')
    equal(done, {'read': 3, 'added': 0, 'updated': 1, 'skipped': 2, 'refused': []}, 'with --update')
    equal([row['role'] for row in case.rows('list', path, 'members') if row['name'] == 'Ann Lee'], ['Lead'], 'role')


def test_another_email_is_not_the_same_person(case):
    path = new_team(case)
    before = dump(path)
    file = case.write('namesake.csv', 'name,email,role\nAnn Lee,lee@y.org,Lead\nCarolyn Smith,carolyn@x.org,\n')
    done, _ = case.imported(path, 'members', file, '--update')
    equal([row['line'] for row in done['refused']], [2], 'an e-mail where there was none is no contradiction')
    true('ann@x.org' in done['refused'][0]['reason'] and 'lee@y.org' in done['refused'][0]['reason'], 'both are named')
    equal([row for row in dump(path)['member'] if 'Ann Lee' in row], [row for row in before['member'] if 'Ann Lee' in row],
          'the known one is left alone')
    file = case.write('number.csv', 'id,name,email\nE1,Ann Lee,lee@y.org\nE9,Ann Lee,another@y.org\n')
    done, _ = case.imported(path, 'members', file, '--update')
    equal((done['updated'], done['added'], done['refused']), (1, 1, []), 'the number says who it is')


def test_matching_and_near_misses(case):
    path = new_team(case)
    file = case.write('q.csv', 'member,period,amount\n" ann  LEE ",2013-Q2,100\nE2,2013-07,"1,000.50"\nCAROLYN SMITH,2013-08-15,5\n'
                               'Carolin Smith,2013-Q3,1\n"Lee, Ann",2013-Q3,1\nJose Saraiva,2013-Q3,1\nNobody Else,2013-Q3,1\n')
    done, _ = case.imported(path, 'quotas', file)
    equal([done[name] for name in ('read', 'added', 'skipped')], [7, 3, 0], 'counts')
    equal([row['line'] for row in done['refused']], [5, 6, 7, 8], 'refused lines')
    for row, name in zip(done['refused'], ('Carolyn Smith', 'Ann Lee', 'José Saraiva')):
        true(name in row['reason'], 'the near one is named: ' + row['reason'])
    equal(quotas(path), {('Ann Lee', '2013-04-01', 'quarter'): 10000, ('José Saraiva', '2013-07-01', 'month'): 100050,
                         ('Carolyn Smith', '2013-08-01', 'month'): 500}, 'quotas')


def test_create_members_but_not_near_ones(case):
    path = new_team(case)
    file = case.write('q.csv', 'member,period,amount\nNew Person,2013-Q1,5\nCarolin Smith,2013-Q1,5\nAnother,2013-Q1,bad\n')
    done, _ = case.imported(path, 'quotas', file, '--create-members')
    equal((done['added'], [row['line'] for row in done['refused']]), (1, [3, 4]), 'counts')
    equal([row['name'] for row in case.rows('list', path, 'members')][3:], ['New Person'],
          'whose only row is refused is not made')


def test_a_year_is_split_and_the_rest_stands(case):
    path = new_team(case)
    case.imported(path, 'quotas', case.write('q.csv', 'member,period,amount\nE1,2013,1000.02\nE2,2013-Q2,-\nE2,2013-Q3,0\n'))
    equal(sorted((starts, amount) for (name, starts, grain), amount in quotas(path).items() if name == 'Ann Lee'),
          [('2013-01-01', 25001), ('2013-04-01', 25001), ('2013-07-01', 25000), ('2013-10-01', 25000)], 'a year')
    equal(quotas(path).get(('José Saraiva', '2013-07-01', 'quarter')), 0, 'nought is a quota, a dash is none')


def test_sum_and_conflicts(case):
    path = new_team(case)
    file = case.write('q.csv', 'member,period,amount\nE1,2013-Q1,10\nE1,2013-Q1,20\nE1,2013-Q1,10\n')
    done, _ = case.imported(path, 'quotas', file, '--dry-run')
    equal((done['added'], done['skipped'], [row['line'] for row in done['refused']]), (1, 1, [3]), 'without --sum')
    case.imported(path, 'quotas', file, '--sum')
    equal(quotas(path), {('Ann Lee', '2013-01-01', 'quarter'): 4000}, 'with --sum')
    month = case.write('m.csv', 'member,period,amount\nE1,2013-02,10\n')
    case.fault('import', path, 'quotas', month, words=['line 2', '2013'])


def test_sums_are_compared_as_sums(case):
    path = new_team(case)
    head = 'member,period,amount\n'
    case.imported(path, 'quotas', case.write('one.csv', head + 'E1,2013-Q1,100\nE2,2013,400\n'))
    file = case.write('two.csv', head + 'E1,2013-Q1,100\nE1,2013-Q1,50\nE2,2013,100\nE2,2013,300\nE3,2013-Q1,1\n')
    done, _ = case.imported(path, 'quotas', file, '--sum', '--update')
    equal(done, {'read': 5, 'added': 1, 'updated': 2, 'skipped': 2, 'refused': []}, 'counts')
    stored = quotas(path)
    equal(stored[('Ann Lee', '2013-01-01', 'quarter')], 15000, 'the sum of both rows')
    equal(stored[('José Saraiva', '2013-01-01', 'quarter')], 10000, 'a sum that is there already')
    done, _ = case.imported(path, 'quotas', file, '--sum', '--update')
    equal((done['updated'], done['skipped'], quotas(path)), (0, 5, stored), 'the same file again')


def test_what_went_in_can_be_updated(case):
    path = new_team(case)
    head = 'member,period,amount\n'
    case.imported(path, 'quotas', case.write('one.csv', head + 'E1,2013-Q1,100\nE1,2013-02,20\n'))
    done, _ = case.imported(path, 'quotas', case.write('two.csv', head + 'E1,2013-Q1,110\nE1,2013-02,30\n'), '--update')
    equal((done['updated'], done['refused']), (2, []), 'a month beside its quarter')
    case.fault('import', path, 'quotas', case.write('three.csv', head + 'E1,2013-03,5\n'), '--update', words=['line 2'])


def test_ambiguity_is_said(case):
    path = new_team(case)
    before = dump(path)
    dates = case.write('d.csv', 'member,period,amount\nE1,03/04/2013,10\nE2,05/06/2013,10\n')
    case.fault('import', path, 'quotas', dates, words=['03/04/2013', '--date-format'])
    two = case.write('t.csv', 'owner,seller,period,amount\nE1,E2,2013-Q1,1\n')
    case.fault('import', path, 'quotas', two, words=['owner', 'seller', '--map'])
    case.fault('import', path, 'quotas', two, '--map', 'member=buyer', words=['buyer'])
    case.misuse('import', path, 'quotas', two, '--map', 'mamber=owner', words=['mamber'])
    case.fault('import', path, 'quotas', case.write('e.csv', ''), words=['empty'])
    equal(dump(path), before, 'nothing was changed')
    case.imported(path, 'quotas', dates, '--date-format', 'DMY')
    true(('Ann Lee', '2013-04-01', 'month') in quotas(path), 'the fourth month')


def test_languages_and_encodings(case):
    path = new_team(case)
    german = case.write('g.csv', 'Verkäufer;Monat;Betrag\r\nJosé Saraiva;01.03.2013;1.054,00 €\r\n', 'cp1252')
    done, said = case.imported(path, 'quotas', german)
    equal((done['added'], done['refused']), (1, []), 'German')
    true('semicolon' in said, 'what was found out: ' + said)
    wide = case.write('w.csv', 'Year\tEmployee ID\tJan\tFeb\tQ2\n2014\tE1\t$1,000\t-\tUSD 2,000.00\n', 'utf-16')
    case.imported(path, 'quotas', wide)
    equal(quotas(path), {('José Saraiva', '2013-03-01', 'month'): 105400, ('Ann Lee', '2014-01-01', 'month'): 100000,
                         ('Ann Lee', '2014-04-01', 'quarter'): 200000}, 'quotas')


def test_a_row_never_half_applies(case):
    path = new_team(case)
    wide = case.write('w.csv', 'Year,Member,M01,M02\n2014,E1,5,(7)\n2014,E2,5,7\n')
    done, _ = case.imported(path, 'quotas', wide)
    equal((done['added'], [row['line'] for row in done['refused']]), (1, [2]), 'counts')
    equal({name for name, _, _ in quotas(path)}, {'José Saraiva'}, 'nothing of the refused row')
    before = dump(path)
    more = case.write('n.csv', 'member,period,amount\nE1,2015-Q1,5\nE1,2015-Q2,x\n')
    case.fault('import', path, 'quotas', more, '--all-or-nothing', words=['line 3'])
    equal(dump(path), before, 'all or nothing')
    case.imported(path, 'quotas', more, '--dry-run')
    equal(dump(path), before, 'a dry run')


def test_undo(case):
    path = new_team(case)
    before = dump(path, 'import', 'import_row')
    case.imported(path, 'members', case.write('u.csv', 'id,name,role,territory,started\nE1,Ann Lee,Lead,North,2019-01-01\n'
                                                       'E7,Ned Low,,South,\n'), '--update')
    case.imported(path, 'quotas', case.write('q.csv', 'member,period,amount\nE7,2013,10\n'))
    kept = case.rows('undo-import', path, '2')
    true(len(kept['kept']) >= 1 and any('Ned Low' in word for word in kept['kept']), 'who is referred to stays: %s' % kept)
    equal(case.rows('undo-import', path)['removed'], 4, 'the quotas go')
    case.fault('undo-import', path, '2', words=['already'])
    case.fault('undo-import', path, '99', words=['no such import'])
    case.good('check', path)

    path = case.path('other.accord')
    case.good('new', path)
    case.imported(path, 'members', case.write('team.csv', TEAM))
    before = dump(path, 'import', 'import_row')
    case.imported(path, 'members', case.write('u.csv', 'id,name,role,territory,started\nE1,Ann Lee,Lead,North,2019-01-01\n'
                                                       'E7,Ned Low,,South,\n'), '--update')
    true(dump(path, 'import', 'import_row') != before, 'the import did something')
    equal(case.rows('undo-import', path)['kept'], [], 'nothing is kept')
    equal(dump(path, 'import', 'import_row'), before, 'as before')


def test_mappings(case):
    path = new_team(case)
    file = case.write('q.csv', 'who,when,much\nE1,03/04/2013,5\n')
    case.imported(path, 'quotas', file, '--map', 'member=who', '--map', 'period=when', '--map', 'amount=much', '--date-format',
                  'MDY', '--save-mapping', 'From the old system')
    done, _ = case.imported(path, 'quotas', file, '--mapping', 'from the OLD system')
    equal(done['skipped'], 1, 'the same again')
    case.fault('import', path, 'quotas', file, '--mapping', 'nothing', words=['nothing'])
    equal(quotas(path), {('Ann Lee', '2013-03-01', 'month'): 500}, 'by the mapping')


def test_adventure_works(case):
    path = case.path('aw.accord')
    case.good('new', path)
    done, _ = case.imported(path, 'members', shared('adventureworks-powerbi/Salesperson.csv'))
    equal(done['added'], 18, 'members')
    done, _ = case.imported(path, 'quotas', shared('adventureworks-powerbi/Targets.csv'))
    equal(done, {'read': 809, 'added': 809, 'updated': 0, 'skipped': 0, 'refused': []}, 'targets')
    sums = {'month': {}, 'quarter': {}, 'year': {}}
    for (name, starts, _), amount in quotas(path).items():
        year, month = int(starts[:4]), int(starts[5:7])
        for kind, key in (('month', starts[:7]), ('quarter', '%d-Q%d' % (year, (month + 2) // 3)), ('year', str(year))):
            sums[kind][name, key] = sums[kind].get((name, key), 0) + amount
    for kind, column in (('month', 'month'), ('quarter', 'quarter'), ('year', 'period')):
        with open(shared('expected/expected-aw-powerbi-%s.csv' % kind), encoding='utf-8') as file:
            wanted = {(row['salesperson'], row[column]): round(float(row['target']) * 100) for row in csv.DictReader(file)
                      if row['target'] and (kind != 'year' or row[column].isdigit())}
        equal({key: sums[kind].get(key, 0) for key in wanted}, wanted, kind)
        true(len(wanted) > 50, 'there is something to compare')


def test_human_resources(case):
    path = case.path('hr.accord')
    case.good('new', path)
    done, _ = case.imported(path, 'members', shared('hr-v14/HRDataset_v14.csv'))
    equal((done['read'], done['added'], done['refused']), (311, 311, []), 'everybody')
    rows = {row['name']: row for row in case.rows('list', path, 'members')}
    equal((rows['Ait Sidi, Karthikeyan']['started'], rows['Ait Sidi, Karthikeyan']['left']), ('2015-03-30', '2016-06-16'), 'dates')
    equal(rows['Adinolfi, Wilson K']['left'], None, 'still there')
    other = case.path('hr2.accord')
    case.good('new', other)
    done, _ = case.imported(other, 'members', shared('hr-v14/HRDataset_v14.original.csv'))
    equal((done['read'], done['added'], done['refused']), (310, 310, []), 'everybody of the other file')


def test_wide_targets(case):
    path = case.path('aw.accord')
    case.good('new', path)
    case.imported(path, 'members', shared('adventureworks-powerbi/Salesperson.csv'))
    case.imported(path, 'quotas', shared('adventureworks-powerbi/Targets.csv'))
    wanted = quotas(path)
    case.rows('undo-import', path)
    case.imported(path, 'quotas', shared('adventureworks-pl300/ResellerSalesTargets.csv'))
    # Thousands: a thousandth of the same targets.
    equal({key: amount * 1000 for key, amount in quotas(path).items()}, wanted, 'the same targets')


if __name__ == '__main__':
    run_tests(globals())
