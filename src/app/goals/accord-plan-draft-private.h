/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-plan-draft.h"

G_BEGIN_DECLS

/* What the files of the plan draft share. */

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
