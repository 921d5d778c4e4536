/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-roll-up.h"

#include "accord-commitment.h"
#include "accord-member.h"
#include "accord-membership-query.h"
#include "accord-plan.h"
#include "accord-quarter.h"
#include "accord-quota.h"

/* What the lists hold of one member's year. */
typedef struct
{
  gint64 id;
  AccordMembership *membership; /* borrowed, as the others are: the lists hold them */
  AccordPlan *plan;
  AccordCommitment *commitment;
  gint64 quota;
} Found;

static Found *
found_get (GHashTable *table,
           gint64      member)
{
  Found *found = g_hash_table_lookup (table, &member);

  if (found == NULL)
    {
      found = g_new0 (Found, 1);
      found->id = member;
      found->quota = ACCORD_UNKNOWN;
      g_hash_table_insert (table, &found->id, found);
    }

  return found;
}

static void
find_memberships (GHashTable *table,
                  GListModel *memberships,
                  AccordDate  first,
                  AccordDate  last)
{
  for (guint i = 0, n = g_list_model_get_n_items (memberships); i < n; i++)
    {
      g_autoptr (AccordMembership) membership = g_list_model_get_item (memberships, i);
      AccordDate starts = accord_membership_get_starts (membership), ends = accord_membership_get_ends (membership);
      Found *found;

      if (starts > last || (ends != ACCORD_DATE_NONE && ends < first))
        continue;
      found = found_get (table, accord_membership_get_member (membership));
      if (found->membership == NULL || starts >= accord_membership_get_starts (found->membership))
        found->membership = membership;
    }
}

static void
find_quotas (GHashTable *table,
             GListModel *quotas,
             AccordDate  first,
             AccordDate  last)
{
  for (guint i = 0, n = g_list_model_get_n_items (quotas); i < n; i++)
    {
      g_autoptr (AccordQuota) quota = g_list_model_get_item (quotas, i);
      AccordDate starts = accord_quota_get_starts (quota);
      gint64 amount = accord_quota_get_amount (quota);
      Found *found;

      if (starts < first || starts > last || amount == ACCORD_UNKNOWN)
        continue;
      found = found_get (table, accord_quota_get_member (quota));
      found->quota = found->quota == ACCORD_UNKNOWN ? amount : found->quota + amount;
    }
}

static void
find_plans (GHashTable *table,
            GListModel *plans,
            GListModel *commitments,
            int         year)
{
  for (guint i = 0, n = g_list_model_get_n_items (plans); i < n; i++)
    {
      g_autoptr (AccordPlan) plan = g_list_model_get_item (plans, i);
      Found *found;

      if (accord_plan_get_year (plan) != year)
        continue;
      found = found_get (table, accord_plan_get_member (plan));
      if (found->plan == NULL)
        found->plan = plan;
    }
  for (guint i = 0, n = g_list_model_get_n_items (commitments); i < n; i++)
    {
      g_autoptr (AccordCommitment) commitment = g_list_model_get_item (commitments, i);
      Found *found;

      if (accord_commitment_get_year (commitment) != year)
        continue;
      found = found_get (table, accord_commitment_get_member (commitment));
      if (found->commitment == NULL
          || accord_commitment_get_version (commitment) > accord_commitment_get_version (found->commitment))
        found->commitment = commitment;
    }
}

void
accord_member_figures_read (AccordMemberFigures *self,
                            gint64               quota,
                            AccordPlan          *plan,
                            AccordCommitment    *commitment)
{
  *self = (AccordMemberFigures) ACCORD_MEMBER_FIGURES_INIT;
  self->quota = quota;
  if (commitment != NULL)
    {
      self->commitment = self->committed = accord_commitment_get_amount (commitment);
      self->quarters[0] = accord_commitment_get_q1 (commitment);
      self->quarters[1] = accord_commitment_get_q2 (commitment);
      self->quarters[2] = accord_commitment_get_q3 (commitment);
      self->quarters[3] = accord_commitment_get_q4 (commitment);
    }
  if (plan != NULL && accord_plan_get_amount (plan) != ACCORD_UNKNOWN)
    {
      self->commitment = accord_plan_get_amount (plan);
      self->quarters[0] = accord_plan_get_q1 (plan);
      self->quarters[1] = accord_plan_get_q2 (plan);
      self->quarters[2] = accord_plan_get_q3 (plan);
      self->quarters[3] = accord_plan_get_q4 (plan);
    }
}

AccordTeamRollUp *
accord_team_roll_up_read (GListModel *members,
                          GListModel *memberships,
                          GListModel *plans,
                          GListModel *commitments,
                          GListModel *quotas,
                          int         year,
                          int         fiscal_start,
                          AccordDate  as_of)
{
  AccordTeamRollUp *self = accord_team_roll_up_new ();
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  AccordDate first = accord_plan_year_get_start (year, fiscal_start);
  AccordDate last = accord_plan_year_get_end (year, fiscal_start);

  find_memberships (table, memberships, first, accord_membership_get_last_day (first, last, as_of));
  find_quotas (table, quotas, first, last);
  find_plans (table, plans, commitments, year);

  for (guint i = 0, n = g_list_model_get_n_items (members); i < n; i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      gint64 id = accord_record_get_id (ACCORD_RECORD (member));
      AccordMemberFigures figures;
      Found *found;

      if (!accord_member_is_present (member, first, last))
        continue;

      found = found_get (table, id);
      accord_member_figures_read (&figures, found->quota, found->plan, found->commitment);
      accord_team_roll_up_set (self, id,
                               found->membership != NULL ? accord_membership_get_territory (found->membership) : 0,
                               &figures);
    }

  return self;
}
