/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board.h"
#include "rich.h"

#include "accord-action.h"
#include "accord-ask.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "accord-territory.h"
#include "accord-workspace-state.h"

/* A thousand of whatever a team can do on its boards, at random: after each the boards are as boards are, and all of it can be taken
 * back and done again. */

#define N_STEPS 1000 /* what Undo keeps */
#define N_MEMBERS 3
#define CARDS_MAX 60
#define LOOK_EVERY 25

static const AccordBoardScope scopes[] = { { 2026, 0 }, { 2026, 1 }, { 2027, 0 }, { 2027, 1 } };

typedef struct
{
  Fixture *fixture;
  AccordWorkspace *workspace;
  AccordChange *change;
  const AccordBoardScope *scope;
  GPtrArray *cards;    /* of the board, those that lie under others too */
  GHashTable *touched; /* of the cards: these may lie anywhere afterwards */
  gboolean sorts;
  int n_more; /* cards that there are afterwards, at least; G_MININT: fewer */
} Board;

static int
draw (int n)
{
  return n > 0 ? g_test_rand_int_range (0, n) : 0;
}

static AccordCard *
draw_card (Board *board)
{
  return board->cards->len > 0 ? board->cards->pdata[draw ((int) board->cards->len)] : NULL;
}

/* Some of the cards, in any order, each once; they count as touched. (transfer full) */
static GPtrArray *
draw_cards (Board *board,
            guint  n_most)
{
  GPtrArray *drawn = g_ptr_array_new ();

  for (int n = 1 + draw ((int) n_most); n > 0; n--)
    {
      AccordCard *card = draw_card (board);

      if (card == NULL || g_ptr_array_find (drawn, card, NULL))
        continue;
      g_ptr_array_add (drawn, card);
      g_hash_table_add (board->touched, card);
    }

  return drawn;
}

/* (transfer full), or NULL */
static gpointer
draw_record (Board *board,
             GType  type)
{
  GListModel *list = board_list_of (board->fixture, type);
  const guint n = g_list_model_get_n_items (list);

  return n > 0 ? g_list_model_get_item (list, (guint) draw ((int) n)) : NULL;
}

static void
do_add (Board *board)
{
  const char *titles[4] = { NULL };
  g_autofree char *first = g_strdup_printf ("Card %d", draw (G_MAXINT));
  const int n = board_count (board->fixture, ACCORD_TYPE_CARD) < CARDS_MAX ? 1 + draw (3) : 0;

  for (int i = 0; i < n; i++)
    titles[i] = i == 0 ? first : "Another of the list";
  accord_board_change_add (board->change, board->workspace, board->scope, (AccordQuadrant) draw (4), titles,
                           draw (N_MEMBERS + 1));
  board->n_more = n;
}

static void
do_edit (Board *board)
{
  AccordCard *card = draw_card (board);
  g_autoptr (AccordCard) draft = NULL;

  if (card == NULL)
    return;
  draft = accord_record_copy (card);
  accord_card_set_impact (draft, draw (6));
  accord_card_set_likelihood (draft, draw (6));
  accord_card_set_control (draft, (AccordControl) draw (3));
  accord_card_set_audience (draft, (AccordAudience) draw (3));
  accord_card_set_resolved (draft, draw (3) > 0 ? ACCORD_DATE_NONE : accord_date_new (2026, 11, 1 + draw (20)));
  accord_card_set_outcome (draft, draw (2) ? "It went" : "");
  accord_change_put (board->change, draft);
}

static void
do_move (Board *board)
{
  g_autoptr (GPtrArray) moved = draw_cards (board, 4);

  accord_board_change_move (board->change, board->workspace, board->scope, moved,
                            (AccordBoardPlace) { (AccordQuadrant) draw (4), (guint) draw (8) });
}

static void
do_merge (Board *board)
{
  AccordCard *host = draw_card (board);
  g_autoptr (GPtrArray) others = NULL;

  if (host == NULL)
    return;
  others = draw_cards (board, 3);
  accord_board_change_merge (board->change, board->workspace, host, others);
}

static void
do_split (Board *board)
{
  AccordCard *host = draw_card (board);
  g_autoptr (GPtrArray) merged = NULL;

  if (host == NULL)
    return;
  host = accord_board_top (board_list_of (board->fixture, ACCORD_TYPE_CARD), host);
  merged = accord_board_list_merged (board_list_of (board->fixture, ACCORD_TYPE_CARD), host);
  accord_board_change_split (board->change, board->workspace, host,
                             merged->len > 0 && draw (2) ? merged->pdata[draw ((int) merged->len)] : NULL);
}

