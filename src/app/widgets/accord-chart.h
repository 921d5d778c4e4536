/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-inks.h"

G_BEGIN_DECLS

/**
 * AccordChart:
 *
 * A picture of numbers, drawn in the theme's colours. It takes the focus, tells its numbers as its accessible description, and goes
 * to the clipboard, as a picture with the same numbers as text, with Ctrl+C or by its menu (secondary click, Menu key, long press).
 *
 * Left and Right walk through what it shows where it can be read point by point, Escape ends that.
 *
 * Actions: "chart.copy".
 */
#define ACCORD_TYPE_CHART (accord_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordChart, accord_chart, ACCORD, CHART, GtkWidget)

/**
 * AccordChartClass:
 * @draw: draws it in its size. copied: for the clipboard, where nothing is pointed at
 * @get_n_points: how many points can be read; may be NULL
 * @find_point: the point nearest to a place; -1: none. May be NULL
 * @dup_reading: what is read at a point. (transfer full)
 */
struct _AccordChartClass
{
  GtkWidgetClass parent_class;

  void (*draw) (AccordChart      *self,
                GtkSnapshot      *snapshot,
                const AccordInks *inks,
                gboolean          copied);
  guint (*get_n_points) (AccordChart *self);
  int (*find_point) (AccordChart *self,
                     double       x,
                     double       y);
  char *(*dup_reading) (AccordChart *self,
                        guint        point);
};

/* Its accessible name and what it shows in words. */
void accord_chart_set_words (AccordChart *self,
                             const char  *label,
                             const char  *description);
const char *accord_chart_get_label (AccordChart *self);
const char *accord_chart_get_description (AccordChart *self);

/* The point that is pointed at or walked to; -1: none. */
int accord_chart_get_point (AccordChart *self);
void accord_chart_set_point (AccordChart *self,
                             int          point);

/* Words of the picture in the widget's font, so much larger: they follow it when it changes. Borrowed, until the words are
 * cleared. */
PangoLayout *accord_chart_add_layout (AccordChart *self,
                                      const char  *text,
                                      double       scale);
void accord_chart_clear_layouts (AccordChart *self);

/* As accord_chart_add_layout(), but kept by the caller: (transfer full). */
PangoLayout *accord_chart_create_layout (AccordChart *self,
                                         const char  *text,
                                         double       scale);

/* (transfer full) As a picture: twice as large as on the screen, on the window's ground, with its name above it. NULL where it is
 * not seen. */
GdkTexture *accord_chart_render (AccordChart *self);

G_END_DECLS
