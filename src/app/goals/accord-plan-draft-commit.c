/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft-private.h"
#include "accord-plan-draft-goals.h"

#include "accord-clock.h"
#include "accord-quota-change.h"

#include <glib/gi18n.h>

/* The year's quota over its quarters, by season. */
static void
put_quotas (AccordPlanDraft *self,
            AccordChange    *change)
{
  AccordWorkspace *workspace = accord_plan_draft_get_workspace (self);
  gint64 member = accord_record_get_id (ACCORD_RECORD (accord_plan_draft_get_member (self)));
  g_autoptr (GPtrArray) own = accord_quota_list_of (accord_workspace_get_list (workspace, ACCORD_TYPE_QUOTA), member);
  AccordSplit split;

  accord_split_init (&split, accord_plan_get_quota (accord_plan_draft_get_plan (self)),
                     accord_plan_draft_get_decimals (self), accord_plan_draft_get_history (self)->season);
  accord_quota_change_year (change, own, member, accord_plan_draft_get_year (self),
                            (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace)),
                            split.quarters);
}

/* Only a quota that was typed here: to visit the page is no reason to make others of those that were imported. */
static gboolean
is_quota_due (AccordPlanDraft *self)
{
  gint64 quota = accord_plan_get_quota (accord_plan_draft_get_plan (self));

  return self->quota_edited && quota != ACCORD_UNKNOWN && quota != accord_plan_draft_get_stored_quota (self);
}

void
accord_plan_draft_set_quota (AccordPlanDraft *self,
                             gint64           quota)
{
  g_return_if_fail (ACCORD_IS_PLAN_DRAFT (self));

  accord_plan_set_quota (self->plan, quota);
  self->quota_edited = TRUE;
  accord_plan_draft_edited (self);
}

gboolean
accord_plan_draft_store_quota (AccordPlanDraft *self,
                               GError         **error)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Set Quota"));

  if (!is_quota_due (self))
    return TRUE;

  put_quotas (self, change);
  if (!accord_workspace_apply (accord_plan_draft_get_workspace (self), change, error))
    return FALSE;
  self->quota_edited = FALSE;

  return TRUE;
}

static AccordCommitment *
make_commitment (AccordPlanDraft *self,
                 const char      *reason)
{
  AccordCommitment *commitment = accord_commitment_new ();
  AccordCommitment *before = accord_plan_draft_get_commitment (self);
  const AccordSplit *split = accord_plan_draft_get_split (self);

  accord_commitment_set_member (commitment, accord_record_get_id (ACCORD_RECORD (accord_plan_draft_get_member (self))));
  accord_commitment_set_year (commitment, accord_plan_draft_get_year (self));
  accord_commitment_set_version (commitment, before != NULL ? accord_commitment_get_version (before) + 1 : 1);
  accord_commitment_set_quota (commitment, accord_plan_get_quota (accord_plan_draft_get_plan (self)));
  accord_commitment_set_amount (commitment, split->amount);
  accord_commitment_set_q1 (commitment, split->quarters[0]);
  accord_commitment_set_q2 (commitment, split->quarters[1]);
  accord_commitment_set_q3 (commitment, split->quarters[2]);
  accord_commitment_set_q4 (commitment, split->quarters[3]);
  accord_commitment_set_partner (commitment, accord_plan_get_partner (accord_plan_draft_get_plan (self)));
  accord_commitment_set_committed_on (commitment, accord_clock_today ());
  accord_commitment_set_because (commitment, accord_plan_get_because (accord_plan_draft_get_plan (self)));
  accord_commitment_set_reason (commitment, before != NULL ? reason : "");

  return commitment;
}

gboolean
accord_plan_draft_commit (AccordPlanDraft *self,
                          const char      *reason,
                          GError         **error)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Commit"));
  g_autoptr (AccordCommitment) commitment = NULL;

  g_return_val_if_fail (ACCORD_IS_PLAN_DRAFT (self), FALSE);

  commitment = make_commitment (self, reason);
  if (is_quota_due (self))
    put_quotas (self, change);
  accord_change_put (change, commitment);
  accord_plan_draft_put_weekly_targets (self, change, commitment);
  if (!accord_plan_draft_apply (self, change, error))
    return FALSE;
  self->quota_edited = FALSE;

  return TRUE;
}
