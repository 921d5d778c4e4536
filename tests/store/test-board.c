/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board.h"
#include "rich.h"

#include "accord-action.h"
#include "accord-ask.h"
#include "accord-board-change.h"
#include "accord-member.h"
#include "accord-tows-query.h"

/* What a team does on its boards, through the workspace: operation by operation, and by the thousand and back. */

#define S ACCORD_QUADRANT_STRENGTH
#define W ACCORD_QUADRANT_WEAKNESS
#define O ACCORD_QUADRANT_OPPORTUNITY
#define T ACCORD_QUADRANT_THREAT

static const AccordBoardScope team = { 2027, 0 };

static void
test_add (Fixture      *fixture,
          gconstpointer user_data)
{
  const char *const none[] = { NULL };
  const char *const two[] = { "C", "D", NULL };
  g_autoptr (AccordChange) nothing = accord_change_new ("Add");
  g_autoptr (AccordChange) change = accord_change_new ("Add");
  g_autoptr (AccordMember) member = draft_member ("Joe");
  const gint64 joe = put (fixture->workspace, member);
  gint64 first;

  board_add (fixture, &team, S, "A B");
  board_add (fixture, &team, W, "X");
  g_assert_cmpint (accord_board_change_add (nothing, fixture->workspace, &team, S, none, 0), ==, 0);
  g_assert_true (accord_change_is_empty (nothing));
  first = accord_board_change_add (change, fixture->workspace, &team, S, two, joe);
  board_apply (fixture, change);
  g_assert_cmpint (board_id (board_card (fixture, "C")), ==, first);
  g_assert_cmpint (accord_card_get_author (board_card (fixture, "D")), ==, joe);
  g_assert_cmpint (accord_card_get_author (board_card (fixture, "A")), ==, 0);
  board_assert_quadrant (fixture, &team, S, "A B C D");
  board_assert_quadrant (fixture, &team, W, "X");

  accord_workspace_undo (fixture->workspace, NULL);
  board_assert_quadrant (fixture, &team, S, "A B");
}

static void
test_move (Fixture      *fixture,
           gconstpointer user_data)
{
  board_add (fixture, &team, S, "A B C D");
  board_add (fixture, &team, W, "X Y");
  board_move (fixture, "C A", (AccordBoardPlace) { S, 1 });
  board_assert_quadrant (fixture, &team, S, "B C A D");
  board_move (fixture, "D Y B", (AccordBoardPlace) { W, 0 });
  board_assert_quadrant (fixture, &team, S, "C A");
  board_assert_quadrant (fixture, &team, W, "D Y B X");
  board_move (fixture, "D X", (AccordBoardPlace) { T, G_MAXUINT });
  board_assert_quadrant (fixture, &team, T, "D X");

  /* What lies under a card goes with it; a card under another that is moved by itself comes out. */
  board_merge (fixture, "C", "A");
  board_move (fixture, "C", (AccordBoardPlace) { O, 0 });
  board_assert_quadrant (fixture, &team, O, "C(A)");
  board_move (fixture, "A", (AccordBoardPlace) { O, 0 });
  board_assert_quadrant (fixture, &team, O, "A C");
}

static void
test_merge (Fixture      *fixture,
            gconstpointer user_data)
{
  board_add (fixture, &team, S, "A B C D E");
  board_add (fixture, &team, T, "X Y");
  board_merge (fixture, "B", "D A");
  board_assert_quadrant (fixture, &team, S, "B(A)(D) C E");
  /* Onto a card that lies under another, with what lies under it: all one deep. */
  board_merge (fixture, "X", "Y");
  board_merge (fixture, "D", "X");
  board_assert_quadrant (fixture, &team, S, "B(A)(D)(X)(Y) C E");
  board_assert_quadrant (fixture, &team, T, "");
  /* Onto itself, and onto what lies under it: nothing. */
  board_merge (fixture, "B", "B");
  board_merge (fixture, "A", "B A");
  board_assert_quadrant (fixture, &team, S, "B(A)(D)(X)(Y) C E");

  board_split (fixture, "B", "X");
  board_assert_quadrant (fixture, &team, S, "B(A)(D)(Y) X C E");
  board_split (fixture, "B", "C");
  board_assert_quadrant (fixture, &team, S, "B(A)(D)(Y) X C E");
  board_split (fixture, "B", NULL);
  board_assert_quadrant (fixture, &team, S, "B A D Y X C E");
  board_split (fixture, "B", NULL);
  board_assert_quadrant (fixture, &team, S, "B A D Y X C E");
}

