/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pipeline.h"

#include "accord-opportunities-private.h"
#include "accord-workspace-private.h"

static void
deal_clear (gpointer deal)
{
  accord_opportunity_free (((AccordOpenDeal *) deal)->opportunity);
}

void
accord_pipeline_free (AccordPipeline *self)
{
  g_clear_pointer (&self->times, accord_stage_times_free);
  g_array_unref (self->deals);
  g_array_unref (self->stages);
  g_array_unref (self->losses);
  g_array_unref (self->cycle_days);
  g_free (self);
}

static gboolean
is_of (GHashTable *members,
       gint64      member)
{
  return members == NULL || g_hash_table_contains (members, &member);
}

static gboolean
read_deals (AccordPipeline  *self,
            AccordWorkspace *workspace,
            GHashTable      *members,
            GError         **error)
{
  AccordDatabase *database = accord_workspace_get_database (workspace);
  g_autoptr (AccordStatement) statement
    = accord_database_prepare (database, "SELECT " ACCORD_OPPORTUNITY_COLUMNS " FROM opportunity WHERE state = 'open' ORDER BY id",
                               error);

  while (statement != NULL)
    {
      AccordOpenDeal deal = { NULL };
      gboolean row;

      if (!accord_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!is_of (members, sqlite3_column_int64 (statement, 2)))
        continue;

      deal.opportunity = accord_opportunity_read_row (statement);
      if (deal.opportunity == NULL)
        return accord_opportunities_fail_damaged (error);
      if (!accord_stage_times_get_stay (self->times, deal.opportunity->id, &deal.stay))
        deal.stay = (AccordStageStay) { NULL };
      g_array_append_val (self->deals, deal);
    }

  return FALSE;
}

/* What was won in the period, of the members: the days that it took. */
static gboolean
read_cycles (AccordPipeline  *self,
             AccordWorkspace *workspace,
             GHashTable      *members,
             AccordDate       first,
             AccordDate       last,
             GError         **error)
{
  AccordDatabase *database = accord_workspace_get_database (workspace);
  g_autoptr (AccordStatement) statement
    = accord_database_prepare (database,
                               "SELECT member, CAST (julianday (closed) - julianday (created) AS INTEGER) FROM opportunity"
                               " WHERE state = 'won' AND closed BETWEEN ?1 AND ?2 AND created IS NOT NULL",
                               error);
  char first_day[ACCORD_OPPORTUNITY_DAY_SIZE], last_day[ACCORD_OPPORTUNITY_DAY_SIZE];

  if (statement == NULL
      || !accord_database_bind_text (database, statement, 1, accord_opportunity_write_day (first, first_day), error)
      || !accord_database_bind_text (database, statement, 2, accord_opportunity_write_day (last, last_day), error))
    return FALSE;

  while (TRUE)
    {
      gint64 days;
      gboolean row;

      if (!accord_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      days = sqlite3_column_int64 (statement, 1);
      if (is_of (members, sqlite3_column_int64 (statement, 0)))
        g_array_append_val (self->cycle_days, days);
    }
}

static void
add_amount (gint64 *sum,
            gint64  amount)
{
  if (amount == ACCORD_UNKNOWN)
    return;

  if (*sum == ACCORD_UNKNOWN)
    *sum = 0;
  if (__builtin_add_overflow (*sum, amount, sum))
    *sum = G_MAXINT64;
}

static AccordStageSum *
find_sum (AccordPipeline *self,
          GHashTable     *places,
          const char     *stage)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, stage));

  if (place == 0)
    {
      const AccordStageSum sum = { stage, 0, ACCORD_UNKNOWN, 0, ACCORD_UNKNOWN };

      g_array_append_val (self->stages, sum);
      place = self->stages->len;
      g_hash_table_insert (places, (gpointer) stage, GUINT_TO_POINTER (place));
    }

  return &g_array_index (self->stages, AccordStageSum, place - 1);
}

static void
sum_up (AccordPipeline *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < accord_stage_times_get_n_stages (self->times); i++)
    find_sum (self, places, accord_stage_times_get_stage (self->times, i)->name);
  self->amount = self->deals->len > 0 ? ACCORD_UNKNOWN : 0;
  for (guint i = 0; i < self->deals->len; i++)
    {
      const AccordOpenDeal *deal = &g_array_index (self->deals, AccordOpenDeal, i);
      AccordStageSum *sum = find_sum (self, places, deal->opportunity->stage);

      sum->count++;
      add_amount (&sum->amount, deal->opportunity->amount);
      add_amount (&self->amount, deal->opportunity->amount);
      if (deal->stay.stage != NULL && deal->stay.aged)
        {
          sum->aged++;
          add_amount (&sum->aged_amount, deal->opportunity->amount);
        }
    }
  /* Nothing in a stage is known to be nothing. */
  for (guint i = 0; i < self->stages->len; i++)
    {
      AccordStageSum *sum = &g_array_index (self->stages, AccordStageSum, i);

      if (sum->count == 0)
        sum->amount = 0;
      if (sum->aged == 0)
        sum->aged_amount = 0;
    }
}

