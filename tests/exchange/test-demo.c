/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "accord-action.h"
#include "accord-actuals.h"
#include "accord-ask.h"
#include "accord-board-compare.h"
#include "accord-board-query.h"
#include "accord-card.h"
#include "accord-clock.h"
#include "accord-commitment.h"
#include "accord-conversation.h"
#include "accord-demo.h"
#include "accord-goal-entry.h"
#include "accord-goal-viewer.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "accord-opportunities.h"
#include "accord-plan-year.h"
#include "accord-rate.h"
#include "accord-strategy.h"
#include "accord-target.h"
#include "accord-territory.h"
#include "accord-tows.h"
#include "accord-vote.h"
#include "accord-workspace.h"

/* The demo on this day; its plan year is 2026, and its third quarter the last that is complete. */
#define TODAY accord_date_new (2026, 11, 23)
#define YEAR_STARTS accord_date_new (2026, 1, 1)
#define Q3_ENDS accord_date_new (2026, 9, 30)

typedef struct
{
  char *folder;
  char *path;
  AccordWorkspace *workspace;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("accord-demo-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "demo.accord", NULL);
  accord_demo_write (fixture->path, NULL, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->workspace);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, type));
}

static gint64
find_member (Fixture    *fixture,
             const char *first_name)
{
  GListModel *members = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_MEMBER);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordRecord) member = g_list_model_get_item (members, i);

      if (g_str_has_prefix (accord_member_get_name (ACCORD_MEMBER (member)), first_name))
        return accord_record_get_id (member);
    }
  g_assert_not_reached ();
}

static gint64
find_metric (Fixture    *fixture,
             const char *name)
{
  GListModel *metrics = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_METRIC);

  for (guint i = 0; i < g_list_model_get_n_items (metrics); i++)
    {
      g_autoptr (AccordRecord) metric = g_list_model_get_item (metrics, i);

      if (g_str_equal (accord_metric_get_name (ACCORD_METRIC (metric)), name))
        return accord_record_get_id (metric);
    }
  g_assert_not_reached ();
}

/* Everything below is in percent, over the plan year's three complete quarters. */

static int
outreach_percent (Fixture *fixture,
                  gint64   member)
{
  GListModel *targets = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_TARGET);
  gint64 metric = find_metric (fixture, "Outreach");
  gint64 target = 0;

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) each = g_list_model_get_item (targets, i);

      if (accord_target_get_member (each) == member && accord_target_get_metric (each) == metric
          && accord_target_get_starts (each) >= YEAR_STARTS && accord_target_get_starts (each) <= Q3_ENDS)
        target += accord_target_get_value (each);
    }
  g_assert_cmpint (target, >, 0);

  /* The weeks of the quarters: from the one that holds 1 January to the last whose Thursday lies in September. */
  return (int) (accord_actuals_sum (fixture->workspace, member, metric, accord_date_new (2025, 12, 29),
                                    accord_date_new (2026, 9, 27)) * 100 / target);
}

static int
mean_percent (Fixture    *fixture,
              gint64      member,
              const char *metric)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) actuals =
      accord_actuals_read (fixture->workspace, member, find_metric (fixture, metric), YEAR_STARTS, Q3_ENDS, &error);
  gint64 sum = 0;

  g_assert_no_error (error);
  g_assert_cmpint (actuals->len, >=, 38);
  for (guint i = 0; i < actuals->len; i++)
    sum += g_array_index (actuals, AccordActual, i).value;

  return (int) (sum / actuals->len * 100 / ACCORD_RATE_ONE);
}

typedef struct
{
  int won;
  int lost;
  int early;
  gint64 booked;
} Closed;

