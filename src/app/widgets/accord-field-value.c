/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-field-value.h"

#include "accord-money.h"
#include "accord-rate.h"

#include <glib/gi18n.h>

gboolean
accord_field_value_parse (AccordFieldRowKind kind,
                          const char        *text,
                          int                decimals,
                          gint64             maximum,
                          gint64            *value,
                          GError           **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *value = ACCORD_UNKNOWN;
  if (*stripped == '\0')
    return TRUE;

  switch (kind)
    {
    case ACCORD_FIELD_ROW_MONEY:
      if (!accord_money_parse (stripped, decimals, value, error))
        return FALSE;
      break;

    case ACCORD_FIELD_ROW_PERCENT:
      if (!accord_rate_parse_percent (stripped, value, error))
        return FALSE;
      break;

    case ACCORD_FIELD_ROW_NUMBER:
      /* A comma is as good as a point here: there are no groups in so small a number. */
      if (!accord_rate_parse (g_strdelimit (stripped, ",", '.'), value, error))
        return FALSE;
      break;

    case ACCORD_FIELD_ROW_TEXT:
    case ACCORD_FIELD_ROW_LONG_TEXT:
    default:
      return TRUE;
    }

  if (*value > maximum)
    {
      *value = ACCORD_UNKNOWN;
      if (kind == ACCORD_FIELD_ROW_PERCENT)
        {
          g_autofree char *most = accord_rate_format_percent (maximum);

          /* Translators: %s is a percentage, such as "100 %". */
          g_set_error (error, ACCORD_NUMBER_ERROR, ACCORD_NUMBER_ERROR_TOO_LARGE, _("This can be %s at most"), most);
        }
      else
        g_set_error_literal (error, ACCORD_NUMBER_ERROR, ACCORD_NUMBER_ERROR_TOO_LARGE, _("This number is too large"));
      return FALSE;
    }

  return TRUE;
}

char *
accord_field_value_format (AccordFieldRowKind kind,
                           gint64             value,
                           int                decimals,
                           gboolean           reading)
{
  if (value == ACCORD_UNKNOWN)
    return g_strdup ("");

  switch (kind)
    {
    case ACCORD_FIELD_ROW_MONEY:
      return reading ? accord_money_format (value, NULL, decimals) : accord_money_to_text (value, decimals);

    case ACCORD_FIELD_ROW_PERCENT:
      /* Exact to the last digit: what was typed must not change by being looked at. */
      return accord_rate_to_text (value * 100);

    case ACCORD_FIELD_ROW_NUMBER:
      return accord_rate_to_text (value);

    case ACCORD_FIELD_ROW_TEXT:
    case ACCORD_FIELD_ROW_LONG_TEXT:
    default:
      return g_strdup ("");
    }
}
