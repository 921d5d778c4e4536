/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-entry.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-computed-metric.h"
#include "accord-entry-grid.h"
#include "accord-entry-period.h"
#include "accord-opportunities.h"
#include "accord-quota.h"
#include "accord-target.h"
#include "accord-territory.h"
#include "accord-week-entry.h"

#define WEEK 7

struct _AccordScorecardEntry
{
  AccordScorecardStep parent_instance;

  AccordDate monday; /* of the week in sight */
  AccordWorkspace *workspace; /* what it was chosen for: borrowed, only compared */
  AccordPeriod *period;

  GtkLabel *week;
  GtkLabel *quarter;
  GtkWidget *next_button;
  GtkWidget *this_button;
  GtkLabel *note;
  GtkStack *stack;
  AccordEntryGrid *grid;
};

G_DEFINE_FINAL_TYPE (AccordScorecardEntry, accord_scorecard_entry, ACCORD_TYPE_SCORECARD_STEP)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AccordDate
get_this_monday (void)
{
  return accord_grain_get_start (accord_clock_today (), ACCORD_GRAIN_WEEK, 1);
}

static int
get_fiscal_start (AccordScorecardEntry *self)
{
  return accord_period_get_fiscal_start (accord_scorecard_step_get_period (ACCORD_SCORECARD_STEP (self)));
}

/* Whether nobody types it: all figures come out of opportunities where there are any; and typed bookings never count beside
 * quotas, for which only imported ones stand in (accord-scorecard.h). */
static gboolean
is_left_out (AccordScorecardEntry *self,
             AccordMetric         *metric,
             gboolean              has_opportunities)
{
  AccordComputedMetric which;

  return accord_computed_metric_find (accord_metric_get_name (metric), &which)
         && (has_opportunities
             || (which == ACCORD_COMPUTED_BOOKINGS
                 && g_list_model_get_n_items (
                      accord_scorecard_step_get_list (ACCORD_SCORECARD_STEP (self), ACCORD_TYPE_QUOTA))
                      > 0));
}

/* The names of those that are left out go to computed. */
static GPtrArray *
list_metrics (AccordScorecardEntry *self,
              GPtrArray            *computed)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  GListModel *all = accord_scorecard_step_get_list (step, ACCORD_TYPE_METRIC);
  const gint64 territory = accord_scorecard_step_get_territory (step);
  GPtrArray *metrics = accord_metric_list (all, 0, TRUE);
  gboolean any = FALSE;

  if (territory != 0)
    g_ptr_array_extend_and_steal (metrics, accord_metric_list (all, territory, TRUE));
  accord_opportunities_read_any (accord_scorecard_step_get_workspace (step), &any, NULL);
  for (guint i = 0; i < metrics->len;)
    if (is_left_out (self, metrics->pdata[i], any))
      {
        if (computed != NULL)
          g_ptr_array_add (computed, g_strdup (accord_metric_get_name (metrics->pdata[i])));
        g_ptr_array_remove_index (metrics, i);
      }
    else
      {
        i++;
      }

  return metrics;
}

static gboolean
has_target (AccordScorecardEntry *self,
            AccordMember         *member)
{
  GListModel *targets = accord_scorecard_step_get_list (ACCORD_SCORECARD_STEP (self), ACCORD_TYPE_TARGET);

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) target = g_list_model_get_item (targets, i);

      if (accord_target_get_member (target) == accord_record_get_id (ACCORD_RECORD (member)))
        return TRUE;
    }

  return FALSE;
}

/* Who is on the team in the week. A leader who is not to come to anything has no row, as in the results. */
static GPtrArray *
list_members (AccordScorecardEntry *self,
              AccordDate            monday)
{
  GPtrArray *members
    = accord_scorecard_step_list_members_in (ACCORD_SCORECARD_STEP (self), monday, monday + WEEK - 1);

  for (guint i = 0; i < members->len;)
    if (accord_member_get_leader (members->pdata[i]) && !has_target (self, members->pdata[i]))
      g_ptr_array_remove_index (members, i);
    else
      i++;

  return members;
}

