#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accord-cli demo and list: the demo team, read back; deterministic, sound, complete or not there at all."""
import contextlib
import os
import signal
import sqlite3
import stat
import subprocess
import time

from tap import PROGRAM, TODAY, csv_rows, equal, run_tests, true

KINDS = {
    'members': ['id', 'name', 'email', 'role', 'territory', 'started', 'left'],
    'goals': ['member', 'year', 'title', 'kind', 'amount', 'due', 'visibility', 'progress'],
    'commitments': ['member', 'year', 'version', 'quota', 'commitment', 'stretch', 'q1', 'q2', 'q3', 'q4', 'partner',
                    'committed_on'],
    'swot': ['year', 'scope', 'quadrant', 'position', 'title', 'detail', 'control', 'impact', 'likelihood', 'votes'],
    'metrics': ['name', 'unit', 'direction', 'cadence', 'rollup', 'scope', 'key'],
    'actuals': ['member', 'metric', 'period', 'value', 'source'],
    'opportunities': ['id', 'member', 'account', 'product', 'stage', 'state', 'created', 'closed', 'amount'],
    'meetings': ['date', 'kind', 'leader', 'attendees', 'kept', 'missed', 'moved'],
    'conversations': ['number', 'member', 'kind', 'stage', 'planned', 'occurred', 'sealed', 'purpose'],
    'follow-ups': ['source', 'what', 'owner', 'due', 'done', 'metric'],
}
# What differs between any two workspaces: the salts of seals, hence their digests, and the workspace's own name.
OWN = {'seal', 'seal_field', 'settings'}


def demo(case, name='demo.accord', **options):
    path = case.path(name)
    equal(case.good('demo', path, **options), '', 'quiet')
    return path


def tables(path):
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        found = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        names = [row[0] for row in found]
        return {name: database.execute('SELECT * FROM "%s"' % name).fetchall() for name in names if name not in OWN}


def test_the_team(case):
    path = demo(case)
    members = case.rows('list', path, 'members')
    equal(len(members), 8, 'people')
    first_names = {row['name'].split()[0] for row in members}
    true({'Carolyn', 'Joe', 'Craig', 'Melissa'} <= first_names, str(first_names))
    equal({row['territory'] for row in members} - {None}, {'Northeast', 'Great Lakes'}, 'territories')
    equal({row['year'] for row in case.rows('list', path, 'goals')}, {2024, 2025, 2026}, 'plan years of goals')
    equal({row['year'] for row in case.rows('list', path, 'commitments')}, {2024, 2025, 2026}, 'of commitments')
    equal({row['year'] for row in case.rows('list', path, 'swot')}, {2024, 2025, 2026}, 'of the SWOT')
    true(all(row['email'] and row['role'] and row['started'] for row in members), 'everybody is described')


def test_every_kind_has_its_fields(case):
    path = demo(case)
    for kind, fields in KINDS.items():
        rows = case.rows('list', path, kind)
        true(rows or kind == 'meetings', kind + ' has rows')
        for row in rows:
            equal(list(row), fields, 'fields of ' + kind)
        again = csv_rows(case.good('list', path, kind, '--format', 'csv'))
        equal(len(again), len(rows), 'rows of %s as CSV' % kind)
        for row, text in zip(rows, again):
            for field in fields:
                if isinstance(row[field], (str, type(None))):
                    equal(text[field], row[field] or '', '%s.%s' % (kind, field))
        table = case.good('list', path, kind).splitlines()
        equal(len(table), len(rows) + 1, 'lines of the table of ' + kind)


