/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pay-plan.h"

#include <glib/gi18n.h>

/* The arithmetic of pay plans. Pay is carried exactly, in billionths of a minor unit: an amount times a rate, at most
 * 10^14 times 10^10, well inside 128 bits. */
#define BILLION ((AccordWide) ACCORD_RATE_ONE)

/* Where the band ends, exclusive: where the next begins; the last one goes on beyond any amount. */
static AccordWide
band_end (const AccordPayTier *tiers,
          gsize                n,
          gsize                band)
{
  return band + 1 < n ? (AccordWide) tiers[band + 1].from : (AccordWide) G_MAXINT64;
}

/* What the marginal bands below this one pay when they are full. */
static AccordWide
paid_below (const AccordPayTier *tiers,
            gsize                band)
{
  AccordWide paid = 0;

  for (gsize i = 0; i < band; i++)
    paid += (AccordWide) (tiers[i + 1].from - tiers[i].from) * tiers[i].rate;

  return paid;
}

/* The band that holds these bookings. */
static gsize
band_of (const AccordPayTier *tiers,
         gsize                n,
         gint64               bookings)
{
  gsize band = n - 1;

  while (band > 0 && tiers[band].from > bookings)
    band--;

  return band;
}

/* In billionths of a minor unit, the cap not yet applied. */
static AccordWide
exact_pay (const AccordPayPlan *self,
           gint64               bookings)
{
  gsize n;
  const AccordPayTier *tiers = accord_pay_plan_get_tiers (self, &n);
  gsize band = band_of (tiers, n, bookings);

  if (bookings < accord_pay_plan_get_threshold (self))
    return 0;
  if (accord_pay_plan_get_kind (self) == ACCORD_PAY_KIND_MARGINAL)
    return paid_below (tiers, band) + (AccordWide) (bookings - tiers[band].from) * tiers[band].rate;

  return (AccordWide) bookings * tiers[band].rate;
}

gint64
accord_pay_plan_pay_for (const AccordPayPlan *self,
                         gint64               bookings)
{
  AccordWide pay;
  gint64 cap;

  g_return_val_if_fail (self != NULL, ACCORD_UNKNOWN);

  if (bookings == ACCORD_UNKNOWN)
    return ACCORD_UNKNOWN;
  if (bookings <= 0)
    return 0;

  cap = accord_pay_plan_get_cap (self);
  pay = exact_pay (self, bookings);
  if (cap != ACCORD_UNKNOWN)
    pay = MIN (pay, cap * BILLION);

  return accord_wide_divide_round (pay, BILLION);
}

/* The smallest bookings of this band that pay at least pay, the threshold and the band's beginning reached. FALSE where
 * the band pays nothing more, or ends before. num / den is exact; den is the band's rate or 1. */
static gboolean
solve_band (const AccordPayPlan *self,
            gsize                band,
            gint64               pay,
            AccordExact         *bookings)
{
  gsize n;
  const AccordPayTier *tiers = accord_pay_plan_get_tiers (self, &n);
  gint64 least = MAX (tiers[band].from, accord_pay_plan_get_threshold (self));
  AccordWide end = band_end (tiers, n, band);
  AccordRate rate = tiers[band].rate;
  AccordWide num = pay * BILLION;

  if (least >= end)
    return FALSE;

  if (exact_pay (self, least) >= num)
    {
      *bookings = (AccordExact) { least, 1 };
      return TRUE;
    }
  if (rate == 0)
    return FALSE;

  if (accord_pay_plan_get_kind (self) == ACCORD_PAY_KIND_MARGINAL)
    num += (AccordWide) tiers[band].from * rate - paid_below (tiers, band);
  if (num >= end * rate)
    return FALSE;

  *bookings = (AccordExact) { num, rate };

  return TRUE;
}

/* The most that the plan pays for whole minor units of bookings, rounded down; G_MAXINT64 where there is no end to it.
 * */
static gint64
most_pay (const AccordPayPlan *self)
{
  gsize n;
  const AccordPayTier *tiers = accord_pay_plan_get_tiers (self, &n);
  gint64 cap = accord_pay_plan_get_cap (self);
  AccordWide most = 0;

  if (tiers[n - 1].rate > 0)
    return cap != ACCORD_UNKNOWN ? cap : G_MAXINT64;

  for (gsize band = 0; band + 1 < n; band++)
    {
      most = MAX (most, exact_pay (self, tiers[band + 1].from - 1));
      most = MAX (most, exact_pay (self, tiers[band + 1].from));
    }
  most = MAX (most, exact_pay (self, MAX (tiers[n - 1].from, accord_pay_plan_get_threshold (self))));
  most /= BILLION;

  return (gint64) (cap != ACCORD_UNKNOWN ? MIN (most, cap) : most);
}

static gboolean
fail_impossible (const AccordPayPlan *self,
                 gint64               pay,
                 gint64              *gap,
                 GError             **error)
{
  gint64 most = most_pay (self);

  if (gap != NULL)
    *gap = MAX (pay - most, 1);
  g_set_error_literal (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_IMPOSSIBLE,
                       accord_pay_plan_get_cap (self) != ACCORD_UNKNOWN && most == accord_pay_plan_get_cap (self)
                         ? _("The pay plan cannot pay that much: its cap is below it")
                         : _("The pay plan cannot pay that much, whatever the bookings"));

  return FALSE;
}

static gboolean
fail_too_large (GError **error)
{
  g_set_error_literal (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_TOO_LARGE,
                       _("The bookings that would pay this are too large to work with"));

  return FALSE;
}

gboolean
accord_pay_plan_bookings_for (const AccordPayPlan *self,
                              gint64               pay,
                              AccordExact         *bookings,
                              gint64              *gap,
                              GError             **error)
{
  AccordExact found = { 0, 1 };
  gint64 cap;
  gsize n;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (pay >= 0, FALSE);
  g_return_val_if_fail (bookings != NULL, FALSE);

  cap = accord_pay_plan_get_cap (self);
  accord_pay_plan_get_tiers (self, &n);
  if (gap != NULL)
    *gap = 0;

  if (cap != ACCORD_UNKNOWN && pay > cap)
    return fail_impossible (self, pay, gap, error);
  if (pay > 0)
    {
      gsize band = 0;

      /* The bands ascend, so the first that pays enough has the smallest bookings. */
      while (band < n && !solve_band (self, band, pay, &found))
        band++;
      if (band == n && most_pay (self) < G_MAXINT64 && (cap == ACCORD_UNKNOWN || most_pay (self) < cap))
        return fail_impossible (self, pay, gap, error);
      if (band == n || accord_exact_compare (found, (AccordExact) { ACCORD_MONEY_MAX, 1 }) > 0)
        return fail_too_large (error);
    }

  *bookings = found;

  return TRUE;
}
