/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-workspace.h"

G_BEGIN_DECLS

/* The changes that concern more than the one record that is being written. */

/* Removes a conversation with its follow-ups: undone, all of them come back. (transfer full) */
AccordChange *accord_conversation_change_remove (AccordWorkspace    *workspace,
                                                 AccordConversation *conversation);

/* The member's name; "" for one who is not there. Borrowed. */
const char *accord_conversation_get_member_name (AccordWorkspace    *workspace,
                                                 AccordConversation *conversation);

G_END_DECLS
