/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-metric.h"

G_BEGIN_DECLS

/* Building blocks that sales teams commonly choose from: a start for the team's own, each of which can be changed after it
 * was taken. */

/* What a building block of the library is about. */
typedef enum
{
  ACCORD_METRIC_THEME_ACTIVITY,
  ACCORD_METRIC_THEME_PIPELINE,
  ACCORD_METRIC_THEME_RESULTS,
  ACCORD_METRIC_THEME_CUSTOMERS,
  ACCORD_METRIC_THEME_CRAFT,
  ACCORD_N_METRIC_THEMES,
} AccordMetricTheme;

/**
 * AccordMetricTemplate:
 *
 * A building block of the library; its texts are untranslated, accord_metric_template_get_name () and its like translate.
 */
typedef struct
{
  const char *name;
  const char *definition;
  const char *source_note;
  AccordMetricTheme theme;
  AccordUnit unit;
  AccordDirection direction;
  AccordGrain cadence;
  AccordRollUp rollup;
  gboolean leading;
} AccordMetricTemplate;

/* All of them, theme by theme. */
const AccordMetricTemplate *accord_metric_library_get (gsize *n_templates);

/* In the user's language. */
const char *accord_metric_theme_get_label (AccordMetricTheme theme);
const char *accord_metric_template_get_name (const AccordMetricTemplate *self);
const char *accord_metric_template_get_definition (const AccordMetricTemplate *self);
const char *accord_metric_template_get_source_note (const AccordMetricTemplate *self);

/* A draft of the building block in the user's language, without a place. (transfer full) */
AccordMetric *accord_metric_template_make (const AccordMetricTemplate *self);

/* Whether the metric bears the name of the building block, in English or in the user's language. */
gboolean accord_metric_template_is (const AccordMetricTemplate *self,
                                    AccordMetric               *metric);

G_END_DECLS
