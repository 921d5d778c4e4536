/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board.h"

#define S ACCORD_QUADRANT_STRENGTH
#define W ACCORD_QUADRANT_WEAKNESS
#define O ACCORD_QUADRANT_OPPORTUNITY
#define T ACCORD_QUADRANT_THREAT

static void
test_place_table (void)
{
  static const struct
  {
    gint64 positions[4];
    guint n, index;
    gint64 placed[5];
    guint changed;
  } cases[] = {
    /* The first card, the end, the start, between. */
    { { 0 }, 0, 0, { 1024 }, 0 },
    { { 0 }, 0, 7, { 1024 }, 0 },
    { { 1024 }, 1, 1, { 1024, 2048 }, 0 },
    { { 1024 }, 1, 0, { 512, 1024 }, 0 },
    { { 1024, 2048 }, 2, 1, { 1024, 1536, 2048 }, 0 },
    { { 1024, 2048 }, 2, 99, { 1024, 2048, 3072 }, 0 },
    { { 4, 6 }, 2, 1, { 4, 5, 6 }, 0 },
    /* No room: neighbours, equal positions, 0 and 1 at the start, the greatest number at the end. */
    { { 4, 5 }, 2, 1, { 1024, 2048, 3072 }, 2 },
    { { 7, 7, 7 }, 3, 1, { 1024, 2048, 3072, 4096 }, 3 },
    { { 0, 1 }, 2, 0, { 1024, 2048, 3072 }, 2 },
    { { 1, 9 }, 2, 0, { 1024, 2048, 3072 }, 2 },
    { { 1024, G_MAXINT64 }, 2, 2, { 1024, 2048, 3072 }, 1 },
    /* Equal positions elsewhere are no reason to touch them; below 0 counts as 0. */
    { { 7, 7, 90 }, 3, 3, { 7, 7, 90, 1114 }, 0 },
    { { -5, 10 }, 2, 1, { -5, 5, 10 }, 0 },
    { { G_MININT64, G_MAXINT64 }, 2, 1, { G_MININT64, G_MAXINT64 / 2, G_MAXINT64 }, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 placed[5] = { 0 };

      g_assert_cmpuint (accord_board_place (cases[i].positions, cases[i].n, cases[i].index, placed), ==, cases[i].changed);
      for (guint j = 0; j <= cases[i].n; j++)
        g_assert_cmpint (placed[j], ==, cases[i].placed[j]);
    }
}

/* Whatever moves where, on a board kept only in positions, the order is that of a plain list of names. */
static void
test_move_at_random (void)
{
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_CARD);
  GPtrArray *expected[ACCORD_BOARD_N_QUADRANTS];
  guint alone = 0;
  const guint n_cards = 12, n_moves = 2000;

  for (guint q = 0; q < ACCORD_BOARD_N_QUADRANTS; q++)
    expected[q] = g_ptr_array_new ();

  for (guint i = 0; i < n_cards; i++)
    {
      g_autoptr (AccordCard) card = accord_card_new ();

      accord_record_set_id (ACCORD_RECORD (card), i + 1);
      accord_card_set_year (card, 2026);
      accord_card_set_quadrant (card, S);
      /* Packed tight, as another program may have left them. */
      accord_card_set_position (card, i / 3);
      g_list_store_append (store, card);
      g_ptr_array_add (expected[S], card);
    }

  for (guint move = 0; move < n_moves; move++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (G_LIST_MODEL (store), g_test_rand_int_range (0, n_cards));
      const AccordBoardPlace place = { g_test_rand_int_range (0, 4), g_test_rand_int_range (0, n_cards + 2) };
      g_autoptr (GPtrArray) cards = accord_board_list (G_LIST_MODEL (store), 2026, 0, place.quadrant);
      g_autoptr (GPtrArray) drafts = accord_board_move (cards, card, place);
      const AccordQuadrant from = accord_card_get_quadrant (card);
      guint was;

      g_assert_true (g_ptr_array_find (expected[from], card, &was));
      g_ptr_array_remove_index (expected[from], was);
      g_ptr_array_insert (expected[place.quadrant], (int) MIN (place.index, expected[place.quadrant]->len), card);

      /* What stays is not written; what is written is written once, and is no live card. */
      if (from == place.quadrant && expected[from]->pdata[was] == card)
        g_assert_cmpuint (drafts->len, ==, 0);
      else
        g_assert_cmpuint (drafts->len, >=, 1);
      alone += drafts->len == 1;
      for (guint i = 0; i < drafts->len; i++)
        {
          const guint id = (guint) accord_record_get_id (drafts->pdata[i]);
          g_autoptr (AccordCard) live = g_list_model_get_item (G_LIST_MODEL (store), id - 1);

          g_assert_true (live != drafts->pdata[i]);
          g_assert_false (accord_record_equal (live, drafts->pdata[i]));
          accord_record_assign (live, drafts->pdata[i]);
        }

      for (guint q = 0; q < ACCORD_BOARD_N_QUADRANTS; q++)
        {
          g_autoptr (GPtrArray) got = accord_board_list (G_LIST_MODEL (store), 2026, 0, q);

          g_assert_cmpuint (got->len, ==, expected[q]->len);
          for (guint i = 0; i < got->len; i++)
            g_assert_true (got->pdata[i] == expected[q]->pdata[i]);
        }
    }

  /* Sparse: nearly every move is a change of one card. */
  g_assert_cmpuint (alone, >, n_moves * 3 / 4);

  for (guint q = 0; q < ACCORD_BOARD_N_QUADRANTS; q++)
    g_ptr_array_unref (expected[q]);
}

