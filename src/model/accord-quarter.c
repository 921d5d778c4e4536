/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-quarter.h"

#include <glib/gi18n.h>
#include <string.h>

#define FIRST_LABEL 2
#define LAST_LABEL 9998

static gboolean
label_is_sound (int label,
                int fiscal_start)
{
  return label >= FIRST_LABEL && label <= LAST_LABEL && fiscal_start >= 1 && fiscal_start <= 12;
}

static gboolean
all_digits (const char *text,
            int         first,
            int         n)
{
  for (int i = first; i < first + n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
    }

  return TRUE;
}

AccordDate
accord_plan_year_get_start (int label,
                            int fiscal_start)
{
  if (!label_is_sound (label, fiscal_start))
    return ACCORD_DATE_NONE;

  return accord_date_new (fiscal_start == 1 ? label : label - 1, fiscal_start, 1);
}

AccordDate
accord_plan_year_get_end (int label,
                          int fiscal_start)
{
  AccordDate start = accord_plan_year_get_start (label, fiscal_start);

  return start == ACCORD_DATE_NONE ? ACCORD_DATE_NONE : accord_date_add_months (start, 12) - 1;
}

int
accord_plan_year_for_date (AccordDate date,
                           int        fiscal_start)
{
  int year, month;

  g_return_val_if_fail (date > ACCORD_DATE_NONE, 0);
  g_return_val_if_fail (fiscal_start >= 1 && fiscal_start <= 12, 0);

  accord_date_get_ymd (date, &year, &month, NULL);

  return fiscal_start > 1 && month >= fiscal_start ? year + 1 : year;
}

char *
accord_plan_year_format (int label,
                         int fiscal_start)
{
  if (fiscal_start == 1)
    return g_strdup_printf ("%d", label);

  /* Translators: a fiscal year by the last two digits of the year that it ends in, as in FY27. */
  return g_strdup_printf (_("FY%02d"), label % 100);
}

AccordDate
accord_quarter_get_start (AccordQuarter quarter,
                          int           fiscal_start)
{
  AccordDate start = accord_plan_year_get_start (quarter.year, fiscal_start);

  g_return_val_if_fail (quarter.quarter >= 0 && quarter.quarter <= 4, ACCORD_DATE_NONE);

  if (start == ACCORD_DATE_NONE || quarter.quarter == 0)
    return start;

  return accord_date_add_months (start, 3 * (quarter.quarter - 1));
}

AccordDate
accord_quarter_get_end (AccordQuarter quarter,
                        int           fiscal_start)
{
  AccordDate start = accord_quarter_get_start (quarter, fiscal_start);

  if (start == ACCORD_DATE_NONE)
    return ACCORD_DATE_NONE;

  return accord_date_add_months (start, quarter.quarter == 0 ? 12 : 3) - 1;
}

AccordQuarter
accord_quarter_for_date (AccordDate date,
                         int        fiscal_start)
{
  AccordQuarter quarter = { 0, 0 };
  int month;

  g_return_val_if_fail (date > ACCORD_DATE_NONE, quarter);
  g_return_val_if_fail (fiscal_start >= 1 && fiscal_start <= 12, quarter);

  accord_date_get_ymd (date, NULL, &month, NULL);
  quarter.year = accord_plan_year_for_date (date, fiscal_start);
  quarter.quarter = (month - fiscal_start + 12) % 12 / 3 + 1;

  return quarter;
}

AccordQuarter
accord_quarter_next (AccordQuarter quarter)
{
  if (quarter.quarter == 0)
    return (AccordQuarter) { quarter.year + 1, 0 };
  if (quarter.quarter >= 4)
    return (AccordQuarter) { quarter.year + 1, 1 };

  return (AccordQuarter) { quarter.year, quarter.quarter + 1 };
}

AccordQuarter
accord_quarter_previous (AccordQuarter quarter)
{
  if (quarter.quarter == 0)
    return (AccordQuarter) { quarter.year - 1, 0 };
  if (quarter.quarter == 1)
    return (AccordQuarter) { quarter.year - 1, 4 };

  return (AccordQuarter) { quarter.year, quarter.quarter - 1 };
}

int
accord_quarter_compare (AccordQuarter a,
                        AccordQuarter b)
{
  return a.year != b.year ? (a.year < b.year ? -1 : 1) : (a.quarter > b.quarter) - (a.quarter < b.quarter);
}

gboolean
accord_quarter_parse (const char    *text,
                      AccordQuarter *quarter)
{
  int year;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (quarter != NULL, FALSE);

  if (strlen (text) != 7 || !all_digits (text, 0, 4) || text[4] != '-' || g_ascii_toupper (text[5]) != 'Q'
      || text[6] < '1' || text[6] > '4')
    return FALSE;

  year = (int) g_ascii_strtoll (text, NULL, 10);
  if (!label_is_sound (year, 1))
    return FALSE;

  *quarter = (AccordQuarter) { year, text[6] - '0' };

  return TRUE;
}

char *
accord_quarter_to_text (AccordQuarter quarter)
{
  if (quarter.quarter == 0)
    return g_strdup_printf ("%04d", quarter.year);

  return g_strdup_printf ("%04d-Q%d", quarter.year, quarter.quarter);
}

char *
accord_quarter_format (AccordQuarter quarter,
                       int           fiscal_start)
{
  g_autofree char *year = accord_plan_year_format (quarter.year, fiscal_start);

  if (quarter.quarter == 0)
    return g_steal_pointer (&year);

  /* Translators: a quarter and its year, as in Q4 2026 or Q2 FY27. */
  return g_strdup_printf (_("Q%d %s"), quarter.quarter, year);
}

GArray *
accord_quarter_list_weeks (AccordQuarter quarter,
                           int           fiscal_start)
{
  AccordDate start = accord_quarter_get_start (quarter, fiscal_start);
  AccordDate end = accord_quarter_get_end (quarter, fiscal_start);
  GArray *mondays = g_array_new (FALSE, FALSE, sizeof (AccordDate));
  AccordDate thursday;

  if (start == ACCORD_DATE_NONE)
    return mondays;

  thursday = start + (4 - accord_date_get_weekday (start) + 7) % 7;
  for (; thursday <= end; thursday += 7)
    {
      AccordDate monday = thursday - 3;

      g_array_append_val (mondays, monday);
    }

  return mondays;
}

AccordQuarter
accord_quarter_for_week (AccordDate date,
                         int        fiscal_start)
{
  return accord_quarter_for_date (date - accord_date_get_weekday (date) + 4, fiscal_start);
}

char *
accord_week_to_text (AccordDate monday)
{
  int year, week;

  g_return_val_if_fail (monday > ACCORD_DATE_NONE, NULL);

  week = accord_date_get_iso_week (monday, &year);

  return g_strdup_printf ("%04d-W%02d", year, week);
}
