/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-planning-year.h"
#include "accord-sheet.h"

G_BEGIN_DECLS

/**
 * AccordPlanningGrid:
 *
 * The whole team's year as a spreadsheet: a row a member under a row a territory, the team's row always in sight. Totals
 * are passed over, and Enter on where a plan stands opens it.
 *
 * Signals: "plan" (AccordMember: open their plan).
 */
#define ACCORD_TYPE_PLANNING_GRID (accord_planning_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlanningGrid, accord_planning_grid, ACCORD, PLANNING_GRID, AccordSheet)

/* Shows rows, a list of year's rows, all or some of them. Both may be NULL. */
void accord_planning_grid_show (AccordPlanningGrid *self,
                                AccordPlanningYear *year,
                                GListModel         *rows);

/* Whether each territory's members stand under its row: then a column of its name would only repeat it. */
void accord_planning_grid_set_grouped (AccordPlanningGrid *self,
                                       gboolean            grouped);

/* Stores what is being typed. FALSE where it cannot be, which the grid shows. */
gboolean accord_planning_grid_settle (AccordPlanningGrid *self);

G_END_DECLS
