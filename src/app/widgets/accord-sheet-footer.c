/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-sheet-footer.h"

struct _AccordSheetFooter
{
  GtkWidget parent_instance;

  GtkColumnView *view; /* borrowed; NULL once it is gone */
  GPtrArray *cells;    /* GtkWidget, borrowed: children */
};

G_DEFINE_FINAL_TYPE (AccordSheetFooter, accord_sheet_footer, GTK_TYPE_WIDGET)

static void
accord_sheet_footer_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  AccordSheetFooter *self = ACCORD_SHEET_FOOTER (widget);

  *minimum = *natural = 0;
  /* As wide as the view is, which scrolls. */
  for (guint i = 0; orientation == GTK_ORIENTATION_VERTICAL && i < self->cells->len; i++)
    {
      int least, usual;

      gtk_widget_measure (self->cells->pdata[i], orientation, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
}

/* GTK 4.8 tells the widths of columns by their titles alone. The view was given its size before. */
static void
accord_sheet_footer_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  AccordSheetFooter *self = ACCORD_SHEET_FOOTER (widget);
  GtkWidget *header = self->view != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->view)) : NULL;
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = self->cells->pdata[i];
      graphene_rect_t bounds;
      const gboolean placed = title != NULL && gtk_widget_compute_bounds (title, GTK_WIDGET (self->view), &bounds)
                              && bounds.size.width >= 1;

      gtk_widget_set_child_visible (cell, placed);
      if (placed)
        {
          int least;

          gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          gtk_widget_size_allocate (
            cell, &(GtkAllocation) { (int) bounds.origin.x, 0, MAX (least, (int) bounds.size.width), height }, -1);
        }
      title = title != NULL ? gtk_widget_get_next_sibling (title) : NULL;
    }
}

static void
clear_cells (AccordSheetFooter *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (self->cells->pdata[i]);
  g_ptr_array_set_size (self->cells, 0);
}

static void
accord_sheet_footer_dispose (GObject *object)
{
  AccordSheetFooter *self = ACCORD_SHEET_FOOTER (object);

  clear_cells (self);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (accord_sheet_footer_parent_class)->dispose (object);
}

static void
accord_sheet_footer_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_SHEET_FOOTER (object)->cells);

  G_OBJECT_CLASS (accord_sheet_footer_parent_class)->finalize (object);
}

static void
accord_sheet_footer_class_init (AccordSheetFooterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_sheet_footer_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_sheet_footer_finalize;
  widget_class->measure = accord_sheet_footer_measure;
  widget_class->size_allocate = accord_sheet_footer_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "sheetfooter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_sheet_footer_init (AccordSheetFooter *self)
{
  self->cells = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
accord_sheet_footer_set_view (AccordSheetFooter *self,
                              GtkColumnView     *view,
                              GtkScrolledWindow *scrolled)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (ACCORD_IS_SHEET_FOOTER (self) && self->view == NULL);

  g_set_weak_pointer (&self->view, view);
  adjustment = gtk_scrolled_window_get_hadjustment (scrolled);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
}

void
accord_sheet_footer_set_n_cells (AccordSheetFooter *self,
                                 guint              n_cells)
{
  g_return_if_fail (ACCORD_IS_SHEET_FOOTER (self));

  if (n_cells == self->cells->len)
    return;

  clear_cells (self);
  for (guint i = 0; i < n_cells; i++)
    {
      GtkWidget *cell = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (cell), i == 0 ? 0 : 1);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (cell, "numeric");
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
}

void
accord_sheet_footer_set_text (AccordSheetFooter *self,
                              guint              cell,
                              const char        *text,
                              const char        *label)
{
  g_return_if_fail (ACCORD_IS_SHEET_FOOTER (self) && cell < self->cells->len);

  gtk_label_set_label (self->cells->pdata[cell], text);
  gtk_accessible_update_property (self->cells->pdata[cell], GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
accord_sheet_footer_update (AccordSheetFooter *self)
{
  g_return_if_fail (ACCORD_IS_SHEET_FOOTER (self));

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
