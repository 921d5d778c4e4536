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
               gpointer      votes)
{
  const guint count = accord_metric_votes_for (votes, accord_record_get_id (*(AccordRecord **) a));
  const guint other = accord_metric_votes_for (votes, accord_record_get_id (*(AccordRecord **) b));

  return count != other ? (count > other ? -1 : 1) : compare_places (a, b);
}

GPtrArray *
accord_metric_list_by_votes (GListModel *metrics,
                             GListModel *votes,
                             gint64      territory)
{
  GPtrArray *list = accord_metric_list (metrics, territory, FALSE);

  g_ptr_array_sort_with_data (list, compare_votes, votes);

  return list;
}

static gboolean
vote_is_by (AccordVote        *vote,
            const AccordVoter *voter)
{
  return accord_vote_get_member (vote) == voter->member && accord_vote_get_ballot (vote) == voter->ballot;
}

AccordVote *
accord_metric_find_vote (GListModel        *votes,
                         gint64             metric,
                         const AccordVoter *voter)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (votes), NULL);
  g_return_val_if_fail (voter != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);

      /* The list keeps it. */
      if (accord_vote_get_metric (vote) == metric && vote_is_by (vote, voter))
        return vote;
    }

  return NULL;
}

guint
accord_metric_votes_spent (GListModel        *votes,
                           GPtrArray         *metrics,
                           const AccordVoter *voter)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint spent = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (votes), 0);
  g_return_val_if_fail (metrics != NULL && voter != NULL, 0);

  for (guint i = 0; i < metrics->len; i++)
    {
      const gint64 id = accord_record_get_id (metrics->pdata[i]);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);
      const gint64 metric = accord_vote_get_metric (vote);

      if (vote_is_by (vote, voter) && g_hash_table_contains (ids, &metric))
        spent += (guint) accord_vote_get_count (vote);
    }

  return spent;
}

guint
accord_metric_votes_for (GListModel *votes,
                         gint64      metric)
{
  guint count = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (votes), 0);

  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);

      if (accord_vote_get_metric (vote) == metric)
        count += (guint) accord_vote_get_count (vote);
    }

  return count;
}
