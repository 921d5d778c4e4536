/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-actuals.h"

#include "accord-blocks.h"
#include "accord-workspace-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* The last day of ISO text: 9999-12-31. */
#define LAST_DAY 3652059

/* What one put works with: statements that are made once, and the rows of the block at hand as they will be. */
typedef struct
{
  AccordDatabase *database;
  AccordStatement *select_digest;
  AccordStatement *select_rows;
  AccordStatement *upsert;
  AccordStatement *upsert_digest;
  GArray *before;
  GArray *after;
} Put;

static void
put_clear (Put *put)
{
  sqlite3_finalize (put->select_digest);
  sqlite3_finalize (put->select_rows);
  sqlite3_finalize (put->upsert);
  sqlite3_finalize (put->upsert_digest);
  g_clear_pointer (&put->before, g_array_unref);
  g_clear_pointer (&put->after, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Put, put_clear)

/* By metric: the key begins with (member, metric), so that a period of one member is a short range for each metric,
 * where a range over all of them would have to look at every actual that the member ever had. */
#define SELECT_ROWS                                                                                     \
  "SELECT actual.metric, actual.starts, actual.grain, actual.value, actual.source"                      \
  " FROM metric CROSS JOIN actual ON actual.member = ?1 AND actual.metric = metric.id"                  \
  " AND actual.starts BETWEEN ?2 AND ?3 ORDER BY metric.id, actual.starts, actual.grain"

static gboolean
put_prepare (Put     *put,
             GError **error)
{
  put->select_digest = accord_database_prepare (put->database,
                                                "SELECT digest FROM block_digest"
                                                " WHERE kind = 'actual' AND member = ?1 AND block = ?2",
                                                error);
  if (put->select_digest == NULL)
    return FALSE;

  put->select_rows = accord_database_prepare (put->database, SELECT_ROWS, error);
  if (put->select_rows == NULL)
    return FALSE;

  put->upsert = accord_database_prepare (put->database,
                                         "INSERT INTO actual (member, metric, starts, grain, value, source)"
                                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (member, metric, starts, grain)"
                                         " DO UPDATE SET value = excluded.value, source = excluded.source",
                                         error);
  if (put->upsert == NULL)
    return FALSE;

  put->upsert_digest = accord_database_prepare (put->database,
                                                "INSERT INTO block_digest (kind, member, block, digest)"
                                                " VALUES ('actual', ?1, ?2, ?3)"
                                                " ON CONFLICT (kind, member, block) DO UPDATE SET digest = "
                                                "excluded.digest",
                                                error);

  return put->upsert_digest != NULL;
}

static gboolean
fail_damaged (gint64   member,
              GError **error)
{
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED,
               _("Some numbers of member %" PRId64 " in the workspace are damaged. Nothing was changed; check the "
                 "file, and restore a backup."),
               member);

  return FALSE;
}

