/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-sheet-private.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"

GtkEditable *
accord_sheet_get_editor (AccordSheet *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);

  return priv->editor != NULL ? GTK_EDITABLE (priv->editor) : NULL;
}

AccordSheetCell *
accord_sheet_get_edited (AccordSheet *self)
{
  return accord_sheet_get_private (self)->edited;
}

char *
accord_sheet_dup_typed (AccordSheet *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (accord_sheet_get_editor (self))));
}

gboolean
accord_sheet_is_changed (AccordSheet *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);

  return priv->editor != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (priv->editor)), priv->edited_text) != 0;
}

static void
show_fault (AccordSheet  *self,
            const GError *error)
{
  GtkWidget *editor = accord_sheet_get_private (self)->editor;

  if (error != NULL)
    gtk_widget_add_css_class (editor, "error");
  else
    gtk_widget_remove_css_class (editor, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  accord_sheet_say (self, error != NULL ? error->message : "");
}

/* What was wrong is taken back as it is mended. */
static void
on_text_changed (AccordSheet *self)
{
  g_autoptr (GError) error = NULL;

  if (ACCORD_SHEET_GET_CLASS (self)->check_typed != NULL)
    ACCORD_SHEET_GET_CLASS (self)->check_typed (self, &error);
  show_fault (self, error);
}

static gboolean
on_take_out (gpointer editor)
{
  GtkWidget *cell = gtk_widget_get_parent (editor);

  /* Gone already where the cell is typed in again. */
  if (cell != NULL)
    accord_sheet_cell_set_editor (ACCORD_SHEET_CELL (cell), NULL);

  return G_SOURCE_REMOVE;
}

void
accord_sheet_close_edit (AccordSheet *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  GtkWidget *editor = g_steal_pointer (&priv->editor);
  AccordSheetCell *cell = g_steal_pointer (&priv->edited);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_signal_handlers_disconnect_by_data (editor, self);
  /* Only where the focus is still here: a click elsewhere has taken it. */
  if (!priv->leaving && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (cell)))
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  /* GTK walks up from the editor while the focus leaves it. The frame that is drawn next shows it no more. */
  if (priv->leaving)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_take_out, g_object_ref (editor), g_object_unref);
  else
    accord_sheet_cell_set_editor (cell, NULL);
  g_clear_pointer (&priv->edited_text, g_free);
}

gboolean
accord_sheet_end_edit (AccordSheet *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  g_autoptr (GError) error = NULL;
  gboolean stored;

  if (priv->editor == NULL || priv->ending)
    return TRUE;
  if (!accord_sheet_is_changed (self))
    {
      accord_sheet_cancel_edit (self);
      return TRUE;
    }

  priv->ending = TRUE;
  stored = ACCORD_SHEET_GET_CLASS (self)->store_edit (self, &error);
  priv->ending = FALSE;
  if (error != NULL)
    show_fault (self, error);

  return stored;
}

void
accord_sheet_cancel_edit (AccordSheet *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);

  if (priv->editor == NULL)
    return;

  priv->ending = TRUE;
  if (ACCORD_SHEET_GET_CLASS (self)->edit_given_back != NULL)
    ACCORD_SHEET_GET_CLASS (self)->edit_given_back (self);
  accord_sheet_close_edit (self);
  priv->ending = FALSE;
  accord_sheet_say (self, "");
}

void
accord_sheet_refuse_edit (AccordSheet *self)
{
  /* Translators: %s is what was typed and cannot be stored. */
  g_autofree char *message
    = g_strdup_printf (_("“%s” was not stored"), gtk_editable_get_text (accord_sheet_get_editor (self)));

  accord_sheet_cancel_edit (self);
  accord_feedback_toast (GTK_WIDGET (self), message);
}

/* The focus went elsewhere: what can be stored is, and what cannot is given back, and said. */
static void
on_focus_leave (AccordSheet *self)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  const gboolean leaving = priv->leaving;

  priv->leaving = TRUE;
  if (!accord_sheet_end_edit (self) && accord_sheet_get_editor (self) != NULL)
    accord_sheet_refuse_edit (self);
  priv->leaving = leaving;
}

gboolean
accord_sheet_begin_edit (AccordSheet *self,
                         const char  *text)
{
  AccordSheetPrivate *priv = accord_sheet_get_private (self);
  AccordSheetCell *cell = accord_sheet_find_cell (self, priv->row, priv->column);
  GtkEventController *focus;
  g_autofree char *held = NULL;
  g_autofree char *label = NULL;

  if (cell == NULL || priv->editor != NULL || !ACCORD_SHEET_GET_CLASS (self)->begin_edit (self, &held, &label))
    return FALSE;

  accord_sheet_return (self);
  priv->editor = gtk_text_new ();
  priv->edited = cell;
  priv->edited_text = g_steal_pointer (&held);
  gtk_editable_set_alignment (GTK_EDITABLE (priv->editor), 1);
  gtk_editable_set_text (GTK_EDITABLE (priv->editor), priv->edited_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (priv->editor, focus);
  accord_sheet_cell_set_editor (cell, priv->editor);
  gtk_widget_grab_focus (priv->editor);
  g_signal_connect_swapped (priv->editor, "changed", G_CALLBACK (on_text_changed), self);
  if (text != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (priv->editor), text);
      gtk_editable_set_position (GTK_EDITABLE (priv->editor), -1);
    }
  else
    gtk_editable_select_region (GTK_EDITABLE (priv->editor), 0, -1);

  return TRUE;
}
