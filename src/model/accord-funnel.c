/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-funnel.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (accord-funnel-error-quark, accord_funnel_error)

static gboolean
check_amount (gint64      amount,
              const char *fault,
              GError    **error)
{
  if (amount == ACCORD_UNKNOWN || (amount >= 0 && amount <= ACCORD_MONEY_MAX))
    return TRUE;

  if (amount < 0)
    g_set_error_literal (error, ACCORD_FUNNEL_ERROR, ACCORD_FUNNEL_ERROR_NEGATIVE, fault);
  else
    g_set_error_literal (error, ACCORD_FUNNEL_ERROR, ACCORD_FUNNEL_ERROR_TOO_LARGE,
                         _("An amount of this plan is too large to work with"));

  return FALSE;
}

static gboolean
check_share (AccordRate  rate,
             const char *fault,
             GError    **error)
{
  if (rate == ACCORD_UNKNOWN || (rate >= 0 && rate <= ACCORD_RATE_ONE))
    return TRUE;

  g_set_error_literal (error, ACCORD_FUNNEL_ERROR, ACCORD_FUNNEL_ERROR_RATE, fault);

  return FALSE;
}

static gboolean
check_input (const AccordFunnelInput *input,
             GError                 **error)
{
  return check_amount (input->income, _("The income goal is negative"), error)
         && check_amount (input->base, _("The base pay is negative"), error)
         && check_amount (input->other_pay, _("The other pay is negative"), error)
         && check_amount (input->average_deal, _("The average deal is negative"), error)
         && check_share (input->win_rate, _("The win rate is not between 0 % and 100 %"), error)
         && check_share (input->meeting_rate,
                         _("The share of meetings that become opportunities is not between 0 % and 100 %"), error)
         && check_share (input->outreach_rate,
                         _("The share of outreach that becomes meetings is not between 0 % and 100 %"), error);
}

/* ceil (count / rate), exact: 70 at 35 % are 200, not 201. */
static gint64
needed_for (gint64     count,
            AccordRate rate,
            gboolean  *too_large)
{
  gint64 needed;

  if (count == ACCORD_UNKNOWN || rate == ACCORD_UNKNOWN || rate <= 0)
    return ACCORD_UNKNOWN;

  needed = accord_wide_divide_ceil ((AccordWide) count * ACCORD_RATE_ONE, rate);
  if (needed == ACCORD_UNKNOWN || needed > ACCORD_MONEY_MAX)
    {
      *too_large = TRUE;
      return ACCORD_UNKNOWN;
    }

  return needed;
}

static AccordRate
per_week (gint64     count,
          AccordRate weeks)
{
  if (count == ACCORD_UNKNOWN || weeks == ACCORD_UNKNOWN || weeks <= 0)
    return ACCORD_UNKNOWN;

  return accord_wide_divide_to_rate ((AccordWide) count * ACCORD_RATE_ONE, weeks);
}

/* What the variable pay needs, beginning with the bookings. */
static gboolean
compute_bookings (const AccordFunnelInput *input,
                  AccordFunnel            *funnel,
                  GError                 **error)
{
  if (input->income == ACCORD_UNKNOWN || input->base == ACCORD_UNKNOWN || input->other_pay == ACCORD_UNKNOWN)
    return TRUE;

  funnel->variable = MAX (0, input->income - input->base - input->other_pay);
  if (input->plan == NULL)
    return TRUE;

  if (!accord_pay_plan_bookings_for (input->plan, funnel->variable, &funnel->bookings_exact, &funnel->gap, error))
    {
      funnel->bookings_exact = accord_exact_unknown ();
      return FALSE;
    }
  funnel->bookings = accord_exact_round (funnel->bookings_exact);

  return TRUE;
}

/* What is booked is taken off before the deals are counted, exactly: part of a deal is none. */
static void
compute_deals (const AccordFunnelInput *input,
               AccordFunnel            *funnel)
{
  AccordExact left = funnel->bookings_exact;

  if (accord_exact_is_unknown (left))
    return;

  if (input->booked > 0)
    left.num = MAX (0, left.num - (AccordWide) input->booked * left.den);
  funnel->remaining = accord_exact_round (left);
  if (input->average_deal > 0)
    funnel->deals = accord_wide_divide_ceil (left.num, (AccordWide) left.den * input->average_deal);
}

void
accord_funnel_input_init (AccordFunnelInput *input)
{
  g_return_if_fail (input != NULL);

  *input = (AccordFunnelInput) {
    .income = ACCORD_UNKNOWN,
    .average_deal = ACCORD_UNKNOWN,
    .win_rate = ACCORD_UNKNOWN,
    .meeting_rate = ACCORD_UNKNOWN,
    .outreach_rate = ACCORD_UNKNOWN,
    .weeks = ACCORD_UNKNOWN,
  };
}

