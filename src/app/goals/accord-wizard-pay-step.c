/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-pay-step.h"

#include "accord-pay-terms-group.h"
#include "accord-plan-draft-terms.h"
#include "accord-tier-row.h"

#include <glib/gi18n.h>

struct _AccordWizardPayStep
{
  AccordWizardStep parent_instance;

  AccordFieldRow *income_row;
  AccordFieldRow *base_row;
  AccordFieldRow *other_row;
  AccordPayTermsGroup *terms_group;
  AdwComboRow *kind_row;
  GtkBox *tier_box;
  GtkButton *add_button;
  AdwExpanderRow *limits_row;
  AccordFieldRow *threshold_row;
  AccordFieldRow *cap_row;
  gboolean filling; /* other terms are put into the fields */
};

G_DEFINE_FINAL_TYPE (AccordWizardPayStep, accord_wizard_pay_step, ACCORD_TYPE_WIZARD_STEP)

static AccordPayKind
selected_kind (AccordWizardPayStep *self)
{
  return (AccordPayKind) adw_combo_row_get_selected (self->kind_row);
}

/* Where a band begins, in money; unknown where it is a share and there is no quota. */
static gint64
edge_of (const AccordPayBand *band,
         gint64               quota)
{
  if (!band->of_quota)
    return band->from;

  return band->from == ACCORD_UNKNOWN || quota == ACCORD_UNKNOWN || quota <= 0
           ? ACCORD_UNKNOWN
           : accord_pay_plan_edge_for_quota (band->from, quota);
}

/* The bands that are complete, as the plan keeps them. Says under a band's edge where it does not ascend. */
static char *
dup_tiers_text (AccordWizardPayStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  gint64 quota = accord_plan_get_quota (accord_plan_draft_get_plan (draft)), last = -1;
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (AccordPayBand));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tier_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AccordTierRow *row = ACCORD_TIER_ROW (child);
      AccordPayBand band;
      gboolean known = accord_tier_row_get_band (row, &band);
      gint64 edge = edge_of (&band, quota);

      if (!gtk_widget_get_visible (child))
        continue;
      if (edge != ACCORD_UNKNOWN && edge <= last)
        {
          accord_tier_row_set_error (row, _("Each band begins above the one before it"));
          continue;
        }
      if (band.from != ACCORD_UNKNOWN)
        accord_tier_row_set_error (row, NULL);
      if (!known)
        continue;
      if (edge != ACCORD_UNKNOWN)
        last = edge;
      g_array_append_val (bands, band);
    }
  /* Without its first band a plan makes no sense yet. */
  if (bands->len == 0 || g_array_index (bands, AccordPayBand, 0).from != 0)
    return g_strdup ("");

  return accord_pay_bands_to_text ((const AccordPayBand *) bands->data, bands->len,
                                   accord_plan_draft_get_decimals (draft));
}

static void
take_pay_plan (AccordWizardPayStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  g_autofree char *tiers = dup_tiers_text (self);
  AccordPayWords words = { selected_kind (self), tiers, accord_field_row_get_value (self->threshold_row),
                           accord_field_row_get_value (self->cap_row) };

  accord_plan_draft_set_pay (draft, &words);
}

static void
on_terms_edited (AccordFieldRow      *row,
                 AccordWizardPayStep *self)
{
  take_pay_plan (self);
}

static void
on_tier_edited (AccordTierRow       *row,
                AccordWizardPayStep *self)
{
  if (!accord_wizard_step_is_loading (ACCORD_WIZARD_STEP (self)) && !self->filling)
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
  if (accord_wizard_step_is_loading (ACCORD_WIZARD_STEP (self)) || self->filling)
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
  accord_plan_draft_edited (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
}

static void
load_tiers (AccordWizardPayStep *self,
            const char          *text,
            int                  decimals)
{
  g_autofree AccordPayBand *bands = NULL;
  gsize n = 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->tier_box))) != NULL)
    gtk_box_remove (self->tier_box, row);
  if (*text != '\0')
    bands = accord_pay_bands_parse (text, decimals, &n, NULL);
  for (gsize i = 0; i < n; i++)
    accord_tier_row_set_band (ACCORD_TIER_ROW (append_tier (self)), &bands[i]);
  if (n == 0)
    append_tier (self);
}

