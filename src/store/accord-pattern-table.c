/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pattern-table.h"

#include "accord-action.h"
#include "accord-opportunity-history.h"
#include "accord-opportunity-sums.h"
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

static gboolean
is_activity (AccordMetric *metric)
{
  return accord_metric_get_leading (metric) && accord_metric_get_direction (metric) == ACCORD_DIRECTION_HIGHER
         && accord_metric_get_rollup (metric) == ACCORD_ROLL_UP_SUM;
}

/* The end of the last period of that length that is over, in the quarter; none where the first one is under way. */
static AccordDate
find_last_over (Making     *self,
                AccordGrain grain)
{
  const int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace));
  const AccordDate as_of = self->table->as_of;
  AccordDate ends;

  if (as_of >= self->last)
    return self->last;
  ends = accord_grain_get_end (as_of, grain, fiscal_start);
  if (ends > as_of)
    ends = accord_grain_get_start (as_of, grain, fiscal_start) - 1;

  return ends >= self->first ? ends : ACCORD_DATE_NONE;
}

static void
add_activity (AccordPatternFigures *figures,
              AccordMetric         *metric,
              AccordDate            as_of,
              const AccordScore    *score)
{
  const AccordPatternActivity activity = {
    g_object_ref (metric), as_of, score->part.actual, score->attainment.expected, score->part.target, score->attainment.pace,
  };

  g_array_append_val (figures->activities, activity);
}

/* NULL where the metric is no activity that is measured so often. */
static AccordMetric *
find_activity (Making                      *self,
               const AccordScorecardMetric *metric,
               AccordGrain                  cadence)
{
  AccordMetric *record
    = metric->computed ? NULL : accord_workspace_find (self->workspace, ACCORD_TYPE_METRIC, metric->id);

  return record != NULL && is_activity (record) && accord_metric_get_cadence (record) == cadence ? record : NULL;
}

static gboolean
add_activities_measured (Making     *self,
                         AccordGrain cadence,
                         GError    **error)
{
  const AccordDate as_of = find_last_over (self, cadence);
  g_autoptr (AccordScorecard) card = NULL;
  g_autofree AccordMetric **activities = NULL;

  if (as_of == ACCORD_DATE_NONE)
    return TRUE;
  card = accord_scorecard_new (self->workspace, self->table->quarter, as_of, error);
  if (card == NULL)
    return FALSE;

  activities = g_new0 (AccordMetric *, card->metrics->len + 1);
  for (guint i = 0; i < card->metrics->len; i++)
    activities[i] = find_activity (self, &g_array_index (card->metrics, AccordScorecardMetric, i), cadence);
  for (guint i = 0; i < card->rows->len; i++)
    {
      const AccordScorecardRow *row = &g_array_index (card->rows, AccordScorecardRow, i);

      if (row->member != 0 && activities[row->metric] != NULL)
        add_activity (require_figures (self, row->member), activities[row->metric], as_of, &row->score);
    }

  return TRUE;
}

/* A scorecard for each length of time that anything is measured in; most teams count by the week. */
static gboolean
add_activities (Making  *self,
                GError **error)
{
  GListModel *metrics = accord_workspace_load_list (self->workspace, ACCORD_TYPE_METRIC, error);
  gboolean measured[ACCORD_GRAIN_YEAR + 1] = { FALSE };

  if (metrics == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (metrics); i++)
    {
      g_autoptr (AccordMetric) metric = g_list_model_get_item (metrics, i);

      if (is_activity (metric))
        measured[accord_metric_get_cadence (metric)] = TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (measured); i++)
    {
      if (measured[i] && !add_activities_measured (self, (AccordGrain) i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_deals (Making  *self,
           GError **error)
{
  g_autoptr (GArray) sums = accord_opportunities_sum_up (self->workspace, self->first, self->last, self->table->as_of, error);

  for (guint i = 0; sums != NULL && i < sums->len; i++)
    {
      const AccordOpportunitySums *sum = &g_array_index (sums, AccordOpportunitySums, i);
      AccordPatternFigures *figures = require_figures (self, sum->member);

      figures->won = sum->won;
      figures->lost = sum->lost;
    }

  return sums != NULL;
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

  if (!add_activities (&making, error) || !add_deals (&making, error) || !add_losses (&making, error)
      || !add_shares (&making, error) || !add_deadlines (&making, error))
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
