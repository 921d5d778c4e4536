/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import.h"
#include "accord-window.h"

G_BEGIN_DECLS

/* The ways into the import from the program's window, which has a workspace open. */

/* Opens the import window with the file at path, or asks for one where path is NULL or "". kind is what it is taken for unless
 * its columns say otherwise. */
void accord_import_open (AccordWindow    *parent,
                         AccordImportKind kind,
                         const char      *path);

/* Opens the list of what was imported. */
void accord_import_open_history (AccordWindow *parent);

/* Takes tables that are dropped on the People, Goals and Scorecard pages. */
void accord_import_accept_drops (AccordWindow *window);

G_END_DECLS
