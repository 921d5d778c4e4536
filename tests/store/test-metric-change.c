/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "accord-action.h"
#include "accord-actuals.h"
#include "accord-member.h"
#include "accord-metric-change.h"
#include "accord-rate.h"
#include "accord-territory.h"

#define TODAY 2461000
#define N_CHANGES 300

static GListModel *
list_of (Fixture *fixture,
         GType    type)
{
  return accord_workspace_get_list (fixture->workspace, type);
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (list_of (fixture, type));
}

static void
apply (Fixture      *fixture,
       AccordChange *change)
{
  g_autoptr (GError) error = NULL;

  accord_workspace_apply (fixture->workspace, change, &error);
  g_assert_no_error (error);
}

static void
undo (Fixture *fixture)
{
  g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
}

/* The first n building blocks of the library. */
static void
add_library (Fixture *fixture,
             guint    n)
{
  g_autoptr (AccordChange) change = accord_change_new ("Add");
  const AccordMetricTemplate *wanted[40];
  gsize n_templates;
  const AccordMetricTemplate *templates = accord_metric_library_get (&n_templates);

  for (guint i = 0; i < n; i++)
    wanted[i] = &templates[i];
  g_assert_cmpuint (accord_metric_change_add_templates (change, fixture->workspace, 0, wanted, n), ==, n);
  apply (fixture, change);
}

static AccordMetric *
nth (Fixture *fixture,
     guint    index)
{
  g_autoptr (GPtrArray) list = accord_metric_list (list_of (fixture, ACCORD_TYPE_METRIC), 0, FALSE);

  g_assert_cmpuint (index, <, list->len);

  /* The workspace's list holds it. */
  return list->pdata[index];
}

static void
put_actual (Fixture      *fixture,
            gint64        member,
            AccordMetric *metric)
{
  const AccordActual actual = { member, accord_record_get_id (ACCORD_RECORD (metric)), TODAY, ACCORD_GRAIN_WEEK,
                                ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED };

  g_assert_true (accord_actuals_put (fixture->workspace, &actual, 1, NULL));
}

static gboolean
set_target (Fixture     *fixture,
            gint64       member,
            gint64       metric,
            gint64       value,
            const char  *reason,
            AccordDate   day)
{
  g_autoptr (AccordChange) change = accord_change_new ("Set Target");
  const AccordTargetPlace place = { member, metric, TODAY, ACCORD_GRAIN_QUARTER };
  g_autoptr (GError) error = NULL;

  if (!accord_metric_change_set_target (change, fixture->workspace, &place, value, ACCORD_UNKNOWN, reason, day, &error))
    {
      g_assert_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_MISSING);
      g_assert_true (accord_change_is_empty (change));
      return FALSE;
    }
  apply (fixture, change);

  return TRUE;
}

static void
test_add (Fixture      *fixture,
          gconstpointer user_data)
{
  g_autoptr (AccordChange) again = accord_change_new ("Add");
  g_autoptr (AccordChange) lakes = accord_change_new ("Add");
  g_autoptr (AccordTerritory) territory = accord_territory_new ();
  g_autoptr (AccordMetric) own = accord_metric_new ();
  gsize n;
  const AccordMetricTemplate *templates = accord_metric_library_get (&n);
  const AccordMetricTemplate *wanted[] = { &templates[1], &templates[7] };

  add_library (fixture, 3);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_METRIC), ==, 3);

  /* One is there; what is one's own comes after the other. */
  accord_metric_set_name (own, "Own");
  g_assert_cmpuint (accord_metric_change_add_templates (again, fixture->workspace, 0, wanted, 2), ==, 1);
  accord_metric_change_add (again, fixture->workspace, 0, own);
  apply (fixture, again);
  g_assert_cmpstr (accord_metric_get_name (nth (fixture, 3)), ==, templates[7].name);
  g_assert_cmpstr (accord_metric_get_name (nth (fixture, 4)), ==, "Own");

  /* A territory has its own. */
  accord_territory_set_name (territory, "Lakes");
  put (fixture->workspace, territory);
  g_assert_cmpuint (accord_metric_change_add_templates (lakes, fixture->workspace, 1, wanted, 2), ==, 2);
  apply (fixture, lakes);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_METRIC), ==, 7);
  undo (fixture);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_METRIC), ==, 3);
}

static gboolean
edit (Fixture      *fixture,
      AccordMetric *draft)
{
  g_autoptr (AccordChange) change = accord_change_new ("Edit");
  g_autoptr (GError) error = NULL;
  const gboolean done = accord_metric_change_edit (change, fixture->workspace, draft, &error);

  if (done)
    apply (fixture, change);
  else
    g_assert_cmpuint (error->domain, ==, ACCORD_RECORD_ERROR);
  g_assert_cmpint (accord_change_is_empty (change), ==, !done);

  return done;
}