/* Splitting gives back what there was: the words, the votes, the asks. */
static void
test_merge_keeps (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_autoptr (AccordMember) member = draft_member ("Joe");
  const gint64 joe = put (fixture->workspace, member);
  g_autoptr (GHashTable) tally = NULL;
  g_autoptr (GHashTable) apart = NULL;

  board_add (fixture, &team, S, "A B");
  board_vote (fixture, "A", joe, 0, 2);
  board_vote (fixture, "B", joe, 0, 1);
  board_put_ask (fixture, board_id (board_card (fixture, "B")));
  board_merge (fixture, "A", "B");
  tally = accord_board_tally (board_list_of (fixture, ACCORD_TYPE_CARD), board_list_of (fixture, ACCORD_TYPE_VOTE));
  g_assert_cmpuint (accord_multivote_count (tally, board_id (board_card (fixture, "A"))), ==, 3);
  board_split (fixture, "A", NULL);
  apart = accord_board_tally (board_list_of (fixture, ACCORD_TYPE_CARD), board_list_of (fixture, ACCORD_TYPE_VOTE));
  g_assert_cmpuint (accord_multivote_count (apart, board_id (board_card (fixture, "A"))), ==, 2);
  g_assert_cmpuint (accord_multivote_count (apart, board_id (board_card (fixture, "B"))), ==, 1);
  g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_ASK), ==, 1);
}

static void
test_remove (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (AccordMember) member = draft_member ("Joe");
  const gint64 joe = put (fixture->workspace, member);
  gint64 of_card, of_pair, of_both, alone, strategy, other;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  board_add (fixture, &team, S, "A B C");
  board_add (fixture, &team, T, "X Y");
  g_assert_cmpuint (board_carry (fixture, "A", 2028), ==, 1);
  board_merge (fixture, "A", "B");
  board_vote (fixture, "A", joe, 0, 1);
  board_vote (fixture, "B", 0, 1, 2);
  board_vote (fixture, "C", joe, 0, 1);
  board_put_ask (fixture, board_id (board_card (fixture, "B")));
  board_put_ask (fixture, board_id (board_card (fixture, "C")));
  strategy = board_pair (fixture, "A", "X");
  other = board_pair (fixture, "C", "Y");
  board_set_audience (fixture, "X", ACCORD_AUDIENCE_HR);
  board_set_audience (fixture, "B", ACCORD_AUDIENCE_MANAGER);
  of_card = board_put_action (fixture, board_id (board_card (fixture, "B")), 0, ACCORD_AUDIENCE_TEAM);
  of_pair = board_put_action (fixture, 0, strategy, ACCORD_AUDIENCE_TEAM);
  of_both = board_put_action (fixture, board_id (board_card (fixture, "C")), strategy, ACCORD_AUDIENCE_MANAGER);
  alone = board_put_action (fixture, board_id (board_card (fixture, "C")), other, ACCORD_AUDIENCE_TEAM);

  before = dump_file (fixture->path);
  {
    g_autoptr (AccordChange) change = accord_change_new ("Remove");
    g_autoptr (GPtrArray) cards = g_ptr_array_new ();
    GListModel *all = board_list_of (fixture, ACCORD_TYPE_CARD);

    /* The one of this year, not the one that was carried over, which has the same title and a higher id. */
    g_ptr_array_add (cards, accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, 1));
    g_assert_cmpuint (g_list_model_get_n_items (all), ==, 6);
    accord_board_change_remove (change, fixture->workspace, cards);
    board_apply (fixture, change);
  }
  board_assert_quadrant (fixture, &team, S, "C");
  board_assert_quadrant (fixture, &team, T, "X Y");
  /* Its successor is a card of its own. */
  g_assert_cmpint (accord_card_get_carried_from (board_card (fixture, "A")), ==, 0);
  g_assert_cmpint (accord_card_get_year (board_card (fixture, "A")), ==, 2028);
  g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_VOTE), ==, 1);
  g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_ASK), ==, 1);
  g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_STRATEGY), ==, 1);
  g_assert_nonnull (accord_workspace_find (fixture->workspace, ACCORD_TYPE_STRATEGY, other));

  {
    const struct
    {
      gint64 id;
      gint64 card, strategy;
      AccordAudience audience;
    } expected[] = {
      { of_card, 0, 0, ACCORD_AUDIENCE_MANAGER },
      { of_pair, 0, 0, ACCORD_AUDIENCE_HR },
      { of_both, board_id (board_card (fixture, "C")), 0, ACCORD_AUDIENCE_HR },
      { alone, board_id (board_card (fixture, "C")), other, ACCORD_AUDIENCE_TEAM },
    };

    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
      {
        AccordAction *action = accord_workspace_find (fixture->workspace, ACCORD_TYPE_ACTION, expected[i].id);

        g_assert_cmpint (accord_action_get_card (action), ==, expected[i].card);
        g_assert_cmpint (accord_action_get_strategy (action), ==, expected[i].strategy);
        g_assert_cmpint (accord_action_get_audience (action), ==, expected[i].audience);
      }
  }
  assert_sound (fixture->path);

  accord_workspace_undo (fixture->workspace, NULL);
  after = dump_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_sort (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (AccordMember) member = draft_member ("Joe");
  const gint64 joe = put (fixture->workspace, member);
  const AccordBoardOrder orders[] = { ACCORD_BOARD_BY_VOTES, ACCORD_BOARD_BY_PRIORITY };
  const char *const expected[] = { "C B(D) A", "A B(D) C" };

  board_add (fixture, &team, S, "A B C D");
  board_add (fixture, &team, O, "X");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AccordCard) draft = accord_record_copy (accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, 1 + i));

      accord_card_set_impact (draft, 5 - i);
      accord_card_set_likelihood (draft, 2);
      put (fixture->workspace, draft);
    }
  board_vote (fixture, "C", joe, 0, 3);
  board_vote (fixture, "D", joe, 0, 2);
  board_merge (fixture, "B", "D");
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (AccordChange) change = accord_change_new ("Sort");
      g_autoptr (AccordChange) again = accord_change_new ("Sort");

      accord_board_change_sort (change, fixture->workspace, &team, orders[i]);
      board_apply (fixture, change);
      board_assert_quadrant (fixture, &team, S, expected[i]);
      board_assert_quadrant (fixture, &team, O, "X");
      accord_board_change_sort (again, fixture->workspace, &team, orders[i]);
      g_assert_true (accord_change_is_empty (again));
    }
}

