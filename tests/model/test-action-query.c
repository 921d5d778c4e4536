/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-action-query.h"
#include "accord-ask-query.h"
#include "accord-tows-query.h"

/* What is asked about actions, asks and strategies of a small board: two strengths, of which the second lies under the
 * first, a weakness, an opportunity and a threat. */
enum
{
  STRENGTH = 1,
  UNDER,
  WEAKNESS,
  OPPORTUNITY,
  THREAT,
  ELSEWHERE, /* on a territory's board */
  NOW,       /* next year's card, which goes on with the strength */
};

static AccordCard *
add_card (GListStore    *cards,
          gint64         id,
          AccordQuadrant quadrant)
{
  g_autoptr (AccordCard) card = accord_card_new ();

  accord_record_set_id (ACCORD_RECORD (card), id);
  accord_card_set_year (card, id == NOW ? 2027 : 2026);
  accord_card_set_territory (card, id == ELSEWHERE ? 3 : 0);
  accord_card_set_quadrant (card, quadrant);
  g_list_store_append (cards, card);

  return card;
}

static GListStore *
make_cards (void)
{
  GListStore *cards = g_list_store_new (ACCORD_TYPE_CARD);

  add_card (cards, STRENGTH, ACCORD_QUADRANT_STRENGTH);
  accord_card_set_merged_into (add_card (cards, UNDER, ACCORD_QUADRANT_STRENGTH), STRENGTH);
  add_card (cards, WEAKNESS, ACCORD_QUADRANT_WEAKNESS);
  add_card (cards, OPPORTUNITY, ACCORD_QUADRANT_OPPORTUNITY);
  add_card (cards, THREAT, ACCORD_QUADRANT_THREAT);
  add_card (cards, ELSEWHERE, ACCORD_QUADRANT_STRENGTH);
  accord_card_set_carried_from (add_card (cards, NOW, ACCORD_QUADRANT_STRENGTH), STRENGTH);

  return cards;
}

static AccordCard *
get_card (GListStore *cards,
          gint64      id)
{
  g_autoptr (AccordCard) card = g_list_model_get_item (G_LIST_MODEL (cards), (guint) id - 1);

  return card;
}

static void
add_strategy (GListStore *strategies,
              gint64      id,
              gint64      internal,
              gint64      external,
              gint64      position)
{
  g_autoptr (AccordStrategy) strategy = accord_strategy_new ();

  accord_record_set_id (ACCORD_RECORD (strategy), id);
  accord_strategy_set_year (strategy, 2026);
  accord_strategy_set_internal (strategy, internal);
  accord_strategy_set_external (strategy, external);
  accord_strategy_set_position (strategy, position);
  g_list_store_append (strategies, strategy);
}

static AccordAction *
add_action (GListStore *actions,
            gint64      id,
            gint64      card,
            gint64      strategy,
            AccordDate  due)
{
  g_autoptr (AccordAction) action = accord_action_new ();

  accord_record_set_id (ACCORD_RECORD (action), id);
  accord_action_set_card (action, card);
  accord_action_set_strategy (action, strategy);
  accord_action_set_due (action, due);
  g_list_store_append (actions, action);

  return action;
}

/* ids: the expected ones, in order, with 0 at the end. */
static void
assert_ids (GPtrArray    *records,
            const gint64 *ids)
{
  guint n = 0;

  for (; ids[n] != 0; n++)
    {
      g_assert_cmpuint (n, <, records->len);
      g_assert_cmpint (accord_record_get_id (records->pdata[n]), ==, ids[n]);
    }
  g_assert_cmpuint (records->len, ==, n);
  g_ptr_array_unref (records);
}

#define ids(...) ((const gint64[]) { __VA_ARGS__, 0 })
#define NOTHING ((const gint64[]) { 0 })

static void
test_state (void)
{
  g_autoptr (AccordAction) action = accord_action_new ();
  const AccordDate today = accord_date_new (2026, 11, 18);

  /* Without a day nothing is late; on its day it is not yet. */
  g_assert_cmpint (accord_action_get_state (action, today), ==, ACCORD_ACTION_STATE_OPEN);
  accord_action_set_due (action, today);
  g_assert_cmpint (accord_action_get_state (action, today), ==, ACCORD_ACTION_STATE_OPEN);
  g_assert_cmpint (accord_action_get_state (action, today + 1), ==, ACCORD_ACTION_STATE_LATE);
  accord_action_set_done (action, today + 1);
  g_assert_cmpint (accord_action_get_state (action, today + 9), ==, ACCORD_ACTION_STATE_DONE);
}

