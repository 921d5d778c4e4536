/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-planning-cell.h"
#include "accord-planning-footer.h"
#include "accord-planning-grid.h"

G_BEGIN_DECLS

struct _AccordPlanningGrid
{
  AdwBin parent_instance;

  AccordPlanningYear *year;
  GListModel *rows;
  GPtrArray *cells; /* AccordPlanningCell that are bound, borrowed */
  GtkWidget *root;  /* whose focus is followed; borrowed */

  gboolean grouped;
  char *shape; /* what the widths of the columns came from */

  /* The cell with the focus, and the other end of the selection. */
  guint row;
  AccordPlanningColumn column;
  guint anchor_row;
  AccordPlanningColumn anchor_column;

  /* What is being typed, and where. */
  GtkWidget *editor;
  AccordPlanningCell *edited;
  AccordPlanningRow *edited_row;
  char *edited_text;
  gboolean ending;

  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
  AccordPlanningFooter *footer;
  GtkLabel *status;
  GtkButton *plan_button;
};

/* Navigation: accord-planning-grid-navigation.c */

/* The rows and columns of the selection, both ends inclusive. */
typedef struct
{
  guint first_row;
  guint last_row;
  AccordPlanningColumn first_column;
  AccordPlanningColumn last_column;
} AccordPlanningRange;

void accord_planning_grid_get_range (AccordPlanningGrid  *self,
                                     AccordPlanningRange *range);
AccordPlanningRow *accord_planning_grid_dup_row (AccordPlanningGrid *self,
                                                 guint               position);
AccordPlanningCell *accord_planning_grid_find_cell (AccordPlanningGrid  *self,
                                                    guint                position,
                                                    AccordPlanningColumn column);

/* Puts the focus there; extend leaves the other end of the selection where it is. */
void accord_planning_grid_move_to (AccordPlanningGrid  *self,
                                   guint                position,
                                   AccordPlanningColumn column,
                                   gboolean             extend);

/* To the next cell that can be typed in, or the one before, or one row down or up. FALSE at the end. */
gboolean accord_planning_grid_advance (AccordPlanningGrid *self,
                                       int                 step);
gboolean accord_planning_grid_step_row (AccordPlanningGrid *self,
                                        int                 step);

/* The focus or the selection is elsewhere: shows it. */
void accord_planning_grid_show_cursor (AccordPlanningGrid *self);
gboolean accord_planning_grid_on_key (AccordPlanningGrid *self,
                                      guint               keyval,
                                      GdkModifierType     modifiers);

/* Whether the column is in sight at all. */
gboolean accord_planning_grid_shows (AccordPlanningGrid  *self,
                                     AccordPlanningColumn column);

/* Editing: accord-planning-grid-editing.c */

/* Opens the focused cell to type in: with that text, or NULL for what it holds. FALSE where nothing can be typed. */
gboolean accord_planning_grid_begin_edit (AccordPlanningGrid *self,
                                          const char         *text);

/* Stores what was typed. FALSE, and the cell stays open, where it cannot be. */
gboolean accord_planning_grid_end_edit (AccordPlanningGrid *self);
void accord_planning_grid_cancel_edit (AccordPlanningGrid *self);

/* Stores edits of rows as one step. */
gboolean accord_planning_grid_store (AccordPlanningGrid      *self,
                                     GPtrArray               *rows,
                                     const AccordFiguresEdit *edits,
                                     const char              *label);
void accord_planning_grid_clear_range (AccordPlanningGrid *self);

/* Clipboard: accord-planning-grid-clipboard.c */
void accord_planning_grid_copy (AccordPlanningGrid *self);
void accord_planning_grid_paste (AccordPlanningGrid *self);

/* At the foot: what is wrong, or "" for what there is to know about the focused row. */
void accord_planning_grid_say (AccordPlanningGrid *self,
                               const char         *message);
void accord_planning_grid_ask_plan (AccordPlanningGrid *self);

G_END_DECLS
