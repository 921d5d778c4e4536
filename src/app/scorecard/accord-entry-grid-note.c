/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-entry-grid-private.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-season-history.h"
#include "accord-target-query.h"


static int
get_fiscal_start (AccordEntryGrid *self)
{
  return (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace));
}

static AccordQuarter
get_quarter (AccordEntryGrid *self)
{
  return accord_quarter_for_week (accord_week_entry_get_monday (self->week), get_fiscal_start (self));
}

static gboolean
has_yearly (GListModel *targets)
{
  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) target = g_list_model_get_item (targets, i);

      if (accord_target_get_grain (target) == ACCORD_GRAIN_YEAR)
        return TRUE;
    }

  return FALSE;
}

/* As the scorecard has it: the season is read from all that was ever booked, and only what was set for a year is split by
 * it. */
static AccordTargetFinder *
get_finder (AccordEntryGrid *self)
{
  GListModel *targets = accord_workspace_get_list (self->workspace, ACCORD_TYPE_TARGET);
  const AccordQuarter quarter = get_quarter (self);
  gint64 weights[4] = { 1, 1, 1, 1 };

  if (self->finder != NULL)
    return self->finder;

  if (has_yearly (targets))
    accord_season_read (self->workspace, quarter.year, accord_clock_today (), weights);
  self->finder = accord_target_finder_new (targets, quarter, get_fiscal_start (self), weights, accord_clock_today ());

  return self->finder;
}

static char *
dup_target (AccordEntryGrid *self,
            AccordMember    *member,
            guint            column)
{
  AccordMetric *metric = accord_entry_grid_get_metric (self, column);
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);
  g_autofree char *quarter = accord_quarter_format (get_quarter (self), get_fiscal_start (self));
  g_autofree char *text = NULL;
  gint64 target, upper;

  if (!accord_target_finder_find (get_finder (self), accord_record_get_id (ACCORD_RECORD (member)),
                                  accord_record_get_id (ACCORD_RECORD (metric)), accord_metric_get_rollup (metric), &target,
                                  &upper))
    /* Translators: %s is a quarter, such as "Q4 2026". */
    return g_strdup_printf (_("No target for %s"), quarter);

  text = accord_target_value_format (metric, target, upper, accord_settings_get_currency (settings),
                                     (int) accord_settings_get_decimals (settings));

  /* Translators: %1 is a quarter, such as "Q4 2026", %2 the target for it. */
  return g_strdup_printf (_("Target for %1$s: %2$s"), quarter, text);
}

static char *
dup_before (AccordEntryGrid       *self,
            const AccordWeekValue *value,
            guint                  column)
{
  g_autofree char *text = value->before != ACCORD_UNKNOWN ? accord_entry_grid_dup_text (self, column, value->before)
                                                          : g_strdup (_("n/a"));

  switch (accord_week_entry_get_period (self->week, column)->grain)
    {
    case ACCORD_GRAIN_MONTH:
      /* Translators: %s is what somebody came to, or "n/a". */
      return g_strdup_printf (_("Month before: %s"), text);

    case ACCORD_GRAIN_QUARTER:
      return g_strdup_printf (_("Quarter before: %s"), text);

    case ACCORD_GRAIN_YEAR:
      return g_strdup_printf (_("Year before: %s"), text);

    case ACCORD_GRAIN_DAY:
    case ACCORD_GRAIN_WEEK:
    default:
      return g_strdup_printf (_("Week before: %s"), text);
    }
}

/* Where the value comes from, and what typing does to it. NULL: it was typed. */
static char *
dup_source (const AccordWeekValue *value)
{
  if (value->value == ACCORD_UNKNOWN)
    return NULL;
  if (value->n_parts > 0)
    /* Translators: %u counts days or weeks that an import brought a value for; together they are the value in a cell. */
    return g_strdup_printf (ngettext ("From %u shorter period; what you type takes its place",
                                      "From %u shorter periods; what you type takes their place", value->n_parts),
                            value->n_parts);

  return value->source != ACCORD_SOURCE_TYPED ? g_strdup (_("Imported; what you type takes its place")) : NULL;
}

char *
accord_entry_grid_dup_note (AccordEntryGrid *self)
{
  const guint row = accord_sheet_get_row (ACCORD_SHEET (self)), column = accord_sheet_get_column (ACCORD_SHEET (self));
  AccordMember *member = accord_entry_grid_get_member (self, row);
  AccordWeekValue value;
  g_autofree char *before = NULL;
  g_autofree char *target = NULL;
  g_autofree char *source = NULL;

  if (!accord_entry_grid_get_value (self, row, column, &value))
    return g_strdup ("");
  if (!self->readable)
    return g_strdup (_("The values of this week cannot be read"));

  before = dup_before (self, &value, column);
  target = dup_target (self, member, column);
  source = dup_source (&value);

  return source != NULL ? g_strdup_printf ("%s · %s · %s", before, target, source)
                        : g_strdup_printf ("%s · %s", before, target);
}
