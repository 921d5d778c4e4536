/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-quota-change.h"

static AccordQuota *
find_quarter (GPtrArray *quotas,
              gint64     member,
              AccordDate starts)
{
  for (guint i = 0; i < quotas->len; i++)
    {
      AccordQuota *quota = g_ptr_array_index (quotas, i);

      if (accord_quota_get_member (quota) == member && accord_quota_get_starts (quota) == starts
          && accord_quota_get_grain (quota) == ACCORD_GRAIN_QUARTER)
        return quota;
    }

  return NULL;
}

void
accord_quota_change_year (AccordChange *change,
                          GPtrArray    *quotas,
                          gint64        member,
                          int           year,
                          int           fiscal_start,
                          const gint64 *parts)
{
  AccordQuota *kept[4] = { NULL };
  AccordDate first = accord_plan_year_get_start (year, fiscal_start);
  AccordDate last = accord_plan_year_get_end (year, fiscal_start);

  for (int i = 0; parts != NULL && i < 4; i++)
    {
      AccordQuarter quarter = { year, i + 1 };
      AccordDate starts = accord_quarter_get_start (quarter, fiscal_start);
      g_autoptr (AccordQuota) draft = NULL;

      kept[i] = find_quarter (quotas, member, starts);
      draft = kept[i] != NULL ? accord_record_copy (kept[i]) : accord_quota_new ();
      accord_quota_set_member (draft, member);
      accord_quota_set_starts (draft, starts);
      accord_quota_set_grain (draft, ACCORD_GRAIN_QUARTER);
      accord_quota_set_amount (draft, parts[i]);
      accord_quota_set_source (draft, ACCORD_SOURCE_TYPED);
      accord_change_put (change, draft);
    }
  for (guint i = 0; i < quotas->len; i++)
    {
      AccordQuota *quota = g_ptr_array_index (quotas, i);
      AccordDate starts = accord_quota_get_starts (quota);
      gboolean stays = FALSE;

      for (int j = 0; j < 4; j++)
        stays = stays || kept[j] == quota;
      if (!stays && accord_quota_get_member (quota) == member && starts >= first && starts <= last)
        accord_change_remove (change, quota);
    }
}

GPtrArray *
accord_quota_list_of (GListModel *quotas,
                      gint64      member)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0, n = g_list_model_get_n_items (quotas); i < n; i++)
    {
      /* The list holds it. */
      g_autoptr (AccordQuota) quota = g_list_model_get_item (quotas, i);

      if (accord_quota_get_member (quota) == member)
        g_ptr_array_add (own, quota);
    }

  return own;
}
