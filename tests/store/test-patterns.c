/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "accord-account.h"
#include "accord-action.h"
#include "accord-actuals.h"
#include "accord-commitment.h"
#include "accord-forecast-table.h"
#include "accord-member-bookings.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "accord-opportunity-history.h"
#include "accord-pattern-table.h"
#include "accord-quota.h"
#include "accord-target.h"

#define U ACCORD_UNKNOWN
#define PERMILLE(n) ((AccordRate) (n) * (ACCORD_RATE_ONE / 1000))
#define DAY(month, day) accord_date_new (2026, (month), (day))
#define AS_OF DAY (11, 20)

static const AccordQuarter q4 = { 2026, 4 };

static gint64
put_member (Fixture    *fixture,
            const char *name)
{
  g_autoptr (AccordRecord) member = draft_member (name);

  return put (fixture->workspace, member);
}

static AccordOpportunity
deal (gint64                 member,
      const char            *account,
      const char            *stage,
      AccordOpportunityState state,
      AccordDate             created,
      AccordDate             closed,
      gint64                 amount)
{
  static guint number;
  static char external[64][16];
  AccordOpportunity opportunity = {
    .external = external[number % 64], .member = member, .account = (char *) account, .product = (char *) "",
    .stage = (char *) stage, .state = state, .created = created, .closed = closed, .amount = amount,
  };

  g_snprintf (external[number % 64], sizeof external[0], "D-%u", number);
  number++;

  return opportunity;
}

static void
import (Fixture           *fixture,
        AccordOpportunity *deals,
        gsize              n,
        AccordDate         observed)
{
  g_autoptr (GError) error = NULL;

  accord_opportunities_put (fixture->workspace, deals, n, observed, &error);
  g_assert_no_error (error);
}

static void
put_actual (Fixture    *fixture,
            gint64      member,
            gint64      metric,
            AccordDate  monday,
            gint64      value,
            AccordSource source)
{
  const AccordActual actual = { member, metric, monday, ACCORD_GRAIN_WEEK, value, source };
  g_autoptr (GError) error = NULL;

  accord_actuals_put (fixture->workspace, &actual, 1, &error);
  g_assert_no_error (error);
}

static void
put_forecast (Fixture   *fixture,
              gint64     member,
              AccordDate starts,
              AccordDate made_on,
              gint64     amount)
{
  g_autoptr (AccordForecast) forecast = accord_forecast_new ();

  accord_forecast_set_member (forecast, member);
  accord_forecast_set_starts (forecast, starts);
  accord_forecast_set_made_on (forecast, made_on);
  accord_forecast_set_amount (forecast, amount);
  put (fixture->workspace, forecast);
}

