/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-commitment-step.h"

#include "accord-attainment.h"
#include "accord-beside.h"
#include "accord-territory.h"

#include <glib/gi18n.h>

struct _AccordWizardCommitmentStep
{
  AccordWizardStep parent_instance;

  AccordFieldRow *quota_row;
  AccordFieldRow *amount_row;
  GtkBox *offer_box;
  GtkButton *goal_button;
  GtkButton *quota_button;
};

G_DEFINE_FINAL_TYPE (AccordWizardCommitmentStep, accord_wizard_commitment_step, ACCORD_TYPE_WIZARD_STEP)

/* What the income goal takes; unknown where there is none. */
static gint64
needed_bookings (AccordPlanDraft *draft)
{
  AccordFunnel funnel;

  accord_plan_draft_compute_funnel (draft, &funnel, NULL);

  return funnel.bookings;
}

static void
on_quota_edited (AccordFieldRow             *row,
                 AccordWizardCommitmentStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));

  accord_plan_draft_set_quota (draft, accord_field_row_get_value (row));
}

static void
on_amount_edited (AccordFieldRow             *row,
                  AccordWizardCommitmentStep *self)
{
  accord_plan_draft_set_amount (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)),
                                accord_field_row_get_value (row));
}

/* Below the quota it is no commitment; said where it is typed, and again by whoever wants to commit. */
static void
accord_wizard_commitment_step_check (AccordWizardStep *step)
{
  AccordWizardCommitmentStep *self = ACCORD_WIZARD_COMMITMENT_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  gint64 quota = accord_plan_get_quota (plan), amount = accord_plan_get_amount (plan);

  if (quota != ACCORD_UNKNOWN && amount != ACCORD_UNKNOWN && amount < quota)
    {
      g_autofree char *text = accord_plan_draft_format_money (draft, quota);
      /* Translators: %s is an amount of money. */
      g_autofree char *message = g_strdup_printf (_("A commitment is at or above the quota of %s"), text);

      accord_field_row_set_error (self->amount_row, message);
    }
  else if (amount != ACCORD_UNKNOWN)
    accord_field_row_set_error (self->amount_row, NULL);
}

static void
on_finished (AccordFieldRow             *row,
             AccordWizardCommitmentStep *self)
{
  accord_plan_draft_finish_number (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
  accord_wizard_commitment_step_check (ACCORD_WIZARD_STEP (self));
}

static void
take (AccordWizardCommitmentStep *self,
      gint64                      amount)
{
  accord_field_row_set_value (self->amount_row, amount);
  accord_plan_draft_set_amount (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)), amount);
  accord_plan_draft_finish_number (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
  gtk_widget_grab_focus (GTK_WIDGET (self->amount_row));
}

static void
on_goal_clicked (AccordWizardCommitmentStep *self)
{
  take (self, needed_bookings (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self))));
}

static void
on_quota_clicked (AccordWizardCommitmentStep *self)
{
  take (self, accord_plan_get_quota (accord_wizard_step_get_plan (ACCORD_WIZARD_STEP (self))));
}

static void
accord_wizard_commitment_step_load (AccordWizardStep *step)
{
  AccordWizardCommitmentStep *self = ACCORD_WIZARD_COMMITMENT_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  AccordPlan *plan = accord_plan_draft_get_plan (draft);

  accord_field_row_set_currency (self->quota_row, accord_plan_draft_get_currency (draft),
                                 accord_plan_draft_get_decimals (draft));
  accord_field_row_set_currency (self->amount_row, accord_plan_draft_get_currency (draft),
                                 accord_plan_draft_get_decimals (draft));
  accord_field_row_set_value (self->quota_row, accord_plan_get_quota (plan));
  accord_field_row_set_value (self->amount_row, accord_plan_get_amount (plan));
}

static void
accord_wizard_commitment_step_refresh (AccordWizardStep *step)
{
  AccordWizardCommitmentStep *self = ACCORD_WIZARD_COMMITMENT_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  gint64 quota = accord_plan_get_quota (accord_plan_draft_get_plan (draft)), needed = needed_bookings (draft);

  gtk_widget_set_visible (GTK_WIDGET (self->goal_button), needed != ACCORD_UNKNOWN && needed > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->quota_button), quota != ACCORD_UNKNOWN);
  if (needed != ACCORD_UNKNOWN)
    {
      g_autofree char *text = accord_plan_draft_format_money (draft, needed);
      /* Translators: a button; %s is an amount of money. */
      g_autofree char *label = g_strdup_printf (_("What the income goal takes: %s"), text);

      gtk_button_set_label (self->goal_button, label);
    }
  if (quota != ACCORD_UNKNOWN)
    {
      g_autofree char *text = accord_plan_draft_format_money (draft, quota);
      /* Translators: a button; %s is an amount of money. */
      g_autofree char *label = g_strdup_printf (_("The quota: %s"), text);

      gtk_button_set_label (self->quota_button, label);
    }
}