#define N_CARDS 14

/* One move of some cards, as drafts, given to the live ones. What stays is not among them. */
static void
apply_move (GListModel      *store,
            GPtrArray       *moved,
            AccordBoardPlace place)
{
  g_autoptr (GPtrArray) cards = accord_board_list (store, 2026, 0, place.quadrant);
  g_autoptr (GPtrArray) drafts = accord_board_move_all (cards, moved, place);
  guint64 written = 0;

  for (guint i = 0; i < drafts->len; i++)
    {
      const guint id = (guint) accord_record_get_id (drafts->pdata[i]);
      g_autoptr (AccordCard) live = g_list_model_get_item (store, id - 1);

      g_assert_true (live != drafts->pdata[i]);
      g_assert_cmpuint (written >> id & 1, ==, 0);
      written |= G_GUINT64_CONSTANT (1) << id;
      /* The cards that move come first, in order; others are written only where they have to give way. */
      if (i < moved->len)
        g_assert_true (live == moved->pdata[i]);
      else
        g_assert_false (accord_record_equal (live, drafts->pdata[i]));
      accord_record_assign (live, drafts->pdata[i]);
    }
}

/* Some cards at once, some of them under others or of other quadrants, on lists of names. */
static void
test_move_all_at_random (void)
{
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_CARD);
  GPtrArray *expected[ACCORD_BOARD_N_QUADRANTS];

  for (guint q = 0; q < ACCORD_BOARD_N_QUADRANTS; q++)
    expected[q] = g_ptr_array_new ();
  for (guint i = 0; i < N_CARDS; i++)
    {
      g_autoptr (AccordCard) card = accord_card_new ();

      accord_record_set_id (ACCORD_RECORD (card), i + 1);
      accord_card_set_year (card, 2026);
      accord_card_set_position (card, i + 1);
      g_list_store_append (store, card);
      g_ptr_array_add (expected[S], card);
    }

  for (guint move = 0; move < 2000; move++)
    {
      const AccordBoardPlace place = { g_test_rand_int_range (0, 4), g_test_rand_int_range (0, N_CARDS + 2) };
      g_autoptr (GPtrArray) moved = g_ptr_array_new ();
      guint at;

      for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
        {
          g_autoptr (AccordCard) card = g_list_model_get_item (G_LIST_MODEL (store), g_test_rand_int_range (0, N_CARDS));

          if (!g_ptr_array_find (moved, card, NULL))
            g_ptr_array_add (moved, card);
        }
      /* Now and then one of them lay under another card. */
      if (moved->len > 0 && g_test_rand_bit ())
        {
          accord_card_set_merged_into (moved->pdata[0], accord_record_get_id (moved->pdata[0]) % N_CARDS + 1);
          for (guint q = 0; q < ACCORD_BOARD_N_QUADRANTS; q++)
            g_ptr_array_remove (expected[q], moved->pdata[0]);
        }

      apply_move (G_LIST_MODEL (store), moved, place);
      for (guint i = 0; i < moved->len; i++)
        for (guint q = 0; q < ACCORD_BOARD_N_QUADRANTS; q++)
          g_ptr_array_remove (expected[q], moved->pdata[i]);
      at = MIN (place.index, expected[place.quadrant]->len);
      for (guint i = 0; i < moved->len; i++)
        g_ptr_array_insert (expected[place.quadrant], (int) (at + i), moved->pdata[i]);

      for (guint q = 0; q < ACCORD_BOARD_N_QUADRANTS; q++)
        {
          g_autoptr (GPtrArray) got = accord_board_list (G_LIST_MODEL (store), 2026, 0, q);
          gint64 last = 0;

          g_assert_cmpuint (got->len, ==, expected[q]->len);
          for (guint i = 0; i < got->len; i++)
            {
              g_assert_true (got->pdata[i] == expected[q]->pdata[i]);
              g_assert_cmpint (accord_card_get_position (got->pdata[i]), >, last);
              last = accord_card_get_position (got->pdata[i]);
            }
        }
    }

  for (guint q = 0; q < ACCORD_BOARD_N_QUADRANTS; q++)
    g_ptr_array_unref (expected[q]);
}

