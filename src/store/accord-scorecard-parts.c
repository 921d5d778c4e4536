/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-private.h"

#include "accord-actual-totals.h"
#include "accord-name.h"
#include "accord-opportunity-figures.h"
#include "accord-quota.h"
#include "accord-season-history.h"
#include "accord-target.h"

AccordScorePart *
accord_scorecard_get_part (AccordScorecardMaking *self,
                           guint                  person,
                           guint                  metric)
{
  return &self->parts[(gsize) person * self->card->metrics->len + metric];
}

static AccordScorecardMetric *
get_metric (AccordScorecardMaking *self,
            guint                  i)
{
  return &g_array_index (self->card->metrics, AccordScorecardMetric, i);
}

static guint
find_person (AccordScorecardMaking *self,
             gint64                 member)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_member, &member));
}

static void
add_computed (AccordScorecardMaking *self,
              AccordComputedMetric   which,
              GPtrArray             *records)
{
  AccordScorecardMetric metric = {
    .name = g_strdup (accord_computed_metric_get_name (which)),
    .unit = accord_computed_metric_get_unit (which),
    .direction = accord_computed_metric_get_direction (which),
    .roll_up = accord_computed_metric_get_roll_up (which),
    .computed = TRUE,
    .which = which,
  };

  for (guint i = 0; i < records->len && metric.id == 0; i++)
    {
      AccordMetric *record = g_ptr_array_index (records, i);

      if (!accord_name_equal (accord_metric_get_name (record), metric.name))
        continue;
      metric.id = accord_record_get_id (ACCORD_RECORD (record));
      metric.direction = accord_metric_get_direction (record);
      metric.key = accord_metric_get_key (record);
      g_ptr_array_remove_index (records, i);
    }
  g_array_append_val (self->card->metrics, metric);
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  AccordMetric *left = *(AccordMetric *const *) a;
  AccordMetric *right = *(AccordMetric *const *) b;

  if (accord_metric_get_position (left) != accord_metric_get_position (right))
    return accord_metric_get_position (left) < accord_metric_get_position (right) ? -1 : 1;

  return accord_record_get_id (ACCORD_RECORD (left)) < accord_record_get_id (ACCORD_RECORD (right)) ? -1 : 1;
}

static gboolean
has_quotas (AccordScorecardMaking *self)
{
  return g_list_model_get_n_items (accord_workspace_get_list (self->workspace, ACCORD_TYPE_QUOTA)) > 0;
}

/* All there are: which of them are shown follows from their values. */
static gboolean
list_metrics (AccordScorecardMaking *self,
              GError               **error)
{
  GListModel *list = accord_workspace_load_list (self->workspace, ACCORD_TYPE_METRIC, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  g_ptr_array_sort (records, compare_records);

  for (guint i = 0; i < ACCORD_COMPUTED_N_METRICS && (self->has_opportunities || has_quotas (self)); i++)
    add_computed (self, (AccordComputedMetric) i, records);
  for (guint i = 0; i < records->len; i++)
    {
      AccordMetric *record = g_ptr_array_index (records, i);
      AccordScorecardMetric metric = {
        .id = accord_record_get_id (ACCORD_RECORD (record)),
        .name = g_strdup (accord_metric_get_name (record)),
        .unit = accord_metric_get_unit (record),
        .direction = accord_metric_get_direction (record),
        .roll_up = accord_metric_get_rollup (record),
        .key = accord_metric_get_key (record),
        .territory = accord_metric_get_territory (record),
      };

      g_array_append_val (self->card->metrics, metric);
    }

  return TRUE;
}

/* Leaves out the metrics that nobody follows. */
static void
drop_metrics (AccordScorecardMaking *self)
{
  for (guint i = 0; i < self->card->metrics->len;)
    {
      const AccordScorecardMetric *metric = get_metric (self, i);

      if (metric->computed || metric->key || g_hash_table_contains (self->with_values, &metric->id))
        i++;
      else
        g_array_remove_index (self->card->metrics, i);
    }
}

/* What the actuals of the quarter come to, of every metric whose figures do not come out of opportunities. */
static gboolean
read_totals (AccordScorecardMaking *self,
             GError               **error)
{
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (AccordActualRule));

  for (guint i = 0; i < self->card->metrics->len; i++)
    {
      const AccordScorecardMetric *metric = get_metric (self, i);
      /* Bookings that were imported stand in the place of opportunities, as accord_opportunities_bookings() has it. */
      const AccordActualRule rule
        = { metric->id, metric->roll_up, metric->computed && metric->which == ACCORD_COMPUTED_BOOKINGS };

      if (metric->id != 0 && !(metric->computed && self->has_opportunities))
        g_array_append_val (rules, rule);
    }
  self->totals = accord_actuals_total (self->workspace, rules, self->first, self->last, self->card->as_of, error);
  if (self->totals == NULL)
    return FALSE;

  for (guint i = 0; i < self->totals->len; i++)
    {
      const AccordActualTotal *total = &g_array_index (self->totals, AccordActualTotal, i);

      if (!g_hash_table_contains (self->with_values, &total->metric))
        g_hash_table_add (self->with_values, g_memdup2 (&total->metric, sizeof total->metric));
    }

  return TRUE;
}

