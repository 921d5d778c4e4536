/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-checked-blocks.h"
#include "accord-database.h"
#include "accord-record-row.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* For the store floor's own files that keep things in the workspace file which are not records: actuals,
 * opportunities. */

AccordDatabase *accord_workspace_get_database (AccordWorkspace *self);
AccordCheckedBlocks *accord_workspace_get_checked_blocks (AccordWorkspace *self);

/* Opens the one transaction of an action: refuses read-only workspaces, files that moved and a second writer. */
gboolean accord_workspace_begin (AccordWorkspace *self,
                                 GError         **error);

/* Ends it durably and notes that something changed. After a failure nothing is open, and the lists have been read
 * again. */
gboolean accord_workspace_commit (AccordWorkspace *self,
                                  GError         **error);

/* Takes back what is open. */
void accord_workspace_rollback (AccordWorkspace *self);

/* Every type of record there is, those that are referred to before those that refer. */
const GType *accord_workspace_get_types (guint *n_types);

G_END_DECLS
