/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-grid-private.h"

#include "accord-feedback.h"
#include "accord-money.h"
#include "accord-pasted-cells.h"

#include <glib/gi18n.h>

/* How many of the refused cells are named one by one. */
#define MAX_NAMED 8

/* A paste on its way: what is to be stored, and what cannot be. */
typedef struct
{
  AccordPlanningGrid *grid; /* owned */
  GPtrArray *rows;
  GArray *edits; /* AccordFiguresEdit, one a row */
  guint n_cells;
  GPtrArray *faults; /* lines for the user */
} Paste;

static Paste *
paste_new (AccordPlanningGrid *grid)
{
  Paste *self = g_new0 (Paste, 1);

  self->grid = g_object_ref (grid);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->edits = g_array_new (FALSE, TRUE, sizeof (AccordFiguresEdit));
  self->faults = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static void
paste_free (Paste *self)
{
  g_object_unref (self->grid);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->edits);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
paste_refuse (Paste               *self,
              AccordPlanningRow   *row,
              AccordPlanningColumn column,
              const char          *reason)
{
  const char *name = accord_member_get_name (accord_planning_row_get_member (row));

  if (column < ACCORD_PLANNING_N_COLUMNS)
    g_ptr_array_add (self->faults,
                     /* Translators: a cell that cannot be pasted: %1 is a member, %2 a column's title, %3 the reason. */
                     g_strdup_printf (_("%1$s, %2$s: %3$s"), name, accord_planning_column_get_title (column), reason));
  else
    /* Translators: a row that cannot be pasted: %1 is a member, %2 the reason. */
    g_ptr_array_add (self->faults, g_strdup_printf (_("%1$s: %2$s"), name, reason));
}

/* One cell. Empty ones leave what is there, and those over a column that follows from others are passed over: so a range
 * that was copied here goes back as it is. */
static void
paste_cell (Paste               *self,
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

  if (!accord_money_parse (text, accord_planning_year_get_decimals (self->grid->year), &value, &error))
    {
      paste_refuse (self, row, column, error->message);
      return;
    }
  accord_figures_edit_set (edit, figure, value);
  (*n_cells)++;
}

static void
paste_row (Paste               *self,
           AccordPlanningRow   *row,
           AccordPlanningColumn first,
           char               **cells)
{
  g_autoptr (GError) error = NULL;
  AccordFiguresEdit edit = { 0 };
  guint n_cells = 0;

  for (AccordPlanningColumn c = first; *cells != NULL && c < ACCORD_PLANNING_N_COLUMNS; c++)
    if (accord_planning_grid_shows (self->grid, c))
      paste_cell (self, row, c, *cells++, &edit, &n_cells);
  if (n_cells == 0)
    return;
  if (!accord_planning_year_check (self->grid->year, row, &edit, &error))
    {
      paste_refuse (self, row, ACCORD_PLANNING_N_COLUMNS, error->message);
      return;
    }

  g_ptr_array_add (self->rows, g_object_ref (row));
  g_array_append_val (self->edits, edit);
  self->n_cells += n_cells;
}

/* One cell that was copied fills the whole selection. */
static void
paste_fill (Paste                     *self,
            const AccordPlanningRange *range,
            const char                *text)
{
  for (guint i = range->first_row; i <= range->last_row; i++)
    {
      g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self->grid, i);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      if (row == NULL || accord_planning_row_get_kind (row) != ACCORD_PLANNING_ROW_MEMBER)
        continue;
      for (AccordPlanningColumn c = range->first_column; c <= range->last_column; c++)
        if (accord_planning_grid_shows (self->grid, c))
          g_ptr_array_add (cells, g_strdup (text));
      g_ptr_array_add (cells, NULL);
      paste_row (self, row, range->first_column, (char **) cells->pdata);
    }
}

/* Right and down from the selection's first cell; totals are passed over, as they are when copying. */
static void
paste_lines (Paste                     *self,
             const AccordPlanningRange *range,
             GPtrArray                 *lines)
{
  guint line = 0;

  for (guint i = range->first_row; line < lines->len; i++)
    {
      g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self->grid, i);

      if (row == NULL)
        break;
      if (accord_planning_row_get_kind (row) == ACCORD_PLANNING_ROW_MEMBER)
        paste_row (self, row, range->first_column, g_ptr_array_index (lines, line++));
    }
  if (line < lines->len)
    g_ptr_array_add (self->faults,
                     g_strdup_printf (ngettext ("%u line is below the last member", "%u lines are below the last member",
                                                lines->len - line),
                                      lines->len - line));
}

