/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-actuals-private.h"

#include "accord-block-digests.h"
#include "accord-workspace-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What one put works with: statements that are made once, and the rows of the block at hand as they are. */
typedef struct
{
  AccordDatabase *database;
  AccordStatement *select_rows;
  AccordStatement *upsert;
  AccordStatement *remove;
  AccordBlockDigests *digests;
  GArray *block;  /* of AccordActual */
  GArray *before; /* the caller's; nullable */
} Put;

static void
put_clear (Put *put)
{
  sqlite3_finalize (put->select_rows);
  sqlite3_finalize (put->upsert);
  sqlite3_finalize (put->remove);
  g_clear_pointer (&put->digests, accord_block_digests_free);
  g_clear_pointer (&put->block, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Put, put_clear)

static gboolean
put_prepare (Put     *put,
             GError **error)
{
  const AccordStatementSource sources[] = {
    { &put->select_rows, ACCORD_ACTUALS_SELECT_ROWS },
    { &put->upsert,
      "INSERT INTO actual (member, metric, starts, grain, value, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
      " ON CONFLICT (member, metric, starts, grain) DO UPDATE SET value = excluded.value, source = excluded.source" },
    { &put->remove, "DELETE FROM actual WHERE member = ?1 AND metric = ?2 AND starts = ?3 AND grain = ?4" },
  };

  put->block = g_array_new (FALSE, FALSE, sizeof (AccordActual));
  if (!accord_database_prepare_all (put->database, sources, G_N_ELEMENTS (sources), error))
    return FALSE;
  put->digests = accord_block_digests_new (put->database, ACCORD_BLOCK_ACTUAL, error);

  return put->digests != NULL;
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

  g_array_set_size (put->block, 0);
  if (!accord_block_digests_read (put->digests, member, block, stored, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

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
      if (!accord_actuals_read_row (put->select_rows, member, &actual))
        {
          sqlite3_reset (put->select_rows);
          return accord_actuals_fail_damaged (member, error);
        }
      g_array_append_val (put->block, actual);
      accord_block_add_actual (checksum, &actual);
    }

  accord_block_end (checksum, digest);

  return memcmp (digest, stored, sizeof digest) == 0 || accord_actuals_fail_damaged (member, error);
}

/* old (nullable) is what is there. */
static gboolean
put_row (Put                *put,
         const AccordActual *actual,
         const AccordActual *old,
         GError            **error)
{
  gboolean goes = actual->value == ACCORD_UNKNOWN;
  AccordStatement *statement = goes ? put->remove : put->upsert;
  AccordActual before = *actual;

  if (old == NULL && goes)
    return TRUE;
  if (old != NULL && old->value == actual->value && old->source == actual->source)
    return TRUE;

  before.value = ACCORD_UNKNOWN;
  if (put->before != NULL)
    g_array_append_val (put->before, *(old != NULL ? old : &before));

  return accord_database_bind_integer (put->database, statement, 1, actual->member, error)
         && accord_database_bind_integer (put->database, statement, 2, actual->metric, error)
         && accord_database_bind_integer (put->database, statement, 3, actual->starts, error)
         && accord_database_bind_integer (put->database, statement, 4, actual->grain, error)
         && (goes || accord_database_bind_integer (put->database, statement, 5, actual->value, error))
         && (goes || accord_database_bind_integer (put->database, statement, 6, actual->source, error))
         && accord_database_run (put->database, statement, error);
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
  guint next = 0, n_stay = 0;

  if (!put_read_block (put, member, block, error))
    return FALSE;

  for (gsize i = 0; i < n_rows; i++)
    {
      const AccordActual *old = NULL;

      if (i + 1 < n_rows && compare_by_block (&rows[i], &rows[i + 1]) == 0)
        continue;

      for (; next < put->block->len; next++, n_stay++)
        {
          gint order;

          old = &g_array_index (put->block, AccordActual, next);
          order = compare_by_block (&old, &rows[i]);
          if (order == 0)
            next++;
          if (order > 0)
            old = NULL;
          if (order >= 0)
            break;
          accord_block_add_actual (checksum, old);
          old = NULL;
        }

      if (rows[i]->value != ACCORD_UNKNOWN)
        {
          accord_block_add_actual (checksum, rows[i]);
          n_stay++;
        }
      if (!put_row (put, rows[i], old, error))
        return FALSE;
    }
  for (; next < put->block->len; next++, n_stay++)
    accord_block_add_actual (checksum, &g_array_index (put->block, AccordActual, next));
  accord_block_end (checksum, digest);

  return accord_block_digests_write (put->digests, member, block, n_stay > 0 ? digest : NULL, error);
}

static gboolean
refuse_actual (GError **error)
{
  g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT,
                       _("A number cannot be stored without a member, a metric, a period and a value. Nothing was "
                         "stored."));

  return FALSE;
}

static gboolean
check_actual (const AccordActual *actual,
              GError            **error)
{
  return (actual->member > 0 && actual->metric > 0 && actual->starts > 0 && actual->starts <= ACCORD_ACTUALS_LAST_DAY
          && actual->grain >= ACCORD_GRAIN_DAY && actual->grain <= ACCORD_GRAIN_YEAR
          && actual->source >= ACCORD_SOURCE_TYPED && actual->source <= ACCORD_SOURCE_COMPUTED)
         || refuse_actual (error);
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
accord_actuals_store (AccordDatabase     *database,
                      const AccordActual *actuals,
                      gsize               n_actuals,
                      GArray             *before,
                      AccordBulk         *bulk,
                      GError            **error)
{
  g_auto (Put) put = { .database = database, .before = before };
  g_autofree const AccordActual **rows = NULL;
  gsize end;

  for (gsize i = 0; i < n_actuals; i++)
    {
      if (!check_actual (&actuals[i], error))
        return FALSE;
    }
  if (n_actuals == 0)
    return TRUE;
  if (!put_prepare (&put, error))
    return FALSE;

  accord_database_note_actuals_written (database);
  rows = sort_by_block (actuals, n_actuals);
  for (gsize start = 0; start < n_actuals; start = end)
    {
      gint64 block = accord_block_of_day (rows[start]->starts);

      for (end = start + 1; end < n_actuals; end++)
        {
          if (rows[end]->member != rows[start]->member || accord_block_of_day (rows[end]->starts) != block)
            break;
        }
      for (gsize i = start; bulk != NULL && i < end; i++)
        {
          if (!accord_bulk_step (bulk, error))
            return FALSE;
        }
      if (!put_block (&put, rows + start, end - start, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
accord_actuals_put (AccordWorkspace    *workspace,
                    const AccordActual *actuals,
                    gsize               n_actuals,
                    GError            **error)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (actuals != NULL || n_actuals == 0, FALSE);
  g_return_val_if_fail (n_actuals <= G_MAXINT, FALSE);

  for (gsize i = 0; i < n_actuals; i++)
    {
      if (actuals[i].value == ACCORD_UNKNOWN)
        return refuse_actual (error);
      if (!check_actual (&actuals[i], error))
        return FALSE;
    }
  if (n_actuals == 0)
    return TRUE;
  if (!accord_workspace_begin (workspace, error))
    return FALSE;
  if (!accord_actuals_store (accord_workspace_get_database (workspace), actuals, n_actuals, NULL, NULL, error))
    {
      accord_workspace_rollback (workspace);
      return FALSE;
    }

  return accord_workspace_commit (workspace, error);
}
