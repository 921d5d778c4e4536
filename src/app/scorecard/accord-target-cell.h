/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-target-row.h"

G_BEGIN_DECLS

/**
 * AccordTargetCell:
 *
 * A cell of the grid of targets: a text, with a mark where it comes from a plan. While it is typed in it holds the text widget
 * that it is lent.
 */
#define ACCORD_TYPE_TARGET_CELL (accord_target_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordTargetCell, accord_target_cell, ACCORD, TARGET_CELL, GtkWidget)

GtkWidget *accord_target_cell_new (guint column);

guint accord_target_cell_get_column (AccordTargetCell *self);

/* Its place in a list; NULL outside one. Borrowed by the cell as long as it lives in it. */
void accord_target_cell_set_item (AccordTargetCell *self,
                                  GtkListItem      *item);
guint accord_target_cell_get_position (AccordTargetCell *self);
AccordTargetRow *accord_target_cell_get_row (AccordTargetCell *self);

/* label says it all to assistive technologies. */
void accord_target_cell_show (AccordTargetCell *self,
                              const char       *text,
                              const char       *label,
                              gboolean          from_plan);
void accord_target_cell_set_selected (AccordTargetCell *self,
                                      gboolean          selected);

/* Shows the widget in place of the text; NULL takes it out again. */
void accord_target_cell_set_editor (AccordTargetCell *self,
                                    GtkWidget        *editor);

G_END_DECLS
