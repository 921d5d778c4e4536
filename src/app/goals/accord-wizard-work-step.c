/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-work-step.h"

#include "accord-clock.h"
#include "accord-money.h"

#include <glib/gi18n.h>

/* A field that the member's history says something about. */
enum
{
  DEAL,
  WIN,
  MEETING,
  OUTREACH,
  N_KNOWN
};

struct _AccordWizardWorkStep
{
  AccordWizardStep parent_instance;

  AccordFieldRow *deal_row;
  AccordFieldRow *win_row;
  AccordFieldRow *meeting_row;
  AccordFieldRow *outreach_row;
  AccordFieldRow *weeks_row;
  AccordFieldRow *rows[N_KNOWN];
  GtkButton *back_buttons[N_KNOWN];
  GtkButton *calendar_button;
};

G_DEFINE_FINAL_TYPE (AccordWizardWorkStep, accord_wizard_work_step, ACCORD_TYPE_WIZARD_STEP)

/* What the history says; unknown where it says nothing. */
static gint64
recorded (const AccordPlanHistory *history,
          guint                    field)
{
  const gint64 values[N_KNOWN] = { history->average_deal, history->win_rate, history->meeting_rate,
                                   history->outreach_rate };

  return values[field];
}

/* Where it has that from. */
static char *
dup_source (AccordPlanDraft *draft,
            guint            field)
{
  const AccordPlanHistory *history = accord_plan_draft_get_history (draft);
  g_autofree char *since = accord_date_format (history->since);
  const gint64 counts[N_KNOWN] = { history->deals, history->decided, history->meetings, history->outreach };
  g_autofree char *count = accord_money_format (counts[field], NULL, 0);
  gulong n = (gulong) counts[field];

  switch (field)
    {
    case DEAL:
      /* Translators: %1 is a number of deals, %2 a date. */
      return g_strdup_printf (ngettext ("from %1$s deal won since %2$s", "from %1$s deals won since %2$s", n), count,
                              since);

    case WIN:
      /* Translators: %1 is a number of opportunities, %2 a date. */
      return g_strdup_printf (ngettext ("from %1$s opportunity decided since %2$s",
                                        "from %1$s opportunities decided since %2$s", n),
                              count, since);

    case MEETING:
      /* Translators: %1 is a number of meetings, %2 a date. */
      return g_strdup_printf (ngettext ("from %1$s first meeting since %2$s", "from %1$s first meetings since %2$s", n),
                              count, since);

    case OUTREACH:
    default:
      /* Translators: %1 is a number of calls and messages, %2 a date. */
      return g_strdup_printf (ngettext ("from %1$s outreach since %2$s", "from %1$s outreach since %2$s", n), count,
                              since);
    }
}

static char *
dup_figure (AccordPlanDraft *draft,
            guint            field)
{
  gint64 value = recorded (accord_plan_draft_get_history (draft), field);

  return field == DEAL ? accord_plan_draft_format_money (draft, value) : accord_rate_format_percent (value);
}

/* The mark of what comes from the history, or a quiet way back to it. */
static void
show_history (AccordWizardWorkStep *self,
              AccordPlanDraft      *draft,
              guint                 field)
{
  gint64 value = recorded (accord_plan_draft_get_history (draft), field);
  gboolean known = value != ACCORD_UNKNOWN, same = accord_field_row_get_value (self->rows[field]) == value;
  g_autofree char *source = NULL, *figure = NULL, *back = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->back_buttons[field]), known && !same);
  if (!known)
    {
      accord_field_row_set_hint (self->rows[field], "");
      return;
    }

  source = dup_source (draft, field);
  figure = dup_figure (draft, field);
  /* Translators: a button; %1 is an amount or a percentage, %2 where it is from: "from 41 deals won since …". */
  back = g_strdup_printf (_("Take %1$s, %2$s"), figure, source);
  accord_field_row_set_hint (self->rows[field], same ? source : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->back_buttons[field]), back);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_buttons[field]), GTK_ACCESSIBLE_PROPERTY_LABEL, back, -1);
}

/* Weeks that nobody typed follow the calendar. */
static void
show_weeks (AccordWizardWorkStep *self,
            AccordPlanDraft      *draft)
{
  AccordRate calendar = accord_plan_draft_get_basis (draft)->weeks;
  gboolean own = accord_plan_get_weeks (accord_plan_draft_get_plan (draft)) != ACCORD_UNKNOWN;
  g_autofree char *weeks = accord_rate_format_number (calendar, 1);
  /* Translators: %s is a number of weeks such as "6.2". */
  g_autofree char *back = g_strdup_printf (_("Follow the calendar: %s weeks"), weeks);

  gtk_widget_set_visible (GTK_WIDGET (self->calendar_button), own);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->calendar_button), back);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar_button), GTK_ACCESSIBLE_PROPERTY_LABEL, back, -1);
  if (own)
    accord_field_row_set_hint (self->weeks_row, "");
  else if (accord_plan_draft_is_running (draft))
    accord_field_row_set_hint (self->weeks_row, _("By the calendar from today on, without holidays and leave"));
  else
    accord_field_row_set_hint (self->weeks_row, _("By the calendar, without holidays and leave"));
}

