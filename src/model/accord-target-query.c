/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-query.h"

#include "accord-commitment.h"
#include "accord-weekly-need.h"

static gboolean
is_at (AccordTarget            *target,
       const AccordTargetPlace *place)
{
  return accord_target_get_metric (target) == place->metric && accord_target_get_member (target) == place->member
         && accord_target_get_starts (target) == place->starts && accord_target_get_grain (target) == place->grain;
}

AccordTarget *
accord_target_find (GListModel              *targets,
                    const AccordTargetPlace *place)
{
  AccordTarget *found = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (targets), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) target = g_list_model_get_item (targets, i);

      /* The list keeps it. */
      if (is_at (target, place)
          && (found == NULL || accord_target_get_version (target) > accord_target_get_version (found)))
        found = target;
    }

  return found != NULL && accord_target_get_value (found) != ACCORD_UNKNOWN ? found : NULL;
}

static int
compare_versions (gconstpointer a,
                  gconstpointer b)
{
  const gint64 one = accord_target_get_version (*(AccordTarget **) a);
  const gint64 other = accord_target_get_version (*(AccordTarget **) b);

  return one > other ? -1 : one < other;
}

GPtrArray *
accord_target_list_versions (GListModel              *targets,
                             const AccordTargetPlace *place)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (targets), versions);
  g_return_val_if_fail (place != NULL, versions);

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) target = g_list_model_get_item (targets, i);

      if (is_at (target, place))
        g_ptr_array_add (versions, g_steal_pointer (&target));
    }
  g_ptr_array_sort (versions, compare_versions);

  return versions;
}

gboolean
accord_target_is_from_plan (AccordTarget *self,
                            GListModel   *commitments)
{
  g_return_val_if_fail (ACCORD_IS_TARGET (self), FALSE);
  g_return_val_if_fail (G_IS_LIST_MODEL (commitments), FALSE);

  if (*accord_target_get_reason (self) == '\0')
    return FALSE;

  /* The reason is all that the wizard leaves: what it would write for one of the member's commitments of that day. */
  for (guint i = 0; i < g_list_model_get_n_items (commitments); i++)
    {
      g_autoptr (AccordCommitment) commitment = g_list_model_get_item (commitments, i);
      g_autofree char *reason = NULL;

      if (accord_commitment_get_member (commitment) != accord_target_get_member (self)
          || accord_commitment_get_committed_on (commitment) != accord_target_get_set_on (self))
        continue;
      reason = accord_weekly_need_dup_reason (commitment);
      if (g_str_equal (reason, accord_target_get_reason (self)))
        return TRUE;
    }

  return FALSE;
}
