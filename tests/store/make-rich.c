/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

/* make-rich FILE: a new workspace with something of every kind in it, for tests of other programs. */

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 2);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);
  accord_settings_set_name (settings, "Team");
  accord_settings_set_currency (settings, "USD");
  accord_settings_set_fiscal_start (settings, 1);
  workspace = accord_workspace_create (argv[1], settings, &error);
  g_assert_no_error (error);
  rich_fill (workspace);

  return 0;
}
