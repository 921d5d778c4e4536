#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several cards at once: selected with pointer and keys, dragged, moved by keys and menu, removed; lists pasted as cards."""
import json
import re

import driver
from swot_board import again_and_again, card, fresh_board, open_board, shown, wait_focus, wait_for
from tap import case, run

LETTERS = {'Strengths': ['A', 'B', 'C', 'D'], 'Weaknesses': ['W'], 'Threats': ['X', 'Y']}


def selected(accord):
    return [w.name.split(',')[0] for w in accord.all('list item', re.compile(', card '), hidden=True)
            if 'selected' in w.states]


def wait_selected(accord, *titles):
    driver.wait_until(lambda: selected(accord) == list(titles), 'selected %s, not %s' % (titles, selected(accord)))


def ctrl_click(accord, title):
    card(accord, title).click(hold='ctrl')


def shift_click(accord, title):
    card(accord, title).click(hold='shift')


@case
def pointer_selects_several():
    accord, workspace = fresh_board(**LETTERS)
    card(accord, 'B').click()
    wait_selected(accord, 'B')
    ctrl_click(accord, 'D')
    wait_selected(accord, 'B', 'D')
    ctrl_click(accord, 'X')
    wait_selected(accord, 'B', 'D', 'X')
    ctrl_click(accord, 'D')
    wait_selected(accord, 'B', 'X')
    # From where it began to here, in the order of the board, over quadrants too.
    card(accord, 'C').click()
    wait_selected(accord, 'C')
    shift_click(accord, 'W')
    wait_selected(accord, 'C', 'D', 'W')
    shift_click(accord, 'A')
    wait_selected(accord, 'A', 'B', 'C')
    # A click on one of several takes that one alone; Escape takes none.
    card(accord, 'B').click()
    wait_selected(accord, 'B')
    accord.key('Escape')
    wait_selected(accord)
    wait_focus(accord, 'B, card 2 of 4 in Strengths')
    wait_for(workspace, **LETTERS)
    accord.close()


@case
def keys_select_several():
    accord, workspace = fresh_board(**LETTERS)
    card(accord, 'B').click()
    accord.key('shift+Down')
    wait_selected(accord, 'B', 'C')
    accord.key('shift+Down')
    wait_selected(accord, 'B', 'C', 'D')
    accord.key('shift+Up', 'shift+Up', 'shift+Up')
    wait_selected(accord, 'A', 'B')
    # The focus wanders off and takes one more.
    accord.key('ctrl+Down', 'ctrl+Down', 'ctrl+Down')
    wait_focus(accord, 'D, card 4 of 4 in Strengths')
    wait_selected(accord, 'A', 'B')
    accord.key('ctrl+space')
    wait_selected(accord, 'A', 'B', 'D')
    accord.key('ctrl+space')
    wait_selected(accord, 'A', 'B')
    accord.key('ctrl+a')
    wait_selected(accord, 'A', 'B', 'C', 'D')
    accord.key('ctrl+a')
    wait_selected(accord, 'A', 'B', 'C', 'D', 'W', 'X', 'Y')
    accord.key('Up')
    wait_selected(accord, 'C')
    accord.close()


@case
@again_and_again
def several_are_dragged_at_once():
    accord, workspace = fresh_board(**LETTERS)
    card(accord, 'A').click()
    ctrl_click(accord, 'C')
    # By either of them; they land in the order of the board, where the gap is.
    card(accord, 'C').drag_to(card(accord, 'Y'), to=(.5, .1))
    wait_for(workspace, Strengths=['B', 'D'], Weaknesses=['W'], Threats=['X', 'A', 'C', 'Y'])
    driver.wait_until(lambda: shown(accord, 'Threats') == ['X', 'A', 'C', 'Y'], 'the cards in their place')
    wait_focus(accord, 'C, card 3 of 4 in Threats')
    wait_selected(accord, 'A', 'C')
    # From two quadrants into a third that is empty.
    ctrl_click(accord, 'B')
    card(accord, 'B').drag_to(accord.find('list', 'Opportunities'))
    wait_for(workspace, Strengths=['D'], Weaknesses=['W'], Opportunities=['B', 'A', 'C'], Threats=['X', 'Y'])
    # Each was one step.
    accord.key('ctrl+z')
    wait_for(workspace, Strengths=['B', 'D'], Weaknesses=['W'], Threats=['X', 'A', 'C', 'Y'])
    accord.key('ctrl+z')
    wait_for(workspace, **LETTERS)
    # One that is not selected goes alone.
    card(accord, 'A').click()
    card(accord, 'W').drag_to(accord.find('list', 'Opportunities'))
    wait_for(workspace, Strengths=LETTERS['Strengths'], Opportunities=['W'], Threats=['X', 'Y'])
    accord.close()


@case
@again_and_again
def several_within_a_quadrant_and_escape():
    accord, workspace = fresh_board(**LETTERS)
    card(accord, 'A').click()
    shift_click(accord, 'B')
    card(accord, 'A').drag_to(accord.find('list', 'Threats'), to=(.5, .9), release=False)
    accord.key('Escape')
    accord.drop()
    driver.wait_until(lambda: shown(accord, 'Strengths') == LETTERS['Strengths'], 'as before')
    card(accord, 'B').drag_to(card(accord, 'D'), to=(.5, .95))
    wait_for(workspace, Strengths=['C', 'D', 'A', 'B'], Weaknesses=['W'], Threats=['X', 'Y'])
    accord.close()


