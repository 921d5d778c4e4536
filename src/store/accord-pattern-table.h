/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-pattern.h"
#include "accord-period.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  AccordPatternFigures figures;
  AccordPattern patterns[ACCORD_N_PATTERNS];
} AccordPatternRow;

/**
 * AccordPatternTable:
 * @team: the whole team's figures
 * @rows: (element-type AccordPatternRow): of everybody of whom anything is known in the quarter, by member
 *
 * The four patterns of everybody in a quarter as of a day, with the figures that led to them. Read it, never change it.
 */
typedef struct
{
  AccordQuarter quarter;
  AccordDate as_of;
  AccordPatternFigures team;
  GArray *rows;
} AccordPatternTable;

/* Activity comes from the scorecard: the leading metrics that people count themselves, of which more is better and which add
 * up. NULL on error. */
AccordPatternTable *accord_pattern_table_new (AccordWorkspace *workspace,
                                              AccordQuarter    quarter,
                                              AccordDate       as_of,
                                              GError         **error);
void accord_pattern_table_free (AccordPatternTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPatternTable, accord_pattern_table_free)

/* The member's row, or NULL where nothing is known. Borrowed. */
const AccordPatternRow *accord_pattern_table_find (const AccordPatternTable *self,
                                                   gint64                    member);

G_END_DECLS
