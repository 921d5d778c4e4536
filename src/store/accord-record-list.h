/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordRecordList:
 *
 * Private to the store floor: the live records of one type in order of id. A change is collected between
 * accord_record_list_begin() and accord_record_list_finish(), and shown by one items-changed; several lists can be
 * changed together before the first of them tells.
 */
#define ACCORD_TYPE_RECORD_LIST (accord_record_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordRecordList, accord_record_list, ACCORD, RECORD_LIST, GObject)

AccordRecordList *accord_record_list_new (GType type);

/* NULL where there is none. (transfer none) */
gpointer accord_record_list_find (AccordRecordList *self,
                                  gint64            id);

/* The largest id there is, 0 in an empty list. */
gint64 accord_record_list_get_last_id (AccordRecordList *self);

/* Nothing where it has begun already. */
void accord_record_list_begin (AccordRecordList *self);
/* Takes a reference; the id must not be there yet. */
void accord_record_list_insert (AccordRecordList *self,
                                gpointer          record);
void accord_record_list_remove (AccordRecordList *self,
                                gint64            id);
/* Tells what changed, if anything did. */
void accord_record_list_finish (AccordRecordList *self);

G_END_DECLS
