/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft-private.h"

#include "accord-clock.h"
#include "accord-membership-query.h"
#include "accord-money.h"

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

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return g_utf8_collate (accord_member_get_name ((AccordMember *) a), accord_member_get_name ((AccordMember *) b));
}

GListModel *
accord_plan_draft_list_members (AccordPlanDraft *self,
                                gboolean         others_only)
{
  GListModel *list = accord_workspace_get_list (accord_plan_draft_get_workspace (self), ACCORD_TYPE_MEMBER);
  GListStore *members = g_list_store_new (ACCORD_TYPE_MEMBER);
  guint n = g_list_model_get_n_items (list);
  AccordDate first, last;

  accord_plan_draft_get_year_days (self, &first, &last);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (list, i);

      if (accord_member_is_present (member, MAX (first, MIN (accord_clock_today (), last)), last)
          && !(others_only
               && accord_record_get_id (ACCORD_RECORD (member)) == accord_record_get_id (ACCORD_RECORD (accord_plan_draft_get_member (self)))))
        g_list_store_insert_sorted (members, member, compare_names, NULL);
    }

  return G_LIST_MODEL (members);
}

char *
accord_plan_draft_format_money (AccordPlanDraft *self,
                                gint64           amount)
{
  return accord_money_format (amount, accord_plan_draft_get_currency (self), accord_plan_draft_get_decimals (self));
}
