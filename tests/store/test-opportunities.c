/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

#include "accord-actuals.h"
#include "accord-metric.h"
#include "accord-opportunities.h"

#define DAY(month, day) accord_date_new (2026, (month), (day))

static gint64
add_member (Fixture    *fixture,
            const char *name)
{
  g_autoptr (AccordRecord) member = draft_member (name);

  return put (fixture->workspace, member);
}

static AccordOpportunity
deal (const char            *external,
      gint64                 member,
      const char            *stage,
      AccordOpportunityState state,
      AccordDate             closed,
      gint64                 amount)
{
  AccordOpportunity opportunity = {
    .external = (char *) external,
    .member = member,
    .account = (char *) "Contoso",
    .product = (char *) "Søknad",
    .stage = (char *) stage,
    .state = state,
    .created = DAY (1, 7),
    .closed = closed,
    .amount = amount,
  };

  return opportunity;
}

static void
put_deals (Fixture                 *fixture,
           const AccordOpportunity *deals,
           gsize                    n_deals,
           AccordDate               observed)
{
  g_autoptr (GError) error = NULL;

  accord_opportunities_put (fixture->workspace, deals, n_deals, observed, &error);
  g_assert_no_error (error);
}

static GPtrArray *
read_deals (Fixture   *fixture,
            gint64     member,
            AccordDate first,
            AccordDate last)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *deals = accord_opportunities_read (fixture->workspace, member, first, last, &error);

  g_assert_no_error (error);
  g_assert_nonnull (deals);

  return deals;
}

/* The ids of what is read, as "A C". */
static void
assert_read (Fixture    *fixture,
             gint64      member,
             AccordDate  first,
             AccordDate  last,
             const char *expected)
{
  g_autoptr (GPtrArray) deals = read_deals (fixture, member, first, last);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < deals->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", ((AccordOpportunity *) deals->pdata[i])->external);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_put (Fixture      *fixture,
          gconstpointer user_data)
{
  gint64 joe = add_member (fixture, "Joe");
  gint64 craig = add_member (fixture, "Craig");
  AccordOpportunity deals[] = {
    deal ("A", joe, "Proposal", ACCORD_OPPORTUNITY_OPEN, DAY (6, 30), 100),
    deal ("B", joe, "Closed", ACCORD_OPPORTUNITY_WON, DAY (3, 31), 200),
    deal ("C", craig, "Demo", ACCORD_OPPORTUNITY_LOST, DAY (4, 1), 300),
    deal ("D", craig, "Demo", ACCORD_OPPORTUNITY_OPEN, ACCORD_DATE_NONE, ACCORD_UNKNOWN),
  };
  g_autoptr (GPtrArray) all = NULL;
  AccordOpportunity *opportunity;

  fixture_reopen (fixture);
  put_deals (fixture, deals, G_N_ELEMENTS (deals), DAY (2, 1));
  g_assert_true (accord_workspace_has_changed (fixture->workspace));
  assert_sound (fixture->path);
  fixture_reopen (fixture);

  assert_read (fixture, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE, "A B C D");
  assert_read (fixture, craig, ACCORD_DATE_NONE, ACCORD_DATE_NONE, "C D");
  assert_read (fixture, 0, DAY (3, 31), DAY (4, 1), "B C");
  assert_read (fixture, joe, DAY (4, 1), ACCORD_DATE_NONE, "A");
  assert_read (fixture, 0, ACCORD_DATE_NONE, DAY (3, 30), "");

  all = read_deals (fixture, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE);
  opportunity = all->pdata[1];
  g_assert_cmpint (opportunity->id, >, 0);
  g_assert_cmpint (opportunity->member, ==, joe);
  g_assert_cmpstr (opportunity->account, ==, "Contoso");
  g_assert_cmpstr (opportunity->product, ==, "Søknad");
  g_assert_cmpstr (opportunity->stage, ==, "Closed");
  g_assert_cmpint (opportunity->state, ==, ACCORD_OPPORTUNITY_WON);
  g_assert_cmpint (opportunity->created, ==, DAY (1, 7));
  g_assert_cmpint (opportunity->closed, ==, DAY (3, 31));
  g_assert_cmpint (opportunity->amount, ==, 200);
  opportunity = all->pdata[3];
  g_assert_cmpint (opportunity->closed, ==, ACCORD_DATE_NONE);
  g_assert_cmpint (opportunity->amount, ==, ACCORD_UNKNOWN);
}

