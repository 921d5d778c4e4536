/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-promise-pane.h"

#include <glib/gi18n.h>

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

GtkWindow *
accord_promise_window_new (GtkWindow       *parent,
                           AccordWorkspace *workspace,
                           AccordMember    *member,
                           int              year)
{
  GtkWidget *pane = g_object_new (ACCORD_TYPE_PROMISE_PANE, "margin-top", 6, "margin-bottom", 24, "margin-start", 18,
                                  "margin-end", 18, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  /* Translators: a window's title; %s is a member's name. */
  g_autofree char *title = g_strdup_printf (_("The promise of %s"), accord_member_get_name (member));
  GtkWindow *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE,
                                    "destroy-with-parent", TRUE, "title", title, "default-width", 640, "default-height", 640, "width-request", 360,
                                    NULL);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  accord_promise_pane_show (ACCORD_PROMISE_PANE (pane), workspace, member, year);
  gtk_widget_add_css_class (bar, "flat");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 700);
  adw_clamp_set_child (ADW_CLAMP (clamp), pane);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), shortcuts);

  return window;
}
