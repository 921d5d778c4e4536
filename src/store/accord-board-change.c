/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-change.h"

#include "accord-action.h"
#include "accord-ask.h"
#include "accord-board-compare.h"
#include "accord-tows-query.h"

static GListModel *
board_cards (AccordWorkspace *workspace)
{
  return accord_workspace_get_list (workspace, ACCORD_TYPE_CARD);
}

static void
put_all (AccordChange *change,
         GPtrArray    *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    accord_change_put (change, drafts->pdata[i]);
}

gint64
accord_board_change_add (AccordChange           *change,
                         AccordWorkspace        *workspace,
                         const AccordBoardScope *scope,
                         AccordQuadrant          quadrant,
                         const char *const      *titles,
                         gint64                  author)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_val_if_fail (change != NULL && scope != NULL && titles != NULL, 0);

  cards = accord_board_list (board_cards (workspace), scope->year, scope->territory, quadrant);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      AccordCard *card = accord_card_new ();

      accord_record_set_id (ACCORD_RECORD (card), accord_workspace_reserve_id (workspace, ACCORD_TYPE_CARD));
      accord_card_set_year (card, scope->year);
      accord_card_set_territory (card, scope->territory);
      accord_card_set_title (card, titles[i]);
      accord_card_set_author (card, author);
      g_ptr_array_add (added, card);
    }
  if (added->len == 0)
    return 0;

  drafts = accord_board_move_all (cards, added, (AccordBoardPlace) { quadrant, cards->len });
  put_all (change, drafts);

  return accord_record_get_id (added->pdata[0]);
}

void
accord_board_change_move (AccordChange           *change,
                          AccordWorkspace        *workspace,
                          const AccordBoardScope *scope,
                          GPtrArray              *moved,
                          AccordBoardPlace        place)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_if_fail (change != NULL && scope != NULL && moved != NULL);

  cards = accord_board_list (board_cards (workspace), scope->year, scope->territory, place.quadrant);
  drafts = accord_board_move_all (cards, moved, place);
  put_all (change, drafts);
}

static void
remove_where (AccordChange    *change,
              AccordWorkspace *workspace,
              GType            type,
              gint64 (*get_card) (gpointer),
              gint64           card)
{
  GListModel *list = accord_workspace_get_list (workspace, type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordRecord) record = g_list_model_get_item (list, i);

      if (get_card (record) == card)
        accord_change_remove (change, record);
    }
}

static gint64
vote_card (gpointer vote)
{
  return accord_vote_get_card (vote);
}

static gint64
ask_card (gpointer ask)
{
  return accord_ask_get_card (ask);
}

/* Actions of cards and strategies that go, by id. Each is put once, also where both go. */
static void
release_actions (AccordChange    *change,
                 AccordWorkspace *workspace,
                 GHashTable      *cards,
                 GHashTable      *strategies)
{
  GListModel *actions = accord_workspace_get_list (workspace, ACCORD_TYPE_ACTION);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      const gint64 card_id = accord_action_get_card (action);
      const gint64 strategy_id = accord_action_get_strategy (action);
      AccordCard *card = g_hash_table_lookup (cards, &card_id);
      AccordStrategy *strategy = g_hash_table_lookup (strategies, &strategy_id);
      AccordAudience audience = accord_action_get_audience (action);
      g_autoptr (AccordAction) draft = NULL;

      if (card == NULL && strategy == NULL)
        continue;

      draft = accord_record_copy (action);
      if (card != NULL)
        {
          audience = MAX (audience, accord_card_get_audience (card));
          accord_action_set_card (draft, 0);
        }
      if (strategy != NULL)
        {
          audience = MAX (audience, accord_strategy_get_audience (strategy, board_cards (workspace)));
          accord_action_set_strategy (draft, 0);
        }
      accord_action_set_audience (draft, audience);
      accord_change_put (change, draft);
    }
}

static void
table_add (GHashTable *table,
           gpointer    record)
{
  const gint64 id = accord_record_get_id (record);

  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), g_object_ref (record));
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/* A card that goes on with one that is gone is a card of its own. */
static void
release_successors (AccordChange    *change,
                    AccordWorkspace *workspace,
                    GHashTable      *going)
{
  GListModel *cards = board_cards (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);
      const gint64 id = accord_record_get_id (ACCORD_RECORD (card));
      const gint64 from = accord_card_get_carried_from (card);
      g_autoptr (AccordCard) draft = NULL;

      if (!g_hash_table_contains (going, &from) || g_hash_table_contains (going, &id))
        continue;
      draft = accord_record_copy (card);
      accord_card_set_carried_from (draft, 0);
      accord_change_put (change, draft);
    }
}

