/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "accord-card.h"
#include "accord-clock.h"
#include "accord-member.h"

static void
count_items_changed (GListModel *list,
                     guint       position,
                     guint       removed,
                     guint       added,
                     guint      *count)
{
  (*count)++;
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *count)
{
  (*count)++;
}

static void
test_create (Fixture      *fixture,
             gconstpointer user_data)
{
  AccordSettings *settings = accord_workspace_get_settings (fixture->workspace);
  g_autoptr (AccordSettings) draft = accord_settings_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = g_build_filename (fixture->folder, "a", "b", "deep.accord", NULL);
  g_autofree char *folder = g_path_get_dirname (deep);
  g_autoptr (AccordWorkspace) other = NULL;
  struct stat status;

  g_assert_cmpstr (accord_settings_get_name (settings), ==, "Team");
  g_assert_cmpint (accord_settings_get_decimals (settings), ==, 2);
  g_assert_true (g_uuid_string_is_valid (accord_settings_get_uuid (settings)));
  g_assert_cmpint (accord_settings_get_created (settings), ==, accord_clock_today ());
  g_assert_false (accord_workspace_has_changed (fixture->workspace));
  g_assert_false (accord_workspace_is_read_only (fixture->workspace));

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  accord_settings_set_name (draft, "Deep");
  accord_settings_set_currency (draft, "JPY");
  other = accord_workspace_create (deep, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (accord_settings_get_decimals (accord_workspace_get_settings (other)), ==, 0);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_create_refuses (Fixture      *fixture,
                     gconstpointer user_data)
{
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autofree char *before = file_digest (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *link_path = g_build_filename (fixture->folder, "dangling", NULL);
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  accord_settings_set_name (settings, "Again");
  g_assert_null (accord_workspace_create (fixture->path, settings, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  after = file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (symlink ("nowhere", link_path), ==, 0);
  g_assert_null (accord_workspace_create (link_path, settings, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS);

  /* Nothing half-made is left behind. */
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 2); /* the workspace and the link */
}

static void
test_apply (Fixture      *fixture,
            gconstpointer user_data)
{
  GListModel *cards = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD);
  g_autoptr (AccordChange) change = accord_change_new ("Add Cards");
  g_autoptr (AccordCard) one = draft_card ("One");
  g_autoptr (AccordCard) two = draft_card ("Two");
  g_autoptr (AccordCard) edit = NULL;
  g_autoptr (AccordChange) again = accord_change_new ("Edit Card");
  g_autofree char *lists = NULL;
  g_autofree char *reread = NULL;
  g_autoptr (GError) error = NULL;
  AccordCard *live;
  guint n_changed = 0;
  guint n_notified = 0;

  g_signal_connect (cards, "items-changed", G_CALLBACK (count_items_changed), &n_changed);
  accord_change_put (change, one);
  accord_change_put (change, two);
  g_assert_true (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (cards), ==, 2);
  g_assert_cmpint (accord_record_get_id (ACCORD_RECORD (one)), ==, 1);
  g_assert_cmpint (accord_record_get_id (ACCORD_RECORD (two)), ==, 2);
  g_assert_true (accord_workspace_has_changed (fixture->workspace));

  live = accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, 2);
  g_assert_nonnull (live);
  g_assert_true (live != two);
  edit = accord_record_copy (live);
  accord_card_set_title (edit, "Two, edited");
  accord_card_set_impact (edit, 5);
  g_signal_connect (live, "notify", G_CALLBACK (count_notify), &n_notified);
  accord_change_put (again, edit);
  g_assert_true (accord_workspace_apply (fixture->workspace, again, &error));
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (accord_card_get_title (live), ==, "Two, edited");

  /* The same draft once more is no change, and no step of undo. */
  g_assert_true (accord_workspace_apply (fixture->workspace, again, &error));
  g_assert_true (accord_workspace_undo (fixture->workspace, &error));
  g_assert_cmpstr (accord_card_get_title (live), ==, "Two");
  g_assert_cmpint (accord_card_get_impact (live), ==, 3);
  g_assert_true (accord_workspace_redo (fixture->workspace, &error));

  lists = dump_lists (fixture->workspace);
  fixture_reopen (fixture);
  reread = dump_lists (fixture->workspace);
  g_assert_cmpstr (lists, ==, reread);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  fixture_add ("/workspace/create", test_create);
  fixture_add ("/workspace/create-refuses", test_create_refuses);
  fixture_add ("/workspace/apply", test_apply);

  return g_test_run ();
}
