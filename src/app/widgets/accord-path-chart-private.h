/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-axis.h"
#include "accord-legend.h"
#include "accord-path-chart.h"

G_BEGIN_DECLS

/* Between accord-path-chart.c, which knows what is shown, and accord-path-chart-draw.c, which shows it. */

#define ACCORD_PATH_MOST_MARKS 6
#define ACCORD_PATH_MOST_MONTHS 13

typedef struct
{
  PangoLayout *words;
  AccordDate day;
} AccordPathMonth;

struct _AccordPathChart
{
  AccordChart parent_instance;

  AccordPath path; /* without its texts */
  char *currency;
  GArray *points;
  AccordAxis axis;

  AccordLegend *legend;
  char *headline;
  PangoLayout *head; /* the headline, or what is read at a point */
  PangoLayout *marks[ACCORD_PATH_MOST_MARKS];
  AccordPathMonth months[ACCORD_PATH_MOST_MONTHS];
  guint n_months;
  PangoLayout *today;
  PangoLayout *target;
  PangoLayout *landing;
};

/* The height of its words at that width: of all that is not the plot. */
int accord_path_chart_measure_words (AccordPathChart *self,
                                     int              width);

void accord_path_chart_draw (AccordChart      *chart,
                             GtkSnapshot      *snapshot,
                             const AccordInks *inks,
                             gboolean          copied);

/* The point nearest in time to a place in the widget; -1 where there is none. */
int accord_path_chart_find_point (AccordChart *chart,
                                  double       x,
                                  double       y);

G_END_DECLS
