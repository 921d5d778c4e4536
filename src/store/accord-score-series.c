/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-score-series.h"

#include "accord-actuals.h"
#include "accord-scorecard-private.h"

#define DAYS_A_WEEK 7

/* A series in the making. */
typedef struct
{
  AccordWorkspace *workspace;
  const AccordScorecard *card;
  AccordScoreSeries *series;
  int fiscal_start;
  AccordDate first; /* of the quarter */
  AccordDate last;
  AccordDate day;   /* the last that counts */
  gboolean has_opportunities;
  GHashTable *places; /* id of a member: place + 1 in rows */
  guint *rows;        /* places × metrics: row + 1, 0 for none */
  AccordScorePart *parts; /* rows × weeks */
} Making;

static void
making_clear (Making *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self->rows);
  g_free (self->parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static AccordScorecardRow *
get_row (Making *self,
         guint   row)
{
  return &g_array_index (self->card->rows, AccordScorecardRow, row);
}

static AccordScorecardMetric *
get_metric (Making *self,
            guint   metric)
{
  return &g_array_index (self->card->metrics, AccordScorecardMetric, metric);
}

static AccordScorePart *
get_part (Making *self,
          guint   row,
          guint   week)
{
  return &self->parts[(gsize) row * self->series->n_weeks + week];
}

static AccordDate
get_monday (AccordDate day)
{
  return day - accord_date_get_weekday (day) + 1;
}

/* Which weeks there are. */
static void
set_weeks (Making *self)
{
  g_autoptr (GArray) weeks = accord_quarter_list_weeks (self->card->quarter, self->fiscal_start);
  const AccordDate first = g_array_index (weeks, AccordDate, 0);
  const AccordDate last = MIN (get_monday (self->card->as_of), g_array_index (weeks, AccordDate, weeks->len - 1));

  self->series->first = MIN (first, last - (ACCORD_SCORE_SERIES_WEEKS - 1) * DAYS_A_WEEK);
  self->series->n_weeks = (guint) ((last - self->series->first) / DAYS_A_WEEK) + 1;
  self->series->from = last < first ? self->series->n_weeks : (guint) ((first - self->series->first) / DAYS_A_WEEK);
}

static void
find_rows (Making *self)
{
  const guint n_metrics = self->card->metrics->len;

  self->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->rows = g_new0 (guint, MAX ((gsize) self->card->rows->len * n_metrics, 1));
  for (guint i = 0; i < self->card->rows->len; i++)
    {
      const AccordScorecardRow *row = get_row (self, i);
      guint place;

      if (row->member == 0)
        continue;
      place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &row->member));
      if (place == 0)
        {
          place = g_hash_table_size (self->places) + 1;
          g_hash_table_insert (self->places, (gpointer) &row->member, GUINT_TO_POINTER (place));
        }
      self->rows[(gsize) (place - 1) * n_metrics + row->metric] = i + 1;
    }
}

/* A quarter whose first days belong to the week of the quarter before has them all the same: they count, in no week. */
static AccordDate
get_first_day (Making *self)
{
  return MIN (self->series->first, self->first);
}

/* Row + 1, 0 for none. */
static guint
find_row (Making *self,
          gint64  member,
          guint   metric)
{
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &member));

  return place > 0 ? self->rows[(gsize) (place - 1) * self->card->metrics->len + metric] : 0;
}

/* Adds what counts in the quarter to what comes together; the value may belong to no week of the quarter's own. */
static void
add_to_total (Making    *self,
              guint      row,
              AccordDate day,
              gint64     value)
{
  AccordScoreSeries *series = self->series;
  const int week = (get_monday (day) - series->first) / DAYS_A_WEEK;
  gint64 *total;

  if (!series->adds_up[row] || series->from == series->n_weeks || value == ACCORD_UNKNOWN)
    return;
  total = &series->totals[(gsize) row * series->n_weeks
                          + (guint) CLAMP (week, (int) series->from, (int) series->n_weeks - 1)];
  if (__builtin_add_overflow (*total == ACCORD_UNKNOWN ? 0 : *total, value, total))
    *total = ACCORD_UNKNOWN;
}

