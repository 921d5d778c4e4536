/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-attainment.h"
#include "accord-date.h"

G_BEGIN_DECLS

/**
 * AccordScorePart:
 * @actual: what it came to so far
 * @part: @whole: of a ratio of sums, what @actual is the quotient of; @whole ACCORD_UNKNOWN where that is not known
 * @target: what it is to come to; the lower edge of a range
 * @upper: the range's upper edge
 * @weight: how much it weighs in means (working days)
 * @last: the day that @actual is of, for ACCORD_ROLL_UP_LAST
 *
 * What one member, a territory or the team has of a metric in a period. Values in the unit of the metric (minor units,
 * billionths), each may be ACCORD_UNKNOWN.
 */
typedef struct
{
  gint64 actual;
  gint64 part;
  gint64 whole;
  gint64 target;
  gint64 upper;
  gint64 weight;
  AccordDate last;
} AccordScorePart;

#define ACCORD_SCORE_PART_INIT                                                                               \
  {                                                                                                          \
    .actual = ACCORD_UNKNOWN, .part = ACCORD_UNKNOWN, .whole = ACCORD_UNKNOWN, .target = ACCORD_UNKNOWN,     \
    .upper = ACCORD_UNKNOWN, .weight = ACCORD_UNKNOWN                                                        \
  }

/* The quotient of a ratio of sums in the unit of its metric: minor units where money is, else billionths. Unknown where
 * whole is 0 or unknown. */
gint64 accord_score_quotient (gint64   part,
                              gint64   whole,
                              gboolean money);

/* What a member's periods within a longer one come to: values in order of time, days how long each of them is. Nothing
 * tells the parts of a ratio of sums apart then: it is a mean that the days weigh. */
gint64 accord_score_over_time (AccordRollUp  roll_up,
                               const gint64 *values,
                               const gint64 *days,
                               gsize         n);

/* What the targets of shorter periods come to in the longer one: a sum of what is to be added up, else a mean that the days
 * weigh. */
gint64 accord_score_target_over_time (AccordRollUp  roll_up,
                                      const gint64 *values,
                                      const gint64 *days,
                                      gsize         n);

/* Rolls parts up into one: the actuals by the rule, targets as a sum of what is to be added up and a weighted mean
 * otherwise (domain.md, "Metrics"). A part whose weight is unknown weighs as one that has the mean weight of the others;
 * ratios of sums whose parts are not known are means that the weights weigh. */
AccordScorePart accord_score_roll_up (AccordRollUp           roll_up,
                                      gboolean               money,
                                      const AccordScorePart *parts,
                                      gsize                  n);

/**
 * AccordScore:
 * @part: what is known
 * @attainment: what it comes to against the target and the time that has passed
 * @status: NONE where pace is not known
 */
typedef struct
{
  AccordScorePart part;
  AccordAttainment attainment;
  AccordStatus status;
} AccordScore;

/* elapsed is the share of the period's working time that has passed. */
AccordScore accord_score_compute (AccordDirection        direction,
                                  AccordRollUp           roll_up,
                                  const AccordScorePart *part,
                                  AccordExact            elapsed);

/* "on-track", "at-risk", "behind", NULL for NONE: for files and programs. */
const char *accord_status_get_word (AccordStatus status);

G_END_DECLS
