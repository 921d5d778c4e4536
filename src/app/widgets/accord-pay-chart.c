/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pay-chart.h"

#include "accord-money.h"

#include <glib/gi18n.h>

#define PLOT_HEIGHT 130.0 /* of the plot itself; the words come on top and below */
#define MOST_CORNERS 64
#define POINT_RADIUS 5.0
#define WORDS_GAP 3.0

/* A corner of the curve: it is straight from one to the next. */
typedef struct
{
  gint64 bookings;
  gint64 pay;
} Corner;

struct _AccordPayChart
{
  AccordChart parent_instance;

  AccordPayPicture picture;
  Corner corners[MOST_CORNERS];
  guint n_corners;
  double most_bookings; /* at the far end of the plot */
  double most_pay;      /* at its top */

  PangoLayout *goal_words;
  PangoLayout *cap_words;
  PangoLayout *quota_words;
  PangoLayout *bookings_words;
};

G_DEFINE_FINAL_TYPE (AccordPayChart, accord_pay_chart, ACCORD_TYPE_CHART)

/* Where the plot lies within the widget. */
typedef struct
{
  AccordPayChart *chart;
  double width;
  double top;
  gboolean mirrored;
  const AccordInks *inks;
} Plot;

static double
plot_x (const Plot *plot,
        double      bookings)
{
  double x = bookings / plot->chart->most_bookings * plot->width;

  return plot->mirrored ? plot->width - x : x;
}

static double
plot_y (const Plot *plot,
        double      pay)
{
  return plot->top + PLOT_HEIGHT * (1 - pay / plot->chart->most_pay);
}

static void
add_corner (AccordPayChart *self,
            gint64          bookings)
{
  guint i = self->n_corners;

  if (i == MOST_CORNERS || bookings < 0 || bookings > (gint64) self->most_bookings)
    return;

  while (i > 0 && self->corners[i - 1].bookings > bookings)
    {
      self->corners[i] = self->corners[i - 1];
      i--;
    }
  self->corners[i] = (Corner) { bookings, accord_pay_plan_pay_for (self->picture.plan, bookings) };
  self->n_corners++;
}

/* An edge has two corners: the last unit below it and itself, between which pay may jump. */
static void
add_edge (AccordPayChart *self,
          gint64          bookings)
{
  add_corner (self, bookings - 1);
  add_corner (self, bookings);
}

/* The bookings that the cap is reached at; unknown where there is none. */
static gint64
cap_bookings (AccordPayPlan *plan)
{
  AccordExact bookings;

  if (accord_pay_plan_get_cap (plan) == ACCORD_UNKNOWN
      || !accord_pay_plan_bookings_for (plan, accord_pay_plan_get_cap (plan), &bookings, NULL, NULL))
    return ACCORD_UNKNOWN;

  return accord_exact_round (bookings);
}

static void
find_scale (AccordPayChart *self)
{
  const AccordPayPicture *picture = &self->picture;
  gsize n;
  const AccordPayTier *tiers = accord_pay_plan_get_tiers (picture->plan, &n);
  gint64 far = MAX (tiers[n - 1].from, accord_pay_plan_get_threshold (picture->plan));
  double most = 0;

  /* ACCORD_UNKNOWN is below every number. */
  far = MAX (far, MAX (picture->quota, picture->bookings));
  far = MAX (far, picture->booked);
  far = MAX (far, cap_bookings (picture->plan));
  self->most_bookings = far > 0 ? (double) far * 1.2 : 1;

  self->n_corners = 0;
  add_corner (self, 0);
  for (gsize i = 1; i < n; i++)
    add_edge (self, tiers[i].from);
  if (accord_pay_plan_get_threshold (picture->plan) > 0)
    add_edge (self, accord_pay_plan_get_threshold (picture->plan));
  add_corner (self, cap_bookings (picture->plan));
  add_corner (self, (gint64) self->most_bookings);

  for (guint i = 0; i < self->n_corners; i++)
    most = MAX (most, (double) self->corners[i].pay);
  most = MAX (most, (double) MAX (picture->goal, 0));
  self->most_pay = most > 0 ? most * 1.08 : 1;
}

