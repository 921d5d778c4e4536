/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-import-error.h"

G_BEGIN_DECLS

/**
 * AccordCsv:
 *
 * The rows of a delimited text file, as UTF-8, whatever encoding, delimiter and line ends it came with. Nothing is left
 * out and nothing is interpreted: blank rows, titles and footers are rows too. Immutable, of any thread.
 */
typedef struct _AccordCsv AccordCsv;

/* The largest file that is read, and the largest cell. */
#define ACCORD_CSV_FILE_MAX (128 * 1024 * 1024)
#define ACCORD_CSV_CELL_MAX (64 * 1024)

/* Reads bytes. encoding (a name that iconv knows) and delimiter NULL, "" or "auto" are found out; delimiter is one
 * character, or "tab" or "\\t". A file without any text is ACCORD_IMPORT_ERROR_EMPTY; ACCORD_IMPORT_ERROR_ENCODING,
 * _DELIMITER, _SIZE and _QUOTES too. */
AccordCsv *accord_csv_parse (GBytes     *bytes,
                             const char *encoding,
                             const char *delimiter,
                             GError    **error);

/* The same with a file of the local file system, which must be an ordinary one. G_IO_ERROR too. */
AccordCsv *accord_csv_load (const char *path,
                            const char *encoding,
                            const char *delimiter,
                            GError    **error);

/* What stands in the first 64 KiB of a file: enough to see what it is. The last row may be cut. */
AccordCsv *accord_csv_load_head (const char *path,
                                 const char *encoding,
                                 const char *delimiter,
                                 GError    **error);

AccordCsv *accord_csv_ref (AccordCsv *self);
void accord_csv_unref (AccordCsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCsv, accord_csv_unref)

/* What the file was read as: "UTF-8", "WINDOWS-1252", …, and whether that is a guess rather than said by the file (a
 * byte-order mark, bytes that can be nothing else) or by the caller. */
const char *accord_csv_get_encoding (AccordCsv *self);
gboolean accord_csv_is_encoding_guessed (AccordCsv *self);
char accord_csv_get_delimiter (AccordCsv *self);

guint accord_csv_get_n_rows (AccordCsv *self);

/* How many cells the row has; 1, empty, for a blank line. */
guint accord_csv_get_n_cells (AccordCsv *self,
                              guint      row);

/* As it stands in the file, blanks around it and all, but without NUL; "" behind the end of a short row. */
const char *accord_csv_get_cell (AccordCsv *self,
                                 guint      row,
                                 guint      column);

/* The line of the file, from 1, on which the row begins. */
guint accord_csv_get_line (AccordCsv *self,
                           guint      row);

/* Why the row must not be used, in words for the user (a quotation mark that is never closed, a cell too long); NULL for a
 * sound one. */
const char *accord_csv_get_fault (AccordCsv *self,
                                  guint      row);

/* Whether nothing but white space is in it. */
gboolean accord_csv_is_blank (AccordCsv *self,
                              guint      row);

G_END_DECLS
