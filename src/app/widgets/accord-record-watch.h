/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordRecordWatch:
 *
 * Follows lists of live records, and the records in them, for a view that is computed from many of them: signal
 * "changed" comes once, from the main loop, after any number of changes.
 */
#define ACCORD_TYPE_RECORD_WATCH (accord_record_watch_get_type ())
G_DECLARE_FINAL_TYPE (AccordRecordWatch, accord_record_watch, ACCORD, RECORD_WATCH, GObject)

AccordRecordWatch *accord_record_watch_new (void);

/* One that follows the workspace's lists of n_types types. */
AccordRecordWatch *accord_record_watch_new_for_types (AccordWorkspace *workspace,
                                                      const GType     *types,
                                                      gsize            n_types);

/* Follows list too, as long as the watch lives. */
void accord_record_watch_add (AccordRecordWatch *self,
                              GListModel        *list);

/* Something else that the view is computed from has changed. */
void accord_record_watch_touch (AccordRecordWatch *self);

/* Whoever made the changes so far has shown them already: no "changed" comes of those. */
void accord_record_watch_settle (AccordRecordWatch *self);

G_END_DECLS
