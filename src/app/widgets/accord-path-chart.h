/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-chart.h"
#include "accord-date.h"
#include "accord-metric.h"

G_BEGIN_DECLS

/**
 * AccordPathPoint:
 * @day: the day whose end it stands for: a week's last, of the week that is not over the day that the figures are of
 * @actual: what was reached by then, in all; ACCORD_UNKNOWN is a gap
 * @expected: where the seasonal path to the target is by then, or ACCORD_UNKNOWN
 */
typedef struct
{
  AccordDate day;
  gint64 actual;
  gint64 expected;
} AccordPathPoint;

/**
 * AccordPath:
 * @name: what is measured, and whose it is where that is not plain: the picture's title
 * @unit: @currency: @decimals: how values are written
 * @starts: @ends: first and last day of the period
 * @as_of: the day that the figures are of
 * @adds_up: whether values add up over time: they then begin with 0 on the eve of the period
 * @actual: what is reached as of then
 * @expected: what is expected by then
 * @target: what it is to come to
 * @landing: where it ends if it goes on like this
 *
 * A metric in a period. Texts are borrowed for the call; values are in the unit of the metric, each may be ACCORD_UNKNOWN.
 */
typedef struct
{
  const char *name;
  AccordUnit unit;
  const char *currency;
  int decimals;
  AccordDate starts;
  AccordDate ends;
  AccordDate as_of;
  gboolean adds_up;
  gint64 actual;
  gint64 expected;
  gint64 target;
  gint64 landing;
} AccordPath;

/**
 * AccordPathChart:
 *
 * What was reached, week by week (a whole line), against the path to the target (dashed), and where it lands (dotted, to the end),
 * with the figures of the day above it; those of a week where one points or walks to. Reads in the direction of the language.
 */
#define ACCORD_TYPE_PATH_CHART (accord_path_chart_get_type ())
G_DECLARE_FINAL_TYPE (AccordPathChart, accord_path_chart, ACCORD, PATH_CHART, AccordChart)

GtkWidget *accord_path_chart_new (void);

/* Shows a copy; n points in order of time, which may be none. */
void accord_path_chart_set (AccordPathChart       *self,
                            const AccordPath      *path,
                            const AccordPathPoint *points,
                            guint                  n);

G_END_DECLS