static void
test_edit (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (AccordMember) member = draft_member ("One");
  g_autoptr (AccordMetric) draft = NULL;

  put (fixture->workspace, member);
  add_library (fixture, 2);
  draft = accord_record_copy (nth (fixture, 0));
  accord_metric_set_unit (draft, ACCORD_UNIT_PERCENT);
  /* Shares do not add up. */
  g_assert_false (edit (fixture, draft));
  accord_metric_set_rollup (draft, ACCORD_ROLL_UP_MEAN);
  g_assert_true (edit (fixture, draft));

  accord_metric_set_name (draft, "first MEETINGS");
  g_assert_false (edit (fixture, draft));
  accord_metric_set_name (draft, "");
  g_assert_false (edit (fixture, draft));
  accord_metric_set_name (draft, "Calls");
  g_assert_true (edit (fixture, draft));

  /* With a target on record 20 % may not become 20 days, or a range; the rest may change. */
  g_assert_true (set_target (fixture, 1, 1, ACCORD_RATE_ONE / 5, "", TODAY));
  accord_metric_set_unit (draft, ACCORD_UNIT_DAYS);
  g_assert_false (edit (fixture, draft));
  accord_metric_set_unit (draft, ACCORD_UNIT_PERCENT);
  accord_metric_set_direction (draft, ACCORD_DIRECTION_WITHIN);
  g_assert_false (edit (fixture, draft));
  accord_metric_set_direction (draft, ACCORD_DIRECTION_LOWER);
  accord_metric_set_definition (draft, "Other words");
  g_assert_true (edit (fixture, draft));
}

static AccordMetricRemoval
remove_metric (Fixture      *fixture,
               AccordMetric *metric)
{
  g_autoptr (AccordChange) change = accord_change_new ("Remove");
  AccordMetricRemoval removal;

  g_assert_true (accord_metric_change_remove (change, fixture->workspace, metric, &removal, NULL));
  apply (fixture, change);

  return removal;
}

static void
test_remove (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (AccordMember) member = draft_member ("One");
  g_autoptr (AccordAction) action = accord_action_new ();
  g_autoptr (AccordChange) change = accord_change_new ("Vote");
  const AccordVoter voter = { 1, 0 };
  AccordAction *live;
  AccordMetricUse use;

  put (fixture->workspace, member);
  add_library (fixture, 2);
  accord_action_set_what (action, "Call more");
  accord_action_set_metric (action, 1);
  put (fixture->workspace, action);
  accord_vote_change_give (change, fixture->workspace, nth (fixture, 0), &voter, 2);
  accord_metric_change_set_key (change, nth (fixture, 0), TRUE);
  apply (fixture, change);
  g_assert_true (set_target (fixture, 1, 1, 10, "", TODAY));
  g_assert_true (set_target (fixture, 1, 1, 20, "More", TODAY));
  g_assert_true (set_target (fixture, 0, 2, 20, "", TODAY));
  g_assert_true (accord_metric_read_use (fixture->workspace, nth (fixture, 0), &use, NULL));
  g_assert_cmpuint (use.n_targets, ==, 2);
  g_assert_cmpuint (use.n_actions, ==, 1);
  g_assert_cmpuint (use.n_votes, ==, 1);
  g_assert_false (use.actuals);

  live = accord_workspace_find (fixture->workspace, ACCORD_TYPE_ACTION, 1);
  g_assert_cmpint (remove_metric (fixture, nth (fixture, 0)), ==, ACCORD_METRIC_REMOVED);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_METRIC), ==, 1);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_TARGET), ==, 1);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_VOTE), ==, 0);
  g_assert_cmpint (accord_action_get_metric (live), ==, 0);
  undo (fixture);
  g_assert_cmpint (accord_action_get_metric (live), ==, 1);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_TARGET), ==, 3);

  /* What was measured stays on record. */
  put_actual (fixture, 1, nth (fixture, 0));
  g_assert_cmpint (remove_metric (fixture, nth (fixture, 0)), ==, ACCORD_METRIC_RETIRED);
  g_assert_false (accord_metric_get_key (nth (fixture, 0)));
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_TARGET), ==, 3);
  g_assert_cmpint (remove_metric (fixture, nth (fixture, 0)), ==, ACCORD_METRIC_KEPT);
  undo (fixture);
  g_assert_true (accord_metric_get_key (nth (fixture, 0)));
}

static void
vote (Fixture *fixture,
      guint    index,
      gint64   member,
      guint    votes)
{
  g_autoptr (AccordChange) change = accord_change_new ("Vote");
  const AccordVoter voter = { member, 0 };

  accord_vote_change_give (change, fixture->workspace, nth (fixture, index), &voter, votes);
  apply (fixture, change);
}

