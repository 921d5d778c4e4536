/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-words.h"

#include <glib/gi18n.h>

const char *
accord_metric_direction_in_words (AccordDirection direction)
{
  switch (direction)
    {
    case ACCORD_DIRECTION_HIGHER:
      return _("Higher is better");

    case ACCORD_DIRECTION_LOWER:
      return _("Lower is better");

    case ACCORD_DIRECTION_WITHIN:
      return _("Within a range");

    default:
      g_return_val_if_reached ("");
    }
}

const char *
accord_metric_cadence_in_words (AccordGrain cadence)
{
  switch (cadence)
    {
    case ACCORD_GRAIN_DAY:
      return _("Every day");

    case ACCORD_GRAIN_WEEK:
      return _("Every week");

    case ACCORD_GRAIN_MONTH:
      return _("Every month");

    case ACCORD_GRAIN_QUARTER:
      return _("Every quarter");

    case ACCORD_GRAIN_YEAR:
      return _("Every year");

    default:
      g_return_val_if_reached ("");
    }
}

const char *
accord_metric_roll_up_in_words (AccordRollUp roll_up)
{
  switch (roll_up)
    {
    case ACCORD_ROLL_UP_SUM:
      /* Translators: how the numbers of several members or weeks become one: this and the next four. */
      return _("Added up");

    case ACCORD_ROLL_UP_MEAN:
      return _("Average");

    case ACCORD_ROLL_UP_WEIGHTED_MEAN:
      return _("Weighted average");

    case ACCORD_ROLL_UP_LAST:
      return _("The latest counts");

    case ACCORD_ROLL_UP_RATIO_OF_SUMS:
      return _("Sum over sum");

    default:
      g_return_val_if_reached ("");
    }
}

const char *
accord_metric_leading_in_words (gboolean leading)
{
  /* Translators: a metric that can be acted on now, or one that tells what came of it. */
  return leading ? C_("metric", "Leading") : C_("metric", "Lagging");
}

char *
accord_metric_dup_summary (AccordMetric *metric)
{
  g_return_val_if_fail (ACCORD_IS_METRIC (metric), NULL);

  return g_strjoin (" · ", accord_unit_get_label (accord_metric_get_unit (metric)),
                    accord_metric_direction_in_words (accord_metric_get_direction (metric)),
                    accord_metric_cadence_in_words (accord_metric_get_cadence (metric)),
                    accord_metric_roll_up_in_words (accord_metric_get_rollup (metric)),
                    accord_metric_leading_in_words (accord_metric_get_leading (metric)), NULL);
}

gboolean
accord_metric_roll_up_fits (AccordRollUp    roll_up,
                            AccordUnit      unit,
                            AccordDirection direction)
{
  const gboolean share = unit == ACCORD_UNIT_PERCENT || unit == ACCORD_UNIT_RATIO;

  if (roll_up == ACCORD_ROLL_UP_SUM)
    return !share && direction != ACCORD_DIRECTION_WITHIN;

  return roll_up != ACCORD_ROLL_UP_RATIO_OF_SUMS || share;
}
