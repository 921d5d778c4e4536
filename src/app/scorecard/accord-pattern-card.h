/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-pattern-item.h"

G_BEGIN_DECLS

/**
 * AccordPatternCard:
 *
 * A row of the patterns: a card with what shows of a member and a button to talk about it, or a quiet line where nothing does.
 *
 * The button activates "patterns.talk" with the member's id.
 */
#define ACCORD_TYPE_PATTERN_CARD (accord_pattern_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordPatternCard, accord_pattern_card, ACCORD, PATTERN_CARD, AdwBin)

/* What it shows, in a list item by then. */
void accord_pattern_card_set_item (AccordPatternCard *self,
                                   AccordPatternItem *item);

G_END_DECLS
