/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-step.h"

G_BEGIN_DECLS

/**
 * AccordScorecardVote:
 *
 * The second step of the scorecard: what matters most. Every member has the same number of votes; one operator enters
 * everybody's, by number keys.
 */
#define ACCORD_TYPE_SCORECARD_VOTE (accord_scorecard_vote_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardVote, accord_scorecard_vote, ACCORD, SCORECARD_VOTE, AccordScorecardStep)

G_END_DECLS
