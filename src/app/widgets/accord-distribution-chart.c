/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-distribution-chart.h"

#include "accord-axis.h"
#include "accord-legend.h"
#include "accord-metric-words.h"

#include <glib/gi18n.h>

#define MOST_MARKS 6
#define GAP 6
#define HIGHEST_STACK 10 /* lines of text */
#define LEAST_DOT 3
#define NEAR 12.0 /* how far from a dot one points to it */
#define NATURAL_WIDTH 480

typedef struct
{
  char *name;
  gint64 value;
  PangoLayout *words; /* the name, where it stands in sight */
} Dot;

struct _AccordDistributionChart
{
  AccordChart parent_instance;

  AccordUnit unit;
  char *currency;
  int decimals;
  gint64 target;
  gint64 median;
  gboolean ranked;

  GArray *dots; /* by value, ascending */
  AccordAxis axis;
  AccordLegend *legend;
  char *headline;
  PangoLayout *head;
  PangoLayout *marks[MOST_MARKS];
};

G_DEFINE_FINAL_TYPE (AccordDistributionChart, accord_distribution_chart, ACCORD_TYPE_CHART)

/* Where the dots lie at a width. rows: how high each stands, the line being 0. */
typedef struct
{
  double left;
  double width;
  double top;
  double floor; /* the line */
  double size;  /* of a dot */
  double step;  /* from a row to the next */
  guint *rows;
  gboolean mirrored;
} Plot;

static Dot *
get_dot (AccordDistributionChart *self,
         guint                    i)
{
  return &g_array_index (self->dots, Dot, i);
}

static int
layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static int
layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* The width of the names, at most two fifths of all. */
static int
names_width (AccordDistributionChart *self,
             int                      width)
{
  int widest = 0;

  for (guint i = 0; self->ranked && i < self->dots->len; i++)
    {
      pango_layout_set_width (get_dot (self, i)->words, -1);
      widest = MAX (widest, layout_width (get_dot (self, i)->words));
    }
  widest = MIN (widest, width * 2 / 5);
  for (guint i = 0; self->ranked && i < self->dots->len; i++)
    pango_layout_set_width (get_dot (self, i)->words, widest * PANGO_SCALE);

  return widest > 0 ? widest + 2 * GAP : 0;
}

static guint
stack (AccordDistributionChart *self,
       Plot                    *plot)
{
  g_autofree double *places = g_new (double, self->dots->len + 1);

  for (guint i = 0; i < self->dots->len; i++)
    places[i] = plot->width * accord_axis_place (&self->axis, get_dot (self, i)->value);

  return accord_axis_stack (places, self->dots->len, plot->size, plot->rows);
}

/* Gives the height that all takes. */
static int
lay_out (AccordDistributionChart *self,
         Plot                    *plot,
         int                      width)
{
  const int line = accord_inks_measure_line (GTK_WIDGET (self)), names = names_width (self, width);
  guint n_rows = self->dots->len;

  pango_layout_set_width (self->head, width * PANGO_SCALE);
  plot->mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  plot->size = line * 2 / 3;
  /* The dots at the ends, and half of their values below, have to lie within. */
  plot->width = MAX (1, width - names - line * 2);
  plot->left = plot->mirrored ? line : names + line;
  plot->top = layout_height (self->head) + 2 * GAP;
  plot->rows = g_new0 (guint, self->dots->len + 1);
  plot->step = line;
  if (self->ranked)
    for (guint i = 0; i < n_rows; i++)
      plot->rows[i] = i;
  else
    {
      n_rows = stack (self, plot);
      plot->step = plot->size;
      if (n_rows * plot->step > HIGHEST_STACK * line)
        {
          plot->size = MAX (LEAST_DOT, (double) HIGHEST_STACK * line / n_rows);
          n_rows = stack (self, plot);
          plot->step = MIN (plot->size, (double) HIGHEST_STACK * line / n_rows);
        }
    }
  plot->floor = plot->top + MAX (n_rows * plot->step, 2 * line) + GAP;

  return (int) (plot->floor + layout_height (self->marks[0]) + 3 * GAP + accord_legend_measure_height (self->legend, width));
}

static double
plot_x (AccordDistributionChart *self,
        const Plot              *plot,
        gint64                   value)
{
  const double share = accord_axis_place (&self->axis, value);

  return plot->left + plot->width * (plot->mirrored ? 1 - share : share);
}

