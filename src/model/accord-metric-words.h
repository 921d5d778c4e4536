/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-metric.h"

G_BEGIN_DECLS

/* How a metric is kept, in words for reading, and which of its parts go together. */

/* "Higher is better", "Every week", "Added up". Borrowed, in the user's language. */
const char *accord_metric_direction_in_words (AccordDirection direction);
const char *accord_metric_cadence_in_words (AccordGrain cadence);
const char *accord_metric_roll_up_in_words (AccordRollUp roll_up);
const char *accord_metric_leading_in_words (gboolean leading);

/* All of it in a line: "Count · Higher is better · Every week · Added up · Leading". (transfer full) */
char *accord_metric_dup_summary (AccordMetric *metric);

/* Whether values of that unit and direction can be rolled up so: shares, coverages and whatever has to stay within a range do
 * not add up, and a ratio of sums is a share or a coverage. */
gboolean accord_metric_roll_up_fits (AccordRollUp    roll_up,
                                     AccordUnit      unit,
                                     AccordDirection direction);

G_END_DECLS
