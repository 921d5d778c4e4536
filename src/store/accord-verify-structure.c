/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-verify-private.h"

#include "accord-migration.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* How many lines SQLite's own check may give before it stops. */
#define STRUCTURE_FAULTS_MAX "100"
/* The longest name out of a damaged file that is shown. */
#define NAME_MAX_CHARS 60

/* A name, or a line, of a file that may be anything, so that it can be shown. */
static char *
dup_showable (const char *text,
              glong       max_chars)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *shown = g_string_new (NULL);
  glong n_chars = 0;

  for (const char *p = valid; *p != '\0' && n_chars < max_chars; p = g_utf8_next_char (p), n_chars++)
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (shown, g_unichar_isprint (c) ? c : ' ');
    }

  return g_string_free (shown, FALSE);
}

/* Two columns, with a space between. */
static char *
dup_pair (sqlite3_stmt *statement,
          int           column)
{
  const char *first = (const char *) sqlite3_column_text (statement, column);
  const char *second = (const char *) sqlite3_column_text (statement, column + 1);

  return g_strdup_printf ("%s %s", first != NULL ? first : "", second != NULL ? second : "");
}

/* "type name" → sql of everything in the schema but the statistics that ANALYZE keeps. */
static GHashTable *
read_schema (AccordDatabase *database,
             AccordVerify   *bounds,
             GError        **error)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (AccordStatement) statement = NULL;
  gboolean row;

  statement = accord_database_prepare (database,
                                       "SELECT type, name, tbl_name, sql FROM sqlite_schema"
                                       " WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4')",
                                       error);
  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      if (!accord_database_step (database, statement, &row, error))
        return NULL;
      if (!row || (bounds != NULL && !accord_verify_count_row (bounds, statement)))
        return g_steal_pointer (&schema);

      /* The type first: whoever names a thing in a hostile file names only that. */
      g_hash_table_insert (schema, dup_pair (statement, 0), dup_pair (statement, 2));
    }
}

static GHashTable *
make_schema (int      version,
             GError **error)
{
  g_autoptr (AccordDatabase) database = accord_database_open (NULL, ACCORD_DATABASE_MEMORY, error);

  if (database == NULL || !accord_migration_run (database, 0, version, error))
    return NULL;

  return read_schema (database, NULL, error);
}

/* To make it costs more than most files cost to check: it is kept. (transfer full) */
static GHashTable *
expected_schema (int      version,
                 GError **error)
{
  static GMutex lock;
  static GHashTable *kept = NULL;
  static int kept_version = 0;
  GHashTable *schema = NULL;

  g_mutex_lock (&lock);
  if (kept == NULL || kept_version != version)
    {
      g_clear_pointer (&kept, g_hash_table_unref);
      kept = make_schema (version, error);
      kept_version = version;
    }
  if (kept != NULL)
    schema = g_hash_table_ref (kept);
  g_mutex_unlock (&lock);

  return schema;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
sorted_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_strings);

  return keys;
}

gboolean
accord_verify_schema (AccordVerify *self,
                      int           version,
                      gboolean     *tables_are_ours,
                      GError      **error)
{
  g_autoptr (GHashTable) expected = expected_schema (version, error);
  g_autoptr (GHashTable) found = NULL;
  g_autoptr (GPtrArray) expected_keys = NULL;
  g_autoptr (GPtrArray) found_keys = NULL;
  GError *failure = NULL;

  *tables_are_ours = FALSE;
  if (expected == NULL)
    return FALSE;

  accord_verify_begin (self);
  found = read_schema (self->database, self, &failure);
  if (found == NULL || self->exhausted)
    return accord_verify_end (self, g_strdup (_("Tables")), failure, error);

  *tables_are_ours = TRUE;
  expected_keys = sorted_keys (expected);
  for (guint i = 0; i < expected_keys->len; i++)
    {
      const char *key = expected_keys->pdata[i];
      const char *sql = g_hash_table_lookup (found, key);

      if (g_strcmp0 (sql, g_hash_table_lookup (expected, key)) == 0)
        continue;
      if (g_str_has_prefix (key, "table "))
        *tables_are_ours = FALSE;
      accord_verify_fault (self, sql == NULL
                                   /* Translators: %s is a part of the database, such as "trigger seal_stays". */
                                   ? g_strdup_printf (_("The file's %s is missing: something else took it away"), key)
                                   : g_strdup_printf (_("The file's %s is not the one that Accord made"), key));
    }

  found_keys = sorted_keys (found);
  for (guint i = 0; i < found_keys->len; i++)
    {
      if (!g_hash_table_contains (expected, found_keys->pdata[i]))
        {
          g_autofree char *name = dup_showable (found_keys->pdata[i], NAME_MAX_CHARS);

          accord_verify_fault (self, g_strdup_printf (_("The file holds a %s that Accord did not make"), name));
        }
    }

  return accord_verify_end (self, NULL, NULL, error);
}

gboolean
accord_verify_structure (AccordVerify *self,
                         GError      **error)
{
  g_autoptr (AccordStatement) statement = NULL;
  GError *failure = NULL;
  gboolean row = TRUE;

  accord_verify_begin (self);
  statement = accord_database_prepare (self->database, "PRAGMA integrity_check (" STRUCTURE_FAULTS_MAX ")", &failure);
  while (statement != NULL && accord_database_step (self->database, statement, &row, &failure) && row)
    {
      const char *line = (const char *) sqlite3_column_text (statement, 0);
      g_autofree char *showable = NULL;

      if (g_strcmp0 (line, "ok") == 0)
        continue;
      if (line != NULL && g_str_has_prefix (line, "*** in database main ***\n"))
        line = strchr (line, '\n') + 1;
      showable = dup_showable (line, 200);
      /* Translators: %s is SQLite's own sentence, in English. */
      accord_verify_fault (self, g_strdup_printf (_("The structure of the file is damaged: %s"), showable));
    }

  return accord_verify_end (self, g_strdup (_("Structure of the file")), failure, error);
}

gboolean
accord_verify_references (AccordVerify *self,
                          GError      **error)
{
  g_autoptr (AccordStatement) statement = NULL;
  GError *failure = NULL;
  gboolean row = TRUE;

  accord_verify_begin (self);
  statement = accord_database_prepare (self->database, "PRAGMA foreign_key_check", &failure);
  while (statement != NULL && accord_database_step (self->database, statement, &row, &failure) && row)
    {
      const char *label = accord_verify_get_label ((const char *) sqlite3_column_text (statement, 0));
      const char *parent = accord_verify_get_label ((const char *) sqlite3_column_text (statement, 2));

      if (!accord_verify_count_row (self, statement))
        break;
      accord_verify_fault (self, sqlite3_column_type (statement, 1) != SQLITE_NULL
                                   /* Translators: such as "Goal 12 refers to something that is not there (Member)". */
                                   ? g_strdup_printf (_("%s %" PRId64 " refers to something that is not there (%s)"),
                                                      label, (gint64) sqlite3_column_int64 (statement, 1), parent)
                                   : g_strdup_printf (_("%s: one refers to something that is not there (%s)"), label,
                                                      parent));
    }

  return accord_verify_end (self, g_strdup (_("References")), failure, error);
}
