/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-actual-totals.h"

#include "accord-actuals-private.h"
#include "accord-score-period.h"
#include "accord-score.h"
#include "accord-workspace-private.h"

#include <string.h>

/* A week counts by its Thursday: one that begins up to three days before the quarter may belong to it. */
#define DAYS_TO_THURSDAY 3

/* The results are as of today, what is said of patterns as of last Sunday: neither takes the other's place. */
#define N_KEPT 2

/* What was added up once, and what it was made of. */
typedef struct
{
  GArray *totals;
  GArray *rules;
  AccordDate first;
  AccordDate last;
  AccordDate as_of;
  gint64 data_version;
  guint64 written;
} Kept;

/* Adding up, value after value, in order of member, metric and time. */
typedef struct
{
  GArray *rules;
  AccordDate first;
  AccordDate last;
  AccordDate as_of;
  int fiscal_start;

  gint64 member; /* whose values come in, and of what; 0: nobody's yet */
  gint64 metric;
  const AccordActualRule *rule; /* NULL: what nobody asked for */
  GArray *values;
  GArray *days;
  AccordDate last_day;
  GArray *totals;
} Adding;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_array_unref (kept->totals);
  g_array_unref (kept->rules);
  g_free (kept);
}

/* What is kept for the workspace, the last that was asked for first. Borrowed. */
static GPtrArray *
get_all_kept (AccordWorkspace *workspace)
{
  static const char key[] = "accord-actual-totals";
  GPtrArray *all = g_object_get_data (G_OBJECT (workspace), key);

  if (all == NULL)
    {
      all = g_ptr_array_new_with_free_func (kept_free);
      g_object_set_data_full (G_OBJECT (workspace), key, all, (GDestroyNotify) g_ptr_array_unref);
    }

  return all;
}

static const AccordActualRule *
find_rule (GArray *rules,
           gint64  metric)
{
  for (guint i = 0; i < rules->len; i++)
    if (g_array_index (rules, AccordActualRule, i).metric == metric)
      return &g_array_index (rules, AccordActualRule, i);

  return NULL;
}

static void
end_group (Adding *adding)
{
  AccordActualTotal total = { adding->member, adding->metric, ACCORD_UNKNOWN, adding->last_day };

  if (adding->values->len == 0)
    return;

  total.actual = accord_score_over_time (adding->rule->roll_up, (const gint64 *) adding->values->data,
                                         (const gint64 *) adding->days->data, adding->values->len);
  g_array_append_val (adding->totals, total);
  g_array_set_size (adding->values, 0);
  g_array_set_size (adding->days, 0);
}

static void
add_actual (const AccordActual *actual,
            gpointer            user_data)
{
  Adding *adding = user_data;
  gint64 days;

  if (actual->member != adding->member || actual->metric != adding->metric)
    {
      end_group (adding);
      adding->member = actual->member;
      adding->metric = actual->metric;
      adding->rule = find_rule (adding->rules, actual->metric);
    }
  if (adding->rule == NULL || (adding->rule->imported_only && actual->source != ACCORD_SOURCE_IMPORTED)
      || actual->starts > adding->as_of
      || !accord_span_has_period (adding->first, adding->last, actual->starts, actual->grain))
    return;

  days = accord_period_count_days (actual->starts, actual->grain, adding->fiscal_start);
  g_array_append_val (adding->values, actual->value);
  g_array_append_val (adding->days, days);
  adding->last_day = actual->starts;
}

static GArray *
add_up (AccordWorkspace *workspace,
        GArray          *rules,
        AccordDate       first,
        AccordDate       last,
        AccordDate       as_of,
        GError         **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (AccordActualTotal));
  Adding adding = {
    .rules = rules,
    .first = first,
    .last = last,
    .as_of = as_of,
    .fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace)),
    .values = values,
    .days = days,
    .totals = totals,
  };

  if (!accord_actuals_for_each (workspace, 0, 0, first - DAYS_TO_THURSDAY, last, add_actual, &adding, error))
    return NULL;
  end_group (&adding);

  return g_steal_pointer (&totals);
}

static gboolean
is_of (const Kept *kept,
       GArray     *rules,
       AccordDate  first,
       AccordDate  last,
       AccordDate  as_of)
{
  if (kept->first != first || kept->last != last || kept->as_of != as_of || kept->rules->len != rules->len)
    return FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      const AccordActualRule *rule = &g_array_index (rules, AccordActualRule, i);
      const AccordActualRule *other = &g_array_index (kept->rules, AccordActualRule, i);

      if (rule->metric != other->metric || rule->roll_up != other->roll_up || rule->imported_only != other->imported_only)
        return FALSE;
    }

  return TRUE;
}

/* Drops what is of another state of the file, and gives what was asked for before; NULL where there is none. */
static Kept *
find_kept (GPtrArray *all,
           GArray    *rules,
           AccordDate first,
           AccordDate last,
           AccordDate as_of,
           gint64     data_version,
           guint64    written)
{
  Kept *found = NULL;

  for (guint i = all->len; i > 0; i--)
    {
      Kept *kept = all->pdata[i - 1];

      if (kept->data_version != data_version || kept->written != written)
        g_ptr_array_remove_index (all, i - 1);
      else if (is_of (kept, rules, first, last, as_of))
        found = g_ptr_array_steal_index (all, i - 1);
    }
  if (found != NULL)
    g_ptr_array_insert (all, 0, found);

  return found;
}

GArray *
accord_actuals_total (AccordWorkspace *workspace,
                      GArray          *rules,
                      AccordDate       first,
                      AccordDate       last,
                      AccordDate       as_of,
                      GError         **error)
{
  AccordDatabase *database;
  GPtrArray *all;
  Kept *kept;
  GArray *totals;
  gint64 version = 0;
  guint64 written;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace) && rules != NULL, NULL);

  database = accord_workspace_get_database (workspace);
  written = accord_database_get_actuals_written (database);
  /* Before they are read: what is written meanwhile makes them old. */
  if (!accord_database_read_integer (database, "PRAGMA data_version", &version, error))
    return NULL;
  all = get_all_kept (workspace);
  kept = find_kept (all, rules, first, last, as_of, version, written);
  if (kept != NULL)
    return g_array_ref (kept->totals);

  totals = add_up (workspace, rules, first, last, as_of, error);
  if (totals == NULL)
    return NULL;

  kept = g_new (Kept, 1);
  *kept = (Kept) { g_array_ref (totals), g_array_copy (rules), first, last, as_of, version, written };
  g_ptr_array_insert (all, 0, kept);
  g_ptr_array_set_size (all, MIN ((int) all->len, N_KEPT));

  return totals;
}
