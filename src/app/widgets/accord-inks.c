/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-inks.h"

#include <adwaita.h>

#define HATCH_STEP 6.0

static void
look_up (GtkStyleContext *context,
         const char      *name,
         GdkRGBA         *ink,
         const GdkRGBA   *otherwise)
{
  if (!gtk_style_context_lookup_color (context, name, ink))
    *ink = *otherwise;
}

void
accord_inks_read (AccordInks *inks,
                  GtkWidget  *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  const gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  const GdkRGBA white = { 1, 1, 1, 1 };

  gtk_style_context_get_color (context, &inks->text);
  look_up (context, "window_bg_color", &inks->ground, &white);
  look_up (context, "accent_color", &inks->accent, &inks->text);
  look_up (context, "success_color", &inks->success, &inks->text);
  look_up (context, "warning_color", &inks->warning, &inks->text);
  look_up (context, "error_color", &inks->error, &inks->text);
  inks->soft = contrast ? 0.55 : 0.18;
  inks->quiet = contrast ? 1.0 : 0.72;
}

const GdkRGBA *
accord_inks_get_status (const AccordInks *inks,
                        AccordStatus      status)
{
  switch (status)
    {
    case ACCORD_STATUS_ON_TRACK:
      return &inks->success;

    case ACCORD_STATUS_AT_RISK:
      return &inks->warning;

    case ACCORD_STATUS_BEHIND:
      return &inks->error;

    case ACCORD_STATUS_NONE:
    default:
      return &inks->text;
    }
}

GdkRGBA
accord_ink_fade (const GdkRGBA *ink,
                 double         alpha)
{
  GdkRGBA faded = *ink;

  faded.alpha *= (float) alpha;

  return faded;
}

void
accord_ink_use (cairo_t       *cr,
                const GdkRGBA *ink,
                double         alpha)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha * alpha);
}

void
accord_ink_rounded (cairo_t *cr,
                    double   x,
                    double   y,
                    double   width,
                    double   height,
                    double   radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
accord_ink_hatch (cairo_t *cr,
                  double   x,
                  double   y,
                  double   width,
                  double   height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_set_line_width (cr, 2);
  for (double from = x - height; from < x + width; from += HATCH_STEP)
    {
      cairo_move_to (cr, from, y + height);
      cairo_line_to (cr, from + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

int
accord_inks_measure_line (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  const int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (height);
}

void
accord_inks_append_layout (GtkSnapshot   *snapshot,
                           PangoLayout   *layout,
                           const GdkRGBA *ink,
                           double         x,
                           double         y)
{
  if (layout == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}
