/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-opportunity-figures.h"

#define BILLION ((AccordWide) ACCORD_RATE_ONE)

static gboolean
either_unknown (gint64 a,
                gint64 b)
{
  return a == ACCORD_UNKNOWN || b == ACCORD_UNKNOWN;
}

static int
compare_days (const void *a,
              const void *b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

AccordRate
accord_win_rate (gint64 won,
                 gint64 lost)
{
  AccordWide closed = (AccordWide) won + lost;

  if (either_unknown (won, lost) || closed == 0)
    return ACCORD_UNKNOWN;

  return accord_wide_divide_to_rate (won, closed);
}

AccordRate
accord_cycle_mean (const gint64 *days,
                   gsize         n)
{
  AccordWide sum = 0;

  g_return_val_if_fail (days != NULL || n == 0, ACCORD_UNKNOWN);

  if (n == 0)
    return ACCORD_UNKNOWN;
  for (gsize i = 0; i < n; i++)
    sum += days[i];

  return accord_wide_divide_to_rate (sum, (AccordWide) n);
}

AccordRate
accord_cycle_median (const gint64 *days,
                     gsize         n)
{
  g_autofree gint64 *sorted = NULL;

  g_return_val_if_fail (days != NULL || n == 0, ACCORD_UNKNOWN);

  if (n == 0)
    return ACCORD_UNKNOWN;
  sorted = g_memdup2 (days, n * sizeof *days);
  qsort (sorted, n, sizeof *sorted, compare_days);

  return accord_wide_divide_to_rate ((AccordWide) sorted[(n - 1) / 2] + sorted[n / 2], 2);
}

gint64
accord_average_deal (gint64 won_value,
                     gint64 won_count)
{
  if (either_unknown (won_value, won_count) || won_count == 0)
    return ACCORD_UNKNOWN;

  return accord_wide_divide_round (won_value, won_count);
}

gint64
accord_velocity (gint64     open,
                 gint64     average_deal,
                 AccordRate win_rate,
                 AccordRate cycle_days)
{
  AccordWide value;

  if (either_unknown (open, average_deal) || either_unknown (win_rate, cycle_days) || cycle_days <= 0
      || __builtin_mul_overflow ((AccordWide) open * average_deal, (AccordWide) win_rate, &value))
    return ACCORD_UNKNOWN;

  /* Both rates are in billionths: they cancel. */
  return accord_wide_divide_round (value, cycle_days);
}

AccordRate
accord_pipeline_coverage (gint64 open_value,
                          gint64 remaining_quota)
{
  if (either_unknown (open_value, remaining_quota))
    return ACCORD_UNKNOWN;
  if (remaining_quota <= 0)
    return ACCORD_COVERAGE_COVERED;

  return accord_wide_divide_to_rate (open_value, remaining_quota);
}

AccordRate
accord_required_coverage (AccordRate win_rate,
                          AccordRate slippage)
{
  if (either_unknown (win_rate, slippage) || win_rate <= 0)
    return ACCORD_UNKNOWN;

  return accord_wide_divide_to_rate (BILLION + slippage, win_rate);
}

AccordRate
accord_coverage_landing (AccordRate coverage,
                         AccordRate win_rate,
                         AccordRate slippage)
{
  if (either_unknown (coverage, win_rate) || slippage == ACCORD_UNKNOWN || slippage <= -ACCORD_RATE_ONE)
    return ACCORD_UNKNOWN;
  if (coverage == ACCORD_COVERAGE_COVERED)
    return ACCORD_COVERAGE_COVERED;

  return accord_wide_divide_round ((AccordWide) coverage * win_rate, BILLION + slippage);
}

AccordRate
accord_forecast_accuracy (const gint64 *actuals,
                          const gint64 *forecasts,
                          gsize         n)
{
  AccordWide missed = 0, actual = 0;

  g_return_val_if_fail ((actuals != NULL && forecasts != NULL) || n == 0, ACCORD_UNKNOWN);

  for (gsize i = 0; i < n; i++)
    {
      AccordWide difference = (AccordWide) actuals[i] - forecasts[i];

      if (either_unknown (actuals[i], forecasts[i]))
        continue;
      missed += difference < 0 ? -difference : difference;
      actual += actuals[i];
    }

  return actual == 0 ? ACCORD_UNKNOWN : accord_wide_divide_to_rate (actual - missed, actual);
}

AccordRate
accord_forecast_bias (gint64 actual,
                      gint64 forecast)
{
  if (either_unknown (actual, forecast) || actual == 0)
    return ACCORD_UNKNOWN;

  return accord_wide_divide_to_rate ((AccordWide) forecast - actual, actual);
}

AccordRate
accord_forecast_bias_over (const gint64 *actuals,
                           const gint64 *forecasts,
                           gsize         n)
{
  AccordWide actual = 0, forecast = 0;

  g_return_val_if_fail ((actuals != NULL && forecasts != NULL) || n == 0, ACCORD_UNKNOWN);

  for (gsize i = 0; i < n; i++)
    {
      if (either_unknown (actuals[i], forecasts[i]))
        continue;
      actual += actuals[i];
      forecast += forecasts[i];
    }

  return actual == 0 ? ACCORD_UNKNOWN : accord_wide_divide_to_rate (forecast - actual, actual);
}