/* Four deals that three imports saw: one goes to the end, one is lost early, one late, one does not move. */
static void
test_history (Fixture      *fixture,
              gconstpointer user_data)
{
  const gint64 joe = put_member (fixture, "Joe"), ann = put_member (fixture, "Ann");
  AccordOpportunity deals[] = {
    deal (joe, "A", "First", ACCORD_OPPORTUNITY_OPEN, DAY (9, 1), DAY (12, 1), 100),
    deal (joe, "A", "First", ACCORD_OPPORTUNITY_OPEN, DAY (9, 5), DAY (12, 1), 100),
    deal (ann, "A", "First", ACCORD_OPPORTUNITY_OPEN, ACCORD_DATE_NONE, DAY (12, 1), 100),
    deal (ann, "A", "First", ACCORD_OPPORTUNITY_OPEN, DAY (9, 9), DAY (12, 1), 100),
  };
  g_autoptr (AccordStageTimes) times = NULL;
  g_autoptr (AccordStageTimes) earlier = NULL;
  g_autoptr (GArray) losses = NULL;
  g_autoptr (GError) error = NULL;
  AccordStageStay stay;

  import (fixture, deals, 4, DAY (9, 10));
  deals[0].stage = deals[2].stage = (char *) "Second";
  deals[1].stage = (char *) "Closed lost";
  deals[1].state = ACCORD_OPPORTUNITY_LOST;
  deals[1].closed = DAY (10, 9);
  import (fixture, deals, 4, DAY (10, 10));
  deals[2].stage = (char *) "Third";
  import (fixture, deals, 4, DAY (10, 20));
  deals[0].stage = (char *) "Won";
  deals[0].state = ACCORD_OPPORTUNITY_WON;
  deals[2].stage = (char *) "Closed lost";
  deals[2].state = ACCORD_OPPORTUNITY_LOST;
  deals[2].closed = DAY (11, 15);
  import (fixture, deals, 4, DAY (11, 20));

  times = accord_opportunities_read_stage_times (fixture->workspace, AS_OF, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accord_stage_times_get_n_stages (times), ==, 3);
  g_assert_cmpstr (accord_stage_times_get_stage (times, 0)->name, ==, "First");
  g_assert_cmpstr (accord_stage_times_get_stage (times, 2)->name, ==, "Third");
  /* First: 39 and 35 days from the days they were created, and one that nobody knows. */
  g_assert_cmpint (accord_stage_times_get_stage (times, 0)->median, ==, 37 * ACCORD_RATE_ONE);
  g_assert_cmpuint (accord_stage_times_get_stage (times, 0)->n_stays, ==, 2);
  g_assert_true (accord_stage_times_get_stay (times, 4, &stay));
  g_assert_cmpint (stay.since, ==, DAY (9, 9));
  g_assert_true (stay.aged);

  losses = accord_opportunities_read_losses (fixture->workspace, times, DAY (10, 1), DAY (12, 31), AS_OF, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (losses->len, ==, 2);
  g_assert_cmpint (g_array_index (losses, AccordLoss, 0).member, ==, joe);
  g_assert_cmpstr (g_array_index (losses, AccordLoss, 0).stage->name, ==, "First");
  g_assert_cmpstr (g_array_index (losses, AccordLoss, 1).stage->name, ==, "Third");
  g_array_unref (losses);
  losses = accord_opportunities_read_losses (fixture->workspace, times, DAY (10, 1), DAY (12, 31), DAY (11, 14), &error);
  g_assert_cmpuint (losses->len, ==, 1);
  g_array_unref (losses);
  losses = accord_opportunities_read_losses (fixture->workspace, times, DAY (10, 10), DAY (11, 14), AS_OF, &error);
  g_assert_cmpuint (losses->len, ==, 0);

  earlier = accord_opportunities_read_stage_times (fixture->workspace, DAY (9, 30), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accord_stage_times_get_n_stages (earlier), ==, 1);
  g_assert_cmpint (accord_stage_times_get_stage (earlier, 0)->median, ==, U);
}

static void
test_shares (Fixture      *fixture,
             gconstpointer user_data)
{
  const gint64 joe = put_member (fixture, "Joe"), ann = put_member (fixture, "Ann");
  AccordOpportunity deals[] = {
    deal (joe, "Northwind", "First", ACCORD_OPPORTUNITY_OPEN, DAY (10, 1), DAY (12, 1), 100),
    deal (joe, "NORTHWIND ", "First", ACCORD_OPPORTUNITY_WON, DAY (11, 20), DAY (11, 20), 300),
    deal (joe, "Contoso", "First", ACCORD_OPPORTUNITY_LOST, DAY (10, 5), DAY (11, 1), 600),
    deal (joe, "Contoso", "First", ACCORD_OPPORTUNITY_OPEN, DAY (10, 5), DAY (12, 1), U),
    deal (joe, " ", "First", ACCORD_OPPORTUNITY_OPEN, DAY (10, 5), DAY (12, 1), 5000),
    deal (joe, "Northwind", "First", ACCORD_OPPORTUNITY_OPEN, DAY (9, 30), DAY (12, 1), 5000),
    deal (joe, "Northwind", "First", ACCORD_OPPORTUNITY_OPEN, DAY (11, 21), DAY (12, 1), 5000),
    deal (ann, "Contoso", "First", ACCORD_OPPORTUNITY_OPEN, DAY (10, 5), DAY (12, 1), U),
  };
  g_autoptr (AccordAccount) account = accord_account_new ();
  g_autoptr (AccordIdealAccounts) ideal = NULL;
  g_autoptr (GArray) shares = NULL;
  g_autoptr (GArray) accounts = NULL;
  g_autoptr (GError) error = NULL;
  const AccordMemberIdealShare *of;
  const AccordAccountSums *sums;

  accord_account_set_name (account, "Northwind");
  accord_account_set_ideal (account, TRUE);
  put (fixture->workspace, account);
  import (fixture, deals, G_N_ELEMENTS (deals), AS_OF);
  ideal = accord_ideal_accounts_new (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_ACCOUNT));
  shares = accord_opportunities_share_ideal (fixture->workspace, ideal, DAY (10, 1), DAY (12, 31), AS_OF, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (shares->len, ==, 2);
  of = &g_array_index (shares, AccordMemberIdealShare, 0);
  g_assert_cmpint (of->member, ==, joe);
  g_assert_cmpint (of->share.opened, ==, 4);
  g_assert_cmpint (accord_ideal_share_by_count (&of->share), ==, PERMILLE (500));
  g_assert_cmpint (accord_ideal_share_by_amount (&of->share), ==, PERMILLE (400));
  of = &g_array_index (shares, AccordMemberIdealShare, 1);
  g_assert_cmpint (of->member, ==, ann);
  g_assert_cmpint (accord_ideal_share_by_count (&of->share), ==, 0);
  g_assert_cmpint (accord_ideal_share_by_amount (&of->share), ==, U);

  accounts = accord_opportunities_list_accounts (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 2);
  sums = &g_array_index (accounts, AccordAccountSums, 0);
  g_assert_cmpstr (sums->name, ==, "Northwind");
  g_assert_cmpint (sums->n_opportunities, ==, 4);
  g_assert_cmpint (sums->n_open, ==, 3);
  g_assert_cmpint (sums->n_won, ==, 1);
  g_assert_cmpint (sums->won_amount, ==, 300);
}

/* The same that accord_opportunities_bookings() has for each. */
static void
assert_bookings (Fixture      *fixture,
                 const gint64 *members,
                 gsize         n)
{
  const AccordQuarter first = { 2025, 4 };
  g_autoptr (AccordMemberBookings) bookings = NULL;
  g_autoptr (GError) error = NULL;

  bookings = accord_member_bookings_new (fixture->workspace, first, q4, AS_OF, &error);
  g_assert_no_error (error);
  for (AccordQuarter quarter = first; accord_quarter_compare (quarter, q4) <= 0; quarter = accord_quarter_next (quarter))
    {
      for (gsize i = 0; i < n; i++)
        g_assert_cmpint (accord_member_bookings_get (bookings, members[i], quarter), ==,
                         accord_opportunities_bookings (fixture->workspace, members[i], accord_quarter_get_start (quarter, 1),
                                                        MIN (accord_quarter_get_end (quarter, 1), AS_OF)));
    }
  g_assert_cmpint (accord_member_bookings_get (bookings, members[0], accord_quarter_next (q4)), ==, U);
}

static void
test_bookings (Fixture      *fixture,
               gconstpointer user_data)
{
  const gint64 members[] = { put_member (fixture, "Joe"), put_member (fixture, "Ann") };
  g_autoptr (AccordMetric) metric = accord_metric_new ();
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (AccordOpportunity));

  assert_bookings (fixture, members, G_N_ELEMENTS (members));
  accord_metric_set_name (metric, "bookings");
  accord_metric_set_unit (metric, ACCORD_UNIT_MONEY);
  put (fixture->workspace, metric);
  put_actual (fixture, members[0], 1, DAY (10, 5), 700, ACCORD_SOURCE_IMPORTED);
  put_actual (fixture, members[0], 1, DAY (10, 12), 20, ACCORD_SOURCE_IMPORTED);
  put_actual (fixture, members[0], 1, DAY (10, 19), 5, ACCORD_SOURCE_TYPED);
  put_actual (fixture, members[1], 1, DAY (7, 6), 90, ACCORD_SOURCE_IMPORTED);
  assert_bookings (fixture, members, G_N_ELEMENTS (members));

  for (guint i = 0; i < 60; i++)
    {
      const AccordOpportunity added = deal (members[i % 2], "A", "Won", (AccordOpportunityState) (i % 3),
                                            DAY (1, 1), DAY (1, 1) + 5 * (AccordDate) i + 30, i % 7 == 0 ? U : 100 + i);

      g_array_append_val (deals, added);
    }
  import (fixture, (AccordOpportunity *) (gpointer) deals->data, deals->len, AS_OF);
  assert_bookings (fixture, members, G_N_ELEMENTS (members));
}