/* The values of one row in one week, from the actual at i on; gives the place behind them. */
static guint
add_week (Making *self,
          guint   row,
          GArray *actuals,
          guint   i,
          GArray *values,
          GArray *days)
{
  const AccordActual *first = &g_array_index (actuals, AccordActual, i);
  const AccordDate monday = get_monday (first->starts);
  const int week = (monday - self->series->first) / DAYS_A_WEEK;
  const AccordScorecardMetric *metric = get_metric (self, get_row (self, row)->metric);
  AccordDate last = ACCORD_DATE_NONE;
  AccordScorePart *part;

  g_array_set_size (values, 0);
  g_array_set_size (days, 0);
  for (; i < actuals->len; i++)
    {
      const AccordActual *actual = &g_array_index (actuals, AccordActual, i);
      const gint64 length = accord_period_count_days (actual->starts, actual->grain, self->fiscal_start);

      if (actual->member != first->member || actual->metric != first->metric || get_monday (actual->starts) != monday)
        break;
      /* As the scorecard has it: what was typed for what comes out of opportunities does not count. */
      if (metric->computed && metric->which == ACCORD_COMPUTED_BOOKINGS && actual->source != ACCORD_SOURCE_IMPORTED)
        continue;
      if (accord_span_has_period (self->first, self->last, actual->starts, actual->grain)
          && actual->starts <= self->card->as_of)
        add_to_total (self, row, MIN (accord_grain_get_end (actual->starts, actual->grain, self->fiscal_start), self->day),
                      actual->value);
      if (actual->grain > ACCORD_GRAIN_WEEK || actual->starts > self->day)
        continue;
      g_array_append_val (values, actual->value);
      g_array_append_val (days, length);
      last = actual->starts;
    }
  if (values->len == 0 || week < 0 || (guint) week >= self->series->n_weeks)
    return i;

  part = get_part (self, row, (guint) week);
  part->actual = accord_score_over_time (metric->roll_up, (gint64 *) values->data, (gint64 *) days->data, values->len);
  part->last = last;

  return i;
}

static gboolean
add_actuals (Making  *self,
             GError **error)
{
  g_autoptr (GHashTable) by_metric = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) actuals = NULL;

  for (guint i = 0; i < self->card->metrics->len; i++)
    {
      const AccordScorecardMetric *metric = get_metric (self, i);

      if (metric->id != 0 && !(metric->computed && self->has_opportunities))
        g_hash_table_insert (by_metric, (gpointer) &metric->id, GUINT_TO_POINTER (i + 1));
    }
  if (g_hash_table_size (by_metric) == 0)
    return TRUE;

  actuals = accord_actuals_read (self->workspace, 0, 0, get_first_day (self),
                                 MAX (self->last, self->series->first + (AccordDate) self->series->n_weeks * DAYS_A_WEEK),
                                 error);
  for (guint i = 0; actuals != NULL && i < actuals->len;)
    {
      const AccordActual *actual = &g_array_index (actuals, AccordActual, i);
      const guint metric = GPOINTER_TO_UINT (g_hash_table_lookup (by_metric, &actual->metric));
      const guint row = metric > 0 ? find_row (self, actual->member, metric - 1) : 0;

      i = row > 0 ? add_week (self, row - 1, actuals, i, values, days) : i + 1;
    }

  return actuals != NULL;
}

static void
add_sums (AccordOpportunitySums       *sums,
          const AccordOpportunitySums *more)
{
  sums->won += more->won;
  sums->lost += more->lost;
  sums->won_amount += more->won_amount;
  sums->cycle_days += more->cycle_days;
  sums->cycles += more->cycles;
  sums->opened += more->opened;
}

/* A member's week, or one in which nothing was (sums NULL), in every computed metric. */
static void
set_computed_week (Making                      *self,
                   gint64                       member,
                   guint                        week,
                   const AccordOpportunitySums *sums)
{
  for (guint i = 0; i < self->card->metrics->len; i++)
    {
      const AccordScorecardMetric *metric = get_metric (self, i);
      const guint row = metric->computed ? find_row (self, member, i) : 0;

      if (row > 0)
        accord_scorecard_fill_computed (metric->which, ACCORD_UNKNOWN, sums, get_part (self, row - 1, week));
    }
}

