/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-week-entry.h"

#include "accord-availability.h"
#include "accord-entry-period.h"
#include "accord-holiday.h"
#include "accord-leave.h"
#include "accord-membership.h"
#include "accord-score-period.h"
#include "accord-score.h"

/* A week counts by its Thursday: one that begins up to three days before a month may belong to it. */
#define DAYS_TO_THURSDAY 3

typedef struct
{
  AccordEntryPeriod now;
  AccordEntryPeriod before;
} Column;

/* What there is of one member. */
typedef struct
{
  AccordWeekValue *values; /* one a metric */
  GArray *parts;           /* of AccordActual: what lies within the periods and is of shorter ones; NULL: nothing */
} Line;

struct _AccordWeekEntry
{
  AccordWorkspace *workspace;
  AccordDate monday;
  GPtrArray *metrics;
  Column *columns;
  int fiscal_start;
  AccordDate first;
  AccordDate last;
  GHashTable *lines; /* member to Line */
  AccordAvailability *availability; /* NULL before anybody asks */
  GHashTable *days; /* member to gint64: working days, as far as they were asked for */
};

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->values);
  g_clear_pointer (&line->parts, g_array_unref);
  g_free (line);
}

static AccordEntryPeriod
period_of (AccordWeekEntry *self,
           AccordDate       day,
           AccordGrain      grain)
{
  return (AccordEntryPeriod) { accord_grain_get_start (day, grain, self->fiscal_start),
                               accord_grain_get_end (day, grain, self->fiscal_start), grain };
}

AccordWeekEntry *
accord_week_entry_new (AccordWorkspace *workspace,
                       AccordDate       monday,
                       GPtrArray       *metrics)
{
  AccordWeekEntry *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace) && monday > ACCORD_DATE_NONE && metrics != NULL, NULL);

  self = g_new0 (AccordWeekEntry, 1);
  self->workspace = g_object_ref (workspace);
  self->monday = monday;
  self->metrics = g_ptr_array_ref (metrics);
  self->columns = g_new0 (Column, MAX (metrics->len, 1));
  self->fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  self->first = self->last = monday;
  for (guint i = 0; i < metrics->len; i++)
    {
      const AccordGrain cadence = accord_metric_get_cadence (metrics->pdata[i]);
      const AccordGrain grain = accord_entry_period_get_grain (cadence);
      Column *column = &self->columns[i];

      column->now = period_of (self, accord_entry_period_get_start (cadence, monday, self->fiscal_start), grain);
      column->before = period_of (self, column->now.starts - 1, grain);
      self->first = MIN (self->first, column->before.starts - DAYS_TO_THURSDAY);
      self->last = MAX (self->last, column->now.ends);
    }
  self->lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, line_free);
  self->days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

void
accord_week_entry_free (AccordWeekEntry *self)
{
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->days);
  g_clear_pointer (&self->availability, accord_availability_free);
  g_free (self->columns);
  g_ptr_array_unref (self->metrics);
  g_object_unref (self->workspace);
  g_free (self);
}

AccordDate
accord_week_entry_get_monday (AccordWeekEntry *self)
{
  g_return_val_if_fail (self != NULL, ACCORD_DATE_NONE);

  return self->monday;
}

GPtrArray *
accord_week_entry_get_metrics (AccordWeekEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->metrics;
}

const AccordEntryPeriod *
accord_week_entry_get_period (AccordWeekEntry *self,
                              guint            metric)
{
  g_return_val_if_fail (self != NULL && metric < self->metrics->len, NULL);

  return &self->columns[metric].now;
}

static gboolean
is_of (const AccordActual      *actual,
       const AccordEntryPeriod *period)
{
  return actual->grain == period->grain && actual->starts == period->starts;
}

/* A longer period's number says nothing of this one. */
static gboolean
is_part_of (const AccordActual      *actual,
            const AccordEntryPeriod *period)
{
  return actual->grain < period->grain
         && accord_span_has_period (period->starts, period->ends, actual->starts, actual->grain);
}

