/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-view.h"

G_BEGIN_DECLS

/**
 * AccordSwotTows:
 *
 * What the team makes of its board: cards from inside meet cards from outside, and become strategies in one of four fields.
 */
#define ACCORD_TYPE_SWOT_TOWS (accord_swot_tows_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotTows, accord_swot_tows, ACCORD, SWOT_TOWS, AccordSwotView)

/* Scrolls to the strategy and gives it the focus. */
void accord_swot_tows_focus_strategy (AccordSwotTows *self,
                                      gint64          strategy);

/* For the cards and strategies in it. */

/* A strategy of the two, with the cursor in its text; FALSE where they make none. */
gboolean accord_swot_tows_pair (AccordSwotTows *self,
                                AccordCard     *one,
                                AccordCard     *other);

/* Offers the cards that card can be paired with, at the widget; card NULL: begins with the choice of that. */
void accord_swot_tows_choose (AccordSwotTows *self,
                              AccordCard     *card,
                              GtkWidget      *at);

/* The card that is in the air; NULL: none is. */
void accord_swot_tows_set_dragged (AccordSwotTows *self,
                                   AccordCard     *card);
/* Whether what is in the air makes a pair with card. */
gboolean accord_swot_tows_can_land (AccordSwotTows *self,
                                    AccordCard     *card);

/* By so many places in its field; FALSE at its edge. */
gboolean accord_swot_tows_move (AccordSwotTows *self,
                                AccordStrategy *strategy,
                                int             places);

/* Offers Undo in a toast. */
void accord_swot_tows_remove (AccordSwotTows *self,
                              AccordStrategy *strategy);

G_END_DECLS
