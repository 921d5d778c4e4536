/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pay-band.h"

#include <glib/gi18n.h>

static gboolean
parse_band (const char    *text,
            int            decimals,
            AccordPayBand *band,
            GError       **error)
{
  g_auto (GStrv) halves = g_strsplit (text, ":", -1);

  if (g_strv_length (halves) != 2)
    {
      g_set_error (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_INVALID,
                   /* Translators: 100000:0.07 is an example of the expected text, to be left as it is. */
                   _("The tier “%s” is not an amount and a rate, as in 100000:0.07"), text);
      return FALSE;
    }

  g_strstrip (halves[0]);
  band->of_quota = g_str_has_suffix (halves[0], "%");
  if (!(band->of_quota ? accord_rate_parse (halves[0], &band->from, error)
                       : accord_money_parse_plain (halves[0], decimals, &band->from, error))
      || !accord_rate_parse (halves[1], &band->rate, error))
    {
      g_prefix_error (error, _("In the tier “%s”: "), text);
      return FALSE;
    }

  return TRUE;
}

AccordPayBand *
accord_pay_bands_parse (const char *text,
                        int         decimals,
                        gsize      *n_bands,
                        GError    **error)
{
  g_auto (GStrv) parts = NULL;
  g_autofree AccordPayBand *bands = NULL;
  gsize n;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (n_bands != NULL, NULL);

  parts = g_strsplit (text, ",", -1);
  n = g_strv_length (parts);
  *n_bands = 0;
  bands = g_new0 (AccordPayBand, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    {
      if (!parse_band (g_strstrip (parts[i]), decimals, &bands[i], error))
        return NULL;
    }
  *n_bands = n;

  return g_steal_pointer (&bands);
}

char *
accord_pay_bands_to_text (const AccordPayBand *bands,
                          gsize                n_bands,
                          int                  decimals)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_bands; i++)
    {
      /* A share is written as what it is of a hundred. */
      g_autofree char *from = bands[i].of_quota ? accord_rate_to_text (bands[i].from * 100)
                                                : accord_money_to_text (bands[i].from, decimals);
      g_autofree char *rate = accord_rate_to_text (bands[i].rate);

      g_string_append_printf (text, "%s%s%s:%s", i > 0 ? "," : "", from, bands[i].of_quota ? "%" : "", rate);
    }

  return g_string_free (text, FALSE);
}

gboolean
accord_pay_bands_resolve (const AccordPayBand *bands,
                          gsize                n_bands,
                          gint64               quota,
                          AccordPayTier       *tiers,
                          GError             **error)
{
  g_return_val_if_fail (bands != NULL || n_bands == 0, FALSE);
  g_return_val_if_fail (tiers != NULL || n_bands == 0, FALSE);

  for (gsize i = 0; i < n_bands; i++)
    {
      tiers[i] = (AccordPayTier) { bands[i].from, bands[i].rate };
      if (!bands[i].of_quota || bands[i].from == 0)
        continue;
      if (quota == ACCORD_UNKNOWN || quota <= 0)
        {
          g_set_error_literal (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_NO_QUOTA,
                               _("A band of the pay plan begins at a share of the quota, and there is no quota yet"));
          return FALSE;
        }
      tiers[i].from = accord_pay_plan_edge_for_quota (bands[i].from, quota);
    }

  return TRUE;
}
