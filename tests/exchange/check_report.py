#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at written workbooks from outside: what they hold, and what they must not hold.

    check_report.py MAKE_REPORT

Prints TAP. The figures below are worked out by hand from report-fixture.c, "small".
"""
import ctypes
import os
import pathlib
import re
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import time
import traceback
import xml.etree.ElementTree as ElementTree
import zipfile

MAKE_REPORT = os.path.abspath(sys.argv[1])
IN_CREATE = 0x100
MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
KINDS = ('empty', 'one', 'small', 'odd', 'large')
# What a formula of ours may look like: references, our functions, "n/a".
FORMULA = re.compile(r"""(?:IFERROR|IF|COUNT|MAX|SUMIFS|SUMPRODUCT|SUM|INT|'[A-Z][a-z ]+'!|\$?[A-Z]\$?\d+|[-+*/(),:=]|"n/a"|[07])+""")
# Words of the workspace that only some copies may hold.
PRIVATE = ('zqprivate house', 'zqprivate reason', 'zqgroup college')  # between the member and the manager
FOR_MANAGER = ('zqmanager card', 'zqmanager detail', 'zqpraise purpose', 'zqcoaching purpose', 'zqwarning purpose',
               'zqaction from a conversation', 'zqaction from a card', 'zqunder card', 'zqpair strategy', 'zqpair below',
               'zqaction from a pair', 'zqask of a card', 'zqdepartment')
FOR_HR = ('zqhr card', 'zqhr detail', 'zqpraise facts', 'zqcoaching facts', 'zqwarning facts')


def run(*arguments, **options):
    environment = dict(os.environ, LANG='C.UTF-8', G_DEBUG='fatal-warnings')
    environment.update(options.pop('env', {}))
    return subprocess.run([MAKE_REPORT, *map(str, arguments)], env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=120, **options)


def good(*arguments, **options):
    done = run(*arguments, **options)
    assert done.returncode == 0 and done.stderr == b'', (arguments, done.returncode, done.stderr.decode())


def column_of(reference):
    return re.match('[A-Z]+', reference).group()


class Book:
    """A workbook: sheets by name, cells by reference as (formula or None, value)."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None, path
            self.members = {name: archive.read(name) for name in archive.namelist()}
        for name, content in self.members.items():
            ElementTree.fromstring(content)
        strings = [''.join(text.text or '' for text in item.iter(MAIN + 't'))
                   for item in self.tree('xl/sharedStrings.xml').iter(MAIN + 'si')]
        self.sheets = {}
        for number, sheet in enumerate(self.tree('xl/workbook.xml').iter(MAIN + 'sheet'), 1):
            cells = {}
            for cell in self.tree('xl/worksheets/sheet%d.xml' % number).iter(MAIN + 'c'):
                formula = cell.find(MAIN + 'f')
                value = cell.findtext(MAIN + 'v')
                if cell.get('t') == 's':
                    value = strings[int(value)]
                elif value is not None and cell.get('t') != 'str':
                    value = float(value)
                cells[cell.get('r')] = (None if formula is None else formula.text, value)
            self.sheets[sheet.get('name')] = cells

    def tree(self, member):
        return ElementTree.fromstring(self.members[member])

    def find(self, sheet, text, column='B'):
        """The number of the row that has this text in this column."""
        rows = [int(reference[len(column):]) for reference, (_, value) in self.sheets[sheet].items()
                if value == text and column_of(reference) == column]
        assert rows, '%r is not in column %s of %s' % (text, column, sheet)
        return rows[0]

    def row(self, sheet, row, columns):
        return [self.sheets[sheet].get('%s%d' % (column, row), (None, None))[1] for column in columns]

    def words(self):
        return '\n'.join(content.decode() for content in self.members.values())


def equal(got, wanted, what):
    assert got == wanted, '%s:\n  got    %r\n  wanted %r' % (what, got, wanted)


def near(got, wanted, what):
    assert len(got) == len(wanted) and all(
        abs(a - b) < 1e-9 * max(1, abs(b)) if isinstance(b, (int, float)) and isinstance(a, float) else a == b
        for a, b in zip(got, wanted)), '%s:\n  got    %r\n  wanted %r' % (what, got, wanted)


class Case:
    """A folder of its own for reports; the workspaces are made once."""

    def __init__(self, workspaces, folder):
        self.workspaces = pathlib.Path(workspaces)
        self.folder = pathlib.Path(folder)
        self.out = self.folder / 'out'
        self.out.mkdir()

    def workspace(self, kind):
        path = self.workspaces / (kind + '.accord')
        if not path.exists():
            good('create', kind, path)
        return path

    def report(self, kind, audience='manager', name=None, **options):
        path = self.out / (name or '%s-%s.xlsx' % (kind, audience))
        good('write', self.workspace(kind), path, audience, **options)
        return path

    def book(self, *arguments, **options):
        return Book(self.report(*arguments, **options))


