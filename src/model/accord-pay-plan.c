/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pay-plan.h"

#include "accord-pay-band.h"

#include <glib/gi18n.h>
#include <string.h>

/* 1000 %: more is a slip of the hand. */
#define HIGHEST_RATE (10 * ACCORD_RATE_ONE)

struct _AccordPayPlan
{
  gatomicrefcount ref_count;

  AccordPayKind kind;
  gint64 threshold;
  gint64 cap;
  gsize n_tiers;
  AccordPayTier tiers[];
};

G_DEFINE_BOXED_TYPE (AccordPayPlan, accord_pay_plan, accord_pay_plan_ref, accord_pay_plan_unref)
G_DEFINE_QUARK (accord-pay-plan-error-quark, accord_pay_plan_error)

static gboolean
is_amount (gint64 amount)
{
  return amount >= 0 && amount <= ACCORD_MONEY_MAX;
}

static const char *
find_fault_in_tiers (const AccordPayTier *tiers,
                     gsize                n_tiers)
{
  if (tiers[0].from != 0)
    return _("The first tier of a pay plan has to start at 0");

  for (gsize i = 0; i < n_tiers; i++)
    {
      if (!is_amount (tiers[i].from))
        return _("A tier of the pay plan starts at an amount that is negative or too large");
      if (tiers[i].rate < 0 || tiers[i].rate > HIGHEST_RATE)
        return _("A rate of the pay plan is not between 0 % and 1000 %");
      if (i > 0 && tiers[i].from <= tiers[i - 1].from)
        return _("The tiers of a pay plan have to start at ascending amounts");
    }

  return NULL;
}

static const char *
find_fault (AccordPayKind        kind,
            const AccordPayTier *tiers,
            gsize                n_tiers,
            gint64               threshold,
            gint64               cap)
{
  if (n_tiers == 0)
    return _("A pay plan needs at least one rate");
  if (kind == ACCORD_PAY_KIND_FLAT && n_tiers > 1)
    return _("A flat pay plan has one rate only: choose marginal or cliff tiers for more");
  if (!is_amount (threshold))
    return _("The threshold of the pay plan is negative or too large");
  if (cap != ACCORD_UNKNOWN && !is_amount (cap))
    return _("The cap of the pay plan is negative or too large");

  return find_fault_in_tiers (tiers, n_tiers);
}

AccordPayPlan *
accord_pay_plan_new (AccordPayKind        kind,
                     const AccordPayTier *tiers,
                     gsize                n_tiers,
                     gint64               threshold,
                     gint64               cap,
                     GError             **error)
{
  AccordPayPlan *self;
  const char *fault;

  g_return_val_if_fail (kind >= ACCORD_PAY_KIND_FLAT && kind <= ACCORD_PAY_KIND_CLIFF, NULL);
  g_return_val_if_fail (tiers != NULL || n_tiers == 0, NULL);

  fault = find_fault (kind, tiers, n_tiers, threshold, cap);
  if (fault != NULL)
    {
      g_set_error_literal (error, ACCORD_PAY_PLAN_ERROR, ACCORD_PAY_PLAN_ERROR_INVALID, fault);
      return NULL;
    }

  self = g_malloc0 (sizeof *self + n_tiers * sizeof *tiers);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->threshold = threshold;
  self->cap = cap;
  self->n_tiers = n_tiers;
  memcpy (self->tiers, tiers, n_tiers * sizeof *tiers);

  return self;
}

AccordPayPlan *
accord_pay_plan_new_flat (AccordRate rate,
                          GError   **error)
{
  const AccordPayTier tier = { 0, rate };

  return accord_pay_plan_new (ACCORD_PAY_KIND_FLAT, &tier, 1, 0, ACCORD_UNKNOWN, error);
}

AccordPayPlan *
accord_pay_plan_new_for_quota (AccordPayKind kind,
                               const char   *tiers,
                               int           decimals,
                               gint64        quota,
                               gint64        threshold,
                               gint64        cap,
                               GError      **error)
{
  g_autofree AccordPayBand *bands = NULL;
  g_autofree AccordPayTier *resolved = NULL;
  gsize n;

  g_return_val_if_fail (tiers != NULL, NULL);

  bands = accord_pay_bands_parse (tiers, decimals, &n, error);
  if (bands == NULL)
    return NULL;
  resolved = g_new0 (AccordPayTier, MAX (n, 1));
  if (!accord_pay_bands_resolve (bands, n, quota, resolved, error))
    return NULL;

  return accord_pay_plan_new (kind, resolved, n, threshold, cap, error);
}

AccordPayPlan *
accord_pay_plan_new_from_text (AccordPayKind kind,
                               const char   *tiers,
                               int           decimals,
                               gint64        threshold,
                               gint64        cap,
                               GError      **error)
{
  return accord_pay_plan_new_for_quota (kind, tiers, decimals, ACCORD_UNKNOWN, threshold, cap, error);
}

AccordPayPlan *
accord_pay_plan_ref (AccordPayPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
accord_pay_plan_unref (AccordPayPlan *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

AccordPayKind
accord_pay_plan_get_kind (const AccordPayPlan *self)
{
  g_return_val_if_fail (self != NULL, ACCORD_PAY_KIND_FLAT);

  return self->kind;
}

const AccordPayTier *
accord_pay_plan_get_tiers (const AccordPayPlan *self,
                           gsize               *n_tiers)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_tiers != NULL)
    *n_tiers = self->n_tiers;

  return self->tiers;
}

gint64
accord_pay_plan_get_threshold (const AccordPayPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->threshold;
}

gint64
accord_pay_plan_get_cap (const AccordPayPlan *self)
{
  g_return_val_if_fail (self != NULL, ACCORD_UNKNOWN);

  return self->cap;
}

gboolean
accord_pay_plan_equal (const AccordPayPlan *a,
                       const AccordPayPlan *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind || a->threshold != b->threshold || a->cap != b->cap || a->n_tiers != b->n_tiers)
    return FALSE;

  for (gsize i = 0; i < a->n_tiers; i++)
    {
      if (a->tiers[i].from != b->tiers[i].from || a->tiers[i].rate != b->tiers[i].rate)
        return FALSE;
    }

  return TRUE;
}

char *
accord_pay_plan_dup_tiers_text (const AccordPayPlan *self,
                                int                  decimals)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (gsize i = 0; i < self->n_tiers; i++)
    {
      g_autofree char *from = accord_money_to_text (self->tiers[i].from, decimals);
      g_autofree char *rate = accord_rate_to_text (self->tiers[i].rate);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? "," : "", from, rate);
    }

  return g_string_free (text, FALSE);
}

gint64
accord_pay_plan_edge_for_quota (AccordRate share,
                                gint64     quota)
{
  return accord_rate_of (share, quota);
}

AccordRate
accord_pay_plan_target_rate (gint64 target_variable,
                             gint64 quota)
{
  return accord_rate_from_ratio (target_variable, quota);
}
