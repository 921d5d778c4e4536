#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Patterns part of the Scorecard page: figures to talk about, conversations that begin with them, and ideal accounts."""
import re
import sqlite3

import driver
from driver import wait_until
from tap import case, run

SWITCH = ('check box', 'switch', 'toggle button', 'push button')


def rows(workspace, query):
    """Rows of the file as it is on the disk, read as another program would."""
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as file:
        return file.execute(query).fetchall()


def ideal(workspace):
    return {name for name, in rows(workspace, 'SELECT name FROM account WHERE ideal')}


def open_patterns(workspace, **options):
    accord = driver.start(workspace, **options)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Scorecard') + 1)
    accord.find('page tab', 'Patterns').click()
    return accord


def open_accounts(accord):
    accord.find('push button', 'Ideal Accounts…').click()
    return accord.window('Ideal Accounts')


def switch(window, name):
    return window.find(SWITCH, name + ' is an ideal account')


@case
def each_pattern_stands_with_its_figures():
    workspace = driver.demo()
    accord = open_patterns(workspace)
    names = ['Craig Lindqvist: Early losses', 'Daniel Osei: Uneven follow-up', 'Joe Marchetti: Too little outreach',
             'Melissa Tran: Effort on the wrong accounts']
    accord.find('list item', names[-1])
    found = [row.name for row in accord.find('list', 'Patterns by Member').all('list item')]
    assert found[:4] == names, found
    assert all(name.endswith(': no pattern shows') for name in found[4:]), found
    # Whoever leads and has no figures is not asked after.
    assert not any(name.startswith('Ruth') for name in found), found

    # The weeks that are over; the one under way is not held against anybody.
    outreach, = rows(workspace, "SELECT sum (value) / 1000000000 FROM actual a JOIN metric t ON t.id = a.metric JOIN member m "
                                "ON m.id = a.member WHERE t.name = 'Outreach' AND m.name LIKE 'Joe %' AND a.starts >= "
                                "julianday ('2026-09-28') - 1721424.5")[0]
    target, = rows(workspace, "SELECT value / 1000000000 FROM target a JOIN metric t ON t.id = a.metric JOIN member m ON m.id = "
                              "a.member WHERE t.name = 'Outreach' AND m.name LIKE 'Joe %' AND a.starts = '2026-10-01'")[0]
    accord.find('list item', names[2]).find('label', re.compile(
        r'^Outreach: %d of \d+ by 15 Nov 2026, [\d.]+\s%%; committed to %d in the quarter' % (outreach, target)))
    opened, at_ideal = rows(workspace, "SELECT count (*), sum (account IN (SELECT name FROM account WHERE ideal)) FROM "
                                       "opportunity WHERE created BETWEEN '2026-10-01' AND '2026-11-18'")[0]
    accord.find('label', re.compile('^%d of %d opportunities that the team opened' % (at_ideal, opened)))
    accord.find('list item', names[0]).find('label', re.compile(r'^\d+ of \d+ losses in the first two stages, '))
    late, due = rows(workspace, "SELECT sum (done IS NULL OR done > due), count (*) FROM action a JOIN member m ON m.id = a.owner "
                                "WHERE m.name LIKE 'Daniel %' AND due BETWEEN '2026-10-01' AND '2026-11-17'")[0]
    accord.find('list item', names[1]).find('label', re.compile('^%d of %d follow-ups done by their day' % (due - late, due)))

    # Only who belongs to the territory, and nothing in a quarter that has not begun.
    accord.find('combo box', 'Team or territory').click()
    accord.find('label', 'Northeast').click()
    accord.wait_gone('list item', names[0])
    accord.key('alt+Right')
    accord.find('label', 'Nothing to See Yet')
    accord.close()


@case
def a_conversation_begins_with_the_facts():
    workspace = driver.demo()
    accord = open_patterns(workspace)
    before = rows(workspace, 'SELECT count (*) FROM conversation')
    accord.find('list item', re.compile('^Joe Marchetti')).find('push button', 'Start a Conversation…').click()
    wait_until(lambda: rows(workspace, 'SELECT count (*) FROM conversation') == [(before[0][0] + 1,)], 'a conversation')
    name, kind, stage, facts = rows(workspace, 'SELECT m.name, kind, stage, facts FROM conversation c JOIN member m ON m.id = '
                                               'c.member ORDER BY c.id DESC LIMIT 1')[0]
    assert (name, kind, stage) == ('Joe Marchetti', 'shortfall', 'planned'), (name, kind, stage)
    assert re.match(r'Figures of Q4 2026 as of 18 Nov 2026:\nOutreach: \d+ of \d+ by 15 Nov 2026, ', facts), facts
    # The page of conversations shows it, ready to be written.
    wait_until(lambda: 'selected' in next(row for row in driver.page_rows(accord) if row.name == 'Conversations').states,
               'the page')
    accord.find('label', 'No. %d' % (before[0][0] + 1))
    accord.type(' ✓')
    wait_until(lambda: rows(workspace, 'SELECT purpose FROM conversation ORDER BY id DESC LIMIT 1')[0][0].endswith('tell ✓'),
               'the purpose')
    accord.key('ctrl+z', 'ctrl+z')
    wait_until(lambda: rows(workspace, 'SELECT count (*) FROM conversation') == before, 'taken back')
    accord.close()


