/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-chart.h"

G_BEGIN_DECLS

/* How what an entry of a legend explains is drawn. */
typedef enum
{
  ACCORD_LEGEND_LINE,
  ACCORD_LEGEND_DASHES,
  ACCORD_LEGEND_DOTS,
  ACCORD_LEGEND_DOT,
  ACCORD_LEGEND_MARK,
  ACCORD_LEGEND_BAR,
  ACCORD_LEGEND_HATCH,
} AccordLegendKind;

/**
 * AccordLegend:
 *
 * What a chart's lines and bars are, in words at its foot: as many beside each other as there is room for.
 */
typedef struct _AccordLegend AccordLegend;

AccordLegend *accord_legend_new (void);
void accord_legend_free (AccordLegend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordLegend, accord_legend_free)

void accord_legend_clear (AccordLegend *self);

/* text becomes one of the chart's layouts: clear the legend whenever the chart's are. accented: in the theme's accent. */
void accord_legend_add (AccordLegend    *self,
                        AccordChart     *chart,
                        AccordLegendKind kind,
                        gboolean         accented,
                        const char      *text);

/* The height at that width, and the least width. */
int accord_legend_measure_height (AccordLegend *self,
                                  int           width);
int accord_legend_measure_width (AccordLegend *self);

void accord_legend_draw (AccordLegend     *self,
                         GtkSnapshot      *snapshot,
                         const AccordInks *inks,
                         double            y,
                         double            width,
                         gboolean          mirrored);

/* What the kinds look like, for whoever draws the thing itself: 0 is a whole line. */
void accord_legend_set_dash (cairo_t         *cr,
                             AccordLegendKind kind);

G_END_DECLS
