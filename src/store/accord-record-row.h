/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-database.h"
#include "accord-record.h"

G_BEGIN_DECLS

/* Private to the store floor: how a record lies in its table. Column names follow from the field table, unknown
 * amounts, missing references and dates are NULL, dates ISO text, enumerations their nicks, and the digest stands
 * beside. All SQL is (transfer full). */

/* "SELECT id, fields…, digest FROM table ORDER BY id". */
char *accord_record_select_sql (GType type);

/* Both take what accord_record_write_row() binds: fields…, digest, id. */
char *accord_record_insert_sql (GType type);
char *accord_record_update_sql (GType type);

/* Takes the id. */
char *accord_record_delete_sql (GType type);

/* Binds the record to an INSERT or UPDATE of its type and runs it. */
gboolean accord_record_write_row (AccordDatabase  *database,
                                  AccordStatement *statement,
                                  AccordRecord    *record,
                                  GError         **error);

/* The record in the current row of the SELECT; NULL where its values, or its digest, are not what was stored.
 * (transfer full) */
AccordRecord *accord_record_read_row (GType         type,
                                      sqlite3_stmt *statement);

G_END_DECLS
