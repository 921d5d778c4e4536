/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-workspace.h"

/* A new workspace, “Sales East”, and a folder in which what is made of it is laid for others to read. */

/* The folder (transfer full) and the workspace, both to be given to desk_tear_down(). */
char *desk_set_up (const char       *currency,
                   AccordWorkspace **workspace);

/* Removes the folder with all that is in it. */
void desk_tear_down (char            *folder,
                     AccordWorkspace *workspace);

/* Stores the record (transfer full) and gives its id. */
gint64 desk_put (AccordWorkspace *workspace,
                 gpointer         record);

/* Asserts that the file is its owner's alone. */
void desk_assert_private (const char *path);

/* What the command prints, which ends with NULL; NULL where there is no such program here. (transfer full) */
char *desk_read_with (const char *const *command);

/* What an independent reader finds in the PDF file, lines as they are laid out or texts as they hang together; NULL, and the
 * test counts as skipped, where there is no such program here. (transfer full) */
char *desk_read_pdf (const char *path,
                     gboolean    layout);

/* How often the word stands in the text. */
guint desk_count (const char *text,
                  const char *word);
