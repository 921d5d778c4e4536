/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-rate.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-decimal.h"

#define RATE_PLACES 9
#define PERCENT_PLACES 7

/* The text without blanks around it and without a percent sign at its end. */
static char *
strip_percent (const char *text,
               gboolean   *percent)
{
  g_autofree char *bare = g_strdup (text);
  gsize length;

  /* A no-break space before the sign is what formatted percentages have. */
  g_strstrip (bare);
  length = strlen (bare);
  *percent = length > 0 && bare[length - 1] == '%';
  if (*percent)
    {
      bare[--length] = '\0';
      while (g_str_has_suffix (bare, "\u00a0") || g_str_has_suffix (bare, "\u202f"))
        *g_utf8_find_prev_char (bare, bare + strlen (bare)) = '\0';
      g_strchomp (bare);
    }

  return g_steal_pointer (&bare);
}

static gboolean
parse (const char *text,
       const char *bare,
       gboolean    percent,
       int         places,
       AccordRate *rate,
       GError    **error)
{
  gint64 value = 0;
  gboolean negative = FALSE;
  int fault = accord_decimal_parse (bare, places, ACCORD_RATE_MAX, &value, &negative);

  if (fault == ACCORD_NUMBER_ERROR_EMPTY && percent)
    fault = ACCORD_NUMBER_ERROR_NOT_A_NUMBER;
  if (fault != ACCORD_DECIMAL_OK)
    {
      accord_decimal_set_error (error, fault, text);
      return FALSE;
    }
  if (negative)
    {
      accord_decimal_set_error (error, ACCORD_NUMBER_ERROR_NEGATIVE, text);
      return FALSE;
    }

  *rate = value;

  return TRUE;
}

gboolean
accord_rate_parse (const char *text,
                   AccordRate *rate,
                   GError    **error)
{
  g_autofree char *bare = NULL;
  gboolean percent;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (rate != NULL, FALSE);

  bare = strip_percent (text, &percent);

  return parse (text, bare, percent, percent ? PERCENT_PLACES : RATE_PLACES, rate, error);
}

gboolean
accord_rate_parse_percent (const char *text,
                           AccordRate *rate,
                           GError    **error)
{
  g_autofree char *bare = NULL;
  gboolean percent;
  char *comma;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (rate != NULL, FALSE);

  /* Nobody groups the digits of a percentage: a comma is a decimal point here. */
  bare = strip_percent (text, &percent);
  comma = strchr (bare, ',');
  if (comma != NULL && strchr (bare, '.') == NULL)
    *comma = '.';

  return parse (text, bare, percent, PERCENT_PLACES, rate, error);
}

char *
accord_rate_format_number (AccordRate rate,
                           int        decimals)
{
  gint64 rounded;
  guint64 size;
  g_autofree char *digits = NULL;

  g_return_val_if_fail (decimals >= 0 && decimals <= RATE_PLACES, NULL);

  if (rate == ACCORD_UNKNOWN)
    /* Translators: not available, shown in place of a number that nobody knows. */
    return g_strdup (_("n/a"));

  rounded = accord_wide_divide_round (rate, accord_decimal_power (RATE_PLACES - decimals));
  size = rounded < 0 ? -(guint64) rounded : (guint64) rounded;
  digits = accord_decimal_format (size, decimals);

  return g_strconcat (rounded < 0 ? "\u2212" : "", digits, NULL);
}

char *
accord_rate_format_percent (AccordRate rate)
{
  gint64 tenths;
  g_autofree char *number = NULL;

  if (rate == ACCORD_UNKNOWN)
    return g_strdup (_("n/a"));

  /* Tenths of a percent are thousandths; a whole percentage needs no ".0". */
  tenths = accord_wide_divide_round (rate, accord_decimal_power (6));
  number = accord_decimal_format (tenths % 10 == 0 ? (guint64) ABS (tenths) / 10 : (guint64) ABS (tenths),
                                  tenths % 10 == 0 ? 0 : 1);

  /* Translators: a percentage; %s is the number. The space is a no-break space. */
  return tenths < 0 ? g_strdup_printf (_("−%s %%"), number) : g_strdup_printf (_("%s %%"), number);
}

char *
accord_rate_to_text (AccordRate rate)
{
  return rate == ACCORD_UNKNOWN ? g_strdup ("") : accord_decimal_to_text (rate, RATE_PLACES);
}

AccordRate
accord_rate_from_ratio (gint64 part,
                        gint64 whole)
{
  if (part == ACCORD_UNKNOWN || whole == ACCORD_UNKNOWN || whole == 0)
    return ACCORD_UNKNOWN;

  return accord_wide_divide_to_rate (part, whole);
}

gint64
accord_rate_of (AccordRate rate,
                gint64     amount)
{
  if (rate == ACCORD_UNKNOWN || amount == ACCORD_UNKNOWN)
    return ACCORD_UNKNOWN;

  return accord_wide_divide_round ((AccordWide) rate * amount, ACCORD_RATE_ONE);
}