static void
draw_line (cairo_t       *cr,
           double         x1,
           double         y1,
           double         x2,
           double         y2,
           const GdkRGBA *colour,
           double         alpha,
           double         dash)
{
  accord_ink_use (cr, colour, alpha);
  cairo_set_dash (cr, &dash, dash > 0 ? 1 : 0, 0);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

static void
draw_curve (cairo_t    *cr,
            const Plot *plot)
{
  AccordPayChart *self = plot->chart;
  double none = 0;

  cairo_set_dash (cr, &none, 0, 0);
  cairo_move_to (cr, plot_x (plot, 0), plot_y (plot, 0));
  for (guint i = 0; i < self->n_corners; i++)
    cairo_line_to (cr, plot_x (plot, (double) self->corners[i].bookings),
                   plot_y (plot, (double) self->corners[i].pay));
  accord_ink_use (cr, &plot->inks->accent, 1);
  cairo_set_line_width (cr, 2.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (cr);
  cairo_line_to (cr, plot_x (plot, self->most_bookings), plot_y (plot, 0));
  cairo_close_path (cr);
  accord_ink_use (cr, &plot->inks->accent, 0.12);
  cairo_fill (cr);
}

static void
draw_marks (cairo_t    *cr,
            const Plot *plot)
{
  const AccordPayPicture *picture = &plot->chart->picture;
  double floor_y = plot_y (plot, 0), near_x = plot_x (plot, 0), far_x = plot_x (plot, plot->chart->most_bookings);
  gint64 cap = accord_pay_plan_get_cap (picture->plan);
  gsize n;
  const AccordPayTier *tiers = accord_pay_plan_get_tiers (picture->plan, &n);

  cairo_set_line_width (cr, 1);
  draw_line (cr, near_x, floor_y, far_x, floor_y, &plot->inks->text, 0.5, 0);
  for (gsize i = 1; i < n; i++)
    draw_line (cr, plot_x (plot, (double) tiers[i].from), floor_y, plot_x (plot, (double) tiers[i].from), plot->top,
               &plot->inks->text, 0.35, 3);
  if (cap != ACCORD_UNKNOWN && (double) cap <= plot->chart->most_pay)
    draw_line (cr, near_x, plot_y (plot, (double) cap), far_x, plot_y (plot, (double) cap), &plot->inks->text, 0.5, 3);
  cairo_set_line_width (cr, 2);
  if (picture->quota != ACCORD_UNKNOWN && picture->quota > 0)
    draw_line (cr, plot_x (plot, (double) picture->quota), floor_y, plot_x (plot, (double) picture->quota),
               plot->top / 2, &plot->inks->text, 0.75, 0);
  if (picture->booked != ACCORD_UNKNOWN && picture->booked > 0)
    {
      cairo_set_line_width (cr, 5);
      draw_line (cr, near_x, floor_y - 1, plot_x (plot, (double) picture->booked), floor_y - 1, &plot->inks->accent, 1, 0);
    }
  cairo_set_line_width (cr, 1.5);
  if (picture->goal != ACCORD_UNKNOWN && picture->goal > 0)
    draw_line (cr, near_x, plot_y (plot, (double) picture->goal), far_x, plot_y (plot, (double) picture->goal),
               &plot->inks->text, 0.85, 6);
}

/* The smallest bookings that reach the goal, with a plumb line to their words below. */
static void
draw_point (cairo_t    *cr,
            const Plot *plot)
{
  const AccordPayPicture *picture = &plot->chart->picture;
  double x, y;

  if (picture->bookings == ACCORD_UNKNOWN || picture->goal == ACCORD_UNKNOWN || picture->goal <= 0)
    return;

  /* On a cliff it is paid more than the goal. */
  x = plot_x (plot, (double) picture->bookings);
  y = plot_y (plot, (double) accord_pay_plan_pay_for (picture->plan, picture->bookings));
  cairo_set_line_width (cr, 1.5);
  draw_line (cr, x, y, x, plot_y (plot, 0), &plot->inks->text, 0.85, 6);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, POINT_RADIUS, 0, 2 * G_PI);
  accord_ink_use (cr, &plot->inks->text, 1);
  cairo_fill (cr);
}

/* Words around x, moved into the plot. */
static double
append_words (GtkSnapshot *snapshot,
              const Plot  *plot,
              PangoLayout *words,
              double       x,
              double       y)
{
  int width;

  pango_layout_get_pixel_size (words, &width, NULL);
  x = CLAMP (x - width / 2.0, 0, MAX (0, plot->width - width));
  accord_inks_append_layout (snapshot, words, &plot->inks->text, x, y);

  return x;
}

static int
words_height (AccordPayChart *self)
{
  int height;

  pango_layout_get_pixel_size (self->bookings_words, NULL, &height);

  return height;
}

static void
append_all_words (GtkSnapshot *snapshot,
                  const Plot  *plot)
{
  AccordPayChart *self = plot->chart;
  const AccordPayPicture *picture = &self->picture;
  double below = plot_y (plot, 0) + WORDS_GAP, start = plot->mirrored ? plot->width : 0;
  gint64 cap = accord_pay_plan_get_cap (picture->plan);

  if (picture->goal != ACCORD_UNKNOWN && picture->goal > 0)
    append_words (snapshot, plot, self->goal_words, start,
                  plot_y (plot, (double) picture->goal) - words_height (self) - WORDS_GAP);
  if (cap != ACCORD_UNKNOWN && (double) cap <= self->most_pay)
    append_words (snapshot, plot, self->cap_words, plot->width - start,
                  plot_y (plot, (double) cap) - words_height (self) - WORDS_GAP);
  /* The quota's words stand above its mark, those of the bookings below theirs: they never meet. */
  if (picture->quota != ACCORD_UNKNOWN && picture->quota > 0)
    append_words (snapshot, plot, self->quota_words, plot_x (plot, (double) picture->quota), 0);
  if (picture->bookings != ACCORD_UNKNOWN && picture->goal > 0)
    append_words (snapshot, plot, self->bookings_words, plot_x (plot, (double) picture->bookings), below);
}

static void
accord_pay_chart_draw (AccordChart      *chart,
                       GtkSnapshot      *snapshot,
                       const AccordInks *inks,
                       gboolean          copied)
{
  AccordPayChart *self = ACCORD_PAY_CHART (chart);
  GtkWidget *widget = GTK_WIDGET (chart);
  Plot plot = {
    .chart = self,
    .width = gtk_widget_get_width (widget),
    .top = 2 * (words_height (self) + WORDS_GAP),
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .inks = inks,
  };
  cairo_t *cr;

  if (self->picture.plan == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) plot.width,
                                                                 (float) gtk_widget_get_height (widget)));
  draw_curve (cr, &plot);
  draw_marks (cr, &plot);
  draw_point (cr, &plot);
  cairo_destroy (cr);
  append_all_words (snapshot, &plot);
}

