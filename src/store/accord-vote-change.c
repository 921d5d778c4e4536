/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-vote-change.h"

void
accord_vote_change_give (AccordChange      *change,
                         AccordWorkspace   *workspace,
                         gpointer           candidate,
                         const AccordVoter *voter,
                         guint              count)
{
  const gint64 id = accord_record_get_id (candidate);
  const GType kind = G_OBJECT_TYPE (candidate);
  AccordVote *vote;
  g_autoptr (AccordVote) draft = NULL;

  g_return_if_fail (change != NULL && voter != NULL);

  vote = accord_multivote_find (accord_workspace_get_list (workspace, ACCORD_TYPE_VOTE), kind, id, voter);
  if (count == 0)
    {
      if (vote != NULL)
        accord_change_remove (change, vote);
      return;
    }

  draft = vote != NULL ? accord_record_copy (vote) : accord_vote_new ();
  accord_vote_set_candidate (draft, kind, id);
  accord_vote_set_member (draft, voter->member);
  accord_vote_set_ballot (draft, voter->ballot);
  accord_vote_set_count (draft, count);
  accord_change_put (change, draft);
}

void
accord_vote_change_clear (AccordChange    *change,
                          AccordWorkspace *workspace,
                          GType            kind,
                          GHashTable      *candidates)
{
  GListModel *votes = accord_workspace_get_list (workspace, ACCORD_TYPE_VOTE);

  g_return_if_fail (change != NULL && candidates != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);
      const gint64 candidate = accord_vote_get_candidate (vote, kind);

      if (g_hash_table_contains (candidates, &candidate))
        accord_change_remove (change, vote);
    }
}
