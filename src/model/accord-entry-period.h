/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-quarter.h"

G_BEGIN_DECLS

/* Numbers are entered week by week; what a number stands for follows from how often its metric is measured. A week belongs
 * to the month and the quarter that hold its Thursday. */

/* The period that a number is entered for in the week of that Monday: the week itself for a metric that is measured by the
 * day or the week, else the month, quarter or plan year that the week belongs to. */
AccordDate accord_entry_period_get_start (AccordGrain cadence,
                                          AccordDate  monday,
                                          int         fiscal_start);

/* How long that period is: ACCORD_GRAIN_WEEK for a day too. */
AccordGrain accord_entry_period_get_grain (AccordGrain cadence);

/* For reading, in the user's language: "16–22 November 2026". (transfer full) */
char *accord_entry_week_format (AccordDate monday);

/* The same for a period: "November 2026", "Q4 2026", "FY27"; for a week as accord_entry_week_format(). (transfer full) */
char *accord_entry_period_format (AccordDate  starts,
                                  AccordGrain grain,
                                  int         fiscal_start);

G_END_DECLS
