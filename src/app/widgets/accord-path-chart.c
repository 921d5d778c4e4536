/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-path-chart-private.h"

#include "accord-metric-words.h"

#include <glib/gi18n.h>

#define NATURAL_WIDTH 480

G_DEFINE_FINAL_TYPE (AccordPathChart, accord_path_chart, ACCORD_TYPE_CHART)

static const AccordPathPoint *
get_point (AccordPathChart *self,
           guint            i)
{
  return &g_array_index (self->points, AccordPathPoint, i);
}

static guint
accord_path_chart_get_n_points (AccordChart *chart)
{
  return ACCORD_PATH_CHART (chart)->points->len;
}

static char *
format_value (AccordPathChart *self,
              gint64           value)
{
  return accord_unit_format (self->path.unit, value, ACCORD_UNKNOWN, self->currency, self->path.decimals);
}

static char *
accord_path_chart_dup_reading (AccordChart *chart,
                               guint        i)
{
  AccordPathChart *self = ACCORD_PATH_CHART (chart);
  const AccordPathPoint *point = get_point (self, i);
  g_autofree char *day = accord_date_format (point->day);
  g_autofree char *actual = format_value (self, point->actual), *expected = format_value (self, point->expected);

  /* Translators: figures of a week: a date, what was reached by then, what was expected by then. */
  return g_strdup_printf (_("By %1$s: %2$s; %3$s expected"), day, actual, expected);
}

static GtkSizeRequestMode
accord_path_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_path_chart_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  AccordPathChart *self = ACCORD_PATH_CHART (widget);
  const int line = accord_inks_measure_line (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (240, 16 * line);
      *natural = NATURAL_WIDTH;
    }
  else
    {
      const int words = accord_path_chart_measure_words (self, for_size > 0 ? for_size : NATURAL_WIDTH);

      *minimum = words + 6 * line;
      *natural = words + 9 * line;
    }
}

static void
accord_path_chart_finalize (GObject *object)
{
  AccordPathChart *self = ACCORD_PATH_CHART (object);

  g_array_unref (self->points);
  accord_legend_free (self->legend);
  g_free (self->currency);
  g_free (self->headline);

  G_OBJECT_CLASS (accord_path_chart_parent_class)->finalize (object);
}

static void
accord_path_chart_class_init (AccordPathChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordChartClass *chart_class = ACCORD_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_path_chart_finalize;
  widget_class->get_request_mode = accord_path_chart_get_request_mode;
  widget_class->measure = accord_path_chart_measure;
  chart_class->draw = accord_path_chart_draw;
  chart_class->get_n_points = accord_path_chart_get_n_points;
  chart_class->find_point = accord_path_chart_find_point;
  chart_class->dup_reading = accord_path_chart_dup_reading;
}

static void
accord_path_chart_init (AccordPathChart *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (AccordPathPoint));
  self->legend = accord_legend_new ();
}

GtkWidget *
accord_path_chart_new (void)
{
  return g_object_new (ACCORD_TYPE_PATH_CHART, NULL);
}

static void
extend (gint64  value,
        gint64 *low,
        gint64 *high)
{
  if (value == ACCORD_UNKNOWN)
    return;

  *low = *low == ACCORD_UNKNOWN ? value : MIN (*low, value);
  *high = MAX (*high, value);
}

static void
find_axis (AccordPathChart *self)
{
  gint64 low = self->path.adds_up ? 0 : ACCORD_UNKNOWN, high = low;

  extend (self->path.actual, &low, &high);
  extend (self->path.expected, &low, &high);
  extend (self->path.target, &low, &high);
  extend (self->path.landing, &low, &high);
  for (guint i = 0; i < self->points->len; i++)
    {
      extend (get_point (self, i)->actual, &low, &high);
      extend (get_point (self, i)->expected, &low, &high);
    }
  if (low == ACCORD_UNKNOWN)
    low = high = 0;
  accord_axis_fit (&self->axis, low, high, accord_unit_get_step (self->path.unit, self->path.decimals), ACCORD_PATH_MOST_MARKS);
}

static void
add_months (AccordPathChart *self)
{
  self->n_months = 0;
  for (AccordDate day = self->path.starts; day <= self->path.ends && self->n_months < ACCORD_PATH_MOST_MONTHS;)
    {
      int year, month;
      g_autoptr (GDateTime) first = NULL;
      g_autofree char *name = NULL;

      accord_date_get_ymd (day, &year, &month, NULL);
      first = g_date_time_new_utc (year, month, 1, 12, 0, 0);
      /* Translators: the name of a month below a picture, as short as can be: see strftime. */
      name = g_date_time_format (first, _("%b"));
      self->months[self->n_months++] = (AccordPathMonth) { accord_chart_add_layout (ACCORD_CHART (self), name, 0.85), day };
      day = accord_date_add_months (accord_date_new (year, month, 1), 1);
    }
}