static Line *
add_line (AccordWeekEntry *self,
          gint64           member)
{
  Line *line = g_hash_table_lookup (self->lines, &member);

  if (line != NULL)
    return line;

  line = g_new0 (Line, 1);
  line->values = g_new (AccordWeekValue, self->metrics->len);
  for (guint i = 0; i < self->metrics->len; i++)
    line->values[i] = (AccordWeekValue) { ACCORD_UNKNOWN, ACCORD_SOURCE_TYPED, 0, ACCORD_UNKNOWN };
  g_hash_table_insert (self->lines, g_memdup2 (&member, sizeof member), line);

  return line;
}

/* What those of the rows that count in the period come to, as the scorecard has it. */
static gint64
sum_up (AccordWeekEntry         *self,
        const AccordActual      *rows,
        guint                    n_rows,
        const AccordEntryPeriod *period,
        AccordRollUp             roll_up)
{
  g_autofree gint64 *values = g_new (gint64, n_rows);
  g_autofree gint64 *days = g_new (gint64, n_rows);
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    if (is_of (&rows[i], period) || is_part_of (&rows[i], period))
      {
        values[n] = rows[i].value;
        days[n++] = accord_period_count_days (rows[i].starts, rows[i].grain, self->fiscal_start);
      }

  return n > 0 ? accord_score_over_time (roll_up, values, days, n) : ACCORD_UNKNOWN;
}

/* rows is all that was read of one member and one metric, in order of time. */
static void
add_rows (AccordWeekEntry    *self,
          guint               metric,
          const AccordActual *rows,
          guint               n_rows)
{
  const Column *column = &self->columns[metric];
  const AccordRollUp roll_up = accord_metric_get_rollup (self->metrics->pdata[metric]);
  Line *line = add_line (self, rows->member);
  AccordWeekValue *value = &line->values[metric];

  value->value = sum_up (self, rows, n_rows, &column->now, roll_up);
  value->before = sum_up (self, rows, n_rows, &column->before, roll_up);
  for (guint i = 0; i < n_rows; i++)
    {
      const gboolean part = is_part_of (&rows[i], &column->now);

      if (!part && !is_of (&rows[i], &column->now))
        continue;
      if (rows[i].source != ACCORD_SOURCE_TYPED)
        value->source = rows[i].source;
      if (!part)
        continue;
      if (line->parts == NULL)
        line->parts = g_array_new (FALSE, FALSE, sizeof (AccordActual));
      g_array_append_val (line->parts, rows[i]);
      value->n_parts++;
    }
}

static guint
find_metric (AccordWeekEntry *self,
             gint64           id)
{
  guint i = 0;

  while (i < self->metrics->len && accord_record_get_id (self->metrics->pdata[i]) != id)
    i++;

  return i;
}

gboolean
accord_week_entry_read (AccordWeekEntry *self,
                        gint64           member,
                        GError         **error)
{
  g_autoptr (GArray) actuals = NULL;
  guint end;

  g_return_val_if_fail (self != NULL, FALSE);

  actuals = accord_actuals_read (self->workspace, member, 0, self->first, self->last, error);
  if (actuals == NULL)
    return FALSE;

  if (member != 0)
    g_hash_table_remove (self->lines, &member);
  else
    g_hash_table_remove_all (self->lines);
  for (guint start = 0; start < actuals->len; start = end)
    {
      const AccordActual *rows = &g_array_index (actuals, AccordActual, start);
      const guint metric = find_metric (self, rows->metric);

      for (end = start + 1; end < actuals->len; end++)
        {
          const AccordActual *row = &g_array_index (actuals, AccordActual, end);

          if (row->member != rows->member || row->metric != rows->metric)
            break;
        }
      if (metric < self->metrics->len)
        add_rows (self, metric, rows, end - start);
    }

  return TRUE;
}

