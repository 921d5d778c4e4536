/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-clock.h"

static AccordDate
clock_given_today (void)
{
  const char *given = g_getenv ("ACCORD_TODAY");
  AccordDate today = ACCORD_DATE_NONE;

  if (given == NULL || *given == '\0')
    return ACCORD_DATE_NONE;
  if (!accord_date_parse (given, &today))
    g_warning_once ("ACCORD_TODAY is not a date (YYYY-MM-DD) and is ignored");

  return today;
}

AccordDate
accord_clock_today (void)
{
  AccordDate today = clock_given_today ();
  g_autoptr (GDateTime) now = NULL;

  if (today != ACCORD_DATE_NONE)
    return today;

  now = g_date_time_new_now_local ();

  return accord_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

char *
accord_clock_now_utc (void)
{
  AccordDate today = clock_given_today ();
  g_autoptr (GDateTime) now = NULL;

  if (today != ACCORD_DATE_NONE)
    {
      g_autofree char *day = accord_date_to_iso (today);

      return g_strconcat (day, "T12:00:00Z", NULL);
    }

  now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
