#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at what the source includes, and at its shape: the rules of CONTRIBUTING.md that a compiler does not know.

Floors see only the floors below them; sqlite3.h belongs to store, xlsxwriter.h, csv.h and uchardet.h to exchange, GTK
to app. No include climbs out of its folder, no file passes 600 lines, each has its licence line, and headers have
#pragma once.
"""
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[1]
FLOORS = {'model': [], 'store': ['model'], 'exchange': ['model', 'store'], 'cli': ['model', 'store', 'exchange'],
          'app': ['model', 'store', 'exchange']}
OWN_TO = {r'sqlite3(ext)?\.h': {'store'}, r'xlsxwriter(/.*)?\.h': {'exchange'},
          r'(gtk|gdk|gsk|adwaita|adw|graphene)(/.*|-[^/]*)?\.h': {'app'},
          r'csv\.h': {'exchange'}, r'(uchardet/)?uchardet\.h': {'exchange'},
          r'(pango|cairo)(/.*|-[^/]*)?\.h': {'exchange', 'app'}}
LONGEST = 600
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.MULTILINE)
LICENSED = ('.c', '.h', '.py', '.sh', '.sql', '.ui', '.css', '.build', '.svg')


def sources(*suffixes):
    for folder in ('.ci', 'data', 'src', 'ui', 'tests', 'po'):
        for path in sorted((SOURCE / folder).rglob('*')):
            if path.is_file() and path.suffix in suffixes and '__pycache__' not in path.parts:
                yield path
    if '.build' in suffixes:
        yield SOURCE / 'meson.build'


def faults():
    headers = {}
    for path in sources('.h'):
        if path.is_relative_to(SOURCE / 'src'):
            headers.setdefault(path.name, set()).add(path.relative_to(SOURCE / 'src').parts[0])
    for name, floors in headers.items():
        if len(floors) > 1:
            yield '%s: on more than one floor: %s' % (name, ', '.join(sorted(floors)))

    for path in sources('.c', '.h'):
        text = path.read_text()
        where = path.relative_to(SOURCE)
        for bracket, included in INCLUDE.findall(text):
            if '..' in pathlib.PurePath(included).parts:
                yield '%s: "%s" climbs out of its folder' % (where, included)
            if where.parts[0] != 'src':
                continue  # tests look at any floor
            floor = where.parts[1]
            for pattern, owners in OWN_TO.items():
                if re.fullmatch(pattern, included) and floor not in owners:
                    yield '%s: <%s> belongs to src/%s' % (where, included, '/'.join(owners))
            other = next(iter(headers.get(pathlib.PurePath(included).name, {floor})))
            if other != floor and other not in FLOORS[floor]:
                yield '%s: "%s" is on floor %s, which %s may not see' % (where, included, other, floor)
        if path.suffix == '.h' and '#pragma once' not in text:
            yield '%s: no #pragma once' % where

    for path in sources('.c', '.h', '.py', '.sql', '.ui'):
        lines = path.read_text().count('\n')
        if lines > LONGEST and path.parent.name != 'fixtures':
            yield '%s: %d lines, more than %d' % (path.relative_to(SOURCE), lines, LONGEST)

    for path in sources(*LICENSED):
        text = path.read_text()
        if text.strip() and 'SPDX-License-Identifier:' not in '\n'.join(text.splitlines()[:4]):
            yield '%s: no SPDX-License-Identifier in its first lines' % path.relative_to(SOURCE)


def main():
    found = sorted(set(faults()))
    print('\n'.join(found) if found else 'floors: as they should be')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
