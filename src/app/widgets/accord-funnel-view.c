/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-funnel-view.h"

#include "accord-money.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_ROWS 5
#define ROW_PADDING 10   /* above and below a row's two lines */
#define BAR_MINIMUM 10.0 /* the narrowest bar */
#define BAR_INSET 4.0    /* between a bar and its row's edge; a slope joins it to the next */
#define BAR_RADIUS 4.0
#define BAR_GAP 16       /* between the bars and the words */

/* From the widest to the narrowest, as the work comes to the money. */
enum
{
  ROW_OUTREACH,
  ROW_MEETINGS,
  ROW_OPPORTUNITIES,
  ROW_DEALS,
  ROW_BOOKINGS,
};

typedef struct
{
  gint64 count; /* sets the bar's width; ACCORD_UNKNOWN: an empty one */
  PangoLayout *figure;
  PangoLayout *name;
} Row;

struct _AccordFunnelView
{
  AccordChart parent_instance;

  Row rows[N_ROWS];
};

G_DEFINE_FINAL_TYPE (AccordFunnelView, accord_funnel_view, ACCORD_TYPE_CHART)

static void
set_row (AccordFunnelView *self,
         guint             row,
         gint64            count,
         const char       *figure,
         const char       *name)
{
  self->rows[row].count = count;
  pango_layout_set_text (self->rows[row].figure, figure, -1);
  pango_layout_set_text (self->rows[row].name, name, -1);
}

static char *
format_count (gint64 count)
{
  /* No currency, no decimals: a plain number in the user's grouping, or "n/a". */
  return accord_money_format (count, NULL, 0);
}

static void
add_layouts (AccordFunnelView *self)
{
  AccordChart *chart = ACCORD_CHART (self);

  for (guint i = 0; i < N_ROWS; i++)
    {
      Row *row = &self->rows[i];
      PangoAttrList *attributes;

      row->count = ACCORD_UNKNOWN;
      row->figure = accord_chart_add_layout (chart, "", 1.15);
      row->name = accord_chart_add_layout (chart, "", 0.85);
      attributes = pango_layout_get_attributes (row->figure);
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (row->figure, attributes);
      pango_layout_set_ellipsize (row->figure, PANGO_ELLIPSIZE_END);
      pango_layout_set_ellipsize (row->name, PANGO_ELLIPSIZE_END);
    }
}

/* Width and height that the words of the widest row take. */
static void
measure_words (AccordFunnelView *self,
               int              *width,
               int              *height)
{
  *width = *height = 0;
  for (guint i = 0; i < N_ROWS; i++)
    {
      int figure_width, figure_height, name_width, name_height;

      pango_layout_set_width (self->rows[i].figure, -1);
      pango_layout_set_width (self->rows[i].name, -1);
      pango_layout_get_pixel_size (self->rows[i].figure, &figure_width, &figure_height);
      pango_layout_get_pixel_size (self->rows[i].name, &name_width, &name_height);
      *width = MAX (*width, MAX (figure_width, name_width));
      *height = MAX (*height, figure_height + name_height);
    }
}

static void
accord_funnel_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  int width, height;

  measure_words (ACCORD_FUNNEL_VIEW (widget), &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = MAX (260, width + BAR_GAP + 110);
    }
  else
    *minimum = *natural = N_ROWS * (height + 2 * ROW_PADDING);
}

static double
bar_width (AccordFunnelView *self,
           guint             row,
           double            room)
{
  gint64 most = 1;

  for (guint i = 0; i < N_ROWS; i++)
    most = MAX (most, self->rows[i].count);
  /* The money has no count: it is the spout. */
  if (row == ROW_BOOKINGS || self->rows[row].count == ACCORD_UNKNOWN)
    return row == ROW_BOOKINGS ? BAR_MINIMUM : room * (1.0 - 0.18 * row);

  /* By the square root, or the first bar would make lines of all the others. */
  return MAX (BAR_MINIMUM, room * sqrt ((double) self->rows[row].count / (double) most));
}

static void
draw_slope (cairo_t *cr,
            double   middle,
            double   top,
            double   bottom,
            double   upper,
            double   lower)
{
  cairo_move_to (cr, middle - upper / 2, top);
  cairo_line_to (cr, middle + upper / 2, top);
  cairo_line_to (cr, middle + lower / 2, bottom);
  cairo_line_to (cr, middle - lower / 2, bottom);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_bars (AccordFunnelView *self,
           GtkSnapshot      *snapshot,
           double            x,
           double            room,
           double            row_height,
           const AccordInks *inks)
{
  double middle = x + room / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT ((float) x, 0, (float) room, (float) (row_height * N_ROWS)));

  for (guint i = 0; i < N_ROWS; i++)
    {
      double width = bar_width (self, i, room);
      double top = i * row_height + BAR_INSET, height = row_height - 2 * BAR_INSET;
      gboolean known = self->rows[i].count != ACCORD_UNKNOWN;

      if (i + 1 < N_ROWS && known && self->rows[i + 1].count != ACCORD_UNKNOWN)
        {
          accord_ink_use (cr, &inks->accent, 0.22);
          draw_slope (cr, middle, top + height, top + height + 2 * BAR_INSET, width, bar_width (self, i + 1, room));
        }
      accord_ink_rounded (cr, middle - width / 2, top, width, height, BAR_RADIUS);
      if (known)
        {
          /* Deeper towards the money. */
          accord_ink_use (cr, &inks->accent, 0.55 + 0.45 * i / (N_ROWS - 1));
          cairo_fill (cr);
        }
      else
        {
          accord_ink_use (cr, &inks->text, inks->soft / 2);
          cairo_fill (cr);
        }
    }
  cairo_destroy (cr);
}

