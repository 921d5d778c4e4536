/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-pay-step.h"

#include "accord-money.h"
#include "accord-tier-row.h"

#include <glib/gi18n.h>

struct _AccordWizardPayStep
{
  AccordWizardStep parent_instance;

  AccordFieldRow *income_row;
  AccordFieldRow *base_row;
  AccordFieldRow *other_row;
  AdwComboRow *kind_row;
  GtkBox *tier_box;
  GtkButton *add_button;
  AccordFieldRow *threshold_row;
  AccordFieldRow *cap_row;
};

G_DEFINE_FINAL_TYPE (AccordWizardPayStep, accord_wizard_pay_step, ACCORD_TYPE_WIZARD_STEP)

static AccordPayKind
selected_kind (AccordWizardPayStep *self)
{
  return (AccordPayKind) adw_combo_row_get_selected (self->kind_row);
}

/* The bands that are complete, as the plan keeps them. Says under a band's edge where it does not ascend. */
static char *
dup_tiers_text (AccordWizardPayStep *self)
{
  int decimals = accord_plan_draft_get_decimals (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 last = -1;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tier_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AccordTierRow *row = ACCORD_TIER_ROW (child);
      gint64 from = accord_tier_row_get_from (row), rate = accord_tier_row_get_rate (row);
      g_autofree char *edge = NULL, *share = NULL;

      if (!gtk_widget_get_visible (child))
        continue;
      if (from != ACCORD_UNKNOWN && from <= last)
        {
          accord_tier_row_set_error (row, _("Each band begins above the one before it"));
          continue;
        }
      if (from != ACCORD_UNKNOWN)
        accord_tier_row_set_error (row, NULL);
      if (from == ACCORD_UNKNOWN || rate == ACCORD_UNKNOWN)
        continue;
      last = from;
      edge = accord_money_to_text (from, decimals);
      share = accord_rate_to_text (rate);
      g_string_append_printf (text, "%s%s:%s", text->len > 0 ? "," : "", edge, share);
    }
  /* Without its first band a plan makes no sense yet. */
  if (!g_str_has_prefix (text->str, "0:"))
    g_string_truncate (text, 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
take_pay_plan (AccordWizardPayStep *self)
{
  AccordPlan *plan = accord_wizard_step_get_plan (ACCORD_WIZARD_STEP (self));
  g_autofree char *tiers = dup_tiers_text (self);

  accord_plan_set_pay_kind (plan, selected_kind (self));
  accord_plan_set_pay_tiers (plan, tiers);
  accord_plan_draft_edited (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
}

static void
on_tier_edited (AccordTierRow       *row,
                AccordWizardPayStep *self)
{
  if (!accord_wizard_step_is_loading (ACCORD_WIZARD_STEP (self)))
    take_pay_plan (self);
}

/* One rate shows the first band alone; the others keep what was typed, for whoever comes back to them. */
static void
show_kind (AccordWizardPayStep *self)
{
  gboolean flat = selected_kind (self) == ACCORD_PAY_KIND_FLAT;
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->tier_box));
  guint number = 1;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_set_visible (child, child == first || !flat);
      accord_tier_row_set_number (ACCORD_TIER_ROW (child), flat ? 0 : number++);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !flat);
}

static void
on_tier_remove (AccordTierRow       *row,
                AccordWizardPayStep *self)
{
  gtk_box_remove (self->tier_box, GTK_WIDGET (row));
  show_kind (self);
  take_pay_plan (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

static GtkWidget *
append_tier (AccordWizardPayStep *self)
{
  gboolean first = gtk_widget_get_first_child (GTK_WIDGET (self->tier_box)) == NULL;
  GtkWidget *row = accord_tier_row_new (ACCORD_WIZARD_STEP (self), first);

  g_signal_connect_object (row, "edited", G_CALLBACK (on_tier_edited), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_tier_remove), self, 0);
  gtk_box_append (self->tier_box, row);

  return row;
}

static void
on_add_clicked (AccordWizardPayStep *self)
{
  GtkWidget *row = append_tier (self);

  show_kind (self);
  accord_wizard_step_show_added (ACCORD_WIZARD_STEP (self), row);
}

static void
on_kind_selected (AccordWizardPayStep *self)
{
  if (accord_wizard_step_is_loading (ACCORD_WIZARD_STEP (self)))
    return;

  /* Bands are at least two. */
  if (selected_kind (self) != ACCORD_PAY_KIND_FLAT
      && gtk_widget_get_first_child (GTK_WIDGET (self->tier_box)) == gtk_widget_get_last_child (GTK_WIDGET (self->tier_box)))
    append_tier (self);
  show_kind (self);
  take_pay_plan (self);
}

static void
on_amount_edited (AccordFieldRow      *row,
                  AccordWizardPayStep *self)
{
  AccordPlan *plan = accord_wizard_step_get_plan (ACCORD_WIZARD_STEP (self));

  accord_plan_set_income_goal (plan, accord_field_row_get_value (self->income_row));
  accord_plan_set_base (plan, accord_field_row_get_value (self->base_row));
  accord_plan_set_other_pay (plan, accord_field_row_get_value (self->other_row));
  accord_plan_set_pay_threshold (plan, accord_field_row_get_value (self->threshold_row));
  accord_plan_set_pay_cap (plan, accord_field_row_get_value (self->cap_row));
  accord_plan_draft_edited (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
}

static void
load_tiers (AccordWizardPayStep *self,
            AccordPlan          *plan,
            int                  decimals)
{
  g_autoptr (AccordPayPlan) pay_plan = NULL;
  const AccordPayTier *tiers = NULL;
  gsize n = 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->tier_box))) != NULL)
    gtk_box_remove (self->tier_box, row);
  if (*accord_plan_get_pay_tiers (plan) != '\0')
    pay_plan = accord_pay_plan_new_from_text (accord_plan_get_pay_kind (plan), accord_plan_get_pay_tiers (plan),
                                              decimals, 0, ACCORD_UNKNOWN, NULL);
  if (pay_plan != NULL)
    tiers = accord_pay_plan_get_tiers (pay_plan, &n);
  for (gsize i = 0; i < n; i++)
    accord_tier_row_set_tier (ACCORD_TIER_ROW (append_tier (self)), tiers[i].from, tiers[i].rate);
  if (n == 0)
    append_tier (self);
}

