/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotPairPopover:
 *
 * Cards to choose one from, found by typing a part of a title.
 *
 * Signal: chosen (an AccordCard); the popover is still open then, so that another choice may follow.
 */
#define ACCORD_TYPE_SWOT_PAIR_POPOVER (accord_swot_pair_popover_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotPairPopover, accord_swot_pair_popover, ACCORD, SWOT_PAIR_POPOVER, GtkPopover)

GtkWidget *accord_swot_pair_popover_new (void);

/* The cards (AccordCard), in order, and what is to be chosen. Empties the search and puts the cursor there. */
void accord_swot_pair_popover_offer (AccordSwotPairPopover *self,
                                     const char            *heading,
                                     GPtrArray             *cards);

G_END_DECLS
