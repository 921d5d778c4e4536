#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the window, walks through its pages by keyboard, and leaves a picture of each: PAGE-VARIANT.png.

    tour.py [--variants light,dark] [--workspace FILE] [--report] FOLDER

The variants are light, dark, contrast, pseudo (the pseudo-locale, with German numbers), rtl (mirrored), large (text at
200 %) and narrow (as on a phone), or all. `make run` does this where there is no display, `make screenshots` makes all
variants.
"""
import argparse
import filecmp
import os
import pathlib
import shutil
import sys

VARIANTS = {
    'light': {},
    'dark': {'dark': True},
    'contrast': {'contrast': True},
    'pseudo': {'language': 'en@pseudo', 'env': {'LC_ALL': 'de_DE.UTF-8'}},
    'rtl': {'language': 'ar'},
    'large': {'text': 2.0},
    'narrow': {'window_size': (400, 760)},
}


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--build', default='build')
    parser.add_argument('--workspace', type=pathlib.Path, help='a workspace to open; the demo team by default')
    parser.add_argument('--variants', default='light', help='"all", or names with commas between')
    parser.add_argument('--today', help='the date of today, YYYY-MM-DD')
    parser.add_argument('--report', action='store_true', help="also write the report of today's quarter")
    parser.add_argument('folder', type=pathlib.Path)
    return parser.parse_args()


options = parse()
# driver takes these from the environment when it is imported.
os.environ['ACCORD_BUILD'] = options.build
if options.today:
    os.environ['ACCORD_TODAY'] = options.today

import driver  # noqa: E402
from session import SessionError  # noqa: E402


def picture(accord, path, other_than=None):
    """A picture once the window has come to rest, and shows something else than the picture of the page before."""
    trial = path.with_name('.' + path.name)

    def at_rest():
        shutil.copyfile(accord.screenshot(path), trial)
        accord.screenshot(path)
        return (filecmp.cmp(path, trial, shallow=False)
                and not (other_than and filecmp.cmp(path, other_than, shallow=False)))
    try:
        driver.wait_until(at_rest, '%s to be drawn and at rest' % path.stem)
    finally:
        trial.unlink(missing_ok=True)
    print('  %s' % path, flush=True)


def page_names(workspace):
    """The pages' names in the code, from the English window's sidebar."""
    accord = driver.start(workspace)
    names = [row.name.lower() for row in driver.page_rows(accord)]
    accord.close()
    driver.close_all()
    return names


def tour(variant, workspace, pages, folder):
    # A copy, so that every variant begins with the same.
    copy = driver.folder() / workspace.name
    shutil.copyfile(workspace, copy)
    copy.chmod(0o600)
    accord = driver.start(copy, **VARIANTS[variant])
    previous = None
    for number, page in enumerate(pages, 1):
        driver.open_page(accord, number)
        path = folder / ('%s-%s.png' % (page, variant))
        picture(accord, path, previous)
        previous = path
    accord.close()
    driver.close_all()


def welcome(variant, folder):
    accord = driver.start(**VARIANTS[variant])
    picture(accord, folder / ('welcome-%s.png' % variant))
    accord.close()
    driver.close_all()


def quarter_of_today():
    return '%s-Q%d' % (driver.TODAY[:4], (int(driver.TODAY[5:7]) + 2) // 3)


def main():
    variants = list(VARIANTS) if options.variants == 'all' else options.variants.split(',')
    unknown = set(variants) - set(VARIANTS)
    if unknown:
        sys.exit('tour.py: no variant %s; there are %s' % (', '.join(unknown), ', '.join(VARIANTS)))
    options.folder.mkdir(parents=True, exist_ok=True)
    for old in options.folder.glob('*.png'):
        old.unlink()
    given = options.workspace or driver.demo()
    workspace = options.folder / 'tour.accord'
    shutil.copyfile(given, workspace)
    try:
        pages = page_names(workspace)
        print('Pictures of %s:' % ', '.join(pages))
        for variant in variants:
            welcome(variant, options.folder)
            tour(variant, workspace, pages, options.folder)
        if options.report:
            path = options.folder / ('report-%s.xlsx' % quarter_of_today())
            driver.cli('report', workspace, '--quarter', quarter_of_today(), '--output', path, '--force')
            print("The quarter's report:\n  %s" % path)
    except SessionError as error:
        sys.exit('tour.py: %s' % error)
    finally:
        driver.close_all()
        workspace.unlink(missing_ok=True)


if __name__ == '__main__':
    main()
