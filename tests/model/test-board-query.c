/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-compare.h"
#include "accord-board-query.h"
#include "accord-multivote.h"

#define S ACCORD_QUADRANT_STRENGTH
#define W ACCORD_QUADRANT_WEAKNESS
#define O ACCORD_QUADRANT_OPPORTUNITY
#define T ACCORD_QUADRANT_THREAT

/* A card, as a row of a table; its id is its place in the table, from 1. */
typedef struct
{
  gint64 year, territory;
  AccordQuadrant quadrant;
  gint64 position, merged_into, carried_from;
  gboolean resolved;
  gint64 impact, likelihood, votes;
} Row;

static GListModel *
make_cards (const Row *rows,
            gsize      n_rows)
{
  GListStore *store = g_list_store_new (ACCORD_TYPE_CARD);

  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (AccordCard) card = accord_card_new ();

      accord_record_set_id (ACCORD_RECORD (card), (gint64) i + 1);
      accord_card_set_year (card, rows[i].year);
      accord_card_set_territory (card, rows[i].territory);
      accord_card_set_quadrant (card, rows[i].quadrant);
      accord_card_set_position (card, rows[i].position);
      accord_card_set_merged_into (card, rows[i].merged_into);
      accord_card_set_carried_from (card, rows[i].carried_from);
      accord_card_set_resolved (card, rows[i].resolved ? accord_date_new (2026, 11, 20) : ACCORD_DATE_NONE);
      accord_card_set_impact (card, rows[i].impact);
      accord_card_set_likelihood (card, rows[i].likelihood);
      g_list_store_append (store, card);
    }

  return G_LIST_MODEL (store);
}

static GListModel *
make_votes (const Row *rows,
            gsize      n_rows)
{
  GListStore *store = g_list_store_new (ACCORD_TYPE_VOTE);

  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (AccordVote) vote = accord_vote_new ();

      accord_vote_set_card (vote, (gint64) i + 1);
      accord_vote_set_count (vote, rows[i].votes);
      if (rows[i].votes > 0)
        g_list_store_append (store, vote);
    }

  return G_LIST_MODEL (store);
}

