/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fixture's year begins in January. The week is that of Thursday 1 October 2026, so its month and quarter have begun on
 * that day.
 */
#include "rich.h"

#include "accord-holiday.h"
#include "accord-leave.h"
#include "accord-week-entry.h"

#define MONDAY accord_date_new (2026, 9, 28)
#define ONE ACCORD_RATE_ONE

enum
{
  CALLS, /* by the week, adds up */
  SHARE, /* by the month, a mean */
  DEALS, /* by the quarter, adds up */
  N_METRICS
};

typedef struct
{
  GPtrArray *members;
  GPtrArray *metrics;
} Team;

static void
team_clear (Team *team)
{
  g_ptr_array_unref (team->members);
  g_ptr_array_unref (team->metrics);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Team, team_clear)

static Team
make_team (AccordWorkspace *workspace)
{
  static const struct
  {
    const char *name;
    AccordGrain cadence;
    AccordRollUp roll_up;
  } metrics[N_METRICS] = {
    { "Calls", ACCORD_GRAIN_WEEK, ACCORD_ROLL_UP_SUM },
    { "Share", ACCORD_GRAIN_MONTH, ACCORD_ROLL_UP_MEAN },
    { "Deals", ACCORD_GRAIN_QUARTER, ACCORD_ROLL_UP_SUM },
  };
  Team team = { g_ptr_array_new_with_free_func (g_object_unref), g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AccordRecord) member = draft_member (i == 0 ? "Ann Lee" : "Bo Roe");

      g_ptr_array_add (team.members,
                       g_object_ref (accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, put (workspace, member))));
    }
  for (guint i = 0; i < N_METRICS; i++)
    {
      g_autoptr (AccordMetric) metric = accord_metric_new ();

      accord_metric_set_name (metric, metrics[i].name);
      accord_metric_set_cadence (metric, metrics[i].cadence);
      accord_metric_set_rollup (metric, metrics[i].roll_up);
      g_ptr_array_add (team.metrics,
                       g_object_ref (accord_workspace_find (workspace, ACCORD_TYPE_METRIC, put (workspace, metric))));
    }

  return team;
}

static gint64
id_of (GPtrArray *records,
       guint      i)
{
  return accord_record_get_id (records->pdata[i]);
}

static void
put_actual (AccordWorkspace *workspace,
            const Team      *team,
            guint            member,
            guint            metric,
            AccordDate       starts,
            AccordGrain      grain,
            gint64           value,
            AccordSource     source)
{
  const AccordActual actual
    = { id_of (team->members, member), id_of (team->metrics, metric), starts, grain, value, source };
  g_autoptr (GError) error = NULL;

  accord_actuals_put (workspace, &actual, 1, &error);
  g_assert_no_error (error);
}

static AccordWeekEntry *
read_week (AccordWorkspace *workspace,
           const Team      *team)
{
  AccordWeekEntry *week = accord_week_entry_new (workspace, MONDAY, team->metrics);
  g_autoptr (GError) error = NULL;

  accord_week_entry_read (week, 0, &error);
  g_assert_no_error (error);

  return week;
}

static void
assert_value (AccordWeekEntry *week,
              const Team      *team,
              guint            member,
              guint            metric,
              gint64           value,
              gint64           before,
              AccordSource     source,
              guint            n_parts)
{
  AccordWeekValue is;

  accord_week_entry_get (week, id_of (team->members, member), metric, &is);
  g_assert_cmpint (is.value, ==, value);
  g_assert_cmpint (is.before, ==, before);
  g_assert_cmpint (is.source, ==, source);
  g_assert_cmpuint (is.n_parts, ==, n_parts);
}

static void
apply (AccordWorkspace *workspace,
       AccordBulk      *bulk)
{
  g_autoptr (AccordChange) change = accord_change_new ("Enter");
  g_autoptr (GError) error = NULL;

  accord_change_set_bulk (change, bulk);
  accord_workspace_apply (workspace, change, &error);
  g_assert_no_error (error);
}

