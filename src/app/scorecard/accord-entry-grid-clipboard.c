/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-entry-grid-private.h"

#include <glib/gi18n.h>

#include "accord-target-query.h"

static void
accord_entry_grid_paste_begin (AccordSheet      *sheet,
                               AccordSheetPaste *paste)
{
  paste->edits = g_array_new (FALSE, FALSE, sizeof (AccordEntryEdit));
  paste->free_edits = (GDestroyNotify) g_array_unref;
}

static void
paste_cell (AccordEntryGrid  *self,
            AccordSheetPaste *paste,
            guint             row,
            guint             column,
            char             *text)
{
  AccordMember *member = accord_entry_grid_get_member (self, row);
  AccordEntryEdit edit = { 0, column, ACCORD_UNKNOWN };
  g_autoptr (GError) error = NULL;

  g_strstrip (text);
  if (*text == '\0' || member == NULL || !self->readable)
    return;
  if (column >= accord_entry_grid_get_n_metrics (self))
    {
      /* Translators: a cell that cannot be pasted: %1 is a name, %2 what was to be pasted. */
      accord_sheet_paste_refuse (paste, g_strdup_printf (_("%1$s: “%2$s” is beyond the last metric"),
                                                         accord_member_get_name (member), text));
      return;
    }

  if (!accord_metric_value_parse (accord_entry_grid_get_metric (self, column), text, accord_entry_grid_get_decimals (self),
                                  &edit.value, &error))
    {
      accord_sheet_paste_refuse (paste,
                                 /* Translators: a cell that cannot be pasted: %1 is a name, %2 a metric, %3 the reason. */
                                 g_strdup_printf (_("%1$s, %2$s: %3$s"), accord_member_get_name (member),
                                                  accord_metric_get_name (accord_entry_grid_get_metric (self, column)),
                                                  error->message));
      return;
    }
  edit.member = accord_record_get_id (ACCORD_RECORD (member));
  g_array_append_val ((GArray *) paste->edits, edit);
  paste->n_cells++;
}

static void
accord_entry_grid_paste_row (AccordSheet      *sheet,
                             AccordSheetPaste *paste,
                             guint             row,
                             guint             first_column,
                             char            **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    paste_cell (ACCORD_ENTRY_GRID (sheet), paste, row, first_column + i, cells[i]);
}

static void
accord_entry_grid_paste_store (AccordSheet      *sheet,
                               AccordSheetPaste *paste)
{
  accord_entry_grid_store (ACCORD_ENTRY_GRID (sheet), paste->edits, _("Paste Results"));
}

static char *
accord_entry_grid_dup_cell_text (AccordSheet *sheet,
                                 guint        row,
                                 guint        column)
{
  AccordEntryGrid *self = ACCORD_ENTRY_GRID (sheet);
  AccordWeekValue value;

  if (!accord_entry_grid_get_value (self, row, column, &value))
    return g_strdup ("");

  return accord_target_value_to_text (accord_entry_grid_get_metric (self, column), value.value, ACCORD_UNKNOWN,
                                      accord_entry_grid_get_decimals (self));
}

void
accord_entry_grid_install_clipboard (AccordSheetClass *klass)
{
  klass->dup_cell_text = accord_entry_grid_dup_cell_text;
  klass->paste_begin = accord_entry_grid_paste_begin;
  klass->paste_row = accord_entry_grid_paste_row;
  klass->paste_store = accord_entry_grid_paste_store;
}
