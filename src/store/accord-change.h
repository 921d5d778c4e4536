/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordChange:
 *
 * One action of the user: the records that it puts and removes, stored in one transaction, undone in one step. Make it,
 * fill it with drafts, give it to accord_workspace_apply().
 */
typedef struct _AccordChange AccordChange;

/* label names the action for Undo, translated, as in "Move Card". */
AccordChange *accord_change_new (const char *label);
AccordChange *accord_change_ref (AccordChange *self);
void accord_change_unref (AccordChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordChange, accord_change_unref)

const char *accord_change_get_label (AccordChange *self);
gboolean accord_change_is_empty (AccordChange *self);

/* Stores the draft: as a new record if its id is 0 (the id is set in the draft once it is stored) or one that
 * accord_workspace_reserve_id() gave, else in place of the record with its id. Takes a reference on the draft, which
 * must not be a live record. Records are stored in the order in which they were put. */
void accord_change_put (AccordChange *self,
                        gpointer      draft);

/* Removes the record with this record's type and id. */
void accord_change_remove (AccordChange *self,
                           gpointer      record);

/* Says that the change goes on with what the change before it did (the next pause in typing): where both changed the same
 * fields of the same one record, under the same label, Undo takes them back in one step. */
void accord_change_set_continues (AccordChange *self,
                                  gboolean      continues);
gboolean accord_change_get_continues (AccordChange *self);

/* What the change does to rows that come in bulk (accord-bulk.h): stored in the same transaction and undone in the same
 * step as the records. Takes a reference. */
typedef struct _AccordBulk AccordBulk;
void accord_change_set_bulk (AccordChange *self,
                             AccordBulk   *bulk);
AccordBulk *accord_change_get_bulk (AccordChange *self);

/* For the workspace: the drafts to put, and the records to remove, as GPtrArrays of AccordRecord. */
GPtrArray *accord_change_get_puts (AccordChange *self);
GPtrArray *accord_change_get_removals (AccordChange *self);

G_END_DECLS
