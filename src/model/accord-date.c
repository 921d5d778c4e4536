/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-date.h"

#include <glib/gi18n.h>

static void
date_to_gdate (AccordDate date,
               GDate     *gdate)
{
  g_date_clear (gdate, 1);
  g_date_set_julian (gdate, (guint32) date);
}

AccordDate
accord_date_new (int year,
                 int month,
                 int day)
{
  GDate gdate;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return ACCORD_DATE_NONE;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return (AccordDate) g_date_get_julian (&gdate);
}

gboolean
accord_date_parse (const char *text,
                   AccordDate *date)
{
  AccordDate parsed;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  for (int i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
        return FALSE;
    }
  if (text[10] != '\0')
    return FALSE;

  parsed = accord_date_new ((int) g_ascii_strtoll (text, NULL, 10),
                            (int) g_ascii_strtoll (text + 5, NULL, 10),
                            (int) g_ascii_strtoll (text + 8, NULL, 10));
  if (parsed == ACCORD_DATE_NONE)
    return FALSE;

  *date = parsed;

  return TRUE;
}

char *
accord_date_to_iso (AccordDate date)
{
  int year, month, day;

  if (date == ACCORD_DATE_NONE)
    return NULL;

  accord_date_get_ymd (date, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

char *
accord_date_format (AccordDate date)
{
  g_autoptr (GDateTime) midday = NULL;
  int year, month, day;

  if (date == ACCORD_DATE_NONE)
    return g_strdup ("");

  accord_date_get_ymd (date, &year, &month, &day);
  midday = g_date_time_new_utc (year, month, day, 12, 0, 0);

  /* Translators: how a day is written for reading, as strftime(3) takes it: here 23 Nov 2026. Keep the year at four
   * digits and the month a word, so that nobody has to guess which number is which. */
  return g_date_time_format (midday, C_("date", "%-d %b %Y"));
}

void
accord_date_get_ymd (AccordDate date,
                     int       *year,
                     int       *month,
                     int       *day)
{
  GDate gdate;

  g_return_if_fail (date > ACCORD_DATE_NONE);

  date_to_gdate (date, &gdate);
  if (year != NULL)
    *year = g_date_get_year (&gdate);
  if (month != NULL)
    *month = (int) g_date_get_month (&gdate);
  if (day != NULL)
    *day = g_date_get_day (&gdate);
}

int
accord_date_get_weekday (AccordDate date)
{
  GDate gdate;

  g_return_val_if_fail (date > ACCORD_DATE_NONE, 0);

  date_to_gdate (date, &gdate);

  return (int) g_date_get_weekday (&gdate);
}

AccordDate
accord_date_add_months (AccordDate date,
                        int        months)
{
  GDate gdate;

  g_return_val_if_fail (date > ACCORD_DATE_NONE, ACCORD_DATE_NONE);

  date_to_gdate (date, &gdate);
  if (months >= 0)
    g_date_add_months (&gdate, (guint) months);
  else
    g_date_subtract_months (&gdate, (guint) -months);

  return (AccordDate) g_date_get_julian (&gdate);
}

int
accord_date_get_iso_week (AccordDate date,
                          int       *iso_year)
{
  AccordDate thursday;
  int year;

  g_return_val_if_fail (date > ACCORD_DATE_NONE, 0);

  /* A week belongs to the year that holds its Thursday. */
  thursday = date - accord_date_get_weekday (date) + 4;
  accord_date_get_ymd (thursday, &year, NULL, NULL);
  if (iso_year != NULL)
    *iso_year = year;

  return (thursday - accord_date_new (year, 1, 1)) / 7 + 1;
}

AccordDate
accord_date_from_iso_week (int iso_year,
                           int week)
{
  AccordDate fourth = accord_date_new (iso_year, 1, 4);
  AccordDate monday;
  int year;

  if (fourth == ACCORD_DATE_NONE || week < 1 || week > 53)
    return ACCORD_DATE_NONE;

  /* January 4th is always in week 1. */
  monday = fourth - accord_date_get_weekday (fourth) + 1 + (week - 1) * 7;
  accord_date_get_iso_week (monday, &year);

  return year == iso_year ? monday : ACCORD_DATE_NONE;
}
