/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-work-window.h"

G_BEGIN_DECLS

/**
 * AccordSwotAsksWindow:
 *
 * What a plan year's boards ask of other departments, one after another, with a file for each of them.
 */
#define ACCORD_TYPE_SWOT_ASKS_WINDOW (accord_swot_asks_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotAsksWindow, accord_swot_asks_window, ACCORD, SWOT_ASKS_WINDOW, AccordSwotWorkWindow)

GtkWindow *accord_swot_asks_window_new (GtkWindow              *parent,
                                        AccordWorkspace        *workspace,
                                        const AccordBoardScope *scope);

G_END_DECLS
