/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-view.h"

G_BEGIN_DECLS

/**
 * AccordSwotCompare:
 *
 * The board beside the one of another year: which cards are new, still there, moved, resolved, or gone.
 */
#define ACCORD_TYPE_SWOT_COMPARE (accord_swot_compare_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotCompare, accord_swot_compare, ACCORD, SWOT_COMPARE, AccordSwotView)

G_END_DECLS
