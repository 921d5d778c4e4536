/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-card.h"

G_BEGIN_DECLS

/*
 * Which cards of a board matter most: those to use apart from those to mitigate, each by impact × likelihood, as a
 * list and as a picture of five by five cells with a dot a card.
 */

#define ACCORD_PRIORITY_LEVELS 5

typedef enum
{
  ACCORD_PRIORITY_USE,      /* strengths and opportunities */
  ACCORD_PRIORITY_MITIGATE, /* weaknesses and threats */
} AccordPriorityGroup;

#define ACCORD_PRIORITY_N_GROUPS 2

AccordPriorityGroup accord_priority_group_of (AccordQuadrant quadrant);

/* The cards that lie on the board and belong to the group: highest priority first, then most votes, then as they lie;
 * those that are not rated come last. (transfer full): an array that holds references. */
GPtrArray *accord_priority_list (GListModel         *cards,
                                 GListModel         *votes,
                                 gint64              year,
                                 gint64              territory,
                                 AccordPriorityGroup group);

/* A rating moved by steps, kept within 1 to 5; one below 1 is 0, not rated. */
gint64 accord_priority_step (gint64 rating,
                             int    steps);

/* Where the index-th of n dots lies in a cell: the place of its upper left corner in it. Dots stand side by side
 * where the cell holds them, else they overlap evenly; they never stand out of a cell that is larger than a dot. All
 * in the same unit. */
void accord_priority_place_dot (guint   index,
                                guint   n,
                                double  width,
                                double  height,
                                double  dot,
                                double *x,
                                double *y);

/* The level, 1 to 5, of a point along an axis that is length long and rises from 0; 0 where it lies outside. */
gint64 accord_priority_level_at (double point,
                                 double length);

G_END_DECLS
