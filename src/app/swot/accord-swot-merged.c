/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-merged.h"

#include <glib/gi18n.h>

struct _AccordSwotMerged
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* borrowed from the group */
  GPtrArray *cards; /* what the rows show */
};

G_DEFINE_FINAL_TYPE (AccordSwotMerged, accord_swot_merged, ADW_TYPE_BIN)

static GtkWidget *
merged_row_new (AccordCard *card)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", accord_card_get_title (card), "subtitle",
                                 accord_card_get_detail (card), "use-markup", FALSE, NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Split Off"));
  g_autofree char *label = NULL;

  /* Translators: %s is the title of a card that lies under another one. */
  label = g_strdup_printf (_("Split Off “%s”"), accord_card_get_title (card));
  /* Its name is this sentence alone, rather than with the text on it. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "swot.split");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", accord_record_get_id (ACCORD_RECORD (card)));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);

  return row;
}

static gboolean
merged_shows (AccordSwotMerged *self,
              GPtrArray        *cards)
{
  if (cards->len != self->rows->len)
    return FALSE;

  for (guint i = 0; i < cards->len; i++)
    {
      AccordCard *card = cards->pdata[i];

      if (card != self->cards->pdata[i]
          || !g_str_equal (adw_preferences_row_get_title (self->rows->pdata[i]), accord_card_get_title (card))
          || !g_str_equal (adw_action_row_get_subtitle (self->rows->pdata[i]), accord_card_get_detail (card)))
        return FALSE;
    }

  return TRUE;
}

static void
accord_swot_merged_dispose (GObject *object)
{
  AccordSwotMerged *self = ACCORD_SWOT_MERGED (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_swot_merged_parent_class)->dispose (object);
}

static void
accord_swot_merged_class_init (AccordSwotMergedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_swot_merged_dispose;
}

static void
accord_swot_merged_init (AccordSwotMerged *self)
{
  self->rows = g_ptr_array_new ();
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  /* Translators: heads a list of cards that were merged into the one that is shown. */
  adw_preferences_group_set_title (self->group, _("Say the Same"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
accord_swot_merged_set_cards (AccordSwotMerged *self,
                              GPtrArray        *cards)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (ACCORD_IS_SWOT_MERGED (self));

  if (cards == NULL)
    cards = none;
  /* A button that has the focus keeps it while nothing changes here. */
  if (merged_shows (self, cards))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->cards, 0);

  for (guint i = 0; i < cards->len; i++)
    {
      GtkWidget *row = merged_row_new (cards->pdata[i]);

      g_ptr_array_add (self->cards, g_object_ref (cards->pdata[i]));
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
