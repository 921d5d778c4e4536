/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-sheet-cell.h"

typedef struct
{
  guint column;
  GtkListItem *item; /* borrowed */
} AccordSheetCellPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordSheetCell, accord_sheet_cell, GTK_TYPE_WIDGET)

static void
accord_sheet_cell_class_init (AccordSheetCellClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
accord_sheet_cell_init (AccordSheetCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
accord_sheet_cell_set_column (AccordSheetCell *self,
                              guint            column)
{
  AccordSheetCellPrivate *priv = accord_sheet_cell_get_instance_private (self);

  priv->column = column;
}

guint
accord_sheet_cell_get_column (AccordSheetCell *self)
{
  AccordSheetCellPrivate *priv = accord_sheet_cell_get_instance_private (self);

  return priv->column;
}

void
accord_sheet_cell_set_item (AccordSheetCell *self,
                            GtkListItem     *item)
{
  AccordSheetCellPrivate *priv = accord_sheet_cell_get_instance_private (self);

  priv->item = item;
}

guint
accord_sheet_cell_get_row (AccordSheetCell *self)
{
  AccordSheetCellPrivate *priv = accord_sheet_cell_get_instance_private (self);

  return priv->item != NULL ? gtk_list_item_get_position (priv->item) : GTK_INVALID_LIST_POSITION;
}

gpointer
accord_sheet_cell_get_object (AccordSheetCell *self)
{
  AccordSheetCellPrivate *priv = accord_sheet_cell_get_instance_private (self);

  return priv->item != NULL ? gtk_list_item_get_item (priv->item) : NULL;
}

void
accord_sheet_cell_set_selected (AccordSheetCell *self,
                                gboolean         selected)
{
  ACCORD_SHEET_CELL_GET_CLASS (self)->set_selected (self, selected);
}

void
accord_sheet_cell_set_editor (AccordSheetCell *self,
                              GtkWidget       *editor)
{
  ACCORD_SHEET_CELL_GET_CLASS (self)->set_editor (self, editor);
}
