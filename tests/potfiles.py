#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares po/POTFILES with the tree: every file with strings for people is listed, each listed one has some, sorted,
and xgettext has nothing against them.

With --write it mends the list instead."""
import pathlib
import re
import sys

from pseudo import extract

SOURCE = pathlib.Path(__file__).resolve().parents[1]
IN_C = re.compile(r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dgettext|g_dpgettext2?)\s*\(\s*"')
IN_XML = re.compile(r'translatable="(?:yes|true)"')
COMMENT_OR_MACRO = re.compile(r'/\*.*?\*/|//[^\n]*|^\s*#\s*define[^\n]*', re.DOTALL | re.MULTILINE)


def has_strings(path):
    if path.suffix == '.png':
        return False
    text = path.read_text()
    if path.suffix in ('.c', '.h'):
        return bool(IN_C.search(COMMENT_OR_MACRO.sub('', text)))
    if path.suffix == '.ui':
        return bool(IN_XML.search(text))
    return path.name.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml'))


def main():
    potfiles = SOURCE / 'po' / 'POTFILES'
    lines = potfiles.read_text().splitlines()
    listed = [line for line in lines if line and not line.startswith('#')]
    found = {str(path.relative_to(SOURCE)) for folder in ('data', 'src', 'ui') for path in (SOURCE / folder).rglob('*')
             if path.is_file() and has_strings(path)}
    if '--write' in sys.argv[1:]:
        potfiles.write_text('\n'.join([line for line in lines if line.startswith('#')] + sorted(found)) + '\n')
        return 0
    faults = ['po/POTFILES lacks %s' % name for name in sorted(found - set(listed))]
    faults += ['po/POTFILES lists %s, which has no strings or is not there' % n for n in sorted(set(listed) - found)]
    faults += ['po/POTFILES lists %s twice' % name for name in sorted({n for n in listed if listed.count(n) > 1})]
    if listed != sorted(listed):
        faults.append('po/POTFILES is not sorted')
    if not faults:
        faults = extract(SOURCE, listed)[1].splitlines()
    print('\n'.join(faults) if faults else 'POTFILES: %d files, all and only those with strings' % len(listed))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
