/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-conversation.h"

G_BEGIN_DECLS

/* How the record of a conversation comes along: what may follow what, what may still be changed, and when it was
 * written. */

/* A record written down more than this many days after the conversation is shown as late. */
#define ACCORD_CONVERSATION_LAG_DAYS 7

/* Whether a record may go from one stage to the other; to the stage it has it always may. FALSE with
 * ACCORD_RECORD_ERROR_STAGE and the reason in words for the user. */
gboolean accord_conversation_stage_check (AccordConversationStage from,
                                          AccordConversationStage to,
                                          GError                **error);

/* Whether its texts and days may still change: until it is sealed. */
gboolean accord_conversation_is_open (AccordConversation *self);

/* Whether it may be removed altogether; a sealed record is kept. FALSE with ACCORD_RECORD_ERROR_STAGE. */
gboolean accord_conversation_check_removal (AccordConversation *self,
                                            GError            **error);

/* Sets the day on which it was held in the draft, and the stage that follows: held, or planned again without a day.
 * FALSE with ACCORD_RECORD_ERROR and the draft as it was where the day is still to come, or the stage does not allow
 * it. */
gboolean accord_conversation_take_held_day (AccordConversation *draft,
                                            AccordDate          day,
                                            AccordDate          today,
                                            GError            **error);

/* Notes in the draft of a held conversation that something is written down today, unless that was noted before. What is
 * written to prepare a conversation does not count: entered answers how fresh the memory was. */
void accord_conversation_note_entered (AccordConversation *draft,
                                       AccordDate          today);

/* How many days after the conversation its record was written down; 0 where that is not late, or not known. */
int accord_conversation_get_lag (AccordConversation *self);

/* Whether anything is written in it. */
gboolean accord_conversation_has_text (AccordConversation *self);

/* Whether conversations of this kind speak of consequences. */
gboolean accord_conversation_kind_is_formal (AccordConversationKind kind);

G_END_DECLS
