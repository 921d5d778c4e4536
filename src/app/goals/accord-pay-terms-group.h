/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-wizard-step.h"

G_BEGIN_DECLS

/**
 * AccordPayTermsGroup:
 *
 * By which terms a member is paid: their own, or shared ones chosen by name; and to share, rename and remove those.
 *
 * Signals: "chosen" (the plan pays by other terms now).
 */
#define ACCORD_TYPE_PAY_TERMS_GROUP (accord_pay_terms_group_get_type ())
G_DECLARE_FINAL_TYPE (AccordPayTermsGroup, accord_pay_terms_group, ACCORD, PAY_TERMS_GROUP, AdwBin)

/* Shows what the draft has; borrows it. */
void accord_pay_terms_group_load (AccordPayTermsGroup *self,
                                  AccordPlanDraft     *draft);

/* The draft has changed: there may be something to share now. */
void accord_pay_terms_group_refresh (AccordPayTermsGroup *self);

G_END_DECLS