void
accord_board_change_remove (AccordChange    *change,
                            AccordWorkspace *workspace,
                            GPtrArray       *cards)
{
  g_autoptr (GHashTable) going = table_new ();
  g_autoptr (GHashTable) pairs = table_new ();
  GListModel *strategies = accord_workspace_get_list (workspace, ACCORD_TYPE_STRATEGY);
  GHashTableIter iter;
  gpointer card;

  g_return_if_fail (change != NULL && cards != NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (GPtrArray) merged = accord_board_list_merged (board_cards (workspace), cards->pdata[i]);

      table_add (going, cards->pdata[i]);
      for (guint j = 0; j < merged->len; j++)
        table_add (going, merged->pdata[j]);
    }
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (AccordStrategy) strategy = g_list_model_get_item (strategies, i);
      const gint64 internal = accord_strategy_get_internal (strategy);
      const gint64 external = accord_strategy_get_external (strategy);

      if (g_hash_table_contains (going, &internal) || g_hash_table_contains (going, &external))
        table_add (pairs, strategy);
    }

  release_actions (change, workspace, going, pairs);
  release_successors (change, workspace, going);
  g_hash_table_iter_init (&iter, going);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    {
      remove_where (change, workspace, ACCORD_TYPE_VOTE, vote_card, accord_record_get_id (card));
      remove_where (change, workspace, ACCORD_TYPE_ASK, ask_card, accord_record_get_id (card));
      accord_change_remove (change, card);
    }
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    accord_change_remove (change, card);
}

static void
put_under (AccordChange *change,
           AccordCard   *card,
           gint64        host)
{
  g_autoptr (AccordCard) draft = accord_record_copy (card);

  accord_card_set_merged_into (draft, host);
  accord_change_put (change, draft);
}

void
accord_board_change_merge (AccordChange    *change,
                           AccordWorkspace *workspace,
                           AccordCard      *host,
                           GPtrArray       *others)
{
  AccordCard *top;
  gint64 id;

  g_return_if_fail (change != NULL && others != NULL);
  g_return_if_fail (ACCORD_IS_CARD (host));

  top = accord_board_top (board_cards (workspace), host);
  id = accord_record_get_id (ACCORD_RECORD (top));
  for (guint i = 0; i < others->len; i++)
    {
      g_autoptr (GPtrArray) merged = NULL;

      if (others->pdata[i] == top)
        continue;
      merged = accord_board_list_merged (board_cards (workspace), others->pdata[i]);
      put_under (change, others->pdata[i], id);
      for (guint j = 0; j < merged->len; j++)
        put_under (change, merged->pdata[j], id);
    }
}

void
accord_board_change_split (AccordChange    *change,
                           AccordWorkspace *workspace,
                           AccordCard      *host,
                           AccordCard      *only)
{
  const AccordBoardScope scope = { accord_card_get_year (host), accord_card_get_territory (host) };
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  AccordBoardPlace place = { accord_card_get_quadrant (host), 0 };

  g_return_if_fail (change != NULL);
  g_return_if_fail (only == NULL || ACCORD_IS_CARD (only));

  merged = accord_board_list_merged (board_cards (workspace), host);
  for (guint i = merged->len; only != NULL && i > 0; i--)
    {
      if (merged->pdata[i - 1] != only)
        g_ptr_array_remove_index (merged, i - 1);
    }
  cards = accord_board_list (board_cards (workspace), scope.year, scope.territory, place.quadrant);
  if (g_ptr_array_find (cards, host, &place.index))
    place.index++;
  accord_board_change_move (change, workspace, &scope, merged, place);
}

void
accord_board_change_sort (AccordChange           *change,
                          AccordWorkspace        *workspace,
                          const AccordBoardScope *scope,
                          AccordBoardOrder        order)
{
  g_autoptr (GHashTable) tally = NULL;

  g_return_if_fail (change != NULL && scope != NULL);

  tally = accord_board_tally (board_cards (workspace), accord_workspace_get_list (workspace, ACCORD_TYPE_VOTE));
  for (guint quadrant = 0; quadrant < ACCORD_BOARD_N_QUADRANTS; quadrant++)
    {
      g_autoptr (GPtrArray) cards
        = accord_board_list (board_cards (workspace), scope->year, scope->territory, (AccordQuadrant) quadrant);
      g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
      g_autoptr (GPtrArray) drafts = NULL;

      for (guint i = 0; i < cards->len; i++)
        g_ptr_array_add (sorted, cards->pdata[i]);
      accord_board_sort (sorted, tally, order);
      drafts = accord_board_move_all (cards, sorted, (AccordBoardPlace) { (AccordQuadrant) quadrant, 0 });
      put_all (change, drafts);
    }
}

