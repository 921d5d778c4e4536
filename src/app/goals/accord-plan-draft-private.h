/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-plan-draft.h"

G_BEGIN_DECLS

/* What the files of the plan draft share. */

struct _AccordPlanDraft
{
  GObject parent_instance;

  AccordWorkspace *workspace;
  AccordMember *member;
  int year;
  AccordDate first; /* of the plan year */
  AccordDate last;
  AccordPlanHistory history;
  AccordPlanBasis basis;
  AccordTeamRollUp *roll_up;

  AccordPlan *plan;
  GListStore *terms; /* AccordPayTerms: a draft of the shared terms that the plan refers to, or nothing */
  GListStore *goals;
  GPtrArray *removed; /* AccordGoal, stored ones that are to go */
  AccordSplit split;

  AccordSplit split_before; /* as it was before the number that is being typed */
  guint typing;             /* which that is: a quarter 1-4, 5 the amount; 0 none */
  gint64 past[4];           /* what a quarter that is over stands at; unknown: it is not over, or was never said */

  guint save_source;
  gboolean dirty;        /* something was edited since it was last stored */
  gboolean quota_edited; /* the quota was typed here, and is not stored as the member's quotas yet */
  gboolean weekly_targets;
  char *status;
  gboolean failed;
};

/* Reads what the figures rest on beside the plan: what is booked, the weeks that are left, the team's year. */
void accord_plan_draft_load_basis (AccordPlanDraft *self);

/* Fills in what the member's history says about a deal where the plan says nothing at all yet. */
void accord_plan_draft_prefill (AccordPlanDraft *self);

/* Takes up a draft of the shared terms that the plan refers to. */
void accord_plan_draft_load_terms (AccordPlanDraft *self);

/* Puts that draft into the change if it is not what is stored, adding to drafts and copies. */
void accord_plan_draft_put_terms (AccordPlanDraft *self,
                                  AccordChange    *change);

/* Takes the quarters over from the plan. */
void accord_plan_draft_load_split (AccordPlanDraft *self);

/* Fills a plan that was never stored with what is known already. */
void accord_plan_draft_begin (AccordPlanDraft *self);

/* Stores change together with whatever of the drafts is not stored yet. */
gboolean accord_plan_draft_apply (AccordPlanDraft *self,
                                  AccordChange    *change,
                                  GError         **error);

/* The member's quota as the file has it; unknown where there is none. */
gint64 accord_plan_draft_get_stored_quota (AccordPlanDraft *self);

/* First and last day of the plan year. */
void accord_plan_draft_get_year_days (AccordPlanDraft *self,
                                      AccordDate      *first,
                                      AccordDate      *last);

G_END_DECLS
