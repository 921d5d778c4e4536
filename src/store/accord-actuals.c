/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-actuals-private.h"

#include "accord-blocks.h"
#include "accord-workspace-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

gboolean
accord_actuals_fail_damaged (gint64   member,
                             GError **error)
{
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED,
               _("Some numbers of member %" PRId64 " in the workspace are damaged. Nothing was changed; check the "
                 "file, and restore a backup."),
               member);

  return FALSE;
}

gboolean
accord_actuals_read_row (sqlite3_stmt *statement,
                         gint64        member,
                         AccordActual *actual)
{
  gint64 starts = sqlite3_column_int64 (statement, 1);
  gint64 grain = sqlite3_column_int64 (statement, 2);
  gint64 source = sqlite3_column_int64 (statement, 4);

  if (starts <= 0 || starts > ACCORD_ACTUALS_LAST_DAY || grain < ACCORD_GRAIN_DAY || grain > ACCORD_GRAIN_YEAR
      || source < ACCORD_SOURCE_TYPED || source > ACCORD_SOURCE_COMPUTED)
    return FALSE;

  *actual = (AccordActual) {
    .member = member,
    .metric = sqlite3_column_int64 (statement, 0),
    .starts = (AccordDate) starts,
    .grain = (AccordGrain) grain,
    .value = sqlite3_column_int64 (statement, 3),
    .source = (AccordSource) source,
  };

  return TRUE;
}

/* Whether the blocks that were read are those that the file has digests of, and the same. */
static gboolean
check_blocks (AccordDatabase  *database,
              AccordStatement *select_digests,
              AccordBlockSums *sums,
              gint64           member,
              gint64           first_block,
              gint64           last_block,
              GError         **error)
{
  guint n_blocks = accord_block_sums_get_n_blocks (sums);
  guint i = 0;
  gboolean row;

  if (!accord_database_bind_integer (database, select_digests, 1, member, error)
      || !accord_database_bind_integer (database, select_digests, 2, first_block, error)
      || !accord_database_bind_integer (database, select_digests, 3, last_block, error))
    return FALSE;

  while (TRUE)
    {
      guint8 digest[ACCORD_DIGEST_SIZE];

      if (!accord_database_step (database, select_digests, &row, error))
        return FALSE;
      if (!row)
        break;
      if (i < n_blocks)
        accord_block_sums_get_digest (sums, i, digest);
      if (i == n_blocks || accord_block_sums_get_block (sums, i) != sqlite3_column_int64 (select_digests, 0)
          || sqlite3_column_bytes (select_digests, 1) != sizeof digest
          || memcmp (sqlite3_column_blob (select_digests, 1), digest, sizeof digest) != 0)
        {
          sqlite3_reset (select_digests);
          return accord_actuals_fail_damaged (member, error);
        }
      i++;
    }

  return i == n_blocks || accord_actuals_fail_damaged (member, error);
}

/* Appends what one member has in first … last; reads whole blocks, of all metrics, because a digest covers them. */
static gboolean
read_member (AccordDatabase  *database,
             AccordStatement *select_rows,
             AccordStatement *select_digests,
             AccordBlockSums *sums,
             gint64           member,
             gint64           metric,
             AccordDate       first,
             AccordDate       last,
             GArray          *actuals,
             GError         **error)
{
  gint64 first_block = accord_block_of_day (first);
  gint64 last_block = accord_block_of_day (last);
  gboolean row;

  accord_block_sums_start (sums, member);
  if (!accord_database_bind_integer (database, select_rows, 1, member, error)
      || !accord_database_bind_integer (database, select_rows, 2, first_block * ACCORD_ACTUAL_BLOCK_DAYS, error)
      || !accord_database_bind_integer (database, select_rows, 3,
                                        last_block * ACCORD_ACTUAL_BLOCK_DAYS + ACCORD_ACTUAL_BLOCK_DAYS - 1, error))
    return FALSE;

  while (TRUE)
    {
      AccordActual actual;

      if (!accord_database_step (database, select_rows, &row, error))
        return FALSE;
      if (!row)
        break;
      if (!accord_actuals_read_row (select_rows, member, &actual))
        {
          sqlite3_reset (select_rows);
          return accord_actuals_fail_damaged (member, error);
        }
      accord_block_sums_add (sums, &actual);
      if (actual.starts >= first && actual.starts <= last && (metric == 0 || actual.metric == metric))
        g_array_append_val (actuals, actual);
    }

  return check_blocks (database, select_digests, sums, member, first_block, last_block, error);
}

