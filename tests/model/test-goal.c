/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-goal-query.h"

static AccordGoal *
add_goal (GListStore      *list,
          gint64           id,
          gint64           member,
          AccordVisibility visibility,
          AccordDate       achieved)
{
  g_autoptr (AccordGoal) goal = accord_goal_new ();

  accord_record_set_id (ACCORD_RECORD (goal), id);
  accord_goal_set_member (goal, member);
  accord_goal_set_visibility (goal, visibility);
  accord_goal_set_achieved (goal, achieved);
  g_list_store_append (list, goal);

  return goal;
}

static void
test_celebrations (void)
{
  const AccordDate first = accord_date_new (2026, 1, 1), last = accord_date_new (2026, 12, 31);
  const AccordDate may = accord_date_new (2026, 5, 4), june = accord_date_new (2026, 6, 1);
  const gint64 expected[] = { 9, 4, 5, 7, 8 };
  g_autoptr (GListStore) goals = g_list_store_new (ACCORD_TYPE_GOAL);
  g_autoptr (GPtrArray) found = NULL;

  add_goal (goals, 1, 1, ACCORD_VISIBILITY_PRIVATE, may);
  add_goal (goals, 2, 1, ACCORD_VISIBILITY_GROUP, may);
  add_goal (goals, 3, 1, ACCORD_VISIBILITY_TEAM, ACCORD_DATE_NONE);
  add_goal (goals, 4, 1, ACCORD_VISIBILITY_TEAM, june);
  add_goal (goals, 5, 2, ACCORD_VISIBILITY_TEAM, june);
  add_goal (goals, 6, 2, ACCORD_VISIBILITY_TEAM, first - 1);
  add_goal (goals, 7, 2, ACCORD_VISIBILITY_TEAM, may);
  add_goal (goals, 8, 3, ACCORD_VISIBILITY_TEAM, first);
  add_goal (goals, 9, 3, ACCORD_VISIBILITY_TEAM, last);
  add_goal (goals, 10, 3, ACCORD_VISIBILITY_TEAM, last + 1);

  found = accord_goal_list_celebrations (G_LIST_MODEL (goals), first, last);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpint (accord_record_get_id (g_ptr_array_index (found, i)), ==, expected[i]);
}

static void
add_viewer (GListStore *list,
            gint64      goal,
            gint64      member)
{
  g_autoptr (AccordGoalViewer) viewer = accord_goal_viewer_new ();

  accord_goal_viewer_set_goal (viewer, goal);
  accord_goal_viewer_set_member (viewer, member);
  g_list_store_append (list, viewer);
}

static void
test_viewers (void)
{
  g_autoptr (GListStore) goals = g_list_store_new (ACCORD_TYPE_GOAL);
  g_autoptr (GListStore) viewers = g_list_store_new (ACCORD_TYPE_GOAL_VIEWER);
  AccordGoal *group = add_goal (goals, 2, 1, ACCORD_VISIBILITY_GROUP, ACCORD_DATE_NONE);
  g_autoptr (GPtrArray) named = NULL;

  add_viewer (viewers, 1, 2);
  add_viewer (viewers, 2, 2);

  named = accord_goal_list_viewers (group, G_LIST_MODEL (viewers));
  g_assert_cmpuint (named->len, ==, 1);
  g_assert_cmpint (accord_goal_viewer_get_member (g_ptr_array_index (named, 0)), ==, 2);
}

static void
add_entry (GListStore *list,
           gint64      id,
           gint64      goal,
           AccordDate  day,
           gint64      progress,
           gint64      amount)
{
  g_autoptr (AccordGoalEntry) entry = accord_goal_entry_new ();

  accord_record_set_id (ACCORD_RECORD (entry), id);
  accord_goal_entry_set_goal (entry, goal);
  accord_goal_entry_set_day (entry, day);
  accord_goal_entry_set_progress (entry, progress);
  accord_goal_entry_set_amount (entry, amount);
  g_list_store_append (list, entry);
}

