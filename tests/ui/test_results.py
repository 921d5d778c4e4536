#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Scorecard page's results: the table says what the file says, a cell opens how it came about, ranking is as one left it."""
import datetime
import os
import re
import sqlite3

import driver
from driver import wait_until
from tap import case, run

FIRST, TODAY, LAST = datetime.date(2026, 10, 1), datetime.date(2026, 11, 18), datetime.date(2026, 12, 31)


def rows(workspace, query, *values):
    """Rows of the file as it is on the disk, read as another program would."""
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as file:
        return file.execute(query, values).fetchall()


def typed(workspace, member, metric):
    """What the file has of a week's metric in the quarter up to today: a week counts where its Thursday lies."""
    return [value // 10 ** 9 for value, in rows(workspace, (
        'SELECT a.value FROM actual a JOIN member m ON m.id = a.member JOIN metric k ON k.id = a.metric'
        ' WHERE m.name = ? AND k.name = ? AND a.grain = 1 AND a.starts + 3 BETWEEN ? AND ? AND a.starts <= ? ORDER BY a.starts'),
        member, metric, FIRST.toordinal(), LAST.toordinal(), TODAY.toordinal())]


def open_results(workspace, **options):
    accord = driver.start(workspace, **options)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Scorecard') + 1)
    accord.find('label', re.compile('^As of 18 Nov 2026'))
    return accord


def cell(accord, member, metric, **options):
    return accord.find('table cell', re.compile('^%s, %s: ' % (re.escape(member), re.escape(metric))), **options)


def names_in_order(accord):
    """Whose rows stand in the table, from top to bottom."""
    cells = [c for c in accord.all('table cell', re.compile(', Outreach: ')) if c.place]
    return [c.name.split(', Outreach: ')[0] for c in sorted(cells, key=lambda c: c.place[1])]


def choose(accord, item):
    accord.find('push button', 'View').click()
    accord.find(('menu item', 'check menu item', 'check box'), item).click()


def wait_focus(accord, begins):
    wait_until(lambda: accord.focused() and accord.focused().name.startswith(begins), 'the focus on %r' % begins)


