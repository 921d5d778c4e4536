/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft-private.h"
#include "accord-plan-draft-goals.h"

#include "accord-actuals.h"
#include "accord-availability.h"
#include "accord-clock.h"
#include "accord-holiday.h"
#include "accord-leave.h"
#include "accord-membership.h"
#include "accord-weekly-need.h"

gboolean
accord_plan_draft_get_weekly_targets (AccordPlanDraft *self)
{
  return self->weekly_targets;
}

void
accord_plan_draft_set_weekly_targets (AccordPlanDraft *self,
                                      gboolean         weekly_targets)
{
  self->weekly_targets = weekly_targets;
}

/* The working weeks that each quarter has left. */
static void
read_weeks (AccordPlanDraft *self,
            int              fiscal_start,
            gint64           weeks[4])
{
  AccordDate today = accord_clock_today ();

  for (int i = 0; i < 4; i++)
    {
      AccordQuarter quarter = { self->year, i + 1 };
      AccordDate first = MAX (accord_quarter_get_start (quarter, fiscal_start), today);
      AccordDate last = accord_quarter_get_end (quarter, fiscal_start);

      weeks[i] = 0;
      if (first <= last)
        weeks[i] = accord_member_get_weeks (self->member,
                                            accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBERSHIP),
                                            accord_workspace_get_list (self->workspace, ACCORD_TYPE_LEAVE),
                                            accord_workspace_get_list (self->workspace, ACCORD_TYPE_HOLIDAY),
                                            first, last);
    }
}

/* What was done in the quarter that is running, before today. */
static gint64
read_so_far (AccordPlanDraft *self,
             int              fiscal_start,
             gint64           metric)
{
  AccordDate today = accord_clock_today ();
  AccordDate first = accord_quarter_get_start (accord_quarter_for_date (today, fiscal_start), fiscal_start);

  return accord_actuals_sum (self->workspace, accord_record_get_id (ACCORD_RECORD (self->member)), metric, first,
                             today - 1);
}

static gint64
put_metric (AccordWorkspace      *workspace,
            AccordChange         *change,
            AccordWeeklyNeedKind  kind)
{
  g_autoptr (AccordMetric) metric
    = accord_weekly_need_make_metric (kind, accord_workspace_get_list (workspace, ACCORD_TYPE_METRIC));

  accord_record_set_id (ACCORD_RECORD (metric), accord_workspace_reserve_id (workspace, ACCORD_TYPE_METRIC));
  accord_change_put (change, metric);

  return accord_record_get_id (ACCORD_RECORD (metric));
}

void
accord_plan_draft_put_weekly_targets (AccordPlanDraft  *self,
                                      AccordChange     *change,
                                      AccordCommitment *commitment)
{
  AccordWorkspace *workspace = accord_plan_draft_get_workspace (self);
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  AccordWeeklyNeed needs[ACCORD_N_WEEKLY_NEEDS];
  g_autofree char *reason = NULL;
  gint64 weeks[4];

  if (!accord_plan_draft_get_weekly_targets (self)
      || !accord_weekly_need_list (accord_plan_draft_get_plan (self), accord_plan_draft_get_basis (self),
                                   accord_workspace_get_list (workspace, ACCORD_TYPE_METRIC), needs))
    return;

  reason = accord_weekly_need_dup_reason (commitment);
  read_weeks (self, fiscal_start, weeks);
  for (int i = 0; i < ACCORD_N_WEEKLY_NEEDS; i++)
    {
      g_autoptr (GPtrArray) targets = NULL;
      gint64 metric;

      if (needs[i].per_week == ACCORD_UNKNOWN)
        continue;
      metric = needs[i].metric != NULL ? accord_record_get_id (ACCORD_RECORD (needs[i].metric))
                                       : put_metric (workspace, change, needs[i].kind);
      targets = accord_weekly_need_make_targets (&needs[i], metric, accord_commitment_get_member (commitment),
                                                 accord_plan_draft_get_year (self), fiscal_start, weeks,
                                                 read_so_far (self, fiscal_start, metric), accord_clock_today (),
                                                 reason, accord_workspace_get_list (workspace, ACCORD_TYPE_TARGET));
      for (guint j = 0; j < targets->len; j++)
        accord_change_put (change, g_ptr_array_index (targets, j));
    }
}
