/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-results-cell.h"
#include "accord-results-columns.h"

G_BEGIN_DECLS

/**
 * AccordResultsRow:
 *
 * A row of the table of results: whose it is, which stays in sight, and a cell for each of the columns.
 */
#define ACCORD_TYPE_RESULTS_ROW (accord_results_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordResultsRow, accord_results_row, ACCORD, RESULTS_ROW, GtkBox)

AccordResultsRow *accord_results_row_new (AccordResultsColumns *columns);

/* NULL shows nothing. */
void accord_results_row_set_line (AccordResultsRow  *self,
                                  AccordResultsLine *line);
AccordResultsLine *accord_results_row_get_line (AccordResultsRow *self);

/* Its place in the list that it stands in; the row borrows it. NULL: it is in none. */
void accord_results_row_set_item (AccordResultsRow *self,
                                  GtkListItem      *item);
guint accord_results_row_get_position (AccordResultsRow *self);

/* Borrowed; NULL where there is no such column. */
GtkWidget *accord_results_row_get_cell (AccordResultsRow *self,
                                        guint             column);

G_END_DECLS
