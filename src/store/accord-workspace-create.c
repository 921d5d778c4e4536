/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-workspace-state.h"

#include "accord-clock.h"
#include "accord-migration.h"
#include "accord-money.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
create_fail (const char *name,
             int         number,
             GError    **error)
{
  if (number == EEXIST)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS,
                 _("There is already something at “%s”. It was left as it is; choose another name."), name);
  else if (number == ENOSPC || number == EDQUOT)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL,
                 _("There is no room left on the disk to make “%s”. Nothing was made; make some room and try again."), name);
  else if (number == EACCES || number == EPERM || number == EROFS)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY,
                 _("“%s” cannot be made: its folder cannot be written. Choose another folder."), name);
  else
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_IO,
                 /* Translators: the second %s is the system's reason. */
                 _("“%s” cannot be made: %s. Choose another place."), name, g_strerror (number));

  return FALSE;
}

static void
create_fill_in (AccordSettings *settings)
{
  if (*accord_settings_get_uuid (settings) == '\0')
    {
      g_autofree char *uuid = g_uuid_string_random ();

      accord_settings_set_uuid (settings, uuid);
    }
  if (*accord_settings_get_currency (settings) == '\0')
    accord_settings_set_currency (settings, "USD");
  accord_settings_set_decimals (settings, accord_currency_get_decimals (accord_settings_get_currency (settings)));
  if (accord_settings_get_fiscal_start (settings) == 0)
    accord_settings_set_fiscal_start (settings, 1);
  if (accord_settings_get_created (settings) == ACCORD_DATE_NONE)
    accord_settings_set_created (settings, accord_clock_today ());
  accord_record_set_id (ACCORD_RECORD (settings), 1);
}

static gboolean
create_fill (const char     *temporary,
             AccordSettings *settings,
             GError        **error)
{
  g_autoptr (AccordDatabase) database = accord_database_open (temporary, ACCORD_DATABASE_CREATE, error);
  g_autofree char *sql = accord_record_insert_sql (ACCORD_TYPE_SETTINGS);
  g_autoptr (AccordStatement) statement = NULL;

  if (database == NULL || !accord_database_make_durable (database, error)
      || !accord_migration_run (database, 0, accord_migration_latest (), error))
    return FALSE;
  statement = accord_database_prepare (database, sql, error);

  return statement != NULL && accord_record_write_row (database, statement, ACCORD_RECORD (settings), error);
}

/* Gives the finished file its name, unless something has it: never over anything, and not lost in a power cut. */
static gboolean
create_place (const char *temporary,
              const char *path,
              const char *folder,
              const char *name,
              GError    **error)
{
  int descriptor;

  if (link (temporary, path) != 0)
    {
      /* File systems without hard links (FAT, some network ones): the best that can be done there. */
      if (errno == EEXIST || g_file_test (path, G_FILE_TEST_EXISTS))
        return create_fail (name, EEXIST, error);
      if (g_rename (temporary, path) != 0)
        return create_fail (name, errno, error);
    }

  descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (descriptor >= 0)
    {
      fsync (descriptor);
      close (descriptor);
    }

  return TRUE;
}

static gboolean
create_file (const char     *path,
             const char     *name,
             AccordSettings *settings,
             GError        **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *temporary = NULL;
  g_autofree char *pattern = NULL;
  g_autofree char *journal = NULL;
  struct stat status;
  gboolean made;
  int descriptor;

  if (g_lstat (path, &status) == 0)
    return create_fail (name, EEXIST, error);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return create_fail (name, errno, error);
  /* A folder that nobody may write is meant so, even for root. */
  if (g_stat (folder, &status) == 0 && (status.st_mode & 0222) == 0)
    return create_fail (name, EACCES, error);

  pattern = g_strdup_printf (".%s.XXXXXX", base);
  temporary = g_build_filename (folder, pattern, NULL);
  descriptor = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return create_fail (name, errno, error);
  close (descriptor);

  made = create_fill (temporary, settings, error) && create_place (temporary, path, folder, name, error);
  journal = g_strconcat (temporary, "-journal", NULL);
  g_unlink (temporary);
  g_unlink (journal);

  return made;
}

AccordWorkspace *
accord_workspace_create (const char     *path,
                         AccordSettings *settings,
                         GError        **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (ACCORD_IS_SETTINGS (settings), NULL);

  umask (077);
  absolute = g_canonicalize_filename (path, NULL);
  name = g_filename_display_name (path);
  create_fill_in (settings);
  if (!accord_record_validate (settings, error) || !create_file (absolute, name, settings, error))
    return NULL;

  return accord_workspace_open (path, ACCORD_OPEN_DEFAULT, error);
}
