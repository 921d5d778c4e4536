#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Strategies from pairs of SWOT cards: dragged, paired by keys and by choosing, written, moved, removed, never lost."""
import re

import driver
from tap import case, run

FIELDS = {'SO': 'Use strengths on opportunities', 'ST': 'Use strengths against threats',
          'WO': 'Overcome weaknesses through opportunities', 'WT': 'Defend where weaknesses meet threats'}


QUADRANTS = {'Strength': 'strength', 'Weakness': 'weakness', 'Opportunity': 'opportunity', 'Threat': 'threat'}


def board_card(accord, title):
    return accord.find('list item', re.compile('^%s, card ' % re.escape(title)))


def open_board(workspace):
    accord = driver.start(workspace)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('SWOT') + 1)
    return accord


def wait_for(workspace, **expected):
    def look():
        rows = driver.cli_json('list', workspace, 'swot')
        return {name: [row['title'] for row in rows if row['quadrant'] == nick] for name, nick in QUADRANTS.items()
                if any(row['quadrant'] == nick for row in rows)}
    driver.wait_until(lambda: look() == expected, 'the file to hold %s' % expected)


def fresh_board(**cards):
    """A window on a new workspace with these cards, typed in; and the file."""
    workspace = driver.new()
    accord = open_board(workspace)
    accord.find('push button', 'Begin with a Strength').click()
    accord.find('text', 'Add Strength')
    accord.key('Escape')
    for quadrant, titles in cards.items():
        accord.find('push button', 'Add ' + quadrant).click()
        accord.find('text', 'Add ' + quadrant)
        accord.type(''.join(title + '\n' for title in titles))
        accord.key('Escape')
        accord.wait_gone('text', 'Add ' + quadrant)
    wait_for(workspace, **cards)
    return accord, workspace


def show(accord, mode='TOWS'):
    accord.find('page tab', mode).click()
    driver.wait_until(lambda: accord.has('push button', 'New Strategy') or mode != 'TOWS', 'the strategies')


def card(accord, title):
    return accord.find('list item', re.compile('^%s, in ' % re.escape(title)))


def shown(accord, field):
    """The strategies of a field as they are read out, and their texts."""
    name = FIELDS.get(field, field)
    found = [w for w in accord.find('list', name, hidden=True).all('list item', hidden=True) if ', strategy ' in w.name]
    matches = [re.fullmatch(r'(.*), strategy (\d+) of (\d+)', w.name) for w in found]
    assert [(int(m[2]), int(m[3])) for m in matches] == [(i + 1, len(found)) for i in range(len(found))], found
    return [(m[1], w.find('text', 'Strategy', hidden=True).text) for m, w in zip(matches, found)]


def wait_shown(accord, **expected):
    def look():
        return {field: shown(accord, field) for field in FIELDS if shown(accord, field)}
    driver.wait_until(lambda: look() == expected, 'strategies %s' % expected)


def wait_in_text(accord):
    """The cursor is in a strategy's text."""
    driver.wait_until(lambda: (accord.focused() or accord).name == 'Strategy', 'the cursor in the text')


def start():
    accord, workspace = fresh_board(Strength=['Trust'], Weakness=['Slow'], Opportunity=['Merger'], Threat=['Rival'])
    show(accord)
    return accord, workspace


@case
def without_cards_it_says_what_it_is_for():
    accord = open_board(driver.new())
    accord.find('page tab', 'TOWS').click()
    accord.find('push button', 'Add a Card').click()
    accord.find('text', 'Add Strength')
    accord.close()


@case
def a_drag_pairs_in_either_direction():
    accord, workspace = start()
    card(accord, 'Trust').drag_to(card(accord, 'Merger'))
    wait_in_text(accord)
    accord.type('References for every group')
    wait_shown(accord, SO=[('Trust and Merger', 'References for every group')])
    card(accord, 'Rival').drag_to(card(accord, 'Slow'))
    wait_in_text(accord)
    wait_shown(accord, SO=[('Trust and Merger', 'References for every group')], WT=[('Slow and Rival', '')])
    # Two from inside are no pair; nor is what is dropped beside the cards, or a drag that Escape ended.
    card(accord, 'Trust').drag_to(card(accord, 'Slow'))
    card(accord, 'Trust').drag_to(accord.find('push button', 'New Strategy'))
    card(accord, 'Trust').drag_to(card(accord, 'Rival'), release=False)
    accord.key('Escape')
    accord.drop()
    accord.activate()
    card(accord, 'Slow').drag_to(card(accord, 'Merger'))
    wait_in_text(accord)
    wait_shown(accord, SO=[('Trust and Merger', 'References for every group')], WO=[('Slow and Merger', '')],
               WT=[('Slow and Rival', '')])
    # Each pair was one change, the text another.
    accord.find('push button', 'New Strategy').click()
    accord.key('Escape')
    accord.key('ctrl+z', 'ctrl+z')
    wait_shown(accord, SO=[('Trust and Merger', 'References for every group')])
    accord.key('ctrl+z')
    wait_shown(accord, SO=[('Trust and Merger', '')])
    accord.key('ctrl+shift+z')
    wait_shown(accord, SO=[('Trust and Merger', 'References for every group')])
    accord.close()

    # What is written is in the file.
    accord = open_board(workspace)
    show(accord)
    wait_shown(accord, SO=[('Trust and Merger', 'References for every group')])
    accord.close()


