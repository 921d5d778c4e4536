/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-wizard-quarters-step.h"

#include <glib/gi18n.h>

struct _AccordWizardQuartersStep
{
  AccordWizardStep parent_instance;

  AccordFieldRow *rows[4];
  AccordFieldRow *q1_row;
  AccordFieldRow *q2_row;
  AccordFieldRow *q3_row;
  AccordFieldRow *q4_row;
  GtkToggleButton *locks[4];
  GtkLabel *sum_label;
  GtkButton *season_button;
};

G_DEFINE_FINAL_TYPE (AccordWizardQuartersStep, accord_wizard_quarters_step, ACCORD_TYPE_WIZARD_STEP)

static void
on_edited (AccordFieldRow           *row,
           AccordWizardQuartersStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  g_autoptr (GError) error = NULL;

  /* Half a number rebalances nothing. */
  if (accord_field_row_get_value (row) == ACCORD_UNKNOWN)
    return;

  for (guint i = 0; i < 4; i++)
    if (self->rows[i] == row && !accord_plan_draft_set_quarter (draft, i, accord_field_row_get_value (row), &error))
      {
        accord_field_row_set_error (row, error->message);
        /* No tick for a step with something wrong in it. */
        accord_plan_draft_edited (draft);
      }
}

static void
on_lock_toggled (GtkToggleButton          *lock,
                 AccordWizardQuartersStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));

  if (accord_wizard_step_is_loading (ACCORD_WIZARD_STEP (self)))
    return;

  for (guint i = 0; i < 4; i++)
    if (self->locks[i] == lock)
      accord_plan_draft_set_locked (draft, i, gtk_toggle_button_get_active (lock));
}

/* What is left empty, or cannot be, goes back to what the quarter has. */
static void
on_finished (AccordFieldRow           *row,
             AccordWizardQuartersStep *self)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self));
  const AccordSplit *split = accord_plan_draft_get_split (draft);

  accord_plan_draft_finish_number (draft);
  for (guint i = 0; i < 4; i++)
    if (self->rows[i] == row && *accord_field_row_get_text (row) == '\0')
      accord_field_row_set_value (row, split->quarters[i]);
}

static void
on_season_clicked (AccordWizardQuartersStep *self)
{
  accord_plan_draft_reset_quarters (accord_wizard_step_get_draft (ACCORD_WIZARD_STEP (self)));
}

static void
accord_wizard_quarters_step_load (AccordWizardStep *step)
{
  AccordWizardQuartersStep *self = ACCORD_WIZARD_QUARTERS_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  int fiscal_start = (int) accord_settings_get_fiscal_start (
    accord_workspace_get_settings (accord_plan_draft_get_workspace (draft)));

  for (int i = 0; i < 4; i++)
    {
      AccordQuarter quarter = { accord_plan_draft_get_year (draft), i + 1 };
      g_autofree char *name = accord_quarter_format (quarter, fiscal_start);
      g_autofree char *first = accord_date_format (accord_quarter_get_start (quarter, fiscal_start));
      g_autofree char *last = accord_date_format (accord_quarter_get_end (quarter, fiscal_start));
      /* Translators: %1 is a quarter such as "Q1 2027", %2 and %3 its first and last day. */
      g_autofree char *title = g_strdup_printf (_("%1$s: %2$s to %3$s"), name, first, last);
      /* Translators: the accessible name of a button; %s is a quarter such as "Q1 2027". */
      g_autofree char *lock = g_strdup_printf (_("Lock %s"), name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->locks[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, lock, -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), title);
      accord_field_row_set_currency (self->rows[i], accord_plan_draft_get_currency (draft),
                                     accord_plan_draft_get_decimals (draft));
    }
}

static char *
dup_hint (AccordPlanDraft *draft,
          guint            quarter)
{
  const AccordSplit *split = accord_plan_draft_get_split (draft);
  g_autofree char *share = accord_rate_format_percent (accord_rate_from_ratio (split->quarters[quarter], split->amount));
  gint64 booked = accord_plan_draft_get_history (draft)->booked[quarter];
  g_autofree char *text = accord_plan_draft_format_money (draft, booked);

  if (split->amount == ACCORD_UNKNOWN)
    return g_strdup ("");
  if (accord_plan_draft_is_past (draft, quarter))
    {
      if (booked == ACCORD_UNKNOWN || booked == split->quarters[quarter])
        return g_strdup (_("Over, and booked"));

      /* Translators: a quarter's commitment, when the quarter is over; %s is an amount of money. */
      return g_strdup_printf (_("Over: %s was booked"), text);
    }
  if (split->locked[quarter])
    /* Translators: %s is a percentage of the year's commitment. */
    return g_strdup_printf (_("%s of the year, locked"), share);
  if (split->fixed[quarter] != 0)
    /* Translators: %s is a percentage of the year's commitment. */
    return g_strdup_printf (_("%s of the year, set by hand"), share);

  return g_strdup_printf (_("%s of the year"), share);
}

/* The last one that is free cannot be locked: it takes up the difference. */
static void
show_lock (AccordWizardQuartersStep *self,
           AccordPlanDraft          *draft,
           guint                     quarter)
{
  const AccordSplit *split = accord_plan_draft_get_split (draft);
  GtkToggleButton *lock = self->locks[quarter];
  gboolean locked = split->locked[quarter], others = TRUE;

  for (guint i = 0; i < 4; i++)
    if (i != quarter && !split->locked[i])
      others = FALSE;
  gtk_toggle_button_set_active (lock, locked);
  gtk_button_set_icon_name (GTK_BUTTON (lock), locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (lock), locked ? _("Locked: changes of other quarters leave it alone")
                                                         : _("Lock: changes of other quarters will leave it alone"));
  gtk_widget_set_sensitive (GTK_WIDGET (lock), locked || !others);
  gtk_widget_set_visible (GTK_WIDGET (lock), split->amount != ACCORD_UNKNOWN);
}