static void
accord_pay_chart_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 160;
      *natural = 260;
    }
  else
    *minimum = *natural = (int) (PLOT_HEIGHT + 3 * (words_height (ACCORD_PAY_CHART (widget)) + WORDS_GAP));
}

static void
accord_pay_chart_finalize (GObject *object)
{
  g_clear_pointer (&ACCORD_PAY_CHART (object)->picture.plan, accord_pay_plan_unref);

  G_OBJECT_CLASS (accord_pay_chart_parent_class)->finalize (object);
}

static void
accord_pay_chart_class_init (AccordPayChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_pay_chart_finalize;
  GTK_WIDGET_CLASS (klass)->measure = accord_pay_chart_measure;
  ACCORD_CHART_CLASS (klass)->draw = accord_pay_chart_draw;
}

static void
accord_pay_chart_init (AccordPayChart *self)
{
  self->most_bookings = self->most_pay = 1;
  self->goal_words = accord_chart_add_layout (ACCORD_CHART (self), "", 0.85);
  self->cap_words = accord_chart_add_layout (ACCORD_CHART (self), "", 0.85);
  self->quota_words = accord_chart_add_layout (ACCORD_CHART (self), "", 0.85);
  self->bookings_words = accord_chart_add_layout (ACCORD_CHART (self), "", 0.85);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  accord_chart_set_words (ACCORD_CHART (self), _("Pay against bookings"), "");
}

