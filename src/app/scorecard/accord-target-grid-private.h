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
  AdwBin parent_instance;

  AccordScorecardStep *step; /* borrowed: it holds the grid */
  AccordWorkspace *workspace;
  AccordDate starts;
  GListStore *rows;     /* AccordTargetRow */
  GPtrArray *metrics;   /* AccordMetric, a column each */
  GHashTable *targets;  /* AccordTargetPlace: the AccordTarget that stands */
  GPtrArray *cells;     /* AccordTargetCell that are bound, borrowed */
  GtkWidget *root;      /* whose focus is followed; borrowed */

  /* The cell with the focus, and the other end of the selection. */
  guint row;
  guint column;
  guint anchor_row;
  guint anchor_column;

  /* What is being typed, and where. */
  GtkWidget *editor;
  AccordTargetCell *edited;
  AccordTargetPlace edited_place;
  char *edited_text;
  gboolean ending;

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

/* The rows and columns of the selection, both ends inclusive. */
typedef struct
{
  guint first_row;
  guint last_row;
  guint first_column;
  guint last_column;
} AccordTargetRange;

void accord_target_grid_get_range (AccordTargetGrid  *self,
                                   AccordTargetRange *range);

/* FALSE where there is no such cell. */
gboolean accord_target_grid_get_place (AccordTargetGrid  *self,
                                       guint              row,
                                       guint              column,
                                       AccordTargetPlace *place);
AccordTarget *accord_target_grid_find (AccordTargetGrid        *self,
                                       const AccordTargetPlace *place);
const char *accord_target_grid_get_name (AccordTargetGrid *self,
                                         guint             row);
AccordTargetCell *accord_target_grid_find_cell (AccordTargetGrid *self,
                                                guint             row,
                                                guint             column);
int accord_target_grid_get_decimals (AccordTargetGrid *self);
const char *accord_target_grid_get_currency (AccordTargetGrid *self);

/* Puts the focus there; extend leaves the other end of the selection where it is. */
void accord_target_grid_move_to (AccordTargetGrid *self,
                                 guint             row,
                                 guint             column,
                                 gboolean          extend);
void accord_target_grid_show_cursor (AccordTargetGrid *self);

/* At the foot: what is wrong, or "" for what there is to know about the focused cell. */
void accord_target_grid_say (AccordTargetGrid *self,
                             const char       *message);

/* Shows in a cell what stands for it now. */
void accord_target_grid_show_cell (AccordTargetGrid *self,
                                   AccordTargetCell *cell);

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

/* Keys: accord-target-grid-keys.c */
gboolean accord_target_grid_on_key (AccordTargetGrid *self,
                                    guint             keyval,
                                    GdkModifierType   modifiers);

/* Editing: accord-target-grid-editing.c */

/* Opens the focused cell to type in: with that text, or NULL for what it holds. */
gboolean accord_target_grid_begin_edit (AccordTargetGrid *self,
                                        const char       *text);

/* Stores what was typed. FALSE, and the cell stays open, where it cannot be read. */
gboolean accord_target_grid_end_edit (AccordTargetGrid *self);
void accord_target_grid_cancel_edit (AccordTargetGrid *self);

/* Stores edits as one step, after asking for a reason where one of them needs it. */
void accord_target_grid_store (AccordTargetGrid *self,
                               GArray           *edits,
                               const char       *label);
void accord_target_grid_clear_range (AccordTargetGrid *self);

/* Takes back the question for a reason, and what waits for it. */
void accord_target_grid_drop_question (AccordTargetGrid *self);

/* Clipboard: accord-target-grid-clipboard.c */
void accord_target_grid_copy (AccordTargetGrid *self);
void accord_target_grid_paste (AccordTargetGrid *self);

G_END_DECLS
