/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotDetails:
 *
 * Everything that a card holds, to read and to edit beside the board. There is nothing to save: a text is stored when
 * its field is left or after a pause, a choice at once.
 */
#define ACCORD_TYPE_SWOT_DETAILS (accord_swot_details_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotDetails, accord_swot_details, ACCORD, SWOT_DETAILS, AdwBin)

/* NULL for none. What was typed on the card before is stored first. */
void accord_swot_details_set_card (AccordSwotDetails *self,
                                   AccordCard        *card);

/* The card is gone: what was typed on it is of no use. */
void accord_swot_details_drop_card (AccordSwotDetails *self);

/* The AccordCards that lie under the one that is shown; NULL for none. */
void accord_swot_details_set_merged (AccordSwotDetails *self,
                                     GPtrArray         *merged);

/* With the focus in the detail. */
void accord_swot_details_start_editing (AccordSwotDetails *self);

/* Stores what is typed. FALSE if something is not stored: it failed, or an ask or an action lacks what it is about; that is
 * shown, and the card should stay. */
gboolean accord_swot_details_flush (AccordSwotDetails *self);

G_END_DECLS
