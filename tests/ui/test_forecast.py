#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Forecast part of the Scorecard page: what members say the quarter will end at is typed, dated and kept."""
import os
import re
import sqlite3

import driver
from driver import wait_until
from tap import case, run


def rows(workspace, query):
    """Rows of the file as it is on the disk, read as another program would."""
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as file:
        return file.execute(query).fetchall()


def said(workspace, name, starts='2026-10-01'):
    """What somebody said about a quarter: cents and the day, in the order in which it was stored."""
    return rows(workspace, "SELECT amount, made_on FROM forecast f JOIN member m ON m.id = f.member "
                           "WHERE m.name = '%s' AND starts = '%s' ORDER BY f.id" % (name, starts))


def open_forecast(workspace, **options):
    accord = driver.start(workspace, **options)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Scorecard') + 1)
    accord.find('page tab', 'Forecast').click()
    return accord


def cell(accord, name, column='Forecast', text='.*'):
    return accord.find('table cell', re.compile('^%s, %s: %s$' % (name, column, text)))


def wait_focus(accord, pattern):
    wait_until(lambda: re.search(pattern, (accord.focused() or accord).name), 'the focus on %r' % pattern)


def team(*people):
    """A workspace with those members, each with a quota for this quarter."""
    workspace = driver.new()
    quotas = os.path.join(os.path.dirname(workspace), 'quotas.csv')
    with open(quotas, 'w') as file:
        file.write('member,period,amount\n')
        file.writelines('%s,2026-Q4,100000\n' % person for person in people)
    driver.cli('import', workspace, 'quotas', quotas, '--create-members')
    return workspace


@case
def a_forecast_is_typed_dated_and_never_overwritten():
    workspace = driver.demo()
    before = said(workspace, 'Joe Marchetti')
    assert before, 'the demo has forecasts'
    accord = open_forecast(workspace)
    cell(accord, 'Joe Marchetti').click()
    accord.find('label', 'Joe Marchetti, Q4 2026')
    accord.type('$240k\n')
    cell(accord, 'Joe Marchetti', text=re.escape('$240,000'))
    wait_until(lambda: said(workspace, 'Joe Marchetti') == before + [(24000000, '2026-11-18')], 'a new record')
    wait_focus(accord, '^Melissa Tran, Forecast')
    cell(accord, 'Joe Marchetti', 'Said On', '18 Nov 2026')

    # The same day once more: another one, and the last counts. F2 begins with what is there.
    cell(accord, 'Joe Marchetti').click()
    accord.key('F2', 'ctrl+a')
    accord.type('245000\n')
    cell(accord, 'Joe Marchetti', text=re.escape('$245,000')).click()
    wait_until(lambda: said(workspace, 'Joe Marchetti') == before + [(24000000, '2026-11-18'), (24500000, '2026-11-18')],
               'another record')
    said_list = accord.find('list', 'Joe Marchetti, Q4 2026')
    wait_until(lambda: len(said_list.all('list item')) == len(before) + 3, 'all of them, and where it lands')

    # What was said last is nothing new; one step takes one back.
    accord.type('245,000\n')
    wait_focus(accord, '^Melissa Tran, Forecast')
    accord.key('ctrl+z')
    cell(accord, 'Joe Marchetti', text=re.escape('$240,000'))
    wait_until(lambda: said(workspace, 'Joe Marchetti') == before + [(24000000, '2026-11-18')], 'the slip is gone')
    accord.key('ctrl+z')
    wait_until(lambda: said(workspace, 'Joe Marchetti') == before, 'both are gone')
    accord.key('ctrl+shift+z')
    wait_until(lambda: len(said(workspace, 'Joe Marchetti')) == len(before) + 1, 'and one is back')
    accord.close()