@case
def keys_pair_the_focused_card():
    accord, workspace = start()
    card(accord, 'Slow').click()
    accord.key('Return')
    accord.find('list', 'Cards')
    offered = [row.name for row in accord.find('list', 'Cards').all('list item', hidden=True)]
    assert offered == ['Merger', 'Rival'], offered
    accord.type('riv\n')
    wait_in_text(accord)
    wait_shown(accord, WT=[('Slow and Rival', '')])
    accord.close()


@case
def both_cards_can_be_chosen():
    accord, workspace = start()
    accord.find('push button', 'New Strategy').click()
    accord.find('label', 'Choose the First Card')
    accord.find('list', 'Cards').find('list item', 'Rival').click()
    accord.find('label', 'Pair “Rival” with…')
    accord.find('list', 'Cards').find('list item', 'Trust').click()
    wait_in_text(accord)
    wait_shown(accord, ST=[('Trust and Rival', '')])
    # Nothing chosen is nothing changed.
    accord.find('push button', 'New Strategy').click()
    accord.find('label', 'Choose the First Card')
    accord.key('Escape')
    accord.wait_gone('label', 'Choose the First Card')
    wait_shown(accord, ST=[('Trust and Rival', '')])
    accord.close()


@case
def strategies_change_places_and_go_with_an_offer_to_come_back():
    accord, workspace = start()
    for text in ('One', 'Two', 'Three'):
        card(accord, 'Trust').drag_to(card(accord, 'Merger'))
        wait_in_text(accord)
        accord.type(text)
        driver.wait_until(lambda: ('Trust and Merger', text) in shown(accord, 'SO'), text)
    pair = 'Trust and Merger'
    accord.key('alt+shift+Up')
    wait_shown(accord, SO=[(pair, 'One'), (pair, 'Three'), (pair, 'Two')])
    accord.key('alt+shift+Up')
    wait_shown(accord, SO=[(pair, 'Three'), (pair, 'One'), (pair, 'Two')])
    accord.key('alt+shift+Up')
    accord.key('alt+shift+Down')
    wait_shown(accord, SO=[(pair, 'One'), (pair, 'Three'), (pair, 'Two')])
    accord.find('list', FIELDS['SO']).find('push button', 'Remove Strategy', index=1).click()
    wait_shown(accord, SO=[(pair, 'One'), (pair, 'Two')])
    accord.find('push button', 'Undo').click()
    wait_shown(accord, SO=[(pair, 'One'), (pair, 'Three'), (pair, 'Two')])
    accord.close()


@case
def an_action_of_a_pair_is_a_follow_up():
    accord, workspace = start()
    card(accord, 'Trust').drag_to(card(accord, 'Merger'))
    wait_in_text(accord)
    accord.find('push button', 'Add an Action').click()
    accord.type('Ask for ten names\t')
    driver.wait_until(lambda: [(row['source'], row['what']) for row in driver.cli_json('list', workspace, 'follow-ups')]
                      == [('swot: Trust × Merger', 'Ask for ten names')], 'the follow-up')
    # It outlives the strategy.
    accord.find('push button', 'Remove Strategy').click()
    wait_shown(accord)
    driver.wait_until(lambda: [(row['source'], row['what']) for row in driver.cli_json('list', workspace, 'follow-ups')]
                      == [(None, 'Ask for ten names')], 'the follow-up without its strategy')
    accord.close()


@case
def a_pair_that_is_none_any_more_is_shown():
    accord, workspace = start()
    card(accord, 'Trust').drag_to(card(accord, 'Rival'))
    wait_in_text(accord)
    accord.type('Keep the price')
    wait_shown(accord, ST=[('Trust and Rival', 'Keep the price')])
    show(accord, 'Board')
    board_card(accord, 'Rival').click()
    accord.key('alt+shift+Up')
    wait_for(workspace, Strength=['Trust'], Weakness=['Slow', 'Rival'], Opportunity=['Merger'])
    show(accord)
    driver.wait_until(lambda: shown(accord, 'Needs a Look') == [('Trust and Rival', 'Keep the price')], 'the band')
    accord.find('label', re.compile('^Both cards come from inside'))
    accord.key('ctrl+z')
    wait_shown(accord, ST=[('Trust and Rival', 'Keep the price')])
    accord.close()


if __name__ == '__main__':
    run()
