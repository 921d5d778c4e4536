/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-commitment.h"
#include "accord-goal.h"
#include "accord-opportunities.h"
#include "accord-plan-year.h"
#include "accord-quota.h"
#include "accord-report-private.h"

#include <glib/gi18n.h>

/* Personal goals of the plan year, as far as the audience may see them; and whether there is such a year. */

/* The copy for the team holds what was meant for the whole team and does not even tell that there is more. */
static gboolean
may_see_goal (AccordAudience audience,
              AccordGoal    *goal)
{
  /* What is private is between the member and the manager: HR is not told either. */
  return audience == ACCORD_AUDIENCE_MANAGER || accord_goal_get_visibility (goal) == ACCORD_VISIBILITY_TEAM;
}

static int
compare_goals (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  AccordGoal *left = *(AccordGoal *const *) a;
  AccordGoal *right = *(AccordGoal *const *) b;
  AccordReportGather *gather = user_data;
  int order = g_utf8_collate (accord_report_member_name (gather, accord_goal_get_member (left)),
                              accord_report_member_name (gather, accord_goal_get_member (right)));

  if (order == 0 && accord_goal_get_member (left) != accord_goal_get_member (right))
    order = accord_goal_get_member (left) < accord_goal_get_member (right) ? -1 : 1;
  if (order == 0 && accord_goal_get_position (left) != accord_goal_get_position (right))
    order = accord_goal_get_position (left) < accord_goal_get_position (right) ? -1 : 1;
  if (order == 0)
    order = accord_record_get_id (ACCORD_RECORD (left)) < accord_record_get_id (ACCORD_RECORD (right)) ? -1 : 1;
  return order;
}

static void
add_goal (AccordReportGather *gather,
          AccordGoal         *goal)
{
  AccordReportGoal *row = g_new0 (AccordReportGoal, 1);
  const AccordDate achieved = accord_goal_get_achieved (goal);

  row->member = g_strdup (accord_report_member_name (gather, accord_goal_get_member (goal)));
  row->kind = accord_goal_kind_get_label (accord_goal_get_kind (goal));
  row->title = g_strdup (accord_goal_get_title (goal));
  row->why = g_strdup (accord_goal_get_why (goal));
  row->amount = accord_goal_get_amount (goal);
  row->due = accord_goal_get_due (goal);
  row->progress = accord_goal_get_progress (goal);
  row->achieved = achieved != ACCORD_DATE_NONE && achieved <= gather->report->as_of;
  row->visibility = accord_visibility_get_label (accord_goal_get_visibility (goal));
  g_ptr_array_add (gather->report->goals, row);
}

gboolean
accord_report_gather_goals (AccordReportGather *gather,
                            GError            **error)
{
  const AccordReport *report = gather->report;
  GListModel *goals = accord_workspace_load_list (gather->workspace, ACCORD_TYPE_GOAL, error);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);

  if (goals == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);

      if (accord_goal_get_year (goal) == report->quarter.year && may_see_goal (report->audience, goal)
          && accord_report_was_member (gather, accord_goal_get_member (goal)))
        g_ptr_array_add (seen, g_steal_pointer (&goal));
    }

  g_ptr_array_sort_with_data (seen, compare_goals, gather);
  for (guint i = 0; i < seen->len; i++)
    add_goal (gather, g_ptr_array_index (seen, i));
  return TRUE;
}

/* Whether a record of this type has this plan year in its property. */
static gboolean
list_has_year (AccordReportGather *gather,
               GType               type,
               const char         *property,
               gboolean           *found,
               GError            **error)
{
  GListModel *list = accord_workspace_load_list (gather->workspace, type, error);

  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list) && !*found; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (list, i);
      gint64 year = 0;

      g_object_get (record, property, &year, NULL);
      *found = year == gather->report->quarter.year;
    }
  return TRUE;
}

static gboolean
has_quotas (AccordReportGather *gather,
            AccordDate          last,
            gboolean           *found,
            GError            **error)
{
  GListModel *list = accord_workspace_load_list (gather->workspace, ACCORD_TYPE_QUOTA, error);

  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list) && !*found; i++)
    {
      g_autoptr (AccordQuota) quota = g_list_model_get_item (list, i);
      const AccordDate starts = accord_quota_get_starts (quota);

      *found = starts >= gather->report->year_starts && starts <= last;
    }
  return TRUE;
}

gboolean
accord_report_year_is_on_file (AccordReportGather *gather,
                               gboolean           *on_file,
                               GError            **error)
{
  const AccordReport *report = gather->report;
  const AccordDate last = accord_plan_year_get_end (report->quarter.year, report->fiscal_start);
  const struct
  {
    GType type;
    const char *property;
  } lists[] = {
    { ACCORD_TYPE_PLAN_YEAR, "label" },
    { ACCORD_TYPE_COMMITMENT, "year" },
    { ACCORD_TYPE_GOAL, "year" },
    { ACCORD_TYPE_CARD, "year" },
  };
  gint64 bookings;

  /* The year of the report's date needs no record to exist: a new workspace can print its blank sheet. */
  *on_file = accord_plan_year_for_date (report->as_of, report->fiscal_start) == report->quarter.year;
  for (guint i = 0; i < G_N_ELEMENTS (lists) && !*on_file; i++)
    {
      if (!list_has_year (gather, lists[i].type, lists[i].property, on_file, error))
        return FALSE;
    }
  if (!*on_file && !has_quotas (gather, last, on_file, error))
    return FALSE;

  if (!*on_file)
    {
      bookings = accord_opportunities_bookings (gather->workspace, 0, report->year_starts, last);
      *on_file = bookings != ACCORD_UNKNOWN && bookings != 0;
    }
  return TRUE;
}
