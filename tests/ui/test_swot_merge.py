#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards that say the same are merged by dropping one on the other, by key and menu, and split again."""
import driver
from swot_board import again_and_again, card, fresh_board, shown, wait_focus, wait_for
from tap import case, run


def rest_on(accord, title, other):
    """Drags a card over the middle of another one, and rests there until it is offered to merge with."""
    card(accord, title).drag_to(card(accord, other), release=False)
    driver.wait_until(lambda: offered(accord) == 'Let go to merge with “%s”' % other, 'the offer to merge')


def offered(accord):
    found = [w.name for w in accord.all(None, hidden=True) if w.name.startswith('Let go to merge')]
    return found[0] if found else None


@case
@again_and_again
def resting_on_a_card_merges():
    accord, workspace = fresh_board(Strengths=['A', 'B', 'C'], Threats=['X'])
    rest_on(accord, 'A', 'X')
    accord.drop()
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['B', 'C'] and shown(accord, 'Threats') == ['X'], 'A under X')
    assert offered(accord) is None
    wait_focus(accord, 'X, card 1 of 1 in Threats')
    card(accord, 'X').find('label', '1 more says the same')
    # What lies under a card comes along with it.
    rest_on(accord, 'X', 'B')
    accord.drop()
    driver.wait_until(lambda: shown(accord, 'Threats') == [], 'X under B')
    card(accord, 'B').find('label', '2 more say the same')
    accord.key('ctrl+z')
    driver.wait_until(lambda: shown(accord, 'Threats') == ['X'], 'X on the board')
    card(accord, 'X').find('label', '1 more says the same')
    accord.key('ctrl+z')
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['A', 'B', 'C'], 'A on the board')
    assert not card(accord, 'X').has('label', '1 more says the same')
    accord.key('ctrl+shift+z')
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['B', 'C'], 'A under X')
    accord.close()


@case
@again_and_again
def moving_on_withdraws_the_offer():
    accord, workspace = fresh_board(Strengths=['A', 'B'], Threats=['X', 'Y'])
    x, y = card(accord, 'X').point()
    below = accord.find('list', 'Threats').point((.5, .9))
    rest_on(accord, 'A', 'X')
    accord.xdotool('mousemove', x, y + 10, 'sleep', .05, 'mousemove', *below, 'sleep', .2)
    driver.wait_until(lambda: offered(accord) is None, 'no offer any more')
    accord.drop()
    wait_for(workspace, Strengths=['B'], Threats=['X', 'Y', 'A'])
    # Escape withdraws it too, and so does leaving the board.
    rest_on(accord, 'B', 'X')
    accord.key('Escape')
    driver.wait_until(lambda: offered(accord) is None, 'no offer any more')
    accord.drop()
    wait_for(workspace, Strengths=['B'], Threats=['X', 'Y', 'A'])
    accord.close()


@case
@again_and_again
def a_neighbour_is_reached_too():
    accord, workspace = fresh_board(Strengths=['A', 'B', 'C'])
    # Taken from above B, whose place it leaves open: B is below the pointer, and is moved on to.
    rest_on(accord, 'A', 'B')
    accord.drop()
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['B', 'C'], 'A under B')
    rest_on(accord, 'C', 'B')
    accord.drop()
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['B'], 'C under B')
    card(accord, 'B').find('label', '2 more say the same')
    accord.close()


@case
def keys_merge_and_split():
    accord, workspace = fresh_board(Strengths=['A', 'B', 'C'], Threats=['X'])
    card(accord, 'A').click()
    card(accord, 'X').click(hold='ctrl')
    card(accord, 'B').click(hold='ctrl')
    accord.key('ctrl+m')
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['B', 'C'] and shown(accord, 'Threats') == [], 'under B')
    wait_focus(accord, 'B, card 1 of 2 in Strengths')
    assert '2 more say the same' in card(accord, 'B').current_description
    # By the pane, one of them.
    accord.key('alt+Return')
    accord.find('push button', 'Split Off “X”').click()
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['B', 'X', 'C'], 'X on the board')
    card(accord, 'B').find('label', '1 more says the same')
    accord.wait_gone('push button', 'Split Off “X”')
    accord.find('push button', 'Split Off “A”')
    accord.key('ctrl+z')
    driver.wait_until(lambda: shown(accord, 'Strengths') == ['B', 'C'], 'X under B')
    accord.find('push button', 'Close Details').click()
    accord.wait_gone('push button', 'Close Details')
    # By the menu, all of them.
    card(accord, 'B').click(button=3)
    accord.find('menu item', 'Split').click()
    driver.wait_until(lambda: sorted(shown(accord, 'Strengths')) == ['A', 'B', 'C', 'X'], 'all on the board')
    assert shown(accord, 'Strengths')[0] == 'B' and shown(accord, 'Strengths')[3] == 'C'
    card(accord, 'C').click()
    card(accord, 'B').click(hold='ctrl')
    accord.key('shift+F10')
    accord.find('menu item', 'Merge into This Card').click()
    driver.wait_until(lambda: 'C' not in shown(accord, 'Strengths'), 'C under B')
    accord.close()


if __name__ == '__main__':
    run()