static void
paste_store (Paste *self)
{
  g_autofree char *message = NULL;

  if (self->rows->len == 0
      || !accord_planning_grid_store (self->grid, self->rows, (const AccordFiguresEdit *) self->edits->data,
                                      _("Paste Figures")))
    return;

  message = g_strdup_printf (ngettext ("%u figure pasted", "%u figures pasted", self->n_cells), self->n_cells);
  accord_feedback_undo_toast (GTK_WIDGET (self->grid), message);
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             Paste            *paste)
{
  if (g_str_equal (response, "rest"))
    paste_store (paste);
}

static void
on_dialog_destroy (GtkWidget *dialog,
                   Paste     *paste)
{
  paste_free (paste);
}

/* Nothing is stored until it is said what to do with the rest. Takes the paste. */
static void
paste_ask (Paste *paste)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (paste->grid)));
  g_autofree char *title = g_strdup_printf (ngettext ("%u Cell Cannot Be Pasted", "%u Cells Cannot Be Pasted",
                                                      paste->faults->len),
                                            paste->faults->len);
  g_autoptr (GString) body = g_string_new (NULL);
  GtkWidget *dialog;

  for (guint i = 0; i < paste->faults->len && i < MAX_NAMED; i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (paste->faults, i));
  if (paste->faults->len > MAX_NAMED)
    {
      g_string_append_c (body, '\n');
      g_string_append_printf (body, ngettext ("… and %u more", "… and %u more", paste->faults->len - MAX_NAMED),
                              paste->faults->len - MAX_NAMED);
    }
  g_string_append_printf (body, "\n\n%s", _("Nothing is stored yet."));

  dialog = adw_message_dialog_new (window, title, body->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  if (paste->rows->len > 0)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "rest", _("Paste the _Rest"));
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), paste);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_dialog_destroy), paste);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
paste_text (AccordPlanningGrid *self,
            const char         *text)
{
  g_autoptr (Paste) paste = paste_new (self);
  g_autoptr (GPtrArray) lines = accord_pasted_cells_split (text);
  AccordPlanningRange range;

  accord_planning_grid_get_range (self, &range);
  if (lines->len == 1 && g_strv_length (g_ptr_array_index (lines, 0)) == 1)
    paste_fill (paste, &range, ((char **) g_ptr_array_index (lines, 0))[0]);
  else
    paste_lines (paste, &range, lines);

  if (paste->faults->len > 0)
    paste_ask (g_steal_pointer (&paste));
  else if (paste->rows->len > 0)
    paste_store (paste);
  else
    accord_planning_grid_say (self, _("There is nothing to paste here"));
}

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (AccordPlanningGrid) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  /* The page was closed meanwhile. */
  if (self->year == NULL)
    return;
  if (text == NULL || self->rows == NULL)
    accord_planning_grid_say (self, _("There is nothing to paste here"));
  else
    paste_text (self, text);
}

void
accord_planning_grid_paste (AccordPlanningGrid *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read, g_object_ref (self));
}

void
accord_planning_grid_copy (AccordPlanningGrid *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AccordPlanningRange range;
  int decimals = accord_planning_year_get_decimals (self->year);

  accord_planning_grid_get_range (self, &range);
  for (guint i = range.first_row; i <= range.last_row; i++)
    {
      g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self, i);

      /* A total counts only where it is all that is copied: between members a spreadsheet would add it up again. */
      if (row == NULL
          || (accord_planning_row_get_kind (row) != ACCORD_PLANNING_ROW_MEMBER && range.first_row != range.last_row))
        continue;
      for (AccordPlanningColumn c = range.first_column; c <= range.last_column; c++)
        {
          g_autofree char *cell = accord_planning_row_dup_text (row, c, decimals, FALSE);

          if (!accord_planning_grid_shows (self, c))
            continue;
          g_strdelimit (cell, "\t\r\n", ' ');
          g_string_append (text, cell);
          g_string_append_c (text, c < range.last_column ? '\t' : '\n');
        }
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}