static void
add_computed_total (Making                      *self,
                    gint64                       member,
                    AccordDate                   day,
                    const AccordOpportunitySums *sums)
{
  for (guint i = 0; i < self->card->metrics->len; i++)
    {
      const AccordScorecardMetric *metric = get_metric (self, i);
      const guint row = metric->computed ? find_row (self, member, i) : 0;
      AccordScorePart part = ACCORD_SCORE_PART_INIT;

      if (row == 0)
        continue;
      accord_scorecard_fill_computed (metric->which, ACCORD_UNKNOWN, sums, &part);
      add_to_total (self, row - 1, day, part.actual);
    }
}

/* Where there are opportunities, a week without any has come to nothing. */
static void
begin_computed (Making *self)
{
  GHashTableIter iter;
  gpointer member;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &member, NULL))
    {
      for (guint week = 0; week < self->series->n_weeks; week++)
        set_computed_week (self, *(gint64 *) member, week, NULL);
      if (self->series->from < self->series->n_weeks)
        add_computed_total (self, *(gint64 *) member, self->first, NULL);
    }
}

static gboolean
add_opportunities (Making  *self,
                   GError **error)
{
  const AccordDate end = self->series->first + (AccordDate) self->series->n_weeks * DAYS_A_WEEK - 1;
  const AccordDate last = MIN (MAX (end, self->last), self->card->as_of);
  g_autoptr (GArray) days = NULL;
  AccordOpportunitySums sums = { 0 };

  if (!self->has_opportunities)
    return TRUE;
  begin_computed (self);
  days = accord_opportunities_sum_up_days (self->workspace, get_first_day (self), last, error);
  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const AccordOpportunityDay *day = &g_array_index (days, AccordOpportunityDay, i);
      const AccordOpportunityDay *next = i + 1 < days->len ? day + 1 : NULL;

      if (day->day >= self->first && day->day <= self->last)
        add_computed_total (self, day->sums.member, day->day, &day->sums);
      if (day->day < self->series->first || day->day > end)
        continue;
      add_sums (&sums, &day->sums);
      if (next != NULL && next->sums.member == day->sums.member && next->day <= end
          && get_monday (next->day) == get_monday (day->day))
        continue;
      set_computed_week (self, day->sums.member, (guint) ((day->day - self->series->first) / DAYS_A_WEEK), &sums);
      sums = (AccordOpportunitySums) { 0 };
    }

  return days != NULL;
}

static void
unref_array (gpointer array)
{
  g_clear_pointer (&array, g_array_unref);
}

/* Which of the rows each of the territories' rows and the team's is rolled up of: for each row an array of guint, NULL for a
 * member's. (transfer full) */
static GPtrArray *
list_parts_of_groups (Making *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (unref_array);
  g_autoptr (GHashTable) by_territory = g_hash_table_new (g_int64_hash, g_int64_equal);
  const guint n_rows = self->card->rows->len;

  /* All metrics of a group stand one behind the other, those that are not its own left out. */
  for (guint i = 0; i < n_rows; i++)
    {
      const AccordScorecardRow *row = get_row (self, i);

      if (row->member == 0 && !g_hash_table_contains (by_territory, &row->territory))
        g_hash_table_insert (by_territory, (gpointer) &row->territory, GUINT_TO_POINTER (i + 1));
      g_ptr_array_add (groups, row->member == 0 ? g_array_new (FALSE, FALSE, sizeof (guint)) : NULL);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      const AccordScorecardRow *row = get_row (self, i);
      const gint64 territories[2] = { 0, row->territory };

      for (guint j = 0; row->member != 0 && j < (row->territory != 0 ? 2 : 1); j++)
        {
          guint group = GPOINTER_TO_UINT (g_hash_table_lookup (by_territory, &territories[j]));

          for (; group > 0 && group <= n_rows && get_row (self, group - 1)->member == 0
                 && get_row (self, group - 1)->territory == territories[j];
               group++)
            {
              if (get_row (self, group - 1)->metric == row->metric)
                g_array_append_val ((GArray *) groups->pdata[group - 1], i);
            }
        }
    }

  return groups;
}

