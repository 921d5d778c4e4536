/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-chart.h"
#include "accord-types.h"

G_BEGIN_DECLS

/**
 * AccordPipelineStage:
 * @name: the stage's
 * @count: how many open deals are in it
 * @amount: what they come to, or ACCORD_UNKNOWN where of none an amount is known
 * @aged: how many of them have been in it for longer than is usual
 * @aged_amount: what these come to, or ACCORD_UNKNOWN
 *
 * Amounts in minor units.
 */
typedef struct
{
  const char *name;
  guint count;
  gint64 amount;
  guint aged;
  gint64 aged_amount;
} AccordPipelineStage;

/**
 * AccordPipelineChart:
 *
 * Open deals by stage: a bar a stage for what its deals come to (how many there are, where no amounts are known), the aged part
 * hatched, with the figures above it.
 */
#define ACCORD_TYPE_PIPELINE_CHART (accord_pipeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (AccordPipelineChart, accord_pipeline_chart, ACCORD, PIPELINE_CHART, AccordChart)

GtkWidget *accord_pipeline_chart_new (void);

/* Shows a copy of n stages, in order; title is the picture's. */
void accord_pipeline_chart_set (AccordPipelineChart       *self,
                                const char                *title,
                                const AccordPipelineStage *stages,
                                guint                      n,
                                const char                *currency,
                                int                        decimals);

G_END_DECLS
