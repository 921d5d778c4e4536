/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-opportunity-rows.h"

#include <string.h>

#include "accord-opportunities-private.h"

/* So many new ones are worth the preparation for putting them all at once. */
#define FRESH_MIN 64
/* The name under which SQL finds the rows, while they are inserted. */
#define MODULE "accord_opportunity_rows"
/* From so many rows on an index is made anew in less time than it takes to put each of them in its place. */
#define MANY_ROWS 50000
/* Once in so many rows it is asked whether to go on. */
#define STEP_ROWS 1024
/* The same while an index is made, in SQLite's own steps: some milliseconds. */
#define STEP_OPCODES 20000

/* As MODULE declares them. */
typedef enum
{
  COLUMN_ID,
  COLUMN_EXTERNAL,
  COLUMN_MEMBER,
  COLUMN_ACCOUNT,
  COLUMN_PRODUCT,
  COLUMN_STAGE,
  COLUMN_STATE,
  COLUMN_CREATED,
  COLUMN_CLOSED,
  COLUMN_AMOUNT,
  COLUMN_OBSERVED,
} Column;

typedef struct
{
  AccordBulk *bulk;
  GArray *fresh;
  char observed[ACCORD_OPPORTUNITY_DAY_SIZE];
  gboolean counts; /* whether the rows that are read are those that progress is told of */
  GError *error;   /* why the rows ended before they did */
} Rows;

typedef struct
{
  sqlite3_vtab parent;
  Rows *rows;
} Table;

typedef struct
{
  sqlite3_vtab_cursor parent;
  Rows *rows;
  guint place;
  const AccordOpportunity *opportunity; /* at that place */
  AccordOpportunity room;
  char created[ACCORD_OPPORTUNITY_DAY_SIZE];
  char closed[ACCORD_OPPORTUNITY_DAY_SIZE];
} Cursor;

static int
table_connect (sqlite3           *handle,
               void              *data,
               int                argc,
               const char *const *argv,
               sqlite3_vtab     **table,
               char             **message)
{
  Table *self = g_new0 (Table, 1);
  int code = sqlite3_declare_vtab (handle, "CREATE TABLE rows (id, external, member, account, product, stage, state, created,"
                                           " closed, amount, observed)");

  self->rows = data;
  *table = &self->parent;

  return code;
}

static int
table_disconnect (sqlite3_vtab *table)
{
  g_free (table);

  return SQLITE_OK;
}

static int
table_best_index (sqlite3_vtab       *table,
                  sqlite3_index_info *info)
{
  info->estimatedRows = ((Table *) table)->rows->fresh->len;
  info->estimatedCost = (double) info->estimatedRows;

  return SQLITE_OK;
}

static int
table_open (sqlite3_vtab         *table,
            sqlite3_vtab_cursor **cursor)
{
  Cursor *self = g_new0 (Cursor, 1);

  self->rows = ((Table *) table)->rows;
  *cursor = &self->parent;

  return SQLITE_OK;
}

static int
cursor_close (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);

  return SQLITE_OK;
}

static int
cursor_go_to (Cursor *self,
              guint   place)
{
  Rows *rows = self->rows;

  self->place = place;
  if (place == rows->fresh->len)
    return SQLITE_OK;

  self->opportunity = accord_bulk_get_opportunity (rows->bulk, g_array_index (rows->fresh, guint, place), &self->room);
  if ((rows->counts ? !accord_bulk_step (rows->bulk, &rows->error)
                       : place % STEP_ROWS == 0
                           && g_cancellable_set_error_if_cancelled (rows->bulk->cancellable, &rows->error)))
    return SQLITE_INTERRUPT;

  return SQLITE_OK;
}

static int
cursor_filter (sqlite3_vtab_cursor *cursor,
               int                  number,
               const char          *name,
               int                  argc,
               sqlite3_value      **argv)
{
  return cursor_go_to ((Cursor *) cursor, 0);
}

