/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-numbers.h"
#include "accord-import-private.h"

G_BEGIN_DECLS

/**
 * AccordImportMetric:
 * @id: the metric's, or a stand-in
 * @draft: of one in the making, NULL for one that is there
 * @refusal: why its rows are refused; NULL mostly
 *
 * A metric that a file of actuals names. Of one in the making the unit is told from its values, once all were seen.
 */
typedef struct
{
  gint64 id;
  AccordMetric *draft;
  AccordUnit unit;
  char *refusal;

  /*< private >*/
  gboolean any;
  gboolean percent;
  gboolean currency;
  gboolean fraction;
  guint max_decimals;
} AccordImportMetric;

typedef struct _AccordImportMetrics AccordImportMetrics;

AccordImportMetrics *accord_import_metrics_new (AccordImportWork *work);
void accord_import_metrics_free (AccordImportMetrics *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportMetrics, accord_import_metrics_free)

/* The metric of that name, one in the making where there is none. text is not "". */
AccordImportMetric *accord_import_metrics_find (AccordImportMetrics *self,
                                                const char          *text);

/* Notes a value of the metric that goes in, and how long the period is that it stands for. */
void accord_import_metric_note (AccordImportMetric       *self,
                                const AccordImportNumber *number,
                                AccordGrain               grain);

/* Once all values were noted: gives those in the making their units. */
void accord_import_metrics_settle (AccordImportMetrics *self);

/* Says which metrics' rows are refused, and why. */
void accord_import_metrics_tell (AccordImportMetrics *self);

/* Puts those in the making whose ids are in needed (of gint64 *), and says so. */
void accord_import_metrics_put (AccordImportMetrics *self,
                                GHashTable          *needed);

G_END_DECLS
