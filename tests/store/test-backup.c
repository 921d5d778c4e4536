/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* unshare */

#include "rich.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include "accord-backup.h"

static void
assert_not_written (const char      *path,
                    const char      *dest,
                    gboolean         overwrite,
                    AccordStoreError code)
{
  g_autofree char *folder = g_path_get_dirname (dest);
  guint n_files = count_files (folder);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (dest, G_FILE_TEST_IS_REGULAR))
    before = file_digest (dest);
  g_assert_false (accord_backup_write (path, dest, overwrite, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, (int) code);
  if (before != NULL)
    after = file_digest (dest);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (folder), ==, n_files);
}

static void
note_progress (double   fraction,
               gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_write (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autofree char *dest = path_in (fixture, "copy.accord");
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  AccordBackup *backup;
  double progress = 0;
  mode_t mask = umask (0);

  /* Beside the window's own connection. */
  rich_fill (fixture->workspace);
  g_assert_true (accord_backup_write (fixture->path, dest, FALSE, note_progress, &progress, NULL, &error));
  g_assert_no_error (error);
  umask (mask);

  g_assert_cmpfloat (progress, ==, 1);
  g_assert_cmpint (mode_of (dest), ==, 0600);
  assert_sound (dest);
  assert_same_content (fixture->path, dest);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2 + (g_access (journal, F_OK) == 0));

  backups = list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = backups->pdata[0];
  g_assert_cmpstr (backup->path, ==, dest);
  g_assert_true (backup->verified);
  g_assert_false (backup->automatic);
  g_assert_cmpint (backup->members, ==, 4);
  g_assert_cmpint (backup->goals, ==, 4);
  g_assert_cmpint (backup->cards, ==, RICH_N_CARDS);
  g_assert_cmpint (backup->conversations, ==, 6);
}

