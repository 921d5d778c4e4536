/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft.h"

AccordCommitment *
accord_commitment_find_latest (GListModel *commitments,
                               gint64      member,
                               int         year)
{
  guint n = g_list_model_get_n_items (commitments);
  AccordCommitment *latest = NULL;

  for (guint i = 0; i < n; i++)
    {
      /* The list holds them: what is found stays without a reference of its own. */
      g_autoptr (AccordCommitment) commitment = g_list_model_get_item (commitments, i);

      if (accord_commitment_get_member (commitment) == member && accord_commitment_get_year (commitment) == year
          && (latest == NULL
              || accord_commitment_get_version (commitment) > accord_commitment_get_version (latest)))
        latest = commitment;
    }

  return latest;
}

AccordPlan *
accord_plan_find (GListModel *plans,
                  gint64      member,
                  int         year)
{
  guint n = g_list_model_get_n_items (plans);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordPlan) plan = g_list_model_get_item (plans, i);

      if (accord_plan_get_member (plan) == member && accord_plan_get_year (plan) == year)
        return plan;
    }

  return NULL;
}
