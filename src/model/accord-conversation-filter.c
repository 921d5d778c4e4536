/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-filter.h"

#include <string.h>

/* As much as any list shows in one line. */
#define FIRST_WORDS_LENGTH 120

/* The same letter can be written as one character or as two. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static gboolean
contains (const char *text,
          const char *needle)
{
  g_autofree char *folded = NULL;

  if (*text == '\0')
    return FALSE;
  folded = fold (text);

  return strstr (folded, needle) != NULL;
}

static gboolean
filter_match_text (const AccordConversationFilter *self,
                   AccordConversation             *conversation,
                   const char                     *member_name)
{
  const AccordField *fields;
  guint n_fields;

  if (self->needle == NULL || contains (member_name, self->needle))
    return TRUE;

  fields = accord_record_get_fields (conversation, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      /* The moment of sealing is kept as text, but it is none. */
      if (fields[i].kind == ACCORD_FIELD_TEXT && !g_str_equal (fields[i].name, "sealed")
          && contains (accord_record_read_text (conversation, &fields[i]), self->needle))
        return TRUE;
    }

  return FALSE;
}

AccordConversationFilter *
accord_conversation_filter_new (void)
{
  AccordConversationFilter *self = g_new0 (AccordConversationFilter, 1);

  self->kind = ACCORD_CONVERSATION_ANY;
  self->stage = ACCORD_CONVERSATION_ANY;

  return self;
}

void
accord_conversation_filter_free (AccordConversationFilter *self)
{
  g_free (self->needle);
  g_free (self);
}

void
accord_conversation_filter_set_text (AccordConversationFilter *self,
                                     const char               *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));

  g_clear_pointer (&self->needle, g_free);
  if (*trimmed != '\0')
    self->needle = fold (trimmed);
}

gboolean
accord_conversation_filter_is_set (const AccordConversationFilter *self)
{
  return self->member != 0 || self->kind != ACCORD_CONVERSATION_ANY || self->stage != ACCORD_CONVERSATION_ANY
         || self->needle != NULL;
}

gboolean
accord_conversation_filter_match (const AccordConversationFilter *self,
                                  AccordConversation             *conversation,
                                  const char                     *member_name)
{
  AccordDate day;

  g_return_val_if_fail (ACCORD_IS_CONVERSATION (conversation), FALSE);
  g_return_val_if_fail (member_name != NULL, FALSE);

  if (self->member != 0 && accord_conversation_get_member (conversation) != self->member)
    return FALSE;
  if (self->kind != ACCORD_CONVERSATION_ANY && (int) accord_conversation_get_kind (conversation) != self->kind)
    return FALSE;
  if (self->stage != ACCORD_CONVERSATION_ANY && (int) accord_conversation_get_stage (conversation) != self->stage)
    return FALSE;

  day = accord_conversation_get_day (conversation);
  if (day != ACCORD_DATE_NONE
      && ((self->first != ACCORD_DATE_NONE && day < self->first) || (self->last != ACCORD_DATE_NONE && day > self->last)))
    return FALSE;

  return filter_match_text (self, conversation, member_name);
}

AccordDate
accord_conversation_get_day (AccordConversation *self)
{
  g_return_val_if_fail (ACCORD_IS_CONVERSATION (self), ACCORD_DATE_NONE);

  if (accord_conversation_get_occurred (self) != ACCORD_DATE_NONE)
    return accord_conversation_get_occurred (self);
  if (accord_conversation_get_planned (self) != ACCORD_DATE_NONE)
    return accord_conversation_get_planned (self);

  return accord_conversation_get_entered (self);
}

int
accord_conversation_compare (AccordConversation *a,
                             AccordConversation *b)
{
  AccordDate day_of_a = accord_conversation_get_day (a);
  AccordDate day_of_b = accord_conversation_get_day (b);
  gint64 number_of_a = accord_conversation_get_number (a);
  gint64 number_of_b = accord_conversation_get_number (b);

  if (day_of_a != day_of_b)
    {
      if (day_of_a == ACCORD_DATE_NONE || day_of_b == ACCORD_DATE_NONE)
        return day_of_a == ACCORD_DATE_NONE ? -1 : 1;

      return day_of_a > day_of_b ? -1 : 1;
    }

  return (number_of_a < number_of_b) - (number_of_a > number_of_b);
}

/* Space of any kind and length becomes one space; what is too long ends in an ellipsis. */
static char *
dup_one_line (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean space = FALSE;
  guint length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = line->len > 0;
          continue;
        }
      if (length >= FIRST_WORDS_LENGTH)
        {
          g_string_append (line, "…");
          break;
        }
      if (space)
        {
          g_string_append_c (line, ' ');
          length++;
        }
      space = FALSE;
      g_string_append_unichar (line, c);
      length++;
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
accord_conversation_dup_first_words (AccordConversation *self)
{
  const char *texts[] = {
    accord_conversation_get_purpose (self),  accord_conversation_get_facts (self),
    accord_conversation_get_impact (self),   accord_conversation_get_strengths (self),
    accord_conversation_get_response (self), accord_conversation_get_agreement (self),
    accord_conversation_get_support (self),  accord_conversation_get_expectation (self),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *line = dup_one_line (texts[i]);

      if (*line != '\0')
        return g_steal_pointer (&line);
    }

  return g_strdup ("");
}
