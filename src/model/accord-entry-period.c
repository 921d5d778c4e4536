/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-entry-period.h"

#include <glib/gi18n.h>

/* From a Monday to its Thursday, and to its Sunday. */
#define TO_THURSDAY 3
#define TO_SUNDAY 6

AccordGrain
accord_entry_period_get_grain (AccordGrain cadence)
{
  return cadence == ACCORD_GRAIN_DAY ? ACCORD_GRAIN_WEEK : cadence;
}

AccordDate
accord_entry_period_get_start (AccordGrain cadence,
                               AccordDate  monday,
                               int         fiscal_start)
{
  g_return_val_if_fail (monday > ACCORD_DATE_NONE, ACCORD_DATE_NONE);

  return accord_grain_get_start (monday + TO_THURSDAY, accord_entry_period_get_grain (cadence), fiscal_start);
}

static char *
format_day (AccordDate  date,
            const char *format)
{
  g_autoptr (GDateTime) midday = NULL;
  int year, month, day;

  accord_date_get_ymd (date, &year, &month, &day);
  midday = g_date_time_new_utc (year, month, day, 12, 0, 0);

  return g_date_time_format (midday, format);
}

char *
accord_entry_week_format (AccordDate monday)
{
  const AccordDate sunday = monday + TO_SUNDAY;
  int year, month, last_year, last_month;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (monday > ACCORD_DATE_NONE, NULL);

  /* Translators: the last day of a week, as strftime(3) takes it: here 22 November 2026. */
  last = format_day (sunday, C_("week", "%-d %B %Y"));
  accord_date_get_ymd (monday, &year, &month, NULL);
  accord_date_get_ymd (sunday, &last_year, &last_month, NULL);
  if (year != last_year)
    /* Translators: the first day of a week that ends in another year, as strftime(3) takes it: here 28 December 2026. */
    first = format_day (monday, C_("week from another year", "%-d %B %Y"));
  else if (month != last_month)
    /* Translators: the first day of a week that ends in another month, as strftime(3) takes it: here 30 November. */
    first = format_day (monday, C_("week from another month", "%-d %B"));
  else
    /* Translators: the first day of a week that ends in the same month, as strftime(3) takes it: here 16. */
    first = format_day (monday, C_("week", "%-d"));

  if (month != last_month)
    /* Translators: a week that lies in two months: "30 November – 6 December 2026". */
    return g_strdup_printf (_("%1$s – %2$s"), first, last);

  /* Translators: a week within a month: "16–22 November 2026". */
  return g_strdup_printf (C_("week", "%1$s–%2$s"), first, last);
}

char *
accord_entry_period_format (AccordDate  starts,
                            AccordGrain grain,
                            int         fiscal_start)
{
  g_return_val_if_fail (starts > ACCORD_DATE_NONE, NULL);

  switch (grain)
    {
    case ACCORD_GRAIN_MONTH:
      /* Translators: a month, as strftime(3) takes it: here November 2026. */
      return format_day (starts, C_("month", "%B %Y"));

    case ACCORD_GRAIN_QUARTER:
      return accord_quarter_format (accord_quarter_for_date (starts, fiscal_start), fiscal_start);

    case ACCORD_GRAIN_YEAR:
      return accord_plan_year_format (accord_plan_year_for_date (starts, fiscal_start), fiscal_start);

    case ACCORD_GRAIN_DAY:
      return accord_date_format (starts);

    case ACCORD_GRAIN_WEEK:
    default:
      return accord_entry_week_format (starts);
    }
}