static void
test_vote (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (AccordMember) member = draft_member ("Joe");
  const gint64 joe = put (fixture->workspace, member);
  const AccordBoardScope other = { 2028, 0 };
  g_autoptr (AccordChange) clear = accord_change_new ("Clear");

  board_add (fixture, &team, S, "A B");
  board_add (fixture, &other, S, "Z");
  board_vote (fixture, "A", joe, 0, 2);
  board_vote (fixture, "A", joe, 0, 3);
  board_vote (fixture, "A", 0, 1, 1);
  board_vote (fixture, "A", 0, 2, 1);
  board_vote (fixture, "B", joe, 0, 1);
  board_vote (fixture, "Z", joe, 0, 1);
  g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_VOTE), ==, 5);
  board_vote (fixture, "B", joe, 0, 0);
  board_vote (fixture, "B", joe, 0, 0);
  g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_VOTE), ==, 4);
  board_merge (fixture, "B", "A");
  accord_board_change_clear_votes (clear, fixture->workspace, &team);
  board_apply (fixture, clear);
  g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_VOTE), ==, 1);
  accord_workspace_undo (fixture->workspace, NULL);
  g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_VOTE), ==, 4);
  assert_sound (fixture->path);
}

static void
test_rules (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (AccordBoardRules) first = accord_board_change_draft_rules (fixture->workspace, &team);
  g_autoptr (AccordBoardRules) second = NULL;
  AccordBoardRules *found;

  accord_board_rules_set_covered (first, TRUE);
  put (fixture->workspace, first);
  second = accord_board_change_draft_rules (fixture->workspace, &team);
  g_assert_true (accord_board_rules_get_covered (second));
  accord_board_rules_set_votes_each (second, 5);
  put (fixture->workspace, second);
  g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_BOARD_RULES), ==, 1);
  found = accord_board_find_rules (board_list_of (fixture, ACCORD_TYPE_BOARD_RULES), 2027, 0);
  g_assert_cmpint (accord_board_rules_get_votes_each (found), ==, 5);
  g_assert_null (accord_board_find_rules (board_list_of (fixture, ACCORD_TYPE_BOARD_RULES), 2028, 0));
}

