/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-priority-row.h"

#include <glib/gi18n.h>

#include "accord-board-query.h"
#include "accord-priority.h"
#include "accord-swot-dot.h"

struct _AccordSwotPriorityRow
{
  GtkListBoxRow parent_instance;

  AccordCard *card;
  guint rank;

  GtkLabel *rank_label;
  GtkLabel *title_label;
  GtkLabel *quadrant_label;
  GtkLabel *priority_label;
  GtkLabel *votes_label;
  GtkWidget *impact_fewer;
  GtkLabel *impact_label;
  GtkWidget *impact_more;
  GtkWidget *likelihood_fewer;
  GtkLabel *likelihood_label;
  GtkWidget *likelihood_more;
};

G_DEFINE_FINAL_TYPE (AccordSwotPriorityRow, accord_swot_priority_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  RATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_rate (AccordSwotPriorityRow *self,
          gint64                 impact,
          gint64                 likelihood,
          gboolean               by_pointer)
{
  if (impact == accord_card_get_impact (self->card) && likelihood == accord_card_get_likelihood (self->card))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    g_signal_emit (self, signals[RATED], 0, (int) impact, (int) likelihood, by_pointer);
}

static void
row_step (AccordSwotPriorityRow *self,
          int                    impact_steps,
          int                    likelihood_steps,
          gboolean               by_pointer)
{
  row_rate (self, accord_priority_step (accord_card_get_impact (self->card), impact_steps),
            accord_priority_step (accord_card_get_likelihood (self->card), likelihood_steps), by_pointer);
}

static void
on_impact_fewer (AccordSwotPriorityRow *self)
{
  row_step (self, -1, 0, TRUE);
}

static void
on_impact_more (AccordSwotPriorityRow *self)
{
  row_step (self, 1, 0, TRUE);
}

static void
on_likelihood_fewer (AccordSwotPriorityRow *self)
{
  row_step (self, 0, -1, TRUE);
}

static void
on_likelihood_more (AccordSwotPriorityRow *self)
{
  row_step (self, 0, 1, TRUE);
}

/* 1 and -1 for the arrow keys, 0 for all others. */
static int
arrow_steps (AccordSwotPriorityRow *self,
             guint                  keyval)
{
  const int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    return forward;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    return -forward;

  return 0;
}

static gboolean
on_key_pressed (AccordSwotPriorityRow *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state)
{
  const GdkModifierType mods = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  const int steps = arrow_steps (self, keyval);
  int level = -1;

  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_5)
    level = (int) (keyval - GDK_KEY_0);
  else if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_5)
    level = (int) (keyval - GDK_KEY_KP_0);

  /* Where digits are typed with Shift it says nothing. */
  if (level >= 0 && (mods & ~GDK_SHIFT_MASK) == 0)
    row_rate (self, level, accord_card_get_likelihood (self->card), FALSE);
  else if (level >= 0 && (mods & ~GDK_SHIFT_MASK) == GDK_ALT_MASK)
    row_rate (self, accord_card_get_impact (self->card), level, FALSE);
  else if (steps != 0 && mods == 0)
    row_step (self, steps, 0, FALSE);
  else if (steps != 0 && mods == GDK_SHIFT_MASK)
    row_step (self, 0, steps, FALSE);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
accord_swot_priority_row_dispose (GObject *object)
{
  g_clear_object (&ACCORD_SWOT_PRIORITY_ROW (object)->card);

  G_OBJECT_CLASS (accord_swot_priority_row_parent_class)->dispose (object);
}