def test_figures_of_the_summary(case):
    book = case.book('small')
    summary = book.sheets['Summary']
    # Joe 90,000 and Carolyn's second version 170,000; the third was committed after the day of the data.
    equal([summary[cell][1] for cell in ('D5', 'E5', 'F5', 'H5')], [260000, 201000.5, -58999.5, 331000.5], 'tiles')
    near([summary['G5'][1]], [201000.5 / 260000], 'attainment')
    first = book.find('Summary', 'Carolyn')
    near(book.row('Summary', first, 'BCDEFGH'),
         ['Carolyn', 'North', 170000, 136000, -34000, 136000 / 170000, 226000], 'Carolyn')
    # Craig was in the North until October; the South is the last he held.
    equal(book.row('Summary', first + 1, 'BCDEFGH'), ['Craig', 'South', 'n/a', 20000, 'n/a', 'n/a', 20000], 'Craig')
    near(book.row('Summary', first + 2, 'BCDEFGH'),
         ['Joe', 'South', 90000, 45000.5, -44999.5, 45000.5 / 90000, 45000.5], 'Joe')
    equal(book.row('Summary', first + 3, 'BCDEFGH'),
          ['Members who left', '—', 'n/a', 0, 'n/a', 'n/a', 40000], 'Pat, who left in June')
    equal(book.row('Summary', first + 4, 'BDEF'), ['Team', 260000, 201000.5, -58999.5], 'the team')
    assert 'Dana' not in book.words(), 'a leader without figures or conversations'
    south = book.find('Summary', 'South')
    near(book.row('Summary', south, 'BDEFGH'),
         ['South', 90000, 65000.5, -24999.5, 65000.5 / 90000, 65000.5], 'the South')


def test_figures_of_goals(case):
    book = case.book('small')
    goals = 'Goals and commitments'
    near(book.row(goals, book.find(goals, 'Carolyn'), 'BCDEFGHIJKLMN'),
         ['Carolyn', 'North', 400000, 500000, 100000, 100000, 110000, 120000, 170000, 136000, 0.8, 226000, 'Joe'],
         'Carolyn')
    equal(book.row(goals, book.find(goals, 'Craig'), 'DEFGHIJKL'),
          [200000, 'n/a', 'n/a', 'n/a', 'n/a', 'n/a', 'n/a', 20000, 'n/a'], 'Craig, who promised nothing')
    # Joe promised his quota and no more. Amounts may be typed over: what is below the quota is no stretch either.
    joe = book.find(goals, 'Joe')
    equal(book.row(goals, joe, 'DEF'), [300000, 300000, 0], 'Joe')
    equal(book.sheets[goals]['F%d' % joe][0], 'IFERROR(MAX(0,E%d-D%d),"n/a")' % (joe, joe), 'the live stretch')
    equal(book.row(goals, book.find(goals, 'Team'), 'DEFGHIJK'),
          [900000, 800000, 100000, 160000, 180000, 200000, 260000, 201000.5], 'the team')


def test_conversations(case):
    book = case.book('small', 'team')
    name = 'Conversations'
    # The last was on 2026-10-15, 39 days before the day of the data; Craig's on 2026-07-01, 145 days.
    # The team is told of praise and of how many in all: Joe was coached, which is between him and the leader.
    equal(book.row(name, book.find(name, 'Carolyn'), 'BCDE'), ['Carolyn', 1, 1, 5], 'Carolyn')
    equal(book.row(name, book.find(name, 'Craig'), 'BCDE'), ['Craig', 0, 0, 20], 'Craig')
    equal(book.row(name, book.find(name, 'Joe'), 'BCDE'), ['Joe', 0, 1, 2], 'Joe')
    assert not any(kind in book.words() for kind in ('Coaching', 'Shortfall', 'Formal warning')), 'kinds of talks'
    manager = case.book('small', 'manager')
    row = manager.find(name, 'Weeks since the last', 'J')
    equal(manager.row(name, row + 3, 'BCDEFGH'), ['Joe', 0, 1, 0, 0, 0, 1], 'Joe, for the manager')
    equal(manager.row(name, 5, 'BCDEFG'), ['Carolyn', 1, 46310, 'Praise', 'Held', 'zqpraise purpose'], 'the list')


def test_swot(case):
    book = case.book('small', 'hr')
    head = book.find('SWOT', 'Quadrant')
    near(book.row('SWOT', head + 1, 'BCHIJ'), ['Strengths', 'Fast answers', 1, 3, 3], 'the first in order')
    near(book.row('SWOT', head + 5, 'BCHIJ'), ['Threats', 'A cheaper rival', 5, 3, 15], 'the last')
    equal(book.sheets['SWOT']['B5'][1], 'Fast answers', 'on the board')


