/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pattern-table.h"

#include "accord-action.h"
#include "accord-opportunity-history.h"
#include "accord-scorecard.h"

/* A table in the making. */
typedef struct
{
  AccordWorkspace *workspace;
  AccordPatternTable *table;
  AccordDate first;
  AccordDate last;
  AccordIdealAccounts *ideal;
  GHashTable *by_member; /* id to place in rows + 1 */
} Making;

static void
making_clear (Making *self)
{
  g_clear_pointer (&self->ideal, accord_ideal_accounts_free);
  g_clear_pointer (&self->by_member, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static void
row_clear (gpointer data)
{
  accord_pattern_figures_clear (&((AccordPatternRow *) data)->figures);
}

void
accord_pattern_table_free (AccordPatternTable *self)
{
  accord_pattern_figures_clear (&self->team);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

/* Valid until the next one is asked for. */
static AccordPatternFigures *
require_figures (Making *self,
                 gint64  member)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_member, &member));

  if (place == 0)
    {
      g_array_set_size (self->table->rows, self->table->rows->len + 1);
      place = self->table->rows->len;
      accord_pattern_figures_init (&g_array_index (self->table->rows, AccordPatternRow, place - 1).figures, member);
      g_hash_table_insert (self->by_member, g_memdup2 (&member, sizeof member), GUINT_TO_POINTER (place));
    }

  return &g_array_index (self->table->rows, AccordPatternRow, place - 1).figures;
}

/* NULL where the metric is no activity. */
static AccordMetric *
find_activity (Making                      *self,
               const AccordScorecardMetric *metric)
{
  AccordMetric *record;

  if (metric->computed || metric->direction != ACCORD_DIRECTION_HIGHER || metric->roll_up != ACCORD_ROLL_UP_SUM)
    return NULL;
  record = accord_workspace_find (self->workspace, ACCORD_TYPE_METRIC, metric->id);

  return record != NULL && accord_metric_get_leading (record) ? record : NULL;
}

static void
add_activity (AccordPatternFigures *figures,
              AccordMetric         *metric,
              const AccordScore    *score)
{
  const AccordPatternActivity activity = {
    g_object_ref (metric), score->part.actual, score->attainment.expected, score->part.target, score->attainment.pace,
  };

  g_array_append_val (figures->activities, activity);
}

static gboolean
add_scores (Making  *self,
            GError **error)
{
  g_autoptr (AccordScorecard) card = NULL;
  g_autofree AccordMetric **activities = NULL;

  card = accord_scorecard_new (self->workspace, self->table->quarter, self->table->as_of, error);
  if (card == NULL)
    return FALSE;

  activities = g_new0 (AccordMetric *, card->metrics->len + 1);
  for (guint i = 0; i < card->metrics->len; i++)
    activities[i] = find_activity (self, &g_array_index (card->metrics, AccordScorecardMetric, i));
  for (guint i = 0; i < card->rows->len; i++)
    {
      const AccordScorecardRow *row = &g_array_index (card->rows, AccordScorecardRow, i);
      const AccordScorecardMetric *metric = &g_array_index (card->metrics, AccordScorecardMetric, row->metric);
      const AccordScorePart *part = &row->score.part;

      if (row->member == 0)
        continue;
      if (activities[row->metric] != NULL)
        add_activity (require_figures (self, row->member), activities[row->metric], &row->score);
      else if (metric->computed && metric->which == ACCORD_COMPUTED_WIN_RATE && part->whole != ACCORD_UNKNOWN)
        {
          AccordPatternFigures *figures = require_figures (self, row->member);

          figures->won = part->part;
          figures->lost = part->whole - part->part;
        }
    }

  return TRUE;
}

static gboolean
add_losses (Making  *self,
            GError **error)
{
  g_autoptr (AccordStageTimes) times = NULL;
  g_autoptr (GArray) losses = NULL;

  times = accord_opportunities_read_stage_times (self->workspace, self->table->as_of, error);
  if (times == NULL)
    return FALSE;
  losses = accord_opportunities_read_losses (self->workspace, times, self->first, self->last, self->table->as_of, error);
  if (losses == NULL)
    return FALSE;

  for (guint i = 0; i < losses->len; i++)
    {
      const AccordLoss *loss = &g_array_index (losses, AccordLoss, i);
      AccordPatternFigures *figures;

      if (loss->stage == NULL || loss->stage->position < 0)
        continue;
      figures = require_figures (self, loss->member);
      figures->losses++;
      figures->early_losses += accord_stage_is_early (loss->stage);
    }

  return TRUE;
}

