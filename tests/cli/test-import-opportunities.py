#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accord-cli import opportunities: what goes in, what stages mean, what a newer export changes, and what is taken back."""
import os
import signal
import sqlite3
import subprocess
import time

from tap import PROGRAM, TODAY, equal, run_tests, true

TEAM = 'name,email,id\nAnn Lee,ann@x.org,E1\nBob Ray,,E2\n'
HEAD = 'Deal ID,Owner,Account,Product,Stage,Created,Close date,Amount\n'


def new_team(case):
    path = case.path('team.accord')
    case.good('new', path)
    case.imported(path, 'members', case.write('team.csv', TEAM))
    return path


def dump(path, *without):
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                  if name not in without]
        return {table: sorted(database.execute('SELECT * FROM "%s"' % table).fetchall(), key=repr) for table in tables}


def history(path):
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        return database.execute('SELECT o.external, s.observed, s.stage, s.state FROM stage_observation AS s JOIN opportunity AS o'
                                ' ON o.id = s.opportunity ORDER BY o.external, s.observed').fetchall()


def deals(case, path):
    return {row['id']: row for row in case.rows('list', path, 'opportunities')}


def test_rows_go_in(case):
    path = new_team(case)
    file = case.write('d.csv', HEAD + 'A1,Ann Lee,"Acme, Inc.",Desk,Closed Won,2026-01-05,2026-03-01,"1,200.50"\n'
                                      'A2,E2,,,Verloren,2026-01-06,2026-02-01,0\nA3,ann@x.org,Beta,,Demo,,,\n')
    done, said = case.imported(path, 'opportunities', file)
    equal(done, {'read': 3, 'added': 3, 'updated': 0, 'skipped': 0, 'refused': []}, 'counts')
    equal(deals(case, path), {
        'A1': {'id': 'A1', 'member': 'Ann Lee', 'account': 'Acme, Inc.', 'product': 'Desk', 'stage': 'Closed Won', 'state': 'won',
               'created': '2026-01-05', 'closed': '2026-03-01', 'amount': 1200.5},
        'A2': {'id': 'A2', 'member': 'Bob Ray', 'account': '', 'product': '', 'stage': 'Verloren', 'state': 'lost',
               'created': '2026-01-06', 'closed': '2026-02-01', 'amount': 0},
        'A3': {'id': 'A3', 'member': 'Ann Lee', 'account': 'Beta', 'product': '', 'stage': 'Demo', 'state': 'open', 'created': None,
               'closed': None, 'amount': None}}, 'what is stored')
    true('Demo (1)' in said and 'count as open' in said, 'the stage that nobody knows is named: ' + said)
    case.good('check', path)


def test_what_is_refused_and_why(case):
    path = new_team(case)
    file = case.write('d.csv', HEAD + ',Ann Lee,,,Demo,,,\nA2,Nobody Known,,,Demo,,,\nA3,Ann Leee,,,Demo,,,\nA4,,,,Demo,,,\n'
                                      'A5,Ann Lee,,,,,,\nA6,Ann Lee,,,Demo,2026-02-30,,\nA7,Ann Lee,,,Demo,,,twelve\n'
                                      'A8,Ann Lee,,,Won,2026-01-01,,5\nA9,Ann Lee,,,Won,,2026-01-01,5\n'
                                      'B1,Ann Lee,,,Won,2026-01-01,2026-01-02,\nB2,Ann Lee,,,Lost,2026-01-03,2026-01-02,5\n'
                                      'B3,Ann Lee,,,Demo,,,-5\nB4,Ann Lee,,,Demo,,,5\nB4,Ann Lee,,,Demo,,,5\nB4,Ann Lee,,,Demo,,,6\n'
                                      'B5,Ann Lee,,,"Demo,,,\n')
    done, _ = case.imported(path, 'opportunities', file)
    equal([done[name] for name in ('read', 'added', 'skipped')], [16, 1, 1], 'counts')
    reasons = {row['line']: row['reason'] for row in done['refused']}
    equal(sorted(reasons), [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17], 'the refused lines')
    for line, word in ((2, 'number'), (3, 'Nobody Known'), (4, 'Ann Lee'), (5, 'member'), (6, 'stage'), (7, '2026-02-30'), (8, 'twelve'),
                       (9, 'closed'), (10, 'created'), (11, 'amount'), (12, 'before it was created'), (16, 'Line 14'),
                       (17, 'quotation')):
        true(word in reasons[line], 'line %d: %s' % (line, reasons[line]))
    case.good('check', path)


