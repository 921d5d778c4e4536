/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
restore (const char *backup,
         const char *path,
         char      **kept_as)
{
  g_autoptr (GError) error = NULL;

  accord_backup_restore (backup, path, kept_as, NULL, &error);
  g_assert_no_error (error);
  assert_sound (path);
  assert_same_content (backup, path);
  g_assert_cmpint (mode_of (path), ==, 0600);
}

static void
test_restore_into_sound (Fixture      *fixture,
                         gconstpointer user_data)
{
  g_autofree char *backup = path_in (fixture, "backup.accord");
  g_autofree char *kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (AccordRecord) card = draft_card ("After the backup");
  g_autoptr (GPtrArray) backups = NULL;
  struct stat first;
  struct stat second;

  rich_fill (fixture->workspace);
  write_backup (fixture->path, backup);
  put (fixture->workspace, card);
  before = dump_file (fixture->path);
  g_assert_cmpint (g_stat (fixture->path, &first), ==, 0);

  /* While it is open. */
  restore (backup, fixture->path, &kept);
  g_assert_null (kept);
  g_assert_cmpint (g_stat (fixture->path, &second), ==, 0);
  g_assert_cmpuint (first.st_ino, ==, second.st_ino);
  fixture_reopen (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, G_OBJECT_TYPE (card))), ==,
                    RICH_N_CARDS);

  /* What was there before lies among the automatic backups. */
  backups = list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, 2);
  for (guint i = 0; i < backups->len; i++)
    {
      AccordBackup *one = backups->pdata[i];

      if (one->automatic)
        saved = dump_file (one->path);
    }
  g_assert_cmpstr (saved, ==, before);
}

static void
test_restore_damaged (Fixture      *fixture,
                      gconstpointer user_data)
{
  g_autofree char *backup = path_in (fixture, "backup.accord");
  g_autofree char *missing = path_in (fixture, "missing.accord");
  g_autofree char *bytes = NULL;
  gsize length = 0;
  guint n_files;

  rich_fill (fixture->workspace);
  g_clear_object (&fixture->workspace);
  write_backup (fixture->path, backup);
  restore (backup, missing, NULL);

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  n_files = count_files (fixture->folder);
  for (guint i = 0; i < 4; i++)
    {
      const gsize lengths[] = { length, length / 2, 3, 0 };
      g_autofree char *kept = NULL;
      g_autofree char *damaged = g_memdup2 (bytes, length);
      g_autofree char *found = NULL;
      gsize found_length = 0;

      memset (damaged, 'x', MIN (length, 3000));
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
      g_assert_true (g_file_set_contents (fixture->path, damaged, (gssize) lengths[i], NULL));
      g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
      restore (backup, fixture->path, &kept);

      g_assert_nonnull (kept);
      g_assert_true (g_str_has_prefix (kept, fixture->path));
      g_assert_nonnull (strstr (kept, ".damaged-"));
      g_assert_cmpint (mode_of (kept), ==, 0600);
      g_assert_true (g_file_get_contents (kept, &found, &found_length, NULL));
      g_assert_cmpmem (found, found_length, damaged, lengths[i]);
      g_assert_cmpuint (count_files (fixture->folder), ==, n_files + i + 1);
    }
}

static void
test_restore_refuses (Fixture      *fixture,
                      gconstpointer user_data)
{
  g_autofree char *backup = path_in (fixture, "backup.accord");
  g_autofree char *missing = path_in (fixture, "missing.accord");
  g_autofree char *message = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  rich_fill (fixture->workspace);
  g_clear_object (&fixture->workspace);
  write_backup (fixture->path, backup);
  g_assert_false (accord_backup_restore (fixture->path, fixture->path, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (accord_backup_restore (missing, fixture->path, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  message = tamper (fixture->path, "PRAGMA user_version = 1000");
  g_assert_cmpstr (message, ==, NULL);
  before = file_digest (fixture->path);
  g_assert_false (accord_backup_restore (backup, fixture->path, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NEWER);
  g_clear_error (&error);

  message = tamper (backup, "UPDATE goal SET title = 'x'");
  g_assert_cmpstr (message, ==, NULL);
  g_assert_false (accord_backup_restore (backup, fixture->path, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (accord_backup_restore (backup, missing, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  after = file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/restore/into-sound", test_restore_into_sound);
  fixture_add ("/restore/damaged", test_restore_damaged);
  fixture_add ("/restore/refuses", test_restore_refuses);

  return fixture_run_isolated ();
}
