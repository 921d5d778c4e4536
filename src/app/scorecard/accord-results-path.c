/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-path.h"

#include "accord-holiday.h"
#include "accord-score-period.h"

#define DAYS_A_WEEK 7

static gboolean
is_running (AccordResults *self)
{
  return accord_period_contains (self->period, self->card->as_of)
         && self->card->as_of < accord_period_get_end (self->period);
}

gint64
accord_results_get_landing (AccordResults *self,
                            guint          row)
{
  const AccordScorecardRow *which = accord_results_get_row (self, row);

  return accord_results_get_metric (self, which->metric)->roll_up == ACCORD_ROLL_UP_SUM && is_running (self)
           ? accord_run_rate_landing (which->score.part.actual, self->elapsed)
           : ACCORD_UNKNOWN;
}

gint64
accord_results_get_required (AccordResults *self,
                             guint          row)
{
  const AccordScorecardRow *which = accord_results_get_row (self, row);
  const AccordScorecardMetric *metric = accord_results_get_metric (self, which->metric);

  if (metric->roll_up != ACCORD_ROLL_UP_SUM || metric->direction != ACCORD_DIRECTION_HIGHER || !is_running (self))
    return ACCORD_UNKNOWN;

  return accord_required_per_working_day (which->score.part.target, which->score.part.actual, self->days_left);
}

/* Where the path to the target is at the end of the day. */
static gint64
get_expected (AccordResults              *self,
              const AccordScorecardMetric *metric,
              gint64                      target,
              AccordDate                  day)
{
  AccordExact elapsed;

  if (target == ACCORD_UNKNOWN || metric->direction == ACCORD_DIRECTION_WITHIN)
    return ACCORD_UNKNOWN;
  if (metric->roll_up != ACCORD_ROLL_UP_SUM)
    return target;

  elapsed = accord_quarter_get_elapsed (accord_period_get_quarter (self->period),
                                        accord_period_get_fiscal_start (self->period),
                                        accord_workspace_get_list (self->workspace, ACCORD_TYPE_HOLIDAY), day);

  return accord_exact_is_unknown (elapsed) ? ACCORD_UNKNOWN
                                           : accord_wide_divide_round (elapsed.num * target, elapsed.den);
}

/* A point a week, those that are yet to come with nothing but the path to the target. */
static GArray *
list_points (AccordResults *self,
             guint          row)
{
  const AccordScorecardRow *which = accord_results_get_row (self, row);
  const AccordScorecardMetric *metric = accord_results_get_metric (self, which->metric);
  const gint64 *totals = accord_score_series_get_totals (self->series, row);
  const gint64 *values = totals != NULL ? totals : accord_score_series_get_values (self->series, row);
  const AccordDate end = accord_period_get_end (self->period);
  g_autoptr (GArray) weeks
    = accord_quarter_list_weeks (accord_period_get_quarter (self->period), accord_period_get_fiscal_start (self->period));
  GArray *points = g_array_new (FALSE, FALSE, sizeof (AccordPathPoint));

  for (guint i = 0; i < weeks->len; i++)
    {
      const guint week = self->series->from + i;
      const AccordDate last = MIN (g_array_index (weeks, AccordDate, i) + DAYS_A_WEEK - 1, end);
      const gboolean known = week < self->series->n_weeks;
      AccordPathPoint point = { known ? MIN (last, self->card->as_of) : last, known ? values[week] : ACCORD_UNKNOWN };

      point.expected = get_expected (self, metric, which->score.part.target, point.day);
      g_array_append_val (points, point);
    }

  return points;
}

void
accord_results_show_path (AccordResults   *self,
                          guint            row,
                          const char      *name,
                          AccordPathChart *chart)
{
  const AccordScorecardRow *which = accord_results_get_row (self, row);
  const AccordScorecardMetric *metric = accord_results_get_metric (self, which->metric);
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);
  g_autoptr (GArray) points = list_points (self, row);
  const AccordPath path = {
    .name = name,
    .unit = metric->unit,
    .currency = accord_settings_get_currency (settings),
    .decimals = (int) accord_settings_get_decimals (settings),
    .starts = accord_period_get_start (self->period),
    .ends = accord_period_get_end (self->period),
    .as_of = MIN (self->card->as_of, accord_period_get_end (self->period)),
    .adds_up = metric->roll_up == ACCORD_ROLL_UP_SUM,
    .actual = which->score.part.actual,
    .expected = which->score.attainment.expected,
    .target = metric->direction == ACCORD_DIRECTION_WITHIN ? ACCORD_UNKNOWN : which->score.part.target,
    .landing = accord_results_get_landing (self, row),
  };

  accord_path_chart_set (chart, &path, (const AccordPathPoint *) points->data, points->len);
}
