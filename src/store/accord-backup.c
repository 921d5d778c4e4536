/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-backup.h"

#include "accord-backup-private.h"
#include "accord-clock.h"
#include "accord-verify-private.h"
#include "accord-verify.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* How many backups can be made within one second. */
#define NAMES_MAX 1000

static gboolean
check_dest (const char *workspace_path,
            const char *dest,
            gboolean    overwrite,
            GError    **error)
{
  struct stat status;

  if (accord_backup_is_same_file (workspace_path, dest))
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS,
                           _("A workspace cannot be backed up to itself. Choose another name."));
      return FALSE;
    }
  if (g_lstat (dest, &status) != 0)
    return TRUE;
  if (!overwrite)
    return accord_backup_fail (dest, EEXIST, error);

  return S_ISREG (status.st_mode) || accord_backup_fail (dest, EISDIR, error);
}

gboolean
accord_backup_write (const char    *workspace_path,
                     const char    *dest,
                     gboolean       overwrite,
                     AccordProgress progress,
                     gpointer       user_data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *temporary = NULL;
  g_autofree char *uuid = NULL;
  g_autofree char *made = NULL;

  g_return_val_if_fail (workspace_path != NULL, FALSE);
  g_return_val_if_fail (dest != NULL, FALSE);

  if (!check_dest (workspace_path, dest, overwrite, error))
    return FALSE;
  temporary = accord_backup_make_beside (workspace_path, dest, progress, user_data, cancellable, error);
  if (temporary == NULL)
    return FALSE;

  made = accord_clock_now_utc ();
  uuid = accord_backup_dup_uuid (temporary);
  if (!accord_backup_place (temporary, dest, overwrite, error))
    return FALSE;
  if (uuid != NULL)
    accord_backup_note (uuid, dest, workspace_path, made, FALSE);

  return TRUE;
}

/* The error of a workspace whose uuid cannot be read. */
static void
fail_unreadable (const char   *workspace_path,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autofree char *name = g_filename_display_name (workspace_path);
  g_auto (GStrv) faults = NULL;

  if (!accord_verify_is_workspace (workspace_path, error)
      || !accord_verify_file (workspace_path, cancellable, &faults, error))
    return;

  /* It is sound, so that it was the disk that could not be read just then. */
  if (*faults == NULL)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_IO,
                   _("“%s” could not be read. Check the permissions of the file and of its folder."), name);
      return;
    }
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED,
               _("“%s” is damaged, and no backup was made of it. Check it to see what can still be read; restore a "
                 "backup."), name);
}

/* Gives the temporary file the moment's name, or that with a number. */
static char *
place_automatic (const char *temporary,
                 const char *folder,
                 const char *made,
                 GError    **error)
{
  g_autofree char *stamp = g_strdup (made);
  char *end = stamp;

  for (const char *p = made; *p != '\0'; p++)
    {
      if (*p != '-' && *p != ':')
        *end++ = *p;
    }
  *end = '\0';

  for (guint i = 1; i < NAMES_MAX; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.accord", stamp)
                                     : g_strdup_printf ("%s-%u.accord", stamp, i);
      g_autofree char *dest = g_build_filename (folder, name, NULL);

      if (g_access (dest, F_OK) == 0)
        continue;

      return accord_backup_place (temporary, dest, FALSE, error) ? g_steal_pointer (&dest) : NULL;
    }

  g_unlink (temporary);
  accord_backup_fail (folder, EEXIST, error);

  return NULL;
}

char *
accord_backup_write_automatic (const char   *workspace_path,
                               GCancellable *cancellable,
                               GError      **error)
{
  g_autofree char *uuid = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *pattern = NULL;
  g_autofree char *temporary = NULL;
  g_autofree char *made = NULL;
  g_autofree char *dest = NULL;

  g_return_val_if_fail (workspace_path != NULL, NULL);

  uuid = accord_backup_dup_uuid (workspace_path);
  if (uuid == NULL)
    {
      fail_unreadable (workspace_path, cancellable, error);
      return NULL;
    }
  folder = accord_backup_dup_folder (uuid);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      accord_backup_fail (folder, errno, error);
      return NULL;
    }

  pattern = g_build_filename (folder, "backup", NULL);
  temporary = accord_backup_make_beside (workspace_path, pattern, NULL, NULL, cancellable, error);
  if (temporary == NULL)
    return NULL;
  made = accord_clock_now_utc ();
  dest = place_automatic (temporary, folder, made, error);
  if (dest == NULL)
    return NULL;

  accord_backup_note (uuid, dest, workspace_path, made, TRUE);
  accord_backup_thin (uuid, made);

  return g_steal_pointer (&dest);
}
