# SPDX-License-Identifier: GPL-3.0-or-later
"""A small TAP reporter: functions marked @case run in the order they stand in, each in sessions of its own.

    from tap import case, run

    @case
    def card_moves_to_another_quadrant():
        ...                                     # an exception of any kind fails the case

    if __name__ == '__main__':
        run()                                   # or `test_x.py PART_OF_A_NAME` for some cases only

When a case fails, what was on the screen, the tree of widgets and the program's own messages are kept in the folder
ACCORD_UI_FAILURES (build/tests/ui/failures), named after the case.
"""
import os
import pathlib
import signal
import sys
import traceback

import driver

_cases = []


def case(function):
    _cases.append(function)
    return function


def _keep_evidence(name):
    folder = pathlib.Path(os.environ.get('ACCORD_UI_FAILURES', 'build/tests/ui/failures'))
    folder.mkdir(parents=True, exist_ok=True)
    for number, program in enumerate(driver.Program.running):
        base = folder / ('%s-%d' % (name, number))
        try:
            program.session_screenshot(base.with_suffix('.png'))
            base.with_suffix('.messages').write_text(program.messages())
            base.with_suffix('.tree').write_text(program.dump())
        except Exception as error:  # evidence is welcome, but the case's own failure is what must be told
            _comment('no more evidence: %s' % error)
        _comment('evidence: %s.{png,messages,tree}' % base)


def _comment(text):
    for line in text.splitlines():
        print('# ' + line)


def run():
    chosen = [c for c in _cases if all(part in c.__name__ for part in sys.argv[1:])]
    # meson ends a test that takes too long; what runs in its session goes with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    print('1..%d' % len(chosen), flush=True)
    failed = 0
    for number, function in enumerate(chosen, 1):
        name = '%s %s' % (pathlib.Path(sys.argv[0]).stem.replace('test_', ''), function.__name__.replace('_', ' '))
        try:
            try:
                function()
                driver.close_all(check=True)
            except BaseException:
                _keep_evidence(function.__name__)
                raise
            finally:
                driver.close_all(check=False)
            print('ok %d - %s' % (number, name), flush=True)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:
            failed += 1
            print('not ok %d - %s' % (number, name))
            _comment(traceback.format_exc())
            sys.stdout.flush()
    sys.exit(1 if failed else 0)
