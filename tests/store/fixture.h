/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-workspace.h"

G_BEGIN_DECLS

/* A folder of its own for every test, with a workspace in it, and the records that most tests need. */
typedef struct
{
  char *folder;
  char *path;
  AccordWorkspace *workspace;
} Fixture;

void fixture_set_up (Fixture      *fixture,
                     gconstpointer user_data);
void fixture_tear_down (Fixture      *fixture,
                        gconstpointer user_data);
#define fixture_add(path, function) \
  g_test_add ((path), Fixture, NULL, fixture_set_up, (function), fixture_tear_down)

/* g_test_run () with a folder of its own for the user's data, which it removes. (GLib's own way to do that,
 * G_TEST_OPTION_ISOLATE_DIRS, leaks.) */
int fixture_run_isolated (void);

/* Closes the workspace and opens the file again. */
void fixture_reopen (Fixture *fixture);

/* Drafts that validate. */
gpointer draft_member (const char *name);
gpointer draft_card (const char *title);
gpointer draft_goal (gint64      member,
                     const char *title);
gpointer draft_conversation (gint64      member,
                             const char *purpose);

/* Stores the draft by itself and gives its id. */
gint64 put (AccordWorkspace *workspace,
            gpointer         draft);

/* Every row of every table, one a line: two files that hold the same give the same. */
char *dump_file (const char *path);

/* The same of the tables and columns only that the file at of has, which may be of an older version. */
char *dump_columns (const char *path,
                    const char *of);

/* The same of what the lists hold; comparable with dump_lists() of another workspace object. */
char *dump_lists (AccordWorkspace *workspace);

/* SHA-256 of the file's bytes. */
char *file_digest (const char *path);

/* Runs SQL with a connection of one's own, as somebody with another program would. Gives SQLite's message, or NULL. */
char *tamper (const char *path,
              const char *sql);

G_END_DECLS
