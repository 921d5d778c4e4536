#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Entering a week: numbers typed by keys alone, as in a spreadsheet, and what the file holds afterwards."""
import datetime
import os
import re
import sqlite3
import subprocess
import sys

import driver
from driver import wait_until
from tap import case, run

PEOPLE = ['Ann Lee', 'Bo Roe', 'Cy Diaz', 'Di Ek', 'Ed Fox', 'Flo Gray', 'Gus Hall', 'Ida Jay']
METRICS = ['Calls,count,week,sum', 'Visits,count,week,sum', 'Orders,money,week,sum', 'Share,percent,week,mean',
           'Reviews,count,month,sum']
NAMES = [metric.split(',')[0] for metric in METRICS]
# Today is Wednesday 18 November.
WEEK, BEFORE, MONTH = '2026-11-16', '2026-11-09', '2026-11-01'
UNIT = 10 ** 9
TYPED, IMPORTED = 0, 1

# Another program that has something to paste: it says so when it has, and keeps it until it is told to end.
COPIER = '''
import sys
import gi
gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
Gdk.Display.get_default().get_clipboard().set_content(Gdk.ContentProvider.new_for_value(sys.argv[1]))
GLib.idle_add(lambda: print('copied', flush=True))
GLib.MainLoop().run()
'''


def actuals(workspace, metric=None):
    """{(member, metric, first day): (value, source)} of the file as it is on the disk."""
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as file:
        rows = file.execute('''SELECT p.name, k.name, starts, value, source FROM actual JOIN member p ON p.id = actual.member
                               JOIN metric k ON k.id = actual.metric''').fetchall()
    return {(name, what, datetime.date.fromordinal(starts).isoformat()): (value, source)
            for name, what, starts, value, source in rows if metric in (None, what)}


def wait_actuals(workspace, expected, metric=None):
    wait_until(lambda: actuals(workspace, metric) == expected,
               lambda: '%s, not %s' % (expected, actuals(workspace, metric)))


def new_team(*metrics, people=PEOPLE):
    workspace = driver.new()
    file = workspace.parent / 'members.csv'
    file.write_text('name\n' + ''.join('%s\n' % name for name in people))
    driver.cli('import', workspace, 'members', file)
    subprocess.run([driver.BUILD / 'tests/ui/metric-fixture', workspace, *(metrics or METRICS)], check=True)
    return workspace


def import_actuals(workspace, *lines):
    file = workspace.parent / 'actuals.csv'
    file.write_text('member,metric,period,value\n' + ''.join(line + '\n' for line in lines))
    driver.cli('import', workspace, 'actuals', file)


def open_entry(workspace, **options):
    accord = driver.start(workspace, **options)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Scorecard') + 1)
    accord.find('push button', 'Enter Week').click()
    accord.find('label', re.compile(r' \d{4}$'))
    return accord


def wait_focus(accord, name):
    wait_until(lambda: (accord.focused() or accord).name == name, 'the focus on %r' % name)


def cell(accord, text):
    return accord.find('table cell', text)


class Keys:
    """Presses keys and counts them."""

    def __init__(self, accord):
        self.accord = accord
        self.count = 0

    def type(self, text):
        self.count += len(text)
        self.accord.type(text)

    def key(self, *chords):
        self.count += len(chords)
        self.accord.key(*chords)


