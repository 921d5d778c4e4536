/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

#include "accord-actuals.h"
#include "accord-metric.h"

#define WEEK_ONE accord_date_new (2026, 1, 5)

typedef struct
{
  gint64 members[3];
  gint64 metrics[2];
} People;

static void
add_people (AccordWorkspace *workspace,
            People          *people)
{
  for (guint i = 0; i < G_N_ELEMENTS (people->members); i++)
    {
      g_autoptr (AccordRecord) member = draft_member ("Somebody");

      people->members[i] = put (workspace, member);
    }
  for (guint i = 0; i < G_N_ELEMENTS (people->metrics); i++)
    {
      g_autoptr (AccordMetric) metric = accord_metric_new ();

      accord_metric_set_name (metric, i == 0 ? "Calls" : "Meetings");
      people->metrics[i] = put (workspace, metric);
    }
}

static AccordActual
actual_of (gint64     member,
           gint64     metric,
           AccordDate starts,
           gint64     value)
{
  AccordActual actual = {
    .member = member,
    .metric = metric,
    .starts = starts,
    .grain = ACCORD_GRAIN_WEEK,
    .value = value,
    .source = ACCORD_SOURCE_TYPED,
  };

  return actual;
}

static void
put_actuals (AccordWorkspace    *workspace,
             const AccordActual *actuals,
             gsize               n_actuals)
{
  g_autoptr (GError) error = NULL;

  accord_actuals_put (workspace, actuals, n_actuals, &error);
  g_assert_no_error (error);
}

static GArray *
read_actuals (AccordWorkspace *workspace,
              gint64           member,
              gint64           metric,
              AccordDate       first,
              AccordDate       last)
{
  g_autoptr (GError) error = NULL;
  GArray *actuals = accord_actuals_read (workspace, member, metric, first, last, &error);

  g_assert_no_error (error);
  g_assert_nonnull (actuals);

  return actuals;
}

static void
assert_actual (const GArray *actuals,
               guint         i,
               gint64        member,
               gint64        metric,
               AccordDate    starts,
               gint64        value)
{
  const AccordActual *actual = &g_array_index (actuals, AccordActual, i);

  g_assert_cmpuint (i, <, actuals->len);
  g_assert_cmpint (actual->member, ==, member);
  g_assert_cmpint (actual->metric, ==, metric);
  g_assert_cmpint (actual->starts, ==, starts);
  g_assert_cmpint (actual->value, ==, value);
}

static void
test_put (Fixture      *fixture,
          gconstpointer user_data)
{
  People people;
  AccordActual first[4];
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) one = NULL;

  add_people (fixture->workspace, &people);
  fixture_reopen (fixture);
  g_assert_false (accord_workspace_has_changed (fixture->workspace));

  /* In no order, and one of them twice: the later counts. */
  first[0] = actual_of (people.members[1], people.metrics[1], WEEK_ONE + 7, 20);
  first[1] = actual_of (people.members[0], people.metrics[1], WEEK_ONE + 700, 30);
  first[2] = actual_of (people.members[1], people.metrics[0], WEEK_ONE, 10);
  first[3] = actual_of (people.members[1], people.metrics[1], WEEK_ONE + 7, 21);
  put_actuals (fixture->workspace, first, G_N_ELEMENTS (first));
  g_assert_true (accord_workspace_has_changed (fixture->workspace));
  assert_sound (fixture->path);

  fixture_reopen (fixture);
  all = read_actuals (fixture->workspace, 0, 0, WEEK_ONE, WEEK_ONE + 700);
  g_assert_cmpuint (all->len, ==, 3);
  assert_actual (all, 0, people.members[0], people.metrics[1], WEEK_ONE + 700, 30);
  assert_actual (all, 1, people.members[1], people.metrics[0], WEEK_ONE, 10);
  assert_actual (all, 2, people.members[1], people.metrics[1], WEEK_ONE + 7, 21);

  one = read_actuals (fixture->workspace, people.members[1], people.metrics[1], WEEK_ONE + 7, WEEK_ONE + 7);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (accord_actuals_sum (fixture->workspace, 0, people.metrics[1], WEEK_ONE, WEEK_ONE + 700), ==, 51);
  g_assert_cmpint (accord_actuals_sum (fixture->workspace, 0, people.metrics[1], WEEK_ONE + 8, WEEK_ONE + 699), ==,
                   ACCORD_UNKNOWN);
  g_assert_cmpint (accord_actuals_sum (fixture->workspace, people.members[2], 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE),
                   ==,
                   ACCORD_UNKNOWN);
}

/* Many puts over the same blocks, in an order from a seed, against a table in memory. */
static void
test_put_again (Fixture      *fixture,
                gconstpointer user_data)
{
  People people;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gint64 expected[3][2][60];
  g_autoptr (GArray) all = NULL;
  guint i = 0;

  add_people (fixture->workspace, &people);
  for (guint k = 0; k < G_N_ELEMENTS (expected) * 2 * 60; k++)
    ((gint64 *) expected)[k] = ACCORD_UNKNOWN;

  for (guint round = 0; round < 40; round++)
    {
      AccordActual actuals[50];

      for (guint k = 0; k < G_N_ELEMENTS (actuals); k++)
        {
          int member = g_rand_int_range (rand, 0, 3);
          int metric = g_rand_int_range (rand, 0, 2);
          int week = g_rand_int_range (rand, 0, 60);
          gint64 value = g_rand_int_range (rand, -1000, 1000);

          actuals[k] = actual_of (people.members[member], people.metrics[metric], WEEK_ONE + 7 * week, value);
          expected[member][metric][week] = value;
        }
      put_actuals (fixture->workspace, actuals, G_N_ELEMENTS (actuals));
    }
  assert_sound (fixture->path);

  all = read_actuals (fixture->workspace, 0, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE);
  for (guint member = 0; member < 3; member++)
    {
      for (guint metric = 0; metric < 2; metric++)
        {
          for (guint week = 0; week < 60; week++)
            {
              if (expected[member][metric][week] != ACCORD_UNKNOWN)
                assert_actual (all, i++, people.members[member], people.metrics[metric],
                               WEEK_ONE + 7 * (AccordDate) week,
                               expected[member][metric][week]);
            }
        }
    }
  g_assert_cmpuint (i, ==, all->len);
}

