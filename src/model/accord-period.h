/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "accord-quarter.h"

G_BEGIN_DECLS

/**
 * AccordPeriod:
 *
 * The plan quarter that a page shows, as an immutable object that can be a property: year (the plan year's label),
 * quarter (1-4), fiscal-start (1-12), all construct-only. Another period is another object.
 */
#define ACCORD_TYPE_PERIOD (accord_period_get_type ())
G_DECLARE_FINAL_TYPE (AccordPeriod, accord_period, ACCORD, PERIOD, GObject)

AccordPeriod *accord_period_new (AccordQuarter quarter, int fiscal_start);
AccordPeriod *accord_period_new_for_date (AccordDate date, int fiscal_start);

AccordQuarter accord_period_get_quarter (AccordPeriod *self);
int accord_period_get_year (AccordPeriod *self);
int accord_period_get_fiscal_start (AccordPeriod *self);

/* First and last day (inclusive) of the quarter. */
AccordDate accord_period_get_start (AccordPeriod *self);
AccordDate accord_period_get_end (AccordPeriod *self);

gboolean accord_period_contains (AccordPeriod *self, AccordDate date);
gboolean accord_period_equal (AccordPeriod *self, AccordPeriod *other);

/* For reading: "Q4 2026", "Q2 FY27". */
char *accord_period_format (AccordPeriod *self);

/* New objects. */
AccordPeriod *accord_period_next (AccordPeriod *self);
AccordPeriod *accord_period_previous (AccordPeriod *self);

G_END_DECLS
