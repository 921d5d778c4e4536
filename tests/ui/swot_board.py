# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the SWOT board share: a board with cards, what it shows, and what the file says."""
import functools
import os
import re
import subprocess

import driver

QUADRANTS = {'Strengths': 'strength', 'Weaknesses': 'weakness', 'Opportunities': 'opportunity', 'Threats': 'threat'}


def board(workspace):
    """The titles in the file, by quadrant, in order."""
    rows = driver.cli_json('list', workspace, 'swot')
    return {name: [row['title'] for row in rows if row['quadrant'] == nick] for name, nick in QUADRANTS.items()}


def wait_for(workspace, **expected):
    driver.wait_until(lambda: {name: titles for name, titles in board(workspace).items() if titles} == expected,
                      'the file to hold %s, not %s' % (expected, board(workspace)))


def card(accord, title):
    return accord.find('list item', re.compile('^%s, card ' % re.escape(title)))


def shown(accord, quadrant):
    """The titles on the board as it is shown: by what a screen reader is told."""
    labels = [w.name for w in accord.find('list', quadrant).all('list item', hidden=True)]
    matches = [re.fullmatch(r'(.*), card (\d+) of (\d+) in %s' % quadrant, label) for label in labels]
    assert [(int(m[2]), int(m[3])) for m in matches] == [(i + 1, len(labels)) for i in range(len(labels))], labels
    return [m[1] for m in matches]


def open_board(workspace, **options):
    accord = driver.start(workspace, **options)
    number = [row.name for row in driver.page_rows(accord)].index('SWOT') + 1
    driver.open_page(accord, number)
    return accord


def fresh_board(**cards):
    """A window on a new workspace with these cards; and the file."""
    workspace = driver.new()
    for quadrant, titles in cards.items():
        give(workspace, QUADRANTS[quadrant], *titles)
    accord = open_board(workspace)
    for quadrant, titles in cards.items():
        driver.wait_until(lambda: shown(accord, quadrant) == titles, 'cards in ' + quadrant)
    return accord, workspace


def wait_focus(accord, label):
    driver.wait_until(lambda: (accord.focused() or accord).name == label, 'the focus on %r' % label)


def give(workspace, word, *titles):
    """Gives cards what the board alone cannot give them: see board-fixture.c. The window must not have the file open."""
    subprocess.run([driver.BUILD / 'tests/ui/board-fixture', workspace, word, *titles], check=True,
                   env={**os.environ, **driver.program_environment()})


def unvoted_demo():
    """The demo team's workspace before anybody has voted."""
    workspace = driver.demo()
    give(workspace, 'unvote', 'Customers stay, and say so')
    return workspace


def again_and_again(function):
    """A case whose gestures have to succeed every time: ACCORD_UI_REPEAT=20 makes it so many rounds."""
    @functools.wraps(function)
    def rounds():
        last = int(os.environ.get('ACCORD_UI_REPEAT', 1))
        for number in range(1, last + 1):
            try:
                function()
            except BaseException:
                print('# round %d of %s' % (number, function.__name__), flush=True)
                raise
            if number < last:
                driver.close_all()
    return rounds
