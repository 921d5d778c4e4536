/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-priority.h"

#include <math.h>

#include "accord-board-query.h"
#include "accord-board.h"

/* Between two dots that stand side by side, as a part of one. */
#define DOT_GAP 0.1

AccordPriorityGroup
accord_priority_group_of (AccordQuadrant quadrant)
{
  return quadrant == ACCORD_QUADRANT_STRENGTH || quadrant == ACCORD_QUADRANT_OPPORTUNITY ? ACCORD_PRIORITY_USE
                                                                                         : ACCORD_PRIORITY_MITIGATE;
}

GPtrArray *
accord_priority_list (GListModel         *cards,
                      GListModel         *votes,
                      gint64              year,
                      gint64              territory,
                      AccordPriorityGroup group)
{
  GPtrArray *listed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) tally = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (cards) && G_IS_LIST_MODEL (votes), listed);

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      if (accord_priority_group_of ((AccordQuadrant) i) == group)
        g_ptr_array_extend_and_steal (listed, accord_board_list (cards, year, territory, (AccordQuadrant) i));
    }
  tally = accord_board_tally (cards, votes);
  accord_board_sort (listed, tally, ACCORD_BOARD_BY_PRIORITY);

  return listed;
}

gint64
accord_priority_step (gint64 rating,
                      int    steps)
{
  return CLAMP (rating + steps, 0, ACCORD_PRIORITY_LEVELS);
}

/* How many dots stand side by side in a length. */
static guint
fitting (double length,
         double dot)
{
  return (guint) MAX (floor ((length + dot * DOT_GAP) / (dot * (1 + DOT_GAP))), 1);
}

/* The place of the index-th of n dots along a length: in its middle, apart where they fit, else over one another. */
static double
along (guint  index,
       guint  n,
       double length,
       double dot)
{
  const double room = MAX (length - dot, 0);
  const double step = n > 1 ? MIN (dot * (1 + DOT_GAP), room / (n - 1)) : 0;

  return (length - dot - step * (n - 1)) / 2 + step * index;
}

void
accord_priority_place_dot (guint   index,
                           guint   n,
                           double  width,
                           double  height,
                           double  dot,
                           double *x,
                           double *y)
{
  guint columns, rows, in_row;

  g_return_if_fail (index < n && dot > 0);

  columns = fitting (width, dot);
  /* Those that overlap are spread by the room that there is to move them. */
  if (n > columns * fitting (height, dot))
    columns = (guint) MAX (ceil (sqrt (n * (MAX (width - dot, 0) + 1) / (MAX (height - dot, 0) + 1))), 1);
  columns = MIN (columns, n);
  rows = (n + columns - 1) / columns;
  in_row = index / columns == rows - 1 ? n - (rows - 1) * columns : columns;

  *x = along (index % columns, in_row, width, dot);
  *y = along (index / columns, rows, height, dot);
}

gint64
accord_priority_level_at (double point,
                          double length)
{
  if (length <= 0 || point < 0 || point >= length)
    return 0;

  return MIN ((gint64) (point / length * ACCORD_PRIORITY_LEVELS), ACCORD_PRIORITY_LEVELS - 1) + 1;
}
