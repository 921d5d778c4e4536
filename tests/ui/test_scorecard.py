#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Scorecard page: building blocks are collected, voted for, made key metrics, and committed to; the file says the same."""
import os
import re
import sqlite3

import driver
from driver import wait_until
from tap import case, run


# GTK 4.8 tells AT-SPI of a switch as a toggle button.
SWITCH = ('check box', 'switch', 'toggle button', 'push button')

CHOOSING = ('Building Blocks', 'Vote', 'Key Metrics', 'Targets')


def rows(workspace, query):
    """Rows of the file as it is on the disk, read as another program would."""
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as file:
        return file.execute(query).fetchall()


def names(workspace, key=None):
    where = '' if key is None else 'WHERE "key" = %d' % key
    return [name for name, in rows(workspace, 'SELECT name FROM metric %s ORDER BY position, id' % where)]


def wait_names(workspace, expected, key=None):
    wait_until(lambda: names(workspace, key) == expected, 'the metrics %s' % expected)


def open_scorecard(workspace, step=None, **options):
    accord = driver.start(workspace, **options)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Scorecard') + 1)
    if step in CHOOSING:
        accord.find('page tab', 'Choose').click()
    if step:
        accord.find('page tab', step).click()
    return accord


def block(accord, name):
    return accord.find('list item', re.compile(r'^%s, \d+ of \d+$' % re.escape(name)))


def wait_focus(accord, name):
    wait_until(lambda: (accord.focused() or accord).name == name, 'the focus on %r' % name)


def members(workspace, *people):
    quotas = os.path.join(os.path.dirname(workspace), 'quotas.csv')
    with open(quotas, 'w') as file:
        file.write('member,period,amount\n')
        file.writelines('%s,2026-Q4,100000\n' % person for person in people)
    driver.cli('import', workspace, 'quotas', quotas, '--create-members')


@case
def building_blocks_come_from_the_library_and_ones_own():
    workspace = driver.new()
    accord = open_scorecard(workspace)
    accord.find('push button', 'Choose from the Library').click()
    library = accord.window('Library of Building Blocks')
    library.find('check box', 'Outreach').click()
    accord.type('win')
    library.find('check box', 'Win rate').click()
    accord.key('Escape')
    library.find('check box', 'First meetings')
    library.find('push button', 'Add 2').click()
    wait_names(workspace, ['Outreach', 'Win rate'])
    block(accord, 'Win rate')

    # One's own: a name is enough, the rest has something to begin with.
    accord.find('push button', 'Add Your Own').click()
    wait_until(lambda: accord.has('label', 'New Building Block'), 'the empty form')
    accord.type('Größe ✓\n')
    wait_names(workspace, ['Outreach', 'Win rate', 'Größe ✓'])
    assert rows(workspace, "SELECT unit, direction, cadence, rollup FROM metric WHERE name LIKE 'Gr%'") == [
        ('count', 'higher', 'week', 'sum')]
    accord.find('text', 'Definition').enter('What counts')
    wait_until(lambda: rows(workspace, "SELECT definition FROM metric WHERE name LIKE 'Gr%'") == [('What counts',)],
               'the definition, after a pause')
    # Shares do not add up: what fits is chosen with the unit.
    accord.find('combo box', re.compile('^Unit')).click()
    accord.find('label', 'Percent').click()
    wait_until(lambda: rows(workspace, "SELECT unit, rollup FROM metric WHERE name LIKE 'Gr%'") == [('percent', 'mean')],
               'an average of percentages')

    # Two of one name could not be told apart.
    accord.find('text', 'Name').enter('outreach\n')
    accord.find('label', re.compile('There is a “outreach” already'))
    accord.key('ctrl+a')
    accord.type('Coverage\n')
    wait_names(workspace, ['Outreach', 'Win rate', 'Coverage'])
    accord.key('Escape')
    wait_focus(accord, 'Coverage, 3 of 3')
    accord.close()