static void
test_refuses (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autofree char *dest = path_in (fixture, "copy.accord");
  g_autofree char *same = path_in (fixture, "same.accord");
  g_autofree char *symbolic = path_in (fixture, "symbolic.accord");
  g_autofree char *nowhere = path_in (fixture, "no/such/folder.accord");
  g_autofree char *missing = path_in (fixture, "missing.accord");
  g_autofree char *folder = path_in (fixture, "folder");
  g_autoptr (AccordRecord) card = draft_card ("Another");
  g_autoptr (GError) error = NULL;

  write_backup (fixture->path, dest);
  put (fixture->workspace, card);
  assert_not_written (fixture->path, dest, FALSE, ACCORD_STORE_ERROR_EXISTS);
  g_assert_true (accord_backup_write (fixture->path, dest, TRUE, NULL, NULL, NULL, &error));
  assert_same_content (fixture->path, dest);

  g_assert_cmpint (link (fixture->path, same), ==, 0);
  g_assert_cmpint (symlink (fixture->path, symbolic), ==, 0);
  assert_not_written (fixture->path, fixture->path, TRUE, ACCORD_STORE_ERROR_EXISTS);
  assert_not_written (fixture->path, same, TRUE, ACCORD_STORE_ERROR_EXISTS);
  assert_not_written (fixture->path, symbolic, TRUE, ACCORD_STORE_ERROR_EXISTS);
  g_assert_cmpint (g_unlink (same), ==, 0);
  assert_not_written (fixture->path, nowhere, FALSE, ACCORD_STORE_ERROR_NOT_FOUND);
  assert_not_written (missing, same, FALSE, ACCORD_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  assert_not_written (fixture->path, folder, TRUE, ACCORD_STORE_ERROR_IO);
}

/* A bad file must not push out a good backup. */
static void
test_bad_source (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autofree char *dest = path_in (fixture, "good.accord");
  g_autofree char *fresh = path_in (fixture, "fresh.accord");
  g_autofree char *bytes = NULL;
  g_autofree char *message = NULL;
  g_autofree char *automatic = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  rich_fill (fixture->workspace);
  g_setenv ("ACCORD_TODAY", "2026-01-05", TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_free (automatic);
      automatic = accord_backup_write_automatic (fixture->path, NULL, &error);
      g_assert_no_error (error);
    }
  write_backup (fixture->path, dest);
  g_clear_object (&fixture->workspace);
  before = list_backups (fixture->path);
  g_assert_cmpuint (before->len, ==, 3);

  /* By now one of the two automatic ones of that day would go. */
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);
  message = tamper (fixture->path, "UPDATE actual SET value = 7 WHERE member = 1 AND metric = 1");
  g_assert_cmpstr (message, ==, NULL);
  assert_not_written (fixture->path, dest, TRUE, ACCORD_STORE_ERROR_DAMAGED);
  assert_not_written (fixture->path, fresh, FALSE, ACCORD_STORE_ERROR_DAMAGED);
  g_assert_null (accord_backup_write_automatic (fixture->path, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length / 2, NULL));
  assert_not_written (fixture->path, dest, TRUE, ACCORD_STORE_ERROR_DAMAGED);
  g_assert_null (accord_backup_write_automatic (fixture->path, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_not_written (fixture->path, dest, TRUE, ACCORD_STORE_ERROR_EMPTY);
  g_assert_null (accord_backup_write_automatic (fixture->path, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EMPTY);

  /* They are found by where the workspace was, now that it does not say who it is. */
  after = list_backups (fixture->path);
  g_assert_cmpuint (after->len, ==, 3);
  g_unsetenv ("ACCORD_TODAY");
}

static void
cancel_when_called (double   fraction,
                    gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autofree char *dest = path_in (fixture, "copy.accord");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) backups = NULL;
  guint n_files;

  rich_fill (fixture->workspace);
  n_files = count_files (fixture->folder);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      /* In the middle first, then before the beginning. */
      g_assert_false (accord_backup_write (fixture->path, dest, FALSE, cancel_when_called, cancellable, cancellable,
                                           &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
    }
  backups = list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, 0);
}

/* Runs function in a process of its own; what it asserts counts. */
static void
run_in_child (void   (*function) (Fixture *fixture, gpointer user_data),
              Fixture *fixture,
              gpointer user_data)
{
  int status = 0;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      function (fixture, user_data);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
limit_file_size (Fixture *fixture,
                 gpointer user_data)
{
  const struct rlimit limit = { 100 * 1024, 100 * 1024 };
  g_autofree char *dest = path_in (fixture, "copy.accord");
  g_autofree char *backup = path_in (fixture, "backup.accord");
  g_autofree char *new = path_in (fixture, "new.accord");
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_not_written (fixture->path, dest, FALSE, ACCORD_STORE_ERROR_FULL);
  assert_not_written (fixture->path, backup, TRUE, ACCORD_STORE_ERROR_FULL);
  g_assert_false (accord_backup_restore (backup, new, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (accord_backup_restore (backup, fixture->path, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL);
}

static void
fill_small_disk (Fixture *fixture,
                 gpointer user_data)
{
  g_autofree char *disk = path_in (fixture, "disk");
  g_autofree char *dest = g_build_filename (disk, "copy.accord", NULL);
  g_autofree char *damaged = g_build_filename (disk, "damaged.accord", NULL);
  g_autoptr (GError) error = NULL;

  /* Only root may; the limit on the size of files has told the same to everybody else. */
  if (unshare (CLONE_NEWNS) != 0 || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || g_mkdir (disk, 0700) != 0 || mount ("tmpfs", disk, "tmpfs", 0, "size=200k") != 0)
    return;

  assert_not_written (fixture->path, dest, FALSE, ACCORD_STORE_ERROR_FULL);
  g_assert_true (g_file_set_contents (damaged, "SQLite format 3", 16, NULL));
  g_assert_false (accord_backup_restore (fixture->path, damaged, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL);
  g_assert_cmpuint (count_files (disk), ==, 1);
  g_assert_cmpint (g_unlink (damaged), ==, 0);
}

static void
test_full_disk (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autofree char *backup = path_in (fixture, "backup.accord");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  rich_fill (fixture->workspace);
  g_clear_object (&fixture->workspace);
  write_backup (fixture->path, backup);
  before = dump_file (fixture->path);
  run_in_child (limit_file_size, fixture, NULL);
  run_in_child (fill_small_disk, fixture, NULL);
  assert_sound (fixture->path);
  assert_sound (backup);
  after = dump_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static char *
write_automatic_on (Fixture    *fixture,
                    const char *day)
{
  g_autoptr (GError) error = NULL;
  char *path;

  g_setenv ("ACCORD_TODAY", day, TRUE);
  path = accord_backup_write_automatic (fixture->path, NULL, &error);
  g_unsetenv ("ACCORD_TODAY");
  g_assert_no_error (error);
  g_assert_nonnull (path);

  return path;
}

static void
test_automatic (Fixture      *fixture,
                gconstpointer user_data)
{
  const char *uuid = accord_settings_get_uuid (accord_workspace_get_settings (fixture->workspace));
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "accord", "backups", uuid, NULL);
  g_autofree char *index = g_build_filename (folder, "index.ini", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  mode_t mask = umask (0);
  char *paths[12];

  /* All within one second. */
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *lies_in = NULL;

      paths[i] = write_automatic_on (fixture, "2026-11-23");
      lies_in = g_path_get_dirname (paths[i]);
      g_assert_cmpstr (lies_in, ==, folder);
      g_assert_cmpint (mode_of (paths[i]), ==, 0600);
    }
  umask (mask);
  g_assert_cmpint (mode_of (folder), ==, 0700);
  g_assert_cmpint (mode_of (index), ==, 0600);
  g_assert_cmpuint (count_files (folder), ==, G_N_ELEMENTS (paths) + 1);
  assert_same_content (paths[0], fixture->path);

  backups = list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, G_N_ELEMENTS (paths));
  for (guint i = 0; i < backups->len; i++)
    {
      AccordBackup *backup = backups->pdata[i];

      g_assert_cmpstr (backup->path, ==, paths[G_N_ELEMENTS (paths) - 1 - i]);
      g_assert_cmpstr (backup->made, ==, "2026-11-23T12:00:00Z");
      g_assert_true (backup->automatic);
      g_assert_true (backup->verified);
    }

  /* Without its index they are still there, only that nobody knows whether they were verified. */
  g_assert_cmpint (g_unlink (index), ==, 0);
  g_ptr_array_unref (g_steal_pointer (&backups));
  backups = list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, G_N_ELEMENTS (paths));
  g_assert_false (((AccordBackup *) backups->pdata[0])->verified);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_free (paths[i]);
}

/* What a process leaves that is killed in the middle of a backup, that long after 1970. */
static char *
leave_abandoned (Fixture *fixture,
                 time_t   made)
{
  const char *uuid = accord_settings_get_uuid (accord_workspace_get_settings (fixture->workspace));
  g_autofree char *name = g_strdup_printf (".backup.%06ld", (long) (made % 1000000));
  char *path = g_build_filename (g_get_user_data_dir (), "accord", "backups", uuid, name, NULL);
  const struct utimbuf times = { made, made };

  g_assert_true (g_file_set_contents (path, "half", -1, NULL));
  g_assert_cmpint (utime (path, &times), ==, 0);

  return path;
}

static void
test_thinned (Fixture      *fixture,
              gconstpointer user_data)
{
  static const char *const days[] = {
    "2026-01-05", "2026-01-20", "2026-02-03", "2026-02-20", "2026-03-01", "2026-03-31", "2026-05-01", "2026-05-02",
    "2026-05-20",
    "2026-05-20", "2026-05-20", "2026-05-30", "2026-05-30", "2026-05-31", "2026-05-31",
  };
  /* All of the last day (30 May at noon is a day before 31 May at noon), one a day since 30 April, one a month
   * before. */
  static const char *const left[] = {
    "2026-05-31", "2026-05-31", "2026-05-30", "2026-05-30", "2026-05-20", "2026-05-02", "2026-05-01", "2026-03-31",
    "2026-02-20",
    "2026-01-20",
  };
  g_autofree char *elsewhere = path_in (fixture, "elsewhere.accord");
  g_autofree char *abandoned = NULL;
  g_autofree char *being_made = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_setenv ("ACCORD_TODAY", "2026-01-01", TRUE);
  write_backup (fixture->path, elsewhere);
  g_free (write_automatic_on (fixture, days[0]));
  abandoned = leave_abandoned (fixture, 0);
  being_made = leave_abandoned (fixture, g_get_real_time () / G_USEC_PER_SEC);
  for (guint i = 1; i < G_N_ELEMENTS (days); i++)
    g_free (write_automatic_on (fixture, days[i]));
  g_assert_false (g_file_test (abandoned, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (being_made, G_FILE_TEST_EXISTS));

  backups = list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, G_N_ELEMENTS (left) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      AccordBackup *backup = backups->pdata[i];

      g_assert_true (g_str_has_prefix (backup->made, left[i]));
      g_assert_true (backup->automatic);
    }
  /* The last of the three of 20 May. */
  g_assert_true (g_str_has_suffix (((AccordBackup *) backups->pdata[4])->path, "-3.accord"));
  g_assert_cmpstr (((AccordBackup *) backups->pdata[G_N_ELEMENTS (left)])->path, ==, elsewhere);

  g_assert_cmpint (g_unlink (elsewhere), ==, 0);
  g_ptr_array_unref (g_steal_pointer (&backups));
  backups = list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, G_N_ELEMENTS (left));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/backup/write", test_write);
  fixture_add ("/backup/refuses", test_refuses);
  fixture_add ("/backup/bad-source", test_bad_source);
  fixture_add ("/backup/cancel", test_cancel);
  fixture_add ("/backup/full-disk", test_full_disk);
  fixture_add ("/backup/automatic", test_automatic);
  fixture_add ("/backup/thinned", test_thinned);

  return fixture_run_isolated ();
}
