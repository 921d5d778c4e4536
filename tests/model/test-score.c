/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-computed-metric.h"
#include "accord-score.h"

#define U ACCORD_UNKNOWN
#define BILLION ACCORD_RATE_ONE
#define PERMILLE(n) ((AccordRate) (n) * (ACCORD_RATE_ONE / 1000))
#define ROUNDS 2000
#define MAX_PARTS 12

#define SUM ACCORD_ROLL_UP_SUM
#define MEAN ACCORD_ROLL_UP_MEAN
#define WEIGHTED ACCORD_ROLL_UP_WEIGHTED_MEAN
#define LAST ACCORD_ROLL_UP_LAST
#define RATIO ACCORD_ROLL_UP_RATIO_OF_SUMS

static const AccordRollUp roll_ups[] = { SUM, MEAN, WEIGHTED, LAST, RATIO };

static AccordScorePart
part (gint64 actual,
      gint64 target,
      gint64 weight)
{
  AccordScorePart made = ACCORD_SCORE_PART_INIT;

  made.actual = actual;
  made.target = target;
  made.weight = weight;

  return made;
}

static AccordScorePart
ratio (gint64 above,
       gint64 below)
{
  AccordScorePart made = ACCORD_SCORE_PART_INIT;

  made.part = above;
  made.whole = below;
  made.actual = accord_score_quotient (above, below, FALSE);

  return made;
}

