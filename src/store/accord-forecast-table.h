/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-forecast-query.h"
#include "accord-period.h"
#include "accord-rate.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* Over how many quarters before the one that is shown accuracy and bias go: a year, so that every season has its part. */
#define ACCORD_FORECAST_PAST_QUARTERS 4

/**
 * AccordForecastPast:
 * @quarter: a quarter before the one that is shown
 * @forecast: what was said last while it lasted
 * @booked: what it came to; unknown while it is not over
 * @accuracy: @bias: of that forecast (accord-opportunity-figures.h)
 *
 * How right a member, or all of them, were in a quarter. Minor units; each may be unknown.
 */
typedef struct
{
  AccordQuarter quarter;
  gint64 forecast;
  gint64 booked;
  AccordRate accuracy;
  AccordRate bias;
} AccordForecastPast;

/**
 * AccordForecastRow:
 * @member: 0: all of the members in the table
 * @quota: what the company assigns for the quarter
 * @commitment: what was promised for it
 * @booked: in it so far
 * @landing: where it ends at the pace of the working time that has passed
 * @forecast: what was said last about it
 * @made_on: when; of all the members the latest day
 * @n_forecasts: of how many members @forecast is the sum; 0 or 1 for one
 * @difference: @forecast less @landing; for all of them over those of whom both are known
 * @past: the quarters before, the latest first
 * @accuracy: @bias: over them, of those where both figures are known
 *
 * A line of the forecast. Minor units; each may be unknown: sums are of what is known.
 */
typedef struct
{
  gint64 member;
  gint64 quota;
  gint64 commitment;
  gint64 booked;
  gint64 landing;
  gint64 forecast;
  AccordDate made_on;
  guint n_forecasts;
  gint64 difference;
  AccordForecastPast past[ACCORD_FORECAST_PAST_QUARTERS];
  AccordRate accuracy;
  AccordRate bias;
} AccordForecastRow;

/**
 * AccordForecastTable:
 * @rows: (element-type AccordForecastRow): in the order of the members that were asked for
 * @all: their sums
 * @book: all the forecasts there are
 *
 * What members say a quarter will end at, beside where it lands as it goes, and how right they were. Read it, never change it.
 */
typedef struct
{
  AccordQuarter quarter;
  AccordDate as_of;
  GArray *rows;
  AccordForecastRow all;
  AccordForecastBook *book;
} AccordForecastTable;

/* members: AccordMember. What was said, committed to or booked after as_of does not count yet. NULL on error. */
AccordForecastTable *accord_forecast_table_new (AccordWorkspace *workspace,
                                                GPtrArray       *members,
                                                AccordQuarter    quarter,
                                                AccordDate       as_of,
                                                GError         **error);
void accord_forecast_table_free (AccordForecastTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordForecastTable, accord_forecast_table_free)

G_END_DECLS