@case
def eight_people_and_five_metrics_take_a_key_a_cell():
    workspace = new_team()
    # Last week is complete, so that this one is to be entered: November's reviews are due with its last week.
    import_actuals(workspace, *('%s,%s,2026-W46,1' % (name, metric) for name in PEOPLE for metric in NAMES[:4]))
    accord = open_entry(workspace)
    accord.find('label', '16–22 November 2026')
    accord.find('label', '0 of 40 entered')
    wait_focus(accord, 'Ann Lee, Calls: nothing entered')

    figures = {(name, metric): (7 * i + 3 * j) % 90 + 10 for i, name in enumerate(PEOPLE) for j, metric in enumerate(NAMES)}
    keys = Keys(accord)
    for metric in NAMES:
        for name in PEOPLE:
            keys.type('%d\n' % figures[name, metric])
    scale = {'Orders': 100, 'Share': UNIT // 100}
    expected = {(name, metric, MONTH if metric == 'Reviews' else WEEK): (figure * scale.get(metric, UNIT), TYPED)
                for (name, metric), figure in figures.items()}
    wait_until(lambda: {k: v for k, v in actuals(workspace).items() if k[2] != BEFORE} == expected, 'forty values')
    accord.find('label', '40 of 40 entered')
    digits = sum(len(str(figure)) for figure in figures.values())
    assert keys.count == digits + len(figures), keys.count
    # What all of them come to: a sum, and a mean.
    calls = sum(figures[name, 'Calls'] for name in PEOPLE)
    accord.find('label', 'Whole Team, Calls: %d' % calls)
    accord.find('label', re.compile('^Whole Team, Share: '))

    # Once a step each: the last one, and the one before it.
    accord.key('ctrl+z')
    cell(accord, 'Ida Jay, Reviews: nothing entered')
    accord.key('ctrl+z')
    cell(accord, 'Gus Hall, Reviews: nothing entered')
    accord.find('label', '38 of 40 entered')
    accord.close()


@case
def tab_goes_along_and_on_to_the_next_row():
    workspace = new_team(people=PEOPLE[:3])
    accord = open_entry(workspace)
    # Nothing is there of the week before: that one comes first.
    accord.find('label', '9–15 November 2026')
    wait_focus(accord, 'Ann Lee, Calls: nothing entered')
    accord.type('1\t2\t3.50\t40\t5\t6\t')
    wait_focus(accord, 'Bo Roe, Visits: nothing entered')
    wait_actuals(workspace, {
        ('Ann Lee', 'Calls', BEFORE): (1 * UNIT, TYPED), ('Ann Lee', 'Visits', BEFORE): (2 * UNIT, TYPED),
        ('Ann Lee', 'Orders', BEFORE): (350, TYPED), ('Ann Lee', 'Share', BEFORE): (UNIT * 2 // 5, TYPED),
        ('Ann Lee', 'Reviews', MONTH): (5 * UNIT, TYPED), ('Bo Roe', 'Calls', BEFORE): (6 * UNIT, TYPED)})
    # Enter in the last row goes to the top of the next column.
    accord.key('Down')
    accord.type('7\n')
    wait_focus(accord, 'Ann Lee, Orders: $3.50')
    accord.key('shift+Return')
    wait_focus(accord, 'Cy Diaz, Visits: 7')
    accord.close()


@case
def enter_after_tabs_begins_the_next_row():
    workspace = new_team(people=PEOPLE[:3])
    accord = open_entry(workspace)
    wait_focus(accord, 'Ann Lee, Calls: nothing entered')
    accord.type('12\t3\t50\n')
    wait_focus(accord, 'Bo Roe, Calls: nothing entered')
    # From a column in the midst as well; arrows begin anew.
    accord.key('Right')
    accord.type('4\t5\n')
    wait_focus(accord, 'Cy Diaz, Visits: nothing entered')
    accord.key('Tab', 'Left', 'shift+Return')
    wait_focus(accord, 'Bo Roe, Visits: 4')
    accord.close()


@case
def what_cannot_be_read_stays_and_is_said():
    workspace = new_team(people=PEOPLE[:3])
    accord = open_entry(workspace)
    accord.type('many\n')
    accord.find('label', re.compile('many'))
    assert actuals(workspace) == {}
    accord.key('Escape')
    wait_focus(accord, 'Ann Lee, Calls: nothing entered')
    accord.type('12\n')
    accord.key('Up')
    # F2 opens what is there, and Escape gives it back; typing replaces it.
    accord.key('F2', 'End')
    accord.type('5')
    accord.key('Escape')
    cell(accord, 'Ann Lee, Calls: 12')
    accord.key('F2', 'End')
    accord.type('5\n')
    cell(accord, 'Ann Lee, Calls: 125')
    accord.key('Up')
    accord.type('9\n')
    cell(accord, 'Ann Lee, Calls: 9')
    wait_actuals(workspace, {('Ann Lee', 'Calls', BEFORE): (9 * UNIT, TYPED)})
    # Nothing left in it is nothing entered.
    accord.key('Up', 'F2', 'ctrl+a', 'BackSpace', 'Return')
    cell(accord, 'Ann Lee, Calls: nothing entered')
    wait_actuals(workspace, {})
    accord.close()


@case
def the_selection_is_filled_down_and_cleared():
    workspace = new_team(people=PEOPLE[:4])
    accord = open_entry(workspace)
    accord.type('3\t4\t')
    accord.key('Home', 'shift+Right', 'shift+Down', 'shift+Down', 'ctrl+d')
    cell(accord, 'Cy Diaz, Visits: 4')
    filled = {(name, metric, BEFORE): (value * UNIT, TYPED) for name in PEOPLE[:3]
              for metric, value in (('Calls', 3), ('Visits', 4))}
    wait_actuals(workspace, filled)
    # One cell takes what stands above it.
    cell(accord, 'Di Ek, Calls: nothing entered').click()
    accord.key('ctrl+d')
    cell(accord, 'Di Ek, Calls: 3')
    wait_actuals(workspace, {**filled, ('Di Ek', 'Calls', BEFORE): (3 * UNIT, TYPED)})
    accord.key('ctrl+z', 'ctrl+z')
    wait_actuals(workspace, {('Ann Lee', 'Calls', BEFORE): (3 * UNIT, TYPED), ('Ann Lee', 'Visits', BEFORE): (4 * UNIT, TYPED)})
    cell(accord, 'Bo Roe, Calls: nothing entered').click()
    accord.key('ctrl+a', 'Delete')
    wait_actuals(workspace, {})
    accord.key('ctrl+z')
    cell(accord, 'Ann Lee, Visits: 4')
    accord.close()


@case
def a_block_of_a_spreadsheet_is_pasted_as_one_step():
    workspace = new_team(people=PEOPLE[:3])
    accord = open_entry(workspace)
    block = '11\t21\t$1,200.50\n12\t\tlots\n13\t23\t3k\n14\t24\t4\n'
    copier = subprocess.Popen([sys.executable, '-c', COPIER, block], env={**os.environ, **accord.session.env},
                              stdout=subprocess.PIPE)
    try:
        assert copier.stdout.readline() == b'copied\n'
        accord.key('ctrl+v')
        accord.find('label', '2 Cells Cannot Be Pasted')
        accord.find('label', re.compile('^Bo Roe, Orders: .*\n1 line is below the last member'))
        assert actuals(workspace) == {}
        accord.find('push button', 'Paste the Rest').click()
        cell(accord, 'Cy Diaz, Orders: $3,000')
        wait_actuals(workspace, {
            ('Ann Lee', 'Calls', BEFORE): (11 * UNIT, TYPED), ('Ann Lee', 'Visits', BEFORE): (21 * UNIT, TYPED),
            ('Ann Lee', 'Orders', BEFORE): (120050, TYPED), ('Bo Roe', 'Calls', BEFORE): (12 * UNIT, TYPED),
            ('Cy Diaz', 'Calls', BEFORE): (13 * UNIT, TYPED), ('Cy Diaz', 'Visits', BEFORE): (23 * UNIT, TYPED),
            ('Cy Diaz', 'Orders', BEFORE): (300000, TYPED)})
        accord.key('ctrl+z')
        cell(accord, 'Ann Lee, Calls: nothing entered')
        wait_actuals(workspace, {})
    finally:
        copier.kill()
        copier.wait()
    accord.close()


@case
def what_is_typed_takes_the_place_of_what_was_imported():
    workspace = new_team(people=PEOPLE[:2])
    import_actuals(workspace, 'Ann Lee,Calls,2026-W46,5', 'Bo Roe,Calls,2026-11-09,1', 'Bo Roe,Calls,2026-11-10,2',
                   'Ann Lee,Calls,2026-W45,4', 'Ann Lee,Reviews,2026-11,8')
    accord = open_entry(workspace)
    accord.find('label', '9–15 November 2026')
    cell(accord, 'Ann Lee, Calls: 5, imported').click()
    accord.find('label', 'Week before: 4 · No target for Q4 2026 · Imported; what you type takes its place')
    accord.type('6\n')
    cell(accord, 'Ann Lee, Calls: 6')
    wait_focus(accord, 'Bo Roe, Calls: 3, imported')
    accord.find('label', re.compile('From 2 shorter periods; what you type takes their place$'))
    accord.type('9\n')
    wait_actuals(workspace, {('Ann Lee', 'Calls', '2026-11-02'): (4 * UNIT, IMPORTED),
                             ('Ann Lee', 'Calls', BEFORE): (6 * UNIT, TYPED),
                             ('Bo Roe', 'Calls', BEFORE): (9 * UNIT, TYPED)}, 'Calls')
    accord.key('ctrl+z')
    cell(accord, 'Bo Roe, Calls: 3, imported')

    # The month's metric says which month, in every week of it; its month before is October.
    cell(accord, 'Ann Lee, Reviews: 8, imported').click()
    accord.find('label', re.compile('^Month before: n/a'))
    accord.find('push button', 'This Week').click()
    accord.find('label', '16–22 November 2026')
    cell(accord, 'Ann Lee, Reviews: 8, imported').click()
    accord.type('10\n')
    wait_actuals(workspace, {('Ann Lee', 'Reviews', MONTH): (10 * UNIT, TYPED)}, 'Reviews')
    accord.close()


@case
def another_week_stores_the_open_cell():
    workspace = new_team(people=PEOPLE[:2])
    accord = open_entry(workspace)
    accord.type('7')
    accord.key('ctrl+Next')
    accord.find('label', '16–22 November 2026')
    wait_actuals(workspace, {('Ann Lee', 'Calls', BEFORE): (7 * UNIT, TYPED)})
    cell(accord, 'Ann Lee, Calls: nothing entered').click()
    accord.find('label', re.compile('^Week before: 7 '))
    # There is no week after this one yet.
    accord.key('ctrl+Next')
    accord.type('8')
    accord.find('push button', 'Previous Week').click()
    cell(accord, 'Ann Lee, Calls: 7')
    wait_actuals(workspace, {('Ann Lee', 'Calls', BEFORE): (7 * UNIT, TYPED), ('Ann Lee', 'Calls', WEEK): (8 * UNIT, TYPED)})
    # So does another page, another quarter, and the end.
    cell(accord, 'Bo Roe, Calls: nothing entered').click()
    accord.type('9')
    driver.open_page(accord, 1)
    wait_actuals(workspace, {('Ann Lee', 'Calls', BEFORE): (7 * UNIT, TYPED), ('Ann Lee', 'Calls', WEEK): (8 * UNIT, TYPED),
                             ('Bo Roe', 'Calls', BEFORE): (9 * UNIT, TYPED)})
    accord.close()


@case
def on_a_monday_the_week_before_is_entered():
    workspace = new_team(people=PEOPLE[:2])
    import_actuals(workspace, *('%s,%s,%s,1' % (name, metric, '2026-11' if metric == 'Reviews' else '2026-W46')
                                for name in PEOPLE[:2] for metric in NAMES))
    accord = open_entry(workspace, env={'ACCORD_TODAY': '2026-11-16'})
    accord.find('label', '9–15 November 2026')
    accord.find('label', '10 of 10 entered')
    # In a quarter that is over: its last week.
    accord.key('alt+Left')
    accord.find('label', '21–27 September 2026')
    accord.close()


if __name__ == '__main__':
    run()
