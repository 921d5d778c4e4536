/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-board.h"
#include "accord-swot-quadrant.h"

G_BEGIN_DECLS

/**
 * AccordSwotBoard:
 *
 * The four quadrants, two by two with their axes named; where there is no room for two beside one another, one below
 * the other.
 */
#define ACCORD_TYPE_SWOT_BOARD (accord_swot_board_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotBoard, accord_swot_board, ACCORD, SWOT_BOARD, GtkWidget)

/* Borrowed. */
AccordSwotQuadrant *accord_swot_board_get_quadrant (AccordSwotBoard *self,
                                                    AccordQuadrant   quadrant);

/* The card's widget and where it lies; place may be NULL. */
AccordSwotCard *accord_swot_board_find (AccordSwotBoard  *self,
                                        AccordCard       *card,
                                        AccordBoardPlace *place);

G_END_DECLS
