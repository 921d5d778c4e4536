/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-grid-private.h"

#include <glib/gi18n.h>

static void
accord_target_grid_paste_begin (AccordSheet      *sheet,
                                AccordSheetPaste *paste)
{
  paste->edits = g_array_new (FALSE, FALSE, sizeof (AccordTargetEdit));
  paste->free_edits = (GDestroyNotify) g_array_unref;
}

static void
paste_cell (AccordTargetGrid *self,
            AccordSheetPaste *paste,
            guint             row,
            guint             column,
            char             *text)
{
  AccordTargetEdit edit;
  g_autoptr (GError) error = NULL;

  g_strstrip (text);
  if (*text == '\0' || !accord_target_grid_get_place (self, row, column, &edit.place))
    return;

  if (!accord_target_value_parse (self->metrics->pdata[column], text, accord_target_grid_get_decimals (self), &edit.value,
                                  &edit.upper, &error))
    {
      accord_sheet_paste_refuse (paste,
                                 /* Translators: a cell that cannot be pasted: %1 is a name, %2 a metric, %3 the reason. */
                                 g_strdup_printf (_("%1$s, %2$s: %3$s"), accord_target_grid_get_name (self, row),
                                                  accord_metric_get_name (self->metrics->pdata[column]),
                                                  error->message));
      return;
    }
  g_array_append_val ((GArray *) paste->edits, edit);
  paste->n_cells++;
}

static void
accord_target_grid_paste_row (AccordSheet      *sheet,
                              AccordSheetPaste *paste,
                              guint             row,
                              guint             first_column,
                              char            **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    paste_cell (ACCORD_TARGET_GRID (sheet), paste, row, first_column + i, cells[i]);
}

static void
accord_target_grid_paste_store (AccordSheet      *sheet,
                                AccordSheetPaste *paste)
{
  accord_target_grid_store (ACCORD_TARGET_GRID (sheet), paste->edits, _("Paste Targets"));
}

static char *
accord_target_grid_dup_cell_text (AccordSheet *sheet,
                                  guint        row,
                                  guint        column)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (sheet);
  AccordTargetPlace place;
  AccordTarget *target = NULL;

  if (accord_target_grid_get_place (self, row, column, &place))
    target = accord_target_grid_find (self, &place);

  return target != NULL ? accord_target_value_to_text (self->metrics->pdata[column], accord_target_get_value (target),
                                                       accord_target_get_upper (target),
                                                       accord_target_grid_get_decimals (self))
                        : g_strdup ("");
}

void
accord_target_grid_install_clipboard (AccordSheetClass *klass)
{
  klass->dup_cell_text = accord_target_grid_dup_cell_text;
  klass->paste_begin = accord_target_grid_paste_begin;
  klass->paste_row = accord_target_grid_paste_row;
  klass->paste_store = accord_target_grid_paste_store;
}