@case
def blocks_are_moved_edited_and_removed():
    workspace = driver.demo()
    accord = open_scorecard(workspace, 'Building Blocks')
    before = names(workspace)
    block(accord, 'Days to proposal').drag_to(block(accord, 'Outreach'), to=(.5, .2))
    moved = ['Days to proposal'] + [name for name in before if name != 'Days to proposal']
    wait_names(workspace, moved)
    accord.key('ctrl+z')
    wait_names(workspace, before)

    block(accord, 'Reference calls').click()
    accord.key('Escape', 'alt+shift+Up')
    wait_names(workspace, before[:6] + ['Reference calls', 'Days to proposal'])
    wait_focus(accord, 'Reference calls, 7 of 8')
    accord.key('F2')
    accord.find('text', 'Name').enter('References\n')
    wait_names(workspace, before[:6] + ['References', 'Days to proposal'])
    accord.key('Escape')
    wait_focus(accord, 'References, 7 of 8')
    accord.key('Delete')
    wait_names(workspace, before[:6] + ['Days to proposal'])
    wait_focus(accord, 'Days to proposal, 7 of 7')
    accord.find('push button', 'Undo').click()
    wait_names(workspace, before[:6] + ['References', 'Days to proposal'])

    # What was measured stays, and is no key metric any more.
    block(accord, 'Outreach').click()
    accord.find('push button', 'Remove Building Block').click()
    accord.find('label', re.compile('“Outreach” is no key metric any more'))
    assert 'Outreach' in names(workspace, key=0)
    assert rows(workspace, "SELECT count(*) FROM actual a JOIN metric m ON m.id = a.metric WHERE m.name = 'Outreach'")[0][0]
    accord.close()


@case
def votes_make_key_metrics():
    workspace = driver.new()
    members(workspace, 'Ann Lee', 'Bo Roe')
    accord = open_scorecard(workspace)
    accord.key('ctrl+n')
    library = accord.window('Library of Building Blocks')
    for name in ('Outreach', 'First meetings', 'Second meetings', 'Decision makers met'):
        library.find('check box', name).click()
    library.find('push button', 'Add 4').click()
    wait_until(lambda: len(names(workspace)) == 4, 'four building blocks')

    accord.find('page tab', 'Vote').click()
    accord.find('list item', 'Ann Lee: 0 of 3 votes given')
    accord.find('list item', 'Second meetings: 0 given, 0 in all').click()
    # Three votes each: of nine wanted three are given, of two more none is left.
    accord.key('9')
    accord.find('list item', 'Second meetings: 3 given, 3 in all')
    accord.find('list item', 'Ann Lee: 3 of 3 votes given')
    accord.key('2', 'Up', 'plus')
    accord.find('list item', 'First meetings: 1 given, 1 in all')
    accord.key('plus')
    accord.find('label', 'All votes are given')
    accord.key('Next')
    accord.find('list item', 'First meetings: 0 given, 1 in all')
    wait_focus(accord, 'Outreach: 0 given, 0 in all')
    accord.find('push button', 'One more vote for Second meetings').click()
    accord.find('list item', 'Second meetings: 1 given, 3 in all')
    query = '''SELECT m.name, v.name, count FROM vote JOIN member m ON m.id = member JOIN metric v ON v.id = metric
               ORDER BY 1, 2'''
    wait_until(lambda: rows(workspace, query) == [('Ann Lee', 'First meetings', 1), ('Ann Lee', 'Second meetings', 2),
                                                  ('Bo Roe', 'Second meetings', 1)], 'the votes in the file')

    accord.find('page tab', 'Key Metrics').click()
    accord.find('label', re.compile('^No key metric yet'))
    accord.find('push button', 'Make the Top 2 Key').click()
    wait_names(workspace, ['Second meetings', 'First meetings'], key=1)
    accord.find('label', re.compile('^With fewer than three'))
    # By its switch, which keeps the focus where the row goes.
    accord.find(SWITCH, 'Outreach is a key metric').click()
    wait_names(workspace, ['Second meetings', 'First meetings', 'Outreach'], key=1)
    accord.wait_gone('label', re.compile('^With fewer than three'))
    block(accord, 'Outreach').drag_to(block(accord, 'Second meetings'), to=(.3, .2))
    wait_names(workspace, ['Outreach', 'Second meetings', 'First meetings'], key=1)
    accord.key('ctrl+z')
    wait_names(workspace, ['Second meetings', 'First meetings', 'Outreach'], key=1)
    accord.close()


TARGETS = '''SELECT coalesce (m.name, 'Whole Team'), t.value / 1000000000, t.version, t.reason, t.set_on FROM target t
             LEFT JOIN member m ON m.id = t.member JOIN metric k ON k.id = t.metric
             WHERE k.name = 'Outreach' AND t.starts = '2026-10-01' AND coalesce (m.name, 'Whole Team') IN ('%s')
             ORDER BY t.version'''


