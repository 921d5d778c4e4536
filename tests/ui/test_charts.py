#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures: what they say is what they show, they are read point by point, and what they copy can be pasted."""
import re

import driver
from driver import GdkPixbuf, wait_until
from session import Session
from tap import case, run

HEADLINE = 'By 28 Nov 2026: 320 of 500; 333 expected; lands at 480'
# Round a copied picture, and between it and its title; it is twice as large as on the screen.
EDGE, BETWEEN, SCALE = 18, 12, 2
ACCENT = (0x1c, 0x71, 0xd8)


def open_pictures(**options):
    """The window of chart-fixture.c, and the folder that it pastes into."""
    folder = driver.folder()
    session = Session(size='1000x1400', **options)
    pictures = driver.Program(session, [driver.BUILD / 'tests/ui/chart-fixture', folder], driver.program_environment())
    return pictures, folder


def paste(pictures, folder):
    """(picture, text) that the clipboard holds for another program."""
    pictures.find('push button', 'Paste').do('click')
    pictures.find('label', 'Pasted')
    return GdkPixbuf.Pixbuf.new_from_file(str(folder / 'pasted.png')), (folder / 'pasted.txt').read_text()


def pixels(picture):
    """Its rows, each a list of colours."""
    data, size, step = bytes(picture.get_pixels()), picture.get_n_channels(), picture.get_rowstride()
    for y in range(picture.get_height()):
        row = data[y * step:y * step + picture.get_width() * size]
        yield [tuple(row[x:x + 3]) for x in range(0, len(row), size)]


def corner(picture):
    return next(pixels(picture))[0]


def box(picture, colour, scale=1, shift=(0, 0)):
    """Where what has the colour begins and ends, in pixels of the screen."""
    places = [(x, y) for y, row in enumerate(pixels(picture)) for x, found in enumerate(row) if found == colour]
    across, down = [x / scale - shift[0] for x, _y in places], [y / scale - shift[1] for _x, y in places]
    return min(across), min(down), max(across), max(down)


def wait_reading(chart, begins):
    wait_until(lambda: chart.current_description.startswith(begins), '%r to be read, not %r'
               % (begins, chart.current_description[:80]))


@case
def the_numbers_are_told_in_words():
    pictures, _folder = open_pictures()
    path = pictures.find('image', 'First meetings, Joe').description.split('\n')
    assert path[0] == HEADLINE + '.', path
    assert path[1] == 'By 4 Oct 2026: 20; 38 expected.', path
    assert path[4] == 'By 25 Oct 2026: n/a; 152 expected.', 'a week that is not known is not 0: %s' % path
    assert len(path) == 14, path

    spread = pictures.find('image', 'First meetings by member').description.split('\n')
    assert spread[0] == '7 members; median 30; target 40; 1 is n/a', spread
    # By name, as they came: a ranking is asked for or it is not there.
    assert spread[1:] == ['Carolyn: 42', 'Craig: 30', 'Dana: 55', 'Joe: 30', 'Melissa: 18', 'Nuno: n/a', 'Petra: 24',
                          'Sam: 31'], spread

    stages = pictures.find('image', 'Open deals by stage').description.split('\n')
    assert stages == ['Discovery: 12 deals · $480,000 · 3 aged, $90,000', 'Proposal: 7 deals · $650,000 · 5 aged, $520,000',
                      'Negotiation: 1 deal · $120,000.50', 'Verbal: 2 deals · n/a · 1 aged, n/a'], stages

    bars = [bar.description for bar in pictures.all('image', 'Reached against target')]
    assert bars[1] == '64 % of target, 66.6 % expected by now: At risk'.replace(' %', '\u00a0%'), bars
    assert bars[4] == 'n/a of target, n/a expected by now: n/a', bars
    assert len(pictures.all('image', 'Behind')) == 2, 'the status is a word, too'
    pictures.close()


