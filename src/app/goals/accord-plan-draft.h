/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-commitment.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-plan-history.h"
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

/* The quarters of the plan's amount; they follow the plan's amount, and the plan's quarters follow them. */
const AccordSplit *accord_plan_draft_get_split (AccordPlanDraft *self);
void accord_plan_draft_set_amount (AccordPlanDraft *self,
                                   gint64           amount);
gboolean accord_plan_draft_set_quarter (AccordPlanDraft *self,
                                        guint            quarter,
                                        gint64           value,
                                        GError         **error);

/* The number being typed is complete: the next one rebalances what it made. */
void accord_plan_draft_finish_quarter (AccordPlanDraft *self);
void accord_plan_draft_reset_quarters (AccordPlanDraft *self);

/* Something in the drafts is another: tells those who show it, and stores it in a moment. */
void accord_plan_draft_edited (AccordPlanDraft *self);

/* Stores what is not stored yet. FALSE where that failed; the drafts stand as they are, and status says why. */
gboolean accord_plan_draft_save (AccordPlanDraft *self);

/* Stores the plan's quota as the member's four quarterly quotas, by season, where it is another than what is stored. */
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
