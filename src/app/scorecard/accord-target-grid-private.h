/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-target-cell.h"
#include "accord-target-grid.h"

G_BEGIN_DECLS

/* A target to set. */
typedef struct
{
  AccordTargetPlace place;
  gint64 value;
  gint64 upper;
} AccordTargetEdit;

struct _AccordTargetGrid
{
  AccordSheet parent_instance;

  AccordScorecardStep *step; /* borrowed: it holds the grid */
  AccordWorkspace *workspace;
  AccordDate starts;
  GListStore *rows;    /* AccordTargetRow */
  GPtrArray *metrics;  /* AccordMetric, a column each */
  GHashTable *targets; /* AccordTargetPlace: the AccordTarget that stands */

  AccordTargetPlace edited_place;

  /* What waits for a reason. */
  GArray *pending; /* AccordTargetEdit */
  char *pending_label;
  GtkWidget *popover;
  GtkLabel *question;
  GtkEditable *reason;
  GtkWidget *reason_button;

  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
  GtkLabel *status;
  GtkMenuButton *history_button;
};

/* FALSE where there is no such cell. */
gboolean accord_target_grid_get_place (AccordTargetGrid  *self,
                                       guint              row,
                                       guint              column,
                                       AccordTargetPlace *place);
AccordTarget *accord_target_grid_find (AccordTargetGrid        *self,
                                       const AccordTargetPlace *place);
const char *accord_target_grid_get_name (AccordTargetGrid *self,
                                         guint             row);
int accord_target_grid_get_decimals (AccordTargetGrid *self);
const char *accord_target_grid_get_currency (AccordTargetGrid *self);

/* Shows in a cell what stands for it now. */
void accord_target_grid_show_cell (AccordTargetGrid *self,
                                   AccordSheetCell  *cell);

/* For reading; "" where target is NULL. (transfer full) */
char *accord_target_grid_dup_text (AccordTargetGrid *self,
                                   AccordTarget     *target,
                                   AccordMetric     *metric);

/* Columns: accord-target-grid-columns.c */
gboolean accord_target_grid_columns_differ (AccordTargetGrid *self,
                                            GPtrArray        *metrics);
void accord_target_grid_fill_columns (AccordTargetGrid *self,
                                      GPtrArray        *metrics);
void accord_target_grid_update_widths (AccordTargetGrid *self);

/* Editing: accord-target-grid-editing.c */
void accord_target_grid_install_editing (AccordSheetClass *klass);

/* Stores edits as one step, after asking for a reason where one of them needs it. */
void accord_target_grid_store (AccordTargetGrid *self,
                               GArray           *edits,
                               const char       *label);

/* Takes back the question for a reason, and what waits for it. */
void accord_target_grid_drop_question (AccordTargetGrid *self);

/* Clipboard: accord-target-grid-clipboard.c */
void accord_target_grid_install_clipboard (AccordSheetClass *klass);

G_END_DECLS