static void
add_id (GHashTable *ids,
        gint64      id)
{
  if (id != 0)
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

/* The ids of the cards that those of a year's boards were carried over from: at once, and of those of the year from
 * those over boards of years between. */
static GHashTable *
carried_ids (AccordWorkspace *workspace,
             gint64           from,
             gint64           year)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GListModel *cards = board_cards (workspace);
  g_autoptr (GHashTable) by_id = accord_board_index_cards (cards);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      if (accord_card_get_year (card) != year)
        continue;
      add_id (ids, accord_card_get_carried_from (card));
      if (from < year)
        add_id (ids, accord_board_find_origin (by_id, card, from));
    }

  return ids;
}

/* A card of the year's board that goes on with the card, under host or on the board itself. It is there from then on.
 * (transfer full) */
static AccordCard *
carry_one (AccordWorkspace *workspace,
           GHashTable      *there,
           AccordCard      *card,
           gint64           year,
           gint64           host)
{
  AccordCard *copy = accord_record_copy (card);
  const gint64 id = accord_record_get_id (ACCORD_RECORD (card));

  accord_record_set_id (ACCORD_RECORD (copy), accord_workspace_reserve_id (workspace, ACCORD_TYPE_CARD));
  accord_card_set_year (copy, year);
  accord_card_set_merged_into (copy, host);
  accord_card_set_carried_from (copy, id);
  accord_card_set_resolved (copy, ACCORD_DATE_NONE);
  accord_card_set_outcome (copy, "");
  g_hash_table_add (there, g_memdup2 (&id, sizeof id));

  return copy;
}

static gboolean
is_there (GHashTable *there,
          AccordCard *card)
{
  const gint64 id = accord_record_get_id (ACCORD_RECORD (card));

  return g_hash_table_contains (there, &id);
}

/* Whether the card lies under one that is carried over as well, and so comes along with that. */
static gboolean
comes_along (AccordWorkspace *workspace,
             GHashTable      *there,
             GPtrArray       *cards,
             AccordCard      *card)
{
  AccordCard *top = accord_board_top (board_cards (workspace), card);

  return top != card && g_ptr_array_find (cards, top, NULL) && !is_there (there, top);
}

/* The card's copy joins copies; those of what lies under it are put. */
static void
carry_with_merged (AccordChange    *change,
                   AccordWorkspace *workspace,
                   GHashTable      *there,
                   AccordCard      *card,
                   gint64           year,
                   GPtrArray       *copies)
{
  AccordCard *copy = carry_one (workspace, there, card, year, 0);
  g_autoptr (GPtrArray) merged = accord_board_list_merged (board_cards (workspace), card);

  g_ptr_array_add (copies, copy);
  for (guint i = 0; i < merged->len; i++)
    {
      g_autoptr (AccordCard) under = NULL;

      if (is_there (there, merged->pdata[i]))
        continue;
      under = carry_one (workspace, there, merged->pdata[i], year, accord_record_get_id (ACCORD_RECORD (copy)));
      accord_change_put (change, under);
    }
}

guint
accord_board_change_carry (AccordChange    *change,
                           AccordWorkspace *workspace,
                           GPtrArray       *cards,
                           gint64           year)
{
  g_autoptr (GHashTable) there = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  guint n_carried = 0;

  g_return_val_if_fail (change != NULL && cards != NULL, 0);
  if (cards->len == 0)
    return 0;

  there = carried_ids (workspace, accord_card_get_year (cards->pdata[0]), year);
  for (guint i = 0; i < cards->len; i++)
    {
      if (!comes_along (workspace, there, cards, cards->pdata[i]))
        g_ptr_array_add (chosen, cards->pdata[i]);
    }
  for (guint quadrant = 0; quadrant < ACCORD_BOARD_N_QUADRANTS; quadrant++)
    {
      g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
      AccordBoardScope scope = { year, 0 };

      for (guint i = 0; i < chosen->len; i++)
        {
          AccordCard *card = chosen->pdata[i];

          if (accord_card_get_quadrant (card) != (AccordQuadrant) quadrant || is_there (there, card))
            continue;
          scope.territory = accord_card_get_territory (card);
          carry_with_merged (change, workspace, there, card, year, copies);
        }
      n_carried += copies->len;
      if (copies->len > 0)
        accord_board_change_move (change, workspace, &scope, copies,
                                  (AccordBoardPlace) { (AccordQuadrant) quadrant, G_MAXUINT });
    }

  return n_carried;
}
