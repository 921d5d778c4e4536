#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accord-cli itself: help, version, and what is no command."""
from tap import equal, run_tests, true

COMMANDS = ['new', 'demo', 'list', 'import', 'undo-import', 'scorecard', 'export', 'plan', 'report', 'check', 'backup', 'restore', 'backups']


def test_help(case):
    text = case.good('--help')
    for name in COMMANDS:
        true('\n  %s ' % name in text, name + ' is listed')
        for arguments in [(name, '--help'), (name, '-h')]:
            text_of_command = case.good(*arguments)
            true('accord-cli ' + name in text_of_command, text_of_command)


def test_version(case):
    text = case.good('--version')
    true(text.startswith('accord-cli ') and text[11].isdigit(), text)


def test_no_such_command(case):
    case.misuse()
    case.misuse('')
    case.misuse('frobnicate', words=['frobnicate'])
    case.misuse('--bogus')


def test_what_is_missing_is_said(case):
    for name, word in [('scorecard', '--quarter'), ('export', 'DIR'), ('import', 'KIND')]:
        case.misuse(name, 'x.accord', words=[name, word])


def test_full_disk_is_a_fault(case):
    with open('/dev/full', 'wb') as full:
        done = case.call('plan', '--income', '1', '--base', '0', '--rate', '1', '--deal', '1', '--win-rate', '1',
                         stdout=full)
    equal(done.returncode, 1, 'exit status')
    true(done.stderr.count(b'\n') == 1, done.stderr.decode())


def test_messages_stay_one_line(case):
    case.misuse('plan', 'a\nb')


run_tests(dict(globals()))
