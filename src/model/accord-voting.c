/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-voting.h"

#include "accord-board-query.h"
#include "accord-board-years.h"
#include "accord-member.h"

GHashTable *
accord_voting_list_ids (GListModel *cards,
                        gint64      year,
                        gint64      territory)
{
  g_autoptr (GPtrArray) all = accord_board_list_all (cards, year, territory);

  return accord_multivote_list_ids (all);
}

GPtrArray *
accord_voting_list_members (GListModel *members,
                            GListModel *memberships,
                            GListModel *votes,
                            GHashTable *ids,
                            gint64      territory,
                            AccordDate  day)
{
  GPtrArray *voters = accord_board_list_members (members, memberships, territory, day, day);

  g_return_val_if_fail (G_IS_LIST_MODEL (members), voters);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      const AccordVoter voter = { accord_record_get_id (ACCORD_RECORD (member)), 0 };

      if (!g_ptr_array_find (voters, member, NULL)
          && accord_multivote_spent (votes, ACCORD_TYPE_CARD, ids, &voter) > 0)
        g_ptr_array_add (voters, g_steal_pointer (&member));
    }
  g_ptr_array_sort (voters, accord_member_compare_names);

  return voters;
}

guint
accord_voting_last_ballot (GListModel *votes,
                           GHashTable *ids)
{
  gint64 last = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (votes) && ids != NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);
      const gint64 card = accord_vote_get_card (vote);

      if (g_hash_table_contains (ids, &card))
        last = MAX (last, accord_vote_get_ballot (vote));
    }

  return (guint) last;
}

gboolean
accord_voting_has_begun (GListModel *votes,
                         GHashTable *ids)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (votes) && ids != NULL, FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);
      const gint64 card = accord_vote_get_card (vote);

      if (g_hash_table_contains (ids, &card))
        return TRUE;
    }

  return FALSE;
}

static guint
given_to (GListModel        *votes,
          gpointer           card,
          const AccordVoter *voter)
{
  AccordVote *vote = accord_multivote_find (votes, ACCORD_TYPE_CARD, accord_record_get_id (card), voter);

  return vote != NULL ? (guint) accord_vote_get_count (vote) : 0;
}

guint
accord_voting_given (GListModel        *cards,
                     GListModel        *votes,
                     AccordCard        *card,
                     const AccordVoter *voter)
{
  g_autoptr (GPtrArray) under = NULL;
  guint given;

  g_return_val_if_fail (ACCORD_IS_CARD (card) && voter != NULL, 0);

  given = given_to (votes, card, voter);
  under = accord_board_list_merged (cards, card);
  for (guint i = 0; i < under->len; i++)
    given += given_to (votes, under->pdata[i], voter);

  return given;
}

static void
tally_add (GHashTable *tally,
           gint64      card,
           guint       count)
{
  if (count > 0)
    g_hash_table_insert (tally, g_memdup2 (&card, sizeof card),
                         GUINT_TO_POINTER (accord_multivote_count (tally, card) + count));
}

GHashTable *
accord_voting_tally (GListModel        *cards,
                     GListModel        *votes,
                     const AccordVoter *voter)
{
  GHashTable *tally = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (voter != NULL, tally);

  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);

      if (accord_multivote_is_by (vote, voter))
        tally_add (tally, accord_vote_get_card (vote), (guint) accord_vote_get_count (vote));
    }
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      if (accord_card_get_merged_into (card) != 0)
        tally_add (tally, accord_card_get_merged_into (card),
                   accord_multivote_count (tally, accord_record_get_id (ACCORD_RECORD (card))));
    }

  return tally;
}

guint
accord_voting_allow (guint wanted,
                     guint given,
                     guint spent,
                     guint each)
{
  return wanted <= given ? wanted : MAX (accord_multivote_clamp (wanted, given, spent, each), given);
}