/* Whether nothing of the week is due any more: what is measured by the month, say, is with the month's last week. */
static gboolean
is_complete (AccordScorecardEntry *self,
             AccordDate            monday)
{
  const int fiscal_start = get_fiscal_start (self);
  g_autoptr (GPtrArray) metrics = list_metrics (self, NULL);
  g_autoptr (GPtrArray) members = list_members (self, monday);
  g_autoptr (AccordWeekEntry) week = NULL;
  guint n_entered, n_expected;

  for (guint i = 0; i < metrics->len;)
    {
      const AccordGrain cadence = accord_metric_get_cadence (metrics->pdata[i]);

      if (accord_entry_period_get_start (cadence, monday, fiscal_start)
          == accord_entry_period_get_start (cadence, monday + WEEK, fiscal_start))
        g_ptr_array_remove_index (metrics, i);
      else
        i++;
    }
  week = accord_week_entry_new (accord_scorecard_step_get_workspace (ACCORD_SCORECARD_STEP (self)), monday, metrics);
  /* What cannot be read is said where it is shown. */
  if (!accord_week_entry_read (week, 0, NULL))
    return FALSE;
  accord_week_entry_count (week, members, &n_entered, &n_expected);

  return n_entered == n_expected;
}

static gboolean
is_in_period (AccordScorecardEntry *self,
              AccordDate            monday)
{
  AccordPeriod *period = accord_scorecard_step_get_period (ACCORD_SCORECARD_STEP (self));

  return monday != ACCORD_DATE_NONE
         && accord_quarter_compare (accord_quarter_for_week (monday, get_fiscal_start (self)),
                                    accord_period_get_quarter (period))
              == 0;
}

/* The week to begin with in the quarter that is shown. */
static AccordDate
choose_week (AccordScorecardEntry *self)
{
  AccordPeriod *period = accord_scorecard_step_get_period (ACCORD_SCORECARD_STEP (self));
  const AccordDate monday = get_this_monday ();
  g_autoptr (GArray) weeks = NULL;

  if (is_in_period (self, monday) || monday < accord_period_get_start (period))
    return accord_clock_today () == monday || !is_complete (self, monday - WEEK) ? monday - WEEK : monday;

  weeks = accord_quarter_list_weeks (accord_period_get_quarter (period), get_fiscal_start (self));

  return g_array_index (weeks, AccordDate, weeks->len - 1);
}

static char *
dup_computed_note (GPtrArray *computed)
{
  g_autofree char *names = NULL;

  if (computed->len == 0)
    return g_strdup ("");

  g_ptr_array_add (computed, NULL);
  /* Translators: stands between the names of metrics. */
  names = g_strjoinv (_(", "), (char **) computed->pdata);

  /* Translators: %s is the name of a metric, or several with commas between them. */
  return g_strdup_printf (_("Taken from opportunities or imports, not entered: %s"), names);
}

static void
show_week (AccordScorecardEntry *self)
{
  g_autofree char *week = accord_entry_week_format (self->monday);
  g_autofree char *quarter = accord_quarter_format (accord_quarter_for_week (self->monday, get_fiscal_start (self)),
                                                    get_fiscal_start (self));
  /* Translators: %1 is the number of a week in its year, %2 a quarter, such as "Q4 2026". */
  g_autofree char *which = g_strdup_printf (_("Week %1$d · %2$s"), accord_date_get_iso_week (self->monday, NULL), quarter);
  const AccordDate now = get_this_monday ();

  gtk_label_set_label (self->week, week);
  gtk_label_set_label (self->quarter, which);
  gtk_widget_set_sensitive (self->next_button, self->monday < now);
  gtk_widget_set_sensitive (self->this_button, self->monday != now);
}

