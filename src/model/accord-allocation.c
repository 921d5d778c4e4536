/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-allocation.h"

#define QUARTERS 4
/* A season needs this many full years before it says more than chance. */
#define SEASON_YEARS 2

typedef struct
{
  gsize part;
  AccordWide remainder;
} Remainder;

/* The largest first; of equal ones the earlier part's. */
static int
compare_remainders (const void *a,
                    const void *b)
{
  const Remainder *left = a;
  const Remainder *right = b;

  if (left->remainder != right->remainder)
    return left->remainder > right->remainder ? -1 : 1;

  return left->part < right->part ? -1 : left->part > right->part;
}

void
accord_allocate (gint64        total,
                 const gint64 *weights,
                 gsize         n,
                 gint64       *parts)
{
  g_autofree Remainder *remainders = NULL;
  AccordWide size = total < 0 ? -(AccordWide) total : total;
  AccordWide sum = 0, left = size;
  gboolean even;

  g_return_if_fail (n > 0);
  g_return_if_fail (parts != NULL);
  g_return_if_fail (total != ACCORD_UNKNOWN);

  for (gsize i = 0; weights != NULL && i < n; i++)
    {
      g_return_if_fail (weights[i] >= 0);
      sum += weights[i];
    }
  even = sum == 0;
  if (even)
    sum = (AccordWide) n;

  remainders = g_new (Remainder, n);
  for (gsize i = 0; i < n; i++)
    {
      AccordWide share = size * (even ? 1 : weights[i]);

      remainders[i] = (Remainder) { i, share % sum };
      parts[i] = (gint64) (share / sum);
      left -= share / sum;
    }

  qsort (remainders, n, sizeof *remainders, compare_remainders);
  for (gsize i = 0; left > 0; i++, left--)
    parts[remainders[i].part]++;

  for (gsize i = 0; total < 0 && i < n; i++)
    parts[i] = -parts[i];
}

static gboolean
year_is_full (const gint64 year[QUARTERS])
{
  for (int q = 0; q < QUARTERS; q++)
    {
      if (year[q] == ACCORD_UNKNOWN)
        return FALSE;
    }

  return TRUE;
}

void
accord_season_weights (const gint64 (*years)[QUARTERS],
                       gsize        n_years,
                       gint64       weights[QUARTERS])
{
  AccordWide sums[QUARTERS] = { 0 };
  gsize full = 0;
  gboolean nothing = TRUE;

  g_return_if_fail (years != NULL || n_years == 0);
  g_return_if_fail (weights != NULL);

  for (gsize i = 0; i < n_years; i++)
    {
      if (!year_is_full (years[i]))
        continue;
      full++;
      for (int q = 0; q < QUARTERS; q++)
        sums[q] += years[i][q];
    }

  for (int q = 0; q < QUARTERS; q++)
    {
      weights[q] = (gint64) CLAMP (sums[q], 0, G_MAXINT64);
      nothing = nothing && weights[q] == 0;
    }
  for (int q = 0; q < QUARTERS && (full < SEASON_YEARS || nothing); q++)
    weights[q] = 1;
}

void
accord_season_index (const gint64 weights[QUARTERS],
                     AccordRate   index[QUARTERS])
{
  accord_allocate (QUARTERS * ACCORD_RATE_ONE, weights, QUARTERS, index);
}

AccordExact
accord_season_elapsed (const gint64 weights[QUARTERS],
                       int          quarter,
                       int          passed,
                       int          total)
{
  AccordRate index[QUARTERS];
  AccordWide before = 0;

  g_return_val_if_fail (quarter >= 1 && quarter <= QUARTERS, accord_exact_unknown ());

  if (total <= 0)
    return accord_exact_unknown ();

  accord_season_index (weights, index);
  for (int q = 0; q < quarter - 1; q++)
    before += index[q];

  return (AccordExact) { before * total + (AccordWide) index[quarter - 1] * CLAMP (passed, 0, total),
                         QUARTERS * ACCORD_RATE_ONE * total };
}
