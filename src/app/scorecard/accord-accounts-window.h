/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-period.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordAccountsWindow:
 *
 * Which accounts are ideal: those that opportunities name and those that were marked, each with a switch; a list of names is
 * pasted, or read from a file. Each is one step for Undo.
 */
#define ACCORD_TYPE_ACCOUNTS_WINDOW (accord_accounts_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordAccountsWindow, accord_accounts_window, ACCORD, ACCOUNTS_WINDOW, AdwWindow)

/* period is the quarter that the share of opportunities is of. */
AccordAccountsWindow *accord_accounts_window_new (GtkWindow       *parent,
                                                  AccordWorkspace *workspace,
                                                  AccordPeriod    *period);

G_END_DECLS
