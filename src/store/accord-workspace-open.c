/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-workspace-state.h"

#include "accord-backup-private.h"
#include "accord-migration.h"
#include "accord-verify-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Opening goes from what costs and trusts least to what costs and trusts most, and whatever fails leaves the file as it
 * is:
 *
 *   1. the place: is there a file, and may it be written;
 *   2. the first 100 bytes: SQLite, ours, not newer, as long as they say;
 *   3. a connection with every option that keeps a hostile file harmless (accord-database.c);
 *   4. the schema, letter by letter, so that no view or trigger of somebody else's is ever run;
 *   5. integrity, references, and the digest of every record;
 *   6. only then the first write: the way in which commits are made durable, and migrations.
 */

#define HEADER_SIZE 100
/* Above this the digests of a list are compared when the list is first read. */
#define VERIFY_ALL_SIZE (20 * 1024 * 1024)

typedef struct
{
  char *real; /* without symbolic links: SQLite keeps its journal there */
  gboolean writable;
  gboolean journal; /* there is one that may have to be rolled back: sizes tell nothing */
  gint64 size;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->real);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/* Without any write permission a file is meant to stay as it is, even for root, who could write it. */
static gboolean
place_is_writable (const char *path)
{
  struct stat status;

  return g_stat (path, &status) == 0 && (status.st_mode & 0222) != 0 && g_access (path, W_OK) == 0;
}

static gboolean
place_has_file (const char *path,
                const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  struct stat status;

  return g_stat (name, &status) == 0 && status.st_size > 0;
}

static gboolean
place_look (AccordWorkspace *self,
            Place           *place,
            GError         **error)
{
  g_autofree char *folder = NULL;
  struct stat status;

  if (g_stat (self->path, &status) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)
        g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
                     _("There is no file “%s”. Nothing was made in its place; check the name, or restore a backup."), self->name);
      else
        g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_IO, _("“%s” cannot be opened: %s. It was left as it is."),
                     self->name, g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FOREIGN,
                   S_ISDIR (status.st_mode) ? _("“%s” is a folder, not an Accord workspace. Choose the file in it.")
                                            : _("“%s” is not a file, and so not an Accord workspace."),
                   self->name);
      return FALSE;
    }

  place->real = realpath (self->path, NULL);
  if (place->real == NULL)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_IO, _("“%s” cannot be opened: %s. It was left as it is."),
                   self->name, g_strerror (errno));
      return FALSE;
    }
  folder = g_path_get_dirname (place->real);
  place->size = status.st_size;
  place->writable = place_is_writable (place->real) && place_is_writable (folder);
  place->journal = place_has_file (place->real, "-journal") || place_has_file (place->real, "-wal");

  return TRUE;
}

/* Through SQLite's file layer, without a lock: to close a descriptor of one's own would drop the locks that another
 * connection of this process holds on the file. */
static gboolean
place_read_header (AccordWorkspace *self,
                   Place           *place,
                   guint8           header[HEADER_SIZE],
                   GError         **error)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  int code;

  code = vfs->xOpen (vfs, place->real, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);
  if (code == SQLITE_OK)
    {
      code = file->pMethods->xRead (file, header, HEADER_SIZE, 0);
      file->pMethods->xClose (file);
    }
  /* A short read has filled up with zeros. */
  if (code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ)
    return TRUE;

  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_IO,
               _("“%s” cannot be read. It was left as it is; check its permissions and the disk."), self->name);

  return FALSE;
}

static guint32
header_number (const guint8 *header,
               guint         offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);

  return GUINT32_FROM_BE (number);
}

static gboolean
header_is_empty (const guint8 header[HEADER_SIZE])
{
  for (guint i = 0; i < HEADER_SIZE; i++)
    {
      if (header[i] != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
header_check_length (AccordWorkspace *self,
                     const Place     *place,
                     const guint8     header[HEADER_SIZE],
                     GError         **error)
{
  gint64 page_size = header[16] << 8 | header[17];
  gint64 pages = header_number (header, 28);

  if (page_size == 1)
    page_size = 65536;
  if (place->journal || (place->size >= HEADER_SIZE && place->size >= page_size * pages))
    return TRUE;

  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED,
               _("“%s” is damaged: its end is missing. It was left as it is; restore a backup, or check it to see what can "
                 "still be read."),
               self->name);

  return FALSE;
}

static gboolean
header_check (AccordWorkspace *self,
              const Place     *place,
              const guint8     header[HEADER_SIZE],
              GError         **error)
{
  static const char magic[16] = "SQLite format 3";
  gboolean ours;

  if (place->size == 0 || header_is_empty (header))
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EMPTY,
                   _("“%s” has no content, which a workspace never is: something else emptied it. It was left as it is; "
                     "restore a backup."),
                   self->name);
      return FALSE;
    }

  /* What is left of a file that was cut off within its header may still be known by its first bytes. */
  if (place->size < HEADER_SIZE && memcmp (header, magic, (gsize) MIN (place->size, 16)) == 0)
    return header_check_length (self, place, header, error);

  ours = memcmp (header, magic, sizeof magic) == 0 && header_number (header, 68) == ACCORD_DATABASE_APPLICATION_ID;
  if (!ours)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FOREIGN,
                   _("“%s” is not an Accord workspace. It was left as it is."), self->name);
      return FALSE;
    }
  if (header_number (header, 60) > (guint32) accord_migration_latest ())
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NEWER,
                   _("“%s” was written by a newer version of Accord. It was left as it is; update Accord to open it."), self->name);
      return FALSE;
    }

  return self->damaged || header_check_length (self, place, header, error);
}

