/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-step.h"

G_BEGIN_DECLS

/**
 * AccordScorecardResults:
 *
 * What everybody has come to: members by key metric, for the period on top of the sidebar.
 */
#define ACCORD_TYPE_SCORECARD_RESULTS (accord_scorecard_results_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardResults, accord_scorecard_results, ACCORD, SCORECARD_RESULTS, AccordScorecardStep)

G_END_DECLS
