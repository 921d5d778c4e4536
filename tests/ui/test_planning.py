#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The planning view: typed in as in a spreadsheet, the totals following, pasted into, taken back."""
import os
import re
import sqlite3

import driver
from driver import wait_until
from tap import case, run

PLAN = 2


def rows(workspace, query):
    """Rows of the file as it is on the disk, read as another program would."""
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as file:
        file.row_factory = sqlite3.Row
        return [dict(row) for row in file.execute(query)]


def quota_sums(workspace):
    """What is stored, in minor units, a member."""
    found = rows(workspace, '''SELECT m.name, sum(q.amount) AS quota FROM quota q JOIN member m ON m.id = q.member
                                WHERE q.starts BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY m.name''')
    return {row['name']: row['quota'] for row in found}


def open_grid(workspace, **options):
    accord = driver.start(workspace, **options)
    driver.open_page(accord, PLAN)
    accord.find('push button', 'Plan').click()
    accord.find('table cell', 'Carolyn Brandt, Quota: 1,080,000').click()
    return accord


@case
def typing_rolls_up_and_is_stored_once():
    workspace = driver.demo()
    accord = open_grid(workspace)
    accord.find('label', '$6,120,000')
    # Each key counts, and nothing is stored before the cell is left: 1,080,000 becomes 2, 20, … 2,000,000.
    accord.type('2000000')
    accord.find('label', '$7,040,000')
    accord.find('label', re.compile(r'over-assigned by 17\.3'))
    assert quota_sums(workspace)['Carolyn Brandt'] == 108000000
    accord.key('Escape')
    accord.find('label', '$6,120,000')
    accord.type('2,000,000')
    accord.key('Return')
    accord.find('table cell', 'Carolyn Brandt, Quota: 2,000,000')
    accord.find('table cell', 'Northeast, Quota: 4,400,000')
    accord.find('table cell', re.compile('^Carolyn Brandt, .*Below the quota'))
    wait_until(lambda: quota_sums(workspace)['Carolyn Brandt'] == 200000000, 'the quota to be stored')
    assert {q['source'] for q in rows(workspace, "SELECT source FROM quota q JOIN member m ON m.id = q.member "
                                             "WHERE m.name = 'Carolyn Brandt' AND starts >= '2026-01-01'")} == {'typed'}

    # What cannot be read is said, and stays; the next key mends it.
    accord.type('8x')
    accord.find('label', re.compile('8x'))
    accord.key('Return')
    accord.find('label', re.compile('8x'))
    accord.key('BackSpace')
    accord.type('00k\t')
    accord.find('table cell', 'Daniel Osei, Quota: 800,000')

    # A commitment above what was promised is marked until it is promised; its quarters add up.
    accord.type('1000000')
    accord.key('Tab')
    accord.find('table cell', 'Daniel Osei, Commitment: 1,000,000')
    accord.find('label', re.compile('^Daniel Osei: this is not committed yet; the promise is \\$900,000$'))
    plan = rows(workspace, "SELECT p.* FROM plan p JOIN member m ON m.id = p.member "
                       "WHERE m.name = 'Daniel Osei' AND year = 2026")[0]
    assert plan['amount'] == 100000000 == plan['q1'] + plan['q2'] + plan['q3'] + plan['q4'], plan
    accord.find('push button', 'Commit…')
    accord.key('ctrl+z', 'ctrl+z', 'ctrl+z')
    accord.find('label', '$6,120,000')
    accord.close()
    assert quota_sums(workspace)['Carolyn Brandt'] == 108000000


@case
def a_range_is_copied_and_pasted_as_one_step():
    workspace = driver.demo()
    before = quota_sums(workspace)
    accord = open_grid(workspace)
    # 2 × 3 cells: quota, commitment and (passed over) stretch of two members, put down over the next two.
    accord.key('shift+Right', 'shift+Right', 'shift+Down', 'ctrl+c', 'Left', 'Left', 'ctrl+v')
    accord.find('label', '4 figures pasted')
    accord.find('table cell', 'Daniel Osei, Quota: 1,080,000')
    accord.find('table cell', 'Joe Marchetti, Commitment: 900,000')
    accord.key('ctrl+z')
    accord.find('table cell', 'Daniel Osei, Quota: 860,000')
    assert quota_sums(workspace) == before
    accord.close()


@case
def the_target_is_set_in_place():
    workspace = driver.demo()
    accord = driver.start(workspace)
    driver.open_page(accord, PLAN)
    accord.find('text', 'Team target').enter('5.1m\n')
    accord.find('label', re.compile(r'over-assigned by 20'))
    accord.close()
    assert rows(workspace, 'SELECT team_target FROM plan_year WHERE label = 2026') == [
        {'team_target': 510000000}]


@case
def a_team_without_territories_has_totals():
    workspace = driver.new()
    quotas = os.path.join(os.path.dirname(workspace), 'quotas.csv')
    with open(quotas, 'w') as file:
        file.write('member,period,amount\nAnn Lee,2026-Q1,200000\nBo Roe,2026-Q4,300000\n')
    driver.cli('import', workspace, 'quotas', quotas, '--create-members')
    accord = driver.start(workspace)
    driver.open_page(accord, PLAN)
    accord.find('label', '$500,000')
    accord.find('label', re.compile('^0 of 2 members have committed'))
    accord.close()


@case
def next_year_is_planned_ahead():
    accord = driver.start(driver.demo())
    driver.open_page(accord, PLAN)
    accord.find('push button', 'More').click()
    accord.find('menu item', 'Plan the Next Year').click()
    accord.find('push button', 'Q1 2027')
    accord.find('push button', 'Plan next').click()
    wizard = accord.window(re.compile(r'Plan 2027$'))
    wizard.find('list item', re.compile('^Work')).click()
    # The whole year lies ahead: 261 weekdays of 2027 less the holidays that are known.
    weeks = float(wizard.find('text', re.compile('^Working weeks')).text)
    assert 50 < weeks < 52.2, weeks
    accord.close()


@case
def a_visit_of_the_wizard_leaves_imported_quotas_alone():
    workspace = driver.demo()
    quotas = os.path.join(os.path.dirname(workspace), 'quotas.csv')
    with open(quotas, 'w') as file:
        file.write('member,period,amount\n')
        file.writelines('Carolyn Brandt,2026-Q%d,%d\n' % (q, 175000 + q) for q in (1, 2, 3, 4))
    driver.cli('import', workspace, 'quotas', quotas, '--update')
    query = "SELECT q.* FROM quota q JOIN member m ON m.id = q.member WHERE m.name = 'Carolyn Brandt' ORDER BY q.id"
    before = rows(workspace, query)
    assert quota_sums(workspace)['Carolyn Brandt'] == 70001000
    accord = driver.start(workspace)
    driver.open_page(accord, PLAN)
    accord.find('push button', 'Change the commitment… Carolyn Brandt').do('click')
    wizard = accord.window(re.compile(r'Plan 2026$'))
    wizard.find('label', 'What do you commit to?')
    assert wizard.all('text')[0].text == '700010', [t.text for t in wizard.all('text')]
    accord.key('alt+n')
    wizard.find('label', 'How does it spread over the year?')
    accord.close()
    assert rows(workspace, query) == before


if __name__ == '__main__':
    run()
