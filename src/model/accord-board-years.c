/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-years.h"

#include "accord-board-compare.h"
#include "accord-membership-query.h"

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  const gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

GArray *
accord_board_list_years (GListModel *cards,
                         gint64      territory)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), years);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);
      const gint64 year = accord_card_get_year (card);

      if (accord_card_get_territory (card) == territory && g_hash_table_add (seen, g_memdup2 (&year, sizeof year)))
        g_array_append_val (years, year);
    }
  g_array_sort (years, compare_years);

  return years;
}

gint64
accord_board_find_other_year (GListModel *cards,
                              gint64      territory,
                              gint64      year)
{
  g_autoptr (GArray) years = accord_board_list_years (cards, territory);
  gint64 found = 0;

  for (guint i = 0; i < years->len; i++)
    {
      const gint64 other = g_array_index (years, gint64, i);

      if (other < year || (other > year && found == 0))
        found = other;
    }

  return found;
}

/* by_id NULL: only what was carried over at once. */
static AccordCard *
find_carried (GListModel *cards,
              GHashTable *by_id,
              AccordCard *card,
              gint64      year)
{
  const gint64 id = accord_record_get_id (ACCORD_RECORD (card));

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) other = g_list_model_get_item (cards, i);

      if (accord_card_get_year (other) != year)
        continue;
      /* The list keeps it. */
      if (accord_card_get_carried_from (other) == id
          || (by_id != NULL && accord_board_find_origin (by_id, other, accord_card_get_year (card)) == id))
        return other;
    }

  return NULL;
}

AccordCard *
accord_board_find_carried (GListModel *cards,
                           AccordCard *card,
                           gint64      year)
{
  AccordCard *found;
  g_autoptr (GHashTable) by_id = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), NULL);
  g_return_val_if_fail (ACCORD_IS_CARD (card), NULL);

  found = find_carried (cards, NULL, card, year);
  /* No board lies between those of two years that follow one another. */
  if (found != NULL || year <= accord_card_get_year (card) + 1)
    return found;
  by_id = accord_board_index_cards (cards);

  return find_carried (cards, by_id, card, year);
}

GPtrArray *
accord_board_list_members (GListModel *members,
                           GListModel *memberships,
                           gint64      territory,
                           AccordDate  first,
                           AccordDate  last)
{
  GPtrArray *present = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (members) && G_IS_LIST_MODEL (memberships), present);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      AccordMembership *membership;

      if (accord_member_get_erased (member) || !accord_member_is_present (member, first, last))
        continue;
      membership = accord_membership_find_in (memberships, accord_record_get_id (ACCORD_RECORD (member)), first, last);
      if (territory == 0 || (membership != NULL && accord_membership_get_territory (membership) == territory))
        g_ptr_array_add (present, g_steal_pointer (&member));
    }
  g_ptr_array_sort (present, accord_member_compare_names);

  return present;
}
