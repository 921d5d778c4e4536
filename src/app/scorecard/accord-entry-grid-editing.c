/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-entry-grid-private.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-target-query.h"

/* What was stored is read back, of one member alone where it was one's. */
static void
read_back (AccordEntryGrid *self,
           GArray          *edits)
{
  gint64 member = g_array_index (edits, AccordEntryEdit, 0).member;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < edits->len; i++)
    if (g_array_index (edits, AccordEntryEdit, i).member != member)
      member = 0;
  self->readable = accord_week_entry_read (self->week, member, &error);
  if (!self->readable)
    accord_feedback_error (GTK_WIDGET (self), error);
  accord_entry_grid_show_values (self, member);
}

gboolean
accord_entry_grid_store (AccordEntryGrid *self,
                         GArray          *edits,
                         const char      *label)
{
  g_autoptr (AccordChange) change = accord_change_new (label);
  g_autoptr (AccordBulk) bulk = accord_bulk_new ();
  g_autoptr (GError) error = NULL;
  gboolean stored;

  for (guint i = 0; i < edits->len; i++)
    {
      const AccordEntryEdit *edit = &g_array_index (edits, AccordEntryEdit, i);

      accord_week_entry_put (self->week, bulk, edit->member, edit->column, edit->value);
    }
  if (accord_bulk_is_empty (bulk))
    return TRUE;

  accord_change_set_bulk (change, bulk);
  self->storing = TRUE;
  stored = accord_workspace_apply (self->workspace, change, &error);
  self->storing = FALSE;
  if (stored)
    read_back (self, edits);
  else
    accord_feedback_error (GTK_WIDGET (self), error);

  return stored;
}

static AccordEntryEdit
edit_of (AccordMember *member,
         guint         column,
         gint64        value)
{
  return (AccordEntryEdit) { accord_record_get_id (ACCORD_RECORD (member)), column, value };
}

static gboolean
store_one (AccordEntryGrid *self,
           AccordMember    *member,
           guint            column,
           gint64           value)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (AccordEntryEdit));
  const AccordEntryEdit edit = edit_of (member, column, value);
  const char *metric = accord_metric_get_name (accord_entry_grid_get_metric (self, column));
  const char *name = accord_member_get_name (member);
  g_autofree char *label = NULL;

  g_array_append_val (edits, edit);
  if (value == ACCORD_UNKNOWN)
    /* Translators: a step of Undo: %1 is a metric, %2 a name. */
    label = g_strdup_printf (_("Clear %1$s of %2$s"), metric, name);
  else
    /* Translators: a step of Undo: %1 is a metric, %2 a name. */
    label = g_strdup_printf (_("Enter %1$s of %2$s"), metric, name);

  return accord_entry_grid_store (self, edits, label);
}

/* What is typed; nothing clears the cell. */
static gboolean
accord_entry_grid_store_edit (AccordSheet *sheet,
                              GError     **error)
{
  AccordEntryGrid *self = ACCORD_ENTRY_GRID (sheet);
  g_autofree char *text = accord_sheet_dup_typed (sheet);
  gint64 value = ACCORD_UNKNOWN;

  if (*text != '\0'
      && !accord_metric_value_parse (accord_entry_grid_get_metric (self, self->edited_column), text,
                                     accord_entry_grid_get_decimals (self), &value, error))
    return FALSE;
  if (!store_one (self, self->edited, self->edited_column, value))
    return FALSE;
  accord_sheet_close_edit (sheet);

  return TRUE;
}

static gboolean
accord_entry_grid_begin_edit (AccordSheet *sheet,
                              char       **text,
                              char       **label)
{
  AccordEntryGrid *self = ACCORD_ENTRY_GRID (sheet);
  const guint row = accord_sheet_get_row (sheet), column = accord_sheet_get_column (sheet);
  AccordMetric *metric;
  AccordWeekValue value;

  if (!accord_entry_grid_get_value (self, row, column, &value) || !self->readable)
    return FALSE;

  metric = accord_entry_grid_get_metric (self, column);
  g_set_object (&self->edited, accord_entry_grid_get_member (self, row));
  self->edited_column = column;
  *text = accord_target_value_to_text (metric, value.value, ACCORD_UNKNOWN, accord_entry_grid_get_decimals (self));
  /* Translators: a cell that is typed in: %1 is a name, %2 a metric. */
  *label = g_strdup_printf (_("%1$s, %2$s"), accord_member_get_name (self->edited), accord_metric_get_name (metric));

  return TRUE;
}

static void
accord_entry_grid_clear_range (AccordSheet *sheet)
{
  AccordEntryGrid *self = ACCORD_ENTRY_GRID (sheet);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (AccordEntryEdit));
  AccordSheetRange range;
  guint last_row = 0;

  accord_sheet_get_range (sheet, &range);
  for (guint row = range.first_row; row <= range.last_row; row++)
    for (guint column = range.first_column; column <= range.last_column; column++)
      {
        AccordEntryEdit edit;
        AccordWeekValue value;

        if (!accord_entry_grid_get_value (self, row, column, &value) || value.value == ACCORD_UNKNOWN)
          continue;
        edit = edit_of (accord_entry_grid_get_member (self, row), column, ACCORD_UNKNOWN);
        g_array_append_val (edits, edit);
        last_row = row;
      }
  if (!self->readable || edits->len == 0)
    return;

  if (edits->len == 1)
    store_one (self, accord_entry_grid_get_member (self, last_row), g_array_index (edits, AccordEntryEdit, 0).column,
               ACCORD_UNKNOWN);
  else
    accord_entry_grid_store (self, edits, _("Clear Results"));
}

/* An empty cell fills nothing: it would take away what stands below it. */
static void
accord_entry_grid_fill_down (AccordSheet *sheet)
{
  AccordEntryGrid *self = ACCORD_ENTRY_GRID (sheet);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (AccordEntryEdit));
  AccordSheetRange range;
  guint first;

  accord_sheet_get_range (sheet, &range);
  first = range.first_row;
  if (range.first_row == range.last_row && first > 0)
    first--;
  for (guint column = range.first_column; column <= range.last_column; column++)
    {
      AccordWeekValue value;

      if (!accord_entry_grid_get_value (self, first, column, &value) || value.value == ACCORD_UNKNOWN)
        continue;
      for (guint row = first + 1; row <= range.last_row; row++)
        {
          const AccordEntryEdit edit = edit_of (accord_entry_grid_get_member (self, row), column, value.value);

          g_array_append_val (edits, edit);
        }
    }
  if (!self->readable || edits->len == 0)
    accord_sheet_say (sheet, _("There is nothing above to fill down"));
  else
    accord_entry_grid_store (self, edits, _("Fill Down"));
}

void
accord_entry_grid_install_editing (AccordSheetClass *klass)
{
  klass->begin_edit = accord_entry_grid_begin_edit;
  klass->store_edit = accord_entry_grid_store_edit;
  klass->clear_range = accord_entry_grid_clear_range;
  klass->fill_down = accord_entry_grid_fill_down;
}
