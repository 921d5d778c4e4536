/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-money.h"

#include <glib/gi18n.h>
#include <limits.h>
#include <locale.h>
#include <string.h>

#include "accord-decimal.h"

static const struct
{
  const char *code;
  const char *symbol;
} symbols[] = {
  { "USD", "$" },   { "EUR", "€" },   { "GBP", "£" },   { "JPY", "¥" },   { "CHF", "CHF" }, { "CAD", "CA$" },
  { "AUD", "A$" },  { "NZD", "NZ$" }, { "INR", "₹" },   { "KRW", "₩" },   { "BRL", "R$" },  { "MXN", "MX$" },
  { "ILS", "₪" },   { "VND", "₫" },   { "PLN", "zł" },  { "CZK", "Kč" },  { "TRY", "₺" },   { "UAH", "₴" },
  { "CNY", "CN¥" }, { "HKD", "HK$" }, { "SGD", "S$" },  { "NGN", "₦" },   { "PHP", "₱" },   { "THB", "฿" },
};

/* ISO 4217: whatever is not two. */
static const struct
{
  int decimals;
  const char *codes;
} minor_units[] = {
  { 0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF" },
  { 3, "BHD IQD JOD KWD LYD OMR TND" },
  { 4, "CLF UYW" },
};

int
accord_currency_get_decimals (const char *code)
{
  g_return_val_if_fail (code != NULL, 2);

  if (accord_currency_is_valid (code))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (minor_units); i++)
        {
          if (strstr (minor_units[i].codes, code) != NULL)
            return minor_units[i].decimals;
        }
    }

  return 2;
}

gboolean
accord_currency_is_valid (const char *code)
{
  return code != NULL && strlen (code) == 3 && strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

const char *
accord_currency_get_symbol (const char *code)
{
  g_return_val_if_fail (code != NULL, "");

  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      if (strcmp (symbols[i].code, code) == 0)
        return symbols[i].symbol;
    }

  return code;
}

gboolean
accord_currency_is_symbol (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      if (strcmp (symbols[i].symbol, word) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The currency in front of the number or behind it, as the locale has its own; a code, and a sign that ends with a
 * letter, keeps a space between. */
static char *
decorate (const char *number,
          const char *currency,
          gboolean    negative)
{
  const struct lconv *conventions = localeconv ();
  const char *sign = negative ? "\u2212" : "";
  const char *symbol;
  gboolean before, apart;

  if (currency == NULL || *currency == '\0')
    return g_strconcat (sign, number, NULL);

  symbol = accord_currency_get_symbol (currency);
  before = conventions->p_cs_precedes == CHAR_MAX || conventions->p_cs_precedes != 0;
  apart = !before || g_unichar_isalpha (g_utf8_get_char (g_utf8_find_prev_char (symbol, symbol + strlen (symbol))))
          || (conventions->p_sep_by_space != CHAR_MAX && conventions->p_sep_by_space != 0);

  return before ? g_strconcat (sign, symbol, apart ? "\u00a0" : "", number, NULL)
                : g_strconcat (sign, number, "\u00a0", symbol, NULL);
}

char *
accord_money_format (gint64      amount,
                     const char *currency,
                     int         decimals)
{
  guint64 power = (guint64) accord_decimal_power (decimals);
  guint64 size = amount < 0 ? -(guint64) amount : (guint64) amount;
  g_autofree char *number = NULL;

  if (amount == ACCORD_UNKNOWN)
    return g_strdup (_("n/a"));

  if (size % power == 0)
    number = accord_decimal_format (size / power, 0);
  else
    number = accord_decimal_format (size, decimals);

  return decorate (number, currency, amount < 0);
}

/* What a short amount counts in. */
static char *
with_scale (const char *number,
            int         thousands)
{
  switch (thousands)
    {
    case 1:
      /* Translators: a short amount in thousands, as in $48k; %s is the number. */
      return g_strdup_printf (C_ ("short amount", "%sk"), number);

    case 2:
      /* Translators: a short amount in millions, as in $1.2M; %s is the number. */
      return g_strdup_printf (C_ ("short amount", "%sM"), number);

    case 3:
      /* Translators: a short amount in thousands of millions, as in $1.2B; %s is the number. */
      return g_strdup_printf (C_ ("short amount", "%sB"), number);

    default:
      return g_strdup (number);
    }
}

char *
accord_money_format_short (gint64      amount,
                           const char *currency,
                           int         decimals)
{
  gint64 unit = accord_decimal_power (decimals);
  guint64 size = amount < 0 ? -(guint64) amount : (guint64) amount;
  gint64 tenths, hundredths;
  int thousands = 0;
  g_autofree char *number = NULL;
  g_autofree char *scaled = NULL;

  if (amount == ACCORD_UNKNOWN)
    return g_strdup (_("n/a"));

  tenths = accord_wide_divide_round ((AccordWide) size * 10, unit);
  /* The step up comes with the rounding: 999,960 is 1M, not 1000k. */
  while (thousands < 3 && accord_wide_divide_round (tenths, 10) >= 1000)
    {
      thousands++;
      unit *= 1000;
      tenths = accord_wide_divide_round ((AccordWide) size * 10, unit);
    }

  /* Three digits say enough, and a tile has no room for cents. Fewer would show 1.53M as 1.5M, and a target as reached. */
  hundredths = accord_wide_divide_round ((AccordWide) size * 100, unit);
  if (thousands == 0 || tenths >= 1000 || hundredths % 100 == 0 || (hundredths >= 1000 && tenths % 10 == 0))
    number = accord_decimal_format ((guint64) accord_wide_divide_round (size, unit), 0);
  else if (hundredths >= 1000 || hundredths % 10 == 0)
    number = accord_decimal_format ((guint64) tenths, 1);
  else
    number = accord_decimal_format ((guint64) hundredths, 2);
  scaled = with_scale (number, thousands);

  return decorate (scaled, currency, amount < 0);
}

char *
accord_money_to_text (gint64 amount,
                      int    decimals)
{
  guint64 power = (guint64) accord_decimal_power (decimals);
  guint64 size = amount < 0 ? -(guint64) amount : (guint64) amount;
  const char *sign = amount < 0 ? "-" : "";

  if (amount == ACCORD_UNKNOWN)
    return g_strdup ("");
  if (size % power == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, size / power);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, size / power, decimals, size % power);
}