/* The observations of one opportunity, as "2026-02-01 Demo open; …". */
static void
assert_history (Fixture    *fixture,
                const char *external,
                const char *expected)
{
  g_autofree char *dump = dump_file (fixture->path);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  g_autofree char *start = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);

      /* A cell is its type, a colon, and its text. */
      if (g_str_has_prefix (lines[i], "opportunity|") && g_strcmp0 (cells[2] + 2, external) == 0)
        start = g_strdup_printf ("stage_observation|%s|", cells[1]);
      if (start != NULL && g_str_has_prefix (lines[i], start))
        g_string_append_printf (found, "%s%s %s %s", found->len > 0 ? "; " : "", cells[2] + 2, cells[3] + 2,
                                cells[4] + 2);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_history (Fixture      *fixture,
              gconstpointer user_data)
{
  gint64 joe = add_member (fixture, "Joe");
  AccordOpportunity a = deal ("A", joe, "Demo", ACCORD_OPPORTUNITY_OPEN, DAY (6, 30), 100);
  g_autoptr (GPtrArray) all = NULL;
  AccordStageObservation earlier;
  g_autoptr (GError) error = NULL;

  put_deals (fixture, &a, 1, DAY (2, 1));
  put_deals (fixture, &a, 1, DAY (2, 8));
  assert_history (fixture, "A", "2026-02-01 Demo open");
  a.stage = (char *) "Proposal";
  put_deals (fixture, &a, 1, DAY (2, 15));
  put_deals (fixture, &a, 1, DAY (2, 22));
  /* Lost: it keeps the stage that it was lost in, and the day is one of its own. */
  a.state = ACCORD_OPPORTUNITY_LOST;
  put_deals (fixture, &a, 1, DAY (3, 1));
  assert_history (fixture, "A", "2026-02-01 Demo open; 2026-02-15 Proposal open; 2026-03-01 Proposal lost");
  /* The same day once more: what was seen last. */
  a.state = ACCORD_OPPORTUNITY_WON;
  put_deals (fixture, &a, 1, DAY (3, 1));
  assert_history (fixture, "A", "2026-02-01 Demo open; 2026-02-15 Proposal open; 2026-03-01 Proposal won");

  all = read_deals (fixture, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE);
  g_assert_cmpuint (all->len, ==, 1);
  earlier = (AccordStageObservation) { ((AccordOpportunity *) all->pdata[0])->id, DAY (1, 10), (char *) "Lead",
                                       ACCORD_OPPORTUNITY_OPEN };
  g_assert_true (accord_opportunities_observe (fixture->workspace, &earlier, 1, &error));
  g_assert_no_error (error);
  assert_history (fixture, "A",
                  "2026-01-10 Lead open; 2026-02-01 Demo open; 2026-02-15 Proposal open; 2026-03-01 Proposal won");
  assert_sound (fixture->path);

  earlier.opportunity = 99;
  g_assert_false (accord_opportunities_observe (fixture->workspace, &earlier, 1, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT);
  assert_sound (fixture->path);
}

static void
test_many (Fixture      *fixture,
           gconstpointer user_data)
{
  enum { N_DEALS = 1000 };
  gint64 joe = add_member (fixture, "Joe");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree AccordOpportunity *deals = g_new0 (AccordOpportunity, N_DEALS);
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; i < N_DEALS; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("%u", i));
      deals[i] = deal (ids->pdata[i], joe, "Demo", ACCORD_OPPORTUNITY_WON, DAY (5, 1), i);
    }
  /* In three parts that begin and end within blocks, the last of them with old ones too. */
  put_deals (fixture, deals, 300, DAY (5, 2));
  assert_sound (fixture->path);
  put_deals (fixture, deals + 300, 400, DAY (5, 3));
  assert_sound (fixture->path);
  put_deals (fixture, deals + 500, 500, DAY (5, 4));
  assert_sound (fixture->path);

  all = read_deals (fixture, joe, ACCORD_DATE_NONE, ACCORD_DATE_NONE);
  g_assert_cmpuint (all->len, ==, N_DEALS);
  for (guint i = 0; i < N_DEALS; i++)
    g_assert_cmpstr (((AccordOpportunity *) all->pdata[i])->external, ==, ids->pdata[i]);
  /* 0 + 1 + … + 999 */
  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, 0, DAY (5, 1), DAY (5, 1)), ==, 499500);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer user_data)
{
  gint64 joe = add_member (fixture, "Joe");
  AccordOpportunity deals[2];
  g_autofree char *before = dump_file (fixture->path);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      deals[0] = deal ("A", joe, "Demo", ACCORD_OPPORTUNITY_OPEN, DAY (6, 30), 100);
      deals[1] = deal ("B", joe, "Demo", ACCORD_OPPORTUNITY_OPEN, DAY (6, 30), 100);
      if (i == 0)
        deals[1].external = (char *) "";
      else if (i == 1)
        deals[1].member = 99;
      else if (i == 2)
        deals[1].account = (char *) "\xff\xfe";
      else if (i == 3)
        deals[1].member = 0;
      else
        deals[1].state = (AccordOpportunityState) 3;

      g_assert_false (accord_opportunities_put (fixture->workspace, deals, 2, DAY (2, 1), &error));
      g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT);
      after = dump_file (fixture->path);
      g_assert_cmpstr (before, ==, after);
    }
  assert_sound (fixture->path);
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer user_data)
{
  static const char *const damage[] = {
    "UPDATE opportunity SET amount = 1 WHERE id = 1",
    "UPDATE opportunity SET state = 'open' WHERE id = 2",
    "UPDATE stage_observation SET stage = 'x' WHERE opportunity = 2",
    "PRAGMA foreign_keys = OFF; DELETE FROM opportunity WHERE id = 2",
    "DELETE FROM block_digest",
    "INSERT INTO block_digest VALUES ('opportunity', 0, 7, zeroblob (32))",
  };
  gint64 joe = add_member (fixture, "Joe");
  AccordOpportunity deals[] = {
    deal ("A", joe, "Demo", ACCORD_OPPORTUNITY_OPEN, DAY (6, 30), 100),
    deal ("B", joe, "Demo", ACCORD_OPPORTUNITY_WON, DAY (6, 30), 200),
  };
  g_autofree char *bytes = NULL;
  gsize length = 0;

  put_deals (fixture, deals, 2, DAY (2, 1));
  assert_read (fixture, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE, "A B");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_autofree char *message = NULL;
      g_autoptr (GError) error = NULL;

      g_clear_object (&fixture->workspace);
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
      fixture_reopen (fixture);
      assert_read (fixture, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE, "A B");

      /* Behind the back of the open workspace. */
      message = tamper (fixture->path, damage[i]);
      g_assert_cmpstr (message, ==, NULL);
      g_assert_null (accord_opportunities_read (fixture->workspace, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE, &error));
      g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, 0, DAY (6, 1), DAY (6, 30)), ==,
                       ACCORD_UNKNOWN);
      /* As a window has it that opened a large file and is still checking it. */
      if (i < 4)
        {
          g_clear_object (&fixture->workspace);
          fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_UNVERIFIED, &error);
          g_assert_no_error (error);
          g_assert_false (accord_opportunities_put (fixture->workspace, deals, 2, DAY (2, 2), &error));
          g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED);
        }
    }
}

