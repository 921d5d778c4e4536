/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-results-columns.h"

G_BEGIN_DECLS

/**
 * AccordResultsStrip:
 *
 * Widgets side by side, one for each of the columns, of which as many are in sight as there is room for: they are scrolled with
 * the columns, while what stands beside the strip stays where it is.
 */
#define ACCORD_TYPE_RESULTS_STRIP (accord_results_strip_get_type ())
G_DECLARE_FINAL_TYPE (AccordResultsStrip, accord_results_strip, ACCORD, RESULTS_STRIP, GtkWidget)

/* The one that leads says how far the columns can be scrolled. */
GtkWidget *accord_results_strip_new (AccordResultsColumns *columns,
                                     gboolean              leads);

/* Takes the widget; as many as there are columns are to be appended. */
void accord_results_strip_append (AccordResultsStrip *self,
                                  GtkWidget          *child);
void accord_results_strip_clear (AccordResultsStrip *self);

G_END_DECLS
