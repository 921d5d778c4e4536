/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-planning-cell.h"
#include "accord-planning-footer.h"
#include "accord-planning-grid.h"

G_BEGIN_DECLS

struct _AccordPlanningGrid
{
  AccordSheet parent_instance;

  AccordPlanningYear *year;
  GListModel *rows;

  gboolean grouped;
  char *shape; /* what the widths of the columns came from */

  AccordPlanningRow *edited_row;

  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
  AccordPlanningFooter *footer;
  GtkLabel *status;
  GtkButton *plan_button;
};

AccordPlanningRow *accord_planning_grid_dup_row (AccordPlanningGrid *self,
                                                 guint               position);

/* Whether the column is in sight at all. */
gboolean accord_planning_grid_shows (AccordPlanningGrid  *self,
                                     AccordPlanningColumn column);

/* Editing: accord-planning-grid-editing.c */
void accord_planning_grid_install_editing (AccordSheetClass *klass);

/* Stores edits of rows as one step. */
gboolean accord_planning_grid_store (AccordPlanningGrid      *self,
                                     GPtrArray               *rows,
                                     const AccordFiguresEdit *edits,
                                     const char              *label);

/* Clipboard: accord-planning-grid-clipboard.c */
void accord_planning_grid_install_clipboard (AccordSheetClass *klass);

G_END_DECLS
