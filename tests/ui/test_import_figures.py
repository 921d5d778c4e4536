#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Weekly figures and opportunities from a file: what stages and people mean is said, and what happens is seen before."""
import csv
import os
import pathlib
import re
import sqlite3

import driver
from driver import wait_until
from tap import case, run

MEMBERS = '''Name
Rosa Lindqvist
Emil Fabre
Tilda Okoro
'''
HEADER = 'Deal ID,Owner,Account,Stage,Amount,Created,Close date\n'
FIRST = HEADER + '''D-1,Rosa Lindqvist,"Acme, Inc.",Handshake,1200.50,2026-08-03,2026-12-18
D-2,Emil Fabre,Borealis,Signed,900.00,2026-07-13,2026-10-09
D-3,Emil Fabre,Cirrus,Cold,300.00,2026-06-01,2026-09-30
D-4,Rosa Lindqwist,Delta,Handshake,50.00,2026-09-14,2026-12-04
D-5,Nova Starr,Echo,Closed Won,75.00,2026-05-04,2026-08-21
'''
# A week later: one went on, one is new, one says less than before, and the rest is as it was.
SECOND = HEADER + '''D-1,Rosa Lindqvist,"Acme, Inc.",Signed,1300.00,2026-08-03,2026-11-16
D-2,Emil Fabre,,Signed,,,2026-10-09
D-3,Emil Fabre,Cirrus,Cold,300.00,2026-06-01,2026-09-30
D-6,Emil Fabre,Fjord,Handshake,10.00,2026-11-02,2027-01-15
'''
FIGURES = '''Member;Metric;Week;Value
Rosa Lindqvist;Calls;2026-W45;41
Emil Fabre;Calls;2026-W45;38
Emil Fabre;Calls;2026-W45;2
Nobody Known;Calls;2026-W45;7
Rosa Lindqvist;Bookings;2026-W45;5000
'''


def write(name, text):
    path = driver.folder() / name
    path.write_text(text, encoding='utf-8')
    return path


def team():
    workspace = driver.new()
    driver.cli('import', workspace, 'members', write('team.csv', MEMBERS))
    return workspace


def deals(workspace):
    return {row['id']: row for row in driver.cli_json('list', workspace, 'opportunities')}


def dump(workspace):
    """All that the file holds, whatever its pages look like."""
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as connection:
        return list(connection.iterdump())


def seen(workspace):
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as connection:
        return connection.execute('SELECT external, observed, stage_observation.stage FROM stage_observation JOIN opportunity'
                                  ' ON id = opportunity ORDER BY external, observed').fetchall()


def open_import(accord, item, path, title=None, page='Scorecard'):
    accord.find('list item', page).click()
    accord.find('push button', 'More').click()
    accord.find('menu item', item + '…').click()
    accord.find('push button', 'Open')
    accord.type('%s\n' % path)
    accord.find('label', path.name)  # the import window's subtitle
    return accord.window(title or item)


def side_of(window):
    """What the choices are scrolled in."""
    return next(w for w in window.find('combo box', 'The file holds').up() if w.role == 'scroll pane')


def choose(accord, shown, downs):
    """By keys: opens the list of the row that has the focus, which then shows that word, and takes what is so far down in it."""
    accord.key('Return')
    accord.find('label', shown)
    accord.key(*['Down'] * downs, 'Return')


@case
def opportunities_with_words_of_their_own_and_a_newer_export():
    workspace = team()
    accord = driver.start(workspace)
    window = open_import(accord, 'Opportunities', write('week1.csv', FIRST), 'Import Opportunities')
    window.find('push button', 'Import 3 Opportunities')
    window.find('push button', 'Refused 2')
    window.find('label', '2 opportunities, not known: counts as open')  # Handshake
    window.find('label', '1 opportunity, guessed from its name')        # Closed Won

    # By keys: the first row of the group, and from there down to the others.
    window.find('combo box', 'Handshake').click()
    accord.find('label', 'Lost')
    accord.key('Escape')
    accord.wait_gone('label', 'Lost')
    accord.key('Down')
    choose(accord, 'Lost', 1)
    window.find('label', '1 opportunity, as you said')
    accord.wait_gone('label', 'Lost')
    accord.key('Down')
    choose(accord, 'Lost', 2)
    window.find('label', '1 opportunity, as you said', index=1)

    # Whom nobody knows: one is misspelt, the other is new.
    side = side_of(window)
    window.find('label', '1 line. Is it Rosa Lindqvist?')
    window.find('combo box', 'Rosa Lindqwist').click()
    accord.find('label', 'New member')
    accord.key('Down', 'Down', 'Down', 'Return')  # New member, Emil, Rosa: in order of names
    window.find('push button', 'Import 4 Opportunities')
    side.find('combo box', 'Nova Starr').click()
    accord.find('label', 'New member')
    accord.key('Down', 'Return')
    window.find('push button', 'Import 5 Opportunities')

    # What was said is kept for the next file.
    side.scroll(40)
    side.find('text', 'Save these choices as').enter('Our CRM\n')
    window.find('label', 'Saved as Our CRM')
    assert deals(workspace) == {}
    window.find('push button', 'Import 5 Opportunities').click()
    accord.find('label', '5 added')
    stored = deals(workspace)
    assert {i: row['state'] for i, row in stored.items()} == \
        {'D-1': 'open', 'D-2': 'won', 'D-3': 'lost', 'D-4': 'open', 'D-5': 'won'}, stored
    assert stored['D-4']['member'] == 'Rosa Lindqvist' and stored['D-5']['member'] == 'Nova Starr', stored
    assert stored['D-1']['account'] == 'Acme, Inc.' and stored['D-1']['amount'] == 1200.5, stored

    # A newer export, under the mapping that was saved, of the day before.
    window = open_import(accord, 'Opportunities', write('week2.csv', SECOND), 'Import Opportunities')
    window.find('label', '2 opportunities, not known: counts as open')  # Signed
    side = side_of(window)
    side.scroll(40)
    side.find('combo box', 'Saved choices').click()
    accord.find('label', 'Our CRM')
    accord.key('Down', 'Return')
    side.scroll(-4)
    side.find('text', 'Day of the export').enter('2026-11-17\n')
    window.find('push button', 'Added 1')
    window.find('push button', 'Updated 1')
    window.find('push button', 'Skipped 2')
    button = window.find('push button', 'Import 2 Opportunities')
    wait_until(lambda: 'sensitive' in button.states, 'the file looked at for that day')
    button.click()
    accord.find('label', re.compile('1 added, 1 updated, 2 skipped'))
    stored = deals(workspace)
    assert stored['D-1']['stage'] == 'Signed' and stored['D-1']['state'] == 'won' and stored['D-1']['amount'] == 1300, stored
    assert stored['D-2']['account'] == 'Borealis' and stored['D-2']['amount'] == 900, stored
    assert stored['D-6']['state'] == 'open', stored
    assert ('D-6', '2026-11-17', 'Handshake') in seen(workspace), seen(workspace)
    assert ('D-2', driver.TODAY, 'Signed') in seen(workspace), seen(workspace)

    # Undo, and taking the first file back: both leave what was before.
    accord.key('ctrl+z')
    wait_until(lambda: 'D-6' not in deals(workspace), 'the second file undone')
    assert deals(workspace)['D-1']['stage'] == 'Handshake'
    accord.find('push button', 'More').click()
    accord.find('menu item', 'Import History…').click()
    accord.window('Import History').find('push button', 'Take Back').click()
    wait_until(lambda: deals(workspace) == {}, 'the first file taken back')
    accord.key('Escape')
    accord.close()


