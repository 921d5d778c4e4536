/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-references.h"

#include "accord-workspace-state.h"

/* The schema itself says who may refer to whom. */
static const char columns_sql[] =
  "SELECT t.name, f.\"from\", EXISTS (SELECT 1 FROM pragma_table_info (t.name) AS i WHERE i.name = 'id')"
  " FROM sqlite_schema AS t JOIN pragma_foreign_key_list (t.name) AS f"
  " WHERE t.type = 'table' AND f.\"table\" = ? ORDER BY t.name, f.\"from\"";

static gboolean
collect (AccordDatabase *database,
         const char     *table,
         const char     *column,
         gboolean        has_id,
         gint64          id,
         GArray         *found,
         GError        **error)
{
  g_autofree char *sql = g_strdup_printf (has_id ? "SELECT id FROM \"%s\" WHERE \"%s\" = ?"
                                                 : "SELECT 0 FROM \"%s\" WHERE \"%s\" = ? LIMIT 1",
                                          table, column);
  g_autoptr (AccordStatement) statement = accord_database_prepare (database, sql, error);
  gboolean row = TRUE;

  if (statement == NULL || !accord_database_bind_integer (database, statement, 1, id, error))
    return FALSE;

  while (TRUE)
    {
      AccordReference reference = { g_intern_string (table), 0 };

      if (!accord_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      reference.id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (found, reference);
    }
}

GArray *
accord_workspace_find_references (AccordWorkspace *workspace,
                                  GType            type,
                                  gint64           id,
                                  GError         **error)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (AccordReference));
  g_autoptr (AccordStatement) columns = NULL;
  gboolean row;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (workspace->database != NULL, NULL);

  columns = accord_database_prepare (workspace->database, columns_sql, error);
  if (columns == NULL
      || !accord_database_bind_text (workspace->database, columns, 1, ACCORD_RECORD_CLASS (klass)->table, error))
    return NULL;

  while (TRUE)
    {
      g_autofree char *table = NULL;
      g_autofree char *column = NULL;

      if (!accord_database_step (workspace->database, columns, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&found);
      table = g_strdup ((const char *) sqlite3_column_text (columns, 0));
      column = g_strdup ((const char *) sqlite3_column_text (columns, 1));
      if (!collect (workspace->database, table, column, sqlite3_column_int (columns, 2) != 0, id, found, error))
        return NULL;
    }
}
