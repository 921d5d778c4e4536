/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-computed-metric.h"
#include "accord-score.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordScorecardMetric:
 * @id: of the workspace's metric; 0 where it is a computed one that the workspace has no metric for
 * @name: as the workspace has it, or accord_computed_metric_get_name()
 * @computed: whether it comes out of opportunities; then @which says which one
 * @key: whether it is one of the key metrics
 * @territory: the one that it belongs to, 0: the whole team's
 */
typedef struct
{
  gint64 id;
  char *name;
  AccordUnit unit;
  AccordDirection direction;
  AccordRollUp roll_up;
  gboolean computed;
  AccordComputedMetric which;
  gboolean key;
  gint64 territory;
} AccordScorecardMetric;

/**
 * AccordScorecardRow:
 * @member: 0: a territory's row, or the team's
 * @territory: the member's in the quarter, 0: none; of a row without a member the territory's own, 0: the team's
 * @metric: which of the scorecard's metrics
 * @covered: of the pipeline coverage: nothing of the quota remains, and no figure says how well that is covered
 * @score: values in the metric's unit
 */
typedef struct
{
  gint64 member;
  gint64 territory;
  guint metric;
  gboolean covered;
  AccordScore score;
} AccordScorecardRow;

/**
 * AccordScorecard:
 * @metrics: (element-type AccordScorecardMetric): the computed ones first, then by position
 * @rows: (element-type AccordScorecardRow): the team's, the territories' by position, the members' by territory and name;
 *        within each by metric
 *
 * What everybody has come to in a quarter as of a day. Read it, never change it.
 *
 * The computed metrics are there once the workspace has opportunities or quotas; those of the workspace that are key
 * metrics or have a target or a value in the quarter. Members are those who were on the team in the quarter, or of whom it
 * has a figure; a leader without any figure is left out. A member who moves within the quarter counts where they were last.
 * With no deals sums are 0 and ratios unknown; a ratio whose whole is 0 is unknown.
 */
typedef struct
{
  AccordQuarter quarter;
  AccordDate as_of;
  GArray *metrics;
  GArray *rows;
} AccordScorecard;

/* The store's errors. */
AccordScorecard *accord_scorecard_new (AccordWorkspace *workspace,
                                       AccordQuarter    quarter,
                                       AccordDate       as_of,
                                       GError         **error);
void accord_scorecard_free (AccordScorecard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordScorecard, accord_scorecard_free)

G_END_DECLS
