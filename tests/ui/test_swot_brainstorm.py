#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A brainstorm on the SWOT board: cards are typed turn by turn and quadrant by quadrant, lie covered, and a timer runs out."""
import json
import re

import driver
from tap import case, run

ADD = ['Add Strength', 'Add Weakness', 'Add Opportunity', 'Add Threat']


def cards(workspace):
    """The cards of 2027 in the file by title: (quadrant, author's name)."""
    folder = driver.folder() / 'export'
    driver.cli('export', workspace, folder)
    return {row['title']: (row['quadrant'], row['author_name']) for row in json.loads((folder / 'card.json').read_text())
            if row['year'] == 2027}


def covered(workspace):
    """Whether each board of 2027 that has rules of its own is covered."""
    folder = driver.folder() / 'export'
    driver.cli('export', workspace, folder)
    return [row['covered'] for row in json.loads((folder / 'board_rules.json').read_text()) if row['year'] == 2027]


def open_brainstorm():
    """The demo team's empty board of 2027 with the bar open, and the file."""
    workspace = driver.demo()
    accord = driver.start(workspace)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('SWOT') + 1)
    accord.key('alt+Right')
    accord.find('push button', 'Begin with a Strength')
    accord.key('ctrl+b')
    accord.find('push button', 'Next Turn')
    typing_in(accord, 'Add Strength')
    return accord, workspace


def typing_in(accord, name):
    """Waits until the line with that name is the only one open, and has the focus."""
    driver.wait_until(lambda: [w.name for w in accord.all('text') if w.name in ADD] == [name], 'the line ' + name)


def turn(accord):
    """Whose turn it is."""
    labels = accord.find('combo box', re.compile('^Turn')).all('label')
    return labels[0].name


def members(workspace):
    """The names of those who are on the team in 2027, in order."""
    folder = driver.folder() / 'export'
    driver.cli('export', workspace, folder)
    rows = json.loads((folder / 'member.json').read_text())
    return sorted(row['name'] for row in rows if not row['left'] or row['left'] >= '2027-01-01')


@case
def cards_belong_to_whose_turn_it_is():
    accord, workspace = open_brainstorm()
    names = members(workspace)
    assert turn(accord) == 'Everybody'
    accord.type('From all\n')
    accord.find('label', '1 card in this round')
    accord.key('ctrl+Return')
    driver.wait_until(lambda: turn(accord) == names[0], 'the turn of ' + names[0])
    accord.find('label', '0 cards in this round')
    # The line is open where it was; what was typed when the turn goes on is still one's own.
    typing_in(accord, 'Add Strength')
    accord.type('One\nTwo\nThree')
    accord.find('label', '2 cards in this round')
    accord.find('push button', 'Next Turn').click()
    driver.wait_until(lambda: turn(accord) == names[1], 'the turn of ' + names[1])
    typing_in(accord, 'Add Strength')
    accord.type('Mine\nYours\n')
    accord.find('label', '2 cards in this round')
    accord.key('ctrl+z')
    accord.find('label', '1 card in this round')
    expected = {'From all': ('strength', None), 'One': ('strength', names[0]), 'Two': ('strength', names[0]),
                'Three': ('strength', names[0]), 'Mine': ('strength', names[1])}
    driver.wait_until(lambda: cards(workspace) == expected, 'authors in the file')
    # With the bar closed it is nobody's turn.
    accord.key('ctrl+b')
    accord.wait_gone('push button', 'Next Turn')
    accord.key('ctrl+n')
    accord.type('After\n')
    expected['After'] = ('strength', None)
    driver.wait_until(lambda: cards(workspace) == expected, 'a card without an author')
    accord.close()


