/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-basis.h"

#include "accord-availability.h"
#include "accord-holiday.h"
#include "accord-leave.h"
#include "accord-membership.h"
#include "accord-opportunities.h"

void
accord_plan_basis_read (AccordPlanBasis *basis,
                        AccordWorkspace *workspace,
                        gint64           member,
                        int              year,
                        AccordDate       day)
{
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  int fiscal_start = (int) accord_settings_get_fiscal_start (settings);
  AccordDate first = accord_plan_year_get_start (year, fiscal_start);
  AccordDate last = accord_plan_year_get_end (year, fiscal_start);
  AccordMember *who = accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, member);

  *basis = (AccordPlanBasis) {
    .decimals = (int) accord_settings_get_decimals (settings),
    .pay_terms = accord_workspace_get_list (workspace, ACCORD_TYPE_PAY_TERMS),
  };
  if (who != NULL && day <= last)
    basis->weeks = accord_member_get_weeks (who, accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBERSHIP),
                                            accord_workspace_get_list (workspace, ACCORD_TYPE_LEAVE),
                                            accord_workspace_get_list (workspace, ACCORD_TYPE_HOLIDAY),
                                            MAX (first, day), last);
  if (first <= day)
    basis->booked = accord_opportunities_bookings (workspace, member, first, MIN (day, last));
}
