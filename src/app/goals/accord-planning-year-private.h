/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-planning-year.h"

#include "accord-plan-year.h"
#include "accord-quota.h"

G_BEGIN_DECLS

/* A member's year: what is stored, and the row that shows it. */
typedef struct
{
  gint64 id;
  gint64 territory;
  AccordMemberFigures stored;
  AccordPlan *plan;             /* live */
  AccordCommitment *commitment; /* live, the latest */
  GPtrArray *quotas;            /* live, of the year */
  AccordPlanningRow *row;
} AccordPlanningEntry;

/* What the state is with those figures in the plan. */
AccordPlanningState accord_planning_entry_get_state (AccordPlanningEntry       *self,
                                                     const AccordMemberFigures *figures);

int accord_planning_year_get_fiscal_start (AccordPlanningYear *self);
AccordPlanningEntry *accord_planning_year_get_entry (AccordPlanningYear *self,
                                                     gint64              member);
AccordTeamRollUp *accord_planning_year_get_roll_up (AccordPlanningYear *self);
const gint64 *accord_planning_year_get_season (AccordPlanningYear *self);
AccordPlanYear *accord_planning_year_dup_record (AccordPlanningYear *self);

/* Takes the rows of the territory and of the team up to the roll-up. */
void accord_planning_year_show_totals (AccordPlanningYear *self,
                                       gint64              territory);
void accord_planning_year_tell_totals (AccordPlanningYear *self);

/* Something was stored, which is read in the next idle, or before, where somebody asks for it first: the next key may come
 * before the idle, and it edits what is stored. */
void accord_planning_year_set_stale (AccordPlanningYear *self);
void accord_planning_year_freshen (AccordPlanningYear *self);

/* Reads everything again. */
void accord_planning_year_reload (AccordPlanningYear *self);

G_END_DECLS
