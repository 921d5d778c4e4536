#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Members and quotas from a file: what will happen is seen before, and can be taken back after."""
import csv
import re

import driver
from driver import wait_until
from tap import case, run

MEMBERS = '''Full name,E-mail,Role,Territory,Start date
Rosa Lindqvist,rosa@example.com,Account executive,North,2026-02-16
,nobody@example.com,Account executive,North,2026-03-16
Émile Fabre,emile@example.com,Account executive,South,2026-04-20
'''
QUOTAS = '''Member;Year;Annual quota
%s;2028;1.250.000,50
%s;2028;980.000,00
Nobody Known;2028;5.000,00
'''


def members(workspace):
    return {row['name']: row for row in driver.cli_json('list', workspace, 'members')}


def write(name, text, encoding='utf-8'):
    path = driver.folder() / name
    path.write_bytes(text.encode(encoding))
    return path


def open_import(accord, page, item, path):
    """By the menu of the page and the file dialog, as a person would."""
    accord.find('list item', page).click()
    accord.find('push button', 'More').click()
    accord.find('menu item', item + '…').click()
    dialog = accord.window(item)
    dialog.find('push button', 'Open')
    accord.type('%s\n' % path)
    accord.find('label', path.name)  # the import window's subtitle
    return accord.window(item)


@case
def members_are_imported_mended_and_taken_back():
    workspace = driver.new()
    accord = driver.start(workspace)
    window = open_import(accord, 'People', 'Import Members', write('team.csv', MEMBERS, 'windows-1252'))
    window.find('push button', 'Import 2 Members')
    window.find('push button', 'Added 2')
    window.find('label', 'Émile Fabre')
    window.find('push button', 'Refused 1').click()
    window.wait_gone('label', 'Émile Fabre')
    window.find('label', '3')  # the line of the file
    assert members(workspace) == {}

    window.find('push button', 'Import 2 Members').click()
    window.find('push button', 'Save Refused Lines…').click()
    saved = driver.folder() / 'mend.csv'
    accord.window('Save the Refused Lines').find('push button', 'Save')
    accord.key('ctrl+a')
    accord.type('%s\n' % saved)
    window.find('label', 'The refused lines are saved')
    rows = list(csv.reader(saved.open(encoding='utf-8-sig')))
    header, _, refused, _ = csv.reader(MEMBERS.splitlines())
    assert [row[:-1] for row in rows] == [header, refused], rows
    assert rows[1][-1], rows

    window.find('push button', 'Done').click()
    accord.find('list item', 'Émile Fabre')
    assert members(workspace)['Rosa Lindqvist']['started'] == '2026-02-16'

    accord.find('push button', 'More').click()
    accord.find('menu item', 'Import History…').click()
    accord.window('Import History').find('push button', 'Take Back').click()
    accord.window('Import History').find('label', 'Taken back')
    accord.key('Escape')
    accord.find('push button', 'Add Members…')
    accord.close()
    assert members(workspace) == {}


@case
def quotas_with_semicolons_and_decimal_commas():
    workspace = driver.demo()
    names = tuple(members(workspace))[:2]
    accord = driver.start(workspace)
    window = open_import(accord, 'Goals', 'Import Quotas', write('quotas.csv', QUOTAS % names))
    # Which column the amount is in cannot be told: it is asked for.
    window.find('label', 'Which Column Is It?')
    window.find('combo box', re.compile('^Amount')).click()
    accord.find('label', 'Annual quota').click()
    window.find('push button', 'Import 2 Quotas')
    window.find('label', '%s, 2028: $1,250,000.50' % names[0])
    window.find('push button', 'Refused 1')
    # By keyboard: unknown members are added, and the dry run follows.
    window.find('label', 'Add unknown members')
    accord.key('alt+a')
    window.find('push button', 'Import 3 Quotas').click()
    accord.find('label', '3 added')
    assert 'Nobody Known' in members(workspace)
    accord.find('push button', 'Undo').click()
    wait_until(lambda: 'Nobody Known' not in members(workspace), 'the import undone')
    accord.close()


@case
def an_empty_file_says_so_and_offers_another():
    accord = driver.start(driver.new())
    accord.find('list item', 'People').click()
    accord.find('push button', 'More').click()
    accord.find('menu item', 'Import Members…').click()
    accord.find('push button', 'Open')
    accord.type('%s\n' % write('empty.csv', ''))
    accord.find('label', 'Nothing Is in the File')
    accord.find('push button', 'Choose Another File…').click()
    accord.find('push button', 'Open')
    accord.type('%s\n' % write('team.csv', MEMBERS))
    accord.find('push button', 'Import 2 Members')
    accord.key('Escape')
    accord.close()


if __name__ == '__main__':
    run()
