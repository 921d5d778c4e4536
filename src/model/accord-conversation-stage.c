/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-stage.h"

#include <glib/gi18n.h>

#define BIT(stage) (1u << ACCORD_CONVERSATION_STAGE_##stage)

/* What may follow each stage. */
static const guint next_stages[] = {
  [ACCORD_CONVERSATION_STAGE_PLANNED] = BIT (HELD),
  [ACCORD_CONVERSATION_STAGE_HELD] = BIT (PLANNED) | BIT (SEALED) | BIT (WITHDRAWN),
  [ACCORD_CONVERSATION_STAGE_SEALED] = BIT (PRESENTED) | BIT (WITHDRAWN),
  [ACCORD_CONVERSATION_STAGE_PRESENTED] = BIT (ACKNOWLEDGED) | BIT (COMMENTED) | BIT (DECLINED) | BIT (WITHDRAWN),
  [ACCORD_CONVERSATION_STAGE_ACKNOWLEDGED] = BIT (CLOSED) | BIT (WITHDRAWN),
  [ACCORD_CONVERSATION_STAGE_COMMENTED] = BIT (CLOSED) | BIT (WITHDRAWN),
  [ACCORD_CONVERSATION_STAGE_DECLINED] = BIT (CLOSED) | BIT (WITHDRAWN),
  [ACCORD_CONVERSATION_STAGE_CLOSED] = BIT (WITHDRAWN),
  [ACCORD_CONVERSATION_STAGE_WITHDRAWN] = 0,
};

static gboolean
stage_is_answer (AccordConversationStage stage)
{
  return stage >= ACCORD_CONVERSATION_STAGE_ACKNOWLEDGED && stage <= ACCORD_CONVERSATION_STAGE_DECLINED;
}

/* Why the step is not allowed: what is missing before it, or what cannot be taken back. */
static const char *
stage_refusal (AccordConversationStage from,
               AccordConversationStage to)
{
  if (from == ACCORD_CONVERSATION_STAGE_WITHDRAWN)
    return _("A withdrawn record stays withdrawn");
  if (to == ACCORD_CONVERSATION_STAGE_WITHDRAWN)
    return _("A conversation that is only planned is removed, not withdrawn");
  if (to <= ACCORD_CONVERSATION_STAGE_HELD)
    return _("A sealed record cannot be opened again; later words are added to it");
  if (from == ACCORD_CONVERSATION_STAGE_PLANNED)
    return _("Say first on which day the conversation was held");
  if (from == ACCORD_CONVERSATION_STAGE_HELD)
    return _("The record has to be sealed first");
  if (to == ACCORD_CONVERSATION_STAGE_SEALED || to == ACCORD_CONVERSATION_STAGE_PRESENTED)
    return _("That has been done already");
  if (from == ACCORD_CONVERSATION_STAGE_SEALED)
    return _("The record has to be presented to the member first");
  if (stage_is_answer (to))
    return _("The member’s answer to a record is noted once");

  return _("The member acknowledges or declines the record before it is closed");
}

gboolean
accord_conversation_stage_check (AccordConversationStage from,
                                 AccordConversationStage to,
                                 GError                **error)
{
  g_return_val_if_fail (from < G_N_ELEMENTS (next_stages), FALSE);
  g_return_val_if_fail (to < G_N_ELEMENTS (next_stages), FALSE);

  if (from == to || (next_stages[from] & (1u << to)) != 0)
    return TRUE;

  g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_STAGE, stage_refusal (from, to));

  return FALSE;
}

gboolean
accord_conversation_is_open (AccordConversation *self)
{
  g_return_val_if_fail (ACCORD_IS_CONVERSATION (self), FALSE);

  return accord_conversation_get_stage (self) <= ACCORD_CONVERSATION_STAGE_HELD
         && *accord_conversation_get_sealed (self) == '\0';
}

gboolean
accord_conversation_check_removal (AccordConversation *self,
                                   GError            **error)
{
  g_return_val_if_fail (ACCORD_IS_CONVERSATION (self), FALSE);

  if (accord_conversation_is_open (self))
    return TRUE;

  g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_STAGE,
                       *accord_conversation_get_sealed (self) != '\0' ? _("A sealed record is kept; it cannot be removed")
                                                                      : _("A withdrawn record is kept; it cannot be removed"));

  return FALSE;
}

gboolean
accord_conversation_take_held_day (AccordConversation *draft,
                                   AccordDate          day,
                                   AccordDate          today,
                                   GError            **error)
{
  AccordConversationStage stage = day != ACCORD_DATE_NONE ? ACCORD_CONVERSATION_STAGE_HELD
                                                          : ACCORD_CONVERSATION_STAGE_PLANNED;

  g_return_val_if_fail (ACCORD_IS_CONVERSATION (draft), FALSE);

  if (!accord_conversation_stage_check (accord_conversation_get_stage (draft), stage, error))
    return FALSE;
  if (day > today)
    {
      g_autofree char *text = accord_date_format (day);

      g_set_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                   /* Translators: %s is a date. */
                   _("%s is still to come: note the day on which the conversation is planned instead"), text);
      return FALSE;
    }

  accord_conversation_set_occurred (draft, day);
  accord_conversation_set_stage (draft, stage);

  return TRUE;
}

void
accord_conversation_note_entered (AccordConversation *draft,
                                  AccordDate          today)
{
  g_return_if_fail (ACCORD_IS_CONVERSATION (draft));

  if (accord_conversation_get_entered (draft) == ACCORD_DATE_NONE
      && accord_conversation_get_occurred (draft) != ACCORD_DATE_NONE && accord_conversation_has_text (draft))
    accord_conversation_set_entered (draft, today);
}

int
accord_conversation_get_lag (AccordConversation *self)
{
  AccordDate occurred, entered;

  g_return_val_if_fail (ACCORD_IS_CONVERSATION (self), 0);

  occurred = accord_conversation_get_occurred (self);
  entered = accord_conversation_get_entered (self);
  if (occurred == ACCORD_DATE_NONE || entered == ACCORD_DATE_NONE || entered - occurred <= ACCORD_CONVERSATION_LAG_DAYS)
    return 0;

  return entered - occurred;
}

gboolean
accord_conversation_has_text (AccordConversation *self)
{
  const AccordField *fields;
  guint n_fields;

  g_return_val_if_fail (ACCORD_IS_CONVERSATION (self), FALSE);

  fields = accord_record_get_fields (self, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].kind == ACCORD_FIELD_TEXT && *accord_record_read_text (self, &fields[i]) != '\0')
        return TRUE;
    }

  return FALSE;
}

gboolean
accord_conversation_kind_is_formal (AccordConversationKind kind)
{
  return kind == ACCORD_CONVERSATION_KIND_WARNING || kind == ACCORD_CONVERSATION_KIND_IMPROVEMENT;
}