static void
do_remove (Board *board)
{
  g_autoptr (GPtrArray) cards = draw_cards (board, 2);

  accord_board_change_remove (board->change, board->workspace, cards);
  board->n_more = G_MININT;
}

static void
do_sort (Board *board)
{
  accord_board_change_sort (board->change, board->workspace, board->scope, (AccordBoardOrder) draw (2));
  board->sorts = TRUE;
}

static void
do_vote (Board *board)
{
  AccordCard *card = draw_card (board);
  const gboolean anonymous = draw (2);
  const AccordVoter voter = { anonymous ? 0 : 1 + draw (N_MEMBERS), anonymous ? 1 + draw (3) : 0 };

  if (card != NULL)
    accord_vote_change_give (board->change, board->workspace, card, &voter, (guint) draw (4));
}

static void
do_clear_votes (Board *board)
{
  if (draw (4) == 0)
    accord_board_change_clear_votes (board->change, board->workspace, board->scope);
}

static void
do_rules (Board *board)
{
  g_autoptr (AccordBoardRules) rules = accord_board_change_draft_rules (board->workspace, board->scope);

  accord_board_rules_set_votes_each (rules, draw (10));
  accord_board_rules_set_anonymous (rules, draw (2));
  accord_board_rules_set_covered (rules, draw (2));
  accord_change_put (board->change, rules);
}

static void
do_carry (Board *board)
{
  g_autoptr (GPtrArray) cards = NULL;

  if (board->scope->year != 2026 || board_count (board->fixture, ACCORD_TYPE_CARD) >= CARDS_MAX)
    return;
  cards = draw_cards (board, 3);
  board->n_more = (int) accord_board_change_carry (board->change, board->workspace, cards, 2027);
}

static void
do_pair (Board *board)
{
  AccordCard *one = draw_card (board);
  AccordCard *other = draw_card (board);

  if (one != NULL)
    g_clear_object (&(AccordStrategy *){ accord_board_change_pair (board->change, board->workspace, one, other, "Do it") });
}

static void
do_unpair (Board *board)
{
  g_autoptr (AccordStrategy) strategy = draw_record (board, ACCORD_TYPE_STRATEGY);

  if (strategy != NULL)
    accord_board_change_unpair (board->change, board->workspace, strategy);
}

static void
do_action (Board *board)
{
  AccordCard *card = draw_card (board);
  g_autoptr (AccordStrategy) strategy = draw_record (board, ACCORD_TYPE_STRATEGY);
  g_autoptr (AccordAction) action = accord_action_new ();

  accord_action_set_what (action, "Call them");
  accord_action_set_owner (action, 1 + draw (N_MEMBERS));
  accord_action_set_metric (action, draw (2));
  accord_action_set_due (action, accord_date_new (2026, 12, 1 + draw (20)));
  if (card != NULL && draw (2))
    accord_action_set_card (action, board_id (card));
  if (strategy != NULL && draw (2))
    accord_action_set_strategy (action, board_id (strategy));
  accord_change_put (board->change, action);
}

static void
do_tick (Board *board)
{
  g_autoptr (AccordAction) action = draw_record (board, ACCORD_TYPE_ACTION);
  g_autoptr (AccordAction) draft = NULL;

  if (action == NULL)
    return;
  draft = accord_record_copy (action);
  accord_action_set_done (draft, accord_action_get_done (action) != ACCORD_DATE_NONE ? ACCORD_DATE_NONE
                                                                                     : accord_date_new (2026, 11, 23));
  accord_change_put (board->change, draft);
}

static void
do_ask (Board *board)
{
  g_autoptr (AccordAsk) ask = draw_record (board, ACCORD_TYPE_ASK);
  AccordCard *card = draw_card (board);
  g_autoptr (AccordAsk) draft = NULL;

  if (card == NULL)
    return;
  draft = ask != NULL && draw (2) ? accord_record_copy (ask) : accord_ask_new ();
  if (accord_ask_get_card (draft) == 0)
    accord_ask_set_card (draft, board_id (card));
  accord_ask_set_department (draft, "Product");
  accord_ask_set_what (draft, "A faster quote");
  accord_ask_set_status (draft, (AccordAskStatus) draw (5));
  accord_change_put (board->change, draft);
}

