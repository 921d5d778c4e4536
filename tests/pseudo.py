#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pseudo-locale: every string of po/POTFILES accented, a third longer, and in brackets.

    pseudo.py SOURCE STAMP [DEPFILE]

writes en@pseudo/LC_MESSAGES/accord.mo beside STAMP. What is seen without ⟦ ⟧ in a program that runs with
LANG=C.UTF-8 LANGUAGE=en@pseudo is not translatable; what is cut off would be cut off in German. printf directives,
markup, entities, mnemonics and line breaks stay as they are, so that the program runs as with any translation.

Beside it comes an Arabic catalogue without a single string: LANGUAGE=ar mirrors the window then. (GLib has GTK follow
a language only where the program itself has a catalogue of it.)
"""
import os
import pathlib
import re
import subprocess
import sys

LANGUAGE = 'en@pseudo'
MIRRORED = 'ar'
ACCENTED = str.maketrans(
    'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
    'áƀçďéƒğĥíĵķĺɱñóƥɋřšťúṽŵẋýžÁƁÇĎÉƑĞĤÍĴĶĹṀÑÓƤɊŘŠŤÚṼŴẊÝŽ')
FILLER = ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.translate(ACCENTED)
# What must come through untouched: printf directives, markup and entities, strftime directives, ${…} and {…}.
KEPT = re.compile(r'%(?:\d+\$)?[-+ #0\']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t|L)?[a-zA-Z%]'
                  r'|</?[a-zA-Z][^<>]*>|&[a-zA-Z#0-9]+;|\$?\{[^{}]*\}|\\.')
MEANT_FOR_THE_PROGRAM = {'translator-credits', 'default:LTR', 'default:RTL'}


def pseudo(text):
    """The pseudo-translation of one string."""
    if not text.strip() or text in MEANT_FOR_THE_PROGRAM:
        return text
    if text.endswith(';') and text.count(';') > 1:  # a list of a desktop file, its separators meant for programs
        return ''.join(pseudo(part) + ';' for part in text[:-1].split(';'))
    lead = re.match(r'\s*', text).group()
    tail = re.search(r'\s*$', text).group()
    body = text[len(lead):len(text) - len(tail)]
    pieces, at = [], 0
    for kept in KEPT.finditer(body):
        pieces += [body[at:kept.start()].translate(ACCENTED), kept.group()]
        at = kept.end()
    pieces.append(body[at:].translate(ACCENTED))
    letters = sum(c.isalpha() for c in KEPT.sub('', body))
    wanted = max(1, round(letters * 0.35)) if letters else 0
    filler = (FILLER * (1 + wanted // len(FILLER)))[:wanted]
    # A mnemonic's underscore stays in front of its letter, which stays plain: Alt+é is on no keyboard.
    plain = re.sub(r'_(\w)', lambda m: '_' + body_letter(body, m), ''.join(pieces))
    return lead + '⟦' + plain + filler + '⟧' + tail


def body_letter(body, match):
    """The letter of the original's mnemonic, as there is at most one in a string."""
    found = re.search(r'_(\w)', body)
    return found.group(1) if found and body.count('_') == 1 else match.group(1)


# --- PO files -------------------------------------------------------------------------------------------------------

def unquote(lines):
    text = ''.join(re.match(r'[^"]*"(.*)"\s*$', line).group(1) for line in lines)
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m.group(1), m.group(1)), text)


def quote(text):
    text = text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t')
    return '"%s"' % text


def header(language):
    return ['msgstr ""', quote('Language: %s\n' % language), quote('MIME-Version: 1.0\n'),
            quote('Content-Type: text/plain; charset=UTF-8\n'), quote('Content-Transfer-Encoding: 8bit\n'),
            quote('Plural-Forms: nplurals=2; plural=n != 1;\n')]


def translate(pot):
    """The .po text for a .pot text."""
    out = []
    for entry in re.split(r'\n\n+', pot.strip()):
        fields, name = {}, None
        for line in entry.splitlines():
            found = re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) ', line)
            if found:
                name = found.group(1)
                fields[name] = [line]
            elif line.startswith('"') and name:
                fields[name].append(line)
        if 'msgid' not in fields:
            continue
        one = unquote(fields['msgid'])
        out += [line for line in entry.splitlines() if line.startswith('#,') and 'fuzzy' not in line]
        out += fields.get('msgctxt', []) + fields['msgid']
        if one == '':
            out += header(LANGUAGE)
        elif 'msgid_plural' in fields:
            many = unquote(fields['msgid_plural'])
            out += fields['msgid_plural'] + ['msgstr[0] ' + quote(pseudo(one)), 'msgstr[1] ' + quote(pseudo(many))]
        else:
            out.append('msgstr ' + quote(pseudo(one)))
        out.append('')
    return '\n'.join(out)


def listed(source):
    lines = (source / 'po' / 'POTFILES').read_text().splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def install(folder, language, po_text):
    place = folder / language / 'LC_MESSAGES'
    place.mkdir(parents=True, exist_ok=True)
    po = place / 'accord.po'
    po.write_text(po_text)
    subprocess.run(['msgfmt', '--check-format', '--output-file=%s' % (place / 'accord.mo'), str(po)], check=True)


def extract(source, files):
    """The .pot text, and what xgettext has against the strings."""
    command = ['xgettext', '--from-code=UTF-8', '--add-comments', '--output=-', '--directory=%s' % source,
               '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2',
               '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
               '--flag=g_strdup_printf:1:c-format', '--flag=g_string_append_printf:2:c-format',
               '--flag=g_set_error:4:c-format', '--flag=ngettext:1:pass-c-format', '--flag=_:1:pass-c-format']
    done = subprocess.run(command + files, check=True, capture_output=True, text=True)
    return done.stdout, done.stderr


def main():
    source, stamp = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    # A file that is listed and not there fails the POTFILES check, not the build.
    files = [name for name in listed(source) if (source / name).exists()]
    pot, complaints = extract(source, files)
    sys.stderr.write(complaints)
    install(stamp.parent, LANGUAGE, translate(pot))
    if MIRRORED not in (source / 'po' / 'LINGUAS').read_text().split():
        install(stamp.parent, MIRRORED, '\n'.join(['msgid ""'] + header(MIRRORED)) + '\n')
    stamp.write_text('')
    if len(sys.argv) > 3:
        needs = [str(source / name) for name in ['po/POTFILES', 'po/LINGUAS', 'tests/pseudo.py'] + files]
        pathlib.Path(sys.argv[3]).write_text('%s: %s\n' % (os.path.basename(sys.argv[2]),
                                                           ' '.join(n.replace(' ', '\\ ') for n in needs)))


if __name__ == '__main__':
    main()