static void
add_totals (AccordScorecardMaking *self)
{
  g_autoptr (GHashTable) by_metric = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->card->metrics->len; i++)
    {
      AccordScorecardMetric *metric = get_metric (self, i);

      if (metric->id != 0)
        g_hash_table_insert (by_metric, &metric->id, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < self->totals->len; i++)
    {
      const AccordActualTotal *total = &g_array_index (self->totals, AccordActualTotal, i);
      guint person = find_person (self, total->member);
      guint metric = GPOINTER_TO_UINT (g_hash_table_lookup (by_metric, &total->metric));
      AccordScorePart *part;

      if (person == 0 || metric == 0)
        continue;
      part = accord_scorecard_get_part (self, person - 1, metric - 1);
      part->actual = total->actual;
      part->last = total->last;
      g_array_index (self->people, AccordScorecardPerson, person - 1).has_figures = TRUE;
    }
}

void
accord_scorecard_fill_computed (AccordComputedMetric         which,
                                gint64                       quota,
                                const AccordOpportunitySums *sums,
                                AccordScorePart             *part)
{
  static const AccordOpportunitySums nothing;
  const AccordOpportunitySums *of = sums != NULL ? sums : &nothing;

  switch (which)
    {
    case ACCORD_COMPUTED_BOOKINGS:
      part->actual = of->won_amount;
      return;

    case ACCORD_COMPUTED_OPENED:
      part->actual = of->opened * ACCORD_RATE_ONE;
      return;

    case ACCORD_COMPUTED_WIN_RATE:
      part->part = of->won;
      part->whole = of->won + of->lost;
      break;

    case ACCORD_COMPUTED_SALES_CYCLE:
      part->part = of->cycle_days;
      part->whole = of->cycles;
      break;

    case ACCORD_COMPUTED_AVERAGE_DEAL:
      part->part = of->won_amount;
      part->whole = of->won;
      break;

    case ACCORD_COMPUTED_COVERAGE:
    default:
      /* Without a quota nothing remains that could be covered, and without a deal nothing is said. */
      if (sums == NULL || quota == ACCORD_UNKNOWN)
        return;
      part->part = of->due_amount;
      part->whole = MAX (0, quota - of->won_amount);
      break;
    }
  part->actual = accord_score_quotient (part->part, part->whole,
                                        accord_computed_metric_get_unit (which) == ACCORD_UNIT_MONEY);
}

