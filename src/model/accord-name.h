/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When two names of people or of territories are one: blanks around them, upper or lower case, and whether an accent is
 * typed as a letter with it or after its letter make no difference. */

/* What equal names have in common, for tables and comparisons, not for reading. name is UTF-8. (transfer full) */
char *accord_name_key (const char *name);

gboolean accord_name_equal (const char *a,
                            const char *b);

G_END_DECLS
