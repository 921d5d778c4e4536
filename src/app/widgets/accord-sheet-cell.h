/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordSheetCell:
 *
 * A cell of an AccordSheet: it knows where it stands, and shows in its own way that it is selected. While it is typed in it
 * holds the text widget that it is lent.
 */
#define ACCORD_TYPE_SHEET_CELL (accord_sheet_cell_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordSheetCell, accord_sheet_cell, ACCORD, SHEET_CELL, GtkWidget)

/**
 * AccordSheetCellClass:
 * @set_selected: shows whether it is selected; by default by the style class "selected"
 * @set_editor: shows the widget in place of the text, as a child; NULL takes it out again. By default in place of the content
 */
struct _AccordSheetCellClass
{
  GtkWidgetClass parent_class;

  void (*set_selected) (AccordSheetCell *self,
                        gboolean         selected);
  void (*set_editor) (AccordSheetCell *self,
                      GtkWidget       *editor);
};

/* Its column, of those that the keys move through; set once. */
void accord_sheet_cell_set_column (AccordSheetCell *self,
                                   guint            column);
guint accord_sheet_cell_get_column (AccordSheetCell *self);

/* Its place in a list; NULL outside one. Borrowed by the cell as long as it lives in it. */
void accord_sheet_cell_set_item (AccordSheetCell *self,
                                 GtkListItem     *item);

/* Its row, GTK_INVALID_LIST_POSITION outside a list, and what stands in that row: borrowed, NULL where nothing does. */
guint accord_sheet_cell_get_row (AccordSheetCell *self);
gpointer accord_sheet_cell_get_object (AccordSheetCell *self);

void accord_sheet_cell_set_selected (AccordSheetCell *self,
                                     gboolean         selected);
void accord_sheet_cell_set_editor (AccordSheetCell *self,
                                   GtkWidget       *editor);

/* What a cell shows that has no way of its own to draw: its child, once, which goes with it. */
void accord_sheet_cell_set_content (AccordSheetCell *self,
                                    GtkWidget       *content);

/* Gives the cell a style class, or takes it away. */
void accord_sheet_cell_set_class (AccordSheetCell *self,
                                  const char      *name,
                                  gboolean         set);

G_END_DECLS
