/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-plan.h"

G_BEGIN_DECLS

/**
 * AccordImportDryRun:
 * @csv: the file as it was read
 * @plan: what would be done with it
 *
 * What a worker thread found out about a file.
 */
typedef struct
{
  AccordCsv *csv;
  AccordImportPlan *plan;
} AccordImportDryRun;

void accord_import_dry_run_free (AccordImportDryRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportDryRun, accord_import_dry_run_free)

typedef void (*AccordImportPreview) (AccordImportPlan *plan,
                                     gpointer          user_data);

/* Reads the file at path, unless csv (nullable) is what it was read as with the same encoding and delimiter, and plans its
 * import in a worker thread. progress (nullable) is called in the main loop, now and then, with callback's user_data; so is
 * preview (nullable), at most once, with what the beginning of a large file comes to, where it can be told. */
void accord_import_dry_run_async (const char                *path,
                                  AccordCsv                 *csv,
                                  AccordImportSnapshot      *snapshot,
                                  const AccordImportOptions *options,
                                  AccordProgress             progress,
                                  AccordImportPreview        preview,
                                  GCancellable              *cancellable,
                                  GAsyncReadyCallback        callback,
                                  gpointer                   user_data);

/* ACCORD_IMPORT_ERROR or G_IO_ERROR where the file cannot even be read; what is wrong further on is the plan's problem. */
AccordImportDryRun *accord_import_dry_run_finish (GAsyncResult *result,
                                                  GError      **error);

/* Looks in a worker thread at what kind of file that is; expected where it cannot be told (accord_import_guess_kind()). */
void accord_import_look_async (const char         *path,
                               AccordImportKind    expected,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);

/* FALSE where it was cancelled. */
gboolean accord_import_look_finish (GAsyncResult     *result,
                                    AccordImportKind *kind);

G_END_DECLS
