/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "accord-verify.h"

static void
test_sound (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  assert_sound (fixture->path);
  rich_fill (fixture->workspace);
  before = file_digest (fixture->path);
  assert_sound (fixture->path);
  after = file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
  fixture_reopen (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/verify/sound", test_sound);

  return g_test_run ();
}
