/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-lines.h"

/* Every blank or mark that is not among the words: what is expected is joined by |. */
static const struct
{
  const char *text;
  const char *wanted;
} cases[] = {
  { "", "" },
  { "\n \n\t\r\n", "" },
  { "One", "One" },
  { "One\nTwo\r\nThree\rFour", "One|Two|Three|Four" },
  { "One\u2028Two", "One|Two" },
  { "\ufeffOne", "One" },
  { "  One  \n\n\n Two\t", "One|Two" },
  { "- One\n* Two\n+ Three\n• Four\n– Five", "One|Two|Three|Four|Five" },
  { "•\tFrom a word processor\n\u00b7\u00a0No-break", "From a word processor|No-break" },
  { "  ◦ Nested\n    ▪ Deeper", "Nested|Deeper" },
  { "1. One\n2) Two\n(3) Three\n10. Ten\n100. Hundred", "One|Two|Three|Ten|Hundred" },
  { "- [ ] Open\n- [x] Done\n[X] Bare\n☐ Box", "Open|Done|Bare|Box" },
  /* What only looks like a mark stays. */
  { "-5 % churn\n*really*\n1.5 times\n2026. A year\n3D\n(a) letter\n(4. both", "-5 % churn|*really*|1.5 times|2026. A year|3D|(a) letter|(4. both" },
  { "12 new customers\n[y] no box", "12 new customers|[y] no box" },
  /* Only the first mark goes, and a line that is nothing but one. */
  { "- - Twice\n- 1. Both\n-\n1.\n-   \n[ ]", "- Twice|1. Both" },
  { "Quota\tReached", "Quota Reached" },
  { "Größe ✓\n- Ärger", "Größe ✓|Ärger" },
  { "bad \xff byte", "bad \ufffd byte" },
};

static void
test_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) titles = accord_board_read_lines (cases[i].text);
      g_autofree char *joined = g_strjoinv ("|", titles);

      g_assert_cmpstr (joined, ==, cases[i].wanted);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-lines/read", test_lines);

  return g_test_run ();
}
