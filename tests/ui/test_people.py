#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The People page: a team typed in, changed at the side, taken back."""
import re

import driver
from driver import wait_until
from tap import case, run


def members(workspace):
    return {row['name']: row for row in driver.cli_json('list', workspace, 'members')}


def open_people(workspace):
    accord = driver.start(workspace)
    accord.find('list item', 'People').click()
    return accord


def add(accord, *names):
    accord.key('ctrl+n')
    dialog = accord.window('Add Members')
    for name in names:
        dialog.find('text', 'Name')
        accord.type(name + '\n')
        dialog.find('label', '%s is on the team. Who else?' % name)
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the dialog to close')


@case
def names_are_typed_without_a_pause():
    workspace = driver.new()
    accord = open_people(workspace)
    accord.key('ctrl+n')
    dialog = accord.window('Add Members')
    dialog.find('text', 'Name')
    accord.type('Anna Berg\nBen Cole\nCleo Dahl\n')
    dialog.find('label', 'Cleo Dahl is on the team. Who else?')
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the dialog to close')
    accord.close()
    assert sorted(members(workspace)) == ['Anna Berg', 'Ben Cole', 'Cleo Dahl'], members(workspace)


@case
def team_is_typed_in_by_keyboard():
    workspace = driver.new()
    accord = open_people(workspace)
    accord.find('push button', 'Add Members…')
    add(accord, 'Carolyn Brooks', 'Jörg Weiß', 'Craig Oduya')
    accord.find('list item', 'Jörg Weiß')
    accord.close()
    assert sorted(members(workspace)) == ['Carolyn Brooks', 'Craig Oduya', 'Jörg Weiß']


@case
def details_are_stored_when_their_field_is_left():
    workspace = driver.new()
    accord = open_people(workspace)
    add(accord, 'Joe Mendes')
    accord.find('list item', 'Joe Mendes').click()
    accord.find('text', 'Role').enter('Account executive')
    accord.find('text', 'Territory').enter('West')
    accord.find('text', 'Joined').enter('2026-02-30')
    accord.find('text', 'E-mail').enter('joe@example.com\n')
    wait_until(lambda: members(workspace)['Joe Mendes']['email'] == 'joe@example.com', 'the e-mail in the file')
    joe = members(workspace)['Joe Mendes']
    assert joe['role'] == 'Account executive', joe
    assert joe['territory'] == 'West', joe
    # There is no 30th of February: it stands in its field, and not in the file.
    assert joe['started'] is None, joe
    assert accord.find('text', 'Joined').text == '2026-02-30'
    accord.close()


@case
def what_is_being_typed_is_stored_when_the_window_closes():
    workspace = driver.new()
    accord = open_people(workspace)
    add(accord, 'Omar Haddad')
    accord.find('list item', 'Omar Haddad').click()
    accord.find('text', 'Territory').click()
    accord.type('North')
    accord.close()
    assert members(workspace)['Omar Haddad']['territory'] == 'North'


@case
def a_second_member_of_the_same_name_is_not_taken():
    workspace = driver.new()
    accord = open_people(workspace)
    add(accord, 'Lena Vogt')
    accord.key('ctrl+n')
    dialog = accord.window('Add Members')
    accord.type('lena vogt\n')
    dialog.find('label', 'There is a lena vogt already; add an initial to tell the two apart')
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the dialog to close')
    accord.close()
    assert list(members(workspace)) == ['Lena Vogt']


@case
def leaving_keeps_the_member_and_can_be_undone():
    workspace = driver.new()
    accord = open_people(workspace)
    add(accord, 'Melissa Chen')
    accord.find('list item', 'Melissa Chen').click()
    accord.find('push button', 'More About This Member').click()
    accord.find('menu item', 'Leaves the Team Today').click()
    wait_until(lambda: members(workspace)['Melissa Chen']['left'] == driver.TODAY, 'the last day in the file')
    accord.find('push button', 'Undo').click()
    wait_until(lambda: members(workspace)['Melissa Chen']['left'] is None, 'the last day to be gone')
    accord.close()


@case
def adding_is_undone_and_done_again():
    workspace = driver.new()
    accord = open_people(workspace)
    add(accord, 'Ana Ruiz')
    accord.key('ctrl+z')
    accord.find('push button', 'Add Members…')
    assert members(workspace) == {}
    accord.key('ctrl+shift+z')
    accord.find('list item', 'Ana Ruiz')
    accord.close()
    assert list(members(workspace)) == ['Ana Ruiz']


def open_member(accord, name):
    accord.find('list item', name).click()
    accord.find('push button', 'More About This Member')


@case
def part_time_counts_from_its_day_and_stays_in_the_history():
    workspace = driver.new()
    accord = open_people(workspace)
    add(accord, 'Priya Raman')
    open_member(accord, 'Priya Raman')
    accord.find('label', '100\u00a0%')
    # 23 November is a Monday; of the quarter's 66 working days 37 lie before it: (37 + 29 / 2) / 66 = 78 %.
    accord.find('text', 'Changes Count From').enter('2026-11-23')
    accord.find('text', 'Share of Full Time').enter('50\n')
    accord.find('label', '78\u00a0%')
    accord.key('ctrl+z')
    accord.find('label', '100\u00a0%')
    accord.close()


@case
def holidays_are_pasted_and_one_is_removed():
    workspace = driver.new()
    accord = open_people(workspace)
    add(accord, 'Ana Ruiz')
    accord.find('push button', 'More').click()
    accord.find('menu item', 'Holidays…').click()
    dialog = accord.window('Holidays')
    dialog.find('list item', re.compile('Paste Several')).click()
    dialog.find('text', 'Holidays, One a Line').click()
    accord.type('2026-12-25 Christmas Day\n2026-11-26 Thanksgiving')
    dialog.find('push button', 'Add These Days').click()
    dialog.find('push button', 'Remove Thanksgiving').click()
    wait_until(lambda: not dialog.all('push button', 'Remove Thanksgiving'), 'Thanksgiving to go')
    dialog.find('push button', 'Remove Christmas Day')
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the dialog to close')
    accord.close()


@case
def an_erased_member_has_no_name_any_more():
    workspace = driver.demo()
    accord = open_people(workspace)
    name = next(name for name, row in members(workspace).items() if name.startswith('Joe '))
    open_member(accord, name)
    accord.find('push button', 'More About This Member').click()
    accord.find('menu item', 'Erase…').click()
    accord.find('push button', 'Erase for Good').click()
    wait_until(lambda: 'Former member 1' in members(workspace), 'the neutral name in the file')
    accord.find('list item', 'Former member 1')
    accord.key('ctrl+z')
    accord.close()
    assert name not in members(workspace)
    assert name.encode() not in workspace.read_bytes()
    driver.cli('check', workspace)


if __name__ == '__main__':
    run()
