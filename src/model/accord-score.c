/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-score.h"

gint64
accord_score_quotient (gint64   part,
                       gint64   whole,
                       gboolean money)
{
  if (part == ACCORD_UNKNOWN || whole == ACCORD_UNKNOWN || whole == 0)
    return ACCORD_UNKNOWN;

  return money ? accord_wide_divide_round (part, whole) : accord_wide_divide_to_rate (part, whole);
}

gint64
accord_score_over_time (AccordRollUp  roll_up,
                        const gint64 *values,
                        const gint64 *days,
                        gsize         n)
{
  return accord_roll_up_values (roll_up == ACCORD_ROLL_UP_RATIO_OF_SUMS ? ACCORD_ROLL_UP_WEIGHTED_MEAN : roll_up, values,
                                days, n);
}

gint64
accord_score_target_over_time (AccordRollUp  roll_up,
                               const gint64 *values,
                               const gint64 *days,
                               gsize         n)
{
  return accord_roll_up_values (roll_up == ACCORD_ROLL_UP_SUM ? ACCORD_ROLL_UP_SUM : ACCORD_ROLL_UP_WEIGHTED_MEAN, values,
                                days, n);
}

/* The weights, those that are not known as the mean of the others; all alike where none is. */
static gint64 *
fill_weights (const AccordScorePart *parts,
              gsize                  n)
{
  gint64 *weights = g_new (gint64, MAX (n, 1));
  AccordWide sum = 0;
  gsize known = 0;
  gint64 mean;

  for (gsize i = 0; i < n; i++)
    {
      if (parts[i].weight == ACCORD_UNKNOWN)
        continue;
      sum += parts[i].weight;
      known++;
    }
  mean = known > 0 ? accord_wide_divide_round (sum, (AccordWide) known) : 1;
  for (gsize i = 0; i < n; i++)
    weights[i] = parts[i].weight != ACCORD_UNKNOWN ? parts[i].weight : mean;
  /* Nobody worked in the period: then all weigh alike. */
  for (gsize i = 0; known > 0 && sum == 0 && i < n; i++)
    weights[i] = 1;

  return weights;
}

/* The latest of what is known; of two of one day the one that comes later. */
static gint64
find_last (const AccordScorePart *parts,
           gsize                  n,
           AccordDate            *day)
{
  gint64 last = ACCORD_UNKNOWN;

  for (gsize i = 0; i < n; i++)
    {
      if (parts[i].actual == ACCORD_UNKNOWN || (last != ACCORD_UNKNOWN && parts[i].last < *day))
        continue;
      last = parts[i].actual;
      *day = parts[i].last;
    }

  return last;
}

/* The sums of the parts of the ratios that are known. */
static gboolean
add_ratios (const AccordScorePart *parts,
            gsize                  n,
            AccordScorePart       *sum)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      if (parts[i].part == ACCORD_UNKNOWN || parts[i].whole == ACCORD_UNKNOWN)
        continue;
      if (!any)
        sum->part = sum->whole = 0;
      any = TRUE;
      if (__builtin_add_overflow (sum->part, parts[i].part, &sum->part)
          || __builtin_add_overflow (sum->whole, parts[i].whole, &sum->whole))
        {
          sum->part = sum->whole = ACCORD_UNKNOWN;
          return TRUE;
        }
    }

  return any;
}

static gint64
roll_up_values (AccordRollUp           roll_up,
                const AccordScorePart *parts,
                gsize                  n,
                gsize                  offset,
                const gint64          *weights)
{
  g_autofree gint64 *values = g_new (gint64, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    values[i] = G_STRUCT_MEMBER (gint64, &parts[i], offset);

  return accord_roll_up_values (roll_up, values, weights, n);
}

AccordScorePart
accord_score_roll_up (AccordRollUp           roll_up,
                      gboolean               money,
                      const AccordScorePart *parts,
                      gsize                  n)
{
  AccordScorePart sum = ACCORD_SCORE_PART_INIT;
  g_autofree gint64 *weights = NULL;
  AccordRollUp means = roll_up == ACCORD_ROLL_UP_SUM ? ACCORD_ROLL_UP_SUM : ACCORD_ROLL_UP_WEIGHTED_MEAN;

  g_return_val_if_fail (parts != NULL || n == 0, sum);

  weights = fill_weights (parts, n);
  sum.weight = roll_up_values (ACCORD_ROLL_UP_SUM, parts, n, G_STRUCT_OFFSET (AccordScorePart, weight), NULL);
  sum.target = roll_up_values (means, parts, n, G_STRUCT_OFFSET (AccordScorePart, target), weights);
  sum.upper = roll_up_values (means, parts, n, G_STRUCT_OFFSET (AccordScorePart, upper), weights);
  for (gsize i = 0; i < n; i++)
    sum.last = MAX (sum.last, parts[i].last);

  if (roll_up == ACCORD_ROLL_UP_LAST)
    sum.actual = find_last (parts, n, &sum.last);
  else if (roll_up == ACCORD_ROLL_UP_RATIO_OF_SUMS && add_ratios (parts, n, &sum))
    sum.actual = accord_score_quotient (sum.part, sum.whole, money);
  else if (roll_up == ACCORD_ROLL_UP_RATIO_OF_SUMS)
    sum.actual = roll_up_values (ACCORD_ROLL_UP_WEIGHTED_MEAN, parts, n, G_STRUCT_OFFSET (AccordScorePart, actual), weights);
  else
    sum.actual = roll_up_values (roll_up, parts, n, G_STRUCT_OFFSET (AccordScorePart, actual), weights);

  return sum;
}

AccordScore
accord_score_compute (AccordDirection        direction,
                      AccordRollUp           roll_up,
                      const AccordScorePart *part,
                      AccordExact            elapsed)
{
  AccordScore score = { .part = *part };
  const AccordAttainmentInput input = {
    .direction = direction,
    .roll_up = roll_up,
    .target = part->target,
    .low = part->target,
    .high = part->upper,
    .actual = part->actual,
    .elapsed = elapsed,
  };

  accord_attainment_compute (&input, &score.attainment);
  score.status = accord_status_for_pace (score.attainment.pace, ACCORD_STATUS_ON_TRACK_FROM, ACCORD_STATUS_AT_RISK_FROM);

  return score;
}

const char *
accord_status_get_word (AccordStatus status)
{
  switch (status)
    {
    case ACCORD_STATUS_ON_TRACK:
      return "on-track";

    case ACCORD_STATUS_AT_RISK:
      return "at-risk";

    case ACCORD_STATUS_BEHIND:
      return "behind";

    case ACCORD_STATUS_NONE:
    default:
      return NULL;
    }
}
