/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordCheckedBlocks:
 *
 * Which blocks of actuals (accord-blocks.h) of an open file were compared with their digests, so that they need not be again
 * each time they are read. It holds as long as no other program writes: what this one writes keeps the digests true, and it
 * reads a block, and compares it, before it changes it.
 */
typedef struct _AccordCheckedBlocks AccordCheckedBlocks;

AccordCheckedBlocks *accord_checked_blocks_new (void);
void accord_checked_blocks_free (AccordCheckedBlocks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCheckedBlocks, accord_checked_blocks_free)

/* data_version is SQLite's, read in the transaction in which the blocks are about to be read: where it is another one than
 * before, somebody else has written, and everything is forgotten. */
void accord_checked_blocks_update (AccordCheckedBlocks *self,
                                   gint64               data_version);

/* Whether all of the member's blocks first … last were compared. A few dozen a member are remembered, the later ones; whoever
 * asks for others compares them again. */
gboolean accord_checked_blocks_has (AccordCheckedBlocks *self,
                                    gint64               member,
                                    gint64               first,
                                    gint64               last);
void accord_checked_blocks_add (AccordCheckedBlocks *self,
                                gint64               member,
                                gint64               first,
                                gint64               last);

G_END_DECLS
