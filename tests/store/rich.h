/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/types.h>

#include "accord-backup.h"
#include "fixture.h"

G_BEGIN_DECLS

/* How many cards rich_fill() makes, all in all. */
#define RICH_N_CARDS 7

/* Fills the workspace with something of every kind that the store keeps: members, goals, a board of cards with all
 * that a team makes of them, a commitment, conversations of which three are sealed, a year of weekly actuals, opportunities
 * with history. */
void rich_fill (AccordWorkspace *workspace);

/* What accord_verify_file() says of the file, one fault a line; its error's message where it cannot be looked at. */
char *verify_to_text (const char *path);

/* Asserts that expected is a part of the faults, and that none of them says what the file holds in confidence. */
void assert_fault (const char *faults,
                   const char *expected);

/* The workspace filled and let go of, and its bytes, for many tries. (transfer full) */
char *fill_and_take (Fixture *fixture,
                     gsize   *length);
void write_bytes (const char *path,
                  const char *bytes,
                  gsize       length);

/* Asserts that the file is sound. */
void assert_sound (const char *path);

/* The number of directory entries but . and .. */
guint count_files (const char *folder);

/* The permissions of what is at path. */
mode_t mode_of (const char *path);

/* (transfer full) */
char *path_in (Fixture    *fixture,
               const char *name);

/* Both files hold the same rows. */
void assert_same_content (const char *a,
                          const char *b);

/* A backup that must succeed, and the known ones. (transfer full) */
void write_backup (const char *path,
                   const char *dest);
GPtrArray *list_backups (const char *path);

G_END_DECLS
