/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-pay-plan.h"
#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordPayTerms:
 *
 * How bookings turn into pay, under a name, for every member who is paid by it. A plan that refers to it has no terms of its own.
 */
#define ACCORD_TYPE_PAY_TERMS (accord_pay_terms_get_type ())
G_DECLARE_FINAL_TYPE (AccordPayTerms, accord_pay_terms, ACCORD, PAY_TERMS, AccordRecord)

AccordPayTerms *accord_pay_terms_new (void);

ACCORD_DECLARE_TEXT (AccordPayTerms, accord_pay_terms, name)
/* accord-pay-plan.h */
ACCORD_DECLARE_VALUE (AccordPayTerms, accord_pay_terms, pay_kind, AccordPayKind)
/* As the plan's: accord_pay_plan_new_for_quota() reads them; shares are of each member's own quota. */
ACCORD_DECLARE_TEXT (AccordPayTerms, accord_pay_terms, pay_tiers)
/* Bookings below which nothing is paid, minor units. */
ACCORD_DECLARE_VALUE (AccordPayTerms, accord_pay_terms, pay_threshold, gint64)
/* The most variable pay, minor units. */
ACCORD_DECLARE_VALUE (AccordPayTerms, accord_pay_terms, pay_cap, gint64)

G_END_DECLS
