#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a SWOT board hands on to the next year: cards are settled, carried over, and compared with what they were."""
import json
import re

import driver
from tap import case, run

SINGULAR = {'Strengths': 'Strength', 'Weaknesses': 'Weakness', 'Opportunities': 'Opportunity', 'Threats': 'Threat'}


def records(workspace, kind='card'):
    """The records of a kind in the file, as the export writes them."""
    folder = driver.folder() / 'export'
    driver.cli('export', workspace, folder)
    return json.loads((folder / (kind + '.json')).read_text())


def board(workspace, year):
    """The titles on the team's board of a year, by quadrant, in order."""
    rows = [row for row in records(workspace) if row['year'] == year and row['territory'] is None]
    rows.sort(key=lambda row: row['position'])
    return {name: [row['title'] for row in rows if row['quadrant'] == word.lower()] for name, word in SINGULAR.items()
            if any(row['quadrant'] == word.lower() for row in rows)}


def wait_for(workspace, year, **expected):
    driver.wait_until(lambda: board(workspace, year) == expected, 'the file to hold %s' % expected)


def card(accord, title):
    return accord.find('list item', re.compile('^%s, card ' % re.escape(title)))


def open_board(workspace, **options):
    accord = driver.start(workspace, **options)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('SWOT') + 1)
    return accord


def type_cards(accord, **cards):
    for quadrant, titles in cards.items():
        accord.find('push button', 'Add ' + SINGULAR[quadrant]).click()
        accord.find('text', 'Add ' + SINGULAR[quadrant])
        accord.type(''.join(title + '\n' for title in titles))
        for title in titles:
            card(accord, title)
        accord.key('Escape')
        accord.wait_gone('text', 'Add ' + SINGULAR[quadrant])


def board_of_2026(**cards):
    """A window on a new workspace with these cards on the board of 2026, typed in; and the file."""
    workspace = driver.new()
    accord = open_board(workspace)
    accord.find('push button', 'Begin with a Strength').click()
    accord.find('text', 'Add Strength')
    accord.key('Escape')
    type_cards(accord, **cards)
    wait_for(workspace, 2026, **cards)
    return accord, workspace


def resolve(accord, title):
    card(accord, title).click(button=3)
    accord.find('menu item', 'Mark as Resolved').click()
    accord.find('label', '“%s” is resolved' % title)


def to_2027(accord):
    accord.key('alt+Right')
    return accord.find('push button', 'Carry Over from 2026…')


def compare(accord):
    accord.find('page tab', 'Compare').click()


def filters(accord):
    """What stands on top, by what is counted."""
    names = [w.name for w in accord.find('panel', 'Show Only').all('push button')]
    return [re.match(r'\d+ (new|still there|moved|resolved|gone)', name)[0] for name in names]


def rows(accord):
    """The cards that are compared, each with its fate."""
    found = [w.name for name in SINGULAR for lst in accord.all('list', name) for w in lst.all('list item')]
    return [name for name in found if re.search(', (New|Still there|Moved|Resolved|Gone)', name)]


@case
def chosen_cards_are_carried_over_in_one_change():
    cards = dict(Strengths=['A', 'B'], Weaknesses=['W'], Threats=['T'])
    accord, workspace = board_of_2026(**cards)
    resolve(accord, 'B')
    to_2027(accord).click()
    dialog = accord.window('Carry Cards Over')
    # All but what is settled; the focus is on the first.
    accord.find('push button', re.compile('^Carry 3 Cards Over|_Carry 3 Cards Over'))
    accord.key('space')
    accord.find('push button', re.compile('Carry 2 Cards Over'))
    dialog.find('push button', re.compile('Choose None')).click()
    driver.wait_until(lambda: 'sensitive' not in dialog.find('push button', re.compile('Carry Over'), hidden=True).states,
                      'nothing to carry')
    accord.key('alt+a')
    accord.find('push button', re.compile('Carry 4 Cards Over'))
    # One by its row.
    dialog.find('list item', 'W').click()
    accord.find('push button', re.compile('Carry 3 Cards Over'))
    accord.key('alt+c')
    accord.find('label', '3 cards carried over from 2026')
    carried = dict(Strengths=['A', 'B'], Threats=['T'])
    wait_for(workspace, 2027, **carried)
    wait_for(workspace, 2026, **cards)
    rows_by = {(row['year'], row['title']): row for row in records(workspace)}
    for title in 'ABT':
        assert rows_by[2027, title]['carried_from'] == rows_by[2026, title]['id'], rows_by
    # What is settled is so for its own year.
    assert rows_by[2026, 'B']['resolved'] == '2026-11-18' and rows_by[2027, 'B']['resolved'] is None, rows_by
    # One step takes all of it back, and it comes again.
    accord.find('push button', 'Undo').click()
    wait_for(workspace, 2027)
    accord.key('ctrl+shift+z')
    wait_for(workspace, 2027, **carried)
    accord.close()


