/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-board-query.h"
#include "accord-board.h"
#include "accord-page.h"

G_BEGIN_DECLS

/**
 * AccordSwotPage:
 *
 * The SWOT board of a plan year: the team's, or a territory's. Pointer, keys and menus all come down to the functions
 * here, each of which is one change that Undo takes back.
 */
#define ACCORD_TYPE_SWOT_PAGE (accord_swot_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotPage, accord_swot_page, ACCORD, SWOT_PAGE, AccordPage)

/* Changes: FALSE, and a message to the user, where nothing could be stored. */

/* At the end of the quadrant. */
gboolean accord_swot_page_add_card (AccordSwotPage *self,
                                    AccordQuadrant  quadrant,
                                    const char     *title);
/* The index counts without the card. A card that lies there already is no change. */
gboolean accord_swot_page_move_card (AccordSwotPage  *self,
                                     AccordCard      *card,
                                     AccordBoardPlace place);
gboolean accord_swot_page_change_card (AccordSwotPage *self,
                                       AccordCard     *draft);
/* Offers Undo in a toast; the focus goes to the card that takes its place. */
gboolean accord_swot_page_remove_card (AccordSwotPage *self,
                                       AccordCard     *card);

/* The cards of every quadrant by votes or by priority; offers Undo in a toast. */
gboolean accord_swot_page_sort (AccordSwotPage  *self,
                                AccordBoardOrder order);

void accord_swot_page_focus_card (AccordSwotPage *self,
                                  AccordCard     *card);

/* For the quadrants, while a card is dragged; all do nothing where self is NULL, as it is when the window is going. */

/* Only one gap is open: closes all but except's. */
void accord_swot_page_close_gaps (AccordSwotPage     *self,
                                  gpointer            except);
/* The pointer is over no quadrant: opens the gap where the card came from. */
void accord_swot_page_open_home (AccordSwotPage *self);
void accord_swot_page_end_drag (AccordSwotPage *self);
/* Whether a card of this board is in the air. */
gboolean accord_swot_page_is_dragging (AccordSwotPage *self);

G_END_DECLS
