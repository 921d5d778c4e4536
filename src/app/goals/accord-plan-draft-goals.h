/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-plan-draft.h"

G_BEGIN_DECLS

/* What hangs on a plan draft's goals and its promise, beside the drafts themselves. */

/* Whether a member is named in the small group that may see a goal. */
gboolean accord_plan_draft_is_viewer (AccordPlanDraft *self,
                                      AccordGoal      *goal,
                                      gint64           member);

/* Names a member, or takes them out, at once; what was typed is stored first. A goal has to have a title. */
gboolean accord_plan_draft_set_viewer (AccordPlanDraft *self,
                                       AccordGoal      *goal,
                                       gint64           member,
                                       gboolean         sees,
                                       GError         **error);

/* Removes a goal together with its log and the group that may see it. */
void accord_goal_put_removal (AccordWorkspace *workspace,
                              AccordChange    *change,
                              AccordGoal      *goal);

/* The goals of the year before that were not achieved, as a GPtrArray of AccordGoal. (transfer full) */
GPtrArray *accord_plan_draft_list_goals_of_last_year (AccordPlanDraft *self);

/* Whether a start as last year brings something: there is a goal or a plan of the year before, and no goal yet. */
gboolean accord_plan_draft_can_start_as_last_year (AccordPlanDraft *self);

/* Stores last year's open goals, what is paid and what a deal takes as the beginning of this year's plan. The draft is
 * behind then: take up a new one. */
gboolean accord_plan_draft_start_as_last_year (AccordPlanDraft *self,
                                               GError         **error);

/* Whether committing also makes the weekly needs the member's targets. */
gboolean accord_plan_draft_get_weekly_targets (AccordPlanDraft *self);
void accord_plan_draft_set_weekly_targets (AccordPlanDraft *self,
                                           gboolean         weekly_targets);

/* Puts them into the commit's change, with the metrics that are not there yet, if they were asked for. */
void accord_plan_draft_put_weekly_targets (AccordPlanDraft  *self,
                                           AccordChange     *change,
                                           AccordCommitment *commitment);

G_END_DECLS
