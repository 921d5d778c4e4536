/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotMerged:
 *
 * The cards that lie under another one since they say the same, each with a button that splits it off. Out of sight
 * where there are none.
 */
#define ACCORD_TYPE_SWOT_MERGED (accord_swot_merged_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotMerged, accord_swot_merged, ACCORD, SWOT_MERGED, AdwBin)

/* AccordCards, in order; NULL for none. */
void accord_swot_merged_set_cards (AccordSwotMerged *self,
                                   GPtrArray        *cards);

G_END_DECLS
