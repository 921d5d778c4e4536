/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/* What a file was read in as. */
typedef enum
{
  ACCORD_IMPORT_KIND_MEMBERS, /*< nick=members >*/
  ACCORD_IMPORT_KIND_QUOTAS, /*< nick=quotas >*/
  ACCORD_IMPORT_KIND_ACTUALS, /*< nick=actuals >*/
  ACCORD_IMPORT_KIND_OPPORTUNITIES, /*< nick=opportunities >*/
} AccordImportKind;

/**
 * AccordImport:
 *
 * A file that was read in, with what became of its rows, so that it can be taken back as a whole.
 */
#define ACCORD_TYPE_IMPORT (accord_import_get_type ())
G_DECLARE_FINAL_TYPE (AccordImport, accord_import, ACCORD, IMPORT, AccordRecord)

AccordImport *accord_import_new (void);

ACCORD_DECLARE_VALUE (AccordImport, accord_import, kind, AccordImportKind)
/* The name of the file, without its folder. */
ACCORD_DECLARE_TEXT (AccordImport, accord_import, file)
/* When, local time: "2026-11-23 14:05". */
ACCORD_DECLARE_TEXT (AccordImport, accord_import, imported)
/* How many rows were read. */
ACCORD_DECLARE_VALUE (AccordImport, accord_import, read, gint64)
ACCORD_DECLARE_VALUE (AccordImport, accord_import, added, gint64)
ACCORD_DECLARE_VALUE (AccordImport, accord_import, updated, gint64)
ACCORD_DECLARE_VALUE (AccordImport, accord_import, skipped, gint64)
ACCORD_DECLARE_VALUE (AccordImport, accord_import, refused, gint64)
/* Whether it was taken back. */
ACCORD_DECLARE_VALUE (AccordImport, accord_import, undone, gboolean)

G_END_DECLS
