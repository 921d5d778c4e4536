/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-metric-row.h"

G_BEGIN_DECLS

/**
 * AccordMetricListBox:
 *
 * A boxed list of building blocks, which are moved by dragging them, too.
 *
 * Signals: "opened" (AccordMetric: its row was activated), "dropped" (AccordMetric, guint: it was let go at that place, which
 * counts without it; it may come from another list).
 */
#define ACCORD_TYPE_METRIC_LIST_BOX (accord_metric_list_box_get_type ())
G_DECLARE_FINAL_TYPE (AccordMetricListBox, accord_metric_list_box, ACCORD, METRIC_LIST_BOX, AdwBin)

void accord_metric_list_box_set_row_style (AccordMetricListBox    *self,
                                       AccordMetricRowStyle style);

/* The metrics in order, with the votes (a list of AccordVote) for them. The focus stays on its metric. */
void accord_metric_list_box_show (AccordMetricListBox *self,
                              GPtrArray        *metrics,
                              GListModel       *votes);

/* Borrowed; NULL where it is not in the list. */
AccordMetricRow *accord_metric_list_box_find_row (AccordMetricListBox *self,
                                              gint64            metric);

G_END_DECLS
