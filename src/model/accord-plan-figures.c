/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-figures.h"

#include "accord-quota.h"

AccordPayPlan *
accord_plan_dup_pay_plan (AccordPlan *self,
                          int         decimals,
                          GError    **error)
{
  gint64 threshold = accord_plan_get_pay_threshold (self);

  if (*accord_plan_get_pay_tiers (self) == '\0')
    return NULL;

  return accord_pay_plan_new_from_text (accord_plan_get_pay_kind (self), accord_plan_get_pay_tiers (self), decimals,
                                        threshold == ACCORD_UNKNOWN ? 0 : threshold, accord_plan_get_pay_cap (self),
                                        error);
}

static gint64
known_or_none (gint64 amount)
{
  return amount == ACCORD_UNKNOWN ? 0 : amount;
}

/* The part of the input that both roads share. */
static void
fill_rates (AccordPlan        *self,
            AccordFunnelInput *input)
{
  accord_funnel_input_init (input);
  input->average_deal = accord_plan_get_average_deal (self);
  input->win_rate = accord_plan_get_win_rate (self);
  input->meeting_rate = accord_plan_get_meeting_rate (self);
  input->outreach_rate = accord_plan_get_outreach_rate (self);
  input->weeks = accord_plan_get_weeks (self);
}

gboolean
accord_plan_compute_funnel (AccordPlan   *self,
                            int           decimals,
                            AccordFunnel *funnel,
                            GError      **error)
{
  g_autoptr (AccordPayPlan) pay_plan = NULL;
  GError *invalid = NULL;
  AccordFunnelInput input;
  gboolean computed;

  pay_plan = accord_plan_dup_pay_plan (self, decimals, &invalid);
  fill_rates (self, &input);
  input.income = accord_plan_get_income_goal (self);
  input.base = known_or_none (accord_plan_get_base (self));
  input.other_pay = known_or_none (accord_plan_get_other_pay (self));
  input.plan = pay_plan;

  /* Even where the pay plan makes no sense the variable pay needed is known. */
  computed = accord_funnel_compute (&input, funnel, invalid == NULL ? error : NULL);
  if (invalid != NULL)
    {
      g_propagate_error (error, invalid);
      return FALSE;
    }

  return computed;
}

/* Bookings as the income of a plan that pays them out whole: the funnel then starts with them. */
static AccordPayPlan *
fill_work (AccordPlan        *self,
           gint64             bookings,
           AccordFunnelInput *input)
{
  AccordPayPlan *whole = accord_pay_plan_new_flat (ACCORD_RATE_ONE, NULL);

  fill_rates (self, input);
  input->income = bookings;
  input->plan = whole;

  return whole;
}

gboolean
accord_plan_compute_work (AccordPlan   *self,
                          gint64        bookings,
                          AccordFunnel *funnel,
                          GError      **error)
{
  g_autoptr (AccordPayPlan) whole = NULL;
  AccordFunnelInput input;
  gboolean computed;

  whole = fill_work (self, bookings, &input);
  computed = accord_funnel_compute (&input, funnel, error);
  funnel->variable = ACCORD_UNKNOWN;

  return computed;
}

void
accord_plan_compute_savings (AccordPlan              *self,
                             gint64                   bookings,
                             AccordFunnelSensitivity *savings)
{
  g_autoptr (AccordPayPlan) whole = NULL;
  AccordFunnelInput input;

  whole = fill_work (self, bookings, &input);
  accord_funnel_get_sensitivity (&input, savings);
}

gint64
accord_plan_income_for (AccordPlan *self,
                        int         decimals,
                        gint64      bookings)
{
  g_autoptr (AccordPayPlan) pay_plan = accord_plan_dup_pay_plan (self, decimals, NULL);
  gint64 variable;

  if (pay_plan == NULL || bookings == ACCORD_UNKNOWN)
    return ACCORD_UNKNOWN;
  variable = accord_pay_plan_pay_for (pay_plan, bookings);
  if (variable == ACCORD_UNKNOWN)
    return ACCORD_UNKNOWN;

  return known_or_none (accord_plan_get_base (self)) + known_or_none (accord_plan_get_other_pay (self)) + variable;
}

gint64
accord_stretch (gint64 amount,
                gint64 quota)
{
  if (amount == ACCORD_UNKNOWN || quota == ACCORD_UNKNOWN)
    return ACCORD_UNKNOWN;

  return MAX (0, amount - quota);
}

gint64
accord_quota_sum (GListModel *quotas,
                  gint64      member,
                  AccordDate  first,
                  AccordDate  last)
{
  guint n = g_list_model_get_n_items (quotas);
  gint64 sum = ACCORD_UNKNOWN;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordQuota) quota = g_list_model_get_item (quotas, i);
      AccordDate starts = accord_quota_get_starts (quota);
      gint64 amount = accord_quota_get_amount (quota);

      if ((member != 0 && accord_quota_get_member (quota) != member) || starts < first || starts > last
          || amount == ACCORD_UNKNOWN)
        continue;
      sum = (sum == ACCORD_UNKNOWN ? 0 : sum) + amount;
    }

  return sum;
}
