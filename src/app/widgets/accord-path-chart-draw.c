/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-path-chart-private.h"

#define GAP 6
#define DOT 4.0

/* Where the plot lies within the widget. */
typedef struct
{
  double left;
  double top;
  double width;
  double height;
  double foot; /* where the months begin */
  double legend;
  gboolean mirrored;
} Plot;

static const AccordPathPoint *
get_point (AccordPathChart *self,
           guint            i)
{
  return &g_array_index (self->points, AccordPathPoint, i);
}

static int
layout_height (PangoLayout *layout)
{
  int height = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static int
layout_width (PangoLayout *layout)
{
  int width = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static int
marks_width (AccordPathChart *self)
{
  int width = 0;

  for (guint i = 0; i < self->axis.n; i++)
    width = MAX (width, layout_width (self->marks[i]));

  return width;
}

static int
head_height (AccordPathChart *self,
             int              width)
{
  pango_layout_set_width (self->head, width * PANGO_SCALE);

  return layout_height (self->head);
}

/* The words above the plot, of today and of the higher one of the two at its end. */
static int
words_above (AccordPathChart *self)
{
  return layout_height (self->marks[0]) + GAP;
}

int
accord_path_chart_measure_words (AccordPathChart *self,
                                 int              width)
{
  if (self->headline == NULL)
    return 0;

  return head_height (self, width) + words_above (self) + layout_height (self->marks[0]) + 3 * GAP
         + accord_legend_measure_height (self->legend, width);
}

static void
find_plot (AccordPathChart *self,
           Plot            *plot)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  const int marks = marks_width (self), line = layout_height (self->marks[0]);

  plot->mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  plot->left = plot->mirrored ? DOT : marks + GAP;
  plot->width = MAX (1, width - marks - GAP - DOT);
  plot->legend = height - accord_legend_measure_height (self->legend, width);
  plot->foot = plot->legend - line - GAP;
  plot->top = head_height (self, width) + words_above (self) + GAP;
  plot->height = MAX (1, plot->foot - GAP / 2.0 - plot->top);
}

static double
plot_x (AccordPathChart *self,
        const Plot      *plot,
        AccordDate       day)
{
  /* The week of a quarter's last Thursday ends beyond it. */
  const double share = MIN (1, (double) (day - self->path.starts + 1) / (self->path.ends - self->path.starts + 1));

  return plot->left + plot->width * (plot->mirrored ? 1 - share : share);
}

static double
plot_y (AccordPathChart *self,
        const Plot      *plot,
        gint64           value)
{
  return plot->top + plot->height * (1 - accord_axis_place (&self->axis, value));
}

static void
draw_grid (AccordPathChart  *self,
           cairo_t          *cr,
           const Plot       *plot,
           const AccordInks *inks)
{
  cairo_set_line_width (cr, 1);
  accord_ink_use (cr, &inks->text, inks->soft);
  for (guint i = 0; i < self->axis.n; i++)
    {
      const double y = (int) plot_y (self, plot, self->axis.first + (gint64) i * self->axis.step) + 0.5;

      cairo_move_to (cr, plot->left, y);
      cairo_line_to (cr, plot->left + plot->width, y);
    }
  for (guint i = 0; i < self->n_months; i++)
    {
      const double x = (int) plot_x (self, plot, self->months[i].day - 1) + 0.5;

      cairo_move_to (cr, x, plot->top + plot->height);
      cairo_line_to (cr, x, plot->top + plot->height + GAP);
    }
  cairo_stroke (cr);
  if (self->path.as_of >= self->path.starts && self->path.as_of < self->path.ends)
    {
      const double x = (int) plot_x (self, plot, self->path.as_of) + 0.5;

      accord_ink_use (cr, &inks->text, 0.6);
      cairo_move_to (cr, x, plot->top - GAP);
      cairo_line_to (cr, x, plot->top + plot->height);
      cairo_stroke (cr);
    }
}

/* A line through what is known of the points, with a gap where a week is not. */
static void
draw_line (AccordPathChart *self,
           cairo_t         *cr,
           const Plot      *plot,
           gboolean         expected)
{
  gboolean on = self->path.adds_up && self->axis.first <= 0;

  if (on)
    cairo_move_to (cr, plot_x (self, plot, self->path.starts - 1), plot_y (self, plot, 0));
  for (guint i = 0; i < self->points->len; i++)
    {
      const AccordPathPoint *point = get_point (self, i);
      const gint64 value = expected ? point->expected : point->actual;
      const gboolean known = value != ACCORD_UNKNOWN;

      if (known && on)
        cairo_line_to (cr, plot_x (self, plot, point->day), plot_y (self, plot, value));
      else if (known)
        cairo_move_to (cr, plot_x (self, plot, point->day), plot_y (self, plot, value));
      on = known;
    }
  /* The path goes on to the target, which the last week may end before. */
  if (expected && on && self->path.adds_up && self->path.target != ACCORD_UNKNOWN)
    cairo_line_to (cr, plot_x (self, plot, self->path.ends), plot_y (self, plot, self->path.target));
  cairo_stroke (cr);
}

static void
draw_dot (cairo_t *cr,
          double   x,
          double   y)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_lines (AccordPathChart  *self,
            cairo_t          *cr,
            const Plot       *plot,
            const AccordInks *inks)
{
  const double end = plot_x (self, plot, self->path.ends);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2);
  accord_ink_use (cr, &inks->text, inks->quiet);
  accord_legend_set_dash (cr, ACCORD_LEGEND_DASHES);
  draw_line (self, cr, plot, TRUE);
  if (self->path.landing != ACCORD_UNKNOWN)
    {
      accord_ink_use (cr, &inks->accent, 1);
      accord_legend_set_dash (cr, ACCORD_LEGEND_DOTS);
      cairo_move_to (cr, plot_x (self, plot, self->path.as_of), plot_y (self, plot, self->path.actual));
      cairo_line_to (cr, end, plot_y (self, plot, self->path.landing));
      cairo_stroke (cr);
      draw_dot (cr, end, plot_y (self, plot, self->path.landing));
    }
  accord_legend_set_dash (cr, ACCORD_LEGEND_LINE);
  accord_ink_use (cr, &inks->accent, 1);
  cairo_set_line_width (cr, 2.5);
  draw_line (self, cr, plot, FALSE);
  /* A first week, or one between two gaps, has no line: each known one is a dot, too. */
  for (guint i = 0; i < self->points->len; i++)
    if (get_point (self, i)->actual != ACCORD_UNKNOWN)
      {
        cairo_arc (cr, plot_x (self, plot, get_point (self, i)->day), plot_y (self, plot, get_point (self, i)->actual), 2.5, 0,
                   2 * G_PI);
        cairo_fill (cr);
      }
}

