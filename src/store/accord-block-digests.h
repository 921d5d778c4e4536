/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-blocks.h"
#include "accord-database.h"

G_BEGIN_DECLS

/**
 * AccordBlockDigests:
 *
 * What the file keeps of the digests of one kind of block (accord-blocks.h), read and written one at a time while the
 * block's rows are put.
 */
typedef struct _AccordBlockDigests AccordBlockDigests;

/* kind is ACCORD_BLOCK_ACTUAL or ACCORD_BLOCK_OPPORTUNITY. NULL on failure. */
AccordBlockDigests *accord_block_digests_new (AccordDatabase *database,
                                              const char     *kind,
                                              GError        **error);
void accord_block_digests_free (AccordBlockDigests *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBlockDigests, accord_block_digests_free)

/* The digest that is stored for the block; found says whether there is one. What is no digest reads as zeros, which no
 * rows have. */
gboolean accord_block_digests_read (AccordBlockDigests *self,
                                    gint64              member,
                                    gint64              block,
                                    guint8              digest[ACCORD_DIGEST_SIZE],
                                    gboolean           *found,
                                    GError            **error);

/* digest NULL: the block has no rows, and then no digest either. */
gboolean accord_block_digests_write (AccordBlockDigests *self,
                                     gint64              member,
                                     gint64              block,
                                     const guint8       *digest,
                                     GError            **error);

G_END_DECLS
