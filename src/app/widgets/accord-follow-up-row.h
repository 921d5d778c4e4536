/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-action.h"
#include "accord-work-row.h"

G_BEGIN_DECLS

/**
 * AccordFollowUpOrigin:
 * @conversation, @card, @strategy: the id of what it comes from; one of them is not 0
 * @owner: the member whom a new one is for unless said otherwise; 0: nobody yet
 */
typedef struct
{
  gint64 conversation;
  gint64 card;
  gint64 strategy;
  gint64 owner;
} AccordFollowUpOrigin;

/**
 * AccordFollowUpRow:
 *
 * One thing that somebody is to do, after a conversation or because of a card or a strategy: ticked off where it stands,
 * opened to be changed. A new one is stored as soon as it says what is to be done. Those who can do it are the team's members,
 * as they come and go.
 */
#define ACCORD_TYPE_FOLLOW_UP_ROW (accord_follow_up_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordFollowUpRow, accord_follow_up_row, ACCORD, FOLLOW_UP_ROW, AccordWorkRow)

/* action NULL: a new one. origin is copied. */
GtkWidget *accord_follow_up_row_new (AccordWorkspace            *workspace,
                                     AccordAction               *action,
                                     const AccordFollowUpOrigin *origin);

G_END_DECLS
