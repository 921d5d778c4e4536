/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-member.h"

G_BEGIN_DECLS

/**
 * AccordTargetRow:
 *
 * Whose targets a row of the grid holds: a member's, or those of all for whom the metrics are kept.
 */
#define ACCORD_TYPE_TARGET_ROW (accord_target_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordTargetRow, accord_target_row, ACCORD, TARGET_ROW, GObject)

/* member NULL: all of them, under that name. */
AccordTargetRow *accord_target_row_new (AccordMember *member,
                                        const char   *name);

/* 0 for all. */
gint64 accord_target_row_get_member (AccordTargetRow *self);
const char *accord_target_row_get_name (AccordTargetRow *self);

/* Rows of a grid: one of all of them, under that name, and one a member, an array of AccordMember. Whether they are these
 * already, under the names that these have now. */
gboolean accord_target_rows_are (GListModel *rows,
                                 const char *all,
                                 GPtrArray  *members);
void accord_target_rows_fill (GListStore *rows,
                              const char *all,
                              GPtrArray  *members);

/* The column that names them. (transfer full) */
GtkColumnViewColumn *accord_target_rows_create_column (void);

G_END_DECLS
