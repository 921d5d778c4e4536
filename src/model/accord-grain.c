/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "accord-quarter.h"
#include "accord-types.h"

#define WORKING_DAYS_A_WEEK 5
#define BILLION G_GINT64_CONSTANT (1000000000)

/* The shape of a text: "9" for each digit, all else as it is, in capitals. */
static char *
shape_of (const char *text)
{
  char *shape = g_ascii_strup (text, -1);

  for (char *c = shape; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        *c = '9';
    }

  return shape;
}

gboolean
accord_grain_parse_period (const char  *text,
                           int          fiscal_start,
                           AccordDate  *starts,
                           AccordGrain *grain)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *shape = NULL;
  AccordQuarter quarter;
  AccordDate date = ACCORD_DATE_NONE;
  AccordGrain found = ACCORD_GRAIN_DAY;
  int year;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (fiscal_start >= 1 && fiscal_start <= 12, FALSE);
  g_return_val_if_fail (starts != NULL && grain != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (text));
  shape = shape_of (trimmed);
  year = (int) g_ascii_strtoll (trimmed, NULL, 10);

  if (strcmp (shape, "9999-99-99") == 0)
    {
      accord_date_parse (trimmed, &date);
    }
  else if (strcmp (shape, "9999-W99") == 0)
    {
      found = ACCORD_GRAIN_WEEK;
      date = accord_date_from_iso_week (year, (int) g_ascii_strtoll (trimmed + 6, NULL, 10));
    }
  else if (strcmp (shape, "9999-99") == 0)
    {
      found = ACCORD_GRAIN_MONTH;
      date = accord_date_new (year, (int) g_ascii_strtoll (trimmed + 5, NULL, 10), 1);
    }
  else if (strcmp (shape, "9999-Q9") == 0)
    {
      found = ACCORD_GRAIN_QUARTER;
      if (accord_quarter_parse (trimmed, &quarter))
        date = accord_quarter_get_start (quarter, fiscal_start);
    }
  else if (strcmp (shape, "9999") == 0)
    {
      found = ACCORD_GRAIN_YEAR;
      date = accord_plan_year_get_start (year, fiscal_start);
    }

  if (date == ACCORD_DATE_NONE)
    return FALSE;

  *starts = date;
  *grain = found;

  return TRUE;
}

char *
accord_grain_period_to_text (AccordDate  starts,
                             AccordGrain grain,
                             int         fiscal_start)
{
  int year, month;

  g_return_val_if_fail (starts > ACCORD_DATE_NONE, NULL);

  switch (grain)
    {
    case ACCORD_GRAIN_WEEK:
      return accord_week_to_text (starts);

    case ACCORD_GRAIN_MONTH:
      accord_date_get_ymd (starts, &year, &month, NULL);
      return g_strdup_printf ("%04d-%02d", year, month);

    case ACCORD_GRAIN_QUARTER:
      return accord_quarter_to_text (accord_quarter_for_date (starts, fiscal_start));

    case ACCORD_GRAIN_YEAR:
      return g_strdup_printf ("%04d", accord_plan_year_for_date (starts, fiscal_start));

    case ACCORD_GRAIN_DAY:
    default:
      return accord_date_to_iso (starts);
    }
}

AccordDate
accord_grain_get_start (AccordDate  date,
                        AccordGrain grain,
                        int         fiscal_start)
{
  int day;

  g_return_val_if_fail (date > ACCORD_DATE_NONE, ACCORD_DATE_NONE);

  switch (grain)
    {
    case ACCORD_GRAIN_WEEK:
      return date - accord_date_get_weekday (date) + 1;

    case ACCORD_GRAIN_MONTH:
      accord_date_get_ymd (date, NULL, NULL, &day);
      return date - day + 1;

    case ACCORD_GRAIN_QUARTER:
      return accord_quarter_get_start (accord_quarter_for_date (date, fiscal_start), fiscal_start);

    case ACCORD_GRAIN_YEAR:
      return accord_plan_year_get_start (accord_plan_year_for_date (date, fiscal_start), fiscal_start);

    case ACCORD_GRAIN_DAY:
    default:
      return date;
    }
}

AccordDate
accord_grain_get_end (AccordDate  date,
                      AccordGrain grain,
                      int         fiscal_start)
{
  AccordDate start = accord_grain_get_start (date, grain, fiscal_start);

  if (start == ACCORD_DATE_NONE)
    return ACCORD_DATE_NONE;

  switch (grain)
    {
    case ACCORD_GRAIN_WEEK:
      return start + 6;

    case ACCORD_GRAIN_MONTH:
      return accord_date_add_months (start, 1) - 1;

    case ACCORD_GRAIN_QUARTER:
      return accord_date_add_months (start, 3) - 1;

    case ACCORD_GRAIN_YEAR:
      return accord_date_add_months (start, 12) - 1;

    case ACCORD_GRAIN_DAY:
    default:
      return start;
    }
}

/* Mondays to Fridays from a Monday far back to the date, inclusive. */
static int
weekdays_until (AccordDate date)
{
  int weekday = accord_date_get_weekday (date);

  return (date - weekday) / 7 * WORKING_DAYS_A_WEEK + MIN (weekday, WORKING_DAYS_A_WEEK);
}

int
accord_working_days (AccordDate        first,
                     AccordDate        last,
                     const AccordDate *holidays,
                     gsize             n_holidays)
{
  int days;

  g_return_val_if_fail (first > ACCORD_DATE_NONE, 0);
  g_return_val_if_fail (holidays != NULL || n_holidays == 0, 0);

  if (last < first)
    return 0;

  days = weekdays_until (last) - (first > 1 ? weekdays_until (first - 1) : 0);
  for (gsize i = 0; i < n_holidays; i++)
    {
      if (holidays[i] < first || holidays[i] > last || (i > 0 && holidays[i] == holidays[i - 1]))
        continue;
      if (accord_date_get_weekday (holidays[i]) <= WORKING_DAYS_A_WEEK)
        days--;
    }

  return days;
}

gint64
accord_working_weeks (AccordDate        first,
                      AccordDate        last,
                      const AccordDate *holidays,
                      gsize             n_holidays)
{
  return accord_working_days (first, last, holidays, n_holidays) * (BILLION / WORKING_DAYS_A_WEEK);
}
