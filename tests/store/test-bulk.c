/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

#include "accord-bulk.h"
#include "accord-member.h"
#include "accord-metric.h"

#define DAY(month, day) accord_date_new (2026, (month), (day))

static AccordOpportunity
deal (gint64                 id,
      gint64                 member,
      const char            *external,
      const char            *stage,
      AccordOpportunityState state)
{
  AccordOpportunity opportunity = {
    .id = id,
    .external = (char *) external,
    .member = member,
    .account = (char *) "Contoso",
    .stage = (char *) stage,
    .state = state,
    .created = DAY (1, 7),
    .closed = DAY (3, 1),
    .amount = 100,
  };

  return opportunity;
}

static AccordActual
actual (gint64     member,
        gint64     metric,
        AccordDate starts,
        gint64     value)
{
  return (AccordActual) { member, metric, starts, ACCORD_GRAIN_DAY, value, ACCORD_SOURCE_IMPORTED };
}

/* A member and a metric of the change's own, so that the bulk refers to what is stored with it. */
static AccordChange *
new_change (Fixture    *fixture,
            gint64     *member,
            gint64     *metric,
            AccordBulk *bulk)
{
  AccordChange *change = accord_change_new ("Import");
  g_autoptr (AccordRecord) who = draft_member ("Joe");
  g_autoptr (AccordMetric) what = accord_metric_new ();

  accord_metric_set_name (what, "Calls");
  *member = accord_workspace_reserve_id (fixture->workspace, ACCORD_TYPE_MEMBER);
  *metric = accord_workspace_reserve_id (fixture->workspace, ACCORD_TYPE_METRIC);
  accord_record_set_id (who, *member);
  accord_record_set_id (ACCORD_RECORD (what), *metric);
  accord_change_put (change, who);
  accord_change_put (change, what);
  accord_change_set_bulk (change, bulk);

  return change;
}

static void
fill_first (AccordBulk *bulk,
            gint64      member,
            gint64      metric)
{
  const AccordOpportunity deals[] = {
    deal (1, member, "A", "Proposal", ACCORD_OPPORTUNITY_OPEN),
    deal (2, member, "B", "Demo", ACCORD_OPPORTUNITY_OPEN),
    deal (700, member, "C", "Demo", ACCORD_OPPORTUNITY_OPEN),
  };

  accord_bulk_set_observed (bulk, DAY (2, 1));
  for (guint i = 0; i < G_N_ELEMENTS (deals); i++)
    accord_bulk_put_opportunity (bulk, &deals[i]);
  for (int i = 0; i < 120; i++)
    {
      const AccordActual value = actual (member, metric, DAY (1, 1) + i, i);

      accord_bulk_put_actual (bulk, &value);
    }
}

static void
apply (Fixture      *fixture,
       AccordChange *change)
{
  g_autoptr (GError) error = NULL;

  accord_workspace_apply (fixture->workspace, change, &error);
  g_assert_no_error (error);
  assert_sound (fixture->path);
}

static void
step (Fixture *fixture,
      gboolean redo,
      char   **dump)
{
  g_autoptr (GError) error = NULL;

  if (redo)
    accord_workspace_redo (fixture->workspace, &error);
  else
    accord_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  assert_sound (fixture->path);
  *dump = dump_file (fixture->path);
}

static void
assert_dump (Fixture    *fixture,
             gboolean    redo,
             const char *expected)
{
  g_autofree char *dump = NULL;

  step (fixture, redo, &dump);
  g_assert_true (g_str_equal (dump, expected));
}

static void
count (guint *n)
{
  *n += 1;
}

static void
test_undo (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (AccordBulk) first = accord_bulk_new (), second = accord_bulk_new ();
  g_autofree char *empty = dump_file (fixture->path), *one = NULL, *two = NULL;
  gint64 member, metric;
  g_autoptr (AccordChange) change = new_change (fixture, &member, &metric, first);
  g_autoptr (AccordChange) later = accord_change_new ("Import once more");
  AccordActual values[3];
  AccordOpportunity moved, added;
  guint told = 0;

  g_signal_connect_swapped (fixture->workspace, "bulk-changed", G_CALLBACK (count), &told);
  fill_first (first, member, metric);
  apply (fixture, change);
  g_assert_cmpuint (told, ==, 1);
  one = dump_file (fixture->path);
  g_assert_cmpstr (one, !=, empty);

  values[0] = actual (member, metric, DAY (1, 2), 77);
  values[1] = actual (member, metric, DAY (1, 3), ACCORD_UNKNOWN);
  values[2] = actual (member, metric, DAY (12, 24), 5);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    accord_bulk_put_actual (second, &values[i]);
  moved = deal (1, member, "A", "Closed", ACCORD_OPPORTUNITY_WON);
  /* Takes over the CRM's id of one that goes. */
  added = deal (701, member, "B", "Demo", ACCORD_OPPORTUNITY_LOST);
  accord_bulk_remove_opportunity (second, 2);
  accord_bulk_put_opportunity (second, &moved);
  accord_bulk_put_opportunity (second, &added);
  accord_bulk_set_observed (second, DAY (2, 8));
  accord_change_set_bulk (later, second);
  apply (fixture, later);
  two = dump_file (fixture->path);
  g_assert_nonnull (strstr (two, "Closed"));

  assert_dump (fixture, FALSE, one);
  assert_dump (fixture, FALSE, empty);
  assert_dump (fixture, TRUE, one);
  assert_dump (fixture, TRUE, two);
  assert_dump (fixture, FALSE, one);
  g_assert_cmpuint (told, ==, 7);
  g_signal_handlers_disconnect_by_data (fixture->workspace, &told);
}

