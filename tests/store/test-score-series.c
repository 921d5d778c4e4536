/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "accord-actuals.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-metric.h"
#include "accord-opportunities.h"
#include "accord-score-series.h"
#include "accord-territory.h"

#define DAY(month, day) accord_date_new (2026, (month), (day))
#define QUARTER ((AccordQuarter) { 2026, 4 })
#define MONDAY(week) accord_date_from_iso_week (2026, (week))

/* Ann and Bo in the north, Cy in the south, Di nowhere. */
enum
{
  TEAM,
  ANN,
  BO,
  CY,
  DI,
  N_PEOPLE,
};

typedef struct
{
  gint64 people[N_PEOPLE];
  gint64 north;
  gint64 south;
} Team;

static gint64
put_territory (Fixture    *fixture,
               const char *name,
               gint64      position)
{
  g_autoptr (AccordTerritory) territory = accord_territory_new ();

  accord_territory_set_name (territory, name);
  accord_territory_set_position (territory, position);

  return put (fixture->workspace, territory);
}

static gint64
put_member (Fixture    *fixture,
            const char *name,
            gint64      territory)
{
  g_autoptr (AccordRecord) member = draft_member (name);
  g_autoptr (AccordMembership) membership = accord_membership_new ();
  gint64 id = put (fixture->workspace, member);

  if (territory != 0)
    {
      accord_membership_set_member (membership, id);
      accord_membership_set_territory (membership, territory);
      accord_membership_set_starts (membership, accord_date_new (2020, 1, 1));
      put (fixture->workspace, membership);
    }

  return id;
}

static Team
put_team (Fixture *fixture)
{
  Team team = { 0 };

  team.north = put_territory (fixture, "North", 1);
  team.south = put_territory (fixture, "South", 2);
  team.people[ANN] = put_member (fixture, "Ann", team.north);
  team.people[BO] = put_member (fixture, "Bo", team.north);
  team.people[CY] = put_member (fixture, "Cy", team.south);
  team.people[DI] = put_member (fixture, "Di", 0);

  return team;
}

static gint64
put_metric (Fixture     *fixture,
            const char  *name,
            AccordUnit   unit,
            AccordRollUp roll_up)
{
  g_autoptr (AccordMetric) metric = accord_metric_new ();

  accord_metric_set_name (metric, name);
  accord_metric_set_unit (metric, unit);
  accord_metric_set_rollup (metric, roll_up);
  accord_metric_set_key (metric, TRUE);

  return put (fixture->workspace, metric);
}

static void
put_actual (Fixture     *fixture,
            gint64       member,
            gint64       metric,
            AccordDate   starts,
            AccordGrain  grain,
            gint64       value,
            AccordSource source)
{
  const AccordActual actual = { member, metric, starts, grain, value, source };
  g_autoptr (GError) error = NULL;

  accord_actuals_put (fixture->workspace, &actual, 1, &error);
  g_assert_no_error (error);
}

static AccordScorecard *
read_card_of (Fixture      *fixture,
              AccordQuarter quarter,
              AccordDate    as_of)
{
  g_autoptr (GError) error = NULL;
  AccordScorecard *card = accord_scorecard_new (fixture->workspace, quarter, as_of, &error);

  g_assert_no_error (error);

  return card;
}

static AccordScorecard *
read_card (Fixture   *fixture,
           AccordDate as_of)
{
  return read_card_of (fixture, QUARTER, as_of);
}

static AccordScoreSeries *
read_series (Fixture               *fixture,
             const AccordScorecard *card)
{
  g_autoptr (GError) error = NULL;
  AccordScoreSeries *series = accord_score_series_new (fixture->workspace, card, &error);

  g_assert_no_error (error);

  return series;
}

