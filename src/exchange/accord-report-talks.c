/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-action.h"
#include "accord-addendum.h"
#include "accord-conversation.h"
#include "accord-member.h"
#include "accord-report-private.h"
#include "accord-tows-query.h"

#include <glib/gi18n.h>

/* Conversations of the quarter, how often each member was spoken to, and the actions that are open. */

G_STATIC_ASSERT (ACCORD_CONVERSATION_KIND_IMPROVEMENT + 1 == ACCORD_REPORT_KINDS);

static void
report_passage_free (gpointer data)
{
  AccordReportPassage *passage = data;

  g_free (passage->heading);
  g_free (passage->text);
  g_free (passage);
}

static void
add_passage (AccordReportConversation *row,
             const char               *heading,
             const char               *text)
{
  AccordReportPassage *passage;

  if (*text == '\0')
    return;

  passage = g_new0 (AccordReportPassage, 1);
  passage->heading = g_strdup (heading);
  passage->text = g_strdup (text);
  g_ptr_array_add (row->passages, passage);
}

static void
add_texts (AccordReportConversation *row,
           AccordConversation       *conversation)
{
  const struct
  {
    const char *heading;
    const char *text;
  } passages[] = {
    { _("Participants"), accord_conversation_get_participants (conversation) },
    { _("Where"), accord_conversation_get_place (conversation) },
    { _("Purpose"), accord_conversation_get_purpose (conversation) },
    { _("Expectation"), accord_conversation_get_expectation (conversation) },
    { _("Agreed where"), accord_conversation_get_agreed_where (conversation) },
    { _("Facts"), accord_conversation_get_facts (conversation) },
    { _("Impact"), accord_conversation_get_impact (conversation) },
    { _("Strengths"), accord_conversation_get_strengths (conversation) },
    { _("Member’s own account"), accord_conversation_get_response (conversation) },
    { _("Agreement"), accord_conversation_get_agreement (conversation) },
    { _("Support promised"), accord_conversation_get_support (conversation) },
    { _("Consequence"), accord_conversation_get_consequence (conversation) },
    { _("Review outcome"), accord_conversation_get_review_outcome (conversation) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    add_passage (row, passages[i].heading, passages[i].text);
}

static void
add_addenda (AccordReportGather       *gather,
             AccordReportConversation *row,
             GListModel               *addenda,
             gint64                    conversation)
{
  for (guint i = 0; i < g_list_model_get_n_items (addenda); i++)
    {
      g_autoptr (AccordAddendum) addendum = g_list_model_get_item (addenda, i);
      g_autofree char *number = NULL;
      g_autofree char *heading = NULL;

      if (accord_addendum_get_conversation (addendum) != conversation
          || accord_addendum_get_entered (addendum) > gather->report->as_of)
        continue;

      number = g_strdup_printf ("%" G_GINT64_FORMAT, accord_addendum_get_number (addendum));
      /* Translators: %s is the number of a later addition to a sealed record */
      heading = g_strdup_printf (_("Addendum %s"), number);
      add_passage (row, heading, accord_addendum_get_text (addendum));
    }
}

/* The day a conversation counts on: when it was held, or else when it is planned for. */
static AccordDate
conversation_date (AccordConversation *conversation)
{
  const AccordDate occurred = accord_conversation_get_occurred (conversation);

  return occurred != ACCORD_DATE_NONE ? occurred : accord_conversation_get_planned (conversation);
}

static gboolean
was_held (AccordReportGather *gather,
          AccordConversation *conversation)
{
  const AccordDate occurred = accord_conversation_get_occurred (conversation);

  return occurred != ACCORD_DATE_NONE && occurred <= gather->report->as_of
         && accord_conversation_get_stage (conversation) != ACCORD_CONVERSATION_STAGE_WITHDRAWN;
}

static AccordReportConversation *
new_conversation (AccordReportGather *gather,
                  AccordConversation *conversation,
                  GListModel         *addenda)
{
  AccordReportConversation *row = g_new0 (AccordReportConversation, 1);

  row->number = accord_conversation_get_number (conversation);
  row->member = g_strdup (accord_report_member_name (gather, accord_conversation_get_member (conversation)));
  row->date = conversation_date (conversation);
  row->kind = accord_conversation_kind_get_label (accord_conversation_get_kind (conversation));
  row->stage = accord_conversation_stage_get_label (accord_conversation_get_stage (conversation));
  row->purpose = g_strdup (accord_conversation_get_erased (conversation)
                             ? _("(erased)")
                             : accord_conversation_get_purpose (conversation));
  row->passages = g_ptr_array_new_with_free_func (report_passage_free);
  if (gather->report->audience == ACCORD_AUDIENCE_HR)
    {
      add_texts (row, conversation);
      add_addenda (gather, row, addenda, accord_record_get_id (ACCORD_RECORD (conversation)));
    }
  return row;
}

static int
compare_conversations (gconstpointer a,
                       gconstpointer b)
{
  const AccordReportConversation *left = *(AccordReportConversation *const *) a;
  const AccordReportConversation *right = *(AccordReportConversation *const *) b;

  if (left->date != right->date)
    return left->date < right->date ? -1 : 1;
  return left->number == right->number ? 0 : left->number < right->number ? -1 : 1;
}

static int
compare_talks (gconstpointer a,
               gconstpointer b)
{
  const AccordReportTalks *left = *(AccordReportTalks *const *) a;
  const AccordReportTalks *right = *(AccordReportTalks *const *) b;

  return g_utf8_collate (left->name, right->name);
}

/* FALSE where the member was never spoken to. */
static gboolean
count_talks (AccordReportGather *gather,
             GListModel         *conversations,
             AccordMember       *member)
{
  const AccordReport *report = gather->report;
  AccordReportTalks *row = g_new0 (AccordReportTalks, 1);

  row->name = g_strdup (accord_member_get_name (member));
  for (guint i = 0; i < g_list_model_get_n_items (conversations); i++)
    {
      g_autoptr (AccordConversation) conversation = g_list_model_get_item (conversations, i);
      const AccordDate occurred = accord_conversation_get_occurred (conversation);

      if (accord_conversation_get_member (conversation) != accord_record_get_id (ACCORD_RECORD (member))
          || !was_held (gather, conversation))
        continue;
      row->last = MAX (row->last, occurred);
      if (occurred < report->starts || occurred > report->ends)
        continue;
      row->total++;
      if (accord_conversation_get_kind (conversation) < accord_report_get_n_kinds (report))
        row->counts[accord_conversation_get_kind (conversation)]++;
    }
  g_ptr_array_add (report->talks, row);
  return row->last != ACCORD_DATE_NONE;
}

gboolean
accord_report_gather_conversations (AccordReportGather *gather,
                                    GError            **error)
{
  const AccordReport *report = gather->report;
  GListModel *conversations = accord_workspace_load_list (gather->workspace, ACCORD_TYPE_CONVERSATION, error);
  GListModel *addenda
    = conversations == NULL ? NULL : accord_workspace_load_list (gather->workspace, ACCORD_TYPE_ADDENDUM, error);
  gboolean any = FALSE;

  if (addenda == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (conversations) && report->audience != ACCORD_AUDIENCE_TEAM; i++)
    {
      g_autoptr (AccordConversation) conversation = g_list_model_get_item (conversations, i);
      const AccordDate date = conversation_date (conversation);

      /* What was held after the report's date was not known then. */
      if (date >= report->starts && date <= report->ends
          && accord_conversation_get_occurred (conversation) <= report->as_of)
        g_ptr_array_add (report->conversations, new_conversation (gather, conversation, addenda));
    }
  g_ptr_array_sort (report->conversations, compare_conversations);

  for (guint i = 0; i < g_list_model_get_n_items (gather->members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (gather->members, i);

      /* The leader is the one who speaks. */
      if (!accord_member_get_leader (member)
          && accord_report_was_member (gather, accord_record_get_id (ACCORD_RECORD (member))))
        any |= count_talks (gather, conversations, member);
    }
  g_ptr_array_sort (report->talks, compare_talks);
  if (!any)
    g_ptr_array_set_size (report->talks, 0);
  return TRUE;
}

/* Where an action came from, or NULL where the audience must not know of it. (transfer full) */
static char *
action_origin (AccordReportGather *gather,
               AccordAction       *action)
{
  const AccordAudience audience = gather->report->audience;
  AccordConversation *conversation;
  AccordStrategy *strategy;
  AccordCard *card;

  if (accord_action_get_conversation (action) != 0)
    {
      g_autofree char *number = NULL;

      conversation = accord_workspace_find (gather->workspace, ACCORD_TYPE_CONVERSATION,
                                            accord_action_get_conversation (action));
      if (audience == ACCORD_AUDIENCE_TEAM || conversation == NULL)
        return NULL;
      number = g_strdup_printf ("%" G_GINT64_FORMAT, accord_conversation_get_number (conversation));
      /* Translators: %s is the number of a conversation's record */
      return g_strdup_printf (_("Conversation %s"), number);
    }

  if (accord_action_get_card (action) != 0)
    {
      card = accord_workspace_find (gather->workspace, ACCORD_TYPE_CARD, accord_action_get_card (action));
      if (card == NULL || accord_card_get_audience (card) > audience)
        return NULL;
      return g_strdup_printf (_("SWOT: %s"), accord_card_get_title (card));
    }

  if (accord_action_get_strategy (action) != 0)
    {
      strategy = accord_workspace_find (gather->workspace, ACCORD_TYPE_STRATEGY, accord_action_get_strategy (action));
      if (strategy == NULL
          || accord_strategy_get_audience (strategy, accord_workspace_get_list (gather->workspace, ACCORD_TYPE_CARD))
               > audience)
        return NULL;
      return g_strdup_printf (_("SWOT: %s"), accord_strategy_get_text (strategy));
    }

  return g_strdup ("");
}

static int
compare_actions (gconstpointer a,
                 gconstpointer b)
{
  const AccordReportAction *left = *(AccordReportAction *const *) a;
  const AccordReportAction *right = *(AccordReportAction *const *) b;
  const AccordDate left_due = left->due == ACCORD_DATE_NONE ? G_MAXINT32 : left->due;
  const AccordDate right_due = right->due == ACCORD_DATE_NONE ? G_MAXINT32 : right->due;

  if (left_due != right_due)
    return left_due < right_due ? -1 : 1;
  return g_strcmp0 (left->what, right->what);
}

gboolean
accord_report_gather_actions (AccordReportGather *gather,
                              GError            **error)
{
  const AccordReport *report = gather->report;
  GListModel *actions = accord_workspace_load_list (gather->workspace, ACCORD_TYPE_ACTION, error);

  if (actions == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      const AccordDate done = accord_action_get_done (action);
      g_autofree char *origin = NULL;
      AccordReportAction *row;

      if ((done != ACCORD_DATE_NONE && done <= report->as_of) || accord_action_get_audience (action) > report->audience
          || (origin = action_origin (gather, action)) == NULL)
        continue;

      row = g_new0 (AccordReportAction, 1);
      row->what = g_strdup (accord_action_get_what (action));
      row->owner = g_strdup (accord_report_member_name (gather, accord_action_get_owner (action)));
      row->origin = g_steal_pointer (&origin);
      row->due = accord_action_get_due (action);
      row->late = row->due != ACCORD_DATE_NONE && row->due < report->as_of;
      g_ptr_array_add (report->actions, row);
    }
  g_ptr_array_sort (report->actions, compare_actions);
  return TRUE;
}
