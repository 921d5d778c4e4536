/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-plan-figures.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* What the figures of a member's plan for a plan year rest on, as of a day: what is booked from the year's first day up
 * to it, and the working weeks from it on, holidays, leave and part time taken out. Before the year the whole year is
 * ahead; after it nothing is. basis borrows the workspace's lists. */
void accord_plan_basis_read (AccordPlanBasis *basis,
                             AccordWorkspace *workspace,
                             gint64           member,
                             int              year,
                             AccordDate       day);

G_END_DECLS