def test_values_as_the_file_has_them(case):
    path = demo(case)
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        for row in case.rows('list', path, 'commitments'):
            found = database.execute(
                'SELECT c.quota, c.amount, q1, q2, q3, q4, p.name, committed_on '
                'FROM commitment c JOIN member m ON m.id = c.member JOIN member p ON p.id = c.partner '
                'WHERE m.name = ? AND year = ? AND version = ?',
                (row['member'], row['year'], row['version'])).fetchone()
            amounts = [row[name] * 100 for name in ('quota', 'commitment', 'q1', 'q2', 'q3', 'q4')]
            equal(amounts, list(found[:6]), 'cents')
            equal((row['partner'], row['committed_on']), found[6:], 'partner and day')
            equal(row['stretch'], max(0, row['commitment'] - row['quota']), 'stretch')
            equal(row['q1'] + row['q2'] + row['q3'] + row['q4'], row['commitment'], 'quarters')
        outreach = database.execute(
            'SELECT sum (value) / 1000000000 FROM actual a JOIN metric t ON t.id = a.metric '
            'JOIN member m ON m.id = a.member '
            "WHERE t.name = 'Outreach' AND m.name = 'Joe Marchetti'").fetchone()[0]
        won = database.execute("SELECT sum (amount) / 100 FROM opportunity WHERE state = 'won' "
                               "AND closed BETWEEN '2026-07-01' AND '2026-09-30'").fetchone()[0]
        goals = dict(database.execute('SELECT title, progress FROM goal').fetchall())
    rows = case.rows('list', path, 'actuals', '--member', ' JOE marchetti ')
    equal(sum(row['value'] for row in rows if row['metric'] == 'Outreach'), outreach, "Joe's outreach")
    rows = case.rows('list', path, 'opportunities', '--quarter', '2026-Q3')
    equal(sum(row['amount'] for row in rows if row['state'] == 'won'), won, 'won in the quarter')
    for row in case.rows('list', path, 'goals'):
        progress = goals[row['title']]
        equal(row['progress'], progress if progress is None else progress / 1e9, 'progress is a fraction')


def test_changed_commitment_keeps_its_history(case):
    rows = [row for row in case.rows('list', demo(case), 'commitments', '--member', 'Priya Raman', '--year', '2026')]
    equal([(row['version'], row['commitment'], row['committed_on']) for row in rows],
          [(1, 700000, rows[0]['committed_on']), (2, 750000, '2026-04-13')], 'versions')
    equal([rows[0][q] == rows[1][q] for q in ('q1', 'q2')], [True, True], 'what had begun stays')


def test_filters(case):
    path = demo(case)
    every = case.rows('list', path, 'goals')
    for year in ('2024', '2025', '2026'):
        wanted = [row for row in every if row['year'] == int(year)]
        equal(case.rows('list', path, 'goals', '--year', year), wanted, year)
    equal(case.rows('list', path, 'goals', '--quarter', '2025-Q2'),
          case.rows('list', path, 'goals', '--year', '2025'), 'goals are for a year')
    equal(case.rows('list', path, 'goals', '--member', 'hannah WEISS'),
          [row for row in every if row['member'] == 'Hannah Weiss'], 'member')
    equal(case.rows('list', path, 'goals', '--year', '1999'), [], 'a year without anything')
    equal([row['name'] for row in case.rows('list', path, 'members', '--quarter', '2025-Q2')
           if row['name'].startswith('Priya')], [], 'Priya had not joined')
    territories = {quarter: [row['territory'] for row in case.rows('list', path, 'members', '--quarter', quarter)
                             if row['name'] == 'Hannah Weiss'] for quarter in ('2025-Q1', '2025-Q2')}
    equal(territories, {'2025-Q1': ['Northeast'], '2025-Q2': ['Great Lakes']}, 'the territory that held then')
    # While a period is running it ends today, as in the report: Hannah moved on 1 April 2025.
    for today, wanted in (('2025-03-31', 'Northeast'), ('2025-04-01', 'Great Lakes'), ('2024-12-31', 'Great Lakes')):
        equal([row['territory'] for row in case.rows('list', path, 'members', '--year', '2025', today=today)
               if row['name'] == 'Hannah Weiss'], [wanted], today)
    # Craig joined on 2 October 2023; a quarter that has not begun counts to its end.
    for today, there in (('2023-09-30', True), ('2023-10-01', False), ('2023-10-02', True)):
        names = [row['name'] for row in case.rows('list', path, 'members', '--quarter', '2023-Q4', today=today)]
        equal('Craig Lindqvist' in names, there, today)
    # 2026-W40 begins on 28 September, its Thursday is 1 October.
    periods = {row['period'] for row in case.rows('list', path, 'actuals', '--quarter', '2026-Q4')}
    true('2026-W40' in periods and '2026-W39' not in periods, str(sorted(periods)))
    for row in case.rows('list', path, 'conversations', '--quarter', '2026-Q4'):
        true('2026-10-01' <= (row['occurred'] or row['planned']) <= '2026-12-31', str(row))
    done = case.call('list', path, 'metrics', '--year', '2026')
    equal((done.returncode, done.stderr.count(b'\n')), (0, 1), 'a filter that makes no difference is said')


