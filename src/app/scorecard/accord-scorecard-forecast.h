/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-scorecard-step.h"

G_BEGIN_DECLS

/**
 * AccordScorecardForecast:
 *
 * What members say the quarter will end at, beside where it lands as it goes, and how right they were.
 */
#define ACCORD_TYPE_SCORECARD_FORECAST (accord_scorecard_forecast_get_type ())
G_DECLARE_FINAL_TYPE (AccordScorecardForecast, accord_scorecard_forecast, ACCORD, SCORECARD_FORECAST, AccordScorecardStep)

G_END_DECLS
