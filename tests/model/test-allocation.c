/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-allocation.h"

static void
check (gint64        total,
       const gint64 *weights,
       gsize         n,
       const gint64 *expected)
{
  g_autofree gint64 *parts = g_new (gint64, n);

  accord_allocate (total, weights, n, parts);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (parts[i], ==, expected[i]);
}

static void
test_vectors (void)
{
  check (1000000, (gint64[]) { 17, 23, 30, 30 }, 4, (gint64[]) { 170000, 230000, 300000, 300000 });
  check (100, NULL, 3, (gint64[]) { 34, 33, 33 });
  check (100, (gint64[]) { 0, 0, 0 }, 3, (gint64[]) { 34, 33, 33 });
  check (101, NULL, 3, (gint64[]) { 34, 34, 33 });
  check (-100, NULL, 3, (gint64[]) { -34, -33, -33 });
  check (0, NULL, 2, (gint64[]) { 0, 0 });
  /* 1.4, 1.4, 4.2 of 7: the largest remainders are the first two, of which the earlier gets the unit. */
  check (7, (gint64[]) { 1, 1, 3 }, 3, (gint64[]) { 2, 1, 4 });
  check (5, (gint64[]) { 0, 1 }, 2, (gint64[]) { 0, 5 });
}

static void
test_adds_up (void)
{
  for (int round = 0; round < 20000; round++)
    {
      gint64 weights[12], parts[12];
      gsize n = (gsize) g_test_rand_int_range (1, 13);
      gint64 total = (gint64) ((guint64) g_test_rand_int () << 31 ^ (guint64) g_test_rand_int ());
      AccordWide sum = 0, whole = 0;

      total = (total & G_MAXINT64) >> g_test_rand_int_range (0, 60);
      for (gsize i = 0; i < n; i++)
        {
          weights[i] = ((gint64) (guint32) g_test_rand_int () << 31) >> g_test_rand_int_range (0, 63);
          whole += weights[i];
        }
      accord_allocate (total, weights, n, parts);
      for (gsize i = 0; i < n; i++)
        {
          sum += parts[i];
          /* No part is a whole unit away from its exact share. */
          if (whole > 0)
            {
              AccordWide off = (AccordWide) parts[i] * whole - (AccordWide) total * weights[i];

              g_assert_true (off < whole && off > -whole);
            }
        }
      g_assert_true (sum == total);
    }
}

static void
test_season (void)
{
  const gint64 years[][4] = { { 100, 200, 300, 400 }, { 70, 130, 300, 500 }, { 50, ACCORD_UNKNOWN, 60, 70 } };
  const gint64 nothing[][4] = { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } };
  gint64 weights[4], parts[4];
  AccordRate index[4];

  accord_season_weights (years, 3, weights);
  g_assert_cmpint (weights[0], ==, 170);
  g_assert_cmpint (weights[1], ==, 330);
  g_assert_cmpint (weights[2], ==, 600);
  g_assert_cmpint (weights[3], ==, 900);
  /* Of 2000 in eight quarters the mean is 250; the first quarter's is 85. */
  accord_season_index (weights, index);
  g_assert_cmpint (index[0], ==, 340000000);
  g_assert_cmpint (index[0] + index[1] + index[2] + index[3], ==, 4 * ACCORD_RATE_ONE);
  accord_allocate (1000000, weights, 4, parts);
  g_assert_cmpint (parts[0], ==, 85000);
  g_assert_cmpint (parts[3], ==, 450000);

  /* One full year says nothing yet. */
  accord_season_weights (years + 1, 2, weights);
  for (int q = 0; q < 4; q++)
    g_assert_cmpint (weights[q], ==, 1);
  accord_season_weights (nothing, 2, weights);
  for (int q = 0; q < 4; q++)
    g_assert_cmpint (weights[q], ==, 1);
  accord_season_weights (NULL, 0, weights);
  accord_season_index (weights, index);
  g_assert_cmpint (index[3], ==, ACCORD_RATE_ONE);
}

static void
test_season_elapsed (void)
{
  const gint64 weights[4] = { 17, 23, 30, 30 };

  g_assert_cmpint (accord_exact_to_rate (accord_season_elapsed (weights, 1, 0, 60)), ==, 0);
  g_assert_cmpint (accord_exact_to_rate (accord_season_elapsed (weights, 2, 0, 60)), ==, 170000000);
  g_assert_cmpint (accord_exact_to_rate (accord_season_elapsed (weights, 2, 30, 60)), ==, 285000000);
  g_assert_cmpint (accord_exact_to_rate (accord_season_elapsed (weights, 4, 60, 60)), ==, ACCORD_RATE_ONE);
  g_assert_true (accord_exact_is_unknown (accord_season_elapsed (weights, 1, 0, 0)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/allocation/vectors", test_vectors);
  g_test_add_func ("/allocation/adds-up", test_adds_up);
  g_test_add_func ("/allocation/season", test_season);
  g_test_add_func ("/allocation/season-elapsed", test_season_elapsed);

  return g_test_run ();
}
