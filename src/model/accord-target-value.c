/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-query.h"

#include "accord-metric-words.h"
#include "accord-money.h"
#include "accord-rate.h"

#include <glib/gi18n.h>

#include <string.h>

/* Counts, days and ratios are read with so many decimals. */
#define PLACES 2
#define PLACE_VALUE (ACCORD_RATE_ONE / 100)

/* Signs that may stand behind a ratio. */
static void
strip_times (char *text)
{
  static const char *const signs[] = { "×", "x", "X" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_suffix (text, signs[i]))
      text[strlen (text) - strlen (signs[i])] = '\0';
  g_strchomp (text);
}

static gboolean
parse_one (AccordUnit  unit,
           const char *text,
           int         decimals,
           gint64     *value,
           GError    **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gint64 hundredths;

  switch (unit)
    {
    case ACCORD_UNIT_MONEY:
      return accord_money_parse (stripped, decimals, value, error);

    case ACCORD_UNIT_PERCENT:
      return accord_rate_parse_percent (stripped, value, error);

    case ACCORD_UNIT_RATIO:
      strip_times (stripped);
      break;

    case ACCORD_UNIT_COUNT:
    case ACCORD_UNIT_DAYS:
    default:
      break;
    }

  if (!accord_money_parse (stripped, PLACES, &hundredths, error))
    return FALSE;
  if (hundredths > ACCORD_RATE_MAX / PLACE_VALUE)
    {
      g_set_error_literal (error, ACCORD_NUMBER_ERROR, ACCORD_NUMBER_ERROR_TOO_LARGE, _("This number is too large"));
      return FALSE;
    }
  *value = hundredths * PLACE_VALUE;

  return TRUE;
}

gboolean
accord_metric_value_parse (AccordMetric *metric,
                           const char   *text,
                           int           decimals,
                           gint64       *value,
                           GError      **error)
{
  g_return_val_if_fail (ACCORD_IS_METRIC (metric), FALSE);
  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  return parse_one (accord_metric_get_unit (metric), text, decimals, value, error);
}

gboolean
accord_target_value_parse (AccordMetric *metric,
                           const char   *text,
                           int           decimals,
                           gint64       *value,
                           gint64       *upper,
                           GError      **error)
{
  const AccordUnit unit = accord_metric_get_unit (metric);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) dashes = g_string_new (text);
  gint64 low, high;

  g_return_val_if_fail (ACCORD_IS_METRIC (metric), FALSE);
  g_return_val_if_fail (text != NULL && value != NULL && upper != NULL, FALSE);

  if (accord_metric_get_direction (metric) != ACCORD_DIRECTION_WITHIN)
    {
      if (!parse_one (unit, text, decimals, &low, error))
        return FALSE;
      *value = low;
      *upper = ACCORD_UNKNOWN;
      return TRUE;
    }

  /* Nothing is below 0 here: a hyphen is a dash. */
  g_string_replace (dashes, "–", "-", 0);
  g_string_replace (dashes, "—", "-", 0);
  parts = g_strsplit (dashes->str, "-", -1);
  if (g_strv_length (parts) != 2)
    {
      g_set_error_literal (error, ACCORD_NUMBER_ERROR, ACCORD_NUMBER_ERROR_NOT_A_NUMBER,
                           /* Translators: how the range that a metric has to stay within is typed. */
                           _("Type a range with a dash between its ends, such as 3–4"));
      return FALSE;
    }
  if (!parse_one (unit, parts[0], decimals, &low, error) || !parse_one (unit, parts[1], decimals, &high, error))
    return FALSE;
  if (high < low)
    {
      g_set_error_literal (error, ACCORD_NUMBER_ERROR, ACCORD_NUMBER_ERROR_TOO_LARGE,
                           _("The range begins above its end"));
      return FALSE;
    }
  *value = low;
  *upper = high;

  return TRUE;
}

char *
accord_target_value_format (AccordMetric *metric,
                            gint64        value,
                            gint64        upper,
                            const char   *currency,
                            int           decimals)
{
  g_return_val_if_fail (ACCORD_IS_METRIC (metric), NULL);

  return value == ACCORD_UNKNOWN ? g_strdup ("")
                                 : accord_unit_format (accord_metric_get_unit (metric), value, upper, currency, decimals);
}

static char *
one_to_text (AccordUnit unit,
             gint64     value,
             int        decimals)
{
  if (unit == ACCORD_UNIT_MONEY)
    return accord_money_to_text (value, decimals);

  return accord_rate_to_text (unit == ACCORD_UNIT_PERCENT ? value * 100 : value);
}

char *
accord_target_value_to_text (AccordMetric *metric,
                             gint64        value,
                             gint64        upper,
                             int           decimals)
{
  const AccordUnit unit = accord_metric_get_unit (metric);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (ACCORD_IS_METRIC (metric), NULL);

  if (value == ACCORD_UNKNOWN)
    return g_strdup ("");

  low = one_to_text (unit, value, decimals);
  if (upper == ACCORD_UNKNOWN)
    return g_steal_pointer (&low);
  high = one_to_text (unit, upper, decimals);

  return g_strdup_printf ("%s–%s", low, high);
}
