/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-entry-cell.h"
#include "accord-entry-grid.h"
#include "accord-score-period.h"
#include "accord-sheet-footer.h"
#include "accord-week-entry.h"

G_BEGIN_DECLS

/* A value to store; ACCORD_UNKNOWN to clear. */
typedef struct
{
  gint64 member;
  guint column;
  gint64 value;
} AccordEntryEdit;

struct _AccordEntryGrid
{
  AccordSheet parent_instance;

  AccordWorkspace *workspace;
  AccordWeekEntry *week;      /* NULL: nothing is shown */
  GArray *shapes;             /* guint: what its metrics were like */
  char *all;
  GListStore *rows;           /* AccordMember */
  GPtrArray *members;         /* the same */
  GPtrArray *names;           /* what they are called in the rows */
  AccordTargetFinder *finder; /* NULL until a target is asked for */
  gboolean stale;             /* somebody else has changed values */
  gboolean storing;
  gboolean readable;          /* what the week holds is known */

  /* What is typed in. */
  AccordMember *edited; /* owned */
  guint edited_column;

  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
  AccordSheetFooter *footer;
  GtkLabel *status;
  GtkLabel *count;
};

/* 0 where nothing is shown. */
guint accord_entry_grid_get_n_metrics (AccordEntryGrid *self);
AccordMetric *accord_entry_grid_get_metric (AccordEntryGrid *self,
                                            guint            column);

/* Borrowed; NULL where there is no such row. */
AccordMember *accord_entry_grid_get_member (AccordEntryGrid *self,
                                            guint            row);

/* FALSE, and all unknown, where there is no such cell. */
gboolean accord_entry_grid_get_value (AccordEntryGrid *self,
                                      guint            row,
                                      guint            column,
                                      AccordWeekValue *value);

int accord_entry_grid_get_decimals (AccordEntryGrid *self);

/* For reading; "" where it is unknown. (transfer full) */
char *accord_entry_grid_dup_text (AccordEntryGrid *self,
                                  guint            column,
                                  gint64           value);

void accord_entry_grid_show_cell (AccordEntryGrid *self,
                                  AccordSheetCell *cell);

/* Shows what is known in every cell in sight, or (member not 0) those of one member, in the row of all and at the foot. */
void accord_entry_grid_show_values (AccordEntryGrid *self,
                                    gint64           member);

/* Columns: accord-entry-grid-columns.c */
gboolean accord_entry_grid_columns_differ (AccordEntryGrid *self);
void accord_entry_grid_fill_columns (AccordEntryGrid *self);

/* Shows what everybody has come to together, and makes columns as wide as what they hold. */
void accord_entry_grid_update_totals (AccordEntryGrid *self);

/* What is known about the focused cell: accord-entry-grid-note.c */
char *accord_entry_grid_dup_note (AccordEntryGrid *self);

/* Editing: accord-entry-grid-editing.c */
void accord_entry_grid_install_editing (AccordSheetClass *klass);

/* Stores edits (element-type AccordEntryEdit) as one step. FALSE where that failed, which is said. */
gboolean accord_entry_grid_store (AccordEntryGrid *self,
                                  GArray          *edits,
                                  const char      *label);

/* Clipboard: accord-entry-grid-clipboard.c */
void accord_entry_grid_install_clipboard (AccordSheetClass *klass);

G_END_DECLS
