/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-words.h"

#include "accord-money.h"
#include "accord-rate.h"

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

/* As many decimals as it has, two at most. */
static char *
format_number (gint64 value)
{
  if (value % ACCORD_RATE_ONE == 0)
    return accord_rate_format_number (value, 0);

  return accord_rate_format_number (value, value % (ACCORD_RATE_ONE / 10) == 0 ? 1 : 2);
}

static char *
format_bare (AccordUnit  unit,
             gint64      value,
             const char *currency,
             int         decimals)
{
  switch (unit)
    {
    case ACCORD_UNIT_MONEY:
      return accord_money_format (value, currency, decimals);

    case ACCORD_UNIT_PERCENT:
      return accord_rate_format_percent (value);

    case ACCORD_UNIT_COUNT:
    case ACCORD_UNIT_DAYS:
    case ACCORD_UNIT_RATIO:
    default:
      return format_number (value);
    }
}

char *
accord_unit_format (AccordUnit  unit,
                    gint64      value,
                    gint64      upper,
                    const char *currency,
                    int         decimals)
{
  g_autofree char *text = NULL;

  if (value == ACCORD_UNKNOWN)
    return g_strdup (_("n/a"));

  text = format_bare (unit, value, currency, decimals);
  if (upper != ACCORD_UNKNOWN)
    {
      g_autofree char *low = g_steal_pointer (&text);
      g_autofree char *high = format_bare (unit, upper, currency, decimals);

      /* Translators: the range that a metric has to stay within. */
      text = g_strdup_printf (_("%1$s–%2$s"), low, high);
    }

  if (unit == ACCORD_UNIT_DAYS)
    {
      const gint64 last = upper != ACCORD_UNKNOWN ? upper : value;

      return g_strdup_printf (ngettext ("%s day", "%s days", last == ACCORD_RATE_ONE ? 1 : 2), text);
    }

  /* Translators: a coverage: "3×". */
  return unit == ACCORD_UNIT_RATIO ? g_strdup_printf (_("%s×"), text) : g_steal_pointer (&text);
}

char *
accord_unit_format_short (AccordUnit  unit,
                          gint64      value,
                          const char *currency,
                          int         decimals)
{
  if (unit == ACCORD_UNIT_DAYS && value != ACCORD_UNKNOWN)
    return format_number (value);

  return unit == ACCORD_UNIT_MONEY ? accord_money_format_short (value, currency, decimals)
                                   : accord_unit_format (unit, value, ACCORD_UNKNOWN, currency, decimals);
}

gint64
accord_unit_get_step (AccordUnit unit,
                      int        decimals)
{
  gint64 step = 1;

  switch (unit)
    {
    case ACCORD_UNIT_MONEY:
      for (int i = 0; i < decimals; i++)
        step *= 10;
      return step;

    case ACCORD_UNIT_PERCENT:
      return ACCORD_RATE_ONE / 100;

    case ACCORD_UNIT_RATIO:
      return ACCORD_RATE_ONE / 10;

    case ACCORD_UNIT_COUNT:
    case ACCORD_UNIT_DAYS:
    default:
      return ACCORD_RATE_ONE;
    }
}
