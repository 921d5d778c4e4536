/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-split.h"

static void
assert_quarters (const AccordSplit *split,
                 gint64             q1,
                 gint64             q2,
                 gint64             q3,
                 gint64             q4)
{
  g_assert_cmpint (split->quarters[0], ==, q1);
  g_assert_cmpint (split->quarters[1], ==, q2);
  g_assert_cmpint (split->quarters[2], ==, q3);
  g_assert_cmpint (split->quarters[3], ==, q4);
  if (split->amount != ACCORD_UNKNOWN)
    g_assert_cmpint (q1 + q2 + q3 + q4, ==, split->amount);
}

/* domain.md, "Season". */
static void
test_season (void)
{
  const gint64 weights[4] = { 17, 23, 30, 30 };
  AccordSplit split;

  accord_split_init (&split, 1000000, 0, weights);
  assert_quarters (&split, 170000, 230000, 300000, 300000);
  g_assert_false (accord_split_is_edited (&split));

  accord_split_init (&split, 10, 0, NULL);
  assert_quarters (&split, 3, 3, 2, 2);

  /* Whole money splits into whole money, odd cents into cents. */
  accord_split_init (&split, 1000, 2, NULL);
  assert_quarters (&split, 300, 300, 200, 200);
  accord_split_init (&split, 1002, 2, NULL);
  assert_quarters (&split, 251, 251, 250, 250);

  accord_split_init (&split, ACCORD_UNKNOWN, 0, weights);
  assert_quarters (&split, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN);
}

static void
test_edit (void)
{
  static const struct
  {
    guint quarter;
    gint64 value;
    gint64 expected[4];
  } steps[] = {
    /* The three others share what is left by 23 : 30 : 30. */
    { 0, 170000, { 170000, 230000, 300000, 300000 } },
    { 1, 400000, { 170000, 400000, 215000, 215000 } },
    { 2, 100000, { 170000, 400000, 100000, 330000 } },
    /* Nobody is left: the first, set longest ago, gives way. */
    { 3, 200000, { 300000, 400000, 100000, 200000 } },
    /* Too much for the second to stand beside it. */
    { 3, 900000, { 0, 0, 100000, 900000 } },
    { 3, 1000000, { 0, 0, 0, 1000000 } },
  };
  const gint64 weights[4] = { 17, 23, 30, 30 };
  AccordSplit split;

  accord_split_init (&split, 1000000, 0, weights);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (accord_split_set_quarter (&split, steps[i].quarter, steps[i].value, &error));
      g_assert_no_error (error);
      assert_quarters (&split, steps[i].expected[0], steps[i].expected[1], steps[i].expected[2],
                       steps[i].expected[3]);
      g_assert_true (accord_split_is_edited (&split));
    }

  accord_split_reset (&split);
  assert_quarters (&split, 170000, 230000, 300000, 300000);
}

static void
test_refused (void)
{
  static const struct
  {
    gint64 value;
    AccordSplitError error;
  } cases[] = {
    { -1, ACCORD_SPLIT_ERROR_RANGE },
    { ACCORD_UNKNOWN, ACCORD_SPLIT_ERROR_RANGE },
    { 101, ACCORD_SPLIT_ERROR_TOO_LARGE },
    { G_MAXINT64, ACCORD_SPLIT_ERROR_TOO_LARGE },
  };
  AccordSplit split;

  accord_split_init (&split, 100, 0, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (accord_split_set_quarter (&split, 2, cases[i].value, &error));
      g_assert_error (error, ACCORD_SPLIT_ERROR, (int) cases[i].error);
      assert_quarters (&split, 25, 25, 25, 25);
    }

  accord_split_init (&split, ACCORD_UNKNOWN, 0, NULL);
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (accord_split_set_quarter (&split, 0, 1, &error));
    g_assert_error (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_UNKNOWN);
  }
}

static void
test_amount (void)
{
  AccordSplit split;

  accord_split_init (&split, 1000, 0, NULL);
  g_assert_true (accord_split_set_quarter (&split, 0, 400, NULL));
  assert_quarters (&split, 400, 200, 200, 200);
  /* What was set by hand stands … */
  accord_split_set_amount (&split, 1600);
  assert_quarters (&split, 400, 400, 400, 400);
  g_assert_true (accord_split_is_edited (&split));
  /* … while it fits. */
  accord_split_set_amount (&split, 300);
  assert_quarters (&split, 75, 75, 75, 75);
  g_assert_false (accord_split_is_edited (&split));
}

