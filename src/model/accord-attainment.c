/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-attainment.h"

#include <glib/gi18n.h>

/* Lower is better, but nothing counts for more than twice the target. */
#define LOWER_AT_MOST (2 * ACCORD_RATE_ONE)

/* part / whole where either may be a product that needs 128 bits; unknown for a whole of 0. */
static AccordRate
ratio (AccordWide part,
       AccordWide whole)
{
  return whole == 0 ? ACCORD_UNKNOWN : accord_wide_divide_to_rate (part, whole);
}

/* The same for what should be low: target / actual, at most 200 %, and an actual of nothing is the best there is. */
static AccordRate
ratio_of_lower (AccordWide target,
                AccordWide actual)
{
  if (actual <= 0 || target >= 2 * actual)
    return LOWER_AT_MOST;

  return ratio (target, actual);
}

/* 1 - distance to the nearer edge / that edge, at least 0. */
static AccordRate
ratio_within (gint64 low,
              gint64 high,
              gint64 actual)
{
  AccordWide edge, distance;

  if (actual >= low && actual <= high)
    return ACCORD_RATE_ONE;

  edge = actual < low ? low : high;
  distance = actual < low ? edge - actual : actual - edge;
  edge = edge < 0 ? -edge : edge;
  if (edge == 0)
    return ACCORD_UNKNOWN;

  return distance >= edge ? 0 : accord_wide_divide_to_rate (edge - distance, edge);
}

static void
compute_within (const AccordAttainmentInput *input,
                AccordAttainment            *attainment)
{
  if (input->roll_up == ACCORD_ROLL_UP_SUM || input->low == ACCORD_UNKNOWN || input->high == ACCORD_UNKNOWN
      || input->low > input->high || input->actual == ACCORD_UNKNOWN)
    return;

  attainment->attainment = ratio_within (input->low, input->high, input->actual);
  attainment->pace = attainment->attainment;
}

/* The share that has passed, in lowest terms, so that the products below have room. */
static gboolean
get_passed (const AccordAttainmentInput *input,
            AccordWide                  *num,
            AccordWide                  *den)
{
  AccordWide a, b;

  if (accord_exact_is_unknown (input->elapsed) || input->elapsed.num < 0)
    return FALSE;

  for (a = input->elapsed.num, b = input->elapsed.den; b != 0;)
    {
      AccordWide rest = a % b;

      a = b;
      b = rest;
    }
  *num = input->elapsed.num / a;
  *den = input->elapsed.den / a;

  return TRUE;
}

/* Of a sum only the share that has passed is expected yet. */
static void
compute_sum (const AccordAttainmentInput *input,
             AccordAttainment            *attainment)
{
  AccordWide num, den, expected, actual;

  if (!get_passed (input, &num, &den) || __builtin_mul_overflow ((AccordWide) input->target, num, &expected))
    return;

  /* expected and actual, both times den. */
  attainment->expected = accord_wide_divide_round (expected, den);
  if (input->actual == ACCORD_UNKNOWN || __builtin_mul_overflow ((AccordWide) input->actual, den, &actual))
    return;

  attainment->pace = input->direction == ACCORD_DIRECTION_LOWER ? ratio_of_lower (expected, actual)
                                                                : ratio (actual, expected);
}

void
accord_attainment_compute (const AccordAttainmentInput *input,
                           AccordAttainment            *attainment)
{
  g_return_if_fail (input != NULL);
  g_return_if_fail (attainment != NULL);

  *attainment = (AccordAttainment) { ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN };

  if (input->direction == ACCORD_DIRECTION_WITHIN)
    {
      compute_within (input, attainment);
      return;
    }
  if (input->target == ACCORD_UNKNOWN || input->target < 0)
    return;

  if (input->actual != ACCORD_UNKNOWN)
    attainment->attainment = input->direction == ACCORD_DIRECTION_LOWER ? ratio_of_lower (input->target, input->actual)
                                                                        : ratio (input->actual, input->target);
  if (input->roll_up == ACCORD_ROLL_UP_SUM)
    {
      compute_sum (input, attainment);
      return;
    }

  attainment->expected = input->target;
  attainment->pace = attainment->attainment;
}

