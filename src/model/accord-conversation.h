/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/* What a conversation is for. */
typedef enum
{
  ACCORD_CONVERSATION_KIND_PRAISE, /*< nick=praise >*/
  ACCORD_CONVERSATION_KIND_COACHING, /*< nick=coaching >*/
  ACCORD_CONVERSATION_KIND_SHORTFALL, /*< nick=shortfall >*/
  ACCORD_CONVERSATION_KIND_WARNING, /*< nick=formal-warning >*/
  ACCORD_CONVERSATION_KIND_IMPROVEMENT, /*< nick=improvement-plan-review >*/
} AccordConversationKind;

/* The value in words, for reading. */
const char *accord_conversation_kind_get_label (AccordConversationKind kind);

/* How far the record of a conversation has come. */
typedef enum
{
  ACCORD_CONVERSATION_STAGE_PLANNED, /*< nick=planned >*/
  ACCORD_CONVERSATION_STAGE_HELD, /*< nick=held >*/
  ACCORD_CONVERSATION_STAGE_SEALED, /*< nick=sealed >*/
  ACCORD_CONVERSATION_STAGE_PRESENTED, /*< nick=presented >*/
  ACCORD_CONVERSATION_STAGE_ACKNOWLEDGED, /*< nick=acknowledged >*/
  ACCORD_CONVERSATION_STAGE_COMMENTED, /*< nick=acknowledged-with-comment >*/
  ACCORD_CONVERSATION_STAGE_DECLINED, /*< nick=declined >*/
  ACCORD_CONVERSATION_STAGE_CLOSED, /*< nick=closed >*/
  ACCORD_CONVERSATION_STAGE_WITHDRAWN, /*< nick=withdrawn >*/
} AccordConversationStage;

/* The value in words, for reading. */
const char *accord_conversation_stage_get_label (AccordConversationStage stage);

/**
 * AccordConversation:
 *
 * A performance conversation, from its planning to the end of its record. Once sealed, its texts never change (accord-
 * seal.h).
 */
#define ACCORD_TYPE_CONVERSATION (accord_conversation_get_type ())
G_DECLARE_FINAL_TYPE (AccordConversation, accord_conversation, ACCORD, CONVERSATION, AccordRecord)

AccordConversation *accord_conversation_new (void);

/* Names the record to people; from 1, given when it is first stored. */
ACCORD_DECLARE_VALUE (AccordConversation, accord_conversation, number, gint64)
/* Whom it is with. */
ACCORD_DECLARE_VALUE (AccordConversation, accord_conversation, member, gint64)
ACCORD_DECLARE_VALUE (AccordConversation, accord_conversation, kind, AccordConversationKind)
ACCORD_DECLARE_VALUE (AccordConversation, accord_conversation, stage, AccordConversationStage)
/* The day it is planned for. */
ACCORD_DECLARE_VALUE (AccordConversation, accord_conversation, planned, AccordDate)
/* The day it was held. */
ACCORD_DECLARE_VALUE (AccordConversation, accord_conversation, occurred, AccordDate)
/* The day the record was first written down; more than 7 days after occurred is shown as late. */
ACCORD_DECLARE_VALUE (AccordConversation, accord_conversation, entered, AccordDate)
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, participants)
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, place)
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, purpose)
/* What was expected. */
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, expectation)
/* Where that had been agreed. */
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, agreed_where)
/* Dated facts, with metric against target. */
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, facts)
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, impact)
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, strengths)
/* The member's own account. */
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, response)
/* What was agreed: behaviour, measure, owner, date. */
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, agreement)
/* What the leader promised. */
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, support)
/* Where it is formal. */
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, consequence)
/* When it is looked at again. */
ACCORD_DECLARE_VALUE (AccordConversation, accord_conversation, review, AccordDate)
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, review_outcome)
/* When it was sealed, ISO 8601 in UTC; "": not sealed. */
ACCORD_DECLARE_TEXT (AccordConversation, accord_conversation, sealed)
/* Whether its texts were erased with the member; the seal still verifies. */
ACCORD_DECLARE_VALUE (AccordConversation, accord_conversation, erased, gboolean)

G_END_DECLS
