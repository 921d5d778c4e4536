#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accord-cli new, and what it and list say about files that are no workspace."""
import os
import sqlite3
import stat

from tap import equal, run_tests, true

KINDS = ['members', 'goals', 'commitments', 'swot', 'metrics', 'actuals', 'opportunities', 'meetings', 'conversations',
         'follow-ups']


def settings(path):
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        return database.execute('SELECT name, currency, decimals, fiscal_start, created FROM settings').fetchone()


def test_new(case):
    path = case.path('team.accord')
    equal(case.good('new', path, '--name', 'Zoë’s team', '--currency=JPY', '--fiscal-start', '7'), '', 'quiet')
    equal(settings(path), ('Zoë’s team', 'JPY', 0, 7, '2026-11-23'), 'settings')
    equal(stat.S_IMODE(os.stat(path).st_mode), 0o600, 'mode')
    equal(sorted(os.listdir(case.folder)), ['home', 'team.accord'], 'nothing else is left')


def test_new_without_options(case):
    path = case.path('team.accord')
    case.good('new', path)
    name, currency, decimals, fiscal_start, _ = settings(path)
    true(name, 'it has a name')
    equal((currency, decimals, fiscal_start), ('USD', 2, 1), 'defaults')


def test_new_under_another_umask(case):
    path = case.path('team.accord')
    old = os.umask(0)
    try:
        case.good('new', path)
    finally:
        os.umask(old)
    equal(stat.S_IMODE(os.stat(path).st_mode), 0o600, 'mode')


def test_new_refuses_what_is_there(case):
    path = case.path('team.accord')
    with open(path, 'w') as file:
        file.write('mine')
    case.fault('new', path, words=['team.accord'])
    with open(path) as file:
        equal(file.read(), 'mine', 'left alone')


def test_new_bad_values(case):
    path = case.path('team.accord')
    for options in [['--currency', 'usd'], ['--currency', 'DOLLAR'], ['--fiscal-start', '0'], ['--fiscal-start', '13'],
                    ['--fiscal-start', 'May'], ['--name', '  ']]:
        case.fault('new', path, *options)
    case.misuse('new')
    case.misuse('new', path, 'another')
    true(not os.path.exists(path), 'nothing was made')


def test_new_where_nothing_can_be_written(case):
    if os.geteuid() == 0:
        # No mode stops root; no name of this length fits, and proc has no room for files.
        case.fault('new', '/proc/team.accord', words=['/proc/team.accord'])
        return
    os.mkdir(case.path('locked'))
    os.chmod(case.path('locked'), 0o500)
    case.fault('new', case.path('locked/team.accord'), words=['team.accord'])


def test_empty_workspace_lists_nothing(case):
    path = case.path('team.accord')
    case.good('new', path)
    before = open(path, 'rb').read()
    for kind in KINDS:
        equal(case.rows('list', path, kind), [], kind)
        equal(case.good('list', path, kind, '--format', 'csv').count('\n'), 1, kind + ' as CSV is its heading')
        equal(case.good('list', path, kind).count('\n'), 1, kind + ' as a table is its heading')
    equal(open(path, 'rb').read(), before, 'reading changes nothing')


def test_files_that_are_no_workspace(case):
    whole = case.path('whole.accord')
    case.good('new', whole)
    content = open(whole, 'rb').read()
    newer = bytearray(content)
    newer[60:64] = (99).to_bytes(4, 'big')
    with sqlite3.connect(case.path('foreign.accord')) as database:
        database.execute('CREATE TABLE t (x)')
    for name, data in [('empty', b''), ('truncated', content[:len(content) // 2]), ('short', content[:50]),
                       ('text', b'not a database ' * 100), ('newer', bytes(newer)), ('foreign', None)]:
        path = case.path(name + '.accord')
        if data is not None:
            with open(path, 'wb') as file:
                file.write(data)
        before = open(path, 'rb').read()
        for kind in ['members', 'swot']:
            case.fault('list', path, kind, words=[name + '.accord'])
        equal(open(path, 'rb').read(), before, name + ' is left as it was')
    for path in [case.path('absent.accord'), str(case.folder), case.path('no/such/folder.accord')]:
        case.fault('list', path, 'members')
    true(not os.path.exists(case.path('absent.accord')), 'nothing was made')


def test_damaged_workspace_sends_to_check(case):
    path = case.path('team.accord')
    case.good('new', path, '--name', 'Falkenberg')
    content = bytearray(open(path, 'rb').read())
    at = content.find(b'Falkenberg')
    true(at > 0, 'the name stands in the file')
    content[at] ^= 1
    with open(path, 'wb') as file:
        file.write(content)
    case.fault('list', path, 'members', words=['accord-cli check'])


def test_read_only_workspace_is_read(case):
    path = case.path('team.accord')
    case.good('new', path)
    os.chmod(path, 0o400)
    equal(case.rows('list', path, 'members'), [], 'rows')


def test_list_usage(case):
    path = case.path('team.accord')
    case.good('new', path)
    case.misuse('list', words=['FILE'])
    case.misuse('list', path, words=['KIND'])
    case.misuse('list', path, 'frogs', words=['frogs'])
    case.misuse('list', path, 'members', '--format', 'yaml')
    case.misuse('list', path, 'members', '--colour')
    for options in [['--year', 'x'], ['--year', '0'], ['--quarter', '2026-Q5'], ['--quarter', '2026Q1'],
                    ['--quarter', '0000-Q1'], ['--member', 'Nobody'], ['--year', '2025', '--quarter', '2026-Q1']]:
        case.fault('list', path, 'goals', *options, words=[options[0]])


run_tests(dict(globals()))
