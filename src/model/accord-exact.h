/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-rate.h"

G_BEGIN_DECLS

/* 128 bits hold every product of two amounts, so nothing here is ever a binary fraction. */
__extension__ typedef __int128 AccordWide;

/**
 * AccordExact:
 * @num: numerator
 * @den: denominator, > 0; 0 means unknown
 *
 * An exact rational, passed by value, for what must not be rounded before the last step: bookings that a ceiling
 * follows, the share of a period that has passed.
 */
typedef struct
{
  AccordWide num;
  gint64 den;
} AccordExact;

/* num / den; unknown where either is or den is not positive. */
AccordExact accord_exact_new (gint64 num, gint64 den);
AccordExact accord_exact_unknown (void);
gboolean accord_exact_is_unknown (AccordExact value);

/* To a whole number, half to even; ACCORD_UNKNOWN where unknown or where it does not fit. */
gint64 accord_exact_round (AccordExact value);

/* The smallest whole number that is not less; ACCORD_UNKNOWN as above. */
gint64 accord_exact_ceil (AccordExact value);

/* In billionths, half to even; ACCORD_UNKNOWN as above. */
AccordRate accord_exact_to_rate (AccordExact value);

/* < 0, 0, > 0 as a is less than, equal to or greater than b; both must be known. */
int accord_exact_compare (AccordExact a, AccordExact b);

/* The same on bare numbers: num / den for any den != 0. */
gint64 accord_wide_divide_round (AccordWide num, AccordWide den);
gint64 accord_wide_divide_ceil (AccordWide num, AccordWide den);
AccordRate accord_wide_divide_to_rate (AccordWide num, AccordWide den);

G_END_DECLS