@case
def figures_that_add_up_and_a_refused_line_that_is_saved():
    workspace = team()
    driver.cli('import', workspace, 'opportunities', write('deals.csv', FIRST))
    accord = driver.start(workspace)
    # From the page of people: what kind of file it is is told from its columns.
    path = write('week.csv', FIGURES)
    window = open_import(accord, 'Import Members', path, 'Import Weekly Figures', page='People')
    window.find('label', 'Told from its columns')
    window.find('label', re.compile('New metric: Calls'))
    window.find('label', re.compile('“Bookings” is computed from the opportunities'))
    window.find('push button', 'Import 2 Figures')
    window.find('push button', 'Refused 3')
    accord.key('alt+m')  # lines of the same figure add up
    window.find('push button', 'Import 3 Figures').click()

    window.find('push button', 'Save Refused Lines…').click()
    saved = driver.folder() / 'mend.csv'
    accord.window('Save the Refused Lines').find('push button', 'Save')
    accord.key('ctrl+a')
    accord.type('%s\n' % saved)
    window.find('label', 'The refused lines are saved')
    rows = list(csv.reader(saved.open(encoding='utf-8-sig'), delimiter=';'))
    assert [row[:-1] for row in rows] == [line.split(';') for line in FIGURES.splitlines()[:1] + FIGURES.splitlines()[4:]], rows
    window.find('push button', 'Done').click()
    values = {row['member']: row['value'] for row in driver.cli_json('list', workspace, 'actuals')}
    assert values == {'Rosa Lindqvist': 41, 'Emil Fabre': 40}, values
    accord.find('push button', 'Undo').click()
    wait_until(lambda: driver.cli_json('list', workspace, 'actuals') == [], 'the figures undone')
    assert 'Calls' not in [row['name'] for row in driver.cli_json('list', workspace, 'metrics')]
    accord.close()


@case
def a_large_file_that_is_stopped_leaves_nothing_behind():
    workspace = team()
    before = dump(workspace)
    path = driver.folder() / 'large.csv'
    with path.open('w') as file:
        file.write(HEADER)
        for i in range(400000):
            file.write('D-%07d,%s,"Account %d, Inc.",Handshake,%d.25,2026-03-02,2026-12-04\n'
                       % (i, ('Rosa Lindqvist', 'Emil Fabre', 'Tilda Okoro')[i % 3], i % 5000, i))
    accord = driver.start(workspace)
    window = open_import(accord, 'Opportunities', path, 'Import Opportunities')
    button = window.find('push button', 'Import 400000 Opportunities')
    button.click()
    window.find('push button', 'Stop')  # the window is alive meanwhile: it answers
    accord.key('alt+s')
    window.find('label', 'Stopped: nothing was imported')
    assert dump(workspace) == before
    # It can be done all the same; Escape stops it once more.
    window.find('push button', 'Import 400000 Opportunities').click()
    window.find('push button', 'Stop')
    accord.key('Escape')
    window.find('label', 'Stopped: nothing was imported')
    accord.key('Escape')
    accord.find('push button', 'More')
    accord.close()
    assert dump(workspace) == before


@case
def real_exports_say_what_they_are():
    folder = os.environ.get('ACCORD_REAL_DATA')
    if not folder:
        print('# skipped: ACCORD_REAL_DATA does not name a folder with real exports', flush=True)
        return
    accord = driver.start(driver.new())
    path = pathlib.Path(folder) / 'maven-crm' / 'sales_pipeline.csv'
    window = open_import(accord, 'Weekly Figures', path, 'Import Opportunities')
    window.find('combo box', 'Engaging')
    accord.key('alt+a')
    window.find('push button', re.compile(r'^Import \d{4} Opportunities'))
    accord.key('Escape')
    accord.close()


if __name__ == '__main__':
    run()
