/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board.h"

#include "accord-action.h"
#include "accord-ask.h"

GListModel *
board_list_of (Fixture *fixture,
               GType    type)
{
  return accord_workspace_get_list (fixture->workspace, type);
}

guint
board_count (Fixture *fixture,
             GType    type)
{
  return g_list_model_get_n_items (board_list_of (fixture, type));
}

void
board_apply (Fixture      *fixture,
             AccordChange *change)
{
  g_autoptr (GError) error = NULL;

  accord_workspace_apply (fixture->workspace, change, &error);
  g_assert_no_error (error);
}

AccordCard *
board_card (Fixture    *fixture,
            const char *title)
{
  GListModel *cards = board_list_of (fixture, ACCORD_TYPE_CARD);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      if (g_strcmp0 (accord_card_get_title (card), title) == 0)
        return card;
    }
  g_error ("There is no card %s", title);
}

gint64
board_id (gpointer record)
{
  return accord_record_get_id (record);
}

static char *
quadrant_to_text (Fixture                *fixture,
                  const AccordBoardScope *scope,
                  AccordQuadrant          quadrant)
{
  GListModel *all = board_list_of (fixture, ACCORD_TYPE_CARD);
  g_autoptr (GPtrArray) cards = accord_board_list (all, scope->year, scope->territory, quadrant);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (GPtrArray) merged = accord_board_list_merged (all, cards->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", accord_card_get_title (cards->pdata[i]));
      for (guint j = 0; j < merged->len; j++)
        g_string_append_printf (text, "(%s)", accord_card_get_title (merged->pdata[j]));
    }

  return g_string_free (text, FALSE);
}

void
board_assert_quadrant (Fixture                *fixture,
                       const AccordBoardScope *scope,
                       AccordQuadrant          quadrant,
                       const char             *expected)
{
  g_autofree char *text = quadrant_to_text (fixture, scope, quadrant);

  g_assert_cmpstr (text, ==, expected);
}

static GPtrArray *
pick (Fixture    *fixture,
      const char *titles)
{
  g_auto (GStrv) parts = g_strsplit (titles, " ", -1);
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (cards, board_card (fixture, parts[i]));

  return cards;
}

void
board_add (Fixture                *fixture,
           const AccordBoardScope *scope,
           AccordQuadrant          quadrant,
           const char             *titles)
{
  g_auto (GStrv) parts = g_strsplit (titles, " ", -1);
  g_autoptr (AccordChange) change = accord_change_new ("Add");

  g_assert_cmpint (accord_board_change_add (change, fixture->workspace, scope, quadrant, (const char *const *) parts, 0), >, 0);
  board_apply (fixture, change);
}

void
board_merge (Fixture    *fixture,
             const char *host,
             const char *others)
{
  g_autoptr (AccordChange) change = accord_change_new ("Merge");
  g_autoptr (GPtrArray) cards = pick (fixture, others);

  accord_board_change_merge (change, fixture->workspace, board_card (fixture, host), cards);
  board_apply (fixture, change);
}

void
board_split (Fixture    *fixture,
             const char *host,
             const char *only)
{
  g_autoptr (AccordChange) change = accord_change_new ("Split");

  accord_board_change_split (change, fixture->workspace, board_card (fixture, host),
                             only != NULL ? board_card (fixture, only) : NULL);
  board_apply (fixture, change);
}

void
board_move (Fixture         *fixture,
            const char      *titles,
            AccordBoardPlace place)
{
  g_autoptr (AccordChange) change = accord_change_new ("Move");
  g_autoptr (GPtrArray) cards = pick (fixture, titles);
  const AccordBoardScope scope = { accord_card_get_year (cards->pdata[0]), accord_card_get_territory (cards->pdata[0]) };

  accord_board_change_move (change, fixture->workspace, &scope, cards, place);
  board_apply (fixture, change);
}

void
board_vote (Fixture    *fixture,
            const char *title,
            gint64      member,
            gint64      ballot,
            guint       count)
{
  g_autoptr (AccordChange) change = accord_change_new ("Vote");
  const AccordVoter voter = { member, ballot };

  accord_vote_change_give (change, fixture->workspace, board_card (fixture, title), &voter, count);
  board_apply (fixture, change);
}

guint
board_carry (Fixture    *fixture,
             const char *titles,
             gint64      year)
{
  g_autoptr (AccordChange) change = accord_change_new ("Carry Over");
  g_autoptr (GPtrArray) cards = pick (fixture, titles);
  guint n_carried = accord_board_change_carry (change, fixture->workspace, cards, year);

  board_apply (fixture, change);

  return n_carried;
}

gint64
board_pair (Fixture    *fixture,
            const char *one,
            const char *other)
{
  g_autoptr (AccordChange) change = accord_change_new ("Pair");
  g_autoptr (AccordStrategy) strategy = accord_board_change_pair (change, fixture->workspace, board_card (fixture, one),
                                                                  board_card (fixture, other), "Do it");

  if (strategy == NULL)
    {
      g_assert_true (accord_change_is_empty (change));
      return 0;
    }
  board_apply (fixture, change);

  return board_id (strategy);
}

gint64
board_put_action (Fixture       *fixture,
                  gint64         card,
                  gint64         strategy,
                  AccordAudience audience)
{
  g_autoptr (AccordAction) action = accord_action_new ();

  accord_action_set_what (action, "Call");
  accord_action_set_card (action, card);
  accord_action_set_strategy (action, strategy);
  accord_action_set_audience (action, audience);

  return put (fixture->workspace, action);
}

gint64
board_put_ask (Fixture *fixture,
               gint64   card)
{
  g_autoptr (AccordAsk) ask = accord_ask_new ();

  accord_ask_set_card (ask, card);
  accord_ask_set_department (ask, "Product");
  accord_ask_set_what (ask, "A faster quote");

  return put (fixture->workspace, ask);
}

void
board_set_audience (Fixture       *fixture,
                    const char    *title,
                    AccordAudience audience)
{
  g_autoptr (AccordCard) draft = accord_record_copy (board_card (fixture, title));

  accord_card_set_audience (draft, audience);
  put (fixture->workspace, draft);
}
