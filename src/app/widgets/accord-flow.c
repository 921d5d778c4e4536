/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-flow.h"

#define TILES_MAX 2

struct _AccordFlow
{
  GtkWidget parent_instance;

  int spacing;
  int tile_width;
};

static void accord_flow_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordFlow, accord_flow, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, accord_flow_buildable_init))

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_TILE_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

/* What of a line is known before anything is placed on it. */
typedef struct
{
  GtkWidget *first; /* visible */
  GtkWidget *after; /* the first one that is not on it, or NULL */
  int n, n_expand;
  int width; /* taken, with the spacing */
} FlowLine;

static GtkWidget *
flow_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* What a tile gets at least: what is asked for, and what the widest of them cannot do without. */
static int
flow_tile_width (AccordFlow *self)
{
  int width = self->tile_width;

  for (GtkWidget *child = flow_visible (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = flow_visible (gtk_widget_get_next_sibling (child)))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      width = MAX (width, minimum);
    }

  return width;
}

static int
flow_child_width (AccordFlow *self,
                  GtkWidget  *child,
                  int         width)
{
  int minimum, natural;

  if (self->tile_width > 0)
    {
      const int n = CLAMP ((width + self->spacing) / (flow_tile_width (self) + self->spacing), 1, TILES_MAX);

      return (width - (n - 1) * self->spacing) / n;
    }

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return CLAMP (natural, minimum, MAX (width, minimum));
}

static FlowLine
flow_line (AccordFlow *self,
           GtkWidget  *first,
           int         width)
{
  FlowLine line = { first, first, 0, 0, 0 };

  while (line.after != NULL)
    {
      const int taken = line.width + (line.n > 0 ? self->spacing : 0) + flow_child_width (self, line.after, width);

      if (line.n > 0 && taken > width)
        break;
      line.width = taken;
      line.n++;
      line.n_expand += gtk_widget_compute_expand (line.after, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
      line.after = flow_visible (gtk_widget_get_next_sibling (line.after));
    }

  return line;
}

/* Places the line, or only says how high it is. */
static int
flow_lay_line (AccordFlow *self,
               FlowLine    line,
               int         width,
               int         y,
               int         height)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int extra = self->tile_width == 0 && line.n_expand > 0 ? MAX (width - line.width, 0) / line.n_expand : 0;
  int x = 0, highest = 0;

  for (GtkWidget *child = line.first; child != line.after;
       child = flow_visible (gtk_widget_get_next_sibling (child)))
    {
      int own = flow_child_width (self, child, width), natural;

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        own += extra;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, own, NULL, &natural, NULL, NULL);
      highest = MAX (highest, natural);
      if (height >= 0)
        gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - own : x, y, own, height }, -1);
      x += own + self->spacing;
    }

  return highest;
}

static int
flow_lay (AccordFlow *self,
          int         width,
          gboolean    place)
{
  GtkWidget *child = flow_visible (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int y = 0;

  while (child != NULL)
    {
      const FlowLine line = flow_line (self, child, width);
      const int height = flow_lay_line (self, line, width, y, -1);

      if (place)
        flow_lay_line (self, line, width, y, height);
      y += height + self->spacing;
      child = line.after;
    }

  return MAX (y - self->spacing, 0);
}

static void
accord_flow_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  AccordFlow *self = ACCORD_FLOW (widget);
  int widest = 0, all = 0, n = 0;

  for (GtkWidget *child = flow_visible (gtk_widget_get_first_child (widget)); child != NULL;
       child = flow_visible (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      widest = MAX (widest, least);
      all = self->tile_width > 0 ? MAX (all, MAX (wanted, self->tile_width)) : all + wanted;
      n++;
    }
  if (self->tile_width > 0)
    {
      n = MIN (n, TILES_MAX);
      all *= n;
    }
  all += MAX (n - 1, 0) * self->spacing;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (all, widest);
    }
  else
    {
      *minimum = *natural = flow_lay (self, for_size < 0 ? MAX (all, widest) : for_size, FALSE);
    }
}

static void
accord_flow_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  flow_lay (ACCORD_FLOW (widget), width, TRUE);
}

static GtkSizeRequestMode
accord_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Whoever expands within a line asks for no more room than the line has. */
static void
accord_flow_compute_expand (GtkWidget *widget,
                            gboolean  *hexpand,
                            gboolean  *vexpand)
{
  *hexpand = *vexpand = FALSE;
}

static void
accord_flow_add_child (GtkBuildable *buildable,
                       GtkBuilder   *builder,
                       GObject      *child,
                       const char   *type)
{
  if (GTK_IS_WIDGET (child))
    accord_flow_append (ACCORD_FLOW (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
accord_flow_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = accord_flow_add_child;
}

static void
accord_flow_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AccordFlow *self = ACCORD_FLOW (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;

    case PROP_TILE_WIDTH:
      g_value_set_int (value, self->tile_width);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_flow_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AccordFlow *self = ACCORD_FLOW (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;

    case PROP_TILE_WIDTH:
      self->tile_width = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
accord_flow_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (accord_flow_parent_class)->dispose (object);
}

static void
accord_flow_class_init (AccordFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = accord_flow_get_property;
  object_class->set_property = accord_flow_set_property;
  object_class->dispose = accord_flow_dispose;
  widget_class->measure = accord_flow_measure;
  widget_class->size_allocate = accord_flow_size_allocate;
  widget_class->get_request_mode = accord_flow_get_request_mode;
  widget_class->compute_expand = accord_flow_compute_expand;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TILE_WIDTH] = g_param_spec_int ("tile-width", NULL, NULL, 0, G_MAXINT16, 0,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_flow_init (AccordFlow *self)
{
}

void
accord_flow_append (AccordFlow *self,
                    GtkWidget  *child)
{
  g_return_if_fail (ACCORD_IS_FLOW (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