static void
test_restore (void)
{
  const gint64 kept[4] = { 10, 20, 30, 40 }, wrong[4] = { 10, 20, 30, 41 }, huge[4] = { G_MAXINT64, 2, 3, 4 };
  AccordSplit split;

  accord_split_init (&split, 100, 0, NULL);
  accord_split_restore (&split, kept, 0);
  assert_quarters (&split, 10, 20, 30, 40);
  g_assert_true (accord_split_is_edited (&split));
  accord_split_set_amount (&split, 110);
  assert_quarters (&split, 20, 20, 30, 40);

  accord_split_init (&split, 100, 0, NULL);
  accord_split_restore (&split, wrong, 0);
  assert_quarters (&split, 25, 25, 25, 25);
  accord_split_restore (&split, huge, 0);
  assert_quarters (&split, 25, 25, 25, 25);
}

static void
test_locks (void)
{
  const gint64 kept[4] = { 400, 150, 250, 200 };
  g_autoptr (GError) error = NULL;
  AccordSplit split;

  accord_split_init (&split, 1000, 0, NULL);
  g_assert_true (accord_split_lock (&split, 0, 400));
  assert_quarters (&split, 400, 200, 200, 200);
  g_assert_true (accord_split_set_quarter (&split, 1, 100, NULL));
  assert_quarters (&split, 400, 100, 250, 250);
  /* Those set by hand longest ago give way, the locked one never. */
  g_assert_true (accord_split_set_quarter (&split, 2, 300, NULL));
  g_assert_true (accord_split_set_quarter (&split, 3, 250, NULL));
  assert_quarters (&split, 400, 50, 300, 250);
  g_assert_false (accord_split_set_quarter (&split, 1, 601, &error));
  g_assert_error (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_TOO_LARGE);
  g_clear_error (&error);
  assert_quarters (&split, 400, 50, 300, 250);

  /* Three locked: the fourth is what is left, and cannot be locked or be anything else. */
  g_assert_true (accord_split_lock (&split, 1, 50));
  g_assert_true (accord_split_lock (&split, 2, 300));
  g_assert_false (accord_split_lock (&split, 3, 250));
  g_assert_cmpuint (accord_split_get_locks (&split), ==, 7);
  g_assert_false (accord_split_set_quarter (&split, 3, 200, &error));
  g_assert_error (error, ACCORD_SPLIT_ERROR, ACCORD_SPLIT_ERROR_LOCKED);
  accord_split_set_amount (&split, 1100);
  assert_quarters (&split, 400, 50, 300, 350);
  accord_split_reset (&split);
  assert_quarters (&split, 400, 50, 300, 350);
  accord_split_unlock (&split, 1);
  accord_split_reset (&split);
  assert_quarters (&split, 400, 200, 300, 200);
  /* They go where they do not fit. */
  accord_split_set_amount (&split, 600);
  assert_quarters (&split, 150, 150, 150, 150);
  g_assert_cmpuint (accord_split_get_locks (&split), ==, 0);

  accord_split_init (&split, 1000, 0, NULL);
  accord_split_restore (&split, kept, 1 | 4);
  assert_quarters (&split, 400, 150, 250, 200);
  g_assert_cmpuint (accord_split_get_locks (&split), ==, 1 | 4);
}

/* Whatever is done, the quarters add up, none is below 0, and a locked one stands but for what is done to itself. */
static void
test_random (void)
{
  const gint64 weights[4] = { 17, 23, 30, 30 };
  AccordSplit split;

  accord_split_init (&split, 1000000, 0, weights);
  for (int i = 0; i < 20000; i++)
    {
      AccordSplit before = split;
      guint touched = (guint) g_test_rand_int_range (0, 4);
      gint64 sum = 0;

      switch (g_test_rand_int_range (0, 10))
        {
        case 0:
          accord_split_set_amount (&split, g_test_rand_int_range (0, 2000000));
          break;

        case 1:
          accord_split_lock (&split, touched, g_test_rand_int_range (0, 1000000));
          break;

        case 2:
          accord_split_unlock (&split, touched);
          break;

        case 3:
          accord_split_reset (&split);
          break;

        default:
          accord_split_set_quarter (&split, touched, g_test_rand_int_range (-10, 2000000), NULL);
        }
      for (guint q = 0; q < 4; q++)
        if (before.locked[q] && split.locked[q] && q != touched)
          g_assert_cmpint (split.quarters[q], ==, before.quarters[q]);
      for (guint q = 0; q < 4; q++)
        {
          g_assert_cmpint (split.quarters[q], >=, 0);
          sum += split.quarters[q];
        }
      g_assert_cmpint (sum, ==, split.amount);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/split/season", test_season);
  g_test_add_func ("/split/edit", test_edit);
  g_test_add_func ("/split/refused", test_refused);
  g_test_add_func ("/split/amount", test_amount);
  g_test_add_func ("/split/restore", test_restore);
  g_test_add_func ("/split/locks", test_locks);
  g_test_add_func ("/split/random", test_random);

  return g_test_run ();
}