gboolean
accord_funnel_compute (const AccordFunnelInput *input,
                       AccordFunnel            *funnel,
                       GError                 **error)
{
  gboolean too_large = FALSE;

  g_return_val_if_fail (input != NULL, FALSE);
  g_return_val_if_fail (funnel != NULL, FALSE);

  *funnel = (AccordFunnel) {
    .variable = ACCORD_UNKNOWN,
    .bookings = ACCORD_UNKNOWN,
    .bookings_exact = accord_exact_unknown (),
    .remaining = ACCORD_UNKNOWN,
    .deals = ACCORD_UNKNOWN,
    .opportunities = ACCORD_UNKNOWN,
    .meetings = ACCORD_UNKNOWN,
    .outreach = ACCORD_UNKNOWN,
    .outreach_per_week = ACCORD_UNKNOWN,
  };

  if (!check_input (input, error) || !compute_bookings (input, funnel, error))
    return FALSE;

  compute_deals (input, funnel);
  funnel->opportunities = needed_for (funnel->deals, input->win_rate, &too_large);
  funnel->meetings = needed_for (funnel->opportunities, input->meeting_rate, &too_large);
  funnel->outreach = needed_for (funnel->meetings, input->outreach_rate, &too_large);
  funnel->outreach_per_week = per_week (funnel->outreach, input->weeks);

  if (too_large)
    {
      g_set_error_literal (error, ACCORD_FUNNEL_ERROR, ACCORD_FUNNEL_ERROR_TOO_LARGE,
                           _("With these rates the plan needs more than can be counted"));
      return FALSE;
    }

  return TRUE;
}

/* How much less outreach a week the changed input needs. */
static AccordRate
saved_by (const AccordFunnelInput *changed,
          AccordRate               now)
{
  AccordFunnel funnel;

  if (now == ACCORD_UNKNOWN || !accord_funnel_compute (changed, &funnel, NULL)
      || funnel.outreach_per_week == ACCORD_UNKNOWN)
    return ACCORD_UNKNOWN;

  return now - funnel.outreach_per_week;
}

void
accord_funnel_get_sensitivity (const AccordFunnelInput *input,
                               AccordFunnelSensitivity *sensitivity)
{
  AccordFunnel funnel;
  AccordFunnelInput changed;
  AccordRate now;

  g_return_if_fail (input != NULL);
  g_return_if_fail (sensitivity != NULL);

  *sensitivity = (AccordFunnelSensitivity) { ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN };
  if (!accord_funnel_compute (input, &funnel, NULL) || funnel.outreach_per_week == ACCORD_UNKNOWN)
    return;
  now = funnel.outreach_per_week;

  changed = *input;
  changed.win_rate = MIN (input->win_rate + ACCORD_RATE_ONE / 100, ACCORD_RATE_ONE);
  sensitivity->win_rate_point = saved_by (&changed, now);

  changed = *input;
  changed.average_deal = accord_wide_divide_round ((AccordWide) input->average_deal * 11, 10);
  sensitivity->deal_tenth = saved_by (&changed, now);

  changed = *input;
  changed.weeks = input->weeks + ACCORD_RATE_ONE;
  sensitivity->cycle_week = saved_by (&changed, now);
}

AccordDate
accord_funnel_last_useful_day (AccordDate period_end,
                               AccordRate median_cycle)
{
  gint64 days;

  if (period_end <= ACCORD_DATE_NONE || median_cycle == ACCORD_UNKNOWN || median_cycle < 0)
    return ACCORD_DATE_NONE;

  days = accord_wide_divide_ceil (median_cycle, ACCORD_RATE_ONE);

  return days < period_end ? (AccordDate) (period_end - days) : ACCORD_DATE_NONE;
}

AccordRate
accord_funnel_feasibility (gint64 needed,
                           gint64 record)
{
  return accord_rate_from_ratio (needed, record);
}

static int
compare_amounts (const void *a,
                 const void *b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

gint64
accord_record_best (const gint64 *quarters,
                    gsize         n)
{
  gint64 best = ACCORD_UNKNOWN;

  g_return_val_if_fail (quarters != NULL || n == 0, ACCORD_UNKNOWN);

  /* ACCORD_UNKNOWN is below every number. */
  for (gsize i = 0; i < n; i++)
    best = MAX (best, quarters[i]);

  return best;
}

gint64
accord_record_median (const gint64 *quarters,
                      gsize         n)
{
  g_autofree gint64 *sorted = NULL;
  gsize known = 0;

  g_return_val_if_fail (quarters != NULL || n == 0, ACCORD_UNKNOWN);

  sorted = g_new (gint64, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    {
      if (quarters[i] != ACCORD_UNKNOWN)
        sorted[known++] = quarters[i];
    }
  if (known == 0)
    return ACCORD_UNKNOWN;

  qsort (sorted, known, sizeof *sorted, compare_amounts);

  return accord_wide_divide_round ((AccordWide) sorted[(known - 1) / 2] + sorted[known / 2], 2);
}
