#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window opens, on the first run and with a workspace, and closes again without a warning."""
import driver
from tap import case, run


@case
def first_run_shows_the_welcome_page():
    accord = driver.start()
    accord.find('list item', 'Look Around With the Demo Team')
    accord.close()


@case
def workspace_on_the_command_line_opens():
    accord = driver.start(driver.demo())
    accord.find('list item', 'People')
    assert not accord.has('list item', 'Look Around With the Demo Team')
    accord.close()


@case
def every_control_that_is_seen_has_a_name():
    accord = driver.start(driver.demo())
    accord.find('list item', 'People')
    for page in range(1, len(driver.page_rows(accord)) + 1):
        driver.open_page(accord, page)
        # GTK names what nobody named after its type.
        nameless = [w for role in ('push button', 'toggle button', 'text', 'check box', 'combo box', 'spin button')
                    for w in accord.all(role) if not w.name or w.name.startswith(('Gtk', 'Adw', 'Accord'))]
        assert not nameless, 'page %d: %s' % (page, [(w, [str(u) for u in w.up()][1:4]) for w in nameless])
    accord.close()


if __name__ == '__main__':
    run()
