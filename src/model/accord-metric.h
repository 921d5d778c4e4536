/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"
#include "accord-attainment.h"
#include "accord-period.h"

G_BEGIN_DECLS

/* What a metric is counted in. */
typedef enum
{
  ACCORD_UNIT_COUNT, /*< nick=count >*/
  ACCORD_UNIT_MONEY, /*< nick=money >*/
  ACCORD_UNIT_PERCENT, /*< nick=percent >*/
  ACCORD_UNIT_DAYS, /*< nick=days >*/
  ACCORD_UNIT_RATIO, /*< nick=ratio >*/
} AccordUnit;

/* The value in words, for reading. */
const char *accord_unit_get_label (AccordUnit unit);

/**
 * AccordMetric:
 *
 * A number that the team follows: a building block, or one of its key metrics.
 */
#define ACCORD_TYPE_METRIC (accord_metric_get_type ())
G_DECLARE_FINAL_TYPE (AccordMetric, accord_metric, ACCORD, METRIC, AccordRecord)

AccordMetric *accord_metric_new (void);

ACCORD_DECLARE_TEXT (AccordMetric, accord_metric, name)
ACCORD_DECLARE_VALUE (AccordMetric, accord_metric, unit, AccordUnit)
/* accord-attainment.h */
ACCORD_DECLARE_VALUE (AccordMetric, accord_metric, direction, AccordDirection)
/* How often it is measured. */
ACCORD_DECLARE_VALUE (AccordMetric, accord_metric, cadence, AccordGrain)
/* How members and periods become one number. */
ACCORD_DECLARE_VALUE (AccordMetric, accord_metric, rollup, AccordRollUp)
/* Leading (activity) rather than lagging (result). */
ACCORD_DECLARE_VALUE (AccordMetric, accord_metric, leading, gboolean)
/* One of the key metrics. */
ACCORD_DECLARE_VALUE (AccordMetric, accord_metric, key, gboolean)
/* 0: the whole team's. */
ACCORD_DECLARE_VALUE (AccordMetric, accord_metric, territory, gint64)
ACCORD_DECLARE_TEXT (AccordMetric, accord_metric, definition)
/* Where the numbers come from, as agreed. */
ACCORD_DECLARE_TEXT (AccordMetric, accord_metric, source_note)
/* Order in lists. */
ACCORD_DECLARE_VALUE (AccordMetric, accord_metric, position, gint64)

G_END_DECLS
