#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accord-cli scorecard: actuals against targets and time, for members, territories and the team."""
import sqlite3

from tap import equal, run_tests, true

TEAM = 'name,id,territory\nAnn Lee,E1,East\nBob Ray,E2,East\nCy Orr,E3,West\n'
DEALS = ('id,member,stage,created,closed,amount\n'
         'A1,E1,Won,2026-10-05,2026-10-25,1000\nA2,E1,Won,2026-09-01,2026-10-30,3000\nA3,E1,Lost,2026-10-01,2026-11-02,500\n'
         'A4,E1,Demo,2026-11-01,2026-12-20,2000\nA5,E2,Won,2026-08-01,2026-11-20,600\nA6,E2,Lost,2026-07-01,2026-11-20,100\n'
         'A7,E2,Won,2026-06-01,2026-09-30,9000\nA8,E3,Demo,2026-11-20,2027-01-05,700\n')
TODAY = '2026-11-23'


def new_team(case, quotas='', deals=DEALS):
    path = case.path('team.accord')
    case.good('new', path)
    case.imported(path, 'members', case.write('team.csv', TEAM))
    if quotas:
        case.imported(path, 'quotas', case.write('q.csv', 'member,period,amount\n' + quotas))
    if deals:
        case.imported(path, 'opportunities', case.write('d.csv', deals), today='2026-11-23')
    return path


def card(case, path, *options, today=TODAY, quarter='2026-Q4'):
    return {(row['member'], row['territory'], row['metric']): row
            for row in case.rows('scorecard', path, '--quarter', quarter, *options, today=today)}


def test_computed_metrics(case):
    path = new_team(case, 'E1,2026-10,2000\nE1,2026-11,2000\nE1,2026-12,4000\nE2,2026-Q4,600\n')
    rows = card(case, path)
    # 66 working days in the quarter, 38 of them by 23 November.
    equal(rows['Ann Lee', 'East', 'Bookings'],
          {'member': 'Ann Lee', 'territory': 'East', 'metric': 'Bookings', 'unit': 'money', 'target': 8000, 'actual': 4000,
           'attainment': 0.5, 'expected': 4606.06, 'pace': 0.868421053, 'status': 'behind'}, "Ann's bookings")
    equal([rows['Ann Lee', 'East', name]['actual'] for name in
           ('Win rate', 'Sales cycle', 'Average deal', 'Opportunities opened', 'Pipeline coverage')],
          # 2 of 3; 20 and 59 days; 4,000 by 2; A1, A3, A4; 2,000 of the 4,000 that remain.
          [0.666666667, 39.5, 2000, 3, 0.5], "Ann's")
    bob = [rows['Bob Ray', 'East', name]['actual'] for name in ('Bookings', 'Win rate', 'Sales cycle', 'Opportunities opened')]
    equal(bob, [600, 0.5, 111, 0], "Bob's")
    equal(rows['Bob Ray', 'East', 'Pipeline coverage']['actual'], None, 'nothing remains that could be covered')
    cy = [rows['Cy Orr', 'West', name]['actual'] for name in
          ('Bookings', 'Win rate', 'Sales cycle', 'Average deal', 'Opportunities opened', 'Pipeline coverage')]
    equal(cy, [0, None, None, None, 1, None], 'with no deals sums are 0 and ratios unknown')


def test_rows_of_territories_and_the_team(case):
    path = new_team(case, 'E1,2026-Q4,8000\nE2,2026-Q4,600\n')
    rows = card(case, path)
    equal([rows[None, 'East', name]['actual'] for name in ('Bookings', 'Win rate', 'Sales cycle', 'Average deal')],
          # 190 days by 3, 4,600 by 3.
          [4600, 0.6, 63.333333333, 1533.33], 'East')
    equal(rows[None, 'East', 'Bookings']['target'], 8600, 'the sum of the quotas')
    equal([rows[None, None, name]['actual'] for name in ('Bookings', 'Opportunities opened')], [4600, 4], 'the team')
    equal([rows[None, 'West', name]['actual'] for name in ('Bookings', 'Win rate')], [0, None], 'West')
    equal(list(dict.fromkeys((row['member'], row['territory']) for row in
                             case.rows('scorecard', path, '--quarter', '2026-Q4', today=TODAY))),
          [(None, None), (None, 'East'), (None, 'West'), ('Ann Lee', 'East'), ('Bob Ray', 'East'), ('Cy Orr', 'West')], 'order')
    equal({key[:2] for key in card(case, path, '--territory', ' WEST ')}, {(None, 'West'), ('Cy Orr', 'West')}, '--territory')
    equal({key[:2] for key in card(case, path, '--member', 'bob ray')}, {('Bob Ray', 'East')}, '--member')
    case.fault('scorecard', path, '--quarter', '2026-Q4', '--member', 'Nobody', words=['Nobody'])
    case.fault('scorecard', path, '--quarter', '2026-Q4', '--territory', 'North', words=['North'])
    case.fault('scorecard', path, '--quarter', '2026-Q5', words=['2026-Q5'])


