/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-opportunity-history.h"

#include "accord-name.h"
#include "accord-opportunities-private.h"
#include "accord-workspace-private.h"

AccordStageTimes *
accord_opportunities_read_stage_times (AccordWorkspace *workspace,
                                       AccordDate       as_of,
                                       GError         **error)
{
  g_autoptr (AccordStageTimes) times = NULL;
  g_autoptr (AccordStatement) statement = NULL;
  AccordDatabase *database;
  gboolean row = TRUE;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  database = accord_workspace_get_database (workspace);
  if (!accord_opportunities_check (workspace, error))
    return NULL;
  statement = accord_database_prepare (database,
                                       "SELECT o.id, o.created, s.observed, s.stage, s.state FROM stage_observation AS s"
                                       " JOIN opportunity AS o ON o.id = s.opportunity ORDER BY s.opportunity, s.observed",
                                       error);
  if (statement == NULL)
    return NULL;

  times = accord_stage_times_new (as_of);
  while (TRUE)
    {
      AccordOpportunityState state;
      AccordDate created = ACCORD_DATE_NONE;
      AccordDate observed = ACCORD_DATE_NONE;

      if (!accord_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        break;
      if ((sqlite3_column_type (statement, 1) != SQLITE_NULL
           && !accord_date_parse ((const char *) sqlite3_column_text (statement, 1), &created))
          || !accord_date_parse ((const char *) sqlite3_column_text (statement, 2), &observed)
          || !accord_opportunity_state_from_word ((const char *) sqlite3_column_text (statement, 4), &state))
        {
          accord_opportunities_fail_damaged (error);
          return NULL;
        }
      accord_stage_times_add (times, sqlite3_column_int64 (statement, 0), created, observed,
                              (const char *) sqlite3_column_text (statement, 3), state);
    }
  accord_stage_times_end (times);

  return g_steal_pointer (&times);
}

/* Two days as text, which a statement borrows. */
typedef struct
{
  char first[ACCORD_OPPORTUNITY_DAY_SIZE];
  char last[ACCORD_OPPORTUNITY_DAY_SIZE];
} Days;

/* A statement with ?1 … ?2 bound to the days, which have to live as long. */
static AccordStatement *
prepare_period (AccordWorkspace *workspace,
                const char      *sql,
                Days            *days,
                AccordDate       first,
                AccordDate       last,
                GError         **error)
{
  AccordDatabase *database = accord_workspace_get_database (workspace);
  g_autoptr (AccordStatement) statement = NULL;

  if (!accord_opportunities_check (workspace, error))
    return NULL;
  statement = accord_database_prepare (database, sql, error);
  if (statement == NULL
      || !accord_database_bind_text (database, statement, 1, accord_opportunity_write_day (first, days->first), error)
      || !accord_database_bind_text (database, statement, 2, accord_opportunity_write_day (last, days->last), error))
    return NULL;

  return g_steal_pointer (&statement);
}

GArray *
accord_opportunities_read_losses (AccordWorkspace        *workspace,
                                  const AccordStageTimes *times,
                                  AccordDate              first,
                                  AccordDate              last,
                                  AccordDate              as_of,
                                  GError                **error)
{
  g_autoptr (GArray) losses = g_array_new (FALSE, FALSE, sizeof (AccordLoss));
  g_autoptr (AccordStatement) statement = NULL;
  gboolean row;
  Days days;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (times != NULL, NULL);

  statement = prepare_period (workspace,
                              "SELECT id, member FROM opportunity NOT INDEXED WHERE state = 'lost'"
                              " AND closed BETWEEN ?1 AND ?2 ORDER BY member, id",
                              &days, first, MIN (last, as_of), error);
  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      AccordLoss loss;

      if (!accord_database_step (accord_workspace_get_database (workspace), statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&losses);
      loss.opportunity = sqlite3_column_int64 (statement, 0);
      loss.member = sqlite3_column_int64 (statement, 1);
      loss.stage = accord_stage_times_get_loss (times, loss.opportunity);
      g_array_append_val (losses, loss);
    }
}

/* The index is by member and the day of closing: to go along it, and to the rows from there, takes many times as long. */
static const char share_sql[] =
  "SELECT member, account, count (*), sum (amount) FROM opportunity NOT INDEXED WHERE created BETWEEN ?1 AND ?2"
  " AND trim (account) <> '' GROUP BY member, account ORDER BY member";

GArray *
accord_opportunities_share_ideal (AccordWorkspace           *workspace,
                                  const AccordIdealAccounts *ideal,
                                  AccordDate                 first,
                                  AccordDate                 last,
                                  AccordDate                 as_of,
                                  GError                   **error)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (AccordMemberIdealShare));
  g_autoptr (AccordStatement) statement = NULL;
  gboolean row;
  Days days;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (ideal != NULL, NULL);

  statement = prepare_period (workspace, share_sql, &days, first, MIN (last, as_of), error);
  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      AccordMemberIdealShare *of;
      gint64 n, amount;

      if (!accord_database_step (accord_workspace_get_database (workspace), statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&shares);

      of = shares->len > 0 ? &g_array_index (shares, AccordMemberIdealShare, shares->len - 1) : NULL;
      if (of == NULL || of->member != sqlite3_column_int64 (statement, 0))
        {
          const AccordMemberIdealShare added = { .member = sqlite3_column_int64 (statement, 0) };

          g_array_append_val (shares, added);
          of = &g_array_index (shares, AccordMemberIdealShare, shares->len - 1);
        }
      n = sqlite3_column_int64 (statement, 2);
      amount = sqlite3_column_int64 (statement, 3);
      of->share.opened += n;
      of->share.amount += amount;
      if (accord_ideal_accounts_has (ideal, (const char *) sqlite3_column_text (statement, 1)))
        {
          of->share.ideal += n;
          of->share.ideal_amount += amount;
        }
    }
}

