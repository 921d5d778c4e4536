/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-blocks.h"
#include "accord-scorecard-step.h"

G_BEGIN_DECLS

/**
 * AccordScorecardChoose:
 *
 * How the team comes to its key metrics, step by step: building blocks, the vote, key metrics, targets. Each of them is an
 * AccordScorecardStep of its own, of which only the one in sight is kept up to date.
 */
#define ACCORD_TYPE_SCORECARD_CHOOSE (accord_scorecard_choose_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardChoose, accord_scorecard_choose, ACCORD, SCORECARD_CHOOSE, AccordScorecardStep)

/* Goes to the step of that name; FALSE where there is none. */
gboolean accord_scorecard_choose_go_to (AccordScorecardChoose *self,
                                        const char            *name);

/* The building blocks, which it goes to. Borrowed. */
AccordScorecardBlocks *accord_scorecard_choose_go_to_blocks (AccordScorecardChoose *self);

G_END_DECLS
