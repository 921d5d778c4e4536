/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-bulk.h"
#include "accord-import-private.h"
#include "accord-import-row.h"

G_BEGIN_DECLS

/* What an import did to rows that come in bulk, for taking it back: an AccordImportRow for many of them. Its table is
 * "actual" or "opportunity", its record the first one's member or id; before and after are JSON:
 *
 *   actual: before is an array of [member, metric, first day (Julian), grain, value, source], value null where nothing was
 *   there; after an array of the values, in the same order.
 *   opportunity: before is {"observed": day, "rows": [[id], [id, {fields}, seen], …]}, without fields where the import added
 *   it; seen is [stage, state] of that day or null. after is an array of what accord_import_deal_digest() gives, in hex. */
#define ACCORD_IMPORT_TABLE_ACTUAL "actual"
#define ACCORD_IMPORT_TABLE_OPPORTUNITY "opportunity"

guint64 accord_import_deal_digest (const AccordOpportunity *opportunity);

/* Rows from position on, with ids as they are stored; n is how many actuals or deals there are from first on. Gives how many
 * of them the row holds. (transfer full) */
AccordImportRow *accord_import_row_of_actuals (const AccordImportActual *first,
                                               guint                     n,
                                               guint                    *taken);
AccordImportRow *accord_import_row_of_deals (AccordImportPlan      *plan,
                                             const AccordImportDeal *first,
                                             guint                   n,
                                             guint                  *taken);

/**
 * AccordImportBulkUndo:
 * @bulk: what brings back what was there
 * @removed_actuals: (element-type AccordActual): those that go
 * @removed_opportunities: (element-type gint64): those that go
 * @n_removed: @n_restored: how many go, and how many are as before
 * @n_changed: how many were changed since, and stay
 *
 * What taking back bulk rows comes to.
 */
typedef struct
{
  AccordBulk *bulk;
  GArray *removed_actuals;
  GArray *removed_opportunities;
  guint n_removed;
  guint n_restored;
  guint n_changed;
  guint n_unreadable;

  /*< private >*/
  GHashTable *opportunities; /* id to what is there */
  GPtrArray *stored;
} AccordImportBulkUndo;

AccordImportBulkUndo *accord_import_bulk_undo_new (void);
void accord_import_bulk_undo_free (AccordImportBulkUndo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportBulkUndo, accord_import_bulk_undo_free)

/* Whether the row is one of these. */
gboolean accord_import_row_is_bulk (AccordImportRow *row);

/* Adds what the row did. The store's errors. */
gboolean accord_import_bulk_undo_add (AccordImportBulkUndo *self,
                                      AccordWorkspace      *workspace,
                                      AccordImportRow      *row,
                                      GError              **error);

G_END_DECLS