/* The same in words, for whoever does not see it. */
static char *
dup_description (const AccordPayPicture *picture,
                 const char             *currency,
                 int                     decimals)
{
  GString *text = g_string_new (NULL);
  gsize n;
  const AccordPayTier *tiers = accord_pay_plan_get_tiers (picture->plan, &n);
  g_autofree char *goal = accord_money_format (picture->goal, currency, decimals);
  g_autofree char *bookings = accord_money_format (picture->bookings, currency, decimals);
  g_autofree char *quota = accord_money_format (picture->quota, currency, decimals);
  g_autofree char *at_quota = accord_money_format (accord_pay_plan_pay_for (picture->plan, picture->quota), currency,
                                                   decimals);
  g_autofree char *cap = accord_money_format (accord_pay_plan_get_cap (picture->plan), currency, decimals);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *from = accord_money_format (tiers[i].from, currency, decimals);
      g_autofree char *rate = accord_rate_format_percent (tiers[i].rate);

      /* Translators: what a screen reader says for a band of a pay plan: %1 a percentage, %2 an amount of money. */
      g_string_append_printf (text, _("%1$s from %2$s on. "), rate, from);
    }
  /* Translators: what a screen reader says for the drawn pay plan; all are amounts of money or "n/a". */
  g_string_append_printf (text, _("Quota %1$s pays %2$s. Goal %3$s, reached with bookings of %4$s. Cap %5$s."), quota,
                          at_quota, goal, bookings, cap);

  return g_string_free (text, FALSE);
}

static void
set_words (PangoLayout *words,
           const char  *format,
           gint64       amount,
           const char  *currency,
           int          decimals)
{
  g_autofree char *money = accord_money_format (amount, currency, decimals);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv (money, parts);

  pango_layout_set_text (words, text, -1);
}

void
accord_pay_chart_set_picture (AccordPayChart         *self,
                              const AccordPayPicture *picture,
                              const char             *currency,
                              int                     decimals)
{
  AccordPayPlan *before = self->picture.plan;
  g_autofree char *description = NULL;

  g_return_if_fail (ACCORD_IS_PAY_CHART (self));
  g_return_if_fail (picture != NULL && picture->plan != NULL);

  self->picture = *picture;
  accord_pay_plan_ref (self->picture.plan);
  g_clear_pointer (&before, accord_pay_plan_unref);
  find_scale (self);
  /* Translators: words at a line of a chart; %s is an amount of money. */
  set_words (self->goal_words, _("goal %s"), picture->goal, currency, decimals);
  /* Translators: words at a line of a chart; %s is an amount of money. */
  set_words (self->cap_words, _("cap %s"), accord_pay_plan_get_cap (picture->plan), currency, decimals);
  /* Translators: words at a mark of a chart; %s is an amount of money. */
  set_words (self->quota_words, _("quota %s"), picture->quota, currency, decimals);
  set_words (self->bookings_words, "%s", picture->bookings, currency, decimals);
  description = dup_description (picture, currency, decimals);
  accord_chart_set_words (ACCORD_CHART (self), _("Pay against bookings"), description);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
