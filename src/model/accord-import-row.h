/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordImportRow:
 *
 * A record that an import stored: what was there before, and what it made of it.
 */
#define ACCORD_TYPE_IMPORT_ROW (accord_import_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportRow, accord_import_row, ACCORD, IMPORT_ROW, AccordRecord)

AccordImportRow *accord_import_row_new (void);

ACCORD_DECLARE_VALUE (AccordImportRow, accord_import_row, import, gint64)
/* The order within the import. */
ACCORD_DECLARE_VALUE (AccordImportRow, accord_import_row, position, gint64)
/* The table of the record. */
ACCORD_DECLARE_TEXT (AccordImportRow, accord_import_row, table_name)
/* Its id. */
ACCORD_DECLARE_VALUE (AccordImportRow, accord_import_row, record, gint64)
/* Its fields before, as JSON; "" where the import added it. */
ACCORD_DECLARE_TEXT (AccordImportRow, accord_import_row, before)
/* The record's digest as the import left it, in hex: what was edited since is not taken back. */
ACCORD_DECLARE_TEXT (AccordImportRow, accord_import_row, after)

G_END_DECLS
