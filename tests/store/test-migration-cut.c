/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk.h"
#include "old.h"

#include <glib/gstdio.h>
#include <string.h>

/* A migration that does not come to its end leaves the old file; one that does, the new one. */

typedef struct
{
  char *folder;
  guint n_images;
} Cut;

#define N_LOSSES (DISK_LOSES_SOME + 1)

static void
take_images (gpointer user_data)
{
  Cut *cut = user_data;

  for (guint loss = 0; loss < N_LOSSES; loss++)
    {
      g_autofree char *name = g_strdup_printf ("%u", cut->n_images++);
      g_autofree char *image = g_build_filename (cut->folder, name, NULL);

      g_assert_cmpint (g_mkdir (image, 0700), ==, 0);
      disk_write_image (image, (DiskLoss) loss);
    }
}

/* The migration is cut off at its calls to the disk, by a kill or by the power: what is there then is the old file or the new
 * one, and opens. */
static void
test_cut (Fixture      *fixture,
          gconstpointer user_data)
{
  g_autofree char *origin = old_lay_down (fixture);
  g_autofree char *old = dump_file (origin);
  g_autofree char *new = NULL;
  g_autoptr (GError) error = NULL;
  Cut cut = { 0 };
  guint n_during, n_old = 0, n_new = 0;

  cut.folder = g_dir_make_tmp ("accord-cut-XXXXXX", NULL);
  disk_record (fixture->folder, take_images, &cut);
  fixture_reopen (fixture);
  /* Once it is open it has to last. */
  n_during = cut.n_images;
  take_images (&cut);
  disk_record_stop ();
  g_clear_object (&fixture->workspace);
  new = dump_file (fixture->path);
  g_assert_cmpuint (cut.n_images, >, 50);

  for (guint i = 0; i < cut.n_images; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *image = g_build_filename (cut.folder, name, "team.accord", NULL);
      g_autofree char *folder = g_path_get_dirname (image);
      g_autofree char *journal = g_strconcat (image, "-journal", NULL);
      g_autofree char *other = g_build_filename (folder, "origin", NULL);
      g_autofree char *found = NULL;
      g_autofree char *opened = NULL;
      g_autoptr (AccordWorkspace) workspace = NULL;

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
      workspace = accord_workspace_open (image, ACCORD_OPEN_DEFAULT, &error);
      g_assert_no_error (error);
      g_clear_object (&workspace);
      opened = dump_file (image);
      g_assert_cmpstr (opened, ==, new);
      g_unlink (image);
      g_unlink (journal);
      g_unlink (other);
      g_rmdir (folder);
    }
  g_rmdir (cut.folder);
  g_free (cut.folder);
  g_test_message ("%u images: %u held the old, %u the new", cut.n_images, n_old, n_new);
  g_assert_cmpuint (n_old, >, 0);
  g_assert_cmpuint (n_new, >, 0);
}

/* One opening with the disk failing at its nth call. FALSE: nothing failed any more. */
static gboolean
open_with_fault (const char *path,
                 const char *old,
                 const char *new,
                 guint       nth,
                 int         kind,
                 guint      *n_refused)
{
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autofree char *found = NULL;
  g_autofree char *opened = NULL;
  g_autoptr (GError) error = NULL;
  gboolean failed;

  disk_fail_at (nth, (kind & 1) != 0, (kind & 2) != 0);
  workspace = accord_workspace_open (path, ACCORD_OPEN_DEFAULT, &error);
  failed = disk_has_failed ();
  disk_fail_at (0, FALSE, FALSE);
  if (workspace == NULL)
    {
      g_assert_true (failed);
      g_assert_true (error->domain == ACCORD_STORE_ERROR);
      /* The disk's fault is not called the file's. */
      g_assert_false (g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED));
      (*n_refused)++;
    }
  g_clear_object (&workspace);

  found = dump_file (path);
  if (error == NULL || strcmp (found, old) != 0)
    g_assert_cmpstr (found, ==, new);
  assert_sound (path);
  g_clear_error (&error);
  workspace = accord_workspace_open (path, ACCORD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_clear_object (&workspace);
  opened = dump_file (path);
  g_assert_cmpstr (opened, ==, new);

  return failed;
}

static void
test_faults (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autofree char *origin = old_lay_down (fixture);
  g_autofree char *old = dump_file (origin);
  g_autofree char *new = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_runs = 0, n_refused = 0;

  g_assert_true (g_file_get_contents (origin, &bytes, &length, NULL));
  fixture_reopen (fixture);
  g_clear_object (&fixture->workspace);
  new = dump_file (fixture->path);

  for (int kind = 0; kind < 4; kind++)
    {
      gboolean failed = TRUE;

      for (guint nth = 1; failed; nth += g_test_slow () ? 1 : (guint) g_test_rand_int_range (1, kind < 2 ? 160 : 30))
        {
          g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

          g_unlink (journal);
          write_bytes (fixture->path, bytes, length);
          failed = open_with_fault (fixture->path, old, new, nth, kind, &n_refused);
          n_runs++;
        }
    }
  g_test_message ("%u runs, %u refused", n_runs, n_refused);
  g_assert_cmpuint (n_refused, >, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);
  disk_install ();

  fixture_add ("/migration-cut/cut", test_cut);
  fixture_add ("/migration-cut/faults", test_faults);

  return fixture_run_isolated ();
}
