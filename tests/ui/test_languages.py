#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen can be translated, is mirrored where the language runs right to left, and fits where text is long."""
import re

import driver
from tap import case, run

# Words that are no texts of Accord's: data of the workspace, GTK's own widgets, and what its types are called where a
# picture has no name.
NOT_OURS = re.compile(r'^(Accord|Probe|Close|Minimize|Maximize|Open|Cancel|(Gtk|Adw|Accord)[A-Z]\w*)?$')
ROLES = ('label', 'push button', 'check box', 'text', 'combo box', 'list item', 'heading', 'link')


def untranslated(accord):
    """Names of what is seen that have letters and do not come from the catalogue of the pseudo-locale."""
    names = {widget.name for widget in accord.all(ROLES, re.compile('[A-Za-z]{2}')) if '⟦' not in widget.name}
    return sorted(name for name in names if not NOT_OURS.match(name))


@case
def every_text_of_the_welcome_page_is_translatable():
    accord = driver.start(language='en@pseudo')
    accord.find('push button', re.compile('⟦'))
    assert not untranslated(accord), untranslated(accord)
    accord.close()


@case
def every_text_of_an_empty_workspace_is_translatable():
    accord = driver.start(driver.new('--name', 'Probe'), language='en@pseudo')
    for number in range(1, len(driver.page_rows(accord)) + 1):
        driver.open_page(accord, number)
        assert not untranslated(accord), 'page %d: %s' % (number, untranslated(accord))
    accord.close()


@case
def window_is_mirrored_where_the_language_is():
    accord = driver.start(driver.demo(), language='ar')
    window, row = accord.window(), driver.page_rows(accord)[0]
    assert row.place[0] > window.place[2] / 2, (row, window)
    accord.close()


@case
def pages_fit_a_phone():
    accord = driver.start(driver.demo(), window_size=(400, 760))
    for number in range(1, len(driver.page_rows(accord)) + 1):
        driver.open_page(accord, number)
        width = accord.window().place[2]
        assert width <= 400, 'page %d wants %d pixels' % (number, width)
    accord.close()


if __name__ == '__main__':
    run()
