/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-decimal.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* Beyond this a further digit cannot make the number acceptable, and it must not overflow. */
#define ENOUGH ((AccordWide) G_MAXINT64 * 1000)

/* Digits after the point, of which the first `places` count and the rest round. */
static AccordWide
read_fraction (const char **cursor,
               AccordWide   whole,
               int          places)
{
  AccordWide value = whole;
  int taken = 0, first_dropped = -1;
  gboolean more = FALSE;

  for (; g_ascii_isdigit (**cursor); (*cursor)++)
    {
      int digit = g_ascii_digit_value (**cursor);

      if (taken < places)
        {
          value = MIN (value * 10 + digit, ENOUGH);
          taken++;
        }
      else if (first_dropped < 0)
        {
          first_dropped = digit;
        }
      else if (digit != 0)
        {
          more = TRUE;
        }
    }
  for (; taken < places; taken++)
    value = MIN (value * 10, ENOUGH);

  if (first_dropped > 5 || (first_dropped == 5 && (more || (value & 1) != 0)))
    value++;

  return value;
}

int
accord_decimal_parse (const char *text,
                      int         places,
                      gint64      max,
                      gint64     *value,
                      gboolean   *negative)
{
  const char *cursor = text;
  AccordWide wide = 0;
  int digits = 0;

  while (g_ascii_isspace (*cursor))
    cursor++;
  if (*cursor == '\0')
    return ACCORD_NUMBER_ERROR_EMPTY;

  *negative = *cursor == '-';
  if (*cursor == '-' || *cursor == '+')
    cursor++;
  for (; g_ascii_isdigit (*cursor); cursor++, digits++)
    wide = MIN (wide * 10 + g_ascii_digit_value (*cursor), ENOUGH);
  if (*cursor == '.')
    {
      const char *point = ++cursor;

      wide = read_fraction (&cursor, wide, places);
      digits += (int) MIN (cursor - point, 1);
    }
  else
    {
      wide = wide >= ENOUGH ? ENOUGH : wide * accord_decimal_power (places);
    }
  while (g_ascii_isspace (*cursor))
    cursor++;

  if (digits == 0 || *cursor != '\0')
    return ACCORD_NUMBER_ERROR_NOT_A_NUMBER;
  if (wide > max)
    return ACCORD_NUMBER_ERROR_TOO_LARGE;
  *value = *negative ? -(gint64) wide : (gint64) wide;

  return ACCORD_DECIMAL_OK;
}

gint64
accord_decimal_power (int places)
{
  gint64 power = 1;

  g_return_val_if_fail (places >= 0 && places <= 9, 1);

  while (places-- > 0)
    power *= 10;

  return power;
}

char *
accord_decimal_to_text (gint64 value,
                        int    places)
{
  guint64 power = (guint64) accord_decimal_power (places);
  guint64 size = value < 0 ? -(guint64) value : (guint64) value;
  GString *text = g_string_new (value < 0 ? "-" : "");

  g_string_append_printf (text, "%" G_GUINT64_FORMAT, size / power);
  if (size % power != 0)
    {
      g_string_append_printf (text, ".%0*" G_GUINT64_FORMAT, places, size % power);
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }

  return g_string_free (text, FALSE);
}

const char *
accord_decimal_get_point (void)
{
  const char *point = localeconv ()->decimal_point;

  return point != NULL && *point != '\0' ? point : ".";
}

const char *
accord_decimal_get_group (void)
{
  const char *group = localeconv ()->thousands_sep;

  if (group != NULL && *group != '\0')
    return group;

  return strcmp (accord_decimal_get_point (), ".") == 0 ? "," : "\u202f";
}

/* The digits of the whole part, grouped as the locale asks: grouping holds the sizes of the groups from the right, the
 * last of which repeats. */
static char *
group_digits (guint64 whole)
{
  const char *grouping = localeconv ()->grouping;
  const char *separator = accord_decimal_get_group ();
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, whole);
  GString *text = g_string_new (digits);
  gssize at = (gssize) text->len;
  int size = 3;

  if (grouping != NULL && *grouping > 0 && *grouping < 10)
    size = *grouping++;
  else
    grouping = "";

  while (at > size)
    {
      at -= size;
      g_string_insert (text, at, separator);
      if (*grouping > 0 && *grouping < 10)
        size = *grouping++;
    }

  return g_string_free (text, FALSE);
}

char *
accord_decimal_format (guint64 magnitude,
                       int     places)
{
  guint64 power = (guint64) accord_decimal_power (places);
  g_autofree char *whole = group_digits (magnitude / power);

  if (places == 0)
    return g_steal_pointer (&whole);

  return g_strdup_printf ("%s%s%0*" G_GUINT64_FORMAT, whole, accord_decimal_get_point (), places, magnitude % power);
}

void
accord_decimal_set_error (GError    **error,
                          int         fault,
                          const char *text)
{
  switch (fault)
    {
    case ACCORD_NUMBER_ERROR_EMPTY:
      g_set_error_literal (error, ACCORD_NUMBER_ERROR, fault, _("A number is missing"));
      break;

    case ACCORD_NUMBER_ERROR_NEGATIVE:
      g_set_error (error, ACCORD_NUMBER_ERROR, fault, _("“%s” is negative: it has to be 0 or more"), text);
      break;

    case ACCORD_NUMBER_ERROR_TOO_LARGE:
      g_set_error (error, ACCORD_NUMBER_ERROR, fault, _("“%s” is too large"), text);
      break;

    case ACCORD_NUMBER_ERROR_TOO_MANY_DECIMALS:
      g_set_error (error, ACCORD_NUMBER_ERROR, fault, _("“%s” has more decimals than the currency"), text);
      break;

    case ACCORD_NUMBER_ERROR_AMBIGUOUS:
      g_set_error (error, ACCORD_NUMBER_ERROR, fault,
                   _("“%s” can be read in two ways: write it without separators, or with all its decimals"), text);
      break;

    case ACCORD_NUMBER_ERROR_NOT_A_NUMBER:
    default:
      g_set_error (error, ACCORD_NUMBER_ERROR, ACCORD_NUMBER_ERROR_NOT_A_NUMBER, _("“%s” is not a number"), text);
      break;
    }
}
