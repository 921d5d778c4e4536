#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The counter of `make test` counts what failed, also where a program says nothing."""
import json
import pathlib
import tempfile
import unittest

from run import count_cases, tap_cases


def counts(*tests):
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder) / 'meson-logs' / 'testlog.json'
        log.parent.mkdir()
        log.write_text('\n'.join(json.dumps({'name': 'x', **test}) for test in tests))
        total, failures = count_cases(pathlib.Path(folder))
        return total['passed'], total['failed'], total['skipped']


class Count(unittest.TestCase):
    def test_cases_of_a_tap_test(self):
        count, failed = tap_cases('1..4\nok 1 /a\nnot ok 2 /b\nok 3 /c # SKIP no display\nok 4 /d # TODO later\n')
        self.assertEqual((count['passed'], count['failed'], count['skipped']), (2, 1, 1))
        self.assertEqual(failed, ['/b'])

    def test_planned_and_never_run_is_failed(self):
        self.assertEqual(counts({'result': 'ERROR', 'stdout': '1..3\nok 1 /a\n'}), (1, 2, 0))

    def test_all_ok_and_then_a_crash_is_failed(self):
        self.assertEqual(counts({'result': 'ERROR', 'stdout': '1..1\nok 1 /a\n'}), (1, 1, 0))
        self.assertEqual(counts({'result': 'TIMEOUT', 'stdout': ''}), (0, 1, 0))
        self.assertEqual(counts({'result': 'FAIL', 'stdout': 'nothing of note'}), (0, 1, 0))

    def test_plain_tests_count_one_each(self):
        self.assertEqual(counts({'result': 'OK', 'stdout': ''}, {'result': 'SKIP', 'stdout': ''},
                                {'result': 'OK', 'stdout': '1..2\nok 1 a\nok 2 b\n'}), (3, 0, 1))

    def test_what_only_looks_like_tap_does_not_count(self):
        self.assertEqual(counts({'result': 'OK', 'stdout': 'ok then\n1..1\nok 1 /a\n'}), (1, 0, 0))
        self.assertEqual(counts({'result': 'FAIL', 'stdout': 'not okay\n1..1\nnot ok 1 /a\n'})[1], 1)


if __name__ == '__main__':
    unittest.main()