static int
cursor_next (sqlite3_vtab_cursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  return cursor_go_to (self, self->place + 1);
}

static int
cursor_eof (sqlite3_vtab_cursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  return self->place >= self->rows->fresh->len;
}

static int
cursor_rowid (sqlite3_vtab_cursor *cursor,
              sqlite3_int64       *id)
{
  *id = ((Cursor *) cursor)->opportunity->id;

  return SQLITE_OK;
}

/* What is given lives until the next row is. NULL stays NULL. */
static void
give_text (sqlite3_context *context,
           const char      *text)
{
  if (text != NULL)
    sqlite3_result_text (context, text, (int) strlen (text), SQLITE_STATIC);
}

static int
cursor_column (sqlite3_vtab_cursor *cursor,
               sqlite3_context     *context,
               int                  column)
{
  Cursor *self = (Cursor *) cursor;
  const AccordOpportunity *opportunity = self->opportunity;

  switch ((Column) column)
    {
    case COLUMN_ID:
      sqlite3_result_int64 (context, opportunity->id);
      break;

    case COLUMN_EXTERNAL:
      give_text (context, opportunity->external);
      break;

    case COLUMN_MEMBER:
      sqlite3_result_int64 (context, opportunity->member);
      break;

    case COLUMN_ACCOUNT:
      give_text (context, opportunity->account != NULL ? opportunity->account : "");
      break;

    case COLUMN_PRODUCT:
      give_text (context, opportunity->product != NULL ? opportunity->product : "");
      break;

    case COLUMN_STAGE:
      give_text (context, opportunity->stage != NULL ? opportunity->stage : "");
      break;

    case COLUMN_STATE:
      give_text (context, accord_opportunity_state_to_word (opportunity->state));
      break;

    case COLUMN_CREATED:
      give_text (context, accord_opportunity_write_day (opportunity->created, self->created));
      break;

    case COLUMN_CLOSED:
      give_text (context, accord_opportunity_write_day (opportunity->closed, self->closed));
      break;

    case COLUMN_AMOUNT:
      if (opportunity->amount != ACCORD_UNKNOWN)
        sqlite3_result_int64 (context, opportunity->amount);
      break;

    case COLUMN_OBSERVED:
      give_text (context, self->rows->observed);
      break;

    default:
      g_assert_not_reached ();
    }

  return SQLITE_OK;
}

static const sqlite3_module module = {
  .iVersion = 1,
  .xConnect = table_connect,
  .xBestIndex = table_best_index,
  .xDisconnect = table_disconnect,
  .xOpen = table_open,
  .xClose = cursor_close,
  .xFilter = cursor_filter,
  .xNext = cursor_next,
  .xEof = cursor_eof,
  .xColumn = cursor_column,
  .xRowid = cursor_rowid,
};

