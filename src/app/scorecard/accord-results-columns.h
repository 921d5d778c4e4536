/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-results.h"

G_BEGIN_DECLS

/**
 * AccordResultsColumns:
 *
 * The columns that all rows of the table of results share: which metrics they are, how wide, and how far they are scrolled.
 *
 * Signals: "metrics-changed", and "widths-changed", which follows.
 */
#define ACCORD_TYPE_RESULTS_COLUMNS (accord_results_columns_get_type ())
G_DECLARE_FINAL_TYPE (AccordResultsColumns, accord_results_columns, ACCORD, RESULTS_COLUMNS, GObject)

AccordResultsColumns *accord_results_columns_new (void);

/* Copies the array of guint; FALSE where they were those before. */
gboolean accord_results_columns_set_metrics (AccordResultsColumns *self,
                                             AccordResults        *results,
                                             GArray               *metrics);
guint accord_results_columns_get_n (AccordResultsColumns *self);
guint accord_results_columns_get_metric (AccordResultsColumns *self,
                                         guint                 column);

/* Pixels: what the names take, what each column takes at least, and its figures of that; copies as many widths as there are
 * columns. */
void accord_results_columns_set_widths (AccordResultsColumns *self,
                                        int                   name_width,
                                        const int            *widths,
                                        const int            *figure_widths);
int accord_results_columns_get_name_width (AccordResultsColumns *self);
int accord_results_columns_get_min_width (AccordResultsColumns *self,
                                          guint                 column);
int accord_results_columns_get_figure_width (AccordResultsColumns *self,
                                             guint                 column);
int accord_results_columns_get_total_width (AccordResultsColumns *self);

/* Where a column lies when all of them are shown in that width: what is left over is shared. */
void accord_results_columns_get_extent (AccordResultsColumns *self,
                                        guint                 column,
                                        int                   in_width,
                                        int                  *x,
                                        int                  *width);

/* How far they are scrolled across. Borrowed. */
GtkAdjustment *accord_results_columns_get_across (AccordResultsColumns *self);

G_END_DECLS