static gboolean
add_shares (Making  *self,
            GError **error)
{
  GListModel *accounts = accord_workspace_load_list (self->workspace, ACCORD_TYPE_ACCOUNT, error);
  g_autoptr (GArray) shares = NULL;

  if (accounts == NULL)
    return FALSE;
  self->ideal = accord_ideal_accounts_new (accounts);
  shares = accord_opportunities_share_ideal (self->workspace, self->ideal, self->first, self->last, self->table->as_of, error);
  for (guint i = 0; shares != NULL && i < shares->len; i++)
    {
      const AccordMemberIdealShare *share = &g_array_index (shares, AccordMemberIdealShare, i);

      require_figures (self, share->member)->ideal = share->share;
    }

  return shares != NULL;
}

static gboolean
add_deadlines (Making  *self,
               GError **error)
{
  GListModel *actions = accord_workspace_load_list (self->workspace, ACCORD_TYPE_ACTION, error);
  g_autoptr (GArray) deadlines = NULL;

  if (actions == NULL)
    return FALSE;
  deadlines = accord_deadlines_read (actions, self->first, self->last, self->table->as_of);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const AccordDeadlines *of = &g_array_index (deadlines, AccordDeadlines, i);

      require_figures (self, of->member)->deadlines = *of;
    }

  return TRUE;
}

/* Activity is each member's own: the team's is not asked for. */
static void
add_to_team (AccordPatternFigures       *team,
             const AccordPatternFigures *figures)
{
  team->losses += figures->losses;
  team->early_losses += figures->early_losses;
  team->won += figures->won;
  team->lost += figures->lost;
  team->ideal.opened += figures->ideal.opened;
  team->ideal.ideal += figures->ideal.ideal;
  team->ideal.amount += figures->ideal.amount;
  team->ideal.ideal_amount += figures->ideal.ideal_amount;
  team->deadlines.due += figures->deadlines.due;
  team->deadlines.met += figures->deadlines.met;
  team->deadlines.late += figures->deadlines.late;
  team->deadlines.open += figures->deadlines.open;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const AccordPatternRow *one = a;
  const AccordPatternRow *other = b;

  return one->figures.member < other->figures.member ? -1 : one->figures.member > other->figures.member;
}

static void
find_patterns (Making *self)
{
  AccordPatternTable *table = self->table;

  table->team.ideal_known = accord_ideal_accounts_get_n (self->ideal) > 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      AccordPatternFigures *figures = &g_array_index (table->rows, AccordPatternRow, i).figures;

      figures->ideal_known = table->team.ideal_known;
      add_to_team (&table->team, figures);
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      AccordPatternRow *row = &g_array_index (table->rows, AccordPatternRow, i);

      accord_patterns_find (&row->figures, &table->team, row->patterns);
    }
  g_array_sort (table->rows, compare_rows);
}

AccordPatternTable *
accord_pattern_table_new (AccordWorkspace *workspace,
                          AccordQuarter    quarter,
                          AccordDate       as_of,
                          GError         **error)
{
  g_autoptr (AccordPatternTable) table = NULL;
  g_auto (Making) making = { .workspace = workspace };
  int fiscal_start;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (quarter.quarter >= 1 && quarter.quarter <= 4 && as_of > ACCORD_DATE_NONE, NULL);

  making.table = table = g_new0 (AccordPatternTable, 1);
  table->quarter = quarter;
  table->as_of = as_of;
  table->rows = g_array_new (FALSE, TRUE, sizeof (AccordPatternRow));
  g_array_set_clear_func (table->rows, row_clear);
  accord_pattern_figures_init (&table->team, 0);
  making.by_member = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  making.first = accord_quarter_get_start (quarter, fiscal_start);
  making.last = accord_quarter_get_end (quarter, fiscal_start);

  if (!add_scores (&making, error) || !add_losses (&making, error) || !add_shares (&making, error)
      || !add_deadlines (&making, error))
    return NULL;
  find_patterns (&making);

  return g_steal_pointer (&table);
}

const AccordPatternRow *
accord_pattern_table_find (const AccordPatternTable *self,
                           gint64                    member)
{
  const AccordPatternRow key = { .figures.member = member };
  guint place;

  return g_array_binary_search (self->rows, &key, compare_rows, &place) ? &g_array_index (self->rows, AccordPatternRow, place)
                                                                        : NULL;
}