static double
plot_y (const Plot *plot,
        guint       i)
{
  return plot->floor - GAP / 2.0 - plot->step * (plot->rows[i] + 0.5);
}

static void
draw_lines (AccordDistributionChart *self,
            cairo_t                 *cr,
            const Plot              *plot,
            const AccordInks        *inks)
{
  const double floor_y = (int) plot->floor + 0.5;

  cairo_set_line_width (cr, 1);
  accord_ink_use (cr, &inks->text, inks->soft);
  for (guint i = 0; i < self->axis.n; i++)
    {
      const double x = (int) plot_x (self, plot, self->axis.first + (gint64) i * self->axis.step) + 0.5;

      cairo_move_to (cr, x, plot->top);
      cairo_line_to (cr, x, floor_y + GAP);
    }
  cairo_stroke (cr);
  accord_ink_use (cr, &inks->text, 0.6);
  cairo_move_to (cr, plot->left - plot->size, floor_y);
  cairo_line_to (cr, plot->left + plot->width + plot->size, floor_y);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 2);
  accord_ink_use (cr, &inks->text, 1);
  if (self->median != ACCORD_UNKNOWN)
    {
      cairo_move_to (cr, (int) plot_x (self, plot, self->median), plot->top);
      cairo_line_to (cr, (int) plot_x (self, plot, self->median), plot->floor);
      cairo_stroke (cr);
    }
  if (self->target != ACCORD_UNKNOWN)
    {
      accord_legend_set_dash (cr, ACCORD_LEGEND_DASHES);
      cairo_move_to (cr, (int) plot_x (self, plot, self->target), plot->top);
      cairo_line_to (cr, (int) plot_x (self, plot, self->target), plot->floor);
      cairo_stroke (cr);
      accord_legend_set_dash (cr, ACCORD_LEGEND_LINE);
    }
}

static void
draw_dots (AccordDistributionChart *self,
           cairo_t                 *cr,
           const Plot              *plot,
           const AccordInks        *inks,
           int                      point)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      accord_ink_use (cr, (int) i == point ? &inks->text : &inks->accent, 1);
      cairo_arc (cr, plot_x (self, plot, get_dot (self, i)->value), plot_y (plot, i), MAX (1, plot->size / 2 - 0.5), 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
append_words (AccordDistributionChart *self,
              GtkSnapshot             *snapshot,
              const Plot              *plot,
              const AccordInks        *inks)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const GdkRGBA quiet = accord_ink_fade (&inks->text, inks->quiet);

  for (guint i = 0; i < self->axis.n; i++)
    {
      const int words = layout_width (self->marks[i]);
      const double x = plot_x (self, plot, self->axis.first + (gint64) i * self->axis.step);

      accord_inks_append_layout (snapshot, self->marks[i], &quiet, CLAMP (x - words / 2.0, 0, MAX (0, width - words)),
                                 plot->floor + GAP);
    }
  for (guint i = 0; self->ranked && i < self->dots->len; i++)
    {
      PangoLayout *words = get_dot (self, i)->words;

      accord_inks_append_layout (snapshot, words, &inks->text,
                                 plot->mirrored ? width - pango_layout_get_width (words) / PANGO_SCALE : 0,
                                 plot_y (plot, i) - layout_height (words) / 2.0);
    }
}

static void
accord_distribution_chart_draw (AccordChart      *chart,
                                GtkSnapshot      *snapshot,
                                const AccordInks *inks,
                                gboolean          copied)
{
  AccordDistributionChart *self = ACCORD_DISTRIBUTION_CHART (chart);
  const int width = gtk_widget_get_width (GTK_WIDGET (chart)), height = gtk_widget_get_height (GTK_WIDGET (chart));
  const int point = copied ? -1 : accord_chart_get_point (chart);
  g_autofree char *reading = point >= 0 ? ACCORD_CHART_GET_CLASS (chart)->dup_reading (chart, (guint) point) : NULL;
  g_autofree guint *rows = NULL;
  Plot plot;
  cairo_t *cr;

  if (self->headline == NULL)
    return;

  lay_out (self, &plot, width);
  rows = plot.rows;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_lines (self, cr, &plot, inks);
  draw_dots (self, cr, &plot, inks, point);
  cairo_destroy (cr);
  pango_layout_set_text (self->head, reading != NULL ? reading : self->headline, -1);
  accord_inks_append_layout (snapshot, self->head, &inks->text, 0, 0);
  pango_layout_set_text (self->head, self->headline, -1);
  append_words (self, snapshot, &plot, inks);
  accord_legend_draw (self->legend, snapshot, inks, plot.floor + layout_height (self->marks[0]) + 3 * GAP, width, plot.mirrored);
}