/* Where all of them stand there already there is nothing to write; where one of them does not there is. */
static void
test_move_all_stands (void)
{
  static const struct
  {
    guint moved[3];
    guint n, index;
    AccordQuadrant quadrant;
    gboolean stands;
  } cases[] = {
    { { 1 }, 1, 0, S, TRUE },     { { 1, 2 }, 2, 0, S, TRUE },  { { 2, 3 }, 2, 1, S, TRUE }, { { 2, 1 }, 2, 0, S, FALSE },
    { { 1, 3 }, 2, 0, S, FALSE }, { { 1, 2, 3 }, 3, 0, S, TRUE }, { { 1, 2, 3 }, 3, 9, S, TRUE }, { { 3 }, 1, 9, S, TRUE },
    { { 1 }, 1, 0, W, FALSE },    { { 1 }, 0, 2, S, TRUE },
  };
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_CARD);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AccordCard) card = accord_card_new ();

      accord_record_set_id (ACCORD_RECORD (card), i + 1);
      accord_card_set_year (card, 2026);
      accord_card_set_position (card, 1024 * (i + 1));
      g_list_store_append (store, card);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) cards = accord_board_list (G_LIST_MODEL (store), 2026, 0, cases[i].quadrant);
      g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) drafts = NULL;

      for (guint j = 0; j < cases[i].n; j++)
        g_ptr_array_add (moved, g_list_model_get_item (G_LIST_MODEL (store), cases[i].moved[j] - 1));
      drafts = accord_board_move_all (cards, moved, (AccordBoardPlace) { cases[i].quadrant, cases[i].index });
      g_assert_cmpint (drafts->len == 0, ==, cases[i].stands);
    }
}

