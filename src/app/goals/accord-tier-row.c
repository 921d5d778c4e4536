/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-tier-row.h"

#include "accord-money.h"

#include <glib/gi18n.h>

struct _AccordTierRow
{
  AdwBin parent_instance;

  gboolean first;
  gint64 quota;
  AccordPlanDraft *draft; /* for its currency */

  AdwPreferencesGroup *group;
  GtkButton *remove_button;
  GtkToggleButton *money_button;
  GtkToggleButton *share_button;
  AccordFieldRow *from_row;
  AccordFieldRow *share_row;
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

static gboolean
is_share (AccordTierRow *self)
{
  return gtk_toggle_button_get_active (self->share_button);
}

static void
show_hint (AccordTierRow *self)
{
  gint64 share = accord_field_row_get_value (self->share_row);
  g_autofree char *hint = NULL;

  if (self->quota == ACCORD_UNKNOWN || self->quota <= 0)
    hint = g_strdup (_("There is no quota yet: it is on the page “Commitment”"));
  else if (share != ACCORD_UNKNOWN)
    {
      g_autofree char *money = accord_plan_draft_format_money (self->draft,
                                                               accord_pay_plan_edge_for_quota (share, self->quota));

      /* Translators: %s is an amount of money: what a share of the quota comes to. */
      hint = g_strdup_printf (_("That is from %s on"), money);
    }
  accord_field_row_set_hint (self->share_row, hint != NULL ? hint : "");
}

static void
show_unit (AccordTierRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), !self->first && !is_share (self));
  gtk_widget_set_visible (GTK_WIDGET (self->share_row), !self->first && is_share (self));
  show_hint (self);
}

/* The edge stays where it is, in the other unit, where there is a quota to turn it by. */
static void
on_unit_toggled (AccordTierRow *self)
{
  gint64 from = accord_field_row_get_value (self->from_row), share = accord_field_row_get_value (self->share_row);

  if (is_share (self) == gtk_widget_get_visible (GTK_WIDGET (self->share_row)))
    return;

  if (self->quota != ACCORD_UNKNOWN && self->quota > 0)
    {
      if (is_share (self) && from != ACCORD_UNKNOWN)
        accord_field_row_set_value (self->share_row, accord_rate_from_ratio (from, self->quota));
      else if (!is_share (self) && share != ACCORD_UNKNOWN)
        accord_field_row_set_value (self->from_row, accord_pay_plan_edge_for_quota (share, self->quota));
    }
  show_unit (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_edited (AccordFieldRow *row,
           AccordTierRow  *self)
{
  show_hint (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_remove_clicked (AccordTierRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
accord_tier_row_dispose (GObject *object)
{
  g_clear_object (&ACCORD_TIER_ROW (object)->draft);

  G_OBJECT_CLASS (accord_tier_row_parent_class)->dispose (object);
}

static void
accord_tier_row_class_init (AccordTierRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_tier_row_dispose;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/goals/accord-tier-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, group);
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, from_row);
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, share_row);
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, money_button);
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, share_button);
  gtk_widget_class_bind_template_child (widget_class, AccordTierRow, rate_row);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
accord_tier_row_init (AccordTierRow *self)
{
  self->quota = ACCORD_UNKNOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
accord_tier_row_new (AccordWizardStep *step,
                     gboolean          first)
{
  AccordTierRow *self = g_object_new (ACCORD_TYPE_TIER_ROW, NULL);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);

  self->first = first;
  self->draft = g_object_ref (draft);
  self->quota = accord_plan_get_quota (accord_plan_draft_get_plan (draft));
  gtk_button_set_label (GTK_BUTTON (self->money_button),
                        accord_currency_get_symbol (accord_plan_draft_get_currency (draft)));
  show_unit (self);
  /* An invisible button would still take a header's height. */
  if (first)
    adw_preferences_group_set_header_suffix (self->group, NULL);
  accord_field_row_set_currency (self->from_row, accord_plan_draft_get_currency (draft),
                                 accord_plan_draft_get_decimals (draft));
  accord_wizard_step_adopt (step, self->from_row);
  accord_wizard_step_adopt (step, self->share_row);
  accord_wizard_step_adopt (step, self->rate_row);

  return GTK_WIDGET (self);
}

gboolean
accord_tier_row_get_band (AccordTierRow *self,
                          AccordPayBand *band)
{
  band->of_quota = !self->first && is_share (self);
  band->from = self->first ? 0 : accord_field_row_get_value (band->of_quota ? self->share_row : self->from_row);
  band->rate = accord_field_row_get_value (self->rate_row);

  return band->from != ACCORD_UNKNOWN && band->rate != ACCORD_UNKNOWN;
}

void
accord_tier_row_set_band (AccordTierRow       *self,
                          const AccordPayBand *band)
{
  gtk_toggle_button_set_active (band->of_quota ? self->share_button : self->money_button, TRUE);
  if (!self->first)
    accord_field_row_set_value (band->of_quota ? self->share_row : self->from_row, band->from);
  accord_field_row_set_value (self->rate_row, band->rate);
  show_unit (self);
}

void
accord_tier_row_set_quota (AccordTierRow *self,
                           gint64         quota)
{
  if (self->quota == quota)
    return;

  self->quota = quota;
  show_hint (self);
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
  accord_field_row_set_error (is_share (self) ? self->share_row : self->from_row, message);
}