static gboolean
rows_run (Rows           *self,
          AccordDatabase *database,
          const char     *sql,
          GError        **error)
{
  g_autoptr (AccordStatement) statement = accord_database_prepare (database, sql, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  if (accord_database_run (database, statement, &failure))
    return TRUE;

  /* SQLite only knows that it was interrupted. */
  if (self->error != NULL)
    {
      g_clear_error (&failure);
      g_propagate_error (error, g_steal_pointer (&self->error));
    }
  else
    {
      g_propagate_error (error, failure);
    }

  return FALSE;
}

static gboolean
rows_insert (Rows           *self,
             AccordDatabase *database,
             GError        **error)
{
  self->counts = TRUE;
  if (!rows_run (self, database,
                 "INSERT INTO opportunity (id, external, member, account, product, stage, state, created, closed, amount)"
                 " SELECT id, external, member, account, product, stage, state, created, closed, amount FROM " MODULE,
                 error))
    return FALSE;
  self->counts = FALSE;

  return self->bulk->observed == ACCORD_DATE_NONE
         || rows_run (self, database,
                      "INSERT INTO stage_observation (opportunity, observed, stage, state)"
                      " SELECT id, observed, stage, state FROM " MODULE,
                      error);
}

/* The statements that make the indexes again which are taken away here, as they stand in the file: none where something is
 * being read just now. The index of what is unique is no such one. */
static GPtrArray *
drop_indexes (AccordDatabase *database)
{
  g_autoptr (AccordStatement) statement =
      accord_database_prepare (database, "SELECT sql, 'DROP INDEX \"' || replace (name, '\"', '\"\"') || '\"' FROM sqlite_schema"
                                         " WHERE type = 'index' AND tbl_name = 'opportunity' AND sql IS NOT NULL ORDER BY name",
                               NULL);
  g_autoptr (GPtrArray) making = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) dropping = g_ptr_array_new_with_free_func (g_free);
  gboolean row = statement != NULL;

  while (row && accord_database_step (database, statement, &row, NULL) && row)
    {
      g_ptr_array_add (making, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
      g_ptr_array_add (dropping, g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  for (guint i = 0; i < dropping->len; i++)
    {
      if (!accord_database_execute (database, g_ptr_array_index (dropping, i), NULL))
        {
          g_ptr_array_set_size (making, i);
          break;
        }
    }

  return g_steal_pointer (&making);
}

static int
on_opcodes (void *data)
{
  return g_cancellable_is_cancelled (data);
}

/* FALSE with G_IO_ERROR_CANCELLED, too. */
static gboolean
make_indexes (AccordDatabase *database,
              GPtrArray      *making,
              GCancellable   *cancellable,
              GError        **error)
{
  sqlite3 *handle = accord_database_get_handle (database);
  g_autoptr (GError) failure = NULL;
  gboolean done = TRUE;

  sqlite3_progress_handler (handle, cancellable != NULL ? STEP_OPCODES : 0, on_opcodes, cancellable);
  for (guint i = 0; done && i < making->len; i++)
    done = accord_database_execute (database, g_ptr_array_index (making, i), &failure);
  sqlite3_progress_handler (handle, 0, NULL, NULL);
  if (!done && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&failure));

  return done;
}

GArray *
accord_opportunity_rows_list (AccordBulk *bulk,
                              gint64      last_id)
{
  GArray *fresh = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 last = last_id;

  for (guint i = 0; i < accord_bulk_get_n_opportunities (bulk); i++)
    {
      AccordOpportunity room;
      gint64 id = accord_bulk_get_opportunity (bulk, i, &room)->id;

      if (id == 0 || (id > last_id && id <= last))
        {
          g_array_set_size (fresh, 0);
          return fresh;
        }
      if (id <= last_id)
        continue;
      g_array_append_val (fresh, i);
      last = id;
    }
  if (fresh->len < FRESH_MIN)
    g_array_set_size (fresh, 0);

  return fresh;
}

gboolean
accord_opportunity_rows_insert (AccordDatabase *database,
                                AccordBulk     *bulk,
                                GArray         *fresh,
                                gint64          last_id,
                                GError        **error)
{
  sqlite3 *handle = accord_database_get_handle (database);
  Rows rows = { .bulk = bulk, .fresh = fresh };
  g_autoptr (GPtrArray) indexes = NULL;
  gboolean done;
  int code;

  accord_opportunity_write_day (bulk->observed, rows.observed);
  code = sqlite3_create_module_v2 (handle, MODULE, &module, &rows, NULL);
  if (code != SQLITE_OK)
    return accord_database_fail (database, code, error);

  if (fresh->len >= MANY_ROWS && fresh->len >= last_id)
    indexes = drop_indexes (database);
  done = rows_insert (&rows, database, error)
         && (indexes == NULL || make_indexes (database, indexes, bulk->cancellable, error));
  sqlite3_create_module_v2 (handle, MODULE, NULL, NULL, NULL);
  g_clear_error (&rows.error);

  return done;
}
