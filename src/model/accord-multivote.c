/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-multivote.h"

#define VOTES_MIN 3

guint
accord_multivote_default (guint n_candidates)
{
  return MAX ((n_candidates + 1) / 3, VOTES_MIN);
}

guint
accord_multivote_each (AccordBoardRules *rules,
                       guint             n_candidates)
{
  g_return_val_if_fail (rules == NULL || ACCORD_IS_BOARD_RULES (rules), 0);

  if (rules != NULL && accord_board_rules_get_votes_each (rules) > 0)
    return (guint) accord_board_rules_get_votes_each (rules);

  return accord_multivote_default (n_candidates);
}

gboolean
accord_multivote_is_by (AccordVote        *vote,
                        const AccordVoter *voter)
{
  g_return_val_if_fail (voter != NULL, FALSE);

  return accord_vote_get_member (vote) == voter->member && accord_vote_get_ballot (vote) == voter->ballot;
}

GHashTable *
accord_multivote_list_ids (GPtrArray *candidates)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (candidates != NULL, ids);

  for (guint i = 0; i < candidates->len; i++)
    {
      const gint64 id = accord_record_get_id (candidates->pdata[i]);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }

  return ids;
}

AccordVote *
accord_multivote_find (GListModel        *votes,
                       GType              kind,
                       gint64             candidate,
                       const AccordVoter *voter)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (votes), NULL);
  g_return_val_if_fail (voter != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);

      /* The list keeps it. */
      if (accord_vote_get_candidate (vote, kind) == candidate && accord_multivote_is_by (vote, voter))
        return vote;
    }

  return NULL;
}

guint
accord_multivote_spent (GListModel        *votes,
                        GType              kind,
                        GHashTable        *candidates,
                        const AccordVoter *voter)
{
  guint spent = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (votes), 0);
  g_return_val_if_fail (candidates != NULL && voter != NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);
      const gint64 candidate = accord_vote_get_candidate (vote, kind);

      if (accord_multivote_is_by (vote, voter) && g_hash_table_contains (candidates, &candidate))
        spent += (guint) accord_vote_get_count (vote);
    }

  return spent;
}

GHashTable *
accord_multivote_tally (GListModel *votes,
                        GType       kind)
{
  GHashTable *tally = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (votes), tally);

  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);
      const gint64 candidate = accord_vote_get_candidate (vote, kind);
      const guint count = accord_multivote_count (tally, candidate) + (guint) accord_vote_get_count (vote);

      if (candidate == 0)
        continue;
      g_hash_table_insert (tally, g_memdup2 (&candidate, sizeof candidate), GUINT_TO_POINTER (count));
    }

  return tally;
}

guint
accord_multivote_count (GHashTable *tally,
                        gint64      candidate)
{
  g_return_val_if_fail (tally != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (tally, &candidate));
}

guint
accord_multivote_clamp (guint wanted,
                        guint given,
                        guint spent,
                        guint each)
{
  const guint elsewhere = spent > given ? spent - given : 0;

  return MIN (wanted, each > elsewhere ? each - elsewhere : 0);
}
