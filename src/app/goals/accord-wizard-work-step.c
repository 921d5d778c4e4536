/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-work-step.h"

#include <glib/gi18n.h>

struct _AccordWizardWorkStep
{
  AccordWizardStep parent_instance;

  AccordFieldRow *deal_row;
  AccordFieldRow *win_row;
  AccordFieldRow *meeting_row;
  AccordFieldRow *outreach_row;
  AccordFieldRow *weeks_row;
};

G_DEFINE_FINAL_TYPE (AccordWizardWorkStep, accord_wizard_work_step, ACCORD_TYPE_WIZARD_STEP)

static void
on_edited (AccordFieldRow       *row,
           AccordWizardWorkStep *self)
{
  AccordPlan *plan = accord_wizard_step_get_plan (ACCORD_WIZARD_STEP (self));

  accord_plan_set_average_deal (plan, accord_field_row_get_value (self->deal_row));
  accord_plan_set_win_rate (plan, accord_field_row_get_value (self->win_row));
  accord_plan_set_meeting_rate (plan, accord_field_row_get_value (self->meeting_row));
  accord_plan_set_outreach_rate (plan, accord_field_row_get_value (self->outreach_row));
  accord_plan_set_weeks (plan, accord_field_row_get_value (self->weeks_row));
  accord_plan_draft_edited (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
}

static void
load_hints (AccordWizardWorkStep *self,
            AccordPlanDraft      *draft)
{
  const AccordPlanHistory *history = accord_plan_draft_get_history (draft);

  if (history->average_deal != ACCORD_UNKNOWN)
    {
      g_autofree char *deal = accord_plan_draft_format_money (draft, history->average_deal);
      /* Translators: %s is an amount of money or a percentage. */
      g_autofree char *hint = g_strdup_printf (_("%s on record"), deal);

      accord_field_row_set_hint (self->deal_row, hint);
    }
  if (history->win_rate != ACCORD_UNKNOWN)
    {
      g_autofree char *rate = accord_rate_format_percent (history->win_rate);
      g_autofree char *hint = g_strdup_printf (_("%s on record"), rate);

      accord_field_row_set_hint (self->win_row, hint);
    }
}

static void
accord_wizard_work_step_load (AccordWizardStep *step)
{
  AccordWizardWorkStep *self = ACCORD_WIZARD_WORK_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  AccordPlan *plan = accord_plan_draft_get_plan (draft);

  accord_field_row_set_currency (self->deal_row, accord_plan_draft_get_currency (draft),
                                 accord_plan_draft_get_decimals (draft));
  accord_field_row_set_value (self->deal_row, accord_plan_get_average_deal (plan));
  accord_field_row_set_value (self->win_row, accord_plan_get_win_rate (plan));
  accord_field_row_set_value (self->meeting_row, accord_plan_get_meeting_rate (plan));
  accord_field_row_set_value (self->outreach_row, accord_plan_get_outreach_rate (plan));
  accord_field_row_set_value (self->weeks_row, accord_plan_get_weeks (plan));
  load_hints (self, draft);
}

/* What would help most, so that the talk is about that. */
static void
describe_savings (AccordPlanDraft   *draft,
                  AccordConsequence *consequence,
                  gint64             bookings)
{
  AccordFunnelSensitivity savings;
  g_autofree char *point = NULL, *deal = NULL;

  accord_plan_compute_savings (accord_plan_draft_get_plan (draft), accord_plan_draft_get_basis (draft), bookings, &savings);
  if (savings.win_rate_point != ACCORD_UNKNOWN && savings.win_rate_point > 0)
    {
      point = accord_rate_format_number (savings.win_rate_point, 1);
      /* Translators: %s is a number such as "0.4": outreach in one week. */
      accord_consequence_take_sentence (consequence, ACCORD_TONE_QUIET,
                                        g_strdup_printf (_("One more point of win rate saves %s outreach a week."),
                                                         point));
    }
  if (savings.deal_tenth != ACCORD_UNKNOWN && savings.deal_tenth > 0)
    {
      deal = accord_rate_format_number (savings.deal_tenth, 1);
      accord_consequence_take_sentence (consequence, ACCORD_TONE_QUIET,
                                        g_strdup_printf (_("Deals a tenth larger save %s outreach a week."), deal));
    }
}

static void
describe_feasibility (AccordPlanDraft   *draft,
                      AccordConsequence *consequence,
                      gint64             bookings)
{
  const AccordPlanHistory *history = accord_plan_draft_get_history (draft);
  AccordRate against = accord_funnel_feasibility (bookings / 4, history->best);
  g_autofree char *times = NULL, *best = NULL;

  if (against == ACCORD_UNKNOWN)
    {
      accord_consequence_add_sentence (consequence, ACCORD_TONE_QUIET,
                                       _("There is no earlier quarter on record to compare with."));
      return;
    }

  times = accord_rate_format_number (against, 1);
  best = accord_plan_draft_format_money (draft, history->best);
  /* Translators: %1 is a factor such as "2.1", %2 the amount of the member's best quarter. */
  accord_consequence_take_sentence (consequence,
                                    against > ACCORD_RATE_ONE ? ACCORD_TONE_WARNING : ACCORD_TONE_GOOD,
                                    g_strdup_printf (_("Per quarter that is %1$s× the best quarter on record (%2$s)."),
                                                     times, best));
}

static void
accord_wizard_work_step_describe (AccordWizardStep  *step,
                                  AccordConsequence *consequence)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  g_autoptr (GError) error = NULL;
  AccordFunnel funnel;
  gboolean from_income;

  accord_plan_draft_compute_funnel (draft, &funnel, &error);
  from_income = funnel.bookings != ACCORD_UNKNOWN;
  if (!from_income && accord_plan_get_amount (plan) != ACCORD_UNKNOWN)
    {
      g_clear_error (&error);
      accord_plan_draft_compute_work (draft, accord_plan_get_amount (plan), &funnel, &error);
    }

  accord_consequence_begin (consequence, from_income ? _("What the income goal takes") : _("What it takes"));
  accord_consequence_show_funnel (consequence, draft, &funnel);
  if (error != NULL)
    accord_consequence_add_sentence (consequence, ACCORD_TONE_WARNING, error->message);
  if (funnel.bookings == ACCORD_UNKNOWN)
    accord_consequence_add_sentence (consequence, ACCORD_TONE_PLAIN,
                                     _("The funnel fills once there is an income goal with a rate, or a commitment."));
  else
    {
      describe_feasibility (draft, consequence, funnel.bookings);
      describe_savings (draft, consequence, funnel.bookings);
    }
}

