/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "accord-store-error.h"

G_BEGIN_DECLS

/* Private to the store floor: SQLite with GError, opened the one way in which Accord opens it. */

/* What PRAGMA application_id says in a workspace: "Accd". */
#define ACCORD_DATABASE_APPLICATION_ID 0x41636364

typedef struct _AccordDatabase AccordDatabase;

typedef enum
{
  ACCORD_DATABASE_READ,   /* never writes, but for the hot journal of a writer that died, where the file can be written */
  ACCORD_DATABASE_WRITE,  /* an existing file, to be changed */
  ACCORD_DATABASE_CREATE, /* an existing empty file that was made with the mode it is to have */
  ACCORD_DATABASE_MEMORY, /* path is ignored */
} AccordDatabaseMode;

/* Opens path with every setting of reliability.md's open sequence but those that write (see
 * accord_database_make_durable()). It looks neither at the schema nor at the content. */
AccordDatabase *accord_database_open (const char        *path,
                                      AccordDatabaseMode mode,
                                      GError           **error);

/* NULL is fine. Statements must be gone by then. */
void accord_database_close (AccordDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordDatabase, accord_database_close)

/* journal_mode=TRUNCATE and synchronous=FULL, both read back: nothing is written before this. May convert a WAL
 * file. */
gboolean accord_database_make_durable (AccordDatabase *self,
                                       GError        **error);

sqlite3 *accord_database_get_handle (AccordDatabase *self);

/* For who remembers something that was made of actuals: counts how often this connection has begun to write some. What others
 * write moves SQLite's data_version. */
guint64 accord_database_get_actuals_written (AccordDatabase *self);
void accord_database_note_actuals_written (AccordDatabase *self);

/* Sets error from SQLite's code (extended or not) with a sentence for the user that names the file; always gives
 * FALSE. */
gboolean accord_database_fail (AccordDatabase *self,
                               int             code,
                               GError        **error);

typedef sqlite3_stmt AccordStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordStatement, sqlite3_finalize)

/* One statement. NULL on failure. */
AccordStatement *accord_database_prepare (AccordDatabase *self,
                                          const char     *sql,
                                          GError        **error);

/* Statements that are made at once and live as long as what holds them. */
typedef struct
{
  AccordStatement **statement;
  const char *sql;
} AccordStatementSource;

/* FALSE at the first that cannot be made; those before it are the holder's to finalize all the same. */
gboolean accord_database_prepare_all (AccordDatabase              *self,
                                      const AccordStatementSource *sources,
                                      guint                        n_sources,
                                      GError                     **error);

/* Binding, by index from 1. NULL text or bytes bind NULL. What is bound must live until the statement was stepped
 * and reset. */
gboolean accord_database_bind_text (AccordDatabase  *self,
                                    AccordStatement *statement,
                                    int              index,
                                    const char      *text,
                                    GError         **error);
gboolean accord_database_bind_integer (AccordDatabase  *self,
                                       AccordStatement *statement,
                                       int              index,
                                       gint64           value,
                                       GError         **error);
gboolean accord_database_bind_bytes (AccordDatabase  *self,
                                     AccordStatement *statement,
                                     int              index,
                                     gconstpointer    bytes,
                                     gsize            length,
                                     GError         **error);
gboolean accord_database_bind_null (AccordDatabase  *self,
                                    AccordStatement *statement,
                                    int              index,
                                    GError         **error);

/* One step: row says whether there is a row to read (sqlite3_column_…); where there is none any more the statement is
 * reset, ready for the next bindings. It is reset after a failure too. */
gboolean accord_database_step (AccordDatabase  *self,
                               AccordStatement *statement,
                               gboolean        *row,
                               GError         **error);

/* Steps a statement that gives no rows to its end, and resets it. */
gboolean accord_database_run (AccordDatabase  *self,
                              AccordStatement *statement,
                              GError         **error);

/* Runs SQL without parameters, one statement or many, and ignores rows. */
gboolean accord_database_execute (AccordDatabase *self,
                                  const char     *sql,
                                  GError        **error);

/* First column of the first row; value keeps what it was where there is no row, or NULL in it. */
gboolean accord_database_read_integer (AccordDatabase *self,
                                       const char     *sql,
                                       gint64         *value,
                                       GError        **error);

/* BEGIN IMMEDIATE: the write lock, or BUSY after 5 seconds. */
gboolean accord_database_begin (AccordDatabase *self,
                                GError        **error);

/* After a failure no transaction is open any more (but see accord_database_rollback()), and the file may hold either
 * the old state or the new one: who keeps a picture of it in memory reads it again. */
gboolean accord_database_commit (AccordDatabase *self,
                                 GError        **error);

/* Takes back what is open; nothing where SQLite has done so already. FALSE where that fails too (for want of memory):
 * what is read then is not what the file holds. The next accord_database_begin() tries again. */
gboolean accord_database_rollback (AccordDatabase *self);

/* FALSE with ACCORD_STORE_ERROR_MOVED where the file was moved, deleted or replaced since it was opened. */
gboolean accord_database_check_place (AccordDatabase *self,
                                      GError        **error);

G_END_DECLS
