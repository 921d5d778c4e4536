/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results.h"

#include <glib/gi18n.h>

#include "accord-holiday.h"
#include "accord-metric-words.h"
#include "accord-score-period.h"

/* Whose row of which metric. */
typedef struct
{
  gint64 member;
  gint64 territory;
  guint metric;
} Place;

static guint
place_hash (gconstpointer data)
{
  const Place *place = data;
  const gint64 mixed = (place->member * 1000003 + place->territory) * 1009 + place->metric;

  return g_int64_hash (&mixed);
}

static gboolean
place_equal (gconstpointer a,
             gconstpointer b)
{
  const Place *one = a, *other = b;

  return one->member == other->member && one->territory == other->territory && one->metric == other->metric;
}

static void
note_days (AccordResults *self)
{
  int passed, total;

  accord_quarter_count_days (accord_period_get_quarter (self->period), accord_period_get_fiscal_start (self->period),
                             accord_workspace_get_list (self->workspace, ACCORD_TYPE_HOLIDAY), self->card->as_of, &passed,
                             &total);
  self->elapsed = accord_exact_new (passed, total);
  self->days_left = total - passed;
}

static void
note_rows (AccordResults *self)
{
  self->rows = g_hash_table_new_full (place_hash, place_equal, g_free, NULL);
  for (guint i = 0; i < self->card->rows->len; i++)
    {
      const AccordScorecardRow *row = accord_results_get_row (self, i);
      const Place place = { row->member, row->member != 0 ? 0 : row->territory, row->metric };

      g_hash_table_insert (self->rows, g_memdup2 (&place, sizeof place), GUINT_TO_POINTER (i + 1));
    }
}

AccordResults *
accord_results_new (AccordWorkspace *workspace,
                    AccordPeriod    *period,
                    AccordDate       today,
                    GError         **error)
{
  g_autoptr (AccordResults) self = g_atomic_rc_box_new0 (AccordResults);

  self->workspace = g_object_ref (workspace);
  self->period = g_object_ref (period);
  self->card = accord_scorecard_new (workspace, accord_period_get_quarter (period), today, error);
  if (self->card != NULL)
    self->series = accord_score_series_new (workspace, self->card, error);
  if (self->series == NULL)
    return NULL;

  note_days (self);
  note_rows (self);

  return g_steal_pointer (&self);
}

static void
results_clear (gpointer data)
{
  AccordResults *self = data;

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->series, accord_score_series_free);
  g_clear_pointer (&self->card, accord_scorecard_free);
  g_clear_object (&self->period);
  g_clear_object (&self->workspace);
}

AccordResults *
accord_results_ref (AccordResults *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
accord_results_unref (AccordResults *self)
{
  g_atomic_rc_box_release_full (self, results_clear);
}

const AccordScorecardMetric *
accord_results_get_metric (AccordResults *self,
                           guint          metric)
{
  return &g_array_index (self->card->metrics, AccordScorecardMetric, metric);
}

const AccordScorecardRow *
accord_results_get_row (AccordResults *self,
                        guint          row)
{
  return &g_array_index (self->card->rows, AccordScorecardRow, row);
}

static gint64
get_position (AccordResults *self,
              guint          metric)
{
  const gint64 id = accord_results_get_metric (self, metric)->id;
  AccordMetric *record = id != 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_METRIC, id) : NULL;

  return record != NULL ? accord_metric_get_position (record) : G_MAXINT64;
}

/* Key metrics first: the team's, then the territory's, each in their order; the others as the scorecard has them. */
static int
compare_metrics (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  AccordResults *self = data;
  const guint left = *(const guint *) a, right = *(const guint *) b;
  const AccordScorecardMetric *one = accord_results_get_metric (self, left), *other = accord_results_get_metric (self, right);

  if (!one->key != !other->key)
    return one->key ? -1 : 1;
  if ((one->territory != 0) != (other->territory != 0))
    return one->territory == 0 ? -1 : 1;
  if (one->key && get_position (self, left) != get_position (self, right))
    return get_position (self, left) < get_position (self, right) ? -1 : 1;

  return left < right ? -1 : left > right;
}

