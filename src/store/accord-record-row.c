/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-record-row.h"

#include "accord-date.h"

#include <string.h>

static const char *
row_table (GType type)
{
  g_autoptr (AccordRecordClass) klass = g_type_class_ref (type);

  return klass->table;
}

static void
row_append_column (GString           *sql,
                   const AccordField *field)
{
  /* Quoted: "left" and "key" are words of SQL. */
  g_string_append_c (sql, '"');
  for (const char *p = field->name; *p != '\0'; p++)
    g_string_append_c (sql, *p == '-' ? '_' : *p);
  g_string_append_c (sql, '"');
}

char *
accord_record_select_sql (GType type)
{
  g_autoptr (AccordRecordClass) klass = g_type_class_ref (type);
  GString *sql = g_string_new ("SELECT id, ");

  for (guint i = 0; i < klass->n_fields; i++)
    {
      row_append_column (sql, &klass->fields[i]);
      g_string_append (sql, ", ");
    }
  g_string_append_printf (sql, "digest FROM \"%s\" ORDER BY id", klass->table);

  return g_string_free (sql, FALSE);
}

char *
accord_record_insert_sql (GType type)
{
  g_autoptr (AccordRecordClass) klass = g_type_class_ref (type);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (", klass->table);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      row_append_column (sql, &klass->fields[i]);
      g_string_append (sql, ", ");
    }
  g_string_append (sql, "digest, id) VALUES (");
  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append (sql, "?, ");
  g_string_append (sql, "?, ?)");

  return g_string_free (sql, FALSE);
}

char *
accord_record_update_sql (GType type)
{
  g_autoptr (AccordRecordClass) klass = g_type_class_ref (type);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"%s\" SET ", klass->table);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      row_append_column (sql, &klass->fields[i]);
      g_string_append (sql, " = ?, ");
    }
  g_string_append (sql, "digest = ? WHERE id = ?");

  return g_string_free (sql, FALSE);
}

char *
accord_record_delete_sql (GType type)
{
  return g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", row_table (type));
}

static gboolean
row_bind_field (AccordDatabase    *database,
                AccordStatement   *statement,
                int                index,
                AccordRecord      *record,
                const AccordField *field,
                char             **iso,
                GError           **error)
{
  gint64 value;

  if (field->kind == ACCORD_FIELD_TEXT)
    return accord_database_bind_text (database, statement, index, accord_record_read_text (record, field), error);

  value = accord_record_read_integer (record, field);
  switch (field->kind)
    {
    case ACCORD_FIELD_AMOUNT:
      if (value == ACCORD_UNKNOWN)
        return accord_database_bind_null (database, statement, index, error);
      break;

    case ACCORD_FIELD_REFERENCE:
      if (value == 0)
        return accord_database_bind_null (database, statement, index, error);
      break;

    case ACCORD_FIELD_DATE:
      *iso = accord_date_to_iso ((AccordDate) value);
      return accord_database_bind_text (database, statement, index, *iso, error);

    case ACCORD_FIELD_ENUM:
      return accord_database_bind_text (database, statement, index,
                                        accord_enum_to_nick (field->enum_type (), (int) value), error);

    case ACCORD_FIELD_INTEGER:
    case ACCORD_FIELD_BOOLEAN:
    case ACCORD_FIELD_TEXT:
    default:
      break;
    }

  return accord_database_bind_integer (database, statement, index, value, error);
}