@case
def keys_and_menu_move_several():
    accord, workspace = fresh_board(**LETTERS)
    card(accord, 'A').click()
    ctrl_click(accord, 'C')
    accord.key('alt+shift+Down')
    wait_for(workspace, Strengths=['B', 'A', 'C', 'D'], Weaknesses=['W'], Threats=['X', 'Y'])
    accord.key('alt+shift+Right')
    wait_for(workspace, Strengths=['B', 'D'], Weaknesses=['W', 'A', 'C'], Threats=['X', 'Y'])
    accord.key('alt+shift+Up')
    wait_for(workspace, Strengths=['B', 'D'], Weaknesses=['A', 'C', 'W'], Threats=['X', 'Y'])
    accord.key('shift+F10')
    accord.find('menu item', 'Move to').click()
    accord.find('menu item', 'Threats').click()
    wait_for(workspace, Strengths=['B', 'D'], Weaknesses=['W'], Threats=['X', 'Y', 'A', 'C'])
    for _ in range(4):
        accord.key('ctrl+z')
    wait_for(workspace, **LETTERS)
    accord.close()


@case
def several_are_removed_in_one_step():
    accord, workspace = fresh_board(**LETTERS)
    card(accord, 'B').click()
    ctrl_click(accord, 'X')
    ctrl_click(accord, 'C')
    accord.key('Delete')
    wait_for(workspace, Strengths=['A', 'D'], Weaknesses=['W'], Threats=['Y'])
    accord.find('label', '3 cards removed')
    wait_focus(accord, 'D, card 2 of 2 in Strengths')
    wait_selected(accord, 'D')
    accord.find('push button', 'Undo').click()
    wait_for(workspace, **LETTERS)
    accord.close()


def resolved(workspace):
    """The titles of the cards that are settled."""
    folder = driver.folder() / 'export'
    driver.cli('export', workspace, folder)
    return sorted(row['title'] for row in json.loads((folder / 'card.json').read_text()) if row['resolved'])


@case
def several_are_resolved_in_one_step():
    accord, workspace = fresh_board(**LETTERS)
    card(accord, 'B').click()
    ctrl_click(accord, 'X')
    ctrl_click(accord, 'C')
    accord.key('shift+F10')
    accord.find('menu item', 'Mark as Resolved').click()
    accord.find('label', '3 cards are resolved')
    driver.wait_until(lambda: resolved(workspace) == ['B', 'C', 'X'], 'three cards that are settled')
    accord.find('push button', 'Undo').click()
    driver.wait_until(lambda: resolved(workspace) == [], 'all open again')
    accord.close()


def copy(accord, *lines):
    """The lines on the clipboard: typed into a card's detail and copied there, which is emptied again."""
    accord.key('alt+Return')
    accord.find('text', 'Detail').click()
    accord.type('\n'.join(lines))
    accord.key('ctrl+a', 'ctrl+x')
    driver.wait_until(lambda: accord.find('text', 'Detail').text == '', 'the lines cut out')
    accord.find('push button', 'Close Details').click()
    accord.wait_gone('text', 'Detail')


@case
def lists_are_pasted_as_cards():
    accord, workspace = fresh_board(Strengths=['A'], Threats=['X'])
    card(accord, 'X').click()
    copy(accord, '- One', '', '2. Two', '  ', '* Three')
    wait_focus(accord, 'X, card 1 of 1 in Threats')
    accord.key('ctrl+v')
    wait_for(workspace, Strengths=['A'], Threats=['X', 'One', 'Two', 'Three'])
    accord.find('label', '3 cards pasted')
    accord.key('ctrl+z')
    wait_for(workspace, Strengths=['A'], Threats=['X'])
    # In the line for new cards as well; what is typed there stays, and is the next one.
    accord.find('push button', 'Add Weakness').click()
    driver.wait_until(lambda: accord.has('text', 'Add Weakness'), 'the line to type on')
    accord.type('Typed')
    accord.key('ctrl+v')
    wait_for(workspace, Strengths=['A'], Weaknesses=['One', 'Two', 'Three'], Threats=['X'])
    accord.type('\n')
    wait_for(workspace, Strengths=['A'], Weaknesses=['One', 'Two', 'Three', 'Typed'], Threats=['X'])
    accord.key('Escape')
    # And by the board's menu, where the focus was.
    card(accord, 'A').click()
    accord.find('push button', 'Board Menu').click()
    accord.find('menu item', 'Paste Cards').click()
    wait_for(workspace, Strengths=['A', 'One', 'Two', 'Three'], Weaknesses=['One', 'Two', 'Three', 'Typed'], Threats=['X'])
    accord.close()
    accord = open_board(workspace)
    assert shown(accord, 'Strengths') == ['A', 'One', 'Two', 'Three']
    accord.close()


@case
def what_the_focus_is_on_is_meant():
    accord, workspace = fresh_board(Strengths=['A', 'B', 'C'])
    card(accord, 'A').click()
    # The focus goes on without what is selected: it is the card with the focus that goes.
    accord.key('ctrl+Down')
    wait_focus(accord, 'B, card 2 of 3 in Strengths')
    accord.key('Delete')
    wait_for(workspace, Strengths=['A', 'C'])
    accord.close()


if __name__ == '__main__':
    run()