static gboolean
accord_wizard_work_step_is_done (AccordWizardStep *step)
{
  AccordPlan *plan = accord_wizard_step_get_plan (step);

  return accord_plan_get_average_deal (plan) != ACCORD_UNKNOWN && accord_plan_get_win_rate (plan) != ACCORD_UNKNOWN
         && accord_plan_get_meeting_rate (plan) != ACCORD_UNKNOWN
         && accord_plan_get_outreach_rate (plan) != ACCORD_UNKNOWN;
}

static void
accord_wizard_work_step_class_init (AccordWizardWorkStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWizardStepClass *step_class = ACCORD_WIZARD_STEP_CLASS (klass);

  step_class->load = accord_wizard_work_step_load;
  step_class->describe = accord_wizard_work_step_describe;
  step_class->is_done = accord_wizard_work_step_is_done;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-wizard-work-step.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWizardWorkStep, deal_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardWorkStep, win_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardWorkStep, meeting_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardWorkStep, outreach_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardWorkStep, weeks_row);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
}

static void
accord_wizard_work_step_init (AccordWizardWorkStep *self)
{
  AccordWizardStep *step = ACCORD_WIZARD_STEP (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  accord_wizard_step_adopt (step, self->deal_row);
  accord_wizard_step_adopt (step, self->win_row);
  accord_wizard_step_adopt (step, self->meeting_row);
  accord_wizard_step_adopt (step, self->outreach_row);
  accord_wizard_step_adopt (step, self->weeks_row);
}