AccordStatus
accord_status_for_pace (AccordRate pace,
                        AccordRate on_track_from,
                        AccordRate at_risk_from)
{
  if (pace == ACCORD_UNKNOWN)
    return ACCORD_STATUS_NONE;
  if (pace >= on_track_from)
    return ACCORD_STATUS_ON_TRACK;

  return pace >= at_risk_from ? ACCORD_STATUS_AT_RISK : ACCORD_STATUS_BEHIND;
}

const char *
accord_status_get_label (AccordStatus status)
{
  switch (status)
    {
    case ACCORD_STATUS_ON_TRACK:
      /* Translators: how a metric stands against what is expected by now. */
      return C_ ("status", "On track");

    case ACCORD_STATUS_AT_RISK:
      return C_ ("status", "At risk");

    case ACCORD_STATUS_BEHIND:
      return C_ ("status", "Behind");

    case ACCORD_STATUS_NONE:
    default:
      return _("n/a");
    }
}

static gint64
last_known (const gint64 *values,
            gsize         n)
{
  while (n > 0 && values[n - 1] == ACCORD_UNKNOWN)
    n--;

  return n > 0 ? values[n - 1] : ACCORD_UNKNOWN;
}

gint64
accord_roll_up_values (AccordRollUp  roll_up,
                       const gint64 *values,
                       const gint64 *weights,
                       gsize         n)
{
  gboolean weighted = roll_up == ACCORD_ROLL_UP_WEIGHTED_MEAN;
  gboolean over = roll_up == ACCORD_ROLL_UP_RATIO_OF_SUMS;
  AccordWide sum = 0, whole = 0;
  gboolean known = FALSE;

  g_return_val_if_fail (values != NULL || n == 0, ACCORD_UNKNOWN);
  g_return_val_if_fail (weights != NULL || n == 0 || !(weighted || over), ACCORD_UNKNOWN);

  if (roll_up == ACCORD_ROLL_UP_LAST)
    return last_known (values, n);

  for (gsize i = 0; i < n; i++)
    {
      gint64 weight = weighted || over ? weights[i] : 1;

      if (values[i] == ACCORD_UNKNOWN || weight == ACCORD_UNKNOWN)
        continue;
      sum += (AccordWide) values[i] * (weighted ? weight : 1);
      whole += weight;
      known = TRUE;
    }

  if (!known || (whole == 0 && roll_up != ACCORD_ROLL_UP_SUM))
    return ACCORD_UNKNOWN;
  if (over)
    return accord_wide_divide_to_rate (sum, whole);

  return accord_wide_divide_round (sum, roll_up == ACCORD_ROLL_UP_SUM ? 1 : whole);
}

gint64
accord_run_rate_landing (gint64      actual,
                         AccordExact elapsed)
{
  AccordWide product;

  if (actual == ACCORD_UNKNOWN || accord_exact_is_unknown (elapsed) || elapsed.num <= 0
      || __builtin_mul_overflow ((AccordWide) actual, (AccordWide) elapsed.den, &product))
    return ACCORD_UNKNOWN;

  return accord_wide_divide_round (product, elapsed.num);
}

gint64
accord_required_per_working_day (gint64 target,
                                 gint64 actual,
                                 int    days_left)
{
  if (target == ACCORD_UNKNOWN || actual == ACCORD_UNKNOWN || days_left <= 0)
    return ACCORD_UNKNOWN;
  if (actual >= target)
    return 0;

  return accord_wide_divide_round ((AccordWide) target - actual, days_left);
}

AccordRate
accord_kept_rate (gint64 kept,
                  gint64 missed)
{
  if (kept == ACCORD_UNKNOWN || missed == ACCORD_UNKNOWN)
    return ACCORD_UNKNOWN;

  return ratio (kept, (AccordWide) kept + missed);
}

AccordRate
accord_over_assignment (gint64 sum_of_quotas,
                        gint64 team_target)
{
  if (sum_of_quotas == ACCORD_UNKNOWN || team_target == ACCORD_UNKNOWN)
    return ACCORD_UNKNOWN;

  return ratio ((AccordWide) sum_of_quotas - team_target, team_target);
}
