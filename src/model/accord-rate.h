/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-types.h"

G_BEGIN_DECLS

/**
 * AccordRate:
 *
 * An exact decimal in billionths: 0.05 (5 %) is 50,000,000. Rates, shares, ratios (attainment, pace, coverage) and
 * means that need a fraction (days of a sales cycle) all use it; %ACCORD_UNKNOWN where there is none.
 */
typedef gint64 AccordRate;

#define ACCORD_RATE_ONE G_GINT64_CONSTANT (1000000000)

/* The largest rate that can be read, 1,000,000 (100,000,000 %). */
#define ACCORD_RATE_MAX (1000000 * ACCORD_RATE_ONE)

/* Reads a decimal as programs write it ("0.05") or a percentage ("5 %", "5%"). Nine decimals are exact, more are
 * rounded half to even. Refuses, with ACCORD_NUMBER_ERROR: the empty text, what is no plain decimal (exponents, NaN,
 * inf), negatives, and more than ACCORD_RATE_MAX. */
gboolean accord_rate_parse (const char *text, AccordRate *rate, GError **error);

/* Reads what a person types where a percentage is asked for: "22.5", "22,5", "22.5 %" are all 0.225. */
gboolean accord_rate_parse_percent (const char *text, AccordRate *rate, GError **error);

/* For reading, in the user's locale, to one decimal, half to even: "22.5 %", "96 %", with a no-break space; "n/a" where
 * unknown. */
char *accord_rate_format_percent (AccordRate rate);

/* For reading, in the user's locale, to decimals places (0-9), half to even, without a sign: "3.0" (a coverage, days).
 * */
char *accord_rate_format_number (AccordRate rate, int decimals);

/* For programs: "0.05", "-0.5", "1"; "" where unknown. */
char *accord_rate_to_text (AccordRate rate);

/* part / whole, half to even. Unknown where either is, where whole is 0, or where it does not fit. */
AccordRate accord_rate_from_ratio (gint64 part, gint64 whole);

/* amount * rate, half to even, in the unit of amount. Unknown where either is or where it does not fit. */
gint64 accord_rate_of (AccordRate rate, gint64 amount);

G_END_DECLS
