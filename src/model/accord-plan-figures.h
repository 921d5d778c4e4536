/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-funnel.h"
#include "accord-pay-terms.h"
#include "accord-plan.h"
#include "accord-quarter.h"

G_BEGIN_DECLS

/* What a member's plan works out to. Amounts in minor units, ACCORD_UNKNOWN where they cannot be told. */

/**
 * AccordPlanBasis:
 * @decimals: the currency's
 * @pay_terms: (nullable): the list of AccordPayTerms that plans refer to, borrowed
 * @booked: what the member has booked so far in the plan year; 0 or unknown: nothing
 * @weeks: the working weeks that the calendar leaves, in billionths, for a plan that has no number of its own
 *
 * What a plan's figures rest on beside the plan itself.
 *
 * The plan year that is running: what is booked so far is taken off first, and the rest falls on the working weeks that
 * are left, today included. A year that has not begun has nothing booked and counts whole; a year that is over has no
 * weeks left.
 */
typedef struct
{
  int decimals;
  GListModel *pay_terms;
  gint64 booked;
  AccordRate weeks;
} AccordPlanBasis;

/* The pay plan: the shared terms that the plan refers to, else what was typed for it alone; its edges in % are of the
 * plan's quota. NULL without an error where no rate is given yet. */
AccordPayPlan *accord_plan_dup_pay_plan (AccordPlan            *self,
                                         const AccordPlanBasis *basis,
                                         GError               **error);

/* The shared terms that the plan refers to; NULL where it has its own. Borrowed. */
AccordPayTerms *accord_plan_find_pay_terms (AccordPlan *self,
                                            GListModel *pay_terms);

/* Working weeks left: the plan's, else the calendar's. */
AccordRate accord_plan_get_weeks_left (AccordPlan            *self,
                                       const AccordPlanBasis *basis);

/* From the income goal to the outreach a week (domain.md, "Reverse funnel"). Errors as of accord_funnel_compute() and
 * the pay plan; funnel then holds what is known. */
gboolean accord_plan_compute_funnel (AccordPlan            *self,
                                     const AccordPlanBasis *basis,
                                     AccordFunnel          *funnel,
                                     GError               **error);

/* The same road from bookings that are given, whatever they pay; funnel's variable is unknown. */
gboolean accord_plan_compute_work (AccordPlan            *self,
                                   const AccordPlanBasis *basis,
                                   gint64                 bookings,
                                   AccordFunnel          *funnel,
                                   GError               **error);

/* What one change alone would save a week, on the way from those bookings. */
void accord_plan_compute_savings (AccordPlan              *self,
                                  const AccordPlanBasis   *basis,
                                  gint64                   bookings,
                                  AccordFunnelSensitivity *savings);

/* The year's income at these bookings: base, other sure pay and what the plan pays for them. Unknown without a pay
 * plan. */
gint64 accord_plan_income_for (AccordPlan            *self,
                               const AccordPlanBasis *basis,
                               gint64                 bookings);

/* The part of an amount above the quota, never below 0; unknown where either is. */
gint64 accord_stretch (gint64 amount,
                       gint64 quota);

/* A member's quota for a time: the sum of the AccordQuota records that start in first … last; unknown where there is
 * none. member 0 is everybody. */
gint64 accord_quota_sum (GListModel *quotas,
                         gint64      member,
                         AccordDate  first,
                         AccordDate  last);

G_END_DECLS
