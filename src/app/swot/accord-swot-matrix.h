/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-card.h"

G_BEGIN_DECLS

/**
 * AccordSwotMatrix:
 *
 * Cards as numbered dots on five by five cells, impact upwards and likelihood along, each cell in a deeper colour the more
 * it matters; those that are not rated lie in a strip below. A dot that is dragged to another cell rates its card; what
 * holds the matrix has to offer the same by keys. Its accessible description says the same in words.
 *
 * Property: mitigate, whether the cards are hindrances: it sets the colour.
 * Signals: "chosen" (AccordCard); "rated" (AccordCard, int impact, int likelihood), both 0 for the strip.
 */
#define ACCORD_TYPE_SWOT_MATRIX (accord_swot_matrix_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotMatrix, accord_swot_matrix, ACCORD, SWOT_MATRIX, GtkWidget)

/* AccordCard, in the order of their numbers. */
void accord_swot_matrix_set_cards (AccordSwotMatrix *self,
                                   GPtrArray        *cards);

/* Stresses the card's dot; NULL: none. */
void accord_swot_matrix_set_current (AccordSwotMatrix *self,
                                     AccordCard       *card);

G_END_DECLS
