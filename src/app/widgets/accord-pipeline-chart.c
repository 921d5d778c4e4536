/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pipeline-chart.h"

#include "accord-legend.h"
#include "accord-money.h"

#include <glib/gi18n.h>

#define GAP 6
#define ROW_GAP 12
#define RADIUS 3.0
#define LEAST_BAR 2.0

typedef struct
{
  guint count;
  gint64 amount;
  guint aged;
  gint64 aged_amount;
  char *reading;
  PangoLayout *name;
  PangoLayout *figures;
} Row;

struct _AccordPipelineChart
{
  AccordChart parent_instance;

  GArray *rows;
  AccordLegend *legend;
  gboolean by_count; /* of none an amount is known */
};

G_DEFINE_FINAL_TYPE (AccordPipelineChart, accord_pipeline_chart, ACCORD_TYPE_CHART)

static Row *
get_row (AccordPipelineChart *self,
         guint                i)
{
  return &g_array_index (self->rows, Row, i);
}

static gint64
row_value (AccordPipelineChart *self,
           const Row           *row)
{
  return self->by_count ? (gint64) row->count : MAX (row->amount, 0);
}

static gint64
row_aged (AccordPipelineChart *self,
          const Row           *row)
{
  return self->by_count ? (gint64) row->aged : MAX (row->aged_amount, 0);
}

/* The name and the figures beside each other, or one above the other where there is no room for both. */
static int
words_height (const Row *row,
              int        width,
              gboolean  *beside)
{
  int name_width, name_height, figures_width, figures_height;

  pango_layout_set_width (row->name, -1);
  pango_layout_set_width (row->figures, -1);
  pango_layout_get_pixel_size (row->name, &name_width, &name_height);
  pango_layout_get_pixel_size (row->figures, &figures_width, &figures_height);
  *beside = name_width + figures_width + 2 * GAP <= width;
  if (*beside)
    return MAX (name_height, figures_height);

  pango_layout_set_width (row->name, width * PANGO_SCALE);
  pango_layout_set_width (row->figures, width * PANGO_SCALE);
  pango_layout_get_pixel_size (row->name, NULL, &name_height);
  pango_layout_get_pixel_size (row->figures, NULL, &figures_height);

  return name_height + figures_height;
}

static int
bar_height (GtkWidget *widget)
{
  return accord_inks_measure_line (widget) * 2 / 3;
}

static int
measure_height (AccordPipelineChart *self,
                int                  width)
{
  int height = 0;
  gboolean beside;

  for (guint i = 0; i < self->rows->len; i++)
    height += words_height (get_row (self, i), width, &beside) + GAP / 2 + bar_height (GTK_WIDGET (self)) + ROW_GAP;

  return height + accord_legend_measure_height (self->legend, width);
}

static void
draw_bar (AccordPipelineChart *self,
          GtkSnapshot         *snapshot,
          const AccordInks    *inks,
          const Row           *row,
          gint64               most,
          double               y,
          gboolean             mirrored)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self)), height = bar_height (GTK_WIDGET (self));
  const double length = row->count == 0 ? 0 : MAX (LEAST_BAR, width * (double) row_value (self, row) / (double) most);
  const double aged = CLAMP (width * (double) row_aged (self, row) / (double) most, 0, length);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, (float) y, (float) width, (float) height));

  if (mirrored)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  accord_ink_use (cr, &inks->text, inks->soft / 2);
  accord_ink_rounded (cr, 0, y, width, height, RADIUS);
  cairo_fill (cr);
  accord_ink_rounded (cr, 0, y, length, height, RADIUS);
  cairo_clip (cr);
  accord_ink_use (cr, &inks->accent, 1);
  cairo_rectangle (cr, 0, y, length - aged, height);
  cairo_fill (cr);
  if (aged > 0)
    {
      accord_ink_use (cr, &inks->accent, 0.25);
      cairo_rectangle (cr, length - aged, y, aged, height);
      cairo_fill (cr);
      accord_ink_use (cr, &inks->accent, 1);
      accord_ink_hatch (cr, length - aged, y, aged, height);
    }
  cairo_destroy (cr);
}

