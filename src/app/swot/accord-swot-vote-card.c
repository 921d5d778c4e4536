/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-vote-card.h"

#include <glib/gi18n.h>

struct _AccordSwotVoteCard
{
  AdwBin parent_instance;

  AccordCard *card;

  GtkLabel *title_label;
  GtkLabel *merged_label;
  GtkWidget *fewer_button;
  GtkWidget *more_button;
  GtkLabel *given_label;
  GtkLabel *total_label;
};

G_DEFINE_FINAL_TYPE (AccordSwotVoteCard, accord_swot_vote_card, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
card_follow (AccordSwotVoteCard *self)
{
  gtk_label_set_label (self->title_label, accord_card_get_title (self->card));
}

static void
on_pressed (AccordSwotVoteCard *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_focus_entered (AccordSwotVoteCard *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_fewer_clicked (AccordSwotVoteCard *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[STEPPED], 0, -1);
}

static void
on_more_clicked (AccordSwotVoteCard *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[STEPPED], 0, 1);
}

/* The card itself takes the focus, which AdwBin would hand to what is in it. */
static gboolean
accord_swot_vote_card_focus (GtkWidget       *widget,
                             GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
accord_swot_vote_card_dispose (GObject *object)
{
  AccordSwotVoteCard *self = ACCORD_SWOT_VOTE_CARD (object);

  if (self->card != NULL)
    g_signal_handlers_disconnect_by_func (self->card, card_follow, self);
  g_clear_object (&self->card);

  G_OBJECT_CLASS (accord_swot_vote_card_parent_class)->dispose (object);
}

static void
accord_swot_vote_card_class_init (AccordSwotVoteCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_vote_card_dispose;
  widget_class->focus = accord_swot_vote_card_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[STEPPED] = g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-vote-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVoteCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVoteCard, merged_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVoteCard, fewer_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVoteCard, more_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVoteCard, given_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVoteCard, total_label);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_fewer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
accord_swot_vote_card_init (AccordSwotVoteCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
accord_swot_vote_card_new (AccordCard *card)
{
  AccordSwotVoteCard *self = g_object_new (ACCORD_TYPE_SWOT_VOTE_CARD, NULL);

  g_return_val_if_fail (ACCORD_IS_CARD (card), NULL);

  self->card = g_object_ref (card);
  g_signal_connect_object (card, "notify::title", G_CALLBACK (card_follow), self, G_CONNECT_SWAPPED);
  card_follow (self);

  return GTK_WIDGET (self);
}

AccordCard *
accord_swot_vote_card_get_card (AccordSwotVoteCard *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_VOTE_CARD (self), NULL);

  return self->card;
}

static void
card_describe (AccordSwotVoteCard *self,
               const char         *voter,
               guint               given,
               guint               total,
               gboolean            shows_total)
{
  const char *title = accord_card_get_title (self->card);
  const char *quadrant = accord_quadrant_get_label (accord_card_get_quadrant (self->card));
  g_autofree char *label = NULL;
  /* Translators: the name of a button; %s is the title of a card. */
  g_autofree char *fewer = g_strdup_printf (_("One vote less for “%s”"), title);
  /* Translators: the name of a button; %s is the title of a card. */
  g_autofree char *more = g_strdup_printf (_("One vote more for “%s”"), title);

  if (voter == NULL)
    voter = _("nobody");
  if (shows_total)
    /* Translators: what a screen reader says of a card to vote for: its title, its quadrant, who votes, how many votes they
     * give it, how many it has in all. */
    label = g_strdup_printf (_("%1$s, %2$s: %3$u from %4$s, %5$u in all"), title, quadrant, given, voter, total);
  else
    /* Translators: the same where the sum is not to be seen. */
    label = g_strdup_printf (_("%1$s, %2$s: %3$u from %4$s"), title, quadrant, given, voter);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fewer_button), GTK_ACCESSIBLE_PROPERTY_LABEL, fewer, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more_button), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
}

void
accord_swot_vote_card_show (AccordSwotVoteCard *self,
                            const char         *voter,
                            guint               given,
                            guint               total,
                            gboolean            shows_total,
                            guint               n_merged)
{
  g_autofree char *given_text = g_strdup_printf ("%u", given);
  g_autofree char *total_text = g_strdup_printf ("%u", total);
  g_autofree char *tip = g_strdup_printf (ngettext ("%u vote in all", "%u votes in all", total), total);
  /* Translators: of a card on which others that say the same were put. */
  g_autofree char *merged
    = g_strdup_printf (ngettext ("with %u card under it", "with %u cards under it", n_merged), n_merged);

  g_return_if_fail (ACCORD_IS_SWOT_VOTE_CARD (self));

  gtk_label_set_label (self->given_label, given_text);
  if (given > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->given_label), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->given_label), "accent");
  gtk_widget_set_sensitive (self->fewer_button, given > 0);
  gtk_label_set_label (self->total_label, total_text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->total_label), tip);
  gtk_widget_set_visible (GTK_WIDGET (self->total_label), shows_total);
  gtk_label_set_label (self->merged_label, merged);
  gtk_widget_set_visible (GTK_WIDGET (self->merged_label), n_merged > 0);
  card_describe (self, voter, given, total, shows_total);
}
