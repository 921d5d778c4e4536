/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-metric.h"
#include "accord-target.h"

G_BEGIN_DECLS

/**
 * AccordTargetPlace:
 *
 * Whose target for what and when. member 0 is all for whom the metric is kept: the team, or its territory.
 */
typedef struct
{
  gint64 member;
  gint64 metric;
  AccordDate starts;
  AccordGrain grain;
} AccordTargetPlace;

/* The version that stands: the last one, unless it took the target back; NULL where there is none. Borrowed from the list. */
AccordTarget *accord_target_find (GListModel              *targets,
                                  const AccordTargetPlace *place);

/* Every version, the latest first, also of a target that was taken back (value unknown). (transfer full): an array that holds
 * references. */
GPtrArray *accord_target_list_versions (GListModel              *targets,
                                        const AccordTargetPlace *place);

/* Whether it was set with a commitment, from the goal wizard's funnel. commitments is a list of AccordCommitment. */
gboolean accord_target_is_from_plan (AccordTarget *self,
                                     GListModel   *commitments);

/* Reads what a person types as a target of the metric, in the metric's unit: "1,200", "$48k", "35 %", "3–4" where it has to stay
 * within a range. upper is unknown unless there is a range. FALSE with ACCORD_NUMBER_ERROR and words for the user. decimals are
 * the currency's. */
gboolean accord_target_value_parse (AccordMetric *metric,
                                    const char   *text,
                                    int           decimals,
                                    gint64       *value,
                                    gint64       *upper,
                                    GError      **error);

/* Reads what a person types as a value that the metric came to: the same, but one value where it has to stay within a range
 * too. */
gboolean accord_metric_value_parse (AccordMetric *metric,
                                    const char   *text,
                                    int           decimals,
                                    gint64       *value,
                                    GError      **error);

/* For reading ("$48,000", "35 %", "14 days", "3–4×"), and as one types it. "" where unknown. (transfer full) */
char *accord_target_value_format (AccordMetric *metric,
                                  gint64        value,
                                  gint64        upper,
                                  const char   *currency,
                                  int           decimals);
char *accord_target_value_to_text (AccordMetric *metric,
                                   gint64        value,
                                   gint64        upper,
                                   int           decimals);

G_END_DECLS
