/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goal-log.h"

#include "accord-goal-query.h"

#include <glib/gi18n.h>

/* The log as it is to be: without the entry of that id, and with the draft that takes its place. */
static GPtrArray *
make_log (AccordWorkspace *workspace,
          AccordGoal      *goal,
          gint64           without,
          AccordGoalEntry *with)
{
  GPtrArray *log = accord_goal_list_entries (goal, accord_workspace_get_list (workspace, ACCORD_TYPE_GOAL_ENTRY));

  for (guint i = log->len; i > 0; i--)
    if (accord_record_get_id (g_ptr_array_index (log, i - 1)) == without)
      g_ptr_array_remove_index (log, i - 1);
  if (with != NULL)
    g_ptr_array_add (log, g_object_ref (with));
  accord_goal_log_sort (log);

  return log;
}

/* A goal that is achieved is all there, whatever the log says. */
static void
put_goal (AccordWorkspace *workspace,
          AccordChange    *change,
          AccordGoal      *goal,
          GPtrArray       *log)
{
  g_autoptr (AccordGoal) draft = accord_record_copy (goal);
  g_autoptr (GPtrArray) before
    = accord_goal_list_entries (goal, accord_workspace_get_list (workspace, ACCORD_TYPE_GOAL_ENTRY));
  AccordRate progress = accord_goal_log_get_progress (log, goal);

  if (accord_goal_get_achieved (goal) != ACCORD_DATE_NONE)
    return;
  /* A log of notes alone says nothing about what was known before it. */
  if (progress == ACCORD_UNKNOWN && accord_goal_log_get_progress (before, goal) == ACCORD_UNKNOWN)
    return;
  accord_goal_set_progress (draft, progress);
  accord_change_put (change, draft);
}

gboolean
accord_goal_log_put (AccordWorkspace  *workspace,
                     AccordGoal       *goal,
                     AccordGoalEntry  *draft,
                     GError          **error)
{
  gboolean added = accord_record_get_id (ACCORD_RECORD (draft)) == 0;
  g_autoptr (AccordChange) change = accord_change_new (added ? _("Log Progress") : _("Edit Progress"));
  g_autoptr (GPtrArray) log = make_log (workspace, goal, accord_record_get_id (ACCORD_RECORD (draft)), draft);

  accord_change_put (change, draft);
  put_goal (workspace, change, goal, log);

  return accord_workspace_apply (workspace, change, error);
}

gboolean
accord_goal_log_remove (AccordWorkspace  *workspace,
                        AccordGoal       *goal,
                        AccordGoalEntry  *entry,
                        GError          **error)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Remove Progress"));
  g_autoptr (GPtrArray) log = make_log (workspace, goal, accord_record_get_id (ACCORD_RECORD (entry)), NULL);

  accord_change_remove (change, entry);
  put_goal (workspace, change, goal, log);

  return accord_workspace_apply (workspace, change, error);
}

gboolean
accord_goal_set_achieved_on (AccordWorkspace  *workspace,
                             AccordGoal       *goal,
                             AccordDate        day,
                             GError          **error)
{
  g_autoptr (AccordChange) change
    = accord_change_new (day != ACCORD_DATE_NONE ? _("Achieve Goal") : _("Reopen Goal"));
  g_autoptr (AccordGoal) draft = accord_record_copy (goal);
  g_autoptr (GPtrArray) log
    = accord_goal_list_entries (goal, accord_workspace_get_list (workspace, ACCORD_TYPE_GOAL_ENTRY));

  accord_goal_set_achieved (draft, day);
  accord_goal_set_progress (draft, day != ACCORD_DATE_NONE ? ACCORD_RATE_ONE
                                                           : accord_goal_log_get_progress (log, goal));
  accord_change_put (change, draft);

  return accord_workspace_apply (workspace, change, error);
}
