/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordConversationHead:
 *
 * What stands above the text of a conversation: with whom, of which kind, how far it has come, its number; how late it
 * was written down; and of a record that cannot be changed any more its days and its seal.
 */
#define ACCORD_TYPE_CONVERSATION_HEAD (accord_conversation_head_get_type ())
G_DECLARE_FINAL_TYPE (AccordConversationHead, accord_conversation_head, ACCORD, CONVERSATION_HEAD, AdwBin)

/* Shows the conversation as it is now. */
void accord_conversation_head_fill (AccordConversationHead *self,
                                    AccordWorkspace        *workspace,
                                    AccordConversation     *conversation);

G_END_DECLS
