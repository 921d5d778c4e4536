/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-plan-figures.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordPlanHistory:
 * @best: the member's best quarter on record, minor units
 * @median: the median of their quarters
 * @booked: what they booked in each quarter of the planned year that is over, minor units
 * @since: the first day that the following look back to
 * @average_deal: their mean won deal, to a whole major unit
 * @deals: how many deals that is from
 * @win_rate: won of all that was decided, to a tenth of a percent, as the next two
 * @decided: how many opportunities that is from
 * @cycle: the median days from created to won, in billionths
 * @meeting_rate: opportunities opened of first meetings, from the metrics of that name
 * @meetings: how many first meetings that is from
 * @outreach_rate: first meetings of outreach, from the metrics of that name
 * @outreach: how much outreach that is from
 * @season: how the team's years spread over the quarters, as accord_season_weights() gives it
 * @has_season: whether @season comes from two years of history or more
 *
 * What the two plan years before the planned one, and what there is of it, say about a member. Unknown where there is
 * nothing on record. The averages and rates are rounded: a start to type over, not a measurement.
 */
typedef struct
{
  gint64 best;
  gint64 median;
  gint64 booked[4];
  AccordDate since;
  gint64 average_deal;
  guint deals;
  AccordRate win_rate;
  guint decided;
  AccordRate cycle;
  AccordRate meeting_rate;
  gint64 meetings;
  AccordRate outreach_rate;
  gint64 outreach;
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
