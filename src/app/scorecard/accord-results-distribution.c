/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-results-distribution.h"

#include <glib/gi18n.h>

#include "accord-member.h"

static const char *
get_name (AccordResults *self,
          gint64         id)
{
  AccordMember *member = accord_workspace_find (self->workspace, ACCORD_TYPE_MEMBER, id);

  return member != NULL ? accord_member_get_name (member) : "";
}

static gboolean
is_of (const AccordScorecardRow *row,
       const AccordScorecardRow *group)
{
  return row->member != 0 && row->metric == group->metric
         && (group->territory == 0 || row->territory == group->territory);
}

/* What all of them aim at; unknown where that is not one and the same. */
static gint64
find_common_target (AccordResults            *self,
                    const AccordScorecardRow *group)
{
  gint64 target = ACCORD_UNKNOWN;
  gboolean any = FALSE;

  for (guint i = 0; i < self->card->rows->len; i++)
    {
      const AccordScorecardRow *row = accord_results_get_row (self, i);

      if (!is_of (row, group))
        continue;
      if (any && row->score.part.target != target)
        return ACCORD_UNKNOWN;
      target = row->score.part.target;
      any = TRUE;
    }

  return target;
}

gboolean
accord_results_show_distribution (AccordResults           *self,
                                  guint                    row,
                                  gboolean                 ranked,
                                  AccordDistributionChart *chart)
{
  const AccordScorecardRow *group = accord_results_get_row (self, row);
  const AccordScorecardMetric *metric = accord_results_get_metric (self, group->metric);
  const gboolean by_pace = metric->roll_up == ACCORD_ROLL_UP_SUM && group->score.attainment.pace != ACCORD_UNKNOWN;
  const gboolean range = metric->direction == ACCORD_DIRECTION_WITHIN;
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (AccordDistributionMember));
  g_autofree char *title
    /* Translators: %s is a metric: how far each member is, in percent of what is expected by now. */
    = g_strdup_printf (by_pace ? _("%s: pace of each member")
                               /* Translators: %s is a metric, of which each member has a figure. */
                               : _("%s, each member"),
                       accord_results_get_title (self, group->metric));
  const AccordDistribution distribution = {
    .title = title,
    .unit = by_pace ? ACCORD_UNIT_PERCENT : metric->unit,
    .currency = accord_settings_get_currency (settings),
    .decimals = (int) accord_settings_get_decimals (settings),
    .target = by_pace ? ACCORD_RATE_ONE : range ? ACCORD_UNKNOWN : find_common_target (self, group),
    .ranked = ranked,
  };
  guint n_known = 0;

  for (guint i = 0; i < self->card->rows->len; i++)
    {
      const AccordScorecardRow *other = accord_results_get_row (self, i);
      AccordDistributionMember member;

      if (!is_of (other, group))
        continue;
      member.name = get_name (self, other->member);
      member.value = by_pace ? other->score.attainment.pace : other->score.part.actual;
      n_known += member.value != ACCORD_UNKNOWN;
      g_array_append_val (members, member);
    }
  if (n_known < 2)
    return FALSE;

  accord_distribution_chart_set (chart, &distribution, (const AccordDistributionMember *) members->data, members->len);

  return TRUE;
}
