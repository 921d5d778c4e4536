/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pipeline-figures.h"

#include "accord-flow.h"
#include "accord-money.h"
#include "accord-opportunity-figures.h"

#include <glib/gi18n.h>

enum
{
  TILE_OPEN,
  TILE_WIN_RATE,
  TILE_AVERAGE,
  TILE_MEAN,
  TILE_MEDIAN,
  TILE_VELOCITY,
  TILE_COVERAGE,
  N_TILES
};

typedef struct
{
  GtkWidget *tile;
  GtkLabel *value;
} Tile;

struct _AccordPipelineFigures
{
  AdwBin parent_instance;

  AccordFlow *flow;
  Tile tiles[N_TILES];
};

G_DEFINE_FINAL_TYPE (AccordPipelineFigures, accord_pipeline_figures, ADW_TYPE_BIN)

static void
add_tile (AccordPipelineFigures *self,
          guint                  which,
          const char            *name)
{
  GtkWidget *tile = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *caption = gtk_label_new (name), *value = gtk_label_new (NULL);

  gtk_widget_add_css_class (tile, "accord-tile");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (caption, "caption");
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_selectable (GTK_LABEL (value), FALSE);
  gtk_widget_add_css_class (value, "heading");
  gtk_widget_add_css_class (value, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (tile), caption);
  gtk_box_append (GTK_BOX (tile), value);
  accord_flow_append (self->flow, tile);
  self->tiles[which] = (Tile) { tile, GTK_LABEL (value) };
}

static void
accord_pipeline_figures_class_init (AccordPipelineFiguresClass *klass)
{
}

static void
accord_pipeline_figures_init (AccordPipelineFigures *self)
{
  self->flow = g_object_new (ACCORD_TYPE_FLOW, "spacing", 12, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->flow));
  /* Translators: the deals that are neither won nor lost. */
  add_tile (self, TILE_OPEN, C_("deal", "Open"));
  add_tile (self, TILE_WIN_RATE, accord_computed_metric_get_title (ACCORD_COMPUTED_WIN_RATE));
  add_tile (self, TILE_AVERAGE, accord_computed_metric_get_title (ACCORD_COMPUTED_AVERAGE_DEAL));
  /* Translators: the mean of the days from created to won. */
  add_tile (self, TILE_MEAN, _("Cycle, Mean"));
  /* Translators: the median of the days from created to won. */
  add_tile (self, TILE_MEDIAN, _("Cycle, Median"));
  /* Translators: open deals x average deal x win rate / days of the sales cycle. */
  add_tile (self, TILE_VELOCITY, _("Velocity"));
  add_tile (self, TILE_COVERAGE, accord_computed_metric_get_title (ACCORD_COMPUTED_COVERAGE));
}

/* The row of a computed metric; NULL where there is none. */
static const AccordScorecardRow *
find_row (const AccordScorecard *card,
          AccordComputedMetric   which,
          gint64                 member,
          gint64                 territory)
{
  for (guint i = 0; i < card->rows->len; i++)
    {
      const AccordScorecardRow *row = &g_array_index (card->rows, AccordScorecardRow, i);
      const AccordScorecardMetric *metric = &g_array_index (card->metrics, AccordScorecardMetric, row->metric);

      if (metric->computed && metric->which == which && row->member == member && (member != 0 || row->territory == territory))
        return row;
    }

  return NULL;
}

static gint64
get_actual (const AccordScorecardRow *row)
{
  return row != NULL ? row->score.part.actual : ACCORD_UNKNOWN;
}

