/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks that were compared with their digests, and sums that were made of them, are remembered as long as that is right.
 */
#include "rich.h"

#include "accord-actual-totals.h"
#include "accord-bulk.h"
#include "accord-checked-blocks.h"
#include "accord-metric.h"

#define FIRST accord_date_new (2026, 10, 1)
#define LAST accord_date_new (2026, 12, 31)
/* Its Thursday is the quarter's first day. */
#define WEEK_ONE accord_date_new (2026, 9, 28)
#define ONE ACCORD_RATE_ONE

typedef struct
{
  gint64 member;
  gint64 metrics[2]; /* one that adds up, one that is a mean */
  GArray *rules;
} Team;

static void
team_clear (Team *team)
{
  g_array_unref (team->rules);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Team, team_clear)

static Team
make_team (AccordWorkspace *workspace)
{
  Team team = { .rules = g_array_new (FALSE, FALSE, sizeof (AccordActualRule)) };
  g_autoptr (AccordRecord) member = draft_member ("Ann Lee");

  team.member = put (workspace, member);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AccordMetric) metric = accord_metric_new ();
      AccordActualRule rule = { 0, i == 0 ? ACCORD_ROLL_UP_SUM : ACCORD_ROLL_UP_MEAN, FALSE };

      accord_metric_set_name (metric, i == 0 ? "Calls" : "Share");
      rule.metric = team.metrics[i] = put (workspace, metric);
      g_array_append_val (team.rules, rule);
    }

  return team;
}

static AccordActual
actual_of (const Team  *team,
           guint        metric,
           AccordDate   starts,
           AccordGrain  grain,
           gint64       value)
{
  return (AccordActual) { team->member, team->metrics[metric], starts, grain, value, ACCORD_SOURCE_TYPED };
}

static void
put_one (AccordWorkspace *workspace,
         AccordActual     actual)
{
  g_autoptr (GError) error = NULL;

  accord_actuals_put (workspace, &actual, 1, &error);
  g_assert_no_error (error);
}

/* What there is of the metric, asked twice: read, and remembered. ACCORD_UNKNOWN where there is no total. */
static gint64
total_of (AccordWorkspace *workspace,
          const Team      *team,
          guint            metric,
          AccordDate       as_of)
{
  gint64 found[2] = { ACCORD_UNKNOWN, ACCORD_UNKNOWN };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) totals = accord_actuals_total (workspace, team->rules, FIRST, LAST, as_of, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < totals->len; j++)
        {
          const AccordActualTotal *total = &g_array_index (totals, AccordActualTotal, j);

          g_assert_cmpint (total->member, ==, team->member);
          if (total->metric == team->metrics[metric])
            found[i] = total->actual;
        }
    }
  g_assert_cmpint (found[0], ==, found[1]);

  return found[0];
}

/* By the rule of each, as of the day; what lies in the quarter by its first day, or its Thursday. */
static void
test_rules (Fixture      *fixture,
            gconstpointer user_data)
{
  g_auto (Team) team = make_team (fixture->workspace);
  AccordWorkspace *workspace = fixture->workspace;

  g_assert_cmpint (total_of (workspace, &team, 0, LAST), ==, ACCORD_UNKNOWN);
  put_one (workspace, actual_of (&team, 0, WEEK_ONE, ACCORD_GRAIN_WEEK, 5 * ONE));
  put_one (workspace, actual_of (&team, 0, WEEK_ONE, ACCORD_GRAIN_DAY, 100 * ONE));
  put_one (workspace, actual_of (&team, 0, WEEK_ONE - 7, ACCORD_GRAIN_WEEK, 200 * ONE));
  put_one (workspace, actual_of (&team, 0, WEEK_ONE + 7, ACCORD_GRAIN_WEEK, 7 * ONE));
  put_one (workspace, actual_of (&team, 0, accord_date_new (2026, 12, 28), ACCORD_GRAIN_WEEK, 1 * ONE));
  put_one (workspace, actual_of (&team, 1, WEEK_ONE, ACCORD_GRAIN_WEEK, ONE / 4));
  put_one (workspace, actual_of (&team, 1, WEEK_ONE + 7, ACCORD_GRAIN_WEEK, ONE / 2));

  g_assert_cmpint (total_of (workspace, &team, 0, LAST), ==, 13 * ONE);
  g_assert_cmpint (total_of (workspace, &team, 1, LAST), ==, 3 * ONE / 8);
  g_assert_cmpint (total_of (workspace, &team, 0, WEEK_ONE + 6), ==, 5 * ONE);
  g_assert_cmpint (total_of (workspace, &team, 0, WEEK_ONE - 1), ==, ACCORD_UNKNOWN);

  g_array_index (team.rules, AccordActualRule, 1).roll_up = ACCORD_ROLL_UP_LAST;
  g_assert_cmpint (total_of (workspace, &team, 1, LAST), ==, ONE / 2);
  g_array_index (team.rules, AccordActualRule, 0).imported_only = TRUE;
  g_assert_cmpint (total_of (workspace, &team, 0, LAST), ==, ACCORD_UNKNOWN);
}