/* The weeks of a territory's or the team's row. */
static void
roll_up (Making *self,
         guint   group,
         GArray *rows)
{
  const AccordScorecardMetric *metric = get_metric (self, get_row (self, group)->metric);
  const guint n_weeks = self->series->n_weeks;
  g_autofree AccordScorePart *parts = g_new (AccordScorePart, MAX (rows->len, 1));

  for (guint week = 0; week < n_weeks; week++)
    {
      gint64 *total = &self->series->totals[(gsize) group * n_weeks + week];

      for (guint i = 0; i < rows->len; i++)
        {
          const guint row = g_array_index (rows, guint, i);
          const gint64 more = self->series->totals[(gsize) row * n_weeks + week];

          parts[i] = *get_part (self, row, week);
          if (more != ACCORD_UNKNOWN
              && __builtin_add_overflow (*total == ACCORD_UNKNOWN ? 0 : *total, more, total))
            *total = ACCORD_UNKNOWN;
        }
      *get_part (self, group, week) = accord_score_roll_up (metric->roll_up, metric->unit == ACCORD_UNIT_MONEY, parts,
                                                            rows->len);
    }
}

/* Each week's own, to what had come together by its end. */
static void
add_up (AccordScoreSeries *self,
        guint              row)
{
  gint64 *totals = self->totals + (gsize) row * self->n_weeks;

  for (guint week = self->from + 1; week < self->n_weeks; week++)
    {
      if (totals[week] == ACCORD_UNKNOWN)
        totals[week] = totals[week - 1];
      else if (totals[week - 1] != ACCORD_UNKNOWN
               && __builtin_add_overflow (totals[week], totals[week - 1], &totals[week]))
        totals[week] = ACCORD_UNKNOWN;
    }
}

static void
make_room (Making *self)
{
  AccordScoreSeries *series = self->series;
  const gsize n = (gsize) self->card->rows->len * series->n_weeks;
  const AccordScorePart nothing = ACCORD_SCORE_PART_INIT;

  series->n_rows = self->card->rows->len;
  series->values = g_new (gint64, MAX (n, 1));
  series->totals = g_new (gint64, MAX (n, 1));
  series->adds_up = g_new (gboolean, MAX (series->n_rows, 1));
  self->parts = g_new (AccordScorePart, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    {
      self->parts[i] = nothing;
      series->totals[i] = ACCORD_UNKNOWN;
    }
  for (guint row = 0; row < series->n_rows; row++)
    {
      series->adds_up[row] = get_metric (self, get_row (self, row)->metric)->roll_up == ACCORD_ROLL_UP_SUM;
      for (guint week = 0; week < series->n_weeks; week++)
        get_part (self, row, week)->weight = get_row (self, row)->score.part.weight;
    }
}

AccordScoreSeries *
accord_score_series_new (AccordWorkspace       *workspace,
                         const AccordScorecard *card,
                         GError               **error)
{
  g_autoptr (AccordScoreSeries) series = g_new0 (AccordScoreSeries, 1);
  g_auto (Making) making = { .workspace = workspace, .card = card, .series = series };
  g_autoptr (GPtrArray) groups = NULL;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  making.fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  making.first = accord_quarter_get_start (card->quarter, making.fiscal_start);
  making.last = accord_quarter_get_end (card->quarter, making.fiscal_start);
  set_weeks (&making);
  making.day = MIN (card->as_of, series->first + (AccordDate) series->n_weeks * DAYS_A_WEEK - 1);
  make_room (&making);
  find_rows (&making);
  if (!accord_opportunities_read_any (workspace, &making.has_opportunities, error) || !add_actuals (&making, error)
      || !add_opportunities (&making, error))
    return NULL;

  groups = list_parts_of_groups (&making);
  for (guint row = 0; row < series->n_rows; row++)
    {
      if (groups->pdata[row] != NULL)
        roll_up (&making, row, groups->pdata[row]);
    }
  for (guint row = 0; row < series->n_rows; row++)
    {
      add_up (series, row);
      for (guint week = 0; week < series->n_weeks; week++)
        series->values[(gsize) row * series->n_weeks + week] = get_part (&making, row, week)->actual;
    }

  return g_steal_pointer (&series);
}

void
accord_score_series_free (AccordScoreSeries *self)
{
  g_free (self->values);
  g_free (self->totals);
  g_free (self->adds_up);
  g_free (self);
}

const gint64 *
accord_score_series_get_values (const AccordScoreSeries *self,
                                guint                    row)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, NULL);

  return self->values + (gsize) row * self->n_weeks;
}

const gint64 *
accord_score_series_get_totals (const AccordScoreSeries *self,
                                guint                    row)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, NULL);

  return self->adds_up[row] ? self->totals + (gsize) row * self->n_weeks : NULL;
}
