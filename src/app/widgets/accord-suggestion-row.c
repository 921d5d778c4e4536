/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-suggestion-row.h"

#include <glib/gi18n.h>

#include "accord-row-popup.h"

struct _AccordSuggestionRow
{
  AdwEntryRow parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (AccordSuggestionRow, accord_suggestion_row, ADW_TYPE_ENTRY_ROW)

enum
{
  COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The row keeps room for a suffix that is there but not visible, so the button comes and goes. */
static void
suggestion_row_show_button (AccordSuggestionRow *self,
                            gboolean             show)
{
  gboolean shown = gtk_widget_get_parent (self->button) != NULL;

  if (show && !shown)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);
  else if (!show && shown)
    adw_entry_row_remove (ADW_ENTRY_ROW (self), self->button);
}

static void
on_settled (AccordSuggestionRow *self)
{
  g_signal_emit (self, signals[COMMITTED], 0);
}

static void
on_row_activated (AccordSuggestionRow *self,
                  GtkListBoxRow       *row)
{
  const char *text = gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));

  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  on_settled (self);
}

static void
accord_suggestion_row_dispose (GObject *object)
{
  g_clear_object (&ACCORD_SUGGESTION_ROW (object)->button);

  G_OBJECT_CLASS (accord_suggestion_row_parent_class)->dispose (object);
}

static void
accord_suggestion_row_class_init (AccordSuggestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_suggestion_row_dispose;

  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
accord_suggestion_row_init (AccordSuggestionRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "pan-down-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  /* Tab goes to the next field; Alt+Down opens the menu, as in a combo box. */
  gtk_widget_set_can_focus (self->button, FALSE);
  accord_row_popup_install (GTK_WIDGET (self), self->popover);
  gtk_widget_set_tooltip_text (self->button, _("Choose (Alt+Down)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose"), -1);
  g_object_ref_sink (self->button);

  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_settled), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "entry-activated", G_CALLBACK (on_settled), NULL);
}

void
accord_suggestion_row_set_suggestions (AccordSuggestionRow *self,
                                       const char *const   *suggestions)
{
  GtkWidget *row;

  g_return_if_fail (ACCORD_IS_SUGGESTION_ROW (self));

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);

  for (guint i = 0; suggestions != NULL && suggestions[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (suggestions[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
    }
  suggestion_row_show_button (self, suggestions != NULL && suggestions[0] != NULL);
}