static void
assert_refused (Fixture     *fixture,
                AccordActual good,
                AccordActual bad)
{
  AccordActual both[] = { good, bad };
  g_autofree char *before = dump_file (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_actuals_put (fixture->workspace, both, 2, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT);
  after = dump_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer user_data)
{
  People people;
  AccordActual good;
  g_autoptr (GError) error = NULL;

  add_people (fixture->workspace, &people);
  good = actual_of (people.members[0], people.metrics[0], WEEK_ONE, 1);
  assert_refused (fixture, good, actual_of (0, people.metrics[0], WEEK_ONE, 1));
  assert_refused (fixture, good, actual_of (people.members[0], 0, WEEK_ONE, 1));
  assert_refused (fixture, good, actual_of (99, people.metrics[0], WEEK_ONE, 1));
  assert_refused (fixture, good, actual_of (people.members[0], 99, WEEK_ONE, 1));
  assert_refused (fixture, good, actual_of (people.members[0], people.metrics[0], ACCORD_DATE_NONE, 1));
  assert_refused (fixture, good, actual_of (people.members[0], people.metrics[0], WEEK_ONE, ACCORD_UNKNOWN));
  assert_sound (fixture->path);

  put_actuals (fixture->workspace, &good, 1);
  g_clear_object (&fixture->workspace);
  fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (accord_actuals_put (fixture->workspace, &good, 1, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (accord_actuals_sum (fixture->workspace, 0, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE), ==, 1);
}

static void
read_twice (AccordWorkspace *workspace)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GArray) all = read_actuals (workspace, 0, 0, WEEK_ONE, WEEK_ONE + 7);

      g_assert_cmpuint (all->len, ==, 3);
    }
}

/* Damage behind the back of an open workspace: not shown, and not signed anew. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer user_data)
{
  static const char *const damage[] = {
    "UPDATE actual SET value = value + 1 WHERE member = 1 AND starts = (SELECT min (starts) FROM actual)",
    "DELETE FROM actual WHERE member = 1 AND starts = (SELECT min (starts) FROM actual)",
    "DELETE FROM actual WHERE member = 1",
    "INSERT INTO actual SELECT 1, 1, starts + 1, grain, value, source FROM actual WHERE member = 1 LIMIT 1",
    "DELETE FROM block_digest WHERE member = 1",
    "PRAGMA ignore_check_constraints = ON; UPDATE actual SET grain = 7 WHERE member = 1",
  };
  People people;

  add_people (fixture->workspace, &people);
  /* Each twice: before anything was read, and after the blocks were read, and found sound. */
  for (guint k = 0; k < 2 * G_N_ELEMENTS (damage); k++)
    {
      const guint i = k / 2;
      AccordActual actuals[3];
      g_autofree char *message = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) other = NULL;

      message = tamper (fixture->path, "DELETE FROM actual; DELETE FROM block_digest");
      g_assert_cmpstr (message, ==, NULL);
      fixture_reopen (fixture);
      actuals[0] = actual_of (people.members[0], people.metrics[0], WEEK_ONE, 5);
      actuals[1] = actual_of (people.members[0], people.metrics[1], WEEK_ONE + 7, 6);
      actuals[2] = actual_of (people.members[1], people.metrics[1], WEEK_ONE, 7);
      put_actuals (fixture->workspace, actuals, G_N_ELEMENTS (actuals));
      if (k % 2 == 1)
        read_twice (fixture->workspace);

      message = tamper (fixture->path, damage[i]);
      g_assert_cmpstr (message, ==, NULL);
      before = dump_file (fixture->path);
      g_assert_null (accord_actuals_read (fixture->workspace, people.members[0], 0, WEEK_ONE, WEEK_ONE + 7, &error));
      g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED);
      g_clear_error (&error);

      /* Another member's are not the damaged ones. */
      other = read_actuals (fixture->workspace, people.members[1], 0, WEEK_ONE, WEEK_ONE + 7);
      g_assert_cmpuint (other->len, ==, 1);

      /* As a window has it that opened a large file and is still checking it. */
      if (i != 4)
        {
          g_clear_object (&fixture->workspace);
          fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_UNVERIFIED, &error);
          g_assert_no_error (error);
          g_assert_false (accord_actuals_put (fixture->workspace, actuals, 1, &error));
          g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED);
        }
      after = dump_file (fixture->path);
      g_assert_cmpstr (before, ==, after);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/actuals/put", test_put);
  fixture_add ("/actuals/put-again", test_put_again);
  fixture_add ("/actuals/refused", test_refused);
  fixture_add ("/actuals/damaged", test_damaged);

  return g_test_run ();
}