static void
accord_wizard_work_step_refresh (AccordWizardStep *step)
{
  AccordWizardWorkStep *self = ACCORD_WIZARD_WORK_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);

  for (guint i = 0; i < N_KNOWN; i++)
    show_history (self, draft, i);
  show_weeks (self, draft);
}

static void
take_fields (AccordWizardWorkStep *self)
{
  AccordPlan *plan = accord_wizard_step_get_plan (ACCORD_WIZARD_STEP (self));

  accord_plan_set_average_deal (plan, accord_field_row_get_value (self->deal_row));
  accord_plan_set_win_rate (plan, accord_field_row_get_value (self->win_row));
  accord_plan_set_meeting_rate (plan, accord_field_row_get_value (self->meeting_row));
  accord_plan_set_outreach_rate (plan, accord_field_row_get_value (self->outreach_row));
  accord_plan_draft_edited (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
}

static void
on_edited (AccordFieldRow       *row,
           AccordWizardWorkStep *self)
{
  take_fields (self);
}

static void
on_back_clicked (AccordWizardWorkStep *self,
                 GtkButton            *button)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));

  for (guint i = 0; i < N_KNOWN; i++)
    if (self->back_buttons[i] == button)
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->rows[i]));
        accord_field_row_set_value (self->rows[i], recorded (accord_plan_draft_get_history (draft), i));
      }
  take_fields (self);
}

/* A tenth of a week is exact enough to read. */
static gint64
calendar_weeks (AccordPlanDraft *draft)
{
  const gint64 tenth = ACCORD_RATE_ONE / 10;

  return (accord_plan_draft_get_basis (draft)->weeks + tenth / 2) / tenth * tenth;
}

static void
set_weeks (AccordWizardWorkStep *self,
           gint64                weeks)
{
  accord_plan_set_weeks (accord_wizard_step_get_plan (ACCORD_WIZARD_STEP (self)), weeks);
  accord_plan_draft_edited (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
}

static void
on_weeks_edited (AccordFieldRow       *row,
                 AccordWizardWorkStep *self)
{
  set_weeks (self, accord_field_row_get_value (row));
}

/* Left empty it follows the calendar, and shows it. */
static void
on_weeks_finished (AccordFieldRow       *row,
                   AccordWizardWorkStep *self)
{
  if (*accord_field_row_get_text (row) == '\0')
    accord_field_row_set_value (row, calendar_weeks (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self))));
}

static void
on_calendar_clicked (AccordWizardWorkStep *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->weeks_row));
  accord_field_row_set_value (self->weeks_row,
                              calendar_weeks (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self))));
  set_weeks (self, ACCORD_UNKNOWN);
}

static void
accord_wizard_work_step_load (AccordWizardStep *step)
{
  AccordWizardWorkStep *self = ACCORD_WIZARD_WORK_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  gint64 weeks = accord_plan_get_weeks (plan);

  accord_field_row_set_currency (self->deal_row, accord_plan_draft_get_currency (draft),
                                 accord_plan_draft_get_decimals (draft));
  accord_field_row_set_value (self->deal_row, accord_plan_get_average_deal (plan));
  accord_field_row_set_value (self->win_row, accord_plan_get_win_rate (plan));
  accord_field_row_set_value (self->meeting_row, accord_plan_get_meeting_rate (plan));
  accord_field_row_set_value (self->outreach_row, accord_plan_get_outreach_rate (plan));
  accord_field_row_set_value (self->weeks_row, weeks != ACCORD_UNKNOWN ? weeks : calendar_weeks (draft));
}

/* What one change alone would save a week; NULL where that is nothing. */
static char *
dup_saving (AccordRate saved)
{
  return saved != ACCORD_UNKNOWN && saved > 0 ? accord_rate_format_number (saved, 1) : NULL;
}

/* What would help most, so that the talk is about that. */
static void
describe_savings (AccordPlanDraft   *draft,
                  AccordConsequence *consequence,
                  gint64             bookings)
{
  g_autofree char *win_rate = NULL, *deal = NULL, *cycle = NULL;
  AccordFunnelSensitivity savings;

  accord_plan_compute_savings (accord_plan_draft_get_plan (draft), accord_plan_draft_get_basis (draft), bookings,
                               &savings);
  win_rate = dup_saving (savings.win_rate_point);
  deal = dup_saving (savings.deal_tenth);
  cycle = dup_saving (savings.cycle_week);
  if (win_rate != NULL)
    accord_consequence_take_sentence (consequence, ACCORD_TONE_QUIET,
                                      /* Translators: %s is a number such as "0.4": outreach in one week. */
                                      g_strdup_printf (_("One more point of win rate saves %s outreach a week."),
                                                       win_rate));
  if (deal != NULL)
    accord_consequence_take_sentence (consequence, ACCORD_TONE_QUIET,
                                      /* Translators: %s is a number such as "0.4": outreach in one week. */
                                      g_strdup_printf (_("Deals a tenth larger save %s outreach a week."), deal));
  if (cycle != NULL)
    accord_consequence_take_sentence (consequence, ACCORD_TONE_QUIET,
                                      /* Translators: %s is a number such as "0.4": outreach in one week. */
                                      g_strdup_printf (_("A sales cycle one week shorter saves %s outreach a week."),
                                                       cycle));
}