static PangoLayout *
add_end (AccordPathChart *self,
         const char      *format,
         gint64           value)
{
  g_autofree char *figure = accord_unit_format_short (self->path.unit, value, self->currency, self->path.decimals);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv (figure, parts);

  return value != ACCORD_UNKNOWN ? accord_chart_add_layout (ACCORD_CHART (self), text, 0.85) : NULL;
}

static void
add_layouts (AccordPathChart *self)
{
  AccordChart *chart = ACCORD_CHART (self);

  accord_chart_clear_layouts (chart);
  accord_legend_clear (self->legend);
  self->head = accord_chart_add_layout (chart, self->headline, 1);
  for (guint i = 0; i < self->axis.n; i++)
    {
      g_autofree char *text = accord_unit_format_short (self->path.unit, self->axis.first + (gint64) i * self->axis.step,
                                                        self->currency, self->path.decimals);

      self->marks[i] = accord_chart_add_layout (chart, text, 0.85);
    }
  add_months (self);
  self->today = NULL;
  if (self->path.as_of >= self->path.starts && self->path.as_of < self->path.ends)
    /* Translators: at a line across a picture of a period, where today is. */
    self->today = accord_chart_add_layout (chart, _("today"), 0.85);
  /* Translators: at the end of a line of a picture; %s is an amount. */
  self->target = add_end (self, _("target %s"), self->path.target);
  /* Translators: at the end of a line of a picture; %s is an amount. */
  self->landing = add_end (self, _("lands at %s"), self->path.landing);
  accord_legend_add (self->legend, chart, ACCORD_LEGEND_LINE, TRUE, self->path.adds_up ? _("Reached so far") : _("Reached"));
  if (self->path.target != ACCORD_UNKNOWN)
    accord_legend_add (self->legend, chart, ACCORD_LEGEND_DASHES, FALSE, _("Path to the target"));
  if (self->path.landing != ACCORD_UNKNOWN)
    accord_legend_add (self->legend, chart, ACCORD_LEGEND_DOTS, TRUE, _("If it goes on like this"));
}

static char *
dup_headline (AccordPathChart *self)
{
  g_autofree char *day = accord_date_format (CLAMP (self->path.as_of, self->path.starts, self->path.ends));
  g_autofree char *actual = format_value (self, self->path.actual), *target = format_value (self, self->path.target);
  g_autofree char *expected = format_value (self, self->path.expected), *landing = format_value (self, self->path.landing);

  if (self->path.landing == ACCORD_UNKNOWN)
    /* Translators: how a metric stands: a date, what is reached by then, the target, what is expected by then. */
    return g_strdup_printf (_("By %1$s: %2$s of %3$s; %4$s expected"), day, actual, target, expected);

  /* Translators: how a metric stands: a date, what is reached by then, the target, what is expected by then, and where it ends if
   * it goes on like this. */
  return g_strdup_printf (_("By %1$s: %2$s of %3$s; %4$s expected; lands at %5$s"), day, actual, target, expected, landing);
}

static char *
dup_description (AccordPathChart *self)
{
  g_autoptr (GString) text = g_string_new (self->headline);

  for (guint i = 0; i < self->points->len; i++)
    {
      g_autofree char *reading = accord_path_chart_dup_reading (ACCORD_CHART (self), i);

      g_string_append_printf (text, ".\n%s", reading);
    }

  return g_strdup (text->str);
}

void
accord_path_chart_set (AccordPathChart       *self,
                       const AccordPath      *path,
                       const AccordPathPoint *points,
                       guint                  n)
{
  g_autofree char *description = NULL;
  char *currency;

  g_return_if_fail (ACCORD_IS_PATH_CHART (self));
  g_return_if_fail (path != NULL && path->name != NULL && path->starts <= path->ends);
  g_return_if_fail (points != NULL || n == 0);

  currency = g_strdup (path->currency);
  g_free (self->currency);
  self->currency = currency;
  self->path = *path;
  self->path.name = self->path.currency = NULL;
  if (self->path.actual == ACCORD_UNKNOWN || self->path.as_of >= self->path.ends)
    self->path.landing = ACCORD_UNKNOWN;
  accord_chart_set_point (ACCORD_CHART (self), -1);
  g_array_set_size (self->points, 0);
  if (n > 0)
    g_array_append_vals (self->points, points, n);

  find_axis (self);
  g_free (self->headline);
  self->headline = dup_headline (self);
  add_layouts (self);
  description = dup_description (self);
  accord_chart_set_words (ACCORD_CHART (self), path->name, description);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
