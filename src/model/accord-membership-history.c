/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-membership-query.h"

/* The other membership of the same member that touches this one: it ended the day before (before), or starts the day
 * after. NULL where none does. Borrowed. */
static AccordMembership *
find_neighbour (GListModel       *memberships,
                AccordMembership *membership,
                gboolean          before)
{
  AccordDate starts = accord_membership_get_starts (membership);
  AccordDate ends = accord_membership_get_ends (membership);

  for (guint i = 0; i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (AccordMembership) other = g_list_model_get_item (memberships, i);

      if (accord_membership_get_member (other) != accord_membership_get_member (membership)
          || accord_record_get_id (ACCORD_RECORD (other)) == accord_record_get_id (ACCORD_RECORD (membership)))
        continue;
      if (before && starts != ACCORD_DATE_NONE && accord_membership_get_ends (other) == starts - 1)
        return other;
      if (!before && ends != ACCORD_DATE_NONE && accord_membership_get_starts (other) == ends + 1)
        return other;
    }

  return NULL;
}

static AccordMembership *
find_stored (GListModel       *memberships,
             AccordMembership *draft)
{
  for (guint i = 0; i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (AccordMembership) other = g_list_model_get_item (memberships, i);

      if (accord_record_get_id (ACCORD_RECORD (other)) == accord_record_get_id (ACCORD_RECORD (draft)))
        return other;
    }

  return NULL;
}

GPtrArray *
accord_membership_correct (GListModel       *memberships,
                           AccordMembership *draft)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  AccordMembership *stored, *before, *after;

  g_return_val_if_fail (G_IS_LIST_MODEL (memberships), drafts);
  g_return_val_if_fail (ACCORD_IS_MEMBERSHIP (draft), drafts);

  g_ptr_array_add (drafts, g_object_ref (draft));
  stored = find_stored (memberships, draft);
  if (stored == NULL)
    return drafts;

  before = find_neighbour (memberships, stored, TRUE);
  after = find_neighbour (memberships, stored, FALSE);
  if (before != NULL && accord_membership_get_starts (draft) != ACCORD_DATE_NONE
      && accord_membership_get_starts (draft) != accord_membership_get_starts (stored))
    {
      before = accord_record_copy (before);
      accord_membership_set_ends (before, accord_membership_get_starts (draft) - 1);
      g_ptr_array_add (drafts, before);
    }
  if (after != NULL && accord_membership_get_ends (draft) != ACCORD_DATE_NONE
      && accord_membership_get_ends (draft) != accord_membership_get_ends (stored))
    {
      after = accord_record_copy (after);
      accord_membership_set_starts (after, accord_membership_get_ends (draft) + 1);
      g_ptr_array_add (drafts, after);
    }

  return drafts;
}

GPtrArray *
accord_membership_withdraw (GListModel       *memberships,
                            AccordMembership *membership)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  AccordMembership *before, *after;

  g_return_val_if_fail (G_IS_LIST_MODEL (memberships), drafts);
  g_return_val_if_fail (ACCORD_IS_MEMBERSHIP (membership), drafts);

  before = find_neighbour (memberships, membership, TRUE);
  after = find_neighbour (memberships, membership, FALSE);
  if (before != NULL)
    {
      before = accord_record_copy (before);
      accord_membership_set_ends (before, accord_membership_get_ends (membership));
      g_ptr_array_add (drafts, before);
    }
  else if (after != NULL)
    {
      after = accord_record_copy (after);
      accord_membership_set_starts (after, accord_membership_get_starts (membership));
      g_ptr_array_add (drafts, after);
    }

  return drafts;
}