/* The row of SELECT_ROWS that the statement is on; FALSE where it cannot be one that was put. */
static gboolean
read_row (sqlite3_stmt *statement,
          gint64        member,
          AccordActual *actual)
{
  gint64 starts = sqlite3_column_int64 (statement, 1);
  gint64 grain = sqlite3_column_int64 (statement, 2);
  gint64 source = sqlite3_column_int64 (statement, 4);

  if (starts <= 0 || starts > LAST_DAY || grain < ACCORD_GRAIN_DAY || grain > ACCORD_GRAIN_YEAR
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

/* By member, block, metric, day, grain: block after block, and within one in the order of its digest. */
static gint
compare_by_block (gconstpointer a,
                  gconstpointer b)
{
  const AccordActual *left = *(const AccordActual *const *) a;
  const AccordActual *right = *(const AccordActual *const *) b;
  gint64 left_block = accord_block_of_day (left->starts);
  gint64 right_block = accord_block_of_day (right->starts);

  if (left->member != right->member)
    return left->member < right->member ? -1 : 1;
  if (left_block != right_block)
    return left_block < right_block ? -1 : 1;
  if (left->metric != right->metric)
    return left->metric < right->metric ? -1 : 1;
  if (left->starts != right->starts)
    return left->starts < right->starts ? -1 : 1;
  if (left->grain != right->grain)
    return left->grain < right->grain ? -1 : 1;

  return 0;
}

static gint
compare_with_place (gconstpointer a,
                    gconstpointer b)
{
  gint order = compare_by_block (a, b);
  const AccordActual *left = *(const AccordActual *const *) a;
  const AccordActual *right = *(const AccordActual *const *) b;

  /* Of two values for one key the later one counts: a sort that keeps their order. */
  return order != 0 ? order : left < right ? -1 : left > right ? 1 : 0;
}

static gint
compare_pointers_with_data (gconstpointer a,
                            gconstpointer b,
                            gpointer      user_data)
{
  return compare_with_place (a, b);
}

/* What the block holds now, checked against its digest: damage must not be signed anew. */
static gboolean
put_read_block (Put     *put,
                gint64   member,
                gint64   block,
                GError **error)
{
  g_autoptr (GChecksum) checksum = NULL;
  guint8 stored[ACCORD_DIGEST_SIZE];
  guint8 digest[ACCORD_DIGEST_SIZE];
  gboolean row;

  g_array_set_size (put->before, 0);
  if (!accord_database_bind_integer (put->database, put->select_digest, 1, member, error)
      || !accord_database_bind_integer (put->database, put->select_digest, 2, block, error)
      || !accord_database_step (put->database, put->select_digest, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  if (sqlite3_column_bytes (put->select_digest, 0) != sizeof stored)
    {
      sqlite3_reset (put->select_digest);
      return fail_damaged (member, error);
    }
  memcpy (stored, sqlite3_column_blob (put->select_digest, 0), sizeof stored);
  sqlite3_reset (put->select_digest);

  if (!accord_database_bind_integer (put->database, put->select_rows, 1, member, error)
      || !accord_database_bind_integer (put->database, put->select_rows, 2, block * ACCORD_ACTUAL_BLOCK_DAYS, error)
      || !accord_database_bind_integer (put->database, put->select_rows, 3,
                                        block * ACCORD_ACTUAL_BLOCK_DAYS + ACCORD_ACTUAL_BLOCK_DAYS - 1, error))
    return FALSE;

  checksum = accord_block_begin_actuals (member, block);
  while (TRUE)
    {
      AccordActual actual;

      if (!accord_database_step (put->database, put->select_rows, &row, error))
        return FALSE;
      if (!row)
        break;
      if (!read_row (put->select_rows, member, &actual))
        {
          sqlite3_reset (put->select_rows);
          return fail_damaged (member, error);
        }
      g_array_append_val (put->before, actual);
      accord_block_add_actual (checksum, &actual);
    }

  accord_block_end (checksum, digest);

  return memcmp (digest, stored, sizeof digest) == 0 || fail_damaged (member, error);
}

static gboolean
put_row (Put                *put,
         const AccordActual *actual,
         GError            **error)
{
  return accord_database_bind_integer (put->database, put->upsert, 1, actual->member, error)
         && accord_database_bind_integer (put->database, put->upsert, 2, actual->metric, error)
         && accord_database_bind_integer (put->database, put->upsert, 3, actual->starts, error)
         && accord_database_bind_integer (put->database, put->upsert, 4, actual->grain, error)
         && accord_database_bind_integer (put->database, put->upsert, 5, actual->value, error)
         && accord_database_bind_integer (put->database, put->upsert, 6, actual->source, error)
         && accord_database_run (put->database, put->upsert, error);
}

/* Stores rows, which all lie in one block and are in its order, and the block's new digest, which comes from memory:
 * what the block held and what was added are both known here. */
static gboolean
put_block (Put                       *put,
           const AccordActual *const *rows,
           gsize                      n_rows,
           GError                   **error)
{
  gint64 member = rows[0]->member;
  gint64 block = accord_block_of_day (rows[0]->starts);
  g_autoptr (GChecksum) checksum = accord_block_begin_actuals (member, block);
  guint8 digest[ACCORD_DIGEST_SIZE];
  guint next = 0;

  if (!put_read_block (put, member, block, error))
    return FALSE;

  for (gsize i = 0; i < n_rows; i++)
    {
      const AccordActual *old = NULL;

      if (i + 1 < n_rows && compare_by_block (&rows[i], &rows[i + 1]) == 0)
        continue;

      while (next < put->before->len)
        {
          gint order;

          old = &g_array_index (put->before, AccordActual, next);
          order = compare_by_block (&old, &rows[i]);
          if (order >= 0)
            {
              if (order > 0)
                old = NULL;
              else
                next++;
              break;
            }
          accord_block_add_actual (checksum, old);
          old = NULL;
          next++;
        }

      accord_block_add_actual (checksum, rows[i]);
      if (old != NULL && old->value == rows[i]->value && old->source == rows[i]->source)
        continue;
      if (!put_row (put, rows[i], error))
        return FALSE;
    }
  for (; next < put->before->len; next++)
    accord_block_add_actual (checksum, &g_array_index (put->before, AccordActual, next));

  accord_block_end (checksum, digest);

  return accord_database_bind_integer (put->database, put->upsert_digest, 1, member, error)
         && accord_database_bind_integer (put->database, put->upsert_digest, 2, block, error)
         && accord_database_bind_bytes (put->database, put->upsert_digest, 3, digest, sizeof digest, error)
         && accord_database_run (put->database, put->upsert_digest, error);
}

static gboolean
check_actual (const AccordActual *actual,
              GError            **error)
{
  if (actual->member > 0 && actual->metric > 0 && actual->starts > 0 && actual->starts <= LAST_DAY
      && actual->grain >= ACCORD_GRAIN_DAY && actual->grain <= ACCORD_GRAIN_YEAR
      && actual->source >= ACCORD_SOURCE_TYPED && actual->source <= ACCORD_SOURCE_COMPUTED
      && actual->value != ACCORD_UNKNOWN)
    return TRUE;

  g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT,
                       _("A number cannot be stored without a member, a metric, a period and a value. Nothing was "
                         "stored."));

  return FALSE;
}

/* (transfer container): pointers to the actuals, in order of their blocks. */
static const AccordActual **
sort_by_block (const AccordActual *actuals,
               gsize               n_actuals)
{
  const AccordActual **rows = g_new (const AccordActual *, n_actuals);
  gboolean sorted = TRUE;

  for (gsize i = 0; i < n_actuals; i++)
    {
      rows[i] = &actuals[i];
      sorted = sorted && (i == 0 || compare_by_block (&rows[i - 1], &rows[i]) <= 0);
    }
  if (!sorted)
    g_qsort_with_data (rows, (gint) n_actuals, sizeof *rows, compare_pointers_with_data, NULL);

  return rows;
}

gboolean
accord_actuals_put (AccordWorkspace    *workspace,
                    const AccordActual *actuals,
                    gsize               n_actuals,
                    GError            **error)
{
  g_autofree const AccordActual **rows = NULL;
  g_auto (Put) put = { NULL };
  gsize end;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (actuals != NULL || n_actuals == 0, FALSE);
  g_return_val_if_fail (n_actuals <= G_MAXINT, FALSE);

  for (gsize i = 0; i < n_actuals; i++)
    {
      if (!check_actual (&actuals[i], error))
        return FALSE;
    }
  if (n_actuals == 0)
    return TRUE;

  rows = sort_by_block (actuals, n_actuals);
  put.database = accord_workspace_get_database (workspace);
  put.before = g_array_new (FALSE, FALSE, sizeof (AccordActual));
  if (!accord_workspace_begin (workspace, error))
    return FALSE;

  if (!put_prepare (&put, error))
    goto fail;
  for (gsize start = 0; start < n_actuals; start = end)
    {
      gint64 block = accord_block_of_day (rows[start]->starts);

      for (end = start + 1; end < n_actuals; end++)
        {
          if (rows[end]->member != rows[start]->member || accord_block_of_day (rows[end]->starts) != block)
            break;
        }
      if (!put_block (&put, rows + start, end - start, error))
        goto fail;
    }

  return accord_workspace_commit (workspace, error);

fail:
  accord_workspace_rollback (workspace);

  return FALSE;
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
          return fail_damaged (member, error);
        }
      i++;
    }

  return i == n_blocks || fail_damaged (member, error);
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
      if (!read_row (select_rows, member, &actual))
        {
          sqlite3_reset (select_rows);
          return fail_damaged (member, error);
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
  if (last == ACCORD_DATE_NONE || last > LAST_DAY)
    last = LAST_DAY;

  database = accord_workspace_get_database (workspace);
  select_rows = accord_database_prepare (database, SELECT_ROWS, error);
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
