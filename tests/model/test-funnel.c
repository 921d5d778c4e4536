/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-funnel.h"

#define MAJOR(amount) ((gint64) (amount) * 100)
#define PERCENT(share) ((AccordRate) (share) * (ACCORD_RATE_ONE / 100))

typedef struct
{
  AccordFunnelInput input;
  AccordPayPlan *plan;
} Fixture;

static void
set_up (Fixture    *fixture,
        const void *data)
{
  fixture->plan = accord_pay_plan_new_flat (PERCENT (5), NULL);
  accord_funnel_input_init (&fixture->input);
  fixture->input.income = MAJOR (100000);
  fixture->input.base = MAJOR (40000);
  fixture->input.plan = fixture->plan;
  fixture->input.average_deal = MAJOR (25000);
}

static void
tear_down (Fixture    *fixture,
           const void *data)
{
  accord_pay_plan_unref (fixture->plan);
}

static AccordFunnel
compute (const AccordFunnelInput *input)
{
  g_autoptr (GError) error = NULL;
  AccordFunnel funnel;

  accord_funnel_compute (input, &funnel, &error);
  g_assert_no_error (error);

  return funnel;
}

/* domain.md: income 100k, base 40k, flat 5 %, deal 25k: 48 deals; and cli.md's example. */
static void
test_income (Fixture    *fixture,
             const void *data)
{
  AccordFunnel funnel;

  fixture->input.win_rate = PERCENT (25);
  funnel = compute (&fixture->input);

  g_assert_cmpint (funnel.variable, ==, MAJOR (60000));
  g_assert_cmpint (funnel.bookings, ==, MAJOR (1200000));
  g_assert_cmpint (funnel.deals, ==, 48);
  g_assert_cmpint (funnel.opportunities, ==, 192);
  g_assert_cmpint (funnel.meetings, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (funnel.outreach, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (funnel.outreach_per_week, ==, ACCORD_UNKNOWN);
}

/* domain.md: 300k - 85k sure, 2,000 a deal: 108 deals. */
static void
test_a_deal (Fixture    *fixture,
             const void *data)
{
  AccordFunnel funnel;

  fixture->input.income = MAJOR (300000);
  fixture->input.base = MAJOR (60000);
  fixture->input.other_pay = MAJOR (25000);
  fixture->input.average_deal = MAJOR (40000);
  funnel = compute (&fixture->input);

  g_assert_cmpint (funnel.variable, ==, MAJOR (215000));
  g_assert_cmpint (funnel.deals, ==, 108);
}

/* domain.md: 14 deals, 35 opportunities, 70 meetings, 200 outreach, exactly. */
static void
test_ceilings (Fixture    *fixture,
               const void *data)
{
  AccordFunnel funnel;

  fixture->input.income = MAJOR (40000) + MAJOR (17500);
  fixture->input.win_rate = PERCENT (40);
  fixture->input.meeting_rate = PERCENT (50);
  fixture->input.outreach_rate = PERCENT (35);
  fixture->input.weeks = 26 * ACCORD_RATE_ONE;
  funnel = compute (&fixture->input);

  g_assert_cmpint (funnel.deals, ==, 14);
  g_assert_cmpint (funnel.opportunities, ==, 35);
  g_assert_cmpint (funnel.meetings, ==, 70);
  g_assert_cmpint (funnel.outreach, ==, 200);
  g_assert_cmpint (funnel.outreach_per_week, ==, 7692307692);
}

/* The ceiling is of the exact bookings: a third of a cent over a whole number of deals is another deal. */
static void
test_exact_bookings (Fixture    *fixture,
                     const void *data)
{
  g_autoptr (AccordPayPlan) plan = accord_pay_plan_new_flat (PERCENT (3), NULL);
  AccordFunnel funnel;

  fixture->input.plan = plan;
  fixture->input.income = 1;
  fixture->input.base = 0;
  fixture->input.average_deal = 33;
  funnel = compute (&fixture->input);
  g_assert_cmpint (funnel.bookings, ==, 33);
  g_assert_cmpint (funnel.deals, ==, 2);
}

static void
test_nothing_needed (Fixture    *fixture,
                     const void *data)
{
  AccordFunnel funnel;

  fixture->input.other_pay = MAJOR (70000);
  fixture->input.win_rate = PERCENT (25);
  funnel = compute (&fixture->input);

  g_assert_cmpint (funnel.variable, ==, 0);
  g_assert_cmpint (funnel.bookings, ==, 0);
  g_assert_cmpint (funnel.deals, ==, 0);
  g_assert_cmpint (funnel.opportunities, ==, 0);
}

static void
test_unknown (Fixture    *fixture,
              const void *data)
{
  AccordFunnel funnel;

  fixture->input.win_rate = 0;
  fixture->input.meeting_rate = PERCENT (50);
  funnel = compute (&fixture->input);
  g_assert_cmpint (funnel.deals, ==, 48);
  g_assert_cmpint (funnel.opportunities, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (funnel.meetings, ==, ACCORD_UNKNOWN);

  fixture->input.average_deal = 0;
  funnel = compute (&fixture->input);
  g_assert_cmpint (funnel.bookings, ==, MAJOR (1200000));
  g_assert_cmpint (funnel.deals, ==, ACCORD_UNKNOWN);

  fixture->input.plan = NULL;
  funnel = compute (&fixture->input);
  g_assert_cmpint (funnel.variable, ==, MAJOR (60000));
  g_assert_cmpint (funnel.bookings, ==, ACCORD_UNKNOWN);

  fixture->input.income = ACCORD_UNKNOWN;
  funnel = compute (&fixture->input);
  g_assert_cmpint (funnel.variable, ==, ACCORD_UNKNOWN);
}

static void
assert_refused (const AccordFunnelInput *input,
                GQuark                   domain,
                int                      code)
{
  g_autoptr (GError) error = NULL;
  AccordFunnel funnel;

  g_assert_false (accord_funnel_compute (input, &funnel, &error));
  g_assert_error (error, domain, code);
}

static void
test_refused (Fixture    *fixture,
              const void *data)
{
  const AccordFunnelInput sound = fixture->input;
  const AccordPayTier tier = { 0, PERCENT (5) };
  g_autoptr (AccordPayPlan) capped = accord_pay_plan_new (ACCORD_PAY_KIND_FLAT, &tier, 1, 0, MAJOR (50000), NULL);
  AccordFunnel funnel;

  fixture->input.base = -1;
  assert_refused (&fixture->input, ACCORD_FUNNEL_ERROR, ACCORD_FUNNEL_ERROR_NEGATIVE);
  fixture->input = sound;
  fixture->input.income = ACCORD_MONEY_MAX + 1;
  assert_refused (&fixture->input, ACCORD_FUNNEL_ERROR, ACCORD_FUNNEL_ERROR_TOO_LARGE);
  fixture->input = sound;
  fixture->input.win_rate = ACCORD_RATE_ONE + 1;
  assert_refused (&fixture->input, ACCORD_FUNNEL_ERROR, ACCORD_FUNNEL_ERROR_RATE);
  fixture->input.win_rate = 1;
  fixture->input.meeting_rate = 1;
  assert_refused (&fixture->input, ACCORD_FUNNEL_ERROR, ACCORD_FUNNEL_ERROR_TOO_LARGE);

  fixture->input = sound;
  fixture->input.plan = capped;
  assert_refused (&fixture->input, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_IMPOSSIBLE);
  g_assert_false (accord_funnel_compute (&fixture->input, &funnel, NULL));
  g_assert_cmpint (funnel.variable, ==, MAJOR (60000));
  g_assert_cmpint (funnel.gap, ==, MAJOR (10000));
  g_assert_cmpint (funnel.bookings, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (funnel.deals, ==, ACCORD_UNKNOWN);
}

static void
test_sensitivity (Fixture    *fixture,
                  const void *data)
{
  AccordFunnelSensitivity sensitivity;

  fixture->input.win_rate = PERCENT (24);
  fixture->input.meeting_rate = PERCENT (50);
  fixture->input.outreach_rate = PERCENT (20);
  fixture->input.weeks = 20 * ACCORD_RATE_ONE;
  accord_funnel_get_sensitivity (&fixture->input, &sensitivity);

  /* 48 deals, 200 opportunities, 400 meetings, 2000 outreach, 100 a week. At 25 %: 192, 384, 1920, 96 a week. */
  g_assert_cmpint (sensitivity.win_rate_point, ==, 4 * ACCORD_RATE_ONE);
  /* 27,500 a deal: 44 deals, 184 opportunities (183.3), 368, 1840, 92 a week. */
  g_assert_cmpint (sensitivity.deal_tenth, ==, 8 * ACCORD_RATE_ONE);
  /* 2000 in 21 weeks: 95.238095238. */
  g_assert_cmpint (sensitivity.cycle_week, ==, 4761904762);

  fixture->input.weeks = ACCORD_UNKNOWN;
  accord_funnel_get_sensitivity (&fixture->input, &sensitivity);
  g_assert_cmpint (sensitivity.win_rate_point, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (sensitivity.cycle_week, ==, ACCORD_UNKNOWN);
}

static void
test_record (void)
{
  const gint64 quarters[] = { 300, ACCORD_UNKNOWN, 100, 400, 200 };
  const AccordDate end = accord_date_new (2026, 12, 31);

  g_assert_cmpint (accord_funnel_last_useful_day (end, 45 * ACCORD_RATE_ONE), ==, accord_date_new (2026, 11, 16));
  g_assert_cmpint (accord_funnel_last_useful_day (end, 44 * ACCORD_RATE_ONE + 1), ==, accord_date_new (2026, 11, 16));
  g_assert_cmpint (accord_funnel_last_useful_day (end, ACCORD_UNKNOWN), ==, ACCORD_DATE_NONE);
  g_assert_cmpint (accord_record_best (quarters, 5), ==, 400);
  g_assert_cmpint (accord_record_median (quarters, 5), ==, 250);
  g_assert_cmpint (accord_record_median (quarters, 3), ==, 200);
  g_assert_cmpint (accord_record_median (quarters + 1, 1), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_record_best (NULL, 0), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_funnel_feasibility (840, 400), ==, 2100000000);
  g_assert_cmpint (accord_funnel_feasibility (840, 0), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_funnel_feasibility (840, ACCORD_UNKNOWN), ==, ACCORD_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/funnel/income", test_income);
  ADD ("/funnel/a-deal", test_a_deal);
  ADD ("/funnel/ceilings", test_ceilings);
  ADD ("/funnel/exact-bookings", test_exact_bookings);
  ADD ("/funnel/nothing-needed", test_nothing_needed);
  ADD ("/funnel/unknown", test_unknown);
  ADD ("/funnel/refused", test_refused);
  ADD ("/funnel/sensitivity", test_sensitivity);
  g_test_add_func ("/funnel/record", test_record);

  return g_test_run ();
}
