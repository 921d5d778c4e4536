/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-date.h"
#include "accord-pay-plan.h"

G_BEGIN_DECLS

#define ACCORD_FUNNEL_ERROR (accord_funnel_error_quark ())

typedef enum
{
  ACCORD_FUNNEL_ERROR_NEGATIVE,  /* an amount below 0 */
  ACCORD_FUNNEL_ERROR_RATE,      /* a rate below 0 or above 100 % */
  ACCORD_FUNNEL_ERROR_TOO_LARGE, /* a result beyond ACCORD_MONEY_MAX */
} AccordFunnelError;

GQuark accord_funnel_error_quark (void);

/**
 * AccordFunnelInput:
 * @income: the income goal
 * @base: base pay over the same time, 0 where there is none
 * @other_pay: other sure pay, 0 where there is none
 * @plan: (nullable): the pay plan, borrowed
 * @booked: what is booked of it already and need not be asked for again; 0 or unknown: nothing
 * @average_deal: in minor units
 * @win_rate: won of all opportunities
 * @meeting_rate: opportunities of first meetings
 * @outreach_rate: first meetings of outreach
 * @weeks: working weeks left, leave taken out, in billionths (accord_working_weeks())
 *
 * Amounts in minor units; each may be %ACCORD_UNKNOWN. Start from accord_funnel_input_init().
 */
typedef struct
{
  gint64 income;
  gint64 base;
  gint64 other_pay;
  const AccordPayPlan *plan;
  gint64 booked;
  gint64 average_deal;
  AccordRate win_rate;
  AccordRate meeting_rate;
  AccordRate outreach_rate;
  AccordRate weeks;
} AccordFunnelInput;

/**
 * AccordFunnel:
 * @variable: variable pay needed, max (0, income - base - other pay)
 * @bookings: the smallest bookings that pay it, to the minor unit, half to even
 * @bookings_exact: the same, not rounded; the ceilings come from it
 * @remaining: the bookings that are still to come, max (0, bookings - booked)
 * @deals: how many the remaining bookings take, rounded up, as are opportunities, first meetings and outreach
 * @outreach_per_week: in billionths
 * @gap: where the plan cannot pay variable, by how much it falls short; else 0
 *
 * From personal goal to this week's work: domain.md, "Reverse funnel". A rate that is 0 or unknown makes what follows
 * from it %ACCORD_UNKNOWN.
 */
typedef struct
{
  gint64 variable;
  gint64 bookings;
  AccordExact bookings_exact;
  gint64 remaining;
  gint64 deals;
  gint64 opportunities;
  gint64 meetings;
  gint64 outreach;
  AccordRate outreach_per_week;
  gint64 gap;
} AccordFunnel;

/* Everything unknown, base and other_pay 0. */
void accord_funnel_input_init (AccordFunnelInput *input);

/* FALSE with ACCORD_FUNNEL_ERROR, or with the pay plan's error where it cannot pay; funnel then holds what is known so
 * far (variable and gap), the rest unknown. */
gboolean accord_funnel_compute (const AccordFunnelInput *input, AccordFunnel *funnel, GError **error);

/* Outreach a week that each change alone would save, in billionths, unknown where it cannot be told. */
typedef struct
{
  AccordRate win_rate_point; /* one more point of win rate */
  AccordRate deal_tenth;     /* 10 % more deal size */
  AccordRate cycle_week;     /* one week less cycle, that is one more week to open opportunities in */
} AccordFunnelSensitivity;

void accord_funnel_get_sensitivity (const AccordFunnelInput *input, AccordFunnelSensitivity *sensitivity);

/* The last day on which opening an opportunity is of use: period end - median cycle (days, billionths; part days round
 * the cycle up). ACCORD_DATE_NONE where unknown. */
AccordDate accord_funnel_last_useful_day (AccordDate period_end, AccordRate median_cycle);

/* needed / record: "2.1 x your best quarter". Unknown where record is unknown or 0. */
AccordRate accord_funnel_feasibility (gint64 needed, gint64 record);

/* The best and the median of n quarters on record (unknown ones left out; the median of an even count is the mean of
 * the two in the middle, half to even). */
gint64 accord_record_best (const gint64 *quarters, gsize n);
gint64 accord_record_median (const gint64 *quarters, gsize n);

G_END_DECLS
