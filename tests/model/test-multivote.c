/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask.h"
#include "accord-card.h"
#include "accord-multivote.h"
#include "accord-strategy.h"
#include "accord-tows.h"

static void
test_default (void)
{
  static const struct
  {
    guint n_candidates, each;
  } cases[] = {
    { 0, 3 },  { 1, 3 },  { 8, 3 },  { 9, 3 },  { 10, 3 }, { 11, 4 },  { 12, 4 },
    { 13, 4 }, { 14, 5 }, { 15, 5 }, { 16, 5 }, { 17, 6 }, { 40, 13 }, { 41, 14 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (accord_multivote_default (cases[i].n_candidates), ==, cases[i].each);

  /* To the nearest: never more than half a vote from a third. */
  for (guint n = 9; n < 500; n++)
    {
      const int apart = (int) (3 * accord_multivote_default (n)) - (int) n;

      g_assert_cmpint (ABS (apart), <=, 1);
    }
}

static void
test_each (void)
{
  g_autoptr (AccordBoardRules) rules = accord_board_rules_new ();

  g_assert_cmpuint (accord_multivote_each (NULL, 20), ==, 7);
  g_assert_cmpuint (accord_multivote_each (rules, 20), ==, 7);
  accord_board_rules_set_votes_each (rules, 1);
  g_assert_cmpuint (accord_multivote_each (rules, 20), ==, 1);
  accord_board_rules_set_votes_each (rules, 12);
  g_assert_cmpuint (accord_multivote_each (rules, 0), ==, 12);
}

static void
test_clamp_table (void)
{
  static const struct
  {
    guint wanted, given, spent, each, got;
  } cases[] = {
    { 0, 0, 0, 5, 0 }, { 3, 0, 0, 5, 3 }, { 6, 0, 0, 5, 5 }, { 5, 0, 3, 5, 2 }, { 5, 2, 3, 5, 4 }, { 1, 4, 5, 5, 1 },
    { 9, 0, 5, 5, 0 },
    /* There are fewer votes than there were: what is elsewhere already counts. */
    { 4, 2, 9, 5, 0 }, { 4, 4, 7, 5, 2 },
    /* What is given is part of what is spent; where it is not, nothing goes below nothing. */
    { 2, 9, 3, 5, 2 },
    { G_MAXUINT, 0, 0, G_MAXUINT, G_MAXUINT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (accord_multivote_clamp (cases[i].wanted, cases[i].given, cases[i].spent, cases[i].each), ==, cases[i].got);
}

/* However somebody votes, they stay within their votes, get what they want where there is room, and can take all of it back. */
static void
test_clamp_at_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      const guint each = (guint) g_test_rand_int_range (0, 12);
      guint counts[6] = { 0 };
      guint spent = 0;

      for (guint i = 0; i < 100; i++)
        {
          guint *count = &counts[g_test_rand_int_range (0, G_N_ELEMENTS (counts))];
          const guint wanted = (guint) g_test_rand_int_range (0, 15);
          const guint got = accord_multivote_clamp (wanted, *count, spent, each);

          g_assert_cmpuint (got, <=, wanted);
          if (spent - *count + wanted <= each)
            g_assert_cmpuint (got, ==, wanted);
          else
            g_assert_cmpuint (spent - *count + got, ==, each);
          spent = spent - *count + got;
          *count = got;
          g_assert_cmpuint (spent, <=, each);
        }
    }
}

static void
add_vote (GListStore *votes,
          gint64      card,
          gint64      member,
          gint64      ballot,
          gint64      count)
{
  g_autoptr (AccordVote) vote = accord_vote_new ();

  accord_vote_set_card (vote, card);
  accord_vote_set_member (vote, member);
  accord_vote_set_ballot (vote, ballot);
  accord_vote_set_count (vote, count);
  g_list_store_append (votes, vote);
}

static void
test_tally (void)
{
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_VOTE);
  GListModel *votes = G_LIST_MODEL (store);
  g_autoptr (GHashTable) none = accord_multivote_tally (votes, ACCORD_TYPE_CARD);
  g_autoptr (GHashTable) tally = NULL;
  g_autoptr (GHashTable) board = g_hash_table_new (g_int64_hash, g_int64_equal);
  const AccordVoter joe = { 1, 0 }, craig = { 2, 0 }, first = { 0, 1 }, second = { 0, 2 };
  gint64 ids[] = { 10, 11, 12 };

  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
  add_vote (store, 10, 1, 0, 2);
  add_vote (store, 11, 1, 0, 1);
  add_vote (store, 10, 2, 0, 1);
  add_vote (store, 10, 0, 1, 3);
  add_vote (store, 12, 0, 2, 4);
  add_vote (store, 99, 1, 0, 7); /* on another board */

  tally = accord_multivote_tally (votes, ACCORD_TYPE_CARD);
  g_assert_cmpuint (accord_multivote_count (tally, 10), ==, 6);
  g_assert_cmpuint (accord_multivote_count (tally, 11), ==, 1);
  g_assert_cmpuint (accord_multivote_count (tally, 12), ==, 4);
  g_assert_cmpuint (accord_multivote_count (tally, 13), ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_hash_table_add (board, &ids[i]);
  g_assert_cmpuint (accord_multivote_spent (votes, ACCORD_TYPE_CARD, board, &joe), ==, 3);
  g_assert_cmpuint (accord_multivote_spent (votes, ACCORD_TYPE_CARD, board, &craig), ==, 1);
  g_assert_cmpuint (accord_multivote_spent (votes, ACCORD_TYPE_CARD, board, &first), ==, 3);
  g_assert_cmpuint (accord_multivote_spent (votes, ACCORD_TYPE_CARD, board, &second), ==, 4);

  g_assert_cmpint (accord_vote_get_count (accord_multivote_find (votes, ACCORD_TYPE_CARD, 10, &joe)), ==, 2);
  g_assert_cmpint (accord_vote_get_count (accord_multivote_find (votes, ACCORD_TYPE_CARD, 10, &first)), ==, 3);
  g_assert_null (accord_multivote_find (votes, ACCORD_TYPE_CARD, 10, &second));
  g_assert_null (accord_multivote_find (votes, ACCORD_TYPE_CARD, 13, &joe));
}

/* All sixteen pairs, either way around. */
static void
test_tows (void)
{
  static const struct
  {
    gboolean makes;
    AccordTows tows;
  } cases[4][4] = {
    /* with:         S                          W                          O                          T */
    /* S */ { { FALSE, 0 }, { FALSE, 0 }, { TRUE, ACCORD_TOWS_SO }, { TRUE, ACCORD_TOWS_ST } },
    /* W */ { { FALSE, 0 }, { FALSE, 0 }, { TRUE, ACCORD_TOWS_WO }, { TRUE, ACCORD_TOWS_WT } },
    /* O */ { { TRUE, ACCORD_TOWS_SO }, { TRUE, ACCORD_TOWS_WO }, { FALSE, 0 }, { FALSE, 0 } },
    /* T */ { { TRUE, ACCORD_TOWS_ST }, { TRUE, ACCORD_TOWS_WT }, { FALSE, 0 }, { FALSE, 0 } },
  };
  guint n_made = 0;

  for (guint one = 0; one < 4; one++)
    {
      for (guint other = 0; other < 4; other++)
        {
          AccordTows tows = (AccordTows) 99;

          g_assert_cmpint (accord_tows_of ((AccordQuadrant) one, (AccordQuadrant) other, &tows), ==, cases[one][other].makes);
          g_assert_cmpint (tows, ==, cases[one][other].makes ? (int) cases[one][other].tows : 99);
          n_made += cases[one][other].makes;
        }
      g_assert_cmpint (accord_quadrant_is_internal ((AccordQuadrant) one), ==, one < 2);
    }
  g_assert_cmpuint (n_made, ==, 8);

  g_assert_cmpint (accord_tows_get_internal (ACCORD_TOWS_WO), ==, ACCORD_QUADRANT_WEAKNESS);
  g_assert_cmpint (accord_tows_get_external (ACCORD_TOWS_WO), ==, ACCORD_QUADRANT_OPPORTUNITY);
  for (guint i = 0; i < ACCORD_TOWS_N; i++)
    {
      AccordTows tows = (AccordTows) 99;

      g_assert_true (accord_tows_of (accord_tows_get_external ((AccordTows) i), accord_tows_get_internal ((AccordTows) i), &tows));
      g_assert_cmpuint (tows, ==, i);
      g_assert_true (accord_quadrant_is_internal (accord_tows_get_internal ((AccordTows) i)));
      g_assert_false (accord_quadrant_is_internal (accord_tows_get_external ((AccordTows) i)));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (accord_tows_get_label ((AccordTows) i), !=, accord_tows_get_label ((AccordTows) j));
    }
}

static void
assert_invalid (gpointer          record,
                AccordRecordError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_record_validate (record, &error));
  g_assert_error (error, ACCORD_RECORD_ERROR, (int) code);
}

static void
assert_valid (gpointer record)
{
  g_autoptr (GError) error = NULL;

  accord_record_validate (record, &error);
  g_assert_no_error (error);
}

static void
test_validation (void)
{
  g_autoptr (AccordVote) vote = accord_vote_new ();
  g_autoptr (AccordStrategy) strategy = accord_strategy_new ();
  g_autoptr (AccordAsk) ask = accord_ask_new ();
  g_autoptr (AccordBoardRules) rules = accord_board_rules_new ();

  accord_vote_set_count (vote, 1);
  assert_invalid (vote, ACCORD_RECORD_ERROR_RANGE);
  accord_vote_set_card (vote, 1);
  assert_invalid (vote, ACCORD_RECORD_ERROR_RANGE);
  accord_vote_set_ballot (vote, -1);
  assert_invalid (vote, ACCORD_RECORD_ERROR_RANGE);
  accord_vote_set_ballot (vote, 1);
  assert_valid (vote);
  accord_vote_set_member (vote, 1);
  assert_invalid (vote, ACCORD_RECORD_ERROR_RANGE);
  accord_vote_set_ballot (vote, 0);
  assert_valid (vote);
  accord_vote_set_count (vote, 0);
  assert_invalid (vote, ACCORD_RECORD_ERROR_RANGE);
  accord_vote_set_count (vote, 1001);
  assert_invalid (vote, ACCORD_RECORD_ERROR_RANGE);

  /* The text may be empty while it is being talked through. */
  accord_strategy_set_internal (strategy, 1);
  assert_invalid (strategy, ACCORD_RECORD_ERROR_RANGE);
  accord_strategy_set_external (strategy, 2);
  assert_valid (strategy);
  accord_strategy_set_internal (strategy, 0);
  assert_invalid (strategy, ACCORD_RECORD_ERROR_RANGE);

  accord_ask_set_card (ask, 1);
  accord_ask_set_department (ask, "Product");
  assert_invalid (ask, ACCORD_RECORD_ERROR_MISSING);
  accord_ask_set_what (ask, "  ");
  assert_invalid (ask, ACCORD_RECORD_ERROR_MISSING);
  accord_ask_set_what (ask, "A faster quote");
  assert_valid (ask);
  accord_ask_set_department (ask, "");
  assert_invalid (ask, ACCORD_RECORD_ERROR_MISSING);
  accord_ask_set_department (ask, "Product");
  accord_ask_set_card (ask, 0);
  assert_invalid (ask, ACCORD_RECORD_ERROR_RANGE);

  assert_valid (rules);
  accord_board_rules_set_votes_each (rules, 99);
  assert_valid (rules);
  accord_board_rules_set_votes_each (rules, 100);
  assert_invalid (rules, ACCORD_RECORD_ERROR_RANGE);
  accord_board_rules_set_votes_each (rules, -1);
  assert_invalid (rules, ACCORD_RECORD_ERROR_RANGE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/multivote/default", test_default);
  g_test_add_func ("/multivote/each", test_each);
  g_test_add_func ("/multivote/clamp-table", test_clamp_table);
  g_test_add_func ("/multivote/clamp-at-random", test_clamp_at_random);
  g_test_add_func ("/multivote/tally", test_tally);
  g_test_add_func ("/multivote/tows", test_tows);
  g_test_add_func ("/multivote/validation", test_validation);

  return g_test_run ();
}
