/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"
#include "accord-pay-plan.h"

G_BEGIN_DECLS

/**
 * AccordPlan:
 *
 * A member's way from what they want to earn to what the year needs: the wizard's work, kept from the first keystroke,
 * and where it was left. The promise that comes out of it is an AccordCommitment.
 */
#define ACCORD_TYPE_PLAN (accord_plan_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlan, accord_plan, ACCORD, PLAN, AccordRecord)

AccordPlan *accord_plan_new (void);

ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, member, gint64)
/* The plan year's label. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, year, gint64)
/* The step of the wizard that was open last, from 0. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, step, gint64)
/* What the member wants to earn in the year, minor units. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, income_goal, gint64)
/* Base pay a year, minor units. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, base, gint64)
/* Other pay that is sure, minor units. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, other_pay, gint64)
/* The AccordPayTerms they are paid by; 0: the terms that follow here. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, pay_terms, gint64)
/* accord-pay-plan.h */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, pay_kind, AccordPayKind)
/* Tiers as "from:rate,from:rate", edges in major units or in % of the quota, as accord_pay_plan_new_for_quota() reads
 * them. */
ACCORD_DECLARE_TEXT (AccordPlan, accord_plan, pay_tiers)
/* Bookings below which nothing is paid, minor units. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, pay_threshold, gint64)
/* The most variable pay, minor units. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, pay_cap, gint64)
/* Minor units. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, average_deal, gint64)
/* AccordRate. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, win_rate, gint64)
/* First meetings that become opportunities, AccordRate. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, meeting_rate, gint64)
/* Outreach that becomes a first meeting, AccordRate. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, outreach_rate, gint64)
/* Working weeks left, leave taken out, in billionths, as somebody typed them; unknown: as the calendar has them on the
 * day one looks. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, weeks, gint64)
/* What the company assigns for the year, minor units. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, quota, gint64)
/* What the member means to commit to, minor units. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, amount, gint64)
/* The first quarter's part of the amount. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, q1, gint64)
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, q2, gint64)
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, q3, gint64)
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, q4, gint64)
/* Which of them are locked: bit 0 is the first quarter. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, locks, gint64)
/* The member who holds them to it. */
ACCORD_DECLARE_VALUE (AccordPlan, accord_plan, partner, gint64)
/* Why they commit, in their words. */
ACCORD_DECLARE_TEXT (AccordPlan, accord_plan, because)

G_END_DECLS
