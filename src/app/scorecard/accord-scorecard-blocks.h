/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-step.h"

G_BEGIN_DECLS

/**
 * AccordScorecardBlocks:
 *
 * The first step of the scorecard: what could be measured. A list of building blocks, from the library and the team's own, with
 * what each of them is at the side.
 */
#define ACCORD_TYPE_SCORECARD_BLOCKS (accord_scorecard_blocks_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardBlocks, accord_scorecard_blocks, ACCORD, SCORECARD_BLOCKS, AccordScorecardStep)

void accord_scorecard_blocks_open_library (AccordScorecardBlocks *self);
void accord_scorecard_blocks_begin_own (AccordScorecardBlocks *self);

G_END_DECLS
