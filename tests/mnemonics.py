#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In no menu of ui/ do two entries have the same mnemonic: the second would be out of reach."""
import pathlib
import sys
from xml.etree import ElementTree

SOURCE = pathlib.Path(__file__).resolve().parents[1]


def labels(menu):
    """Those of the entries of a menu or section, without those of its submenus."""
    for child in menu:
        if child.tag in ('item', 'submenu'):
            yield from (a.text for a in child.findall('attribute') if a.get('name') == 'label')
        elif child.tag == 'section':
            yield from labels(child)


def clashes(menu):
    seen = {}
    for label in labels(menu):
        plain = label.replace('__', '')
        if '_' in plain[:-1]:
            seen.setdefault(plain[plain.index('_') + 1].lower(), []).append(label)
    return [both for both in seen.values() if len(both) > 1]


def main():
    faults = 0
    for path in sorted((SOURCE / 'ui').rglob('*.ui')):
        tree = ElementTree.parse(path)
        for menu in [*tree.iter('menu'), *tree.iter('submenu')]:
            for both in clashes(menu):
                print('%s: the same mnemonic: %s' % (path.relative_to(SOURCE), ', '.join(both)))
                faults += 1
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
