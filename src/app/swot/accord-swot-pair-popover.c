/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-pair-popover.h"

#include <glib/gi18n.h>

struct _AccordSwotPairPopover
{
  GtkPopover parent_instance;

  GtkWidget *heading;
  GtkWidget *search;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (AccordSwotPairPopover, accord_swot_pair_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static G_DEFINE_QUARK (accord-swot-pair-card, card)

static gboolean
row_matches (GtkListBoxRow *row,
             gpointer       user_data)
{
  AccordSwotPairPopover *self = user_data;
  AccordCard *card = g_object_get_qdata (G_OBJECT (row), card_quark ());
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_autofree char *title = g_utf8_casefold (accord_card_get_title (card), -1);

  return strstr (title, g_strstrip (wanted)) != NULL;
}

static void
on_row_activated (AccordSwotPairPopover *self,
                  GtkListBoxRow         *row)
{
  g_autoptr (AccordCard) card = g_object_ref (g_object_get_qdata (G_OBJECT (row), card_quark ()));

  g_signal_emit (self, signals[CHOSEN], 0, card);
}

/* Enter takes the first that is left. */
static void
on_search_activated (AccordSwotPairPopover *self)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i);

      if (row == NULL)
        break;
      if (!row_matches (row, self))
        continue;
      on_row_activated (self, row);
      return;
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
accord_swot_pair_popover_class_init (AccordSwotPairPopoverClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ACCORD_TYPE_CARD);
}

static void
accord_swot_pair_popover_init (AccordSwotPairPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new (_("No such card"));

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->heading), 32);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_set_margin_start (self->heading, 6);
  gtk_widget_set_margin_top (self->heading, 6);

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a Card"), -1);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 12);
  gtk_widget_set_margin_bottom (nothing, 12);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), row_matches, self, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nothing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Cards"), -1);
  gtk_widget_add_css_class (self->list, "tows-choices");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 200);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_size_request (box, 280, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activated), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

GtkWidget *
accord_swot_pair_popover_new (void)
{
  return g_object_new (ACCORD_TYPE_SWOT_PAIR_POPOVER, NULL);
}

static GtkWidget *
make_row (AccordCard *card)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (accord_card_get_title (card));
  GtkWidget *quadrant = gtk_label_new (accord_quadrant_get_label (accord_card_get_quadrant (card)));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 32);
  gtk_label_set_xalign (GTK_LABEL (quadrant), 0);
  gtk_widget_add_css_class (quadrant, "dim-label");
  gtk_widget_add_css_class (quadrant, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), quadrant);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accord_card_get_title (card), -1);
  g_object_set_qdata_full (G_OBJECT (row), card_quark (), g_object_ref (card), g_object_unref);

  return row;
}

void
accord_swot_pair_popover_offer (AccordSwotPairPopover *self,
                                const char            *heading,
                                GPtrArray             *cards)
{
  GtkWidget *row;

  g_return_if_fail (ACCORD_IS_SWOT_PAIR_POPOVER (self));
  g_return_if_fail (cards != NULL);

  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  for (guint i = 0; i < cards->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (cards->pdata[i]));
  gtk_widget_grab_focus (self->search);
}
