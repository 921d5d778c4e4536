/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-opportunity-sums.h"

#include "accord-opportunities-private.h"
#include "accord-workspace-private.h"

/* ?1 … ?2 the period, ?3 its last day that counts. The days of a cycle are whole, so that their difference is exact. */
static const char sums_sql[] =
  "SELECT member,"
  " sum (state = 'won' AND closed BETWEEN ?1 AND ?3),"
  " sum (state = 'lost' AND closed BETWEEN ?1 AND ?3),"
  " sum (CASE WHEN state = 'won' AND closed BETWEEN ?1 AND ?3 THEN amount END),"
  " sum (CASE WHEN state = 'won' AND closed BETWEEN ?1 AND ?3"
  "  THEN CAST (julianday (closed) - julianday (created) AS INTEGER) END),"
  " count (CASE WHEN state = 'won' AND closed BETWEEN ?1 AND ?3 THEN created END),"
  " sum (created BETWEEN ?1 AND ?3),"
  " sum (state = 'open' AND closed BETWEEN ?1 AND ?2),"
  " sum (CASE WHEN state = 'open' AND closed BETWEEN ?1 AND ?2 THEN amount END)"
  " FROM opportunity WHERE closed BETWEEN ?1 AND ?2 OR created BETWEEN ?1 AND ?3 GROUP BY member ORDER BY member";

/* ?1 … ?2 the days. */
static const char days_sql[] =
  "SELECT member, day, sum (won), sum (lost), sum (amount), sum (days), count (days), sum (opened) FROM ("
  " SELECT member, closed AS day, state = 'won' AS won, state = 'lost' AS lost,"
  "  CASE WHEN state = 'won' THEN amount END AS amount,"
  "  CASE WHEN state = 'won' THEN CAST (julianday (closed) - julianday (created) AS INTEGER) END AS days, 0 AS opened"
  "  FROM opportunity WHERE state <> 'open' AND closed BETWEEN ?1 AND ?2"
  " UNION ALL SELECT member, created, 0, 0, NULL, NULL, 1 FROM opportunity WHERE created BETWEEN ?1 AND ?2)"
  " GROUP BY member, day ORDER BY member, day";

GArray *
accord_opportunities_sum_up (AccordWorkspace *workspace,
                             AccordDate       first,
                             AccordDate       last,
                             AccordDate       as_of,
                             GError         **error)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (AccordOpportunitySums));
  g_autoptr (AccordStatement) statement = NULL;
  g_autofree char *first_day = accord_date_to_iso (first);
  g_autofree char *last_day = accord_date_to_iso (last);
  g_autofree char *day = accord_date_to_iso (MIN (last, as_of));
  AccordDatabase *database;
  gboolean row;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (first > ACCORD_DATE_NONE && last >= first && as_of > ACCORD_DATE_NONE, NULL);

  if (!accord_opportunities_check (workspace, error))
    return NULL;
  database = accord_workspace_get_database (workspace);
  statement = accord_database_prepare (database, sums_sql, error);
  if (statement == NULL || !accord_database_bind_text (database, statement, 1, first_day, error)
      || !accord_database_bind_text (database, statement, 2, last_day, error)
      || !accord_database_bind_text (database, statement, 3, day, error))
    return NULL;

  while (TRUE)
    {
      AccordOpportunitySums sum;

      if (!accord_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&sums);
      sum = (AccordOpportunitySums) {
        .member = sqlite3_column_int64 (statement, 0),
        .won = sqlite3_column_int64 (statement, 1),
        .lost = sqlite3_column_int64 (statement, 2),
        .won_amount = sqlite3_column_int64 (statement, 3),
        .cycle_days = sqlite3_column_int64 (statement, 4),
        .cycles = sqlite3_column_int64 (statement, 5),
        .opened = sqlite3_column_int64 (statement, 6),
        .due = sqlite3_column_int64 (statement, 7),
        .due_amount = sqlite3_column_int64 (statement, 8),
      };
      g_array_append_val (sums, sum);
    }
}

GArray *
accord_opportunities_sum_up_days (AccordWorkspace *workspace,
                                  AccordDate       first,
                                  AccordDate       last,
                                  GError         **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (AccordOpportunityDay));
  g_autoptr (AccordStatement) statement = NULL;
  g_autofree char *first_day = accord_date_to_iso (first);
  g_autofree char *last_day = accord_date_to_iso (last);
  AccordDatabase *database;
  gboolean row;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (first > ACCORD_DATE_NONE && last >= first, NULL);

  if (!accord_opportunities_check (workspace, error))
    return NULL;
  database = accord_workspace_get_database (workspace);
  statement = accord_database_prepare (database, days_sql, error);
  if (statement == NULL || !accord_database_bind_text (database, statement, 1, first_day, error)
      || !accord_database_bind_text (database, statement, 2, last_day, error))
    return NULL;

  while (TRUE)
    {
      AccordOpportunityDay day = { 0 };

      if (!accord_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&days);
      if (!accord_date_parse ((const char *) sqlite3_column_text (statement, 1), &day.day))
        {
          accord_opportunities_fail_damaged (error);
          return NULL;
        }
      day.sums.member = sqlite3_column_int64 (statement, 0);
      day.sums.won = sqlite3_column_int64 (statement, 2);
      day.sums.lost = sqlite3_column_int64 (statement, 3);
      day.sums.won_amount = sqlite3_column_int64 (statement, 4);
      day.sums.cycle_days = sqlite3_column_int64 (statement, 5);
      day.sums.cycles = sqlite3_column_int64 (statement, 6);
      day.sums.opened = sqlite3_column_int64 (statement, 7);
      g_array_append_val (days, day);
    }
}
