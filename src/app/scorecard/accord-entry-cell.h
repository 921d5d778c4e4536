/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-sheet-cell.h"

G_BEGIN_DECLS

/**
 * AccordEntryCell:
 *
 * A cell of the grid that a week is entered in: a figure, with its corner marked where it was imported. There are hundreds of
 * them in sight: it is one widget with a text.
 */
#define ACCORD_TYPE_ENTRY_CELL (accord_entry_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordEntryCell, accord_entry_cell, ACCORD, ENTRY_CELL, AccordSheetCell)

AccordSheetCell *accord_entry_cell_new (guint column);

/* label says it all to assistive technologies. */
void accord_entry_cell_show (AccordEntryCell *self,
                             const char      *text,
                             const char      *label,
                             gboolean         imported);

G_END_DECLS
