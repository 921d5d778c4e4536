/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scorecard of 2,000 members and five metrics, out of 1,000,000 actuals. Figures are CPU time, medians, beside the best
 * query written by hand in the same run: one range a member and metric, sums alone. It prints; it judges nothing.
 *
 *   bench-scorecard [MEMBERS [WEEKS]]
 */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "accord-actuals.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "accord-score-series.h"
#include "accord-target.h"
#include "timing.h"

#define METRICS 5
#define ROUNDS 7
#define QUARTER ((AccordQuarter) { 2026, 3 })
#define FIRST_WEEK accord_date_from_iso_week (2024, 49)

/* As the goals for the workspace have it: every pair of member and metric is one short range of the key. */
static const char floor_sql[] =
  "SELECT m.id, k.id, (SELECT sum (value) FROM actual WHERE member = m.id AND metric = k.id AND starts BETWEEN ?1 AND ?2)"
  " FROM member AS m CROSS JOIN metric AS k";

static void
put_people (AccordWorkspace *workspace,
            guint            n_members)
{
  g_autoptr (AccordChange) change = accord_change_new ("People");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_members; i++)
    {
      g_autoptr (AccordMember) member = accord_member_new ();
      g_autofree char *name = g_strdup_printf ("Member %05u", i);

      accord_member_set_name (member, name);
      accord_change_put (change, member);
    }
  for (guint i = 0; i < METRICS; i++)
    {
      g_autoptr (AccordMetric) metric = accord_metric_new ();
      g_autofree char *name = g_strdup_printf ("Metric %u", i);

      accord_metric_set_name (metric, name);
      accord_metric_set_key (metric, TRUE);
      accord_change_put (change, metric);
    }
  timing_must (accord_workspace_apply (workspace, change, &error), error);
}

static gsize
put_actuals (AccordWorkspace *workspace,
             guint            n_members,
             guint            n_weeks)
{
  g_autoptr (GArray) actuals = g_array_new (FALSE, FALSE, sizeof (AccordActual));
  g_autoptr (GError) error = NULL;

  for (guint member = 1; member <= n_members; member++)
    for (guint metric = 1; metric <= METRICS; metric++)
      for (guint week = 0; week < n_weeks; week++)
        {
          const AccordActual actual = { member, metric, FIRST_WEEK + (AccordDate) week * 7, ACCORD_GRAIN_WEEK,
                                        (gint64) ((member * 31 + metric * 7 + week) % 50) * ACCORD_RATE_ONE,
                                        ACCORD_SOURCE_IMPORTED };

          g_array_append_val (actuals, actual);
        }
  timing_must (accord_actuals_put (workspace, (const AccordActual *) actuals->data, actuals->len, &error), error);

  return actuals->len;
}

static gint64
run_floor (sqlite3 *database)
{
  AccordDate first = accord_quarter_get_start (QUARTER, 1) - 3, last = accord_quarter_get_end (QUARTER, 1) - 3;
  sqlite3_stmt *statement;
  gint64 sum = 0;

  if (sqlite3_prepare_v2 (database, floor_sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  sqlite3_bind_int (statement, 1, first);
  sqlite3_bind_int (statement, 2, last);
  while (sqlite3_step (statement) == SQLITE_ROW)
    sum += sqlite3_column_int64 (statement, 2);
  sqlite3_finalize (statement);

  return sum;
}

static gint64
add_rows (const AccordScorecard *card)
{
  gint64 sum = 0;

  for (guint i = 0; i < card->rows->len; i++)
    {
      const AccordScorecardRow *row = &g_array_index (card->rows, AccordScorecardRow, i);

      if (row->member != 0)
        sum += row->score.part.actual;
    }

  return sum;
}

/* The scorecard as of so many days before the quarter's end, which all its weeks have begun by. */
static double
time_card (AccordWorkspace *workspace,
           AccordDate       days_before_end,
           gint64           sum)
{
  g_autoptr (AccordScorecard) card = NULL;
  g_autoptr (GError) error = NULL;
  double taken = timing_cpu_ms ();

  card = accord_scorecard_new (workspace, QUARTER, accord_quarter_get_end (QUARTER, 1) - days_before_end, &error);
  taken = timing_cpu_ms () - taken;
  timing_must (card != NULL, error);
  g_assert_cmpint (add_rows (card), ==, sum);

  return taken;
}

static void
print_median (const char *what,
              double     *times,
              double      best)
{
  const double median = timing_median (times, ROUNDS);

  g_print ("  %-44s %8.1f ms  %5.2fx\n", what, median, median / best);
}

static void
measure (const char *path)
{
  double floors[ROUNDS], first[ROUNDS], reads[ROUNDS], others[ROUNDS], again[ROUNDS], weeks[ROUNDS], best;
  sqlite3 *database;

  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordWorkspace) workspace = accord_workspace_open (path, ACCORD_OPEN_READ_ONLY, &error);
      g_autoptr (AccordScorecard) card = NULL;
      g_autoptr (AccordScoreSeries) series = NULL;
      g_autoptr (GArray) actuals = NULL;
      double start = timing_cpu_ms ();
      gint64 sum = run_floor (database);

      timing_must (workspace != NULL, error);
      floors[i] = timing_cpu_ms () - start;
      first[i] = time_card (workspace, 0, sum);
      start = timing_cpu_ms ();
      actuals = accord_actuals_read (workspace, 0, 0, accord_quarter_get_start (QUARTER, 1) - 3,
                                     accord_quarter_get_end (QUARTER, 1), &error);
      timing_must (actuals != NULL, error);
      reads[i] = timing_cpu_ms () - start;
      others[i] = time_card (workspace, 1, sum);
      again[i] = time_card (workspace, 1, sum);
      card = accord_scorecard_new (workspace, QUARTER, accord_quarter_get_end (QUARTER, 1), &error);
      timing_must (card != NULL, error);
      start = timing_cpu_ms ();
      series = accord_score_series_new (workspace, card, &error);
      timing_must (series != NULL, error);
      weeks[i] = timing_cpu_ms () - start;
      accord_workspace_close (workspace);
    }
  sqlite3_close (database);

  best = timing_median (floors, ROUNDS);
  g_print ("  %-44s %8.1f ms\n", "floor: the sums by hand-written SQL", best);
  print_median ("the first scorecard, hashes compared", first, best);
  print_median ("the quarter's actuals, read again", reads, best);
  print_median ("the scorecard as of another day", others, best);
  print_median ("the same scorecard again", again, best);
  print_median ("everybody's weeks for it", weeks, best);
}

int
main (int    argc,
      char **argv)
{
  guint n_members = argc > 1 ? (guint) atoi (argv[1]) : 2000, n_weeks = argc > 2 ? (guint) atoi (argv[2]) : 100;
  g_autofree char *folder = g_dir_make_tmp ("accord-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "team.accord", NULL);
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  accord_settings_set_name (settings, "Team");
  accord_settings_set_currency (settings, "USD");
  accord_settings_set_fiscal_start (settings, 1);
  workspace = accord_workspace_create (path, settings, &error);
  timing_must (workspace != NULL, error);
  put_people (workspace, n_members);
  n = put_actuals (workspace, n_members, n_weeks);
  accord_workspace_close (workspace);
  g_print ("%u members, %d metrics, %zu actuals\n", n_members, METRICS, n);
  measure (path);
  g_remove (path);
  g_rmdir (folder);

  return 0;
}