@case
def the_table_says_what_the_file_says():
    workspace = driver.demo()
    accord = open_results(workspace)
    members = [name for name, in rows(workspace, 'SELECT name FROM member WHERE leader = 0 ORDER BY id')]
    assert len(members) == 7, members

    total = 0
    for member in members:
        outreach = sum(typed(workspace, member, 'Outreach'))
        total += outreach
        assert re.search(r': %d of [\d,]+, ' % outreach, cell(accord, member, 'Outreach').name), (outreach, member)
    assert ': {:,} of '.format(total) in cell(accord, 'Whole Team', 'Outreach').name, total

    won, = rows(workspace, "SELECT sum(amount) FROM opportunity WHERE state = 'won' AND closed BETWEEN ? AND ?",
                FIRST.isoformat(), TODAY.isoformat())[0]
    assert won % 100 == 0 and ': ${:,} of '.format(won // 100) in cell(accord, 'Whole Team', 'Bookings').name, won

    # The program without a display has come to the same, by its own words.
    words = {'on-track': 'On track', 'at-risk': 'At risk', 'behind': 'Behind', None: 'n/a'}
    checked = 0
    for row in driver.cli_json('scorecard', workspace, '--quarter', '2026-Q4'):
        if row['metric'] not in ('Outreach', 'First meetings') or row['target'] is None:
            continue
        who = row['member'] or row['territory'] or 'Whole Team'
        name = cell(accord, who, row['metric']).name
        assert name == '{}, {}: {:,} of {:,}, {}, {}'.format(
            who, row['metric'], row['actual'], row['target'],
            '%s %%' % '{:.1f}'.format(row['attainment'] * 100).removesuffix('.0'), words[row['status']]
        ).replace(' %', '\N{NO-BREAK SPACE}%'), (name, row)
        checked += 1
    assert checked == 20, checked
    accord.close()


@case
def a_cell_opens_how_it_came_about():
    workspace = driver.demo()
    accord = open_results(workspace)
    cell(accord, 'Joe Marchetti', 'Outreach').click()
    pane = accord.find('panel', 'Joe Marchetti, Outreach')
    weeks = typed(workspace, 'Joe Marchetti', 'Outreach')
    chart = pane.find('image', 'Joe Marchetti, Outreach')
    assert ': %d of ' % sum(weeks) in chart.description, chart.description
    shown = [label.name for label in pane.all('label', re.compile(r'^\d+$'), hidden=True)]
    assert [int(text) for text in shown if int(text) != sum(weeks)][:len(weeks)] == weeks[::-1], (shown, weeks)
    assert len(pane.all('label', 'Typed', hidden=True) + pane.all('label', 'Imported', hidden=True)) == len(weeks)

    # The arrows walk through the table, and what is at the side follows.
    accord.key('Right')
    accord.find('panel', 'Joe Marchetti, First meetings')
    accord.key('ctrl+Up')
    accord.find('panel', 'Whole Team, First meetings').find('image', re.compile('^First meetings: pace of each member'))
    accord.key('Down')
    accord.find('panel', 'Northeast, First meetings')
    wait_focus(accord, 'Northeast, First meetings: ')
    accord.key('Escape')
    accord.wait_gone('panel', 'Northeast, First meetings')
    wait_focus(accord, 'Northeast, First meetings: ')
    accord.key('Down', 'Return')
    pane = accord.find('panel', 'Carolyn Brandt, First meetings')
    # Cells are one stop of Tab, and the pane comes after them.
    accord.key('Tab')
    wait_focus(accord, 'Close Details')
    accord.key('shift+Tab')
    wait_focus(accord, 'Carolyn Brandt, First meetings: ')
    pane.find('push button', 'Close Details').click()
    accord.wait_gone('panel', 'Carolyn Brandt, First meetings')
    accord.close()


@case
def ranking_is_off_until_it_is_switched_on_and_remembered():
    workspace = driver.demo()
    accord = open_results(workspace)
    by_territory = names_in_order(accord)
    assert by_territory[0] == 'Whole Team' and by_territory.index('Great Lakes') == 6, by_territory
    assert not accord.has('label', '1.')

    choose(accord, 'Ranking')
    accord.find('label', '1.')
    share = {row['member']: row['attainment'] for row in driver.cli_json('scorecard', workspace, '--quarter', '2026-Q4')
             if row['metric'] == 'Outreach' and row['member']}
    ranked = sorted(share, key=share.get, reverse=True)
    assert names_in_order(accord) == ['Whole Team', 'Northeast', 'Great Lakes'] + ranked, names_in_order(accord)
    accord.find('push button', 'Bookings').click()
    won = {row['member']: row['attainment'] for row in driver.cli_json('scorecard', workspace, '--quarter', '2026-Q4')
           if row['metric'] == 'Bookings' and row['member']}
    wait_until(lambda: names_in_order(accord)[3:] == sorted(won, key=won.get, reverse=True), 'the order of bookings')
    accord.close()

    # The next run begins as this one ended.
    again = driver.Program(accord.session, accord.command, driver.program_environment())
    again.find('label', '1.')
    assert names_in_order(again)[3:] == ranked, names_in_order(again)
    choose(again, 'Ranking')
    again.wait_gone('label', '1.')
    assert names_in_order(again) == by_territory, names_in_order(again)
    again.close()


@case
def ranking_by_keys_keeps_the_focus_on_the_title():
    workspace = driver.demo()
    accord = open_results(workspace)
    # Something to undo, which makes the table anew.
    before = sum(typed(workspace, 'Carolyn Brandt', 'Outreach'))
    accord.key('ctrl+e')
    wait_focus(accord, 'Carolyn Brandt, Outreach')
    accord.type('7\n')
    wait_until(lambda: sum(typed(workspace, 'Carolyn Brandt', 'Outreach')) == before + 7, 'the week in the file')
    accord.key('Escape')

    choose(accord, 'Ranking')
    accord.find('label', '1.')
    assert accord.find('push button', 'Outreach').description == 'Ranked by it'
    last = max(accord.all('push button', re.compile('^(Outreach|First meetings|Bookings|Ideal-account share)$')),
               key=lambda title: title.rectangle()[0]).name
    cell(accord, 'Joe Marchetti', 'Outreach').click()
    accord.key('Escape')
    wait_focus(accord, 'Joe Marchetti, Outreach: ')
    accord.key('shift+Tab')
    wait_until(lambda: accord.focused() and accord.focused().name == last, 'the focus on the last title')
    assert accord.focused().description == 'Rank by it', accord.focused().description
    accord.key('Return')
    wait_until(lambda: accord.find('push button', last).description == 'Ranked by it', 'what ranks, in words')
    assert accord.find('push button', 'Outreach').description == 'Rank by it'
    assert accord.focused() and accord.focused().name == last, accord.focused()
    accord.key('ctrl+z')
    wait_until(lambda: ': %d of ' % before in cell(accord, 'Carolyn Brandt', 'Outreach').name, 'Undo in the table')
    assert accord.focused() and accord.focused().name == last, accord.focused()
    accord.key('shift+Tab', 'space')
    wait_until(lambda: accord.find('push button', last).description == 'Rank by it', 'another title that ranks')
    assert accord.focused().description == 'Ranked by it', accord.focused().description
    accord.close()


@case
def what_is_not_known_is_not_nought():
    workspace = driver.demo()
    quotas = os.path.join(os.path.dirname(workspace), 'quotas.csv')
    with open(quotas, 'w') as file:
        file.write('member,period,amount\nZoe New,2026-Q4,100000\n')
    driver.cli('import', workspace, 'quotas', quotas, '--create-members')
    accord = open_results(workspace)
    assert cell(accord, 'Zoe New', 'Outreach').name == 'Zoe New, Outreach: n/a, no target'
    cell(accord, 'Zoe New', 'Outreach').click()
    pane = accord.find('panel', 'Zoe New, Outreach')
    pane.find('label', 'n/a', index=0)
    assert not pane.has('label', re.compile(r'^0(\s?%|$)')), pane.dump()
    accord.key('Escape')

    # A quarter to come has no figures, and says what can be done for it.
    accord.key('alt+Right')
    accord.find('label', 'No Targets for Q1 2027 Yet')
    accord.find('push button', 'Set Targets').click()
    wait_until(lambda: 'selected' in accord.find('page tab', 'Targets').states, 'the targets')
    accord.close()


@case
def first_values_are_entered():
    workspace = driver.new()
    quotas = os.path.join(os.path.dirname(workspace), 'quotas.csv')
    with open(quotas, 'w') as file:
        file.write('member,period,amount\nAnn Lee,2026-Q4,100000\nBo Roe,2026-Q4,100000\n')
    driver.cli('import', workspace, 'quotas', quotas, '--create-members')
    accord = driver.start(workspace)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Scorecard') + 1)
    accord.key('ctrl+n')
    library = accord.window('Library of Building Blocks')
    library.find('check box', 'Outreach').click()
    library.find('push button', 'Add 1').click()
    accord.find('page tab', 'Key Metrics').click()
    accord.find(('check box', 'switch', 'toggle button', 'push button'), 'Outreach is a key metric').click()
    wait_until(lambda: rows(workspace, 'SELECT count(*) FROM metric WHERE "key"') == [(1,)], 'a key metric')

    accord.find('page tab', 'Results').click()
    accord.find('label', 'No Values for Q4 2026 Yet')
    assert 'sensitive' in accord.find('push button', 'Import Actuals…').states
    accord.find('push button', 'Enter Week').click()
    wait_focus(accord, 'Ann Lee, Outreach')
    accord.type('5\n')
    accord.find('push button', 'Done').click()
    assert cell(accord, 'Ann Lee', 'Outreach').name == 'Ann Lee, Outreach: 5, no target'
    assert cell(accord, 'Bo Roe', 'Outreach').name == 'Bo Roe, Outreach: n/a, no target'
    assert cell(accord, 'Whole Team', 'Outreach').name == 'Whole Team, Outreach: 5, no target'
    accord.close()


@case
def a_territory_is_shown_alone_and_names_turn_around():
    workspace = driver.demo()
    accord = open_results(workspace)
    accord.find('push button', 'Member').click()
    turned = ['Priya Raman', 'Joe Marchetti', 'Daniel Osei', 'Carolyn Brandt']
    wait_until(lambda: names_in_order(accord)[1:6] == ['Northeast'] + turned, 'the names turned around')
    accord.find('combo box', 'Team or territory').click()
    accord.key('Down', 'Return')
    wait_until(lambda: names_in_order(accord) == ['Northeast'] + turned, 'the territory alone')
    assert accord.find('label', '4 members')
    accord.close()


@case
def a_team_without_key_metrics_is_led_to_them():
    accord = driver.start(driver.new())
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Scorecard') + 1)
    accord.find('page tab', 'Results').click()
    accord.find('label', 'No Key Metrics Yet')
    accord.find('push button', 'Choose Key Metrics').click()
    wait_until(lambda: 'selected' in accord.find('page tab', 'Key Metrics').states, 'the key metrics')
    accord.close()


@case
def a_quarter_that_cannot_be_read_does_not_look_like_another():
    workspace = driver.demo()
    accord = open_results(workspace)
    cell(accord, 'Joe Marchetti', 'Outreach')
    with sqlite3.connect(workspace) as file:
        file.execute('UPDATE actual SET value = value + 1')
    accord.key('alt+Left')
    accord.find('label', 'Results Cannot Be Read')
    assert not accord.has('table cell', re.compile('^Joe Marchetti, Outreach: '))
    with sqlite3.connect(workspace) as file:
        file.execute('UPDATE actual SET value = value - 1')
    accord.key('alt+Right')
    cell(accord, 'Joe Marchetti', 'Outreach')
    accord.close()


@case
def a_week_that_is_entered_counts_at_once():
    workspace = driver.demo()
    accord = open_results(workspace)
    before = sum(typed(workspace, 'Carolyn Brandt', 'Outreach'))
    accord.key('ctrl+e')
    wait_focus(accord, 'Carolyn Brandt, Outreach')
    accord.type('7\n')
    wait_until(lambda: sum(typed(workspace, 'Carolyn Brandt', 'Outreach')) == before + 7, 'the week in the file')
    accord.key('Escape')
    assert ': %d of ' % (before + 7) in cell(accord, 'Carolyn Brandt', 'Outreach').name
    accord.key('ctrl+z')
    wait_until(lambda: ': %d of ' % before in cell(accord, 'Carolyn Brandt', 'Outreach').name, 'Undo in the table')
    accord.close()


@case
def names_stay_in_sight_where_there_is_little_room():
    workspace = driver.demo()
    accord = open_results(workspace, window_size=(400, 700))
    joe = accord.find('label', 'Joe Marchetti').rectangle()
    cell(accord, 'Joe Marchetti', 'Outreach').click()
    accord.find('panel', 'Joe Marchetti, Outreach')
    accord.key('Escape')
    wait_focus(accord, 'Joe Marchetti, Outreach: ')
    accord.key('End')
    last = cell(accord, 'Joe Marchetti', 'Ideal-account share')
    x, _y, width, _height = last.rectangle()
    name = accord.find('label', 'Joe Marchetti').rectangle()
    assert name[:2] == joe[:2] and x >= name[0] + name[2], (name, joe, x)
    window = accord.x_windows()[0]
    assert x + width <= window.x + window.size[0] - window.shadow_right, (x, width, window.x, window.size)
    accord.close()


@case
def the_table_is_copied_for_a_spreadsheet():
    workspace = driver.demo()
    accord = open_results(workspace)
    cell(accord, 'Whole Team', 'Outreach').click()
    accord.key('Escape')
    accord.key('ctrl+c')
    accord.find('label', 'Table copied')
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Conversations') + 1)
    accord.find('text', 'Purpose').click()
    accord.key('ctrl+a', 'ctrl+v')
    text = wait_until(lambda: next((purpose for purpose, in rows(workspace, 'SELECT purpose FROM conversation')
                                    if '\t' in purpose), None), 'what was pasted in the file')
    lines = [line.split('\t') for line in text.rstrip('\n').split('\n')]
    assert [line[0] for line in lines[:3]] == ['Member', 'Whole Team', 'Northeast'], lines
    assert len(lines) == 1 + 1 + 2 + 7 and {len(line) for line in lines} == {1 + 4 * 5}, lines
    joe = next(line for line in lines if line[0] == 'Joe Marchetti')
    assert lines[0][1:4] == ['Outreach', 'Outreach, target', 'Outreach, attainment'], lines[0]
    assert int(joe[1]) == sum(typed(workspace, 'Joe Marchetti', 'Outreach')), joe
    accord.close()


if __name__ == '__main__':
    run()