static void
test_votes_make_keys (Fixture      *fixture,
                      gconstpointer user_data)
{
  g_autoptr (AccordMember) member = draft_member ("One");
  g_autoptr (AccordMember) other = draft_member ("Two");
  g_autoptr (AccordChange) none = accord_change_new ("Top");
  g_autoptr (AccordChange) change = accord_change_new ("Top");
  g_autoptr (AccordChange) clear = accord_change_new ("Clear");
  g_autoptr (GPtrArray) keys = NULL;
  gsize n;
  const AccordMetricTemplate *templates = accord_metric_library_get (&n);

  put (fixture->workspace, member);
  put (fixture->workspace, other);
  add_library (fixture, 6);
  g_assert_cmpuint (accord_metric_change_make_top_key (none, fixture->workspace, 0, 5), ==, 0);
  g_assert_true (accord_change_is_empty (none));

  vote (fixture, 4, 1, 2);
  vote (fixture, 4, 2, 1);
  vote (fixture, 1, 1, 1);
  vote (fixture, 5, 2, 1);
  vote (fixture, 5, 1, 3);
  vote (fixture, 5, 1, 1);
  vote (fixture, 2, 1, 1);
  vote (fixture, 2, 1, 0);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_VOTE), ==, 5);

  /* 3, 2 and 1 votes; the three others nobody wants. */
  g_assert_cmpuint (accord_metric_change_make_top_key (change, fixture->workspace, 0, 5), ==, 3);
  apply (fixture, change);
  keys = accord_metric_list (list_of (fixture, ACCORD_TYPE_METRIC), 0, TRUE);
  g_assert_cmpuint (keys->len, ==, 3);
  g_assert_cmpstr (accord_metric_get_name (keys->pdata[0]), ==, templates[4].name);
  g_assert_cmpstr (accord_metric_get_name (keys->pdata[1]), ==, templates[5].name);
  g_assert_cmpstr (accord_metric_get_name (keys->pdata[2]), ==, templates[1].name);

  accord_metric_change_clear_votes (clear, fixture->workspace, 0);
  apply (fixture, clear);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_VOTE), ==, 0);
}

static void
test_targets_are_versioned (Fixture      *fixture,
                            gconstpointer user_data)
{
  g_autoptr (AccordMember) member = draft_member ("One");
  const AccordTargetPlace place = { 1, 1, TODAY, ACCORD_GRAIN_QUARTER };
  g_autoptr (GPtrArray) versions = NULL;

  put (fixture->workspace, member);
  add_library (fixture, 1);
  g_assert_false (accord_metric_target_needs_reason (fixture->workspace, &place, 10, ACCORD_UNKNOWN));
  g_assert_true (set_target (fixture, 1, 1, 10, "", TODAY));
  g_assert_false (accord_metric_target_needs_reason (fixture->workspace, &place, 10, ACCORD_UNKNOWN));
  g_assert_true (accord_metric_target_needs_reason (fixture->workspace, &place, 12, ACCORD_UNKNOWN));
  /* The same is no change, a change wants a reason, and blanks are none. */
  g_assert_true (set_target (fixture, 1, 1, 10, "", TODAY + 1));
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_TARGET), ==, 1);
  g_assert_false (set_target (fixture, 1, 1, 12, " \n", TODAY + 1));
  g_assert_true (set_target (fixture, 1, 1, 12, " A new colleague ", TODAY + 1));
  g_assert_true (set_target (fixture, 1, 1, ACCORD_UNKNOWN, "On leave", TODAY + 2));
  /* It was taken back; to set it again is a change of what was agreed too. */
  g_assert_false (set_target (fixture, 1, 1, 12, "", TODAY + 3));
  g_assert_true (set_target (fixture, 0, 1, 40, "", TODAY));

  versions = accord_target_list_versions (list_of (fixture, ACCORD_TYPE_TARGET), &place);
  g_assert_cmpuint (versions->len, ==, 3);
  g_assert_cmpint (accord_target_get_value (versions->pdata[0]), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_target_get_version (versions->pdata[1]), ==, 2);
  g_assert_cmpint (accord_target_get_set_on (versions->pdata[1]), ==, TODAY + 1);
  g_assert_cmpstr (accord_target_get_reason (versions->pdata[1]), ==, "A new colleague");
}

