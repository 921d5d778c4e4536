/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-swot-view.h"

G_BEGIN_DECLS

/**
 * AccordSwotPrioritise:
 *
 * Which cards of the board matter most: what is to be used and what is to be mitigated, each by impact and likelihood, as a
 * list and as a picture. There are two pictures, each beside its list, since their numbers are those of the list.
 */
#define ACCORD_TYPE_SWOT_PRIORITISE (accord_swot_prioritise_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotPrioritise, accord_swot_prioritise, ACCORD, SWOT_PRIORITISE, AccordSwotView)

G_END_DECLS
