/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-board-change.h"

G_BEGIN_DECLS

/**
 * AccordSwotBrainstorm:
 *
 * The bar above the board while cards are collected: a timer, whose turn it is, how many cards came of it, and whether the
 * cards lie covered. Where it is closed while they do, a line in its place says so and reveals them.
 */
#define ACCORD_TYPE_SWOT_BRAINSTORM (accord_swot_brainstorm_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotBrainstorm, accord_swot_brainstorm, ACCORD, SWOT_BRAINSTORM, AdwBin)

gboolean accord_swot_brainstorm_get_open (AccordSwotBrainstorm *self);
void accord_swot_brainstorm_set_open (AccordSwotBrainstorm *self,
                                      gboolean              open);

/* The board it is for, whose plan year runs from first to last, and what of it changed. workspace NULL: none. */
void accord_swot_brainstorm_refresh (AccordSwotBrainstorm   *self,
                                     AccordWorkspace        *workspace,
                                     const AccordBoardScope *scope,
                                     AccordDate              first,
                                     AccordDate              last);
gboolean accord_swot_brainstorm_get_covered (AccordSwotBrainstorm *self);

/* The member whose turn it is; 0 for everybody, and where the bar is closed. */
gint64 accord_swot_brainstorm_get_author (AccordSwotBrainstorm *self);

/* The turn goes to the next one (or, below 0, back), round and round. */
void accord_swot_brainstorm_turn (AccordSwotBrainstorm *self,
                                  int                   step);

/* The card was added in this turn. */
void accord_swot_brainstorm_note_card (AccordSwotBrainstorm *self,
                                       gint64                card);

G_END_DECLS
