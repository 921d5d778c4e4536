/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-bulk-private.h"

G_BEGIN_DECLS

/* The places (of guint) of those of the bulk's opportunities that are new to the file, with ids that ascend behind last_id;
 * empty where they are few, or come in another order. */
GArray *accord_opportunity_rows_list (AccordBulk *bulk,
                                      gint64      last_id);

/* Within a transaction: inserts these, each with what was seen of it on the day that the bulk was observed. All of them are one
 * statement, which reads them from memory as if they were a table: a statement for each of many rows costs more than the row.
 * G_IO_ERROR_CANCELLED too. */
gboolean accord_opportunity_rows_insert (AccordDatabase *database,
                                         AccordBulk     *bulk,
                                         GArray         *fresh,
                                         gint64          last_id,
                                         GError        **error);

G_END_DECLS
