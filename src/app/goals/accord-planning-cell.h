/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-planning-row.h"

G_BEGIN_DECLS

/**
 * AccordPlanningCell:
 *
 * A cell of the planning view. It draws its text itself and never asks for another size, so that a figure that changes
 * redraws a cell and lays out nothing. While it is typed in it holds the text widget that it is lent.
 */
#define ACCORD_TYPE_PLANNING_CELL (accord_planning_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlanningCell, accord_planning_cell, ACCORD, PLANNING_CELL, GtkWidget)

GtkWidget *accord_planning_cell_new (AccordPlanningColumn column,
                                     int                  decimals);

/* Follows the row; NULL shows nothing. */
void accord_planning_cell_set_row (AccordPlanningCell *self,
                                   AccordPlanningRow  *row);

AccordPlanningRow *accord_planning_cell_get_row (AccordPlanningCell *self);
AccordPlanningColumn accord_planning_cell_get_column (AccordPlanningCell *self);

/* Its place in a list; NULL outside one. Borrowed by the cell as long as it lives in it. */
void accord_planning_cell_set_item (AccordPlanningCell *self,
                                    GtkListItem        *item);
guint accord_planning_cell_get_position (AccordPlanningCell *self);

void accord_planning_cell_set_selected (AccordPlanningCell *self,
                                        gboolean            selected);

/* Shows the widget in place of the text; NULL takes it out again. */
void accord_planning_cell_set_editor (AccordPlanningCell *self,
                                      GtkWidget          *editor);

G_END_DECLS