/* Whoever writes, the next answer is of what is there then. */
static void
test_written (Fixture      *fixture,
              gconstpointer user_data)
{
  g_auto (Team) team = make_team (fixture->workspace);
  AccordWorkspace *workspace = fixture->workspace;
  g_autoptr (AccordChange) change = accord_change_new ("Enter");
  g_autoptr (AccordBulk) bulk = accord_bulk_new ();
  const AccordActual typed = actual_of (&team, 0, WEEK_ONE + 7, ACCORD_GRAIN_WEEK, 7 * ONE);
  g_autoptr (GError) error = NULL;

  put_one (workspace, actual_of (&team, 0, WEEK_ONE, ACCORD_GRAIN_WEEK, 5 * ONE));
  g_assert_cmpint (total_of (workspace, &team, 0, LAST), ==, 5 * ONE);

  accord_bulk_put_actual (bulk, &typed);
  accord_change_set_bulk (change, bulk);
  accord_workspace_apply (workspace, change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (total_of (workspace, &team, 0, LAST), ==, 12 * ONE);
  accord_workspace_undo (workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpint (total_of (workspace, &team, 0, LAST), ==, 5 * ONE);
  accord_workspace_redo (workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpint (total_of (workspace, &team, 0, LAST), ==, 12 * ONE);

  {
    g_autoptr (AccordWorkspace) other = accord_workspace_open (fixture->path, ACCORD_OPEN_DEFAULT, &error);

    g_assert_no_error (error);
    put_one (other, actual_of (&team, 0, WEEK_ONE, ACCORD_GRAIN_WEEK, 50 * ONE));
    accord_workspace_close (other);
  }
  g_assert_cmpint (total_of (workspace, &team, 0, LAST), ==, 57 * ONE);
}

/* Two who ask by turns, as of days of their own, keep their answers; whoever asks as of a third day takes the older's place. */
static void
test_turns (Fixture      *fixture,
            gconstpointer user_data)
{
  g_auto (Team) team = make_team (fixture->workspace);
  const AccordDate days[] = { LAST, LAST - 3, LAST, LAST - 3, LAST - 9, LAST - 3, LAST };
  const int same[] = { -1, -1, 0, 1, -1, 1, -1 };
  GArray *totals[G_N_ELEMENTS (days)];

  put_one (fixture->workspace, actual_of (&team, 0, WEEK_ONE, ACCORD_GRAIN_WEEK, 5 * ONE));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;

      totals[i] = accord_actuals_total (fixture->workspace, team.rules, FIRST, LAST, days[i], &error);
      g_assert_no_error (error);
      for (gsize j = 0; j < i; j++)
        if (same[i] == (int) j)
          g_assert_true (totals[i] == totals[j]);
        else if (same[i] == -1)
          g_assert_true (totals[i] != totals[j]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    g_array_unref (totals[i]);
}

/* What somebody else damages is found, though everything was read, and found sound, before; and so is that it was mended. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer user_data)
{
  g_auto (Team) team = make_team (fixture->workspace);
  AccordWorkspace *workspace = fixture->workspace;
  g_autofree char *damaged = NULL;
  g_autofree char *mended = NULL;
  g_autoptr (GError) error = NULL;

  put_one (workspace, actual_of (&team, 0, WEEK_ONE, ACCORD_GRAIN_WEEK, 5 * ONE));
  g_assert_cmpint (total_of (workspace, &team, 0, LAST), ==, 5 * ONE);

  damaged = tamper (fixture->path, "UPDATE actual SET value = value + 1");
  g_assert_cmpstr (damaged, ==, NULL);
  g_assert_null (accord_actuals_total (workspace, team.rules, FIRST, LAST, LAST, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED);

  mended = tamper (fixture->path, "UPDATE actual SET value = value - 1");
  g_assert_cmpstr (mended, ==, NULL);
  g_assert_cmpint (total_of (workspace, &team, 0, LAST), ==, 5 * ONE);
}

/* Only what was compared counts as compared; what lies too far back is compared again. */
static void
test_checked (void)
{
  g_autoptr (AccordCheckedBlocks) checked = accord_checked_blocks_new ();

  accord_checked_blocks_update (checked, 1);
  g_assert_false (accord_checked_blocks_has (checked, 7, 8000, 8000));
  accord_checked_blocks_add (checked, 7, 8000, 8001);
  g_assert_true (accord_checked_blocks_has (checked, 7, 8000, 8001));
  g_assert_true (accord_checked_blocks_has (checked, 7, 8001, 8001));
  g_assert_false (accord_checked_blocks_has (checked, 7, 8000, 8002));
  g_assert_false (accord_checked_blocks_has (checked, 7, 7999, 8000));
  g_assert_false (accord_checked_blocks_has (checked, 8, 8000, 8000));
  g_assert_false (accord_checked_blocks_has (checked, 7, 8001, 8000));

  accord_checked_blocks_add (checked, 7, 0, 40000);
  g_assert_true (accord_checked_blocks_has (checked, 7, 7960, 8010));
  g_assert_false (accord_checked_blocks_has (checked, 7, 0, 8000));
  g_assert_false (accord_checked_blocks_has (checked, 7, 8000, 40000));
  accord_checked_blocks_add (checked, 7, 1, 2);
  g_assert_false (accord_checked_blocks_has (checked, 7, 1, 2));

  /* Whoever comes first and reads to the end of all days leaves room for those who look at this year. */
  accord_checked_blocks_add (checked, 9, 0, 40000);
  accord_checked_blocks_add (checked, 9, 8000, 8001);
  g_assert_true (accord_checked_blocks_has (checked, 9, 8000, 8001));

  accord_checked_blocks_update (checked, 1);
  g_assert_true (accord_checked_blocks_has (checked, 7, 8000, 8000));
  accord_checked_blocks_update (checked, 2);
  g_assert_false (accord_checked_blocks_has (checked, 7, 8000, 8000));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/actual-totals/checked", test_checked);
  fixture_add ("/actual-totals/rules", test_rules);
  fixture_add ("/actual-totals/written", test_written);
  fixture_add ("/actual-totals/turns", test_turns);
  fixture_add ("/actual-totals/damaged", test_damaged);

  return fixture_run_isolated ();
}
