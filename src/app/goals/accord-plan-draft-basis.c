/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-draft-private.h"

#include "accord-clock.h"
#include "accord-commitment-query.h"
#include "accord-membership-query.h"
#include "accord-plan-basis.h"
#include "accord-plan-year.h"
#include "accord-quota.h"

static GListModel *
get_list (AccordPlanDraft *self,
          GType            type)
{
  return accord_workspace_get_list (self->workspace, type);
}

void
accord_plan_draft_load_basis (AccordPlanDraft *self)
{
  AccordDate today = accord_clock_today ();
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace));

  accord_plan_basis_read (&self->basis, self->workspace, accord_record_get_id (ACCORD_RECORD (self->member)),
                          self->year, today);
  self->basis.pay_terms = G_LIST_MODEL (self->terms);
  g_clear_pointer (&self->roll_up, accord_team_roll_up_free);
  self->roll_up = accord_team_roll_up_read (get_list (self, ACCORD_TYPE_MEMBER), get_list (self, ACCORD_TYPE_MEMBERSHIP),
                                            get_list (self, ACCORD_TYPE_PLAN), get_list (self, ACCORD_TYPE_COMMITMENT),
                                            get_list (self, ACCORD_TYPE_QUOTA), self->year, fiscal_start,
                                            accord_membership_get_last_day (self->first, self->last, today));
}

const AccordPlanBasis *
accord_plan_draft_get_basis (AccordPlanDraft *self)
{
  return &self->basis;
}

gboolean
accord_plan_draft_is_running (AccordPlanDraft *self)
{
  AccordDate today = accord_clock_today ();

  return today >= self->first && today <= self->last;
}

gboolean
accord_plan_draft_compute_funnel (AccordPlanDraft *self,
                                  AccordFunnel    *funnel,
                                  GError         **error)
{
  return accord_plan_compute_funnel (self->plan, &self->basis, funnel, error);
}

gboolean
accord_plan_draft_compute_work (AccordPlanDraft *self,
                                gint64           bookings,
                                AccordFunnel    *funnel,
                                GError         **error)
{
  return accord_plan_compute_work (self->plan, &self->basis, bookings, funnel, error);
}

gboolean
accord_plan_draft_get_totals (AccordPlanDraft    *self,
                              AccordRollUpTotals *team,
                              AccordRollUpTotals *territory,
                              gint64             *territory_id)
{
  gint64 member = accord_record_get_id (ACCORD_RECORD (self->member)), place;
  AccordMemberFigures figures;

  if (!accord_team_roll_up_get (self->roll_up, member, &place, NULL))
    return FALSE;

  accord_member_figures_read (&figures, accord_plan_get_quota (self->plan), self->plan,
                              accord_plan_draft_get_commitment (self));
  accord_team_roll_up_set_figures (self->roll_up, member, &figures);
  accord_team_roll_up_get_team (self->roll_up, team);
  accord_team_roll_up_get_territory (self->roll_up, place, territory);
  *territory_id = place;

  return TRUE;
}

gint64
accord_plan_draft_get_team_target (AccordPlanDraft *self)
{
  GListModel *years = get_list (self, ACCORD_TYPE_PLAN_YEAR);

  for (guint i = 0; i < g_list_model_get_n_items (years); i++)
    {
      g_autoptr (AccordPlanYear) year = g_list_model_get_item (years, i);

      if (accord_plan_year_get_label (year) == self->year)
        return accord_plan_year_get_team_target (year);
    }

  return ACCORD_UNKNOWN;
}
