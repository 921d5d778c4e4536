/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordDate:
 *
 * A day of the proleptic Gregorian calendar as its Julian day number (what g_date_get_julian() gives), so that days
 * subtract and compare as integers. %ACCORD_DATE_NONE means "no date". In the workspace file dates are ISO text.
 */
typedef gint32 AccordDate;

#define ACCORD_DATE_NONE ((AccordDate) 0)

/* The day, or ACCORD_DATE_NONE where there is no such day. month is 1-12, year 1-9999. */
AccordDate accord_date_new (int year, int month, int day);

/* Reads exactly YYYY-MM-DD; anything else, and days that do not exist, give FALSE and leave date alone. */
gboolean accord_date_parse (const char *text, AccordDate *date);

/* YYYY-MM-DD, or NULL for ACCORD_DATE_NONE. */
char *accord_date_to_iso (AccordDate date);

/* The day as the user's language writes it, for reading (23 Nov 2026); "" for ACCORD_DATE_NONE. */
char *accord_date_format (AccordDate date);

void accord_date_get_ymd (AccordDate date, int *year, int *month, int *day);

/* 1 Monday … 7 Sunday, as ISO 8601. */
int accord_date_get_weekday (AccordDate date);

/* months may be negative; a day that the target month lacks becomes that month's last. */
AccordDate accord_date_add_months (AccordDate date, int months);

/* ISO 8601 week number and the year that it belongs to, which is not always the date's own. */
int accord_date_get_iso_week (AccordDate date, int *iso_year);

/* The Monday of an ISO week; ACCORD_DATE_NONE where that year has no such week. */
AccordDate accord_date_from_iso_week (int iso_year, int week);

G_END_DECLS