def test_metrics_of_the_workspace(case):
    path = new_team(case, deals='')
    case.imported(path, 'actuals', case.write('a.csv', 'member,metric,period,value\nE1,Calls,2026-W40,5\nE1,Calls,2026-W41,7\n'
                                                       'E1,Calls,2026-W39,90\nE2,Calls,2026-10,8\nE1,Calls,2026-12-01,50\n'
                                                       'E1,Grade,2026-W41,4.5\nE2,Grade,2026-W41,3.5\nE1,Grade,2026-W42,3.5\n'))
    with sqlite3.connect(path) as database:
        metrics = dict(database.execute('SELECT name, id FROM metric'))
    true('Win rate' not in {key[2] for key in card(case, path)}, 'nothing is computed without opportunities or quotas')
    rows = card(case, path)
    # W40 begins on 28 September, but its Thursday is in October; December is not there yet.
    equal({key[:2]: row['actual'] for key, row in rows.items() if key[2] == 'Calls'},
          {(None, None): 20, (None, 'East'): 20, (None, 'West'): None, ('Ann Lee', 'East'): 12, ('Bob Ray', 'East'): 8,
           ('Cy Orr', 'West'): None}, 'calls')
    true(len(metrics) == 2 and rows['Ann Lee', 'East', 'Grade']['unit'] == 'ratio', 'metrics')
    equal(set(key[2] for key in card(case, path, quarter='2026-Q1')), set(), 'no metric has anything in that quarter')


def test_imported_bookings_stand_in(case):
    path = new_team(case, 'E1,2026-Q4,100\nE2,2026-Q4,50\n', deals='')
    case.imported(path, 'actuals', case.write('a.csv', 'member,metric,period,value\nE1,Bookings,2026-10-05,70.50\nE1,Bookings,2026-10-06,4.50\n'))
    rows = card(case, path, today='2027-02-01')
    equal([(rows[who, 'East', 'Bookings'][name]) for who in ('Ann Lee', 'Bob Ray') for name in ('target', 'actual', 'attainment', 'status')],
          [100, 75, 0.75, 'behind', 50, 0, 0, 'behind'], 'bookings')
    equal([key[2] for key in rows if key[0] == 'Ann Lee'],
          ['Bookings', 'Win rate', 'Sales cycle', 'Average deal', 'Opportunities opened', 'Pipeline coverage'], 'each once')
    equal((rows[None, None, 'Bookings']['target'], rows[None, None, 'Bookings']['actual']), (150, 75), 'the team')


def test_the_demo_team(case):
    path = case.path('demo.accord')
    case.good('demo', path, today='2026-11-18')
    rows = card(case, path, today='2026-11-18')
    team = {key: row for key, row in rows.items() if key[0] is None and key[1] is None}
    for name in ('Bookings', 'Opportunities opened', 'Outreach'):
        for field in ('actual', 'target'):
            members = sum(row[field] or 0 for key, row in rows.items() if key[0] is not None and key[2] == name)
            territories = sum(row[field] or 0 for key, row in rows.items() if key[0] is None and key[1] is not None and key[2] == name)
            equal((members, territories), (team[None, None, name][field], team[None, None, name][field]), '%s of %s' % (field, name))
    true({row['status'] for row in rows.values()} == {'on-track', 'at-risk', 'behind', None}, 'every status is there')
    true(len({key[2] for key in rows}) > 6, 'key metrics beside the computed ones')
    # A quarter that is over: all of its time has passed.
    for row in card(case, path, quarter='2026-Q1', today='2026-11-18').values():
        if row['metric'] == 'Bookings' and row['target'] is not None:
            equal((row['expected'], row['pace']), (row['target'], row['attainment']), 'at the end of the quarter')


def test_who_had_left_and_who_moved(case):
    path = case.path('team.accord')
    case.good('new', path)
    case.imported(path, 'members', case.write('team.csv', 'name,id,territory,started,left\nAnn Lee,E1,East,2020-01-01,2026-03-31\n'
                                                         'Bob Ray,E2,East,2020-01-01,\nCy Orr,E3,East,2026-12-15,\n'))
    case.imported(path, 'opportunities', case.write('d.csv', 'id,member,stage,created,closed,amount\n'
                                                             'A1,E1,Won,2026-01-05,2026-10-25,1000\n'), today='2026-11-23')
    rows = card(case, path)
    equal(sorted({key[0] for key in rows if key[0]}), ['Ann Lee', 'Bob Ray'], 'a deal of hers is still booked; he has not begun')
    equal(rows[None, None, 'Bookings']['actual'], 1000, 'the team has it all')


if __name__ == '__main__':
    run_tests(globals())
