/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-conversation.h"

G_BEGIN_DECLS

/* What stands in an empty text of a conversation to help with the first words: situation, behaviour, impact where there
 * is something to praise (SBI); goal, reality, options, will for coaching (GROW); describe, express, specify,
 * consequences for what has to change (DESC). Translated; "" where a text needs no help. */
const char *accord_conversation_get_prompt (AccordConversationKind kind,
                                            const char            *field);

G_END_DECLS
