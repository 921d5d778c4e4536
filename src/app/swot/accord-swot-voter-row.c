/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-voter-row.h"

#include <glib/gi18n.h>

struct _AccordSwotVoterRow
{
  GtkListBoxRow parent_instance;

  AccordVoter voter;

  GtkLabel *name_label;
  GtkLabel *spent_label;
  GtkWidget *done_image;
};

G_DEFINE_FINAL_TYPE (AccordSwotVoterRow, accord_swot_voter_row, GTK_TYPE_LIST_BOX_ROW)

static void
accord_swot_voter_row_class_init (AccordSwotVoterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-voter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVoterRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVoterRow, spent_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotVoterRow, done_image);
}

static void
accord_swot_voter_row_init (AccordSwotVoterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
accord_swot_voter_row_new (const AccordVoter *voter)
{
  AccordSwotVoterRow *self = g_object_new (ACCORD_TYPE_SWOT_VOTER_ROW, NULL);

  g_return_val_if_fail (voter != NULL, NULL);

  self->voter = *voter;

  return GTK_WIDGET (self);
}

const AccordVoter *
accord_swot_voter_row_get_voter (AccordSwotVoterRow *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_VOTER_ROW (self), NULL);

  return &self->voter;
}

const char *
accord_swot_voter_row_get_name (AccordSwotVoterRow *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_VOTER_ROW (self), NULL);

  return gtk_label_get_label (self->name_label);
}

void
accord_swot_voter_row_show (AccordSwotVoterRow *self,
                            const char         *name,
                            guint               spent,
                            guint               each)
{
  /* Translators: how many votes somebody has given, of how many. */
  g_autofree char *text = g_strdup_printf (C_("votes", "%1$u of %2$u"), spent, each);
  g_autofree char *label = NULL;

  g_return_if_fail (ACCORD_IS_SWOT_VOTER_ROW (self));

  /* Translators: what a screen reader says of a voter: who, how many votes they have given, of how many. */
  label = g_strdup_printf (ngettext ("%1$s, %2$u of %3$u vote given", "%1$s, %2$u of %3$u votes given", each), name, spent,
                           each);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->spent_label, text);
  if (spent == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->spent_label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->spent_label), "dim-label");
  /* The room for the tick stays, so that the numbers stand under one another. */
  gtk_widget_set_opacity (self->done_image, spent >= each ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