static void
sum_up_losses (AccordPipeline *self,
               const GArray   *losses,
               GHashTable     *members)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < losses->len; i++)
    {
      const AccordLoss *loss = &g_array_index (losses, AccordLoss, i);
      const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, loss->stage));

      if (!is_of (members, loss->member))
        continue;
      self->n_lost++;
      /* As the patterns have it: a stage without a place is neither early nor late. */
      if (loss->stage == NULL || loss->stage->position < 0)
        self->n_lost_unknown++;
      else
        {
          self->n_lost_early += accord_stage_is_early (loss->stage) ? 1 : 0;
          g_hash_table_insert (counts, (gpointer) loss->stage, GUINT_TO_POINTER (before + 1));
        }
    }
  for (guint i = 0; i < accord_stage_times_get_n_stages (self->times); i++)
    {
      const AccordStage *stage = accord_stage_times_get_stage (self->times, i);
      const AccordStageLosses lost = { stage, GPOINTER_TO_UINT (g_hash_table_lookup (counts, stage)) };

      if (lost.count > 0)
        g_array_append_val (self->losses, lost);
    }
}

AccordPipeline *
accord_pipeline_new (AccordWorkspace *workspace,
                     GHashTable      *members,
                     AccordDate       first,
                     AccordDate       last,
                     AccordDate       as_of,
                     GError         **error)
{
  g_autoptr (AccordPipeline) self = NULL;
  g_autoptr (GArray) losses = NULL;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (first > ACCORD_DATE_NONE && last >= first && as_of > ACCORD_DATE_NONE, NULL);

  self = g_new0 (AccordPipeline, 1);
  self->deals = g_array_new (FALSE, FALSE, sizeof (AccordOpenDeal));
  g_array_set_clear_func (self->deals, deal_clear);
  self->stages = g_array_new (FALSE, FALSE, sizeof (AccordStageSum));
  self->losses = g_array_new (FALSE, FALSE, sizeof (AccordStageLosses));
  self->cycle_days = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->times = accord_opportunities_read_stage_times (workspace, as_of, error);
  if (self->times == NULL || !read_deals (self, workspace, members, error)
      || !read_cycles (self, workspace, members, first, MIN (last, as_of), error))
    return NULL;
  losses = accord_opportunities_read_losses (workspace, self->times, first, last, as_of, error);
  if (losses == NULL)
    return NULL;

  sum_up (self);
  sum_up_losses (self, losses, members);

  return g_steal_pointer (&self);
}

AccordRate
accord_pipeline_get_early_share (const AccordPipeline *self)
{
  return accord_rate_from_ratio (self->n_lost_early, self->n_lost - self->n_lost_unknown);
}

GPtrArray *
accord_opportunities_read_stages (AccordWorkspace *workspace,
                                  gint64           opportunity,
                                  GError         **error)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_stage_observation_free);
  g_autoptr (AccordStatement) statement = NULL;
  AccordDatabase *database;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  database = accord_workspace_get_database (workspace);
  if (!accord_opportunities_check (workspace, error))
    return NULL;
  statement = accord_database_prepare (database,
                                       "SELECT observed, stage, state FROM stage_observation WHERE opportunity = ?1"
                                       " ORDER BY observed",
                                       error);
  if (statement == NULL || !accord_database_bind_integer (database, statement, 1, opportunity, error))
    return NULL;

  while (TRUE)
    {
      AccordStageObservation *observation;
      gboolean row;

      if (!accord_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&stages);
      observation = g_new0 (AccordStageObservation, 1);
      g_ptr_array_add (stages, observation);
      observation->opportunity = opportunity;
      observation->stage = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      if (!accord_date_parse ((const char *) sqlite3_column_text (statement, 0), &observation->observed)
          || !accord_opportunity_state_from_word ((const char *) sqlite3_column_text (statement, 2), &observation->state))
        {
          accord_opportunities_fail_damaged (error);
          return NULL;
        }
    }
}
