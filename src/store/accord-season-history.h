/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-period.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* How the team's bookings spread over the quarters in the plan years before year, as accord_season_weights() gives it. today
 * bounds what counts: a quarter that is running is not on record yet. Whether two years of history or more say so; the
 * weights are equal where not. */
gboolean accord_season_read (AccordWorkspace *workspace,
                             int              year,
                             AccordDate       today,
                             gint64           weights[4]);

/* What a member (0: the team) booked in a quarter, minor units; unknown while it is not over. */
gint64 accord_season_bookings (AccordWorkspace *workspace,
                               gint64           member,
                               AccordQuarter    quarter,
                               AccordDate       today);

G_END_DECLS