static guint
accord_distribution_chart_get_n_points (AccordChart *chart)
{
  return ACCORD_DISTRIBUTION_CHART (chart)->dots->len;
}

static int
accord_distribution_chart_find_point (AccordChart *chart,
                                      double       x,
                                      double       y)
{
  AccordDistributionChart *self = ACCORD_DISTRIBUTION_CHART (chart);
  double nearest = NEAR * NEAR;
  g_autofree guint *rows = NULL;
  int found = -1;
  Plot plot;

  if (self->dots->len == 0)
    return -1;

  lay_out (self, &plot, gtk_widget_get_width (GTK_WIDGET (chart)));
  rows = plot.rows;
  for (guint i = 0; i < self->dots->len; i++)
    {
      const double across = plot_x (self, &plot, get_dot (self, i)->value) - x, down = plot_y (&plot, i) - y;

      if (across * across + down * down < nearest)
        {
          nearest = across * across + down * down;
          found = (int) i;
        }
    }

  return found;
}

static char *
format_value (AccordDistributionChart *self,
              gint64                   value)
{
  return accord_unit_format (self->unit, value, ACCORD_UNKNOWN, self->currency, self->decimals);
}

static char *
accord_distribution_chart_dup_reading (AccordChart *chart,
                                       guint        point)
{
  AccordDistributionChart *self = ACCORD_DISTRIBUTION_CHART (chart);
  g_autofree char *value = format_value (self, get_dot (self, point)->value);

  /* Translators: a member's name and value. */
  return g_strdup_printf (_("%1$s: %2$s"), get_dot (self, point)->name, value);
}

static GtkSizeRequestMode
accord_distribution_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_distribution_chart_measure (GtkWidget      *widget,
                                   GtkOrientation  orientation,
                                   int             for_size,
                                   int            *minimum,
                                   int            *natural,
                                   int            *minimum_baseline,
                                   int            *natural_baseline)
{
  AccordDistributionChart *self = ACCORD_DISTRIBUTION_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = NATURAL_WIDTH;
    }
  else if (self->headline != NULL)
    {
      Plot plot;

      *minimum = *natural = lay_out (self, &plot, for_size > 0 ? for_size : NATURAL_WIDTH);
      g_free (plot.rows);
    }
}

static void
accord_distribution_chart_finalize (GObject *object)
{
  AccordDistributionChart *self = ACCORD_DISTRIBUTION_CHART (object);

  g_array_unref (self->dots);
  accord_legend_free (self->legend);
  g_free (self->currency);
  g_free (self->headline);

  G_OBJECT_CLASS (accord_distribution_chart_parent_class)->finalize (object);
}

static void
accord_distribution_chart_class_init (AccordDistributionChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordChartClass *chart_class = ACCORD_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_distribution_chart_finalize;
  widget_class->get_request_mode = accord_distribution_chart_get_request_mode;
  widget_class->measure = accord_distribution_chart_measure;
  chart_class->draw = accord_distribution_chart_draw;
  chart_class->get_n_points = accord_distribution_chart_get_n_points;
  chart_class->find_point = accord_distribution_chart_find_point;
  chart_class->dup_reading = accord_distribution_chart_dup_reading;
}

static void
dot_clear (gpointer dot)
{
  g_free (((Dot *) dot)->name);
}

static void
accord_distribution_chart_init (AccordDistributionChart *self)
{
  self->dots = g_array_new (FALSE, FALSE, sizeof (Dot));
  g_array_set_clear_func (self->dots, dot_clear);
  self->legend = accord_legend_new ();
}

GtkWidget *
accord_distribution_chart_new (void)
{
  return g_object_new (ACCORD_TYPE_DISTRIBUTION_CHART, NULL);
}

static int
compare_dots (gconstpointer a,
              gconstpointer b)
{
  const Dot *left = a, *right = b;

  return left->value < right->value ? -1 : left->value > right->value;
}

/* Gives how many have no value. */
static guint
take_members (AccordDistributionChart        *self,
              const AccordDistributionMember *members,
              guint                           n)
{
  g_autofree gint64 *values = g_new (gint64, n + 1);

  g_array_set_size (self->dots, 0);
  for (guint i = 0; i < n; i++)
    if (members[i].value != ACCORD_UNKNOWN)
      {
        const Dot dot = { g_strdup (members[i].name), members[i].value, NULL };

        values[self->dots->len] = dot.value;
        g_array_append_val (self->dots, dot);
      }
  self->median = accord_axis_median (values, self->dots->len);
  g_array_sort (self->dots, compare_dots);

  return n - self->dots->len;
}

