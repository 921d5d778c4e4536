/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-vote-row.h"

#include <glib/gi18n.h>

struct _AccordVoteRow
{
  AdwActionRow parent_instance;

  gint64 candidate;
  guint given;

  GtkWidget *less;
  GtkWidget *more;
  GtkLabel *given_label;
  GtkLabel *total_label;
};

G_DEFINE_FINAL_TYPE (AccordVoteRow, accord_vote_row, ADW_TYPE_ACTION_ROW)

enum
{
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_want (AccordVoteRow *self,
          int            count)
{
  g_signal_emit (self, signals[WANTED], 0, (guint) MAX (count, 0));
}

static void
on_less_clicked (AccordVoteRow *self)
{
  row_want (self, (int) self->given - 1);
}

static void
on_more_clicked (AccordVoteRow *self)
{
  row_want (self, (int) self->given + 1);
}

static gboolean
on_key_pressed (AccordVoteRow  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  const gunichar character = gdk_keyval_to_unicode (keyval);
  const int digit = g_unichar_digit_value (character);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (digit >= 0)
    row_want (self, digit);
  else if (character == '+')
    row_want (self, (int) self->given + 1);
  else if (character == '-' || character == 0x2212)
    row_want (self, (int) self->given - 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
accord_vote_row_class_init (AccordVoteRowClass *klass)
{
  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
add_button (AccordVoteRow *self,
            const char    *icon_name,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static void
accord_vote_row_init (AccordVoteRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  /* It has a label that says more than its title. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->less = add_button (self, "list-remove-symbolic", G_CALLBACK (on_less_clicked));
  self->given_label = GTK_LABEL (gtk_label_new ("0"));
  gtk_label_set_width_chars (self->given_label, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->given_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->given_label), "heading");
  self->more = add_button (self, "list-add-symbolic", G_CALLBACK (on_more_clicked));
  self->total_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->total_label, 1);
  gtk_label_set_width_chars (self->total_label, 7);
  gtk_widget_add_css_class (GTK_WIDGET (self->total_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->total_label), "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->less);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->given_label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->more);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->total_label));

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
accord_vote_row_new (gint64 candidate)
{
  AccordVoteRow *self = g_object_new (ACCORD_TYPE_VOTE_ROW, NULL);

  self->candidate = candidate;

  return GTK_WIDGET (self);
}

gint64
accord_vote_row_get_candidate (AccordVoteRow *self)
{
  g_return_val_if_fail (ACCORD_IS_VOTE_ROW (self), 0);

  return self->candidate;
}

static void
name_controls (AccordVoteRow *self,
               const char    *title,
               guint          total)
{
  /* Translators: a button; %s is what is voted for. */
  g_autofree char *less = g_strdup_printf (_("One vote less for %s"), title);
  /* Translators: a button; %s is what is voted for. */
  g_autofree char *more = g_strdup_printf (_("One more vote for %s"), title);
  /* Translators: %1 is what is voted for, %2 the votes that somebody gives it, %3 the votes of all. */
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$u given, %3$u in all"), title, self->given, total);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->less), GTK_ACCESSIBLE_PROPERTY_LABEL, less, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
accord_vote_row_show (AccordVoteRow *self,
                      const char    *title,
                      const char    *detail,
                      guint          given,
                      guint          left,
                      guint          total)
{
  g_autofree char *given_text = g_strdup_printf ("%u", given);
  /* Translators: the votes that all voters together gave. */
  g_autofree char *total_text = total > 0 ? g_strdup_printf (_("%u in all"), total) : g_strdup ("");

  g_return_if_fail (ACCORD_IS_VOTE_ROW (self));

  self->given = given;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), detail);
  gtk_label_set_label (self->given_label, given_text);
  gtk_label_set_label (self->total_label, total_text);
  gtk_widget_set_sensitive (self->less, given > 0);
  gtk_widget_set_sensitive (self->more, left > 0);
  name_controls (self, title, total);
}
