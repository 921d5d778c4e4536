/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-cell.h"

#include <glib/gi18n.h>

#include "accord-inks.h"
#include "accord-spark.h"
#include "accord-status-mark.h"

/* How wide the line of weeks is, in heights of a line of text. */
#define SPARK_LINES 3
#define SPACING 6
/* What a cell has at its sides, as scorecard.css has it. */
#define PADDING 18

struct _AccordResultsCell
{
  GtkWidget parent_instance;

  guint column;

  GtkWidget *grid;
  GtkWidget *spark;
  GtkLabel *actual;
  GtkLabel *against;
  GtkWidget *mark;
};

G_DEFINE_FINAL_TYPE (AccordResultsCell, accord_results_cell, GTK_TYPE_WIDGET)

static gboolean
accord_results_cell_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  const char *text = g_object_get_data (G_OBJECT (widget), "words");

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
accord_results_cell_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_RESULTS_CELL (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_results_cell_parent_class)->dispose (object);
}

static void
accord_results_cell_class_init (AccordResultsCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_results_cell_dispose;
  widget_class->query_tooltip = accord_results_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "resultscell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static GtkLabel *
label_new (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, style);

  return GTK_LABEL (label);
}

static void
accord_results_cell_init (AccordResultsCell *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), SPACING);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_CENTER);
  self->spark = accord_spark_new ();
  self->actual = label_new ("accord-actual");
  self->against = label_new ("accord-against");
  self->mark = accord_status_mark_new ();
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_grid_attach (GTK_GRID (self->grid), self->spark, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (self->actual), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (self->against), 0, 1, 3, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->mark, 2, 0, 1, 1);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
accord_results_cell_new (guint column)
{
  AccordResultsCell *self = g_object_new (ACCORD_TYPE_RESULTS_CELL, "focusable", TRUE, NULL);

  self->column = column;

  return GTK_WIDGET (self);
}

guint
accord_results_cell_get_column (AccordResultsCell *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_CELL (self), 0);

  return self->column;
}

static void
set_words (AccordResultsCell *self,
           AccordResultsLine *line,
           guint              metric,
           const char        *words)
{
  AccordResults *results = accord_results_line_get_results (line);
  /* Translators: a cell: %1 is a member's name or "Whole Team", %2 a metric, %3 what it came to. */
  char *all = g_strdup_printf (_("%1$s, %2$s: %3$s"), accord_results_line_get_name (line),
                               accord_results_get_title (results, metric), words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  g_object_set_data_full (G_OBJECT (self), "words", all, g_free);
}

/* A territory has no part in what is another one's own, and who is in none has no figures in common. */
static void
show_nothing (AccordResultsCell *self,
              AccordResultsLine *line,
              guint              metric)
{
  gtk_label_set_label (self->actual, accord_results_line_get_kind (line) == ACCORD_RESULTS_MEMBER ? "–" : "");
  gtk_label_set_label (self->against, "");
  gtk_widget_add_css_class (GTK_WIDGET (self->actual), "dim-label");
  gtk_widget_set_visible (self->mark, FALSE);
  accord_spark_set_values (ACCORD_SPARK (self->spark), NULL, 0, ACCORD_UNKNOWN, ACCORD_STATUS_NONE);
  set_words (self, line, metric, _("not measured here"));
}

void
accord_results_cell_show (AccordResultsCell *self,
                          AccordResultsLine *line,
                          guint              metric)
{
  AccordResults *results = accord_results_line_get_results (line);
  const guint row = accord_results_line_find_row (line, metric);
  const AccordScorecardRow *which;
  g_autofree char *actual = NULL;
  g_autofree char *against = NULL;
  g_autofree char *words = NULL;
  guint first;

  g_return_if_fail (ACCORD_IS_RESULTS_CELL (self));

  if (row == ACCORD_RESULTS_NO_ROW)
    {
      show_nothing (self, line, metric);
      return;
    }

  which = accord_results_get_row (results, row);
  actual = accord_results_dup_actual (results, row);
  against = accord_results_dup_against (results, row, TRUE);
  words = accord_results_dup_words (results, row);
  gtk_label_set_label (self->actual, actual);
  gtk_label_set_label (self->against, against);
  if (which->score.part.actual == ACCORD_UNKNOWN && !which->covered)
    gtk_widget_add_css_class (GTK_WIDGET (self->actual), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->actual), "dim-label");
  gtk_widget_set_visible (self->mark, TRUE);
  accord_status_mark_set (ACCORD_STATUS_MARK (self->mark), which->score.status);
  first = results->series->n_weeks - ACCORD_SCORE_SERIES_WEEKS;
  accord_spark_set_values (ACCORD_SPARK (self->spark), accord_score_series_get_values (results->series, row) + first,
                           ACCORD_SCORE_SERIES_WEEKS, ACCORD_UNKNOWN, which->score.status);
  set_words (self, line, metric, words);
}

static int
measure (GtkWidget  *widget,
         const char *text,
         double      scale)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width;

  /* As wide as it gets in the rows that stand out. */
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

void
accord_results_cell_set_figure_width (AccordResultsCell *self,
                                      int                width)
{
  g_return_if_fail (ACCORD_IS_RESULTS_CELL (self));

  gtk_widget_set_size_request (GTK_WIDGET (self->actual), width, -1);
}

int
accord_results_cell_measure (GtkWidget  *widget,
                             const char *actual,
                             const char *against,
                             int        *figure_width)
{
  const int line = accord_inks_measure_line (widget);

  *figure_width = measure (widget, actual, 1.1);

  return MAX ((SPARK_LINES + 1) * line + 2 * SPACING + *figure_width, measure (widget, against, 0.82)) + PADDING;
}
