/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-import.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordImportWindow:
 *
 * Members, quotas, actuals or opportunities from a file: at the side how it is read, beside it what will happen line by line,
 * and the button that does it. Threads do what takes long.
 *
 * Signal: imported (const char *message), when the window closes after it has stored something.
 */
#define ACCORD_TYPE_IMPORT_WINDOW (accord_import_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportWindow, accord_import_window, ACCORD, IMPORT_WINDOW, AdwWindow)

/* kind is what the file is taken for unless its columns say otherwise. */
AccordImportWindow *accord_import_window_new (GtkWindow       *parent,
                                              AccordWorkspace *workspace,
                                              AccordImportKind kind,
                                              const char      *path);

G_END_DECLS
