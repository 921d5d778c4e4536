/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cell-text.h"

static void
test_to_cell (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "Northwind", "Northwind" },
    { "North\twind", "North wind" },
    { "North\r\nwind\n", "North  wind " },
    { "Zürich\tÅ", "Zürich Å" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = accord_text_to_cell (cases[i].text);

      g_assert_cmpstr (cell, ==, cases[i].cell);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/cell-text/to-cell", test_to_cell);

  return g_test_run ();
}
