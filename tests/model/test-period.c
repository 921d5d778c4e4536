/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-period.h"

#define BILLION G_GINT64_CONSTANT (1000000000)

static AccordDate
day (const char *iso)
{
  AccordDate date = ACCORD_DATE_NONE;

  g_assert_true (accord_date_parse (iso, &date));

  return date;
}

static void
assert_owned (char       *text,
              const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_plan_year (void)
{
  g_assert_cmpint (accord_plan_year_get_start (2027, 7), ==, day ("2026-07-01"));
  g_assert_cmpint (accord_plan_year_get_end (2027, 7), ==, day ("2027-06-30"));
  g_assert_cmpint (accord_plan_year_get_start (2026, 1), ==, day ("2026-01-01"));
  g_assert_cmpint (accord_plan_year_get_end (2026, 1), ==, day ("2026-12-31"));
  g_assert_cmpint (accord_plan_year_get_end (2028, 3), ==, day ("2028-02-29"));
  g_assert_cmpint (accord_plan_year_for_date (day ("2026-06-30"), 7), ==, 2026);
  g_assert_cmpint (accord_plan_year_for_date (day ("2026-07-01"), 7), ==, 2027);
  g_assert_cmpint (accord_plan_year_for_date (day ("2026-12-31"), 1), ==, 2026);
  g_assert_cmpint (accord_plan_year_get_start (0, 1), ==, ACCORD_DATE_NONE);
  g_assert_cmpint (accord_plan_year_get_start (10000, 1), ==, ACCORD_DATE_NONE);
  assert_owned (accord_plan_year_format (2027, 7), "FY27");
  assert_owned (accord_plan_year_format (2026, 1), "2026");
}

static void
test_quarter (void)
{
  AccordQuarter quarter = { 2027, 2 };
  AccordQuarter other;

  g_assert_cmpint (accord_quarter_get_start (quarter, 7), ==, day ("2026-10-01"));
  g_assert_cmpint (accord_quarter_get_end (quarter, 7), ==, day ("2026-12-31"));
  g_assert_cmpint (accord_quarter_get_start ((AccordQuarter) { 2027, 0 }, 7), ==, day ("2026-07-01"));
  g_assert_cmpint (accord_quarter_get_end ((AccordQuarter) { 2027, 0 }, 7), ==, day ("2027-06-30"));
  /* A quarter over the turn of the year, with a leap day in it. */
  g_assert_cmpint (accord_quarter_get_start ((AccordQuarter) { 2028, 4 }, 3), ==, day ("2027-12-01"));
  g_assert_cmpint (accord_quarter_get_end ((AccordQuarter) { 2028, 4 }, 3), ==, day ("2028-02-29"));

  other = accord_quarter_next ((AccordQuarter) { 2026, 4 });
  g_assert_cmpint (accord_quarter_compare (other, (AccordQuarter) { 2027, 1 }), ==, 0);
  other = accord_quarter_previous ((AccordQuarter) { 2026, 1 });
  g_assert_cmpint (accord_quarter_compare (other, (AccordQuarter) { 2025, 4 }), ==, 0);
  other = accord_quarter_next ((AccordQuarter) { 2026, 0 });
  g_assert_cmpint (accord_quarter_compare (other, (AccordQuarter) { 2027, 0 }), ==, 0);
  g_assert_cmpint (accord_quarter_compare ((AccordQuarter) { 2026, 3 }, (AccordQuarter) { 2026, 4 }), <, 0);
  g_assert_cmpint (accord_quarter_compare ((AccordQuarter) { 2027, 1 }, (AccordQuarter) { 2026, 4 }), >, 0);

  assert_owned (accord_quarter_to_text ((AccordQuarter) { 2026, 4 }), "2026-Q4");
  assert_owned (accord_quarter_to_text ((AccordQuarter) { 2026, 0 }), "2026");
  assert_owned (accord_quarter_format ((AccordQuarter) { 2026, 4 }, 1), "Q4 2026");
  assert_owned (accord_quarter_format (quarter, 7), "Q2 FY27");
  assert_owned (accord_quarter_format ((AccordQuarter) { 2027, 0 }, 7), "FY27");
}

static void
test_quarter_parse (void)
{
  static const char *const wrong[] = { "2026-Q5",  "2026-Q0", "2026-4",   "2026Q4",   "26-Q4", "", "2026-Q44",
                                       "Q4 2026", " 2026-Q4", "2026-Q4 ", "0000-Q1", "2026-Q" };
  AccordQuarter quarter = { 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("“%s”", wrong[i]);
      g_assert_false (accord_quarter_parse (wrong[i], &quarter));
      g_assert_cmpint (quarter.year, ==, 0);
    }
  g_assert_true (accord_quarter_parse ("2026-Q4", &quarter));
  g_assert_cmpint (quarter.year, ==, 2026);
  g_assert_cmpint (quarter.quarter, ==, 4);
  g_assert_true (accord_quarter_parse ("2013-q2", &quarter));
  g_assert_cmpint (quarter.quarter, ==, 2);
}

/* Twelve years, leap years among them: quarters neither overlap nor leave a gap. */
static void
test_every_day (void)
{
  const AccordDate first = day ("2019-01-01"), last = day ("2030-12-31");

  for (int fiscal_start = 1; fiscal_start <= 12; fiscal_start++)
    {
      for (AccordDate date = first; date <= last; date++)
        {
          AccordQuarter quarter = accord_quarter_for_date (date, fiscal_start);
          int holds = 0;

          for (int year = quarter.year - 1; year <= quarter.year + 1; year++)
            {
              for (int q = 1; q <= 4; q++)
                {
                  AccordQuarter candidate = { year, q };

                  if (accord_quarter_get_start (candidate, fiscal_start) <= date
                      && date <= accord_quarter_get_end (candidate, fiscal_start))
                    {
                      g_assert_cmpint (accord_quarter_compare (candidate, quarter), ==, 0);
                      holds++;
                    }
                }
            }
          g_assert_cmpint (holds, ==, 1);
          g_assert_cmpint (accord_plan_year_for_date (date, fiscal_start), ==, quarter.year);
        }
    }
}

/* Each week in exactly one quarter, the one that holds its Thursday; in turn, every Monday is listed once. */
static void
test_every_week (void)
{
  for (int fiscal_start = 1; fiscal_start <= 12; fiscal_start++)
    {
      AccordQuarter quarter = { 2019, 1 };
      AccordDate expected = ACCORD_DATE_NONE;

      for (; quarter.year < 2031; quarter = accord_quarter_next (quarter))
        {
          g_autoptr (GArray) mondays = accord_quarter_list_weeks (quarter, fiscal_start);

          for (guint i = 0; i < mondays->len; i++)
            {
              AccordDate monday = g_array_index (mondays, AccordDate, i);

              g_assert_cmpint (accord_date_get_weekday (monday), ==, 1);
              if (expected != ACCORD_DATE_NONE)
                g_assert_cmpint (monday, ==, expected);
              expected = monday + 7;
              g_assert_cmpint (monday + 3, >=, accord_quarter_get_start (quarter, fiscal_start));
              g_assert_cmpint (monday + 3, <=, accord_quarter_get_end (quarter, fiscal_start));
              g_assert_cmpint (accord_quarter_compare (accord_quarter_for_week (monday + 6, fiscal_start), quarter),
                               ==, 0);
            }
        }
    }
}

static void
test_weeks (void)
{
  g_autoptr (GArray) mondays = accord_quarter_list_weeks ((AccordQuarter) { 2026, 1 }, 1);
  g_autoptr (GArray) year = accord_quarter_list_weeks ((AccordQuarter) { 2026, 0 }, 1);

  /* 2026-01-01 is a Thursday: its week begins in 2025. 2026 has 53 weeks. */
  g_assert_cmpint (g_array_index (mondays, AccordDate, 0), ==, day ("2025-12-29"));
  g_assert_cmpuint (mondays->len, ==, 13);
  g_assert_cmpuint (year->len, ==, 53);
  assert_owned (accord_week_to_text (day ("2026-11-16")), "2026-W47");
  assert_owned (accord_week_to_text (day ("2025-12-29")), "2026-W01");
}

static void
test_grain (void)
{
  static const struct
  {
    const char *text;
    int fiscal_start;
    const char *starts;
    const char *ends;
    AccordGrain grain;
  } cases[] = {
    { "2026-W47", 1, "2026-11-16", "2026-11-22", ACCORD_GRAIN_WEEK },
    { "2013-07", 1, "2013-07-01", "2013-07-31", ACCORD_GRAIN_MONTH },
    { "2013-Q2", 1, "2013-04-01", "2013-06-30", ACCORD_GRAIN_QUARTER },
    { "2027-Q2", 7, "2026-10-01", "2026-12-31", ACCORD_GRAIN_QUARTER },
    { "2013", 1, "2013-01-01", "2013-12-31", ACCORD_GRAIN_YEAR },
    { "2027", 7, "2026-07-01", "2027-06-30", ACCORD_GRAIN_YEAR },
    { "2026-02-28", 1, "2026-02-28", "2026-02-28", ACCORD_GRAIN_DAY },
  };
  static const char *const wrong[] = { "2026-W54", "2025-W53", "2026-W00", "2026-13", "2026-02-30", "2026-Q5", "26",
                                       "",         "soon",     "2026-W7",  "2026-1",  "20261",      "2026/07", "0000" };
  AccordDate starts = ACCORD_DATE_NONE;
  AccordGrain grain;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *padded = g_strdup_printf (" %s ", cases[i].text);

      g_assert_true (accord_grain_parse_period (padded, cases[i].fiscal_start, &starts, &grain));
      g_assert_cmpint (grain, ==, cases[i].grain);
      g_assert_cmpint (starts, ==, day (cases[i].starts));
      g_assert_cmpint (accord_grain_get_end (starts, grain, cases[i].fiscal_start), ==, day (cases[i].ends));
      g_assert_cmpint (accord_grain_get_start (day (cases[i].ends), grain, cases[i].fiscal_start), ==, starts);
      assert_owned (accord_grain_period_to_text (starts, grain, cases[i].fiscal_start), cases[i].text);
    }

  starts = ACCORD_DATE_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("“%s”", wrong[i]);
      g_assert_false (accord_grain_parse_period (wrong[i], 1, &starts, &grain));
      g_assert_cmpint (starts, ==, ACCORD_DATE_NONE);
    }
}