static gint64
find_most (AccordPipelineChart *self)
{
  gint64 most = 1;

  for (guint i = 0; i < self->rows->len; i++)
    most = MAX (most, row_value (self, get_row (self, i)));

  return most;
}

static double
append_words (GtkSnapshot      *snapshot,
              const AccordInks *inks,
              const Row        *row,
              double            y,
              int               width,
              gboolean          mirrored)
{
  const GdkRGBA quiet = accord_ink_fade (&inks->text, inks->quiet);
  gboolean beside;
  const int height = words_height (row, width, &beside);
  int name_width, name_height, figures_width;

  pango_layout_get_pixel_size (row->name, &name_width, &name_height);
  pango_layout_get_pixel_size (row->figures, &figures_width, NULL);
  /* Pango itself moves what has a width to the side that its language begins at. */
  accord_inks_append_layout (snapshot, row->name, &inks->text, beside && mirrored ? width - name_width : 0, y);
  accord_inks_append_layout (snapshot, row->figures, &quiet, beside && !mirrored ? width - figures_width : 0,
                             beside ? y : y + name_height);

  return height;
}

static void
accord_pipeline_chart_draw (AccordChart      *chart,
                            GtkSnapshot      *snapshot,
                            const AccordInks *inks,
                            gboolean          copied)
{
  AccordPipelineChart *self = ACCORD_PIPELINE_CHART (chart);
  const int width = gtk_widget_get_width (GTK_WIDGET (chart)), bar = bar_height (GTK_WIDGET (chart));
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (chart)) == GTK_TEXT_DIR_RTL;
  const int point = copied ? -1 : accord_chart_get_point (chart);
  const gint64 most = find_most (self);
  double y = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const double top = y;

      y += append_words (snapshot, inks, get_row (self, i), y, width, mirrored) + GAP / 2.0;
      draw_bar (self, snapshot, inks, get_row (self, i), most, y, mirrored);
      y += bar + ROW_GAP;
      if (point == (int) i)
        {
          const GdkRGBA shade = accord_ink_fade (&inks->accent, 0.12);

          gtk_snapshot_append_color (snapshot, &shade,
                                     &GRAPHENE_RECT_INIT (0, (float) (top - ROW_GAP / 4.0), (float) width,
                                                          (float) (y - top - ROW_GAP / 2.0)));
        }
    }
  accord_legend_draw (self->legend, snapshot, inks, y, width, mirrored);
}

static guint
accord_pipeline_chart_get_n_points (AccordChart *chart)
{
  return ACCORD_PIPELINE_CHART (chart)->rows->len;
}

static char *
accord_pipeline_chart_dup_reading (AccordChart *chart,
                                   guint        point)
{
  return g_strdup (get_row (ACCORD_PIPELINE_CHART (chart), point)->reading);
}

static GtkSizeRequestMode
accord_pipeline_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_pipeline_chart_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 480;
    }
  else
    *minimum = *natural = measure_height (ACCORD_PIPELINE_CHART (widget), for_size > 0 ? for_size : 480);
}

static void
accord_pipeline_chart_finalize (GObject *object)
{
  AccordPipelineChart *self = ACCORD_PIPELINE_CHART (object);

  g_array_unref (self->rows);
  accord_legend_free (self->legend);

  G_OBJECT_CLASS (accord_pipeline_chart_parent_class)->finalize (object);
}

static void
accord_pipeline_chart_class_init (AccordPipelineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordChartClass *chart_class = ACCORD_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_pipeline_chart_finalize;
  widget_class->get_request_mode = accord_pipeline_chart_get_request_mode;
  widget_class->measure = accord_pipeline_chart_measure;
  chart_class->draw = accord_pipeline_chart_draw;
  chart_class->get_n_points = accord_pipeline_chart_get_n_points;
  chart_class->dup_reading = accord_pipeline_chart_dup_reading;
}

