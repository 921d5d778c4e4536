#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Priorities on the SWOT board: cards rated by keys, with buttons and by dragging dots, the order of the lists, what stays
under the hand meanwhile, undo, the board sorted by them; the file says the same."""
import re

import driver
from swot_board import unvoted_demo
from tap import case, run

FIRST, SECOND = 'Customers stay, and say so', "The merger's deadline is this year"
LAST = 'The university consortium'
USE, MITIGATE = 'To Use', 'To Mitigate'


def ratings(workspace):
    """(impact, likelihood) by title, None for what is not rated."""
    return {row['title']: (row['impact'], row['likelihood']) for row in driver.cli_json('list', workspace, 'swot')
            if (row['year'], row['scope']) == (2026, 'team')}


def wait_rated(workspace, title, *expected):
    driver.wait_until(lambda: ratings(workspace)[title] == expected,
                      '%s rated %s, not %s' % (title, expected, ratings(workspace)[title]))


def open_priorities(workspace, **options):
    accord = driver.start(workspace, **{'window_size': (1200, 860), **options})
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('SWOT') + 1)
    accord.find('page tab', 'Prioritise').click()
    return accord


def listed(accord, group):
    """(number, title, what is said of the rating, quadrant, votes) of the rows, in the order in which they lie."""
    rows = sorted(accord.find('list', group, hidden=True).all('list item', hidden=True), key=lambda row: row.place[1])
    return [re.fullmatch(r'(\d+), (.*): (.*), (\w+), (\d+ votes?)', row.name).groups() for row in rows]


def titles(accord, group):
    return [row[1] for row in listed(accord, group)]


def wait_order(accord, group, *first):
    driver.wait_until(lambda: titles(accord, group)[:len(first)] == list(first),
                      '%s first, not %s' % (first, titles(accord, group)))


def row(accord, title):
    return accord.find('list item', re.compile(r'^\d+, %s: ' % re.escape(title)))


def dot(accord, title):
    return accord.find('push button', re.compile(r'^\d+, %s: ' % re.escape(title)))


def focus(accord, title):
    row(accord, title).click(at=(.5, .15))
    wait_focus(accord, title)


def wait_focus(accord, title):
    driver.wait_until(lambda: re.match(r'\d+, %s: ' % re.escape(title), (accord.focused() or accord).name),
                      'the focus on %s' % title)


@case
def cards_are_listed_by_priority_in_two_groups():
    workspace = unvoted_demo()
    accord = open_priorities(workspace)
    wait_order(accord, USE, FIRST, SECOND)
    rated = ratings(workspace)
    for group, quadrants in ((USE, {'Strengths', 'Opportunities'}), (MITIGATE, {'Weaknesses', 'Threats'})):
        rows = listed(accord, group)
        assert [int(number) for number, *_ in rows] == list(range(1, len(rows) + 1))
        assert {quadrant for *_, quadrant, _ in rows} == quadrants
        weights = [rated[title][0] * rated[title][1] for _, title, *_ in rows]
        assert weights == sorted(weights, reverse=True), weights
    # The picture says the same in words.
    picture = accord.find('panel', 'Impact and likelihood of what to use')
    assert picture.description.startswith('1, %s: impact 5, likelihood 5; 2, ' % FIRST), picture.description
    accord.close()


@case
def keys_rate_and_the_row_stays_under_the_hand():
    workspace = unvoted_demo()
    accord = open_priorities(workspace)
    wait_order(accord, USE, FIRST, SECOND)
    focus(accord, FIRST)
    accord.key('1', 'alt+2')
    wait_rated(workspace, FIRST, 1, 2)
    # Its number is the new one at once, the row goes there only when it is left.
    accord.find('list item', re.compile('^12, %s: impact 1, likelihood 2, ' % FIRST))
    wait_order(accord, USE, FIRST, SECOND)
    accord.key('Right', 'shift+Left')
    wait_rated(workspace, FIRST, 2, 1)
    accord.key('shift+Left', 'shift+Left')
    wait_rated(workspace, FIRST, 2, None)
    accord.find('list item', re.compile('^12, %s: not rated, ' % FIRST))
    accord.key('Down')
    wait_focus(accord, SECOND)
    driver.wait_until(lambda: titles(accord, USE)[0] == SECOND and titles(accord, USE)[-1] == FIRST, 'the list in order')
    # Each is a step of its own.
    accord.key('ctrl+z')
    wait_rated(workspace, FIRST, 2, 1)
    for _ in range(4):
        accord.key('ctrl+z')
    wait_rated(workspace, FIRST, 5, 5)
    wait_order(accord, USE, FIRST, SECOND)
    accord.close()


@case
def buttons_rate_and_the_row_stays_under_the_pointer():
    workspace = unvoted_demo()
    accord = open_priorities(workspace)
    wait_order(accord, USE, FIRST, SECOND)
    assert ratings(workspace)[FIRST] == (5, 5)
    lower = accord.find('push button', 'Lower impact of “%s”' % FIRST)
    before = lower.current_place
    for impact in (4, 3, 2):
        lower.click()
        wait_rated(workspace, FIRST, impact, 5)
        assert lower.current_place == before
    accord.find('push button', 'Lower likelihood of “%s”' % FIRST).click()
    wait_rated(workspace, FIRST, 2, 4)
    wait_order(accord, USE, FIRST, SECOND)
    # Once the pointer is elsewhere the list falls in order.
    accord.find('label', 'Strengths and opportunities').hover()
    wait_order(accord, USE, SECOND)
    accord.find('push button', 'Higher impact of “%s”' % SECOND, hidden=True)
    accord.close()


def middle(accord, impact, likelihood, like):
    """The point in the middle of a cell, reckoned from two cards that lie alone in theirs."""
    (one, one_at), (other, other_at) = like
    x1, y1 = dot(accord, one).point()
    x2, y2 = dot(accord, other).point()
    step_x = (x2 - x1) / (other_at[1] - one_at[1])
    step_y = (y2 - y1) / (other_at[0] - one_at[0])
    return (round(x1 + step_x * (likelihood - one_at[1])), round(y1 + step_y * (impact - one_at[0])))


# Alone in their cells on the demo team's board.
ALONE = [('Clinic groups buy together', (4, 3)), ('A ramp of ninety days', (3, 5))]


@case
def dragging_a_dot_rates():
    workspace = unvoted_demo()
    accord = open_priorities(workspace)
    rated = ratings(workspace)
    assert all(rated[title] == at for title, at in ALONE), rated
    dot(accord, LAST).drag_to(middle(accord, 1, 2, ALONE))
    wait_rated(workspace, LAST, 1, 2)
    accord.find('push button', '12, %s: impact 1, likelihood 2' % LAST)
    # Back to its cell, where two share it, and up to the best one, which changes its number.
    dot(accord, LAST).drag_to(middle(accord, 5, 5, ALONE))
    wait_rated(workspace, LAST, 5, 5)
    accord.find('push button', re.compile('^[123], %s: impact 5, likelihood 5' % LAST))
    # Escape and a place outside change nothing.
    dot(accord, LAST).drag_to(middle(accord, 1, 1, ALONE), release=False)
    accord.key('Escape')
    accord.drop()
    dot(accord, LAST).drag_to(row(accord, LAST))
    assert ratings(workspace)[LAST] == (5, 5)
    # Below lies what is not rated.
    x, y, width, height = accord.find('panel', 'Impact and likelihood of what to use').rectangle()
    dot(accord, LAST).drag_to((x + width // 2, y + height - 4), release=False)
    strip = accord.find('panel', 'Impact and likelihood of what to use').find('label', 'Not rated').rectangle()
    accord.xdotool('mousemove', strip[0] + 40, strip[1] + strip[3] + 18, 'sleep', .2)
    accord.drop()
    wait_rated(workspace, LAST, None, None)
    for _ in range(3):
        accord.key('ctrl+z')
    wait_rated(workspace, LAST, *rated[LAST])
    accord.close()


@case
def a_dot_chooses_its_card_in_the_list():
    accord = open_priorities(unvoted_demo())
    dot(accord, LAST).click()
    wait_focus(accord, LAST)
    driver.wait_until(lambda: accord.focused().role == 'list item', 'the focus in the list')
    # By keys: back into the picture, along, and into the list again.
    accord.key('Tab')
    driver.wait_until(lambda: accord.focused().role == 'push button', 'the focus in the picture')
    accord.key('Return')
    wait_focus(accord, FIRST)
    driver.wait_until(lambda: accord.focused().role == 'list item', 'the focus in the list')
    accord.close()


@case
def board_is_sorted_by_priority():
    workspace = unvoted_demo()

    def order():
        return [row['title'] for row in driver.cli_json('list', workspace, 'swot')
                if (row['year'], row['scope'], row['quadrant']) == (2026, 'team', 'strength')]
    accord = open_priorities(workspace)
    wait_order(accord, USE, FIRST, SECOND)
    before = order()
    focus(accord, FIRST)
    accord.key('1')
    wait_rated(workspace, FIRST, 1, 5)
    assert order() == before
    accord.find('push button', 'Board Menu').click()
    accord.find('menu item', re.compile('Sort by Priority')).click()
    driver.wait_until(lambda: order()[-1] == FIRST, 'the sorted board')
    accord.find('push button', 'Undo').click()
    driver.wait_until(lambda: order() == before, 'the board as it was')
    accord.close()


@case
def more_than_ten_cards_ask_which_matter_most():
    workspace = driver.new()
    accord = driver.start(workspace, window_size=(1200, 860))
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('SWOT') + 1)
    accord.find('page tab', 'Prioritise').click()
    accord.find('push button', 'Go to the Board').click()
    accord.find('push button', 'Begin with a Strength').click()
    accord.find('text', 'Add Strength')
    accord.type(''.join('Card %d\n' % number for number in range(10)))
    driver.wait_until(lambda: len(driver.cli_json('list', workspace, 'swot')) == 10, 'ten cards')
    accord.find('page tab', 'Prioritise').click()
    wait_order(accord, USE, 'Card 0', 'Card 1')
    assert not accord.has('label', re.compile('Which ones matter most'))
    accord.find('label', 'No weaknesses or threats are on the board.', hidden=True)
    accord.find('page tab', 'Board').click()
    accord.key('ctrl+n')
    accord.find('text', 'Add Strength')
    accord.type('Card 10\n')
    driver.wait_until(lambda: len(driver.cli_json('list', workspace, 'swot')) == 11, 'eleven cards')
    accord.find('page tab', 'Prioritise').click()
    accord.find('label', 'Strengths: 11 cards. Which ones matter most?')
    accord.find('push button', 'Vote').click()
    # Nobody is on the team yet: it says so instead of losing what is typed.
    accord.find('label', 'Nobody Votes Yet')
    driver.wait_until(lambda: accord.focused().name.startswith('Card 0, '), 'the focus on a card')
    accord.key('3')
    accord.find('label', 'Choose who votes first')
    accord.close()


if __name__ == '__main__':
    run()
