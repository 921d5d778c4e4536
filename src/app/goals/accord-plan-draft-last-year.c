/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft-goals.h"

#include "accord-clock.h"
#include "accord-goal-query.h"

#include <glib/gi18n.h>

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 left = accord_goal_get_position (*(AccordGoal *const *) a);
  gint64 right = accord_goal_get_position (*(AccordGoal *const *) b);

  return (left > right) - (left < right);
}

GPtrArray *
accord_plan_draft_list_goals_of_last_year (AccordPlanDraft *self)
{
  GListModel *goals = accord_workspace_get_list (accord_plan_draft_get_workspace (self), ACCORD_TYPE_GOAL);
  gint64 member = accord_record_get_id (ACCORD_RECORD (accord_plan_draft_get_member (self)));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);

      if (accord_goal_get_member (goal) == member
          && accord_goal_get_year (goal) == accord_plan_draft_get_year (self) - 1
          && accord_goal_get_achieved (goal) == ACCORD_DATE_NONE)
        g_ptr_array_add (found, g_steal_pointer (&goal));
    }
  g_ptr_array_sort (found, compare_positions);

  return found;
}

static AccordPlan *
find_plan_of_last_year (AccordPlanDraft *self)
{
  return accord_plan_find (accord_workspace_get_list (accord_plan_draft_get_workspace (self), ACCORD_TYPE_PLAN),
                           accord_record_get_id (ACCORD_RECORD (accord_plan_draft_get_member (self))),
                           accord_plan_draft_get_year (self) - 1);
}

gboolean
accord_plan_draft_can_start_as_last_year (AccordPlanDraft *self)
{
  GListModel *goals = accord_plan_draft_get_goals (self);
  g_autoptr (GPtrArray) before = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);
      g_autofree char *title = g_strstrip (g_strdup (accord_goal_get_title (goal)));

      if (*title != '\0')
        return FALSE;
    }
  before = accord_plan_draft_list_goals_of_last_year (self);

  return before->len > 0
         || (find_plan_of_last_year (self) != NULL
             && accord_record_get_id (ACCORD_RECORD (accord_plan_draft_get_plan (self))) == 0);
}

static void
put_viewers (AccordPlanDraft *self,
             AccordChange    *change,
             AccordGoal      *before,
             gint64           goal)
{
  g_autoptr (GPtrArray) viewers = accord_goal_list_viewers (
    before, accord_workspace_get_list (accord_plan_draft_get_workspace (self), ACCORD_TYPE_GOAL_VIEWER));

  for (guint i = 0; i < viewers->len; i++)
    {
      g_autoptr (AccordGoalViewer) viewer = accord_goal_viewer_new ();

      accord_goal_viewer_set_goal (viewer, goal);
      accord_goal_viewer_set_member (viewer, accord_goal_viewer_get_member (g_ptr_array_index (viewers, i)));
      accord_change_put (change, viewer);
    }
}

/* A day of last year, a year on: what was to be by December is to be by the next one. */
static AccordDate
a_year_on (AccordPlanDraft *self,
           AccordDate       due)
{
  int fiscal_start = (int) accord_settings_get_fiscal_start (
    accord_workspace_get_settings (accord_plan_draft_get_workspace (self)));

  if (due == ACCORD_DATE_NONE || due >= accord_plan_year_get_start (accord_plan_draft_get_year (self), fiscal_start))
    return due;

  return accord_date_add_months (due, 12);
}

/* The log stays with last year; how far the goal has come is what this year's begins with. */
static void
put_opening (AccordChange *change,
             AccordGoal   *goal)
{
  g_autoptr (AccordGoalEntry) entry = NULL;

  if (accord_goal_get_progress (goal) == ACCORD_UNKNOWN)
    return;

  entry = accord_goal_entry_new ();
  accord_goal_entry_set_goal (entry, accord_record_get_id (ACCORD_RECORD (goal)));
  accord_goal_entry_set_day (entry, accord_clock_today ());
  accord_goal_entry_set_progress (entry, accord_goal_get_progress (goal));
  accord_goal_entry_set_note (entry, _("Carried over from last year"));
  accord_change_put (change, entry);
}

static void
put_goals (AccordPlanDraft *self,
           AccordChange    *change)
{
  AccordWorkspace *workspace = accord_plan_draft_get_workspace (self);
  g_autoptr (GPtrArray) goals = accord_plan_draft_list_goals_of_last_year (self);

  for (guint i = 0; i < goals->len; i++)
    {
      AccordGoal *before = g_ptr_array_index (goals, i);
      g_autoptr (AccordGoal) goal = accord_record_copy (before);
      gint64 id = accord_workspace_reserve_id (workspace, ACCORD_TYPE_GOAL);

      accord_record_set_id (ACCORD_RECORD (goal), id);
      accord_goal_set_year (goal, accord_plan_draft_get_year (self));
      accord_goal_set_position (goal, i);
      accord_goal_set_due (goal, a_year_on (self, accord_goal_get_due (before)));
      accord_change_put (change, goal);
      put_opening (change, goal);
      put_viewers (self, change, before, id);
    }
}

static void
copy_plan (AccordPlan *before,
           AccordPlan *plan)
{
  accord_plan_set_income_goal (plan, accord_plan_get_income_goal (before));
  accord_plan_set_base (plan, accord_plan_get_base (before));
  accord_plan_set_other_pay (plan, accord_plan_get_other_pay (before));
  accord_plan_set_pay_terms (plan, accord_plan_get_pay_terms (before));
  accord_plan_set_pay_kind (plan, accord_plan_get_pay_kind (before));
  accord_plan_set_pay_tiers (plan, accord_plan_get_pay_tiers (before));
  accord_plan_set_pay_threshold (plan, accord_plan_get_pay_threshold (before));
  accord_plan_set_pay_cap (plan, accord_plan_get_pay_cap (before));
  accord_plan_set_average_deal (plan, accord_plan_get_average_deal (before));
  accord_plan_set_win_rate (plan, accord_plan_get_win_rate (before));
  accord_plan_set_meeting_rate (plan, accord_plan_get_meeting_rate (before));
  accord_plan_set_outreach_rate (plan, accord_plan_get_outreach_rate (before));
}

gboolean
accord_plan_draft_start_as_last_year (AccordPlanDraft *self,
                                      GError         **error)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Start as Last Year"));
  g_autoptr (AccordPlan) plan = NULL;
  AccordPlan *before = find_plan_of_last_year (self);

  if (!accord_plan_draft_save (self))
    {
      g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_MISSING,
                           _("What was typed could not be stored; nothing was changed"));
      return FALSE;
    }

  plan = accord_record_copy (accord_plan_draft_get_plan (self));
  if (before != NULL)
    copy_plan (before, plan);
  accord_change_put (change, plan);
  put_goals (self, change);

  return accord_workspace_apply (accord_plan_draft_get_workspace (self), change, error);
}
