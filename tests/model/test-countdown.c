/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-countdown.h"

#define SEC ((gint64) G_USEC_PER_SEC)

static void
test_runs_pauses_and_ends (void)
{
  AccordCountdown countdown = { 0 };

  /* Without a length there is nothing to run, and nothing that ends. */
  accord_countdown_start (&countdown, 5);
  g_assert_false (countdown.running);
  g_assert_false (accord_countdown_is_over (&countdown, 5));

  accord_countdown_set_length (&countdown, 90);
  g_assert_cmpint (accord_countdown_get_seconds (&countdown, 1000 * SEC), ==, 90);
  accord_countdown_start (&countdown, 1000 * SEC);
  g_assert_cmpint (accord_countdown_get_seconds (&countdown, 1000 * SEC), ==, 90);
  /* 89.5 s are left: the ninetieth second has begun. */
  g_assert_cmpint (accord_countdown_get_seconds (&countdown, 1000 * SEC + SEC / 2), ==, 90);
  g_assert_cmpint (accord_countdown_get_seconds (&countdown, 1030 * SEC), ==, 60);

  /* Time that passes in a pause does not count; a second start does not begin anew. */
  accord_countdown_pause (&countdown, 1030 * SEC);
  g_assert_cmpint (accord_countdown_get_left (&countdown, 5000 * SEC), ==, 60 * SEC);
  accord_countdown_pause (&countdown, 6000 * SEC);
  accord_countdown_start (&countdown, 7000 * SEC);
  accord_countdown_start (&countdown, 7050 * SEC);
  g_assert_cmpint (accord_countdown_get_left (&countdown, 7050 * SEC), ==, 10 * SEC);

  g_assert_false (accord_countdown_is_over (&countdown, 7060 * SEC - 1));
  g_assert_cmpint (accord_countdown_get_seconds (&countdown, 7060 * SEC - 1), ==, 1);
  g_assert_true (accord_countdown_is_over (&countdown, 7060 * SEC));
  g_assert_cmpint (accord_countdown_get_seconds (&countdown, 7060 * SEC), ==, 0);
  g_assert_cmpint (accord_countdown_get_left (&countdown, 9999 * SEC), ==, 0);

  /* What is over has to be set back before it runs again. */
  accord_countdown_pause (&countdown, 9999 * SEC);
  accord_countdown_start (&countdown, 9999 * SEC);
  g_assert_false (countdown.running);
  accord_countdown_reset (&countdown);
  g_assert_false (accord_countdown_is_over (&countdown, 9999 * SEC));
  g_assert_cmpint (accord_countdown_get_seconds (&countdown, 9999 * SEC), ==, 90);
}

static void
test_other_lengths (void)
{
  AccordCountdown countdown = { 0 };

  accord_countdown_set_length (&countdown, 60);
  accord_countdown_start (&countdown, 0);
  accord_countdown_set_length (&countdown, 10);
  g_assert_false (countdown.running);
  g_assert_cmpint (accord_countdown_get_seconds (&countdown, 30 * SEC), ==, 10);
  accord_countdown_set_length (&countdown, -3);
  g_assert_cmpint (accord_countdown_get_left (&countdown, 0), ==, 0);

  /* A clock that went back gives nothing away. */
  accord_countdown_set_length (&countdown, 10);
  accord_countdown_start (&countdown, 100 * SEC);
  g_assert_cmpint (accord_countdown_get_left (&countdown, 50 * SEC), ==, 10 * SEC);
}

static void
test_parse_and_format (void)
{
  static const struct
  {
    const char *text;
    gint64 seconds;
    const char *shown;
  } good[] = {
    { "5", 300, "5:00" }, { " 5 ", 300, "5:00" }, { "0:05", 5, "0:05" },    { "1:30", 90, "1:30" },
    { "90", 5400, "90:00" }, { "999:59", 59999, "999:59" }, { "05:00", 300, "5:00" },
  };
  static const char *const bad[] = { "", " ", "0", "0:00", "five", "1:60", "1:5", "1:005", "1:", ":30", "1:30:00", "-1", "+1", "1000",
                                     "1.5", "1: 5", "5m" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gint64 seconds = 0;
      g_autofree char *shown = NULL;

      g_assert_true (accord_countdown_parse (good[i].text, &seconds));
      g_assert_cmpint (seconds, ==, good[i].seconds);
      shown = accord_countdown_format (seconds);
      g_assert_cmpstr (shown, ==, good[i].shown);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      gint64 seconds = 77;

      g_assert_false (accord_countdown_parse (bad[i], &seconds));
      g_assert_cmpint (seconds, ==, 77);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/countdown/runs-pauses-and-ends", test_runs_pauses_and_ends);
  g_test_add_func ("/countdown/other-lengths", test_other_lengths);
  g_test_add_func ("/countdown/parse-and-format", test_parse_and_format);

  return g_test_run ();
}
