#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window opens, on the first run and with a workspace, and closes again without a warning."""
import re

import driver
from tap import case, run

CONTROLS = ('push button', 'text', 'check box', 'combo box', 'spin button', 'list item', 'radio button')


@case
def first_run_shows_the_welcome_page():
    accord = driver.start()
    accord.find('push button', 'Look around with the demo team')
    accord.close()


@case
def workspace_on_the_command_line_opens():
    accord = driver.start(driver.demo())
    accord.find('list item', 'People')
    assert not accord.has('push button', 'Look around with the demo team')
    accord.close()


@case
def every_control_that_is_seen_has_a_name():
    accord = driver.start(driver.demo())
    accord.find('list item', 'People')
    for page in range(1, len(driver.page_rows(accord)) + 1):
        driver.open_page(accord, page)
        # GTK names what nobody named after its type. The button within a drop-down goes by the drop-down's name.
        nameless = [list(w.up())[:4] for w in accord.all(CONTROLS) if w.parent.role != 'combo box'
                    and (not w.name or re.match('(Gtk|Adw|Accord)[A-Z]', w.name))]
        assert not nameless, 'page %d: %s' % (page, nameless)
    accord.close()


if __name__ == '__main__':
    run()