GArray *
accord_actuals_read (AccordWorkspace *workspace,
                     gint64           member,
                     gint64           metric,
                     AccordDate       first,
                     AccordDate       last,
                     GError         **error)
{
  g_autoptr (AccordStatement) select_members = NULL;
  g_autoptr (AccordStatement) select_rows = NULL;
  g_autoptr (AccordStatement) select_digests = NULL;
  g_autoptr (AccordBlockSums) sums = accord_block_sums_new ();
  g_autoptr (GArray) actuals = g_array_new (FALSE, FALSE, sizeof (AccordActual));
  AccordDatabase *database;
  gboolean row;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  if (first < 1)
    first = 1;
  if (last == ACCORD_DATE_NONE || last > ACCORD_ACTUALS_LAST_DAY)
    last = ACCORD_ACTUALS_LAST_DAY;

  database = accord_workspace_get_database (workspace);
  select_rows = accord_database_prepare (database, ACCORD_ACTUALS_SELECT_ROWS, error);
  if (select_rows == NULL)
    return NULL;
  select_digests = accord_database_prepare (database,
                                            "SELECT block, digest FROM block_digest WHERE kind = 'actual'"
                                            " AND member = ?1 AND block BETWEEN ?2 AND ?3 ORDER BY block",
                                            error);
  if (select_digests == NULL)
    return NULL;

  /* Being on one of its rows keeps the file as it is, for readers, until all was read. */
  select_members = accord_database_prepare (database,
                                            member != 0 ? "SELECT id FROM member WHERE id = ?1"
                                            : "SELECT id FROM member ORDER BY id",
                                            error);
  if (select_members == NULL
      || (member != 0 && !accord_database_bind_integer (database, select_members, 1, member, error)))
    return NULL;
  while (TRUE)
    {
      if (!accord_database_step (database, select_members, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&actuals);
      if (!read_member (database, select_rows, select_digests, sums, sqlite3_column_int64 (select_members, 0), metric,
                        first, last, actuals, error))
        return NULL;
    }
}

gboolean
accord_actuals_count (AccordWorkspace *workspace,
                      gint64           member,
                      gint64           metric,
                      gint64          *n_actuals,
                      GError         **error)
{
  g_autoptr (AccordStatement) statement = NULL;
  AccordDatabase *database;
  gboolean row = FALSE;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);

  database = accord_workspace_get_database (workspace);
  statement = accord_database_prepare (database,
                                       "SELECT count (*) FROM actual WHERE ?1 IN (0, member) AND ?2 IN (0, metric)", error);
  if (statement == NULL || !accord_database_bind_integer (database, statement, 1, member, error)
      || !accord_database_bind_integer (database, statement, 2, metric, error)
      || !accord_database_step (database, statement, &row, error))
    return FALSE;
  *n_actuals = row ? sqlite3_column_int64 (statement, 0) : 0;

  return TRUE;
}

gint64
accord_actuals_sum (AccordWorkspace *workspace,
                    gint64           member,
                    gint64           metric,
                    AccordDate       first,
                    AccordDate       last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) actuals = accord_actuals_read (workspace, member, metric, first, last, &error);
  gint64 sum = 0;

  if (actuals == NULL)
    {
      g_message ("Actuals could not be read: %s", error->message);
      return ACCORD_UNKNOWN;
    }
  if (actuals->len == 0)
    return ACCORD_UNKNOWN;

  for (guint i = 0; i < actuals->len; i++)
    {
      if (__builtin_add_overflow (sum, g_array_index (actuals, AccordActual, i).value, &sum))
        return ACCORD_UNKNOWN;
    }

  return sum;
}
