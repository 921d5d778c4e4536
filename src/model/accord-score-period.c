/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-score-period.h"

#include "accord-allocation.h"
#include "accord-holiday.h"
#include "accord-score.h"
#include "accord-target.h"

typedef struct
{
  gint64 member;
  gint64 metric;
} Key;

/* The targets of a member for a metric that have to do with the quarter: each period once. */
typedef struct
{
  Key key; /* first: the table's keys are these */
  GPtrArray *targets;
} Found;

struct _AccordTargetFinder
{
  AccordQuarter quarter;
  int fiscal_start;
  gint64 weights[4];
  AccordDate as_of;
  GHashTable *found;
};

static const AccordGrain grains[] = { ACCORD_GRAIN_QUARTER, ACCORD_GRAIN_MONTH, ACCORD_GRAIN_WEEK, ACCORD_GRAIN_DAY };

gboolean
accord_span_has_period (AccordDate  first,
                        AccordDate  last,
                        AccordDate  starts,
                        AccordGrain grain)
{
  AccordDate day = grain == ACCORD_GRAIN_WEEK ? starts + 3 : starts;

  return grain != ACCORD_GRAIN_YEAR && day >= first && day <= last;
}

gboolean
accord_quarter_has_period (AccordQuarter quarter,
                           int           fiscal_start,
                           AccordDate    starts,
                           AccordGrain   grain)
{
  return accord_span_has_period (accord_quarter_get_start (quarter, fiscal_start),
                                 accord_quarter_get_end (quarter, fiscal_start), starts, grain);
}

gint64
accord_period_count_days (AccordDate  starts,
                          AccordGrain grain,
                          int         fiscal_start)
{
  /* What most values are of needs no calendar. */
  if (grain == ACCORD_GRAIN_DAY)
    return 1;
  if (grain == ACCORD_GRAIN_WEEK)
    return 7;

  return accord_grain_get_end (starts, grain, fiscal_start) - starts + 1;
}

static int
compare_days (const void *a,
              const void *b)
{
  return *(const AccordDate *) a - *(const AccordDate *) b;
}

void
accord_quarter_count_days (AccordQuarter quarter,
                           int           fiscal_start,
                           GListModel   *holidays,
                           AccordDate    as_of,
                           int          *passed,
                           int          *total)
{
  AccordDate first = accord_quarter_get_start (quarter, fiscal_start);
  AccordDate last = accord_quarter_get_end (quarter, fiscal_start);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (AccordDate));

  g_return_if_fail (passed != NULL && total != NULL);

  for (guint i = 0; holidays != NULL && i < g_list_model_get_n_items (holidays); i++)
    {
      g_autoptr (AccordHoliday) holiday = g_list_model_get_item (holidays, i);
      AccordDate day = accord_holiday_get_day (holiday);

      g_array_append_val (days, day);
    }
  if (days->len > 1)
    qsort (days->data, days->len, sizeof (AccordDate), compare_days);

  *total = accord_working_days (first, last, (const AccordDate *) days->data, days->len);
  *passed = accord_working_days (first, MIN (last, as_of), (const AccordDate *) days->data, days->len);
}

AccordExact
accord_quarter_get_elapsed (AccordQuarter quarter,
                            int           fiscal_start,
                            GListModel   *holidays,
                            AccordDate    as_of)
{
  int passed, total;

  accord_quarter_count_days (quarter, fiscal_start, holidays, as_of, &passed, &total);

  return accord_exact_new (passed, total);
}

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_int64_hash (&key->member) * 31 + g_int64_hash (&key->metric);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->member == right->member && left->metric == right->metric;
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_ptr_array_unref (found->targets);
  g_free (found);
}

static gboolean
concerns (AccordTargetFinder *self,
          AccordTarget       *target)
{
  AccordDate starts = accord_target_get_starts (target);

  if (accord_target_get_set_on (target) != ACCORD_DATE_NONE && accord_target_get_set_on (target) > self->as_of
      && accord_target_get_version (target) > 1)
    return FALSE;
  if (accord_target_get_grain (target) == ACCORD_GRAIN_YEAR)
    return starts == accord_plan_year_get_start (self->quarter.year, self->fiscal_start);

  return starts != ACCORD_DATE_NONE
         && accord_quarter_has_period (self->quarter, self->fiscal_start, starts, accord_target_get_grain (target));
}

