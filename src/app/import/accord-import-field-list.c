/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-field-list.h"

#include <glib/gi18n.h>

#include "accord-import-field-row.h"

/* How far down a column is looked for a value to show. */
#define SAMPLE_ROWS 100
#define SAMPLE_LENGTH 40

struct _AccordImportFieldList
{
  AdwBin parent_instance;

  const AccordImportField *fields;
  GPtrArray *rows; /* of AccordImportFieldRow, one a field */
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (AccordImportFieldList, accord_import_field_list, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* The first value of the column, on one line and not too long for a list. */
static char *
field_list_dup_sample (AccordCsv *csv,
                       guint      header_row,
                       guint      column)
{
  guint end = MIN (accord_csv_get_n_rows (csv), header_row + SAMPLE_ROWS);

  for (guint row = header_row + 1; row < end; row++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (accord_csv_get_cell (csv, row, column)));
      g_autofree char *start = NULL;

      if (*cell == '\0')
        continue;
      g_strdelimit (cell, "\r\n\t", ' ');
      if (g_utf8_strlen (cell, -1) <= SAMPLE_LENGTH)
        return g_steal_pointer (&cell);
      start = g_utf8_substring (cell, 0, SAMPLE_LENGTH);
      return g_strconcat (start, "…", NULL);
    }

  return g_strdup ("");
}

/* Whether a column holds the field, or a part of it that is recognized by itself. */
static gboolean
field_list_holds (const AccordImportColumn *column,
                  const char               *field)
{
  static const struct
  {
    const char *part;
    const char *whole;
  } parts[] = { { "first-name", "name" }, { "last-name", "name" }, { "year", "period" } };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strcmp (column->field, parts[i].part) == 0 && strcmp (field, parts[i].whole) == 0)
        return TRUE;
    }

  return strcmp (column->field, field) == 0;
}

/* The headers that a field was found in, as a list. */
static char *
field_list_dup_detected (AccordImportPlan *plan,
                         const char       *field)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();

  for (guint i = 0; i < accord_import_plan_get_n_columns (plan); i++)
    {
      const AccordImportColumn *column = accord_import_plan_get_column (plan, i);

      if (!column->given && field_list_holds (column, field))
        g_ptr_array_add (headers, column->header);
    }
  g_ptr_array_add (headers, NULL);

  /* Translators: between the headers of columns. */
  return g_strjoinv (_(", "), (char **) headers->pdata);
}

/* Whether the file cannot be imported because nothing is known to be the field. */
static gboolean
field_list_need (AccordImportPlan        *plan,
                 const AccordImportField *field)
{
  const GError *problem = accord_import_plan_get_problem (plan);

  if (!field->required
      || (!g_error_matches (problem, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_FIELD)
          && !g_error_matches (problem, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_AMBIGUOUS_FIELD)))
    return FALSE;
  for (guint i = 0; i < accord_import_plan_get_n_columns (plan); i++)
    {
      if (field_list_holds (accord_import_plan_get_column (plan, i), field->name))
        return FALSE;
    }

  return TRUE;
}

static void
field_list_show_doubts (AccordImportFieldList *self,
                        AccordImportPlan      *plan)
{
  g_autoptr (GString) doubts = g_string_new (NULL);
  g_autofree char *markup = NULL;

  for (guint i = 0; i < accord_import_plan_get_n_columns (plan); i++)
    {
      const AccordImportColumn *column = accord_import_plan_get_column (plan, i);

      if (*column->doubt != '\0')
        /* Translators: the header of a column, and what is doubtful about it. */
        g_string_append_printf (doubts, _("%s“%s”: %s"), doubts->len > 0 ? "\n" : "", column->header, column->doubt);
    }
  markup = g_markup_escape_text (doubts->str, -1);
  adw_preferences_group_set_description (self->group, *markup != '\0' ? markup : NULL);
}

static void
on_row_changed (AccordImportFieldList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
accord_import_field_list_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_IMPORT_FIELD_LIST (object)->rows);

  G_OBJECT_CLASS (accord_import_field_list_parent_class)->finalize (object);
}

static void
accord_import_field_list_class_init (AccordImportFieldListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_import_field_list_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
accord_import_field_list_init (AccordImportFieldList *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Which Column Is What"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
accord_import_field_list_set_kind (AccordImportFieldList *self,
                                   AccordImportKind       kind)
{
  guint n_fields;

  g_return_if_fail (ACCORD_IS_IMPORT_FIELD_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      AccordImportFieldRow *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (self->group, accord_import_field_row_get_value_row (row));
      adw_preferences_group_remove (self->group, GTK_WIDGET (row));
    }
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_description (self->group, NULL);

  self->fields = accord_import_kind_get_fields (kind, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      AccordImportFieldRow *row = accord_import_field_row_new (&self->fields[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->group, GTK_WIDGET (row));
      adw_preferences_group_add (self->group, accord_import_field_row_get_value_row (row));
      g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
    }
}

void
accord_import_field_list_set_found (AccordImportFieldList *self,
                                    AccordCsv             *csv,
                                    AccordImportPlan      *plan)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (g_free);
  guint n_columns = plan != NULL ? accord_import_plan_get_n_columns (plan) : 0;

  g_return_if_fail (ACCORD_IS_IMPORT_FIELD_LIST (self));

  if (csv == NULL || n_columns == 0)
    return;

  for (guint i = 0; i < n_columns; i++)
    {
      const AccordImportColumn *column = accord_import_plan_get_column (plan, i);

      if (*column->header == '\0')
        continue;
      g_ptr_array_add (headers, column->header);
      g_ptr_array_add (samples, field_list_dup_sample (csv, accord_import_plan_get_header_row (plan), i));
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *detected = field_list_dup_detected (plan, self->fields[i].name);

      accord_import_field_row_set_columns (g_ptr_array_index (self->rows, i), headers, samples, detected,
                                           field_list_need (plan, &self->fields[i]));
    }
  field_list_show_doubts (self, plan);
}

void
accord_import_field_list_load (AccordImportFieldList     *self,
                               const AccordImportOptions *options)
{
  g_return_if_fail (ACCORD_IS_IMPORT_FIELD_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    accord_import_field_row_load (g_ptr_array_index (self->rows, i), options);
}

void
accord_import_field_list_store (AccordImportFieldList *self,
                                AccordImportOptions   *options)
{
  g_return_if_fail (ACCORD_IS_IMPORT_FIELD_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    accord_import_field_row_store (g_ptr_array_index (self->rows, i), options);
}