@case
def a_picture_is_copied_with_the_keyboard_and_pasted():
    pictures, folder = open_pictures()
    chart = pictures.find('image', 'First meetings, Joe')
    pictures.screenshot(folder / 'window.png')
    x, y, width, height = chart.current_place
    window = GdkPixbuf.Pixbuf.new_from_file(str(folder / 'window.png')).new_subpixbuf(x, y, width, height)
    chart.click()
    wait_until(lambda: 'focused' in chart.states, 'the picture to have the focus')
    pictures.key('Right', 'ctrl+c')
    pictures.find('label', 'Picture copied')
    picture, text = paste(pictures, folder)
    assert text.split('\n')[:2] == ['First meetings, Joe', HEADLINE + '.'], text
    assert picture.get_width() == SCALE * (width + 2 * EDGE), (picture.get_width(), width)
    assert picture.get_height() > SCALE * (height + 2 * EDGE + BETWEEN), (picture.get_height(), height)
    # On the light window's ground.
    assert corner(picture) == (0xfa, 0xfa, 0xfa), corner(picture)
    # The lines, where they are on the screen, and without what is pointed at.
    title = picture.get_height() / SCALE - height - EDGE
    copied, seen = box(picture, ACCENT, SCALE, (EDGE, title)), box(window, ACCENT)
    assert all(abs(a - b) <= 2 for a, b in zip(copied, seen)), (copied, seen)
    pictures.close()


@case
def a_picture_is_copied_by_its_menu_in_the_dark():
    pictures, folder = open_pictures(dark=True)
    pictures.find('image', 'Open deals by stage').click(button=3)
    pictures.find('menu item', 'Copy as Picture').click()
    pictures.find('label', 'Picture copied')
    picture, text = paste(pictures, folder)
    assert text.startswith('Open deals by stage\nDiscovery: 12 deals'), text
    assert corner(picture) == (0x24, 0x24, 0x24), corner(picture)
    pictures.close()


@case
def the_menu_opens_with_its_key():
    pictures, folder = open_pictures()
    chart = pictures.find('image', 'First meetings by member').click()
    wait_until(lambda: 'focused' in chart.states, 'the picture to have the focus')
    pictures.key('shift+F10')
    pictures.find('menu item', 'Copy as Picture')
    pictures.key('Return')
    pictures.find('label', 'Picture copied')
    assert paste(pictures, folder)[1].startswith('First meetings by member\n7 members; median 30'), 'the other picture'
    pictures.close()


@case
def weeks_are_walked_through_and_pointed_at():
    pictures, _folder = open_pictures()
    chart = pictures.find('image', 'First meetings, Joe')
    chart.hover(at=(.07, .95))
    wait_reading(chart, 'By 4 Oct 2026: 20; 38 expected. ' + HEADLINE)
    chart.click(at=(.99, .95))
    wait_reading(chart, 'By 27 Dec 2026: n/a; 494 expected. ')
    pictures.key('Left')
    wait_reading(chart, 'By 20 Dec 2026: n/a; 456 expected. ')
    pictures.key('Right', 'Right')
    wait_reading(chart, 'By 27 Dec 2026: n/a; 494 expected. ')
    # What one points at goes with the pointer, what one walked to stays.
    pictures.find('push button', 'Paste').hover()
    wait_reading(chart, 'By 27 Dec 2026')
    pictures.key('Escape')
    wait_reading(chart, HEADLINE)
    chart.hover(at=(.07, .95))
    wait_reading(chart, 'By 4 Oct 2026')
    pictures.find('push button', 'Paste').hover()
    wait_reading(chart, HEADLINE)
    pictures.close()


@case
def from_right_to_left_time_runs_to_the_left():
    pictures, _folder = open_pictures(language='ar')
    chart = pictures.find('image', 'First meetings, Joe')
    chart.hover(at=(.93, .95))
    wait_reading(chart, 'By 4 Oct 2026: 20; 38 expected. ')
    chart.click(at=(.93, .95))
    pictures.key('Left')
    wait_reading(chart, 'By 11 Oct 2026: 45; 76 expected. ')
    pictures.close()


@case
def a_member_is_named_where_one_points():
    pictures, _folder = open_pictures()
    chart = pictures.find('image', 'First meetings by member').click()
    wait_until(lambda: 'focused' in chart.states, 'the picture to have the focus')
    pictures.find('push button', 'Paste').hover()
    pictures.key('Right')
    wait_reading(chart, 'Melissa: 18. ')
    pictures.key('Right', 'Right', 'Right')
    # The two who meet come one after the other.
    wait_until(lambda: re.match('(Craig|Joe): 30\\. ', chart.current_description), 'Craig or Joe')
    pictures.close()


if __name__ == '__main__':
    run()