void
accord_week_entry_get (AccordWeekEntry *self,
                       gint64           member,
                       guint            metric,
                       AccordWeekValue *value)
{
  Line *line;

  g_return_if_fail (self != NULL && metric < self->metrics->len && value != NULL);

  line = g_hash_table_lookup (self->lines, &member);
  *value = line != NULL ? line->values[metric]
                        : (AccordWeekValue) { ACCORD_UNKNOWN, ACCORD_SOURCE_TYPED, 0, ACCORD_UNKNOWN };
}

gboolean
accord_week_entry_put (AccordWeekEntry *self,
                       AccordBulk      *bulk,
                       gint64           member,
                       guint            metric,
                       gint64           value)
{
  AccordActual actual;
  AccordWeekValue is;
  Line *line;

  g_return_val_if_fail (self != NULL && bulk != NULL && metric < self->metrics->len, FALSE);

  accord_week_entry_get (self, member, metric, &is);
  if (is.value == value && is.n_parts == 0 && (value == ACCORD_UNKNOWN || is.source == ACCORD_SOURCE_TYPED))
    return FALSE;

  actual = (AccordActual) { member, accord_record_get_id (self->metrics->pdata[metric]), self->columns[metric].now.starts,
                            self->columns[metric].now.grain, value, ACCORD_SOURCE_TYPED };
  accord_bulk_put_actual (bulk, &actual);
  line = g_hash_table_lookup (self->lines, &member);
  for (guint i = 0; line != NULL && line->parts != NULL && i < line->parts->len; i++)
    {
      AccordActual part = g_array_index (line->parts, AccordActual, i);

      if (part.metric != actual.metric)
        continue;
      part.value = ACCORD_UNKNOWN;
      accord_bulk_put_actual (bulk, &part);
    }

  return TRUE;
}

void
accord_week_entry_forget_days (AccordWeekEntry *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->days);
  g_clear_pointer (&self->availability, accord_availability_free);
}

gint64
accord_week_entry_get_days (AccordWeekEntry *self,
                            AccordMember    *member)
{
  const gint64 *known;
  gint64 id, days;

  g_return_val_if_fail (self != NULL && ACCORD_IS_MEMBER (member), 0);

  id = accord_record_get_id (ACCORD_RECORD (member));
  known = g_hash_table_lookup (self->days, &id);
  if (known != NULL)
    return *known;

  if (self->availability == NULL)
    self->availability = accord_availability_new (accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBERSHIP),
                                                  accord_workspace_get_list (self->workspace, ACCORD_TYPE_LEAVE),
                                                  accord_workspace_get_list (self->workspace, ACCORD_TYPE_HOLIDAY));
  days = accord_availability_get_days (self->availability, member, self->monday,
                                       accord_grain_get_end (self->monday, ACCORD_GRAIN_WEEK, self->fiscal_start));
  g_hash_table_insert (self->days, g_memdup2 (&id, sizeof id), g_memdup2 (&days, sizeof days));

  return days;
}

void
accord_week_entry_count (AccordWeekEntry *self,
                         GPtrArray       *members,
                         guint           *n_entered,
                         guint           *n_expected)
{
  g_return_if_fail (self != NULL && members != NULL && n_entered != NULL && n_expected != NULL);

  *n_entered = *n_expected = 0;
  for (guint i = 0; i < members->len; i++)
    {
      const gboolean works = accord_week_entry_get_days (self, members->pdata[i]) > 0;

      for (guint j = 0; j < self->metrics->len; j++)
        {
          AccordWeekValue value;

          accord_week_entry_get (self, accord_record_get_id (members->pdata[i]), j, &value);
          if (value.value != ACCORD_UNKNOWN)
            ++*n_entered;
          if (value.value != ACCORD_UNKNOWN || works)
            ++*n_expected;
        }
    }
}
