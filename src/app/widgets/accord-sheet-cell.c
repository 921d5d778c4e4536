/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-sheet-cell.h"

typedef struct
{
  guint column;
  GtkListItem *item; /* borrowed */
  GtkWidget *content;
  GtkWidget *editor;
} AccordSheetCellPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordSheetCell, accord_sheet_cell, GTK_TYPE_WIDGET)

static void
accord_sheet_cell_real_set_selected (AccordSheetCell *self,
                                     gboolean         selected)
{
  accord_sheet_cell_set_class (self, "selected", selected);
}

static void
accord_sheet_cell_real_set_editor (AccordSheetCell *self,
                                   GtkWidget       *editor)
{
  AccordSheetCellPrivate *priv = accord_sheet_cell_get_instance_private (self);

  g_clear_pointer (&priv->editor, gtk_widget_unparent);
  priv->editor = editor;
  if (editor != NULL)
    gtk_widget_set_parent (editor, GTK_WIDGET (self));
  /* Keeps its place, so that the row keeps its height. */
  gtk_widget_set_opacity (priv->content, editor != NULL ? 0 : 1);
}

static void
accord_sheet_cell_dispose (GObject *object)
{
  AccordSheetCellPrivate *priv = accord_sheet_cell_get_instance_private (ACCORD_SHEET_CELL (object));

  g_clear_pointer (&priv->editor, gtk_widget_unparent);
  g_clear_pointer (&priv->content, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_sheet_cell_parent_class)->dispose (object);
}

static void
accord_sheet_cell_class_init (AccordSheetCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_sheet_cell_dispose;
  klass->set_selected = accord_sheet_cell_real_set_selected;
  klass->set_editor = accord_sheet_cell_real_set_editor;
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

void
accord_sheet_cell_set_content (AccordSheetCell *self,
                               GtkWidget       *content)
{
  AccordSheetCellPrivate *priv = accord_sheet_cell_get_instance_private (self);

  priv->content = content;
  gtk_widget_set_parent (content, GTK_WIDGET (self));
}

void
accord_sheet_cell_set_class (AccordSheetCell *self,
                             const char      *name,
                             gboolean         set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}
