/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-status-mark.h"

#include "accord-inks.h"

#define GAP 6

struct _AccordStatusMark
{
  GtkWidget parent_instance;

  AccordStatus status;
  gboolean with_word;
  PangoLayout *word; /* only where it is shown */
};

G_DEFINE_FINAL_TYPE (AccordStatusMark, accord_status_mark, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STATUS,
  PROP_WITH_WORD,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* Cuts a shape out of what is there, so that the ground shows, whatever it is. */
static void
cut_line (cairo_t *cr,
          double   size)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, MAX (1.5, size * 0.13));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw_disc (cairo_t *cr,
           double   size)
{
  cairo_arc (cr, size / 2, size / 2, size * 0.46, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_move_to (cr, size * 0.28, size * 0.52);
  cairo_line_to (cr, size * 0.44, size * 0.67);
  cairo_line_to (cr, size * 0.72, size * 0.35);
  cut_line (cr, size);
}

static void
draw_triangle (cairo_t *cr,
               double   size)
{
  cairo_move_to (cr, size * 0.5, size * 0.06);
  cairo_line_to (cr, size * 0.98, size * 0.92);
  cairo_line_to (cr, size * 0.02, size * 0.92);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_move_to (cr, size * 0.5, size * 0.38);
  cairo_line_to (cr, size * 0.5, size * 0.60);
  cairo_move_to (cr, size * 0.5, size * 0.78);
  cairo_line_to (cr, size * 0.5, size * 0.785);
  cut_line (cr, size);
}

static void
draw_diamond (cairo_t *cr,
              double   size)
{
  cairo_move_to (cr, size * 0.5, 0);
  cairo_line_to (cr, size, size * 0.5);
  cairo_line_to (cr, size * 0.5, size);
  cairo_line_to (cr, 0, size * 0.5);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_dash (cairo_t *cr,
           double   size)
{
  const double height = MAX (2, size * 0.14);

  cairo_rectangle (cr, size * 0.2, (size - height) / 2, size * 0.6, height);
  cairo_fill (cr);
}

static void
draw_mark (cairo_t          *cr,
           AccordStatus      status,
           double            size,
           const AccordInks *inks)
{
  cairo_push_group (cr);
  accord_ink_use (cr, accord_inks_get_status (inks, status), status == ACCORD_STATUS_NONE ? inks->quiet : 1);
  switch (status)
    {
    case ACCORD_STATUS_ON_TRACK:
      draw_disc (cr, size);
      break;

    case ACCORD_STATUS_AT_RISK:
      draw_triangle (cr, size);
      break;

    case ACCORD_STATUS_BEHIND:
      draw_diamond (cr, size);
      break;

    case ACCORD_STATUS_NONE:
    default:
      draw_dash (cr, size);
    }
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

/* The mark is a little smaller than a line of text is high. */
static int
mark_size (GtkWidget *widget)
{
  return MAX (10, accord_inks_measure_line (widget) * 4 / 5);
}

static void
accord_status_mark_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  AccordStatusMark *self = ACCORD_STATUS_MARK (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), size = mark_size (widget);
  const int x = !self->with_word ? (width - size) / 2 : mirrored ? width - size : 0, y = (height - size) / 2;
  AccordInks inks;
  cairo_t *cr;

  accord_inks_read (&inks, widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) size, (float) size));
  cairo_translate (cr, x, y);
  draw_mark (cr, self->status, size, &inks);
  cairo_destroy (cr);
  if (self->with_word)
    {
      int word_width, word_height;

      pango_layout_get_pixel_size (self->word, &word_width, &word_height);
      accord_inks_append_layout (snapshot, self->word, &inks.text, mirrored ? x - GAP - word_width : size + GAP,
                                 (height - word_height) / 2);
    }
}

static void
accord_status_mark_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  AccordStatusMark *self = ACCORD_STATUS_MARK (widget);
  int size = mark_size (widget), width = 0, height = 0;

  if (self->with_word)
    {
      pango_layout_get_pixel_size (self->word, &width, &height);
      width += GAP;
    }
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? size + width : MAX (size, height);
}

static void
accord_status_mark_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  AccordStatusMark *self = ACCORD_STATUS_MARK (widget);

  GTK_WIDGET_CLASS (accord_status_mark_parent_class)->css_changed (widget, change);

  if (self->word != NULL)
    pango_layout_context_changed (self->word);
  gtk_widget_queue_resize (widget);
}

static void
accord_status_mark_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AccordStatusMark *self = ACCORD_STATUS_MARK (object);

  switch (id)
    {
    case PROP_STATUS:
      g_value_set_int (value, (int) self->status);
      break;
    case PROP_WITH_WORD:
      g_value_set_boolean (value, self->with_word);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_status_mark_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AccordStatusMark *self = ACCORD_STATUS_MARK (object);

  switch (id)
    {
    case PROP_STATUS:
      accord_status_mark_set (self, (AccordStatus) g_value_get_int (value));
      break;
    case PROP_WITH_WORD:
      accord_status_mark_set_with_word (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_status_mark_finalize (GObject *object)
{
  g_clear_object (&ACCORD_STATUS_MARK (object)->word);

  G_OBJECT_CLASS (accord_status_mark_parent_class)->finalize (object);
}

static void
accord_status_mark_class_init (AccordStatusMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = accord_status_mark_finalize;
  object_class->get_property = accord_status_mark_get_property;
  object_class->set_property = accord_status_mark_set_property;
  widget_class->measure = accord_status_mark_measure;
  widget_class->snapshot = accord_status_mark_snapshot;
  widget_class->css_changed = accord_status_mark_css_changed;

  properties[PROP_STATUS] = g_param_spec_int ("status", NULL, NULL, ACCORD_STATUS_NONE, ACCORD_STATUS_BEHIND, ACCORD_STATUS_NONE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WITH_WORD] = g_param_spec_boolean ("with-word", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
show_status (AccordStatusMark *self)
{
  const char *word = accord_status_get_label (self->status);

  if (self->with_word && self->word == NULL)
    self->word = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  if (self->with_word)
    pango_layout_set_text (self->word, word, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  if (self->with_word)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
accord_status_mark_init (AccordStatusMark *self)
{
  show_status (self);
}

GtkWidget *
accord_status_mark_new (void)
{
  return g_object_new (ACCORD_TYPE_STATUS_MARK, NULL);
}

void
accord_status_mark_set (AccordStatusMark *self,
                        AccordStatus      status)
{
  g_return_if_fail (ACCORD_IS_STATUS_MARK (self));

  if (self->status == status)
    return;

  self->status = status;
  show_status (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

AccordStatus
accord_status_mark_get (AccordStatusMark *self)
{
  g_return_val_if_fail (ACCORD_IS_STATUS_MARK (self), ACCORD_STATUS_NONE);

  return self->status;
}

void
accord_status_mark_set_with_word (AccordStatusMark *self,
                                  gboolean          with_word)
{
  g_return_if_fail (ACCORD_IS_STATUS_MARK (self));

  if (self->with_word == with_word)
    return;

  self->with_word = with_word;
  show_status (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH_WORD]);
}

gboolean
accord_status_mark_get_with_word (AccordStatusMark *self)
{
  g_return_val_if_fail (ACCORD_IS_STATUS_MARK (self), FALSE);

  return self->with_word;
}
