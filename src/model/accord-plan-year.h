/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordPlanYear:
 *
 * A year that the team has planned.
 */
#define ACCORD_TYPE_PLAN_YEAR (accord_plan_year_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlanYear, accord_plan_year, ACCORD, PLAN_YEAR, AccordRecord)

AccordPlanYear *accord_plan_year_new (void);

/* The year the plan year is called by (see accord-period.h). */
ACCORD_DECLARE_VALUE (AccordPlanYear, accord_plan_year, label, gint64)
/* First day. */
ACCORD_DECLARE_VALUE (AccordPlanYear, accord_plan_year, starts, AccordDate)
/* Last day, inclusive. */
ACCORD_DECLARE_VALUE (AccordPlanYear, accord_plan_year, ends, AccordDate)
/* What the company expects of the team, minor units. */
ACCORD_DECLARE_VALUE (AccordPlanYear, accord_plan_year, team_target, gint64)

G_END_DECLS
