/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACCORD_IMPORT_ERROR (accord_import_error_quark ())
GQuark accord_import_error_quark (void);

/**
 * AccordImportError:
 *
 * Messages are whole sentences for the user: what, where, what to do. Those of one row are no errors but reasons in the
 * plan (accord-import-plan.h).
 *
 * @ACCORD_IMPORT_ERROR_EMPTY: nothing is in the file, or nothing below its header
 * @ACCORD_IMPORT_ERROR_ENCODING: the encoding is not known, or the file is not in it
 * @ACCORD_IMPORT_ERROR_DELIMITER: no delimiter
 * @ACCORD_IMPORT_ERROR_SIZE: too large
 * @ACCORD_IMPORT_ERROR_QUOTES: its quotation marks make no sense at all
 * @ACCORD_IMPORT_ERROR_OPTIONS: a mapping that is none: a field, a header or a value that there is not
 * @ACCORD_IMPORT_ERROR_FIELD: a required field is mapped with no header
 * @ACCORD_IMPORT_ERROR_AMBIGUOUS_FIELD: several headers could be a required field
 * @ACCORD_IMPORT_ERROR_AMBIGUOUS_DATES: the order of day and month cannot be told, or is not one
 * @ACCORD_IMPORT_ERROR_AMBIGUOUS_DECIMAL: the decimal sign cannot be told, or is not one
 * @ACCORD_IMPORT_ERROR_REFUSED: all or nothing was asked for, and rows are refused
 * @ACCORD_IMPORT_ERROR_STALE: the workspace has changed since the plan was made
 * @ACCORD_IMPORT_ERROR_NOT_FOUND: there is no such import, or nothing to take back
 */
typedef enum
{
  ACCORD_IMPORT_ERROR_EMPTY,
  ACCORD_IMPORT_ERROR_ENCODING,
  ACCORD_IMPORT_ERROR_DELIMITER,
  ACCORD_IMPORT_ERROR_SIZE,
  ACCORD_IMPORT_ERROR_QUOTES,
  ACCORD_IMPORT_ERROR_OPTIONS,
  ACCORD_IMPORT_ERROR_FIELD,
  ACCORD_IMPORT_ERROR_AMBIGUOUS_FIELD,
  ACCORD_IMPORT_ERROR_AMBIGUOUS_DATES,
  ACCORD_IMPORT_ERROR_AMBIGUOUS_DECIMAL,
  ACCORD_IMPORT_ERROR_REFUSED,
  ACCORD_IMPORT_ERROR_STALE,
  ACCORD_IMPORT_ERROR_NOT_FOUND,
} AccordImportError;

G_END_DECLS
