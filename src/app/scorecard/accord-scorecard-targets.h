/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-step.h"

G_BEGIN_DECLS

/**
 * AccordScorecardTargets:
 *
 * The last step of the scorecard: what each member, and all of them together, commit to in the quarter for each key metric.
 */
#define ACCORD_TYPE_SCORECARD_TARGETS (accord_scorecard_targets_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardTargets, accord_scorecard_targets, ACCORD, SCORECARD_TARGETS, AccordScorecardStep)

G_END_DECLS
