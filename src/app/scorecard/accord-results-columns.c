/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-columns.h"

struct _AccordResultsColumns
{
  GObject parent_instance;

  GArray *metrics;   /* of guint */
  GPtrArray *titles; /* what they were called */
  GArray *widths;    /* of int */
  GArray *figure_widths;
  int name_width;
  GtkAdjustment *across;
};

enum
{
  METRICS_CHANGED,
  WIDTHS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordResultsColumns, accord_results_columns, G_TYPE_OBJECT)

static void
accord_results_columns_finalize (GObject *object)
{
  AccordResultsColumns *self = ACCORD_RESULTS_COLUMNS (object);

  g_array_unref (self->metrics);
  g_array_unref (self->widths);
  g_array_unref (self->figure_widths);
  g_ptr_array_unref (self->titles);
  g_object_unref (self->across);

  G_OBJECT_CLASS (accord_results_columns_parent_class)->finalize (object);
}

static void
accord_results_columns_class_init (AccordResultsColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_results_columns_finalize;

  signals[METRICS_CHANGED] = g_signal_new ("metrics-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
  signals[WIDTHS_CHANGED] = g_signal_new ("widths-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
accord_results_columns_init (AccordResultsColumns *self)
{
  self->metrics = g_array_new (FALSE, FALSE, sizeof (guint));
  self->widths = g_array_new (FALSE, TRUE, sizeof (int));
  self->figure_widths = g_array_new (FALSE, TRUE, sizeof (int));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->across = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
}

AccordResultsColumns *
accord_results_columns_new (void)
{
  return g_object_new (ACCORD_TYPE_RESULTS_COLUMNS, NULL);
}

static gboolean
has_metrics (AccordResultsColumns *self,
             AccordResults        *results,
             GArray               *metrics)
{
  if (metrics->len != self->metrics->len)
    return FALSE;

  for (guint i = 0; i < metrics->len; i++)
    {
      const guint metric = g_array_index (metrics, guint, i);

      if (metric != g_array_index (self->metrics, guint, i)
          || g_strcmp0 (self->titles->pdata[i], accord_results_get_title (results, metric)) != 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
accord_results_columns_set_metrics (AccordResultsColumns *self,
                                    AccordResults        *results,
                                    GArray               *metrics)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_COLUMNS (self), FALSE);

  if (has_metrics (self, results, metrics))
    return FALSE;

  g_array_set_size (self->metrics, 0);
  g_array_append_vals (self->metrics, metrics->data, metrics->len);
  g_array_set_size (self->widths, metrics->len);
  g_array_set_size (self->figure_widths, metrics->len);
  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < metrics->len; i++)
    g_ptr_array_add (self->titles, g_strdup (accord_results_get_title (results, g_array_index (metrics, guint, i))));
  g_signal_emit (self, signals[METRICS_CHANGED], 0);

  return TRUE;
}

guint
accord_results_columns_get_n (AccordResultsColumns *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_COLUMNS (self), 0);

  return self->metrics->len;
}

guint
accord_results_columns_get_metric (AccordResultsColumns *self,
                                   guint                 column)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_COLUMNS (self) && column < self->metrics->len, 0);

  return g_array_index (self->metrics, guint, column);
}

void
accord_results_columns_set_widths (AccordResultsColumns *self,
                                   int                   name_width,
                                   const int            *widths,
                                   const int            *figure_widths)
{
  g_return_if_fail (ACCORD_IS_RESULTS_COLUMNS (self));

  self->name_width = name_width;
  for (guint i = 0; i < self->widths->len; i++)
    {
      g_array_index (self->widths, int, i) = widths[i];
      g_array_index (self->figure_widths, int, i) = figure_widths[i];
    }
  g_signal_emit (self, signals[WIDTHS_CHANGED], 0);
}

int
accord_results_columns_get_name_width (AccordResultsColumns *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_COLUMNS (self), 0);

  return self->name_width;
}

int
accord_results_columns_get_min_width (AccordResultsColumns *self,
                                      guint                 column)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_COLUMNS (self) && column < self->widths->len, 0);

  return g_array_index (self->widths, int, column);
}

int
accord_results_columns_get_figure_width (AccordResultsColumns *self,
                                         guint                 column)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_COLUMNS (self) && column < self->figure_widths->len, 0);

  return g_array_index (self->figure_widths, int, column);
}

int
accord_results_columns_get_total_width (AccordResultsColumns *self)
{
  int total = 0;

  for (guint i = 0; i < self->widths->len; i++)
    total += g_array_index (self->widths, int, i);

  return total;
}

void
accord_results_columns_get_extent (AccordResultsColumns *self,
                                   guint                 column,
                                   int                   in_width,
                                   int                  *x,
                                   int                  *width)
{
  const int n = (int) self->widths->len;
  const int more = MAX (0, in_width - accord_results_columns_get_total_width (self));
  /* To the pixel: what does not divide goes to the first ones. */
  const int each = n > 0 ? more / n : 0, left = n > 0 ? more % n : 0;

  g_return_if_fail (column < self->widths->len);

  *x = (int) column * each + MIN ((int) column, left);
  for (guint i = 0; i < column; i++)
    *x += g_array_index (self->widths, int, i);
  *width = g_array_index (self->widths, int, column) + each + ((int) column < left ? 1 : 0);
}

GtkAdjustment *
accord_results_columns_get_across (AccordResultsColumns *self)
{
  g_return_val_if_fail (ACCORD_IS_RESULTS_COLUMNS (self), NULL);

  return self->across;
}