static void
test_quotient (void)
{
  static const struct
  {
    gint64 above, below;
    gboolean money;
    gint64 expected;
  } cases[] = {
    { 25, 35, FALSE, 714285714 }, { 4720800, 25, TRUE, 188832 }, { 1, 0, FALSE, U }, { 0, 0, TRUE, U },
    { 0, 3, FALSE, 0 },           { 0, 3, TRUE, 0 },             { U, 3, TRUE, U },  { 3, U, FALSE, U },
    { 5, 2, TRUE, 2 },            { 7, 2, TRUE, 4 }, /* half to even */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (accord_score_quotient (cases[i].above, cases[i].below, cases[i].money), ==, cases[i].expected);
}

static void
test_roll_up (void)
{
  static const struct
  {
    AccordRollUp roll_up;
    gint64 actuals[3], targets[3], weights[3];
    gint64 actual, target;
  } cases[] = {
    { SUM, { 10, 20, U }, { 5, U, 7 }, { 1, 1, 1 }, 30, 12 },
    { SUM, { U, U, U }, { U, U, U }, { 1, 1, 1 }, U, U },
    { SUM, { 0, 0, U }, { 0, U, U }, { 1, 1, 1 }, 0, 0 },
    { MEAN, { 10, 20, U }, { 10, 40, U }, { 3, 1, 9 }, 15, 18 /* 17.5, half to even */ },
    { WEIGHTED, { 10, 20, U }, { 10, 40, 50 }, { 3, 1, 6 }, 12 /* 12.5, half to even */, 37 },
    { WEIGHTED, { 10, 20, U }, { 10, 40, U }, { U, 1, U }, 15, 25 },
    { WEIGHTED, { 10, 20, 30 }, { U, U, U }, { 0, 0, 0 }, 20, U },
    { RATIO, { 10, 20, U }, { 10, 40, U }, { 3, 1, 6 }, 12, 18 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordScorePart parts[3], sum;

      for (int j = 0; j < 3; j++)
        parts[j] = part (cases[i].actuals[j], cases[i].targets[j], cases[i].weights[j]);
      sum = accord_score_roll_up (cases[i].roll_up, FALSE, parts, 3);
      g_assert_cmpint (sum.actual, ==, cases[i].actual);
      g_assert_cmpint (sum.target, ==, cases[i].target);
    }
}

static void
test_ratio_of_sums (void)
{
  const AccordScorePart parts[] = { ratio (1, 1), ratio (1, 9), ratio (U, U), ratio (0, 0) };
  AccordScorePart sum = accord_score_roll_up (RATIO, FALSE, parts, G_N_ELEMENTS (parts));

  /* 2 of 10, not the mean of 100 % and 11 %. */
  g_assert_cmpint (sum.actual, ==, BILLION / 5);
  g_assert_cmpint (sum.part, ==, 2);
  g_assert_cmpint (sum.whole, ==, 10);

  sum = accord_score_roll_up (RATIO, FALSE, &parts[3], 1);
  g_assert_cmpint (sum.actual, ==, U);
  sum = accord_score_roll_up (RATIO, TRUE, &parts[2], 1);
  g_assert_cmpint (sum.actual, ==, U);
}

static void
test_last (void)
{
  AccordScorePart parts[] = { part (1, U, 1), part (2, U, 1), part (U, U, 1), part (4, U, 1) };

  parts[0].last = 30;
  parts[1].last = 20;
  parts[2].last = 90;
  parts[3].last = 30;
  g_assert_cmpint (accord_score_roll_up (LAST, FALSE, parts, 4).actual, ==, 4);
  g_assert_cmpint (accord_score_roll_up (LAST, FALSE, parts, 3).actual, ==, 1);
  g_assert_cmpint (accord_score_roll_up (LAST, FALSE, &parts[2], 1).actual, ==, U);
}

static void
test_over_time (void)
{
  const gint64 values[] = { 10, U, 40 }, days[] = { 7, 7, 14 };

  g_assert_cmpint (accord_score_over_time (SUM, values, days, 3), ==, 50);
  g_assert_cmpint (accord_score_over_time (MEAN, values, days, 3), ==, 25);
  g_assert_cmpint (accord_score_over_time (WEIGHTED, values, days, 3), ==, 30);
  g_assert_cmpint (accord_score_over_time (RATIO, values, days, 3), ==, 30);
  g_assert_cmpint (accord_score_over_time (LAST, values, days, 3), ==, 40);
  g_assert_cmpint (accord_score_over_time (SUM, &values[1], days, 1), ==, U);
  g_assert_cmpint (accord_score_target_over_time (SUM, values, days, 3), ==, 50);
  g_assert_cmpint (accord_score_target_over_time (LAST, values, days, 3), ==, 30);
}

/* domain.md's vectors once more, through the whole of it. */
static void
test_compute (void)
{
  static const struct
  {
    AccordDirection direction;
    AccordRollUp roll_up;
    gint64 target, upper, actual;
    gint64 passed, whole;
    gint64 attainment, expected, pace;
    const char *status;
  } cases[] = {
    { ACCORD_DIRECTION_HIGHER, SUM, 500 * BILLION, U, 320 * BILLION, 20, 30, PERMILLE (640), 333333333333, PERMILLE (960), "at-risk" },
    { ACCORD_DIRECTION_LOWER, MEAN, 30 * BILLION, U, 40 * BILLION, 20, 30, PERMILLE (750), 30 * BILLION, PERMILLE (750), "behind" },
    { ACCORD_DIRECTION_LOWER, SUM, 10 * BILLION, U, 4 * BILLION, 1, 2, PERMILLE (2000), 5 * BILLION, PERMILLE (1250), "on-track" },
    { ACCORD_DIRECTION_WITHIN, MEAN, 3 * BILLION, 4 * BILLION, 2400000000, 1, 2, PERMILLE (800), U, PERMILLE (800), "behind" },
    { ACCORD_DIRECTION_WITHIN, MEAN, 3 * BILLION, 4 * BILLION, 5 * BILLION, 1, 2, PERMILLE (750), U, PERMILLE (750), "behind" },
    { ACCORD_DIRECTION_HIGHER, SUM, U, U, 5, 1, 2, U, U, U, NULL },
    { ACCORD_DIRECTION_HIGHER, SUM, 5, U, U, 2, 2, U, 5, U, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordScorePart of = part (cases[i].actual, cases[i].target, 1);
      AccordScore score;

      of.upper = cases[i].upper;
      score = accord_score_compute (cases[i].direction, cases[i].roll_up, &of,
                                    accord_exact_new (cases[i].passed, cases[i].whole));
      g_assert_cmpint (score.attainment.attainment, ==, cases[i].attainment);
      g_assert_cmpint (score.attainment.expected, ==, cases[i].expected);
      g_assert_cmpint (score.attainment.pace, ==, cases[i].pace);
      g_assert_cmpstr (accord_status_get_word (score.status), ==, cases[i].status);
    }
}

static gint64
draw (gint64 highest)
{
  return g_test_rand_int_range (0, 5) == 0 ? U : g_test_rand_int_range (0, (gint32) highest);
}

static guint
draw_parts (AccordScorePart parts[MAX_PARTS])
{
  guint n = (guint) g_test_rand_int_range (1, MAX_PARTS + 1);

  for (guint i = 0; i < n; i++)
    {
      gint64 whole = draw (50);

      parts[i] = part (draw (1000), draw (1000), draw (60));
      parts[i].last = g_test_rand_int_range (1, 1000);
      parts[i].whole = whole;
      parts[i].part = whole == U ? U : g_test_rand_int_range (0, (gint32) whole + 1);
    }

  return n;
}

/* What is rolled up first to territories and then to the team is the same as in one go, where things add up. */
static void
test_sums_do_not_mind_how_they_are_grouped (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      AccordScorePart parts[MAX_PARTS], halves[2], direct, staged;
      guint n = draw_parts (parts), cut = (guint) g_test_rand_int_range (0, (gint32) n + 1);
      AccordRollUp roll_up = round % 2 == 0 ? SUM : RATIO;

      halves[0] = accord_score_roll_up (roll_up, FALSE, parts, cut);
      halves[1] = accord_score_roll_up (roll_up, FALSE, parts + cut, n - cut);
      direct = accord_score_roll_up (roll_up, FALSE, parts, n);
      staged = accord_score_roll_up (roll_up, FALSE, halves, 2);
      if (roll_up == SUM)
        {
          g_assert_cmpint (staged.actual, ==, direct.actual);
          g_assert_cmpint (staged.target, ==, direct.target);
        }
      g_assert_cmpint (staged.part, ==, direct.part);
      g_assert_cmpint (staged.whole, ==, direct.whole);
    }
}

/* Nor the order in which they come, nor somebody of whom nothing is known; and a mean lies between its values. */
static void
test_order_and_the_unknown_make_no_difference (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      AccordScorePart parts[MAX_PARTS + 1], turned[MAX_PARTS + 1], one, other;
      AccordRollUp roll_up = roll_ups[round % G_N_ELEMENTS (roll_ups)];
      guint n = draw_parts (parts);
      gint64 low = G_MAXINT64, high = G_MININT64;

      for (guint i = 0; i < n; i++)
        {
          parts[i].part = parts[i].whole = U;
          parts[i].last = (AccordDate) (i + 1);
          turned[n - 1 - i] = parts[i];
          if (parts[i].actual == U)
            continue;
          low = MIN (low, parts[i].actual);
          high = MAX (high, parts[i].actual);
        }
      turned[n] = (AccordScorePart) ACCORD_SCORE_PART_INIT;
      one = accord_score_roll_up (roll_up, FALSE, parts, n);
      other = accord_score_roll_up (roll_up, FALSE, turned, n + 1);
      g_assert_cmpint (one.actual, ==, other.actual);
      g_assert_cmpint (one.target, ==, other.target);
      if (one.actual == U || roll_up == SUM)
        continue;
      g_assert_cmpint (one.actual, >=, low);
      g_assert_cmpint (one.actual, <=, high);
    }
}

static void
test_computed_metrics (void)
{
  AccordComputedMetric metric;

  g_assert_true (accord_computed_metric_find (" win RATE ", &metric));
  g_assert_cmpint (metric, ==, ACCORD_COMPUTED_WIN_RATE);
  g_assert_false (accord_computed_metric_find ("Win", &metric));
  for (guint i = 0; i < ACCORD_COMPUTED_N_METRICS; i++)
    {
      g_assert_true (accord_computed_metric_find (accord_computed_metric_get_name (i), &metric));
      g_assert_cmpint (metric, ==, i);
    }
  g_assert_cmpint (accord_computed_metric_get_unit (ACCORD_COMPUTED_BOOKINGS), ==, ACCORD_UNIT_MONEY);
  g_assert_cmpint (accord_computed_metric_get_direction (ACCORD_COMPUTED_SALES_CYCLE), ==, ACCORD_DIRECTION_LOWER);
  g_assert_cmpint (accord_computed_metric_get_roll_up (ACCORD_COMPUTED_OPENED), ==, ACCORD_ROLL_UP_SUM);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/quotient", test_quotient);
  g_test_add_func ("/score/roll-up", test_roll_up);
  g_test_add_func ("/score/ratio-of-sums", test_ratio_of_sums);
  g_test_add_func ("/score/last", test_last);
  g_test_add_func ("/score/over-time", test_over_time);
  g_test_add_func ("/score/compute", test_compute);
  g_test_add_func ("/score/grouping", test_sums_do_not_mind_how_they_are_grouped);
  g_test_add_func ("/score/order", test_order_and_the_unknown_make_no_difference);
  g_test_add_func ("/score/computed-metrics", test_computed_metrics);

  return g_test_run ();
}
