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

/* A value of that unit for reading: "1,200", "$48,000", "35 %", "14 days", "3×"; "n/a" where it is unknown. upper is where the
 * range "3–4 days" ends, else unknown. currency and decimals are for money. (transfer full) */
char *accord_unit_format (AccordUnit  unit,
                          gint64      value,
                          gint64      upper,
                          const char *currency,
                          int         decimals);

/* The same for one value, shortened for axes: "$48k", "14". (transfer full) */
char *accord_unit_format_short (AccordUnit  unit,
                                gint64      value,
                                const char *currency,
                                int         decimals);

/* The smallest step that an axis of that unit goes up by: one of what is counted, a major unit of money, a percent. */
gint64 accord_unit_get_step (AccordUnit unit,
                             int        decimals);

G_END_DECLS
