/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-numbers.h"

#include <string.h>

#include "accord-decimal.h"
#include "accord-money.h"

#define PLACES 9
/* So many figures fit into 64 bits whatever they are. */
#define MAX_FIGURES 18
/* What accord_money_parse_with_point() is asked for where the number is not plain. */
#define MONEY_PLACES 4

/* Figures with at most one decimal sign and nothing else, as most numbers are: the figures as one integer. */
static gboolean
read_plain (const char *text,
            char        point,
            guint       max_decimals,
            gint64     *figures,
            guint      *decimals)
{
  gboolean behind = FALSE;
  guint n = 0;

  *figures = 0;
  *decimals = 0;
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == point && !behind)
        {
          behind = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*c) || ++n > MAX_FIGURES || (behind && *decimals == max_decimals))
        return FALSE;
      *figures = *figures * 10 + *c - '0';
      *decimals += behind;
    }

  return n > 0;
}

static gboolean
is_number_letter (gunichar letter)
{
  return letter < 128 && (g_ascii_isdigit ((char) letter) || strchr (",.'+-() \t", (char) letter) != NULL);
}

/* The text without its sign, percent sign and brackets. (transfer full) */
static char *
strip (const char         *text,
       gboolean           *negative,
       AccordImportNumber *number)
{
  g_autofree char *body = g_strstrip (g_strdup (text));
  gsize length = strlen (body);
  char *start = body;

  *negative = FALSE;
  if (length > 0 && body[length - 1] == '%')
    {
      number->percent = TRUE;
      body[--length] = '\0';
      g_strchomp (body);
      length = strlen (body);
    }
  if (length > 2 && body[0] == '(' && body[length - 1] == ')')
    {
      *negative = TRUE;
      body[length - 1] = '\0';
      start = body + 1;
    }
  else if (g_str_has_prefix (body, "\xe2\x88\x92"))
    {
      *negative = TRUE;
      start = body + 3;
    }
  else if (*body == '-')
    {
      *negative = TRUE;
      start = body + 1;
    }
  else if (length > 1 && body[length - 1] == '-')
    {
      *negative = TRUE;
      body[length - 1] = '\0';
    }

  return g_strstrip (g_strdup (start));
}

gboolean
accord_import_read_number (const char         *text,
                           char                point,
                           AccordImportNumber *number,
                           GError            **error)
{
  g_autofree char *body = NULL;
  gboolean negative;
  gint64 figures;
  guint decimals;

  *number = (AccordImportNumber) { 0 };
  body = strip (text, &negative, number);
  if (read_plain (body, point, PLACES, &figures, &decimals))
    {
      number->value = (AccordWide) figures * accord_decimal_power (PLACES - (int) decimals);
    }
  else
    {
      const char *sign = strrchr (body, point);

      if (!accord_money_parse_with_point (body, point, MONEY_PLACES, &figures, error))
        return FALSE;
      number->value = (AccordWide) figures * accord_decimal_power (PLACES - MONEY_PLACES);
      for (const char *c = body; *c != '\0'; c = g_utf8_next_char (c))
        {
          gunichar letter = g_utf8_get_char (c);

          number->currency = number->currency || g_unichar_type (letter) == G_UNICODE_CURRENCY_SYMBOL
                             || (!is_number_letter (letter) && g_unichar_isupper (letter));
        }
      decimals = sign != NULL ? (guint) strspn (sign + 1, "0123456789") : 0;
    }

  number->whole = number->value % ACCORD_RATE_ONE == 0;
  number->decimals = decimals;
  if (number->percent)
    number->value /= 100;
  if (negative)
    number->value = -number->value;

  return TRUE;
}

gboolean
accord_import_read_amount (const char *text,
                           char        point,
                           int         decimals,
                           gint64     *amount,
                           GError    **error)
{
  gint64 figures;
  guint behind;

  if (read_plain (text, point, (guint) decimals, &figures, &behind)
      && figures <= ACCORD_MONEY_MAX / accord_decimal_power (decimals - (int) behind))
    {
      *amount = figures * accord_decimal_power (decimals - (int) behind);
      return TRUE;
    }

  return accord_money_parse_with_point (text, point, decimals, amount, error);
}
