/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-exact.h"

G_BEGIN_DECLS

/* Splits total over n parts in proportion to weights (each >= 0) by largest remainder: the parts add up to total
 * exactly, and of equal remainders the earlier part gets the unit. weights NULL, or all 0, splits evenly. A negative
 * total splits as its absolute value does. 1,000,000 by 17, 23, 30, 30 is 170,000, 230,000, 300,000, 300,000; 100 over
 * 3: 34, 33, 33. */
void accord_allocate (gint64 total, const gint64 *weights, gsize n, gint64 *parts);

/* The season as four weights, from the quarters' values of past plan years: each quarter's sum over the years in which
 * all four are known. Fewer than two such years, or nothing in them: four equal weights. A sum below 0 counts as 0. */
void accord_season_weights (const gint64 (*years)[4], gsize n_years, gint64 weights[4]);

/* The index of each quarter: its mean over the mean of all, in billionths, the four summing to 4 exactly. */
void accord_season_index (const gint64 weights[4], AccordRate index[4]);

/* The share of a plan year's seasonal working time that has passed when, in the given quarter (1-4), passed of its
 * total working days have. Unknown where total is 0. */
AccordExact accord_season_elapsed (const gint64 weights[4], int quarter, int passed, int total);

G_END_DECLS