static Closed
closed_of (Fixture *fixture,
           gint64   member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = accord_opportunities_read (fixture->workspace, member, YEAR_STARTS, Q3_ENDS, &error);
  Closed closed = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const AccordOpportunity *each = all->pdata[i];

      if (each->state == ACCORD_OPPORTUNITY_WON)
        {
          closed.won++;
          closed.booked += each->amount;
        }
      else if (each->state == ACCORD_OPPORTUNITY_LOST)
        {
          closed.lost++;
          closed.early += g_str_equal (each->stage, "Qualification") || g_str_equal (each->stage, "Discovery");
        }
    }
  g_assert_cmpint (closed.won, >=, 10);
  g_assert_cmpint (closed.lost, >=, 10);

  return closed;
}

static int
win_percent (Fixture *fixture,
             gint64   member)
{
  Closed closed = closed_of (fixture, member);

  return closed.won * 100 / (closed.won + closed.lost);
}

static int
early_percent (Fixture *fixture,
               gint64   member)
{
  Closed closed = closed_of (fixture, member);

  return closed.early * 100 / closed.lost;
}

/* Of a member's actions that were due by today, those done by their day. */
static int
deadlines_percent (Fixture *fixture,
                   gint64   member)
{
  GListModel *actions = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_ACTION);
  int due = 0;
  int met = 0;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      AccordDate done = accord_action_get_done (action);

      if (accord_action_get_owner (action) != member || accord_action_get_due (action) > TODAY)
        continue;
      due++;
      met += done != ACCORD_DATE_NONE && done <= accord_action_get_due (action);
    }
  g_assert_cmpint (due, >=, 4);

  return met * 100 / due;
}

/* What the members commit to for the first three quarters; the latest version counts. */
static gint64
commitment_of (Fixture *fixture,
               gint64   member)
{
  GListModel *commitments = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_COMMITMENT);
  gint64 version = 0;
  gint64 amount = 0;

  for (guint i = 0; i < g_list_model_get_n_items (commitments); i++)
    {
      g_autoptr (AccordCommitment) each = g_list_model_get_item (commitments, i);

      if (accord_commitment_get_member (each) != member || accord_commitment_get_year (each) != 2026
          || accord_commitment_get_version (each) < version)
        continue;
      version = accord_commitment_get_version (each);
      amount = accord_commitment_get_q1 (each) + accord_commitment_get_q2 (each) + accord_commitment_get_q3 (each);
    }

  return amount;
}

static void
test_team (Fixture      *fixture,
           gconstpointer data)
{
  GListModel *members = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_MEMBER);
  GListModel *years = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_PLAN_YEAR);
  int leaders = 0;

  g_assert_cmpint (g_list_model_get_n_items (members), ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);

      leaders += accord_member_get_leader (member);
      g_assert_cmpint (accord_member_get_left (member), ==, ACCORD_DATE_NONE);
    }
  g_assert_cmpint (leaders, ==, 1);
  g_assert_cmpint (count (fixture, ACCORD_TYPE_TERRITORY), ==, 2);

  g_assert_cmpint (g_list_model_get_n_items (years), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AccordPlanYear) year = g_list_model_get_item (years, i);

      g_assert_cmpint (accord_plan_year_get_label (year), ==, 2024 + i);
    }
}

