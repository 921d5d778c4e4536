/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-action.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordFollowUpRow:
 *
 * One thing that somebody is to do after a conversation: ticked off where it stands, opened to be changed. A new one is
 * stored as soon as it says what is to be done.
 *
 * Signals: failed (a GError: it could not be stored; what was typed is still there), removed (the user wants it gone).
 */
#define ACCORD_TYPE_FOLLOW_UP_ROW (accord_follow_up_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordFollowUpRow, accord_follow_up_row, ACCORD, FOLLOW_UP_ROW, AdwExpanderRow)

/* action NULL: a new one of this conversation, for this owner. */
GtkWidget *accord_follow_up_row_new (AccordWorkspace *workspace,
                                     AccordAction    *action,
                                     gint64           conversation,
                                     gint64           owner);

/* The live record, borrowed; NULL until a new one has been stored. */
AccordAction *accord_follow_up_row_get_action (AccordFollowUpRow *self);

/* The record's id, which a new one has just before it is stored; 0 before. */
gint64 accord_follow_up_row_get_id (AccordFollowUpRow *self);

/* Opens it and puts the cursor where it says what is to be done. */
void accord_follow_up_row_edit (AccordFollowUpRow *self);

/* Stores what was typed; FALSE where that failed. */
gboolean accord_follow_up_row_settle (AccordFollowUpRow *self);

G_END_DECLS
