/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-commitment-query.h"

AccordCommitment *
accord_commitment_find (GListModel *commitments,
                        gint64      member,
                        int         year,
                        AccordDate  as_of)
{
  AccordCommitment *found = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (commitments), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (commitments); i++)
    {
      /* The list holds them: what is found stays without a reference of its own. */
      g_autoptr (AccordCommitment) commitment = g_list_model_get_item (commitments, i);

      if (accord_commitment_get_member (commitment) == member && accord_commitment_get_year (commitment) == year
          && (as_of == ACCORD_DATE_NONE || accord_commitment_get_committed_on (commitment) <= as_of)
          && (found == NULL || accord_commitment_get_version (commitment) > accord_commitment_get_version (found)))
        found = commitment;
    }

  return found;
}

static int
compare_versions (gconstpointer a,
                  gconstpointer b)
{
  gint64 left = accord_commitment_get_version (*(AccordCommitment *const *) a);
  gint64 right = accord_commitment_get_version (*(AccordCommitment *const *) b);

  return (left < right) - (left > right);
}

GPtrArray *
accord_commitment_list_versions (GListModel *commitments,
                                 gint64      member,
                                 int         year)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (commitments); i++)
    {
      g_autoptr (AccordCommitment) commitment = g_list_model_get_item (commitments, i);

      if (accord_commitment_get_member (commitment) == member && accord_commitment_get_year (commitment) == year)
        g_ptr_array_add (versions, g_steal_pointer (&commitment));
    }
  g_ptr_array_sort (versions, compare_versions);

  return versions;
}