static void
accord_scorecard_entry_refresh (AccordScorecardStep *step)
{
  AccordScorecardEntry *self = ACCORD_SCORECARD_ENTRY (step);
  const gint64 id = accord_scorecard_step_get_territory (step);
  AccordTerritory *territory
    = id != 0 ? accord_workspace_find (accord_scorecard_step_get_workspace (step), ACCORD_TYPE_TERRITORY, id) : NULL;
  g_autoptr (GPtrArray) computed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) metrics = list_metrics (self, computed);
  g_autoptr (GPtrArray) members = list_members (self, self->monday);
  g_autofree char *note = dup_computed_note (computed);

  show_week (self);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0' && metrics->len > 0);
  accord_entry_grid_show (self->grid, accord_scorecard_step_get_workspace (step), self->monday,
                          territory != NULL ? accord_territory_get_name (territory) : C_("scope", "Whole Team"), members,
                          metrics);
  gtk_stack_set_visible_child_name (self->stack, metrics->len == 0   ? computed->len > 0 ? "computed" : "metrics"
                                                 : members->len == 0 ? "members"
                                                                     : "grid");
}

static void
accord_scorecard_entry_scope_changed (AccordScorecardStep *step)
{
  AccordScorecardEntry *self = ACCORD_SCORECARD_ENTRY (step);
  AccordWorkspace *workspace = accord_scorecard_step_get_workspace (step);
  AccordPeriod *period = accord_scorecard_step_get_period (step);
  const gboolean same = self->workspace == workspace && self->period != NULL && period != NULL
                        && accord_period_equal (self->period, period);

  self->workspace = workspace;
  g_set_object (&self->period, period);
  if (workspace != NULL && period != NULL && !same)
    self->monday = choose_week (self);
}

static gboolean
accord_scorecard_entry_settle (AccordScorecardStep *step)
{
  accord_entry_grid_settle (ACCORD_SCORECARD_ENTRY (step)->grid);

  return TRUE;
}

static void
go_to (AccordScorecardEntry *self,
       AccordDate            monday)
{
  if (accord_scorecard_step_get_workspace (ACCORD_SCORECARD_STEP (self)) == NULL || monday > get_this_monday ()
      || monday <= WEEK)
    return;

  accord_entry_grid_settle (self->grid);
  self->monday = monday;
  accord_scorecard_step_refresh (ACCORD_SCORECARD_STEP (self));
}

static void
entry_move_week (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  AccordScorecardEntry *self = ACCORD_SCORECARD_ENTRY (widget);

  go_to (self, self->monday + g_variant_get_int32 (parameter) * WEEK);
}

static void
entry_this_week (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  go_to (ACCORD_SCORECARD_ENTRY (widget), get_this_monday ());
}

static void
entry_done (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  accord_entry_grid_settle (ACCORD_SCORECARD_ENTRY (widget)->grid);
  g_signal_emit (widget, signals[DONE], 0);
}

static void
accord_scorecard_entry_dispose (GObject *object)
{
  g_clear_object (&ACCORD_SCORECARD_ENTRY (object)->period);

  G_OBJECT_CLASS (accord_scorecard_entry_parent_class)->dispose (object);
}

static void
accord_scorecard_entry_class_init (AccordScorecardEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_scorecard_entry_dispose;
  ACCORD_SCORECARD_STEP_CLASS (klass)->scope_changed = accord_scorecard_entry_scope_changed;
  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_entry_refresh;
  ACCORD_SCORECARD_STEP_CLASS (klass)->settle = accord_scorecard_entry_settle;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACCORD_TYPE_ENTRY_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardEntry, week);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardEntry, quarter);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardEntry, next_button);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardEntry, this_button);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardEntry, note);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardEntry, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardEntry, grid);
  gtk_widget_class_install_action (widget_class, "entry.move-week", "i", entry_move_week);
  gtk_widget_class_install_action (widget_class, "entry.this-week", NULL, entry_this_week);
  gtk_widget_class_install_action (widget_class, "entry.done", NULL, entry_done);
}

static void
accord_scorecard_entry_init (AccordScorecardEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_scorecard_entry_begin (AccordScorecardEntry *self)
{
  g_return_if_fail (ACCORD_IS_SCORECARD_ENTRY (self));

  accord_entry_grid_begin (self->grid);
}
