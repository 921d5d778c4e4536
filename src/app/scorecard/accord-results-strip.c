/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-strip.h"

struct _AccordResultsStrip
{
  GtkWidget parent_instance;

  AccordResultsColumns *columns;
  gboolean leads;
};

G_DEFINE_FINAL_TYPE (AccordResultsStrip, accord_results_strip, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
accord_results_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
accord_results_strip_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  AccordResultsStrip *self = ACCORD_RESULTS_STRIP (widget);
  const guint n = accord_results_columns_get_n (self->columns);
  guint column = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && column < n;
       child = gtk_widget_get_next_sibling (child), column++)
    {
      int child_minimum, child_natural;

      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        continue;
      gtk_widget_measure (child, orientation, accord_results_columns_get_min_width (self->columns, column), &child_minimum,
                          &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = accord_results_columns_get_total_width (self->columns);
}

static void
accord_results_strip_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  AccordResultsStrip *self = ACCORD_RESULTS_STRIP (widget);
  GtkAdjustment *across = accord_results_columns_get_across (self->columns);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int total = MAX (accord_results_columns_get_total_width (self->columns), width);
  const guint n = accord_results_columns_get_n (self->columns);
  guint column = 0;
  int offset;

  if (self->leads)
    gtk_adjustment_configure (across, CLAMP (gtk_adjustment_get_value (across), 0, total - width), 0, total, width * 0.1,
                              width * 0.9, width);
  offset = (int) gtk_adjustment_get_value (across);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && column < n;
       child = gtk_widget_get_next_sibling (child), column++)
    {
      GtkAllocation place = { 0, 0, 0, height };

      accord_results_columns_get_extent (self->columns, column, width, &place.x, &place.width);
      place.x -= offset;
      if (mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
accord_results_strip_dispose (GObject *object)
{
  accord_results_strip_clear (ACCORD_RESULTS_STRIP (object));
  g_clear_object (&ACCORD_RESULTS_STRIP (object)->columns);

  G_OBJECT_CLASS (accord_results_strip_parent_class)->dispose (object);
}

static void
accord_results_strip_class_init (AccordResultsStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_results_strip_dispose;
  widget_class->get_request_mode = accord_results_strip_get_request_mode;
  widget_class->measure = accord_results_strip_measure;
  widget_class->size_allocate = accord_results_strip_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_results_strip_init (AccordResultsStrip *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
accord_results_strip_new (AccordResultsColumns *columns,
                          gboolean              leads)
{
  AccordResultsStrip *self = g_object_new (ACCORD_TYPE_RESULTS_STRIP, NULL);

  self->columns = g_object_ref (columns);
  self->leads = leads;
  g_signal_connect_object (columns, "widths-changed", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accord_results_columns_get_across (columns), "value-changed",
                           G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
accord_results_strip_append (AccordResultsStrip *self,
                             GtkWidget          *child)
{
  g_return_if_fail (ACCORD_IS_RESULTS_STRIP (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
accord_results_strip_clear (AccordResultsStrip *self)
{
  GtkWidget *child;

  g_return_if_fail (ACCORD_IS_RESULTS_STRIP (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