/* In whatever order things move, the order is that of a plain list. */
static void
test_move (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (GPtrArray) expected = NULL;

  add_library (fixture, 6);
  expected = accord_metric_list (list_of (fixture, ACCORD_TYPE_METRIC), 0, FALSE);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (AccordChange) change = accord_change_new ("Move");
      g_autoptr (GPtrArray) list = accord_metric_list (list_of (fixture, ACCORD_TYPE_METRIC), 0, FALSE);
      const guint from = (guint) g_test_rand_int_range (0, 6), to = (guint) g_test_rand_int_range (0, 6);
      AccordMetric *metric = list->pdata[from];

      accord_metric_change_move (change, list, metric, to);
      g_assert_cmpint (accord_change_is_empty (change), ==, from == to);
      apply (fixture, change);
      g_ptr_array_insert (expected, (int) to, g_ptr_array_steal_index (expected, from));
      for (guint j = 0; j < 6; j++)
        g_assert_true (nth (fixture, j) == expected->pdata[j]);
    }
}

/* One thing that a team does; empty where it would do nothing. */
static AccordChange *
random_change (Fixture *fixture,
               guint    number)
{
  g_autofree char *text = g_strdup_printf ("Change %u", number);
  AccordChange *change = accord_change_new (text);
  g_autoptr (GPtrArray) list = accord_metric_list (list_of (fixture, ACCORD_TYPE_METRIC), 0, FALSE);
  const int what = g_test_rand_int_range (0, 10);
  const AccordVoter voter = { g_test_rand_int_range (1, 3), 0 };
  AccordMetric *metric = list->len > 0 ? list->pdata[g_test_rand_int_range (0, (int) list->len)] : NULL;
  AccordTargetPlace place = { g_test_rand_int_range (0, 3), 0, TODAY, ACCORD_GRAIN_QUARTER };
  AccordMetricRemoval removal;
  g_autoptr (AccordMetric) draft = NULL;

  if (metric == NULL || what < 2)
    {
      draft = accord_metric_new ();
      accord_metric_set_name (draft, text);
      accord_metric_change_add (change, fixture->workspace, 0, draft);
    }
  else if (what == 2)
    g_assert_true (accord_metric_change_remove (change, fixture->workspace, metric, &removal, NULL));
  else if (what == 3)
    accord_metric_change_set_key (change, metric, g_test_rand_bit ());
  else if (what == 4)
    accord_metric_change_move (change, list, metric, (guint) g_test_rand_int_range (0, (int) list->len));
  else if (what == 5)
    accord_metric_change_make_top_key (change, fixture->workspace, 0, 3);
  else if (what < 8)
    accord_vote_change_give (change, fixture->workspace, metric, &voter, (guint) g_test_rand_int_range (0, 4));
  else
    {
      place.metric = accord_record_get_id (ACCORD_RECORD (metric));
      g_assert_true (accord_metric_change_set_target (change, fixture->workspace, &place, g_test_rand_int_range (0, 9),
                                                      ACCORD_UNKNOWN, text, TODAY, NULL));
    }

  return change;
}

static void
assert_dump (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *dump = dump_lists (fixture->workspace);

  g_assert_cmpstr (dump, ==, expected);
}

/* Each change is one step: back through all of them, and forward again, everything is what it was. */
static void
test_random (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AccordMember) one = draft_member ("One");
  g_autoptr (AccordMember) two = draft_member ("Two");
  g_autofree char *full = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *lists = NULL;

  put (fixture->workspace, one);
  put (fixture->workspace, two);
  add_library (fixture, 4);
  put_actual (fixture, 1, nth (fixture, 0));
  g_ptr_array_add (dumps, dump_lists (fixture->workspace));
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (AccordChange) change = random_change (fixture, i);
      g_autofree char *dump = NULL;

      apply (fixture, change);
      dump = dump_lists (fixture->workspace);
      if (g_strcmp0 (dump, dumps->pdata[dumps->len - 1]) != 0)
        g_ptr_array_add (dumps, g_steal_pointer (&dump));
    }
  g_assert_cmpuint (dumps->len, >, N_CHANGES / 2);

  full = dump_file (fixture->path);
  for (guint i = dumps->len - 1; i > 0; i--)
    {
      undo (fixture);
      assert_dump (fixture, dumps->pdata[i - 1]);
    }
  for (guint i = 1; i < dumps->len; i++)
    {
      g_assert_true (accord_workspace_redo (fixture->workspace, NULL));
      assert_dump (fixture, dumps->pdata[i]);
    }
  redone = dump_file (fixture->path);
  g_assert_cmpstr (redone, ==, full);
  lists = dump_lists (fixture->workspace);
  fixture_reopen (fixture);
  assert_dump (fixture, lists);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/metric-change/add", test_add);
  fixture_add ("/metric-change/edit", test_edit);
  fixture_add ("/metric-change/remove", test_remove);
  fixture_add ("/metric-change/votes-make-keys", test_votes_make_keys);
  fixture_add ("/metric-change/targets-are-versioned", test_targets_are_versioned);
  fixture_add ("/metric-change/move", test_move);
  fixture_add ("/metric-change/random", test_random);

  return fixture_run_isolated ();
}