@case
def turns_go_round():
    accord, workspace = open_brainstorm()
    names = members(workspace)
    seen = []
    for name in names + ['Everybody']:
        accord.key('ctrl+Return')
        driver.wait_until(lambda: turn(accord) == name, 'the turn of ' + name)
        seen.append(name)
    assert len(set(seen)) == len(names) + 1
    accord.key('ctrl+shift+Return')
    driver.wait_until(lambda: turn(accord) == names[-1], 'the turn of the last')
    accord.find('push button', 'Previous Turn').click()
    driver.wait_until(lambda: turn(accord) == names[-2], 'the turn of the last but one')
    # Or straight to somebody.
    accord.find('combo box', re.compile('^Turn')).click()
    accord.find('label', names[0]).click()
    driver.wait_until(lambda: turn(accord) == names[0], 'the turn of ' + names[0])
    accord.close()


@case
def tab_goes_from_quadrant_to_quadrant_and_keeps_what_is_typed():
    accord, workspace = open_brainstorm()
    accord.type('S\t')
    typing_in(accord, 'Add Weakness')
    accord.type('W\t')
    typing_in(accord, 'Add Opportunity')
    accord.type('O\nP\t')
    typing_in(accord, 'Add Threat')
    accord.type('T\t')
    typing_in(accord, 'Add Strength')
    accord.type('Q')
    accord.key('shift+Tab')
    typing_in(accord, 'Add Threat')
    expected = {'S': 'strength', 'Q': 'strength', 'W': 'weakness', 'O': 'opportunity', 'P': 'opportunity', 'T': 'threat'}
    driver.wait_until(lambda: {title: row[0] for title, row in cards(workspace).items()} == expected, 'cards in each')
    # Escape is the way out of the line; then Tab is Tab again.
    accord.key('Escape')
    driver.wait_until(lambda: not [w for w in accord.all('text') if w.name in ADD], 'no line')
    accord.key('Tab')
    assert not [w for w in accord.all('text') if w.name in ADD]
    accord.close()


@case
def covered_cards_tell_nothing_until_they_are_revealed():
    accord, workspace = open_brainstorm()
    accord.type('Secret one\nSecret two\n')
    accord.key('Escape')
    accord.find('list item', re.compile('^Secret one, card')).click()
    accord.key('alt+Return')
    accord.find('text', 'Detail').enter('Secret detail')
    accord.find('list item', re.compile('^Secret two, card')).click()
    accord.key('F2')
    accord.find('text', 'Title', index=0)
    accord.key('Escape')
    accord.find('push button', 'Cover Cards').click()
    accord.find('list item', 'Covered card, card 2 of 2 in Strengths')

    def secrets():
        widgets = accord.all(hidden=True)
        texts = [w.text or '' for w in widgets if w.role == 'text']
        return [t for t in texts + [w.name for w in widgets] + [w.description for w in widgets] if 'Secret' in t]
    driver.wait_until(lambda: not secrets(), 'nothing of the cards anywhere')
    assert covered(workspace) == [True]
    # What is typed now is covered at once, and a title cannot be edited to read it.
    typing_in(accord, 'Add Strength')
    accord.type('Secret three\n')
    third = accord.find('list item', 'Covered card, card 3 of 3 in Strengths')
    accord.key('Escape')
    third.click()
    accord.key('F2', 'alt+Return')
    assert not secrets(), secrets()
    # The bar may go: the cards stay covered, and there is a way out.
    accord.find('push button', 'Close Brainstorm').click()
    accord.find('label', 'The cards are covered.')
    assert not secrets(), secrets()
    accord.find('push button', 'Reveal').click()
    for title in ('one', 'two', 'three'):
        accord.find('list item', re.compile('^Secret %s, card' % title))
    accord.wait_gone('label', 'The cards are covered.')
    assert covered(workspace) == [False]
    # Each was one change.
    accord.key('ctrl+z')
    accord.find('list item', 'Covered card, card 3 of 3 in Strengths')
    accord.key('ctrl+shift+z')
    accord.find('list item', re.compile('^Secret three, card'))
    accord.close()


def spoken(accord, word):
    """What says that word anywhere, in sight or not."""
    return [line for line in accord.dump(hidden=True).splitlines() if word in line]