static void
test_working_days (void)
{
  const AccordDate holidays[] = { day ("2026-11-26"), day ("2026-11-26"), day ("2026-12-25"), day ("2026-12-26") };

  /* Monday 2026-11-23 to Sunday. */
  g_assert_cmpint (accord_working_days (day ("2026-11-23"), day ("2026-11-29"), NULL, 0), ==, 5);
  g_assert_cmpint (accord_working_days (day ("2026-11-23"), day ("2026-11-29"), holidays, 4), ==, 4);
  g_assert_cmpint (accord_working_days (day ("2026-11-28"), day ("2026-11-29"), NULL, 0), ==, 0);
  g_assert_cmpint (accord_working_days (day ("2026-11-23"), day ("2026-11-23"), NULL, 0), ==, 1);
  g_assert_cmpint (accord_working_days (day ("2026-11-24"), day ("2026-11-23"), NULL, 0), ==, 0);
  /* December 25th is a Friday, the 26th a Saturday. */
  g_assert_cmpint (accord_working_days (day ("2026-12-21"), day ("2026-12-27"), holidays, 4), ==, 4);
  g_assert_cmpint (accord_working_weeks (day ("2026-11-23"), day ("2026-12-09"), NULL, 0), ==, 26 * BILLION / 10);

  for (int i = 0; i < 2000; i++)
    {
      AccordDate first = day ("2020-01-01") + g_test_rand_int_range (0, 3000);
      AccordDate last = first + g_test_rand_int_range (0, 400);
      int counted = 0;

      for (AccordDate date = first; date <= last; date++)
        counted += accord_date_get_weekday (date) <= 5;
      g_assert_cmpint (accord_working_days (first, last, NULL, 0), ==, counted);
    }
}

