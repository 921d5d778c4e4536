/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-database.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct _AccordDatabase
{
  sqlite3 *handle;
  char *name; /* for messages */
  guint64 actuals_written;
};

G_DEFINE_QUARK (accord-store-error-quark, accord_store_error)

#define BUSY_TIMEOUT_MS 5000

/* What no statement of ours comes near, so that a hostile file cannot make SQLite work for hours. ATTACHED stays at 1:
 * VACUUM needs it. LENGTH is the largest row: a conversation of twelve fields of 1 MB each, and room. */
static const struct
{
  int id;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 256 * 1024 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 200 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 20 },
  { SQLITE_LIMIT_VDBE_OP, 1000000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 16 },
  { SQLITE_LIMIT_ATTACHED, 1 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 200 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static const struct
{
  int option;
  int value;
} options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 },
  /* A file that is refused is left as it is: closing must not write a WAL back into it. */
  { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
};

static AccordStoreError
database_error_code (AccordDatabase *self,
                     int             code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ACCORD_STORE_ERROR_BUSY;

    case SQLITE_READONLY:
      return code == SQLITE_READONLY_DBMOVED ? ACCORD_STORE_ERROR_MOVED : ACCORD_STORE_ERROR_READ_ONLY;

    case SQLITE_PERM:
    case SQLITE_AUTH:
      return ACCORD_STORE_ERROR_READ_ONLY;

    case SQLITE_FULL:
      return ACCORD_STORE_ERROR_FULL;

    case SQLITE_CORRUPT:
      return ACCORD_STORE_ERROR_DAMAGED;

    case SQLITE_NOTADB:
      return ACCORD_STORE_ERROR_FOREIGN;

    case SQLITE_CONSTRAINT:
      /* The one trigger message there is: RAISE (ABORT, 'sealed'). */
      return code == SQLITE_CONSTRAINT_TRIGGER && strcmp (sqlite3_errmsg (self->handle), "sealed") == 0
               ? ACCORD_STORE_ERROR_SEALED
               : ACCORD_STORE_ERROR_CONSTRAINT;

    default:
      return ACCORD_STORE_ERROR_IO;
    }
}

static char *
database_error_message (AccordDatabase  *self,
                        AccordStoreError code)
{
  switch (code)
    {
    case ACCORD_STORE_ERROR_BUSY:
      /* Translators: %s is the workspace file. The same holds for all messages of this kind. */
      return g_strdup_printf (_("Another program is writing to “%s”. Nothing was changed; try again when it is done."),
                              self->name);

    case ACCORD_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” cannot be written. Nothing was changed; "
                                "check the permissions of the file and of its folder."),
                              self->name);

    case ACCORD_STORE_ERROR_MOVED:
      return g_strdup_printf (_("“%s” was moved, deleted or replaced while it was open. Nothing was written; "
                                "open it from where it is now."),
                              self->name);

    case ACCORD_STORE_ERROR_FULL:
      return g_strdup_printf (_("There is no room left on the disk that holds “%s”. Nothing was changed; "
                                "make some room and try again."),
                              self->name);

    case ACCORD_STORE_ERROR_DAMAGED:
      return g_strdup_printf (_("“%s” is damaged. It was left as it is; restore a backup, or check it to see what "
                                "can still be read."),
                              self->name);

    case ACCORD_STORE_ERROR_FOREIGN:
      return g_strdup_printf (_("“%s” is not an Accord workspace. It was left as it is."),
                              self->name);

    case ACCORD_STORE_ERROR_SEALED:
      return g_strdup_printf (_("The record is sealed and stays as it is. Nothing was changed in “%s”; "
                                "add an addendum instead."),
                              self->name);

    case ACCORD_STORE_ERROR_CONSTRAINT:
      return g_strdup_printf (_("The change contradicts what “%s” holds: it refers to something that is not there, removes "
                                "something that is still referred to, or is there already. Nothing was changed."),
                              self->name);

    case ACCORD_STORE_ERROR_IO:
    default:
      return g_strdup_printf (_("“%s” could not be read or written. What was stored before is kept; "
                                "check the disk and try again."),
                              self->name);
    }
}

