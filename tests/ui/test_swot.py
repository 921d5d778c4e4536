#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The SWOT board: cards are typed, dragged with the pointer, moved with keys, edited, removed; the file says the same."""
import itertools
import re

import driver
from swot_board import QUADRANTS, again_and_again, board, card, fresh_board, open_board, shown, wait_focus, wait_for
from tap import case, run


def card_is_seen(accord, title):
    return accord.has('list item', re.compile('^%s, card ' % re.escape(title)))


@case
def empty_board_says_what_it_is_for_and_typing_fills_it():
    workspace = driver.new()
    accord = open_board(workspace)
    accord.find('push button', 'Begin with a Strength').click()
    accord.find('text', 'Add Strength')
    accord.type('Größe ✓\nSecond\n')
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['Größe ✓', 'Second'], 'two cards')
    # Typed but not entered: kept when the line is left.
    accord.type('Third')
    accord.find('push button', 'Add Threat').click()
    accord.type('A threat\n')
    wait_for(workspace, Strengths=['Größe ✓', 'Second', 'Third'], Threats=['A threat'])
    accord.key('Escape')
    accord.wait_gone('text', 'Add Threat')
    accord.close()


@case
def primary_action_adds_where_the_focus_is():
    accord, workspace = fresh_board(Weaknesses=['One'])
    card(accord, 'One').click()
    accord.key('ctrl+n')
    accord.type('Two\n')
    wait_for(workspace, Weaknesses=['One', 'Two'])
    accord.close()


@case
@again_and_again
def pointer_drags_from_each_quadrant_to_each_other():
    cards = {name: [name[:-1]] for name in QUADRANTS}
    cards['Strengths'].append('Traveller')
    accord, workspace = fresh_board(**cards)
    # A way that goes from each of the four to each of the others, once.
    way = ['Strengths', 'Weaknesses', 'Strengths', 'Opportunities', 'Strengths', 'Threats', 'Weaknesses', 'Opportunities',
           'Weaknesses', 'Threats', 'Opportunities', 'Threats', 'Strengths']
    assert len(set(itertools.pairwise(way))) == 12
    for source, target in itertools.pairwise(way):
        # Below all cards of the target: at its end.
        card(accord, 'Traveller').drag_to(accord.find('list', target), to=(.5, .9))
        cards[source].remove('Traveller')
        cards[target].append('Traveller')
        driver.wait_until(lambda: shown(accord, target) == cards[target], 'the card in ' + target)
        assert shown(accord, source) == cards[source]
        wait_for(workspace, **cards)
        wait_focus(accord, 'Traveller, card 2 of 2 in ' + target)
    accord.close()

    # The order is the file's: it is there again after a restart.
    accord = open_board(workspace)
    for name, titles in cards.items():
        assert shown(accord, name) == titles, (name, shown(accord, name))
    accord.close()


@case
@again_and_again
def pointer_drags_within_a_quadrant_and_between_cards():
    accord, workspace = fresh_board(Strengths=['A', 'B', 'C'], Threats=['X', 'Y'])
    # Down past the last, up before the first, one place down.
    card(accord, 'A').drag_to(card(accord, 'C'), to=(.5, .95))
    wait_for(workspace, Strengths=['B', 'C', 'A'], Threats=['X', 'Y'])
    card(accord, 'A').drag_to(card(accord, 'B'), to=(.5, .05))
    wait_for(workspace, Strengths=['A', 'B', 'C'], Threats=['X', 'Y'])
    card(accord, 'A').drag_to(card(accord, 'B'), to=(.5, .95))
    wait_for(workspace, Strengths=['B', 'A', 'C'], Threats=['X', 'Y'])
    # Between two others.
    card(accord, 'A').drag_to(card(accord, 'Y'), to=(.5, .1))
    wait_for(workspace, Strengths=['B', 'C'], Threats=['X', 'A', 'Y'])
    # On a quadrant's head: the first.
    card(accord, 'C').drag_to(accord.find('label', 'Threats'))
    wait_for(workspace, Strengths=['B'], Threats=['C', 'X', 'A', 'Y'])
    # Into one that is empty.
    card(accord, 'X').drag_to(accord.find('list', 'Opportunities'))
    wait_for(workspace, Strengths=['B'], Opportunities=['X'], Threats=['C', 'A', 'Y'])
    accord.close()


