#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a card shows of what belongs to it: votes, asks, actions, its past; and what it hides while it is covered."""
import driver
from swot_board import board, card, fresh_board, give, open_board, wait_focus, wait_for
from tap import case, run


@case
def figures_are_shown_and_spoken():
    accord, workspace = fresh_board(Strengths=['Busy', 'Plain'])
    accord.close()
    give(workspace, 'vote', 'Busy')
    give(workspace, 'ask', 'Busy', 'Busy')
    give(workspace, 'action', 'Busy', 'Busy')
    give(workspace, 'done', 'Busy')
    give(workspace, 'carry', 'Busy')
    give(workspace, 'resolve', 'Busy')
    accord = open_board(workspace)
    busy = card(accord, 'Busy')
    for words in ('3 votes', '2 asks', '1 of 3 actions done', 'Carried over from an earlier year',
                  'Resolved on 2 Nov 2026'):
        busy.find('label', words)
        assert words in busy.current_description, busy.current_description
    assert card(accord, 'Plain').current_description == '', card(accord, 'Plain').current_description
    # What lies under a card counts for it.
    card(accord, 'Busy').click()
    card(accord, 'Plain').click(hold='ctrl')
    accord.key('ctrl+m')
    card(accord, 'Plain').find('label', '3 votes')
    card(accord, 'Plain').find('label', '2 asks')
    card(accord, 'Plain').find('label', '1 more says the same')
    accord.close()


@case
def covered_cards_tell_nothing():
    accord, workspace = fresh_board(Strengths=['Secret', 'Neighbour'], Threats=['Hidden'])
    card(accord, 'Secret').click()
    accord.key('alt+Return')
    accord.find('text', 'Detail')
    accord.type('Words behind it')
    accord.close()
    give(workspace, 'vote', 'Secret')
    give(workspace, 'cover', 'Secret')
    accord = open_board(workspace)
    first = accord.find('list item', 'Covered card, card 1 of 2 in Strengths')
    accord.find('list item', 'Covered card, card 1 of 1 in Threats')
    tree = accord.dump(hidden=True)
    for words in ('Secret', 'Neighbour', 'Hidden', 'Words behind it', "label '3 votes'"):
        assert words not in tree, words
    # It cannot be edited or looked into, but moved.
    first.click(times=2)
    accord.key('F2')
    accord.key('alt+Return')
    assert 'Secret' not in accord.dump(hidden=True)
    assert not accord.has('text', 'Title')
    accord.key('alt+shift+Down')
    wait_focus(accord, 'Covered card, card 2 of 2 in Strengths')
    wait_for(workspace, Strengths=['Neighbour', 'Secret'], Threats=['Hidden'])
    accord.close()
    give(workspace, 'reveal', 'Secret')
    accord = open_board(workspace)
    assert card(accord, 'Secret').current_description.startswith('Words behind it')
    assert board(workspace)['Strengths'] == ['Neighbour', 'Secret']
    accord.close()


if __name__ == '__main__':
    run()
