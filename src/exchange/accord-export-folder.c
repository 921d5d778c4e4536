/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-export-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct _AccordExportFolder
{
  char *target;
  char *parent;
  char *temporary; /* NULL once it has taken the target's place */
};

G_DEFINE_QUARK (accord-export-error-quark, accord_export_error)

static void
set_exists_error (const char *target,
                  GError    **error)
{
  g_autofree char *name = g_filename_display_name (target);

  g_set_error (error, ACCORD_EXPORT_ERROR, ACCORD_EXPORT_ERROR_EXISTS,
               _("“%s” is there already and is not an empty folder; it was left as it is. Choose another name."), name);
}

static void
set_write_error (const char *folder,
                 int         number,
                 GError    **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, ACCORD_EXPORT_ERROR, ACCORD_EXPORT_ERROR_WRITE,
               /* Translators: the first %s is a folder, the second a reason */
               _("The export could not be written to “%s”: %s. Nothing was left behind."), name, g_strerror (number));
}

static gboolean
target_is_free (const char *target)
{
  g_autoptr (GDir) dir = NULL;
  GStatBuf status;

  if (g_lstat (target, &status) != 0)
    return TRUE;
  if (!S_ISDIR (status.st_mode))
    return FALSE;
  dir = g_dir_open (target, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

AccordExportFolder *
accord_export_folder_new (const char *path,
                          GError    **error)
{
  g_autoptr (AccordExportFolder) self = g_new0 (AccordExportFolder, 1);
  g_autofree char *name = NULL;

  self->target = g_canonicalize_filename (path, NULL);
  self->parent = g_path_get_dirname (self->target);
  name = g_strconcat (self->target, ".XXXXXX", NULL);
  if (!target_is_free (self->target))
    {
      set_exists_error (path, error);
      return NULL;
    }
  if (g_mkdtemp_full (name, 0700) == NULL)
    {
      set_write_error (self->parent, errno, error);
      return NULL;
    }
  self->temporary = g_steal_pointer (&name);

  return g_steal_pointer (&self);
}

void
accord_export_folder_free (AccordExportFolder *self)
{
  if (self->temporary != NULL)
    {
      g_autoptr (GDir) dir = g_dir_open (self->temporary, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (self->temporary, name, NULL);

          g_unlink (path);
        }
      g_rmdir (self->temporary);
    }
  g_free (self->temporary);
  g_free (self->target);
  g_free (self->parent);
  g_free (self);
}

static gboolean
write_all (int         fd,
           const char *content)
{
  gsize left = strlen (content);

  while (left > 0)
    {
      gssize n = write (fd, content, left);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          content += n;
          left -= (gsize) n;
        }
    }

  return fsync (fd) == 0;
}

gboolean
accord_export_folder_write (AccordExportFolder *self,
                            const char         *name,
                            const char         *suffix,
                            const char         *content,
                            GError            **error)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (self->temporary, file, NULL);
  const int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      set_write_error (self->target, errno, error);
      return FALSE;
    }
  if (!write_all (fd, content))
    {
      set_write_error (self->target, errno, error);
      close (fd);
      return FALSE;
    }
  if (close (fd) != 0)
    {
      set_write_error (self->target, errno, error);
      return FALSE;
    }

  return TRUE;
}

/* Some file systems cannot sync a folder; the files in it are synced themselves. */
static void
sync_folder (const char *path)
{
  const int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
accord_export_folder_commit (AccordExportFolder *self,
                             GError            **error)
{
  sync_folder (self->temporary);
  /* Takes the place of nothing, or of a folder that is empty still. */
  if (rename (self->temporary, self->target) != 0)
    {
      if (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR)
        set_exists_error (self->target, error);
      else
        set_write_error (self->target, errno, error);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->parent);

  return TRUE;
}
