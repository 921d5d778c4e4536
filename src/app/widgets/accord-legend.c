/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-legend.h"

#define SAMPLE 24 /* how long a piece of the line is shown */
#define GAP 6
#define BETWEEN 18
#define ROW_GAP 3

typedef struct
{
  AccordLegendKind kind;
  gboolean accented;
  PangoLayout *words; /* the chart's */
} Entry;

struct _AccordLegend
{
  GArray *entries;
};

AccordLegend *
accord_legend_new (void)
{
  AccordLegend *self = g_new0 (AccordLegend, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  return self;
}

void
accord_legend_free (AccordLegend *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

void
accord_legend_clear (AccordLegend *self)
{
  g_array_set_size (self->entries, 0);
}

void
accord_legend_add (AccordLegend    *self,
                   AccordChart     *chart,
                   AccordLegendKind kind,
                   gboolean         accented,
                   const char      *text)
{
  const Entry entry = { kind, accented, accord_chart_add_layout (chart, text, 0.85) };

  g_array_append_val (self->entries, entry);
}

void
accord_legend_set_dash (cairo_t         *cr,
                        AccordLegendKind kind)
{
  const double dashes[] = { 6, 4 }, dots[] = { 0, 4 };

  cairo_set_line_cap (cr, kind == ACCORD_LEGEND_DOTS ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (kind == ACCORD_LEGEND_DASHES)
    cairo_set_dash (cr, dashes, 2, 0);
  else if (kind == ACCORD_LEGEND_DOTS)
    cairo_set_dash (cr, dots, 2, 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_sample (const Entry      *entry,
             cairo_t          *cr,
             double            x,
             double            y,
             double            height,
             const AccordInks *inks)
{
  const double middle = (int) (y + height / 2) + 0.5, bar = (int) (height * 0.6), top = (int) (y + (height - bar) / 2);

  accord_ink_use (cr, entry->accented ? &inks->accent : &inks->text, 1);
  cairo_set_line_width (cr, 2);
  switch (entry->kind)
    {
    case ACCORD_LEGEND_DOT:
      cairo_arc (cr, x + SAMPLE / 2.0, middle, 5, 0, 2 * G_PI);
      cairo_fill (cr);
      break;

    case ACCORD_LEGEND_MARK:
      cairo_move_to (cr, x + SAMPLE / 2.0, y + 1);
      cairo_line_to (cr, x + SAMPLE / 2.0, y + height - 1);
      cairo_stroke (cr);
      break;

    case ACCORD_LEGEND_BAR:
      cairo_rectangle (cr, x, top, SAMPLE, bar);
      cairo_fill (cr);
      break;

    case ACCORD_LEGEND_HATCH:
      accord_ink_hatch (cr, x, top, SAMPLE, bar);
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, x + 0.5, top + 0.5, SAMPLE - 1, bar - 1);
      cairo_stroke (cr);
      break;

    case ACCORD_LEGEND_LINE:
    case ACCORD_LEGEND_DASHES:
    case ACCORD_LEGEND_DOTS:
    default:
      accord_legend_set_dash (cr, entry->kind);
      cairo_move_to (cr, x, middle);
      cairo_line_to (cr, x + SAMPLE, middle);
      cairo_stroke (cr);
      accord_legend_set_dash (cr, ACCORD_LEGEND_LINE);
    }
}

static void
measure_entry (const Entry *entry,
               int          room,
               int         *width,
               int         *height)
{
  pango_layout_set_width (entry->words, -1);
  pango_layout_get_pixel_size (entry->words, width, height);
  if (*width + SAMPLE + GAP > room)
    {
      pango_layout_set_width (entry->words, MAX (1, room - SAMPLE - GAP) * PANGO_SCALE);
      pango_layout_get_pixel_size (entry->words, width, height);
    }
  *width += SAMPLE + GAP;
}

/* Goes through the entries as they lie; draws them where there is something to draw with. Gives the height. */
static double
lay_out (AccordLegend     *self,
         GtkSnapshot      *snapshot,
         const AccordInks *inks,
         double            y,
         double            room,
         gboolean          mirrored)
{
  const double start = y;
  double x = 0;
  int row_height = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      int width, height;

      measure_entry (entry, (int) room, &width, &height);
      if (x > 0 && x + width > room)
        {
          y += row_height + ROW_GAP;
          x = 0;
          row_height = 0;
        }
      if (snapshot != NULL)
        {
          const double at = mirrored ? room - x - SAMPLE : x;
          cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                                   &GRAPHENE_RECT_INIT ((float) at, (float) y, SAMPLE, (float) height));
          const GdkRGBA quiet = accord_ink_fade (&inks->text, inks->quiet);

          draw_sample (entry, cr, at, y, MIN (height, 24), inks);
          cairo_destroy (cr);
          accord_inks_append_layout (snapshot, entry->words, &quiet, mirrored ? room - x - width : x + SAMPLE + GAP, y);
        }
      x += width + BETWEEN;
      row_height = MAX (row_height, height);
    }

  return y + row_height - start;
}

int
accord_legend_measure_height (AccordLegend *self,
                              int           width)
{
  return (int) lay_out (self, NULL, NULL, 0, width, FALSE);
}

int
accord_legend_measure_width (AccordLegend *self)
{
  int widest = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      int width, height;

      measure_entry (&g_array_index (self->entries, Entry, i), G_MAXINT, &width, &height);
      widest = MAX (widest, width);
    }

  return widest;
}

void
accord_legend_draw (AccordLegend     *self,
                    GtkSnapshot      *snapshot,
                    const AccordInks *inks,
                    double            y,
                    double            width,
                    gboolean          mirrored)
{
  lay_out (self, snapshot, inks, y, width, mirrored);
}
