/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-types.h"

G_BEGIN_DECLS

#define ACCORD_SPLIT_ERROR (accord_split_error_quark ())

typedef enum
{
  ACCORD_SPLIT_ERROR_UNKNOWN,   /* there is nothing to split yet */
  ACCORD_SPLIT_ERROR_RANGE,     /* a quarter below 0, or no amount at all */
  ACCORD_SPLIT_ERROR_TOO_LARGE, /* a quarter above the whole, or above what the locked ones leave of it */
  ACCORD_SPLIT_ERROR_LOCKED,    /* every other quarter is locked, and none can take up the difference */
} AccordSplitError;

GQuark accord_split_error_quark (void);

/**
 * AccordSplit:
 * @amount: the whole, minor units; %ACCORD_UNKNOWN where nothing is committed yet
 * @unit: the minor units of a major one: whole amounts split into whole parts
 * @weights: the season, as accord_season_weights() gives it
 * @quarters: its four parts, which always add up to @amount; all unknown with it
 * @fixed: for each quarter 0 where the season decides, else the place in the order in which they were set by hand
 * @edits: how many were set by hand so far
 * @locked: quarters that nothing but typing into them changes; at most three, so that one is left to take up the
 *   difference
 *
 * A year's commitment over its quarters. A quarter set by hand stands; the others share what is left by season, by
 * largest remainder. Where that leaves nobody to take up the difference, the quarter set longest ago gives way, but
 * never a locked one. The parts add up to the whole after every call.
 */
typedef struct
{
  gint64 amount;
  gint64 unit;
  gint64 weights[4];
  gint64 quarters[4];
  guint fixed[4];
  guint edits;
  gboolean locked[4];
} AccordSplit;

/* Splits amount by weights; weights NULL splits evenly. decimals are the currency's: nobody promises odd cents, so an
 * amount without any splits into parts without any. */
void accord_split_init (AccordSplit  *self,
                        gint64        amount,
                        int           decimals,
                        const gint64 *weights);

/* Takes over quarters that were stored before; where they do not add up to amount it splits by season instead. A
 * quarter that differs from its season's part counts as set by hand. locks: bit 0 is the first quarter. */
void accord_split_restore (AccordSplit  *self,
                           const gint64  quarters[4],
                           guint         locks);

/* Another whole: locked quarters stand while they fit into it, and those set by hand while they fit beside them; else
 * they go back to the season. */
void accord_split_set_amount (AccordSplit *self,
                              gint64       amount);

/* Sets quarter (0-3) by hand and rebalances the others. FALSE with ACCORD_SPLIT_ERROR leaves everything as it was. */
gboolean accord_split_set_quarter (AccordSplit *self,
                                   guint        quarter,
                                   gint64       value,
                                   GError     **error);

/* Locks quarter at value, the others take up the difference. FALSE, and nothing is changed, where it does not fit
 * beside the locked ones, or where it is the only one left that could take up a difference. */
gboolean accord_split_lock (AccordSplit *self,
                            guint        quarter,
                            gint64       value);

/* The quarter keeps its part, as one set by hand. */
void accord_split_unlock (AccordSplit *self,
                          guint        quarter);

/* Which are locked: bit 0 is the first quarter. */
guint accord_split_get_locks (const AccordSplit *self);

/* Back to the season, nothing set by hand; locked quarters stand. */
void accord_split_reset (AccordSplit *self);

/* Whether any quarter that is not locked was set by hand. */
gboolean accord_split_is_edited (const AccordSplit *self);

G_END_DECLS
