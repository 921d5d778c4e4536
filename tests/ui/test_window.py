#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: first run, files that cannot be opened, the period."""
import os
import pathlib
import shutil

import driver
from driver import wait_until
from tap import case, run


@case
def first_workspace_is_private_and_in_its_place():
    accord = driver.start()
    accord.find('push button', 'Start a workspace').click()
    accord.window('New Workspace').find('text', 'Team')
    accord.type('Überall Verkauf\n')
    # Enter goes on to the currency, and creates from there.
    accord.key('Return')
    accord.find('list item', 'People')
    path = pathlib.Path(accord.session.env['XDG_DATA_HOME']) / 'accord' / 'workspace.accord'
    assert path.stat().st_mode & 0o777 == 0o600, oct(path.stat().st_mode)
    assert path.parent.stat().st_mode & 0o777 == 0o700, oct(path.parent.stat().st_mode)
    accord.close()


@case
def a_currency_of_two_letters_makes_no_workspace():
    accord = driver.start()
    accord.find('push button', 'Start a workspace').click()
    dialog = accord.window('New Workspace')
    accord.type('Team')
    dialog.find('text', 'Currency (three letters, such as USD)').enter('US')
    wait_until(lambda: 'sensitive' not in dialog.find('push button', 'Create', hidden=True).states, 'Create to be off')
    accord.key('Return')
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the dialog to close')
    assert not (pathlib.Path(accord.session.env['XDG_DATA_HOME']) / 'accord' / 'workspace.accord').exists()
    accord.close()


def refuse(content, path=None):
    """Opens a file with that content; gives the program that shows what is wrong, the file untouched."""
    path = path or driver.folder() / 'bad.accord'
    path.write_bytes(content)
    accord = driver.start(path)
    accord.find('push button', 'Open Another Workspace…')
    assert path.read_bytes() == content
    return accord


@case
def an_empty_file_is_not_shown_as_an_empty_workspace():
    accord = refuse(b'')
    assert not accord.has('list item', 'People')
    accord.close()


@case
def another_kind_of_file_is_refused():
    accord = refuse(b'%PDF-1.7\n' + bytes(range(256)) * 40)
    accord.find('push button', 'To the Start').click()
    accord.find('push button', 'Start a workspace')
    accord.close()


@case
def a_truncated_workspace_is_refused():
    workspace = driver.new()
    accord = refuse(workspace.read_bytes()[:-5000])
    accord.close()


@case
def a_file_that_is_not_there_is_said_to_be():
    accord = driver.start(driver.folder() / 'nothing.accord')
    accord.find('push button', 'Open Another Workspace…')
    accord.close()


@case
def a_read_only_workspace_opens_and_says_so():
    workspace = driver.new()
    if os.geteuid() == 0:
        # Root may write to a file whatever its mode; nobody may write to an immutable one, but not every disk has that.
        shutil.copy(workspace, workspace.with_suffix('.copy'))
    workspace.chmod(0o400)
    accord = driver.start(workspace)
    accord.find('list item', 'People')
    accord.find('label', 'Read-only: what you change here cannot be kept')
    accord.close()


@case
def the_shortcuts_are_shown():
    accord = driver.start(driver.demo())
    accord.key('ctrl+question')
    accord.find('label', 'Go to a page')
    accord.key('Escape')
    accord.find('list item', 'People')
    accord.close()


@case
def the_arrows_walk_through_the_quarters():
    accord = driver.start(driver.new())
    accord.find('push button', 'Q4 2026')
    accord.key('alt+Right')
    accord.find('push button', 'Q1 2027')
    accord.find('push button', 'Previous Quarter').click()
    accord.find('push button', 'Previous Quarter').click()
    accord.find('push button', 'Q3 2026').click()
    accord.find('push button', 'Q4 2026')
    accord.close()


@case
def the_demo_opens_from_the_welcome_page():
    accord = driver.start()
    accord.find('push button', 'Look around with the demo team').click()
    accord.find('list item', re_carolyn, timeout=20)
    accord.close()


if __name__ == '__main__':
    import re
    re_carolyn = re.compile('Carolyn')
    run()
