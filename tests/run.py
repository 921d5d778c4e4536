#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests with meson and counts their cases.

    run.py BUILD [meson test options, such as --suite core]

The last line says `N passed, N failed`, with `, N skipped` where some were; the exit status is 0 only where some passed
and none failed. A case is a line of a TAP test, or a whole test that does not speak TAP. A test that ends badly without
saying which case did counts as one failed case, as do cases that were planned and never came.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys

GOOD = ('OK', 'EXPECTEDFAIL')
CASE = re.compile(r'(not )?ok (\d+)\b\s*-?\s*([^#]*)(#\s*(SKIP|TODO)\b)?', re.IGNORECASE)
PLAN = re.compile(r'1\.\.(\d+)')


def tap_cases(text):
    """{'passed': n, 'failed': n, 'skipped': n}, and the names of the failed ones."""
    count, failed, planned = collections.Counter(), [], None
    for line in text.splitlines():
        plan = PLAN.match(line)
        if plan:
            planned = int(plan.group(1))
        case = CASE.match(line)
        if not case:
            continue
        mark = (case.group(5) or '').upper()
        if mark == 'SKIP':
            count['skipped'] += 1
        elif case.group(1) and mark != 'TODO':
            count['failed'] += 1
            failed.append(case.group(3).strip() or case.group(2))
        else:
            count['passed'] += 1
    missing = (planned or 0) - sum(count.values())
    if missing > 0:
        count['failed'] += missing
        failed.append('%d planned and never run' % missing)
    return count, failed


def count_cases(build):
    total, failures = collections.Counter(), []
    for line in (build / 'meson-logs' / 'testlog.json').read_text(errors='replace').splitlines():
        test = json.loads(line)
        text = test.get('stdout') or ''
        count, failed = tap_cases(text)
        if test['result'] == 'SKIP' and not sum(count.values()):
            count['skipped'] += 1
        elif test['result'] in GOOD and not sum(count.values()):
            count['passed'] += 1
        elif test['result'] not in GOOD + ('SKIP',) and not count['failed']:
            count['failed'] += 1
            failed.append(test['result'].lower())
        total += count
        failures += ['%s: %s' % (test['name'], name) for name in failed]
        if failed:
            tail = (text + '\n' + (test.get('stderr') or '')).strip().splitlines()[-25:]
            failures += ['    ' + line for line in tail if 'g_set_user_dirs' not in line]
    return total, failures


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else 'build')
    log = build / 'meson-logs' / 'testlog.json'
    log.unlink(missing_ok=True)
    # Slow and busy machines are no failure: four times what each test is given.
    command = ['meson', 'test', '-C', str(build), '--no-rebuild', '--timeout-multiplier', '4'] + sys.argv[2:]
    done = subprocess.run(command,
                          env={**os.environ, 'MESON_TESTTHREADS': os.environ.get('MESON_TESTTHREADS', '2')})
    total, failures = collections.Counter(), []
    if log.exists():
        total, failures = count_cases(build)
    if done.returncode and not total['failed']:
        total['failed'] += 1
        failures.append('meson test: exit status %d' % done.returncode)
    for line in failures:
        print(line)
    skipped = ', %d skipped' % total['skipped'] if total['skipped'] else ''
    print('%d passed, %d failed%s' % (total['passed'], total['failed'], skipped), flush=True)
    return 1 if total['failed'] or not total['passed'] else 0


if __name__ == '__main__':
    sys.exit(main())
