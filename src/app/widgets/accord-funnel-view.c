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
  GtkWidget parent_instance;

  Row rows[N_ROWS];
};

G_DEFINE_FINAL_TYPE (AccordFunnelView, accord_funnel_view, GTK_TYPE_WIDGET)

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
layouts_fit (AccordFunnelView *self)
{
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();
  g_autoptr (PangoAttrList) small = pango_attr_list_new ();

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (bold, pango_attr_scale_new (1.15));
  pango_attr_list_insert (bold, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (small, pango_attr_scale_new (0.85));
  for (guint i = 0; i < N_ROWS; i++)
    {
      if (self->rows[i].figure == NULL)
        {
          self->rows[i].figure = gtk_widget_create_pango_layout (GTK_WIDGET (self), "");
          self->rows[i].name = gtk_widget_create_pango_layout (GTK_WIDGET (self), "");
          self->rows[i].count = ACCORD_UNKNOWN;
          pango_layout_set_ellipsize (self->rows[i].figure, PANGO_ELLIPSIZE_END);
          pango_layout_set_ellipsize (self->rows[i].name, PANGO_ELLIPSIZE_END);
        }
      pango_layout_set_attributes (self->rows[i].figure, bold);
      pango_layout_set_attributes (self->rows[i].name, small);
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
add_rounded (cairo_t *cr,
             double   x,
             double   y,
             double   width,
             double   height)
{
  double radius = MIN (BAR_RADIUS, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_bars (AccordFunnelView *self,
           GtkSnapshot      *snapshot,
           double            x,
           double            room,
           double            row_height,
           const GdkRGBA    *accent,
           const GdkRGBA    *text)
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
          cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.22);
          draw_slope (cr, middle, top + height, top + height + 2 * BAR_INSET, width, bar_width (self, i + 1, room));
        }
      add_rounded (cr, middle - width / 2, top, width, height);
      if (known)
        {
          /* Deeper towards the money. */
          cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.55 + 0.45 * i / (N_ROWS - 1));
          cairo_fill (cr);
        }
      else
        {
          cairo_set_source_rgba (cr, text->red, text->green, text->blue, 0.10);
          cairo_fill (cr);
        }
    }
  cairo_destroy (cr);
}

static void
accord_funnel_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  AccordFunnelView *self = ACCORD_FUNNEL_VIEW (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget), words_width, words_height;
  double room, row_height, words_x, bars_x;
  GdkRGBA text, accent;

  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &accent))
    accent = text;
  measure_words (self, &words_width, &words_height);
  row_height = words_height + 2 * ROW_PADDING;
  /* A figure is worth more than its bar. */
  words_width = MIN (words_width, (int) (width * 0.8));
  room = MIN (180.0, width - words_width - BAR_GAP);
  bars_x = mirrored ? width - room : 0;
  words_x = mirrored ? width - room - BAR_GAP - words_width : room + BAR_GAP;
  words_width = mirrored ? words_width : (int) (width - words_x);

  draw_bars (self, snapshot, bars_x, room, row_height, &accent, &text);
  for (guint i = 0; i < N_ROWS; i++)
    {
      GdkRGBA quiet = text;
      int figure_height;

      pango_layout_set_width (self->rows[i].figure, words_width * PANGO_SCALE);
      pango_layout_set_width (self->rows[i].name, words_width * PANGO_SCALE);
      pango_layout_get_pixel_size (self->rows[i].figure, NULL, &figure_height);
      quiet.alpha *= 0.72f;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) words_x, (float) (i * row_height + ROW_PADDING)));
      gtk_snapshot_append_layout (snapshot, self->rows[i].figure,
                                  self->rows[i].count == ACCORD_UNKNOWN ? &quiet : &text);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) figure_height));
      gtk_snapshot_append_layout (snapshot, self->rows[i].name, &quiet);
      gtk_snapshot_restore (snapshot);
    }
}

/* Fonts and text size may be others than when the layouts were made. */
static void
accord_funnel_view_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  AccordFunnelView *self = ACCORD_FUNNEL_VIEW (widget);

  GTK_WIDGET_CLASS (accord_funnel_view_parent_class)->css_changed (widget, change);

  for (guint i = 0; i < N_ROWS; i++)
    if (self->rows[i].figure != NULL)
      {
        pango_layout_context_changed (self->rows[i].figure);
        pango_layout_context_changed (self->rows[i].name);
      }
  gtk_widget_queue_resize (widget);
}

static void
accord_funnel_view_finalize (GObject *object)
{
  AccordFunnelView *self = ACCORD_FUNNEL_VIEW (object);

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_clear_object (&self->rows[i].figure);
      g_clear_object (&self->rows[i].name);
    }

  G_OBJECT_CLASS (accord_funnel_view_parent_class)->finalize (object);
}

static void
accord_funnel_view_class_init (AccordFunnelViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = accord_funnel_view_finalize;
  widget_class->measure = accord_funnel_view_measure;
  widget_class->snapshot = accord_funnel_view_snapshot;
  widget_class->css_changed = accord_funnel_view_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
accord_funnel_view_init (AccordFunnelView *self)
{
  layouts_fit (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Funnel"), -1);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