@case
def an_account_is_marked_and_unmarked():
    workspace = driver.demo()
    accord = open_patterns(workspace)
    before = ideal(workspace)
    window = open_accounts(accord)
    window.find('label', re.compile('^At ideal accounts in Q4 2026: '))
    assert 'Amberley Foods' not in before and 'Adirondack Paper' in before
    switch(window, 'Amberley Foods').click()
    wait_until(lambda: ideal(workspace) == before | {'Amberley Foods'}, 'one more')
    switch(window, 'Adirondack Paper').click()
    wait_until(lambda: ideal(workspace) == (before | {'Amberley Foods'}) - {'Adirondack Paper'}, 'one less')
    accord.key('ctrl+z', 'ctrl+z')
    wait_until(lambda: ideal(workspace) == before, 'both taken back')
    wait_until(lambda: 'checked' in switch(window, 'Adirondack Paper').states
               and 'checked' not in switch(window, 'Amberley Foods').states, 'the switches too')

    # What is typed is searched for; a name that no opportunity has is marked from there.
    accord.type('silver')
    window.find('list item', 'Silver Birch Hospital')
    window.wait_gone('list item', 'Adirondack Paper')
    accord.key('ctrl+a')
    accord.type('Größe & Co')
    window.find('push button', 'Mark as Ideal Account').click()
    wait_until(lambda: ideal(workspace) == before | {'Größe & Co'}, 'a new one')
    switch(window, 'Größe & Co')
    # What was said goes first, then the window. A key is lost while the focus leaves a button that is gone.
    accord.key('Escape')
    window.wait_gone('label', '1 account marked as ideal')
    wait_until(lambda: len(accord.windows()) == 1 or not accord.key('Escape'), 'the window is closed')
    accord.close()


@case
def a_list_is_pasted_and_imported():
    workspace = driver.demo()
    accord = open_patterns(workspace)
    before = ideal(workspace)
    # A list from elsewhere, through the clipboard: a text with a name a line.
    accord.find('list item', re.compile('^Joe Marchetti')).find('push button', 'Start a Conversation…').click()
    accord.find('label', 'Q4 2026', hidden=True)
    wait_until(lambda: accord.has('label', 'No. 21'), 'the conversation')
    accord.key('ctrl+a')
    accord.type('Zeta Works\n\nAMBERLEY FOODS\nAdirondack Paper\nzeta works')
    accord.key('ctrl+a', 'ctrl+c')
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Scorecard') + 1)
    window = open_accounts(accord)
    window.find('list item', 'Amberley Foods')
    accord.key('ctrl+v')
    wait_until(lambda: {name.casefold() for name in ideal(workspace) - before} == {'zeta works', 'amberley foods'}, 'two more')
    window.find('label', '2 accounts marked as ideal')
    window.find('push button', 'Undo').click()
    wait_until(lambda: ideal(workspace) == before, 'one step back')

    path = driver.folder() / 'ideal.csv'
    path.write_text('Account Id,Account Name,Tier\n1,"Smith, Jones & Co",A\n2,Amberley Foods,B\n2,Adirondack Paper,B\n,,\n')
    window.find('push button', 'Import a List').click()
    accord.window('Import Ideal Accounts').find('push button', 'Open')
    accord.type('%s\n' % path)
    wait_until(lambda: ideal(workspace) - before == {'Smith, Jones & Co', 'Amberley Foods'}, 'those of the file')
    window.find('list item', 'Amberley Foods')
    accord.key('ctrl+z')
    wait_until(lambda: ideal(workspace) == before, 'one step back')
    accord.close()


@case
def nothing_is_known_yet():
    workspace = driver.new()
    accord = open_patterns(workspace)
    accord.find('label', 'Nothing to See Yet')
    accord.find('push button', 'Choose Key Metrics').click()
    wait_until(lambda: 'selected' in accord.find('page tab', 'Choose').states, 'the part where they are chosen')
    accord.close()


if __name__ == '__main__':
    run()
