/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-name.h"

#define COMPOSED "Qu\xc3\xa9" "bec"    /* U+00E9 */
#define DECOMPOSED "Que\xcc\x81" "bec" /* e, U+0301 */
#define UPPER "QUE\xcc\x81" "BEC"

static void
test_equal (void)
{
  const struct
  {
    const char *a, *b;
    gboolean equal;
  } cases[] = {
    { "Joe", "Joe", TRUE },
    { " Joe\t", "Joe", TRUE },
    { "joe MARCHETTI", "Joe Marchetti", TRUE },
    { "Joe  Marchetti", "Joe Marchetti", FALSE }, /* blanks within count */
    { COMPOSED, DECOMPOSED, TRUE },
    { COMPOSED, UPPER, TRUE },
    { COMPOSED, "Quebec", FALSE },
    { "Stra\xc3\x9f" "e", "STRASSE", TRUE },
    { "", " ", TRUE },
    { "", "Joe", FALSE },
    { "\xff", "\xfe", FALSE }, /* neither is UTF-8 */
    { "\xff", "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = accord_name_key (cases[i].a);
      g_autofree char *b = accord_name_key (cases[i].b);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (accord_name_equal (cases[i].a, cases[i].b) == cases[i].equal);
      g_assert_true (accord_name_equal (cases[i].b, cases[i].a) == cases[i].equal);
      g_assert_true (g_str_equal (a, b) == cases[i].equal);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/equal", test_equal);

  return g_test_run ();
}