/* How often a card with the title lies on the year's board, and under others there. */
static void
assert_copies (Fixture    *fixture,
               gint64      year,
               const char *title,
               guint       n_on,
               guint       n_under)
{
  GListModel *cards = board_list_of (fixture, ACCORD_TYPE_CARD);
  guint counts[2] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      if (accord_card_get_year (card) == year && g_strcmp0 (accord_card_get_title (card), title) == 0)
        counts[accord_card_get_merged_into (card) != 0]++;
    }
  g_assert_cmpuint (counts[0], ==, n_on);
  g_assert_cmpuint (counts[1], ==, n_under);
}

static void
test_carry (Fixture      *fixture,
            gconstpointer user_data)
{
  const AccordBoardScope next = { 2028, 0 };
  AccordCard *copy;

  board_add (fixture, &next, S, "Z");
  board_add (fixture, &team, S, "A B C");
  board_add (fixture, &team, T, "X");
  board_merge (fixture, "A", "B");
  {
    g_autoptr (AccordCard) draft = accord_record_copy (board_card (fixture, "A"));

    accord_card_set_impact (draft, 4);
    accord_card_set_detail (draft, "Words");
    accord_card_set_audience (draft, ACCORD_AUDIENCE_MANAGER);
    accord_card_set_resolved (draft, accord_date_new (2026, 11, 20));
    accord_card_set_outcome (draft, "Mended");
    put (fixture->workspace, draft);
  }
  board_vote (fixture, "A", 0, 1, 2);
  g_assert_cmpuint (board_carry (fixture, "A X", 2028), ==, 2);
  board_assert_quadrant (fixture, &next, S, "Z A(B)");
  board_assert_quadrant (fixture, &next, T, "X");
  g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_VOTE), ==, 1);
  {
    g_autoptr (GPtrArray) there = accord_board_list (board_list_of (fixture, ACCORD_TYPE_CARD), 2028, 0, S);

    copy = there->pdata[1];
    g_assert_cmpint (accord_card_get_carried_from (copy), ==, board_id (board_card (fixture, "A")));
    g_assert_cmpint (accord_card_get_impact (copy), ==, 4);
    g_assert_cmpstr (accord_card_get_detail (copy), ==, "Words");
    g_assert_cmpint (accord_card_get_audience (copy), ==, ACCORD_AUDIENCE_MANAGER);
    g_assert_cmpint (accord_card_get_resolved (copy), ==, ACCORD_DATE_NONE);
    g_assert_cmpstr (accord_card_get_outcome (copy), ==, "");
  }

  /* What is there already is left out; the rest comes. */
  g_assert_cmpuint (board_carry (fixture, "A C X", 2028), ==, 1);
  board_assert_quadrant (fixture, &next, S, "Z A(B) C");
  assert_sound (fixture->path);
}

/* No card of a board gets to the next year twice, however it is given. */
static void
test_carry_once (Fixture      *fixture,
                 gconstpointer user_data)
{
  board_add (fixture, &team, S, "A B C D");
  board_add (fixture, &team, W, "H");

  /* Twice in one go, and with the one that it lies under, in another quadrant. */
  board_merge (fixture, "H", "A");
  g_assert_cmpuint (board_carry (fixture, "A H H A", 2028), ==, 1);
  assert_copies (fixture, 2028, "A", 0, 1);
  assert_copies (fixture, 2028, "H", 1, 0);

  /* It went first, and was put under another one then. */
  g_assert_cmpuint (board_carry (fixture, "B", 2028), ==, 1);
  {
    g_autoptr (AccordChange) change = accord_change_new ("Merge");
    g_autoptr (GPtrArray) others = g_ptr_array_new ();

    g_ptr_array_add (others, accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, 2));
    accord_board_change_merge (change, fixture->workspace, accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, 3), others);
    board_apply (fixture, change);
  }
  g_assert_cmpuint (board_carry (fixture, "C", 2028), ==, 1);
  assert_copies (fixture, 2028, "B", 1, 0);
  assert_copies (fixture, 2028, "C", 1, 0);

  /* Alone, without the one that it lies under. */
  board_merge (fixture, "D", "C");
  g_assert_cmpuint (board_carry (fixture, "C", 2029), ==, 1);
  assert_copies (fixture, 2029, "C", 1, 0);
}