static void
assert_booked (Fixture      *fixture,
               gint64        member,
               AccordQuarter quarter,
               gint64        expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordMemberBookings) bookings = accord_member_bookings_new (fixture->workspace, quarter, quarter, AS_OF, &error);

  g_assert_no_error (error);
  g_assert_cmpint (accord_member_bookings_get (bookings, member, quarter), ==, expected);
  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, member, accord_quarter_get_start (quarter, 1),
                                                  MIN (accord_quarter_get_end (quarter, 1), AS_OF)),
                   ==, expected);
}

/* A week is booked in the quarter of its Thursday, as the scorecard has it, and a year in none. */
static void
test_booked_weeks (Fixture      *fixture,
                   gconstpointer user_data)
{
  const gint64 joe = put_member (fixture, "Joe");
  g_autoptr (AccordMetric) metric = accord_metric_new ();
  g_autoptr (GArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  gboolean complete;
  AccordActual actuals[] = {
    { joe, 0, DAY (1, 1), ACCORD_GRAIN_YEAR, 100000, ACCORD_SOURCE_IMPORTED },
    { joe, 0, DAY (3, 30), ACCORD_GRAIN_WEEK, 30, ACCORD_SOURCE_IMPORTED },    /* Thursday 2 April */
    { joe, 0, DAY (6, 29), ACCORD_GRAIN_WEEK, 500, ACCORD_SOURCE_IMPORTED },   /* Thursday 2 July */
    { joe, 0, DAY (9, 21), ACCORD_GRAIN_WEEK, 4, ACCORD_SOURCE_IMPORTED },
    { joe, 0, DAY (9, 28), ACCORD_GRAIN_WEEK, 7000, ACCORD_SOURCE_IMPORTED },  /* Thursday 1 October */
    { joe, 0, DAY (11, 16), ACCORD_GRAIN_WEEK, 200, ACCORD_SOURCE_IMPORTED },
    { joe, 0, DAY (11, 23), ACCORD_GRAIN_WEEK, 1, ACCORD_SOURCE_IMPORTED },    /* after the day */
  };

  accord_metric_set_name (metric, "Bookings");
  accord_metric_set_unit (metric, ACCORD_UNIT_MONEY);
  put (fixture->workspace, metric);
  for (guint i = 0; i < G_N_ELEMENTS (actuals); i++)
    actuals[i].metric = accord_record_get_id (ACCORD_RECORD (metric));
  accord_actuals_put (fixture->workspace, actuals, G_N_ELEMENTS (actuals), &error);
  g_assert_no_error (error);

  assert_booked (fixture, joe, (AccordQuarter) { 2026, 1 }, U);
  assert_booked (fixture, joe, (AccordQuarter) { 2026, 2 }, 30);
  assert_booked (fixture, joe, (AccordQuarter) { 2026, 3 }, 504);
  assert_booked (fixture, joe, q4, 7200);

  listed = accord_opportunities_list_bookings (fixture->workspace, &complete);
  g_assert_false (complete);
  g_assert_cmpuint (listed->len, ==, G_N_ELEMENTS (actuals) - 1);
  for (guint i = 0; i < listed->len; i++)
    g_assert_cmpint (g_array_index (listed, AccordBooking, i).day, ==, actuals[i + 1].starts + 3);
}

/* What nobody knows the amount of is not 0. */
static void
test_amounts_unknown (Fixture      *fixture,
                      gconstpointer user_data)
{
  const gint64 joe = put_member (fixture, "Joe"), ann = put_member (fixture, "Ann");
  AccordOpportunity deals[] = {
    deal (joe, "Northwind", "Won", ACCORD_OPPORTUNITY_WON, DAY (1, 1), DAY (2, 1), U),
    deal (joe, "NORTHWIND", "Won", ACCORD_OPPORTUNITY_WON, DAY (1, 1), DAY (3, 1), U),
    deal (joe, "Contoso", "Won", ACCORD_OPPORTUNITY_WON, DAY (1, 1), DAY (4, 1), U),
    deal (joe, "CONTOSO", "Won", ACCORD_OPPORTUNITY_WON, DAY (1, 1), DAY (5, 1), 70),
    deal (joe, "Initech", "First", ACCORD_OPPORTUNITY_OPEN, DAY (1, 1), DAY (12, 1), U),
  };
  const gint64 won_amounts[] = { U, 70, 0 };
  g_autoptr (GArray) accounts = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, deals, G_N_ELEMENTS (deals), AS_OF);
  assert_booked (fixture, joe, (AccordQuarter) { 2026, 1 }, U);
  assert_booked (fixture, joe, (AccordQuarter) { 2026, 2 }, 70);
  assert_booked (fixture, joe, (AccordQuarter) { 2026, 3 }, 0);
  assert_booked (fixture, ann, (AccordQuarter) { 2026, 1 }, 0);

  accounts = accord_opportunities_list_accounts (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, G_N_ELEMENTS (won_amounts));
  for (guint i = 0; i < accounts->len; i++)
    g_assert_cmpint (g_array_index (accounts, AccordAccountSums, i).won_amount, ==, won_amounts[i]);
}

