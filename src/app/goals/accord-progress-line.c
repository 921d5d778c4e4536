/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-progress-line.h"

#include "accord-goal-query.h"

#include <glib/gi18n.h>

#define HEIGHT 72
#define EDGE 6.0 /* room for a dot */
#define DOT 3.5

typedef struct
{
  AccordDate day;
  AccordRate share;
} Point;

struct _AccordProgressLine
{
  AccordChart parent_instance;

  GArray *points;
  AccordDate due;
};

G_DEFINE_FINAL_TYPE (AccordProgressLine, accord_progress_line, ACCORD_TYPE_CHART)

static void
accord_progress_line_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = 320;
    }
  else
    *minimum = *natural = HEIGHT;
}

/* Where a point lies: time goes on to the day of the last entry, or the day by which the goal is due. */
static void
place (AccordProgressLine *self,
       const Point        *point,
       double              width,
       double             *x,
       double             *y)
{
  const Point *first = &g_array_index (self->points, Point, 0);
  const Point *last = &g_array_index (self->points, Point, self->points->len - 1);
  int days = MAX (MAX (last->day, self->due) - first->day, 1);

  *x = EDGE + (width - 2 * EDGE) * (point->day - first->day) / days;
  *y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * ((double) point->share / (double) ACCORD_RATE_ONE);
}

static void
draw_frame (AccordProgressLine *self,
            cairo_t            *cr,
            double              width,
            const AccordInks   *inks)
{
  const double dashes[] = { 3, 3 };
  const Point *first = &g_array_index (self->points, Point, 0);

  cairo_set_line_width (cr, 1);
  accord_ink_use (cr, &inks->text, inks->soft);
  cairo_move_to (cr, EDGE, HEIGHT - EDGE + 0.5);
  cairo_line_to (cr, width - EDGE, HEIGHT - EDGE + 0.5);
  cairo_stroke (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, EDGE, EDGE + 0.5);
  cairo_line_to (cr, width - EDGE, EDGE + 0.5);
  cairo_stroke (cr);
  if (self->due > first->day)
    {
      const Point due = { self->due, 0 };
      double x, y;

      accord_ink_use (cr, &inks->text, 0.6);
      place (self, &due, width, &x, &y);
      cairo_move_to (cr, x, EDGE);
      cairo_line_to (cr, x, HEIGHT - EDGE);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_points (AccordProgressLine *self,
             cairo_t            *cr,
             double              width,
             const AccordInks   *inks)
{
  double x, y;

  accord_ink_use (cr, &inks->accent, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->points->len; i++)
    {
      place (self, &g_array_index (self->points, Point, i), width, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);
  for (guint i = 0; i < self->points->len; i++)
    {
      place (self, &g_array_index (self->points, Point, i), width, &x, &y);
      cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
accord_progress_line_draw (AccordChart      *chart,
                           GtkSnapshot      *snapshot,
                           const AccordInks *inks,
                           gboolean          copied)
{
  AccordProgressLine *self = ACCORD_PROGRESS_LINE (chart);
  double width = gtk_widget_get_width (GTK_WIDGET (chart));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, HEIGHT);
  cairo_t *cr;

  if (self->points->len == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (gtk_widget_get_direction (GTK_WIDGET (chart)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw_frame (self, cr, width, inks);
  draw_points (self, cr, width, inks);
  cairo_destroy (cr);
}

static void
accord_progress_line_finalize (GObject *object)
{
  g_array_unref (ACCORD_PROGRESS_LINE (object)->points);

  G_OBJECT_CLASS (accord_progress_line_parent_class)->finalize (object);
}

static void
accord_progress_line_class_init (AccordProgressLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_progress_line_finalize;
  GTK_WIDGET_CLASS (klass)->measure = accord_progress_line_measure;
  ACCORD_CHART_CLASS (klass)->draw = accord_progress_line_draw;
}

static void
accord_progress_line_init (AccordProgressLine *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
}

void
accord_progress_line_show (AccordProgressLine *self,
                           AccordGoal         *goal,
                           GPtrArray          *log)
{
  g_autoptr (GString) description = g_string_new (NULL);

  g_return_if_fail (ACCORD_IS_PROGRESS_LINE (self));

  g_array_set_size (self->points, 0);
  self->due = accord_goal_get_due (goal);
  for (guint i = 0; i < log->len; i++)
    {
      AccordGoalEntry *entry = g_ptr_array_index (log, i);
      const Point point = { accord_goal_entry_get_day (entry), accord_goal_entry_get_share (entry, goal) };

      if (point.share != ACCORD_UNKNOWN)
        {
          g_autofree char *day = accord_date_format (point.day), *share = accord_rate_format_percent (point.share);

          g_array_append_val (self->points, point);
          /* Translators: a point of a line that a screen reader tells: %1 is a date, %2 a percentage. */
          g_string_append_printf (description, _("%1$s: %2$s"), day, share);
          g_string_append (description, ". ");
        }
    }
  accord_chart_set_words (ACCORD_CHART (self), _("Progress over time"), description->str);
  gtk_widget_set_visible (GTK_WIDGET (self), self->points->len > 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
