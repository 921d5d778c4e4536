/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-sheet.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordEntryGrid:
 *
 * What everybody has done in a week as a spreadsheet: a row a member over what they come to together, a column a metric.
 * Each cell is stored as it is left, as one step of Undo; Enter goes down and on to the next column, Tab along and on to the
 * next row, Ctrl+D fills down. At the foot stands what is known about the cell with the focus, and how much is entered.
 *
 * A metric that is measured by the month or the quarter has its month or quarter, which its title says. Values that were
 * imported have a marked corner; what is typed takes their place.
 */
#define ACCORD_TYPE_ENTRY_GRID (accord_entry_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordEntryGrid, accord_entry_grid, ACCORD, ENTRY_GRID, AccordSheet)

/* Shows what the workspace holds for the week that begins on that Monday, for members (element-type AccordMember) and
 * metrics (element-type AccordMetric); all names the row of all of them. Reads values only where they may have changed. */
void accord_entry_grid_show (AccordEntryGrid *self,
                             AccordWorkspace *workspace,
                             AccordDate       monday,
                             const char      *all,
                             GPtrArray       *members,
                             GPtrArray       *metrics);

/* Puts the focus on the first cell that nothing is entered in, column by column, or on the first one where all are filled. */
void accord_entry_grid_begin (AccordEntryGrid *self);

/* Stores what is being typed; what cannot be stored is given back, and said. */
void accord_entry_grid_settle (AccordEntryGrid *self);

G_END_DECLS
