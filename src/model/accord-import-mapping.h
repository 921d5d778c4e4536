/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import.h"
#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordImportMapping:
 *
 * How the columns of a kind of file are read, under a name, for the next file like it.
 */
#define ACCORD_TYPE_IMPORT_MAPPING (accord_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportMapping, accord_import_mapping, ACCORD, IMPORT_MAPPING, AccordRecord)

AccordImportMapping *accord_import_mapping_new (void);

ACCORD_DECLARE_VALUE (AccordImportMapping, accord_import_mapping, kind, AccordImportKind)
ACCORD_DECLARE_TEXT (AccordImportMapping, accord_import_mapping, name)
/* As JSON, written and read by the import. */
ACCORD_DECLARE_TEXT (AccordImportMapping, accord_import_mapping, settings)

G_END_DECLS
