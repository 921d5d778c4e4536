/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-chart.h"
#include "accord-metric.h"

G_BEGIN_DECLS

/**
 * AccordDistributionMember:
 * @name: the member's
 * @value: in the unit of the metric, or ACCORD_UNKNOWN
 */
typedef struct
{
  const char *name;
  gint64 value;
} AccordDistributionMember;

/**
 * AccordDistribution:
 * @title: what is measured: the picture's name
 * @unit: @currency: @decimals: how values are written
 * @target: what each of them aims at, or ACCORD_UNKNOWN
 * @ranked: whether names stand in sight, the best first to the eye: only where ranking is asked for
 *
 * Texts are borrowed for the call.
 */
typedef struct
{
  const char *title;
  AccordUnit unit;
  const char *currency;
  int decimals;
  gint64 target;
  gboolean ranked;
} AccordDistribution;

/**
 * AccordDistributionChart:
 *
 * How a metric is spread over the members: a dot each on a line, stacked where they meet, with the median and the target marked.
 * Whose dot it is shows where one points or walks to, and in the accessible text; ranked, each has a line with the name.
 */
#define ACCORD_TYPE_DISTRIBUTION_CHART (accord_distribution_chart_get_type ())
G_DECLARE_FINAL_TYPE (AccordDistributionChart, accord_distribution_chart, ACCORD, DISTRIBUTION_CHART, AccordChart)

GtkWidget *accord_distribution_chart_new (void);

/* Shows a copy of n members; those whose value is unknown are counted in the words. */
void accord_distribution_chart_set (AccordDistributionChart        *self,
                                    const AccordDistribution       *distribution,
                                    const AccordDistributionMember *members,
                                    guint                           n);

G_END_DECLS
