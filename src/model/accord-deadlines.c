/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-deadlines.h"

#include "accord-action.h"

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const AccordDeadlines *one = a;
  const AccordDeadlines *other = b;

  return one->member < other->member ? -1 : one->member > other->member;
}

static void
count_action (AccordDeadlines *self,
              AccordAction    *action,
              AccordDate       as_of)
{
  const AccordDate due = accord_action_get_due (action), done = accord_action_get_done (action);

  self->due++;
  if (done == ACCORD_DATE_NONE || done > as_of)
    self->open++;
  else if (done <= due)
    self->met++;
  else
    self->late++;
}

GArray *
accord_deadlines_read (GListModel *actions,
                       AccordDate  first,
                       AccordDate  last,
                       AccordDate  as_of)
{
  GArray *deadlines = g_array_new (FALSE, FALSE, sizeof (AccordDeadlines));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (actions), deadlines);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (actions, i);
      const AccordDeadlines none = { .member = accord_action_get_owner (action) };
      const AccordDate due = accord_action_get_due (action), done = accord_action_get_done (action);
      guint place;

      if (none.member == 0 || due == ACCORD_DATE_NONE || due < first || due > MIN (last, as_of)
          || (due == as_of && (done == ACCORD_DATE_NONE || done > as_of)))
        continue;
      place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &none.member));
      if (place == 0)
        {
          g_array_append_val (deadlines, none);
          place = deadlines->len;
          g_hash_table_insert (places, g_memdup2 (&none.member, sizeof none.member), GUINT_TO_POINTER (place));
        }
      count_action (&g_array_index (deadlines, AccordDeadlines, place - 1), action, as_of);
    }
  g_array_sort (deadlines, compare_members);

  return deadlines;
}

AccordDeadlines
accord_deadlines_find (GArray *deadlines,
                       gint64  member)
{
  const AccordDeadlines none = { .member = member };
  guint place;

  return g_array_binary_search (deadlines, &none, compare_members, &place)
           ? g_array_index (deadlines, AccordDeadlines, place)
           : none;
}

AccordRate
accord_deadlines_get_rate (const AccordDeadlines *self)
{
  return accord_rate_from_ratio (self->met, self->due);
}