def test_positions_count_within_their_quadrant(case):
    seen = {}
    for row in case.rows('list', demo(case), 'swot'):
        key = (row['year'], row['scope'], row['quadrant'])
        seen[key] = seen.get(key, 0) + 1
        equal(row['position'], seen[key], str(key))
    equal(len(seen), 12, 'three boards of four quadrants')
    true(all(4 <= count <= 7 for count in seen.values()), str(seen))


def test_votes_are_counted_at_the_card_that_lies_on_the_board(case):
    rows = {(row['year'], row['title']): row for row in case.rows('list', demo(case), 'swot')}
    # Seven members of eight gave the merger 2 + 1 + 3 + 2 + 2 + 1 + 2; nobody voted for the ramp.
    equal(rows[2026, 'The merger\'s deadline is this year']['votes'], 13, 'votes of the merger')
    equal(rows[2026, 'A ramp of ninety days']['votes'], 0, 'votes of the ramp')
    true((2026, 'Our customers call each other') not in rows, 'a merged card is part of its host')
    workspace = demo(case, 'quiet.accord')
    with contextlib.closing(sqlite3.connect(workspace)) as database, database:
        database.execute('DELETE FROM vote')
    equal({row['votes'] for row in case.rows('list', workspace, 'swot')}, {None}, 'where nobody voted')


def test_numbers_are_exact_text(case):
    text = case.good('list', demo(case), 'actuals', '--member', 'Craig Lindqvist', '--format', 'json')
    for line in text.splitlines()[1:-1]:
        value = line.split('"value": ')[1].split(',')[0]
        true(len(value) <= 4, 'no binary noise: ' + value)


def test_deterministic(case):
    first, second = demo(case, 'first.accord'), demo(case, 'second.accord')
    for kind in KINDS:
        for form in ('json', 'csv', 'table'):
            equal(case.good('list', first, kind, '--format', form),
                  case.good('list', second, kind, '--format', form), kind)
    one, two = tables(first), tables(second)
    equal(sorted(one), sorted(two), 'tables')
    for name in one:
        equal(one[name] == two[name], True, 'content of ' + name)
    with sqlite3.connect(first) as database:
        counted = dict((name, database.execute('SELECT count (*) FROM "%s"' % name).fetchone()[0]) for name in one)
    true(counted['stage_observation'] > counted['opportunity'] > 1000, 'there is content to compare: %s' % counted)


