/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads titles for cards as people paste a list, one a line: what marks a line as one of a list (-, *, •, 1., 2),
 * [x] and their like, each with a blank behind it) is left out, as are blanks at either end and lines without
 * anything else. Tabs within a line are blanks. (transfer full): NULL-terminated, maybe empty. */
char **accord_board_read_lines (const char *text);

G_END_DECLS
