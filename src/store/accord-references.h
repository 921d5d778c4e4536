/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordReference:
 * @table: the table of a record that refers to another one
 * @id: its id; 0 in tables whose rows have none (actuals)
 */
typedef struct
{
  const char *table; /* interned */
  gint64 id;
} AccordReference;

/* What in the file refers to a record: a GArray of AccordReference, one for each column that does. NULL on error. */
GArray *accord_workspace_find_references (AccordWorkspace *workspace,
                                          GType            type,
                                          gint64           id,
                                          GError         **error);

G_END_DECLS