static void
sums_clear (gpointer data)
{
  g_free (((AccordAccountSums *) data)->name);
}

static const char accounts_sql[] =
  "SELECT account, count (*), sum (state = 'open'), sum (state = 'won'), sum (CASE WHEN state = 'won' THEN amount END)"
  " FROM opportunity WHERE trim (account) <> '' GROUP BY account ORDER BY min (id)";

GArray *
accord_opportunities_list_accounts (AccordWorkspace *workspace,
                                    GError         **error)
{
  g_autoptr (GArray) accounts = g_array_new (FALSE, FALSE, sizeof (AccordAccountSums));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AccordStatement) statement = NULL;
  AccordDatabase *database;
  gboolean row;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  g_array_set_clear_func (accounts, sums_clear);
  database = accord_workspace_get_database (workspace);
  if (!accord_opportunities_check (workspace, error)
      || !(statement = accord_database_prepare (database, accounts_sql, error)))
    return NULL;

  while (TRUE)
    {
      g_autofree char *name = NULL;
      g_autofree char *key = NULL;
      AccordAccountSums *sums;
      guint place;

      if (!accord_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        break;

      name = g_strstrip (g_strdup ((const char *) sqlite3_column_text (statement, 0)));
      key = accord_name_key (name);
      if (*key == '\0')
        continue;
      place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
      if (place == 0)
        {
          const AccordAccountSums added = { .name = g_steal_pointer (&name), .won_amount = ACCORD_UNKNOWN };

          g_array_append_val (accounts, added);
          place = accounts->len;
          g_hash_table_insert (places, g_steal_pointer (&key), GUINT_TO_POINTER (place));
        }
      sums = &g_array_index (accounts, AccordAccountSums, place - 1);
      sums->n_opportunities += sqlite3_column_int64 (statement, 1);
      sums->n_open += sqlite3_column_int64 (statement, 2);
      sums->n_won += sqlite3_column_int64 (statement, 3);
      if (sqlite3_column_type (statement, 4) != SQLITE_NULL)
        sums->won_amount = (sums->won_amount == ACCORD_UNKNOWN ? 0 : sums->won_amount) + sqlite3_column_int64 (statement, 4);
    }
  for (guint i = 0; i < accounts->len; i++)
    {
      AccordAccountSums *sums = &g_array_index (accounts, AccordAccountSums, i);

      if (sums->n_won == 0)
        sums->won_amount = 0;
    }

  return g_steal_pointer (&accounts);
}
