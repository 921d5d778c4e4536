/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-forecast-table.h"
#include "accord-scorecard-step.h"
#include "accord-sheet.h"

G_BEGIN_DECLS

/**
 * AccordForecastGrid:
 *
 * What everybody says the quarter will end at, as a spreadsheet: a row a member under the row of all, with quota, commitment,
 * what is booked and where that lands beside it. Forecasts are typed in their column: each is a new dated record, and none is
 * ever taken away but by Undo. At the foot stands what is known about the cell with the focus.
 *
 * It stores through the AccordScorecardStep that it lies in.
 *
 * Signals: "row-focused": the keys are about another row.
 */
#define ACCORD_TYPE_FORECAST_GRID (accord_forecast_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordForecastGrid, accord_forecast_grid, ACCORD, FORECAST_GRID, AccordSheet)

/* Shows the table, of which the members are the rows, from now on: borrowed until the next one. all is the name of the row of
 * all of them. */
void accord_forecast_grid_refresh (AccordForecastGrid        *self,
                                   AccordScorecardStep       *step,
                                   const char                *all,
                                   GPtrArray                 *members,
                                   const AccordForecastTable *table);

/* The row that the keys are about, with its name; NULL where nothing is shown. Borrowed. */
const AccordForecastRow *accord_forecast_grid_get_focused (AccordForecastGrid *self,
                                                           const char        **name);

/* Gives back what is being typed. */
void accord_forecast_grid_cancel (AccordForecastGrid *self);

/* Stores what is being typed; what cannot be is given back, and said. */
void accord_forecast_grid_settle (AccordForecastGrid *self);

G_END_DECLS
