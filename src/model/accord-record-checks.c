/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-record-checks.h"

#include "accord-money.h"
#include "accord-rate.h"

#include <glib/gi18n.h>

gboolean
accord_record_require (const char *text,
                       const char *message,
                       GError    **error)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return TRUE;
    }

  g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_MISSING, message);

  return FALSE;
}

gboolean
accord_record_require_range (gint64      value,
                             gint64      lowest,
                             gint64      highest,
                             const char *message,
                             GError    **error)
{
  if (value >= lowest && value <= highest)
    return TRUE;

  g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE, message);

  return FALSE;
}

gboolean
accord_record_require_amount (gint64   amount,
                              GError **error)
{
  return amount == ACCORD_UNKNOWN
         || accord_record_require_range (amount, 0, ACCORD_MONEY_MAX,
                                         _("An amount is zero or more, and below a trillion"), error);
}

gboolean
accord_record_require_share (gint64   share,
                             GError **error)
{
  return share == ACCORD_UNKNOWN
         || accord_record_require_range (share, 0, ACCORD_RATE_ONE, _("A share lies between 0 % and 100 %"), error);
}
