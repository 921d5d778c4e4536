/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ramp.h"

#include <glib/gi18n.h>

#include "accord-decimal.h"
#include "accord-record.h"

#define PERCENT_PLACES 7

typedef gboolean (*ParseFunc) (const char *text,
                               AccordRate *rate,
                               GError    **error);

static gboolean
ramp_add (GArray     *ramp,
          const char *part,
          ParseFunc   parse,
          GError    **error)
{
  g_autoptr (GError) fault = NULL;
  AccordRate rate;

  if (ramp->len == ACCORD_RAMP_MAX)
    {
      g_set_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                   /* Translators: of the ramp of a new member; %d is a number of months. */
                   ngettext ("A ramp lasts %d month at most", "A ramp lasts %d months at most", ACCORD_RAMP_MAX),
                   ACCORD_RAMP_MAX);
      return FALSE;
    }
  if (!parse (part, &rate, &fault))
    {
      g_set_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                   /* Translators: %u is the month counted from the first day on the team, %s says what is wrong. */
                   _("Ramp, month %u: %s"), ramp->len + 1, fault->message);
      return FALSE;
    }
  if (rate > ACCORD_RATE_ONE)
    {
      g_set_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_RANGE,
                   _("Ramp, month %u: “%s” is more than 100 %%"), ramp->len + 1, part);
      return FALSE;
    }

  g_array_append_val (ramp, rate);

  return TRUE;
}

GArray *
accord_ramp_parse (const char *text,
                   GError    **error)
{
  g_autoptr (GArray) ramp = g_array_new (FALSE, FALSE, sizeof (AccordRate));
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  /* Nothing at all is no ramp; with a comma in it every part has to be a rate. */
  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (!ramp_add (ramp, parts[i], accord_rate_parse, error))
        return NULL;
    }

  return g_steal_pointer (&ramp);
}

GArray *
accord_ramp_parse_percent (const char *text,
                           GError    **error)
{
  g_autoptr (GArray) ramp = g_array_new (FALSE, FALSE, sizeof (AccordRate));
  g_autoptr (GString) joined = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  /* "25 %" is one month: the blank before a sign goes. */
  joined = g_string_new (text);
  g_string_replace (joined, "\u00a0", " ", 0);
  g_string_replace (joined, "\u202f", " ", 0);
  while (g_string_replace (joined, " %", "%", 0) > 0)
    ;
  parts = g_strsplit_set (joined->str, ",; \t\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !ramp_add (ramp, parts[i], accord_rate_parse_percent, error))
      return NULL;

  return g_steal_pointer (&ramp);
}

char *
accord_ramp_to_text (GArray *ramp)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (ramp != NULL, NULL);

  for (guint i = 0; i < ramp->len; i++)
    {
      g_autofree char *percent = accord_decimal_to_text (g_array_index (ramp, AccordRate, i), PERCENT_PLACES);

      g_string_append_printf (text, "%s%s%%", i > 0 ? "," : "", percent);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
