/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-metrics.h"

#include <glib/gi18n.h>

#include "accord-computed-metric.h"
#include "accord-name.h"

struct _AccordImportMetrics
{
  AccordImportWork *work;
  GHashTable *cells;  /* what a cell says to AccordImportMetric, borrowed */
  GPtrArray *metrics; /* each once, in the order in which the file names them */
  gint64 next_position;
};

static void
metric_free (gpointer data)
{
  AccordImportMetric *metric = data;

  g_clear_object (&metric->draft);
  g_free (metric->refusal);
  g_free (metric);
}

AccordImportMetrics *
accord_import_metrics_new (AccordImportWork *work)
{
  AccordImportMetrics *self = g_new0 (AccordImportMetrics, 1);

  self->work = work;
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->metrics = g_ptr_array_new_with_free_func (metric_free);
  for (guint i = 0; i < work->snapshot->metrics->len; i++)
    self->next_position = MAX (self->next_position,
                               accord_metric_get_position (g_ptr_array_index (work->snapshot->metrics, i)) + 1);

  return self;
}

void
accord_import_metrics_free (AccordImportMetrics *self)
{
  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->metrics);
  g_free (self);
}

/* The workspace's metric of that name; the whole team's before one of a territory. */
static AccordMetric *
find_stored (AccordImportMetrics *self,
             const char          *text)
{
  GPtrArray *stored = self->work->snapshot->metrics;
  AccordMetric *found = NULL;

  for (guint i = 0; i < stored->len; i++)
    {
      AccordMetric *metric = g_ptr_array_index (stored, i);

      if (!accord_name_equal (accord_metric_get_name (metric), text))
        continue;
      if (found == NULL || (accord_metric_get_territory (metric) == 0 && accord_metric_get_territory (found) != 0))
        found = metric;
    }

  return found;
}

static AccordImportMetric *
make_metric (AccordImportMetrics *self,
             const char          *text)
{
  AccordImportMetric *metric = g_new0 (AccordImportMetric, 1);
  AccordMetric *stored = find_stored (self, text);
  AccordComputedMetric computed;

  if (stored != NULL)
    {
      metric->id = accord_record_get_id (ACCORD_RECORD (stored));
      metric->unit = accord_metric_get_unit (stored);
    }
  else
    {
      metric->draft = accord_metric_new ();
      metric->id = accord_import_work_reserve (self->work);
      accord_record_set_id (ACCORD_RECORD (metric->draft), metric->id);
      accord_metric_set_name (metric->draft, text);
      accord_metric_set_direction (metric->draft, ACCORD_DIRECTION_HIGHER);
      accord_metric_set_rollup (metric->draft, ACCORD_ROLL_UP_SUM);
    }
  if (self->work->snapshot->has_opportunities && accord_computed_metric_find (text, &computed))
    /* Translators: %s is a metric: Bookings. */
    metric->refusal = g_strdup_printf (_("“%s” is computed from the opportunities, which this workspace has: numbers that "
                                         "are imported would contradict them."),
                                       accord_computed_metric_get_name (computed));
  g_ptr_array_add (self->metrics, metric);

  return metric;
}

AccordImportMetric *
accord_import_metrics_find (AccordImportMetrics *self,
                            const char          *text)
{
  AccordImportMetric *metric = g_hash_table_lookup (self->cells, text);
  g_autofree char *key = NULL;

  if (metric != NULL)
    return metric;

  /* Written another way. */
  key = accord_name_key (text);
  metric = g_hash_table_lookup (self->cells, key);
  if (metric == NULL)
    {
      metric = make_metric (self, text);
      g_hash_table_insert (self->cells, g_strdup (key), metric);
    }
  g_hash_table_insert (self->cells, g_strdup (text), metric);

  return metric;
}

void
accord_import_metric_note (AccordImportMetric       *self,
                           const AccordImportNumber *number,
                           AccordGrain               grain)
{
  if (self->draft == NULL)
    return;

  if (!self->any)
    accord_metric_set_cadence (self->draft, grain);
  self->any = TRUE;
  self->percent = self->percent || number->percent;
  self->currency = self->currency || number->currency;
  self->fraction = self->fraction || !number->whole;
  self->max_decimals = MAX (self->max_decimals, number->decimals);
}

/* What only the values tell; those that come out of opportunities elsewhere have a unit of their own. */
static AccordUnit
tell_unit (const AccordImportMetric *metric,
           int                       decimals)
{
  AccordComputedMetric computed;

  if (accord_computed_metric_find (accord_metric_get_name (metric->draft), &computed))
    return accord_computed_metric_get_unit (computed);
  if (metric->percent)
    return ACCORD_UNIT_PERCENT;
  /* Cents: as many decimals as the currency has, in some of them, and never more. */
  if (metric->currency || (metric->fraction && decimals > 0 && metric->max_decimals == (guint) decimals))
    return ACCORD_UNIT_MONEY;

  return metric->fraction ? ACCORD_UNIT_RATIO : ACCORD_UNIT_COUNT;
}

void
accord_import_metrics_settle (AccordImportMetrics *self)
{
  for (guint i = 0; i < self->metrics->len; i++)
    {
      AccordImportMetric *metric = g_ptr_array_index (self->metrics, i);

      if (metric->draft == NULL)
        continue;
      metric->unit = tell_unit (metric, self->work->snapshot->decimals);
      accord_metric_set_unit (metric->draft, metric->unit);
    }
}

void
accord_import_metrics_put (AccordImportMetrics *self,
                           GHashTable          *needed)
{
  for (guint i = 0; i < self->metrics->len; i++)
    {
      AccordImportMetric *metric = g_ptr_array_index (self->metrics, i);

      if (metric->draft == NULL || !g_hash_table_contains (needed, &metric->id))
        continue;
      accord_metric_set_position (metric->draft, self->next_position++);
      g_ptr_array_add (self->work->plan->puts, g_object_ref (metric->draft));
      accord_import_work_notice (self->work,
                                 /* Translators: a metric's name and its unit: Calls (Count). */
                                 g_strdup_printf (_("New metric: %s (%s), higher is better, adds up"),
                                                  accord_metric_get_name (metric->draft),
                                                  accord_unit_get_label (metric->unit)));
    }
}

void
accord_import_metrics_tell (AccordImportMetrics *self)
{
  for (guint i = 0; i < self->metrics->len; i++)
    {
      const AccordImportMetric *metric = g_ptr_array_index (self->metrics, i);

      if (metric->refusal != NULL)
        accord_import_work_notice (self->work, g_strdup (metric->refusal));
    }
}
