/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordNewConversation:
 *
 * A popover that asks the two things a conversation starts with: with whom, and what for.
 *
 * Signal: chosen (member as gint64, kind as AccordConversationKind): start it.
 */
#define ACCORD_TYPE_NEW_CONVERSATION (accord_new_conversation_get_type ())
G_DECLARE_FINAL_TYPE (AccordNewConversation, accord_new_conversation, ACCORD, NEW_CONVERSATION, GtkPopover)

void accord_new_conversation_set_workspace (AccordNewConversation *self,
                                            AccordWorkspace       *workspace);

/* Whom it proposes when it opens; 0: the first. */
void accord_new_conversation_set_member (AccordNewConversation *self,
                                         gint64                 member);

G_END_DECLS
