/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "accord-exact.h"
#include "accord-money.h"

G_BEGIN_DECLS

/* How bookings turn into variable pay. */
typedef enum
{
  ACCORD_PAY_KIND_FLAT,     /* one rate on everything */
  ACCORD_PAY_KIND_MARGINAL, /* each band pays its own rate */
  ACCORD_PAY_KIND_CLIFF,    /* the rate of the tier that is reached pays on everything */
} AccordPayKind;

/* A band: rate from these bookings (minor units) on. A cliff tier is reached at bookings >= from. */
typedef struct
{
  gint64 from;
  AccordRate rate;
} AccordPayTier;

#define ACCORD_PAY_PLAN_ERROR (accord_pay_plan_error_quark ())

typedef enum
{
  ACCORD_PAY_PLAN_ERROR_INVALID,    /* the plan makes no sense; the message says where */
  ACCORD_PAY_PLAN_ERROR_IMPOSSIBLE, /* no bookings pay that much under this plan */
  ACCORD_PAY_PLAN_ERROR_TOO_LARGE,  /* some bookings would, but they pass ACCORD_MONEY_MAX */
  ACCORD_PAY_PLAN_ERROR_NO_QUOTA,   /* a tier begins at a share of the quota, and there is none */
} AccordPayPlanError;

GQuark accord_pay_plan_error_quark (void);

/**
 * AccordPayPlan:
 *
 * A pay plan, immutable and reference-counted; valid by construction.
 */
typedef struct _AccordPayPlan AccordPayPlan;

#define ACCORD_TYPE_PAY_PLAN (accord_pay_plan_get_type ())
GType accord_pay_plan_get_type (void);

/* tiers ascend from 0, without doubles; a flat plan has exactly one. threshold: no pay for bookings below it, 0 none.
 * cap: the most the plan pays, ACCORD_UNKNOWN none. Amounts in minor units, 0 to ACCORD_MONEY_MAX; rates 0 to 1000 %.
 * NULL and ACCORD_PAY_PLAN_ERROR_INVALID otherwise. */
AccordPayPlan *accord_pay_plan_new (AccordPayKind kind, const AccordPayTier *tiers, gsize n_tiers, gint64 threshold,
                                    gint64 cap, GError **error);

/* One rate, no threshold, no cap. */
AccordPayPlan *accord_pay_plan_new_flat (AccordRate rate, GError **error);

/* tiers as text, "0:0.05,100000:0.07": bookings in major units, a rate as accord_rate_parse() reads it ("5%" too). */
AccordPayPlan *accord_pay_plan_new_from_text (AccordPayKind kind, const char *tiers, int decimals, gint64 threshold,
                                              gint64 cap, GError **error);

/* The same, where an edge may also be a share of the quota (minor units, may be unknown): "0:0.05,100%:0.08". Without a
 * quota such an edge is ACCORD_PAY_PLAN_ERROR_NO_QUOTA. */
AccordPayPlan *accord_pay_plan_new_for_quota (AccordPayKind kind, const char *tiers, int decimals, gint64 quota,
                                              gint64 threshold, gint64 cap, GError **error);

AccordPayPlan *accord_pay_plan_ref (AccordPayPlan *self);
void accord_pay_plan_unref (AccordPayPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPayPlan, accord_pay_plan_unref)

AccordPayKind accord_pay_plan_get_kind (const AccordPayPlan *self);
const AccordPayTier *accord_pay_plan_get_tiers (const AccordPayPlan *self, gsize *n_tiers);
gint64 accord_pay_plan_get_threshold (const AccordPayPlan *self);
gint64 accord_pay_plan_get_cap (const AccordPayPlan *self);
gboolean accord_pay_plan_equal (const AccordPayPlan *a, const AccordPayPlan *b);

/* The tiers as accord_pay_plan_new_from_text() reads them. */
char *accord_pay_plan_dup_tiers_text (const AccordPayPlan *self, int decimals);

/* A tier's edge given as a share of the quota (110 %), in minor units, half to even. */
gint64 accord_pay_plan_edge_for_quota (AccordRate share, gint64 quota);

/* The target rate, target variable / quota (30,000 / 600,000 = 5 %); unknown without a quota. */
AccordRate accord_pay_plan_target_rate (gint64 target_variable, gint64 quota);

/* Variable pay for these bookings, computed exactly and rounded to the minor unit half to even; unknown for unknown. */
gint64 accord_pay_plan_pay_for (const AccordPayPlan *self, gint64 bookings);

/* The inverse: the smallest bookings whose exact, unrounded pay is at least pay (minor units, >= 0); 0 for pay 0.
 * accord_exact_round() gives them in minor units. Fails with IMPOSSIBLE, and gap (optional) is then what the plan's
 * most is short of pay, rounded up; or with TOO_LARGE, gap 0. */
gboolean accord_pay_plan_bookings_for (const AccordPayPlan *self, gint64 pay, AccordExact *bookings, gint64 *gap,
                                       GError **error);

G_END_DECLS