/* An observation of the same day gives way, and comes back. */
static void
test_same_day (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autoptr (AccordBulk) first = accord_bulk_new (), second = accord_bulk_new ();
  gint64 member, metric;
  g_autoptr (AccordChange) change = new_change (fixture, &member, &metric, first);
  g_autoptr (AccordChange) later = accord_change_new ("Import once more");
  g_autoptr (GPtrArray) seen = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL;
  AccordOpportunity moved;

  fill_first (first, member, metric);
  apply (fixture, change);
  one = dump_file (fixture->path);

  moved = deal (1, member, "A", "Closed", ACCORD_OPPORTUNITY_WON);
  accord_bulk_put_opportunity (second, &moved);
  accord_bulk_set_observed (second, DAY (2, 1));
  accord_change_set_bulk (later, second);
  apply (fixture, later);
  seen = accord_opportunities_read_observed (fixture->workspace, DAY (2, 1), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen->len, ==, 3);
  g_assert_cmpstr (((AccordStageObservation *) seen->pdata[0])->stage, ==, "Closed");
  assert_dump (fixture, FALSE, one);
}

static void
test_all_or_nothing (Fixture      *fixture,
                     gconstpointer user_data)
{
  g_autoptr (AccordBulk) bulk = accord_bulk_new ();
  gint64 member, metric;
  g_autoptr (AccordChange) change = new_change (fixture, &member, &metric, bulk);
  g_autofree char *before = dump_file (fixture->path), *after = NULL;
  g_autoptr (GError) error = NULL;
  AccordOpportunity twice;
  AccordActual nobody;

  fill_first (bulk, member, metric);
  twice = deal (701, member, "A", "Demo", ACCORD_OPPORTUNITY_OPEN);
  accord_bulk_put_opportunity (bulk, &twice);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  after = dump_file (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (accord_workspace_can_undo (fixture->workspace));

  g_clear_pointer (&bulk, accord_bulk_unref);
  bulk = accord_bulk_new ();
  nobody = actual (member, metric + 10, DAY (1, 1), 1);
  accord_bulk_put_actual (bulk, &nobody);
  accord_change_set_bulk (change, bulk);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_clear_error (&error);
  g_clear_pointer (&after, g_free);
  after = dump_file (fixture->path);
  g_assert_cmpstr (after, ==, before);
  assert_sound (fixture->path);
}

/* What was looked at in another state is not stored. */
static void
test_basis (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (AccordBulk) bulk = accord_bulk_new (), late = accord_bulk_new ();
  gint64 member, metric;
  g_autoptr (AccordChange) change = new_change (fixture, &member, &metric, bulk);
  g_autoptr (AccordChange) later = accord_change_new ("Too late");
  g_autoptr (GError) error = NULL;
  guint8 state[ACCORD_DIGEST_SIZE];
  AccordActual value;
  gint64 n, id;

  accord_bulk_read_state (fixture->workspace, state, &error);
  g_assert_no_error (error);
  fill_first (bulk, member, metric);
  accord_bulk_set_basis (bulk, state);
  apply (fixture, change);

  value = actual (member, metric, DAY (1, 1), 5);
  accord_bulk_put_actual (late, &value);
  accord_bulk_set_basis (late, state);
  accord_change_set_bulk (later, late);
  g_assert_false (accord_workspace_apply (fixture->workspace, later, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY);
  g_clear_error (&error);

  g_assert_true (accord_actuals_count (fixture->workspace, member, 0, &n, &error));
  g_assert_cmpint (n, ==, 120);
  g_assert_true (accord_actuals_count (fixture->workspace, 0, metric + 1, &n, &error));
  g_assert_cmpint (n, ==, 0);
  g_assert_true (accord_opportunities_read_next_id (fixture->workspace, &id, &error));
  g_assert_cmpint (id, ==, 701);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/bulk/undo", test_undo);
  fixture_add ("/bulk/same-day", test_same_day);
  fixture_add ("/bulk/all-or-nothing", test_all_or_nothing);
  fixture_add ("/bulk/basis", test_basis);

  return g_test_run ();
}
