#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to a SWOT board, and files of older versions, through accord-cli check, export, list and restore."""
import gzip
import json
import pathlib
import sqlite3
import subprocess
import sys

from tap import equal, run_tests, true

OLD = pathlib.Path(__file__).resolve().parents[1] / 'fixtures' / 'workspace-1.accord.gz'


def rich(case):
    path = case.path('team.accord')
    subprocess.run([sys.argv[2], path], check=True, stderr=subprocess.DEVNULL)
    return path


def old(case):
    path = case.path('old.accord')
    with gzip.open(OLD) as file:
        pathlib.Path(path).write_bytes(file.read())
    return path


def tamper(path, sql):
    connection = sqlite3.connect(path)
    connection.execute('PRAGMA foreign_keys = OFF')
    connection.execute(sql)
    connection.commit()
    connection.close()


def exported(case, path, *options):
    """The rows of every table that was written, by its name."""
    folder = pathlib.Path(case.path('out-%d' % len(list(case.folder.iterdir()))))
    case.good('export', path, str(folder), *options)
    return {file.stem: json.loads(file.read_text()) for file in folder.glob('*.json')}


def test_check(case):
    path = rich(case)
    case.good('check', path)
    before = pathlib.Path(path).read_bytes()
    for sql, fault in (
            ('UPDATE vote SET count = 1 WHERE id = 1', 'Vote 1'),
            ('UPDATE strategy SET text = ""', 'Strategy 1'),
            ('UPDATE ask SET reply = "Yes"', 'Ask of a department 1'),
            ('UPDATE board_rules SET covered = 1', 'Rules of a board 1'),
            ('UPDATE card SET outcome = "Gone" WHERE id = 3', 'Card 3'),
            ('DELETE FROM card WHERE id = 1', 'Card')):
        pathlib.Path(path).write_bytes(before)
        tamper(path, sql)
        done = case.call('check', path)
        equal(done.returncode, 1, 'exit status after ' + sql)
        true(fault in (done.stdout + done.stderr).decode(), '%s is told of after %s' % (fault, sql))


def test_export(case):
    tables = exported(case, rich(case))
    cards = {row['id']: row for row in tables['card']}
    equal([(row['card'], row['member_name'], row['ballot'], row['count']) for row in tables['vote']],
          [(1, 'Carolyn', 0, 2), (1, None, 1, 2)], 'votes, by name and by ballot')
    equal([(row['internal'], row['external'], row['text']) for row in tables['strategy']],
          [(1, 5, 'Onboarding in pairs')], 'the strategy')
    equal([(row['card'], row['department'], row['what'], row['status']) for row in tables['ask']],
          [(2, 'Finance', 'Laptops before the onboarding', 'draft')], 'the ask')
    equal([(row['year'], row['votes_each'], row['anonymous'], row['covered']) for row in tables['board_rules']],
          [(2027, 5, False, False)], 'the rules')
    equal([row['strategy'] for row in tables['action']], [1], 'what is done about the strategy')
    equal(cards[2]['merged_into'], 1, 'a card under another')
    equal(cards[5]['author_name'], 'Joe', 'who wrote it')
    equal({(row['carried_from'], row['year'], row['merged_into'] is None) for row in cards.values() if row['carried_from']},
          {(1, 2028, True), (2, 2028, False)}, 'what goes on in the next year')


def test_export_of_one(case):
    path = rich(case)
    carolyn = exported(case, path, '--member', 'Carolyn')
    equal([(row['card'], row['member_name'], row['count']) for row in carolyn['vote']], [(1, 'Carolyn', 2)], 'her votes, no ballots')
    true('card' not in carolyn and 'ask' not in carolyn and 'strategy' not in carolyn, 'the board is the team’s')
    joe = exported(case, path, '--member', 'Joe')
    equal([row['id'] for row in joe['card']], [5], 'the card that he wrote')
    true('vote' not in joe, 'he did not vote by name')


def test_old_file(case):
    path = old(case)
    before = pathlib.Path(path).read_bytes()
    case.good('check', path)
    equal(pathlib.Path(path).read_bytes(), before, 'the file after a look at it')
    done = case.call('list', path, 'members', '--format', 'json')
    equal(done.returncode, 1, 'an older file is not read as it is')
    true(b'older version' in done.stderr, 'and it says so')
    equal(pathlib.Path(path).read_bytes(), before, 'the file after that')

    tamper(path, 'UPDATE card SET title = "Another" WHERE id = 1')
    damaged = pathlib.Path(path).read_bytes()
    done = case.call('check', path)
    equal(done.returncode, 1, 'exit status of check')
    true('Card 1' in (done.stdout + done.stderr).decode(), 'the damaged card is told of')
    equal(pathlib.Path(path).read_bytes(), damaged, 'the damaged file')
    equal(case.call('backup', path, case.path('copy.accord')).returncode, 1, 'no backup of it')


def test_old_backup(case):
    path, backup = rich(case), old(case)
    case.call('restore', backup, path)
    case.good('check', path)
    equal(len(case.rows('list', path, 'members')), 5, 'members of the backup')
    tables = exported(case, path)
    true('vote' not in tables, 'nobody had voted')
    equal(len(tables['card']), 24, 'cards of the backup')
    equal({row['merged_into'] for row in tables['card']}, {None}, 'none of them under another')


if __name__ == '__main__':
    run_tests(globals())