static void
accord_swot_priority_row_class_init (AccordSwotPriorityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_priority_row_dispose;

  signals[RATED] = g_signal_new ("rated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/swot/accord-swot-priority-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, rank_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, quadrant_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, priority_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, votes_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, impact_fewer);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, impact_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, impact_more);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, likelihood_fewer);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, likelihood_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotPriorityRow, likelihood_more);
  gtk_widget_class_bind_template_callback (widget_class, on_impact_fewer);
  gtk_widget_class_bind_template_callback (widget_class, on_impact_more);
  gtk_widget_class_bind_template_callback (widget_class, on_likelihood_fewer);
  gtk_widget_class_bind_template_callback (widget_class, on_likelihood_more);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
accord_swot_priority_row_init (AccordSwotPriorityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
accord_swot_priority_row_new (AccordCard *card)
{
  AccordSwotPriorityRow *self = g_object_new (ACCORD_TYPE_SWOT_PRIORITY_ROW, NULL);

  g_return_val_if_fail (ACCORD_IS_CARD (card), NULL);

  self->card = g_object_ref (card);

  return GTK_WIDGET (self);
}

AccordCard *
accord_swot_priority_row_get_card (AccordSwotPriorityRow *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_PRIORITY_ROW (self), NULL);

  return self->card;
}

guint
accord_swot_priority_row_get_rank (AccordSwotPriorityRow *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_PRIORITY_ROW (self), 0);

  return self->rank;
}

static void
row_show_rating (GtkLabel  *label,
                 GtkWidget *fewer,
                 GtkWidget *more,
                 gint64     level)
{
  /* Translators: in place of a number from 1 to 5, where nobody has said how much. */
  g_autofree char *text = level > 0 ? g_strdup_printf ("%d", (int) level) : g_strdup (C_("rating", "–"));

  gtk_label_set_label (label, text);
  gtk_widget_set_sensitive (fewer, level > 0);
  gtk_widget_set_sensitive (more, level < ACCORD_PRIORITY_LEVELS);
}

static void
row_name_button (GtkWidget  *button,
                 const char *format,
                 const char *title)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *name = g_strjoinv (title, parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
row_describe (AccordSwotPriorityRow *self,
              guint                  votes)
{
  const char *title = accord_card_get_title (self->card);
  g_autofree char *words = accord_swot_dot_describe (self->card, self->rank);
  g_autofree char *given = g_strdup_printf (ngettext ("%u vote", "%u votes", votes), votes);
  /* Translators: what a screen reader says of a card: its number, title and rating, its quadrant, its votes. */
  g_autofree char *label = g_strdup_printf (_("%1$s, %2$s, %3$s"), words,
                                            accord_quadrant_get_label (accord_card_get_quadrant (self->card)), given);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* Translators: names of buttons; %s is the title of a card. */
  row_name_button (self->impact_fewer, _("Lower impact of “%s”"), title);
  row_name_button (self->impact_more, _("Higher impact of “%s”"), title);
  row_name_button (self->likelihood_fewer, _("Lower likelihood of “%s”"), title);
  row_name_button (self->likelihood_more, _("Higher likelihood of “%s”"), title);
}

void
accord_swot_priority_row_show (AccordSwotPriorityRow *self,
                               guint                  rank,
                               guint                  votes)
{
  const AccordQuadrant quadrant = accord_card_get_quadrant (self->card);
  const guint priority = accord_card_get_priority (self->card);
  g_autofree char *number = g_strdup_printf ("%u", rank);
  g_autofree char *given = g_strdup_printf (ngettext ("%u vote", "%u votes", votes), votes);
  g_autofree char *weight = priority > 0 ? g_strdup_printf ("%u", priority) : g_strdup (_("Not rated"));

  g_return_if_fail (ACCORD_IS_SWOT_PRIORITY_ROW (self));

  self->rank = rank;
  gtk_label_set_label (self->rank_label, number);
  accord_swot_dot_style (GTK_WIDGET (self->rank_label), quadrant);
  gtk_label_set_label (self->title_label, accord_card_get_title (self->card));
  gtk_label_set_label (self->quadrant_label, accord_quadrant_get_label (quadrant));
  gtk_label_set_label (self->votes_label, given);
  gtk_widget_set_visible (GTK_WIDGET (self->votes_label), votes > 0);
  gtk_label_set_label (self->priority_label, weight);
  if (priority > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->priority_label), "unrated");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->priority_label), "unrated");
  row_show_rating (self->impact_label, self->impact_fewer, self->impact_more, accord_card_get_impact (self->card));
  row_show_rating (self->likelihood_label, self->likelihood_fewer, self->likelihood_more,
                   accord_card_get_likelihood (self->card));
  row_describe (self, votes);
}
