/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "accord-date.h"

G_BEGIN_DECLS

/* Plan years, quarters, weeks and working days. fiscal_start is the month, 1-12, that a plan year starts with. A plan
 * year is labelled by the calendar year in which it ends: with July, label 2027 runs from 2026-07-01 to 2027-06-30. */

/* First and last day (inclusive); ACCORD_DATE_NONE where the label is outside 2-9998. */
AccordDate accord_plan_year_get_start (int label, int fiscal_start);
AccordDate accord_plan_year_get_end (int label, int fiscal_start);
int accord_plan_year_for_date (AccordDate date, int fiscal_start);

/* For reading: "2026" with January, else "FY27". */
char *accord_plan_year_format (int label, int fiscal_start);

/**
 * AccordQuarter:
 * @year: label of the plan year
 * @quarter: 1-4, or 0 for the whole plan year where a function says so
 */
typedef struct
{
  int year;
  int quarter;
} AccordQuarter;

/* First and last day (inclusive); quarter 0 gives the whole plan year's. */
AccordDate accord_quarter_get_start (AccordQuarter quarter, int fiscal_start);
AccordDate accord_quarter_get_end (AccordQuarter quarter, int fiscal_start);

AccordQuarter accord_quarter_for_date (AccordDate date, int fiscal_start);

/* The neighbour; of quarter 0 the neighbouring plan year. */
AccordQuarter accord_quarter_next (AccordQuarter quarter);
AccordQuarter accord_quarter_previous (AccordQuarter quarter);

/* < 0, 0, > 0; quarter 0 sorts before the year's first. */
int accord_quarter_compare (AccordQuarter a, AccordQuarter b);

/* Reads exactly YYYY-Qn ("2026-Q4", q too); FALSE leaves quarter alone. */
gboolean accord_quarter_parse (const char *text, AccordQuarter *quarter);

/* "2026-Q4"; quarter 0 gives "2026". */
char *accord_quarter_to_text (AccordQuarter quarter);

/* For reading: "Q4 2026", with another fiscal start "Q2 FY27"; quarter 0 as accord_plan_year_format(). */
char *accord_quarter_format (AccordQuarter quarter, int fiscal_start);

/* The Mondays of the ISO weeks that belong to a quarter (or year, quarter 0), as a GArray of AccordDate, ascending. A
 * week belongs to the quarter that holds its Thursday, so the first Monday may lie before the quarter's first day. */
GArray *accord_quarter_list_weeks (AccordQuarter quarter, int fiscal_start);

/* The quarter that the week of this date belongs to. */
AccordQuarter accord_quarter_for_week (AccordDate date, int fiscal_start);

/* "2026-W47", of the week that holds the date. */
char *accord_week_to_text (AccordDate monday);

/* How long a period is that a value stands for. */
typedef enum
{
  ACCORD_GRAIN_DAY,
  ACCORD_GRAIN_WEEK,
  ACCORD_GRAIN_MONTH,
  ACCORD_GRAIN_QUARTER,
  ACCORD_GRAIN_YEAR,
} AccordGrain;

/* Reads a period as files and command lines spell it: 2026-11-23, 2026-W47, 2026-11, 2026-Q4 (plan quarter), 2026 (plan
 * year), with blanks around it left out. starts is the period's first day. FALSE leaves both alone. */
gboolean accord_grain_parse_period (const char *text, int fiscal_start, AccordDate *starts, AccordGrain *grain);

/* The spelling back; starts may be any day of the period. */
char *accord_grain_period_to_text (AccordDate starts, AccordGrain grain, int fiscal_start);

/* The last day (inclusive) of the period of that grain that holds the date, and its first. */
AccordDate accord_grain_get_end (AccordDate date, AccordGrain grain, int fiscal_start);
AccordDate accord_grain_get_start (AccordDate date, AccordGrain grain, int fiscal_start);

/* Working days from first to last, both inclusive: Monday to Friday without the holidays, an ascending array (NULL
 * where n_holidays is 0; weekends and doubles in it do no harm). 0 where last is before first. */
int accord_working_days (AccordDate first, AccordDate last, const AccordDate *holidays, gsize n_holidays);

/* The same as weeks of five working days, in billionths of a week (an AccordRate): 13 days are 2.6 weeks. */
gint64 accord_working_weeks (AccordDate first, AccordDate last, const AccordDate *holidays, gsize n_holidays);

G_END_DECLS
