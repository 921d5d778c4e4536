/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk.h"
#include "rich.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "accord-backup.h"

/* A layer over the system's file layer that kills the process at the n-th call that changes a file: what kill -9
 * does, at every place where it matters. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} CutFile;

static sqlite3_vfs *real_vfs;
static guint n_changes;
static guint cut_at; /* 0: never */

static sqlite3_file *
real_file (sqlite3_file *file)
{
  return ((CutFile *) file)->real;
}

static void
count_change (void)
{
  if (++n_changes == cut_at)
    kill (getpid (), SIGKILL);
}

static int
cut_close (sqlite3_file *file)
{
  int code = real_file (file)->pMethods->xClose (real_file (file));

  g_free (real_file (file));

  return code;
}

static int
cut_read (sqlite3_file *file,
          void         *bytes,
          int           length,
          sqlite3_int64 offset)
{
  return real_file (file)->pMethods->xRead (real_file (file), bytes, length, offset);
}

static int
cut_write (sqlite3_file *file,
           const void   *bytes,
           int           length,
           sqlite3_int64 offset)
{
  /* Half of it is written. */
  if (n_changes + 1 == cut_at)
    real_file (file)->pMethods->xWrite (real_file (file), bytes, length / 2, offset);
  count_change ();

  return real_file (file)->pMethods->xWrite (real_file (file), bytes, length, offset);
}

static int
cut_truncate (sqlite3_file *file,
              sqlite3_int64 size)
{
  count_change ();

  return real_file (file)->pMethods->xTruncate (real_file (file), size);
}

static int
cut_sync (sqlite3_file *file,
          int           flags)
{
  count_change ();

  return real_file (file)->pMethods->xSync (real_file (file), flags);
}

static int
cut_file_size (sqlite3_file  *file,
               sqlite3_int64 *size)
{
  return real_file (file)->pMethods->xFileSize (real_file (file), size);
}

static int
cut_lock (sqlite3_file *file,
          int           level)
{
  return real_file (file)->pMethods->xLock (real_file (file), level);
}

static int
cut_unlock (sqlite3_file *file,
            int           level)
{
  return real_file (file)->pMethods->xUnlock (real_file (file), level);
}

static int
cut_check_reserved_lock (sqlite3_file *file,
                         int          *result)
{
  return real_file (file)->pMethods->xCheckReservedLock (real_file (file), result);
}

static int
cut_file_control (sqlite3_file *file,
                  int           operation,
                  void         *argument)
{
  return real_file (file)->pMethods->xFileControl (real_file (file), operation, argument);
}

static int
cut_sector_size (sqlite3_file *file)
{
  return real_file (file)->pMethods->xSectorSize (real_file (file));
}

static int
cut_device_characteristics (sqlite3_file *file)
{
  return real_file (file)->pMethods->xDeviceCharacteristics (real_file (file));
}

static int
cut_open (sqlite3_vfs *vfs,
          const char  *name,
          sqlite3_file *file,
          int          flags,
          int         *out_flags)
{
  static const sqlite3_io_methods methods = {
    1, cut_close, cut_read, cut_write, cut_truncate, cut_sync, cut_file_size, cut_lock, cut_unlock,
    cut_check_reserved_lock,
    cut_file_control, cut_sector_size, cut_device_characteristics,
  };
  CutFile *self = (CutFile *) file;
  int code;

  self->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  self->base.pMethods = code == SQLITE_OK ? &methods : NULL;
  if (code != SQLITE_OK)
    g_clear_pointer (&self->real, g_free);

  return code;
}

static void
cut_install (guint at)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "cut";
  vfs.szOsFile = sizeof (CutFile);
  vfs.xOpen = cut_open;
  n_changes = 0;
  cut_at = at;
  sqlite3_vfs_register (&vfs, 1);
}

/* Restores in a process that is cut off at the at-th change; TRUE where it came to its end before. n_made says how
 * many changes that took. */
static gboolean
restore_cut_at (const char *backup,
                const char *path,
                guint       at,
                guint      *n_made)
{
  int ends[2];
  int status = 0;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      gboolean restored;

      cut_install (at);
      restored = accord_backup_restore (backup, path, NULL, NULL, NULL);
      if (write (ends[1], &n_changes, sizeof n_changes) != sizeof n_changes)
        _exit (2);
      _exit (restored ? 0 : 1);
    }
  close (ends[1]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  *n_made = 0;
  if (read (ends[0], n_made, sizeof *n_made) != sizeof *n_made)
    *n_made = 0;
  close (ends[0]);
  if (WIFSIGNALED (status))
    g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);

  return WIFEXITED (status);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents_full (to, bytes, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
}

