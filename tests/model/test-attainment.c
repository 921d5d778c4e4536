/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-attainment.h"

#define U ACCORD_UNKNOWN
#define PERMILLE(n) ((AccordRate) (n) * (ACCORD_RATE_ONE / 1000))
#define BILLION ACCORD_RATE_ONE

enum
{
  HIGHER = ACCORD_DIRECTION_HIGHER,
  LOWER = ACCORD_DIRECTION_LOWER,
  WITHIN = ACCORD_DIRECTION_WITHIN,
  SUM = ACCORD_ROLL_UP_SUM,
  MEAN = ACCORD_ROLL_UP_MEAN,
  LAST = ACCORD_ROLL_UP_LAST,
  RATIO = ACCORD_ROLL_UP_RATIO_OF_SUMS,
};

static const struct
{
  int direction, roll_up;
  gint64 target, low, high, actual;
  gint64 passed, whole;
  gint64 attainment, expected, pace;
} cases[] = {
  /* domain.md's vectors. */
  { HIGHER, SUM, 500 * BILLION, U, U, 320 * BILLION, 20, 30, PERMILLE (640), 333333333333, PERMILLE (960) },
  { LOWER, MEAN, 30, U, U, 40, 20, 30, PERMILLE (750), 30, PERMILLE (750) },
  { LOWER, SUM, 10, U, U, 4, 1, 2, PERMILLE (2000), 5, PERMILLE (1250) },
  { WITHIN, MEAN, U, 30, 40, 24, 1, 2, PERMILLE (800), U, PERMILLE (800) },
  { WITHIN, MEAN, U, 30, 40, 50, 1, 2, PERMILLE (750), U, PERMILLE (750) },
  /* The rest of the table. */
  { HIGHER, MEAN, 50, U, U, 40, 1, 2, PERMILLE (800), 50, PERMILLE (800) },
  { HIGHER, LAST, 50, U, U, 60, 1, 2, PERMILLE (1200), 50, PERMILLE (1200) },
  { HIGHER, RATIO, 50, U, U, 0, 0, 0, 0, 50, 0 },
  { HIGHER, SUM, 500, U, U, 320, 30, 30, PERMILLE (640), 500, PERMILLE (640) },
  { HIGHER, SUM, 500, U, U, 0, 0, 30, 0, 0, U },
  { HIGHER, SUM, 500, U, U, 320, 0, 0, PERMILLE (640), U, U },
  { HIGHER, SUM, 500, U, U, U, 15, 30, U, 250, U },
  { HIGHER, SUM, U, U, U, 320, 15, 30, U, U, U },
  { HIGHER, SUM, 0, U, U, 320, 15, 30, U, 0, U },
  { HIGHER, MEAN, 0, U, U, 320, 15, 30, U, 0, U },
  { HIGHER, SUM, -5, U, U, 3, 15, 30, U, U, U },
  { HIGHER, SUM, 100, U, U, -50, 15, 30, PERMILLE (-500), 50, PERMILLE (-1000) },
  { LOWER, SUM, 10, U, U, 0, 1, 2, PERMILLE (2000), 5, PERMILLE (2000) },
  { LOWER, SUM, 10, U, U, 8, 1, 2, PERMILLE (1250), 5, PERMILLE (625) },
  { LOWER, SUM, 10, U, U, 8, 0, 2, PERMILLE (1250), 0, 0 },
  { LOWER, SUM, 0, U, U, 5, 1, 2, 0, 0, 0 },
  { LOWER, SUM, 0, U, U, 0, 1, 2, PERMILLE (2000), 0, PERMILLE (2000) },
  { LOWER, LAST, 30, U, U, 10, 1, 2, PERMILLE (2000), 30, PERMILLE (2000) },
  { LOWER, LAST, 30, U, U, 0, 1, 2, PERMILLE (2000), 30, PERMILLE (2000) },
  { WITHIN, LAST, U, 30, 40, 30, 1, 2, BILLION, U, BILLION },
  { WITHIN, LAST, U, 30, 40, 40, 1, 2, BILLION, U, BILLION },
  { WITHIN, LAST, U, 30, 40, 90, 1, 2, 0, U, 0 },
  { WITHIN, LAST, U, 30, 40, -5, 1, 2, 0, U, 0 },
  { WITHIN, LAST, U, 0, 40, -5, 1, 2, U, U, U },
  { WITHIN, LAST, U, -40, -30, -24, 1, 2, PERMILLE (800), U, PERMILLE (800) },
  { WITHIN, LAST, U, U, 40, 35, 1, 2, U, U, U },
  { WITHIN, LAST, U, 30, 40, U, 1, 2, U, U, U },
  { WITHIN, SUM, U, 30, 40, 35, 1, 2, U, U, U },
  /* As large as amounts get, with a season's share in billionths of days. */
  { HIGHER, SUM, 99999999999999, U, U, 99999999999999, 120000000000, 240000000000,
    BILLION, 50000000000000, 2 * BILLION },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordAttainmentInput input = {
        .direction = (AccordDirection) cases[i].direction,
        .roll_up = (AccordRollUp) cases[i].roll_up,
        .target = cases[i].target,
        .low = cases[i].low,
        .high = cases[i].high,
        .actual = cases[i].actual,
        .elapsed = accord_exact_new (cases[i].passed, cases[i].whole),
      };
      AccordAttainment attainment;

      g_test_message ("case %u", (guint) i);
      accord_attainment_compute (&input, &attainment);
      g_assert_cmpint (attainment.attainment, ==, cases[i].attainment);
      g_assert_cmpint (attainment.expected, ==, cases[i].expected);
      g_assert_cmpint (attainment.pace, ==, cases[i].pace);
    }
}