static void
find_axis (AccordDistributionChart *self)
{
  gint64 low = self->target, high = self->target;

  for (guint i = 0; i < self->dots->len; i++)
    {
      low = low == ACCORD_UNKNOWN ? get_dot (self, i)->value : MIN (low, get_dot (self, i)->value);
      high = MAX (high, get_dot (self, i)->value);
    }
  if (low == ACCORD_UNKNOWN)
    low = high = 0;
  accord_axis_fit (&self->axis, low, high, accord_unit_get_step (self->unit, self->decimals), MOST_MARKS);
}

static void
add_layouts (AccordDistributionChart *self)
{
  AccordChart *chart = ACCORD_CHART (self);

  accord_chart_clear_layouts (chart);
  accord_legend_clear (self->legend);
  self->head = accord_chart_add_layout (chart, self->headline, 1);
  for (guint i = 0; i < self->axis.n; i++)
    {
      g_autofree char *text = accord_unit_format_short (self->unit, self->axis.first + (gint64) i * self->axis.step, self->currency,
                                                        self->decimals);

      self->marks[i] = accord_chart_add_layout (chart, text, 0.85);
    }
  for (guint i = 0; self->ranked && i < self->dots->len; i++)
    {
      get_dot (self, i)->words = accord_chart_add_layout (chart, get_dot (self, i)->name, 0.9);
      pango_layout_set_ellipsize (get_dot (self, i)->words, PANGO_ELLIPSIZE_END);
    }
  accord_legend_add (self->legend, chart, ACCORD_LEGEND_DOT, TRUE, _("A member"));
  accord_legend_add (self->legend, chart, ACCORD_LEGEND_MARK, FALSE, _("Median"));
  if (self->target != ACCORD_UNKNOWN)
    accord_legend_add (self->legend, chart, ACCORD_LEGEND_DASHES, FALSE, _("Target"));
}

static char *
dup_headline (AccordDistributionChart *self,
              guint                    n_unknown)
{
  g_autofree char *median = format_value (self, self->median), *target = format_value (self, self->target);
  g_autofree char *known = g_strdup_printf (
    /* Translators: how a metric is spread over members: how many they are, their median, and the target: values or "n/a". */
    ngettext ("%1$u member; median %2$s; target %3$s", "%1$u members; median %2$s; target %3$s", self->dots->len), self->dots->len,
    median, target);
  g_autofree char *unknown = NULL;

  if (n_unknown == 0)
    return g_steal_pointer (&known);

  /* Translators: of so many members a metric has no value. */
  unknown = g_strdup_printf (ngettext ("%u is n/a", "%u are n/a", n_unknown), n_unknown);

  /* Translators: %1 is how the known values lie, %2 how many members have none ("3 are n/a"). */
  return g_strdup_printf (C_("distribution", "%1$s; %2$s"), known, unknown);
}

void
accord_distribution_chart_set (AccordDistributionChart        *self,
                               const AccordDistribution       *distribution,
                               const AccordDistributionMember *members,
                               guint                           n)
{
  g_autoptr (GString) description = NULL;
  guint n_unknown;
  char *currency;

  g_return_if_fail (ACCORD_IS_DISTRIBUTION_CHART (self));
  g_return_if_fail (distribution != NULL && distribution->title != NULL);
  g_return_if_fail (members != NULL || n == 0);

  currency = g_strdup (distribution->currency);
  g_free (self->currency);
  self->currency = currency;
  self->unit = distribution->unit;
  self->decimals = distribution->decimals;
  self->target = distribution->target;
  self->ranked = distribution->ranked;
  accord_chart_set_point (ACCORD_CHART (self), -1);
  n_unknown = take_members (self, members, n);

  find_axis (self);
  g_free (self->headline);
  self->headline = dup_headline (self, n_unknown);
  add_layouts (self);
  /* In the order that they came in: who is best is not said unless the picture says it. */
  description = g_string_new (self->headline);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = format_value (self, members[i].value);

      g_string_append_c (description, '\n');
      g_string_append_printf (description, _("%1$s: %2$s"), members[i].name, value);
    }
  accord_chart_set_words (ACCORD_CHART (self), distribution->title, description->str);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
