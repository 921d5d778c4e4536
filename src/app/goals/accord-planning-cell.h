/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-planning-row.h"
#include "accord-sheet-cell.h"

G_BEGIN_DECLS

/**
 * AccordPlanningCell:
 *
 * A cell of the planning view. It draws its text itself and never asks for another size, so that a figure that changes
 * redraws a cell and lays out nothing.
 */
#define ACCORD_TYPE_PLANNING_CELL (accord_planning_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlanningCell, accord_planning_cell, ACCORD, PLANNING_CELL, AccordSheetCell)

GtkWidget *accord_planning_cell_new (AccordPlanningColumn column,
                                     int                  decimals);

/* Follows the row; NULL shows nothing. */
void accord_planning_cell_set_row (AccordPlanningCell *self,
                                   AccordPlanningRow  *row);

G_END_DECLS
