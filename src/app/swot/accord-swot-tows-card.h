/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotTowsCard:
 *
 * A card as one line, to be paired with one from the other side: dragged onto it, or by its button or Enter, which offer
 * those that it can be paired with.
 */
#define ACCORD_TYPE_SWOT_TOWS_CARD (accord_swot_tows_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotTowsCard, accord_swot_tows_card, ACCORD, SWOT_TOWS_CARD, AdwBin)

GtkWidget *accord_swot_tows_card_new (AccordCard *card);

/* Borrowed. */
AccordCard *accord_swot_tows_card_get_card (AccordSwotTowsCard *self);

G_END_DECLS
