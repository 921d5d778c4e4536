/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-entry-period.h"

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

/* A week lies where its Thursday does. */
static void
test_periods (void)
{
  static const struct
  {
    const char *monday;
    AccordGrain cadence;
    int fiscal_start;
    const char *starts;
    AccordGrain grain;
  } cases[] = {
    { "2026-11-16", ACCORD_GRAIN_DAY, 1, "2026-11-16", ACCORD_GRAIN_WEEK },
    { "2026-11-16", ACCORD_GRAIN_WEEK, 1, "2026-11-16", ACCORD_GRAIN_WEEK },
    { "2026-11-16", ACCORD_GRAIN_MONTH, 1, "2026-11-01", ACCORD_GRAIN_MONTH },
    { "2026-11-16", ACCORD_GRAIN_QUARTER, 1, "2026-10-01", ACCORD_GRAIN_QUARTER },
    /* Thursday 1 October: September's Monday is in the new month and quarter. */
    { "2026-09-28", ACCORD_GRAIN_MONTH, 1, "2026-10-01", ACCORD_GRAIN_MONTH },
    { "2026-09-28", ACCORD_GRAIN_QUARTER, 1, "2026-10-01", ACCORD_GRAIN_QUARTER },
    /* Thursday 30 April: May begins within the week that is still April's. */
    { "2026-04-27", ACCORD_GRAIN_MONTH, 1, "2026-04-01", ACCORD_GRAIN_MONTH },
    /* Quarters are the plan year's: with February, from August to October. */
    { "2026-09-28", ACCORD_GRAIN_QUARTER, 2, "2026-08-01", ACCORD_GRAIN_QUARTER },
    { "2026-09-28", ACCORD_GRAIN_YEAR, 2, "2026-02-01", ACCORD_GRAIN_YEAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %d", cases[i].monday, cases[i].cadence);
      g_assert_cmpint (accord_entry_period_get_start (cases[i].cadence, day (cases[i].monday), cases[i].fiscal_start), ==,
                       day (cases[i].starts));
      g_assert_cmpint (accord_entry_period_get_grain (cases[i].cadence), ==, cases[i].grain);
    }
}

static void
test_words (void)
{
  assert_owned (accord_entry_week_format (day ("2026-11-16")), "16–22 November 2026");
  assert_owned (accord_entry_week_format (day ("2026-11-30")), "30 November – 6 December 2026");
  assert_owned (accord_entry_week_format (day ("2026-12-28")), "28 December 2026 – 3 January 2027");
  assert_owned (accord_entry_period_format (day ("2026-11-01"), ACCORD_GRAIN_MONTH, 1), "November 2026");
  assert_owned (accord_entry_period_format (day ("2026-10-01"), ACCORD_GRAIN_QUARTER, 1), "Q4 2026");
  assert_owned (accord_entry_period_format (day ("2026-07-01"), ACCORD_GRAIN_YEAR, 7), "FY27");
  assert_owned (accord_entry_period_format (day ("2026-11-16"), ACCORD_GRAIN_WEEK, 1), "16–22 November 2026");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry-period/periods", test_periods);
  g_test_add_func ("/entry-period/words", test_words);

  return g_test_run ();
}
