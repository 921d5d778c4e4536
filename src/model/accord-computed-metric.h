/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-metric.h"

G_BEGIN_DECLS

/**
 * AccordComputedMetric:
 * @ACCORD_COMPUTED_BOOKINGS: won amount by close date
 * @ACCORD_COMPUTED_WIN_RATE: won / (won + lost), closed in the period
 * @ACCORD_COMPUTED_SALES_CYCLE: days from created to won, the mean
 * @ACCORD_COMPUTED_AVERAGE_DEAL: won amount / won ones
 * @ACCORD_COMPUTED_OPENED: opportunities created in the period
 * @ACCORD_COMPUTED_COVERAGE: open amount due to close in the period / quota that remains
 *
 * The metrics that come out of opportunities (domain.md, "Opportunities"). Nobody makes them; a metric of the workspace
 * with the name of one of them is that one, and lends it its targets.
 */
typedef enum
{
  ACCORD_COMPUTED_BOOKINGS,
  ACCORD_COMPUTED_WIN_RATE,
  ACCORD_COMPUTED_SALES_CYCLE,
  ACCORD_COMPUTED_AVERAGE_DEAL,
  ACCORD_COMPUTED_OPENED,
  ACCORD_COMPUTED_COVERAGE,
} AccordComputedMetric;

#define ACCORD_COMPUTED_N_METRICS 6

/* "Bookings": as files and command lines have it, never translated. */
const char *accord_computed_metric_get_name (AccordComputedMetric metric);

/* The same for reading, translated. */
const char *accord_computed_metric_get_title (AccordComputedMetric metric);

AccordUnit accord_computed_metric_get_unit (AccordComputedMetric metric);
AccordDirection accord_computed_metric_get_direction (AccordComputedMetric metric);
AccordRollUp accord_computed_metric_get_roll_up (AccordComputedMetric metric);

/* The one of that name, blanks around it and case aside; FALSE where it is none. */
gboolean accord_computed_metric_find (const char           *name,
                                      AccordComputedMetric *metric);

G_END_DECLS
