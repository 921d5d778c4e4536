/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-forecast-words.h"

#include "accord-exact.h"
#include "accord-money.h"

static char *
dup_with_plus (char    *text,
               gboolean plus)
{
  char *signed_text;

  if (!plus)
    return text;
  signed_text = g_strconcat ("+", text, NULL);
  g_free (text);

  return signed_text;
}

char *
accord_forecast_computed_to_words (gint64      amount,
                                   gboolean    with_sign,
                                   const char *currency,
                                   int         decimals)
{
  gint64 unit = 1;

  for (int i = 0; i < decimals; i++)
    unit *= 10;
  if (amount != ACCORD_UNKNOWN)
    amount = accord_wide_divide_round (amount, unit) * unit;

  return dup_with_plus (accord_money_format (amount, currency, decimals), with_sign && amount > 0);
}

char *
accord_forecast_bias_to_words (AccordRate bias)
{
  return dup_with_plus (accord_rate_format_percent (bias), bias > 0);
}
