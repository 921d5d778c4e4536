/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-export-private.h"

#include <string.h>

struct _AccordExportTable
{
  char *name;
  char **columns;
  guint n_columns;
  guint column;
  guint n_rows;
  GString *csv;
  GString *json;
};

/* A spreadsheet takes a cell that begins with one of these for a formula. */
#define FORMULA_STARTS "=+-@\t\r"

static void
append_csv (GString    *csv,
            const char *text)
{
  gboolean formula = *text != '\0' && strchr (FORMULA_STARTS, *text) != NULL;

  if (!formula && strpbrk (text, ",;\"\r\n\t") == NULL && !g_str_has_prefix (text, " ") && !g_str_has_suffix (text, " "))
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append (csv, formula ? "\"'" : "\"");
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append_c (csv, '"');
}

static void
append_json (GString    *json,
             const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_printf (json, "\\%c", *at);
      else if (*at == '\n')
        g_string_append (json, "\\n");
      else if ((guchar) *at < 0x20 || *at == 0x7f)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *at);
      else
        g_string_append_c (json, *at);
    }
  g_string_append_c (json, '"');
}

/* Both as they are written; the CSV cell is escaped by the caller. */
static void
table_begin_cell (AccordExportTable *self)
{
  if (self->column == 0)
    g_string_append (self->json, self->n_rows == 0 ? "\n  {" : ",\n  {");
  if (self->column > 0)
    {
      g_string_append_c (self->csv, ',');
      g_string_append (self->json, ", ");
    }
  append_json (self->json, self->columns[self->column]);
  g_string_append (self->json, ": ");
}

static void
table_end_cell (AccordExportTable *self)
{
  if (++self->column < self->n_columns)
    return;

  g_string_append (self->csv, "\r\n");
  g_string_append_c (self->json, '}');
  self->column = 0;
  self->n_rows++;
}

AccordExportTable *
accord_export_table_new (const char        *name,
                         const char *const *columns)
{
  AccordExportTable *self = g_new0 (AccordExportTable, 1);

  self->name = g_strdup (name);
  self->columns = g_strdupv ((char **) columns);
  self->n_columns = g_strv_length (self->columns);
  self->csv = g_string_new (NULL);
  self->json = g_string_new ("[");
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (self->csv, "%s%s", i > 0 ? "," : "", columns[i]);
  g_string_append (self->csv, "\r\n");

  return self;
}

void
accord_export_table_free (AccordExportTable *self)
{
  g_free (self->name);
  g_strfreev (self->columns);
  g_string_free (self->csv, TRUE);
  g_string_free (self->json, TRUE);
  g_free (self);
}

void
accord_export_table_add_text (AccordExportTable *self,
                              const char        *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  table_begin_cell (self);
  if (valid != NULL)
    {
      append_csv (self->csv, valid);
      append_json (self->json, valid);
    }
  else
    g_string_append (self->json, "null");
  table_end_cell (self);
}

void
accord_export_table_add_number (AccordExportTable *self,
                                const char        *number)
{
  table_begin_cell (self);
  g_string_append (self->csv, number);
  g_string_append (self->json, *number != '\0' ? number : "null");
  table_end_cell (self);
}

void
accord_export_table_add_boolean (AccordExportTable *self,
                                 gboolean           value)
{
  accord_export_table_add_number (self, value ? "true" : "false");
}

void
accord_export_table_add_date (AccordExportTable *self,
                              AccordDate         date)
{
  g_autofree char *iso = date != ACCORD_DATE_NONE ? accord_date_to_iso (date) : NULL;

  accord_export_table_add_text (self, iso);
}

const char *
accord_export_table_get_name (AccordExportTable *self)
{
  return self->name;
}

guint
accord_export_table_get_n_rows (AccordExportTable *self)
{
  return self->n_rows;
}

char *
accord_export_table_end_csv (AccordExportTable *self)
{
  return g_strdup (self->csv->str);
}

char *
accord_export_table_end_json (AccordExportTable *self)
{
  return g_strconcat (self->json->str, self->n_rows > 0 ? "\n]\n" : "]\n", NULL);
}
