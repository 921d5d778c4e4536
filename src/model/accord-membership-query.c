/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-membership-query.h"

#include "accord-rate.h"

AccordMembership *
accord_membership_find (GListModel *memberships,
                        gint64      member,
                        AccordDate  day)
{
  return accord_membership_find_in (memberships, member, day, day);
}

static gboolean
touches (AccordMembership *membership,
         AccordDate        first,
         AccordDate        last)
{
  const AccordDate ends = accord_membership_get_ends (membership);

  return accord_membership_get_starts (membership) <= last && (ends == ACCORD_DATE_NONE || ends >= first);
}

/* Whether it goes before what was found so far. */
static gboolean
is_later (AccordMembership *membership,
          AccordMembership *found)
{
  return found == NULL || accord_membership_get_starts (membership) >= accord_membership_get_starts (found);
}

AccordMembership *
accord_membership_find_in (GListModel *memberships,
                           gint64      member,
                           AccordDate  first,
                           AccordDate  last)
{
  AccordMembership *found = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (memberships), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (AccordMembership) membership = g_list_model_get_item (memberships, i);

      if (accord_membership_get_member (membership) == member && touches (membership, first, last)
          && is_later (membership, found))
        found = membership;
    }

  return found;
}

GHashTable *
accord_membership_index_in (GListModel *memberships,
                            AccordDate  first,
                            AccordDate  last)
{
  GHashTable *index;

  g_return_val_if_fail (G_IS_LIST_MODEL (memberships), NULL);

  index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (AccordMembership) membership = g_list_model_get_item (memberships, i);
      const gint64 member = accord_membership_get_member (membership);

      if (touches (membership, first, last) && is_later (membership, g_hash_table_lookup (index, &member)))
        g_hash_table_replace (index, g_memdup2 (&member, sizeof member), membership);
    }

  return index;
}

AccordDate
accord_membership_get_last_day (AccordDate first,
                                AccordDate last,
                                AccordDate as_of)
{
  return as_of >= first ? MIN (last, as_of) : last;
}

gboolean
accord_member_is_present (AccordMember *member,
                          AccordDate    first,
                          AccordDate    last)
{
  AccordDate left;

  g_return_val_if_fail (ACCORD_IS_MEMBER (member), FALSE);

  left = accord_member_get_left (member);

  return accord_member_get_started (member) <= last && (left == ACCORD_DATE_NONE || left >= first);
}

static gint64
known_share (gint64 share)
{
  return share == ACCORD_UNKNOWN ? ACCORD_RATE_ONE : share;
}

GPtrArray *
accord_membership_change (GListModel *memberships,
                          gint64      member,
                          gint64      territory,
                          gint64      manager,
                          gint64      share,
                          AccordDate  day)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  AccordMembership *held = accord_membership_find (memberships, member, day);
  AccordMembership *draft;

  if (held != NULL && accord_membership_get_territory (held) == territory
      && accord_membership_get_manager (held) == manager
      && known_share (accord_membership_get_share (held)) == known_share (share))
    return drafts;
  if (held == NULL && territory == 0 && manager == 0 && known_share (share) == ACCORD_RATE_ONE)
    return drafts;

  if (held != NULL && accord_membership_get_starts (held) == day)
    {
      draft = accord_record_copy (held);
    }
  else
    {
      draft = accord_membership_new ();
      accord_membership_set_member (draft, member);
      accord_membership_set_starts (draft, day);
      if (held != NULL)
        {
          AccordMembership *ended = accord_record_copy (held);

          accord_membership_set_ends (draft, accord_membership_get_ends (held));
          accord_membership_set_ends (ended, day - 1);
          g_ptr_array_add (drafts, ended);
        }
    }
  accord_membership_set_territory (draft, territory);
  accord_membership_set_manager (draft, manager);
  accord_membership_set_share (draft, known_share (share));
  g_ptr_array_add (drafts, draft);

  return drafts;
}

GPtrArray *
accord_membership_move (GListModel *memberships,
                        gint64      member,
                        gint64      territory,
                        gint64      manager,
                        AccordDate  day)
{
  AccordMembership *held = accord_membership_find (memberships, member, day);

  return accord_membership_change (memberships, member, territory, manager,
                                   held != NULL ? accord_membership_get_share (held) : ACCORD_RATE_ONE, day);
}
