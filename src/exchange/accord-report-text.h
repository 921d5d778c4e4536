/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most a cell holds, in UTF-16 units. */
#define ACCORD_REPORT_CELL_MAX 32767

/* What may be put in a cell: valid UTF-8 without control characters (but line breaks) and noncharacters, at most max
 * UTF-16 units, ending in "…" where it was cut. (transfer full) */
char *accord_report_text_clean (const char *text,
                                gsize       max);

/* The same on one line. */
char *accord_report_text_clean_line (const char *text,
                                     gsize       max);

/* A sheet name that every reader takes: at most 31 UTF-16 units, none of []:*?/\ or apostrophes, not "History", and
 * unlike every one in used (of strings), which it is added to. (transfer none): owned by used. */
const char *accord_report_sheet_name (GPtrArray  *used,
                                      const char *wanted);

/* For headers and footers, where & gives commands. */
char *accord_report_text_for_margin (const char *text);

/* How many columns of ordinary characters a text takes: wide ones count twice, combining ones not at all. The
 * longest line. */
int accord_report_text_width (const char *text);

/* How many lines it takes where a line holds columns characters. */
int accord_report_text_lines (const char *text,
                              double      columns);

G_END_DECLS
