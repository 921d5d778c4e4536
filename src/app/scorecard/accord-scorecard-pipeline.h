/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-step.h"

G_BEGIN_DECLS

/**
 * AccordScorecardPipeline:
 *
 * Open opportunities by stage, and those that have been there for long.
 */
#define ACCORD_TYPE_SCORECARD_PIPELINE (accord_scorecard_pipeline_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardPipeline, accord_scorecard_pipeline, ACCORD, SCORECARD_PIPELINE, AccordScorecardStep)

G_END_DECLS
