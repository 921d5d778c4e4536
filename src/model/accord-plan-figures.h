/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-funnel.h"
#include "accord-plan.h"
#include "accord-quarter.h"

G_BEGIN_DECLS

/* What a member's plan works out to. Amounts in minor units, ACCORD_UNKNOWN where they cannot be told. */

/* The pay plan as it was typed; NULL without an error where no rate is given yet. decimals are the currency's. */
AccordPayPlan *accord_plan_dup_pay_plan (AccordPlan *self,
                                         int         decimals,
                                         GError    **error);

/* From the income goal to the outreach a week (domain.md, "Reverse funnel"). Errors as of accord_funnel_compute() and
 * the pay plan; funnel then holds what is known. */
gboolean accord_plan_compute_funnel (AccordPlan   *self,
                                     int           decimals,
                                     AccordFunnel *funnel,
                                     GError      **error);

/* The same road from bookings that are given, whatever they pay; funnel's variable is unknown. */
gboolean accord_plan_compute_work (AccordPlan   *self,
                                   gint64        bookings,
                                   AccordFunnel *funnel,
                                   GError      **error);

/* What one change alone would save a week, on the way from those bookings. */
void accord_plan_compute_savings (AccordPlan              *self,
                                  gint64                   bookings,
                                  AccordFunnelSensitivity *savings);

/* The year's income at these bookings: base, other sure pay and what the plan pays for them. Unknown without a pay
 * plan. */
gint64 accord_plan_income_for (AccordPlan *self,
                               int         decimals,
                               gint64      bookings);

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