def test_what_came_of_the_cards(case):
    for audience, also, votes, counts in (('team', 'Since 1998\nalso: They call us back', 3, (1, 2, 1)),
                                          ('manager', 'Since 1998\nalso: They call us back; zqunder card', 7, (3, 5, 3))):
        book = case.book('small', audience)
        head = book.find('SWOT', 'Quadrant')
        equal(book.row('SWOT', head + 2, 'CDKL'), ['Known by every buyer', also, votes, 'Open'], audience)
        equal(book.row('SWOT', head + 1, 'K'), [0], 'nobody voted for that one')
        equal(book.row('SWOT', book.find('SWOT', 'Pair') - 3, 'CL'),
              ['A cheaper rival', 'Resolved: They raised their price'], 'settled')
        pairs, actions, asks = (book.find('SWOT', title) for title in ('Pair', 'Who', 'Department'))
        equal(book.row('SWOT', pairs + 1, 'BCDEF'), ['Use strengths against threats', 'Known by every buyer',
                                                     'Name the buyers who stay', 'A cheaper rival', 'Team'], 'a pair')
        equal((actions - pairs - 3, asks - actions - 3), counts[:2], 'pairs and actions of the copy for ' + audience)
        words = [book.sheets['SWOT'].get('C%d' % row, (None, None))[1] for row in range(actions + 1, asks)]
        assert 'A list of ten buyers' in words and 'Ask three buyers for a quote' in words, words
        row = actions + 1 + words.index('A list of ten buyers')
        equal(book.row('SWOT', row, 'BDE'), ['Carolyn', 'Known by every buyer + A cheaper rival', 'Two came.'], 'an action')
        words = [book.sheets['SWOT'].get('C%d' % row, (None, None))[1] for row in range(asks + 1, asks + 1 + counts[2])]
        row = asks + 1 + words.index('A page of references')
        equal(book.row('SWOT', row, 'BDEF'), ['Product', 'In the spring.', 'Known by every buyer', 'Agreed'], 'an ask')
        assert 'C%d' % (asks + 1 + counts[2]) not in book.sheets['SWOT'], 'no more asks'


def test_what_the_team_must_not_see(case):
    team, manager, hr = (case.book('small', audience) for audience in ('team', 'manager', 'hr'))
    assert 'zq' not in team.words(), 'in the copy for the team'
    assert not any('zq' in name for name in team.members), 'in the names of the parts'
    for word in PRIVATE:
        assert word in manager.words(), word
        assert word not in hr.words(), word
    for word in FOR_MANAGER:
        assert word in manager.words() and word in hr.words(), word
    for word in FOR_HR:
        assert word not in manager.words(), word
        assert word in hr.words(), word
    notes = {name: '\n'.join(value for _, value in book.sheets['Definitions'].values()
                             if isinstance(value, str) and value.startswith('This copy is for'))
             for name, book in (('team', team), ('manager', manager), ('hr', hr))}
    for name, note in notes.items():
        assert note and ('all personal goals' in note) == (name == 'manager'), (name, note)
    assert 'Best of the North' in team.words() and 'Ask three buyers' in team.words()
    assert team.find('Goals and commitments', 'Personal goals') == \
        team.find('Goals and commitments', 'Best of the North', 'D') - 2, 'not even counted'


def test_two_runs_are_the_same_bytes(case):
    first = {kind: case.report(kind, 'hr').read_bytes() for kind in KINDS}
    time.sleep(1.1)  # a clock in the file would show
    for kind in KINDS:
        assert first[kind] == case.report(kind, 'hr').read_bytes(), kind
    core = case.book('small').members['docProps/core.xml'].decode()
    assert core.count('2026-11-23T12:00:00Z') == 2, core


def test_no_text_becomes_a_formula(case):
    for kind in KINDS:
        for audience in ('team', 'manager', 'hr'):
            book = case.book(kind, audience)
            for sheet, cells in book.sheets.items():
                for reference, (formula, value) in cells.items():
                    assert formula is None or FORMULA.fullmatch(formula), (kind, sheet, reference, formula)
                    units = len(value.encode('utf-16-le')) // 2 if isinstance(value, str) else 0
                    assert units <= 32767, (kind, sheet, reference, units)
    assert book.sheets['Summary'], kind
    odd = case.book('odd', 'hr')
    for text in ('=SUM(A1:A9)', '+1+1', '-2+3', '@cmd', '=HYPERLINK("http://example.invalid","click")'):
        odd.find('Goals and commitments', text)
    longest = [value for _, value in odd.sheets['SWOT'].values() if isinstance(value, str) and len(value) > 5000]
    assert longest and all(value.endswith('…') for value in longest), 'cut, and seen to be'
    assert '_x0041_' not in odd.words(), 'read as a character'


