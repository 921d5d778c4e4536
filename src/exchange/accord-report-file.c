/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* renameat2 */
#endif
#include "accord-report-file.h"

#include "accord-report.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct _AccordReportFile
{
  char *target;
  char *folder;
  char *temporary; /* NULL once it has taken the target's place */
  gboolean overwrite;
};

static gboolean
is_full (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

static void
set_exists_error (const char *target,
                  GError    **error)
{
  g_autofree char *name = g_filename_display_basename (target);

  g_set_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_EXISTS,
               _("There is a file called “%s” already; it was left as it is. "
                 "Choose another name, or let it be replaced."),
               name);
}

static void
set_full_error (const char *folder,
                GError    **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_FULL,
               _("There is no room for the file in “%s”. Nothing was written; "
                 "make room, or choose another folder."),
               name);
}

static void
set_write_error (const char *folder,
                 const char *reason,
                 GError    **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_WRITE,
               /* Translators: the first %s is a folder, the second a reason */
               _("The file could not be written to “%s”: %s. Nothing was left behind."), name, reason);
}

/* The reason why nothing can be made in the folder. */
static void
set_folder_error (const char *folder,
                  int         number,
                  GError    **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_FOLDER,
                 _("There is no folder “%s”. Make it first, or choose another folder."), name);
  else if (number == EACCES || number == EPERM || number == EROFS)
    g_set_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_FOLDER,
                 _("The folder “%s” cannot be written to. Choose another folder."), name);
  else if (is_full (number))
    set_full_error (folder, error);
  else
    set_write_error (folder, g_strerror (number), error);
}

static gboolean
check_target (const char *target,
              gboolean    overwrite,
              GError    **error)
{
  GStatBuf status;

  if (g_lstat (target, &status) != 0)
    return TRUE;

  if (!overwrite)
    {
      set_exists_error (target, error);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_autofree char *name = g_filename_display_name (target);

      g_set_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_EXISTS,
                   _("“%s” is not an ordinary file and was left as it is. Choose another name."), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
sync_path (const char *path,
           int         flags)
{
  const int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean synced;

  if (fd < 0)
    return FALSE;
  synced = fsync (fd) == 0;
  return g_close (fd, NULL) && synced;
}

/* Into the target's place, but not over what somebody else put there meanwhile. */
static int
move_without_replacing (const char *from,
                        const char *to)
{
  struct stat status;

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;

  /* A file system without that: as near as it gets. */
  if (lstat (to, &status) == 0)
    {
      errno = EEXIST;
      return -1;
    }
  return rename (from, to);
}

AccordReportFile *
accord_report_file_new (const char *target,
                        gboolean    overwrite,
                        GError    **error)
{
  g_autoptr (AccordReportFile) self = NULL;
  int fd;

  g_return_val_if_fail (target != NULL, NULL);

  if (!check_target (target, overwrite, error))
    return NULL;

  self = g_new0 (AccordReportFile, 1);
  self->overwrite = overwrite;
  self->target = g_strdup (target);
  self->folder = g_path_get_dirname (target);
  self->temporary = g_build_filename (self->folder, ".accord-report-XXXXXX", NULL);
  fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      const int number = errno;

      g_clear_pointer (&self->temporary, g_free);
      set_folder_error (self->folder, number, error);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&self);
}

void
accord_report_file_free (AccordReportFile *self)
{
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->target);
  g_free (self->folder);
  g_free (self);
}

const char *
accord_report_file_get_path (AccordReportFile *self)
{
  return self->temporary;
}

const char *
accord_report_file_get_folder (AccordReportFile *self)
{
  return self->folder;
}

void
accord_report_file_set_error (AccordReportFile *self,
                              GError          **error)
{
  static const char block[64 * 1024];
  const int fd = g_open (self->temporary, O_WRONLY | O_APPEND | O_CLOEXEC, 0);
  int number = errno;

  /* libxlsxwriter does not say why: whether there is room is found out by writing a little more. */
  if (fd >= 0)
    {
      const gssize written = write (fd, block, sizeof block);

      number = written < 0 || fsync (fd) != 0 ? errno : written < (gssize) sizeof block ? ENOSPC : 0;
      close (fd);
    }

  if (is_full (number))
    set_full_error (self->folder, error);
  else
    set_write_error (self->folder, number == 0 ? _("the file is not whole") : g_strerror (number), error);
}

gboolean
accord_report_file_commit (AccordReportFile *self,
                           GError          **error)
{
  if (!accord_report_zip_is_whole (self->temporary))
    {
      accord_report_file_set_error (self, error);
      return FALSE;
    }

  return accord_report_file_place (self, error);
}

gboolean
accord_report_file_place (AccordReportFile *self,
                          GError          **error)
{
  int moved;

  if (!sync_path (self->temporary, O_WRONLY))
    {
      set_folder_error (self->folder, errno, error);
      return FALSE;
    }

  moved = self->overwrite ? rename (self->temporary, self->target)
                          : move_without_replacing (self->temporary, self->target);
  if (moved != 0)
    {
      if (errno == EEXIST)
        set_exists_error (self->target, error);
      else
        set_write_error (self->folder, g_strerror (errno), error);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);

  /* Some file systems cannot sync a folder; the file itself is whole and synced. */
  sync_path (self->folder, O_RDONLY | O_DIRECTORY);
  return TRUE;
}
