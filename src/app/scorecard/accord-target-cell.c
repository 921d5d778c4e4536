/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-cell.h"

#include <glib/gi18n.h>

struct _AccordTargetCell
{
  AccordSheetCell parent_instance;

  GtkWidget *mark;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (AccordTargetCell, accord_target_cell, ACCORD_TYPE_SHEET_CELL)

static void
accord_target_cell_class_init (AccordTargetCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "targetcell");
}

static void
accord_target_cell_init (AccordTargetCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  self->mark = gtk_image_new_from_icon_name ("accord-goal-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->mark), 12);
  gtk_widget_add_css_class (self->mark, "accent");
  gtk_widget_set_tooltip_text (self->mark, _("From the plan"));
  gtk_widget_set_visible (self->mark, FALSE);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 1);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  accord_sheet_cell_set_content (ACCORD_SHEET_CELL (self), box);
}

AccordSheetCell *
accord_target_cell_new (guint column)
{
  AccordSheetCell *self = g_object_new (ACCORD_TYPE_TARGET_CELL, "focusable", TRUE, NULL);

  accord_sheet_cell_set_column (self, column);

  return self;
}

void
accord_target_cell_show (AccordTargetCell *self,
                         const char       *text,
                         const char       *label,
                         gboolean          from_plan)
{
  AccordTargetRow *row = accord_sheet_cell_get_object (ACCORD_SHEET_CELL (self));

  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (self->mark, from_plan);
  accord_sheet_cell_set_class (ACCORD_SHEET_CELL (self), "team", row != NULL && accord_target_row_get_member (row) == 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
