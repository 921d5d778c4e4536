/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-planning-row.h"

G_BEGIN_DECLS

/**
 * AccordPlanningFooter:
 *
 * The team's row under the planning view: its cells stand under the view's columns, however those are scrolled.
 */
#define ACCORD_TYPE_PLANNING_FOOTER (accord_planning_footer_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlanningFooter, accord_planning_footer, ACCORD, PLANNING_FOOTER, GtkWidget)

/* adjustment is the view's, horizontal. */
void accord_planning_footer_set_adjustment (AccordPlanningFooter *self,
                                            GtkAdjustment        *adjustment);

void accord_planning_footer_set_row (AccordPlanningFooter *self,
                                     AccordPlanningRow    *row,
                                     int                   decimals);

/* Pixels; what the view has beyond their sum goes to the first column. */
void accord_planning_footer_set_widths (AccordPlanningFooter *self,
                                        const int             widths[ACCORD_PLANNING_N_COLUMNS]);

G_END_DECLS
