/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-results-line.h"

G_BEGIN_DECLS

/**
 * AccordResultsCell:
 *
 * What a line of the table of results has come to in one metric: the last weeks, the figure, what it is of the target, and the
 * pace. Its accessible name says all of it.
 */
#define ACCORD_TYPE_RESULTS_CELL (accord_results_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordResultsCell, accord_results_cell, ACCORD, RESULTS_CELL, GtkWidget)

GtkWidget *accord_results_cell_new (guint column);

guint accord_results_cell_get_column (AccordResultsCell *self);

void accord_results_cell_show (AccordResultsCell *self,
                               AccordResultsLine *line,
                               guint              metric);

/* What the figure takes, in pixels: the same in all of a column, so that their weeks are drawn to one scale. */
void accord_results_cell_set_figure_width (AccordResultsCell *self,
                                           int                width);

/* How wide a cell with these texts has to be, and its figure, in pixels, drawn as in widget. */
int accord_results_cell_measure (GtkWidget  *widget,
                                 const char *actual,
                                 const char *against,
                                 int        *figure_width);

G_END_DECLS
