/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-plan-figures.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordPlanHistory:
 * @best: the member's best quarter on record, minor units
 * @median: the median of their quarters
 * @average_deal: their mean won deal
 * @win_rate: won of all that was decided
 * @season: how the team's years spread over the quarters, as accord_season_weights() gives it
 * @has_season: whether @season comes from two years of history or more
 *
 * What the two plan years before the planned one, and what there is of it, say about a member. Unknown where there is
 * nothing on record.
 */
typedef struct
{
  gint64 best;
  gint64 median;
  gint64 average_deal;
  AccordRate win_rate;
  gint64 season[4];
  gboolean has_season;
} AccordPlanHistory;

/* today bounds what counts: the quarter that is running is not on record yet. */
void accord_plan_history_read (AccordPlanHistory *self,
                               AccordWorkspace   *workspace,
                               gint64             member,
                               int                year,
                               AccordDate         today);

G_END_DECLS
