/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft-goals.h"

#include "accord-goal-query.h"

#include <glib/gi18n.h>

static AccordGoalViewer *
find_viewer (AccordPlanDraft *self,
             AccordGoal      *goal,
             gint64           member)
{
  g_autoptr (GPtrArray) viewers = accord_goal_list_viewers (
    goal, accord_workspace_get_list (accord_plan_draft_get_workspace (self), ACCORD_TYPE_GOAL_VIEWER));

  for (guint i = 0; i < viewers->len; i++)
    if (accord_goal_viewer_get_member (g_ptr_array_index (viewers, i)) == member)
      return g_ptr_array_index (viewers, i);

  return NULL;
}

gboolean
accord_plan_draft_is_viewer (AccordPlanDraft *self,
                             AccordGoal      *goal,
                             gint64           member)
{
  return find_viewer (self, goal, member) != NULL;
}

gboolean
accord_plan_draft_set_viewer (AccordPlanDraft *self,
                              AccordGoal      *goal,
                              gint64           member,
                              gboolean         sees,
                              GError         **error)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Share Goal"));
  AccordGoalViewer *viewer;

  /* The group belongs to a goal that is in the file. What went wrong there the foot of the wizard says. */
  if (!accord_plan_draft_save (self) || accord_record_get_id (ACCORD_RECORD (goal)) == 0)
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_MISSING,
                           _("Say what the goal is first; then it can be shared"));
      return FALSE;
    }

  viewer = find_viewer (self, goal, member);
  if ((viewer != NULL) == sees)
    return TRUE;
  if (viewer != NULL)
    accord_change_remove (change, viewer);
  else
    {
      g_autoptr (AccordGoalViewer) draft = accord_goal_viewer_new ();

      accord_goal_viewer_set_goal (draft, accord_record_get_id (ACCORD_RECORD (goal)));
      accord_goal_viewer_set_member (draft, member);
      accord_change_put (change, draft);
    }

  return accord_workspace_apply (accord_plan_draft_get_workspace (self), change, error);
}

void
accord_goal_put_removal (AccordWorkspace *workspace,
                         AccordChange    *change,
                         AccordGoal      *goal)
{
  g_autoptr (GPtrArray) viewers
    = accord_goal_list_viewers (goal, accord_workspace_get_list (workspace, ACCORD_TYPE_GOAL_VIEWER));
  g_autoptr (GPtrArray) entries
    = accord_goal_list_entries (goal, accord_workspace_get_list (workspace, ACCORD_TYPE_GOAL_ENTRY));

  for (guint i = 0; i < viewers->len; i++)
    accord_change_remove (change, g_ptr_array_index (viewers, i));
  for (guint i = 0; i < entries->len; i++)
    accord_change_remove (change, g_ptr_array_index (entries, i));
  accord_change_remove (change, goal);
}
