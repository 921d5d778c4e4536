/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-tows-query.h"

#include <glib/gi18n.h>

#include "accord-board-query.h"

const char *
accord_tows_get_letters (AccordTows tows)
{
  switch (tows)
    {
    case ACCORD_TOWS_SO:
      /* Translators: strength and opportunity, by their first letters; likewise below. */
      return C_("strategies", "SO");

    case ACCORD_TOWS_ST:
      return C_("strategies", "ST");

    case ACCORD_TOWS_WO:
      return C_("strategies", "WO");

    case ACCORD_TOWS_WT:
      return C_("strategies", "WT");

    default:
      g_return_val_if_reached ("");
    }
}

gboolean
accord_strategy_get_tows (AccordStrategy *self,
                          GListModel     *cards,
                          AccordTows     *tows)
{
  AccordCard *internal, *external;

  g_return_val_if_fail (ACCORD_IS_STRATEGY (self), FALSE);

  internal = accord_board_find_card (cards, accord_strategy_get_internal (self));
  external = accord_board_find_card (cards, accord_strategy_get_external (self));

  return internal != NULL && external != NULL
         && accord_tows_of (accord_card_get_quadrant (accord_board_top (cards, internal)),
                            accord_card_get_quadrant (accord_board_top (cards, external)), tows);
}

AccordAudience
accord_strategy_get_audience (AccordStrategy *self,
                              GListModel     *cards)
{
  AccordCard *internal, *external;
  AccordAudience audience = ACCORD_AUDIENCE_TEAM;

  g_return_val_if_fail (ACCORD_IS_STRATEGY (self), ACCORD_AUDIENCE_HR);

  internal = accord_board_find_card (cards, accord_strategy_get_internal (self));
  external = accord_board_find_card (cards, accord_strategy_get_external (self));
  if (internal != NULL)
    audience = MAX (audience, accord_card_get_audience (internal));
  if (external != NULL)
    audience = MAX (audience, accord_card_get_audience (external));

  return audience;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  AccordStrategy *one = *(AccordStrategy *const *) a;
  AccordStrategy *other = *(AccordStrategy *const *) b;
  const gint64 position = accord_strategy_get_position (one);
  const gint64 other_position = accord_strategy_get_position (other);

  if (position != other_position)
    return position < other_position ? -1 : 1;

  return accord_record_get_id (ACCORD_RECORD (one)) < accord_record_get_id (ACCORD_RECORD (other)) ? -1 : 1;
}

/* kind NULL: those that are no pair. */
static GPtrArray *
list_strategies (GListModel       *strategies,
                 GListModel       *cards,
                 gint64            year,
                 gint64            territory,
                 const AccordTows *kind)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (strategies) && G_IS_LIST_MODEL (cards), list);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (AccordStrategy) strategy = g_list_model_get_item (strategies, i);
      AccordTows tows;
      gboolean paired;

      if (accord_strategy_get_year (strategy) != year || accord_strategy_get_territory (strategy) != territory)
        continue;
      paired = accord_strategy_get_tows (strategy, cards, &tows);
      if (kind != NULL ? paired && tows == *kind : !paired)
        g_ptr_array_add (list, g_steal_pointer (&strategy));
    }
  g_ptr_array_sort (list, compare_positions);

  return list;
}

GPtrArray *
accord_tows_list (GListModel *strategies,
                  GListModel *cards,
                  gint64      year,
                  gint64      territory,
                  AccordTows  tows)
{
  return list_strategies (strategies, cards, year, territory, &tows);
}

GPtrArray *
accord_tows_list_unpaired (GListModel *strategies,
                           GListModel *cards,
                           gint64      year,
                           gint64      territory)
{
  return list_strategies (strategies, cards, year, territory, NULL);
}
