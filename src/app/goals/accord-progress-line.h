/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-chart.h"
#include "accord-goal.h"

G_BEGIN_DECLS

/**
 * AccordProgressLine:
 *
 * How far a goal has come over time: a line through the entries of its log, with a mark at the day by which it is to be
 * reached. Its accessible description holds the same days and shares. Hidden until two entries tell how far.
 */
#define ACCORD_TYPE_PROGRESS_LINE (accord_progress_line_get_type ())
G_DECLARE_FINAL_TYPE (AccordProgressLine, accord_progress_line, ACCORD, PROGRESS_LINE, AccordChart)

/* log is what accord_goal_list_entries() gives. */
void accord_progress_line_show (AccordProgressLine *self,
                                AccordGoal         *goal,
                                GPtrArray          *log);

G_END_DECLS
