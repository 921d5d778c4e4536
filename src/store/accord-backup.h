/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-progress.h"

G_BEGIN_DECLS

/**
 * AccordBackup:
 *
 * A known backup of a workspace. made is UTC, ISO 8601. verified says whether it passed accord_verify_file() when it
 * was made.
 * Counts are what it holds, read from the backup itself, -1 where it cannot be read.
 */
typedef struct
{
  char *path;
  char *made;
  gboolean automatic;
  gboolean verified;
  gint64 size;
  int members, goals, cards, conversations;
} AccordBackup;

void accord_backup_free (AccordBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBackup, accord_backup_free)

/* Writes a verified copy of the workspace to dest: 0600, complete or not there at all, synced. An existing dest is
 * refused unless overwrite. Safe in a worker thread; progress (nullable) is called in that thread. A source that is
 * not sound is not copied (ACCORD_STORE_ERROR_DAMAGED), so that a bad file never pushes out a good backup. */
gboolean accord_backup_write (const char    *workspace_path,
                              const char    *dest,
                              gboolean       overwrite,
                              AccordProgress progress,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error);

/* The backup made at close: into XDG_DATA_HOME/accord/backups/<workspace uuid>/, thinned to all of the last day, one
 * a day for a month and one a month before that. Returns its path. (transfer full) */
char *accord_backup_write_automatic (const char   *workspace_path,
                                     GCancellable *cancellable,
                                     GError      **error);

/* The known backups of a workspace, newest first: automatic ones and those that accord_backup_write() made elsewhere
 * and are still there. Works for a damaged workspace too (by the path it was backed up from). */
GPtrArray *accord_backup_list (const char *workspace_path,
                               GError    **error);

/* Puts the backup's content in the place of the workspace at path: in one transaction into an existing sound file
 * (its state before is backed up first), else into a new file; a damaged file there is kept under a new name, given
 * in kept_as (nullable). Old or new, never half. */
gboolean accord_backup_restore (const char   *backup,
                                const char   *path,
                                char        **kept_as,
                                GCancellable *cancellable,
                                GError      **error);

G_END_DECLS
