/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* Fills the workspace with something of every kind that the store keeps: members, goals, cards, a commitment, conversations of which
 * three are sealed, a year of weekly actuals, opportunities with history. */
void rich_fill (AccordWorkspace *workspace);

/* What accord_verify_file() says of the file, one fault a line; its error's message where it cannot be looked at. */
char *verify_to_text (const char *path);

/* Asserts that the file is sound. */
void assert_sound (const char *path);

/* The number of directory entries but . and .. */
guint count_files (const char *folder);

G_END_DECLS
