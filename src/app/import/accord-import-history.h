/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordImportHistory:
 *
 * The files that were imported, the last one first, each of which can be taken back.
 */
#define ACCORD_TYPE_IMPORT_HISTORY (accord_import_history_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportHistory, accord_import_history, ACCORD, IMPORT_HISTORY, AdwWindow)

AccordImportHistory *accord_import_history_new (GtkWindow       *parent,
                                                AccordWorkspace *workspace);

G_END_DECLS