static void
show_text (AccordPipelineFigures *self,
           guint                  which,
           const char            *text)
{
  gtk_label_set_label (self->tiles[which].value, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tiles[which].tile), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* In whole and half days, as a median of whole ones is; a mean to one decimal. */
static char *
format_days (AccordRate days)
{
  const gboolean whole = days == ACCORD_UNKNOWN || days % ACCORD_RATE_ONE == 0;
  g_autofree char *number = accord_rate_format_number (days, whole ? 0 : 1);

  if (days == ACCORD_UNKNOWN)
    return g_steal_pointer (&number);

  /* Translators: %s is a number of days. */
  return g_strdup_printf (ngettext ("%s day", "%s days", days == ACCORD_RATE_ONE ? 1 : 2), number);
}

static char *
dup_open (const AccordPipeline *pipeline,
          const char           *currency,
          int                   decimals)
{
  g_autofree char *amount = accord_money_format (pipeline->amount, currency, decimals);
  g_autofree char *count = accord_money_format (pipeline->deals->len, NULL, 0);

  /* Translators: %1 is what the open deals come to, %2 how many they are. */
  return g_strdup_printf (ngettext ("%1$s in %2$s deal", "%1$s in %2$s deals", pipeline->deals->len), amount, count);
}

static char *
dup_velocity (gint64      velocity,
              const char *currency,
              int         decimals)
{
  g_autofree char *amount = accord_money_format (velocity, currency, decimals);

  /* Translators: %s is an amount of money. */
  return velocity == ACCORD_UNKNOWN ? g_steal_pointer (&amount) : g_strdup_printf (_("%s a day"), amount);
}

/* Two that are compared have as many decimals. */
static char *
format_coverage (AccordRate coverage)
{
  g_autofree char *number = accord_rate_format_number (coverage, 2);

  /* Translators: a coverage: "3.00×". */
  return coverage == ACCORD_UNKNOWN ? g_steal_pointer (&number) : g_strdup_printf (_("%s×"), number);
}

static char *
dup_coverage (const AccordScorecardRow *row,
              AccordRate                win_rate)
{
  g_autofree char *coverage = NULL, *required = NULL;

  if (row != NULL && row->covered)
    /* Translators: nothing of the quota remains that open deals would have to cover. */
    return g_strdup (_("Covered"));

  coverage = format_coverage (get_actual (row));
  required = format_coverage (accord_required_coverage (win_rate, 0));

  /* Translators: how well open deals cover what remains of the quota, and how well they have to: "2.10× of 4.55× required". */
  return g_strdup_printf (_("%1$s of %2$s required"), coverage, required);
}

void
accord_pipeline_figures_show (AccordPipelineFigures *self,
                              const AccordPipeline  *pipeline,
                              const AccordScorecard *card,
                              gint64                 member,
                              gint64                 territory,
                              const char            *currency,
                              int                    decimals)
{
  const AccordRate win_rate = get_actual (find_row (card, ACCORD_COMPUTED_WIN_RATE, member, territory));
  const gint64 average = get_actual (find_row (card, ACCORD_COMPUTED_AVERAGE_DEAL, member, territory));
  const AccordRate cycle = get_actual (find_row (card, ACCORD_COMPUTED_SALES_CYCLE, member, territory));
  const GArray *days = pipeline->cycle_days;
  g_autofree char *open = NULL, *rate = NULL, *deal = NULL, *mean = NULL, *median = NULL, *velocity = NULL, *coverage = NULL;

  g_return_if_fail (ACCORD_IS_PIPELINE_FIGURES (self));

  open = dup_open (pipeline, currency, decimals);
  rate = accord_rate_format_percent (win_rate);
  deal = accord_money_format (average, currency, decimals);
  mean = format_days (cycle);
  median = format_days (accord_cycle_median ((const gint64 *) (gconstpointer) days->data, days->len));
  velocity = dup_velocity (accord_velocity (pipeline->deals->len, average, win_rate, cycle), currency, decimals);
  coverage = dup_coverage (find_row (card, ACCORD_COMPUTED_COVERAGE, member, territory), win_rate);
  show_text (self, TILE_OPEN, open);
  show_text (self, TILE_WIN_RATE, rate);
  show_text (self, TILE_AVERAGE, deal);
  show_text (self, TILE_MEAN, mean);
  show_text (self, TILE_MEDIAN, median);
  show_text (self, TILE_VELOCITY, velocity);
  show_text (self, TILE_COVERAGE, coverage);
}