/* The terms that the plan pays by, into the fields. */
static void
load_terms (AccordWizardPayStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  AccordPayWords words;

  self->filling = TRUE;
  accord_plan_draft_get_pay (draft, &words);
  accord_field_row_set_value (self->threshold_row, words.threshold);
  accord_field_row_set_value (self->cap_row, words.cap);
  adw_expander_row_set_expanded (self->limits_row, words.threshold != ACCORD_UNKNOWN || words.cap != ACCORD_UNKNOWN);
  adw_combo_row_set_selected (self->kind_row, words.kind);
  load_tiers (self, words.tiers, accord_plan_draft_get_decimals (draft));
  show_kind (self);
  self->filling = FALSE;
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
  load_terms (self);
  accord_pay_terms_group_load (self->terms_group, draft);
}

/* The quota is on another page, and there may be something to share now. */
static void
accord_wizard_pay_step_refresh (AccordWizardStep *step)
{
  AccordWizardPayStep *self = ACCORD_WIZARD_PAY_STEP (step);
  gint64 quota = accord_plan_get_quota (accord_wizard_step_get_plan (step));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tier_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    accord_tier_row_set_quota (ACCORD_TIER_ROW (child), quota);
  accord_pay_terms_group_refresh (self->terms_group);
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

/* What the picture shows, in figures. */
static void
describe_plan (AccordPlanDraft   *draft,
               AccordConsequence *consequence)
{
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  g_autoptr (AccordPayPlan) pay_plan = accord_plan_dup_pay_plan (plan, accord_plan_draft_get_basis (draft), NULL);
  gint64 quota = accord_plan_get_quota (plan);

  if (pay_plan == NULL)
    return;

  if (quota != ACCORD_UNKNOWN && quota > 0)
    {
      g_autofree char *pays = accord_plan_draft_format_money (draft, accord_pay_plan_pay_for (pay_plan, quota));
      g_autofree char *text = accord_plan_draft_format_money (draft, quota);
      /* Translators: %s is the quota, an amount of money; the variable pay for it stands at the end of the line. */
      g_autofree char *name = g_strdup_printf (_("Variable pay at the quota of %s"), text);

      accord_consequence_add_figure_line (consequence, name, pays);
    }
  if (accord_pay_plan_get_threshold (pay_plan) > 0)
    {
      g_autofree char *from = accord_plan_draft_format_money (draft, accord_pay_plan_get_threshold (pay_plan));

      accord_consequence_add_figure_line (consequence, _("Nothing is paid below"), from);
    }
  if (accord_pay_plan_get_cap (pay_plan) != ACCORD_UNKNOWN)
    {
      g_autofree char *most = accord_plan_draft_format_money (draft, accord_pay_plan_get_cap (pay_plan));

      accord_consequence_add_figure_line (consequence, _("The most it pays"), most);
    }
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
  accord_consequence_show_pay (consequence, draft, &funnel);
  describe_plan (draft, consequence);
}

static gboolean
accord_wizard_pay_step_is_done (AccordWizardStep *step)
{
  AccordPlan *plan = accord_wizard_step_get_plan (step);

  g_autoptr (AccordPayPlan) pay_plan = accord_plan_dup_pay_plan (
    plan, accord_plan_draft_get_basis (accord_wizard_step_get_draft (step)), NULL);

  return accord_plan_get_income_goal (plan) != ACCORD_UNKNOWN && pay_plan != NULL;
}

static void
accord_wizard_pay_step_class_init (AccordWizardPayStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWizardStepClass *step_class = ACCORD_WIZARD_STEP_CLASS (klass);

  g_type_ensure (ACCORD_TYPE_PAY_TERMS_GROUP);
  step_class->load = accord_wizard_pay_step_load;
  step_class->refresh = accord_wizard_pay_step_refresh;
  step_class->describe = accord_wizard_pay_step_describe;
  step_class->is_done = accord_wizard_pay_step_is_done;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-wizard-pay-step.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, income_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, base_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, other_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, kind_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, terms_group);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, limits_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, tier_box);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, add_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, threshold_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardPayStep, cap_row);
  gtk_widget_class_bind_template_callback (widget_class, on_amount_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_terms_edited);
  gtk_widget_class_bind_template_callback (widget_class, load_terms);
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
