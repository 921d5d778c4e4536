/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-priority.h"

#include <math.h>

#include "accord-vote.h"

#define YEAR 2026

static void
test_list (void)
{
  static const struct
  {
    const char *title;
    AccordQuadrant quadrant;
    gint64 impact, likelihood, votes, under;
  } cards[] = {
    /* Their ids count from 1. */
    { "unrated", ACCORD_QUADRANT_STRENGTH, 0, 0, 0, 0 },
    { "half rated, 9 votes", ACCORD_QUADRANT_STRENGTH, 5, 0, 9, 0 },
    { "12", ACCORD_QUADRANT_OPPORTUNITY, 4, 3, 0, 0 },
    { "12, 2 votes", ACCORD_QUADRANT_STRENGTH, 3, 4, 2, 0 },
    { "12, 3 votes with what lies under it", ACCORD_QUADRANT_OPPORTUNITY, 3, 4, 1, 0 },
    { "under", ACCORD_QUADRANT_OPPORTUNITY, 5, 5, 2, 5 },
    { "25", ACCORD_QUADRANT_STRENGTH, 5, 5, 0, 0 },
    { "threat 1", ACCORD_QUADRANT_THREAT, 1, 1, 0, 0 },
    { "weakness 2", ACCORD_QUADRANT_WEAKNESS, 1, 2, 0, 0 },
    { "weakness 1", ACCORD_QUADRANT_WEAKNESS, 1, 1, 0, 0 },
  };
  static const char *const expected[ACCORD_PRIORITY_N_GROUPS][8] = {
    { "25", "12, 3 votes with what lies under it", "12, 2 votes", "12", "half rated, 9 votes", "unrated" },
    { "weakness 2", "weakness 1", "threat 1" },
  };
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_CARD);
  g_autoptr (GListStore) votes = g_list_store_new (ACCORD_TYPE_VOTE);

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autoptr (AccordCard) card = accord_card_new ();
      g_autoptr (AccordVote) vote = accord_vote_new ();

      accord_record_set_id (ACCORD_RECORD (card), (gint64) i + 1);
      accord_card_set_year (card, YEAR);
      accord_card_set_title (card, cards[i].title);
      accord_card_set_quadrant (card, cards[i].quadrant);
      accord_card_set_impact (card, cards[i].impact);
      accord_card_set_likelihood (card, cards[i].likelihood);
      accord_card_set_merged_into (card, cards[i].under);
      g_list_store_append (store, card);
      accord_vote_set_card (vote, (gint64) i + 1);
      accord_vote_set_count (vote, cards[i].votes);
      g_list_store_append (votes, vote);
    }

  for (guint group = 0; group < ACCORD_PRIORITY_N_GROUPS; group++)
    {
      g_autoptr (GPtrArray) listed = accord_priority_list (G_LIST_MODEL (store), G_LIST_MODEL (votes), YEAR, 0, group);

      for (guint i = 0; i < listed->len; i++)
        g_assert_cmpstr (accord_card_get_title (listed->pdata[i]), ==, expected[group][i]);
      g_assert_null (expected[group][listed->len]);
    }
}

static void
test_step (void)
{
  static const gint64 cases[][3] = {
    { 0, 1, 1 }, { 0, -1, 0 }, { 1, -1, 0 }, { 4, 1, 5 }, { 5, 1, 5 }, { 3, -9, 0 }, { 3, 9, 5 }, { 3, 0, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (accord_priority_step (cases[i][0], (int) cases[i][1]), ==, cases[i][2]);
}

static void
test_level_at (void)
{
  static const struct
  {
    double point, length;
    gint64 level;
  } cases[] = {
    { 0, 100, 1 },  { 19.9, 100, 1 }, { 20, 100, 2 }, { 59, 100, 3 }, { 60, 100, 4 }, { 80, 100, 5 },
    { 99.9, 100, 5 }, { 100, 100, 0 }, { -0.1, 100, 0 }, { 0, 0, 0 }, { 5, -1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (accord_priority_level_at (cases[i].point, cases[i].length), ==, cases[i].level);
}

/* Any number of dots stays in its cell and none hides another wholly; as many as fit do not touch. */
static void
test_dots (void)
{
  static const struct
  {
    double width, height, dot;
    guint fit; /* so many stand side by side */
  } cells[] = { { 60, 40, 20, 2 }, { 64, 44, 20, 6 }, { 100, 20, 20, 4 }, { 20, 100, 20, 4 }, { 21, 21, 20, 1 } };

  for (gsize c = 0; c < G_N_ELEMENTS (cells); c++)
    {
      for (guint n = 1; n <= 40; n++)
        {
          double x[40], y[40];

          for (guint i = 0; i < n; i++)
            {
              accord_priority_place_dot (i, n, cells[c].width, cells[c].height, cells[c].dot, &x[i], &y[i]);
              g_assert_cmpfloat (x[i], >=, -1e-9);
              g_assert_cmpfloat (y[i], >=, -1e-9);
              g_assert_cmpfloat (x[i] + cells[c].dot, <=, cells[c].width + 1e-9);
              g_assert_cmpfloat (y[i] + cells[c].dot, <=, cells[c].height + 1e-9);
              for (guint j = 0; j < i; j++)
                {
                  const double apart = MAX (fabs (x[i] - x[j]), fabs (y[i] - y[j]));

                  g_assert_cmpfloat (apart, >, n <= cells[c].fit ? cells[c].dot : 0.01);
                }
            }
        }
    }
}

static void
test_dot_in_the_middle (void)
{
  double x, y;

  accord_priority_place_dot (0, 1, 60, 40, 20, &x, &y);
  g_assert_cmpfloat (x, ==, 20);
  g_assert_cmpfloat (y, ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/priority/list", test_list);
  g_test_add_func ("/priority/step", test_step);
  g_test_add_func ("/priority/level-at", test_level_at);
  g_test_add_func ("/priority/dots", test_dots);
  g_test_add_func ("/priority/dot-in-the-middle", test_dot_in_the_middle);

  return g_test_run ();
}