def targets(workspace, whose):
    return rows(workspace, TARGETS % whose)


@case
def targets_are_typed_and_change_with_a_reason():
    workspace = driver.demo()
    accord = open_scorecard(workspace, 'Targets')
    accord.find('table cell', 'Whole Team, Outreach: no target').click()
    accord.find('label', re.compile('^No target yet; those of the members add up to [0-9,]+$'))
    accord.type('2,500\n')
    accord.find('table cell', 'Whole Team, Outreach: 2,500')
    wait_until(lambda: targets(workspace, 'Whole Team') == [('Whole Team', 2500, 1, '', '2026-11-18')], "the team's target")

    # What cannot be read is said and stays; Escape gives back what was there.
    first = targets(workspace, 'Carolyn Brandt')
    assert len(first) == 1
    cell = accord.find('table cell', re.compile('^Carolyn Brandt, Outreach: '))
    shown = cell.name
    cell.click()
    accord.type('many\n')
    accord.find('label', re.compile('many'))
    accord.key('Escape')
    accord.find('table cell', shown)

    # One that stands asks why; without an answer it stays.
    accord.type('300\n')
    accord.find('label', re.compile('^Why does the target change from [0-9]+ to 300'))
    accord.key('Escape')
    wait_focus(accord, shown)
    assert targets(workspace, 'Carolyn Brandt') == first
    accord.type('300\n')
    accord.find('text', 'Reason').click()
    accord.type('A new region\n')
    accord.find('table cell', 'Carolyn Brandt, Outreach: 300')
    wait_until(lambda: targets(workspace, 'Carolyn Brandt')[1:] == [
        ('Carolyn Brandt', 300, 2, 'A new region', '2026-11-18')], 'the second version')
    accord.find('label', re.compile('^Version 2, set on .*: A new region$'))
    accord.key('ctrl+Tab', 'space')
    accord.find('list item', re.compile('^Version 2: 300'))
    accord.find('list item', re.compile('^Version 1: %d' % first[0][1]))
    accord.key('Escape')
    accord.key('ctrl+z')
    accord.find('table cell', shown)
    assert targets(workspace, 'Carolyn Brandt') == first
    accord.close()


@case
def ranges_are_copied_and_pasted_as_one_step():
    workspace = driver.new()
    members(workspace, 'Ann Lee', 'Bo Roe')
    accord = open_scorecard(workspace)
    accord.key('ctrl+n')
    library = accord.window('Library of Building Blocks')
    for name in ('Outreach', 'First meetings', 'Ideal-account share'):
        library.find('check box', name).click()
    library.find('push button', 'Add 3').click()
    accord.find('page tab', 'Key Metrics').click()
    for name in ('Outreach', 'First meetings', 'Ideal-account share'):
        accord.find(SWITCH, name + ' is a key metric').click()
        wait_until(lambda: name in names(workspace, key=1), name)
    accord.find('page tab', 'Targets').click()
    accord.find('table cell', 'Ann Lee, Outreach: no target').click()
    accord.type('120\t40\t35 %\t')
    accord.find('table cell', re.compile('^Ann Lee, Ideal-account share: 35\\s%$'))
    wait_focus(accord, 'Bo Roe, Outreach: no target')
    accord.key('Up', 'shift+End', 'ctrl+c', 'Home', 'Down', 'ctrl+v')
    accord.find('table cell', re.compile('^Bo Roe, Ideal-account share: 35\\s%$'))
    accord.find('table cell', 'Bo Roe, First meetings: 40')
    wait_until(lambda: rows(workspace, 'SELECT count(*), min(version), max(version) FROM target') == [(6, 1, 1)],
               'six targets')
    # The same on top of it changes nothing; what differs asks once, for all of them.
    accord.key('ctrl+v', 'Up', 'ctrl+v')
    assert rows(workspace, 'SELECT count(*) FROM target') == [(6,)]
    accord.type('130\n')
    accord.find('text', 'Reason').click()
    accord.type('More\n')
    accord.find('table cell', 'Ann Lee, Outreach: 130').click()
    accord.key('ctrl+c', 'shift+Right', 'shift+Down', 'ctrl+v')
    accord.find('label', re.compile('^Why do 3 targets change'))
    accord.find('text', 'Reason').click()
    accord.type('Agreed\n')
    accord.find('table cell', 'Bo Roe, First meetings: 130')
    wait_until(lambda: rows(workspace, "SELECT count(*) FROM target WHERE version = 2 AND reason = 'Agreed'") == [(3,)],
               'three changes with one reason')
    accord.key('ctrl+z')
    accord.find('table cell', 'Bo Roe, First meetings: 40')
    accord.close()


