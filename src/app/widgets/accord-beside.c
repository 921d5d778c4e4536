/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-beside.h"

struct _AccordBeside
{
  GtkWidget parent_instance;

  GtkWidget *start;
  GtkWidget *end;
  GtkWidget *scrolled; /* what scrolls both, or NULL */
  int start_width;
  int end_width;
  int spacing;
};

G_DEFINE_FINAL_TYPE (AccordBeside, accord_beside, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START,
  PROP_END,
  PROP_START_WIDTH,
  PROP_END_WIDTH,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* The width of each at the given width of both; FALSE where they stand one under the other. */
static gboolean
divide (AccordBeside *self,
        int           width,
        int          *start_width,
        int          *end_width)
{
  int start_needed, end_needed;

  *start_width = *end_width = width;
  if (self->start == NULL || self->end == NULL || !gtk_widget_should_layout (self->end)
      || !gtk_widget_should_layout (self->start))
    return FALSE;

  start_needed = MAX (self->start_width, minimum_width (self->start));
  end_needed = MAX (self->end_width, minimum_width (self->end));
  if (start_needed + self->spacing + end_needed > width)
    return FALSE;

  *end_width = end_needed;
  *start_width = width - self->spacing - end_needed;

  return TRUE;
}

static int
height_for (GtkWidget *widget,
            int        width)
{
  int minimum, natural;

  if (widget == NULL || !gtk_widget_should_layout (widget))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);

  return natural;
}

static GtkSizeRequestMode
accord_beside_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_beside_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  AccordBeside *self = ACCORD_BESIDE (widget);
  int start_minimum = 0, start_natural = 0, end_minimum = 0, end_natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      if (self->start != NULL)
        gtk_widget_measure (self->start, orientation, -1, &start_minimum, &start_natural, NULL, NULL);
      if (self->end != NULL)
        gtk_widget_measure (self->end, orientation, -1, &end_minimum, &end_natural, NULL, NULL);
      *minimum = MAX (start_minimum, end_minimum);
      *natural = MAX (*minimum, start_natural + self->spacing + MAX (self->end_width, end_minimum));
    }
  else
    {
      int width = for_size, start_width, end_width, start_height, end_height;

      if (width < 0)
        gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      if (divide (self, width, &start_width, &end_width))
        *minimum = MAX (height_for (self->start, start_width), height_for (self->end, end_width));
      else
        {
          start_height = height_for (self->start, width);
          end_height = height_for (self->end, width);
          *minimum = start_height + (start_height > 0 && end_height > 0 ? self->spacing : 0) + end_height;
        }
      *natural = *minimum;
    }
}

/* How much of the widget's top has been scrolled out of sight. */
static int
scrolled_past (AccordBeside *self)
{
  double y;

  if (self->scrolled == NULL
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self), self->scrolled, 0, 0, NULL, &y))
    return 0;

  return MAX (0, (int) -y);
}

static void
on_scrolled (AccordBeside *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
accord_beside_root (GtkWidget *widget)
{
  AccordBeside *self = ACCORD_BESIDE (widget);

  GTK_WIDGET_CLASS (accord_beside_parent_class)->root (widget);

  self->scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  if (self->scrolled != NULL)
    g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)),
                             "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
}

static void
accord_beside_unroot (GtkWidget *widget)
{
  AccordBeside *self = ACCORD_BESIDE (widget);

  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_func (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)),
                                          on_scrolled, self);
  self->scrolled = NULL;

  GTK_WIDGET_CLASS (accord_beside_parent_class)->unroot (widget);
}

static void
accord_beside_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  AccordBeside *self = ACCORD_BESIDE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation start = { 0, 0, width, height }, end = { 0, 0, width, height };

  if (divide (self, width, &start.width, &end.width))
    {
      start.x = mirrored ? end.width + self->spacing : 0;
      end.x = mirrored ? 0 : start.width + self->spacing;
      /* Each as high as it is, at the top. Not by its valign: GTK 4.8 then asks wrapping labels for a width at an
       * endless height, and complains of their answer. */
      start.height = MIN (height, height_for (self->start, start.width));
      end.height = MIN (height, height_for (self->end, end.width));
      end.y = MIN (scrolled_past (self), height - end.height);
    }
  else
    {
      start.height = height_for (self->start, width);
      end.y = start.height + (start.height > 0 ? self->spacing : 0);
      end.height = MAX (height_for (self->end, width), height - end.y);
    }

  if (self->start != NULL && gtk_widget_should_layout (self->start))
    gtk_widget_size_allocate (self->start, &start, -1);
  if (self->end != NULL && gtk_widget_should_layout (self->end))
    gtk_widget_size_allocate (self->end, &end, -1);
}

static void
replace_child (AccordBeside  *self,
               GtkWidget    **place,
               GtkWidget     *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
accord_beside_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AccordBeside *self = ACCORD_BESIDE (object);

  switch (prop_id)
    {
    case PROP_START:
      replace_child (self, &self->start, g_value_get_object (value));
      break;

    case PROP_END:
      replace_child (self, &self->end, g_value_get_object (value));
      break;

    case PROP_START_WIDTH:
      self->start_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    case PROP_END_WIDTH:
      self->end_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_beside_dispose (GObject *object)
{
  AccordBeside *self = ACCORD_BESIDE (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_beside_parent_class)->dispose (object);
}

static void
accord_beside_class_init (AccordBesideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = accord_beside_set_property;
  object_class->dispose = accord_beside_dispose;
  widget_class->get_request_mode = accord_beside_get_request_mode;
  widget_class->measure = accord_beside_measure;
  widget_class->size_allocate = accord_beside_size_allocate;
  widget_class->root = accord_beside_root;
  widget_class->unroot = accord_beside_unroot;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_START_WIDTH] = g_param_spec_int ("start-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_END_WIDTH] = g_param_spec_int ("end-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_beside_init (AccordBeside *self)
{
}
