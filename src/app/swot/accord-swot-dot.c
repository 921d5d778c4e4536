/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-dot.h"

#include <glib/gi18n.h>

#include "accord-board-query.h"
#include "accord-enums.h"

struct _AccordSwotDot
{
  GtkWidget parent_instance;

  AccordCard *card;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (AccordSwotDot, accord_swot_dot, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
accord_swot_dot_dispose (GObject *object)
{
  AccordSwotDot *self = ACCORD_SWOT_DOT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->card);

  G_OBJECT_CLASS (accord_swot_dot_parent_class)->dispose (object);
}

static void
accord_swot_dot_class_init (AccordSwotDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  G_OBJECT_CLASS (klass)->dispose = accord_swot_dot_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activated", NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "swotdot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
accord_swot_dot_init (AccordSwotDot *self)
{
  self->label = gtk_label_new ("");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
accord_swot_dot_new (AccordCard *card)
{
  AccordSwotDot *self = g_object_new (ACCORD_TYPE_SWOT_DOT, NULL);

  g_return_val_if_fail (ACCORD_IS_CARD (card), NULL);

  self->card = g_object_ref (card);
  accord_swot_dot_style (GTK_WIDGET (self), accord_card_get_quadrant (card));

  return GTK_WIDGET (self);
}

AccordCard *
accord_swot_dot_get_card (AccordSwotDot *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_DOT (self), NULL);

  return self->card;
}

char *
accord_swot_dot_describe (AccordCard *card,
                          guint       rank)
{
  const int impact = (int) accord_card_get_impact (card);
  const int likelihood = (int) accord_card_get_likelihood (card);

  g_return_val_if_fail (ACCORD_IS_CARD (card), NULL);

  if (accord_card_get_priority (card) == 0)
    /* Translators: a card in a list: its number, its title. */
    return g_strdup_printf (_("%1$u, %2$s: not rated"), rank, accord_card_get_title (card));

  /* Translators: a card in a list: its number, its title, how much it matters and how likely it is, each from 1 to 5. */
  return g_strdup_printf (_("%1$u, %2$s: impact %3$d, likelihood %4$d"), rank, accord_card_get_title (card), impact,
                          likelihood);
}

void
accord_swot_dot_set_rank (AccordSwotDot *self,
                          guint          rank)
{
  g_autofree char *number = g_strdup_printf ("%u", rank);
  g_autofree char *description = accord_swot_dot_describe (self->card, rank);

  g_return_if_fail (ACCORD_IS_SWOT_DOT (self));

  gtk_label_set_label (GTK_LABEL (self->label), number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), accord_card_get_title (self->card));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

void
accord_swot_dot_style (GtkWidget     *widget,
                       AccordQuadrant quadrant)
{
  for (int i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    gtk_widget_remove_css_class (widget, accord_enum_to_nick (ACCORD_TYPE_QUADRANT, i));
  gtk_widget_add_css_class (widget, accord_enum_to_nick (ACCORD_TYPE_QUADRANT, (int) quadrant));
}
