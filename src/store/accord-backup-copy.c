/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* renameat2 */

#include "accord-backup-private.h"

#include "accord-clock.h"
#include "accord-migration.h"
#include "accord-store-error.h"
#include "accord-verify-private.h"
#include "accord-verify.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* 1 MB of the usual 4 kB pages: many steps a second, so that Cancel is heard. */
#define PAGES_PER_STEP 256

gboolean
accord_backup_fail (const char *path,
                    int         number,
                    GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
                 _("“%s” cannot be written: its folder is not there. Choose another folder."), name);
  else if (number == EEXIST)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS,
                 _("There is already a file “%s”. It was left as it is; choose another name."), name);
  else if (number == EACCES || number == EPERM || number == EROFS)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY,
                 _("“%s” cannot be written: its folder does not allow it. Choose another folder."), name);
  else if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL,
                 _("There is no room left on the disk for “%s”. Nothing was written; make some room and try again."),
                 name);
  else
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_IO,
                 /* Translators: the second %s is the system's reason. */
                 _("“%s” could not be written: %s."), name, g_strerror (number));

  return FALSE;
}

gboolean
accord_backup_is_same_file (const char *a,
                            const char *b)
{
  struct stat one;
  struct stat other;

  return stat (a, &one) == 0 && stat (b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

void
accord_backup_sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
fail_copy (AccordDatabase *source,
           AccordDatabase *target,
           const char     *name,
           int             code,
           GError        **error)
{
  int number;

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return accord_backup_fail (name, ENOSPC, error);

    case SQLITE_IOERR:
      /* Past a quota, or a limit on the size of files, SQLite only says that it could not write. */
      number = sqlite3_system_errno (accord_database_get_handle (target));
      return number == EDQUOT || number == EFBIG ? accord_backup_fail (name, number, error)
                                                 : accord_database_fail (target, code, error);

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return accord_database_fail (source, SQLITE_CORRUPT, error);

    default:
      return accord_database_fail (target, code, error);
    }
}

gboolean
accord_backup_copy (AccordDatabase *source,
                    AccordDatabase *target,
                    const char     *name,
                    AccordProgress  progress,
                    gpointer        user_data,
                    GCancellable   *cancellable,
                    GError        **error)
{
  sqlite3_backup *backup;
  gboolean cancelled = FALSE;
  int code = SQLITE_OK;
  int finished;

  backup = sqlite3_backup_init (accord_database_get_handle (target), "main", accord_database_get_handle (source),
                                "main");
  if (backup == NULL)
    return fail_copy (source, target, name, sqlite3_extended_errcode (accord_database_get_handle (target)), error);

  while (code == SQLITE_OK)
    {
      int n_pages;

      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
      if (cancelled)
        break;
      code = sqlite3_backup_step (backup, PAGES_PER_STEP);
      n_pages = sqlite3_backup_pagecount (backup);
      if (progress != NULL && n_pages > 0)
        progress ((double) (n_pages - sqlite3_backup_remaining (backup)) / n_pages, user_data);
    }

  /* Before its end this takes everything back. */
  finished = sqlite3_backup_finish (backup);
  if (cancelled)
    return FALSE;
  if (code != SQLITE_DONE)
    return fail_copy (source, target, name, code, error);

  return finished == SQLITE_OK || fail_copy (source, target, name, finished, error);
}

AccordDatabase *
accord_backup_copy_to_latest (AccordDatabase *source,
                              GCancellable   *cancellable,
                              GError        **error)
{
  g_autoptr (AccordDatabase) copy = accord_database_open (NULL, ACCORD_DATABASE_MEMORY, error);
  gint64 version = 0;

  if (copy == NULL || !accord_backup_copy (source, copy, "", NULL, NULL, cancellable, error)
      || !accord_database_read_integer (copy, "PRAGMA user_version", &version, error)
      || !accord_migration_run (copy, (int) version, accord_migration_latest (), error))
    return NULL;

  return g_steal_pointer (&copy);
}

/* Why the copy is not sound: because its source is not, most likely. */
static gboolean
fail_unsound (const char   *path,
              const char   *dest,
              GCancellable *cancellable,
              GError      **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_auto (GStrv) faults = NULL;

  if (!accord_verify_file (path, cancellable, &faults, error))
    return FALSE;

  if (*faults == NULL)
    return accord_backup_fail (dest, EIO, error);
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED,
               _("“%s” is damaged and was not copied, so that no damaged copy takes the place of a good one. Check it "
                 "to see what can still be read; restore a backup."),
               name);

  return FALSE;
}