static void
test_progress (void)
{
  const AccordDate may = accord_date_new (2026, 5, 4);
  g_autoptr (GListStore) goals = g_list_store_new (ACCORD_TYPE_GOAL);
  g_autoptr (GListStore) entries = g_list_store_new (ACCORD_TYPE_GOAL_ENTRY);
  AccordGoal *goal = add_goal (goals, 1, 1, ACCORD_VISIBILITY_PRIVATE, ACCORD_DATE_NONE);
  g_autoptr (GPtrArray) log = NULL;

  accord_goal_set_amount (goal, 6000000);
  log = accord_goal_list_entries (goal, G_LIST_MODEL (entries));
  g_assert_cmpint (accord_goal_log_get_progress (log, goal), ==, ACCORD_UNKNOWN);
  g_ptr_array_unref (log);

  /* Written in any order, another goal's between them; the latest that tells is a share of the goal's amount. */
  add_entry (entries, 1, 1, may + 30, ACCORD_UNKNOWN, 1500000);
  add_entry (entries, 2, 1, may, ACCORD_RATE_ONE / 10, ACCORD_UNKNOWN);
  add_entry (entries, 3, 2, may + 60, ACCORD_RATE_ONE, ACCORD_UNKNOWN);
  add_entry (entries, 4, 1, may + 40, ACCORD_UNKNOWN, ACCORD_UNKNOWN);
  log = accord_goal_list_entries (goal, G_LIST_MODEL (entries));
  g_assert_cmpuint (log->len, ==, 3);
  g_assert_cmpint (accord_record_get_id (g_ptr_array_index (log, 0)), ==, 2);
  g_assert_cmpint (accord_record_get_id (g_ptr_array_index (log, 2)), ==, 4);
  g_assert_cmpint (accord_goal_log_get_progress (log, goal), ==, ACCORD_RATE_ONE / 4);
  g_ptr_array_unref (log);

  /* Two of one day: the one that was written later. More than the whole is the whole. */
  add_entry (entries, 5, 1, may + 30, ACCORD_RATE_ONE / 2, ACCORD_UNKNOWN);
  log = accord_goal_list_entries (goal, G_LIST_MODEL (entries));
  g_assert_cmpint (accord_goal_log_get_progress (log, goal), ==, ACCORD_RATE_ONE / 2);
  g_ptr_array_unref (log);
  /* One that is being written is the latest of its day. */
  add_entry (entries, 0, 1, may + 30, ACCORD_RATE_ONE / 5, ACCORD_UNKNOWN);
  log = accord_goal_list_entries (goal, G_LIST_MODEL (entries));
  g_assert_cmpint (accord_goal_log_get_progress (log, goal), ==, ACCORD_RATE_ONE / 5);
  g_ptr_array_unref (log);
  add_entry (entries, 6, 1, may + 50, ACCORD_UNKNOWN, 7000000);
  log = accord_goal_list_entries (goal, G_LIST_MODEL (entries));
  g_assert_cmpint (accord_goal_log_get_progress (log, goal), ==, ACCORD_RATE_ONE);
}

static void
test_if_then (void)
{
  const struct
  {
    const char *cue;
    const char *action;
    const char *sentence;
  } cases[] = {
    { "a quarter goes badly", "call ten customers", "If a quarter goes badly, then I will call ten customers." },
    { " If March ends badly, ", "I will call.", "If March ends badly, then I will call." },
    { "if it rains", "then i will stay in", "If it rains, then I will stay in." },
    { "iffy deals pile up", "I willingly help", "If iffy deals pile up, then I will I willingly help." },
    { "Éa", "É", "If Éa, then I will É." },
    { "", "call", NULL },
    { "If ", "call", "If If, then I will call." },
    { "it rains", " ", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordGoal) goal = accord_goal_new ();
      g_autofree char *sentence = NULL;

      accord_goal_set_if_cue (goal, cases[i].cue);
      accord_goal_set_then_action (goal, cases[i].action);
      sentence = accord_goal_dup_if_then (goal);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/goal/celebrations", test_celebrations);
  g_test_add_func ("/goal/viewers", test_viewers);
  g_test_add_func ("/goal/progress", test_progress);
  g_test_add_func ("/goal/if-then", test_if_then);

  return g_test_run ();
}