static guint
find_row (const AccordScorecard *card,
          gint64                 member,
          gint64                 territory,
          const char            *metric)
{
  for (guint i = 0; i < card->rows->len; i++)
    {
      const AccordScorecardRow *row = &g_array_index (card->rows, AccordScorecardRow, i);

      if (row->member == member && (member != 0 || row->territory == territory)
          && g_str_equal (g_array_index (card->metrics, AccordScorecardMetric, row->metric).name, metric))
        return i;
    }
  g_assert_not_reached ();
}

/* The last of the values, in whole units, as "– 3 4"; a dash where nothing is known. */
static char *
to_text (const gint64 *values,
         guint         n,
         guint         n_last,
         gint64        one)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = n - n_last; i < n; i++)
    {
      if (values[i] == ACCORD_UNKNOWN)
        g_string_append (text, text->len > 0 ? " –" : "–");
      else
        g_string_append_printf (text, text->len > 0 ? " %g" : "%g", (double) values[i] / (double) one);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_weeks (const AccordScorecard   *card,
              const AccordScoreSeries *series,
              gint64                   member,
              gint64                   territory,
              const char              *metric,
              gint64                   one,
              const char              *expected)
{
  g_autofree char *text = to_text (accord_score_series_get_values (series, find_row (card, member, territory, metric)),
                                   series->n_weeks, 4, one);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_weeks (Fixture      *fixture,
            gconstpointer user_data)
{
  const struct
  {
    AccordDate as_of;
    AccordDate first;
    guint n_weeks;
    guint from;
  } rows[] = {
    /* Thirteen up to the day's own week, W47; the quarter begins with W40, whose Thursday is its first day. */
    { DAY (11, 18), MONDAY (35), 13, 5 },
    /* Past the quarter: its own weeks, which are 14, up to W53. */
    { DAY (12, 31) + 90, MONDAY (40), 14, 0 },
    /* Before it: none is the quarter's. */
    { MONDAY (35) + 6, MONDAY (23), 13, 13 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AccordScorecard) card = read_card (fixture, rows[i].as_of);
      g_autoptr (AccordScoreSeries) series = read_series (fixture, card);

      g_assert_cmpint (series->first, ==, rows[i].first);
      g_assert_cmpuint (series->n_weeks, ==, rows[i].n_weeks);
      g_assert_cmpuint (series->from, ==, rows[i].from);
    }
}

/* W44 has a value of Ann alone, W45 of nobody, W46 two days of Ann (3 and 5) and a week of Bo (10), W47 of Cy (6). */
static void
test_roll_up (Fixture      *fixture,
              gconstpointer user_data)
{
  static const struct
  {
    AccordRollUp roll_up;
    const char *ann;
    const char *bo;
    const char *north;
    const char *team;
  } rows[] = {
    { ACCORD_ROLL_UP_SUM, "7 – 8 –", "– – 10 –", "7 – 18 –", "7 – 18 6" },
    { ACCORD_ROLL_UP_MEAN, "7 – 4 –", "– – 10 –", "7 – 7 –", "7 – 7 6" },
    { ACCORD_ROLL_UP_LAST, "7 – 5 –", "– – 10 –", "7 – 5 –", "7 – 5 6" },
    { ACCORD_ROLL_UP_WEIGHTED_MEAN, "7 – 4 –", "– – 10 –", "7 – 7 –", "7 – 7 6" },
  };
  Team team = put_team (fixture);
  g_autoptr (AccordScorecard) card = NULL;
  g_autoptr (AccordScoreSeries) series = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("Metric %d", (int) rows[i].roll_up);
      gint64 metric = put_metric (fixture, name, ACCORD_UNIT_COUNT, rows[i].roll_up);

      put_actual (fixture, team.people[ANN], metric, MONDAY (44), ACCORD_GRAIN_WEEK, 7 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
      put_actual (fixture, team.people[ANN], metric, MONDAY (46) + 1, ACCORD_GRAIN_DAY, 3 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
      put_actual (fixture, team.people[ANN], metric, MONDAY (46) + 6, ACCORD_GRAIN_DAY, 5 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
      put_actual (fixture, team.people[BO], metric, MONDAY (46), ACCORD_GRAIN_WEEK, 10 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
      put_actual (fixture, team.people[CY], metric, MONDAY (47), ACCORD_GRAIN_WEEK, 6 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
      /* A month tells nothing of its weeks, and what is yet to come does not count. */
      put_actual (fixture, team.people[BO], metric, DAY (11, 1), ACCORD_GRAIN_MONTH, 100 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
      put_actual (fixture, team.people[BO], metric, MONDAY (48), ACCORD_GRAIN_WEEK, 50 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
    }
  card = read_card (fixture, DAY (11, 18));
  series = read_series (fixture, card);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("Metric %d", (int) rows[i].roll_up);

      g_test_message ("%s", name);
      assert_weeks (card, series, team.people[ANN], 0, name, ACCORD_RATE_ONE, rows[i].ann);
      assert_weeks (card, series, team.people[BO], 0, name, ACCORD_RATE_ONE, rows[i].bo);
      assert_weeks (card, series, team.people[DI], 0, name, ACCORD_RATE_ONE, "– – – –");
      assert_weeks (card, series, 0, team.north, name, ACCORD_RATE_ONE, rows[i].north);
      assert_weeks (card, series, 0, team.south, name, ACCORD_RATE_ONE, "– – – 6");
      assert_weeks (card, series, 0, 0, name, ACCORD_RATE_ONE, rows[i].team);
    }
}

static void
test_totals (Fixture      *fixture,
             gconstpointer user_data)
{
  Team team = put_team (fixture);
  gint64 visits = put_metric (fixture, "Visits", ACCORD_UNIT_COUNT, ACCORD_ROLL_UP_SUM);
  gint64 share = put_metric (fixture, "Share", ACCORD_UNIT_PERCENT, ACCORD_ROLL_UP_MEAN);
  g_autoptr (AccordScorecard) card = NULL;
  g_autoptr (AccordScoreSeries) series = NULL;
  g_autofree char *ann = NULL;
  g_autofree char *all = NULL;

  /* The week before the quarter does not count; October does when it is over, in W44, and November, half of which is yet to
   * come, on the day. */
  put_actual (fixture, team.people[ANN], visits, MONDAY (39), ACCORD_GRAIN_WEEK, 90 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
  put_actual (fixture, team.people[ANN], visits, MONDAY (41), ACCORD_GRAIN_WEEK, 2 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
  put_actual (fixture, team.people[ANN], visits, DAY (10, 1), ACCORD_GRAIN_MONTH, 30 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
  put_actual (fixture, team.people[ANN], visits, DAY (11, 1), ACCORD_GRAIN_MONTH, 5 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
  put_actual (fixture, team.people[BO], visits, MONDAY (46), ACCORD_GRAIN_WEEK, 4 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
  put_actual (fixture, team.people[BO], share, MONDAY (46), ACCORD_GRAIN_WEEK, ACCORD_RATE_ONE / 2, ACCORD_SOURCE_TYPED);

  card = read_card (fixture, DAY (11, 18));
  series = read_series (fixture, card);
  ann = to_text (accord_score_series_get_totals (series, find_row (card, team.people[ANN], 0, "Visits")), series->n_weeks, 9,
                 ACCORD_RATE_ONE);
  all = to_text (accord_score_series_get_totals (series, find_row (card, 0, 0, "Visits")), series->n_weeks, 9, ACCORD_RATE_ONE);
  g_assert_cmpstr (ann, ==, "– – 2 2 2 32 32 32 37");
  g_assert_cmpstr (all, ==, "– – 2 2 2 32 32 36 41");
  g_assert_null (accord_score_series_get_totals (series, find_row (card, 0, 0, "Share")));
}

static void
test_computed (Fixture      *fixture,
               gconstpointer user_data)
{
  Team team = put_team (fixture);
  const AccordOpportunity deals[] = {
    { 0, (char *) "A", team.people[ANN], (char *) "", (char *) "", (char *) "Won", ACCORD_OPPORTUNITY_WON, MONDAY (45), MONDAY (46), 300 },
    { 0, (char *) "B", team.people[ANN], (char *) "", (char *) "", (char *) "Lost", ACCORD_OPPORTUNITY_LOST, MONDAY (45), MONDAY (46) + 6, 100 },
    { 0, (char *) "C", team.people[BO], (char *) "", (char *) "", (char *) "Won", ACCORD_OPPORTUNITY_WON, MONDAY (46), MONDAY (46) + 3, 500 },
    { 0, (char *) "D", team.people[BO], (char *) "", (char *) "", (char *) "Open", ACCORD_OPPORTUNITY_OPEN, MONDAY (47), DAY (12, 1), 900 },
    /* Not closed yet on that day, though the file says so; but opened. */
    { 0, (char *) "E", team.people[CY], (char *) "", (char *) "", (char *) "Won", ACCORD_OPPORTUNITY_WON, MONDAY (44), DAY (11, 19), 700 },
  };
  static const struct
  {
    const char *metric;
    gint64 one;
    const char *ann;
    const char *north;
    const char *team;
  } rows[] = {
    { "Bookings", 1, "0 0 300 0", "0 0 800 0", "0 0 800 0" },
    { "Win rate", ACCORD_RATE_ONE / 12, "– – 6 –", "– – 8 –", "– – 8 –" },
    { "Sales cycle", ACCORD_RATE_ONE, "– – 7 –", "– – 5 –", "– – 5 –" },
    { "Average deal", 1, "– – 300 –", "– – 400 –", "– – 400 –" },
    { "Opportunities opened", ACCORD_RATE_ONE, "0 2 0 0", "0 2 1 1", "1 2 1 1" },
    { "Pipeline coverage", ACCORD_RATE_ONE, "– – – –", "– – – –", "– – – –" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordScorecard) card = NULL;
  g_autoptr (AccordScoreSeries) series = NULL;
  g_autofree char *path = NULL;

  accord_opportunities_put (fixture->workspace, deals, G_N_ELEMENTS (deals), DAY (11, 18), &error);
  g_assert_no_error (error);
  card = read_card (fixture, DAY (11, 18));
  series = read_series (fixture, card);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].metric);
      assert_weeks (card, series, team.people[ANN], 0, rows[i].metric, rows[i].one, rows[i].ann);
      assert_weeks (card, series, 0, team.north, rows[i].metric, rows[i].one, rows[i].north);
      assert_weeks (card, series, 0, 0, rows[i].metric, rows[i].one, rows[i].team);
    }
  path = to_text (accord_score_series_get_totals (series, find_row (card, 0, 0, "Bookings")), series->n_weeks, 8, 1);
  g_assert_cmpstr (path, ==, "0 0 0 0 0 0 800 800");
}

/* What was typed for the bookings never counts, what was imported does while there are no opportunities. */
static void
test_imported_bookings (Fixture      *fixture,
                        gconstpointer user_data)
{
  Team team = put_team (fixture);
  gint64 bookings = put_metric (fixture, "Bookings", ACCORD_UNIT_MONEY, ACCORD_ROLL_UP_SUM);
  g_autoptr (AccordQuota) quota = accord_quota_new ();
  g_autoptr (AccordScorecard) card = NULL;
  g_autoptr (AccordScoreSeries) series = NULL;

  accord_quota_set_member (quota, team.people[ANN]);
  accord_quota_set_starts (quota, DAY (10, 1));
  accord_quota_set_grain (quota, ACCORD_GRAIN_QUARTER);
  accord_quota_set_amount (quota, 1000);
  put (fixture->workspace, quota);
  put_actual (fixture, team.people[ANN], bookings, MONDAY (46), ACCORD_GRAIN_WEEK, 70, ACCORD_SOURCE_IMPORTED);
  put_actual (fixture, team.people[ANN], bookings, MONDAY (46) + 2, ACCORD_GRAIN_DAY, 9, ACCORD_SOURCE_TYPED);
  card = read_card (fixture, DAY (11, 18));
  series = read_series (fixture, card);
  assert_weeks (card, series, team.people[ANN], 0, "Bookings", 1, "– – 70 –");
  assert_weeks (card, series, team.people[BO], 0, "Bookings", 1, "– – – –");
}

static gint64
add (gint64 sum,
     gint64 value)
{
  return value == ACCORD_UNKNOWN ? sum : (sum == ACCORD_UNKNOWN ? 0 : sum) + value;
}

/* Q4 2022 begins on a Saturday, which is of a week of Q3: its two first days are in no week of its own, but they count, as do
 * the month and the quarter that begin with them. */
static void
test_first_days (Fixture      *fixture,
                 gconstpointer user_data)
{
  const AccordQuarter quarter = { 2022, 4 };
  const AccordDate first = accord_date_new (2022, 10, 1), as_of = accord_date_new (2022, 12, 31);
  Team team = put_team (fixture);
  gint64 visits = put_metric (fixture, "Visits", ACCORD_UNIT_COUNT, ACCORD_ROLL_UP_SUM);
  const AccordOpportunity deals[] = {
    { 0, (char *) "A", team.people[ANN], (char *) "", (char *) "", (char *) "Won", ACCORD_OPPORTUNITY_WON, first - 9, first - 1, 5000 },
    { 0, (char *) "B", team.people[ANN], (char *) "", (char *) "", (char *) "Won", ACCORD_OPPORTUNITY_WON, first - 9, first, 300 },
    { 0, (char *) "C", team.people[ANN], (char *) "", (char *) "", (char *) "Won", ACCORD_OPPORTUNITY_WON, first - 9, first + 2, 40 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordScorecard) card = NULL;
  g_autoptr (AccordScoreSeries) series = NULL;
  const gint64 *totals, *values;
  guint row;

  put_actual (fixture, team.people[ANN], visits, first, ACCORD_GRAIN_QUARTER, 7 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
  put_actual (fixture, team.people[ANN], visits, first, ACCORD_GRAIN_MONTH, 20 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
  put_actual (fixture, team.people[ANN], visits, first + 1, ACCORD_GRAIN_DAY, 3 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
  accord_opportunities_put (fixture->workspace, deals, G_N_ELEMENTS (deals), as_of, &error);
  g_assert_no_error (error);

  card = read_card_of (fixture, quarter, as_of);
  series = read_series (fixture, card);
  g_assert_cmpint (series->first, ==, first + 2);
  g_assert_cmpuint (series->n_weeks, ==, 13);

  row = find_row (card, team.people[ANN], 0, "Visits");
  totals = accord_score_series_get_totals (series, row);
  g_assert_cmpint (totals[0], ==, 3 * ACCORD_RATE_ONE);
  g_assert_cmpint (totals[12], ==, 30 * ACCORD_RATE_ONE);
  g_assert_cmpint (accord_score_series_get_values (series, row)[0], ==, ACCORD_UNKNOWN);

  row = find_row (card, team.people[ANN], 0, "Bookings");
  totals = accord_score_series_get_totals (series, row);
  values = accord_score_series_get_values (series, row);
  g_assert_cmpint (totals[0], ==, 340);
  g_assert_cmpint (values[0], ==, 40);
  g_assert_cmpint (g_array_index (card->rows, AccordScorecardRow, row).score.part.actual, ==, 340);
}

/* Whatever the numbers: of a sum, the members' weeks add up to the territory's, and these with those who are in none to the
 * team's; and what came together by now is what the scorecard says. */
static void
assert_sums_agree (Fixture      *fixture,
                   AccordQuarter quarter,
                   guint         n_rounds)
{
  const AccordDate first = accord_quarter_get_start (quarter, 1);
  Team team = put_team (fixture);
  gint64 metrics[2] = { put_metric (fixture, "Calls", ACCORD_UNIT_COUNT, ACCORD_ROLL_UP_SUM),
                        put_metric (fixture, "Sales", ACCORD_UNIT_MONEY, ACCORD_ROLL_UP_SUM) };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261118);

  for (guint round = 0; round < n_rounds; round++)
    {
      const AccordDate as_of = first - 6 + g_rand_int_range (rand, 0, 110);
      g_autoptr (AccordScorecard) card = NULL;
      g_autoptr (AccordScoreSeries) series = NULL;

      for (guint i = 0; i < 40; i++)
        {
          const AccordGrain grain = (AccordGrain) g_rand_int_range (rand, ACCORD_GRAIN_DAY, ACCORD_GRAIN_YEAR);
          const AccordDate starts = accord_grain_get_start (first - 42 + g_rand_int_range (rand, 0, 150), grain, 1);

          put_actual (fixture, team.people[g_rand_int_range (rand, ANN, N_PEOPLE)], metrics[i % 2], starts, grain,
                      g_rand_int_range (rand, 0, 1000), ACCORD_SOURCE_TYPED);
        }
      card = read_card_of (fixture, quarter, as_of);
      series = read_series (fixture, card);
      for (guint i = 0; i < card->rows->len; i++)
        {
          const AccordScorecardRow *whole = &g_array_index (card->rows, AccordScorecardRow, i);
          const gint64 *values = accord_score_series_get_values (series, i);
          const gint64 *totals = accord_score_series_get_totals (series, i);

          g_assert_nonnull (totals);
          if (series->from < series->n_weeks)
            g_assert_cmpint (totals[series->n_weeks - 1], ==, whole->score.part.actual);
          for (guint week = 0; whole->member == 0 && week < series->n_weeks; week++)
            {
              gint64 value = ACCORD_UNKNOWN, total = ACCORD_UNKNOWN;

              for (guint j = 0; j < card->rows->len; j++)
                {
                  const AccordScorecardRow *row = &g_array_index (card->rows, AccordScorecardRow, j);

                  if (row->member == 0 || row->metric != whole->metric
                      || (whole->territory != 0 && row->territory != whole->territory))
                    continue;
                  value = add (value, accord_score_series_get_values (series, j)[week]);
                  total = add (total, accord_score_series_get_totals (series, j)[week]);
                }
              g_assert_cmpint (values[week], ==, value);
              g_assert_cmpint (totals[week], ==, total);
            }
        }
    }
}

static void
test_sums_agree (Fixture      *fixture,
                 gconstpointer user_data)
{
  assert_sums_agree (fixture, QUARTER, 10);
}

/* The first Monday is after the quarter's first day. */
static void
test_sums_agree_late (Fixture      *fixture,
                      gconstpointer user_data)
{
  assert_sums_agree (fixture, (AccordQuarter) { 2022, 4 }, 5);
}

static void
test_sums_agree_leap (Fixture      *fixture,
                      gconstpointer user_data)
{
  assert_sums_agree (fixture, (AccordQuarter) { 2028, 1 }, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/score-series/weeks", test_weeks);
  fixture_add ("/score-series/roll-up", test_roll_up);
  fixture_add ("/score-series/totals", test_totals);
  fixture_add ("/score-series/computed", test_computed);
  fixture_add ("/score-series/imported-bookings", test_imported_bookings);
  fixture_add ("/score-series/first-days", test_first_days);
  fixture_add ("/score-series/sums-agree", test_sums_agree);
  fixture_add ("/score-series/sums-agree-late", test_sums_agree_late);
  fixture_add ("/score-series/sums-agree-leap", test_sums_agree_leap);

  return g_test_run ();
}
