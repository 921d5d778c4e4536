/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-change.h"

#include <glib/gi18n.h>

#include "accord-action.h"
#include "accord-member.h"

AccordChange *
accord_conversation_change_remove (AccordWorkspace    *workspace,
                                   AccordConversation *conversation)
{
  AccordChange *change = accord_change_new (_("Remove Conversation"));
  GListModel *actions = accord_workspace_get_list (workspace, ACCORD_TYPE_ACTION);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);

      if (accord_action_get_conversation (action) == accord_record_get_id (ACCORD_RECORD (conversation)))
        accord_change_remove (change, action);
    }
  accord_change_remove (change, conversation);

  return change;
}

const char *
accord_conversation_get_member_name (AccordWorkspace    *workspace,
                                     AccordConversation *conversation)
{
  AccordMember *member = accord_workspace_find (workspace, ACCORD_TYPE_MEMBER,
                                                accord_conversation_get_member (conversation));

  return member != NULL ? accord_member_get_name (member) : "";
}
