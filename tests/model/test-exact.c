/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-exact.h"
#include "accord-rate.h"

#define BILLION ACCORD_RATE_ONE

static void
test_round (void)
{
  static const struct
  {
    gint64 num, den, rounded, ceiling;
  } cases[] = {
    { 5, 2, 2, 3 },  { 7, 2, 4, 4 },   { -5, 2, -2, -2 }, { -7, 2, -4, -3 }, { 1, 3, 0, 1 },
    { 2, 3, 1, 1 },  { -2, 3, -1, 0 }, { 6, 3, 2, 2 },    { 0, 7, 0, 0 },    { 1, 2, 0, 1 },
    { 3, 2, 2, 2 },  { -1, 2, 0, 0 },  { -3, 2, -2, -1 }, { G_MAXINT64, 1, G_MAXINT64, G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordExact value = accord_exact_new (cases[i].num, cases[i].den);

      g_assert_cmpint (accord_exact_round (value), ==, cases[i].rounded);
      g_assert_cmpint (accord_exact_ceil (value), ==, cases[i].ceiling);
      g_assert_cmpint (accord_wide_divide_round (-(AccordWide) cases[i].num, -cases[i].den), ==, cases[i].rounded);
    }

  g_assert_cmpint (accord_exact_round (accord_exact_new (1, 0)), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_exact_round (accord_exact_new (ACCORD_UNKNOWN, 1)), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_exact_ceil (accord_exact_unknown ()), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_wide_divide_round ((AccordWide) G_MAXINT64 * 3, 2), ==, ACCORD_UNKNOWN);
}

static void
test_to_rate (void)
{
  const AccordWide large = (AccordWide) G_MAXINT64 * 1000000000;

  g_assert_cmpint (accord_wide_divide_to_rate (1, 3), ==, 333333333);
  g_assert_cmpint (accord_wide_divide_to_rate (2, 3), ==, 666666667);
  g_assert_cmpint (accord_wide_divide_to_rate (-1, 3), ==, -333333333);
  g_assert_cmpint (accord_wide_divide_to_rate (-2, 3), ==, -666666667);
  /* Half of a billionth: to even. */
  g_assert_cmpint (accord_wide_divide_to_rate (1, 2 * (AccordWide) BILLION), ==, 0);
  g_assert_cmpint (accord_wide_divide_to_rate (3, 2 * (AccordWide) BILLION), ==, 2);
  /* A product that could not be taken times a billion. */
  g_assert_cmpint (accord_wide_divide_to_rate (large * 3, large * 4), ==, 750000000);
  g_assert_cmpint (accord_wide_divide_to_rate (large, 1), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_wide_divide_to_rate ((AccordWide) G_MAXINT64, 1), ==, ACCORD_UNKNOWN);
}

static void
test_compare (void)
{
  AccordExact third = accord_exact_new (1, 3);

  g_assert_cmpint (accord_exact_compare (third, accord_exact_new (2, 6)), ==, 0);
  g_assert_cmpint (accord_exact_compare (third, accord_exact_new (333333333, BILLION)), >, 0);
  g_assert_cmpint (accord_exact_compare (accord_exact_new (-1, 3), third), <, 0);
  g_assert_cmpint (accord_exact_compare (accord_exact_new (G_MAXINT64, 1), accord_exact_new (G_MAXINT64 - 1, 1)), >, 0);
}

static void
test_rate_parse (void)
{
  static const struct
  {
    const char *text;
    AccordRate rate;
    int fault;
  } cases[] = {
    { "0.05", 50000000, -1 },
    { " 0.05 ", 50000000, -1 },
    { "5 %", 50000000, -1 },
    { "5%", 50000000, -1 },
    { "22.5\302\240%", 225000000, -1 },
    { "0", 0, -1 },
    { "1", BILLION, -1 },
    { ".5", 500000000, -1 },
    { "+0.5", 500000000, -1 },
    { "0.123456789", 123456789, -1 },
    { "0.1234567885", 123456788, -1 },
    { "0.1234567895", 123456790, -1 },
    { "0.12345678850001", 123456789, -1 },
    { "1000000", ACCORD_RATE_MAX, -1 },
    { "1000000.0000000001", ACCORD_RATE_MAX, -1 },
    { "100000000 %", ACCORD_RATE_MAX, -1 },
    { "1000000.000000001", 0, ACCORD_NUMBER_ERROR_TOO_LARGE },
    { "1000001", 0, ACCORD_NUMBER_ERROR_TOO_LARGE },
    { "99999999999999999999999999999999999999999999999", 0, ACCORD_NUMBER_ERROR_TOO_LARGE },
    { "-0.05", 0, ACCORD_NUMBER_ERROR_NEGATIVE },
    { "-5 %", 0, ACCORD_NUMBER_ERROR_NEGATIVE },
    { "", 0, ACCORD_NUMBER_ERROR_EMPTY },
    { "  ", 0, ACCORD_NUMBER_ERROR_EMPTY },
    { "%", 0, ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { "NaN", 0, ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { "inf", 0, ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { "1e-2", 0, ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { "0x1", 0, ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { "0,05", 0, ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { "0.0.5", 0, ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { ".", 0, ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { "- 5", 0, ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
    { "five", 0, ACCORD_NUMBER_ERROR_NOT_A_NUMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      AccordRate rate = -7;
      gboolean read = accord_rate_parse (cases[i].text, &rate, &error);

      g_test_message ("%s", cases[i].text);
      if (cases[i].fault < 0)
        {
          g_assert_no_error (error);
          g_assert_true (read);
          g_assert_cmpint (rate, ==, cases[i].rate);
        }
      else
        {
          g_assert_error (error, ACCORD_NUMBER_ERROR, cases[i].fault);
          g_assert_false (read);
          g_assert_cmpint (rate, ==, -7);
        }
    }
}

static void
test_rate_parse_percent (void)
{
  static const char *const same[] = { "22.5", "22,5", "22.5 %", "22,5%", " 22.50 % " };
  AccordRate rate;

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_true (accord_rate_parse_percent (same[i], &rate, NULL));
      g_assert_cmpint (rate, ==, 225000000);
    }
  g_assert_false (accord_rate_parse_percent ("1,000.5", &rate, NULL));
  g_assert_false (accord_rate_parse_percent ("", &rate, NULL));
}

static void
assert_owned (char       *text,
              const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_rate_text (void)
{
  assert_owned (accord_rate_to_text (50000000), "0.05");
  assert_owned (accord_rate_to_text (BILLION), "1");
  assert_owned (accord_rate_to_text (0), "0");
  assert_owned (accord_rate_to_text (-500000000), "-0.5");
  assert_owned (accord_rate_to_text (123456789), "0.123456789");
  assert_owned (accord_rate_to_text (ACCORD_UNKNOWN), "");

  assert_owned (accord_rate_format_percent (225000000), "22.5\302\240%");
  assert_owned (accord_rate_format_percent (960000000), "96\302\240%");
  assert_owned (accord_rate_format_percent (959500000), "96\302\240%");
  assert_owned (accord_rate_format_percent (923076923), "92.3\302\240%");
  assert_owned (accord_rate_format_percent (-50000000), "−5\302\240%");
  assert_owned (accord_rate_format_percent (ACCORD_UNKNOWN), "n/a");
  assert_owned (accord_rate_format_number (3 * BILLION, 1), "3.0");
  assert_owned (accord_rate_format_number (4545454545, 2), "4.55");
  assert_owned (accord_rate_format_number (1234 * BILLION, 0), "1,234");
  assert_owned (accord_rate_format_number (ACCORD_UNKNOWN, 1), "n/a");
}

static void
test_rate_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      AccordRate rate = (AccordRate) (g_test_rand_double () * (double) ACCORD_RATE_MAX);
      AccordRate again = -1;
      g_autofree char *text = NULL;

      rate >>= g_test_rand_int_range (0, 50);
      text = accord_rate_to_text (rate);
      g_assert_true (accord_rate_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, rate);
    }
}

static void
test_rate_ratio (void)
{
  g_assert_cmpint (accord_rate_from_ratio (1, 3), ==, 333333333);
  g_assert_cmpint (accord_rate_from_ratio (1, 0), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_rate_from_ratio (ACCORD_UNKNOWN, 5), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_rate_from_ratio (5, ACCORD_UNKNOWN), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_rate_of (50000000, 60000000), ==, 3000000);
  g_assert_cmpint (accord_rate_of (500000000, 3), ==, 2);
  g_assert_cmpint (accord_rate_of (500000000, 1), ==, 0);
  g_assert_cmpint (accord_rate_of (ACCORD_UNKNOWN, 1), ==, ACCORD_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exact/round", test_round);
  g_test_add_func ("/exact/to-rate", test_to_rate);
  g_test_add_func ("/exact/compare", test_compare);
  g_test_add_func ("/rate/parse", test_rate_parse);
  g_test_add_func ("/rate/parse-percent", test_rate_parse_percent);
  g_test_add_func ("/rate/text", test_rate_text);
  g_test_add_func ("/rate/round-trip", test_rate_round_trip);
  g_test_add_func ("/rate/ratio", test_rate_ratio);

  return g_test_run ();
}
