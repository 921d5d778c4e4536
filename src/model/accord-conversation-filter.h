/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-conversation.h"

G_BEGIN_DECLS

/* Which conversations are looked for, and in which order a list of them stands. */

#define ACCORD_CONVERSATION_ANY (-1)

/**
 * AccordConversationFilter:
 * @member: id of the member; 0: everybody
 * @kind: an AccordConversationKind, or ACCORD_CONVERSATION_ANY
 * @stage: an AccordConversationStage, or ACCORD_CONVERSATION_ANY
 * @first: first day; ACCORD_DATE_NONE: no bound
 * @last: last day (inclusive); ACCORD_DATE_NONE: no bound
 *
 * Every condition has to hold. Make it with accord_conversation_filter_new(), which lets everything pass.
 */
typedef struct
{
  gint64 member;
  int kind;
  int stage;
  AccordDate first;
  AccordDate last;
  /*< private >*/
  char *needle;
} AccordConversationFilter;

AccordConversationFilter *accord_conversation_filter_new (void);
void accord_conversation_filter_free (AccordConversationFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordConversationFilter, accord_conversation_filter_free)

/* What one of the texts, or the member's name, has to contain, whatever the case; NULL or nothing but space: no
 * condition. */
void accord_conversation_filter_set_text (AccordConversationFilter *self,
                                          const char               *text);

/* Whether the filter lets through less than everything, days apart. */
gboolean accord_conversation_filter_is_set (const AccordConversationFilter *self);

/* A conversation without any day lies within all days: it must not get lost. */
gboolean accord_conversation_filter_match (const AccordConversationFilter *self,
                                           AccordConversation             *conversation,
                                           const char                     *member_name);

/* The day that a conversation stands for in a list: held, else planned, else written down; or none. */
AccordDate accord_conversation_get_day (AccordConversation *self);

/* < 0 where a comes first: those without a day, then the newest; on one day the higher number. */
int accord_conversation_compare (AccordConversation *a,
                                 AccordConversation *b);

/* What it is about in one short line, from the first of its texts that says something; "" where none does. */
char *accord_conversation_dup_first_words (AccordConversation *self);

G_END_DECLS
