/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-date.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "2026-11-23", TRUE },  { "2024-02-29", TRUE },  { "2026-02-29", FALSE }, { "2026-13-01", FALSE },
    { "2026-00-10", FALSE }, { "2026-1-1", FALSE },   { "2026-01-01x", FALSE }, { " 2026-01-01", FALSE },
    { "", FALSE },           { "0000-01-01", FALSE }, { "9999-12-31", TRUE },   { "2026/01/01", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordDate date = ACCORD_DATE_NONE;

      g_assert_cmpint (accord_date_parse (cases[i].text, &date), ==, cases[i].valid);
      if (cases[i].valid)
        {
          g_autofree char *iso = accord_date_to_iso (date);

          g_assert_cmpstr (iso, ==, cases[i].text);
        }
      else
        {
          g_assert_cmpint (date, ==, ACCORD_DATE_NONE);
        }
    }
}

/* Weeks as ISO 8601 gives them at the turns of the years. */
static void
test_iso_week (void)
{
  static const struct
  {
    int y, m, d, iso_year, week;
  } cases[] = {
    { 2026, 11, 23, 2026, 48 }, { 2021, 1, 1, 2020, 53 }, { 2021, 1, 3, 2020, 53 },  { 2021, 1, 4, 2021, 1 },
    { 2024, 12, 30, 2025, 1 },  { 2027, 1, 3, 2026, 53 }, { 2018, 12, 31, 2019, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordDate date = accord_date_new (cases[i].y, cases[i].m, cases[i].d);
      AccordDate monday;
      int year;

      g_assert_cmpint (accord_date_get_iso_week (date, &year), ==, cases[i].week);
      g_assert_cmpint (year, ==, cases[i].iso_year);
      monday = accord_date_from_iso_week (year, cases[i].week);
      g_assert_cmpint (accord_date_get_weekday (monday), ==, 1);
      g_assert_cmpint (date - monday, >=, 0);
      g_assert_cmpint (date - monday, <, 7);
    }

  g_assert_cmpint (accord_date_from_iso_week (2025, 53), ==, ACCORD_DATE_NONE);
  g_assert_cmpint (accord_date_from_iso_week (2026, 53), !=, ACCORD_DATE_NONE);
}

static void
test_add_months (void)
{
  g_assert_cmpint (accord_date_add_months (accord_date_new (2026, 1, 31), 1), ==, accord_date_new (2026, 2, 28));
  g_assert_cmpint (accord_date_add_months (accord_date_new (2026, 3, 15), -3), ==, accord_date_new (2025, 12, 15));
}

static void
test_format (void)
{
  g_autofree char *none = accord_date_format (ACCORD_DATE_NONE);
  g_autofree char *day = accord_date_format (accord_date_new (2026, 11, 3));

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (day, ==, "3 Nov 2026");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/iso-week", test_iso_week);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/format", test_format);

  return g_test_run ();
}