/* damaged: what stands at path before each try is no workspace any more; else it is a sound one. */
static void
cut_everywhere (Fixture    *fixture,
                gboolean    damaged,
                const char *what)
{
  const guint n_cuts = g_test_slow () ? 2000 : 50;
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.accord", NULL);
  g_autofree char *origin = g_build_filename (fixture->folder, "origin.accord", NULL);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr (AccordRecord) card = draft_card ("After the backup");
  g_autoptr (GError) error = NULL;
  guint n_changes_all = 0;
  guint n_old = 0;
  guint n_new = 0;

  rich_fill (fixture->workspace);
  accord_backup_write (fixture->path, backup, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  put (fixture->workspace, card);
  g_clear_object (&fixture->workspace);
  if (damaged)
    g_assert_true (g_file_set_contents (fixture->path, "SQLite format 3, and no more", -1, NULL));
  copy_file (fixture->path, origin);
  old = damaged ? file_digest (fixture->path) : dump_file (fixture->path);
  new = dump_file (backup);

  g_assert_true (restore_cut_at (backup, fixture->path, 0, &n_changes_all));
  g_assert_cmpuint (n_changes_all, >, 50);
  for (guint i = 0; i < n_cuts; i++)
    {
      guint at = n_cuts >= n_changes_all ? i + 1 : 1 + i * (n_changes_all - 1) / (n_cuts - 1);
      g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
      g_autofree char *found = NULL;
      guint n_made = 0;

      if (at > n_changes_all)
        break;
      unlink (journal);
      copy_file (origin, fixture->path);
      g_assert_false (restore_cut_at (backup, fixture->path, at, &n_made));
      found = damaged ? file_digest (fixture->path) : NULL;
      if (damaged && strcmp (found, old) == 0)
        {
          n_old++;
          continue;
        }

      assert_sound (fixture->path);
      g_free (found);
      found = dump_file (fixture->path);
      if (strcmp (found, new) == 0)
        {
          n_new++;
          continue;
        }
      g_assert_cmpstr (found, ==, old);
      n_old++;
    }
  g_test_message ("%s: %u changes to files; %u cuts left the old, %u the new", what, n_changes_all, n_old, n_new);
  g_assert_cmpuint (n_old, >, 0);
}

static void
test_into_sound (Fixture      *fixture,
                 gconstpointer user_data)
{
  cut_everywhere (fixture, FALSE, "into a sound file");
}

static void
test_in_place_of_damaged (Fixture      *fixture,
                          gconstpointer user_data)
{
  cut_everywhere (fixture, TRUE, "in place of a damaged file");
}

/* What the disk could hold if the power went: pictures taken while the restore runs, looked at afterwards. */
typedef struct
{
  char *folder;
  guint n_changes;
  guint n_images;
} Power;

#define N_LOSSES (DISK_LOSES_SOME + 1)

static void
take_images (gpointer user_data)
{
  Power *power = user_data;
  const guint every = g_test_slow () ? 1 : 3;

  if (power->n_changes++ % every != 0)
    return;

  for (guint loss = 0; loss < N_LOSSES; loss++)
    {
      g_autofree char *name = g_strdup_printf ("%u", power->n_images++);
      g_autofree char *image = g_build_filename (power->folder, name, NULL);

      g_assert_cmpint (g_mkdir (image, 0700), ==, 0);
      disk_write_image (image, (DiskLoss) loss);
    }
}

static void
test_power (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autofree char *backup = g_build_filename (g_get_user_data_dir (), "backup.accord", NULL);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr (AccordRecord) card = draft_card ("After the backup");
  g_autoptr (GError) error = NULL;
  Power power = { 0 };
  guint n_during;
  guint n_old = 0;
  guint n_new = 0;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  power.folder = g_dir_make_tmp ("accord-power-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (AccordRecord) before = draft_card ("Before the backup");

      put (fixture->workspace, before);
    }
  accord_backup_write (fixture->path, backup, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  put (fixture->workspace, card);
  g_clear_object (&fixture->workspace);
  old = dump_file (fixture->path);
  new = dump_file (backup);

  disk_record (fixture->folder, take_images, &power);
  accord_backup_restore (backup, fixture->path, NULL, NULL, &error);
  /* Once it has said that it is done it has to last. */
  power.n_changes = 0;
  n_during = power.n_images;
  take_images (&power);
  disk_record_stop ();
  g_assert_no_error (error);

  g_assert_cmpuint (power.n_images, >, 50);
  for (guint i = 0; i < power.n_images; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *image = g_build_filename (power.folder, name, "team.accord", NULL);
      g_autofree char *folder = g_path_get_dirname (image);
      g_autofree char *journal = g_strconcat (image, "-journal", NULL);
      g_autofree char *found = NULL;

      assert_sound (image);
      found = dump_file (image);
      if (strcmp (found, new) == 0)
        {
          n_new++;
        }
      else
        {
          g_assert_cmpstr (found, ==, old);
          g_assert_cmpuint (i, <, n_during);
          n_old++;
        }
      g_unlink (image);
      g_unlink (journal);
      g_rmdir (folder);
    }
  g_rmdir (power.folder);
  g_free (power.folder);
  g_test_message ("%u images: %u held the old, %u the new", power.n_images, n_old, n_new);
  g_assert_cmpuint (n_old, >, 0);
  g_assert_cmpuint (n_new, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  disk_install ();

  fixture_add ("/restore-cut/into-sound", test_into_sound);
  fixture_add ("/restore-cut/in-place-of-damaged", test_in_place_of_damaged);
  fixture_add ("/restore-cut/power", test_power);

  return fixture_run_isolated ();
}