@case
def a_territory_has_its_own_metrics():
    workspace = driver.demo()
    accord = open_scorecard(workspace, 'Building Blocks')
    block(accord, 'Outreach')
    accord.find('combo box', 'Team or territory').click()
    accord.find('label', 'Great Lakes').click()
    accord.find('push button', 'Choose from the Library').click()
    library = accord.window('Library of Building Blocks')
    library.find('check box', 'Outreach').click()
    library.find('push button', 'Add 1').click()
    block(accord, 'Outreach')
    assert rows(workspace, '''SELECT t.name FROM metric m JOIN territory t ON t.id = m.territory''') == [('Great Lakes',)]
    accord.find('page tab', 'Key Metrics').click()
    accord.find(SWITCH, 'Outreach is a key metric').click()
    accord.find('page tab', 'Targets').click()
    accord.find('table cell', 'Great Lakes, Outreach: no target')
    accord.find('table cell', 'Craig Lindqvist, Outreach: no target')
    assert not accord.has('table cell', re.compile('^Carolyn Brandt'))
    accord.close()


@case
def a_cell_that_cannot_be_pasted_is_named():
    workspace = driver.new()
    members(workspace, 'Ann Lee', 'Bo Roe')
    accord = open_scorecard(workspace)
    accord.key('ctrl+n')
    library = accord.window('Library of Building Blocks')
    library.find('check box', 'Outreach').click()
    accord.type('coverage')
    library.find('check box', 'Pipeline coverage').click()
    library.find('push button', 'Add 2').click()
    accord.find('page tab', 'Key Metrics').click()
    for name in ('Outreach', 'Pipeline coverage'):
        accord.find(SWITCH, name + ' is a key metric').click()
        wait_until(lambda: name in names(workspace, key=1), name)
    accord.find('page tab', 'Targets').click()
    # A coverage is good within a range; in other units one value is.
    accord.find('table cell', 'Ann Lee, Pipeline coverage: no target').click()
    accord.type('3.5\n')
    accord.find('label', re.compile('^Type a range with a dash'))
    accord.key('ctrl+a')
    accord.type('3-4.5\n')
    accord.find('table cell', 'Ann Lee, Pipeline coverage: 3–4.5×')
    accord.find('table cell', 'Ann Lee, Outreach: no target').click()
    accord.type('120\n')
    accord.find('table cell', 'Ann Lee, Outreach: 120').click()
    accord.key('ctrl+c', 'Down', 'shift+Right', 'ctrl+v')
    accord.find('label', '1 Cell Cannot Be Pasted')
    accord.find('label', re.compile('Bo Roe, Pipeline coverage: Type a range'))
    assert rows(workspace, 'SELECT count(*) FROM target') == [(2,)]
    accord.find('push button', 'Paste the Rest').click()
    accord.find('table cell', 'Bo Roe, Outreach: 120')
    accord.find('table cell', 'Bo Roe, Pipeline coverage: no target')
    accord.close()


@case
def every_step_fits_a_phone():
    accord = open_scorecard(driver.demo(), window_size=(400, 760))
    for step in ('Results', 'Forecast', 'Pipeline', 'Patterns', 'Choose', 'Vote', 'Key Metrics', 'Targets', 'Building Blocks'):
        # The page's own in the bar at the foot: the header has no room for them.
        tab = wait_until(lambda: next((w for w in accord.all('page tab', step) if w.is_seen()), None), step + ' in sight')
        tab.click()
        wait_until(lambda: 'selected' in tab.states, step)
        width = accord.window().place[2]
        assert width <= 400, '%s wants %d pixels' % (step, width)
        nameless = [list(w.up())[:3] for w in accord.all(('push button', 'text', 'check box', 'list item'))
                    if w.parent.role != 'combo box' and (not w.name or re.match('(Gtk|Adw|Accord)[A-Z]', w.name))]
        assert not nameless, '%s: %s' % (step, nameless)
    accord.close()


if __name__ == '__main__':
    run()
