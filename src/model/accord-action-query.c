/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-action-query.h"

#include <glib/gi18n.h>

#include "accord-board-query.h"

const char *
accord_action_state_get_label (AccordActionState state)
{
  switch (state)
    {
    case ACCORD_ACTION_STATE_OPEN:
      /* Translators: what is still to be done. */
      return C_("action", "Open");

    case ACCORD_ACTION_STATE_LATE:
      /* Translators: what should have been done by now. */
      return C_("action", "Late");

    case ACCORD_ACTION_STATE_DONE:
      return C_("action", "Done");

    default:
      g_return_val_if_reached ("");
    }
}

AccordActionState
accord_action_get_state (AccordAction *self,
                         AccordDate    today)
{
  const AccordDate due = accord_action_get_due (self);

  if (accord_action_get_done (self) != ACCORD_DATE_NONE)
    return ACCORD_ACTION_STATE_DONE;

  return due != ACCORD_DATE_NONE && due < today ? ACCORD_ACTION_STATE_LATE : ACCORD_ACTION_STATE_OPEN;
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  AccordAction *one = *(AccordAction *const *) a;
  AccordAction *other = *(AccordAction *const *) b;
  const AccordDate due = accord_action_get_due (one);
  const AccordDate other_due = accord_action_get_due (other);

  if (due != other_due)
    return due != ACCORD_DATE_NONE && (other_due == ACCORD_DATE_NONE || due < other_due) ? -1 : 1;

  return accord_record_get_id (ACCORD_RECORD (one)) < accord_record_get_id (ACCORD_RECORD (other)) ? -1 : 1;
}

GPtrArray *
accord_action_list_open (GListModel *actions,
                         gint64      owner)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (actions), list);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);

      if (accord_action_get_done (action) == ACCORD_DATE_NONE
          && (owner == 0 || accord_action_get_owner (action) == owner))
        g_ptr_array_add (list, g_steal_pointer (&action));
    }
  g_ptr_array_sort (list, compare_due);

  return list;
}

AccordStrategy *
accord_strategy_find (GListModel *strategies,
                      gint64      id)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (strategies), NULL);

  for (guint i = 0; id != 0 && i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (AccordStrategy) strategy = g_list_model_get_item (strategies, i);

      /* The list keeps it. */
      if (accord_record_get_id (ACCORD_RECORD (strategy)) == id)
        return strategy;
    }

  return NULL;
}

/* Whether the card with the id is this one, or lies under it. */
static gboolean
is_at (GListModel *cards,
       gint64      id,
       AccordCard *card)
{
  AccordCard *found = accord_board_find_card (cards, id);

  return found != NULL && (found == card || accord_board_top (cards, found) == card);
}

GPtrArray *
accord_action_list_about_card (GListModel *actions,
                               GListModel *cards,
                               GListModel *strategies,
                               AccordCard *card)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (actions) && G_IS_LIST_MODEL (cards), list);
  g_return_val_if_fail (ACCORD_IS_CARD (card), list);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      AccordStrategy *strategy
        = strategies != NULL ? accord_strategy_find (strategies, accord_action_get_strategy (action)) : NULL;

      if (is_at (cards, accord_action_get_card (action), card)
          || (strategy != NULL
              && (is_at (cards, accord_strategy_get_internal (strategy), card)
                  || is_at (cards, accord_strategy_get_external (strategy), card))))
        g_ptr_array_add (list, g_steal_pointer (&action));
    }
  g_ptr_array_sort (list, compare_due);

  return list;
}

GPtrArray *
accord_action_list_of_card (GListModel *actions,
                            GListModel *cards,
                            AccordCard *card)
{
  return accord_action_list_about_card (actions, cards, NULL, card);
}

GPtrArray *
accord_action_list_of_board (GListModel *actions,
                             GListModel *cards,
                             GListModel *strategies,
                             gint64      year,
                             gint64      territory)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (actions) && G_IS_LIST_MODEL (cards) && G_IS_LIST_MODEL (strategies), list);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      AccordCard *card = accord_board_find_card (cards, accord_action_get_card (action));
      AccordStrategy *strategy = accord_strategy_find (strategies, accord_action_get_strategy (action));

      if ((card != NULL && accord_card_get_year (card) == year && accord_card_get_territory (card) == territory)
          || (strategy != NULL && accord_strategy_get_year (strategy) == year
              && accord_strategy_get_territory (strategy) == territory))
        g_ptr_array_add (list, g_steal_pointer (&action));
    }
  g_ptr_array_sort (list, compare_due);

  return list;
}

GPtrArray *
accord_card_list_past (GListModel *cards,
                       AccordCard *card)
{
  GPtrArray *past = g_ptr_array_new_with_free_func (g_object_unref);
  AccordCard *earlier = card;

  g_return_val_if_fail (ACCORD_IS_CARD (card), past);

  /* A file that somebody else wrote may go round in circles. */
  while ((earlier = accord_board_find_card (cards, accord_card_get_carried_from (earlier))) != NULL && earlier != card
         && !g_ptr_array_find (past, earlier, NULL))
    g_ptr_array_add (past, g_object_ref (earlier));

  return past;
}
