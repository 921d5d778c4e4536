/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-query.h"

#include "accord-multivote.h"

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  AccordCard *one = *(AccordCard **) a;
  AccordCard *other = *(AccordCard **) b;
  const gint64 keys[][2] = {
    { accord_card_get_quadrant (one), accord_card_get_quadrant (other) },
    { accord_card_get_position (one), accord_card_get_position (other) },
    { accord_record_get_id (ACCORD_RECORD (one)), accord_record_get_id (ACCORD_RECORD (other)) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i][0] != keys[i][1])
        return keys[i][0] < keys[i][1] ? -1 : 1;
    }

  return 0;
}

GPtrArray *
accord_board_list_merged (GListModel *cards,
                          AccordCard *host)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), merged);
  g_return_val_if_fail (ACCORD_IS_CARD (host), merged);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      if (accord_card_get_merged_into (card) == accord_record_get_id (ACCORD_RECORD (host)))
        g_ptr_array_add (merged, g_steal_pointer (&card));
    }
  g_ptr_array_sort (merged, compare_places);

  return merged;
}

AccordCard *
accord_board_find_card (GListModel *cards,
                        gint64      id)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (cards), NULL);

  for (guint i = 0; id != 0 && i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      /* The list keeps it. */
      if (accord_record_get_id (ACCORD_RECORD (card)) == id)
        return card;
    }

  return NULL;
}

AccordCard *
accord_board_top (GListModel *cards,
                  AccordCard *card)
{
  AccordCard *host;

  g_return_val_if_fail (ACCORD_IS_CARD (card), NULL);

  host = accord_board_find_card (cards, accord_card_get_merged_into (card));

  return host != NULL ? host : card;
}

GPtrArray *
accord_board_list_all (GListModel *cards,
                       gint64      year,
                       gint64      territory)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), all);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      if (accord_card_get_year (card) == year && accord_card_get_territory (card) == territory)
        g_ptr_array_add (all, g_steal_pointer (&card));
    }
  g_ptr_array_sort (all, compare_places);

  return all;
}

AccordBoardRules *
accord_board_find_rules (GListModel *rules,
                         gint64      year,
                         gint64      territory)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (rules), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (AccordBoardRules) found = g_list_model_get_item (rules, i);

      if (accord_board_rules_get_year (found) == year && accord_board_rules_get_territory (found) == territory)
        return found;
    }

  return NULL;
}

guint
accord_card_get_priority (AccordCard *self)
{
  g_return_val_if_fail (ACCORD_IS_CARD (self), 0);

  return (guint) (accord_card_get_impact (self) * accord_card_get_likelihood (self));
}

typedef struct
{
  GHashTable *tally;
  AccordBoardOrder order;
} Order;

static int
compare_weights (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const Order *order = user_data;
  AccordCard *one = *(AccordCard **) a;
  AccordCard *other = *(AccordCard **) b;
  const guint priority[2] = { accord_card_get_priority (one), accord_card_get_priority (other) };
  const guint votes[2] = { accord_multivote_count (order->tally, accord_record_get_id (ACCORD_RECORD (one))),
                           accord_multivote_count (order->tally, accord_record_get_id (ACCORD_RECORD (other))) };
  const guint *first = order->order == ACCORD_BOARD_BY_VOTES ? votes : priority;
  const guint *second = order->order == ACCORD_BOARD_BY_VOTES ? priority : votes;

  if (first[0] != first[1])
    return first[0] > first[1] ? -1 : 1;
  if (second[0] != second[1])
    return second[0] > second[1] ? -1 : 1;

  return compare_places (a, b);
}

void
accord_board_sort (GPtrArray       *cards,
                   GHashTable      *tally,
                   AccordBoardOrder order)
{
  Order by = { tally, order };

  g_return_if_fail (cards != NULL && tally != NULL);

  g_ptr_array_sort_with_data (cards, compare_weights, &by);
}

GHashTable *
accord_board_tally_merged (GListModel *cards)
{
  GHashTable *merged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), merged);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);
      const gint64 host = accord_card_get_merged_into (card);

      if (host != 0)
        g_hash_table_insert (merged, g_memdup2 (&host, sizeof host),
                             GUINT_TO_POINTER (accord_multivote_count (merged, host) + 1));
    }

  return merged;
}

GHashTable *
accord_board_tally (GListModel *cards,
                    GListModel *votes)
{
  GHashTable *tally;

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), NULL);

  tally = accord_multivote_tally (votes, ACCORD_TYPE_CARD);
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);
      const gint64 host = accord_card_get_merged_into (card);
      const guint count = accord_multivote_count (tally, accord_record_get_id (ACCORD_RECORD (card)));

      if (host != 0 && count > 0)
        g_hash_table_insert (tally, g_memdup2 (&host, sizeof host),
                             GUINT_TO_POINTER (accord_multivote_count (tally, host) + count));
    }

  return tally;
}
