/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotResolution:
 *
 * Whether a card is settled, since when, and what became of it: a part of the card's details. The switch and the day are
 * stored at once, the text when its row is left or after a pause.
 */
#define ACCORD_TYPE_SWOT_RESOLUTION (accord_swot_resolution_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotResolution, accord_swot_resolution, ACCORD, SWOT_RESOLUTION, AdwBin)

/* NULL for none. What was typed on the card before is of no use; store it first where it is. */
void accord_swot_resolution_set_card (AccordSwotResolution *self,
                                      AccordCard           *card);

/* Stores what is typed. */
void accord_swot_resolution_flush (AccordSwotResolution *self);

G_END_DECLS