static gboolean
add_opportunities (AccordScorecardMaking *self,
                   GError               **error)
{
  g_autoptr (GArray) sums = NULL;
  g_autofree const AccordOpportunitySums **by_person = g_new0 (const AccordOpportunitySums *, self->people->len + 1);

  sums = accord_opportunities_sum_up (self->workspace, self->first, self->last, self->card->as_of, error);
  if (sums == NULL)
    return FALSE;

  for (guint i = 0; i < sums->len; i++)
    {
      const AccordOpportunitySums *sum = &g_array_index (sums, AccordOpportunitySums, i);
      guint person = find_person (self, sum->member);

      if (person == 0)
        continue;
      by_person[person - 1] = sum;
      g_array_index (self->people, AccordScorecardPerson, person - 1).has_figures = TRUE;
    }
  for (guint i = 0; i < self->people->len; i++)
    {
      for (guint j = 0; j < self->card->metrics->len; j++)
        {
          const AccordScorecardMetric *metric = get_metric (self, j);
          AccordScorePart *part = accord_scorecard_get_part (self, i, j);

          /* Imported bookings are there already where no opportunity is. */
          if (metric->computed && part->actual == ACCORD_UNKNOWN)
            accord_scorecard_fill_computed (metric->which, g_array_index (self->people, AccordScorecardPerson, i).quota,
                                            by_person[i], part);
        }
    }

  return TRUE;
}

static void
add_targets (AccordScorecardMaking *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      AccordScorecardPerson *person = &g_array_index (self->people, AccordScorecardPerson, i);

      for (guint j = 0; j < self->card->metrics->len; j++)
        {
          const AccordScorecardMetric *metric = get_metric (self, j);
          AccordScorePart *part = accord_scorecard_get_part (self, i, j);

          part->weight = person->weight;
          if (metric->computed && metric->which == ACCORD_COMPUTED_BOOKINGS && person->quota != ACCORD_UNKNOWN)
            part->target = person->quota;
          else if (metric->id != 0
                   && accord_target_finder_find (self->finder, person->id, metric->id, metric->roll_up, &part->target,
                                                 &part->upper))
            person->has_figures = TRUE;
        }
    }
}

/* Notes the metrics that have a target in the quarter. */
static AccordTargetFinder *
find_targets (AccordScorecardMaking *self,
              GError               **error)
{
  GListModel *targets = accord_workspace_load_list (self->workspace, ACCORD_TYPE_TARGET, error);
  gint64 weights[4] = { 1, 1, 1, 1 };
  gboolean yearly = FALSE;

  if (targets == NULL)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) target = g_list_model_get_item (targets, i);
      gint64 metric = accord_target_get_metric (target);
      AccordDate starts = accord_target_get_starts (target);

      yearly = yearly || accord_target_get_grain (target) == ACCORD_GRAIN_YEAR;
      if (!g_hash_table_contains (self->with_values, &metric) && starts != ACCORD_DATE_NONE
          && accord_span_has_period (self->first, self->last, starts, accord_target_get_grain (target)))
        g_hash_table_add (self->with_values, g_memdup2 (&metric, sizeof metric));
    }

  /* The season is read from all that was ever booked, and only what was set for a year is split by it. */
  if (yearly)
    accord_season_read (self->workspace, self->card->quarter.year, self->card->as_of, weights);

  return accord_target_finder_new (targets, self->card->quarter, self->fiscal_start, weights, self->card->as_of);
}

gboolean
accord_scorecard_gather_parts (AccordScorecardMaking *self,
                               GError               **error)
{
  const AccordScorePart nothing = ACCORD_SCORE_PART_INIT;
  gsize n;

  if (!accord_opportunities_read_any (self->workspace, &self->has_opportunities, error) || !list_metrics (self, error)
      || !read_totals (self, error))
    return FALSE;
  self->finder = find_targets (self, error);
  if (self->finder == NULL)
    return FALSE;
  drop_metrics (self);

  n = (gsize) self->people->len * self->card->metrics->len;
  self->parts = g_new (AccordScorePart, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    self->parts[i] = nothing;
  add_totals (self);
  if (!add_opportunities (self, error))
    return FALSE;
  add_targets (self);

  return TRUE;
}