static void
test_period (void)
{
  g_autoptr (AccordPeriod) period = accord_period_new_for_date (day ("2026-11-23"), 7);
  g_autoptr (AccordPeriod) next = accord_period_next (period);
  g_autoptr (AccordPeriod) third = accord_period_next (next);
  g_autoptr (AccordPeriod) back = accord_period_previous (next);
  int year, quarter, fiscal_start;

  g_object_get (period, "year", &year, "quarter", &quarter, "fiscal-start", &fiscal_start, NULL);
  g_assert_cmpint (year, ==, 2027);
  g_assert_cmpint (quarter, ==, 2);
  g_assert_cmpint (fiscal_start, ==, 7);
  g_assert_cmpint (accord_period_get_start (period), ==, day ("2026-10-01"));
  g_assert_cmpint (accord_period_get_end (period), ==, day ("2026-12-31"));
  g_assert_true (accord_period_contains (period, day ("2026-10-01")));
  g_assert_true (accord_period_contains (period, day ("2026-12-31")));
  g_assert_false (accord_period_contains (period, day ("2027-01-01")));
  assert_owned (accord_period_format (period), "Q2 FY27");
  assert_owned (accord_period_format (third), "Q4 FY27");
  g_assert_true (accord_period_equal (period, back));
  g_assert_false (accord_period_equal (period, next));
  g_assert_cmpint (accord_period_get_fiscal_start (third), ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/plan-year", test_plan_year);
  g_test_add_func ("/period/quarter", test_quarter);
  g_test_add_func ("/period/quarter-parse", test_quarter_parse);
  g_test_add_func ("/period/every-day", test_every_day);
  g_test_add_func ("/period/every-week", test_every_week);
  g_test_add_func ("/period/weeks", test_weeks);
  g_test_add_func ("/period/grain", test_grain);
  g_test_add_func ("/period/working-days", test_working_days);
  g_test_add_func ("/period/object", test_period);

  return g_test_run ();
}
