/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-attainment.h"
#include "accord-quota.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* What a metric came to for a member in a period. value is minor units for money, else billionths of the unit. */
typedef struct
{
  gint64 member;
  gint64 metric;
  AccordDate starts;
  AccordGrain grain;
  gint64 value;
  AccordSource source;
} AccordActual;

/* Stores all or nothing, in one transaction, with the hashes of the blocks they lie in; a value for the same member,
 * metric and period takes the place of the one there. Actuals come in bulk and are not records: no list, no undo
 * here (accord-bulk.h has it). */
gboolean accord_actuals_put (AccordWorkspace    *workspace,
                             const AccordActual *actuals,
                             gsize               n_actuals,
                             GError            **error);

/* Every actual that starts in first … last (inclusive), by member, metric, day. member and metric 0 mean all. GArray
 * of AccordActual. */
GArray *accord_actuals_read (AccordWorkspace *workspace,
                             gint64           member,
                             gint64           metric,
                             AccordDate       first,
                             AccordDate       last,
                             GError         **error);

/* How many there are of a member and a metric, each of which may be 0 for all. */
gboolean accord_actuals_count (AccordWorkspace *workspace,
                               gint64           member,
                               gint64           metric,
                               gint64          *n_actuals,
                               GError         **error);

/* Their sum; ACCORD_UNKNOWN where there is none. */
gint64 accord_actuals_sum (AccordWorkspace *workspace,
                           gint64           member,
                           gint64           metric,
                           AccordDate       first,
                           AccordDate       last);

G_END_DECLS
