/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-plan.h"

G_BEGIN_DECLS

/* Stores what the plan says, with a record of it, in one transaction and one step of Undo. file is the file's name (its
 * folder is left out). The plan's own problem, ACCORD_IMPORT_ERROR_STALE where what the plan went by has changed since, or
 * the store's errors: then nothing was changed. Where nothing is to be stored nothing is, and import is 0. import
 * (nullable) gets the id by which the import can be taken back. */
gboolean accord_import_apply (AccordWorkspace  *workspace,
                              AccordImportPlan *plan,
                              const char       *file,
                              gint64           *import,
                              GError          **error);

/* The same for files of many rows: progress (nullable) is called with 0 to 1 while actuals and opportunities are stored;
 * G_IO_ERROR_CANCELLED, and nothing was changed. */
gboolean accord_import_carry_out (AccordWorkspace  *workspace,
                                  AccordImportPlan *plan,
                                  const char       *file,
                                  AccordProgress    progress,
                                  gpointer          data,
                                  GCancellable     *cancellable,
                                  gint64           *import,
                                  GError          **error);

/* The same, with the main loop going on meanwhile: threads do what takes long, accord_workspace_apply_async() the last part of
 * it. progress (nullable) is called in a thread. */
void accord_import_carry_out_async (AccordWorkspace    *workspace,
                                    AccordImportPlan   *plan,
                                    const char         *file,
                                    AccordProgress      progress,
                                    gpointer            data,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean accord_import_carry_out_finish (AccordWorkspace *workspace,
                                         GAsyncResult    *result,
                                         gint64          *import,
                                         GError         **error);

/**
 * AccordImportUndo:
 * @import: the import that was taken back
 * @removed: how many records it had added and are gone now
 * @restored: how many it had changed and are as before
 * @kept: (element-type utf8): what was left alone and why, in words for the user, one each
 */
typedef struct
{
  gint64 import;
  guint removed;
  guint restored;
  GPtrArray *kept;
} AccordImportUndo;

void accord_import_undo_free (AccordImportUndo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportUndo, accord_import_undo_free)

/* Takes an import back, the last one that was not taken back yet where import is 0, in one transaction and one step of
 * Undo: what it added goes, what it changed is as before. What was edited since, or is referred to by something else,
 * stays. ACCORD_IMPORT_ERROR_NOT_FOUND, or the store's errors. (transfer full) */
AccordImportUndo *accord_import_undo (AccordWorkspace *workspace,
                                      gint64           import,
                                      GError         **error);

/* Saved mappings, by name without regard to case. Saving under a name that there is replaces it. */
AccordImportOptions *accord_import_load_mapping (AccordWorkspace *workspace,
                                                 AccordImportKind kind,
                                                 const char      *name,
                                                 GError         **error);
gboolean accord_import_save_mapping (AccordWorkspace           *workspace,
                                     AccordImportKind           kind,
                                     const char                *name,
                                     const AccordImportOptions *options,
                                     GError                   **error);

G_END_DECLS