static void
test_forecast (Fixture      *fixture,
               gconstpointer user_data)
{
  const gint64 joe = put_member (fixture, "Joe"), ann = put_member (fixture, "Ann");
  GListModel *list = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_MEMBER);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AccordForecastTable) table = NULL;
  g_autoptr (AccordForecastTable) next = NULL;
  g_autoptr (AccordQuota) quota = accord_quota_new ();
  g_autoptr (GError) error = NULL;
  AccordOpportunity deals[] = {
    deal (joe, "A", "Won", ACCORD_OPPORTUNITY_WON, DAY (1, 1), DAY (8, 1), 1000),
    deal (joe, "A", "Won", ACCORD_OPPORTUNITY_WON, DAY (1, 1), DAY (5, 1), 400),
    deal (joe, "A", "Won", ACCORD_OPPORTUNITY_WON, DAY (1, 1), DAY (11, 2), 330),
    deal (ann, "A", "Won", ACCORD_OPPORTUNITY_WON, DAY (1, 1), DAY (8, 1), 500),
  };
  const AccordForecastRow *row;

  import (fixture, deals, G_N_ELEMENTS (deals), AS_OF);
  accord_quota_set_member (quota, joe);
  accord_quota_set_starts (quota, DAY (10, 1));
  accord_quota_set_grain (quota, ACCORD_GRAIN_QUARTER);
  accord_quota_set_amount (quota, 900);
  put (fixture->workspace, quota);
  for (int version = 1; version <= 3; version++)
    {
      g_autoptr (AccordCommitment) commitment = accord_commitment_new ();

      g_object_set (commitment, "member", joe, "year", G_GINT64_CONSTANT (2026), "version", (gint64) version, "amount",
                    (gint64) (400 * version), "q1", (gint64) (100 * version), "q2", (gint64) (100 * version), "q3",
                    (gint64) (100 * version), "q4", (gint64) (100 * version), "committed-on",
                    version < 3 ? DAY (1, version) : AS_OF + 1, "reason", "Agreed", NULL);
      put (fixture->workspace, commitment);
    }
  put_forecast (fixture, joe, DAY (7, 1), DAY (9, 1), 1100);
  put_forecast (fixture, joe, DAY (7, 1), DAY (10, 1), 1000); /* when it was over */
  put_forecast (fixture, joe, DAY (4, 1), DAY (5, 1), 600);
  put_forecast (fixture, joe, DAY (10, 1), DAY (11, 1), 700);
  put_forecast (fixture, joe, DAY (10, 1), DAY (11, 20), 650);
  put_forecast (fixture, joe, DAY (10, 1), DAY (11, 21), 1);  /* after the day */
  put_forecast (fixture, ann, DAY (7, 1), DAY (9, 1), 400);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (members, g_list_model_get_item (list, i));

  table = accord_forecast_table_new (fixture->workspace, members, q4, AS_OF, &error);
  g_assert_no_error (error);
  row = &g_array_index (table->rows, AccordForecastRow, 0);
  g_assert_cmpint (row->member, ==, joe);
  g_assert_cmpint (row->quota, ==, 900);
  g_assert_cmpint (row->commitment, ==, 200);
  g_assert_cmpint (row->booked, ==, 330);
  /* 37 of 66 working days. */
  g_assert_cmpint (row->landing, ==, 589);
  g_assert_cmpint (row->forecast, ==, 650);
  g_assert_cmpint (row->made_on, ==, DAY (11, 20));
  g_assert_cmpint (row->difference, ==, 61);
  g_assert_cmpint (row->past[0].forecast, ==, 1100);
  g_assert_cmpint (row->past[0].booked, ==, 1000);
  g_assert_cmpint (row->past[0].accuracy, ==, PERMILLE (900));
  g_assert_cmpint (row->past[0].bias, ==, PERMILLE (100));
  g_assert_cmpint (row->past[1].accuracy, ==, PERMILLE (500));
  g_assert_cmpint (row->past[2].accuracy, ==, U);
  /* 300 missed of 1,400. */
  g_assert_cmpint (row->accuracy, ==, 785714286);
  g_assert_cmpint (row->bias, ==, 214285714);

  row = &g_array_index (table->rows, AccordForecastRow, 1);
  g_assert_cmpint (row->quota, ==, U);
  g_assert_cmpint (row->booked, ==, 0);
  g_assert_cmpint (row->forecast, ==, U);
  g_assert_cmpint (row->difference, ==, U);
  g_assert_cmpint (row->accuracy, ==, PERMILLE (800));

  g_assert_cmpint (table->all.quota, ==, 900);
  g_assert_cmpint (table->all.forecast, ==, 650);
  g_assert_cmpuint (table->all.n_forecasts, ==, 1);
  g_assert_cmpint (table->all.difference, ==, 61);
  /* Too much and too little make up for each other: 1,500 of 1,500. */
  g_assert_cmpint (table->all.past[0].accuracy, ==, ACCORD_RATE_ONE);
  g_assert_cmpint (table->all.past[0].bias, ==, 0);

  /* Nothing is booked in a quarter that has not begun, and nothing lands. */
  next = accord_forecast_table_new (fixture->workspace, members, accord_quarter_next (q4), AS_OF, &error);
  g_assert_no_error (error);
  row = &g_array_index (next->rows, AccordForecastRow, 0);
  g_assert_cmpint (row->booked, ==, U);
  g_assert_cmpint (row->landing, ==, U);
  g_assert_cmpint (row->past[0].forecast, ==, 650);
  g_assert_cmpint (row->past[0].booked, ==, U);
  g_assert_cmpint (row->past[1].booked, ==, 1000);
}

