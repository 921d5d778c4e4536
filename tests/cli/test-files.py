#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accord-cli report, check, backup, restore and backups: what they write, what they refuse, what they leave alone."""
import os
import stat
import zipfile

from tap import equal, run_tests, true

REPORT = ['--quarter', '2026-Q4', '--output']


def demo(case):
    path = case.path('demo.accord')
    case.good('demo', path)
    return path


def content(path):
    with open(path, 'rb') as file:
        return file.read()


def damage(path, words, by=1):
    """Changes one bit of a text in the file, as a bad disk does."""
    data = bytearray(content(path))
    at = data.find(words)
    true(at > 0, 'the text stands in the file')
    data[at] ^= by
    with open(path, 'wb') as file:
        file.write(data)
    return bytes(data)


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def test_report(case):
    path, before = demo(case), content(case.path('demo.accord'))
    sizes = {}
    for audience in ('team', 'manager', 'hr'):
        output = case.path(audience + '.xlsx')
        equal(case.good('report', path, *REPORT, output, '--audience', audience), '', 'quiet')
        equal(mode(output), 0o600, 'mode')
        with zipfile.ZipFile(output) as book:
            equal(book.testzip(), None, 'a sound archive')
            names = book.namelist()
            true('[Content_Types].xml' in names and 'xl/workbook.xml' in names, str(names))
            sizes[audience] = b''.join(book.read(name) for name in names if name.endswith('.xml'))
    # Private words of conversation 14: they are HR's, and never in the team's copy.
    for word in (b'Marta Klein', b'change of role'):
        true(word not in sizes['team'], 'not in the copy for the team: %r' % word)
    true(b'change of role' in sizes['hr'], 'in the copy for HR')
    plain = case.path('plain.xlsx')
    case.good('report', '--output', plain, path, '--quarter=2026-Q4')
    equal(content(plain), content(case.path('team.xlsx')), 'the team copy is what one gets, the same each time')
    equal(content(path), before, 'the workspace is as it was')
    equal(sorted(os.listdir(case.folder)),
          ['demo.accord', 'home', 'hr.xlsx', 'manager.xlsx', 'plain.xlsx', 'team.xlsx'], 'nothing else is left')


def test_report_as_of(case):
    path = demo(case)
    case.good('report', path, *REPORT, case.path('then.xlsx'), '--as-of', '2026-10-15')
    case.good('report', path, *REPORT, case.path('now.xlsx'))
    true(content(case.path('then.xlsx')) != content(case.path('now.xlsx')), 'another day, another report')


def test_report_refusals(case):
    path = demo(case)
    output = case.path('there.xlsx')
    with open(output, 'w') as file:
        file.write('mine')
    case.fault('report', path, *REPORT, output, words=['there.xlsx', '--force'])
    equal(content(output), b'mine', 'left alone')
    case.good('report', path, *REPORT, output, '--force')
    true(zipfile.is_zipfile(output), 'replaced when told to')
    before = content(path)
    case.fault('report', path, *REPORT, path, '--force')
    equal(content(path), before, 'never the workspace itself')

    new = case.path('new.xlsx')
    for quarter in ('2026-Q5', '2026-Q0', '2026', 'Q4', '', '2099-Q1', '0001-Q1'):
        case.fault('report', path, '--quarter', quarter, '--output', new, words=['--quarter'])
    for day in ('2026-02-30', 'yesterday', '2026-1-1'):
        case.fault('report', path, *REPORT, new, '--as-of', day, words=['--as-of'])
    for folder in ('/proc/no', case.path('no/such/folder'), path):
        case.fault('report', path, *REPORT, folder + '/new.xlsx')
    case.fault('report', case.path('absent.accord'), *REPORT, new, words=['absent.accord'])
    case.misuse('report', path, '--output', new, words=['--quarter'])
    case.misuse('report', path, '--quarter', '2026-Q4', words=['--output'])
    case.misuse('report', path, *REPORT, new, '--audience', 'press', words=['press'])
    case.misuse('report', *REPORT, new, words=['FILE'])
    equal(sorted(os.listdir(case.folder)), ['demo.accord', 'home', 'there.xlsx'], 'nothing half-written')


def test_unwritable_folder(case):
    if os.geteuid() == 0:
        folder = '/proc'
    else:
        folder = case.path('locked')
        os.mkdir(folder)
        os.chmod(folder, 0o500)
    path = demo(case)
    case.fault('report', path, *REPORT, folder + '/report.xlsx')
    case.fault('backup', path, folder + '/backup.accord')
    case.fault('demo', folder + '/demo.accord')
    case.fault('new', folder + '/new.accord')


