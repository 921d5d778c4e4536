/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-backup.h"
#include "accord-database.h"

G_BEGIN_DECLS

/* Private to accord-backup*.c. */

/* accord-backup-copy.c: sqlite3_backup, and how a finished file gets its name. */

/* Copies all of source into target in one transaction of target's; a failure, or cancelling, leaves target as it
 * was. name is the file that target is for, for messages. */
gboolean accord_backup_copy (AccordDatabase *source,
                             AccordDatabase *target,
                             const char     *name,
                             AccordProgress  progress,
                             gpointer        user_data,
                             GCancellable   *cancellable,
                             GError        **error);

/* A copy in memory, taken from its older version to this program's: for looking at, or restoring, what must stay as it is itself. */
AccordDatabase *accord_backup_copy_to_latest (AccordDatabase *source,
                                              GCancellable   *cancellable,
                                              GError        **error);

/* A verified, synced copy of the workspace at path in a new file of mode 0600 beside dest, under a name of its own;
 * NULL leaves nothing behind. ACCORD_STORE_ERROR_DAMAGED where path is not sound. (transfer full) */
char *accord_backup_make_beside (const char    *path,
                                 const char    *dest,
                                 AccordProgress progress,
                                 gpointer       user_data,
                                 GCancellable  *cancellable,
                                 GError       **error);

/* Renames temporary to dest and syncs the folder. Without overwrite an existing dest is left alone
 * (ACCORD_STORE_ERROR_EXISTS). On failure temporary is removed. */
gboolean accord_backup_place (const char *temporary,
                              const char *dest,
                              gboolean    overwrite,
                              GError    **error);

/* Nothing must be left of a journal when another file takes its database's name: SQLite would play it into that.
 * Rolls it back where that is possible, else keeps it under a new name. */
gboolean accord_backup_settle_journal (const char *path,
                                       GError    **error);

/* Makes what was renamed in the folder last through a power cut. */
void accord_backup_sync_folder (const char *folder);

gboolean accord_backup_is_same_file (const char *a,
                                     const char *b);

/* Sets ACCORD_STORE_ERROR by errno, with the file's name; always gives FALSE. */
gboolean accord_backup_fail (const char *path,
                             int         number,
                             GError    **error);

/* accord-backup-index.c: what is known of backups. */

/* The uuid of the workspace at path; NULL where it cannot be trusted. (transfer full) */
char *accord_backup_dup_uuid (const char *path);

/* XDG_DATA_HOME/accord/backups/<uuid>. (transfer full) */
char *accord_backup_dup_folder (const char *uuid);

/* Notes a backup that was made and verified. The backup stands even where that cannot be written. */
void accord_backup_note (const char *uuid,
                         const char *backup,
                         const char *origin,
                         const char *made,
                         gboolean    automatic);

/* Removes automatic backups as the header of accord_backup_write_automatic() says; now is UTC. */
void accord_backup_thin (const char *uuid,
                         const char *now);

G_END_DECLS
