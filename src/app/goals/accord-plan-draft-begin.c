/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft-private.h"

/* How somebody is paid and what their work takes seldom changes from one year to the next. */
static void
copy_from_last_year (AccordPlanDraft *self,
                     AccordPlan      *plan)
{
  AccordPlan *before = accord_plan_find (accord_workspace_get_list (accord_plan_draft_get_workspace (self),
                                                                    ACCORD_TYPE_PLAN),
                                         accord_record_get_id (ACCORD_RECORD (accord_plan_draft_get_member (self))),
                                         accord_plan_draft_get_year (self) - 1);

  if (before == NULL)
    return;

  accord_plan_set_base (plan, accord_plan_get_base (before));
  accord_plan_set_other_pay (plan, accord_plan_get_other_pay (before));
  accord_plan_set_pay_terms (plan, accord_plan_get_pay_terms (before));
  accord_plan_set_pay_kind (plan, accord_plan_get_pay_kind (before));
  accord_plan_set_pay_tiers (plan, accord_plan_get_pay_tiers (before));
  accord_plan_set_pay_threshold (plan, accord_plan_get_pay_threshold (before));
  accord_plan_set_pay_cap (plan, accord_plan_get_pay_cap (before));
  accord_plan_set_average_deal (plan, accord_plan_get_average_deal (before));
  accord_plan_set_win_rate (plan, accord_plan_get_win_rate (before));
  accord_plan_set_meeting_rate (plan, accord_plan_get_meeting_rate (before));
  accord_plan_set_outreach_rate (plan, accord_plan_get_outreach_rate (before));
}

void
accord_plan_draft_prefill (AccordPlanDraft *self)
{
  AccordPlan *plan = self->plan;
  const AccordPlanHistory *history = &self->history;

  /* Where one of them was said, the others were left empty on purpose. */
  if (accord_plan_get_average_deal (plan) != ACCORD_UNKNOWN || accord_plan_get_win_rate (plan) != ACCORD_UNKNOWN
      || accord_plan_get_meeting_rate (plan) != ACCORD_UNKNOWN
      || accord_plan_get_outreach_rate (plan) != ACCORD_UNKNOWN)
    return;

  accord_plan_set_average_deal (plan, history->average_deal);
  accord_plan_set_win_rate (plan, history->win_rate);
  accord_plan_set_meeting_rate (plan, history->meeting_rate);
  accord_plan_set_outreach_rate (plan, history->outreach_rate);
}

void
accord_plan_draft_begin (AccordPlanDraft *self)
{
  AccordPlan *plan = accord_plan_draft_get_plan (self);
  AccordCommitment *commitment = accord_plan_draft_get_commitment (self);

  accord_plan_set_member (plan, accord_record_get_id (ACCORD_RECORD (accord_plan_draft_get_member (self))));
  accord_plan_set_year (plan, accord_plan_draft_get_year (self));
  copy_from_last_year (self, plan);
  /* What happened since speaks louder than what was planned then. */
  if (self->history.average_deal != ACCORD_UNKNOWN)
    accord_plan_set_average_deal (plan, self->history.average_deal);
  if (self->history.win_rate != ACCORD_UNKNOWN)
    accord_plan_set_win_rate (plan, self->history.win_rate);
  if (self->history.meeting_rate != ACCORD_UNKNOWN)
    accord_plan_set_meeting_rate (plan, self->history.meeting_rate);
  if (self->history.outreach_rate != ACCORD_UNKNOWN)
    accord_plan_set_outreach_rate (plan, self->history.outreach_rate);
  accord_plan_set_quota (plan, accord_plan_draft_get_stored_quota (self));
  if (commitment != NULL)
    {
      accord_plan_set_amount (plan, accord_commitment_get_amount (commitment));
      accord_plan_set_q1 (plan, accord_commitment_get_q1 (commitment));
      accord_plan_set_q2 (plan, accord_commitment_get_q2 (commitment));
      accord_plan_set_q3 (plan, accord_commitment_get_q3 (commitment));
      accord_plan_set_q4 (plan, accord_commitment_get_q4 (commitment));
      accord_plan_set_partner (plan, accord_commitment_get_partner (commitment));
      accord_plan_set_because (plan, accord_commitment_get_because (commitment));
    }
}
