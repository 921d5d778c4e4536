/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-migration.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define SQL_PATH "/io/github/accord/Accord/sql/"

static char *
migration_dup_path (int version)
{
  g_autofree char *prefix = g_strdup_printf ("%03d-", version);
  g_auto (GStrv) names = g_resources_enumerate_children (SQL_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], prefix))
        return g_strconcat (SQL_PATH, names[i], NULL);
    }

  return NULL;
}

int
accord_migration_latest (void)
{
  static gsize latest = 0;

  if (g_once_init_enter (&latest))
    {
      int version = 0;

      for (;;)
        {
          g_autofree char *path = migration_dup_path (version + 1);

          if (path == NULL)
            break;
          version++;
        }
      g_assert (version > 0);
      g_once_init_leave (&latest, (gsize) version);
    }

  return (int) latest;
}

static gboolean
migration_step (AccordDatabase *database,
                int             version,
                GError        **error)
{
  g_autofree char *path = migration_dup_path (version);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", ACCORD_DATABASE_APPLICATION_ID);

  g_assert (sql != NULL);

  if (!accord_database_begin (database, error))
    return FALSE;

  /* A resource's bytes end with a NUL that its size does not count. */
  if (!accord_database_execute (database, g_bytes_get_data (sql, NULL), error)
      || !accord_database_execute (database, mark, error)
      || !accord_database_execute (database, stamp, error))
    {
      accord_database_rollback (database);
      return FALSE;
    }

  return accord_database_commit (database, error);
}

gboolean
accord_migration_run (AccordDatabase *database,
                      int             from,
                      int             to,
                      GError        **error)
{
  for (int version = from + 1; version <= to; version++)
    {
      if (!migration_step (database, version, error))
        return FALSE;
    }

  return TRUE;
}

/* Everything that SQLite would read or run, but for the statistics that ANALYZE keeps. */
static char *
migration_dup_schema (AccordDatabase *database,
                      GError        **error)
{
  g_autoptr (AccordStatement) statement = NULL;
  g_autoptr (GString) schema = g_string_new (NULL);
  gboolean row = FALSE;

  statement = accord_database_prepare (database,
                                       "SELECT type, name, tbl_name, sql FROM sqlite_schema"
                                       " WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4') ORDER BY type, name, tbl_name, sql",
                                       error);
  if (statement == NULL)
    return NULL;
  for (;;)
    {
      if (!accord_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        break;
      for (int column = 0; column < 4; column++)
        {
          const char *text = (const char *) sqlite3_column_text (statement, column);

          /* The length goes before the text, so that no text can look like the border between two. */
          g_string_append_printf (schema, "%d:", sqlite3_column_bytes (statement, column));
          g_string_append (schema, text != NULL ? text : "");
          g_string_append_c (schema, '\n');
        }
    }

  return g_string_free (g_steal_pointer (&schema), FALSE);
}

/* What version's schema is by our own SQL: made once, in memory. */
static char *
migration_dup_expected (int      version,
                        GError **error)
{
  static GMutex mutex;
  static GHashTable *known = NULL; /* version → schema; as long as the program */
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (AccordDatabase) reference = NULL;
  g_autofree char *schema = NULL;

  if (known == NULL)
    known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (g_hash_table_contains (known, GINT_TO_POINTER (version)))
    return g_strdup (g_hash_table_lookup (known, GINT_TO_POINTER (version)));

  reference = accord_database_open (NULL, ACCORD_DATABASE_MEMORY, error);
  if (reference == NULL || !accord_migration_run (reference, 0, version, error))
    return NULL;
  schema = migration_dup_schema (reference, error);
  if (schema == NULL)
    return NULL;
  g_hash_table_insert (known, GINT_TO_POINTER (version), g_strdup (schema));

  return g_steal_pointer (&schema);
}

gboolean
accord_migration_check_schema (AccordDatabase *database,
                               const char     *name,
                               int             version,
                               GError        **error)
{
  g_autofree char *schema = migration_dup_schema (database, error);
  g_autofree char *expected = NULL;

  if (schema == NULL)
    return FALSE;
  expected = migration_dup_expected (version, error);
  if (expected == NULL)
    return FALSE;

  if (strcmp (schema, expected) == 0)
    return TRUE;

  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SCHEMA,
               _("The tables of “%s” are not the ones that Accord made: something else has changed them. "
                 "It was left as it is; restore a backup."), name);

  return FALSE;
}