static void
describe_stretch (AccordPlanDraft   *draft,
                  AccordConsequence *consequence)
{
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  gint64 quota = accord_plan_get_quota (plan), amount = accord_plan_get_amount (plan);
  gint64 stretch = accord_stretch (amount, quota);
  g_autofree char *text = NULL, *share = NULL;

  if (stretch == ACCORD_UNKNOWN)
    return;

  if (amount < quota)
    {
      text = accord_plan_draft_format_money (draft, quota - amount);
      /* Translators: %s is an amount of money. */
      accord_consequence_take_sentence (consequence, ACCORD_TONE_WARNING,
                                        g_strdup_printf (_("That is %s below the quota."), text));
    }
  else if (stretch == 0)
    accord_consequence_add_sentence (consequence, ACCORD_TONE_PLAIN, _("Exactly the quota, without a stretch."));
  else
    {
      text = accord_plan_draft_format_money (draft, stretch);
      share = accord_rate_format_percent (accord_rate_from_ratio (stretch, quota));
      /* Translators: %1 is an amount of money, %2 a percentage. */
      accord_consequence_take_sentence (consequence, ACCORD_TONE_GOOD,
                                        g_strdup_printf (_("A stretch of %1$s, %2$s above the quota."), text, share));
    }
}

static void
describe_income (AccordPlanDraft   *draft,
                 AccordConsequence *consequence)
{
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  gint64 income = accord_plan_income_for (plan, accord_plan_draft_get_basis (draft), accord_plan_get_amount (plan));
  gint64 goal = accord_plan_get_income_goal (plan);
  g_autofree char *pays = NULL, *apart = NULL;

  if (income == ACCORD_UNKNOWN)
    return;

  pays = accord_plan_draft_format_money (draft, income);
  if (goal == ACCORD_UNKNOWN)
    /* Translators: %s is an amount of money. */
    accord_consequence_take_sentence (consequence, ACCORD_TONE_PLAIN,
                                      g_strdup_printf (_("It would bring in %s in the year."), pays));
  else if (income >= goal)
    accord_consequence_take_sentence (consequence, ACCORD_TONE_GOOD,
                                      g_strdup_printf (_("It would bring in %s: the income goal is reached."), pays));
  else
    {
      apart = accord_plan_draft_format_money (draft, goal - income);
      /* Translators: both are amounts of money. */
      accord_consequence_take_sentence (consequence, ACCORD_TONE_WARNING,
                                        g_strdup_printf (_("It would bring in %1$s: %2$s short of the income goal."),
                                                         pays, apart));
    }
}

/* Commitments against quotas of the team or a territory, with this one in them. */
static void
describe_totals (AccordPlanDraft          *draft,
                 AccordConsequence        *consequence,
                 const char               *name,
                 const AccordRollUpTotals *totals)
{
  g_autofree char *commitment = accord_plan_draft_format_money (draft, totals->figures.commitment);
  g_autofree char *quota = accord_plan_draft_format_money (draft, totals->figures.quota);
  /* Translators: %1 is how many of %2 members plan a commitment. */
  g_autofree char *line = g_strdup_printf (_("Commitments, %1$u of %2$u"), totals->n_planned,
                                           totals->n_members);

  accord_consequence_add_sentence (consequence, ACCORD_TONE_HEADING, name);
  accord_consequence_add_figure_line (consequence, line, commitment);
  accord_consequence_add_figure_line (consequence, _("Quotas"), quota);
}

static void
describe_target (AccordPlanDraft          *draft,
                 AccordConsequence        *consequence,
                 const AccordRollUpTotals *team)
{
  gint64 target = accord_plan_draft_get_team_target (draft);
  AccordRate over = accord_over_assignment (team->figures.quota, target);
  g_autofree char *text = accord_plan_draft_format_money (draft, target), *share = NULL;

  if (target == ACCORD_UNKNOWN)
    return;

  accord_consequence_add_figure_line (consequence, _("Team target"), text);
  if (over == ACCORD_UNKNOWN)
    return;
  share = accord_rate_format_percent (ABS (over));
  if (over >= 0)
    /* Translators: %s is a percentage. */
    accord_consequence_take_sentence (consequence, ACCORD_TONE_QUIET,
                                      g_strdup_printf (_("The quotas together are %s above the team target."), share));
  else
    accord_consequence_take_sentence (consequence, ACCORD_TONE_WARNING,
                                      g_strdup_printf (_("The quotas together are %s below the team target."), share));
}

