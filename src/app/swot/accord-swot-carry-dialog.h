/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-board-change.h"

G_BEGIN_DECLS

/**
 * AccordSwotCarryDialog:
 *
 * Chooses cards of an earlier year's board and carries them over into a later one, in one change. What is settled is not
 * chosen unless the user does so; what is there already cannot be.
 *
 * Signal: carried (n, guint), after it was stored; the dialog closes then.
 */
#define ACCORD_TYPE_SWOT_CARRY_DIALOG (accord_swot_carry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotCarryDialog, accord_swot_carry_dialog, ACCORD, SWOT_CARRY_DIALOG, AdwWindow)

/* scope: the board to carry to. earlier: the year that is chosen first; 0, or one without cards: the last before. */
GtkWidget *accord_swot_carry_dialog_new (AccordWorkspace        *workspace,
                                         const AccordBoardScope *scope,
                                         gint64                  earlier);

/* The year that is chosen. */
gint64 accord_swot_carry_dialog_get_earlier (AccordSwotCarryDialog *self);

G_END_DECLS
