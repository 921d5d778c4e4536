/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-spark.h"

#include "accord-inks.h"

#include <glib/gi18n.h>

#include <string.h>

#define DOT 2.5
#define EDGE 3.5 /* room for half a dot */

struct _AccordSpark
{
  GtkWidget parent_instance;

  gint64 *values;
  guint n_values;
  gint64 aim;
  AccordStatus status;
};

G_DEFINE_FINAL_TYPE (AccordSpark, accord_spark, GTK_TYPE_WIDGET)

/* From the least to the most of what is shown; FALSE where there is nothing. */
static gboolean
find_span (AccordSpark *self,
           double      *low,
           double      *high)
{
  gint64 least = self->aim, most = self->aim;
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_values; i++)
    if (self->values[i] != ACCORD_UNKNOWN)
      {
        least = least == ACCORD_UNKNOWN ? self->values[i] : MIN (least, self->values[i]);
        most = MAX (most, self->values[i]);
        any = TRUE;
      }
  *low = (double) least;
  *high = (double) most;

  return any;
}

/* What does not change lies in the middle. */
static double
place (gint64 value,
       double low,
       double high,
       double height)
{
  const double share = high > low ? ((double) value - low) / (high - low) : 0.5;

  return EDGE + (height - 2 * EDGE) * (1 - share);
}

static gboolean
is_known (AccordSpark *self,
          guint        i)
{
  return i < self->n_values && self->values[i] != ACCORD_UNKNOWN;
}

static void
draw_line (AccordSpark *self,
           cairo_t     *cr,
           double       step,
           double       low,
           double       high,
           double       height)
{
  for (guint i = 0; i < self->n_values; i++)
    {
      const double x = EDGE + step * i;

      if (!is_known (self, i))
        continue;

      if (i > 0 && is_known (self, i - 1))
        cairo_line_to (cr, x, place (self->values[i], low, high, height));
      else
        cairo_move_to (cr, x, place (self->values[i], low, high, height));
    }
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* A week between two gaps. */
static void
draw_lone_weeks (AccordSpark *self,
                 cairo_t     *cr,
                 double       step,
                 double       low,
                 double       high,
                 double       height)
{
  for (guint i = 0; i < self->n_values; i++)
    if (is_known (self, i) && (i == 0 || !is_known (self, i - 1)) && !is_known (self, i + 1))
      {
        cairo_arc (cr, EDGE + step * i, place (self->values[i], low, high, height), 1.5, 0, 2 * G_PI);
        cairo_fill (cr);
      }
}

static void
draw (AccordSpark      *self,
      cairo_t          *cr,
      double            width,
      double            height,
      const AccordInks *inks)
{
  const double dash[] = { 2, 2 };
  const double step = self->n_values > 1 ? (width - 2 * EDGE) / (self->n_values - 1) : 0;
  double low, high;

  if (!find_span (self, &low, &high))
    return;

  if (self->aim != ACCORD_UNKNOWN)
    {
      const double y = (int) place (self->aim, low, high, height) + 0.5;

      accord_ink_use (cr, &inks->text, 0.45);
      cairo_set_line_width (cr, 1);
      cairo_set_dash (cr, dash, 2, 0);
      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, width, y);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  accord_ink_use (cr, &inks->text, inks->quiet);
  draw_line (self, cr, step, low, high, height);
  draw_lone_weeks (self, cr, step, low, high, height);
  for (guint i = self->n_values; i-- > 0;)
    if (is_known (self, i))
      {
        accord_ink_use (cr, accord_inks_get_status (inks, self->status), 1);
        cairo_arc (cr, EDGE + step * i, place (self->values[i], low, high, height), DOT, 0, 2 * G_PI);
        cairo_fill (cr);
        break;
      }
}

static void
accord_spark_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  AccordInks inks;
  cairo_t *cr;

  accord_inks_read (&inks, widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw (ACCORD_SPARK (widget), cr, width, height, &inks);
  cairo_destroy (cr);
}

static void
accord_spark_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  const int line = accord_inks_measure_line (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * line : line;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 5 * line : line;
}

static void
accord_spark_finalize (GObject *object)
{
  g_free (ACCORD_SPARK (object)->values);

  G_OBJECT_CLASS (accord_spark_parent_class)->finalize (object);
}

static void
accord_spark_class_init (AccordSparkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_spark_finalize;
  widget_class->measure = accord_spark_measure;
  widget_class->snapshot = accord_spark_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
accord_spark_init (AccordSpark *self)
{
  self->aim = ACCORD_UNKNOWN;
  /* Translators: the accessible name of a small line that shows a metric's last weeks. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Last weeks"), -1);
}

GtkWidget *
accord_spark_new (void)
{
  return g_object_new (ACCORD_TYPE_SPARK, NULL);
}

void
accord_spark_set_values (AccordSpark  *self,
                         const gint64 *values,
                         guint         n,
                         gint64        aim,
                         AccordStatus  status)
{
  g_return_if_fail (ACCORD_IS_SPARK (self));
  g_return_if_fail (values != NULL || n == 0);

  if (self->n_values != n)
    {
      self->values = g_renew (gint64, self->values, n);
      self->n_values = n;
    }
  if (n > 0)
    memcpy (self->values, values, n * sizeof *values);
  self->aim = aim;
  self->status = status;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
accord_spark_set_words (AccordSpark *self,
                        const char  *words)
{
  g_return_if_fail (ACCORD_IS_SPARK (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "", -1);
}
