/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-step.h"
#include "accord-sheet.h"

G_BEGIN_DECLS

/**
 * AccordTargetGrid:
 *
 * Everybody's targets for a quarter as a spreadsheet: a row a member under the row of all, a column a key metric. Delete
 * takes a target back. A target that stands changes only with a reason, which the grid asks for once. At the foot stands what
 * is known about the cell with the focus.
 *
 * It stores through the AccordScorecardStep that it lies in.
 */
#define ACCORD_TYPE_TARGET_GRID (accord_target_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordTargetGrid, accord_target_grid, ACCORD, TARGET_GRID, AccordSheet)

/* Shows what the step's workspace holds for the members and metrics now; all is the name of the row of all of them. */
void accord_target_grid_refresh (AccordTargetGrid    *self,
                                 AccordScorecardStep *step,
                                 const char          *all,
                                 GPtrArray           *members,
                                 GPtrArray           *metrics);

/* Gives back what is being typed and asked. */
void accord_target_grid_cancel (AccordTargetGrid *self);

/* Stores what is being typed; what would need a reason is given back, and said. */
void accord_target_grid_settle (AccordTargetGrid *self);

G_END_DECLS
