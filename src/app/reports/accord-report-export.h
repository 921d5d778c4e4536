/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-card.h"
#include "accord-quarter.h"

G_BEGIN_DECLS

/* Writes the quarter's workbook to output in a worker thread, which opens the workspace for itself. The caller's file
 * dialog has asked before an existing output is chosen, so it is replaced. progress (nullable) is called in the main
 * loop, now and then. */
typedef void (*AccordReportExportProgress) (double   fraction,
                                            gpointer user_data);

void accord_report_export_async (const char                *workspace_path,
                                 AccordQuarter              quarter,
                                 AccordAudience             audience,
                                 AccordDate                 as_of,
                                 const char                *output,
                                 AccordReportExportProgress progress,
                                 GCancellable              *cancellable,
                                 GAsyncReadyCallback        callback,
                                 gpointer                   user_data);
gboolean accord_report_export_finish (GAsyncResult *result,
                                      GError      **error);

G_END_DECLS
