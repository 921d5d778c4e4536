/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-bulk-private.h"
#include "accord-database.h"

G_BEGIN_DECLS

/* The last day of ISO text: 9999-12-31. */
#define ACCORD_ACTUALS_LAST_DAY 3652059

/* By metric: the key begins with (member, metric), so that a period of one member is a short range for each metric,
 * where a range over all of them would have to look at every actual that the member ever had. */
#define ACCORD_ACTUALS_SELECT_ROWS                                                                      \
  "SELECT actual.metric, actual.starts, actual.grain, actual.value, actual.source"                      \
  " FROM metric CROSS JOIN actual ON actual.member = ?1 AND actual.metric = metric.id"                  \
  " AND actual.starts BETWEEN ?2 AND ?3 ORDER BY metric.id, actual.starts, actual.grain"

/* Sets ACCORD_STORE_ERROR_DAMAGED; always gives FALSE. */
gboolean accord_actuals_fail_damaged (gint64   member,
                                      GError **error);

/* The row of ACCORD_ACTUALS_SELECT_ROWS that the statement is on; FALSE where it cannot be one that was put. */
gboolean accord_actuals_read_row (sqlite3_stmt *statement,
                                  gint64        member,
                                  AccordActual *actual);

/* Calls func with each of what accord_actuals_read() would give, in the same order. Where it fails what func was given may be
 * damaged. */
typedef void (*AccordActualFunc) (const AccordActual *actual,
                                  gpointer            user_data);
gboolean accord_actuals_for_each (AccordWorkspace *workspace,
                                  gint64           member,
                                  gint64           metric,
                                  AccordDate       first,
                                  AccordDate       last,
                                  AccordActualFunc func,
                                  gpointer         user_data,
                                  GError         **error);

/* Within a transaction: stores the actuals with the hashes of the blocks they lie in; one whose value is ACCORD_UNKNOWN
 * goes. before (nullable) gets what was there for each key that changes, in the same form: to store that brings it
 * back. bulk (nullable) is told of every row. ACCORD_STORE_ERROR, and the bulk's. */
gboolean accord_actuals_store (AccordDatabase     *database,
                               const AccordActual *actuals,
                               gsize               n_actuals,
                               GArray             *before,
                               AccordBulk         *bulk,
                               GError            **error);

G_END_DECLS
