/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board.h"

static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  AccordCard *one = *(AccordCard **) a;
  AccordCard *other = *(AccordCard **) b;
  const gint64 by_position = accord_card_get_position (one) < accord_card_get_position (other)   ? -1
                             : accord_card_get_position (one) > accord_card_get_position (other) ? 1
                                                                                                 : 0;
  const gint64 one_id = accord_record_get_id (ACCORD_RECORD (one));
  const gint64 other_id = accord_record_get_id (ACCORD_RECORD (other));

  if (by_position != 0)
    return (int) by_position;

  return one_id < other_id ? -1 : one_id > other_id ? 1 : 0;
}

GPtrArray *
accord_board_list (GListModel    *cards,
                   gint64         year,
                   gint64         territory,
                   AccordQuadrant quadrant)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), list);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      if (accord_card_get_year (card) == year && accord_card_get_territory (card) == territory
          && accord_card_get_quadrant (card) == quadrant && accord_card_get_merged_into (card) == 0)
        g_ptr_array_add (list, g_steal_pointer (&card));
    }
  g_ptr_array_sort (list, compare_cards);

  return list;
}

guint
accord_board_place (const gint64 *positions,
                    guint         n_positions,
                    guint         index,
                    gint64       *placed)
{
  guint changed = 0;
  gint64 low, position;

  g_return_val_if_fail (positions != NULL || n_positions == 0, 0);
  g_return_val_if_fail (placed != NULL, 0);

  index = MIN (index, n_positions);
  low = index > 0 ? MAX (positions[index - 1], 0) : 0;
  if (index == n_positions)
    position = low <= G_MAXINT64 - ACCORD_BOARD_STEP ? low + ACCORD_BOARD_STEP : low;
  else
    position = positions[index] > low ? low + (positions[index] - low) / 2 : low;

  if (position > low)
    {
      for (guint i = 0; i < n_positions; i++)
        placed[i < index ? i : i + 1] = positions[i];
      placed[index] = position;
      return 0;
    }

  for (guint i = 0; i <= n_positions; i++)
    {
      placed[i] = (gint64) (i + 1) * ACCORD_BOARD_STEP;
      if (i != index && positions[i < index ? i : i - 1] != placed[i])
        changed++;
    }

  return changed;
}

static void
board_insert (GArray *positions,
              guint   index)
{
  g_autofree gint64 *placed = g_new (gint64, positions->len + 1);
  const guint n = positions->len;

  accord_board_place ((gint64 *) (gpointer) positions->data, n, index, placed);
  g_array_set_size (positions, 0);
  g_array_append_vals (positions, placed, n + 1);
}

/* Whether the cards that move stand in this order at the index already. */
static gboolean
board_stands (GPtrArray       *cards,
              GPtrArray       *moved,
              AccordBoardPlace place)
{
  for (guint i = 0; i < moved->len; i++)
    {
      if (place.index + i >= cards->len || cards->pdata[place.index + i] != moved->pdata[i]
          || accord_card_get_quadrant (moved->pdata[i]) != place.quadrant)
        return FALSE;
    }

  return TRUE;
}

static void
board_add_draft (GPtrArray     *drafts,
                 AccordCard    *card,
                 AccordQuadrant quadrant,
                 gint64         position)
{
  AccordCard *draft = accord_record_copy (card);

  accord_card_set_quadrant (draft, quadrant);
  accord_card_set_position (draft, position);
  accord_card_set_merged_into (draft, 0);
  g_ptr_array_add (drafts, draft);
}

GPtrArray *
accord_board_move_all (GPtrArray       *cards,
                       GPtrArray       *moved,
                       AccordBoardPlace place)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (cards != NULL && moved != NULL, drafts);

  for (guint i = 0; i < cards->len; i++)
    {
      const gint64 position = accord_card_get_position (cards->pdata[i]);

      if (g_ptr_array_find (moved, cards->pdata[i], NULL))
        continue;
      g_ptr_array_add (others, cards->pdata[i]);
      g_array_append_val (positions, position);
    }
  place.index = MIN (place.index, others->len);
  if (board_stands (cards, moved, place))
    return drafts;

  for (guint i = 0; i < moved->len; i++)
    board_insert (positions, place.index + i);

  for (guint i = 0; i < moved->len; i++)
    board_add_draft (drafts, moved->pdata[i], place.quadrant, g_array_index (positions, gint64, place.index + i));
  for (guint i = 0; i < others->len; i++)
    {
      const gint64 position = g_array_index (positions, gint64, i < place.index ? i : i + moved->len);

      if (position != accord_card_get_position (others->pdata[i]))
        board_add_draft (drafts, others->pdata[i], place.quadrant, position);
    }

  return drafts;
}

GPtrArray *
accord_board_move (GPtrArray       *cards,
                   AccordCard      *card,
                   AccordBoardPlace place)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  g_return_val_if_fail (ACCORD_IS_CARD (card), g_ptr_array_new ());

  g_ptr_array_add (moved, card);

  return accord_board_move_all (cards, moved, place);
}

gboolean
accord_board_step (const guint          counts[ACCORD_BOARD_N_QUADRANTS],
                   AccordBoardPlace     from,
                   AccordBoardDirection direction,
                   gboolean             moves,
                   AccordBoardPlace    *to)
{
  const guint row = from.quadrant / 2, column = from.quadrant % 2;
  AccordBoardPlace next = from;

  switch (direction)
    {
    case ACCORD_BOARD_UP:
      if (from.index > 0)
        next.index--;
      else if (row == 1)
        next = (AccordBoardPlace) { from.quadrant - 2, G_MAXUINT };
      break;

    case ACCORD_BOARD_DOWN:
      if (from.index + 1 < counts[from.quadrant])
        next.index++;
      else if (row == 0)
        next = (AccordBoardPlace) { from.quadrant + 2, 0 };
      break;

    case ACCORD_BOARD_START:
      if (column == 1)
        next.quadrant--;
      break;

    case ACCORD_BOARD_END:
      if (column == 0)
        next.quadrant++;
      break;

    default:
      g_return_val_if_reached (FALSE);
    }

  if (next.quadrant != from.quadrant)
    {
      if (!moves && counts[next.quadrant] == 0)
        return FALSE;
      next.index = MIN (next.index, counts[next.quadrant] - (moves ? 0 : 1));
    }
  else if (next.index == from.index)
    {
      return FALSE;
    }

  *to = next;

  return TRUE;
}
