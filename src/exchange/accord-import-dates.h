/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-options.h"
#include "accord-period.h"

G_BEGIN_DECLS

/* Dates and periods as the files of other programs spell them. */

/**
 * AccordImportDay:
 * @first: @second: of figures alone, where their order is open, the two that are not the year; else month and day
 * @year: with its century
 * @open: whether @first and @second can be month and day either way
 * @short_year: whether the year was of two figures, so that with @open it can be the day as well
 */
typedef struct
{
  int first;
  int second;
  int year;
  gboolean open;
  gboolean short_year;
} AccordImportDay;

/* Takes a date apart: 2013-07-01, 2013/7/1, 20130701, 01.07.2013, 7/1/13, 1 July 2013, Jul 1, 2013, a time of day behind it.
 * Two figures of a year are those nearest to this_year and at most ten years after it. FALSE where it is none. */
gboolean accord_import_day_parse (const char      *text,
                                  int              this_year,
                                  AccordImportDay *day);

/* The day, with order where it is open; ACCORD_DATE_NONE where there is no such day. */
AccordDate accord_import_day_to_date (const AccordImportDay *day,
                                      AccordDateOrder        order);

/* The order that this date alone can have; _AUTO where it can have both, _YMD where it is not open. */
AccordDateOrder accord_import_day_tell (const AccordImportDay *day);

/* Reads a date in one go; an empty text is no date. */
AccordDate accord_import_read_date (const char     *text,
                                    AccordDateOrder order,
                                    int             this_year);

/* Reads a quota's period: 2013-Q2, Q2 2013, 2Q13, FY27 Q1, 2013-07, 07/2013, 2013M07, July 2013, a date (which stands for
 * its month), 2013, FY27. year completes a period that has none of its own (M07, Q2, July), 0 for none. grain is a month, a
 * quarter or a year. FALSE where it is none of these. */
gboolean accord_import_read_period (const char     *text,
                                    int             year,
                                    AccordDateOrder order,
                                    int             this_year,
                                    int             fiscal_start,
                                    AccordDate     *starts,
                                    AccordGrain    *grain);

/* Reads an actual's period: an ISO week (2026-W47, W47 2026, KW 47/2026), a date, which stands for that day, a month or a
 * quarter as above. FALSE where it is none of these, a year alone too. */
gboolean accord_import_read_actual_period (const char     *text,
                                           int             year,
                                           AccordDateOrder order,
                                           int             this_year,
                                           int             fiscal_start,
                                           AccordDate     *starts,
                                           AccordGrain    *grain);

/* A plan year alone: 2013, FY13, FY 2013; 0 where it is none. */
int accord_import_read_year (const char *text);

/* Whether a header of the wide layout is a month or a quarter: M07, Jul, Q2, 2013-07. has_year tells whether it says of
 * which year. */
gboolean accord_import_is_period_header (const char *text,
                                         gboolean   *has_year);

G_END_DECLS
