/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-step.h"

G_BEGIN_DECLS

/**
 * AccordScorecardPatterns:
 *
 * The four patterns of domain.md for each member, with the figures that led to them.
 */
#define ACCORD_TYPE_SCORECARD_PATTERNS (accord_scorecard_patterns_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardPatterns, accord_scorecard_patterns, ACCORD, SCORECARD_PATTERNS, AccordScorecardStep)

G_END_DECLS
