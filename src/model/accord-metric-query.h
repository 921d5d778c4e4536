/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-metric.h"
#include "accord-multivote.h"

G_BEGIN_DECLS

/* The building blocks of the team (territory 0) or of a territory, in order. metrics is a list of AccordMetric, votes one of
 * AccordVote; what is voted for on the SWOT board does not count here. */

/* How many key metrics a team can keep in mind. */
#define ACCORD_KEY_METRICS_MIN 3
#define ACCORD_KEY_METRICS_MAX 5

/* All, or only the key metrics. (transfer full): an array that holds references. */
GPtrArray *accord_metric_list (GListModel *metrics,
                               gint64      territory,
                               gboolean    key_only);

/* The same by votes, the most first; in order where they are equal. */
GPtrArray *accord_metric_list_by_votes (GListModel *metrics,
                                        GListModel *votes,
                                        gint64      territory);

G_END_DECLS