static void
accord_wizard_quarters_step_refresh (AccordWizardStep *step)
{
  AccordWizardQuartersStep *self = ACCORD_WIZARD_QUARTERS_STEP (step);
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  const AccordSplit *split = accord_plan_draft_get_split (draft);
  g_autofree char *whole = accord_plan_draft_format_money (draft, split->amount);
  g_autofree char *sum = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *hint = dup_hint (draft, i);

      accord_field_row_set_value (self->rows[i], split->quarters[i]);
      accord_field_row_set_hint (self->rows[i], hint);
      gtk_widget_set_sensitive (GTK_WIDGET (self->rows[i]),
                                split->amount != ACCORD_UNKNOWN && !accord_plan_draft_is_past (draft, i));
      show_lock (self, draft, i);
    }

  if (split->amount == ACCORD_UNKNOWN)
    sum = g_strdup (_("Say first how much is committed for the year."));
  else
    /* Translators: %s is an amount of money. */
    sum = g_strdup_printf (_("Together exactly %s. Change one, and those that are not locked take up the difference."),
                           whole);
  gtk_label_set_label (self->sum_label, sum);
  gtk_widget_set_sensitive (GTK_WIDGET (self->season_button), accord_split_is_edited (split));
}

static void
accord_wizard_quarters_step_describe (AccordWizardStep  *step,
                                      AccordConsequence *consequence)
{
  AccordPlanDraft *draft = accord_wizard_step_get_draft (step);
  const AccordPlanHistory *history = accord_plan_draft_get_history (draft);
  const AccordSplit *split = accord_plan_draft_get_split (draft);
  g_autofree char *best = NULL, *median = NULL;
  guint above = 0;

  accord_consequence_begin (consequence, _("Against the record"));
  if (split->amount != ACCORD_UNKNOWN)
    {
      g_autofree char *whole = accord_plan_draft_format_money (draft, split->amount);

      accord_consequence_set_figure (consequence, whole, _("in four quarters"));
    }
  accord_consequence_add_sentence (consequence, ACCORD_TONE_PLAIN,
                                   history->has_season
                                     ? _("The quarters follow the team’s season of the last years.")
                                     : _("There are not yet two years of history: the quarters start even."));
  if (history->best == ACCORD_UNKNOWN)
    {
      accord_consequence_add_sentence (consequence, ACCORD_TONE_QUIET,
                                       _("There is no earlier quarter on record to compare with."));
      return;
    }

  accord_consequence_add_booked (consequence, draft, split->amount);
  best = accord_plan_draft_format_money (draft, history->best);
  median = accord_plan_draft_format_money (draft, history->median);
  for (guint i = 0; i < 4; i++)
    if (split->amount != ACCORD_UNKNOWN && split->quarters[i] > history->best && !accord_plan_draft_is_past (draft, i))
      {
        g_autofree char *times = accord_rate_format_number (
          accord_funnel_feasibility (split->quarters[i], history->best), 1);

        /* Translators: %1 is a quarter's number, 1-4, %2 a factor such as "2.1". */
        accord_consequence_take_sentence (consequence, ACCORD_TONE_WARNING,
                                          g_strdup_printf (_("Q%1$u is %2$s× the best quarter on record."), i + 1,
                                                           times));
        above++;
      }
  if (above == 0 && split->amount != ACCORD_UNKNOWN)
    accord_consequence_add_sentence (consequence, ACCORD_TONE_GOOD, _("No quarter has to beat the best on record."));
  /* Translators: both are amounts of money. */
  accord_consequence_take_sentence (consequence, ACCORD_TONE_QUIET,
                                    g_strdup_printf (_("On record: best quarter %1$s, median %2$s."), best, median));
}

static gboolean
accord_wizard_quarters_step_is_done (AccordWizardStep *step)
{
  return accord_plan_draft_get_split (accord_wizard_step_get_draft (step))->amount != ACCORD_UNKNOWN;
}

static void
accord_wizard_quarters_step_class_init (AccordWizardQuartersStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWizardStepClass *step_class = ACCORD_WIZARD_STEP_CLASS (klass);

  step_class->load = accord_wizard_quarters_step_load;
  step_class->refresh = accord_wizard_quarters_step_refresh;
  step_class->describe = accord_wizard_quarters_step_describe;
  step_class->is_done = accord_wizard_quarters_step_is_done;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-wizard-quarters-step.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWizardQuartersStep, q1_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardQuartersStep, q2_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardQuartersStep, q3_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardQuartersStep, q4_row);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardQuartersStep, sum_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWizardQuartersStep, season_button);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_finished);
  gtk_widget_class_bind_template_callback (widget_class, on_season_clicked);
}

static void
accord_wizard_quarters_step_init (AccordWizardQuartersStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows[0] = self->q1_row;
  self->rows[1] = self->q2_row;
  self->rows[2] = self->q3_row;
  self->rows[3] = self->q4_row;
  for (guint i = 0; i < 4; i++)
    {
      self->locks[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      g_signal_connect_object (self->locks[i], "toggled", G_CALLBACK (on_lock_toggled), self, 0);
      accord_field_row_add_suffix (self->rows[i], GTK_WIDGET (self->locks[i]));
      accord_wizard_step_adopt (ACCORD_WIZARD_STEP (self), self->rows[i]);
    }
}
