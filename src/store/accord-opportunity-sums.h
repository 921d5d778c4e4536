/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-opportunities.h"

G_BEGIN_DECLS

/**
 * AccordOpportunitySums:
 * @won: @lost: how many were closed in the period, and which way
 * @won_amount: what the won ones came to; those whose amount is not known add nothing
 * @cycle_days: days from created to won, of the @cycles won ones of which both are known
 * @opened: how many were created in the period
 * @due: how many are open and due to close in the period
 * @due_amount: what these come to
 *
 * What a member's opportunities come to in a period.
 */
typedef struct
{
  gint64 member;
  gint64 won;
  gint64 lost;
  gint64 won_amount;
  gint64 cycle_days;
  gint64 cycles;
  gint64 opened;
  gint64 due;
  gint64 due_amount;
} AccordOpportunitySums;

/* The sums of everybody who has any opportunity in first … last, by member: a GArray of AccordOpportunitySums. What was won,
 * lost or opened after as_of does not count yet. NULL on error; ACCORD_STORE_ERROR_DAMAGED. */
GArray *accord_opportunities_sum_up (AccordWorkspace *workspace,
                                     AccordDate       first,
                                     AccordDate       last,
                                     AccordDate       as_of,
                                     GError         **error);

/* What was won, lost (both by the day it was closed) and opened on one day; nothing is said of what is due. */
typedef struct
{
  AccordDate day;
  AccordOpportunitySums sums;
} AccordOpportunityDay;

/* The same day by day, of those on which anything was: a GArray of AccordOpportunityDay, by member and day. */
GArray *accord_opportunities_sum_up_days (AccordWorkspace *workspace,
                                          AccordDate       first,
                                          AccordDate       last,
                                          GError         **error);

G_END_DECLS
