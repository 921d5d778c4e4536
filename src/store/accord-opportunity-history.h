/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-account-query.h"
#include "accord-opportunities.h"
#include "accord-stage-times.h"

G_BEGIN_DECLS

/* What the history of all opportunities tells, in one reading for everybody. Errors are the store's; ACCORD_STORE_ERROR_DAMAGED
 * where a row is not as it was stored. */

/* How long opportunities stay in their stages, as of a day. (transfer full); NULL on error. */
AccordStageTimes *accord_opportunities_read_stage_times (AccordWorkspace *workspace,
                                                         AccordDate       as_of,
                                                         GError         **error);

/**
 * AccordLoss:
 * @stage: the stage that it was lost in, of the stage times; NULL where nothing tells
 *
 * An opportunity that was lost, or came to no decision.
 */
typedef struct
{
  gint64 opportunity;
  gint64 member;
  const AccordStage *stage;
} AccordLoss;

/* What was lost in first … last, by the day it was closed, as of a day: a GArray of AccordLoss, by member, which borrows from
 * times. NULL on error. */
GArray *accord_opportunities_read_losses (AccordWorkspace        *workspace,
                                          const AccordStageTimes *times,
                                          AccordDate              first,
                                          AccordDate              last,
                                          AccordDate              as_of,
                                          GError                **error);

typedef struct
{
  gint64 member;
  AccordIdealShare share;
} AccordMemberIdealShare;

/* What of the opportunities that were opened in first … last, as of a day, is at ideal accounts: a GArray of
 * AccordMemberIdealShare, by member, of those only who opened any at an account with a name. NULL on error. */
GArray *accord_opportunities_share_ideal (AccordWorkspace           *workspace,
                                          const AccordIdealAccounts *ideal,
                                          AccordDate                 first,
                                          AccordDate                 last,
                                          AccordDate                 as_of,
                                          GError                   **error);

/**
 * AccordAccountSums:
 * @name: as the first of its opportunities has it
 * @n_opportunities: how many there are, @n_open of them open and @n_won won
 * @won_amount: what the won ones came to whose amount is known; unknown where some were won and none of them is such
 */
typedef struct
{
  char *name;
  gint64 n_opportunities;
  gint64 n_open;
  gint64 n_won;
  gint64 won_amount;
} AccordAccountSums;

/* The accounts that opportunities name: a GArray of AccordAccountSums that owns the names, one for names that are one, in no
 * particular order. NULL on error. */
GArray *accord_opportunities_list_accounts (AccordWorkspace *workspace,
                                            GError         **error);

G_END_DECLS
