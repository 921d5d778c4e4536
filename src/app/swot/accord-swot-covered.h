/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-view.h"

G_BEGIN_DECLS

/**
 * AccordSwotCovered:
 *
 * What a view of the board shows instead of the cards while they lie covered, with the button that reveals them.
 */
#define ACCORD_TYPE_SWOT_COVERED (accord_swot_covered_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotCovered, accord_swot_covered, ACCORD, SWOT_COVERED, AdwBin)

/* Whether there are cards on the view's board, and they lie covered; only where there is a workspace. */
gboolean accord_swot_covered_is_needed (AccordSwotView *view);

G_END_DECLS
