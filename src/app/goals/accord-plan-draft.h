/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-commitment.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-plan-figures.h"
#include "accord-plan-history.h"
#include "accord-roll-up.h"
#include "accord-split.h"

G_BEGIN_DECLS

/**
 * AccordPlanDraft:
 *
 * What the wizard works on: drafts of a member's plan and personal goals for a plan year. It stores them as they are
 * edited, a moment after the last keystroke or at once when asked, so that the wizard can end at any time and go on
 * where it was.
 *
 * Properties: status (text for the foot of the wizard: "Saved", or what went wrong), failed (whether status is an
 * error).
 *
 * Signals: "changed" (a figure is another: whatever shows figures follows).
 */
#define ACCORD_TYPE_PLAN_DRAFT (accord_plan_draft_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlanDraft, accord_plan_draft, ACCORD, PLAN_DRAFT, GObject)

/* Takes up the stored plan of that member and year, or begins one with what is known from the year before. */
AccordPlanDraft *accord_plan_draft_new (AccordWorkspace *workspace,
                                        AccordMember    *member,
                                        int              year);

AccordWorkspace *accord_plan_draft_get_workspace (AccordPlanDraft *self);
AccordMember *accord_plan_draft_get_member (AccordPlanDraft *self);
int accord_plan_draft_get_year (AccordPlanDraft *self);
const AccordPlanHistory *accord_plan_draft_get_history (AccordPlanDraft *self);
const char *accord_plan_draft_get_currency (AccordPlanDraft *self);
int accord_plan_draft_get_decimals (AccordPlanDraft *self);

/* The latest commitment of the year, live; NULL before the first. */
AccordCommitment *accord_plan_draft_get_commitment (AccordPlanDraft *self);

/* Drafts: set them, then call accord_plan_draft_edited(). */
AccordPlan *accord_plan_draft_get_plan (AccordPlanDraft *self);
GListModel *accord_plan_draft_get_goals (AccordPlanDraft *self);

AccordGoal *accord_plan_draft_add_goal (AccordPlanDraft *self);
void accord_plan_draft_remove_goal (AccordPlanDraft *self,
                                    AccordGoal      *goal);

/* What the plan's figures rest on, as of today; borrowed. */
const AccordPlanBasis *accord_plan_draft_get_basis (AccordPlanDraft *self);

/* The funnel of the income goal, and of bookings that are given: accord-plan-figures.h. */
gboolean accord_plan_draft_compute_funnel (AccordPlanDraft *self,
                                           AccordFunnel    *funnel,
                                           GError         **error);
gboolean accord_plan_draft_compute_work (AccordPlanDraft *self,
                                         gint64           bookings,
                                         AccordFunnel    *funnel,
                                         GError         **error);

/* Whether the plan year has begun and is not over: then what is booked counts, and only the weeks that are left. */
gboolean accord_plan_draft_is_running (AccordPlanDraft *self);

/* The team's year with this draft in it. FALSE where the member is not on the team in that year. totals may be NULL. */
gboolean accord_plan_draft_get_totals (AccordPlanDraft    *self,
                                       AccordRollUpTotals *team,
                                       AccordRollUpTotals *territory,
                                       gint64             *territory_id);

/* What the company expects of the team in the year; unknown where it has not said. */
gint64 accord_plan_draft_get_team_target (AccordPlanDraft *self);

/* The quarters of the plan's amount; they follow the plan's amount, and the plan's quarters follow them.
 *
 * A quarter of the running year that is over is not asked for again: it stands, locked, at what was committed for it,
 * or where there is no commitment yet at what was booked in it; the quarters that are left take up the difference. */
const AccordSplit *accord_plan_draft_get_split (AccordPlanDraft *self);
gboolean accord_plan_draft_is_past (AccordPlanDraft *self,
                                    guint            quarter);

/* What bookings in the year ask of each quarter that is not over: less what was booked in those that are. */
gint64 accord_plan_draft_needed_per_quarter (AccordPlanDraft *self,
                                             gint64           bookings);
void accord_plan_draft_set_amount (AccordPlanDraft *self,
                                   gint64           amount);
gboolean accord_plan_draft_set_quarter (AccordPlanDraft *self,
                                        guint            quarter,
                                        gint64           value,
                                        GError         **error);

/* FALSE where it is the last one that is free. */
gboolean accord_plan_draft_set_locked (AccordPlanDraft *self,
                                       guint            quarter,
                                       gboolean         locked);

/* The number being typed, the amount or a quarter, is complete: the next one rebalances what it made. */
void accord_plan_draft_finish_number (AccordPlanDraft *self);
void accord_plan_draft_reset_quarters (AccordPlanDraft *self);

/* Something in the drafts is another: tells those who show it, and stores it in a moment. */
void accord_plan_draft_edited (AccordPlanDraft *self);

/* Stores what is not stored yet. FALSE where that failed; the drafts stand as they are, and status says why. */
gboolean accord_plan_draft_save (AccordPlanDraft *self);

/* The quota as it was typed. */
void accord_plan_draft_set_quota (AccordPlanDraft *self,
                                  gint64           quota);

/* Stores the plan's quota as the member's four quarterly quotas, by season, where it was typed here and is another than
 * what is stored: quotas that were imported or typed elsewhere stand as they are. */
gboolean accord_plan_draft_store_quota (AccordPlanDraft *self,
                                        GError         **error);

/* Makes a commitment of the plan: the next version, dated today. reason says why it changes the one before, "" for
 * the first. */
gboolean accord_plan_draft_commit (AccordPlanDraft *self,
                                   const char      *reason,
                                   GError         **error);

/* The members that are on the team at some time of the plan year, by name, the one who plans left out if
 * others_only. (transfer full) */
GListModel *accord_plan_draft_list_members (AccordPlanDraft *self,
                                            gboolean         others_only);

/* The plan of a member for a year; NULL where there is none. (transfer none) */
AccordPlan *accord_plan_find (GListModel *plans,
                              gint64      member,
                              int         year);

/* Money in the workspace's currency, for reading. (transfer full) */
char *accord_plan_draft_format_money (AccordPlanDraft *self,
                                      gint64           amount);

G_END_DECLS
