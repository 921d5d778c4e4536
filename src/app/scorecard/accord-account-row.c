/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-account-row.h"

#include <glib/gi18n.h>

struct _AccordAccountRow
{
  AdwBin parent_instance;

  AccordAccountItem *item;
  gboolean showing; /* what the item has, not what somebody switches */

  GtkLabel *name;
  GtkLabel *subtitle;
  GtkSwitch *mark;
};

G_DEFINE_FINAL_TYPE (AccordAccountRow, accord_account_row, ADW_TYPE_BIN)

static void
show_ideal (AccordAccountRow *self)
{
  self->showing = TRUE;
  gtk_switch_set_active (self->mark, accord_account_item_get_ideal (self->item));
  self->showing = FALSE;
}

static void
on_switched (AccordAccountRow *self)
{
  if (self->showing || self->item == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "accounts.mark", "(sb)", accord_account_item_get_name (self->item),
                              gtk_switch_get_active (self->mark));
  /* Where it was not stored the item is as it was. */
  show_ideal (self);
}

static void
accord_account_row_dispose (GObject *object)
{
  accord_account_row_set_item (ACCORD_ACCOUNT_ROW (object), NULL);

  G_OBJECT_CLASS (accord_account_row_parent_class)->dispose (object);
}

static void
accord_account_row_class_init (AccordAccountRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_account_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-account-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordAccountRow, name);
  gtk_widget_class_bind_template_child (widget_class, AccordAccountRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AccordAccountRow, mark);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
}

static void
accord_account_row_init (AccordAccountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_account_row_set_item (AccordAccountRow  *self,
                             AccordAccountItem *item)
{
  GtkWidget *row;
  g_autofree char *label = NULL;

  g_return_if_fail (ACCORD_IS_ACCOUNT_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_signal_connect_object (item, "notify::ideal", G_CALLBACK (show_ideal), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->name, accord_account_item_get_name (item));
  gtk_label_set_label (self->subtitle, accord_account_item_get_subtitle (item));
  /* Translators: %s is the name of an account. */
  label = g_strdup_printf (_("%s is an ideal account"), accord_account_item_get_name (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accord_account_item_get_name (item),
                                    -1);
  show_ideal (self);
}
