/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-grid-private.h"

#include "accord-feedback.h"
#include "accord-money.h"

#include <glib/gi18n.h>

/* What a paste is to store. */
typedef struct
{
  GPtrArray *rows;
  GArray *edits; /* AccordFiguresEdit, one a row */
} PastedRows;

static void
pasted_rows_free (PastedRows *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->edits);
  g_free (self);
}

static void
accord_planning_grid_paste_begin (AccordSheet      *sheet,
                                  AccordSheetPaste *paste)
{
  PastedRows *pasted = g_new0 (PastedRows, 1);

  pasted->rows = g_ptr_array_new_with_free_func (g_object_unref);
  pasted->edits = g_array_new (FALSE, TRUE, sizeof (AccordFiguresEdit));
  paste->edits = pasted;
  paste->free_edits = (GDestroyNotify) pasted_rows_free;
}

static void
paste_refuse (AccordSheetPaste    *paste,
              AccordPlanningRow   *row,
              AccordPlanningColumn column,
              const char          *reason)
{
  const char *name = accord_member_get_name (accord_planning_row_get_member (row));

  if (column < ACCORD_PLANNING_N_COLUMNS)
    accord_sheet_paste_refuse (
      paste,
      /* Translators: a cell that cannot be pasted: %1 is a member, %2 a column's title, %3 the reason. */
      g_strdup_printf (_("%1$s, %2$s: %3$s"), name, accord_planning_column_get_title (column), reason));
  else
    /* Translators: a row that cannot be pasted: %1 is a member, %2 the reason. */
    accord_sheet_paste_refuse (paste, g_strdup_printf (_("%1$s: %2$s"), name, reason));
}

/* One cell. Empty ones leave what is there, and those over a column that follows from others are passed over: so a range
 * that was copied here goes back as it is. */
static void
paste_cell (AccordSheetPaste    *paste,
            AccordPlanningRow   *row,
            AccordPlanningColumn column,
            char                *text,
            AccordFiguresEdit   *edit,
            guint               *n_cells)
{
  g_autoptr (GError) error = NULL;
  AccordFigure figure;
  gint64 value;

  g_strstrip (text);
  if (*text == '\0' || !accord_planning_column_get_figure (column, &figure))
    return;

  if (!accord_money_parse (text, accord_planning_year_get_decimals (ACCORD_PLANNING_GRID (paste->sheet)->year), &value, &error))
    {
      paste_refuse (paste, row, column, error->message);
      return;
    }
  accord_figures_edit_set (edit, figure, value);
  (*n_cells)++;
}

static void
accord_planning_grid_paste_row (AccordSheet      *sheet,
                                AccordSheetPaste *paste,
                                guint             position,
                                guint             first_column,
                                char            **cells)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (sheet);
  PastedRows *pasted = paste->edits;
  g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self, position);
  g_autoptr (GError) error = NULL;
  AccordFiguresEdit edit = { 0 };
  guint n_cells = 0;

  for (guint c = first_column; *cells != NULL && c < ACCORD_PLANNING_N_COLUMNS; c++)
    if (accord_planning_grid_shows (self, (AccordPlanningColumn) c))
      paste_cell (paste, row, (AccordPlanningColumn) c, *cells++, &edit, &n_cells);
  if (n_cells == 0)
    return;
  if (!accord_planning_year_check (self->year, row, &edit, &error))
    {
      paste_refuse (paste, row, ACCORD_PLANNING_N_COLUMNS, error->message);
      return;
    }

  g_ptr_array_add (pasted->rows, g_steal_pointer (&row));
  g_array_append_val (pasted->edits, edit);
  paste->n_cells += n_cells;
}

static void
accord_planning_grid_paste_store (AccordSheet      *sheet,
                                  AccordSheetPaste *paste)
{
  PastedRows *pasted = paste->edits;
  g_autofree char *message = NULL;

  if (!accord_planning_grid_store (ACCORD_PLANNING_GRID (sheet), pasted->rows,
                                   (const AccordFiguresEdit *) pasted->edits->data, _("Paste Figures")))
    return;

  message = g_strdup_printf (ngettext ("%u figure pasted", "%u figures pasted", paste->n_cells), paste->n_cells);
  accord_feedback_undo_toast (GTK_WIDGET (sheet), message);
}

static char *
accord_planning_grid_dup_cell_text (AccordSheet *sheet,
                                    guint        row,
                                    guint        column)
{
  AccordPlanningGrid *self = ACCORD_PLANNING_GRID (sheet);
  g_autoptr (AccordPlanningRow) found = accord_planning_grid_dup_row (self, row);

  return accord_planning_row_dup_text (found, (AccordPlanningColumn) column,
                                       accord_planning_year_get_decimals (self->year), FALSE);
}

void
accord_planning_grid_install_clipboard (AccordSheetClass *klass)
{
  klass->dup_cell_text = accord_planning_grid_dup_cell_text;
  klass->paste_begin = accord_planning_grid_paste_begin;
  klass->paste_row = accord_planning_grid_paste_row;
  klass->paste_store = accord_planning_grid_paste_store;
}
