/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text of files' cells: tidied, and compared more loosely than accord-name.h does. All (transfer full). */

/* Without blanks around it, with single ones within: no-break spaces, tabs and line ends are blanks. */
char *accord_import_tidy (const char *text);

/* Whether accord_import_tidy() would leave it as it is; may say no of one that it would. */
gboolean accord_import_is_tidy (const char *text);

/* Lower case without accents; ß is ss. */
char *accord_import_fold (const char *text);

/* Folded, letters and figures alone: what headers that differ in blanks, underscores and points have in common. */
char *accord_import_header_key (const char *text);

/* Folded, its words in alphabetical order: what "Saraiva, José" and "Jose Saraiva" have in common. */
char *accord_import_words_key (const char *text);

/* "Ann Lee" of "Lee, Ann"; NULL where it is not written with one comma. */
char *accord_import_swap_comma (const char *text);

/* Whether one is likely a slip of the other: one or two letters more, less, other or changed over, according to length.
 * Names with figures in them never are. Both are folded. */
gboolean accord_import_is_slip (const char *a,
                                const char *b);

/* Whether a cell says that there is nothing: "", -, NULL, n/a and the like. na_is_nothing: NA too, which may be North
 * America. */
gboolean accord_import_is_nothing (const char *text,
                                   gboolean    na_is_nothing);

/* Whether a row's name says that it is the sum of others: Total, Grand Total, Summe, … */
gboolean accord_import_is_total (const char *text);

G_END_DECLS
