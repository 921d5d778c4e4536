/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-axis.h"

#define U ACCORD_UNKNOWN

static void
test_fit (void)
{
  static const struct
  {
    gint64 low, high, least;
    guint most;
    gint64 first, step;
    guint n;
  } table[] = {
    { 0, 100, 1, 6, 0, 20, 6 },
    { 0, 101, 1, 6, 0, 50, 4 },
    { 0, 500, 1, 5, 0, 200, 4 },
    { 0, 500, 1, 6, 0, 100, 6 },
    /* A count has no halves. */
    { 0, 2, 1, 6, 0, 1, 3 },
    { 0, 3000000000, 1000000000, 6, 0, 1000000000, 4 },
    { 0, 1, 100, 6, 0, 100, 2 },
    /* A least step that is not round itself. */
    { 0, 10, 3, 6, 0, 5, 3 },
    { -30, 70, 1, 6, -50, 50, 4 },
    { 35, 35, 1, 6, 35, 1, 2 },
    { 0, 0, 1, 6, 0, 1, 2 },
    { 991, 1009, 1, 6, 990, 5, 5 },
    { 99999999999990, 99999999999999, 1, 3, 99999999999990, 5, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      AccordAxis axis;

      accord_axis_fit (&axis, table[i].low, table[i].high, table[i].least, table[i].most);
      g_test_message ("%" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, table[i].low, table[i].high);
      g_assert_cmpint (axis.first, ==, table[i].first);
      g_assert_cmpint (axis.step, ==, table[i].step);
      g_assert_cmpuint (axis.n, ==, table[i].n);
      g_assert_cmpint (accord_axis_get_last (&axis), >=, table[i].high);
    }
}

static void
test_place (void)
{
  const AccordAxis axis = { .first = -50, .step = 50, .n = 4 };

  g_assert_cmpfloat (accord_axis_place (&axis, -50), ==, 0);
  g_assert_cmpfloat (accord_axis_place (&axis, 100), ==, 1);
  g_assert_cmpfloat (accord_axis_place (&axis, 25), ==, 0.5);
  g_assert_cmpfloat (accord_axis_place (&axis, 250), ==, 2);
}

static void
test_reach (void)
{
  g_assert_cmpint (accord_axis_reach (320, 333, 500), ==, 500);
  g_assert_cmpint (accord_axis_reach (600, 333, 500), ==, 600);
  /* Half as much again is as far as it goes. */
  g_assert_cmpint (accord_axis_reach (5000, 333, 500), ==, 750);
  g_assert_cmpint (accord_axis_reach (320, U, U), ==, 320);
  g_assert_cmpint (accord_axis_reach (U, 333, 300), ==, 333);
  g_assert_cmpint (accord_axis_reach (U, U, U), ==, 1);
  g_assert_cmpint (accord_axis_reach (-5, U, 0), ==, 1);
  g_assert_cmpint (accord_axis_reach (G_MAXINT64, U, G_MAXINT64), ==, G_MAXINT64);
}

static void
test_median (void)
{
  const gint64 values[] = { 40, 10, 31, 20, 7 };

  g_assert_cmpint (accord_axis_median (values, 5), ==, 20);
  /* 20 and 31: half to even. */
  g_assert_cmpint (accord_axis_median (values, 4), ==, 26);
  g_assert_cmpint (accord_axis_median (values, 1), ==, 40);
  g_assert_cmpint (accord_axis_median (NULL, 0), ==, U);
  g_assert_cmpint (accord_axis_median ((gint64[]) { G_MAXINT64, G_MAXINT64 }, 2), ==, G_MAXINT64);
}

static void
test_stack (void)
{
  const double apart[] = { 0, 10, 20 };
  const double together[] = { 5, 5, 5, 30 };
  /* The third meets the second, which stands above the line, and no longer the first. */
  const double chain[] = { 0, 6, 12, 18 };
  guint rows[4];

  g_assert_cmpuint (accord_axis_stack (apart, 3, 10, rows), ==, 1);
  g_assert_cmpuint (rows[0] + rows[1] + rows[2], ==, 0);

  g_assert_cmpuint (accord_axis_stack (together, 4, 10, rows), ==, 3);
  g_assert_cmpuint (rows[0], ==, 0);
  g_assert_cmpuint (rows[1], ==, 1);
  g_assert_cmpuint (rows[2], ==, 2);
  g_assert_cmpuint (rows[3], ==, 0);

  g_assert_cmpuint (accord_axis_stack (chain, 4, 10, rows), ==, 2);
  g_assert_cmpuint (rows[1], ==, 1);
  g_assert_cmpuint (rows[2], ==, 0);
  g_assert_cmpuint (rows[3], ==, 1);

  g_assert_cmpuint (accord_axis_stack (NULL, 0, 10, NULL), ==, 0);
}

/* Two thousand of one value each stand higher than the one before; anywhere, each stands in the lowest row that has room. */
static void
test_stack_many (void)
{
  enum { N = 2000 };
  static double places[N];
  static guint rows[N];
  double place = 0;

  g_assert_cmpuint (accord_axis_stack (places, N, 10, rows), ==, N);
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint (rows[i], ==, i);

  for (guint i = 0; i < N; i++)
    {
      place += g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (0, 20) : 0;
      places[i] = place;
    }
  accord_axis_stack (places, N, 10, rows);
  for (guint i = 0; i < N; i++)
    {
      g_autofree gboolean *taken = g_new0 (gboolean, N);
      guint lowest = 0;

      for (guint j = 0; j < i; j++)
        taken[rows[j]] = taken[rows[j]] || places[i] - places[j] < 10;
      while (taken[lowest])
        lowest++;
      g_assert_cmpuint (rows[i], ==, lowest);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/axis/fit", test_fit);
  g_test_add_func ("/model/axis/place", test_place);
  g_test_add_func ("/model/axis/reach", test_reach);
  g_test_add_func ("/model/axis/median", test_median);
  g_test_add_func ("/model/axis/stack", test_stack);
  g_test_add_func ("/model/axis/stack-many", test_stack_many);

  return g_test_run ();
}
