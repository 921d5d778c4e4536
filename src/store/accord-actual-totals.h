/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-actuals.h"

G_BEGIN_DECLS

/**
 * AccordActualRule:
 * @roll_up: how a member's values within the quarter become one
 * @imported_only: whether only what was imported counts
 *
 * How the actuals of a metric are added up.
 */
typedef struct
{
  gint64 metric;
  AccordRollUp roll_up;
  gboolean imported_only;
} AccordActualRule;

/**
 * AccordActualTotal:
 * @actual: ACCORD_UNKNOWN where it cannot be told
 * @last: the day that the last of its values begins on
 *
 * What a member's actuals of a metric come to in a quarter.
 */
typedef struct
{
  gint64 member;
  gint64 metric;
  gint64 actual;
  AccordDate last;
} AccordActualTotal;

/* The totals of everybody who has any value of the metrics in the quarter first … last, by member and metric: a GArray of
 * AccordActualTotal. What begins after as_of does not count yet. The last two that were asked for are kept, a few bytes for
 * each member and metric, until somebody writes: then they are read again. The store's errors. (transfer full) */
GArray *accord_actuals_total (AccordWorkspace *workspace,
                              GArray          *rules,
                              AccordDate       first,
                              AccordDate       last,
                              AccordDate       as_of,
                              GError         **error);

G_END_DECLS
