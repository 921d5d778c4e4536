/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-work-window.h"

G_BEGIN_DECLS

/**
 * AccordSwotActionsWindow:
 *
 * All actions that the cards and strategies of one board led to, to be worked with.
 */
#define ACCORD_TYPE_SWOT_ACTIONS_WINDOW (accord_swot_actions_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotActionsWindow, accord_swot_actions_window, ACCORD, SWOT_ACTIONS_WINDOW, AccordSwotWorkWindow)

GtkWindow *accord_swot_actions_window_new (GtkWindow              *parent,
                                           AccordWorkspace        *workspace,
                                           const AccordBoardScope *scope);

G_END_DECLS