static void
draw_pointed (AccordPathChart       *self,
              cairo_t               *cr,
              const Plot            *plot,
              const AccordInks      *inks,
              const AccordPathPoint *point)
{
  const double x = plot_x (self, plot, point->day);

  accord_ink_use (cr, &inks->accent, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, (int) x + 0.5, plot->top);
  cairo_line_to (cr, (int) x + 0.5, plot->top + plot->height);
  cairo_stroke (cr);
  accord_ink_use (cr, &inks->text, 1);
  if (point->expected != ACCORD_UNKNOWN)
    draw_dot (cr, x, plot_y (self, plot, point->expected));
  accord_ink_use (cr, &inks->accent, 1);
  if (point->actual != ACCORD_UNKNOWN)
    draw_dot (cr, x, plot_y (self, plot, point->actual));
}

/* Words around x, moved into the widget. */
static void
append_around (AccordPathChart *self,
               GtkSnapshot     *snapshot,
               PangoLayout     *words,
               const GdkRGBA   *ink,
               double           x,
               double           y)
{
  const int width = layout_width (words), room = gtk_widget_get_width (GTK_WIDGET (self));

  accord_inks_append_layout (snapshot, words, ink, CLAMP (x - width / 2.0, 0, MAX (0, room - width)), y);
}

/* How far down the straight line from today's value to the one at the end comes within so much of the end. */
static double
lowest_near_end (AccordPathChart *self,
                 const Plot      *plot,
                 gint64           from,
                 gint64           to,
                 double           near)
{
  const double end_y = plot_y (self, plot, to), end_x = plot_x (self, plot, self->path.ends);
  const double run = ABS (plot_x (self, plot, self->path.as_of) - end_x);

  if (from == ACCORD_UNKNOWN || run < 1)
    return end_y;

  return MAX (end_y, end_y + (plot_y (self, plot, from) - end_y) * MIN (1, near / run));
}

