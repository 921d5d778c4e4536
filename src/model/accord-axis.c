/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-axis.h"

#include "accord-exact.h"

/* The first multiple of step that is not above value. */
static gint64
round_down (gint64 value,
            gint64 step)
{
  const gint64 rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

static gint64
round_up (gint64 value,
          gint64 step)
{
  const gint64 down = round_down (value, step);

  return down == value ? down : down + step;
}

/* 1, 2, 5, 10, 20, 50 … */
static gint64
next_step (gint64 step)
{
  gint64 power = 1;

  while (step / power >= 10)
    power *= 10;

  return step / power == 2 ? 5 * power : 2 * step;
}

/* The smallest of them that is not below least. */
static gint64
first_step (gint64 least)
{
  gint64 step = 1;

  while (step < least)
    step = next_step (step);

  return step;
}

void
accord_axis_fit (AccordAxis *axis,
                 gint64      low,
                 gint64      high,
                 gint64      least,
                 guint       most)
{
  gint64 step = first_step (MAX (least, 1));

  g_return_if_fail (axis != NULL && most >= 3);
  g_return_if_fail (low != ACCORD_UNKNOWN && high != ACCORD_UNKNOWN);

  high = MAX (low, high);
  while ((round_up (high, step) - round_down (low, step)) / step >= most)
    step = next_step (step);
  axis->first = round_down (low, step);
  axis->step = step;
  axis->n = MAX (2, (guint) ((round_up (high, step) - axis->first) / step) + 1);
}

gint64
accord_axis_get_last (const AccordAxis *axis)
{
  return axis->first + (gint64) (axis->n - 1) * axis->step;
}

double
accord_axis_place (const AccordAxis *axis,
                   gint64            value)
{
  return ((double) value - (double) axis->first) / ((double) axis->step * (axis->n - 1));
}

gint64
accord_axis_reach (gint64 actual,
                   gint64 expected,
                   gint64 target)
{
  /* What is unknown is below every number. */
  gint64 reach = MAX (actual, expected);

  if (target > 0)
    {
      const gint64 far = target > G_MAXINT64 - target / 2 ? G_MAXINT64 : target + target / 2;

      reach = CLAMP (reach, target, far);
    }

  return MAX (reach, 1);
}

static int
compare_values (const void *a,
                const void *b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

gint64
accord_axis_median (const gint64 *values,
                    gsize         n)
{
  g_autofree gint64 *sorted = NULL;

  g_return_val_if_fail (values != NULL || n == 0, ACCORD_UNKNOWN);

  if (n == 0)
    return ACCORD_UNKNOWN;
  sorted = g_memdup2 (values, n * sizeof *values);
  qsort (sorted, n, sizeof *sorted, compare_values);

  return accord_wide_divide_round ((AccordWide) sorted[(n - 1) / 2] + sorted[n / 2], 2);
}

guint
accord_axis_stack (const double *places,
                   gsize         n,
                   double        size,
                   guint        *rows)
{
  g_autofree double *last = NULL; /* of each row: places ascend, so nothing reaches farther in it */
  guint n_rows = 0;

  g_return_val_if_fail ((places != NULL && rows != NULL) || n == 0, 0);

  last = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    {
      guint row = 0;

      while (row < n_rows && places[i] - last[row] < size)
        row++;
      rows[i] = row;
      last[row] = places[i];
      n_rows = MAX (n_rows, row + 1);
    }

  return n_rows;
}