static void
test_open (void)
{
  g_autoptr (GListStore) actions = g_list_store_new (ACCORD_TYPE_ACTION);

  add_action (actions, 1, 0, 0, ACCORD_DATE_NONE);
  accord_action_set_owner (add_action (actions, 2, STRENGTH, 0, 500), 7);
  accord_action_set_done (add_action (actions, 3, STRENGTH, 0, 100), 101);
  accord_action_set_owner (add_action (actions, 4, 0, 0, 300), 8);
  add_action (actions, 5, 0, 0, 300);

  assert_ids (accord_action_list_open (G_LIST_MODEL (actions), 0), ids (4, 5, 2, 1));
  assert_ids (accord_action_list_open (G_LIST_MODEL (actions), 7), ids (2));
  assert_ids (accord_action_list_open (G_LIST_MODEL (actions), 9), NOTHING);
}

static void
test_of_cards_and_boards (void)
{
  g_autoptr (GListStore) cards = make_cards ();
  g_autoptr (GListStore) strategies = g_list_store_new (ACCORD_TYPE_STRATEGY);
  g_autoptr (GListStore) actions = g_list_store_new (ACCORD_TYPE_ACTION);
  GListModel *a = G_LIST_MODEL (actions), *c = G_LIST_MODEL (cards), *s = G_LIST_MODEL (strategies);

  add_strategy (strategies, 1, UNDER, THREAT, 10);
  add_action (actions, 1, STRENGTH, 0, 30);
  add_action (actions, 2, UNDER, 0, 20);
  add_action (actions, 3, 0, 1, 10);
  add_action (actions, 4, ELSEWHERE, 0, 5);
  add_action (actions, 5, 0, 0, 1);

  assert_ids (accord_action_list_of_card (a, c, get_card (cards, STRENGTH)), ids (2, 1));
  assert_ids (accord_action_list_of_card (a, c, get_card (cards, UNDER)), ids (2));
  assert_ids (accord_action_list_about_card (a, c, s, get_card (cards, STRENGTH)), ids (3, 2, 1));
  assert_ids (accord_action_list_about_card (a, c, s, get_card (cards, THREAT)), ids (3));
  assert_ids (accord_action_list_about_card (a, c, s, get_card (cards, WEAKNESS)), NOTHING);
  assert_ids (accord_action_list_of_board (a, c, s, 2026, 0), ids (3, 2, 1));
  assert_ids (accord_action_list_of_board (a, c, s, 2026, 3), ids (4));
  assert_ids (accord_action_list_of_board (a, c, s, 2027, 0), NOTHING);
}

static void
test_past (void)
{
  g_autoptr (GListStore) cards = make_cards ();

  assert_ids (accord_card_list_past (G_LIST_MODEL (cards), get_card (cards, STRENGTH)), NOTHING);
  accord_card_set_carried_from (get_card (cards, STRENGTH), WEAKNESS);
  assert_ids (accord_card_list_past (G_LIST_MODEL (cards), get_card (cards, NOW)), ids (STRENGTH, WEAKNESS));
  /* In circles: it ends. */
  accord_card_set_carried_from (get_card (cards, WEAKNESS), STRENGTH);
  assert_ids (accord_card_list_past (G_LIST_MODEL (cards), get_card (cards, NOW)), ids (STRENGTH, WEAKNESS));
}

static void
test_tows (void)
{
  g_autoptr (GListStore) cards = make_cards ();
  g_autoptr (GListStore) strategies = g_list_store_new (ACCORD_TYPE_STRATEGY);
  GListModel *c = G_LIST_MODEL (cards), *s = G_LIST_MODEL (strategies);

  add_strategy (strategies, 1, UNDER, THREAT, 30);
  add_strategy (strategies, 2, STRENGTH, THREAT, 20);
  add_strategy (strategies, 3, STRENGTH, THREAT, 20);
  add_strategy (strategies, 4, WEAKNESS, OPPORTUNITY, 5);

  assert_ids (accord_tows_list (s, c, 2026, 0, ACCORD_TOWS_ST), ids (2, 3, 1));
  assert_ids (accord_tows_list (s, c, 2026, 0, ACCORD_TOWS_WO), ids (4));
  assert_ids (accord_tows_list (s, c, 2026, 0, ACCORD_TOWS_SO), NOTHING);
  assert_ids (accord_tows_list (s, c, 2026, 3, ACCORD_TOWS_ST), NOTHING);
  assert_ids (accord_tows_list_unpaired (s, c, 2026, 0), NOTHING);

  /* The strength turns out to come from outside; what lies under it goes along. */
  accord_card_set_quadrant (get_card (cards, STRENGTH), ACCORD_QUADRANT_OPPORTUNITY);
  assert_ids (accord_tows_list (s, c, 2026, 0, ACCORD_TOWS_ST), NOTHING);
  assert_ids (accord_tows_list_unpaired (s, c, 2026, 0), ids (2, 3, 1));
  /* Both changed sides: a pair again, of another kind. */
  accord_card_set_quadrant (get_card (cards, THREAT), ACCORD_QUADRANT_WEAKNESS);
  assert_ids (accord_tows_list (s, c, 2026, 0, ACCORD_TOWS_WO), ids (4, 2, 3, 1));
}