GArray *
accord_results_list_metrics (AccordResults *self,
                             gint64         territory,
                             gboolean       all)
{
  GArray *metrics = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->card->metrics->len; i++)
    {
      const AccordScorecardMetric *metric = accord_results_get_metric (self, i);

      if ((metric->key || all) && (metric->territory == 0 || metric->territory == territory))
        g_array_append_val (metrics, i);
    }
  g_array_sort_with_data (metrics, compare_metrics, self);

  return metrics;
}

guint
accord_results_find_row (AccordResults *self,
                         gint64         member,
                         gint64         territory,
                         guint          metric)
{
  const Place place = { member, member != 0 ? 0 : territory, metric };

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &place)) - 1;
}

const char *
accord_results_get_title (AccordResults *self,
                          guint          metric)
{
  const AccordScorecardMetric *which = accord_results_get_metric (self, metric);

  return which->computed ? accord_computed_metric_get_title (which->which) : which->name;
}

char *
accord_results_format (AccordResults *self,
                       guint          metric,
                       gint64         value,
                       gint64         upper)
{
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);

  return accord_unit_format (accord_results_get_metric (self, metric)->unit, value, upper,
                             accord_settings_get_currency (settings), (int) accord_settings_get_decimals (settings));
}

char *
accord_results_dup_actual (AccordResults *self,
                           guint          row)
{
  const AccordScorecardRow *which = accord_results_get_row (self, row);

  /* Translators: of a pipeline: nothing of the quota remains that it has to cover. */
  return which->covered ? g_strdup (_("covered"))
                        : accord_results_format (self, which->metric, which->score.part.actual, ACCORD_UNKNOWN);
}

char *
accord_results_dup_target (AccordResults *self,
                           guint          row)
{
  const AccordScorecardRow *which = accord_results_get_row (self, row);

  return accord_results_format (self, which->metric, which->score.part.target, which->score.part.upper);
}

/* Nobody compares tenths of a percent at a glance; but what has not quite been reached is not 100 %. */
static AccordRate
cut_percent (AccordRate rate)
{
  const gint64 percent = ACCORD_RATE_ONE / 100;

  return rate == ACCORD_UNKNOWN ? rate : rate - rate % percent;
}

char *
accord_results_dup_against (AccordResults *self,
                            guint          row,
                            gboolean       brief)
{
  const AccordScorecardRow *which = accord_results_get_row (self, row);
  const AccordScorecardMetric *metric = accord_results_get_metric (self, which->metric);
  const AccordRate attained = which->score.attainment.attainment;
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);
  g_autofree char *attainment = accord_rate_format_percent (brief ? cut_percent (attained) : attained);
  g_autofree char *target = NULL;

  if (which->score.part.target == ACCORD_UNKNOWN)
    return g_strdup (_("no target"));

  target = brief && which->score.part.upper == ACCORD_UNKNOWN
             ? accord_unit_format_short (metric->unit, which->score.part.target, accord_settings_get_currency (settings),
                                         (int) accord_settings_get_decimals (settings))
             : accord_results_dup_target (self, row);
  if (attained == ACCORD_UNKNOWN)
    /* Translators: a target: %s is "50" or "$48,000"; nothing is known yet of what was reached. */
    return g_strdup_printf (_("of %s"), target);

  /* Translators: %1 is the share of a target that is reached, %2 the target: "70 % of 50". */
  return g_strdup_printf (_("%1$s of %2$s"), attainment, target);
}

char *
accord_results_dup_words (AccordResults *self,
                          guint          row)
{
  const AccordScorecardRow *which = accord_results_get_row (self, row);
  g_autofree char *actual = accord_results_dup_actual (self, row);
  g_autofree char *target = accord_results_dup_target (self, row);
  g_autofree char *attainment = accord_rate_format_percent (which->score.attainment.attainment);

  if (which->score.part.target == ACCORD_UNKNOWN)
    /* Translators: %s is what was reached, such as "35"; there is nothing that it was to reach. */
    return g_strdup_printf (_("%s, no target"), actual);

  /* Translators: %1 of %2 was to be reached, %3 is the share of it, %4 a status: "35 of 50, 70 %, At risk". */
  return g_strdup_printf (_("%1$s of %2$s, %3$s, %4$s"), actual, target, attainment,
                          accord_status_get_label (which->score.status));
}