static gboolean
copy_file (const char    *path,
           const char    *temporary,
           const char    *dest,
           AccordProgress progress,
           gpointer       user_data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (AccordDatabase) source = accord_database_open (path, ACCORD_DATABASE_READ, error);
  g_autoptr (AccordDatabase) target = NULL;

  if (source == NULL)
    return FALSE;
  target = accord_database_open (temporary, ACCORD_DATABASE_CREATE, error);

  /* Nobody else knows of the file: it is synced once, when it is whole. */
  return target != NULL
         && accord_database_execute (target, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", error)
         && accord_backup_copy (source, target, dest, progress, user_data, cancellable, error);
}

static gboolean
sync_file (const char *temporary,
           const char *dest,
           GError    **error)
{
  int fd = g_open (temporary, O_RDWR | O_CLOEXEC, 0);
  int number = 0;

  if (fd < 0 || fsync (fd) != 0)
    number = errno;
  if (fd >= 0 && close (fd) != 0 && number == 0)
    number = errno;

  return number == 0 || accord_backup_fail (dest, number, error);
}

char *
accord_backup_make_beside (const char    *path,
                           const char    *dest,
                           AccordProgress progress,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (dest);
  g_autofree char *base = g_path_get_basename (dest);
  g_autofree char *hidden = g_strdup_printf (".%.200s.XXXXXX", base);
  g_autofree char *temporary = g_build_filename (folder, hidden, NULL);
  g_auto (GStrv) faults = NULL;
  gboolean sound;
  int fd;

  if (!accord_verify_is_workspace (path, error))
    return NULL;
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      accord_backup_fail (dest, errno, error);
      return NULL;
    }
  fchmod (fd, 0600);
  close (fd);

  if (!copy_file (path, temporary, dest, progress, user_data, cancellable, error))
    {
      g_unlink (temporary);
      return NULL;
    }
  sound = accord_verify_file (temporary, cancellable, &faults, NULL) && *faults == NULL;
  if (!sound || !sync_file (temporary, dest, error))
    {
      g_unlink (temporary);
      if (!sound && !g_cancellable_set_error_if_cancelled (cancellable, error))
        fail_unsound (path, dest, cancellable, error);
      return NULL;
    }

  return g_steal_pointer (&temporary);
}

/* rename() that replaces nothing, also where the file system cannot do so in one step. */
static int
rename_to_new (const char *from,
               const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  if (link (from, to) == 0)
    return unlink (from);
  if (errno == EEXIST)
    return -1;
  if (g_access (to, F_OK) == 0)
    {
      errno = EEXIST;
      return -1;
    }

  return rename (from, to);
}

gboolean
accord_backup_place (const char *temporary,
                     const char *dest,
                     gboolean    overwrite,
                     GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (dest);

  if (!accord_backup_settle_journal (dest, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if ((overwrite ? rename (temporary, dest) : rename_to_new (temporary, dest)) != 0)
    {
      accord_backup_fail (dest, errno, error);
      g_unlink (temporary);
      return FALSE;
    }
  accord_backup_sync_folder (folder);

  return TRUE;
}

static gboolean
has_content (const char *path)
{
  struct stat status;

  return lstat (path, &status) == 0 && status.st_size > 0;
}

gboolean
accord_backup_settle_journal (const char *path,
                              GError    **error)
{
  static const char *const suffixes[] = { "-journal", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *journal = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *now = NULL;
      g_autofree char *kept = NULL;

      if (!has_content (journal))
        continue;

      /* Opening for reading rolls a hot journal back. */
      if (has_content (path))
        accord_database_close (accord_database_open (path, ACCORD_DATABASE_READ, NULL));
      if (!has_content (journal))
        continue;

      now = accord_clock_now_utc ();
      g_strdelimit (now, ":", '-');
      kept = g_strconcat (path, ".damaged-", now, suffixes[i], NULL);
      g_chmod (journal, 0600);
      if (rename (journal, kept) != 0)
        return accord_backup_fail (journal, errno, error);
    }

  return TRUE;
}
