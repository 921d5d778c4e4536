/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-grid-private.h"

#include "accord-feedback.h"
#include "accord-money.h"

#include <glib/gi18n.h>

/* What is typed, as an amount; nothing is ACCORD_UNKNOWN. */
static gboolean
read_text (AccordPlanningGrid *self,
           gint64             *value,
           GError            **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor))));

  *value = ACCORD_UNKNOWN;

  return *text == '\0' || accord_money_parse (text, accord_planning_year_get_decimals (self->year), value, error);
}

static gboolean
read_edit (AccordPlanningGrid *self,
           AccordFiguresEdit  *edit,
           GError            **error)
{
  AccordFigure figure;
  gint64 value;

  *edit = (AccordFiguresEdit) { 0 };
  if (!read_text (self, &value, error)
      || !accord_planning_column_get_figure (accord_planning_cell_get_column (self->edited), &figure))
    return FALSE;

  accord_figures_edit_set (edit, figure, value);

  return TRUE;
}

static void
show_fault (AccordPlanningGrid *self,
            const GError       *error)
{
  if (error != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  accord_planning_grid_say (self, error != NULL ? error->message : "");
}

/* Each keystroke: the totals follow, nothing is stored. */
static void
on_text_changed (AccordPlanningGrid *self)
{
  AccordFiguresEdit edit;
  g_autoptr (GError) error = NULL;

  if (read_edit (self, &edit, &error))
    accord_planning_year_preview (self->year, self->edited_row, &edit, &error);
  else
    accord_planning_year_preview (self->year, self->edited_row, NULL, NULL);
  show_fault (self, error);
}

static void
close_editor (AccordPlanningGrid *self)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);
  AccordPlanningCell *cell = g_steal_pointer (&self->edited);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_signal_handlers_disconnect_by_data (editor, self);
  /* Only where the focus is still here: a click elsewhere has taken it. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (cell)))
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  accord_planning_cell_set_editor (cell, NULL);
  g_clear_object (&self->edited_row);
  g_clear_pointer (&self->edited_text, g_free);
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

gboolean
accord_planning_grid_end_edit (AccordPlanningGrid *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  AccordFiguresEdit edit;
  const char *label;

  if (self->editor == NULL || self->ending)
    return TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->editor)), self->edited_text) == 0)
    {
      accord_planning_grid_cancel_edit (self);
      return TRUE;
    }
  if (!read_edit (self, &edit, &error) || !accord_planning_year_check (self->year, self->edited_row, &edit, &error))
    {
      show_fault (self, error);
      return FALSE;
    }

  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (rows, g_object_ref (self->edited_row));
  label = get_edit_label (accord_planning_cell_get_column (self->edited));
  self->ending = TRUE;
  if (accord_planning_grid_store (self, rows, &edit, label))
    close_editor (self);
  self->ending = FALSE;

  return self->editor == NULL;
}

void
accord_planning_grid_cancel_edit (AccordPlanningGrid *self)
{
  if (self->editor == NULL)
    return;

  self->ending = TRUE;
  accord_planning_year_preview (self->year, self->edited_row, NULL, NULL);
  close_editor (self);
  self->ending = FALSE;
  accord_planning_grid_say (self, "");
}

/* The focus went elsewhere: what can be stored is, and what cannot is given back, and said. */
static void
on_focus_leave (AccordPlanningGrid *self)
{
  g_autofree char *message = NULL;

  if (self->editor == NULL || self->ending || accord_planning_grid_end_edit (self))
    return;

  /* Translators: %s is what was typed and cannot be read as an amount. */
  message = g_strdup_printf (_("“%s” was not stored"), gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  accord_planning_grid_cancel_edit (self);
  accord_feedback_toast (GTK_WIDGET (self), message);
}

gboolean
accord_planning_grid_begin_edit (AccordPlanningGrid *self,
                                 const char         *text)
{
  g_autoptr (AccordPlanningRow) row = accord_planning_grid_dup_row (self, self->row);
  AccordPlanningCell *cell = accord_planning_grid_find_cell (self, self->row, self->column);
  GtkEventController *focus;
  AccordFigure figure;
  g_autofree char *label = NULL;

  if (row == NULL || cell == NULL || self->editor != NULL)
    return FALSE;
  if (accord_planning_row_get_kind (row) != ACCORD_PLANNING_ROW_MEMBER
      || !accord_planning_column_get_figure (self->column, &figure))
    {
      accord_planning_grid_say (self, _("This cell follows from the others"));
      return FALSE;
    }

  accord_planning_grid_move_to (self, self->row, self->column, FALSE);
  self->editor = gtk_text_new ();
  self->edited = cell;
  self->edited_row = g_object_ref (row);
  self->edited_text = accord_planning_row_dup_text (row, self->column, accord_planning_year_get_decimals (self->year),
                                                    FALSE);
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), 1);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), self->edited_text);
  label = accord_planning_row_dup_label (row, self->column, accord_planning_year_get_decimals (self->year));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (self->editor, focus);
  accord_planning_cell_set_editor (cell, self->editor);
  gtk_widget_grab_focus (self->editor);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (on_text_changed), self);
  if (text != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
      gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
    }
  else
    gtk_editable_select_region (GTK_EDITABLE (self->editor), 0, -1);

  return TRUE;
}

void
accord_planning_grid_clear_range (AccordPlanningGrid *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (AccordFiguresEdit));
  AccordPlanningRange range;
  AccordFiguresEdit edit = { 0 };
  AccordFigure figure;
  gboolean any = FALSE;

  accord_planning_grid_get_range (self, &range);
  for (AccordPlanningColumn c = range.first_column; c <= range.last_column; c++)
    if (accord_planning_column_get_figure (c, &figure))
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
