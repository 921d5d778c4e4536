/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordConversationEditor:
 *
 * The record of one conversation as a page of text. There is no Save: what is typed is stored when its field is left,
 * after a short pause, and before anything takes the record away. A sealed record is shown as it is.
 */
#define ACCORD_TYPE_CONVERSATION_EDITOR (accord_conversation_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordConversationEditor, accord_conversation_editor, ACCORD, CONVERSATION_EDITOR, AdwBin)

/* Shows another record, or none. FALSE, with the old one still there, where what was typed could not be stored. */
gboolean accord_conversation_editor_set_conversation (AccordConversationEditor *self,
                                                      AccordWorkspace          *workspace,
                                                      AccordConversation       *conversation);

/* Borrowed; NULL where none is shown. */
AccordConversation *accord_conversation_editor_get_conversation (AccordConversationEditor *self);

/* Stores what was typed; FALSE where that failed, which it shows. */
gboolean accord_conversation_editor_settle (AccordConversationEditor *self);

/* Forgets the record without storing: it has been removed. */
void accord_conversation_editor_drop (AccordConversationEditor *self);

/* Puts the cursor into the purpose. */
void accord_conversation_editor_focus (AccordConversationEditor *self);

G_END_DECLS
