/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-metric-library.h"
#include "accord-metric-query.h"
#include "accord-target-query.h"
#include "accord-vote-change.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/*
 * What a team does with the building blocks of its scorecard and the targets that it commits to, put into a change: each
 * function adds all that belongs to one action, so that one step of Undo takes it back. Metrics are live records of the
 * workspace; they change when the change is applied. territory 0 is the team.
 */

/* What refers to a metric: how many targets (all versions), actions and votes, and whether there are actuals on record. */
typedef struct
{
  guint n_targets;
  guint n_actions;
  guint n_votes;
  gboolean actuals;
} AccordMetricUse;

gboolean accord_metric_read_use (AccordWorkspace *workspace,
                                 AccordMetric    *metric,
                                 AccordMetricUse *use,
                                 GError         **error);

/* The building blocks of the library that are not there yet, by name, at the end; gives how many. */
guint accord_metric_change_add_templates (AccordChange                      *change,
                                          AccordWorkspace                   *workspace,
                                          gint64                             territory,
                                          const AccordMetricTemplate *const *templates,
                                          guint                              n_templates);

/* A draft of one's own, at the end. Gives the id that it gets. */
gint64 accord_metric_change_add (AccordChange    *change,
                                 AccordWorkspace *workspace,
                                 gint64           territory,
                                 AccordMetric    *draft);

/* The draft in place of the metric. ACCORD_RECORD_ERROR where its parts do not go together (accord_metric_roll_up_fits()), where
 * another metric of the same team or territory has its name, or where values on record would come to mean something else: with
 * actuals or targets the unit stays, and a range stays a range. */
gboolean accord_metric_change_edit (AccordChange    *change,
                                    AccordWorkspace *workspace,
                                    AccordMetric    *draft,
                                    GError         **error);

/* What came of removing a metric. */
typedef enum
{
  ACCORD_METRIC_REMOVED, /* with its targets and votes; actions stay, and move no metric any more */
  ACCORD_METRIC_RETIRED, /* actuals are on record: it is no key metric any more, and everything stays */
  ACCORD_METRIC_KEPT,    /* the same, and it was none: nothing changes */
} AccordMetricRemoval;

/* FALSE with ACCORD_STORE_ERROR where what refers to it cannot be read. */
gboolean accord_metric_change_remove (AccordChange        *change,
                                      AccordWorkspace     *workspace,
                                      AccordMetric        *metric,
                                      AccordMetricRemoval *removal,
                                      GError             **error);

void accord_metric_change_set_key (AccordChange *change,
                                   AccordMetric *metric,
                                   gboolean      key);

/* The n with most votes become the key metrics, in the order of votes, and no others are; those that nobody voted for are
 * left out. Gives how many there are then; 0, and no change, where nobody voted. */
guint accord_metric_change_make_top_key (AccordChange    *change,
                                         AccordWorkspace *workspace,
                                         gint64           territory,
                                         guint            n);

/* The metric comes to stand at index of metrics, which holds it and is in order; index counts without it. */
void accord_metric_change_move (AccordChange *change,
                                GPtrArray    *metrics,
                                AccordMetric *metric,
                                guint         index);

/* Takes back all votes for building blocks of the team or territory. */
void accord_metric_change_clear_votes (AccordChange    *change,
                                       AccordWorkspace *workspace,
                                       gint64           territory);

/* Whether a target of that value there would be a change of one that was set, which asks for a reason. */
gboolean accord_metric_target_needs_reason (AccordWorkspace         *workspace,
                                            const AccordTargetPlace *place,
                                            gint64                   value,
                                            gint64                   upper);

/* A new version of the target; value ACCORD_UNKNOWN takes it back. No change where it is that already.
 * ACCORD_RECORD_ERROR_MISSING where it takes a reason and has none. */
gboolean accord_metric_change_set_target (AccordChange            *change,
                                          AccordWorkspace         *workspace,
                                          const AccordTargetPlace *place,
                                          gint64                   value,
                                          gint64                   upper,
                                          const char              *reason,
                                          AccordDate               today,
                                          GError                 **error);

G_END_DECLS
