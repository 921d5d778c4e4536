/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-compare.h"

#include <glib/gi18n.h>

#include "accord-board-query.h"

const char *
accord_card_fate_get_label (AccordCardFate fate)
{
  switch (fate)
    {
    case ACCORD_CARD_FATE_NEW:
      /* Translators: a card that an earlier year's board did not have. */
      return C_("card", "New");

    case ACCORD_CARD_FATE_STAYED:
      /* Translators: a card that was carried over from an earlier year's board as it was. */
      return C_("card", "Still there");

    case ACCORD_CARD_FATE_MOVED:
      /* Translators: a card that was carried over from an earlier year's board and is in another quadrant now. */
      return C_("card", "Moved");

    case ACCORD_CARD_FATE_RESOLVED:
      /* Translators: a card that was settled, so that it is not on the later board. */
      return C_("card", "Resolved");

    case ACCORD_CARD_FATE_GONE:
      /* Translators: a card that is not on the later board, though nobody said that it was settled. */
      return C_("card", "Gone");

    default:
      g_return_val_if_reached ("");
    }
}

static void
fate_free (gpointer data)
{
  AccordCardFateOf *self = data;

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self);
}

static void
add_fate (GPtrArray     *fates,
          AccordCard    *before,
          AccordCard    *after,
          AccordCardFate fate)
{
  AccordCardFateOf *of = g_new0 (AccordCardFateOf, 1);

  g_set_object (&of->before, before);
  g_set_object (&of->after, after);
  of->fate = fate;
  g_ptr_array_add (fates, of);
}

GHashTable *
accord_board_index_cards (GListModel *cards)
{
  GHashTable *by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), by_id);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      AccordCard *card = g_list_model_get_item (cards, i);
      const gint64 id = accord_record_get_id (ACCORD_RECORD (card));

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), card);
    }

  return by_id;
}

gint64
accord_board_find_origin (GHashTable *by_id,
                          AccordCard *card,
                          gint64      year)
{
  gint64 territory;

  g_return_val_if_fail (by_id != NULL, 0);
  g_return_val_if_fail (ACCORD_IS_CARD (card), 0);

  territory = accord_card_get_territory (card);
  while (card != NULL && accord_card_get_year (card) > year)
    {
      const gint64 from = accord_card_get_carried_from (card);
      AccordCard *earlier = g_hash_table_lookup (by_id, &from);

      if (earlier == NULL || accord_card_get_year (earlier) >= accord_card_get_year (card)
          || accord_card_get_territory (earlier) != territory)
        return 0;
      card = earlier;
    }

  return card != NULL && accord_card_get_year (card) == year ? accord_record_get_id (ACCORD_RECORD (card)) : 0;
}

/* Notes that the card of the earlier board went on as this one, unless another did before. FALSE where it was noted of
 * another, or there is no such card. */
static gboolean
follow (GHashTable *followed,
        gint64      origin,
        AccordCard *card)
{
  if (origin == 0 || card == NULL || g_hash_table_contains (followed, &origin))
    return FALSE;

  return g_hash_table_insert (followed, g_memdup2 (&origin, sizeof origin), card);
}

/* The card that this one lies under, where that is on the same board as it should be. */
static AccordCard *
card_host (GHashTable *by_id,
           AccordCard *card)
{
  const gint64 id = accord_card_get_merged_into (card);
  AccordCard *host = g_hash_table_lookup (by_id, &id);

  if (host == NULL || accord_card_get_merged_into (host) != 0
      || accord_card_get_year (host) != accord_card_get_year (card)
      || accord_card_get_territory (host) != accord_card_get_territory (card))
    return NULL;

  return host;
}

GPtrArray *
accord_board_compare (GListModel *cards,
                      gint64      territory,
                      gint64      earlier,
                      gint64      later)
{
  GPtrArray *fates = g_ptr_array_new_with_free_func (fate_free);
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (GHashTable) followed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) under = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), fates);
  g_return_val_if_fail (earlier < later, fates);

  by_id = accord_board_index_cards (cards);
  before = accord_board_list_all (cards, earlier, territory);
  after = accord_board_list_all (cards, later, territory);
  for (guint i = 0; i < after->len; i++)
    {
      const gint64 origin = accord_board_find_origin (by_id, after->pdata[i], earlier);

      if (accord_card_get_merged_into (after->pdata[i]) != 0)
        follow (under, origin, card_host (by_id, after->pdata[i]));
      else if (!follow (followed, origin, after->pdata[i]))
        g_ptr_array_add (fresh, after->pdata[i]);
    }

  for (guint i = 0; i < before->len; i++)
    {
      AccordCard *card = before->pdata[i];
      const gint64 id = accord_record_get_id (ACCORD_RECORD (card));
      AccordCard *next = g_hash_table_lookup (followed, &id);

      if (next == NULL && accord_card_get_merged_into (card) == 0)
        next = g_hash_table_lookup (under, &id);
      if (next != NULL)
        add_fate (fates, card, next,
                  accord_card_get_quadrant (next) == accord_card_get_quadrant (card) ? ACCORD_CARD_FATE_STAYED
                                                                                     : ACCORD_CARD_FATE_MOVED);
      else if (accord_card_get_merged_into (card) == 0)
        add_fate (fates, card, NULL,
                  accord_card_get_resolved (card) != ACCORD_DATE_NONE ? ACCORD_CARD_FATE_RESOLVED
                                                                      : ACCORD_CARD_FATE_GONE);
    }
  for (guint i = 0; i < fresh->len; i++)
    add_fate (fates, NULL, fresh->pdata[i], ACCORD_CARD_FATE_NEW);

  return fates;
}
