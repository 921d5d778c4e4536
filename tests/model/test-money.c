/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "accord-money.h"

typedef struct
{
  const char *text;
  int decimals;
  gint64 amount;
  int fault;
} Case;

#define OK -1
#define EMPTY ACCORD_NUMBER_ERROR_EMPTY
#define NOT_A_NUMBER ACCORD_NUMBER_ERROR_NOT_A_NUMBER
#define NEGATIVE ACCORD_NUMBER_ERROR_NEGATIVE
#define TOO_LARGE ACCORD_NUMBER_ERROR_TOO_LARGE
#define TOO_MANY ACCORD_NUMBER_ERROR_TOO_MANY_DECIMALS
#define AMBIGUOUS ACCORD_NUMBER_ERROR_AMBIGUOUS

typedef gboolean (*Parser) (const char *text, int decimals, gint64 *amount, GError **error);

static void
check_cases (Parser      parse,
             const Case *cases,
             gsize       n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 amount = -77;
      gboolean read = parse (cases[i].text, cases[i].decimals, &amount, &error);

      g_test_message ("“%s”: %s", cases[i].text, error != NULL ? error->message : "read");
      if (cases[i].fault == OK)
        {
          g_assert_no_error (error);
          g_assert_true (read);
          g_assert_cmpint (amount, ==, cases[i].amount);
        }
      else
        {
          g_assert_error (error, ACCORD_NUMBER_ERROR, cases[i].fault);
          g_assert_false (read);
          g_assert_cmpint (amount, ==, -77);
        }
    }
}

/* In the C locale, whose decimal point is the point. */
static const Case typed[] = {
  { "1200000", 2, 120000000, OK },
  { "1,200,000", 2, 120000000, OK },
  { "1.200.000,50", 2, 120000050, OK },
  { "1,200,000.5", 2, 120000050, OK },
  { "1 200 000", 2, 120000000, OK },
  { "1\302\240200\302\240000,50", 2, 120000050, OK },
  { "1\342\200\257200", 2, 120000, OK },
  { "1'200'000.50", 2, 120000050, OK },
  { "1’200", 2, 120000, OK },
  { "12,00,000", 2, 120000000, OK },
  { "  48k ", 2, 4800000, OK },
  { "48 K", 2, 4800000, OK },
  { "1.2m", 2, 120000000, OK },
  { "1,2 Mio", 2, 120000000, OK },
  { "1.234m", 2, 123400000, OK },
  { "1.2bn", 0, 1200000000, OK },
  { "1.23456k", 2, 123456, OK },
  { "$1,200", 2, 120000, OK },
  { "$ 48k", 2, 4800000, OK },
  { "€1.200.000", 2, 120000000, OK },
  { "1200,50 €", 2, 120050, OK },
  { "48k€", 2, 4800000, OK },
  { "1200 USD", 2, 120000, OK },
  { "usd 1200", 2, 120000, OK },
  { "CHF 1'200.-", 2, 0, NOT_A_NUMBER },
  { "CA$5", 2, 500, OK },
  { "1200 zł", 2, 120000, OK },
  { "+5", 2, 500, OK },
  { ".5", 2, 50, OK },
  { "5.", 2, 500, OK },
  { "0.5", 2, 50, OK },
  { "0.500", 2, 50, OK },
  { "12.5000", 2, 1250, OK },
  { "12,50", 2, 1250, OK },
  { "0", 2, 0, OK },
  { "007", 2, 700, OK },
  { "1.234", 3, 1234, OK },
  { "1,234", 3, 1234000, OK },
  { "1,200", 0, 1200, OK },
  { "999,999,999,999.99", 2, ACCORD_MONEY_MAX, OK },

  { "1.234", 2, 0, AMBIGUOUS },
  { "1.200", 0, 0, AMBIGUOUS },
  { "1.200,500", 2, 0, AMBIGUOUS },
  { "1 200.500", 2, 0, AMBIGUOUS },
  { "1,000,000,000,000", 2, 0, TOO_LARGE },
  { "1000000000000", 2, 0, TOO_LARGE },
  { "99999999999999999999999999999999999999999999999999", 2, 0, TOO_LARGE },
  { "999999999bn", 2, 0, TOO_LARGE },
  { "12.345", 0, 0, AMBIGUOUS },
  { "12.3456", 2, 0, TOO_MANY },
  { "0.005", 2, 0, TOO_MANY },
  { "0.5", 0, 0, TOO_MANY },
  { "1.2345678k", 2, 0, TOO_MANY },
  { "", 2, 0, EMPTY },
  { " \t ", 2, 0, EMPTY },
  { "-5", 2, 0, NEGATIVE },
  { "−5", 2, 0, NEGATIVE },
  { "-$1,200", 2, 0, NEGATIVE },
  { "$-5", 2, 0, NEGATIVE },
  { "(500)", 2, 0, NEGATIVE },
  { "-.5", 2, 0, NEGATIVE },
  { "abc", 2, 0, NOT_A_NUMBER },
  { "12x", 2, 0, NOT_A_NUMBER },
  { "12 abc", 2, 0, NOT_A_NUMBER },
  { "NaN", 2, 0, NOT_A_NUMBER },
  { "inf", 2, 0, NOT_A_NUMBER },
  { "1e5", 2, 0, NOT_A_NUMBER },
  { "0x10", 2, 0, NOT_A_NUMBER },
  { "5%", 2, 0, NOT_A_NUMBER },
  { "5-6", 2, 0, NOT_A_NUMBER },
  { "1,2,3", 2, 0, NOT_A_NUMBER },
  { "12 34", 2, 0, NOT_A_NUMBER },
  { "1,,200", 2, 0, NOT_A_NUMBER },
  { "1.200.50", 2, 0, NOT_A_NUMBER },
  { "1,200.000,5", 2, 0, NOT_A_NUMBER },
  { "1 200,000.50", 2, 0, NOT_A_NUMBER },
  { ",", 2, 0, NOT_A_NUMBER },
  { "$", 2, 0, NOT_A_NUMBER },
  { "$$5", 2, 0, NOT_A_NUMBER },
  { "5 USD EUR", 2, 0, NOT_A_NUMBER },
  { "5kk", 2, 0, NOT_A_NUMBER },
  { "k5", 2, 0, NOT_A_NUMBER },
  { "\377\376 5", 2, 0, NOT_A_NUMBER },
};