def test_a_file_without_the_column_has_no_holes(case):
    path = new_team(case)
    done, _ = case.imported(path, 'opportunities', case.write('d.csv', 'id,member,stage,closed\nA1,Ann Lee,Won,2026-01-02\n'))
    equal((done['added'], done['refused']), (1, []), 'neither created nor amount')


def test_stages_can_be_said(case):
    path = new_team(case)
    file = case.write('d.csv', HEAD + 'A1,Ann Lee,,,Signed,2026-01-05,2026-03-01,5\nA2,Ann Lee,,,Won,2026-01-05,,5\n'
                                      'A3,Ann Lee,,,a=b,2026-01-05,2026-02-01,5\n')
    done, said = case.imported(path, 'opportunities', file, '--stage', ' signed =won', '--stage', 'Won=open', '--stage', 'a=b=lost',
                               '--save-mapping', 'CRM')
    equal([row['state'] for row in case.rows('list', path, 'opportunities')], ['won', 'open', 'lost'], 'states')
    true('for their words do not say' not in said, 'nothing is guessed: ' + said)
    done, _ = case.imported(path, 'opportunities', file, '--mapping', 'CRM', '--update')
    equal(done['skipped'], 3, 'the mapping knows the stages')
    case.misuse('import', path, 'opportunities', file, '--stage', 'Won=maybe', words=['Won=maybe'])
    case.misuse('import', path, 'opportunities', file, '--stage', 'Won', words=['--stage'])
    case.misuse('import', path, 'members', file, '--stage', 'Won=won', words=['--stage'])


def test_a_newer_export(case):
    path = new_team(case)
    case.imported(path, 'opportunities', case.write('one.csv', HEAD + 'A1,Ann Lee,Acme,Desk,Demo,2026-01-05,2026-03-01,100\n'
                                                                      'A2,Ann Lee,Beta,Desk,Demo,2026-01-05,2026-03-01,100\n'
                                                                      'A3,Bob Ray,Cobb,,Won,2026-01-05,2026-02-01,70\n'),
                  today='2026-02-02')
    newer = case.write('two.csv', 'Deal ID,Owner,Account,Stage,Created,Close date,Amount\n'
                                  'A1,Bob Ray,,Won,2026-01-05,2026-02-07,120\nA2,Ann Lee,Beta,Demo,2026-01-05,2026-03-01,100\n'
                                  'A3,Bob Ray,Cobb,Demo,,,\nA4,Ann Lee,,Demo,,,\n')
    before = dump(path)
    done, _ = case.imported(path, 'opportunities', newer, today='2026-02-09')
    equal((done['added'], done['updated'], done['skipped']), (1, 0, 3), 'without --update what is there is skipped')
    case.rows('undo-import', path)
    equal(dump(path, 'import', 'import_row')['opportunity'], before['opportunity'], 'taken back')

    done, _ = case.imported(path, 'opportunities', newer, '--update', today='2026-02-09')
    equal((done['added'], done['updated'], done['skipped']), (1, 2, 1), 'with --update')
    row = deals(case, path)
    equal([row['A1'][name] for name in ('member', 'account', 'product', 'stage', 'closed', 'amount')],
          ['Bob Ray', 'Acme', 'Desk', 'Won', '2026-02-07', 120], 'an empty cell, and a column that is not there, change nothing')
    equal((row['A3']['state'], row['A3']['closed'], row['A3']['amount']), ('open', None, 70), 'opened again')
    equal(history(path), [('A1', '2026-02-02', 'Demo', 'open'), ('A1', '2026-02-09', 'Won', 'won'),
                          ('A2', '2026-02-02', 'Demo', 'open'),
                          ('A3', '2026-02-02', 'Won', 'won'), ('A3', '2026-02-09', 'Demo', 'open'),
                          ('A4', '2026-02-09', 'Demo', 'open')], 'what was seen when')
    case.good('check', path)


