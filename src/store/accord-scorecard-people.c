/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-private.h"

#include "accord-availability.h"
#include "accord-holiday.h"
#include "accord-leave.h"
#include "accord-membership-query.h"
#include "accord-quota.h"

static AccordScorecardPerson *
find_person (AccordScorecardMaking *self,
             gint64                 member)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_member, &member));

  return place > 0 ? &g_array_index (self->people, AccordScorecardPerson, place - 1) : NULL;
}

/* Where everybody was last in the quarter, in one pass. */
static void
place_people (AccordScorecardMaking *self,
              GListModel            *memberships)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (AccordMembership) membership = g_list_model_get_item (memberships, i);
      AccordDate ends = accord_membership_get_ends (membership);
      AccordScorecardPerson *person = find_person (self, accord_membership_get_member (membership));
      AccordMembership *other;

      if (person == NULL || accord_membership_get_starts (membership) > self->last_day
          || (ends != ACCORD_DATE_NONE && ends < self->first))
        continue;
      other = g_hash_table_lookup (last, &person->id);
      if (other != NULL && accord_membership_get_starts (membership) < accord_membership_get_starts (other))
        continue;
      person->territory = accord_membership_get_territory (membership);
      g_hash_table_insert (last, &person->id, membership);
    }
}

static void
add_quotas (AccordScorecardMaking *self,
            GListModel            *quotas)
{
  for (guint i = 0; i < g_list_model_get_n_items (quotas); i++)
    {
      g_autoptr (AccordQuota) quota = g_list_model_get_item (quotas, i);
      AccordScorecardPerson *person = find_person (self, accord_quota_get_member (quota));
      AccordDate starts = accord_quota_get_starts (quota);
      gint64 amount = accord_quota_get_amount (quota);

      if (person == NULL || amount == ACCORD_UNKNOWN || starts < self->first || starts > self->last)
        continue;
      if (person->quota == ACCORD_UNKNOWN)
        person->quota = 0;
      if (__builtin_add_overflow (person->quota, amount, &person->quota))
        person->quota = ACCORD_UNKNOWN;
      person->has_figures = TRUE;
    }
}

static void
add_people (AccordScorecardMaking *self,
            GListModel            *members,
            AccordAvailability    *availability)
{
  guint n = g_list_model_get_n_items (members);

  g_array_set_size (self->people, n);
  for (guint i = 0; i < n; i++)
    {
      AccordScorecardPerson *person = &g_array_index (self->people, AccordScorecardPerson, i);
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);

      *person = (AccordScorecardPerson) {
        .member = member,
        .id = accord_record_get_id (ACCORD_RECORD (member)),
        .weight = accord_availability_get_days (availability, member, self->first, self->last),
        .quota = ACCORD_UNKNOWN,
        .present = accord_member_is_present (member, self->first, self->last_day),
      };
      g_hash_table_insert (self->by_member, &person->id, GUINT_TO_POINTER (i + 1));
    }
}

gboolean
accord_scorecard_gather_people (AccordScorecardMaking *self,
                                GError               **error)
{
  GListModel *members = accord_workspace_load_list (self->workspace, ACCORD_TYPE_MEMBER, error);
  GListModel *memberships = members != NULL
                              ? accord_workspace_load_list (self->workspace, ACCORD_TYPE_MEMBERSHIP, error)
                              : NULL;
  GListModel *leaves = memberships != NULL ? accord_workspace_load_list (self->workspace, ACCORD_TYPE_LEAVE, error) : NULL;
  GListModel *holidays = leaves != NULL ? accord_workspace_load_list (self->workspace, ACCORD_TYPE_HOLIDAY, error) : NULL;
  GListModel *quotas = holidays != NULL ? accord_workspace_load_list (self->workspace, ACCORD_TYPE_QUOTA, error) : NULL;
  g_autoptr (AccordAvailability) availability = NULL;

  if (quotas == NULL)
    return FALSE;

  availability = accord_availability_new (memberships, leaves, holidays);
  add_people (self, members, availability);
  place_people (self, memberships);
  add_quotas (self, quotas);

  return TRUE;
}