static void
add_target (AccordTargetFinder *self,
            AccordTarget       *target)
{
  const Key key = { accord_target_get_member (target), accord_target_get_metric (target) };
  Found *found = g_hash_table_lookup (self->found, &key);

  if (found == NULL)
    {
      found = g_new0 (Found, 1);
      found->key = key;
      found->targets = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_add (self->found, found);
    }
  for (guint i = 0; i < found->targets->len; i++)
    {
      AccordTarget *other = g_ptr_array_index (found->targets, i);

      if (accord_target_get_starts (other) != accord_target_get_starts (target)
          || accord_target_get_grain (other) != accord_target_get_grain (target))
        continue;
      if (accord_target_get_version (target) > accord_target_get_version (other))
        g_set_object ((AccordTarget **) &found->targets->pdata[i], target);
      return;
    }
  g_ptr_array_add (found->targets, g_object_ref (target));
}

AccordTargetFinder *
accord_target_finder_new (GListModel   *targets,
                          AccordQuarter quarter,
                          int           fiscal_start,
                          const gint64  weights[4],
                          AccordDate    as_of)
{
  AccordTargetFinder *self = g_new0 (AccordTargetFinder, 1);

  self->quarter = quarter;
  self->fiscal_start = fiscal_start;
  self->as_of = as_of;
  self->found = g_hash_table_new_full (key_hash, key_equal, NULL, found_free);
  for (int i = 0; i < 4; i++)
    self->weights[i] = weights[i];
  for (guint i = 0; targets != NULL && i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) target = g_list_model_get_item (targets, i);

      if (concerns (self, target))
        add_target (self, target);
    }

  return self;
}

void
accord_target_finder_free (AccordTargetFinder *self)
{
  g_hash_table_unref (self->found);
  g_free (self);
}

/* The targets of one length, as one. FALSE where there is none. */
static gboolean
combine (AccordTargetFinder *self,
         const Found        *found,
         AccordGrain         grain,
         AccordRollUp        roll_up,
         gint64             *target,
         gint64             *upper)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) uppers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < found->targets->len; i++)
    {
      AccordTarget *one = g_ptr_array_index (found->targets, i);
      AccordDate starts = accord_target_get_starts (one);
      gint64 value = accord_target_get_value (one), edge = accord_target_get_upper (one);
      gint64 length;

      if (accord_target_get_grain (one) != grain || value == ACCORD_UNKNOWN)
        continue;
      length = accord_period_count_days (starts, grain, self->fiscal_start);
      g_array_append_val (values, value);
      g_array_append_val (uppers, edge);
      g_array_append_val (days, length);
    }
  if (values->len == 0)
    return FALSE;

  *target = accord_score_target_over_time (roll_up, (gint64 *) values->data, (gint64 *) days->data, values->len);
  *upper = accord_score_target_over_time (roll_up, (gint64 *) uppers->data, (gint64 *) days->data, values->len);

  return TRUE;
}

/* The quarter's part of what was set for the plan year. */
static gint64
split_year (AccordTargetFinder *self,
            gint64              value)
{
  gint64 parts[4];

  if (value == ACCORD_UNKNOWN)
    return value;
  accord_allocate (value, self->weights, 4, parts);

  return parts[self->quarter.quarter - 1];
}

gboolean
accord_target_finder_find (AccordTargetFinder *self,
                           gint64              member,
                           gint64              metric,
                           AccordRollUp        roll_up,
                           gint64             *target,
                           gint64             *upper)
{
  const Key key = { member, metric };
  const Found *found = g_hash_table_lookup (self->found, &key);

  *target = *upper = ACCORD_UNKNOWN;
  if (found == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (grains); i++)
    {
      if (combine (self, found, grains[i], roll_up, target, upper))
        return TRUE;
    }
  if (!combine (self, found, ACCORD_GRAIN_YEAR, roll_up, target, upper))
    return FALSE;
  if (roll_up == ACCORD_ROLL_UP_SUM)
    {
      *target = split_year (self, *target);
      *upper = split_year (self, *upper);
    }

  return TRUE;
}