static void
test_bookings (Fixture      *fixture,
               gconstpointer user_data)
{
  gint64 joe = add_member (fixture, "Joe");
  gint64 craig = add_member (fixture, "Craig");
  g_autoptr (AccordMetric) metric = accord_metric_new ();
  AccordActual actuals[] = {
    { joe, 0, DAY (1, 1), ACCORD_GRAIN_QUARTER, 1000, ACCORD_SOURCE_IMPORTED },
    { craig, 0, DAY (1, 1), ACCORD_GRAIN_QUARTER, 500, ACCORD_SOURCE_IMPORTED },
    { craig, 0, DAY (4, 1), ACCORD_GRAIN_QUARTER, 7, ACCORD_SOURCE_TYPED },
  };
  AccordOpportunity deals[] = {
    deal ("A", joe, "Closed", ACCORD_OPPORTUNITY_WON, DAY (1, 1), 10),
    deal ("B", joe, "Closed", ACCORD_OPPORTUNITY_WON, DAY (3, 31), 20),
    deal ("C", craig, "Closed", ACCORD_OPPORTUNITY_WON, DAY (3, 31), 40),
    deal ("D", craig, "Closed", ACCORD_OPPORTUNITY_LOST, DAY (3, 31), 80),
    deal ("E", craig, "Closed", ACCORD_OPPORTUNITY_WON, DAY (4, 1), 160),
    deal ("F", craig, "Closed", ACCORD_OPPORTUNITY_WON, DAY (3, 31), ACCORD_UNKNOWN),
  };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, 0, DAY (1, 1), DAY (3, 31)), ==, ACCORD_UNKNOWN);

  accord_metric_set_name (metric, "Bookings");
  accord_metric_set_unit (metric, ACCORD_UNIT_MONEY);
  put (fixture->workspace, metric);
  for (guint i = 0; i < G_N_ELEMENTS (actuals); i++)
    actuals[i].metric = accord_record_get_id (ACCORD_RECORD (metric));
  g_assert_true (accord_actuals_put (fixture->workspace, actuals, G_N_ELEMENTS (actuals), &error));
  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, 0, DAY (1, 1), DAY (3, 31)), ==, 1500);
  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, joe, DAY (1, 1), DAY (3, 31)), ==, 1000);
  /* Typed ones are no bookings. */
  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, 0, DAY (4, 1), DAY (6, 30)), ==, ACCORD_UNKNOWN);

  put_deals (fixture, deals, G_N_ELEMENTS (deals), DAY (4, 2));
  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, 0, DAY (1, 1), DAY (3, 31)), ==, 70);
  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, joe, DAY (1, 1), DAY (3, 31)), ==, 30);
  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, craig, DAY (1, 1), DAY (3, 31)), ==, 40);
  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, joe, DAY (7, 1), DAY (9, 30)), ==, 0);
  g_assert_cmpint (accord_opportunities_bookings (fixture->workspace, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE), ==, 230);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/opportunities/put", test_put);
  fixture_add ("/opportunities/history", test_history);
  fixture_add ("/opportunities/many", test_many);
  fixture_add ("/opportunities/refused", test_refused);
  fixture_add ("/opportunities/damaged", test_damaged);
  fixture_add ("/opportunities/bookings", test_bookings);

  return g_test_run ();
}
