/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-chart.h"
#include "accord-pay-plan.h"

G_BEGIN_DECLS

/**
 * AccordPayPicture:
 * @plan: the pay plan
 * @quota: the year's quota
 * @goal: the variable pay that the income goal takes
 * @bookings: the smallest bookings that pay it; unknown where none do
 * @booked: what is booked so far
 *
 * Amounts in minor units; all but @plan may be %ACCORD_UNKNOWN.
 */
typedef struct
{
  AccordPayPlan *plan;
  gint64 quota;
  gint64 goal;
  gint64 bookings;
  gint64 booked;
} AccordPayPicture;

/**
 * AccordPayChart:
 *
 * Variable pay against bookings: the curve with the edges of its bands, the cap, a mark at the quota, the line of the
 * income goal, and the point at which the smallest bookings reach it. Bookings grow in reading direction. Its accessible
 * description holds the same figures.
 */
#define ACCORD_TYPE_PAY_CHART (accord_pay_chart_get_type ())
G_DECLARE_FINAL_TYPE (AccordPayChart, accord_pay_chart, ACCORD, PAY_CHART, AccordChart)

/* Shows a copy of picture, with a reference to its plan. */
void accord_pay_chart_set_picture (AccordPayChart         *self,
                                   const AccordPayPicture *picture,
                                   const char             *currency,
                                   int                     decimals);

G_END_DECLS
