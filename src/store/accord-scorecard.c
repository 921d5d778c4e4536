/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-private.h"

#include "accord-holiday.h"
#include "accord-membership-query.h"
#include "accord-opportunity-figures.h"
#include "accord-territory.h"

/* Whose part is where in the list of those that a territory's or the team's row is rolled up of. */
typedef struct
{
  gint64 territory;
  gint64 position;
  const char *name;
  GArray *people; /* of guint */
} Group;

static void
metric_clear (gpointer data)
{
  g_free (((AccordScorecardMetric *) data)->name);
}

static void
making_clear (AccordScorecardMaking *self)
{
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->by_member, g_hash_table_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  g_clear_pointer (&self->with_values, g_hash_table_unref);
  g_clear_pointer (&self->finder, accord_target_finder_free);
  g_free (self->parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordScorecardMaking, making_clear)

void
accord_scorecard_free (AccordScorecard *self)
{
  g_array_unref (self->metrics);
  g_array_unref (self->rows);
  g_free (self);
}

static void
add_row (AccordScorecardMaking *self,
         gint64                 member,
         gint64                 territory,
         guint                  i,
         const AccordScorePart *part,
         AccordExact            elapsed)
{
  const AccordScorecardMetric *metric = &g_array_index (self->card->metrics, AccordScorecardMetric, i);
  AccordScorecardRow row = { member, territory, i, FALSE,
                             accord_score_compute (metric->direction, metric->roll_up, part, elapsed) };

  row.covered = metric->computed && metric->which == ACCORD_COMPUTED_COVERAGE
                && accord_pipeline_coverage (part->part, part->whole) == ACCORD_COVERAGE_COVERED;
  if (row.covered && part->target != ACCORD_UNKNOWN)
    row.score.status = ACCORD_STATUS_ON_TRACK;
  g_array_append_val (self->card->rows, row);
}

/* The roll-up of those people, for the metrics that are theirs. territory 0: the team. */
static void
add_group (AccordScorecardMaking *self,
           gint64                 territory,
           GArray                *people,
           AccordExact            elapsed)
{
  g_autofree AccordScorePart *parts = g_new (AccordScorePart, MAX (people->len, 1));

  for (guint i = 0; i < self->card->metrics->len; i++)
    {
      const AccordScorecardMetric *metric = &g_array_index (self->card->metrics, AccordScorecardMetric, i);
      AccordScorePart sum;

      if (metric->territory != 0 && metric->territory != territory)
        continue;
      for (guint j = 0; j < people->len; j++)
        parts[j] = *accord_scorecard_get_part (self, g_array_index (people, guint, j), i);
      sum = accord_score_roll_up (metric->roll_up, metric->unit == ACCORD_UNIT_MONEY, parts, people->len);
      /* What was set for the team counts where nobody has a target of their own. */
      if (territory == 0 && sum.target == ACCORD_UNKNOWN && metric->id != 0)
        accord_target_finder_find (self->finder, 0, metric->id, metric->roll_up, &sum.target, &sum.upper);
      add_row (self, 0, territory, i, &sum, elapsed);
    }
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *left = a;
  const Group *right = b;
  int order;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  order = g_utf8_collate (left->name, right->name);

  return order != 0 ? order : left->territory < right->territory ? -1 : left->territory > right->territory;
}

static void
group_clear (gpointer data)
{
  g_array_unref (((Group *) data)->people);
}

static Group *
find_group (GArray *groups,
            gint64  territory)
{
  for (guint i = 0; i < groups->len; i++)
    {
      if (g_array_index (groups, Group, i).territory == territory)
        return &g_array_index (groups, Group, i);
    }

  return NULL;
}

static gint
compare_people (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  GArray *people = data;
  const AccordScorecardPerson *left = &g_array_index (people, AccordScorecardPerson, *(const guint *) a);
  const AccordScorecardPerson *right = &g_array_index (people, AccordScorecardPerson, *(const guint *) b);
  int order = g_utf8_collate (accord_member_get_name (left->member), accord_member_get_name (right->member));

  return order != 0 ? order : left->id < right->id ? -1 : left->id > right->id;
}

/* Territories by their order, then those who are in none; everybody within them by name. */
static GArray *
make_groups (AccordScorecardMaking *self)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  for (guint i = 0; i < self->people->len; i++)
    {
      const AccordScorecardPerson *person = &g_array_index (self->people, AccordScorecardPerson, i);
      Group *group;

      if (!person->has_figures && (!person->present || accord_member_get_leader (person->member)))
        continue;
      group = find_group (groups, person->territory);
      if (group == NULL)
        {
          AccordTerritory *territory =
              person->territory != 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_TERRITORY, person->territory)
                                     : NULL;
          const Group added = { person->territory, territory != NULL ? accord_territory_get_position (territory) : G_MAXINT64,
                                territory != NULL ? accord_territory_get_name (territory) : "",
                                g_array_new (FALSE, FALSE, sizeof (guint)) };

          g_array_append_val (groups, added);
          group = &g_array_index (groups, Group, groups->len - 1);
        }
      g_array_append_val (group->people, i);
    }
  g_array_sort (groups, compare_groups);
  for (guint i = 0; i < groups->len; i++)
    g_array_sort_with_data (g_array_index (groups, Group, i).people, compare_people, self->people);

  return groups;
}