static void
put_activity (Fixture *fixture,
              gint64   member,
              gint64   metric,
              gint64   value)
{
  g_autoptr (AccordTarget) target = accord_target_new ();

  g_object_set (target, "member", member, "metric", metric, "starts", DAY (10, 1), "grain", ACCORD_GRAIN_QUARTER, "value",
                100 * ACCORD_RATE_ONE, "version", G_GINT64_CONSTANT (1), "set-on", DAY (9, 20), NULL);
  put (fixture->workspace, target);
  put_actual (fixture, member, metric, DAY (10, 5), value * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
}

static void
test_table (Fixture      *fixture,
            gconstpointer user_data)
{
  const gint64 joe = put_member (fixture, "Joe"), ann = put_member (fixture, "Ann");
  g_autoptr (AccordPatternTable) table = NULL;
  g_autoptr (GError) error = NULL;
  const AccordPatternRow *row;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AccordMetric) metric = accord_metric_new ();

      /* The second one is a result, and no activity. */
      g_object_set (metric, "name", i == 0 ? "Calls" : "Quotes sent", "leading", i == 0, "key", TRUE, NULL);
      put_activity (fixture, joe, put (fixture->workspace, metric), 20);
    }
  put_activity (fixture, ann, 1, 60);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (AccordAction) action = accord_action_new ();

      g_object_set (action, "what", "Call back", "owner", ann, "due", DAY (10, 10), "done", DAY (10, 9 + (int) i), NULL);
      put (fixture->workspace, action);
    }

  table = accord_pattern_table_new (fixture->workspace, q4, AS_OF, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (table->rows->len, ==, 2);
  row = accord_pattern_table_find (table, joe);
  g_assert_cmpuint (row->figures.activities->len, ==, 1);
  g_assert_cmpint (g_array_index (row->figures.activities, AccordPatternActivity, 0).actual, ==, 20 * ACCORD_RATE_ONE);
  g_assert_cmpint (row->patterns[ACCORD_PATTERN_OUTREACH].state, ==, ACCORD_PATTERN_SHOWS);
  g_assert_cmpint (row->patterns[ACCORD_PATTERN_EARLY_LOSSES].state, ==, ACCORD_PATTERN_UNKNOWN);
  g_assert_cmpint (row->patterns[ACCORD_PATTERN_FOLLOW_UP].state, ==, ACCORD_PATTERN_UNKNOWN);
  row = accord_pattern_table_find (table, ann);
  g_assert_cmpint (row->patterns[ACCORD_PATTERN_OUTREACH].state, ==, ACCORD_PATTERN_CLEAR);
  g_assert_cmpint (row->figures.deadlines.met, ==, 2);
  g_assert_cmpint (row->patterns[ACCORD_PATTERN_FOLLOW_UP].state, ==, ACCORD_PATTERN_SHOWS);
  g_assert_null (accord_pattern_table_find (table, 99));
}

