/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-pay-plan.h"

G_BEGIN_DECLS

/**
 * AccordPayBand:
 * @of_quota: whether @from is a share of the quota
 * @from: where the band begins: bookings in minor units, or an AccordRate of the quota
 * @rate: what it pays
 *
 * A band as somebody wrote it down. With a quota it is an AccordPayTier.
 */
typedef struct
{
  gboolean of_quota;
  gint64 from;
  AccordRate rate;
} AccordPayBand;

/* Reads "0:0.05,100000:0.07,110%:0.09": edges in major units or as a share of the quota. NULL and
 * ACCORD_PAY_PLAN_ERROR_INVALID, or the number's own error, where that makes no sense; whether the edges ascend is for
 * accord_pay_bands_resolve(). (transfer full) */
AccordPayBand *accord_pay_bands_parse (const char *text,
                                       int         decimals,
                                       gsize      *n_bands,
                                       GError    **error);

/* The same text again. (transfer full) */
char *accord_pay_bands_to_text (const AccordPayBand *bands,
                                gsize                n_bands,
                                int                  decimals);

/* The bands as tiers in money, for accord_pay_plan_new(). FALSE with ACCORD_PAY_PLAN_ERROR_NO_QUOTA where an edge is a
 * share of a quota that is unknown or 0. tiers has room for n_bands. */
gboolean accord_pay_bands_resolve (const AccordPayBand *bands,
                                   gsize                n_bands,
                                   gint64               quota,
                                   AccordPayTier       *tiers,
                                   GError             **error);

G_END_DECLS
