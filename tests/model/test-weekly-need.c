/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-rate.h"
#include "accord-weekly-need.h"

/* domain.md: 14 deals come of 35 opportunities, 70 first meetings, 200 outreach. */
/* Not begun: nothing is booked. */
static const AccordPlanBasis basis = { .decimals = 2, .weeks = ACCORD_UNKNOWN };

static AccordPlan *
make_plan (void)
{
  AccordPlan *plan = accord_plan_new ();

  accord_plan_set_amount (plan, 14 * 2500000);
  accord_plan_set_average_deal (plan, 2500000);
  accord_plan_set_win_rate (plan, 40 * (ACCORD_RATE_ONE / 100));
  accord_plan_set_meeting_rate (plan, 50 * (ACCORD_RATE_ONE / 100));
  accord_plan_set_outreach_rate (plan, 35 * (ACCORD_RATE_ONE / 100));
  accord_plan_set_weeks (plan, 40 * ACCORD_RATE_ONE);

  return plan;
}

static void
add_metric (GListStore *list,
            gint64      id,
            const char *name,
            AccordUnit  unit,
            gint64      territory)
{
  g_autoptr (AccordMetric) metric = accord_metric_new ();

  accord_record_set_id (ACCORD_RECORD (metric), id);
  accord_metric_set_name (metric, name);
  accord_metric_set_unit (metric, unit);
  accord_metric_set_territory (metric, territory);
  accord_metric_set_position (metric, id);
  g_list_store_append (list, metric);
}

