/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-period.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* What the team booked in every quarter so far, read once. Immutable, of any thread. today bounds what counts: a quarter that
 * is running is not on record yet. */
typedef struct _AccordSeasonHistory AccordSeasonHistory;

AccordSeasonHistory *accord_season_history_new (AccordWorkspace *workspace,
                                                AccordDate       today);
void accord_season_history_free (AccordSeasonHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSeasonHistory, accord_season_history_free)

/* As accord_season_read(), for any year. */
gboolean accord_season_history_weigh (const AccordSeasonHistory *self,
                                      int                        year,
                                      gint64                     weights[4]);

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