@case
def what_is_no_forecast_is_not_stored():
    workspace = team('Ann Lee', 'Bo Roe')
    accord = open_forecast(workspace)
    cell(accord, 'Ann Lee', text='n/a').click()
    accord.type('soon\n')
    accord.find('label', re.compile('soon|number'))
    accord.key('Escape')
    wait_focus(accord, '^Ann Lee, Forecast')
    accord.type('90000\n')
    wait_until(lambda: said(workspace, 'Ann Lee') == [(9000000, '2026-11-18')], 'her forecast')

    # It cannot be taken away, and other columns are there to be read.
    cell(accord, 'Ann Lee').click()
    accord.key('Delete')
    accord.find('label', re.compile('^A forecast stays once it was said'))
    accord.key('F2', 'ctrl+a', 'BackSpace', 'Return')
    accord.find('label', re.compile('^A forecast stays once it was said'))
    accord.key('Escape', 'Left')
    wait_focus(accord, '^Ann Lee, Lands At')
    accord.type('5')
    accord.key('Return')
    # The row of all is the sum of what is known.
    cell(accord, 'Whole Team', text=re.escape('$90,000'))
    cell(accord, 'Whole Team', 'Said On', '1 of 2')
    cell(accord, 'Whole Team').click()
    accord.type('1')
    accord.key('Return')
    cell(accord, 'Whole Team', 'Quota', re.escape('$200,000'))
    cell(accord, 'Bo Roe', 'Difference', 'n/a')
    assert rows(workspace, 'SELECT count(*) FROM forecast') == [(1,)]

    # What is being typed is stored when something else is done, and a quarter that is over takes nothing.
    cell(accord, 'Bo Roe').click()
    accord.type('70000')
    accord.key('alt+Left')
    wait_until(lambda: said(workspace, 'Bo Roe') == [(7000000, '2026-11-18')], 'what was being typed')
    cell(accord, 'Ann Lee', text='n/a').click()
    accord.find('label', re.compile('^The quarter is over'))
    accord.type('5')
    accord.key('Return')
    assert rows(workspace, 'SELECT count(*) FROM forecast') == [(2,)]
    accord.close()


@case
def a_column_is_pasted_as_one_step():
    workspace = team('Ann Lee', 'Bo Roe', 'Cy Poe')
    accord = open_forecast(workspace)
    cell(accord, 'Ann Lee', text='n/a').click()
    accord.type('90000\t80000\t70000\t')
    cell(accord, 'Cy Poe', text=re.escape('$70,000'))
    # Two of them go one line down.
    cell(accord, 'Ann Lee').click()
    accord.key('shift+Down', 'ctrl+c', 'shift+Up', 'Down', 'ctrl+v')
    cell(accord, 'Cy Poe', text=re.escape('$80,000'))
    wait_until(lambda: [said(workspace, name)[-1][0] for name in ('Ann Lee', 'Bo Roe', 'Cy Poe')]
               == [9000000, 9000000, 8000000], 'two forecasts')
    assert rows(workspace, 'SELECT count(*) FROM forecast') == [(5,)]
    accord.key('ctrl+z')
    cell(accord, 'Bo Roe', text=re.escape('$80,000'))
    wait_until(lambda: rows(workspace, 'SELECT count(*) FROM forecast') == [(3,)], 'one step back')
    accord.close()


@case
def a_territory_and_a_quarter_that_is_over():
    workspace = driver.demo()
    accord = open_forecast(workspace)
    accord.find('combo box', 'Team or territory').click()
    accord.find('label', 'Great Lakes').click()
    cell(accord, 'Great Lakes', 'Said On', r'\d of \d')
    assert not accord.has('table cell', re.compile('^Carolyn Brandt'))
    # Whoever leads and sells nothing is asked for nothing.
    assert not accord.has('table cell', re.compile('^Ruth Adeyemi'))
    cell(accord, 'Craig Lindqvist').click()
    accord.key('alt+Left')
    past = accord.find('list', 'Craig Lindqvist, Q3 2026')
    last = said(workspace, 'Craig Lindqvist', '2026-07-01')[-1][0] // 100
    won = rows(workspace, "SELECT sum (amount) / 100 FROM opportunity o JOIN member m ON m.id = o.member WHERE m.name = "
                          "'Craig Lindqvist' AND state = 'won' AND closed BETWEEN '2026-07-01' AND '2026-09-30'")[0][0]
    past.find('list item', re.compile('^What came of it'))
    cell(accord, 'Craig Lindqvist', 'Booked', re.escape('${:,}'.format(won)))
    cell(accord, 'Craig Lindqvist', text=re.escape('${:,}'.format(last)))
    cell(accord, 'Craig Lindqvist', 'Difference', re.escape('+${:,}'.format(last - won)))
    accord.close()


@case
def nobody_is_there_yet():
    accord = open_forecast(driver.new())
    accord.find('push button', 'Add People').click()
    wait_until(lambda: 'selected' in driver.page_rows(accord)[0].states, 'the People page')
    accord.close()


if __name__ == '__main__':
    run()