@case
@again_and_again
def escape_cancels_a_drag():
    accord, workspace = fresh_board(Strengths=['A', 'B'], Threats=['X'])
    card(accord, 'A').drag_to(accord.find('list', 'Threats'), release=False)
    accord.key('Escape')
    accord.drop()
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['A', 'B'] and shown(accord, 'Threats') == ['X'], 'as before')
    # A drop outside of the board is none either.
    card(accord, 'B').drag_to(driver.page_rows(accord)[0])
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['A', 'B'], 'as before')
    # And a drag that ends where it began changes nothing that Undo would take back.
    card(accord, 'B').drag_to(card(accord, 'B'), to=(.5, .3))
    wait_for(workspace, Strengths=['A', 'B'], Threats=['X'])
    card(accord, 'B').drag_to(accord.find('list', 'Threats'))
    wait_for(workspace, Strengths=['A'], Threats=['X', 'B'])
    accord.key('ctrl+z')
    wait_for(workspace, Strengths=['A', 'B'], Threats=['X'])
    accord.close()


@case
def keys_move_cards_and_the_label_says_where_they_lie():
    accord, workspace = fresh_board(Strengths=['A', 'B', 'C'], Weaknesses=['W'], Threats=['X'])
    card(accord, 'A').click()
    for chord, place in (('alt+shift+Down', '2 of 3 in Strengths'), ('alt+shift+Down', '3 of 3 in Strengths'),
                         ('alt+shift+Down', '1 of 1 in Opportunities'), ('alt+shift+Right', '1 of 2 in Threats'),
                         ('alt+shift+Down', '2 of 2 in Threats'), ('alt+shift+Up', '1 of 2 in Threats'),
                         ('alt+shift+Up', '2 of 2 in Weaknesses'), ('alt+shift+Left', '2 of 3 in Strengths')):
        accord.key(chord)
        wait_focus(accord, 'A, card ' + place)
    wait_for(workspace, Strengths=['B', 'A', 'C'], Weaknesses=['W'], Threats=['X'])
    # Each was one change.
    for _ in range(8):
        accord.key('ctrl+z')
    wait_for(workspace, Strengths=['A', 'B', 'C'], Weaknesses=['W'], Threats=['X'])
    for _ in range(8):
        accord.key('ctrl+shift+z')
    wait_for(workspace, Strengths=['B', 'A', 'C'], Weaknesses=['W'], Threats=['X'])
    accord.close()


@case
def arrows_move_the_focus():
    accord, workspace = fresh_board(Strengths=['A', 'B'], Weaknesses=['W'], Threats=['X'])
    card(accord, 'A').click()
    for key, label in (('Down', 'B, card 2 of 2 in Strengths'), ('Right', 'W, card 1 of 1 in Weaknesses'),
                       ('Down', 'X, card 1 of 1 in Threats'), ('Up', 'W, card 1 of 1 in Weaknesses'),
                       ('Left', 'A, card 1 of 2 in Strengths'), ('End', 'B, card 2 of 2 in Strengths'),
                       ('Home', 'A, card 1 of 2 in Strengths')):
        accord.key(key)
        wait_focus(accord, label)
    assert board(workspace)['Strengths'] == ['A', 'B']
    accord.close()


@case
def titles_are_edited_in_place():
    accord, workspace = fresh_board(Strengths=['First', 'Other'])
    card(accord, 'First').click(times=2)
    accord.find('text', 'Title')
    accord.type('By double click\n')
    wait_for(workspace, Strengths=['By double click', 'Other'])
    wait_focus(accord, 'By double click, card 1 of 2 in Strengths')
    accord.key('F2')
    accord.type('By F2\n')
    wait_for(workspace, Strengths=['By F2', 'Other'])
    wait_focus(accord, 'By F2, card 1 of 2 in Strengths')
    accord.key('Return')
    accord.find('text', 'Title')
    accord.type('Left')
    card(accord, 'Other').click()
    wait_for(workspace, Strengths=['Left', 'Other'])
    # Escape and an empty title leave it as it was.
    accord.key('F2')
    accord.type('Nothing')
    accord.key('Escape')
    wait_focus(accord, 'Other, card 2 of 2 in Strengths')
    accord.key('F2')
    accord.key('ctrl+a', 'BackSpace', 'Return')
    wait_focus(accord, 'Other, card 2 of 2 in Strengths')
    assert board(workspace)['Strengths'] == ['Left', 'Other']
    accord.close()