/* Each metric has its own period, and the one before it; what is of neither does not show. */
static void
test_periods (Fixture      *fixture,
              gconstpointer user_data)
{
  g_auto (Team) team = make_team (fixture->workspace);
  AccordWorkspace *workspace = fixture->workspace;
  g_autoptr (AccordWeekEntry) week = NULL;
  const AccordDate october = accord_date_new (2026, 10, 1), september = accord_date_new (2026, 9, 1);
  const AccordEntryPeriod *quarter;

  put_actual (workspace, &team, 0, CALLS, MONDAY, ACCORD_GRAIN_WEEK, 12 * ONE, ACCORD_SOURCE_TYPED);
  put_actual (workspace, &team, 0, CALLS, MONDAY - 7, ACCORD_GRAIN_WEEK, 30 * ONE, ACCORD_SOURCE_TYPED);
  put_actual (workspace, &team, 0, CALLS, MONDAY + 7, ACCORD_GRAIN_WEEK, 99 * ONE, ACCORD_SOURCE_TYPED);
  put_actual (workspace, &team, 0, SHARE, october, ACCORD_GRAIN_MONTH, ONE / 2, ACCORD_SOURCE_IMPORTED);
  put_actual (workspace, &team, 0, SHARE, september, ACCORD_GRAIN_MONTH, ONE / 4, ACCORD_SOURCE_TYPED);
  put_actual (workspace, &team, 1, DEALS, october, ACCORD_GRAIN_QUARTER, 3 * ONE, ACCORD_SOURCE_TYPED);
  put_actual (workspace, &team, 1, DEALS, accord_date_new (2026, 7, 1), ACCORD_GRAIN_QUARTER, 5 * ONE,
              ACCORD_SOURCE_TYPED);
  /* A year's number says nothing of its quarter. */
  put_actual (workspace, &team, 0, DEALS, accord_date_new (2026, 1, 1), ACCORD_GRAIN_YEAR, 9 * ONE, ACCORD_SOURCE_TYPED);

  week = read_week (workspace, &team);
  assert_value (week, &team, 0, CALLS, 12 * ONE, 30 * ONE, ACCORD_SOURCE_TYPED, 0);
  assert_value (week, &team, 0, SHARE, ONE / 2, ONE / 4, ACCORD_SOURCE_IMPORTED, 0);
  assert_value (week, &team, 0, DEALS, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_SOURCE_TYPED, 0);
  assert_value (week, &team, 1, CALLS, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_SOURCE_TYPED, 0);
  assert_value (week, &team, 1, DEALS, 3 * ONE, 5 * ONE, ACCORD_SOURCE_TYPED, 0);
  quarter = accord_week_entry_get_period (week, DEALS);
  g_assert_cmpint (quarter->starts, ==, october);
  g_assert_cmpint (quarter->ends, ==, accord_date_new (2026, 12, 31));
}

/* What an import brought by the day is one number, and what is typed takes the place of all of it. */
static void
test_parts (Fixture      *fixture,
            gconstpointer user_data)
{
  g_auto (Team) team = make_team (fixture->workspace);
  AccordWorkspace *workspace = fixture->workspace;
  g_autoptr (AccordWeekEntry) week = NULL;
  g_autoptr (AccordBulk) bulk = accord_bulk_new ();
  g_autoptr (GError) error = NULL;

  for (AccordDate day = 0; day < 5; day++)
    put_actual (workspace, &team, 0, CALLS, MONDAY + day, ACCORD_GRAIN_DAY, (1 + day) * ONE, ACCORD_SOURCE_IMPORTED);
  /* September's last day and the week that is October's by its Thursday. */
  put_actual (workspace, &team, 0, SHARE, MONDAY + 2, ACCORD_GRAIN_DAY, ONE / 10, ACCORD_SOURCE_TYPED);
  put_actual (workspace, &team, 0, SHARE, MONDAY, ACCORD_GRAIN_WEEK, ONE / 5, ACCORD_SOURCE_TYPED);

  week = read_week (workspace, &team);
  assert_value (week, &team, 0, CALLS, 15 * ONE, ACCORD_UNKNOWN, ACCORD_SOURCE_IMPORTED, 5);
  assert_value (week, &team, 0, SHARE, ONE / 5, ONE / 10, ACCORD_SOURCE_TYPED, 1);

  g_assert_true (accord_week_entry_put (week, bulk, id_of (team.members, 0), CALLS, 15 * ONE));
  apply (workspace, bulk);
  g_assert_cmpint (accord_actuals_sum (workspace, 0, id_of (team.metrics, CALLS), MONDAY, MONDAY + 6), ==, 15 * ONE);
  accord_week_entry_read (week, id_of (team.members, 0), &error);
  g_assert_no_error (error);
  assert_value (week, &team, 0, CALLS, 15 * ONE, ACCORD_UNKNOWN, ACCORD_SOURCE_TYPED, 0);
  assert_value (week, &team, 0, SHARE, ONE / 5, ONE / 10, ACCORD_SOURCE_TYPED, 1);

  accord_workspace_undo (workspace, &error);
  g_assert_no_error (error);
  accord_week_entry_read (week, 0, &error);
  g_assert_no_error (error);
  assert_value (week, &team, 0, CALLS, 15 * ONE, ACCORD_UNKNOWN, ACCORD_SOURCE_IMPORTED, 5);
}

