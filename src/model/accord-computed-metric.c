/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-computed-metric.h"

#include <glib/gi18n.h>

#include "accord-name.h"

typedef struct
{
  const char *name;
  AccordUnit unit;
  AccordDirection direction;
  AccordRollUp roll_up;
} Definition;

static const Definition definitions[ACCORD_COMPUTED_N_METRICS] = {
  [ACCORD_COMPUTED_BOOKINGS] = { N_("Bookings"), ACCORD_UNIT_MONEY, ACCORD_DIRECTION_HIGHER, ACCORD_ROLL_UP_SUM },
  [ACCORD_COMPUTED_WIN_RATE] = { N_("Win rate"), ACCORD_UNIT_PERCENT, ACCORD_DIRECTION_HIGHER, ACCORD_ROLL_UP_RATIO_OF_SUMS },
  [ACCORD_COMPUTED_SALES_CYCLE] = { N_("Sales cycle"), ACCORD_UNIT_DAYS, ACCORD_DIRECTION_LOWER, ACCORD_ROLL_UP_RATIO_OF_SUMS },
  [ACCORD_COMPUTED_AVERAGE_DEAL] = { N_("Average deal"), ACCORD_UNIT_MONEY, ACCORD_DIRECTION_HIGHER, ACCORD_ROLL_UP_RATIO_OF_SUMS },
  [ACCORD_COMPUTED_OPENED] = { N_("Opportunities opened"), ACCORD_UNIT_COUNT, ACCORD_DIRECTION_HIGHER, ACCORD_ROLL_UP_SUM },
  [ACCORD_COMPUTED_COVERAGE] = { N_("Pipeline coverage"), ACCORD_UNIT_RATIO, ACCORD_DIRECTION_HIGHER, ACCORD_ROLL_UP_RATIO_OF_SUMS },
};

const char *
accord_computed_metric_get_name (AccordComputedMetric metric)
{
  g_return_val_if_fail ((guint) metric < ACCORD_COMPUTED_N_METRICS, NULL);

  return definitions[metric].name;
}

const char *
accord_computed_metric_get_title (AccordComputedMetric metric)
{
  return _(accord_computed_metric_get_name (metric));
}

AccordUnit
accord_computed_metric_get_unit (AccordComputedMetric metric)
{
  g_return_val_if_fail ((guint) metric < ACCORD_COMPUTED_N_METRICS, ACCORD_UNIT_COUNT);

  return definitions[metric].unit;
}

AccordDirection
accord_computed_metric_get_direction (AccordComputedMetric metric)
{
  g_return_val_if_fail ((guint) metric < ACCORD_COMPUTED_N_METRICS, ACCORD_DIRECTION_HIGHER);

  return definitions[metric].direction;
}

AccordRollUp
accord_computed_metric_get_roll_up (AccordComputedMetric metric)
{
  g_return_val_if_fail ((guint) metric < ACCORD_COMPUTED_N_METRICS, ACCORD_ROLL_UP_SUM);

  return definitions[metric].roll_up;
}

gboolean
accord_computed_metric_find (const char           *name,
                             AccordComputedMetric *metric)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < ACCORD_COMPUTED_N_METRICS; i++)
    {
      if (accord_name_equal (name, definitions[i].name))
        {
          *metric = (AccordComputedMetric) i;
          return TRUE;
        }
    }

  return FALSE;
}