def test_any_day_will_do(case):
    for today in ('2026-01-01', '2024-02-29', '2025-03-31', '2026-12-31', '2031-08-09'):
        path = demo(case, today + '.accord', today=today)
        case.good('check', path)
        year = int(today[:4])
        for row in case.rows('list', path, 'opportunities'):
            true(row['created'] <= today, 'opened by then: %s' % row)
            true(row['state'] == 'open' or row['created'] <= row['closed'] <= today, 'closed by then: %s' % row)
        for row in case.rows('list', path, 'commitments'):
            true(row['committed_on'] <= today and year - 2 <= row['year'] <= year, str(row))
        for row in case.rows('list', path, 'conversations'):
            true(row['occurred'] is None or row['occurred'] <= today, str(row))
        for row in case.rows('list', path, 'follow-ups'):
            true(row['done'] is None or row['done'] <= today, str(row))
        planned = [row['planned'] for row in case.rows('list', path, 'conversations') if row['stage'] == 'planned']
        equal(len(planned), 1, 'one is planned')
        true(planned[0] >= today, 'in the coming days: ' + planned[0])


def test_file(case):
    old = os.umask(0)
    try:
        path = demo(case)
    finally:
        os.umask(old)
    equal(stat.S_IMODE(os.stat(path).st_mode), 0o600, 'mode')
    equal(sorted(os.listdir(case.folder)), ['demo.accord', 'home'], 'nothing else is left')
    true(case.good('check', path), 'check says that it is sound')


def test_refusals(case):
    path = case.path('there.accord')
    with open(path, 'w') as file:
        file.write('mine')
    case.fault('demo', path, words=['there.accord'])
    with open(path) as file:
        equal(file.read(), 'mine', 'left alone')
    os.symlink('nowhere', case.path('link.accord'))
    case.fault('demo', case.path('link.accord'))
    error = case.fault('demo', '/proc/demo.accord', words=['demo.accord'])
    true('.part-' not in error, 'the name that was given: ' + error)
    case.misuse('demo')
    case.misuse('demo', path, '--bogus')
    for options in [['--members', '0'], ['--members', 'many'], ['--years=-1'], ['--conversations', '-1'],
                    ['--seed', 'x'], ['--opportunities', '99999999999999999999']]:
        case.fault('demo', case.path('new.accord'), *options, words=[options[0].split('=')[0]])
    equal(sorted(os.listdir(case.folder)), ['home', 'link.accord', 'there.accord'], 'nothing was made')


def test_synthetic(case):
    size = ['--members', '12', '--years', '2', '--conversations', '30', '--opportunities', '200']
    paths = [case.path(name) for name in ('a', 'b', 'c')]
    case.good('demo', paths[0], *size, '--seed', '7')
    case.good('demo', paths[1], *size, '--seed', '7')
    case.good('demo', paths[2], *size, '--seed', '8')
    case.good('check', paths[0])
    for kind, count in [('members', 12), ('conversations', 30), ('opportunities', 200), ('commitments', 24)]:
        equal(len(case.rows('list', paths[0], kind)), count, kind)
    names = [row['name'] for row in case.rows('list', paths[0], 'members')]
    equal(len(set(names)), 12, 'names are unique')
    lists = [[case.good('list', path, kind) for kind in KINDS] for path in paths]
    equal(lists[0] == lists[1], True, 'the same seed, the same content')
    equal(lists[0] == lists[2], False, 'another seed, other content')


def test_interrupted_leaves_nothing(case):
    environment = {'PATH': '/usr/bin:/bin', 'HOME': str(case.home), 'LANG': 'C.UTF-8', 'ACCORD_TODAY': TODAY}
    path = case.path('big.accord')
    process = subprocess.Popen([PROGRAM, 'demo', path, '--members', '2000', '--years', '10'], env=environment,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # Once it has begun to write, and long before it can be done.
    for _ in range(3000):
        parts = [case.path(name) for name in os.listdir(case.folder) if '.part-' in name and 'journal' not in name]
        if process.poll() is not None or any(os.path.getsize(part) > 300000 for part in parts):
            break
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=120)
    equal(process.returncode, 130, error.decode())
    equal(error.count(b'\n'), 1, error.decode())
    equal(os.listdir(case.folder), ['home'], 'everything is as it was')


run_tests(dict(globals()))