static void
test_needs (void)
{
  g_autoptr (AccordPlan) plan = make_plan ();
  g_autoptr (GListStore) metrics = g_list_store_new (ACCORD_TYPE_METRIC);
  g_autoptr (AccordMetric) made = NULL;
  AccordWeeklyNeed needs[ACCORD_N_WEEKLY_NEEDS];

  add_metric (metrics, 1, "First meetings", ACCORD_UNIT_PERCENT, 0);
  add_metric (metrics, 2, "Outreach", ACCORD_UNIT_COUNT, 7);
  add_metric (metrics, 3, " outreach ", ACCORD_UNIT_COUNT, 0);
  g_assert_true (accord_weekly_need_list (plan, &basis, G_LIST_MODEL (metrics), needs));
  /* 200, 70 and 35 over 40 weeks: 5, 1.75 and 0.875, rounded up. */
  g_assert_cmpint (needs[ACCORD_WEEKLY_OUTREACH].per_week, ==, 5);
  g_assert_cmpint (needs[ACCORD_WEEKLY_MEETINGS].per_week, ==, 2);
  g_assert_cmpint (needs[ACCORD_WEEKLY_OPPORTUNITIES].per_week, ==, 1);
  g_assert_nonnull (needs[ACCORD_WEEKLY_OUTREACH].metric);
  g_assert_cmpint (accord_record_get_id (ACCORD_RECORD (needs[ACCORD_WEEKLY_OUTREACH].metric)), ==, 3);
  g_assert_null (needs[ACCORD_WEEKLY_MEETINGS].metric);

  made = accord_weekly_need_make_metric (ACCORD_WEEKLY_MEETINGS, G_LIST_MODEL (metrics));
  g_assert_cmpstr (accord_metric_get_name (made), ==, "First meetings");
  g_assert_cmpint (accord_metric_get_unit (made), ==, ACCORD_UNIT_COUNT);
  g_assert_cmpint (accord_metric_get_cadence (made), ==, ACCORD_GRAIN_WEEK);
  g_assert_cmpint (accord_metric_get_rollup (made), ==, ACCORD_ROLL_UP_SUM);
  g_assert_true (accord_metric_get_leading (made));
  g_assert_cmpint (accord_metric_get_position (made), >, 3);
  g_assert_true (accord_record_validate (made, NULL));

  accord_plan_set_weeks (plan, 0);
  g_assert_false (accord_weekly_need_list (plan, &basis, G_LIST_MODEL (metrics), needs));
  accord_plan_set_weeks (plan, 40 * ACCORD_RATE_ONE);
  accord_plan_set_outreach_rate (plan, ACCORD_UNKNOWN);
  g_assert_true (accord_weekly_need_list (plan, &basis, G_LIST_MODEL (metrics), needs));
  g_assert_cmpint (needs[ACCORD_WEEKLY_OUTREACH].per_week, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (needs[ACCORD_WEEKLY_MEETINGS].per_week, ==, 2);
  accord_plan_set_amount (plan, ACCORD_UNKNOWN);
  g_assert_false (accord_weekly_need_list (plan, &basis, G_LIST_MODEL (metrics), needs));
}

static void
store_all (GListStore *list,
           GPtrArray  *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    g_list_store_append (list, g_ptr_array_index (drafts, i));
}

static void
test_targets (void)
{
  const AccordDate today = accord_date_new (2026, 5, 18); /* in the second quarter */
  /* Seven, thirteen and ten weeks are left, and 101 to do in them: 23.57, 43.77 and 33.67. */
  const gint64 weeks[4] = { 0, 7 * ACCORD_RATE_ONE, 13 * ACCORD_RATE_ONE, 10 * ACCORD_RATE_ONE };
  AccordWeeklyNeed need = { .kind = ACCORD_WEEKLY_OUTREACH, .total = 101, .per_week = 4 };
  g_autoptr (GListStore) targets = g_list_store_new (ACCORD_TYPE_TARGET);
  g_autoptr (GPtrArray) drafts = NULL;
  AccordTarget *first;

  drafts = accord_weekly_need_make_targets (&need, 3, 8, 2026, 1, weeks, ACCORD_UNKNOWN, today, "why",
                                            G_LIST_MODEL (targets));
  g_assert_cmpuint (drafts->len, ==, 3);
  first = g_ptr_array_index (drafts, 0);
  g_assert_cmpint (accord_target_get_starts (first), ==, accord_date_new (2026, 4, 1));
  g_assert_cmpint (accord_target_get_grain (first), ==, ACCORD_GRAIN_QUARTER);
  /* The largest remainders get the two that are left over, and the three are what is to do, no more. */
  g_assert_cmpint (accord_target_get_value (first), ==, 23 * ACCORD_RATE_ONE);
  g_assert_cmpint (accord_target_get_value (g_ptr_array_index (drafts, 1)), ==, 44 * ACCORD_RATE_ONE);
  g_assert_cmpint (accord_target_get_value (g_ptr_array_index (drafts, 2)), ==, 34 * ACCORD_RATE_ONE);
  g_assert_cmpint (accord_target_get_member (first), ==, 8);
  g_assert_cmpint (accord_target_get_metric (first), ==, 3);
  g_assert_cmpint (accord_target_get_version (first), ==, 1);
  g_assert_cmpint (accord_target_get_set_on (first), ==, today);
  g_assert_cmpstr (accord_target_get_reason (first), ==, "why");
  store_all (targets, drafts);
  g_ptr_array_unref (drafts);

  /* What stands already is left alone; another number is another version, somebody else's a first one. */
  drafts = accord_weekly_need_make_targets (&need, 3, 8, 2026, 1, weeks, ACCORD_UNKNOWN, today, "",
                                            G_LIST_MODEL (targets));
  g_assert_cmpuint (drafts->len, ==, 0);
  g_ptr_array_unref (drafts);
  need.total = 120;
  drafts = accord_weekly_need_make_targets (&need, 3, 8, 2026, 1, weeks, ACCORD_UNKNOWN, today, "",
                                            G_LIST_MODEL (targets));
  g_assert_cmpuint (drafts->len, ==, 3);
  g_assert_cmpint (accord_target_get_version (g_ptr_array_index (drafts, 2)), ==, 2);
  store_all (targets, drafts);
  g_ptr_array_unref (drafts);
  need.total = 101;
  drafts = accord_weekly_need_make_targets (&need, 3, 8, 2026, 1, weeks, ACCORD_UNKNOWN, today, "",
                                            G_LIST_MODEL (targets));
  g_assert_cmpint (accord_target_get_version (g_ptr_array_index (drafts, 0)), ==, 3);
  g_ptr_array_unref (drafts);
  drafts = accord_weekly_need_make_targets (&need, 3, 9, 2026, 1, weeks, ACCORD_UNKNOWN, today, "",
                                            G_LIST_MODEL (targets));
  g_assert_cmpint (accord_target_get_version (g_ptr_array_index (drafts, 0)), ==, 1);
  g_ptr_array_unref (drafts);

  /* Twelve and a half done already: the running quarter asks for them too. */
  drafts = accord_weekly_need_make_targets (&need, 3, 9, 2026, 1, weeks, 25 * (ACCORD_RATE_ONE / 2), today, "",
                                            G_LIST_MODEL (targets));
  g_assert_cmpint (accord_target_get_value (g_ptr_array_index (drafts, 0)), ==, 71 * (ACCORD_RATE_ONE / 2));
  g_assert_cmpint (accord_target_get_value (g_ptr_array_index (drafts, 1)), ==, 44 * ACCORD_RATE_ONE);
  g_ptr_array_unref (drafts);

  need.total = ACCORD_UNKNOWN;
  drafts = accord_weekly_need_make_targets (&need, 3, 8, 2026, 1, weeks, ACCORD_UNKNOWN, today, "",
                                            G_LIST_MODEL (targets));
  g_assert_cmpuint (drafts->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/weekly-need/needs", test_needs);
  g_test_add_func ("/weekly-need/targets", test_targets);

  return g_test_run ();
}
