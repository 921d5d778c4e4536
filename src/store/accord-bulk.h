/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-actuals.h"
#include "accord-opportunities.h"
#include "accord-seal.h"

G_BEGIN_DECLS

/**
 * AccordBulk:
 *
 * What a change does to the rows that come in bulk, actuals and opportunities: accord_change_set_bulk() makes it part of
 * the change, so that it is stored with the change's records or not at all, and undone with them.
 */

AccordBulk *accord_bulk_new (void);
AccordBulk *accord_bulk_ref (AccordBulk *self);
void accord_bulk_unref (AccordBulk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBulk, accord_bulk_unref)

gboolean accord_bulk_is_empty (AccordBulk *self);

/* Keeps data until the bulk is gone: what borrowed texts lie in. */
void accord_bulk_hold (AccordBulk    *self,
                       gpointer       data,
                       GDestroyNotify destroy);

/* Takes the place of what is there for the same member, metric and period; one whose value is ACCORD_UNKNOWN goes. */
void accord_bulk_put_actual (AccordBulk         *self,
                             const AccordActual *actual);

/* Takes the place of the one with its id, or is a new one under that id (accord_opportunities_read_next_id()). Texts are
 * borrowed: accord_bulk_hold(). */
void accord_bulk_put_opportunity (AccordBulk              *self,
                                  const AccordOpportunity *opportunity);

/* The same with n of them at once, which are made when they are stored, for a copy of each of many takes room: read gives the
 * i-th, as often as it is asked for, with texts that live as long as data. Takes data. */
typedef void (*AccordBulkReader) (gpointer           data,
                                  guint              i,
                                  AccordOpportunity *opportunity);
void accord_bulk_set_reader (AccordBulk      *self,
                             guint            n,
                             AccordBulkReader read,
                             gpointer         data,
                             GDestroyNotify   destroy);

/* Removes an opportunity with its observations. */
void accord_bulk_remove_opportunity (AccordBulk *self,
                                     gint64      id);

/* Every opportunity that is put is noted as seen in its stage on that day; the first day that a stage was seen is kept. */
void accord_bulk_set_observed (AccordBulk *self,
                               AccordDate  day);

/* Sets what was seen of an opportunity on a day, stage NULL that nothing was. The text is copied. */
void accord_bulk_put_observation (AccordBulk                   *self,
                                  const AccordStageObservation *observation);

/* While it is stored progress (nullable) is called with 0 to 1, and cancellable (nullable) asked: G_IO_ERROR_CANCELLED, and
 * nothing is stored. For the first time that it is stored, not for Undo. */
void accord_bulk_watch (AccordBulk    *self,
                        AccordProgress progress,
                        gpointer       data,
                        GCancellable  *cancellable);

/* What all bulk rows in the file come to: another one where any of them is another. */
gboolean accord_bulk_read_state (AccordWorkspace *workspace,
                                 guint8           state[ACCORD_DIGEST_SIZE],
                                 GError         **error);

/* Storing is refused (ACCORD_STORE_ERROR_BUSY) unless the file is in that state: the bulk was made for it. */
void accord_bulk_set_basis (AccordBulk   *self,
                            const guint8  state[ACCORD_DIGEST_SIZE]);

G_END_DECLS