static void
row_clear (gpointer row)
{
  g_free (((Row *) row)->reading);
}

static void
accord_pipeline_chart_init (AccordPipelineChart *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->legend = accord_legend_new ();
}

GtkWidget *
accord_pipeline_chart_new (void)
{
  return g_object_new (ACCORD_TYPE_PIPELINE_CHART, NULL);
}

/* "12 deals · $480,000 · 3 aged, $90,000" */
static char *
dup_figures (const AccordPipelineStage *stage,
             const char                *currency,
             int                        decimals)
{
  g_autofree char *number = accord_money_format (stage->count, NULL, 0);
  g_autofree char *count = g_strdup_printf (ngettext ("%s deal", "%s deals", stage->count), number);
  g_autofree char *amount = accord_money_format (stage->amount, currency, decimals);
  g_autofree char *aged_number = NULL, *aged = NULL, *aged_amount = NULL;

  if (stage->aged == 0)
    return g_strdup_printf ("%s · %s", count, amount);

  aged_number = accord_money_format (stage->aged, NULL, 0);
  /* Translators: deals that have been in their stage for longer than is usual. */
  aged = g_strdup_printf (ngettext ("%s aged", "%s aged", stage->aged), aged_number);
  aged_amount = accord_money_format (stage->aged_amount, currency, decimals);

  return g_strdup_printf ("%s · %s · %s, %s", count, amount, aged, aged_amount);
}

static void
add_row (AccordPipelineChart       *self,
         const AccordPipelineStage *stage,
         const char                *currency,
         int                        decimals)
{
  g_autofree char *figures = dup_figures (stage, currency, decimals);
  Row row = { stage->count, stage->amount, stage->aged, stage->aged_amount, NULL, NULL, NULL };

  /* Translators: a stage of the pipeline, and its figures. */
  row.reading = g_strdup_printf (_("%1$s: %2$s"), stage->name, figures);
  row.name = accord_chart_add_layout (ACCORD_CHART (self), stage->name, 1);
  row.figures = accord_chart_add_layout (ACCORD_CHART (self), figures, 0.9);
  g_array_append_val (self->rows, row);
}

void
accord_pipeline_chart_set (AccordPipelineChart       *self,
                           const char                *title,
                           const AccordPipelineStage *stages,
                           guint                      n,
                           const char                *currency,
                           int                        decimals)
{
  g_autoptr (GString) description = g_string_new (NULL);
  gboolean any_aged = FALSE;

  g_return_if_fail (ACCORD_IS_PIPELINE_CHART (self));
  g_return_if_fail (stages != NULL || n == 0);

  accord_chart_set_point (ACCORD_CHART (self), -1);
  accord_chart_clear_layouts (ACCORD_CHART (self));
  accord_legend_clear (self->legend);
  g_array_set_size (self->rows, 0);
  self->by_count = TRUE;
  for (guint i = 0; i < n; i++)
    {
      add_row (self, &stages[i], currency, decimals);
      any_aged = any_aged || stages[i].aged > 0;
      /* What lies in an empty stage is known to be nothing, and says nothing of the others. */
      self->by_count = self->by_count && (stages[i].count == 0 || stages[i].amount == ACCORD_UNKNOWN);
      g_string_append_printf (description, "%s%s", i > 0 ? "\n" : "", get_row (self, i)->reading);
    }
  /* Translators: the deals that are neither won nor lost. */
  accord_legend_add (self->legend, ACCORD_CHART (self), ACCORD_LEGEND_BAR, TRUE, C_("deal", "Open"));
  if (any_aged)
    accord_legend_add (self->legend, ACCORD_CHART (self), ACCORD_LEGEND_HATCH, TRUE,
                       _("Aged: longer in its stage than the median of all deals"));
  accord_chart_set_words (ACCORD_CHART (self), title, description->str);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