static void
test_content (Fixture      *fixture,
              gconstpointer data)
{
  GListModel *goals = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_GOAL);
  GListModel *conversations = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CONVERSATION);
  int sealed = 0;
  int planned = 0;
  int formal = 0;
  int key_metrics = 0;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);

      g_assert_cmpstr (accord_goal_get_why (goal), !=, "");
      g_assert_cmpstr (accord_goal_get_achieving (goal), !=, "");
      g_assert_cmpstr (accord_goal_get_missing (goal), !=, "");
      g_assert_cmpstr (accord_goal_get_obstacle (goal), !=, "");
      g_assert_true (g_str_has_prefix (accord_goal_get_if_cue (goal), "If "));
      g_assert_cmpstr (accord_goal_get_then_action (goal), !=, "");
    }
  for (guint i = 0; i < g_list_model_get_n_items (conversations); i++)
    {
      g_autoptr (AccordConversation) each = g_list_model_get_item (conversations, i);

      sealed += *accord_conversation_get_sealed (each) != '\0';
      planned += accord_conversation_get_stage (each) == ACCORD_CONVERSATION_STAGE_PLANNED;
      formal += accord_conversation_get_kind (each) == ACCORD_CONVERSATION_KIND_WARNING;
      /* Every placeholder was filled in. */
      g_assert_null (strchr (accord_conversation_get_facts (each), '{'));
      g_assert_null (strchr (accord_conversation_get_agreement (each), '{'));
    }
  for (guint i = 0; i < count (fixture, ACCORD_TYPE_METRIC); i++)
    {
      g_autoptr (AccordMetric) metric
          = g_list_model_get_item (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_METRIC), i);

      key_metrics += accord_metric_get_key (metric);
    }
  g_assert_cmpint (sealed, >=, 5);
  g_assert_cmpint (planned, ==, 1);
  g_assert_cmpint (formal, ==, 1);
  g_assert_cmpint (key_metrics, ==, 5);
}

/* Each pattern in one member and in nobody else, by numbers that a person would notice. */
static void
test_patterns (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const sellers[] = { "Carolyn", "Joe", "Craig", "Melissa", "Daniel", "Priya", "Hannah" };

  for (gsize i = 0; i < G_N_ELEMENTS (sellers); i++)
    {
      gint64 member = find_member (fixture, sellers[i]);
      int outreach = outreach_percent (fixture, member);
      int early = early_percent (fixture, member);
      int ideal = mean_percent (fixture, member, "Ideal-account share");
      int on_time = mean_percent (fixture, member, "Follow-ups on time");
      int deadlines = deadlines_percent (fixture, member);

      g_test_message ("%s: outreach %d %%, early losses %d %%, ideal accounts %d %%, on time %d %%, deadlines %d %%, "
                      "win %d %%",
                      sellers[i], outreach, early, ideal, on_time, deadlines, win_percent (fixture, member));

      /* Too little outreach: Joe. */
      if (g_str_equal (sellers[i], "Joe"))
        g_assert_cmpint (outreach, <, 75);
      else
        g_assert_cmpint (outreach, >, 90);

      /* Early losses: Craig. */
      if (g_str_equal (sellers[i], "Craig"))
        g_assert_cmpint (early, >, 65);
      else
        g_assert_cmpint (early, <, 40);

      /* Effort on the wrong accounts, with all the activity one could ask for: Melissa. */
      if (g_str_equal (sellers[i], "Melissa"))
        {
          g_assert_cmpint (ideal, <, 40);
          g_assert_cmpint (outreach, >=, 100);
          g_assert_cmpint (win_percent (fixture, member), <, 22);
        }
      else
        {
          g_assert_cmpint (ideal, >, 55);
        }

      /* Uneven follow-up: Daniel. */
      if (g_str_equal (sellers[i], "Daniel"))
        {
          g_assert_cmpint (on_time, <, 60);
          g_assert_cmpint (deadlines, <, 50);
        }
      else
        {
          g_assert_cmpint (on_time, >, 80);
          g_assert_cmpint (deadlines, >=, 75);
        }
    }
}

static void
test_attainment (Fixture      *fixture,
                 gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean beats;
  } sellers[] = { { "Carolyn", TRUE }, { "Joe", FALSE },  { "Craig", FALSE }, { "Melissa", FALSE },
                  { "Daniel", FALSE }, { "Priya", TRUE }, { "Hannah", TRUE } };
  gint64 booked = 0;
  gint64 committed = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sellers); i++)
    {
      gint64 member = find_member (fixture, sellers[i].name);
      gint64 own = closed_of (fixture, member).booked;
      gint64 promised = commitment_of (fixture, member);

      if (sellers[i].beats)
        g_assert_cmpint (own * 100 / promised, >=, 98);
      else
        g_assert_cmpint (own * 100 / promised, <, 95);
      booked += own;
      committed += promised;
    }

  /* Near 93 % of the commitment. */
  g_assert_cmpint (booked * 1000 / committed, >=, 915);
  g_assert_cmpint (booked * 1000 / committed, <=, 945);
}

