#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pseudo-locale changes what people read and nothing else."""
import re
import unittest

from pseudo import pseudo, translate


class Pseudo(unittest.TestCase):
    def test_letters_are_accented_and_the_text_is_longer(self):
        text = 'Performance conversations'
        made = pseudo(text)
        self.assertTrue(made.startswith('⟦') and made.endswith('⟧'))
        self.assertFalse(re.search('[A-Za-z]', made), made)
        self.assertGreaterEqual(len(made) - 2, 1.3 * len(text))

    def test_directives_and_markup_stay(self):
        for text, kept in (('%d of %s goals', ['%d', '%s']), ('%1$s: %2$.1f %%', ['%1$s', '%2$.1f', '%%']),
                           ('<b>Bold</b> &amp; more', ['<b>', '</b>', '&amp;']), ('%-d %B %Y', ['%-d', '%B', '%Y']),
                           ('%" of %lld', ['%lld']), ('{name} is late', ['{name}'])):
            made = pseudo(text)
            for part in kept:
                self.assertIn(part, made)

    def test_mnemonics_stay_plain(self):
        self.assertIn('_S', pseudo('_Save'))
        self.assertIn('_x', pseudo('E_xport'))

    def test_blanks_and_line_breaks_round_it_stay(self):
        made = pseudo('  Two\nlines\n')
        self.assertTrue(made.startswith('  ⟦') and made.endswith('⟧\n'), made)
        self.assertEqual(made.count('\n'), 2)
        self.assertEqual(pseudo(''), '')

    def test_lists_of_desktop_files_stay_lists(self):
        self.assertEqual(pseudo('goals;quota;').count(';'), 2)

    def test_plurals_and_contexts(self):
        po = translate('msgid ""\nmsgstr "Content-Type: x\\n"\n\n#: a.c:1\n#, c-format\nmsgctxt "role"\n'
                       'msgid "%d card"\nmsgid_plural ""\n"%d "\n"cards"\nmsgstr[0] ""\nmsgstr[1] ""\n')
        self.assertIn('Plural-Forms: nplurals=2; plural=n != 1;', po)
        self.assertIn('msgctxt "role"', po)
        self.assertRegex(po, r'msgstr\[0\] "⟦%d çářď')
        self.assertRegex(po, r'msgstr\[1\] "⟦%d çářďš')
        self.assertIn('#, c-format', po)


if __name__ == '__main__':
    unittest.main()
