/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-footer.h"

#include "accord-planning-cell.h"

#include <glib/gi18n.h>

struct _AccordPlanningFooter
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustment;
  GtkWidget *cells[ACCORD_PLANNING_N_COLUMNS];
  int widths[ACCORD_PLANNING_N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (AccordPlanningFooter, accord_planning_footer, GTK_TYPE_WIDGET)

static void
accord_planning_footer_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  AccordPlanningFooter *self = ACCORD_PLANNING_FOOTER (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->cells[0] != NULL)
    gtk_widget_measure (self->cells[0], orientation, -1, minimum, natural, NULL, NULL);
}

static void
accord_planning_footer_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  AccordPlanningFooter *self = ACCORD_PLANNING_FOOTER (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int sum = 0, x = 0;

  if (self->cells[0] == NULL)
    return;
  if (self->adjustment != NULL)
    x = -(int) gtk_adjustment_get_value (self->adjustment);
  for (int i = 0; i < ACCORD_PLANNING_N_COLUMNS; i++)
    sum += self->widths[i];
  if (mirrored)
    x = x + MAX (sum, width);
  for (int i = 0; i < ACCORD_PLANNING_N_COLUMNS; i++)
    {
      int own = self->widths[i] + (i == 0 ? MAX (0, width - sum) : 0);
      GtkAllocation place = { mirrored ? x - own : x, 0, own, height };

      gtk_widget_set_child_visible (self->cells[i], own > 0);
      if (own > 0)
        gtk_widget_size_allocate (self->cells[i], &place, -1);
      x += mirrored ? -own : own;
    }
}

static void
accord_planning_footer_dispose (GObject *object)
{
  AccordPlanningFooter *self = ACCORD_PLANNING_FOOTER (object);

  for (int i = 0; i < ACCORD_PLANNING_N_COLUMNS; i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (accord_planning_footer_parent_class)->dispose (object);
}

static void
accord_planning_footer_class_init (AccordPlanningFooterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_planning_footer_dispose;
  widget_class->measure = accord_planning_footer_measure;
  widget_class->size_allocate = accord_planning_footer_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "planningfooter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_planning_footer_init (AccordPlanningFooter *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Team"), -1);
}

void
accord_planning_footer_set_adjustment (AccordPlanningFooter *self,
                                       GtkAdjustment        *adjustment)
{
  g_set_object (&self->adjustment, adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
}

void
accord_planning_footer_set_row (AccordPlanningFooter *self,
                                AccordPlanningRow    *row,
                                int                   decimals)
{
  for (int i = 0; i < ACCORD_PLANNING_N_COLUMNS; i++)
    {
      g_clear_pointer (&self->cells[i], gtk_widget_unparent);
      if (row == NULL)
        continue;
      self->cells[i] = accord_planning_cell_new ((AccordPlanningColumn) i, decimals);
      gtk_widget_set_focusable (self->cells[i], FALSE);
      accord_planning_cell_set_row (ACCORD_PLANNING_CELL (self->cells[i]), row);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
}

void
accord_planning_footer_set_widths (AccordPlanningFooter *self,
                                   const int             widths[ACCORD_PLANNING_N_COLUMNS])
{
  memcpy (self->widths, widths, sizeof self->widths);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