static AccordStatus
default_status (AccordRate pace)
{
  return accord_status_for_pace (pace, ACCORD_STATUS_ON_TRACK_FROM, ACCORD_STATUS_AT_RISK_FROM);
}

static void
test_status (void)
{
  g_assert_cmpint (default_status (BILLION), ==, ACCORD_STATUS_ON_TRACK);
  g_assert_cmpint (default_status (BILLION - 1), ==, ACCORD_STATUS_AT_RISK);
  g_assert_cmpint (default_status (PERMILLE (900)), ==, ACCORD_STATUS_AT_RISK);
  g_assert_cmpint (default_status (PERMILLE (900) - 1), ==, ACCORD_STATUS_BEHIND);
  g_assert_cmpint (default_status (U), ==, ACCORD_STATUS_NONE);
  g_assert_cmpint (accord_status_for_pace (PERMILLE (850), PERMILLE (800), PERMILLE (500)), ==, ACCORD_STATUS_ON_TRACK);
  g_assert_cmpstr (accord_status_get_label (ACCORD_STATUS_ON_TRACK), ==, "On track");
  g_assert_cmpstr (accord_status_get_label (ACCORD_STATUS_NONE), ==, "n/a");
}

static void
test_roll_up (void)
{
  const gint64 values[] = { 10, U, 20, 31, U };
  const gint64 weights[] = { 1, 5, 2, 1, 9 };
  const gint64 unknown[] = { U, U };

  g_assert_cmpint (accord_roll_up_values (ACCORD_ROLL_UP_SUM, values, NULL, 5), ==, 61);
  g_assert_cmpint (accord_roll_up_values (ACCORD_ROLL_UP_MEAN, values, NULL, 5), ==, 20);
  g_assert_cmpint (accord_roll_up_values (ACCORD_ROLL_UP_WEIGHTED_MEAN, values, weights, 5), ==, 20);
  g_assert_cmpint (accord_roll_up_values (ACCORD_ROLL_UP_LAST, values, NULL, 5), ==, 31);
  g_assert_cmpint (accord_roll_up_values (ACCORD_ROLL_UP_RATIO_OF_SUMS, values, weights, 5), ==, 15250000000);
  for (int roll_up = ACCORD_ROLL_UP_SUM; roll_up <= ACCORD_ROLL_UP_RATIO_OF_SUMS; roll_up++)
    {
      g_assert_cmpint (accord_roll_up_values ((AccordRollUp) roll_up, unknown, weights, 2), ==, U);
      g_assert_cmpint (accord_roll_up_values ((AccordRollUp) roll_up, NULL, NULL, 0), ==, U);
    }
  g_assert_cmpint (accord_roll_up_values (ACCORD_ROLL_UP_WEIGHTED_MEAN, values, (gint64[]) { 0, 0, 0 }, 3), ==, U);
}

static void
test_landing (void)
{
  gint64 landing = accord_run_rate_landing (96000, accord_exact_new (12, 30));

  g_assert_cmpint (landing, ==, 240000);
  g_assert_cmpint (accord_rate_from_ratio (landing, 260000), ==, 923076923);
  g_assert_cmpint (accord_run_rate_landing (96000, accord_exact_new (0, 30)), ==, U);
  g_assert_cmpint (accord_run_rate_landing (U, accord_exact_new (12, 30)), ==, U);
  g_assert_cmpint (accord_required_per_working_day (260000, 96000, 18), ==, 9111);
  g_assert_cmpint (accord_required_per_working_day (260000, 96000, 0), ==, U);
  g_assert_cmpint (accord_required_per_working_day (100, 120, 5), ==, 0);
  g_assert_cmpint (accord_required_per_working_day (U, 120, 5), ==, U);
}

static void
test_rates (void)
{
  g_assert_cmpint (accord_kept_rate (3, 1), ==, PERMILLE (750));
  g_assert_cmpint (accord_kept_rate (0, 0), ==, U);
  g_assert_cmpint (accord_kept_rate (U, 1), ==, U);
  g_assert_cmpint (accord_over_assignment (1100, 1000), ==, PERMILLE (100));
  g_assert_cmpint (accord_over_assignment (900, 1000), ==, PERMILLE (-100));
  g_assert_cmpint (accord_over_assignment (900, 0), ==, U);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attainment/table", test_table);
  g_test_add_func ("/attainment/status", test_status);
  g_test_add_func ("/attainment/roll-up", test_roll_up);
  g_test_add_func ("/attainment/landing", test_landing);
  g_test_add_func ("/attainment/rates", test_rates);

  return g_test_run ();
}
