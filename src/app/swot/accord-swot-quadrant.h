/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-card.h"
#include "accord-swot-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotQuadrant:
 *
 * One quadrant of the board: its name, a hint, a count, its cards, and a line to type new ones on. Cards can be dragged
 * within it, out of it and into it; what a drop changes is up to the page.
 */
#define ACCORD_TYPE_SWOT_QUADRANT (accord_swot_quadrant_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotQuadrant, accord_swot_quadrant, ACCORD, SWOT_QUADRANT, AdwBin)

GtkWidget *accord_swot_quadrant_new (AccordQuadrant quadrant);

AccordQuadrant accord_swot_quadrant_get_quadrant (AccordSwotQuadrant *self);

/* The AccordCards it shows, in order. Only what differs is touched. */
void accord_swot_quadrant_set_cards (AccordSwotQuadrant *self,
                                     GPtrArray          *cards);
guint accord_swot_quadrant_get_n_cards (AccordSwotQuadrant *self);

/* Borrowed; NULL where there is none. */
AccordSwotCard *accord_swot_quadrant_get_nth (AccordSwotQuadrant *self,
                                              guint               index);
AccordSwotCard *accord_swot_quadrant_find (AccordSwotQuadrant *self,
                                           AccordCard         *card,
                                           guint              *index);

/* Opens the line on which new cards are typed, with the focus in it. */
void accord_swot_quadrant_start_adding (AccordSwotQuadrant *self);

/* What it takes to show every card at once: a scrolled window does not say how high its child is at a width. */
int accord_swot_quadrant_measure_full_height (AccordSwotQuadrant *self,
                                              int                 width);

/* Scrolls the card into sight once it has its place. */
void accord_swot_quadrant_show (AccordSwotQuadrant *self,
                                AccordSwotCard     *card);

/* While cards are dragged from here. */
gboolean accord_swot_quadrant_has_lifted (AccordSwotQuadrant *self);
void accord_swot_quadrant_lift (AccordSwotQuadrant *self,
                                AccordSwotCard     *card);
/* Opens the gap where the card under the pointer came from: that is where it goes if it is let go now. */
void accord_swot_quadrant_open_home (AccordSwotQuadrant *self);
/* What is carried from here lets what is below it be seen, or hides it again. */
void accord_swot_quadrant_fade (AccordSwotQuadrant *self,
                                gboolean            faded);
/* Puts down what is lifted and closes the gap. */
void accord_swot_quadrant_end_drag (AccordSwotQuadrant *self);
void accord_swot_quadrant_close_gap (AccordSwotQuadrant *self);

G_END_DECLS
