/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-action.h"
#include "accord-workspace.h"

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
 * One thing that somebody is to do, after a conversation or because of a card or a strategy: ticked off where it stands, opened to be changed. A new one is
 * stored as soon as it says what is to be done.
 *
 * Signals: failed (a GError: it could not be stored; what was typed is still there), removed (the user wants it gone),
 * source-activated (the user wants to see what it comes from).
 */
#define ACCORD_TYPE_FOLLOW_UP_ROW (accord_follow_up_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordFollowUpRow, accord_follow_up_row, ACCORD, FOLLOW_UP_ROW, AdwExpanderRow)

/* action NULL: a new one. origin is copied. */
GtkWidget *accord_follow_up_row_new (AccordWorkspace            *workspace,
                                     AccordAction               *action,
                                     const AccordFollowUpOrigin *origin);

/* Says what it comes from, and offers to go there: for a list of actions from everywhere. */
void accord_follow_up_row_show_source (AccordFollowUpRow *self,
                                       const char        *source);

/* The live record, borrowed; NULL until a new one has been stored. */
AccordAction *accord_follow_up_row_get_action (AccordFollowUpRow *self);

/* The record's id, which a new one has just before it is stored; 0 before. */
gint64 accord_follow_up_row_get_id (AccordFollowUpRow *self);

/* Opens it and puts the cursor where it says what is to be done. */
void accord_follow_up_row_edit (AccordFollowUpRow *self);

/* Stores what was typed; FALSE where that failed. */
gboolean accord_follow_up_row_settle (AccordFollowUpRow *self);

G_END_DECLS