static void
accord_funnel_view_draw (AccordChart      *chart,
                         GtkSnapshot      *snapshot,
                         const AccordInks *inks,
                         gboolean          copied)
{
  AccordFunnelView *self = ACCORD_FUNNEL_VIEW (chart);
  const GdkRGBA quiet = accord_ink_fade (&inks->text, inks->quiet);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (chart)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (chart)), words_width, words_height;
  double room, row_height, words_x, bars_x;

  measure_words (self, &words_width, &words_height);
  row_height = words_height + 2 * ROW_PADDING;
  /* A figure is worth more than its bar. */
  words_width = MIN (words_width, (int) (width * 0.8));
  room = MIN (180.0, width - words_width - BAR_GAP);
  bars_x = mirrored ? width - room : 0;
  words_x = mirrored ? width - room - BAR_GAP - words_width : room + BAR_GAP;
  words_width = mirrored ? words_width : (int) (width - words_x);

  draw_bars (self, snapshot, bars_x, room, row_height, inks);
  for (guint i = 0; i < N_ROWS; i++)
    {
      const double y = i * row_height + ROW_PADDING;
      int figure_height;

      pango_layout_set_width (self->rows[i].figure, words_width * PANGO_SCALE);
      pango_layout_set_width (self->rows[i].name, words_width * PANGO_SCALE);
      pango_layout_get_pixel_size (self->rows[i].figure, NULL, &figure_height);
      accord_inks_append_layout (snapshot, self->rows[i].figure, self->rows[i].count == ACCORD_UNKNOWN ? &quiet : &inks->text,
                                 words_x, y);
      accord_inks_append_layout (snapshot, self->rows[i].name, &quiet, words_x, y + figure_height);
    }
}

static void
accord_funnel_view_class_init (AccordFunnelViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = accord_funnel_view_measure;
  ACCORD_CHART_CLASS (klass)->draw = accord_funnel_view_draw;
}

static void
accord_funnel_view_init (AccordFunnelView *self)
{
  add_layouts (self);
  accord_chart_set_words (ACCORD_CHART (self), _("Funnel"), "");
}

void
accord_funnel_view_set_funnel (AccordFunnelView   *self,
                               const AccordFunnel *funnel,
                               const char         *currency,
                               int                 decimals)
{
  g_autofree char *outreach = NULL, *meetings = NULL, *opportunities = NULL, *deals = NULL, *bookings = NULL;
  g_autofree char *outreach_name = NULL, *per_week = NULL, *description = NULL;

  g_return_if_fail (ACCORD_IS_FUNNEL_VIEW (self));
  g_return_if_fail (funnel != NULL);

  outreach = format_count (funnel->outreach);
  meetings = format_count (funnel->meetings);
  opportunities = format_count (funnel->opportunities);
  deals = format_count (funnel->deals);
  bookings = accord_money_format (funnel->remaining, currency, decimals);
  per_week = accord_rate_format_number (funnel->outreach_per_week, 1);
  if (funnel->outreach_per_week == ACCORD_UNKNOWN)
    outreach_name = g_strdup (C_("funnel", "outreach"));
  else
    /* Translators: %s is a number such as "4.3": calls and messages to new contacts, for one week. */
    outreach_name = g_strdup_printf (C_("funnel", "outreach, %s a week"), per_week);

  set_row (self, ROW_OUTREACH, funnel->outreach, outreach, outreach_name);
  set_row (self, ROW_MEETINGS, funnel->meetings, meetings, C_("funnel", "first meetings"));
  set_row (self, ROW_OPPORTUNITIES, funnel->opportunities, opportunities, C_("funnel", "opportunities"));
  set_row (self, ROW_DEALS, funnel->deals, deals, C_("funnel", "deals"));
  set_row (self, ROW_BOOKINGS, funnel->remaining, bookings,
           funnel->remaining != funnel->bookings ? C_("funnel", "bookings to come") : C_("funnel", "bookings"));
  /* The money's bar is drawn as known, but its amount must not set the scale. */
  if (funnel->bookings != ACCORD_UNKNOWN)
    self->rows[ROW_BOOKINGS].count = 0;

  /* Translators: what a screen reader says for the drawn funnel: %1 bookings, %2 deals, %3 opportunities, %4 first
   * meetings, %5 outreach, %6 outreach a week. */
  description = g_strdup_printf (_("Bookings %1$s, deals %2$s, opportunities %3$s, first meetings %4$s, outreach %5$s, "
                                   "outreach a week %6$s"),
                                 bookings, deals, opportunities, meetings, outreach, per_week);
  accord_chart_set_words (ACCORD_CHART (self), _("Funnel"), description);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
