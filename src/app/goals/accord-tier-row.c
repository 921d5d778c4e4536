/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-tier-row.h"

#include <glib/gi18n.h>

struct _AccordTierRow
{
  AdwBin parent_instance;

  gboolean first;

  AdwPreferencesGroup *group;
  GtkButton *remove_button;
  AccordFieldRow *from_row;
  AccordFieldRow *rate_row;
};

G_DEFINE_FINAL_TYPE (AccordTierRow, accord_tier_row, ADW_TYPE_BIN)

enum
{
  EDITED,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_edited (AccordFieldRow *row,
           AccordTierRow  *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_remove_clicked (AccordTierRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
accord_tier_row_class_init (AccordTierRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/goals/accord-tier-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, group);
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, from_row);
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, rate_row);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
accord_tier_row_init (AccordTierRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
accord_tier_row_new (AccordWizardStep *step,
                     gboolean          first)
{
  AccordTierRow *self = g_object_new (ACCORD_TYPE_TIER_ROW, NULL);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);

  self->first = first;
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), !first);
  /* An invisible button would still take a header's height. */
  if (first)
    adw_preferences_group_set_header_suffix (self->group, NULL);
  accord_field_row_set_currency (self->from_row, accord_plan_draft_get_currency (draft),
                                 accord_plan_draft_get_decimals (draft));
  accord_wizard_step_adopt (step, self->from_row);
  accord_wizard_step_adopt (step, self->rate_row);

  return GTK_WIDGET (self);
}

gint64
accord_tier_row_get_from (AccordTierRow *self)
{
  return self->first ? 0 : accord_field_row_get_value (self->from_row);
}

gint64
accord_tier_row_get_rate (AccordTierRow *self)
{
  return accord_field_row_get_value (self->rate_row);
}

void
accord_tier_row_set_tier (AccordTierRow *self,
                          gint64         from,
                          gint64         rate)
{
  if (!self->first)
    accord_field_row_set_value (self->from_row, from);
  accord_field_row_set_value (self->rate_row, rate);
}

void
accord_tier_row_set_number (AccordTierRow *self,
                            guint          number)
{
  g_autofree char *title = NULL, *remove = NULL;

  /* Translators: %u counts the bands of a pay plan: 1, 2, 3. */
  title = g_strdup_printf (_("Band %u"), number);
  /* Translators: the accessible name of a button; %u is the band's number. */
  remove = g_strdup_printf (_("Remove band %u"), number);
  adw_preferences_group_set_title (self->group, number > 0 ? title : "");
  if (self->first)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove_button), remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

void
accord_tier_row_set_error (AccordTierRow *self,
                           const char    *message)
{
  accord_field_row_set_error (self->from_row, message);
}