@case
def what_is_there_already_is_not_carried_twice():
    accord, workspace = board_of_2026(Strengths=['A'], Threats=['T'])
    to_2027(accord).click()
    dialog = accord.window('Carry Cards Over')
    dialog.find('list item', 'T').click()
    accord.find('push button', re.compile('Carry 1 Card Over'))
    accord.key('alt+c')
    wait_for(workspace, 2027, Strengths=['A'])
    # From the menu of the board.
    accord.find('push button', 'Board Menu', index=0).click()
    accord.find('menu item', re.compile('Carry Over')).click()
    dialog = accord.window('Carry Cards Over')
    driver.wait_until(lambda: 'sensitive' not in dialog.find('check box', re.compile('^A'), hidden=True).states, 'A that cannot be chosen')
    dialog.find('label', 'Is on the board of 2027 already', hidden=True)
    accord.find('push button', re.compile('Carry 1 Card Over'))
    # Escape leaves everything as it was.
    accord.key('Escape')
    driver.wait_until(lambda: len(accord.windows()) == 1, 'the dialog to go')
    wait_for(workspace, 2027, Strengths=['A'])
    accord.close()


@case
def comparing_tells_what_became_of_each_card():
    accord, workspace = board_of_2026(Strengths=['Kept'], Weaknesses=['Settled', 'Moves'], Threats=['Lost'])
    resolve(accord, 'Settled')
    to_2027(accord).click()
    dialog = accord.window('Carry Cards Over')
    dialog.find('list item', 'Lost').click()
    accord.find('push button', re.compile('Carry 2 Cards Over')).click()
    card(accord, 'Moves').click()
    accord.key('alt+shift+Left')
    type_cards(accord, Opportunities=['Fresh'])
    compare(accord)
    day = r'18 Nov 2026'
    driver.wait_until(lambda: sorted(rows(accord)) == ['Fresh, New', 'Kept, Still there', 'Lost, Gone',
                                                       'Moves, Moved: Weaknesses → Strengths', 'Settled, Resolved ' + day],
                      'what became of five cards')
    assert filters(accord) == ['1 new', '1 still there', '1 moved', '1 resolved', '1 gone'], filters(accord)
    # The counts filter; two are one or the other.
    accord.find('push button', '1 gone').click()
    driver.wait_until(lambda: rows(accord) == ['Lost, Gone'], 'only what is gone')
    accord.find('push button', '1 moved').click()
    driver.wait_until(lambda: sorted(rows(accord)) == ['Lost, Gone', 'Moves, Moved: Weaknesses → Strengths'], 'both')
    accord.find('push button', '1 gone').click()
    driver.wait_until(lambda: rows(accord) == ['Moves, Moved: Weaknesses → Strengths'], 'only what moved')
    # A row opens by key, and leads to the card.
    accord.find('list item', re.compile('^Moves, ')).click()
    accord.find('list item', 'Show on the Board').click()
    driver.wait_until(lambda: (accord.focused() or accord).name == 'Moves, card 1 of 2 in Strengths', 'the card')
    # Undo reaches the comparison: the card is back among the weaknesses.
    compare(accord)
    accord.find('push button', '1 moved').click()
    accord.key('ctrl+z')
    driver.wait_until(lambda: accord.all('push button', '0 new', hidden=True), 'the new card taken back')
    accord.key('ctrl+z')
    driver.wait_until(lambda: 'Moves, Still there' in rows(accord), 'the move taken back')
    accord.close()


@case
def actions_of_the_year_before_are_told():
    workspace = driver.demo()
    title = 'We open what was never real'
    number = [row['id'] for row in records(workspace) if row['title'] == title and row['year'] == 2026][0]
    actions = [row for row in records(workspace, 'action') if row['card'] == number]
    done = [row for row in actions if row['done']]
    accord = open_board(workspace)
    to_2027(accord).click()
    accord.find('push button', re.compile('Carry .* Cards Over')).click()
    card(accord, title)
    compare(accord)
    row = accord.find('list item', re.compile('^%s, Still there' % title))
    assert '%d of %d action' % (len(done), len(actions)) in row.name, row.name
    row.click()
    for action in actions:
        accord.find('list item', action['what'])
    accord.close()