@case
def details_are_edited_beside_the_board():
    accord, workspace = fresh_board(Strengths=['A'], Threats=['X'])
    card(accord, 'A').click()
    accord.key('alt+Return')
    detail = accord.find('text', 'Detail')
    accord.type('What it means')
    # The pane covers no card.
    assert card(accord, 'A').is_seen() and card(accord, 'X').is_seen()
    accord.find('text', 'Title').enter('A changed')
    # Looking at another card stores what is typed on this one.
    card(accord, 'X').click()
    driver.wait_until(lambda: detail.text == '', 'the other card in the pane')
    wait_for(workspace, Strengths=['A changed'], Threats=['X'])
    rows = {row['title']: row for row in driver.cli_json('list', workspace, 'swot')}
    assert rows['A changed']['detail'] == 'What it means', rows
    # A choice is stored at once, and shown on the card.
    accord.find('combo box', re.compile('Impact')).click()
    accord.find('label', '4').click()
    driver.wait_until(lambda: [r['impact'] for r in driver.cli_json('list', workspace, 'swot') if r['title'] == 'X'] == [4],
                      'impact 4')
    card(accord, 'X').find('label', 'Impact 4 of 5')
    accord.find('push button', 'Close Details').click()
    accord.wait_gone('text', 'Detail')
    accord.close()


@case
def removed_cards_come_back():
    accord, workspace = fresh_board(Strengths=['A', 'B', 'C'])
    card(accord, 'B').click()
    accord.key('Delete')
    wait_for(workspace, Strengths=['A', 'C'])
    wait_focus(accord, 'C, card 2 of 2 in Strengths')
    accord.find('push button', 'Undo').click()
    wait_for(workspace, Strengths=['A', 'B', 'C'])
    assert shown(accord, 'Strengths') == ['A', 'B', 'C']
    accord.close()


@case
def menu_moves_and_removes():
    accord, workspace = fresh_board(Strengths=['A', 'B'], Threats=['X'])
    card(accord, 'A').click(button=3)
    accord.find('menu item', 'Move to').click()
    accord.find('menu item', 'Threats').click()
    wait_for(workspace, Strengths=['B'], Threats=['X', 'A'])
    wait_focus(accord, 'A, card 2 of 2 in Threats')
    accord.key('shift+F10')
    accord.find('menu item', 'Remove').click()
    wait_for(workspace, Strengths=['B'], Threats=['X'])
    accord.close()


@case
def a_line_left_without_a_card_leaves_all_as_it_was():
    accord, workspace = fresh_board(Strengths=['Card %d' % i for i in range(1, 13)])
    card(accord, 'Card 1').click()
    accord.key('ctrl+n')
    driver.wait_until(lambda: not card_is_seen(accord, 'Card 1'), 'the last cards above the line')
    accord.key('Escape')
    wait_focus(accord, 'Card 1, card 1 of 12 in Strengths')
    driver.wait_until(lambda: card_is_seen(accord, 'Card 1'), 'the first card in sight again')
    # The same where the line is left with a button.
    accord.key('ctrl+n')
    driver.wait_until(lambda: not card_is_seen(accord, 'Card 1'), 'the last cards above the line')
    accord.find('push button', 'Board Menu').click()
    driver.wait_until(lambda: card_is_seen(accord, 'Card 1'), 'the first card in sight again')
    accord.key('Escape')
    assert board(workspace)['Strengths'] == ['Card %d' % i for i in range(1, 13)]
    accord.close()


@case
def more_than_ten_cards_are_gently_warned_of():
    titles = ['Card %d' % i for i in range(1, 12)]
    accord, workspace = fresh_board(Strengths=titles[:10])
    assert not accord.has('label', re.compile('More than ten'))
    accord.key('ctrl+n')
    accord.type(titles[10] + '\n')
    accord.find('label', re.compile('More than ten'))
    wait_for(workspace, Strengths=titles)
    # A card at the end that is moved up scrolls along, and comes into sight.
    accord.key('Escape')
    wait_focus(accord, 'Card 11, card 11 of 11 in Strengths')
    for _ in range(10):
        accord.key('alt+shift+Up')
    wait_focus(accord, 'Card 11, card 1 of 11 in Strengths')
    driver.wait_until(lambda: card(accord, 'Card 11').is_seen(), 'the card in sight')
    wait_for(workspace, Strengths=titles[10:] + titles[:10])
    accord.close()


@case
@again_and_again
def a_drag_scrolls_at_the_edge():
    titles = ['Card %d' % i for i in range(1, 13)]
    accord, workspace = fresh_board(Strengths=titles, Threats=['X'])
    accord.find('list', 'Strengths')
    card(accord, 'X').drag_to(accord.find('label', 'Threats'))
    x = card(accord, 'X')
    # The quadrant was left scrolled to its end; at its upper edge, resting, it scrolls back to the first card.
    x.drag_to(accord.find('label', 'What we do well, and can build on'), to=(.2, 1), release=False)
    driver.wait_until(lambda: accord.has('list item', re.compile('^Card 1, ')), 'the first card in sight')
    accord.drop()
    driver.wait_until(lambda: len(board(workspace)['Strengths']) == 13, 'the card in the quadrant')
    assert board(workspace)['Strengths'].index('X') < 3, board(workspace)
    accord.close()


if __name__ == '__main__':
    run()