static void (*const operations[]) (Board *board) = {
  do_add,  do_add,    do_edit,  do_move, do_move,  do_move,   do_merge,  do_merge, do_split, do_remove, do_sort,
  do_vote, do_vote,   do_vote,  do_rules, do_carry, do_pair,  do_pair,   do_unpair, do_action, do_tick, do_ask,
  do_pair, do_pair,   do_carry, do_carry,  do_remove, do_clear_votes,
};

/* Of every quadrant of every board the ids, in order, and asserts what holds of boards whatever was done. (transfer full) */
static GPtrArray *
look (Fixture *fixture)
{
  GListModel *all = board_list_of (fixture, ACCORD_TYPE_CARD);
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_seen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      for (guint quadrant = 0; quadrant < ACCORD_BOARD_N_QUADRANTS; quadrant++)
        {
          GPtrArray *cards = accord_board_list (all, scopes[i].year, scopes[i].territory, (AccordQuadrant) quadrant);
          gint64 last = 0;

          for (guint j = 0; j < cards->len; j++)
            {
              g_assert_cmpint (accord_card_get_position (cards->pdata[j]), >, last);
              last = accord_card_get_position (cards->pdata[j]);
            }
          n_seen += cards->len;
          g_ptr_array_add (orders, cards);
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (all, i);
      const gint64 under = accord_card_get_merged_into (card);
      const gint64 from = accord_card_get_carried_from (card);
      AccordCard *host = accord_board_find_card (all, under);
      AccordCard *origin = accord_board_find_card (all, from);

      if (under != 0)
        {
          g_assert_nonnull (host);
          g_assert_cmpint (accord_card_get_merged_into (host), ==, 0);
          g_assert_cmpint (accord_card_get_year (host), ==, accord_card_get_year (card));
          g_assert_cmpint (accord_card_get_territory (host), ==, accord_card_get_territory (card));
          n_seen++;
        }
      if (from != 0)
        {
          g_assert_nonnull (origin);
          g_assert_cmpint (accord_card_get_year (origin), <, accord_card_get_year (card));
          g_assert_cmpint (accord_card_get_territory (origin), ==, accord_card_get_territory (card));
        }
    }
  /* None is lost, none is in two places. */
  g_assert_cmpuint (n_seen, ==, g_list_model_get_n_items (all));

  return orders;
}

/* A card goes to a board of the next year once, and a voter votes for a card in one record. */
static void
assert_once (Fixture *fixture)
{
  GListModel *lists[] = { board_list_of (fixture, ACCORD_TYPE_CARD), board_list_of (fixture, ACCORD_TYPE_VOTE) };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lists[0]); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (lists[0], i);

      if (accord_card_get_carried_from (card) != 0)
        g_assert_true (g_hash_table_add (keys, g_strdup_printf ("from %d to %d", (int) accord_card_get_carried_from (card),
                                                                (int) accord_card_get_year (card))));
    }
  for (guint i = 0; i < g_list_model_get_n_items (lists[1]); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (lists[1], i);

      g_assert_true (g_hash_table_add (keys, g_strdup_printf ("vote %d %d %d", (int) accord_vote_get_card (vote),
                                                              (int) accord_vote_get_member (vote),
                                                              (int) accord_vote_get_ballot (vote))));
    }
}

/* Cards that nobody touched lie in the same quadrant, one after another as before. */
static void
assert_others_stay (Board     *board,
                    GPtrArray *before,
                    GPtrArray *after)
{
  for (guint i = 0; i < before->len; i++)
    {
      GPtrArray *was = before->pdata[i];
      GPtrArray *is = after->pdata[i];
      guint at = 0;

      for (guint j = 0; j < was->len; j++)
        {
          if (g_hash_table_contains (board->touched, was->pdata[j]))
            continue;
          while (at < is->len && is->pdata[at] != was->pdata[j])
            at++;
          g_assert_cmpuint (at, <, is->len);
        }
    }
}

