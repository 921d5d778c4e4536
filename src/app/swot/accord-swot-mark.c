/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-mark.h"

#include <math.h>

#define N_BARS 5
#define QUIET 0.3

struct _AccordSwotMark
{
  GtkWidget parent_instance;

  gboolean shows_impact;
  AccordControl control;
  int impact;
};

G_DEFINE_FINAL_TYPE (AccordSwotMark, accord_swot_mark, GTK_TYPE_WIDGET)

/* The height of the text beside it, so that it grows with the text. */
static int
mark_size (AccordSwotMark *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int size = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics));

  pango_font_metrics_unref (metrics);

  return MAX (size, 8);
}

static void
mark_draw_circle (AccordSwotMark *self,
                  cairo_t        *cr,
                  double          size)
{
  const double radius = size / 2 - 1;

  cairo_set_line_width (cr, 1.5);
  cairo_arc (cr, size / 2, size / 2, radius, 0, 2 * G_PI);
  if (self->control == ACCORD_CONTROL_OURS)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  if (self->control == ACCORD_CONTROL_INFLUENCE)
    {
      cairo_arc (cr, size / 2, size / 2, radius, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cr);
    }
}

static void
mark_draw_bars (AccordSwotMark *self,
                cairo_t        *cr,
                const GdkRGBA  *color,
                double          width,
                double          height)
{
  const double step = width / N_BARS;

  for (int i = 0; i < N_BARS; i++)
    {
      const double bar = round (height * (i + 2) / (N_BARS + 1));

      cairo_set_source_rgba (cr, color->red, color->green, color->blue,
                             i < self->impact ? color->alpha : color->alpha * QUIET);
      cairo_rectangle (cr, round (i * step), height - bar, MAX (round (step) - 1, 1), bar);
      cairo_fill (cr);
    }
}

static void
accord_swot_mark_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  AccordSwotMark *self = ACCORD_SWOT_MARK (widget);
  const int size = mark_size (self);

  *minimum = *natural = self->shows_impact && orientation == GTK_ORIENTATION_HORIZONTAL ? size * 3 / 2 : size;
}

static void
accord_swot_mark_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  AccordSwotMark *self = ACCORD_SWOT_MARK (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  if (self->shows_impact)
    mark_draw_bars (self, cr, &color, width, height);
  else
    mark_draw_circle (self, cr, MIN (width, height));
  cairo_destroy (cr);
}

static void
accord_swot_mark_class_init (AccordSwotMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = accord_swot_mark_measure;
  widget_class->snapshot = accord_swot_mark_snapshot;

  gtk_widget_class_set_css_name (widget_class, "swotmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
accord_swot_mark_init (AccordSwotMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

void
accord_swot_mark_show_control (AccordSwotMark *self,
                               AccordControl   control)
{
  g_return_if_fail (ACCORD_IS_SWOT_MARK (self));

  self->shows_impact = FALSE;
  self->control = control;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
accord_swot_mark_show_impact (AccordSwotMark *self,
                              int             impact)
{
  g_return_if_fail (ACCORD_IS_SWOT_MARK (self));

  if (!self->shows_impact)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->shows_impact = TRUE;
  self->impact = impact;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