static guint
carry_by_id (Fixture *fixture,
             gint64   id,
             gint64   year)
{
  g_autoptr (AccordChange) change = accord_change_new ("Carry Over");
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  guint n_carried;

  g_ptr_array_add (cards, accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, id));
  n_carried = accord_board_change_carry (change, fixture->workspace, cards, year);
  board_apply (fixture, change);

  return n_carried;
}

/* What came over the board of the year between is there as well; another that says the same is another. */
static void
test_carry_over_years (Fixture      *fixture,
                       gconstpointer user_data)
{
  board_add (fixture, &team, S, "A A");
  g_assert_cmpuint (carry_by_id (fixture, 1, 2028), ==, 1);
  g_assert_cmpuint (carry_by_id (fixture, 3, 2029), ==, 1);
  g_assert_cmpuint (carry_by_id (fixture, 1, 2029), ==, 0);
  assert_copies (fixture, 2029, "A", 1, 0);
  g_assert_cmpuint (carry_by_id (fixture, 2, 2029), ==, 1);
  assert_copies (fixture, 2029, "A", 2, 0);
}

static void
test_pair (Fixture      *fixture,
           gconstpointer user_data)
{
  gint64 first, second, action;
  AccordStrategy *strategy;
  g_autoptr (AccordChange) unpair = accord_change_new ("Unpair");

  board_add (fixture, &team, S, "A");
  board_add (fixture, &team, W, "B");
  board_add (fixture, &team, O, "X");
  board_add (fixture, &team, T, "Y");
  g_assert_cmpint (board_pair (fixture, "A", "B"), ==, 0);
  g_assert_cmpint (board_pair (fixture, "Y", "X"), ==, 0);
  first = board_pair (fixture, "Y", "A");
  second = board_pair (fixture, "B", "X");
  strategy = accord_workspace_find (fixture->workspace, ACCORD_TYPE_STRATEGY, first);
  g_assert_cmpint (accord_strategy_get_internal (strategy), ==, board_id (board_card (fixture, "A")));
  g_assert_cmpint (accord_strategy_get_external (strategy), ==, board_id (board_card (fixture, "Y")));
  g_assert_cmpint (accord_strategy_get_year (strategy), ==, 2027);
  g_assert_cmpstr (accord_strategy_get_text (strategy), ==, "Do it");
  g_assert_cmpint (accord_strategy_get_position (accord_workspace_find (fixture->workspace, ACCORD_TYPE_STRATEGY, second)), >,
                   accord_strategy_get_position (strategy));

  board_set_audience (fixture, "A", ACCORD_AUDIENCE_MANAGER);
  g_assert_cmpint (accord_strategy_get_audience (strategy, board_list_of (fixture, ACCORD_TYPE_CARD)), ==, ACCORD_AUDIENCE_MANAGER);
  action = board_put_action (fixture, 0, first, ACCORD_AUDIENCE_TEAM);
  accord_board_change_unpair (unpair, fixture->workspace, strategy);
  board_apply (fixture, unpair);
  g_assert_null (accord_workspace_find (fixture->workspace, ACCORD_TYPE_STRATEGY, first));
  g_assert_cmpint (accord_action_get_strategy (accord_workspace_find (fixture->workspace, ACCORD_TYPE_ACTION, action)), ==, 0);
  g_assert_cmpint (accord_action_get_audience (accord_workspace_find (fixture->workspace, ACCORD_TYPE_ACTION, action)), ==,
                   ACCORD_AUDIENCE_MANAGER);
  assert_sound (fixture->path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  fixture_add ("/board/add", test_add);
  fixture_add ("/board/move", test_move);
  fixture_add ("/board/merge", test_merge);
  fixture_add ("/board/merge-keeps", test_merge_keeps);
  fixture_add ("/board/remove", test_remove);
  fixture_add ("/board/sort", test_sort);
  fixture_add ("/board/vote", test_vote);
  fixture_add ("/board/rules", test_rules);
  fixture_add ("/board/carry", test_carry);
  fixture_add ("/board/carry-once", test_carry_once);
  fixture_add ("/board/carry-over-years", test_carry_over_years);
  fixture_add ("/board/pair", test_pair);

  return fixture_run_isolated ();
}
