#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of the SWOT board goes out: pictures and a table through the dialog, and what must not be in them; printing."""
import csv
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import driver
from driver import wait_until
from tap import case, run

PRIVATE = 'The recruiter is back'
SVG = '{http://www.w3.org/2000/svg}'


def open_board(workspace):
    accord = driver.start(workspace)
    accord.find('list item', 'SWOT').click()
    return accord


def choose_item(accord, item):
    accord.find('push button', 'Board Menu').click()
    accord.find('menu item', re.compile('^' + item)).click()


def choose_board(accord, name):
    boards = accord.find('combo box', re.compile('^Board')).click()
    boards.find('label', name, index=-1).click()


def answer(accord, title, path):
    """Answers the file dialog, whose name is selected when it opens."""
    dialog = accord.window(title)
    dialog.find('push button', 'Export')
    accord.key('ctrl+a')
    accord.type('%s\n' % path)


def export_picture(accord, path, also=', without 1 private card'):
    choose_item(accord, 'Export Picture')
    answer(accord, 'Export a Picture of the Board', path)
    accord.find('label', 'Saved as “%s”%s' % (path.name, also))


def description(path):
    return ElementTree.parse(path).getroot().find(SVG + 'desc').text


def pdf_text(path):
    if shutil.which('pdftotext') is None:
        print('# SKIP reading %s: there is no pdftotext here (Debian: poppler-utils)' % path.name)
        return None
    return subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout


@case
def the_board_is_exported_as_pictures():
    accord = open_board(driver.demo())
    folder = driver.folder()
    png, svg, pdf = folder / 'board.png', folder / 'board.svg', folder / 'board.pdf'
    for path in (png, svg, pdf):
        choose_item(accord, 'Export Picture')
        answer(accord, 'Export a Picture of the Board', path)
        wait_until(path.exists, '%s to be there' % path.name)
        assert path.stat().st_mode & 0o777 == 0o600, oct(path.stat().st_mode)
    assert png.read_bytes().startswith(b'\x89PNG\r\n')
    words = description(svg)
    assert 'The close demo' in words, words
    assert PRIVATE not in words
    text = pdf_text(pdf)
    assert text is None or ('The close demo' in text and PRIVATE not in text), text
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith('.accord')) == []
    accord.close()


@case
def private_cards_come_along_only_when_asked_for():
    accord = open_board(driver.demo())
    team, everybody = driver.folder() / 'team.svg', driver.folder() / 'everybody.svg'
    export_picture(accord, team)
    choose_item(accord, 'Include Private Cards')
    export_picture(accord, everybody, also='')
    assert PRIVATE not in description(team)
    assert PRIVATE in description(everybody)
    accord.close()


@case
def another_board_is_exported_without_private_cards_again():
    accord = open_board(driver.demo())
    choose_item(accord, 'Include Private Cards')
    choose_board(accord, re.compile('^(?!Whole Team)'))
    choose_board(accord, 'Whole Team')
    path = driver.folder() / 'again.svg'
    export_picture(accord, path)
    assert PRIVATE not in description(path)
    accord.close()


@case
def a_name_without_an_ending_gets_one_and_nothing_is_replaced_unasked():
    accord = open_board(driver.demo())
    folder = driver.folder()
    (folder / 'wall.png').write_text('mine')
    choose_item(accord, 'Export Picture')
    answer(accord, 'Export a Picture of the Board', folder / 'wall')
    accord.find('label', re.compile('There is a file called “wall.png” already'))
    assert (folder / 'wall.png').read_text() == 'mine'
    choose_item(accord, 'Export Picture')
    answer(accord, 'Export a Picture of the Board', folder / 'room')
    wait_until((folder / 'room.png').exists, 'the picture to be there')
    assert (folder / 'room.png').read_bytes().startswith(b'\x89PNG\r\n')
    accord.close()


@case
def the_board_is_exported_as_a_table():
    workspace = driver.demo()
    accord = open_board(workspace)
    path = driver.folder() / 'board.csv'
    choose_item(accord, 'Export CSV')
    answer(accord, 'Export the Board as CSV', path)
    accord.find('label', re.compile('^Saved as “board.csv”'))
    with open(path, newline='') as file:
        rows = list(csv.DictReader(file))
    listed = [row for row in driver.cli_json('list', workspace, 'swot', '--year', driver.TODAY[:4])
              if row['scope'] == 'team' and row['title'] != PRIVATE]
    assert [row['title'] for row in rows if row['position']] == [row['title'] for row in listed]
    assert PRIVATE not in path.read_text()
    accord.close()


@case
def ctrl_p_prints_from_wherever_the_focus_is():
    accord = open_board(driver.demo())
    accord.find('push button', re.compile('Add Card'))
    accord.key('ctrl+p')
    dialog = accord.window('Print')
    dialog.find('push button', 'Cancel').click()
    wait_until(lambda: len(accord.windows()) == 1, 'the dialog to close')
    accord.check_alive()
    accord.close()


@case
def an_empty_board_has_nothing_to_export():
    accord = open_board(driver.new())
    accord.find('push button', 'Begin with a Strength')
    accord.find('push button', 'Board Menu').click()
    for item in ('Export Picture', 'Export CSV', 'Print'):
        assert 'sensitive' not in accord.find('menu item', re.compile('^' + item)).states, item
    accord.key('Escape')
    accord.key('ctrl+p')
    assert len(accord.windows()) == 1
    accord.close()


if __name__ == '__main__':
    run()