/* Quarters differ as the season has it: the last of a year is the strongest, the first the weakest. */
static void
test_season (Fixture      *fixture,
             gconstpointer data)
{
  for (int year = 2024; year <= 2025; year++)
    {
      gint64 first = accord_opportunities_bookings (fixture->workspace, 0, accord_date_new (year, 1, 1),
                                                    accord_date_new (year, 3, 31));
      gint64 second = accord_opportunities_bookings (fixture->workspace, 0, accord_date_new (year, 4, 1),
                                                     accord_date_new (year, 6, 30));
      gint64 last = accord_opportunities_bookings (fixture->workspace, 0, accord_date_new (year, 10, 1),
                                                   accord_date_new (year, 12, 31));

      g_assert_cmpint (first, <, second);
      g_assert_cmpint (second, <, last);
    }
}

/* The log of each goal ends where the goal stands, and those whom a small group names are not its owner. */
static void
test_goals (Fixture      *fixture,
            gconstpointer data)
{
  GListModel *goals = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_GOAL);
  GListModel *entries = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_GOAL_ENTRY);
  GListModel *viewers = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_GOAL_VIEWER);
  guint n_logged = 0;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (AccordGoal) goal = g_list_model_get_item (goals, i);
      gint64 id = accord_record_get_id (ACCORD_RECORD (goal));
      AccordDate latest = ACCORD_DATE_NONE;
      gint64 progress = ACCORD_UNKNOWN;
      guint n_viewers = 0;

      for (guint j = 0; j < g_list_model_get_n_items (entries); j++)
        {
          g_autoptr (AccordGoalEntry) entry = g_list_model_get_item (entries, j);

          if (accord_goal_entry_get_goal (entry) != id || accord_goal_entry_get_day (entry) < latest)
            continue;
          latest = accord_goal_entry_get_day (entry);
          progress = accord_goal_entry_get_progress (entry);
        }
      for (guint j = 0; j < g_list_model_get_n_items (viewers); j++)
        {
          g_autoptr (AccordGoalViewer) viewer = g_list_model_get_item (viewers, j);

          if (accord_goal_viewer_get_goal (viewer) != id)
            continue;
          g_assert_cmpint (accord_goal_viewer_get_member (viewer), !=, accord_goal_get_member (goal));
          n_viewers++;
        }
      g_assert_true (accord_goal_get_visibility (goal) == ACCORD_VISIBILITY_GROUP ? n_viewers > 0 : n_viewers == 0);
      if (latest == ACCORD_DATE_NONE)
        continue;
      g_assert_cmpint (progress, ==, accord_goal_get_progress (goal));
      n_logged++;
    }
  g_assert_cmpuint (n_logged, >, 8);
}