static void
test_parse (void)
{
  check_cases (accord_money_parse, typed, G_N_ELEMENTS (typed));
}

static void
test_parse_plain (void)
{
  static const Case cases[] = {
    { "1200.5", 2, 120050, OK },
    { "0.005", 2, 0, OK },
    { "0.015", 2, 2, OK },
    { "0.0050001", 2, 1, OK },
    { "2.5", 0, 2, OK },
    { "3.5", 0, 4, OK },
    { " 7 ", 2, 700, OK },
    { "999999999999.994", 2, ACCORD_MONEY_MAX, OK },
    { "999999999999.995", 2, 0, TOO_LARGE },
    { "1,200", 2, 0, NOT_A_NUMBER },
    { "1e5", 2, 0, NOT_A_NUMBER },
    { "NaN", 2, 0, NOT_A_NUMBER },
    { "$5", 2, 0, NOT_A_NUMBER },
    { "--5", 2, 0, NOT_A_NUMBER },
    { "", 2, 0, EMPTY },
    { "-5", 2, 0, NEGATIVE },
    { "-99999999999999999999999", 2, 0, NEGATIVE },
    { "99999999999999999999999", 2, 0, TOO_LARGE },
  };
  static const Case signs[] = {
    { "-5.25", 2, -525, OK },
    { "5.25", 2, 525, OK },
    { "-0.005", 2, 0, OK },
    { "-99999999999999999999999", 2, 0, TOO_LARGE },
    { "-", 2, 0, NOT_A_NUMBER },
  };

  check_cases (accord_money_parse_plain, cases, G_N_ELEMENTS (cases));
  check_cases (accord_money_parse_signed, signs, G_N_ELEMENTS (signs));
}