/* Other years and other boards are left out. */
static void
test_list (void)
{
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_CARD);
  g_autoptr (GPtrArray) cards = NULL;
  static const struct
  {
    gint64 year, territory;
    AccordQuadrant quadrant;
    gint64 position;
  } rows[] = {
    { 2026, 0, S, 9 }, { 2026, 0, S, 3 }, { 2025, 0, S, 1 }, { 2026, 2, S, 1 }, { 2026, 0, W, 1 }, { 2026, 0, S, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AccordCard) card = accord_card_new ();

      accord_record_set_id (ACCORD_RECORD (card), 6 - (gint64) i);
      accord_card_set_year (card, rows[i].year);
      accord_card_set_territory (card, rows[i].territory);
      accord_card_set_quadrant (card, rows[i].quadrant);
      accord_card_set_position (card, rows[i].position);
      g_list_store_append (store, card);
    }

  cards = accord_board_list (G_LIST_MODEL (store), 2026, 0, S);
  g_assert_cmpuint (cards->len, ==, 3);
  g_assert_cmpint (accord_record_get_id (cards->pdata[0]), ==, 1);
  g_assert_cmpint (accord_record_get_id (cards->pdata[1]), ==, 5);
  g_assert_cmpint (accord_record_get_id (cards->pdata[2]), ==, 6);
}

static void
test_step (void)
{
  /* Strengths 3, weaknesses 1, opportunities 0, threats 2. */
  static const guint counts[ACCORD_BOARD_N_QUADRANTS] = { 3, 1, 0, 2 };
  static const struct
  {
    AccordBoardPlace from;
    AccordBoardDirection direction;
    gboolean moves, possible;
    AccordBoardPlace to;
  } cases[] = {
    { { S, 1 }, ACCORD_BOARD_UP, TRUE, TRUE, { S, 0 } },     { { S, 1 }, ACCORD_BOARD_DOWN, TRUE, TRUE, { S, 2 } },
    { { S, 0 }, ACCORD_BOARD_UP, TRUE, FALSE, { S, 0 } },    { { S, 0 }, ACCORD_BOARD_START, TRUE, FALSE, { S, 0 } },
    { { S, 2 }, ACCORD_BOARD_DOWN, TRUE, TRUE, { O, 0 } },   { { S, 2 }, ACCORD_BOARD_DOWN, FALSE, FALSE, { S, 2 } },
    { { S, 2 }, ACCORD_BOARD_END, TRUE, TRUE, { W, 1 } },    { { S, 2 }, ACCORD_BOARD_END, FALSE, TRUE, { W, 0 } },
    { { W, 0 }, ACCORD_BOARD_DOWN, TRUE, TRUE, { T, 0 } },   { { W, 0 }, ACCORD_BOARD_DOWN, FALSE, TRUE, { T, 0 } },
    { { W, 0 }, ACCORD_BOARD_START, TRUE, TRUE, { S, 0 } },  { { T, 0 }, ACCORD_BOARD_UP, TRUE, TRUE, { W, 1 } },
    { { T, 0 }, ACCORD_BOARD_UP, FALSE, TRUE, { W, 0 } },    { { T, 1 }, ACCORD_BOARD_DOWN, TRUE, FALSE, { T, 1 } },
    { { T, 1 }, ACCORD_BOARD_START, TRUE, TRUE, { O, 0 } },  { { T, 1 }, ACCORD_BOARD_START, FALSE, FALSE, { T, 1 } },
    { { T, 1 }, ACCORD_BOARD_END, FALSE, FALSE, { T, 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordBoardPlace to = cases[i].from;

      g_assert_cmpint (accord_board_step (counts, cases[i].from, cases[i].direction, cases[i].moves, &to), ==,
                       cases[i].possible);
      g_assert_cmpint (to.quadrant, ==, cases[i].to.quadrant);
      g_assert_cmpuint (to.index, ==, cases[i].to.index);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/place-table", test_place_table);
  g_test_add_func ("/board/move-at-random", test_move_at_random);
  g_test_add_func ("/board/move-all-at-random", test_move_all_at_random);
  g_test_add_func ("/board/move-all-stands", test_move_all_stands);
  g_test_add_func ("/board/list", test_list);
  g_test_add_func ("/board/step", test_step);

  return g_test_run ();
}
