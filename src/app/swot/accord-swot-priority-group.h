/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-priority.h"

G_BEGIN_DECLS

/**
 * AccordSwotPriorityGroup:
 *
 * The cards of a board that are to be used, or those to be mitigated, as a list by priority and beside it as a picture.
 * What is rated in either is stored through the AccordSwotView that it lies in.
 *
 * While a row is being rated the list keeps its order, so that the row stays under the hand: until the focus goes to
 * another row or the pointer, if it did the rating, leaves the list.
 *
 * Property: mitigate.
 */
#define ACCORD_TYPE_SWOT_PRIORITY_GROUP (accord_swot_priority_group_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotPriorityGroup, accord_swot_priority_group, ACCORD, SWOT_PRIORITY_GROUP, AdwBin)

/* cards: as accord_priority_list() gives them; tally: of accord_board_tally(). */
void accord_swot_priority_group_show (AccordSwotPriorityGroup *self,
                                      GPtrArray               *cards,
                                      GHashTable              *tally);

/* Puts the list in order, whoever is rating. */
void accord_swot_priority_group_settle (AccordSwotPriorityGroup *self);

AccordPriorityGroup accord_swot_priority_group_get_group (AccordSwotPriorityGroup *self);

G_END_DECLS