static void
assert_owned (char       *text,
              const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_format (void)
{
  assert_owned (accord_money_format (120000000, "USD", 2), "$1,200,000");
  assert_owned (accord_money_format (120000050, "USD", 2), "$1,200,000.50");
  assert_owned (accord_money_format (-120000, "USD", 2), "−$1,200");
  assert_owned (accord_money_format (5, "EUR", 2), "€0.05");
  assert_owned (accord_money_format (0, "GBP", 2), "£0");
  assert_owned (accord_money_format (1200, "JPY", 0), "¥1,200");
  assert_owned (accord_money_format (12500, "KWD", 3), "KWD\302\24012.500");
  assert_owned (accord_money_format (99900, "CHF", 2), "CHF\302\240999");
  assert_owned (accord_money_format (99900, NULL, 2), "999");
  assert_owned (accord_money_format (ACCORD_UNKNOWN, "USD", 2), "n/a");
  assert_owned (accord_money_format (G_MAXINT64, NULL, 0), "9,223,372,036,854,775,807");
}

static void
test_format_short (void)
{
  assert_owned (accord_money_format_short (120000000, "USD", 2), "$1.2M");
  assert_owned (accord_money_format_short (4800000, "USD", 2), "$48k");
  assert_owned (accord_money_format_short (95000, "USD", 2), "$950");
  assert_owned (accord_money_format_short (123456700, "USD", 2), "$1.23M");
  assert_owned (accord_money_format_short (153000000, "USD", 2), "$1.53M");
  assert_owned (accord_money_format_short (999600000, "USD", 2), "$10M");
  assert_owned (accord_money_format_short (1001000000, "USD", 2), "$10M");
  assert_owned (accord_money_format_short (1234000000, "USD", 2), "$12.3M");
  assert_owned (accord_money_format_short (99996000, "USD", 2), "$1M");
  assert_owned (accord_money_format_short (99940000, "USD", 2), "$999k");
  assert_owned (accord_money_format_short (99960, "USD", 2), "$1k");
  assert_owned (accord_money_format_short (12345600, "USD", 2), "$123k");
  assert_owned (accord_money_format_short (250000000000, "EUR", 2), "€2.5B");
  assert_owned (accord_money_format_short (-120000000, "USD", 2), "−$1.2M");
  assert_owned (accord_money_format_short (0, "USD", 2), "$0");
  assert_owned (accord_money_format_short (ACCORD_UNKNOWN, "USD", 2), "n/a");
}

static void
test_to_text (void)
{
  assert_owned (accord_money_to_text (120000050, 2), "1200000.50");
  assert_owned (accord_money_to_text (120000000, 2), "1200000");
  assert_owned (accord_money_to_text (-5, 2), "-0.05");
  assert_owned (accord_money_to_text (12500, 3), "12.500");
  assert_owned (accord_money_to_text (0, 0), "0");
  assert_owned (accord_money_to_text (ACCORD_UNKNOWN, 2), "");
}

static void
test_currency (void)
{
  g_assert_cmpint (accord_currency_get_decimals ("USD"), ==, 2);
  g_assert_cmpint (accord_currency_get_decimals ("JPY"), ==, 0);
  g_assert_cmpint (accord_currency_get_decimals ("KWD"), ==, 3);
  g_assert_cmpint (accord_currency_get_decimals ("ZZZ"), ==, 2);
  g_assert_cmpint (accord_currency_get_decimals ("D J"), ==, 2);
  g_assert_true (accord_currency_is_valid ("EUR"));
  g_assert_false (accord_currency_is_valid ("eur"));
  g_assert_false (accord_currency_is_valid ("EURO"));
  g_assert_false (accord_currency_is_valid ("E1R"));
  g_assert_false (accord_currency_is_valid (""));
  g_assert_false (accord_currency_is_valid (NULL));
}

static gint64
random_amount (void)
{
  gint64 amount = (gint64) (g_test_rand_double () * (double) ACCORD_MONEY_MAX);

  return amount >> g_test_rand_int_range (0, 46);
}

/* Whatever is shown can be typed back, and whatever is written can be read. */
static void
check_round_trips (void)
{
  static const struct
  {
    const char *code;
    int decimals;
  } currencies[] = { { "USD", 2 }, { "EUR", 2 }, { "JPY", 0 }, { "KWD", 3 }, { "CHF", 2 }, { "PLN", 2 }, { NULL, 2 } };

  for (int i = 0; i < 20000; i++)
    {
      gint64 amount = random_amount ();
      gsize c = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (currencies));
      g_autofree char *shown = accord_money_format (amount, currencies[c].code, currencies[c].decimals);
      g_autofree char *written = accord_money_to_text (amount, currencies[c].decimals);
      g_autoptr (GError) error = NULL;
      gint64 again = -1, plain = -1;

      accord_money_parse (shown, currencies[c].decimals, &again, &error);
      g_assert_no_error (error);
      g_assert_cmpint (again, ==, amount);
      g_assert_true (accord_money_parse_plain (written, currencies[c].decimals, &plain, NULL));
      g_assert_cmpint (plain, ==, amount);
    }
}

static void
test_round_trip (void)
{
  check_round_trips ();
}

/* Nothing that a person can type upsets the reader. */
static void
test_noise (void)
{
  static const char letters[] = "0123456789,.' kmb$-+()%eE\302\240\342\202\254USD";

  for (int i = 0; i < 50000; i++)
    {
      char text[16] = "";
      int length = g_test_rand_int_range (0, 15);
      gint64 amount = -1;

      for (int c = 0; c < length; c++)
        text[c] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      if (accord_money_parse (text, g_test_rand_int_range (0, 4), &amount, NULL))
        {
          g_assert_cmpint (amount, >=, 0);
          g_assert_cmpint (amount, <=, ACCORD_MONEY_MAX);
        }
    }
}

static void
test_german (void)
{
  static const Case cases[] = {
    { "1.200", 2, 120000, OK },       { "1.200,50", 2, 120050, OK },    { "12,5", 2, 1250, OK },
    { "12.5", 2, 1250, OK },          { "1,234", 2, 0, AMBIGUOUS },     { "1,234", 3, 1234, OK },
    { "1,2m", 2, 120000000, OK },     { "1.200.000", 2, 120000000, OK },
  };

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }
  assert_owned (accord_money_format (120000050, "EUR", 2), "1.200.000,50\302\240€");
  check_cases (accord_money_parse, cases, G_N_ELEMENTS (cases));
  check_round_trips ();
  setlocale (LC_ALL, "C");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C");
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-plain", test_parse_plain);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/format-short", test_format_short);
  g_test_add_func ("/money/to-text", test_to_text);
  g_test_add_func ("/money/currency", test_currency);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/noise", test_noise);
  g_test_add_func ("/money/german", test_german);

  return g_test_run ();
}
