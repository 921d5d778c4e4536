/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-conversation.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordFollowUpList:
 *
 * What was agreed to be done after one conversation. It goes on living after the record is sealed.
 *
 * Signal: failed (a GError: something could not be stored; what was typed is still there).
 */
#define ACCORD_TYPE_FOLLOW_UP_LIST (accord_follow_up_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordFollowUpList, accord_follow_up_list, ACCORD, FOLLOW_UP_LIST, AdwBin)

/* conversation NULL: none. Settle before. */
void accord_follow_up_list_set_conversation (AccordFollowUpList *self,
                                             AccordWorkspace    *workspace,
                                             AccordConversation *conversation);

/* Stores what was typed; FALSE where that failed. */
gboolean accord_follow_up_list_settle (AccordFollowUpList *self);

G_END_DECLS