static void
add_members (AccordScorecardMaking *self,
             const Group           *group,
             AccordExact            elapsed)
{
  for (guint i = 0; i < group->people->len; i++)
    {
      guint person = g_array_index (group->people, guint, i);

      for (guint j = 0; j < self->card->metrics->len; j++)
        {
          gint64 of = g_array_index (self->card->metrics, AccordScorecardMetric, j).territory;

          if (of == 0 || of == group->territory)
            add_row (self, g_array_index (self->people, AccordScorecardPerson, person).id, group->territory, j,
                     accord_scorecard_get_part (self, person, j), elapsed);
        }
    }
}

static void
add_rows (AccordScorecardMaking *self,
          AccordExact            elapsed)
{
  g_autoptr (GArray) groups = make_groups (self);
  g_autoptr (GArray) team = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < groups->len; i++)
    {
      GArray *people = g_array_index (groups, Group, i).people;

      g_array_append_vals (team, people->data, people->len);
    }
  add_group (self, 0, team, elapsed);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      if (group->territory != 0)
        add_group (self, group->territory, group->people, elapsed);
    }
  for (guint i = 0; i < groups->len; i++)
    add_members (self, &g_array_index (groups, Group, i), elapsed);
}

AccordScorecard *
accord_scorecard_new (AccordWorkspace *workspace,
                      AccordQuarter    quarter,
                      AccordDate       as_of,
                      GError         **error)
{
  g_autoptr (AccordScorecard) card = NULL;
  g_auto (AccordScorecardMaking) making = { .workspace = workspace };
  GListModel *territories;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (quarter.quarter >= 1 && quarter.quarter <= 4 && as_of > ACCORD_DATE_NONE, NULL);

  card = g_new0 (AccordScorecard, 1);
  card->quarter = quarter;
  card->as_of = as_of;
  card->metrics = g_array_new (FALSE, TRUE, sizeof (AccordScorecardMetric));
  g_array_set_clear_func (card->metrics, metric_clear);
  card->rows = g_array_new (FALSE, FALSE, sizeof (AccordScorecardRow));
  making.card = card;
  making.fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  making.first = accord_quarter_get_start (quarter, making.fiscal_start);
  making.last = accord_quarter_get_end (quarter, making.fiscal_start);
  making.last_day = accord_membership_get_last_day (making.first, making.last, as_of);
  making.people = g_array_new (FALSE, TRUE, sizeof (AccordScorecardPerson));
  making.by_member = g_hash_table_new (g_int64_hash, g_int64_equal);
  making.with_values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  territories = accord_workspace_load_list (workspace, ACCORD_TYPE_TERRITORY, error);
  if (territories == NULL || !accord_scorecard_gather_people (&making, error)
      || !accord_scorecard_gather_parts (&making, error))
    return NULL;
  add_rows (&making, accord_quarter_get_elapsed (quarter, making.fiscal_start,
                                                 accord_workspace_get_list (workspace, ACCORD_TYPE_HOLIDAY), as_of));

  return g_steal_pointer (&card);
}
