/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotCard:
 *
 * A card as it lies on the board: follows the record it shows, can be focused, and its title can be edited where it
 * stands. What keys and clicks ask for goes to the "swot.…" actions of the page it is on.
 */
#define ACCORD_TYPE_SWOT_CARD (accord_swot_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotCard, accord_swot_card, ACCORD, SWOT_CARD, AdwBin)

GtkWidget *accord_swot_card_new (AccordCard *card);

/* Borrowed. */
AccordCard *accord_swot_card_get_card (AccordSwotCard *self);

/* Says where it lies: index from 0, of n cards in its quadrant. For the accessible label. */
void accord_swot_card_set_place (AccordSwotCard *self,
                                 guint           index,
                                 guint           n);

/* Whether it shows nothing of what it says, to nobody. */
void accord_swot_card_set_covered (AccordSwotCard *self,
                                   gboolean        covered);

void accord_swot_card_start_editing (AccordSwotCard *self);
/* Leaves the title as it was. */
void accord_swot_card_cancel_editing (AccordSwotCard *self);
gboolean accord_swot_card_is_editing (AccordSwotCard *self);

/* In pixels, with its padding. */
int accord_swot_card_get_outer_height (AccordSwotCard *self);

/* A picture of it as it looks now, raised, for the pointer to carry; hot is where the pointer holds it. (transfer
 * full) */
GdkPaintable *accord_swot_card_picture (AccordSwotCard   *self,
                                        graphene_point_t *hot);

G_END_DECLS
