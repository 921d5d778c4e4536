/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-backup.h"

#include "accord-backup-private.h"
#include "accord-clock.h"
#include "accord-migration.h"
#include "accord-verify.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* How many damaged files of one second can be kept. */
#define NAMES_MAX 100

typedef enum
{
  TARGET_MISSING,
  TARGET_SOUND,
  TARGET_DAMAGED,
  TARGET_REFUSED, /* error is set */
} TargetState;

static gboolean
check_backup (const char   *backup,
              GCancellable *cancellable,
              GError      **error)
{
  g_autofree char *name = g_filename_display_name (backup);
  g_auto (GStrv) faults = NULL;

  if (!accord_verify_file (backup, cancellable, &faults, error))
    return FALSE;
  if (*faults == NULL)
    return TRUE;

  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED,
               _("The backup “%s” is damaged itself. Nothing was restored; choose another backup."), name);

  return FALSE;
}

static TargetState
look_at_target (const char   *path,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (GError) failure = NULL;
  g_auto (GStrv) faults = NULL;
  struct stat status;

  if (lstat (path, &status) != 0 && errno == ENOENT)
    return TARGET_MISSING;
  if (stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    {
      accord_backup_fail (path, EEXIST, error);
      return TARGET_REFUSED;
    }

  if (accord_verify_file (path, cancellable, &faults, &failure))
    return *faults == NULL ? TARGET_SOUND : TARGET_DAMAGED;

  /* Emptied, or overwritten so far that it does not look like a workspace any more: what a backup is for. */
  if (g_error_matches (failure, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EMPTY)
      || g_error_matches (failure, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FOREIGN)
      || g_error_matches (failure, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SCHEMA)
      || g_error_matches (failure, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED))
    return TARGET_DAMAGED;

  g_propagate_error (error, g_steal_pointer (&failure));

  return TARGET_REFUSED;
}

/* The backup as it is to stand in a file that somebody may have open: an older version's would make no sense to them. (transfer
 * full) */
static AccordDatabase *
open_backup (const char   *backup,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (AccordDatabase) stored = accord_database_open (backup, ACCORD_DATABASE_READ, error);
  gint64 version = 0;

  if (stored == NULL || !accord_database_read_integer (stored, "PRAGMA user_version", &version, error))
    return NULL;
  if (version < accord_migration_latest ())
    return accord_backup_copy_to_latest (stored, cancellable, error);

  return g_steal_pointer (&stored);
}

/* A sound file gets the content in one transaction of its own, so that whoever has it open sees the old or the new. */
static gboolean
restore_into (const char   *backup,
              const char   *path,
              GCancellable *cancellable,
              GError      **error)
{
  g_autofree char *before = NULL;
  g_autoptr (AccordDatabase) source = NULL;
  g_autoptr (AccordDatabase) target = NULL;

  before = accord_backup_write_automatic (path, cancellable, error);
  if (before == NULL)
    return FALSE;

  source = open_backup (backup, cancellable, error);
  if (source == NULL)
    return FALSE;
  target = accord_database_open (path, ACCORD_DATABASE_WRITE, error);
  if (target == NULL || !accord_database_make_durable (target, error)
      || !accord_backup_copy (source, target, path, NULL, NULL, cancellable, error))
    return FALSE;
  g_chmod (path, 0600);

  return TRUE;
}

/* A second name for the damaged file, so that its own can be given to the restored one in a single step. */
static char *
keep_damaged (const char *path,
              GError    **error)
{
  g_autofree char *made = accord_clock_now_utc ();
  g_autofree char *stamp = g_strdup_printf ("%.4s%.2s%.2s-%.2s%.2s%.2s", made, made + 5, made + 8, made + 11, made + 14,
                                            made + 17);

  g_chmod (path, 0600);
  for (guint i = 1; i < NAMES_MAX; i++)
    {
      g_autofree char *kept = i == 1 ? g_strdup_printf ("%s.damaged-%s", path, stamp)
                                     : g_strdup_printf ("%s.damaged-%s-%u", path, stamp, i);

      if (link (path, kept) == 0)
        return g_steal_pointer (&kept);
      if (errno == EEXIST || g_access (kept, F_OK) == 0)
        continue;

      /* A file system without hard links: for a moment there is nothing at path. */
      if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS && errno != EMLINK)
        break;
      if (rename (path, kept) == 0)
        return g_steal_pointer (&kept);
      break;
    }
  accord_backup_fail (path, errno, error);

  return NULL;
}

static gboolean
restore_anew (const char   *backup,
              const char   *path,
              gboolean      damaged,
              char        **kept_as,
              GCancellable *cancellable,
              GError      **error)
{
  g_autofree char *temporary = NULL;
  g_autofree char *kept = NULL;

  temporary = accord_backup_make_beside (backup, path, NULL, NULL, cancellable, error);
  if (temporary == NULL)
    return FALSE;

  if (damaged)
    {
      kept = keep_damaged (path, error);
      if (kept == NULL)
        {
          g_unlink (temporary);
          return FALSE;
        }
    }
  if (!accord_backup_place (temporary, path, damaged, error))
    {
      /* The damaged file is where it was; its second name goes, unless it is the only one. */
      if (kept != NULL && (accord_backup_is_same_file (path, kept) ? g_unlink (kept) : rename (kept, path)) != 0)
        g_message ("A damaged workspace was kept under a second name");
      return FALSE;
    }
  if (kept_as != NULL)
    *kept_as = g_steal_pointer (&kept);

  return TRUE;
}

gboolean
accord_backup_restore (const char   *backup,
                       const char   *path,
                       char        **kept_as,
                       GCancellable *cancellable,
                       GError      **error)
{
  TargetState state;

  g_return_val_if_fail (backup != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (kept_as != NULL)
    *kept_as = NULL;
  if (accord_backup_is_same_file (backup, path))
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS,
                           _("A backup cannot be restored over itself. Choose the workspace that it is to take the "
                             "place of."));
      return FALSE;
    }
  if (!check_backup (backup, cancellable, error))
    return FALSE;

  state = look_at_target (path, cancellable, error);
  if (state == TARGET_REFUSED)
    return FALSE;

  return state == TARGET_SOUND ? restore_into (backup, path, cancellable, error)
                               : restore_anew (backup, path, state == TARGET_DAMAGED, kept_as, cancellable, error);
}
