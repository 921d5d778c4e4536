/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as one cell of a table that is copied as lines of cells with tabs between them: tabs and ends of lines in it become
 * blanks. NULL gives "". (transfer full) */
char *accord_text_to_cell (const char *text);

G_END_DECLS
