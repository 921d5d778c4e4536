/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-csv.h"

G_BEGIN_DECLS

/* The bytes as UTF-8 without a byte-order mark and without NUL, and the name of what they were read as. Borrows what it
 * can: *converted keeps it alive. ACCORD_IMPORT_ERROR_ENCODING. */
typedef struct
{
  const char *text;
  gsize length;
  char *owned;
  char *encoding;
  gboolean guessed;
} AccordCsvText;

gboolean accord_csv_decode (GBytes        *bytes,
                            const char    *encoding,
                            AccordCsvText *text,
                            GError       **error);
void accord_csv_text_clear (AccordCsvText *text);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordCsvText, accord_csv_text_clear)

/* The delimiter that the text is most evenly cut by; where none is, a comma. skip is how much of the text says it
 * ("sep=;", as Excel has it) and is no row. */
char accord_csv_find_delimiter (const char *text,
                                gsize       length,
                                gsize      *skip);

/* One character, or a name of the tab; '\0' with ACCORD_IMPORT_ERROR_DELIMITER where it is none. */
char accord_csv_read_delimiter (const char *word,
                                GError    **error);

G_END_DECLS