def test_the_empty_and_the_lonely(case):
    equal(list(case.book('empty').sheets), ['Summary', 'Definitions'], 'sheets of an empty workspace')
    book = case.book('one')
    equal(list(book.sheets), ['Summary', 'Goals and commitments', 'Definitions'], 'sheets of one person')
    equal([book.sheets['Summary'][cell][1] for cell in ('D5', 'E5', 'F5', 'G5')],
          ['n/a', 'n/a', 'n/a', 'n/a'], 'tiles without figures')


def test_numbers_do_not_follow_the_locale(case):
    if not os.path.isdir(os.path.join(os.environ.get('LOCPATH', ''), 'de_DE.UTF-8')):
        return 'no locale with decimal commas here'
    plain = case.book('small', 'hr', 'plain.xlsx')
    german = case.book('small', 'hr', 'german.xlsx', env={'LC_ALL': 'de_DE.UTF-8'})
    equal(german.sheets, plain.sheets, 'cells written in a locale with decimal commas')
    equal(german.members['xl/styles.xml'], plain.members['xl/styles.xml'], 'styles')
    return None


def test_private_and_nowhere_else(case):
    workspace = case.workspace('small')
    scratch = case.folder / 'scratch'
    scratch.mkdir()
    # Scratch files lose their names at once: what was made in the folder is asked of the kernel.
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    assert watch >= 0 and libc.inotify_add_watch(watch, os.fsencode(scratch), IN_CREATE) >= 0, ctypes.get_errno()
    path = case.out / 'report.xlsx'
    good('write', workspace, path, 'hr', env=dict.fromkeys(('TMPDIR', 'TMP', 'TEMP'), str(scratch)))
    try:
        events = os.read(watch, 4096)
    except BlockingIOError:
        events = b''
    os.close(watch)
    equal(events, b'', 'what was made in the temporary folder')
    equal(stat.S_IMODE(path.stat().st_mode), 0o600, 'mode')
    equal([each.name for each in case.out.iterdir()], [path.name], 'the folder')


def test_a_full_disk_at_every_point(case):
    workspace = case.workspace('small')
    whole = case.report('small', 'hr', 'whole.xlsx')
    # The library's scratch files are longer than what is packed from them.
    size = max([whole.stat().st_size, *map(len, Book(whole).members.values())])
    old = b'what was there before'
    target = case.out / 'report.xlsx'

    def limit(length):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (length, length))

    refused = 0
    for length in [*range(0, size + 4096, 701), 10 * size]:
        target.write_bytes(old)
        done = run('write', workspace, target, 'hr', preexec_fn=lambda: limit(length))
        equal(sorted(each.name for each in case.out.iterdir()), ['report.xlsx', 'whole.xlsx'], 'the folder')
        if done.returncode == 0:
            equal(target.read_bytes(), whole.read_bytes(), 'written with %d bytes' % length)
        else:
            refused += 1
            equal(target.read_bytes(), old, 'the file before')
            assert 'no room' in done.stderr.decode(), (length, done.stderr)
    assert refused > 10 and done.returncode == 0, refused


def test_killed_at_any_time(case):
    workspace = case.workspace('large')
    old = case.report('small', 'hr', 'old.xlsx').read_bytes()
    new = case.report('large', 'hr', 'new.xlsx').read_bytes()
    target = case.out / 'report.xlsx'
    start = time.monotonic()
    good('write', workspace, target, 'hr')
    takes = time.monotonic() - start
    seen = set()
    for number in range(60):
        target.write_bytes(old)
        process = subprocess.Popen([MAKE_REPORT, 'write', str(workspace), str(target), 'hr'])
        try:
            process.wait(timeout=takes * number / 40)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        content = target.read_bytes()
        assert content in (old, new), 'part of a file after %d' % number
        seen.add(content == new)
    assert False in seen, 'none was killed in time'


def run_one(number, name, function, workspaces):
    """Says in TAP how it went; FALSE where it failed."""
    with tempfile.TemporaryDirectory(prefix='accord-report-') as folder:
        try:
            skipped = function(Case(workspaces, folder))
        except Exception:  # whatever it is, the case failed and the next one runs
            print('not ok %d - %s' % (number, name), flush=True)
            for line in traceback.format_exc().splitlines():
                print('# ' + line, flush=True)
            return False
    print('ok %d - %s%s' % (number, name, ' # SKIP ' + skipped if skipped else ''), flush=True)
    return True


def main(names):
    tests = [(name, function) for name, function in names.items() if name.startswith('test_')]
    print('1..%d' % len(tests))
    with tempfile.TemporaryDirectory(prefix='accord-report-') as workspaces:
        went = [run_one(number, name[5:].replace('_', '-'), function, workspaces)
                for number, (name, function) in enumerate(tests, 1)]
    sys.exit(0 if all(went) else 1)


if __name__ == '__main__':
    main(dict(globals()))
