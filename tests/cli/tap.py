# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs accord-cli as a script would, and says in TAP what came of it.

A test file has functions whose names begin with test_; each gets a Case with a folder of its own. run_tests() runs
them in order. The program under test is the first argument.
"""
import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
TODAY = '2026-11-23'


# Files of other programs, which are not part of the source: tests of them skip where they are not at hand.
SHARED = pathlib.Path(__file__).resolve().parents[2] / '..' / 'shared' / 'data'
if not SHARED.is_dir():
    SHARED = pathlib.Path(__file__).resolve().parents[2] / '..' / '..' / 'shared' / 'data'


class Skip(Exception):
    """The test cannot be made here, and says why."""


def shared(name):
    path = SHARED / name
    if not path.exists():
        raise Skip('no ../shared/data/' + name)
    return str(path)


class Case:
    """A folder, a home without anything in it, and ways to call the program and look at what it did."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.home = self.folder / 'home'
        self.home.mkdir()

    def path(self, name):
        return str(self.folder / name)

    def call(self, *arguments, today=TODAY, env=None, stdout=subprocess.PIPE, timeout=120):
        environment = {'PATH': os.environ.get('PATH', '/usr/bin:/bin'), 'HOME': str(self.home), 'LANG': 'C.UTF-8',
                       'XDG_DATA_HOME': str(self.home / 'data'), 'ACCORD_TODAY': today, 'G_DEBUG': 'fatal-criticals'}
        environment.update({name: value for name, value in os.environ.items()
                            if name.endswith('SAN_OPTIONS') or name == 'G_SLICE'})
        environment.update(env or {})
        return subprocess.run([PROGRAM, *arguments], env=environment, stdin=subprocess.DEVNULL, stdout=stdout,
                              stderr=subprocess.PIPE, timeout=timeout)

    def good(self, *arguments, **options):
        """Exit 0 and not a word on standard error; returns what was printed."""
        done = self.call(*arguments, **options)
        error = done.stderr.decode()
        equal(done.returncode, 0, 'exit status of %s: %s' % (' '.join(arguments), error))
        equal(error, '', 'standard error of ' + ' '.join(arguments))
        return done.stdout.decode() if done.stdout is not None else ''

    def imported(self, *arguments, **options):
        """Exit 0; what was printed as JSON, and what was said on standard error."""
        done = self.call('import', *arguments, '--format', 'json', **options)
        equal(done.returncode, 0, 'exit status of import %s: %s' % (' '.join(arguments), done.stderr.decode()))
        return json.loads(done.stdout), done.stderr.decode()

    def write(self, name, text, encoding='utf-8'):
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        return str(path)

    def rows(self, *arguments, **options):
        return json.loads(self.good(*arguments, '--format', 'json', **options))

    def fault(self, *arguments, words=(), **options):
        """Exit 1, nothing printed, one line that holds the words."""
        return self._complaint(1, arguments, words, options)

    def misuse(self, *arguments, words=(), **options):
        return self._complaint(2, arguments, words, options)

    def _complaint(self, status, arguments, words, options):
        done = self.call(*arguments, **options)
        error = done.stderr.decode()
        equal(done.returncode, status, 'exit status of %s: %s' % (' '.join(arguments), error))
        equal(done.stdout, b'', 'standard output of ' + ' '.join(arguments))
        equal(error.count('\n'), 1, 'lines of the message: ' + error)
        true(error.startswith('accord-cli'), 'the message says who speaks: ' + error)
        for word in words:
            true(word in error, '“%s” in the message: %s' % (word, error))
        return error


def equal(got, wanted, what):
    if got != wanted:
        raise AssertionError('%s:\n  got    %r\n  wanted %r' % (what, got, wanted))


def true(value, what):
    if not value:
        raise AssertionError('not so: ' + what)


def csv_rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def run_tests(names):
    tests = [(name, function) for name, function in names.items() if name.startswith('test_')]
    failed = 0
    print('1..%d' % len(tests))
    for number, (name, function) in enumerate(tests, 1):
        folder = tempfile.mkdtemp(prefix='accord-cli-')
        try:
            function(Case(folder))
            print('ok %d - %s' % (number, name[5:].replace('_', '-')), flush=True)
        except Skip as reason:
            print('ok %d - %s # SKIP %s' % (number, name[5:].replace('_', '-'), reason), flush=True)
        except Exception:  # whatever it is, the case failed and the next one runs
            failed += 1
            print('not ok %d - %s' % (number, name[5:].replace('_', '-')), flush=True)
            for line in traceback.format_exc().splitlines():
                print('# ' + line, flush=True)
        finally:
            for root, folders, _ in os.walk(folder):
                for each in folders:
                    os.chmod(os.path.join(root, each), 0o700)
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if failed else 0)
