/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-figures.h"
#include "accord-quota.h"

static const AccordPlanBasis basis = { .decimals = 2, .weeks = ACCORD_UNKNOWN };

static AccordPlan *
plan_new (void)
{
  AccordPlan *plan = accord_plan_new ();

  accord_plan_set_member (plan, 1);
  accord_plan_set_year (plan, 2027);

  return plan;
}

/* domain.md: income 100k, base 40k, flat 5 %, deal 25k: 48 deals. */
static void
test_funnel (void)
{
  g_autoptr (AccordPlan) plan = plan_new ();
  g_autoptr (GError) error = NULL;
  AccordFunnel funnel;

  g_assert_true (accord_plan_compute_funnel (plan, &basis, &funnel, NULL));
  g_assert_cmpint (funnel.variable, ==, ACCORD_UNKNOWN);

  accord_plan_set_income_goal (plan, 10000000);
  accord_plan_set_base (plan, 4000000);
  g_assert_true (accord_plan_compute_funnel (plan, &basis, &funnel, NULL));
  g_assert_cmpint (funnel.variable, ==, 6000000);
  g_assert_cmpint (funnel.bookings, ==, ACCORD_UNKNOWN);

  accord_plan_set_pay_tiers (plan, "0:0.05");
  accord_plan_set_average_deal (plan, 2500000);
  g_assert_true (accord_plan_compute_funnel (plan, &basis, &funnel, &error));
  g_assert_no_error (error);
  g_assert_cmpint (funnel.bookings, ==, 120000000);
  g_assert_cmpint (funnel.deals, ==, 48);
  g_assert_cmpint (funnel.opportunities, ==, ACCORD_UNKNOWN);

  /* A cap of 50,000 leaves 10,000 that no bookings pay. */
  accord_plan_set_pay_cap (plan, 5000000);
  g_assert_false (accord_plan_compute_funnel (plan, &basis, &funnel, &error));
  g_assert_error (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_IMPOSSIBLE);
  g_assert_cmpint (funnel.gap, ==, 1000000);
  g_clear_error (&error);

  accord_plan_set_pay_tiers (plan, "0:0.05,10:nonsense");
  g_assert_false (accord_plan_compute_funnel (plan, &basis, &funnel, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (funnel.variable, ==, 6000000);
}

/* domain.md: 14 deals, 35 opportunities, 70 meetings, 200 outreach. */
static void
test_work (void)
{
  g_autoptr (AccordPlan) plan = plan_new ();
  AccordFunnel funnel;

  accord_plan_set_average_deal (plan, 2500000);
  accord_plan_set_win_rate (plan, 400000000);
  accord_plan_set_meeting_rate (plan, 500000000);
  accord_plan_set_outreach_rate (plan, 350000000);
  accord_plan_set_weeks (plan, 40 * ACCORD_RATE_ONE);
  g_assert_true (accord_plan_compute_work (plan, &basis, 35000000, &funnel, NULL));
  g_assert_cmpint (funnel.variable, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (funnel.bookings, ==, 35000000);
  g_assert_cmpint (funnel.deals, ==, 14);
  g_assert_cmpint (funnel.opportunities, ==, 35);
  g_assert_cmpint (funnel.meetings, ==, 70);
  g_assert_cmpint (funnel.outreach, ==, 200);
  g_assert_cmpint (funnel.outreach_per_week, ==, 5 * ACCORD_RATE_ONE);
}

/* The plan year that is running: 350,000 asked, 100,000 booked, ten weeks left by the calendar. */
static void
test_running_year (void)
{
  const AccordPlanBasis running = { .decimals = 2, .booked = 10000000, .weeks = 10 * ACCORD_RATE_ONE };
  const AccordPlanBasis beyond = { .decimals = 2, .booked = 40000000, .weeks = 10 * ACCORD_RATE_ONE };
  const AccordPlanBasis over = { .decimals = 2, .booked = 10000000, .weeks = 0 };
  g_autoptr (AccordPlan) plan = plan_new ();
  AccordFunnel funnel;

  accord_plan_set_average_deal (plan, 2500000);
  accord_plan_set_win_rate (plan, 500000000);
  accord_plan_set_meeting_rate (plan, 500000000);
  accord_plan_set_outreach_rate (plan, 250000000);
  g_assert_true (accord_plan_compute_work (plan, &running, 35000000, &funnel, NULL));
  g_assert_cmpint (funnel.bookings, ==, 35000000);
  g_assert_cmpint (funnel.remaining, ==, 25000000);
  g_assert_cmpint (funnel.deals, ==, 10);
  g_assert_cmpint (funnel.outreach, ==, 160);
  g_assert_cmpint (funnel.outreach_per_week, ==, 16 * ACCORD_RATE_ONE);
  /* A number of weeks that somebody typed stands. */
  accord_plan_set_weeks (plan, 8 * ACCORD_RATE_ONE);
  g_assert_true (accord_plan_compute_work (plan, &running, 35000000, &funnel, NULL));
  g_assert_cmpint (funnel.outreach_per_week, ==, 20 * ACCORD_RATE_ONE);
  accord_plan_set_weeks (plan, ACCORD_UNKNOWN);

  g_assert_true (accord_plan_compute_work (plan, &beyond, 35000000, &funnel, NULL));
  g_assert_cmpint (funnel.remaining, ==, 0);
  g_assert_cmpint (funnel.outreach_per_week, ==, 0);

  g_assert_true (accord_plan_compute_work (plan, &over, 35000000, &funnel, NULL));
  g_assert_cmpint (funnel.outreach_per_week, ==, ACCORD_UNKNOWN);
}

/* Terms that many share: shares are of each one's own quota. */
static void
test_pay_terms (void)
{
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_PAY_TERMS);
  g_autoptr (AccordPayTerms) terms = accord_pay_terms_new ();
  g_autoptr (AccordPlan) plan = plan_new ();
  AccordPlanBasis shared = { .decimals = 2, .pay_terms = G_LIST_MODEL (list) };
  AccordFunnel funnel;
  g_autoptr (GError) error = NULL;

  accord_record_set_id (ACCORD_RECORD (terms), 7);
  accord_pay_terms_set_pay_kind (terms, ACCORD_PAY_KIND_MARGINAL);
  accord_pay_terms_set_pay_tiers (terms, "0:0.06,100%:0.08");
  g_list_store_append (list, terms);
  accord_plan_set_pay_tiers (plan, "0:0.01");
  g_assert_cmpint (accord_plan_income_for (plan, &shared, 11000000), ==, 110000);
  accord_plan_set_pay_terms (plan, 7);
  g_assert_true (accord_plan_find_pay_terms (plan, shared.pay_terms) == terms);
  g_assert_cmpint (accord_plan_income_for (plan, &shared, 11000000), ==, ACCORD_UNKNOWN);
  accord_plan_set_income_goal (plan, 680000);
  g_assert_false (accord_plan_compute_funnel (plan, &shared, &funnel, &error));
  g_assert_error (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_NO_QUOTA);
  accord_plan_set_quota (plan, 10000000);
  g_assert_cmpint (accord_plan_income_for (plan, &shared, 11000000), ==, 680000);
  g_assert_true (accord_plan_compute_funnel (plan, &shared, &funnel, NULL));
  g_assert_cmpint (funnel.bookings, ==, 11000000);
  accord_pay_terms_set_pay_kind (terms, ACCORD_PAY_KIND_CLIFF);
  g_assert_cmpint (accord_plan_income_for (plan, &shared, 11000000), ==, 880000);
  accord_pay_terms_set_pay_cap (terms, 700000);
  g_assert_cmpint (accord_plan_income_for (plan, &shared, 11000000), ==, 700000);
}

/* domain.md: marginal 5 % to 100k, 7 % above, 180,000 pays 10,600; quota 100k, 6 % and 8 % above, 110,000: 6,800 and
 * 8,800. */
static void
test_income (void)
{
  static const struct
  {
    AccordPayKind kind;
    const char *tiers;
    gint64 bookings;
    gint64 base;
    gint64 income;
  } cases[] = {
    { ACCORD_PAY_KIND_MARGINAL, "0:0.05,100000:0.07", 18000000, ACCORD_UNKNOWN, 1060000 },
    { ACCORD_PAY_KIND_MARGINAL, "0:0.06,100000:0.08", 11000000, 4000000, 4680000 },
    { ACCORD_PAY_KIND_CLIFF, "0:0.06,100000:0.08", 11000000, 4000000, 4880000 },
    { ACCORD_PAY_KIND_FLAT, "", 11000000, 4000000, ACCORD_UNKNOWN },
    { ACCORD_PAY_KIND_FLAT, "0:0.05", ACCORD_UNKNOWN, 4000000, ACCORD_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordPlan) plan = plan_new ();

      accord_plan_set_pay_kind (plan, cases[i].kind);
      accord_plan_set_pay_tiers (plan, cases[i].tiers);
      accord_plan_set_base (plan, cases[i].base);
      g_assert_cmpint (accord_plan_income_for (plan, &basis, cases[i].bookings), ==, cases[i].income);
    }
}

static void
test_stretch (void)
{
  g_assert_cmpint (accord_stretch (120, 100), ==, 20);
  g_assert_cmpint (accord_stretch (100, 100), ==, 0);
  g_assert_cmpint (accord_stretch (80, 100), ==, 0);
  g_assert_cmpint (accord_stretch (ACCORD_UNKNOWN, 100), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_stretch (80, ACCORD_UNKNOWN), ==, ACCORD_UNKNOWN);
}

static void
add_quota (GListStore *quotas,
           gint64      member,
           AccordDate  starts,
           gint64      amount)
{
  g_autoptr (AccordQuota) quota = accord_quota_new ();

  accord_quota_set_member (quota, member);
  accord_quota_set_starts (quota, starts);
  accord_quota_set_amount (quota, amount);
  g_list_store_append (quotas, quota);
}

static void
test_quota_sum (void)
{
  g_autoptr (GListStore) quotas = g_list_store_new (ACCORD_TYPE_QUOTA);
  AccordDate first = accord_date_new (2026, 7, 1), last = accord_date_new (2027, 6, 30);

  g_assert_cmpint (accord_quota_sum (G_LIST_MODEL (quotas), 1, first, last), ==, ACCORD_UNKNOWN);
  add_quota (quotas, 1, accord_date_new (2026, 6, 30), 1);
  add_quota (quotas, 1, first, 10);
  add_quota (quotas, 2, first, 100);
  add_quota (quotas, 1, last, 1000);
  add_quota (quotas, 1, accord_date_new (2027, 7, 1), 10000);
  add_quota (quotas, 1, accord_date_new (2026, 10, 1), ACCORD_UNKNOWN);
  g_assert_cmpint (accord_quota_sum (G_LIST_MODEL (quotas), 1, first, last), ==, 1010);
  g_assert_cmpint (accord_quota_sum (G_LIST_MODEL (quotas), 0, first, last), ==, 1110);
  g_assert_cmpint (accord_quota_sum (G_LIST_MODEL (quotas), 3, first, last), ==, ACCORD_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-figures/funnel", test_funnel);
  g_test_add_func ("/plan-figures/work", test_work);
  g_test_add_func ("/plan-figures/running-year", test_running_year);
  g_test_add_func ("/plan-figures/pay-terms", test_pay_terms);
  g_test_add_func ("/plan-figures/income", test_income);
  g_test_add_func ("/plan-figures/stretch", test_stretch);
  g_test_add_func ("/plan-figures/quota-sum", test_quota_sum);

  return g_test_run ();
}