/* The boards of three years hang together, and nobody voted more than they could. */
static void
test_boards (Fixture      *fixture,
             gconstpointer data)
{
  GListModel *cards = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD);
  GListModel *votes = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_VOTE);
  GListModel *asks = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_ASK);
  GListModel *strategies = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_STRATEGY);
  int fates[5] = { 0 };
  int merged = 0;

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);
      const AccordDate resolved = accord_card_get_resolved (card);

      g_assert_cmpint (accord_card_get_author (card), !=, 0);
      g_assert_cmpint (accord_card_get_priority (card), >, 0);
      g_assert_true ((resolved == ACCORD_DATE_NONE) == (*accord_card_get_outcome (card) == '\0'));
      g_assert_cmpint (resolved, <=, TODAY);
      merged += accord_card_get_merged_into (card) != 0;
      if (accord_card_get_merged_into (card) != 0)
        {
          AccordCard *host = accord_board_top (cards, card);

          g_assert_cmpint (accord_card_get_year (host), ==, accord_card_get_year (card));
          g_assert_cmpint (accord_card_get_quadrant (host), ==, accord_card_get_quadrant (card));
        }
    }
  g_assert_cmpint (merged, >=, 4);

  for (gint64 year = 2025; year <= 2026; year++)
    {
      g_autoptr (GPtrArray) compared = accord_board_compare (cards, 0, year - 1, year);

      for (guint i = 0; i < compared->len; i++)
        fates[((AccordCardFateOf *) compared->pdata[i])->fate]++;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fates); i++)
    g_assert_cmpint (fates[i], >, 0);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (AccordStrategy) strategy = g_list_model_get_item (strategies, i);
      AccordCard *internal = accord_board_find_card (cards, accord_strategy_get_internal (strategy));
      AccordCard *external = accord_board_find_card (cards, accord_strategy_get_external (strategy));
      AccordTows tows;

      g_assert_true (accord_tows_of (accord_card_get_quadrant (internal), accord_card_get_quadrant (external), &tows));
      g_assert_true (accord_quadrant_is_internal (accord_card_get_quadrant (internal)));
      g_assert_cmpint (accord_card_get_year (internal), ==, accord_strategy_get_year (strategy));
    }
  g_assert_cmpint (g_list_model_get_n_items (strategies), >=, 4);

  for (guint i = 0; i < g_list_model_get_n_items (asks); i++)
    {
      g_autoptr (AccordAsk) ask = g_list_model_get_item (asks, i);

      g_assert_cmpint (accord_ask_get_asked (ask), <=, TODAY);
      g_assert_true (accord_ask_get_replied (ask) == ACCORD_DATE_NONE
                     || accord_ask_get_replied (ask) >= accord_ask_get_asked (ask));
    }
  g_assert_cmpint (g_list_model_get_n_items (asks), >=, 4);

  for (guint i = 0; i < count (fixture, ACCORD_TYPE_MEMBER); i++)
    {
      g_autoptr (AccordMember) member
          = g_list_model_get_item (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_MEMBER), i);
      gint64 spent = 0;

      for (guint j = 0; j < g_list_model_get_n_items (votes); j++)
        {
          g_autoptr (AccordVote) vote = g_list_model_get_item (votes, j);

          if (accord_vote_get_member (vote) == accord_record_get_id (ACCORD_RECORD (member))
              && accord_vote_get_card (vote) != 0
              && accord_card_get_year (accord_board_find_card (cards, accord_vote_get_card (vote))) == 2026)
            spent += accord_vote_get_count (vote);
        }
      g_assert_cmpint (spent, ==, 7);
    }
}

static void
test_existing_file (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *other = g_build_filename (fixture->folder, "other.accord", NULL);

  g_assert_false (accord_demo_write (fixture->path, NULL, TODAY, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS);

  g_cancellable_cancel (cancellable);
  g_assert_false (accord_demo_write (other, NULL, TODAY, NULL, NULL, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  g_test_add ("/demo/team", Fixture, NULL, set_up, test_team, tear_down);
  g_test_add ("/demo/content", Fixture, NULL, set_up, test_content, tear_down);
  g_test_add ("/demo/patterns", Fixture, NULL, set_up, test_patterns, tear_down);
  g_test_add ("/demo/attainment", Fixture, NULL, set_up, test_attainment, tear_down);
  g_test_add ("/demo/season", Fixture, NULL, set_up, test_season, tear_down);
  g_test_add ("/demo/goals", Fixture, NULL, set_up, test_goals, tear_down);
  g_test_add ("/demo/boards", Fixture, NULL, set_up, test_boards, tear_down);
  g_test_add ("/demo/existing-file", Fixture, NULL, set_up, test_existing_file, tear_down);

  return g_test_run ();
}
