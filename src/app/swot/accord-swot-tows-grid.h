/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-board.h"
#include "accord-tows.h"

G_BEGIN_DECLS

/**
 * AccordSwotTowsGrid:
 *
 * Where cards meet: the cards from inside above, those from outside at the side, and the strategies where row and column cross.
 * Where that does not fit, two columns, or one under the other.
 */
#define ACCORD_TYPE_SWOT_TOWS_GRID (accord_swot_tows_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotTowsGrid, accord_swot_tows_grid, ACCORD, SWOT_TOWS_GRID, GtkWidget)

/* Each once. */
void accord_swot_tows_grid_set_side (AccordSwotTowsGrid *self,
                                     AccordQuadrant      quadrant,
                                     GtkWidget          *side);
void accord_swot_tows_grid_set_field (AccordSwotTowsGrid *self,
                                      AccordTows          tows,
                                      GtkWidget          *field);

G_END_DECLS