/* The ids of cards, with spaces between. */
static void
assert_ids (GPtrArray  *cards,
            const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    g_string_append_printf (ids, "%s%d", i > 0 ? " " : "", (int) accord_record_get_id (cards->pdata[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_merged (void)
{
  static const Row rows[] = {
    { 2026, 0, S, 1024, 0 }, { 2026, 0, S, 4096, 1 }, { 2026, 0, S, 2048, 1 }, { 2026, 0, W, 1024, 1 },
    { 2026, 0, S, 3072, 0 }, { 2026, 0, S, 5120, 99 }, /* under one that is not there */
  };
  g_autoptr (GListModel) cards = make_cards (rows, G_N_ELEMENTS (rows));
  AccordCard *first = accord_board_find_card (cards, 1);
  AccordCard *fifth = accord_board_find_card (cards, 5);
  g_autoptr (GPtrArray) under = accord_board_list_merged (cards, first);
  g_autoptr (GPtrArray) none = accord_board_list_merged (cards, fifth);
  g_autoptr (GPtrArray) all = accord_board_list_all (cards, 2026, 0);
  g_autoptr (GPtrArray) on = accord_board_list (cards, 2026, 0, S);

  assert_ids (under, "3 2 4");
  assert_ids (none, "");
  assert_ids (all, "1 3 5 2 6 4");
  assert_ids (on, "1 5");
  g_assert_null (accord_board_find_card (cards, 0));
  g_assert_null (accord_board_find_card (cards, 7));
  g_assert_true (accord_board_top (cards, first) == first);
  g_assert_true (accord_board_top (cards, accord_board_find_card (cards, 4)) == first);
  g_assert_true (accord_board_top (cards, fifth) == fifth);
  g_assert_nonnull (accord_board_top (cards, accord_board_find_card (cards, 6)));
}

static void
test_sort (void)
{
  /* Votes with those of what lies under; priority; what lies where. */
  static const Row rows[] = {
    { 2026, 0, S, 1024, 0, 0, FALSE, 2, 3, 1 }, { 2026, 0, S, 2048, 0, 0, FALSE, 5, 5, 3 },
    { 2026, 0, S, 3072, 0, 0, FALSE, 3, 2, 1 }, { 2026, 0, S, 4096, 0, 0, FALSE, 0, 5, 1 },
    { 2026, 0, S, 5120, 0, 0, FALSE, 1, 1, 2 }, { 2026, 0, S, 6144, 5, 0, FALSE, 5, 5, 2 },
    { 2026, 0, S, 7168, 0, 0, FALSE, 5, 5, 0 },
  };
  g_autoptr (GListModel) cards = make_cards (rows, G_N_ELEMENTS (rows));
  g_autoptr (GListModel) votes = make_votes (rows, G_N_ELEMENTS (rows));
  g_autoptr (GHashTable) tally = accord_board_tally (cards, votes);
  g_autoptr (GPtrArray) list = accord_board_list (cards, 2026, 0, S);

  g_assert_cmpuint (accord_multivote_count (tally, 5), ==, 4);
  g_assert_cmpuint (accord_multivote_count (tally, 1), ==, 1);
  g_assert_cmpuint (accord_card_get_priority (accord_board_find_card (cards, 1)), ==, 6);
  g_assert_cmpuint (accord_card_get_priority (accord_board_find_card (cards, 2)), ==, 25);
  g_assert_cmpuint (accord_card_get_priority (accord_board_find_card (cards, 4)), ==, 0);

  assert_ids (list, "1 2 3 4 5 7");
  accord_board_sort (list, tally, ACCORD_BOARD_BY_VOTES);
  assert_ids (list, "5 2 1 3 4 7");
  accord_board_sort (list, tally, ACCORD_BOARD_BY_PRIORITY);
  assert_ids (list, "2 7 1 3 5 4");
}

static void
test_rules (void)
{
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_BOARD_RULES);
  static const gint64 scopes[][2] = { { 2026, 0 }, { 2026, 3 }, { 2027, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr (AccordBoardRules) rules = accord_board_rules_new ();

      accord_board_rules_set_year (rules, scopes[i][0]);
      accord_board_rules_set_territory (rules, scopes[i][1]);
      accord_board_rules_set_votes_each (rules, (gint64) i + 1);
      g_list_store_append (store, rules);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      AccordBoardRules *rules = accord_board_find_rules (G_LIST_MODEL (store), scopes[i][0], scopes[i][1]);

      g_assert_cmpint (accord_board_rules_get_votes_each (rules), ==, (gint64) i + 1);
    }
  g_assert_null (accord_board_find_rules (G_LIST_MODEL (store), 2027, 3));
}

/* What the comparison says, an entry a word: before>after and the fate's letter. */
static void
assert_fates (const Row  *rows,
              gsize       n_rows,
              gint64      territory,
              gint64      earlier,
              gint64      later,
              const char *expected)
{
  g_autoptr (GListModel) cards = make_cards (rows, n_rows);
  g_autoptr (GPtrArray) fates = accord_board_compare (cards, territory, earlier, later);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fates->len; i++)
    {
      const AccordCardFateOf *of = fates->pdata[i];

      g_string_append_printf (text, "%s%d>%d%c", i > 0 ? " " : "",
                              of->before != NULL ? (int) accord_record_get_id (ACCORD_RECORD (of->before)) : 0,
                              of->after != NULL ? (int) accord_record_get_id (ACCORD_RECORD (of->after)) : 0,
                              "nsmrg"[of->fate]);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_fates (void)
{
  static const Row rows[] = {
    { 2025, 0, S, 1 },       { 2025, 0, W, 1 },       { 2025, 0, W, 2, 0, 0, TRUE }, { 2025, 0, T, 1 },
    { 2026, 0, T, 1, 0, 4 }, { 2026, 0, S, 1, 0, 2 }, { 2026, 0, O, 1 },             { 2025, 1, S, 1 },
    { 2026, 1, S, 1, 0, 8 },
  };

  assert_fates (rows, G_N_ELEMENTS (rows), 0, 2025, 2026, "1>0g 2>6m 3>0r 4>5s 0>7n");
  assert_fates (rows, G_N_ELEMENTS (rows), 1, 2025, 2026, "8>9s");
  assert_fates (rows, G_N_ELEMENTS (rows), 2, 2025, 2026, "");
  assert_fates (rows, G_N_ELEMENTS (rows), 0, 2026, 2027, "6>0g 7>0g 5>0g");
}

static void
test_fates_over_years (void)
{
  /* Through two years, past a year, and settled although it goes on. */
  static const Row rows[] = {
    { 2024, 0, S, 1 },       { 2025, 0, W, 1, 0, 1 }, { 2026, 0, S, 1, 0, 2 }, { 2024, 0, O, 1 },
    { 2026, 0, O, 1, 0, 4 }, { 2024, 0, T, 1, 0, 0, TRUE }, { 2025, 0, T, 1, 0, 6 },
  };

  assert_fates (rows, G_N_ELEMENTS (rows), 0, 2024, 2025, "1>2m 4>0g 6>7s");
  assert_fates (rows, G_N_ELEMENTS (rows), 0, 2024, 2026, "1>3s 4>5s 6>0r");
  assert_fates (rows, G_N_ELEMENTS (rows), 0, 2025, 2026, "2>3m 7>0g 0>5n");
}

static void
test_fates_of_several (void)
{
  /* Two go on with one: the first does, the other is new. */
  static const Row two[] = { { 2025, 0, S, 1 }, { 2026, 0, W, 1, 0, 1 }, { 2026, 0, S, 5, 0, 1 } };
  /* Both lie under others, before and after; the one came out, the other went under. */
  static const Row along[] = { { 2025, 0, S, 1 }, { 2025, 0, S, 2, 1 }, { 2026, 0, S, 1, 0, 1 }, { 2026, 0, S, 2, 3, 2 } };
  static const Row out[] = { { 2025, 0, S, 1 }, { 2025, 0, S, 2, 1 }, { 2026, 0, S, 1, 0, 1 }, { 2026, 0, S, 2, 0, 2 } };
  static const Row under[] = { { 2025, 0, S, 1 }, { 2025, 0, T, 2 }, { 2026, 0, S, 1, 0, 1 }, { 2026, 0, T, 2, 3, 2 } };

  assert_fates (two, G_N_ELEMENTS (two), 0, 2025, 2026, "1>3s 0>2n");
  assert_fates (along, G_N_ELEMENTS (along), 0, 2025, 2026, "1>3s");
  assert_fates (out, G_N_ELEMENTS (out), 0, 2025, 2026, "1>3s 2>4s");
  assert_fates (under, G_N_ELEMENTS (under), 0, 2025, 2026, "1>3s 2>3m");
}

static void
test_fates_of_damaged (void)
{
  /* In a circle, from the future, from the same year, from itself, from nowhere, from another board. */
  static const Row rows[] = {
    { 2026, 0, S, 1, 0, 2 }, { 2027, 0, S, 1, 0, 1 }, { 2026, 0, S, 2, 0, 1 },  { 2026, 0, S, 3, 0, 4 },
    { 2026, 0, S, 4, 0, 9 }, { 2025, 1, S, 1 },       { 2026, 0, S, 5, 0, 6 },
  };

  assert_fates (rows, G_N_ELEMENTS (rows), 0, 2025, 2026, "0>1n 0>3n 0>4n 0>5n 0>7n");
  assert_fates (rows, G_N_ELEMENTS (rows), 0, 2026, 2027, "1>2s 3>0g 4>0g 5>0g 7>0g");
}

/* Whatever refers to what: each card that lies on one of the boards is told of once. */
static void
test_fates_at_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      Row rows[20] = { 0 };
      g_autoptr (GListModel) cards = NULL;
      g_autoptr (GPtrArray) fates = NULL;
      guint told[G_N_ELEMENTS (rows) + 1] = { 0 };

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        rows[i] = (Row) {
          .year = 2025 + g_test_rand_int_range (0, 3),
          .territory = g_test_rand_int_range (0, 5) == 0,
          .quadrant = (AccordQuadrant) g_test_rand_int_range (0, 4),
          .position = g_test_rand_int_range (0, 5),
          .merged_into = g_test_rand_int_range (0, 3) > 0 ? 0 : g_test_rand_int_range (0, 22),
          .carried_from = g_test_rand_int_range (0, 22),
          .resolved = g_test_rand_bit (),
        };
      cards = make_cards (rows, G_N_ELEMENTS (rows));
      fates = accord_board_compare (cards, 0, 2025, 2027);
      for (guint i = 0; i < fates->len; i++)
        {
          const AccordCardFateOf *of = fates->pdata[i];

          g_assert_true (of->before != NULL || of->fate == ACCORD_CARD_FATE_NEW);
          if (of->before != NULL)
            told[accord_record_get_id (ACCORD_RECORD (of->before))]++;
          if (of->after != NULL)
            told[accord_record_get_id (ACCORD_RECORD (of->after))]++;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          if (rows[i].territory != 0 || rows[i].year == 2026)
            g_assert_cmpuint (told[i + 1], ==, 0);
          else if (rows[i].merged_into == 0 && rows[i].year == 2025)
            g_assert_cmpuint (told[i + 1], ==, 1);
          else if (rows[i].merged_into == 0)
            g_assert_cmpuint (told[i + 1], >=, 1);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-query/merged", test_merged);
  g_test_add_func ("/board-query/sort", test_sort);
  g_test_add_func ("/board-query/rules", test_rules);
  g_test_add_func ("/board-query/fates", test_fates);
  g_test_add_func ("/board-query/fates-over-years", test_fates_over_years);
  g_test_add_func ("/board-query/fates-of-several", test_fates_of_several);
  g_test_add_func ("/board-query/fates-of-damaged", test_fates_of_damaged);
  g_test_add_func ("/board-query/fates-at-random", test_fates_at_random);

  return g_test_run ();
}
