/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-options.h"

G_BEGIN_DECLS

/* What a header looks like. Field names beyond accord_import_kind_get_fields()'s, found but never asked for: "first-name"
 * and "last-name" (together a name), "year" (completes a period). */

/* The field that a header of a kind of file usually is, NULL for none, and how surely: 0 the field's own name, 1 what it is
 * usually called, 2 and up what stands for it where nothing better does. Static. */
const char *accord_import_header_find (AccordImportKind kind,
                                       const char      *header,
                                       int             *rank);

G_END_DECLS