def test_undo(case):
    path = new_team(case)
    empty = dump(path, 'import', 'import_row')
    one = case.write('one.csv', HEAD + ''.join('A%d,Ann Lee,Acme,Desk,Demo,2026-01-05,2026-03-01,%d\n' % (i, i) for i in range(600)))
    case.imported(path, 'opportunities', one, today='2026-02-02')
    first = dump(path, 'import', 'import_row')
    two = case.write('two.csv', HEAD + 'A5,Bob Ray,"A ""quoted"" name",,Won,2026-01-06,2026-02-01,9\nB1,New Person,,,Demo,,,\n')
    case.imported(path, 'opportunities', two, '--update', '--create-members', today='2026-02-02')
    same_day = dump(path, 'import', 'import_row')
    true(('A5', '2026-02-02', 'Won', 'won') in history(path), 'the same day has the later stage')
    done = case.rows('undo-import', path)
    equal((done['removed'], done['restored'], done['kept']), (2, 1, []), 'the second import')
    equal(dump(path, 'import', 'import_row'), first, 'as after the first')
    case.imported(path, 'opportunities', two, '--update', '--create-members', today='2026-02-02')
    equal({table: len(rows) for table, rows in dump(path, 'import', 'import_row').items()},
          {table: len(rows) for table, rows in same_day.items()}, 'the second once more')

    # The first cannot take back what the second has changed.
    done = case.rows('undo-import', path, '2')
    equal(done['removed'], 599, 'the others go')
    true(len(done['kept']) == 1 and '1 row' in done['kept'][0], 'the changed one is told of: %s' % done['kept'])
    case.good('check', path)
    done = case.rows('undo-import', path, '4')
    equal((done['removed'], done['restored']), (2, 1), 'the second')
    equal([row['id'] for row in case.rows('list', path, 'opportunities')], ['A5'], 'what is left')
    case.good('check', path)
    true(dump(path, 'import', 'import_row')['member'] == empty['member'], 'the member that was made has gone')


def test_a_member_who_is_needed_stays(case):
    path = new_team(case)
    case.imported(path, 'opportunities', case.write('one.csv', HEAD + 'A1,New Person,,,Demo,,,\n'), '--create-members')
    case.imported(path, 'opportunities', case.write('two.csv', HEAD + 'A2,New Person,,,Demo,,,\n'))
    done = case.rows('undo-import', path, '2')
    true(done['removed'] == 1 and any('New Person' in word for word in done['kept']), 'A2 is theirs: %s' % done)
    case.good('check', path)


def test_nothing_half(case):
    path = new_team(case)
    before = dump(path)
    file = case.write('d.csv', HEAD + 'A1,Ann Lee,,,Demo,,,\nA2,Nobody Known,,,Demo,,,\n')
    case.fault('import', path, 'opportunities', file, '--all-or-nothing', words=['line 3', 'Nobody Known'])
    case.fault('import', path, 'opportunities', case.write('no.csv', 'Deal ID,Owner\nA1,Ann Lee\n'), words=['stage', '--map'])
    case.fault('import', path, 'opportunities', case.write('bad.csv', HEAD + 'A1,Nobody Known,,,Demo,,,\n'), words=['line 2'])
    case.imported(path, 'opportunities', file, '--dry-run')
    equal(dump(path), before, 'nothing was changed')


def test_interrupted_while_it_stores(case):
    path = new_team(case)
    before = dump(path)
    file = case.write('d.csv', HEAD + ''.join('A%d,Ann Lee,Account %d,Desk,Demo,2026-01-05,2026-03-01,%d\n' % (i, i * 7919 % 9973, i)
                                              for i in range(300000)))
    environment = {'PATH': '/usr/bin:/bin', 'HOME': str(case.home), 'LANG': 'C.UTF-8', 'ACCORD_TODAY': TODAY}
    process = subprocess.Popen([PROGRAM, 'import', path, 'opportunities', file], env=environment, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    journal = path + '-journal'
    while process.poll() is None and not (os.path.exists(journal) and os.path.getsize(journal) > 0):
        time.sleep(0.002)
    process.send_signal(signal.SIGINT)
    printed, error = process.communicate(timeout=120)
    equal((process.returncode, printed, error.count(b'\n')), (130, b'', 1), error.decode())
    equal(dump(path), before, 'everything is as it was')
    case.good('check', path)


if __name__ == '__main__':
    run_tests(globals())