/* One operation on one board. FALSE where there was nothing to do. */
static gboolean
step (Fixture *fixture)
{
  Board board = { .fixture = fixture, .workspace = fixture->workspace, .scope = &scopes[draw (G_N_ELEMENTS (scopes))] };
  g_autoptr (AccordChange) change = accord_change_new ("Step");
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) cards = accord_board_list_all (board_list_of (fixture, ACCORD_TYPE_CARD), board.scope->year,
                                                       board.scope->territory);
  g_autoptr (GPtrArray) before = look (fixture);
  g_autoptr (GPtrArray) after = NULL;
  const guint n_before = board_count (fixture, ACCORD_TYPE_CARD);
  const guint n_done = fixture->workspace->done->len;

  board.change = change;
  board.touched = touched;
  board.cards = cards;
  operations[draw (G_N_ELEMENTS (operations))] (&board);
  board_apply (fixture, change);

  after = look (fixture);
  assert_once (fixture);
  if (!board.sorts)
    assert_others_stay (&board, before, after);
  if (board.n_more == G_MININT)
    g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_CARD), <=, n_before);
  else
    g_assert_cmpuint (board_count (fixture, ACCORD_TYPE_CARD), >=, n_before + (guint) board.n_more);

  return fixture->workspace->done->len > n_done;
}

static void
set_up_team (Fixture *fixture)
{
  g_autoptr (AccordTerritory) territory = accord_territory_new ();
  g_autoptr (AccordMetric) metric = accord_metric_new ();

  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_autoptr (AccordMember) member = draft_member ("Somebody");

      put (fixture->workspace, member);
    }
  accord_territory_set_name (territory, "North");
  g_assert_cmpint (put (fixture->workspace, territory), ==, 1);
  accord_metric_set_name (metric, "Calls");
  put (fixture->workspace, metric);
  /* Nothing of this is to be undone. What a power cut would take is for other tests: thousands of changes wait for the disk. */
  fixture_reopen (fixture);
  g_assert_true (accord_database_execute (accord_workspace_get_database (fixture->workspace),
                                          "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", NULL));
}

static void
assert_lists (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *lists = dump_lists (fixture->workspace);

  g_assert_cmpstr (lists, ==, expected);
}

static void
assert_stored (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *stored = dump_file (fixture->path);

  g_assert_cmpstr (stored, ==, expected);
  assert_sound (fixture->path);
}

static void
test_random (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free); /* every LOOK_EVERY steps */
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *lists = NULL;
  guint n_steps = 0, n_undone = 0;

  /* Every round begins with the same series, of which this one takes a part that no other gets to. */
  for (guint i = 0; i < GPOINTER_TO_UINT (user_data) * 1000000; i++)
    g_test_rand_int ();
  set_up_team (fixture);
  start = dump_file (fixture->path);
  g_ptr_array_add (dumps, dump_lists (fixture->workspace));
  while (n_steps < N_STEPS)
    {
      if (step (fixture) && ++n_steps % LOOK_EVERY == 0)
        g_ptr_array_add (dumps, dump_lists (fixture->workspace));
    }
  end = dump_file (fixture->path);
  lists = dump_lists (fixture->workspace);
  assert_sound (fixture->path);
  g_test_message ("%u cards, %u votes, %u strategies, %u actions, %u asks, %u rules", board_count (fixture, ACCORD_TYPE_CARD),
                  board_count (fixture, ACCORD_TYPE_VOTE), board_count (fixture, ACCORD_TYPE_STRATEGY),
                  board_count (fixture, ACCORD_TYPE_ACTION), board_count (fixture, ACCORD_TYPE_ASK),
                  board_count (fixture, ACCORD_TYPE_BOARD_RULES));

  for (; accord_workspace_can_undo (fixture->workspace); n_undone++)
    {
      if (n_undone % LOOK_EVERY == 0)
        assert_lists (fixture, dumps->pdata[(N_STEPS - n_undone) / LOOK_EVERY]);
      g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
    }
  g_assert_cmpuint (n_undone, ==, N_STEPS);
  assert_lists (fixture, dumps->pdata[0]);
  assert_stored (fixture, start);

  while (accord_workspace_can_redo (fixture->workspace))
    g_assert_true (accord_workspace_redo (fixture->workspace, NULL));
  assert_lists (fixture, lists);
  assert_stored (fixture, end);

  fixture_reopen (fixture);
  assert_lists (fixture, lists);
  g_ptr_array_unref (look (fixture));
}

int
main (int   argc,
      char *argv[])
{
  guint n_rounds;

  g_test_init (&argc, &argv, NULL);
  n_rounds = g_test_slow () ? 50 : 4;
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  for (guint i = 1; i <= n_rounds; i++)
    {
      g_autofree char *name = g_strdup_printf ("/board-random/%u", i);

      g_test_add (name, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_random, fixture_tear_down);
    }

  return fixture_run_isolated ();
}
