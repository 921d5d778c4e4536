#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Reports page: the quarter exported from the window, and the workbook read back."""
import re
import xml.etree.ElementTree as ElementTree
import zipfile

import driver
from driver import wait_until
from tap import case, run

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def sheets(path):
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        root = ElementTree.fromstring(book.read('xl/workbook.xml'))
        return [sheet.get('name') for sheet in root.iter(MAIN + 'sheet')]


def words(path):
    with zipfile.ZipFile(path) as book:
        return ' '.join(re.sub('<[^>]*>', ' ', book.read(name).decode()) for name in book.namelist()
                        if name.endswith('.xml'))


def open_reports(workspace):
    accord = driver.start(workspace)
    accord.find('list item', 'Reports').click()
    accord.find('push button', 'Export…')
    return accord


def choose(accord, path):
    """Answers the file dialog, whose name is selected when it opens."""
    dialog = accord.window('Export the Report')
    dialog.find('push button', 'Export')
    accord.key('ctrl+a')
    accord.type('%s\n' % path)


@case
def quarter_is_exported_from_the_window():
    accord = open_reports(driver.demo())
    out = driver.folder() / 'quarter.xlsx'
    accord.key('ctrl+n')
    choose(accord, out)
    accord.find('label', 'quarter.xlsx')
    assert out.stat().st_mode & 0o777 == 0o600, oct(out.stat().st_mode)
    assert sheets(out) == ['Summary', 'Goals and commitments', 'SWOT', 'Conversations', 'Definitions'], sheets(out)
    assert [path.name for path in out.parent.iterdir()] == ['quarter.xlsx']
    accord.close()


@case
def the_copy_is_for_the_audience_that_was_chosen():
    workspace = driver.demo()
    accord = open_reports(workspace)
    team, manager = driver.folder() / 'team.xlsx', driver.folder() / 'manager.xlsx'
    accord.find('push button', 'Export…').click()
    choose(accord, team)
    accord.find('label', 'team.xlsx')
    accord.find('combo box', re.compile('For')).click()
    accord.key('Down', 'Return')
    accord.find('label', re.compile('with their purpose'))
    accord.find('push button', 'Export…').click()
    choose(accord, manager)
    accord.find('label', 'manager.xlsx')
    purposes = [row['purpose'] for row in driver.cli_json('list', workspace, 'conversations', '--quarter', '2026-Q4')]
    assert purposes
    for purpose in filter(None, purposes):
        word = re.escape(purpose.replace('&', '&amp;'))
        assert re.search(word, words(manager)), purpose
        assert not re.search(word, words(team)), purpose
    accord.close()


@case
def a_cancelled_dialog_writes_nothing():
    accord = open_reports(driver.demo())
    folder = driver.folder()
    accord.find('push button', 'Export…').click()
    dialog = accord.window('Export the Report')
    dialog.find('push button', 'Export')
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the file dialog to close')
    assert not list(folder.iterdir())
    accord.close()


@case
def a_quarter_without_anything_says_so():
    accord = open_reports(driver.demo())
    for quarter in range(9):
        accord.key('alt+Right')
    wait_until(lambda: 'sensitive' not in accord.find('push button', 'Export…', hidden=True).states, 'Export to be off')
    accord.close()


if __name__ == '__main__':
    run()
