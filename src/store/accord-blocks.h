/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-actuals.h"
#include "accord-opportunities.h"
#include "accord-seal.h"

G_BEGIN_DECLS

/* Rows that come in bulk carry no digest of their own: they share one per block, in the table block_digest. Its bytes
 * are fixed with schema version 1.
 *
 *   A block of actuals is what one member has in 91 days, block = starts / 91 (Julian day numbers). Its digest is
 *   SHA-256 of "accord-actual-block-v1" + NUL, member, block, then for each row in order of metric, starts, grain:
 *   metric, starts, value, grain, source.
 *
 *   A block of opportunities is 256 ids, block = id / 256, member 0. Its digest is SHA-256 of
 *   "accord-opportunity-block-v1" + NUL, block, then for each row in order of id: the byte 'O', id, external, member,
 *   account, product, stage, state, created, closed, amount; each followed by its observations in order of day: the
 *   byte 'S', observed, stage, state.
 *
 * Numbers are 8 bytes, big-endian, but grain and source, which are one byte. A text, an ISO date too, is its length in
 * bytes as a number, then its bytes. NULL is length -1; an amount that is NULL is the lowest number. */
#define ACCORD_ACTUAL_BLOCK_DAYS 91
#define ACCORD_OPPORTUNITY_BLOCK_IDS 256

#define ACCORD_BLOCK_ACTUAL "actual"
#define ACCORD_BLOCK_OPPORTUNITY "opportunity"

/* The block in which a day, or an id, lies; both are > 0 in a sound file, and rounded towards 0 as SQL does in any. */
gint64 accord_block_of_day (gint64 starts);
gint64 accord_block_of_id (gint64 id);

/* A digest that grows row by row. */
GChecksum *accord_block_begin_actuals (gint64 member,
                                       gint64 block);
void accord_block_add_actual (GChecksum          *checksum,
                              const AccordActual *actual);
GChecksum *accord_block_begin_opportunities (gint64 block);
void accord_block_add_byte (GChecksum *checksum,
                            char       byte);
void accord_block_add_integer (GChecksum *checksum,
                               gint64     value);
/* text NULL: none; length in bytes. */
void accord_block_add_text (GChecksum  *checksum,
                            const void *text,
                            gssize      length);
void accord_block_end (GChecksum *checksum,
                       guint8     digest[ACCORD_DIGEST_SIZE]);

/**
 * AccordBlockSums:
 *
 * The digests of all blocks of one member's actuals, while the rows come by metric and day and so go from block to
 * block.
 */
typedef struct _AccordBlockSums AccordBlockSums;

AccordBlockSums *accord_block_sums_new (void);
void accord_block_sums_free (AccordBlockSums *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBlockSums, accord_block_sums_free)

/* Begins again, for another member. */
void accord_block_sums_start (AccordBlockSums *self,
                              gint64           member);
void accord_block_sums_add (AccordBlockSums    *self,
                            const AccordActual *actual);

/* The blocks that rows were added to, in ascending order. digest ends the i-th: once. */
guint accord_block_sums_get_n_blocks (AccordBlockSums *self);
gint64 accord_block_sums_get_block (AccordBlockSums *self,
                                    guint            i);
void accord_block_sums_get_digest (AccordBlockSums *self,
                                   guint            i,
                                   guint8           digest[ACCORD_DIGEST_SIZE]);

G_END_DECLS