def test_check(case):
    path = demo(case)
    true('demo.accord' in case.good('check', path), 'says what it looked at')
    damage(path, b'Charter Oak Bank signed')
    done = case.call('check', path)
    equal(done.returncode, 1, 'exit status')
    faults = done.stdout.decode().splitlines()
    true(len(faults) == 2 and all('1' in fault for fault in faults), 'the row and the seal: %s' % faults)
    true('facts' in faults[1], 'the field is named: %s' % faults)
    equal(done.stderr.count(b'\n'), 1, 'one line sums it up')
    for arguments in [('list', path, 'members'), ('list', path, 'swot'),
                      ('report', path, *REPORT, case.path('new.xlsx'))]:
        case.fault(*arguments, words=['accord-cli check'])
    true(not os.path.exists(case.path('new.xlsx')), 'no report of a damaged workspace')


def test_check_of_other_files(case):
    for name, data in [('empty', b''), ('text', b'hello\n' * 500)]:
        path = case.path(name)
        with open(path, 'wb') as file:
            file.write(data)
        done = case.call('check', path)
        equal(done.returncode, 1, name)
        equal(content(path), data, 'left as it was')
    case.fault('check', case.path('absent'), words=['absent'])
    case.misuse('check')
    case.misuse('check', case.path('a'), case.path('b'))


def test_round_trip(case):
    path, backup, again = demo(case), case.path('backup.accord'), case.path('again.accord')
    goals, conversations = (case.good('list', path, kind) for kind in ('goals', 'conversations'))
    equal(case.rows('backups', path), [], 'none yet')
    equal(case.good('backup', path, backup), '', 'quiet')
    equal(mode(backup), 0o600, 'mode')
    case.good('check', backup)
    rows = case.rows('backups', path)
    equal([(row['path'], row['automatic'], row['verified']) for row in rows], [(backup, False, True)], 'it is known')
    equal((rows[0]['members'], rows[0]['made'][:10]), (8, '2026-11-23'), 'and what it holds')
    case.good('restore', backup, again)
    equal(mode(again), 0o600, 'mode')
    case.good('check', again)
    equal((case.good('list', again, 'goals'), case.good('list', again, 'conversations')), (goals, conversations),
          'content')


def test_restore_over_a_sound_workspace(case):
    path, backup = demo(case), case.path('backup.accord')
    case.good('backup', path, backup)
    case.good('restore', backup, path)
    automatic = [row for row in case.rows('backups', path) if row['automatic']]
    equal([(row['verified'], row['members']) for row in automatic], [(True, 8)], 'the state before is backed up')
    other = case.path('other.accord')
    case.good('new', other, '--name', 'Other')
    case.good('restore', backup, other)
    equal(len(case.rows('list', other, 'members')), 8, 'the content of the backup')
    case.good('check', other)


def test_restore_over_a_damaged_workspace(case):
    path, backup = demo(case), case.path('backup.accord')
    case.good('backup', path, backup)
    damaged = damage(path, b'Charter Oak Bank signed')
    done = case.call('restore', backup, path)
    equal((done.returncode, done.stderr.count(b'\n')), (0, 1), done.stderr.decode())
    case.good('check', path)
    kept = [name for name in os.listdir(case.folder) if 'damaged' in name]
    equal(len(kept), 1, 'the damaged file is kept')
    true(kept[0].encode() in done.stderr, 'and named')
    equal(content(case.path(kept[0])), damaged, 'byte for byte')
    equal(mode(case.path(kept[0])), 0o600, 'mode')


def test_backup_refusals(case):
    path, backup = demo(case), case.path('backup.accord')
    with open(backup, 'w') as file:
        file.write('mine')
    case.fault('backup', path, backup, words=['backup.accord', '--force'])
    equal(content(backup), b'mine', 'left alone')
    case.fault('backup', path, path, '--force')
    case.good('check', path)
    case.fault('backup', case.path('absent.accord'), case.path('b'), words=['absent.accord'])
    case.fault('backup', path, case.path('no/such/folder/b'))
    case.good('backup', path, backup, '--force')
    case.good('check', backup)
    damage(path, b'Charter Oak Bank signed')
    sound = content(backup)
    case.fault('backup', path, backup, '--force', words=['accord-cli check'])
    equal(content(backup), sound, 'a bad file never pushes out a good backup')
    case.misuse('backup', path)
    case.misuse('backup', words=['FILE'])


def test_restore_refusals(case):
    path = demo(case)
    before = content(path)
    text = case.path('text')
    with open(text, 'w') as file:
        file.write('not a workspace\n' * 100)
    cut = case.path('cut')
    with open(cut, 'wb') as file:
        file.write(before[:len(before) // 2])
    for source in (text, cut, case.path('absent')):
        case.fault('restore', source, path)
        case.fault('restore', source, case.path('new.accord'))
        equal(content(path), before, 'left as it was')
    true(not os.path.exists(case.path('new.accord')), 'nothing was made')
    case.misuse('restore', path)
    case.fault('backups', case.path('absent'), words=['absent'])
    case.misuse('backups', path, '--format', 'xml')


run_tests(dict(globals()))