@case
def a_card_says_when_it_was_settled_and_what_became_of_it():
    accord, workspace = board_of_2026(Strengths=['A'])
    card(accord, 'A').click()
    accord.key('alt+Return')
    accord.find('panel', 'Card Details').reveal('list item', 'Resolved').click()
    driver.wait_until(lambda: records(workspace)[0]['resolved'] == '2026-11-18', 'resolved today')
    # What came below the edge is in sight.
    driver.wait_until(lambda: accord.has('text', 'Resolved On') and accord.find('text', 'What Became of It').is_seen(),
                      'the rows in sight')
    accord.find('text', 'Resolved On').enter('2026-10-01\n')
    driver.wait_until(lambda: records(workspace)[0]['resolved'] == '2026-10-01', 'another day')
    accord.find('text', 'What Became of It').enter('Größer ✓\n')
    driver.wait_until(lambda: records(workspace)[0]['outcome'] == 'Größer ✓', 'the outcome')
    # A day that is no day changes nothing, and stays as it was typed, for mending.
    accord.find('text', 'Resolved On').enter('soon\n')
    card(accord, 'A').click()
    driver.wait_until(lambda: accord.find('text', 'Resolved On').text == 'soon', 'the day as it was typed')
    assert records(workspace)[0]['resolved'] == '2026-10-01'
    # Open again, from the menu; and back.
    accord.key('shift+F10')
    accord.find('menu item', 'Mark as Open').click()
    driver.wait_until(lambda: records(workspace)[0]['resolved'] is None, 'open again')
    accord.wait_gone('text', 'Resolved On')
    accord.key('ctrl+z')
    driver.wait_until(lambda: records(workspace)[0]['resolved'] == '2026-10-01', 'resolved again')
    assert records(workspace)[0]['outcome'] == 'Größer ✓'
    accord.close()


@case
def without_another_year_it_says_so():
    accord, workspace = board_of_2026(Strengths=['A'])
    compare(accord)
    accord.find('label', '2026 Stands Alone')
    accord.find('push button', 'Go to the Board').click()
    card(accord, 'A')
    # Nor is there anything to carry over.
    accord.find('push button', 'Board Menu', index=0).click()
    item = accord.find('menu item', re.compile('Carry Over'))
    assert 'sensitive' not in item.states, item.states
    accord.key('Escape')
    # A year without cards offers the one before; seen from that one, the later year has nothing to tell yet.
    to_2027(accord)
    compare(accord)
    accord.find('label', 'Nothing on the Board of 2027 Yet')
    accord.find('push button', re.compile('Carry Over from 2026')).click()
    accord.find('push button', re.compile('Carry 1 Card Over')).click()
    driver.wait_until(lambda: rows(accord) == ['A, Still there'], 'the card compared')
    accord.key('alt+Left')
    driver.wait_until(lambda: rows(accord) == ['A, Still there'] and not accord.has('push button', re.compile('Carry Over')),
                      'the same from the other side, with nothing to carry')
    accord.close()


@case
def years_are_called_as_everywhere():
    # The plan year that begins in February 2026 ends in 2027, and is called by that.
    workspace = driver.new('--fiscal-start', 2)
    accord = open_board(workspace)
    accord.find('push button', 'Begin with a Strength').click()
    accord.find('text', 'Add Strength')
    accord.type('A\n')
    card(accord, 'A')
    accord.key('Escape')
    compare(accord)
    accord.find('label', 'FY27 Stands Alone')
    accord.key('alt+Right')
    accord.find('label', 'Nothing on the Board of FY28 Yet')
    accord.find('push button', 'Carry Over from FY27…').click()
    accord.find('label', 'From FY27 to FY28')
    accord.find('push button', re.compile('Carry 1 Card Over')).click()
    accord.find('label', '1 card carried over from FY27')
    accord.close()


@case
def what_a_year_in_between_did_not_have_says_where_it_is_from():
    accord = open_board(driver.demo())
    compare(accord)
    accord.find('list item', 'Carolyn and Hannah close what they open, New · carried over from 2024')
    accord.close()


if __name__ == '__main__':
    run()
