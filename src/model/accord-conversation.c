/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordConversation
{
  AccordRecord parent_instance;

  gint64 number;
  gint64 member;
  AccordConversationKind kind;
  AccordConversationStage stage;
  AccordDate planned;
  AccordDate occurred;
  AccordDate entered;
  char *participants;
  char *place;
  char *purpose;
  char *expectation;
  char *agreed_where;
  char *facts;
  char *impact;
  char *strengths;
  char *response;
  char *agreement;
  char *support;
  char *consequence;
  AccordDate review;
  char *review_outcome;
  char *sealed;
  gboolean erased;
};

G_DEFINE_FINAL_TYPE (AccordConversation, accord_conversation, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordConversation, number, "number", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordConversation, member, "member", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD_ENUM_OF (AccordConversation, kind, "kind", accord_conversation_kind_get_type),
  ACCORD_FIELD_ENUM_OF (AccordConversation, stage, "stage", accord_conversation_stage_get_type),
  ACCORD_FIELD (AccordConversation, planned, "planned", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordConversation, occurred, "occurred", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordConversation, entered, "entered", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordConversation, participants, "participants", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, place, "place", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, purpose, "purpose", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, expectation, "expectation", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, agreed_where, "agreed-where", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, facts, "facts", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, impact, "impact", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, strengths, "strengths", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, response, "response", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, agreement, "agreement", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, support, "support", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, consequence, "consequence", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, review, "review", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordConversation, review_outcome, "review-outcome", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, sealed, "sealed", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordConversation, erased, "erased", ACCORD_FIELD_BOOLEAN),
};

static gboolean
accord_conversation_validate (AccordRecord *record,
                              GError      **error)
{
  AccordConversation *self = ACCORD_CONVERSATION (record);

  if (!accord_record_require_range (self->member, 1, G_MAXINT64, _("Say whom the conversation is with"), error))
    return FALSE;
  if (self->stage == ACCORD_CONVERSATION_STAGE_PLANNED && self->occurred != ACCORD_DATE_NONE)
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_STAGE,
                           _("A conversation that has a day it was held is no longer planned"));
      return FALSE;
    }
  if (self->stage >= ACCORD_CONVERSATION_STAGE_HELD && self->stage != ACCORD_CONVERSATION_STAGE_WITHDRAWN
      && self->occurred == ACCORD_DATE_NONE)
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_STAGE,
                           _("Say on which day the conversation was held"));
      return FALSE;
    }

  return TRUE;
}

static void
accord_conversation_class_init (AccordConversationClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_conversation_validate;
  accord_record_class_install (record_class, "conversation", fields, G_N_ELEMENTS (fields));
}

static void
accord_conversation_init (AccordConversation *self)
{
}

AccordConversation *
accord_conversation_new (void)
{
  return g_object_new (ACCORD_TYPE_CONVERSATION, NULL);
}

ACCORD_DEFINE_VALUE (AccordConversation, accord_conversation, number, gint64)
ACCORD_DEFINE_VALUE (AccordConversation, accord_conversation, member, gint64)
ACCORD_DEFINE_VALUE (AccordConversation, accord_conversation, kind, AccordConversationKind)
ACCORD_DEFINE_VALUE (AccordConversation, accord_conversation, stage, AccordConversationStage)
ACCORD_DEFINE_VALUE (AccordConversation, accord_conversation, planned, AccordDate)
ACCORD_DEFINE_VALUE (AccordConversation, accord_conversation, occurred, AccordDate)
ACCORD_DEFINE_VALUE (AccordConversation, accord_conversation, entered, AccordDate)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, participants)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, place)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, purpose)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, expectation)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, agreed_where)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, facts)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, impact)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, strengths)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, response)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, agreement)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, support)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, consequence)
ACCORD_DEFINE_VALUE (AccordConversation, accord_conversation, review, AccordDate)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, review_outcome)
ACCORD_DEFINE_TEXT (AccordConversation, accord_conversation, sealed)
ACCORD_DEFINE_VALUE (AccordConversation, accord_conversation, erased, gboolean)

const char *
accord_conversation_kind_get_label (AccordConversationKind kind)
{
  switch (kind)
    {
    case ACCORD_CONVERSATION_KIND_PRAISE:
      return _("Praise");

    case ACCORD_CONVERSATION_KIND_COACHING:
      return _("Coaching");

    case ACCORD_CONVERSATION_KIND_SHORTFALL:
      return _("Shortfall");

    case ACCORD_CONVERSATION_KIND_WARNING:
      return _("Formal warning");

    case ACCORD_CONVERSATION_KIND_IMPROVEMENT:
      return _("Improvement-plan review");

    default:
      g_return_val_if_reached ("");
    }
}

const char *
accord_conversation_stage_get_label (AccordConversationStage stage)
{
  switch (stage)
    {
    case ACCORD_CONVERSATION_STAGE_PLANNED:
      return _("Planned");

    case ACCORD_CONVERSATION_STAGE_HELD:
      return _("Held");

    case ACCORD_CONVERSATION_STAGE_SEALED:
      return _("Sealed");

    case ACCORD_CONVERSATION_STAGE_PRESENTED:
      return _("Presented");

    case ACCORD_CONVERSATION_STAGE_ACKNOWLEDGED:
      return _("Acknowledged");

    case ACCORD_CONVERSATION_STAGE_COMMENTED:
      return _("Acknowledged with comment");

    case ACCORD_CONVERSATION_STAGE_DECLINED:
      return _("Declined (witnessed)");

    case ACCORD_CONVERSATION_STAGE_CLOSED:
      return _("Closed");

    case ACCORD_CONVERSATION_STAGE_WITHDRAWN:
      return _("Withdrawn");

    default:
      g_return_val_if_reached ("");
    }
}
