/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-types.h"

G_BEGIN_DECLS

/* Where things stand in a picture: numbers only, nothing is drawn here. */

/**
 * AccordAxis:
 * @first: the value at the first mark
 * @step: from a mark to the next
 * @n: how many marks, at least two
 *
 * The marks of an axis at round numbers: 1, 2 or 5 times a power of ten apart.
 */
typedef struct
{
  gint64 first;
  gint64 step;
  guint n;
} AccordAxis;

/* The finest axis of most marks (at least 3) that reaches from low to high. No step is smaller than least, which is above 0: what
 * one unit of the thing counted is. Both ends are known; high is above low, or the axis has one step. */
void accord_axis_fit (AccordAxis *axis,
                      gint64      low,
                      gint64      high,
                      gint64      least,
                      guint       most);

/* The value at its last mark. */
gint64 accord_axis_get_last (const AccordAxis *axis);

/* The share of the way from the first mark to the last: 0 … 1, outside of it below or above. */
double accord_axis_place (const AccordAxis *axis,
                          gint64            value);

/* How far a bar's scale goes so that what is reached and what is expected can be seen against a target: to the largest of them,
 * but not so far beyond the target that it could not be told any more. Each may be unknown; above 0 always. */
gint64 accord_axis_reach (gint64 actual,
                          gint64 expected,
                          gint64 target);

/* The one in the middle of n known values, of an even count half way between the two in the middle, half to even; unknown where
 * there are none. */
gint64 accord_axis_median (const gint64 *values,
                           gsize         n);

/* Dots on a line at places, ascending, each of a size: rows[i] is how high a dot stands, 0 the line, so that none touches
 * another. Gives how many rows there are. */
guint accord_axis_stack (const double *places,
                         gsize         n,
                         double        size,
                         guint        *rows);

G_END_DECLS
