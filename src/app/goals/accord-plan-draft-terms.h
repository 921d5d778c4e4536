/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-plan-draft.h"

G_BEGIN_DECLS

/**
 * AccordPayWords:
 *
 * How a plan pays, as it was typed: accord-pay-terms.h. tiers is borrowed.
 */
typedef struct
{
  AccordPayKind kind;
  const char *tiers;
  gint64 threshold;
  gint64 cap;
} AccordPayWords;

/* The terms that the plan pays by, the shared ones or its own. */
void accord_plan_draft_get_pay (AccordPlanDraft *self,
                                AccordPayWords  *words);
void accord_plan_draft_set_pay (AccordPlanDraft      *self,
                                const AccordPayWords *words);

/* A draft of the shared terms that the plan refers to: set it, then call accord_plan_draft_edited(); NULL where the plan
 * has its own. Borrowed. */
AccordPayTerms *accord_plan_draft_get_terms (AccordPlanDraft *self);

/* How many members are paid by shared terms in any year, this one included. */
guint accord_plan_draft_count_paid_by (AccordPlanDraft *self,
                                       AccordPayTerms  *terms);

/* Pays by these shared terms from now on; NULL: by a copy of its own of what it pays by now. */
void accord_plan_draft_use_terms (AccordPlanDraft *self,
                                  AccordPayTerms  *terms);

/* Whether a name is taken by other shared terms than except (may be NULL). */
gboolean accord_plan_draft_is_terms_name_taken (AccordPlanDraft *self,
                                                const char      *name,
                                                AccordPayTerms  *except);

/* Stores the plan's own terms under a name, and pays by them. */
gboolean accord_plan_draft_share_terms (AccordPlanDraft *self,
                                        const char      *name,
                                        GError         **error);

/* Removes the shared terms that the plan refers to; every plan that does gets a copy of its own, so that nobody is paid
 * otherwise. */
gboolean accord_plan_draft_remove_terms (AccordPlanDraft *self,
                                         GError         **error);

G_END_DECLS