gboolean
accord_record_write_row (AccordDatabase  *database,
                         AccordStatement *statement,
                         AccordRecord    *record,
                         GError         **error)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_free);
  guint8 digest[ACCORD_RECORD_DIGEST_LENGTH];
  const AccordField *fields;
  gboolean stored;
  guint n_fields;

  fields = accord_record_get_fields (record, &n_fields);
  accord_record_digest (record, digest);

  for (guint i = 0; i < n_fields; i++)
    {
      char *iso = NULL;
      gboolean bound = row_bind_field (database, statement, (int) i + 1, record, &fields[i], &iso, error);

      if (iso != NULL)
        g_ptr_array_add (dates, iso);
      if (!bound)
        return FALSE;
    }

  stored = accord_database_bind_bytes (database, statement, (int) n_fields + 1, digest, sizeof digest, error)
           && accord_database_bind_integer (database, statement, (int) n_fields + 2, accord_record_get_id (record), error)
           && accord_database_run (database, statement, error);
  /* What was bound is borrowed from the record, and gone with it. */
  sqlite3_clear_bindings (statement);

  return stored;
}

static gboolean
row_read_text (sqlite3_stmt *statement,
               int           column,
               const char  **text)
{
  if (sqlite3_column_type (statement, column) != SQLITE_TEXT)
    return FALSE;
  *text = (const char *) sqlite3_column_text (statement, column);

  /* A NUL inside would hide what follows it from every check that reads C strings. */
  return *text != NULL && strlen (*text) == (gsize) sqlite3_column_bytes (statement, column);
}

static gboolean
row_read_field (AccordRecord      *record,
                const AccordField *field,
                sqlite3_stmt      *statement,
                int                column)
{
  gboolean null = sqlite3_column_type (statement, column) == SQLITE_NULL;
  const char *text = NULL;
  AccordDate date;
  gint64 number;
  int value;

  switch (field->kind)
    {
    case ACCORD_FIELD_TEXT:
      if (!row_read_text (statement, column, &text) || !g_utf8_validate (text, -1, NULL))
        return FALSE;
      accord_record_write_text (record, field, text);
      return TRUE;

    case ACCORD_FIELD_DATE:
      if (null)
        return TRUE;
      if (!row_read_text (statement, column, &text) || !accord_date_parse (text, &date))
        return FALSE;
      accord_record_write_integer (record, field, date);
      return TRUE;

    case ACCORD_FIELD_ENUM:
      if (!row_read_text (statement, column, &text) || !accord_enum_from_nick (field->enum_type (), text, &value))
        return FALSE;
      accord_record_write_integer (record, field, value);
      return TRUE;

    case ACCORD_FIELD_INTEGER:
    case ACCORD_FIELD_BOOLEAN:
    case ACCORD_FIELD_AMOUNT:
    case ACCORD_FIELD_REFERENCE:
    default:
      /* A new record's amounts are unknown, its references none: what NULL stands for. */
      if (null)
        return field->kind == ACCORD_FIELD_AMOUNT || field->kind == ACCORD_FIELD_REFERENCE;
      number = sqlite3_column_int64 (statement, column);
      if (sqlite3_column_type (statement, column) != SQLITE_INTEGER || (field->kind == ACCORD_FIELD_BOOLEAN && number >> 1 != 0))
        return FALSE;
      accord_record_write_integer (record, field, number);
      return TRUE;
    }
}

AccordRecord *
accord_record_read_row (GType         type,
                        sqlite3_stmt *statement)
{
  g_autoptr (AccordRecord) record = g_object_new (type, NULL);
  guint8 digest[ACCORD_RECORD_DIGEST_LENGTH];
  const AccordField *fields;
  guint n_fields;
  int column;

  fields = accord_record_get_fields (record, &n_fields);
  if (sqlite3_column_int64 (statement, 0) <= 0)
    return NULL;
  accord_record_set_id (record, sqlite3_column_int64 (statement, 0));
  for (guint i = 0; i < n_fields; i++)
    {
      if (!row_read_field (record, &fields[i], statement, (int) i + 1))
        return NULL;
    }

  column = (int) n_fields + 1;
  accord_record_digest (record, digest);
  if (sqlite3_column_bytes (statement, column) != sizeof digest
      || memcmp (sqlite3_column_blob (statement, column), digest, sizeof digest) != 0)
    return NULL;

  return g_steal_pointer (&record);
}
