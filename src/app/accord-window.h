/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-application.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordWindow:
 *
 * The window: the welcome page, or what is wrong with a file, or an open workspace with its pages and the period they
 * show. It closes with a verified backup when something was changed.
 */
#define ACCORD_TYPE_WINDOW (accord_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordWindow, accord_window, ACCORD, WINDOW, AdwApplicationWindow)

AccordWindow *accord_window_new (AccordApplication *application);

/* Opens the workspace at path in this window; where that fails, the window says why and what can be done. */
void accord_window_open (AccordWindow *self,
                         const char   *path);

/* The same, of a damaged file, read-only. */
void accord_window_open_damaged (AccordWindow *self,
                                 const char   *path);

/* Shows an open workspace. */
void accord_window_set_workspace (AccordWindow    *self,
                                  AccordWorkspace *workspace);

void accord_window_show_welcome (AccordWindow *self);

/* Borrowed; NULL on the welcome page. */
AccordWorkspace *accord_window_get_workspace (AccordWindow *self);

/* The file that this window is about, also when it could not be opened; borrowed, NULL on the welcome page. */
const char *accord_window_get_path (AccordWindow *self);

/* Ctrl+1 … for the pages, in the order of the sidebar. */
void accord_window_install_page_shortcuts (GtkApplication *application);

G_END_DECLS
