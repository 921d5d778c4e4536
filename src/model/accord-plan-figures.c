/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-figures.h"

#include "accord-quota.h"

AccordPayTerms *
accord_plan_find_pay_terms (AccordPlan *self,
                            GListModel *pay_terms)
{
  gint64 id = accord_plan_get_pay_terms (self);
  guint n = id != 0 && pay_terms != NULL ? g_list_model_get_n_items (pay_terms) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordPayTerms) terms = g_list_model_get_item (pay_terms, i);

      if (accord_record_get_id (ACCORD_RECORD (terms)) == id)
        return terms;
    }

  return NULL;
}

AccordPayPlan *
accord_plan_dup_pay_plan (AccordPlan            *self,
                          const AccordPlanBasis *basis,
                          GError               **error)
{
  AccordPayTerms *terms = accord_plan_find_pay_terms (self, basis->pay_terms);
  AccordPayKind kind = terms != NULL ? accord_pay_terms_get_pay_kind (terms) : accord_plan_get_pay_kind (self);
  const char *tiers = terms != NULL ? accord_pay_terms_get_pay_tiers (terms) : accord_plan_get_pay_tiers (self);
  gint64 threshold = terms != NULL ? accord_pay_terms_get_pay_threshold (terms)
                                   : accord_plan_get_pay_threshold (self);
  gint64 cap = terms != NULL ? accord_pay_terms_get_pay_cap (terms) : accord_plan_get_pay_cap (self);

  if (*tiers == '\0')
    return NULL;

  return accord_pay_plan_new_for_quota (kind, tiers, basis->decimals, accord_plan_get_quota (self),
                                        threshold == ACCORD_UNKNOWN ? 0 : threshold, cap, error);
}

AccordRate
accord_plan_get_weeks_left (AccordPlan            *self,
                            const AccordPlanBasis *basis)
{
  gint64 own = accord_plan_get_weeks (self);

  return own != ACCORD_UNKNOWN ? own : basis->weeks;
}

static gint64
known_or_none (gint64 amount)
{
  return amount == ACCORD_UNKNOWN ? 0 : amount;
}

/* The part of the input that both roads share. */
static void
fill_rates (AccordPlan            *self,
            const AccordPlanBasis *basis,
            AccordFunnelInput     *input)
{
  accord_funnel_input_init (input);
  input->average_deal = accord_plan_get_average_deal (self);
  input->win_rate = accord_plan_get_win_rate (self);
  input->meeting_rate = accord_plan_get_meeting_rate (self);
  input->outreach_rate = accord_plan_get_outreach_rate (self);
  input->booked = basis->booked;
  input->weeks = accord_plan_get_weeks_left (self, basis);
}

gboolean
accord_plan_compute_funnel (AccordPlan            *self,
                            const AccordPlanBasis *basis,
                            AccordFunnel          *funnel,
                            GError               **error)
{
  g_autoptr (AccordPayPlan) pay_plan = NULL;
  GError *invalid = NULL;
  AccordFunnelInput input;
  gboolean computed;

  pay_plan = accord_plan_dup_pay_plan (self, basis, &invalid);
  fill_rates (self, basis, &input);
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
fill_work (AccordPlan            *self,
           const AccordPlanBasis *basis,
           gint64                 bookings,
           AccordFunnelInput     *input)
{
  AccordPayPlan *whole = accord_pay_plan_new_flat (ACCORD_RATE_ONE, NULL);

  fill_rates (self, basis, input);
  input->income = bookings;
  input->plan = whole;

  return whole;
}

gboolean
accord_plan_compute_work (AccordPlan            *self,
                          const AccordPlanBasis *basis,
                          gint64                 bookings,
                          AccordFunnel          *funnel,
                          GError               **error)
{
  g_autoptr (AccordPayPlan) whole = NULL;
  AccordFunnelInput input;
  gboolean computed;

  whole = fill_work (self, basis, bookings, &input);
  computed = accord_funnel_compute (&input, funnel, error);
  funnel->variable = ACCORD_UNKNOWN;

  return computed;
}

void
accord_plan_compute_savings (AccordPlan              *self,
                             const AccordPlanBasis   *basis,
                             gint64                   bookings,
                             AccordFunnelSensitivity *savings)
{
  g_autoptr (AccordPayPlan) whole = NULL;
  AccordFunnelInput input;

  whole = fill_work (self, basis, bookings, &input);
  accord_funnel_get_sensitivity (&input, savings);
}

gint64
accord_plan_income_for (AccordPlan            *self,
                        const AccordPlanBasis *basis,
                        gint64                 bookings)
{
  g_autoptr (AccordPayPlan) pay_plan = accord_plan_dup_pay_plan (self, basis, NULL);
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
