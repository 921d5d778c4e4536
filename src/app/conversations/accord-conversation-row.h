/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordConversationRow:
 *
 * A conversation in the list: member and day, kind and stage, first words. It follows the record, and names the list
 * item that it stands in.
 */
#define ACCORD_TYPE_CONVERSATION_ROW (accord_conversation_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordConversationRow, accord_conversation_row, ACCORD, CONVERSATION_ROW, AdwBin)

/* NULL shows none. */
void accord_conversation_row_set_conversation (AccordConversationRow *self,
                                               AccordWorkspace       *workspace,
                                               AccordConversation    *conversation);

/* Borrowed; NULL where it shows none. */
AccordConversation *accord_conversation_row_get_conversation (AccordConversationRow *self);

G_END_DECLS