/* What counts is up to the end of the last week that is over, in the quarter. */
static void
test_weeks (Fixture      *fixture,
            gconstpointer user_data)
{
  static const struct
  {
    AccordDate as_of;
    AccordDate judged; /* none: nothing is */
    gint64 actual;
  } *of, cases[] = {
    { 0, 0, 0 }, { 3, 3, 20 }, { 9, 3, 20 }, { 10, 10, 60 }, { 11, 10, 60 }, { 17, 17, 60 }, { 91, 91, 60 }, { 200, 91, 60 },
  };
  const AccordDate first = DAY (10, 1); /* a Thursday */
  const gint64 joe = put_member (fixture, "Joe");
  g_autoptr (AccordMetric) metric = accord_metric_new ();

  g_object_set (metric, "name", "Calls", "leading", TRUE, "key", TRUE, "cadence", ACCORD_GRAIN_WEEK, NULL);
  put_activity (fixture, joe, put (fixture->workspace, metric), 40);
  put_actual (fixture, joe, 1, DAY (9, 28), 20 * ACCORD_RATE_ONE, ACCORD_SOURCE_TYPED);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordPatternTable) table = NULL;
      g_autoptr (GError) error = NULL;
      const AccordPatternRow *row;
      const AccordPatternActivity *activity;

      of = &cases[i];
      table = accord_pattern_table_new (fixture->workspace, q4, first + of->as_of, &error);
      g_assert_no_error (error);
      row = accord_pattern_table_find (table, joe);
      g_test_message ("%d days into the quarter", of->as_of);
      if (of->judged == 0)
        {
          g_assert_true (row == NULL || row->figures.activities->len == 0);
          continue;
        }
      activity = &g_array_index (row->figures.activities, AccordPatternActivity, 0);
      g_assert_cmpint (activity->as_of, ==, first + of->judged);
      g_assert_cmpint (activity->actual, ==, of->actual * ACCORD_RATE_ONE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  fixture_add ("/patterns/history", test_history);
  fixture_add ("/patterns/shares", test_shares);
  fixture_add ("/patterns/bookings", test_bookings);
  fixture_add ("/patterns/booked-weeks", test_booked_weeks);
  fixture_add ("/patterns/amounts-unknown", test_amounts_unknown);
  fixture_add ("/patterns/forecast", test_forecast);
  fixture_add ("/patterns/table", test_table);
  fixture_add ("/patterns/weeks", test_weeks);

  return fixture_run_isolated ();
}
