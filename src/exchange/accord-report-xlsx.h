/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-backup.h"
#include "accord-report.h"

G_BEGIN_DECLS

/* Writes the report as an Excel workbook: mode 0600, whole or not at all, synced. An existing file is refused unless
 * overwrite. The same report gives the same bytes. progress (nullable) is called in the caller's thread, with 0 to
 * 1. ACCORD_REPORT_ERROR, or G_IO_ERROR_CANCELLED. */
gboolean accord_report_write_xlsx (AccordReport  *report,
                                   const char    *path,
                                   gboolean       overwrite,
                                   AccordProgress progress,
                                   gpointer       data,
                                   GCancellable  *cancellable,
                                   GError       **error);

/* Opens the workspace for itself, read-only, gathers the report and writes it: for the command line, and for a
 * worker thread. The workspace itself is refused as output. Errors of the store too. */
gboolean accord_report_export (const char    *workspace_path,
                               AccordQuarter  quarter,
                               AccordAudience audience,
                               AccordDate     as_of,
                               const char    *output,
                               gboolean       overwrite,
                               AccordProgress progress,
                               gpointer       data,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
