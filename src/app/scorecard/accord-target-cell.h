/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-sheet-cell.h"
#include "accord-target-row.h"

G_BEGIN_DECLS

/**
 * AccordTargetCell:
 *
 * A cell of the grid of targets: a text, with a mark where it comes from a plan.
 */
#define ACCORD_TYPE_TARGET_CELL (accord_target_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordTargetCell, accord_target_cell, ACCORD, TARGET_CELL, AccordSheetCell)

/* Shows an AccordTargetRow. */
AccordSheetCell *accord_target_cell_new (guint column);

/* label says it all to assistive technologies. */
void accord_target_cell_show (AccordTargetCell *self,
                              const char       *text,
                              const char       *label,
                              gboolean          from_plan);

G_END_DECLS
