/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask.h"
#include "accord-report.h"
#include "accord-strategy.h"
#include "desk.h"

/* What a report says of pairs whose cards went elsewhere, and of asks on days before all of it had happened. */

typedef struct
{
  char *folder;
  AccordWorkspace *workspace;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->folder = desk_set_up ("USD", &fixture->workspace);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  desk_tear_down (fixture->folder, fixture->workspace);
}

static gint64
put_card (Fixture       *fixture,
          AccordQuadrant quadrant,
          gint64         under)
{
  AccordCard *card = accord_card_new ();

  accord_card_set_year (card, 2026);
  accord_card_set_quadrant (card, quadrant);
  accord_card_set_title (card, "A card");
  accord_card_set_merged_into (card, under);

  return desk_put (fixture->workspace, card);
}

static void
put_strategy (Fixture *fixture,
              gint64   internal,
              gint64   external)
{
  AccordStrategy *strategy = accord_strategy_new ();

  accord_strategy_set_year (strategy, 2026);
  accord_strategy_set_internal (strategy, internal);
  accord_strategy_set_external (strategy, external);
  desk_put (fixture->workspace, strategy);
}

static AccordReport *
gather (Fixture *fixture,
        int      month)
{
  g_autoptr (GError) error = NULL;
  AccordReport *report = accord_report_new (fixture->workspace, (AccordQuarter) { 2026, 4 }, ACCORD_AUDIENCE_TEAM,
                                            accord_date_new (2026, month, 20), &error);

  g_assert_no_error (error);

  return report;
}

/* A card under another one stands where that other does; where both come to stand inside there is no pair. */
static void
test_pairs (Fixture      *fixture,
            gconstpointer user_data)
{
  const gint64 strength = put_card (fixture, ACCORD_QUADRANT_STRENGTH, 0);
  const gint64 weakness = put_card (fixture, ACCORD_QUADRANT_WEAKNESS, 0);
  const gint64 threat = put_card (fixture, ACCORD_QUADRANT_THREAT, 0);
  const gint64 under_weakness = put_card (fixture, ACCORD_QUADRANT_STRENGTH, weakness);
  const gint64 under_strength = put_card (fixture, ACCORD_QUADRANT_OPPORTUNITY, strength);
  g_autoptr (AccordReport) report = NULL;
  static const char *const kinds[] = {
    "Use strengths against threats",
    "Defend where weaknesses meet threats",
    "No pair any more",
  };

  put_strategy (fixture, strength, threat);
  put_strategy (fixture, under_weakness, threat);
  put_strategy (fixture, weakness, under_strength);
  report = gather (fixture, 11);
  g_assert_cmpuint (report->strategies->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const AccordReportStrategy *row = g_ptr_array_index (report->strategies, i);

      g_assert_cmpstr (row->kind, ==, kinds[i]);
    }
}

static void
put_ask (Fixture        *fixture,
         gint64          card,
         const char     *what,
         AccordAskStatus status,
         AccordDate      asked)
{
  AccordAsk *ask = accord_ask_new ();

  accord_ask_set_card (ask, card);
  accord_ask_set_department (ask, "Product");
  accord_ask_set_what (ask, what);
  accord_ask_set_status (ask, status);
  accord_ask_set_asked (ask, asked);
  if (status == ACCORD_ASK_STATUS_AGREED)
    {
      accord_ask_set_reply (ask, "In the spring.");
      accord_ask_set_replied (ask, accord_date_new (2026, 12, 1));
    }
  desk_put (fixture->workspace, ask);
}

static void
test_asks (Fixture      *fixture,
           gconstpointer user_data)
{
  const gint64 card = put_card (fixture, ACCORD_QUADRANT_STRENGTH, 0);
  const AccordDate asked = accord_date_new (2026, 11, 2);
  g_autoptr (AccordReport) before = NULL;
  g_autoptr (AccordReport) waiting = NULL;
  g_autoptr (AccordReport) answered = NULL;
  const AccordReportAsk *row;

  put_ask (fixture, card, "A page of references", ACCORD_ASK_STATUS_AGREED, asked);
  put_ask (fixture, card, "A draft", ACCORD_ASK_STATUS_DRAFT, ACCORD_DATE_NONE);
  put_ask (fixture, card, "A draft with a day", ACCORD_ASK_STATUS_DRAFT, asked);
  put_ask (fixture, card, "On no day", ACCORD_ASK_STATUS_ASKED, ACCORD_DATE_NONE);

  before = gather (fixture, 10);
  g_assert_cmpuint (before->asks->len, ==, 0);

  waiting = gather (fixture, 11);
  g_assert_cmpuint (waiting->asks->len, ==, 1);
  row = g_ptr_array_index (waiting->asks, 0);
  g_assert_cmpstr (row->what, ==, "A page of references");
  g_assert_cmpstr (row->status, ==, "Asked");
  g_assert_cmpstr (row->reply, ==, "");

  answered = gather (fixture, 12);
  g_assert_cmpuint (answered->asks->len, ==, 1);
  row = g_ptr_array_index (answered->asks, 0);
  g_assert_cmpstr (row->status, ==, "Agreed");
  g_assert_cmpstr (row->reply, ==, "In the spring.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report-boards/pairs", Fixture, NULL, set_up, test_pairs, tear_down);
  g_test_add ("/report-boards/asks", Fixture, NULL, set_up, test_asks, tear_down);

  return g_test_run ();
}
