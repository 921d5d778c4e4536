/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-exact.h"

G_BEGIN_DECLS

/* domain.md, "Opportunities". Counts and money are whole numbers, the results rates (billionths) unless said otherwise;
 * all half to even, all unknown where a denominator is 0 or unknown. */

/* won / (won + lost): counts, or values for the win rate by value. */
AccordRate accord_win_rate (gint64 won, gint64 lost);

/* Days from created to won, over n won ones, in days: the mean and the median (of an even count the mean of the two in
 * the middle). */
AccordRate accord_cycle_mean (const gint64 *days, gsize n);
AccordRate accord_cycle_median (const gint64 *days, gsize n);

/* won value / won count, in minor units. */
gint64 accord_average_deal (gint64 won_value, gint64 won_count);

/* open x average deal x win rate / cycle days, in minor units a day. */
gint64 accord_velocity (gint64 open, gint64 average_deal, AccordRate win_rate, AccordRate cycle_days);

/* What accord_pipeline_coverage() gives where nothing of the quota remains. */
#define ACCORD_COVERAGE_COVERED G_MAXINT64

/* Open pipeline due to close in the period / quota that remains (quota less what is won). */
AccordRate accord_pipeline_coverage (gint64 open_value, gint64 remaining_quota);

/* 1 / win rate x (1 + slippage). */
AccordRate accord_required_coverage (AccordRate win_rate, AccordRate slippage);

/* Where that coverage lands of what remains: coverage x win rate / (1 + slippage). */
AccordRate accord_coverage_landing (AccordRate coverage, AccordRate win_rate, AccordRate slippage);

/* 1 - sum |actual - forecast| / sum actual, over n periods; periods with an unknown are left out. */
AccordRate accord_forecast_accuracy (const gint64 *actuals, const gint64 *forecasts, gsize n);

/* (forecast - actual) / actual: above 0 is too hopeful. */
AccordRate accord_forecast_bias (gint64 actual, gint64 forecast);

/* The same over n periods, by their sums: periods with an unknown are left out. */
AccordRate accord_forecast_bias_over (const gint64 *actuals, const gint64 *forecasts, gsize n);

G_END_DECLS
