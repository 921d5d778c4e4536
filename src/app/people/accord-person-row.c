/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-person-row.h"

#include <glib/gi18n.h>

struct _AccordPersonRow
{
  AdwBin parent_instance;

  AccordPerson *person;

  GtkLabel *heading_label;
  GtkLabel *count_label;
  GtkWidget *heading_box;
  GtkWidget *member_box;
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *subtitle_label;
  GtkWidget *leader_label;
  GtkLabel *factor_label;
};

G_DEFINE_FINAL_TYPE (AccordPersonRow, accord_person_row, ADW_TYPE_BIN)

static void
row_fill_heading (AccordPersonRow *self)
{
  g_autofree char *count = g_strdup_printf ("%u", accord_person_get_n_members (self->person));

  gtk_label_set_label (self->heading_label, accord_person_get_title (self->person));
  gtk_label_set_label (self->count_label, count);
}

static void
row_fill_member (AccordPersonRow *self)
{
  AccordRate factor = accord_person_get_factor (self->person);
  g_autofree char *percent = accord_rate_format_percent (factor);

  adw_avatar_set_text (self->avatar, accord_person_get_title (self->person));
  gtk_label_set_label (self->name_label, accord_person_get_title (self->person));
  gtk_label_set_label (self->subtitle_label, accord_person_get_subtitle (self->person));
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), *accord_person_get_subtitle (self->person) != '\0');
  gtk_widget_set_visible (self->leader_label, accord_person_get_leader (self->person));
  gtk_label_set_label (self->factor_label, percent);
  gtk_widget_set_visible (GTK_WIDGET (self->factor_label), factor != ACCORD_UNKNOWN);
  /* What is less than whole is what one looks for. */
  if (factor == ACCORD_RATE_ONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->factor_label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->factor_label), "dim-label");
}

static void
row_fill (AccordPersonRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean is_member = accord_person_get_member (self->person) != NULL;

  gtk_widget_set_visible (self->heading_box, !is_member);
  gtk_widget_set_visible (self->member_box, is_member);
  if (is_member)
    row_fill_member (self);
  else
    row_fill_heading (self);
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    accord_person_get_title (self->person), -1);
}

static void
row_drop (AccordPersonRow *self)
{
  if (self->person != NULL)
    g_signal_handlers_disconnect_by_data (self->person, self);
  g_clear_object (&self->person);
}

static void
accord_person_row_dispose (GObject *object)
{
  row_drop (ACCORD_PERSON_ROW (object));

  G_OBJECT_CLASS (accord_person_row_parent_class)->dispose (object);
}

static void
accord_person_row_class_init (AccordPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_person_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/people/accord-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPersonRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPersonRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPersonRow, heading_box);
  gtk_widget_class_bind_template_child (widget_class, AccordPersonRow, member_box);
  gtk_widget_class_bind_template_child (widget_class, AccordPersonRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, AccordPersonRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPersonRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPersonRow, leader_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPersonRow, factor_label);
}

static void
accord_person_row_init (AccordPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AccordPerson *
accord_person_row_get_person (AccordPersonRow *self)
{
  g_return_val_if_fail (ACCORD_IS_PERSON_ROW (self), NULL);

  return self->person;
}

void
accord_person_row_set_person (AccordPersonRow *self,
                              AccordPerson    *person)
{
  g_return_if_fail (ACCORD_IS_PERSON_ROW (self));

  row_drop (self);
  if (person == NULL)
    return;

  self->person = g_object_ref (person);
  g_signal_connect_object (person, "changed", G_CALLBACK (row_fill), self, G_CONNECT_SWAPPED);
  row_fill (self);
}