static void
accord_wizard_pay_step_load (AccordWizardStep *step)
{
  AccordWizardPayStep *self = ACCORD_WIZARD_PAY_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  AccordFieldRow *rows[] = { self->income_row, self->base_row, self->other_row, self->threshold_row, self->cap_row };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    accord_field_row_set_currency (rows[i], accord_plan_draft_get_currency (draft),
                                   accord_plan_draft_get_decimals (draft));
  accord_field_row_set_value (self->income_row, accord_plan_get_income_goal (plan));
  accord_field_row_set_value (self->base_row, accord_plan_get_base (plan));
  accord_field_row_set_value (self->other_row, accord_plan_get_other_pay (plan));
  accord_field_row_set_value (self->threshold_row, accord_plan_get_pay_threshold (plan));
  accord_field_row_set_value (self->cap_row, accord_plan_get_pay_cap (plan));
  adw_combo_row_set_selected (self->kind_row, accord_plan_get_pay_kind (plan));
  load_tiers (self, plan, accord_plan_draft_get_decimals (draft));
  show_kind (self);
}

static void
describe_error (AccordWizardPayStep *self,
                AccordPlanDraft     *draft,
                AccordConsequence   *consequence,
                const AccordFunnel  *funnel,
                const GError        *error)
{
  if (g_error_matches (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_IMPOSSIBLE) && funnel->gap > 0)
    {
      g_autofree char *gap = accord_plan_draft_format_money (draft, funnel->gap);

      /* Translators: %s is an amount of money. */
      accord_consequence_take_sentence (consequence, ACCORD_TONE_WARNING,
                                        g_strdup_printf (_("No bookings pay that much under this plan: it falls short "
                                                           "by %s."),
                                                         gap));
    }
  else
    accord_consequence_add_sentence (consequence, ACCORD_TONE_WARNING, error->message);
}

static void
accord_wizard_pay_step_describe (AccordWizardStep  *step,
                                 AccordConsequence *consequence)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  g_autoptr (GError) error = NULL;
  AccordFunnel funnel;

  accord_consequence_begin (consequence, _("What it takes"));
  accord_plan_draft_compute_funnel (draft, &funnel, &error);
  if (funnel.bookings != ACCORD_UNKNOWN)
    {
      g_autofree char *bookings = accord_plan_draft_format_money (draft, funnel.bookings);

      accord_consequence_set_figure (consequence, bookings, _("of bookings in the year"));
    }
  if (funnel.variable != ACCORD_UNKNOWN)
    {
      g_autofree char *variable = accord_plan_draft_format_money (draft, funnel.variable);

      if (funnel.variable == 0)
        accord_consequence_add_sentence (consequence, ACCORD_TONE_GOOD,
                                         _("Base and other sure pay reach this income already."));
      else
        /* Translators: %s is an amount of money. */
        accord_consequence_take_sentence (consequence, ACCORD_TONE_PLAIN,
                                          g_strdup_printf (_("%s of it has to come from variable pay."), variable));
    }
  else
    accord_consequence_add_sentence (consequence, ACCORD_TONE_PLAIN,
                                     _("Say what the year should bring in, all pay together. The bookings that pay it "
                                       "appear here."));
  if (error != NULL)
    describe_error (ACCORD_WIZARD_PAY_STEP (step), draft, consequence, &funnel, error);
  else if (funnel.variable != ACCORD_UNKNOWN && funnel.variable > 0 && funnel.bookings == ACCORD_UNKNOWN)
    accord_consequence_add_sentence (consequence, ACCORD_TONE_PLAIN, _("With a rate it becomes bookings."));
  if (funnel.bookings != ACCORD_UNKNOWN)
    accord_consequence_show_funnel (consequence, draft, &funnel);
}

static gboolean
accord_wizard_pay_step_is_done (AccordWizardStep *step)
{
  AccordPlan *plan = accord_wizard_step_get_plan (step);

  return accord_plan_get_income_goal (plan) != ACCORD_UNKNOWN && *accord_plan_get_pay_tiers (plan) != '\0';
}

static void
accord_wizard_pay_step_class_init (AccordWizardPayStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWizardStepClass *step_class = ACCORD_WIZARD_STEP_CLASS (klass);

  step_class->load = accord_wizard_pay_step_load;
  step_class->describe = accord_wizard_pay_step_describe;
  step_class->is_done = accord_wizard_pay_step_is_done;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-wizard-pay-step.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, income_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, base_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, other_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, kind_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, tier_box);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, add_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, threshold_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, cap_row);
  gtk_widget_class_bind_template_callback (widget_class, on_amount_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
accord_wizard_pay_step_init (AccordWizardPayStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < 5; i++)
    {
      AccordFieldRow *rows[] = { self->income_row, self->base_row, self->other_row, self->threshold_row,
                                 self->cap_row };

      accord_wizard_step_adopt (ACCORD_WIZARD_STEP (self), rows[i]);
    }
}
