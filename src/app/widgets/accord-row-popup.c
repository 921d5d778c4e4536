/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-row-popup.h"

static gboolean
on_popup (GtkWidget *row,
          GVariant  *arguments,
          gpointer   user_data)
{
  GtkPopover *popover = user_data;
  GtkWidget *button = gtk_widget_get_parent (GTK_WIDGET (popover));

  if (button == NULL || !gtk_widget_is_ancestor (button, row))
    return GDK_EVENT_PROPAGATE;

  gtk_popover_popup (popover);
  gtk_widget_child_focus (GTK_WIDGET (popover), GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

void
accord_row_popup_install (GtkWidget *row,
                          GtkWidget *popover)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Alt>Down"),
                                                          gtk_callback_action_new (on_popup, popover, NULL)));
  gtk_widget_add_controller (row, controller);
}
