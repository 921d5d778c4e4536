/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-forecast-table.h"
#include "accord-period.h"

G_BEGIN_DECLS

/**
 * AccordForecastHistory:
 *
 * What somebody said about a quarter, day by day, beside where it lands or what came of it, and how right they were in the
 * quarters before.
 */
#define ACCORD_TYPE_FORECAST_HISTORY (accord_forecast_history_get_type ())
G_DECLARE_FINAL_TYPE (AccordForecastHistory, accord_forecast_history, ACCORD, FORECAST_HISTORY, AdwBin)

/* name is whose the row is; row NULL shows nothing. */
void accord_forecast_history_show (AccordForecastHistory     *self,
                                   AccordWorkspace           *workspace,
                                   AccordPeriod              *period,
                                   const AccordForecastTable *table,
                                   const AccordForecastRow   *row,
                                   const char                *name);

G_END_DECLS
