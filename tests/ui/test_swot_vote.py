#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The vote on the SWOT board: everybody's votes by keys and with the pointer, their limits, ballots without names, undo,
and the board sorted by them; the file says the same."""
import re
import sqlite3

import driver
from swot_board import unvoted_demo
from tap import case, run

FIRST, SECOND = 'Customers stay, and say so', 'Live in five weeks'
ACROSS = 'We open what was never real'  # the first weakness
ANA, BEN = 'Carolyn Brandt', 'Craig Lindqvist'
EACH = 8  # a third of the demo team's 24 cards


def votes(workspace):
    """{(who or ballot, card): votes}, read with another program."""
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as database:
        return {(name or ballot, title): count for name, ballot, title, count in database.execute(
            'SELECT member.name, vote.ballot, card.title, vote.count FROM vote JOIN card ON card.id = vote.card'
            ' LEFT JOIN member ON member.id = vote.member')}


def wait_for(workspace, expected):
    driver.wait_until(lambda: votes(workspace) == expected, 'votes %s, not %s' % (expected, votes(workspace)))


def open_vote(workspace, **options):
    accord = driver.start(workspace, **{'window_size': (1200, 800), **options})
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('SWOT') + 1)
    accord.find('page tab', 'Vote').click()
    return accord


def card(accord, title):
    return accord.find('list item', re.compile('^%s, .*: ' % re.escape(title)))


def wait_card(accord, title, given, voter, total=None):
    ending = ': %d from %s' % (given, voter) + ('' if total is None else ', %d in all' % total)
    driver.wait_until(lambda: card(accord, title).name.endswith(ending), '%s%s, not %s' % (title, ending,
                                                                                         card(accord, title).name))


def wait_voter(accord, name, given, each=EACH):
    accord.find('list item', '%s, %d of %d votes given' % (name, given, each))


def wait_focus(accord, title):
    driver.wait_until(lambda: (accord.focused() or accord).name.startswith(title + ', '), 'the focus on ' + title)


@case
def one_operator_enters_everybodys_votes_by_keys():
    workspace = unvoted_demo()
    accord = open_vote(workspace)
    # Whoever comes to vote can type at once.
    wait_focus(accord, FIRST)
    accord.find('label', '0 of 8 have voted')
    accord.key('3', 'Down', '2', 'Up', 'Right', '2', 'plus', 'minus', 'KP_Add')
    wait_focus(accord, ACROSS)
    mine = {(ANA, FIRST): 3, (ANA, SECOND): 2, (ANA, ACROSS): 3}
    wait_for(workspace, mine)
    wait_voter(accord, ANA, 8)
    accord.find('label', '1 of 8 have voted')
    # The next one begins with the first card; what the others gave is in the total alone.
    accord.key('Return')
    wait_focus(accord, FIRST)
    wait_card(accord, FIRST, 0, BEN, 3)
    accord.key('1')
    wait_card(accord, FIRST, 1, BEN, 4)
    accord.find('label', '2 of 8 have voted')
    accord.key('shift+n')
    wait_card(accord, FIRST, 3, ANA, 4)
    accord.key('n')
    wait_card(accord, FIRST, 1, BEN, 4)
    accord.key('shift+Return')
    wait_card(accord, FIRST, 3, ANA, 4)
    accord.key('0')
    wait_card(accord, FIRST, 0, ANA, 1)
    del mine[ANA, FIRST]
    mine[BEN, FIRST] = 1
    wait_for(workspace, mine)
    # There is nobody before the first.
    accord.key('shift+Return')
    accord.find('label', 'That is the first one')
    # Each vote is one step.
    accord.key('ctrl+z')
    wait_card(accord, FIRST, 3, ANA, 4)
    accord.key('ctrl+z')
    wait_card(accord, FIRST, 3, ANA, 3)
    accord.key('ctrl+shift+z')
    wait_for(workspace, {(ANA, FIRST): 3, (ANA, SECOND): 2, (ANA, ACROSS): 3, (BEN, FIRST): 1})
    accord.close()
    assert driver.cli('check', workspace, check=False).returncode == 0


@case
def nobody_gives_more_than_they_have():
    workspace = unvoted_demo()
    accord = open_vote(workspace)
    wait_focus(accord, FIRST)
    accord.key('9')
    wait_voter(accord, ANA, 8)
    accord.find('label', 'Only 8 votes were left')
    accord.key('6')
    wait_voter(accord, ANA, 6)
    accord.wait_gone('label', re.compile('were left'))
    accord.key('Down', '5')
    wait_for(workspace, {(ANA, FIRST): 6, (ANA, SECOND): 2})
    accord.find('label', 'Only 2 votes were left')
    accord.key('plus')
    accord.find('label', 'No votes are left: take one back elsewhere first')
    wait_for(workspace, {(ANA, FIRST): 6, (ANA, SECOND): 2})
    # Fewer votes for everybody take nothing away; more can be given only once that many are taken back.
    accord.find('spin button', re.compile('^Votes Each')).enter('7\t')
    wait_voter(accord, ANA, 8, 7)
    accord.find('label', 'Default: 8')
    card(accord, SECOND).click()
    accord.key('3')
    accord.find('label', re.compile('^No votes are left'))
    accord.key('minus', 'plus')
    wait_for(workspace, {(ANA, FIRST): 6, (ANA, SECOND): 1})
    accord.close()


@case
def pointer_votes_and_chooses_who():
    workspace = unvoted_demo()
    accord = open_vote(workspace)
    accord.find('list item', re.compile('^' + BEN)).click()
    wait_card(accord, SECOND, 0, BEN, 0)
    more, fewer = ('One vote %s for “%s”' % (word, SECOND) for word in ('more', 'less'))
    for count in (1, 2, 3):
        accord.find('push button', more).click()
        wait_card(accord, SECOND, count, BEN, count)
    accord.find('push button', fewer).click()
    wait_card(accord, SECOND, 2, BEN, 2)
    wait_for(workspace, {(BEN, SECOND): 2})
    accord.find('push button', 'Previous Voter').click()
    wait_card(accord, SECOND, 0, ANA, 2)
    accord.find('push button', 'Next Voter').click()
    wait_card(accord, SECOND, 2, BEN, 2)
    # Who does not want to sway the others hides the sums.
    accord.find('check box', re.compile('^Show Totals')).click()
    wait_card(accord, SECOND, 2, BEN)
    accord.close()


@case
def anonymous_votes_keep_no_name():
    workspace = unvoted_demo()
    accord = open_vote(workspace)
    wait_focus(accord, FIRST)
    accord.key('2')
    wait_for(workspace, {(ANA, FIRST): 2})
    switch = accord.find('check box', re.compile('^Anonymous'))
    # Names would tell: it asks, and may be left.
    switch.click()
    accord.find('push button', 'Cancel').click()
    driver.wait_until(lambda: 'checked' not in switch.states, 'the switch to go back')
    wait_for(workspace, {(ANA, FIRST): 2})
    switch.click()
    accord.find('dialog').find('push button', 'Clear Votes').click()
    wait_voter(accord, 'Ballot 1', 0)
    wait_for(workspace, {})
    assert not accord.has('list item', re.compile('^' + ANA))

    card(accord, FIRST).click()
    accord.key('3', 'Return')
    wait_voter(accord, 'Ballot 2', 0)
    wait_focus(accord, FIRST)
    accord.key('1')
    accord.find('label', '2 ballots are in')
    accord.find('push button', 'New Ballot').click()
    wait_voter(accord, 'Ballot 3', 0)
    accord.key('5')
    wait_for(workspace, {(1, FIRST): 3, (2, FIRST): 1, (3, FIRST): 5})
    accord.close()
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as database:
        assert database.execute('SELECT DISTINCT member FROM vote').fetchall() == [(None,)]

    # Where there are no votes nothing is asked.
    accord = open_vote(workspace)
    wait_voter(accord, 'Ballot 3', 5)
    accord.find('push button', 'Clear Votes').click()
    wait_for(workspace, {})
    accord.find('check box', re.compile('^Anonymous')).click()
    wait_voter(accord, ANA, 0)
    accord.close()


@case
def votes_are_cleared_and_brought_back():
    workspace = unvoted_demo()
    accord = open_vote(workspace)
    wait_focus(accord, FIRST)
    assert 'sensitive' not in accord.find('push button', 'Clear Votes', hidden=True).states
    accord.key('2', 'Down', '1', 'Return', '4')
    given = {(ANA, FIRST): 2, (ANA, SECOND): 1, (BEN, FIRST): 4}
    wait_for(workspace, given)
    accord.find('push button', 'Clear Votes').click()
    wait_for(workspace, {})
    accord.find('label', '0 of 8 have voted')
    accord.find('push button', 'Undo').click()
    wait_for(workspace, given)
    wait_card(accord, FIRST, 4, BEN, 6)
    accord.close()


@case
def board_is_sorted_by_votes():
    workspace = unvoted_demo()

    def order():
        return [row['title'] for row in driver.cli_json('list', workspace, 'swot')
                if (row['year'], row['scope'], row['quadrant']) == (2026, 'team', 'strength')]
    before = order()
    accord = open_vote(workspace)
    wait_focus(accord, FIRST)
    accord.key('Down', 'Down', '1', 'Down', '4')
    wait_for(workspace, {(ANA, before[2]): 1, (ANA, before[3]): 4})
    accord.find('push button', 'Sort the Board by Votes').click()
    # Those without votes follow by priority, as the demo team rated them.
    driver.wait_until(lambda: order()[:2] == [before[3], before[2]], 'the sorted board')
    assert sorted(order()) == sorted(before)
    accord.find('push button', 'Undo').click()
    driver.wait_until(lambda: order() == before, 'the board as it was')
    accord.find('push button', 'Sort the Board by Votes').click()
    driver.wait_until(lambda: order()[0] == before[3], 'the sorted board')
    accord.find('push button', 'Sort the Board by Votes').click()
    accord.find('label', 'The cards lie by votes already')
    accord.close()


@case
def narrow_window_shows_cards_and_folds_the_voters():
    workspace = unvoted_demo()
    accord = open_vote(workspace, window_size=(380, 800))
    wait_focus(accord, FIRST)
    assert not accord.has('list item', re.compile('^' + BEN))
    accord.key('2')
    wait_for(workspace, {(ANA, FIRST): 2})
    accord.find('push button', 'Voters and Rules').click()
    accord.find('list item', re.compile('^' + BEN)).click()
    wait_card(accord, FIRST, 0, BEN, 2)
    accord.find('page tab', 'Prioritise').click()
    accord.find('label', 'To Use')
    accord.close()


@case
def votes_for_an_empty_board_begin_on_the_board():
    accord = open_vote(driver.new())
    accord.find('push button', 'Go to the Board').click()
    accord.find('push button', 'Begin with a Strength')
    accord.close()


if __name__ == '__main__':
    run()
