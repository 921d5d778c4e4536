/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-bulk.h"
#include "accord-database.h"

G_BEGIN_DECLS

struct _AccordBulk
{
  gatomicrefcount references;
  GArray *actuals;       /* of AccordActual */
  GArray *opportunities; /* of AccordOpportunity, whose texts are in … */
  GStringChunk *texts;   /* … here, or in what is held */
  AccordBulkReader read; /* of n_read more opportunities */
  gpointer read_data;
  guint n_read;
  GArray *removals;      /* of gint64 */
  GArray *observations;  /* of AccordStageObservation */
  AccordDate observed;
  GArray *held;
  gboolean has_basis;
  guint8 basis[ACCORD_DIGEST_SIZE];
  AccordProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  gsize n_done; /* rows stored so far */
};

/* The i-th opportunity; what it gives is in room, or lives as long as the bulk does. */
guint accord_bulk_get_n_opportunities (AccordBulk *self);
const AccordOpportunity *accord_bulk_get_opportunity (AccordBulk        *self,
                                                      guint              i,
                                                      AccordOpportunity *room);

/* To be called for every row that is stored; FALSE with G_IO_ERROR_CANCELLED. */
gboolean accord_bulk_step (AccordBulk *self,
                           GError    **error);

/* Within a transaction: stores it all. before is what brings back what was there. */
gboolean accord_bulk_store (AccordBulk     *self,
                            AccordDatabase *database,
                            AccordBulk    **before,
                            GError        **error);

/* accord-opportunities-put.c: the part of it that is about opportunities, added to before. */
gboolean accord_opportunities_store (AccordDatabase *database,
                                     AccordBulk     *bulk,
                                     AccordBulk     *before,
                                     GError        **error);

G_END_DECLS