static void
describe_roll_up (AccordPlanDraft   *draft,
                  AccordConsequence *consequence)
{
  AccordRollUpTotals team, territory;
  AccordTerritory *where;
  gint64 territory_id;

  if (!accord_plan_draft_get_totals (draft, &team, &territory, &territory_id))
    return;

  where = accord_workspace_find (accord_plan_draft_get_workspace (draft), ACCORD_TYPE_TERRITORY, territory_id);
  if (where != NULL && territory.n_members < team.n_members)
    describe_totals (draft, consequence, accord_territory_get_name (where), &territory);
  describe_totals (draft, consequence, _("The whole team"), &team);
  describe_target (draft, consequence, &team);
}

static void
accord_wizard_commitment_step_describe (AccordWizardStep  *step,
                                        AccordConsequence *consequence)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  gint64 amount = accord_plan_get_amount (plan);
  AccordFunnel funnel;
  g_autoptr (GError) error = NULL;

  accord_consequence_begin (consequence, _("What the commitment means"));
  if (amount == ACCORD_UNKNOWN)
    {
      accord_consequence_add_sentence (consequence, ACCORD_TONE_PLAIN,
                                       _("The quota is what the company asks. The commitment is what you promise."));
      describe_roll_up (draft, consequence);
      return;
    }

  accord_consequence_show_bar (consequence, draft);
  accord_plan_draft_compute_work (draft, amount, &funnel, &error);
  accord_consequence_show_funnel_last (consequence, draft, &funnel);
  describe_stretch (draft, consequence);
  describe_income (draft, consequence);
  if (error != NULL)
    accord_consequence_add_sentence (consequence, ACCORD_TONE_WARNING, error->message);
  describe_roll_up (draft, consequence);
  accord_consequence_add_booked (consequence, draft, amount);
}

static gboolean
accord_wizard_commitment_step_is_done (AccordWizardStep *step)
{
  AccordPlan *plan = accord_wizard_step_get_plan (step);
  gint64 quota = accord_plan_get_quota (plan), amount = accord_plan_get_amount (plan);

  return amount != ACCORD_UNKNOWN && amount > 0 && (quota == ACCORD_UNKNOWN || amount >= quota);
}

/* The quota is the company's figure and shows all over the program: it is stored once it is complete. */
static void
accord_wizard_commitment_step_leave (AccordWizardStep *step)
{
  AccordWizardCommitmentStep *self = ACCORD_WIZARD_COMMITMENT_STEP (step);
  g_autoptr (GError) error = NULL;

  accord_wizard_commitment_step_check (step);
  if (accord_field_row_check (self->quota_row)
      && !accord_plan_draft_store_quota (accord_wizard_step_get_draft (step), &error))
    accord_field_row_set_error (self->quota_row, error->message);
}

static void
accord_wizard_commitment_step_class_init (AccordWizardCommitmentStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWizardStepClass *step_class = ACCORD_WIZARD_STEP_CLASS (klass);

  g_type_ensure (ACCORD_TYPE_BESIDE);
  step_class->load = accord_wizard_commitment_step_load;
  step_class->refresh = accord_wizard_commitment_step_refresh;
  step_class->describe = accord_wizard_commitment_step_describe;
  step_class->is_done = accord_wizard_commitment_step_is_done;
  step_class->check = accord_wizard_commitment_step_check;
  step_class->leave = accord_wizard_commitment_step_leave;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-wizard-commitment-step.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWizardCommitmentStep, quota_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardCommitmentStep, amount_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardCommitmentStep, offer_box);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardCommitmentStep, goal_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardCommitmentStep, quota_button);
  gtk_widget_class_bind_template_callback (widget_class, on_quota_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_amount_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_finished);
  gtk_widget_class_bind_template_callback (widget_class, on_goal_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_quota_clicked);
}

static void
accord_wizard_commitment_step_init (AccordWizardCommitmentStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_wizard_step_adopt (ACCORD_WIZARD_STEP (self), self->quota_row);
  accord_wizard_step_adopt (ACCORD_WIZARD_STEP (self), self->amount_row);
}
