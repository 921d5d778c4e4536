/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-weekly-need.h"

#include "accord-allocation.h"
#include "accord-name.h"
#include "accord-rate.h"

#include <glib/gi18n.h>

static const char *const need_names[ACCORD_N_WEEKLY_NEEDS] = {
  [ACCORD_WEEKLY_OUTREACH] = N_("Outreach"),
  [ACCORD_WEEKLY_MEETINGS] = N_("First meetings"),
  [ACCORD_WEEKLY_OPPORTUNITIES] = N_("Opportunities opened"),
};

AccordMetric *
accord_weekly_need_find_metric (AccordWeeklyNeedKind  kind,
                                GListModel           *metrics)
{
  for (guint i = 0; i < g_list_model_get_n_items (metrics); i++)
    {
      /* The list holds it. */
      g_autoptr (AccordMetric) metric = g_list_model_get_item (metrics, i);
      const char *name = accord_metric_get_name (metric);

      if (accord_metric_get_unit (metric) == ACCORD_UNIT_COUNT && accord_metric_get_territory (metric) == 0
          && (accord_name_equal (name, need_names[kind]) || accord_name_equal (name, _(need_names[kind]))))
        return metric;
    }

  return NULL;
}

/* Rounded up: a tenth of a call is a call. */
static gint64
per_week (gint64     total,
          AccordRate weeks)
{
  if (total == ACCORD_UNKNOWN || weeks == ACCORD_UNKNOWN || weeks <= 0 || total > G_MAXINT64 / ACCORD_RATE_ONE)
    return ACCORD_UNKNOWN;

  return total * ACCORD_RATE_ONE / weeks + (total * ACCORD_RATE_ONE % weeks != 0);
}

gboolean
accord_weekly_need_list (AccordPlan            *plan,
                         const AccordPlanBasis *basis,
                         GListModel            *metrics,
                         AccordWeeklyNeed       needs[ACCORD_N_WEEKLY_NEEDS])
{
  gint64 amount = accord_plan_get_amount (plan);
  AccordRate weeks = accord_plan_get_weeks_left (plan, basis);
  AccordFunnel funnel = { .opportunities = ACCORD_UNKNOWN, .meetings = ACCORD_UNKNOWN, .outreach = ACCORD_UNKNOWN };
  gboolean any = FALSE;

  if (amount != ACCORD_UNKNOWN && amount > 0)
    accord_plan_compute_work (plan, basis, amount, &funnel, NULL);
  needs[ACCORD_WEEKLY_OUTREACH].total = funnel.outreach;
  needs[ACCORD_WEEKLY_MEETINGS].total = funnel.meetings;
  needs[ACCORD_WEEKLY_OPPORTUNITIES].total = funnel.opportunities;
  for (int kind = 0; kind < ACCORD_N_WEEKLY_NEEDS; kind++)
    {
      needs[kind].kind = kind;
      needs[kind].per_week = per_week (needs[kind].total, weeks);
      needs[kind].metric = accord_weekly_need_find_metric (kind, metrics);
      any = any || needs[kind].per_week != ACCORD_UNKNOWN;
    }

  return any;
}

const char *
accord_weekly_need_get_name (AccordWeeklyNeedKind kind)
{
  g_return_val_if_fail (kind < ACCORD_N_WEEKLY_NEEDS, "");

  return _(need_names[kind]);
}

AccordMetric *
accord_weekly_need_make_metric (AccordWeeklyNeedKind kind,
                                GListModel          *metrics)
{
  AccordMetric *metric = accord_metric_new ();
  gint64 position = 0;

  for (guint i = 0; i < g_list_model_get_n_items (metrics); i++)
    {
      g_autoptr (AccordMetric) other = g_list_model_get_item (metrics, i);

      position = MAX (position, accord_metric_get_position (other));
    }
  accord_metric_set_name (metric, accord_weekly_need_get_name (kind));
  accord_metric_set_unit (metric, ACCORD_UNIT_COUNT);
  accord_metric_set_direction (metric, ACCORD_DIRECTION_HIGHER);
  accord_metric_set_cadence (metric, ACCORD_GRAIN_WEEK);
  accord_metric_set_rollup (metric, ACCORD_ROLL_UP_SUM);
  accord_metric_set_leading (metric, TRUE);
  accord_metric_set_position (metric, position + 1 + kind);

  return metric;
}

char *
accord_weekly_need_dup_reason (AccordCommitment *commitment)
{
  g_autofree char *day = accord_date_format (accord_commitment_get_committed_on (commitment));

  /* Translators: why a target was set; %1 is a date, %2 counts the versions of a commitment. */
  return g_strdup_printf (_("From the promise of %1$s, version %2$d"), day,
                          (int) accord_commitment_get_version (commitment));
}

/* The version of a quarter's target that stands; borrowed from the list. */
static AccordTarget *
find_target (GListModel *targets,
             gint64      metric,
             gint64      member,
             AccordDate  starts)
{
  AccordTarget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) target = g_list_model_get_item (targets, i);

      if (accord_target_get_metric (target) == metric && accord_target_get_member (target) == member
          && accord_target_get_starts (target) == starts && accord_target_get_grain (target) == ACCORD_GRAIN_QUARTER
          && (found == NULL || accord_target_get_version (target) > accord_target_get_version (found)))
        found = target;
    }

  return found;
}

GPtrArray *
accord_weekly_need_make_targets (const AccordWeeklyNeed *need,
                                 gint64                  metric,
                                 gint64                  member,
                                 int                     year,
                                 int                     fiscal_start,
                                 const gint64            weeks[4],
                                 gint64                  so_far,
                                 AccordDate              today,
                                 const char             *reason,
                                 GListModel             *targets)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 parts[4];

  if (need->total == ACCORD_UNKNOWN || need->total < 0 || need->total > G_MAXINT64 / ACCORD_RATE_ONE / 2
      || weeks[0] + weeks[1] + weeks[2] + weeks[3] <= 0)
    return drafts;

  accord_allocate (need->total, weeks, 4, parts);
  for (int number = 1; number <= 4; number++)
    {
      AccordQuarter quarter = { year, number };
      AccordDate starts = accord_quarter_get_start (quarter, fiscal_start);
      gint64 done = starts <= today && so_far != ACCORD_UNKNOWN ? so_far : 0;
      gint64 value = parts[number - 1] * ACCORD_RATE_ONE + done;
      AccordTarget *stands = find_target (targets, metric, member, starts);
      AccordTarget *draft;

      if (accord_quarter_get_end (quarter, fiscal_start) < today
          || (stands != NULL && accord_target_get_value (stands) == value))
        continue;
      draft = accord_target_new ();
      accord_target_set_member (draft, member);
      accord_target_set_metric (draft, metric);
      accord_target_set_starts (draft, starts);
      accord_target_set_grain (draft, ACCORD_GRAIN_QUARTER);
      accord_target_set_value (draft, value);
      accord_target_set_version (draft, stands != NULL ? accord_target_get_version (stands) + 1 : 1);
      accord_target_set_set_on (draft, today);
      accord_target_set_reason (draft, reason);
      g_ptr_array_add (drafts, draft);
    }

  return drafts;
}