static gboolean
database_configure (AccordDatabase    *self,
                    AccordDatabaseMode mode,
                    GError           **error)
{
  int code;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      code = sqlite3_db_config (self->handle, options[i].option, options[i].value, NULL);
      if (code != SQLITE_OK)
        return accord_database_fail (self, code, error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].id, limits[i].value);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);

  return accord_database_execute (self,
                                  "PRAGMA cell_size_check = ON;"
                                  "PRAGMA mmap_size = 0;"
                                  "PRAGMA temp_store = MEMORY;"
                                  "PRAGMA recursive_triggers = ON;"
                                  "PRAGMA secure_delete = ON;",
                                  error)
         && (mode != ACCORD_DATABASE_READ || accord_database_execute (self, "PRAGMA query_only = ON", error));
}

static AccordDatabase *
database_connect (const char        *path,
                  AccordDatabaseMode mode,
                  int                flags,
                  GError           **error)
{
  g_autoptr (AccordDatabase) self = g_new0 (AccordDatabase, 1);
  int code;

  self->name = g_filename_display_name (path);
  /* One thread at a time uses a connection: SQLite need not take a lock for each column that is read. */
  code = sqlite3_open_v2 (path, &self->handle,
                          flags | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      accord_database_fail (self, code, error);
      return NULL;
    }
  if (!database_configure (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* A writer that died leaves a journal, which a connection that must not write cannot roll back. Rolling it back is no
 * change: it is what the last transaction that was finished wrote. */
static gboolean
database_needs_recovery (AccordDatabase *self)
{
  gint64 ignored = 0;
  int code;

  if (accord_database_read_integer (self, "PRAGMA schema_version", &ignored, NULL))
    return FALSE;
  code = sqlite3_extended_errcode (self->handle);

  return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTINIT;
}

AccordDatabase *
accord_database_open (const char        *path,
                      AccordDatabaseMode mode,
                      GError           **error)
{
  g_autoptr (AccordDatabase) self = NULL;

  g_return_val_if_fail (mode == ACCORD_DATABASE_MEMORY || path != NULL, NULL);

  switch (mode)
    {
    case ACCORD_DATABASE_MEMORY:
      return database_connect (":memory:", mode, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, error);

    case ACCORD_DATABASE_WRITE:
    case ACCORD_DATABASE_CREATE:
      return database_connect (path, mode, SQLITE_OPEN_READWRITE, error);

    case ACCORD_DATABASE_READ:
    default:
      self = database_connect (path, mode, SQLITE_OPEN_READONLY, error);
      if (self != NULL && database_needs_recovery (self) && g_access (path, W_OK) == 0)
        {
          g_clear_pointer (&self, accord_database_close);
          self = database_connect (path, mode, SQLITE_OPEN_READWRITE, error);
          /* Only reading rolls back, and who opens a file looks at its length before that. */
          if (self != NULL)
            database_needs_recovery (self);
        }
      return g_steal_pointer (&self);
    }
}

void
accord_database_close (AccordDatabase *self)
{
  if (self == NULL)
    return;

  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement outlived its database");
  g_free (self->name);
  g_free (self);
}

gboolean
accord_database_make_durable (AccordDatabase *self,
                              GError        **error)
{
  g_autoptr (AccordStatement) journal = NULL;
  gint64 synchronous = 0;
  gboolean row = FALSE;

  /* Measured: of SQLite's ways of writing only these two together never lost a commit to a power cut. */
  journal = accord_database_prepare (self, "PRAGMA journal_mode = TRUNCATE", error);
  if (journal == NULL || !accord_database_step (self, journal, &row, error))
    return FALSE;
  if (!row || g_strcmp0 ((const char *) sqlite3_column_text (journal, 0), "truncate") != 0)
    return accord_database_fail (self, SQLITE_IOERR, error);
  sqlite3_reset (journal);

  if (!accord_database_execute (self, "PRAGMA synchronous = FULL", error)
      || !accord_database_read_integer (self, "PRAGMA synchronous", &synchronous, error))
    return FALSE;
  if (synchronous != 2)
    return accord_database_fail (self, SQLITE_IOERR, error);

  return TRUE;
}

sqlite3 *
accord_database_get_handle (AccordDatabase *self)
{
  return self->handle;
}

guint64
accord_database_get_actuals_written (AccordDatabase *self)
{
  return self->actuals_written;
}

void
accord_database_note_actuals_written (AccordDatabase *self)
{
  self->actuals_written++;
}

gboolean
accord_database_fail (AccordDatabase *self,
                      int             code,
                      GError        **error)
{
  AccordStoreError store_code = database_error_code (self, code);
  g_autofree char *message = NULL;

  /* SQLite's own words go to the log, and only the code: its messages can quote the file. */
  g_debug ("SQLite: %d (%s)", code, sqlite3_errstr (code));
  message = database_error_message (self, store_code);
  g_set_error_literal (error, ACCORD_STORE_ERROR, (int) store_code, message);

  return FALSE;
}

AccordStatement *
accord_database_prepare (AccordDatabase *self,
                         const char     *sql,
                         GError        **error)
{
  AccordStatement *statement = NULL;
  int code = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    {
      if ((code & 0xff) == SQLITE_ERROR)
        g_warning ("%s: %s", sql, sqlite3_errmsg (self->handle));
      accord_database_fail (self, code, error);
      return NULL;
    }

  return statement;
}

gboolean
accord_database_prepare_all (AccordDatabase              *self,
                             const AccordStatementSource *sources,
                             guint                        n_sources,
                             GError                     **error)
{
  for (guint i = 0; i < n_sources; i++)
    {
      *sources[i].statement = accord_database_prepare (self, sources[i].sql, error);
      if (*sources[i].statement == NULL)
        return FALSE;
    }

  return TRUE;
}

gboolean
accord_database_bind_text (AccordDatabase  *self,
                           AccordStatement *statement,
                           int              index,
                           const char      *text,
                           GError         **error)
{
  int code = sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);

  return code == SQLITE_OK || accord_database_fail (self, code, error);
}

gboolean
accord_database_bind_integer (AccordDatabase  *self,
                              AccordStatement *statement,
                              int              index,
                              gint64           value,
                              GError         **error)
{
  int code = sqlite3_bind_int64 (statement, index, value);

  return code == SQLITE_OK || accord_database_fail (self, code, error);
}

gboolean
accord_database_bind_bytes (AccordDatabase  *self,
                            AccordStatement *statement,
                            int              index,
                            gconstpointer    bytes,
                            gsize            length,
                            GError         **error)
{
  int code = sqlite3_bind_blob64 (statement, index, bytes, length, SQLITE_STATIC);

  return code == SQLITE_OK || accord_database_fail (self, code, error);
}

gboolean
accord_database_bind_null (AccordDatabase  *self,
                           AccordStatement *statement,
                           int              index,
                           GError         **error)
{
  int code = sqlite3_bind_null (statement, index);

  return code == SQLITE_OK || accord_database_fail (self, code, error);
}

gboolean
accord_database_step (AccordDatabase  *self,
                      AccordStatement *statement,
                      gboolean        *row,
                      GError         **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    accord_database_fail (self, code, error);
  sqlite3_reset (statement);

  return code == SQLITE_DONE;
}

gboolean
accord_database_run (AccordDatabase  *self,
                     AccordStatement *statement,
                     GError         **error)
{
  gboolean row = TRUE;

  while (row)
    {
      if (!accord_database_step (self, statement, &row, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
accord_database_execute (AccordDatabase *self,
                         const char     *sql,
                         GError        **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || accord_database_fail (self, code, error);
}

gboolean
accord_database_read_integer (AccordDatabase *self,
                              const char     *sql,
                              gint64         *value,
                              GError        **error)
{
  g_autoptr (AccordStatement) statement = accord_database_prepare (self, sql, error);
  gboolean row = FALSE;

  if (statement == NULL || !accord_database_step (self, statement, &row, error))
    return FALSE;
  if (row && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    *value = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

gboolean
accord_database_begin (AccordDatabase *self,
                       GError        **error)
{
  /* For want of memory even a ROLLBACK can fail: what it left open goes first. */
  if (!accord_database_rollback (self))
    return accord_database_fail (self, SQLITE_NOMEM, error);

  return accord_database_execute (self, "BEGIN IMMEDIATE", error);
}

gboolean
accord_database_commit (AccordDatabase *self,
                        GError        **error)
{
  if (accord_database_execute (self, "COMMIT", error))
    return TRUE;

  accord_database_rollback (self);

  return FALSE;
}

gboolean
accord_database_rollback (AccordDatabase *self)
{
  /* An I/O error or a full disk may have rolled back already; then there is nothing open, and ROLLBACK would be an
   * error. */
  if (sqlite3_get_autocommit (self->handle) == 0)
    accord_database_execute (self, "ROLLBACK", NULL);

  return sqlite3_get_autocommit (self->handle) != 0;
}

gboolean
accord_database_check_place (AccordDatabase *self,
                             GError        **error)
{
  int moved = 0;

  /* NOTFOUND is a VFS that cannot tell. */
  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0)
    return accord_database_fail (self, SQLITE_READONLY_DBMOVED, error);

  return TRUE;
}
