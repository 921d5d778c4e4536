/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-metric-change.h"
#include "accord-period.h"

G_BEGIN_DECLS

/**
 * AccordScorecardStep:
 *
 * A part of the Scorecard page: it shows the metrics of the team or a territory in a quarter, and changes them.
 *
 * Actions that a step may activate: "scorecard.show" (the name of a step), "scorecard.library", "scorecard.add-own".
 */
#define ACCORD_TYPE_SCORECARD_STEP (accord_scorecard_step_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordScorecardStep, accord_scorecard_step, ACCORD, SCORECARD_STEP, AdwBin)

/**
 * AccordScorecardStepClass:
 * @scope_changed: something else is to be shown, or nothing; a refresh follows. May be NULL
 * @refresh: shows what the workspace holds now; only called where there is one
 * @settle: stores what waits to be stored; FALSE where that failed, which the step shows. May be NULL
 */
struct _AccordScorecardStepClass
{
  AdwBinClass parent_class;

  void (*scope_changed) (AccordScorecardStep *self);
  void (*refresh) (AccordScorecardStep *self);
  gboolean (*settle) (AccordScorecardStep *self);
};

/* workspace may be NULL. */
void accord_scorecard_step_show (AccordScorecardStep *self,
                                 AccordWorkspace     *workspace,
                                 gint64               territory,
                                 AccordPeriod        *period);
void accord_scorecard_step_refresh (AccordScorecardStep *self);
gboolean accord_scorecard_step_settle (AccordScorecardStep *self);

/* Borrowed; NULL where nothing is shown. */
AccordWorkspace *accord_scorecard_step_get_workspace (AccordScorecardStep *self);
AccordPeriod *accord_scorecard_step_get_period (AccordScorecardStep *self);
gint64 accord_scorecard_step_get_territory (AccordScorecardStep *self);
GListModel *accord_scorecard_step_get_list (AccordScorecardStep *self,
                                            GType                type);

/* The building blocks, or the key metrics, in order. (transfer full): an array that holds references. */
GPtrArray *accord_scorecard_step_list_metrics (AccordScorecardStep *self,
                                               gboolean             key_only);

/* Who is on the team, or in the territory, in the quarter, by name. (transfer full): an array that holds references. */
GPtrArray *accord_scorecard_step_list_members (AccordScorecardStep *self);

/* The same in first … last, both inclusive. */
GPtrArray *accord_scorecard_step_list_members_in (AccordScorecardStep *self,
                                                  AccordDate           first,
                                                  AccordDate           last);

/* Stores the change and refreshes; where that fails says so in a toast and gives FALSE. */
gboolean accord_scorecard_step_apply (AccordScorecardStep *self,
                                      AccordChange        *change);

G_END_DECLS