@case
def covered_cards_tell_nothing_in_any_mode():
    accord, workspace = open_brainstorm()
    accord.type('Secret strength\n')
    accord.key('Tab')
    accord.key('Tab')
    accord.key('Tab')
    typing_in(accord, 'Add Threat')
    accord.type('Secret threat\n')
    accord.key('Escape')
    tabs = [tab.name for tab in accord.all('page tab')]
    assert len(tabs) == 5, tabs

    def visit(tab):
        accord.find('page tab', tab).click()
        driver.wait_until(lambda: 'selected' in accord.find('page tab', tab).states, 'the mode ' + tab)

    for tab in tabs:
        visit(tab)
        driver.wait_until(lambda: len(spoken(accord, 'Secret')) >= 2, 'both cards in ' + tab)
    visit(tabs[0])
    accord.find('push button', 'Cover Cards').click()
    driver.wait_until(lambda: not spoken(accord, 'Secret'), 'nothing of the cards anywhere')
    for tab in tabs[1:]:
        visit(tab)
        accord.find('push button', 'Reveal the Cards')
        assert not spoken(accord, 'Secret'), (tab, spoken(accord, 'Secret'))
    # Nor can one open what would name them.
    accord.find('push button', 'Board Menu', index=0).click()
    for name in ('Actions…', 'Asks…'):
        assert 'sensitive' not in accord.find(None, re.compile(name + '$')).states, name
    accord.key('Escape')
    accord.find('push button', 'Reveal the Cards').click()
    for tab in tabs:
        visit(tab)
        for title in ('Secret strength', 'Secret threat'):
            driver.wait_until(lambda: spoken(accord, title), title + ' in ' + tab)
    accord.close()


def set_length(accord, text):
    """Types the length of a round, beside the buttons of its row."""
    accord.find('spin button', 'Length of a Round').click(at=(.2, .5))
    accord.key('ctrl+a')
    accord.type(text + '\n')


@case
def timer_runs_out():
    accord, workspace = open_brainstorm()
    accord.find('label', 'Time left: 5 minutes, 0 seconds')
    set_length(accord, '1:30')
    accord.find('label', 'Time left: 1 minute, 30 seconds')
    # What is no time is none.
    set_length(accord, 'soon')
    driver.wait_until(lambda: accord.find('spin button', 'Length of a Round').text == '1:30', 'the length as it was')
    accord.find('label', 'Time left: 1 minute, 30 seconds')
    accord.find('push button', 'Start Timer').click()
    driver.wait_until(lambda: not accord.has('label', 'Time left: 1 minute, 30 seconds'), 'time to pass')
    accord.find('push button', 'Pause Timer').click()
    accord.find('push button', 'Start Timer')
    accord.find('push button', 'Reset Timer').click()
    accord.find('label', 'Time left: 1 minute, 30 seconds')

    set_length(accord, '0:03')
    accord.find('label', 'Time left: 0 minutes, 3 seconds')
    accord.find('push button', 'Start Timer').click()
    # It is in nobody's way: one types on meanwhile, and when it is over.
    accord.find('push button', 'Add Threat').click()
    accord.type('Meanwhile\n')
    accord.find('label', 'Time is up')
    accord.find('label', 'Time left: 0 minutes, 0 seconds')
    accord.type('Afterwards\n')
    driver.wait_until(lambda: set(cards(workspace)) == {'Meanwhile', 'Afterwards'}, 'both cards')
    # The next round is as long.
    accord.find('push button', 'Start Timer').click()
    accord.wait_gone('label', 'Time is up')
    accord.find('label', 'Time is up')
    accord.close()


@case
def escape_and_the_menu_close_and_open_the_bar():
    accord, workspace = open_brainstorm()
    accord.find('spin button', 'Length of a Round').click(at=(.2, .5))
    accord.key('Escape')
    accord.wait_gone('push button', 'Next Turn')
    accord.find('push button', 'Board Menu', index=0).click()
    accord.find(None, re.compile('Brainstorm$')).click()
    accord.find('push button', 'Next Turn')
    accord.close()


if __name__ == '__main__':
    run()
