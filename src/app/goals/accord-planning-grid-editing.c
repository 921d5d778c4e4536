/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-grid-private.h"

#include "accord-feedback.h"
#include "accord-money.h"

#include <glib/gi18n.h>

/* What is typed; nothing is ACCORD_UNKNOWN. */
static gboolean
read_edit (AccordPlanningGrid *self,
           AccordFiguresEdit  *edit,
           GError            **error)
{
  AccordSheet *sheet = ACCORD_SHEET (self);
  g_autofree char *text = accord_sheet_dup_typed (sheet);
  AccordFigure figure;
  gint64 value = ACCORD_UNKNOWN;

  *edit = (AccordFiguresEdit) { 0 };
  if ((*text != '\0' && !accord_money_parse (text, accord_planning_year_get_decimals (self->year), &value, error))
      || !accord_planning_column_get_figure (
        (AccordPlanningColumn) accord_sheet_cell_get_column (accord_sheet_get_edited (sheet)), &figure))
    return FALSE;

  accord_figures_edit_set (edit, figure, value);

  return TRUE;
}

/* The totals follow, nothing is stored. */
static gboolean
accord_planning_grid_check_typed (AccordSheet *sheet,
                                  GError     **error)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (sheet);
  AccordFiguresEdit edit;

  if (read_edit (self, &edit, error))
    return accord_planning_year_preview (self->year, self->edited_row, &edit, error);

  accord_planning_year_preview (self->year, self->edited_row, NULL, NULL);

  return FALSE;
}

gboolean
accord_planning_grid_store (AccordPlanningGrid      *self,
                            GPtrArray               *rows,
                            const AccordFiguresEdit *edits,
                            const char              *label)
{
  g_autoptr (GError) error = NULL;

  if (accord_planning_year_store (self->year, rows, edits, label, &error))
    return TRUE;

  accord_feedback_error (GTK_WIDGET (self), error);

  return FALSE;
}

static const char *
get_edit_label (AccordPlanningColumn column)
{
  return column == ACCORD_PLANNING_COLUMN_QUOTA ? _("Set Quota") : _("Plan Commitment");
}

static gboolean
accord_planning_grid_store_edit (AccordSheet *sheet,
                                 GError     **error)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (sheet);
  g_autoptr (GPtrArray) rows = NULL;
  AccordFiguresEdit edit;
  const char *label;

  if (!read_edit (self, &edit, error) || !accord_planning_year_check (self->year, self->edited_row, &edit, error))
    return FALSE;

  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (rows, g_object_ref (self->edited_row));
  label = get_edit_label ((AccordPlanningColumn) accord_sheet_cell_get_column (accord_sheet_get_edited (sheet)));
  if (!accord_planning_grid_store (self, rows, &edit, label))
    return FALSE;

  accord_sheet_close_edit (sheet);
  g_clear_object (&self->edited_row);

  return TRUE;
}

static void
accord_planning_grid_edit_given_back (AccordSheet *sheet)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (sheet);

  accord_planning_year_preview (self->year, self->edited_row, NULL, NULL);
  g_clear_object (&self->edited_row);
}

static gboolean
accord_planning_grid_begin_edit (AccordSheet *sheet,
                                 char       **text,
                                 char       **label)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (sheet);
  const AccordPlanningColumn column = (AccordPlanningColumn) accord_sheet_get_column (sheet);
  const int decimals = accord_planning_year_get_decimals (self->year);
  g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self, accord_sheet_get_row (sheet));
  AccordFigure figure;

  if (row == NULL)
    return FALSE;
  if (accord_planning_row_get_kind (row) != ACCORD_PLANNING_ROW_MEMBER
      || !accord_planning_column_get_figure (column, &figure))
    {
      accord_sheet_say (sheet, _("This cell follows from the others"));
      return FALSE;
    }

  *text = accord_planning_row_dup_text (row, column, decimals, FALSE);
  *label = accord_planning_row_dup_label (row, column, decimals);
  self->edited_row = g_steal_pointer (&row);

  return TRUE;
}

static void
accord_planning_grid_clear_range (AccordSheet *sheet)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (sheet);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (AccordFiguresEdit));
  AccordSheetRange range;
  AccordFiguresEdit edit = { 0 };
  AccordFigure figure;
  gboolean any = FALSE;

  accord_sheet_get_range (sheet, &range);
  for (guint c = range.first_column; c <= range.last_column; c++)
    if (accord_planning_column_get_figure ((AccordPlanningColumn) c, &figure))
      {
        accord_figures_edit_set (&edit, figure, ACCORD_UNKNOWN);
        any = TRUE;
      }
  if (!any)
    return;

  for (guint i = range.first_row; i <= range.last_row; i++)
    {
      g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self, i);

      if (row == NULL || accord_planning_row_get_kind (row) != ACCORD_PLANNING_ROW_MEMBER)
        continue;
      g_ptr_array_add (rows, g_steal_pointer (&row));
      g_array_append_val (edits, edit);
    }
  accord_planning_grid_store (self, rows, (const AccordFiguresEdit *) edits->data, _("Clear Figures"));
}

void
accord_planning_grid_install_editing (AccordSheetClass *klass)
{
  klass->begin_edit = accord_planning_grid_begin_edit;
  klass->check_typed = accord_planning_grid_check_typed;
  klass->store_edit = accord_planning_grid_store_edit;
  klass->edit_given_back = accord_planning_grid_edit_given_back;
  klass->clear_range = accord_planning_grid_clear_range;
}
