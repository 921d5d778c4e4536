/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-board-compare.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* What became of a card, as a row that can be opened: a shape, the title and the fate in words; within, what the card
 * says, what was to be done because of it, and the way to the board. later says that the shown board is the later of the two, so
 * that it is its card that the way leads to. */
GtkWidget *accord_swot_fate_row_new (const AccordCardFateOf *of,
                                     AccordWorkspace        *workspace,
                                     gboolean                later);

/* The shape that stands for a fate, and its style class. */
const char *accord_swot_fate_get_icon (AccordCardFate fate);
const char *accord_swot_fate_get_css_class (AccordCardFate fate);

G_END_DECLS