static AccordAsk *
get_ask (GListModel *asks,
         gint64      id)
{
  g_autoptr (AccordAsk) ask = g_list_model_get_item (asks, (guint) id - 1);

  return ask;
}

static void
test_asks (void)
{
  static const struct
  {
    const char *department;
    gint64 card;
    AccordDate needed;
  } rows[] = {
    { "Marketing", STRENGTH, ACCORD_DATE_NONE }, { "Finance", UNDER, 50 }, { "Marketing", THREAT, 70 },
    { "Legal", NOW, 10 },                        { "legal", NOW, 5 },      { "Marketing", ELSEWHERE, 60 },
  };
  static const char *const departments[] = { "Product", "Sales Ops", "Marketing", "Finance", "Legal", NULL };
  g_autoptr (GListStore) cards = make_cards ();
  g_autoptr (GListStore) asks = g_list_store_new (ACCORD_TYPE_ASK);
  GListModel *c = G_LIST_MODEL (cards), *a = G_LIST_MODEL (asks);
  g_auto (GStrv) names = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AccordAsk) ask = accord_ask_new ();

      accord_record_set_id (ACCORD_RECORD (ask), (gint64) i + 1);
      accord_ask_set_department (ask, rows[i].department);
      accord_ask_set_card (ask, rows[i].card);
      accord_ask_set_needed (ask, rows[i].needed);
      g_list_store_append (asks, ask);
    }

  names = accord_ask_list_departments (a);
  g_assert_cmpstrv (names, departments);
  assert_ids (accord_ask_list_of_card (a, c, get_card (cards, STRENGTH)), ids (1, 2));
  assert_ids (accord_ask_list_of_year (a, c, 2026), ids (2, 6, 3, 1));
  /* However it is written, it is the same department. */
  g_assert_cmpint (accord_ask_compare_departments (" marketing", "Marketing "), ==, 0);
  g_assert_cmpint (accord_ask_compare_departments ("finance", "Marketing"), <, 0);
  accord_ask_set_department (get_ask (a, 6), "marketing");
  assert_ids (accord_ask_list_of_year (a, c, 2026), ids (2, 6, 3, 1));
  accord_ask_set_department (get_ask (a, 3), "marketing");
  accord_ask_set_department (get_ask (a, 6), "Marketing");
  assert_ids (accord_ask_list_of_year (a, c, 2026), ids (2, 6, 3, 1));
}

static void
test_ask_steps (void)
{
  g_autoptr (AccordAsk) ask = accord_ask_new ();

  accord_ask_move_to (ask, ACCORD_ASK_STATUS_ASKED, 100);
  g_assert_cmpint (accord_ask_get_asked (ask), ==, 100);
  accord_ask_move_to (ask, ACCORD_ASK_STATUS_AGREED, 120);
  g_assert_cmpint (accord_ask_get_asked (ask), ==, 100);
  g_assert_true (accord_ask_is_open (ask));
  accord_ask_move_to (ask, ACCORD_ASK_STATUS_DONE, 130);
  g_assert_false (accord_ask_is_open (ask));
  accord_ask_move_to (ask, ACCORD_ASK_STATUS_DRAFT, 140);
  g_assert_cmpint (accord_ask_get_asked (ask), ==, ACCORD_DATE_NONE);

  accord_ask_take_reply (ask, "Perhaps", 200);
  accord_ask_take_reply (ask, "Yes", 210);
  g_assert_cmpint (accord_ask_get_replied (ask), ==, 200);
  accord_ask_take_reply (ask, "", 220);
  g_assert_cmpint (accord_ask_get_replied (ask), ==, ACCORD_DATE_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/action-query/state", test_state);
  g_test_add_func ("/action-query/open", test_open);
  g_test_add_func ("/action-query/of-cards-and-boards", test_of_cards_and_boards);
  g_test_add_func ("/action-query/past", test_past);
  g_test_add_func ("/action-query/tows", test_tows);
  g_test_add_func ("/action-query/asks", test_asks);
  g_test_add_func ("/action-query/ask-steps", test_ask_steps);

  return g_test_run ();
}