static void
describe_feasibility (AccordPlanDraft   *draft,
                      AccordConsequence *consequence,
                      gint64             bookings)
{
  const AccordPlanHistory *history = accord_plan_draft_get_history (draft);
  gint64 needed = accord_plan_draft_needed_per_quarter (draft, bookings);
  AccordRate against = accord_funnel_feasibility (needed, history->best);
  AccordRate usual = accord_funnel_feasibility (needed, history->median);
  g_autofree char *each = accord_plan_draft_format_money (draft, needed);
  g_autofree char *times = NULL, *best = NULL, *usual_times = NULL, *median = NULL;

  if (needed == ACCORD_UNKNOWN || against == ACCORD_UNKNOWN || usual == ACCORD_UNKNOWN)
    {
      accord_consequence_add_sentence (consequence, ACCORD_TONE_QUIET,
                                       _("There is no earlier quarter on record to compare with."));
      return;
    }

  times = accord_rate_format_number (against, 1);
  usual_times = accord_rate_format_number (usual, 1);
  best = accord_plan_draft_format_money (draft, history->best);
  median = accord_plan_draft_format_money (draft, history->median);
  /* Translators: %1 is what each quarter has to bring, %2 and %4 factors such as "2.1", %3 and %5 what the best and the
   * median quarter on record brought. */
  accord_consequence_take_sentence (consequence,
                                    against > ACCORD_RATE_ONE ? ACCORD_TONE_WARNING : ACCORD_TONE_GOOD,
                                    g_strdup_printf (_("Each quarter that is not over has to bring %1$s: %2$s× the best "
                                                       "quarter on record (%3$s), %4$s× the median (%5$s)."),
                                                     each, times, best, usual_times, median));
}

static void
describe_last_day (AccordPlanDraft   *draft,
                   AccordConsequence *consequence)
{
  const AccordPlanHistory *history = accord_plan_draft_get_history (draft);
  int fiscal_start = (int) accord_settings_get_fiscal_start (
    accord_workspace_get_settings (accord_plan_draft_get_workspace (draft)));
  AccordDate end = accord_plan_year_get_end (accord_plan_draft_get_year (draft), fiscal_start);
  AccordDate day = accord_funnel_last_useful_day (end, history->cycle);
  g_autofree char *days = NULL, *text = NULL;

  if (day == ACCORD_DATE_NONE || end < accord_clock_today ())
    return;

  days = accord_rate_format_number (history->cycle, 0);
  text = accord_date_format (day);
  if (day < accord_clock_today ())
    /* Translators: %1 is a number of days, %2 a date. */
    accord_consequence_take_sentence (consequence, ACCORD_TONE_WARNING,
                                      g_strdup_printf (_("Half of the deals take more than %1$s days: %2$s was the last "
                                                         "useful day to open an opportunity for this year."),
                                                       days, text));
  else
    accord_consequence_take_sentence (consequence, ACCORD_TONE_PLAIN,
                                      g_strdup_printf (_("Half of the deals take more than %1$s days: %2$s is the last "
                                                         "useful day to open an opportunity for this year."),
                                                       days, text));
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
      accord_consequence_add_booked (consequence, draft, funnel.bookings);
      describe_feasibility (draft, consequence, funnel.bookings);
      describe_last_day (draft, consequence);
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
  step_class->refresh = accord_wizard_work_step_refresh;
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
  gtk_widget_class_bind_template_callback (widget_class, on_weeks_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_weeks_finished);
}

static GtkButton *
back_button_new (AccordFieldRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  accord_field_row_add_suffix (row, button);

  return GTK_BUTTON (button);
}

static void
accord_wizard_work_step_init (AccordWizardWorkStep *self)
{
  AccordWizardStep *step = ACCORD_WIZARD_STEP (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows[DEAL] = self->deal_row;
  self->rows[WIN] = self->win_row;
  self->rows[MEETING] = self->meeting_row;
  self->rows[OUTREACH] = self->outreach_row;
  for (guint i = 0; i < N_KNOWN; i++)
    {
      self->back_buttons[i] = back_button_new (self->rows[i]);
      g_signal_connect_object (self->back_buttons[i], "clicked", G_CALLBACK (on_back_clicked), self,
                               G_CONNECT_SWAPPED);
      accord_wizard_step_adopt (step, self->rows[i]);
    }
  self->calendar_button = back_button_new (self->weeks_row);
  g_signal_connect_object (self->calendar_button, "clicked", G_CALLBACK (on_calendar_clicked), self,
                           G_CONNECT_SWAPPED);
  accord_wizard_step_adopt (step, self->weeks_row);
}
