/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-exact.h"

/* Ten times the remainder still has to fit. */
#define WIDE_MAX ((AccordWide) ((((unsigned __int128) 1) << 127) - 1))

/* Quotient rounded down and a remainder in [0, den). */
static void
divide_floor (AccordWide  num,
              AccordWide  den,
              AccordWide *quotient,
              AccordWide *remainder)
{
  if (den < 0)
    {
      num = -num;
      den = -den;
    }

  *quotient = num / den;
  *remainder = num % den;
  if (*remainder < 0)
    {
      *remainder += den;
      *quotient -= 1;
    }
}

static gint64
narrow (AccordWide value)
{
  return value > G_MAXINT64 || value <= G_MININT64 ? ACCORD_UNKNOWN : (gint64) value;
}

static AccordWide
magnitude (AccordWide value)
{
  return value < 0 ? -value : value;
}

/* Adds what the remainder rounds to, half to even. */
static AccordWide
round_half_even (AccordWide quotient,
                 AccordWide remainder,
                 AccordWide den)
{
  AccordWide rest = den - remainder;

  if (remainder > rest || (remainder == rest && (quotient & 1) != 0))
    quotient++;

  return quotient;
}

AccordExact
accord_exact_new (gint64 num,
                  gint64 den)
{
  if (num == ACCORD_UNKNOWN || den <= 0)
    return accord_exact_unknown ();

  return (AccordExact) { num, den };
}

AccordExact
accord_exact_unknown (void)
{
  return (AccordExact) { 0, 0 };
}

gboolean
accord_exact_is_unknown (AccordExact value)
{
  return value.den <= 0;
}

gint64
accord_exact_round (AccordExact value)
{
  return accord_exact_is_unknown (value) ? ACCORD_UNKNOWN : accord_wide_divide_round (value.num, value.den);
}

gint64
accord_exact_ceil (AccordExact value)
{
  return accord_exact_is_unknown (value) ? ACCORD_UNKNOWN : accord_wide_divide_ceil (value.num, value.den);
}

AccordRate
accord_exact_to_rate (AccordExact value)
{
  return accord_exact_is_unknown (value) ? ACCORD_UNKNOWN : accord_wide_divide_to_rate (value.num, value.den);
}

int
accord_exact_compare (AccordExact a,
                      AccordExact b)
{
  AccordWide qa, ra, qb, rb, left, right;

  g_return_val_if_fail (!accord_exact_is_unknown (a) && !accord_exact_is_unknown (b), 0);

  /* Whole parts first: the remainders are below 64 bits, so that their cross products fit. */
  divide_floor (a.num, a.den, &qa, &ra);
  divide_floor (b.num, b.den, &qb, &rb);
  if (qa != qb)
    return qa < qb ? -1 : 1;

  left = ra * b.den;
  right = rb * a.den;

  return left < right ? -1 : left > right;
}

gint64
accord_wide_divide_round (AccordWide num,
                          AccordWide den)
{
  AccordWide quotient, remainder;

  g_return_val_if_fail (den != 0, ACCORD_UNKNOWN);

  divide_floor (num, den, &quotient, &remainder);

  return narrow (round_half_even (quotient, remainder, magnitude (den)));
}

gint64
accord_wide_divide_ceil (AccordWide num,
                         AccordWide den)
{
  AccordWide quotient, remainder;

  g_return_val_if_fail (den != 0, ACCORD_UNKNOWN);

  divide_floor (num, den, &quotient, &remainder);

  return narrow (remainder > 0 ? quotient + 1 : quotient);
}

AccordRate
accord_wide_divide_to_rate (AccordWide num,
                            AccordWide den)
{
  AccordWide quotient, remainder;

  g_return_val_if_fail (den != 0, ACCORD_UNKNOWN);

  /* Long division, nine decimal places: num times a billion might not fit where the remainder times ten does. */
  divide_floor (num, den, &quotient, &remainder);
  den = magnitude (den);
  if (quotient > G_MAXINT64 || quotient < G_MININT64 || den > WIDE_MAX / 10)
    return ACCORD_UNKNOWN;
  for (int place = 0; place < 9; place++)
    {
      remainder *= 10;
      quotient = quotient * 10 + remainder / den;
      remainder %= den;
    }

  return narrow (round_half_even (quotient, remainder, den));
}
