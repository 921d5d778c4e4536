/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-query.h"

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  AccordMetric *one = *(AccordMetric **) a;
  AccordMetric *other = *(AccordMetric **) b;
  const gint64 place = accord_metric_get_position (one), other_place = accord_metric_get_position (other);
  const gint64 id = accord_record_get_id (ACCORD_RECORD (one)), other_id = accord_record_get_id (ACCORD_RECORD (other));

  if (place != other_place)
    return place < other_place ? -1 : 1;

  return id < other_id ? -1 : id > other_id;
}

GPtrArray *
accord_metric_list (GListModel *metrics,
                    gint64      territory,
                    gboolean    key_only)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (metrics), list);

  for (guint i = 0; i < g_list_model_get_n_items (metrics); i++)
    {
      g_autoptr (AccordMetric) metric = g_list_model_get_item (metrics, i);

      if (accord_metric_get_territory (metric) == territory && (!key_only || accord_metric_get_key (metric)))
        g_ptr_array_add (list, g_steal_pointer (&metric));
    }
  g_ptr_array_sort (list, compare_places);

  return list;
}

static int
compare_votes (gconstpointer a,
               gconstpointer b,
               gpointer      tally)
{
  const guint count = accord_multivote_count (tally, accord_record_get_id (*(AccordRecord **) a));
  const guint other = accord_multivote_count (tally, accord_record_get_id (*(AccordRecord **) b));

  return count != other ? (count > other ? -1 : 1) : compare_places (a, b);
}

GPtrArray *
accord_metric_list_by_votes (GListModel *metrics,
                             GListModel *votes,
                             gint64      territory)
{
  GPtrArray *list = accord_metric_list (metrics, territory, FALSE);
  g_autoptr (GHashTable) tally = accord_multivote_tally (votes, ACCORD_TYPE_METRIC);

  g_ptr_array_sort_with_data (list, compare_votes, tally);

  return list;
}
