/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-exact.h"

G_BEGIN_DECLS

/* Which way a metric is good. */
typedef enum
{
  ACCORD_DIRECTION_HIGHER,
  ACCORD_DIRECTION_LOWER,
  ACCORD_DIRECTION_WITHIN,
} AccordDirection;

/* How values over time, or of several members, become one. */
typedef enum
{
  ACCORD_ROLL_UP_SUM,
  ACCORD_ROLL_UP_MEAN,
  ACCORD_ROLL_UP_WEIGHTED_MEAN,
  ACCORD_ROLL_UP_LAST,
  ACCORD_ROLL_UP_RATIO_OF_SUMS,
} AccordRollUp;

/* Pace as a word. */
typedef enum
{
  ACCORD_STATUS_NONE,
  ACCORD_STATUS_ON_TRACK,
  ACCORD_STATUS_AT_RISK,
  ACCORD_STATUS_BEHIND,
} AccordStatus;

/* From which pace on, unless the metric says otherwise. */
#define ACCORD_STATUS_ON_TRACK_FROM ACCORD_RATE_ONE
#define ACCORD_STATUS_AT_RISK_FROM (9 * (ACCORD_RATE_ONE / 10))

/**
 * AccordAttainmentInput:
 * @target: for higher and lower
 * @low: for within, the range's lower edge
 * @high: for within, its upper edge
 * @actual: what was reached so far, rolled up
 * @elapsed: the share s of the period's seasonal working time that has passed
 *
 * Values are in whatever unit the metric is kept in (minor units, billionths, …), all of one input in the same.
 */
typedef struct
{
  AccordDirection direction;
  AccordRollUp roll_up;
  gint64 target;
  gint64 low;
  gint64 high;
  gint64 actual;
  AccordExact elapsed;
} AccordAttainmentInput;

/**
 * AccordAttainment:
 * @attainment: in billionths, half to even
 * @expected: expected to date, in the input's unit, half to even; unknown for within, where the range is expected
 * @pace: in billionths, from the unrounded expectation
 *
 * domain.md, "Metrics", the table. Unknown without a target or an actual, and for a target below 0.
 */
typedef struct
{
  AccordRate attainment;
  gint64 expected;
  AccordRate pace;
} AccordAttainment;

void accord_attainment_compute (const AccordAttainmentInput *input, AccordAttainment *attainment);

/* NONE where pace is unknown. */
AccordStatus accord_status_for_pace (AccordRate pace, AccordRate on_track_from, AccordRate at_risk_from);

/* Translated, borrowed: "On track"; "n/a" for NONE. */
const char *accord_status_get_label (AccordStatus status);

/* Rolls n values up into one, in their unit, half to even. weights are for WEIGHTED_MEAN, and the denominators for
 * RATIO_OF_SUMS, whose result is in billionths; NULL otherwise. Unknown values are left out, with their weights;
 * nothing known gives unknown. LAST takes the last that is known. */
gint64 accord_roll_up_values (AccordRollUp roll_up, const gint64 *values, const gint64 *weights, gsize n);

/* Where the period ends if it goes on like this: actual / elapsed, in the unit of actual, half to even. */
gint64 accord_run_rate_landing (gint64 actual, AccordExact elapsed);

/* (target - actual) / days left, half to even, 0 where the target is reached; unknown where no day is left. */
gint64 accord_required_per_working_day (gint64 target, gint64 actual, int days_left);

/* kept / (kept + missed); moved ones count apart. */
AccordRate accord_kept_rate (gint64 kept, gint64 missed);

/* sum of quotas / team target - 1. */
AccordRate accord_over_assignment (gint64 sum_of_quotas, gint64 team_target);

G_END_DECLS
