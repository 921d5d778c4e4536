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

/* What reads actuals, one member after another. */
typedef struct
{
  AccordDatabase *database;
  AccordCheckedBlocks *checked;
  AccordStatement *select_members;
  AccordStatement *select_rows;
  AccordStatement *select_digests;
  AccordBlockSums *sums;
  AccordDate first;
  AccordDate last;
  gint64 metric;
  AccordActualFunc func;
  gpointer user_data;
} Reader;

static void
reader_clear (Reader *reader)
{
  sqlite3_finalize (reader->select_members);
  sqlite3_finalize (reader->select_rows);
  sqlite3_finalize (reader->select_digests);
  g_clear_pointer (&reader->sums, accord_block_sums_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
reader_prepare (Reader  *reader,
                gint64   member,
                GError **error)
{
  const AccordStatementSource sources[] = {
    { &reader->select_rows, ACCORD_ACTUALS_SELECT_ROWS },
    { &reader->select_digests,
      "SELECT block, digest FROM block_digest WHERE kind = 'actual' AND member = ?1 AND block BETWEEN ?2 AND ?3"
      " ORDER BY block" },
    { &reader->select_members,
      member != 0 ? "SELECT id FROM member WHERE id = ?1" : "SELECT id FROM member ORDER BY id" },
  };

  reader->sums = accord_block_sums_new ();

  return accord_database_prepare_all (reader->database, sources, G_N_ELEMENTS (sources), error)
         && (member == 0 || accord_database_bind_integer (reader->database, reader->select_members, 1, member, error));
}

/* Tells of what one member has in first … last. Whole blocks are read, of all metrics, where they have to be compared with
 * their digests. */
static gboolean
read_member (Reader  *reader,
             gint64   member,
             GError **error)
{
  const gint64 first_block = accord_block_of_day (reader->first), last_block = accord_block_of_day (reader->last);
  const gboolean checked = accord_checked_blocks_has (reader->checked, member, first_block, last_block);
  AccordStatement *rows = reader->select_rows;
  gboolean row;

  if (!accord_database_bind_integer (reader->database, rows, 1, member, error)
      || !accord_database_bind_integer (reader->database, rows, 2,
                                        checked ? reader->first : first_block * ACCORD_ACTUAL_BLOCK_DAYS, error)
      || !accord_database_bind_integer (
        reader->database, rows, 3,
        checked ? reader->last : last_block * ACCORD_ACTUAL_BLOCK_DAYS + ACCORD_ACTUAL_BLOCK_DAYS - 1, error))
    return FALSE;

  accord_block_sums_start (reader->sums, member);
  while (TRUE)
    {
      AccordActual actual;

      if (!accord_database_step (reader->database, rows, &row, error))
        return FALSE;
      if (!row)
        break;
      if (!accord_actuals_read_row (rows, member, &actual))
        {
          sqlite3_reset (rows);
          return accord_actuals_fail_damaged (member, error);
        }
      if (!checked)
        accord_block_sums_add (reader->sums, &actual);
      if (actual.starts >= reader->first && actual.starts <= reader->last
          && (reader->metric == 0 || actual.metric == reader->metric))
        reader->func (&actual, reader->user_data);
    }
  if (checked)
    return TRUE;

  if (!check_blocks (reader->database, reader->select_digests, reader->sums, member, first_block, last_block, error))
    return FALSE;
  accord_checked_blocks_add (reader->checked, member, first_block, last_block);

  return TRUE;
}

gboolean
accord_actuals_for_each (AccordWorkspace *workspace,
                         gint64           member,
                         gint64           metric,
                         AccordDate       first,
                         AccordDate       last,
                         AccordActualFunc func,
                         gpointer         user_data,
                         GError         **error)
{
  g_auto (Reader) reader = { .metric = metric, .func = func, .user_data = user_data };
  gint64 version = 0;
  gboolean row;

  reader.database = accord_workspace_get_database (workspace);
  reader.checked = accord_workspace_get_checked_blocks (workspace);
  reader.first = MAX (first, 1);
  reader.last = last == ACCORD_DATE_NONE || last > ACCORD_ACTUALS_LAST_DAY ? ACCORD_ACTUALS_LAST_DAY : last;
  if (!reader_prepare (&reader, member, error))
    return FALSE;

  /* Being on one of its rows keeps the file as it is, for readers, until all was read: nobody else can write any more when it
   * is asked whether somebody has. */
  if (!accord_database_step (reader.database, reader.select_members, &row, error)
      || !accord_database_read_integer (reader.database, "PRAGMA data_version", &version, error))
    return FALSE;
  accord_checked_blocks_update (reader.checked, version);
  while (row)
    {
      if (!read_member (&reader, sqlite3_column_int64 (reader.select_members, 0), error)
          || !accord_database_step (reader.database, reader.select_members, &row, error))
        return FALSE;
    }

  return TRUE;
}

static void
append_actual (const AccordActual *actual,
               gpointer            user_data)
{
  g_array_append_vals (user_data, actual, 1);
}

GArray *
accord_actuals_read (AccordWorkspace *workspace,
                     gint64           member,
                     gint64           metric,
                     AccordDate       first,
                     AccordDate       last,
                     GError         **error)
{
  g_autoptr (GArray) actuals = g_array_new (FALSE, FALSE, sizeof (AccordActual));

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  return accord_actuals_for_each (workspace, member, metric, first, last, append_actual, actuals, error)
           ? g_steal_pointer (&actuals)
           : NULL;
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
