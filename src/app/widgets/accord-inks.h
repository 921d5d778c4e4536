/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-attainment.h"

G_BEGIN_DECLS

/**
 * AccordInks:
 * @text: the widget's own colour
 * @ground: what the window is painted with
 * @accent: @success: @warning: @error: the theme's, readable on @ground
 * @soft: how opaque a line is that only guides the eye
 * @quiet: how opaque words and lines are that stand back
 *
 * What a picture is drawn with: the theme's colours as they are now, light, dark or of high contrast.
 */
typedef struct
{
  GdkRGBA text;
  GdkRGBA ground;
  GdkRGBA accent;
  GdkRGBA success;
  GdkRGBA warning;
  GdkRGBA error;
  double soft;
  double quiet;
} AccordInks;

void accord_inks_read (AccordInks *inks,
                       GtkWidget  *widget);

/* The text's for NONE. Never the only sign of a status. */
const GdkRGBA *accord_inks_get_status (const AccordInks *inks,
                                       AccordStatus      status);

/* The same colour, so much less opaque. */
GdkRGBA accord_ink_fade (const GdkRGBA *ink,
                         double         alpha);

/* Sets what is drawn with next. */
void accord_ink_use (cairo_t       *cr,
                     const GdkRGBA *ink,
                     double         alpha);

/* A rectangle with round corners, as the path. */
void accord_ink_rounded (cairo_t *cr,
                         double   x,
                         double   y,
                         double   width,
                         double   height,
                         double   radius);

/* Slanting lines over a rectangle: a mark that does not need its colour to be told apart. */
void accord_ink_hatch (cairo_t *cr,
                       double   x,
                       double   y,
                       double   width,
                       double   height);

/* How high a line of the widget's text is, in pixels: what grows with the text is measured in it. */
int accord_inks_measure_line (GtkWidget *widget);

/* Text at its top start corner; NULL is nothing. */
void accord_inks_append_layout (GtkSnapshot   *snapshot,
                                PangoLayout   *layout,
                                const GdkRGBA *ink,
                                double         x,
                                double         y);

G_END_DECLS
