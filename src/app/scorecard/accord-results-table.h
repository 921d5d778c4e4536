/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-results.h"

G_BEGIN_DECLS

/* The cell that keys are about. */
typedef struct
{
  gint64 member;
  gint64 territory;
  guint metric;
} AccordResultsPlace;

/**
 * AccordResultsTable:
 *
 * Members by metric: the team's row, or the one territory's, stays above the list, a territory's stays while its members are
 * scrolled, and names stay while metrics are scrolled across. Arrows, Home, End and Page Up and Down move among the cells.
 *
 * Signals: "opened", the cell was clicked or Enter pressed; "moved", another one has the focus.
 */
#define ACCORD_TYPE_RESULTS_TABLE (accord_results_table_get_type ())
G_DECLARE_FINAL_TYPE (AccordResultsTable, accord_results_table, ACCORD, RESULTS_TABLE, AdwBin)

/* What is shown of the results: everybody (territory 0) or a territory, those metrics (an array of guint). */
void accord_results_table_show (AccordResultsTable *self,
                                AccordResults      *results,
                                gint64              territory,
                                GArray             *metrics);

/* Whether members are ordered by what they attained of a metric, with their places, in place of their names; seen when the table is
 * shown next. */
void accord_results_table_set_ranking (AccordResultsTable *self,
                                       gboolean            ranking);

/* FALSE where there is no cell. */
gboolean accord_results_table_get_place (AccordResultsTable *self,
                                         AccordResultsPlace *place);

/* Whose cell that is. Borrowed; "" where there is none. */
const char *accord_results_table_get_name (AccordResultsTable *self);

/* All of it as tab-separated text, as it is ordered. (transfer full) */
char *accord_results_table_dup_text (AccordResultsTable *self);

G_END_DECLS