static gboolean
open_check_integrity (AccordWorkspace *self,
                      gboolean        *sound,
                      GError         **error)
{
  g_autoptr (AccordStatement) statement = accord_database_prepare (self->database, "PRAGMA integrity_check (1)", error);
  gboolean row = FALSE;

  if (statement == NULL || !accord_database_step (self->database, statement, &row, error))
    return FALSE;
  *sound = row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;

  return TRUE;
}

static gboolean
open_check_content (AccordWorkspace *self,
                    GError         **error)
{
  g_autoptr (AccordStatement) references = NULL;
  gboolean sound = FALSE;
  gboolean row = FALSE;

  /* Twice before a file is called damaged: the check does not tell a page that is wrong from one that could not be
   * read just then. */
  if (!open_check_integrity (self, &sound, error) || (!sound && !open_check_integrity (self, &sound, error)))
    return FALSE;
  if (!sound)
    return accord_database_fail (self->database, SQLITE_CORRUPT, error);

  references = accord_database_prepare (self->database, "PRAGMA foreign_key_check", error);
  if (references == NULL || !accord_database_step (self->database, references, &row, error))
    return FALSE;
  if (row)
    return accord_database_fail (self->database, SQLITE_CORRUPT, error);

  return TRUE;
}

static gboolean
open_check_records (AccordWorkspace *self,
                    GError         **error)
{
  guint n_types = 0;
  const GType *types = accord_workspace_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      if (accord_workspace_require_list (self, types[i], error) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* What carries no digest of its own, but shares one with the rows of its block. */
static gboolean
open_check_blocks (AccordWorkspace *self,
                   gint64           size,
                   GError         **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  AccordVerify verify = { .database = self->database, .faults = faults, .size = size };

  if (!accord_verify_actuals (&verify, error) || !accord_verify_opportunities (&verify, error))
    return FALSE;

  return faults->len == 0 || accord_database_fail (self->database, SQLITE_CORRUPT, error);
}

/* What can be read of a damaged file of an older version is read in a copy, in memory, that is taken to this one. */
static gboolean
open_migrate_copy (AccordWorkspace *self,
                   GError         **error)
{
  AccordDatabase *copy = accord_backup_copy_to_latest (self->database, NULL, error);

  if (copy == NULL)
    return FALSE;

  accord_database_close (self->database);
  self->database = copy;

  return TRUE;
}

static gboolean
open_migrate (AccordWorkspace *self,
              int              version,
              GError         **error)
{
  g_autofree char *backup = NULL;

  if (version == accord_migration_latest ())
    return TRUE;
  if (self->damaged)
    return open_migrate_copy (self, error);

  if (self->read_only)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY,
                   _("“%s” was written by an older version of Accord and has to be converted, but it is open for reading only. "
                     "It was left as it is; open it where it can be written."),
                   self->name);
      return FALSE;
    }

  backup = accord_backup_write_automatic (self->path, NULL, error);

  return backup != NULL && accord_migration_run (self->database, version, accord_migration_latest (), error);
}

static gboolean
open_checked (AccordWorkspace *self,
              AccordOpenFlags  flags,
              gint64           size,
              GError         **error)
{
  gint64 version = 0;

  if (!accord_database_read_integer (self->database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (!accord_migration_check_schema (self->database, self->name, (int) version, error))
    return FALSE;
  if (!(flags & (ACCORD_OPEN_DAMAGED | ACCORD_OPEN_UNVERIFIED)) && !open_check_content (self, error))
    return FALSE;
  if (!self->read_only && !accord_database_make_durable (self->database, error))
    return FALSE;
  if (!open_migrate (self, (int) version, error))
    return FALSE;
  if (!(flags & ACCORD_OPEN_UNVERIFIED) && size <= VERIFY_ALL_SIZE
      && (!open_check_records (self, error) || (!self->damaged && !open_check_blocks (self, size, error))))
    return FALSE;

  return accord_workspace_note_data_version (self, error);
}

AccordWorkspace *
accord_workspace_open (const char     *path,
                       AccordOpenFlags flags,
                       GError        **error)
{
  g_autoptr (AccordWorkspace) self = NULL;
  g_auto (Place) place = { 0 };
  guint8 header[HEADER_SIZE] = { 0 };

  g_return_val_if_fail (path != NULL, NULL);

  /* What Accord writes is nobody else's to read, whatever it is and wherever it lies. */
  umask (077);

  self = accord_workspace_new (path);
  self->damaged = (flags & ACCORD_OPEN_DAMAGED) != 0;
  if (!place_look (self, &place, error) || !place_read_header (self, &place, header, error)
      || !header_check (self, &place, header, error))
    return NULL;

  self->read_only = (flags & (ACCORD_OPEN_READ_ONLY | ACCORD_OPEN_DAMAGED)) != 0 || !place.writable;
  self->database = accord_database_open (place.real, self->read_only ? ACCORD_DATABASE_READ : ACCORD_DATABASE_WRITE, error);
  if (self->database == NULL || !open_checked (self, flags, place.size, error))
    return NULL;
  if (!self->read_only)
    g_chmod (place.real, 0600);

  return g_steal_pointer (&self);
}

char *
accord_workspace_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "accord", "workspace.accord", NULL);
}