/* The figures at the end: the higher one above its line, the lower one below. */
static void
append_ends (AccordPathChart  *self,
             GtkSnapshot      *snapshot,
             const Plot       *plot,
             const AccordInks *inks)
{
  const AccordPath *path = &self->path;
  const gboolean landing_above = path->landing >= path->target;

  for (int i = 0; i < 2; i++)
    {
      PangoLayout *words = i == 0 ? self->target : self->landing;
      const gint64 from = i == 0 ? path->expected : path->actual, to = i == 0 ? path->target : path->landing;
      const gboolean above = i == 0 ? !landing_above || self->landing == NULL : landing_above || self->target == NULL;
      double y;

      if (words == NULL)
        continue;

      y = above ? plot_y (self, plot, to) - layout_height (words) - DOT
                : lowest_near_end (self, plot, from, to, layout_width (words)) + DOT;
      append_around (self, snapshot, words, i == 0 ? &inks->text : &inks->accent, plot_x (self, plot, path->ends),
                     MIN (y, plot->top + plot->height - layout_height (words)));
    }
}

static void
append_words (AccordPathChart  *self,
              GtkSnapshot      *snapshot,
              const Plot       *plot,
              const AccordInks *inks)
{
  const GdkRGBA quiet = accord_ink_fade (&inks->text, inks->quiet);

  for (guint i = 0; i < self->axis.n; i++)
    {
      const double y = plot_y (self, plot, self->axis.first + (gint64) i * self->axis.step);

      accord_inks_append_layout (snapshot, self->marks[i], &quiet,
                                 plot->mirrored ? plot->left + plot->width + GAP
                                                : plot->left - GAP - layout_width (self->marks[i]),
                                 y - layout_height (self->marks[i]) / 2.0);
    }
  for (guint i = 0; i < self->n_months; i++)
    {
      /* In the middle of the month. */
      const AccordDate next = i + 1 < self->n_months ? self->months[i + 1].day : self->path.ends + 1;
      const double from = plot_x (self, plot, self->months[i].day - 1), to = plot_x (self, plot, next - 1);

      append_around (self, snapshot, self->months[i].words, &quiet, (from + to) / 2, plot->foot);
    }
  if (self->today != NULL)
    append_around (self, snapshot, self->today, &quiet, plot_x (self, plot, self->path.as_of),
                   plot->top - GAP - layout_height (self->today));
  append_ends (self, snapshot, plot, inks);
}

void
accord_path_chart_draw (AccordChart      *chart,
                        GtkSnapshot      *snapshot,
                        const AccordInks *inks,
                        gboolean          copied)
{
  AccordPathChart *self = ACCORD_PATH_CHART (chart);
  const int width = gtk_widget_get_width (GTK_WIDGET (chart)), height = gtk_widget_get_height (GTK_WIDGET (chart));
  const int point = copied ? -1 : accord_chart_get_point (chart);
  g_autofree char *reading = point >= 0 ? ACCORD_CHART_GET_CLASS (chart)->dup_reading (chart, (guint) point) : NULL;
  Plot plot;
  cairo_t *cr;

  if (self->headline == NULL)
    return;

  /* What is read is never of more lines than the headline, which has the same figures and one more. */
  find_plot (self, &plot);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_grid (self, cr, &plot, inks);
  draw_lines (self, cr, &plot, inks);
  if (point >= 0)
    draw_pointed (self, cr, &plot, inks, get_point (self, (guint) point));
  cairo_destroy (cr);
  pango_layout_set_text (self->head, reading != NULL ? reading : self->headline, -1);
  accord_inks_append_layout (snapshot, self->head, &inks->text, 0, 0);
  pango_layout_set_text (self->head, self->headline, -1);
  append_words (self, snapshot, &plot, inks);
  accord_legend_draw (self->legend, snapshot, inks, plot.legend, width, plot.mirrored);
}

int
accord_path_chart_find_point (AccordChart *chart,
                              double       x,
                              double       y)
{
  AccordPathChart *self = ACCORD_PATH_CHART (chart);
  double nearest = G_MAXDOUBLE;
  int found = -1;
  Plot plot;

  if (self->points->len == 0)
    return -1;

  find_plot (self, &plot);
  for (guint i = 0; i < self->points->len; i++)
    {
      const double far = ABS (plot_x (self, &plot, get_point (self, i)->day) - x);

      if (far < nearest)
        {
          nearest = far;
          found = (int) i;
        }
    }

  return found;
}
