/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-metric.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_METRIC_ROW_BLOCK,  /* all there is to know, a menu; opens when activated */
  ACCORD_METRIC_ROW_CHOICE, /* in short, its votes, and whether it is a key metric */
} AccordMetricRowStyle;

/**
 * AccordMetricRow:
 *
 * A building block in a list: edited, removed and moved by keys, menu and pointer. It activates, with the metric's id, the
 * actions "metric.edit", "metric.remove", "metric.move-up" and "metric.move-down" (all "x") and "metric.set-key" ("(xb)").
 */
#define ACCORD_TYPE_METRIC_ROW (accord_metric_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordMetricRow, accord_metric_row, ACCORD, METRIC_ROW, AdwActionRow)

GtkWidget *accord_metric_row_new (AccordMetric        *metric,
                                  AccordMetricRowStyle style);

AccordMetric *accord_metric_row_get_metric (AccordMetricRow *self);

/* Shows the metric as it is now, which has so many votes and stands at that place of so many, from 1. */
void accord_metric_row_refresh (AccordMetricRow *self,
                                guint            n_votes,
                                guint            place,
                                guint            n_places);

/* Puts the focus where it says whether it is a key metric; on the row where it does not say. */
void accord_metric_row_focus_key (AccordMetricRow *self);

G_END_DECLS
