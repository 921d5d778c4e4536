/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-holiday.h"
#include "accord-score-period.h"
#include "accord-target.h"

#define U ACCORD_UNKNOWN
#define D(year, month, day) accord_date_new ((year), (month), (day))

static const AccordQuarter q4 = { 2026, 4 };
static const gint64 even[4] = { 1, 1, 1, 1 };

static void
test_periods (void)
{
  static const struct
  {
    int year, month, day;
    AccordGrain grain;
    int fiscal_start;
    gboolean counts;
  } cases[] = {
    { 2026, 10, 1, ACCORD_GRAIN_DAY, 1, TRUE },      { 2026, 9, 30, ACCORD_GRAIN_DAY, 1, FALSE },
    { 2026, 12, 31, ACCORD_GRAIN_DAY, 1, TRUE },     { 2027, 1, 1, ACCORD_GRAIN_DAY, 1, FALSE },
    { 2026, 9, 28, ACCORD_GRAIN_WEEK, 1, TRUE },  /* its Thursday is 1 October */
    { 2026, 12, 28, ACCORD_GRAIN_WEEK, 1, TRUE }, /* 31 December */
    { 2025, 9, 29, ACCORD_GRAIN_WEEK, 1, FALSE },    { 2026, 10, 1, ACCORD_GRAIN_MONTH, 1, TRUE },
    { 2026, 9, 1, ACCORD_GRAIN_MONTH, 1, FALSE },    { 2026, 10, 1, ACCORD_GRAIN_QUARTER, 1, TRUE },
    { 2026, 1, 1, ACCORD_GRAIN_YEAR, 1, FALSE },     { 2026, 4, 1, ACCORD_GRAIN_MONTH, 7, TRUE },
    { 2026, 10, 1, ACCORD_GRAIN_MONTH, 7, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (accord_quarter_has_period (q4, cases[i].fiscal_start,
                                                D (cases[i].year, cases[i].month, cases[i].day), cases[i].grain),
                     ==, cases[i].counts);
}

static void
test_elapsed (void)
{
  g_autoptr (GListStore) holidays = g_list_store_new (ACCORD_TYPE_HOLIDAY);
  g_autoptr (AccordHoliday) holiday = accord_holiday_new ();
  AccordExact elapsed = accord_quarter_get_elapsed (q4, 1, NULL, D (2026, 10, 7));

  /* From Thursday 1 October: 66 working days, and five of them by the Wednesday after. */
  g_assert_cmpint ((gint64) elapsed.num, ==, 5);
  g_assert_cmpint (elapsed.den, ==, 66);
  elapsed = accord_quarter_get_elapsed (q4, 1, NULL, D (2026, 9, 30));
  g_assert_cmpint ((gint64) elapsed.num, ==, 0);
  elapsed = accord_quarter_get_elapsed (q4, 1, NULL, D (2027, 3, 1));
  g_assert_cmpint ((gint64) elapsed.num, ==, elapsed.den);

  accord_holiday_set_day (holiday, D (2026, 10, 6));
  g_list_store_append (holidays, holiday);
  elapsed = accord_quarter_get_elapsed (q4, 1, G_LIST_MODEL (holidays), D (2026, 10, 7));
  g_assert_cmpint ((gint64) elapsed.num, ==, 4);
  g_assert_cmpint (elapsed.den, ==, 65);
}

/* Holidays come in the order in which they were entered, and who imports a list beside another enters some twice. */
static void
test_days (void)
{
  static const struct
  {
    int month, day;
    int passed;
  } cases[] = {
    { 9, 30, 0 }, { 10, 7, 4 }, { 11, 18, 32 }, { 12, 25, 58 }, { 12, 31, 62 },
  };
  /* A Friday, a Tuesday, a Monday, the Tuesday again, and a Saturday. */
  const AccordDate days[]
    = { D (2026, 12, 25), D (2026, 10, 6), D (2026, 11, 2), D (2026, 10, 6), D (2026, 12, 26), D (2026, 11, 3) };
  g_autoptr (GListStore) holidays = g_list_store_new (ACCORD_TYPE_HOLIDAY);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (AccordHoliday) holiday = accord_holiday_new ();

      accord_holiday_set_day (holiday, days[i]);
      g_list_store_append (holidays, holiday);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int passed, total;

      accord_quarter_count_days (q4, 1, G_LIST_MODEL (holidays), D (2026, cases[i].month, cases[i].day), &passed, &total);
      g_assert_cmpint (passed, ==, cases[i].passed);
      g_assert_cmpint (total, ==, 62);
    }
}

static void
add (GListStore *targets,
     gint64      member,
     AccordDate  starts,
     AccordGrain grain,
     gint64      value,
     gint64      version,
     AccordDate  set_on)
{
  g_autoptr (AccordTarget) target = accord_target_new ();

  accord_target_set_member (target, member);
  accord_target_set_metric (target, 7);
  accord_target_set_starts (target, starts);
  accord_target_set_grain (target, grain);
  accord_target_set_value (target, value);
  accord_target_set_upper (target, U);
  accord_target_set_version (target, version);
  accord_target_set_set_on (target, set_on);
  g_list_store_append (targets, target);
}

static gint64
find (GListStore  *targets,
      gint64       member,
      AccordRollUp roll_up,
      AccordDate   as_of)
{
  const gint64 weights[4] = { 17, 23, 30, 30 };
  g_autoptr (AccordTargetFinder) finder = accord_target_finder_new (G_LIST_MODEL (targets), q4, 1, weights, as_of);
  gint64 target, upper;

  accord_target_finder_find (finder, member, 7, roll_up, &target, &upper);
  g_assert_cmpint (upper, ==, U);

  return target;
}

static void
test_targets (void)
{
  g_autoptr (GListStore) targets = g_list_store_new (ACCORD_TYPE_TARGET);
  AccordDate late = D (2026, 12, 1);

  g_assert_cmpint (find (targets, 1, ACCORD_ROLL_UP_SUM, late), ==, U);
  /* The plan year's: domain.md's season. */
  add (targets, 1, D (2026, 1, 1), ACCORD_GRAIN_YEAR, 1000000, 1, ACCORD_DATE_NONE);
  g_assert_cmpint (find (targets, 1, ACCORD_ROLL_UP_SUM, late), ==, 300000);
  g_assert_cmpint (find (targets, 1, ACCORD_ROLL_UP_MEAN, late), ==, 1000000);
  g_assert_cmpint (find (targets, 2, ACCORD_ROLL_UP_SUM, late), ==, U);
  /* Weeks, then months, then the quarter itself. */
  add (targets, 1, D (2026, 9, 28), ACCORD_GRAIN_WEEK, 3, 1, ACCORD_DATE_NONE);
  add (targets, 1, D (2026, 10, 5), ACCORD_GRAIN_WEEK, 5, 1, ACCORD_DATE_NONE);
  add (targets, 1, D (2026, 9, 21), ACCORD_GRAIN_WEEK, 90, 1, ACCORD_DATE_NONE);
  g_assert_cmpint (find (targets, 1, ACCORD_ROLL_UP_SUM, late), ==, 8);
  g_assert_cmpint (find (targets, 1, ACCORD_ROLL_UP_MEAN, late), ==, 4);
  add (targets, 1, D (2026, 11, 1), ACCORD_GRAIN_MONTH, 20, 1, ACCORD_DATE_NONE);
  g_assert_cmpint (find (targets, 1, ACCORD_ROLL_UP_SUM, late), ==, 20);
  add (targets, 1, D (2026, 10, 1), ACCORD_GRAIN_QUARTER, 50, 1, D (2026, 9, 20));
  g_assert_cmpint (find (targets, 1, ACCORD_ROLL_UP_SUM, late), ==, 50);
  /* A later version counts from the day on which it was set. */
  add (targets, 1, D (2026, 10, 1), ACCORD_GRAIN_QUARTER, 60, 2, D (2026, 11, 20));
  g_assert_cmpint (find (targets, 1, ACCORD_ROLL_UP_SUM, D (2026, 11, 19)), ==, 50);
  g_assert_cmpint (find (targets, 1, ACCORD_ROLL_UP_SUM, D (2026, 11, 20)), ==, 60);
  g_assert_cmpint (find (targets, 0, ACCORD_ROLL_UP_SUM, late), ==, U);
  add (targets, 0, D (2026, 10, 1), ACCORD_GRAIN_QUARTER, 500, 1, ACCORD_DATE_NONE);
  g_assert_cmpint (find (targets, 0, ACCORD_ROLL_UP_SUM, late), ==, 500);
}

static void
test_ranges (void)
{
  g_autoptr (GListStore) targets = g_list_store_new (ACCORD_TYPE_TARGET);
  g_autoptr (AccordTarget) target = accord_target_new ();
  g_autoptr (AccordTargetFinder) finder = NULL;
  gint64 low, high;

  accord_target_set_metric (target, 7);
  accord_target_set_starts (target, D (2026, 10, 1));
  accord_target_set_grain (target, ACCORD_GRAIN_QUARTER);
  accord_target_set_value (target, 3);
  accord_target_set_upper (target, 4);
  accord_target_set_version (target, 1);
  g_list_store_append (targets, target);
  finder = accord_target_finder_new (G_LIST_MODEL (targets), q4, 1, even, D (2026, 11, 1));
  g_assert_true (accord_target_finder_find (finder, 0, 7, ACCORD_ROLL_UP_MEAN, &low, &high));
  g_assert_cmpint (low, ==, 3);
  g_assert_cmpint (high, ==, 4);
  g_assert_false (accord_target_finder_find (finder, 0, 8, ACCORD_ROLL_UP_MEAN, &low, &high));
  g_assert_cmpint (low, ==, U);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score-period/periods", test_periods);
  g_test_add_func ("/score-period/elapsed", test_elapsed);
  g_test_add_func ("/score-period/days", test_days);
  g_test_add_func ("/score-period/targets", test_targets);
  g_test_add_func ("/score-period/ranges", test_ranges);

  return g_test_run ();
}