static void
test_put (Fixture      *fixture,
          gconstpointer user_data)
{
  g_auto (Team) team = make_team (fixture->workspace);
  AccordWorkspace *workspace = fixture->workspace;
  g_autoptr (AccordWeekEntry) week = NULL;
  g_autoptr (AccordBulk) bulk = accord_bulk_new ();
  g_autoptr (AccordBulk) clear = accord_bulk_new ();
  const gint64 ann = id_of (team.members, 0);
  g_autoptr (GError) error = NULL;

  put_actual (workspace, &team, 0, CALLS, MONDAY, ACCORD_GRAIN_WEEK, 12 * ONE, ACCORD_SOURCE_TYPED);
  put_actual (workspace, &team, 0, SHARE, accord_date_new (2026, 10, 1), ACCORD_GRAIN_MONTH, ONE / 2,
              ACCORD_SOURCE_IMPORTED);
  week = read_week (workspace, &team);

  /* Nothing changes where it is that already; the same number typed over an import is somebody's word for it. */
  g_assert_false (accord_week_entry_put (week, bulk, ann, CALLS, 12 * ONE));
  g_assert_false (accord_week_entry_put (week, bulk, ann, DEALS, ACCORD_UNKNOWN));
  g_assert_true (accord_bulk_is_empty (bulk));
  g_assert_true (accord_week_entry_put (week, bulk, ann, SHARE, ONE / 2));
  apply (workspace, bulk);
  accord_week_entry_read (week, 0, &error);
  g_assert_no_error (error);
  assert_value (week, &team, 0, SHARE, ONE / 2, ACCORD_UNKNOWN, ACCORD_SOURCE_TYPED, 0);

  g_assert_true (accord_week_entry_put (week, clear, ann, CALLS, ACCORD_UNKNOWN));
  apply (workspace, clear);
  accord_week_entry_read (week, ann, &error);
  g_assert_no_error (error);
  assert_value (week, &team, 0, CALLS, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_SOURCE_TYPED, 0);
}

/* Who is away all week has nothing to enter. */
static void
test_count (Fixture      *fixture,
            gconstpointer user_data)
{
  g_auto (Team) team = make_team (fixture->workspace);
  AccordWorkspace *workspace = fixture->workspace;
  g_autoptr (AccordLeave) leave = accord_leave_new ();
  guint entered, expected;

  put_actual (workspace, &team, 0, CALLS, MONDAY, ACCORD_GRAIN_WEEK, 12 * ONE, ACCORD_SOURCE_TYPED);
  {
    g_autoptr (AccordWeekEntry) week = read_week (workspace, &team);

    accord_week_entry_count (week, team.members, &entered, &expected);
    g_assert_cmpuint (entered, ==, 1);
    g_assert_cmpuint (expected, ==, 2 * N_METRICS);
  }

  accord_leave_set_member (leave, id_of (team.members, 1));
  accord_leave_set_starts (leave, MONDAY - 3);
  accord_leave_set_ends (leave, MONDAY + 4);
  put (workspace, leave);
  put_actual (workspace, &team, 1, DEALS, accord_date_new (2026, 10, 1), ACCORD_GRAIN_QUARTER, ONE, ACCORD_SOURCE_TYPED);
  {
    g_autoptr (AccordWeekEntry) week = read_week (workspace, &team);

    accord_week_entry_count (week, team.members, &entered, &expected);
    g_assert_cmpuint (entered, ==, 2);
    g_assert_cmpuint (expected, ==, N_METRICS + 1);
    g_assert_cmpint (accord_week_entry_get_days (week, team.members->pdata[0]), ==, 5 * ONE);
    g_assert_cmpint (accord_week_entry_get_days (week, team.members->pdata[1]), ==, 0);
  }
}

/* A week that is in sight while a leave and a holiday are entered. */
static void
test_forget_days (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_auto (Team) team = make_team (fixture->workspace);
  AccordWorkspace *workspace = fixture->workspace;
  g_autoptr (AccordWeekEntry) week = read_week (workspace, &team);
  g_autoptr (AccordHoliday) holiday = accord_holiday_new ();
  g_autoptr (AccordLeave) leave = accord_leave_new ();

  g_assert_cmpint (accord_week_entry_get_days (week, team.members->pdata[0]), ==, 5 * ONE);
  accord_holiday_set_name (holiday, "Fair");
  accord_holiday_set_day (holiday, MONDAY + 1);
  put (workspace, holiday);
  accord_leave_set_member (leave, id_of (team.members, 0));
  accord_leave_set_starts (leave, MONDAY + 3);
  accord_leave_set_ends (leave, MONDAY + 4);
  put (workspace, leave);
  accord_week_entry_forget_days (week);
  g_assert_cmpint (accord_week_entry_get_days (week, team.members->pdata[0]), ==, 2 * ONE);
  g_assert_cmpint (accord_week_entry_get_days (week, team.members->pdata[1]), ==, 4 * ONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/week-entry/periods", test_periods);
  fixture_add ("/week-entry/parts", test_parts);
  fixture_add ("/week-entry/put", test_put);
  fixture_add ("/week-entry/count", test_count);
  fixture_add ("/week-entry/forget-days", test_forget_days);

  return fixture_run_isolated ();
}
