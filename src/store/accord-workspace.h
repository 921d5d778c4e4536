/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-change.h"
#include "accord-conversation.h"
#include "accord-progress.h"
#include "accord-settings.h"
#include "accord-store-error.h"

G_BEGIN_DECLS

/**
 * AccordWorkspace:
 *
 * An open workspace file. It keeps a live list of every kind of record that is asked for, and changes file and lists
 * together: first the transaction, then, after its COMMIT, the live objects and the lists, once.
 *
 * Belongs to the thread that opened it. A worker opens the file again for itself, read-only.
 *
 * Properties, all read-only and notified: can-undo, can-redo (boolean), undo-label, redo-label (the change's label, or
 * NULL).
 *
 * Signal "bulk-changed": rows that come in bulk (accord-bulk.h) are others than before, which no list tells of.
 */
#define ACCORD_TYPE_WORKSPACE (accord_workspace_get_type ())
G_DECLARE_FINAL_TYPE (AccordWorkspace, accord_workspace, ACCORD, WORKSPACE, GObject)

typedef enum
{
  ACCORD_OPEN_DEFAULT = 0,
  ACCORD_OPEN_READ_ONLY = 1 << 0, /* never writes, not even a migration */
  ACCORD_OPEN_DAMAGED = 1 << 1,   /* reads what can be read of a damaged file; implies read-only */
  ACCORD_OPEN_UNVERIFIED = 1 << 2, /* leaves the checks of content to the caller: for a second connection */
} AccordOpenFlags;

/* XDG_DATA_HOME/accord/workspace.accord: where the window keeps a workspace unless told otherwise. (transfer full) */
char *accord_workspace_dup_default_path (void);

/* Makes a new file, mode 0600, in a folder that is made 0700 if it is not there; refuses a path where something is.
 * settings is a draft: its uuid, decimals (from the currency) and created are filled in. */
AccordWorkspace *accord_workspace_create (const char     *path,
                                          AccordSettings *settings,
                                          GError        **error);

/* Opens by the sequence of checks described in accord-workspace-open.c; a file that fails them is left as it was, byte
 * for byte. A file of an older version is backed up and migrated first. ACCORD_STORE_ERROR. */
AccordWorkspace *accord_workspace_open (const char     *path,
                                        AccordOpenFlags flags,
                                        GError        **error);

/* Closes the file: nothing but unref may follow. Unreffing closes too. */
void accord_workspace_close (AccordWorkspace *self);

const char *accord_workspace_get_path (AccordWorkspace *self);
gboolean accord_workspace_is_read_only (AccordWorkspace *self);

/* Whether it was opened with ACCORD_OPEN_DAMAGED: what is read may not be all there was. */
gboolean accord_workspace_is_damaged (AccordWorkspace *self);

/* Whether something was stored since the file was opened: then closing is worth a backup. */
gboolean accord_workspace_has_changed (AccordWorkspace *self);

/* The live record with id 1. */
AccordSettings *accord_workspace_get_settings (AccordWorkspace *self);

/* The live list of all records of a type (ACCORD_TYPE_GOAL …), in order of id, read from the file when first asked for.
 * Rows whose hash does not match are an error then: %NULL with ACCORD_STORE_ERROR_DAMAGED, except under
 * ACCORD_OPEN_DAMAGED, which leaves them out. (transfer none) */
GListModel *accord_workspace_load_list (AccordWorkspace *self,
                                        GType            type,
                                        GError         **error);

/* The same where the list cannot fail any more, or an empty list where it does (the open has verified the file): for
 * pages. */
GListModel *accord_workspace_get_list (AccordWorkspace *self,
                                       GType            type);

/* The live record, or NULL. (transfer none) */
gpointer accord_workspace_find (AccordWorkspace *self,
                                GType            type,
                                gint64           id);

/* An id for a new record, for drafts of one change that refer to one another. */
gint64 accord_workspace_reserve_id (AccordWorkspace *self,
                                    GType            type);

/* Validates every draft (ACCORD_RECORD_ERROR), stores all or nothing, durably, and updates the lists. On failure file,
 * lists and undo are as before and the drafts are the caller's to try again. An empty change, and drafts equal to what
 * is stored, do nothing. A conversation's number is given when it is first stored. */
gboolean accord_workspace_apply (AccordWorkspace *self,
                                 AccordChange    *change,
                                 GError         **error);

/* The same for a change with many rows in bulk: a thread stores it, and the caller's main loop goes on. Until callback is
 * called nothing else can be stored (ACCORD_STORE_ERROR_BUSY); what is read meanwhile may be what is not stored yet. progress
 * (nullable) is called in that thread, with 0 to 1. G_IO_ERROR_CANCELLED, and nothing is stored. Closing the workspace
 * cancels it and waits. */
void accord_workspace_apply_async (AccordWorkspace    *self,
                                   AccordChange       *change,
                                   AccordProgress      progress,
                                   gpointer            progress_data,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
gboolean accord_workspace_apply_finish (AccordWorkspace *self,
                                        GAsyncResult    *result,
                                        GError         **error);

/* Takes the last change back, or does it again, by the same way. Sealing cannot be undone: it clears both. */
gboolean accord_workspace_undo (AccordWorkspace *self,
                                GError         **error);
gboolean accord_workspace_redo (AccordWorkspace *self,
                                GError         **error);
gboolean accord_workspace_can_undo (AccordWorkspace *self);
gboolean accord_workspace_can_redo (AccordWorkspace *self);

/* Freezes a held conversation's texts, hashes them and chains the hash to the record sealed last (accord-seal.h), in
 * one transaction. The live record's stage and sealed change. */
gboolean accord_workspace_seal (AccordWorkspace    *self,
                                AccordConversation *conversation,
                                GError            **error);

/* The head of the chain of sealed records as 64 hex digits, "" while nothing is sealed. (transfer full) */
char *accord_workspace_dup_chain_head (AccordWorkspace *self);

G_END_DECLS
