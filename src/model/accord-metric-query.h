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

/* What the voter gave the metric; NULL where nothing. Borrowed from the list. */
AccordVote *accord_metric_find_vote (GListModel        *votes,
                                     gint64             metric,
                                     const AccordVoter *voter);

/* What a voter has given all of them, and what all voters have given one. */
guint accord_metric_votes_spent (GListModel        *votes,
                                 GPtrArray         *metrics,
                                 const AccordVoter *voter);
guint accord_metric_votes_for (GListModel *votes,
                               gint64      metric);

G_END_DECLS
