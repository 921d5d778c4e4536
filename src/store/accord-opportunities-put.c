/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-block-digests.h"
#include "accord-bulk-private.h"
#include "accord-opportunities-private.h"
#include "accord-opportunity-rows.h"

#include "accord-workspace-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Once in so many rows it is asked whether to go on. */
#define STEP_ROWS 1024
/* Blocks of opportunities are nobody's. */
#define NO_MEMBER 0

/* What one put works with: statements that are made once, and the blocks it has touched. */
typedef struct
{
  AccordDatabase *database;
  AccordStatement *select_id;
  AccordStatement *select_row;
  AccordStatement *insert;
  AccordStatement *update;
  AccordStatement *remove;
  AccordStatement *select_observation;
  AccordStatement *select_observations;
  AccordStatement *observe;
  AccordStatement *observe_new;
  AccordStatement *remove_observation;
  AccordStatement *remove_observations;
  AccordBlockDigests *digests;
  AccordOpportunityBlocks *blocks;
  GHashTable *touched;
  gint64 touched_last;
  /* The block that is being filled with new rows alone: its digest comes from memory. */
  GChecksum *sum;
  GByteArray *room;
  gint64 sum_block;
  gint64 sum_id;
  gint64 last_id; /* that was there before */
  gint64 next_id;
  AccordBulk *before;
} Put;

static void
put_clear (Put *put)
{
  sqlite3_finalize (put->select_id);
  sqlite3_finalize (put->select_row);
  sqlite3_finalize (put->insert);
  sqlite3_finalize (put->update);
  sqlite3_finalize (put->remove);
  sqlite3_finalize (put->select_observation);
  sqlite3_finalize (put->select_observations);
  sqlite3_finalize (put->observe);
  sqlite3_finalize (put->observe_new);
  sqlite3_finalize (put->remove_observation);
  sqlite3_finalize (put->remove_observations);
  g_clear_pointer (&put->digests, accord_block_digests_free);
  g_clear_pointer (&put->blocks, accord_opportunity_blocks_free);
  g_clear_pointer (&put->touched, g_hash_table_unref);
  g_clear_pointer (&put->sum, g_checksum_free);
  g_clear_pointer (&put->room, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Put, put_clear)

static gboolean
put_prepare (Put     *put,
             GError **error)
{
  const AccordStatementSource sources[] = {
    { &put->select_id, "SELECT id FROM opportunity WHERE external = ?1" },
    { &put->select_row, "SELECT " ACCORD_OPPORTUNITY_COLUMNS " FROM opportunity WHERE id = ?1" },
    { &put->insert,
      "INSERT INTO opportunity (external, member, account, product, stage, state, created, closed, amount, id)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)" },
    { &put->update,
      "UPDATE opportunity SET external = ?1, member = ?2, account = ?3, product = ?4, stage = ?5, state = ?6, created "
      "= ?7, closed = ?8, amount = ?9 WHERE id = ?10" },
    { &put->remove, "DELETE FROM opportunity WHERE id = ?1" },
    { &put->select_observation,
      "SELECT observed = ?2, stage = ?3 AND state = ?4, stage, state FROM stage_observation"
      " WHERE opportunity = ?1 AND observed <= ?2 ORDER BY observed DESC LIMIT 1" },
    { &put->select_observations, "SELECT observed, stage, state FROM stage_observation WHERE opportunity = ?1" },
    { &put->observe,
      "INSERT INTO stage_observation (opportunity, observed, stage, state) VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT (opportunity, observed) DO UPDATE SET stage = excluded.stage, state = excluded.state" },
    /* What cannot be there needs no provision for it, which takes its time. */
    { &put->observe_new,
      "INSERT INTO stage_observation (opportunity, observed, stage, state) VALUES (?1, ?2, ?3, ?4)" },
    { &put->remove_observation, "DELETE FROM stage_observation WHERE opportunity = ?1 AND observed = ?2" },
    { &put->remove_observations, "DELETE FROM stage_observation WHERE opportunity = ?1" },
  };

  if (!accord_database_prepare_all (put->database, sources, G_N_ELEMENTS (sources), error)
      || !accord_database_read_integer (put->database, "SELECT max (id) FROM opportunity", &put->last_id, error))
    return FALSE;
  if (put->last_id == G_MAXINT64)
    return accord_database_fail (put->database, SQLITE_FULL, error);

  put->next_id = put->last_id + 1;
  put->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  put->touched_last = put->sum_block = -1;
  put->room = g_byte_array_new ();
  put->blocks = accord_opportunity_blocks_new (put->database, error);
  if (put->blocks == NULL)
    return FALSE;
  put->digests = accord_block_digests_new (put->database, ACCORD_BLOCK_OPPORTUNITY, error);

  return put->digests != NULL;
}

/* The digest of the block as its rows are now; found says whether it has any. */
static gboolean
put_compute_digest (Put      *put,
                    gint64    block,
                    guint8    digest[ACCORD_DIGEST_SIZE],
                    gboolean *found,
                    GError  **error)
{
  gint64 found_block = 0;
  gboolean done;

  *found = FALSE;
  memset (digest, 0, ACCORD_DIGEST_SIZE);
  done = accord_opportunity_blocks_start (put->blocks, block, block, error)
         && accord_opportunity_blocks_next (put->blocks, found, &found_block, digest, error);
  accord_opportunity_blocks_stop (put->blocks);

  return done;
}

static gboolean
put_end_sum (Put     *put,
             GError **error)
{
  g_autoptr (GChecksum) sum = g_steal_pointer (&put->sum);
  guint8 digest[ACCORD_DIGEST_SIZE];

  if (sum == NULL)
    return TRUE;
  accord_block_end (sum, digest);

  return accord_block_digests_write (put->digests, NO_MEMBER, put->sum_block, digest, error);
}

/* Whether the row, which is new, is the next one of a block of new rows. Begins the block where it is its first. */
static gboolean
put_begin_sum (Put      *put,
               gint64    id,
               gboolean *summed,
               GError  **error)
{
  gint64 block = accord_block_of_id (id);

  *summed = put->sum != NULL && put->sum_block == block && id > put->sum_id;
  if (*summed || block <= accord_block_of_id (put->last_id) || (put->sum != NULL && put->sum_block >= block)
      || block <= put->sum_block || g_hash_table_contains (put->touched, &block))
    return TRUE;

  if (!put_end_sum (put, error))
    return FALSE;
  put->sum = accord_block_begin_opportunities (block);
  put->sum_block = block;
  *summed = TRUE;

  return TRUE;
}

/* To be called before a block is changed: damage in it must not be signed anew. */
static gboolean
put_touch (Put     *put,
           gint64   id,
           GError **error)
{
  gint64 block = accord_block_of_id (id);
  guint8 stored[ACCORD_DIGEST_SIZE];
  guint8 digest[ACCORD_DIGEST_SIZE];
  gboolean row;

  if (block == put->touched_last || g_hash_table_contains (put->touched, &block))
    return TRUE;
  if (put->sum != NULL && put->sum_block == block && !put_end_sum (put, error))
    return FALSE;

  if (!accord_block_digests_read (put->digests, NO_MEMBER, block, stored, &row, error))
    return FALSE;
  if (row)
    {
      if (!put_compute_digest (put, block, digest, &row, error))
        return FALSE;
      if (memcmp (stored, digest, sizeof stored) != 0)
        return accord_opportunities_fail_damaged (error);
    }

  g_hash_table_add (put->touched, g_memdup2 (&block, sizeof block));
  put->touched_last = block;

  return TRUE;
}

static gboolean
put_digests (Put     *put,
             GError **error)
{
  GHashTableIter iter;
  gpointer key;

  if (!put_end_sum (put, error))
    return FALSE;
  g_hash_table_iter_init (&iter, put->touched);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint8 digest[ACCORD_DIGEST_SIZE];
      gint64 block = *(gint64 *) key;
      gboolean found;

      if (!put_compute_digest (put, block, digest, &found, error)
          || !accord_block_digests_write (put->digests, NO_MEMBER, block, found ? digest : NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* What is there on the day, kept to be brought back. */
static void
keep_observation (Put        *put,
                  gint64      id,
                  AccordDate  day,
                  const char *stage,
                  const char *state)
{
  AccordStageObservation before = { .opportunity = id, .observed = day, .stage = (char *) stage };

  if (put->before == NULL || (stage != NULL && !accord_opportunity_state_from_word (state, &before.state)))
    return;

  accord_bulk_put_observation (put->before, &before);
}

/* stage NULL: nothing was seen on that day. */
static gboolean
put_observation (Put                          *put,
                 const AccordStageObservation *observation,
                 gboolean                      is_new,
                 GError                      **error)
{
  char day[ACCORD_OPPORTUNITY_DAY_SIZE];
  const char *iso = accord_opportunity_write_day (observation->observed, day);
  const char *state = accord_opportunity_state_to_word (observation->state);
  AccordStatement *statement = put->select_observation;
  gboolean row = FALSE;

  if (!is_new)
    {
      gboolean same;

      if (!accord_database_bind_integer (put->database, statement, 1, observation->opportunity, error)
          || !accord_database_bind_text (put->database, statement, 2, iso, error)
          || !accord_database_bind_text (put->database, statement, 3, observation->stage, error)
          || !accord_database_bind_text (put->database, statement, 4, state, error)
          || !accord_database_step (put->database, statement, &row, error))
        return FALSE;
      /* The first day that a stage was seen is kept: seeing it once more adds nothing. */
      same = row && observation->stage != NULL && sqlite3_column_int (statement, 1) != 0;
      row = row && sqlite3_column_int (statement, 0) != 0;
      if (!same && (row || observation->stage != NULL))
        keep_observation (put, observation->opportunity, observation->observed,
                          row ? (const char *) sqlite3_column_text (statement, 2) : NULL,
                          row ? (const char *) sqlite3_column_text (statement, 3) : NULL);
      sqlite3_reset (statement);
      if (same || (!row && observation->stage == NULL))
        return TRUE;
    }

  statement = is_new ? put->observe_new : observation->stage != NULL ? put->observe : put->remove_observation;

  return accord_database_bind_integer (put->database, statement, 1, observation->opportunity, error)
         && accord_database_bind_text (put->database, statement, 2, iso, error)
         && (observation->stage == NULL
             || (accord_database_bind_text (put->database, statement, 3, observation->stage, error)
                 && accord_database_bind_text (put->database, statement, 4, state, error)))
         && accord_database_run (put->database, statement, error);
}

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
keep_text (Put        *put,
           const char *text)
{
  return g_string_chunk_insert_const (put->before->texts, text);
}

/* What is there under the id, kept to be brought back. found says whether there is anything. */
static gboolean
put_keep_row (Put      *put,
              gint64    id,
              gboolean *found,
              GError  **error)
{
  g_autoptr (AccordOpportunity) old = NULL;
  AccordOpportunity kept;

  if (!accord_database_bind_integer (put->database, put->select_row, 1, id, error)
      || !accord_database_step (put->database, put->select_row, found, error))
    return FALSE;
  if (!*found)
    {
      if (put->before != NULL)
        accord_bulk_remove_opportunity (put->before, id);
      return TRUE;
    }

  old = put->before != NULL ? accord_opportunity_read_row (put->select_row) : NULL;
  sqlite3_reset (put->select_row);
  if (put->before == NULL)
    return TRUE;
  if (old == NULL)
    return accord_opportunities_fail_damaged (error);

  kept = *old;
  kept.external = keep_text (put, old->external);
  kept.account = keep_text (put, old->account);
  kept.product = keep_text (put, old->product);
  kept.stage = keep_text (put, old->stage);
  accord_bulk_put_opportunity (put->before, &kept);

  return TRUE;
}

/* The id that the opportunity has or is given, and whether there is one to be changed. */
static gboolean
put_find (Put                     *put,
          const AccordOpportunity *opportunity,
          gint64                  *id,
          gboolean                *known,
          GError                 **error)
{
  *id = opportunity->id;
  *known = FALSE;
  if (*id == 0 && put->last_id > 0)
    {
      if (!accord_database_bind_text (put->database, put->select_id, 1, opportunity->external, error)
          || !accord_database_step (put->database, put->select_id, known, error))
        return FALSE;
      if (*known)
        {
          *id = sqlite3_column_int64 (put->select_id, 0);
          sqlite3_reset (put->select_id);
        }
    }
  if (*id == 0)
    *id = put->next_id;
  put->next_id = MAX (put->next_id, *id + 1);
  if (*id <= put->last_id)
    return put_keep_row (put, *id, known, error);

  if (put->before != NULL)
    accord_bulk_remove_opportunity (put->before, *id);

  return TRUE;
}

static gboolean
put_opportunity (Put                     *put,
                 const AccordOpportunity *opportunity,
                 AccordDate               observed,
                 GError                 **error)
{
  AccordStageObservation observation = { 0, observed, opportunity->stage, opportunity->state };
  char created[ACCORD_OPPORTUNITY_DAY_SIZE], closed[ACCORD_OPPORTUNITY_DAY_SIZE];
  const char *stage = text_or_empty (opportunity->stage);
  AccordStatement *statement;
  gboolean known, summed = FALSE;
  gint64 id = 0;

  if (!put_find (put, opportunity, &id, &known, error)
      || (id > put->last_id && !put_begin_sum (put, id, &summed, error)))
    return FALSE;

  statement = known ? put->update : put->insert;
  if ((!summed && !put_touch (put, id, error))
      || !accord_database_bind_text (put->database, statement, 1, opportunity->external, error)
      || !accord_database_bind_integer (put->database, statement, 2, opportunity->member, error)
      || !accord_database_bind_text (put->database, statement, 3, text_or_empty (opportunity->account), error)
      || !accord_database_bind_text (put->database, statement, 4, text_or_empty (opportunity->product), error)
      || !accord_database_bind_text (put->database, statement, 5, stage, error)
      || !accord_database_bind_text (put->database, statement, 6, accord_opportunity_state_to_word (opportunity->state),
                                     error)
      || !accord_database_bind_text (put->database, statement, 7,
                                     accord_opportunity_write_day (opportunity->created, created), error)
      || !accord_database_bind_text (put->database, statement, 8,
                                     accord_opportunity_write_day (opportunity->closed, closed), error)
      || !(opportunity->amount == ACCORD_UNKNOWN
             ? accord_database_bind_null (put->database, statement, 9, error)
             : accord_database_bind_integer (put->database, statement, 9, opportunity->amount, error))
      || !accord_database_bind_integer (put->database, statement, 10, id, error)
      || !accord_database_run (put->database, statement, error))
    return FALSE;

  observation.opportunity = id;
  observation.stage = (char *) stage;
  if (summed)
    {
      put->sum_id = id;
      accord_opportunity_add_to_block (put->sum, put->room, id, opportunity, observed);
    }

  return observed == ACCORD_DATE_NONE || put_observation (put, &observation, id > put->last_id, error);
}

/* Puts them all at once, after the digests of their blocks, which need nothing of the file but where a block had rows before. */
static gboolean
put_fresh (Put        *put,
           AccordBulk *bulk,
           GArray     *fresh,
           GError    **error)
{
  for (guint i = 0; i < fresh->len; i++)
    {
      AccordOpportunity room;
      const AccordOpportunity *opportunity = accord_bulk_get_opportunity (bulk, g_array_index (fresh, guint, i), &room);
      gboolean summed;

      if (i % STEP_ROWS == 0 && g_cancellable_set_error_if_cancelled (bulk->cancellable, error))
        return FALSE;
      put->next_id = MAX (put->next_id, opportunity->id + 1);
      if (put->before != NULL)
        accord_bulk_remove_opportunity (put->before, opportunity->id);
      if (!put_begin_sum (put, opportunity->id, &summed, error)
          || (!summed && !put_touch (put, opportunity->id, error)))
        return FALSE;
      if (!summed)
        continue;
      put->sum_id = opportunity->id;
      accord_opportunity_add_to_block (put->sum, put->room, opportunity->id, opportunity, bulk->observed);
    }

  return accord_opportunity_rows_insert (put->database, bulk, fresh, put->last_id, error);
}

static gboolean
put_opportunities (Put        *put,
                   AccordBulk *bulk,
                   GError    **error)
{
  g_autoptr (GArray) fresh = accord_opportunity_rows_list (bulk, put->last_id);
  guint next = 0;

  for (guint i = 0; i < accord_bulk_get_n_opportunities (bulk); i++)
    {
      AccordOpportunity room;

      if (next < fresh->len && g_array_index (fresh, guint, next) == i)
        next++;
      else if (!accord_bulk_step (bulk, error)
               || !put_opportunity (put, accord_bulk_get_opportunity (bulk, i, &room), bulk->observed, error))
        return FALSE;
    }

  return fresh->len == 0 || put_fresh (put, bulk, fresh, error);
}

static gboolean
put_keep_observations (Put     *put,
                       gint64   id,
                       GError **error)
{
  gboolean row;

  if (!accord_database_bind_integer (put->database, put->select_observations, 1, id, error))
    return FALSE;

  while (TRUE)
    {
      AccordDate day;

      if (!accord_database_step (put->database, put->select_observations, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (accord_date_parse ((const char *) sqlite3_column_text (put->select_observations, 0), &day))
        keep_observation (put, id, day, (const char *) sqlite3_column_text (put->select_observations, 1),
                          (const char *) sqlite3_column_text (put->select_observations, 2));
    }
}

static gboolean
put_removal (Put     *put,
             gint64   id,
             GError **error)
{
  gboolean found;

  if (!put_touch (put, id, error) || !put_keep_row (put, id, &found, error)
      || (found && !put_keep_observations (put, id, error)))
    return FALSE;

  return accord_database_bind_integer (put->database, put->remove_observations, 1, id, error)
         && accord_database_run (put->database, put->remove_observations, error)
         && accord_database_bind_integer (put->database, put->remove, 1, id, error)
         && accord_database_run (put->database, put->remove, error);
}

static gboolean
store_all (AccordDatabase *database,
           AccordBulk     *bulk,
           AccordBulk     *before,
           GError        **error)
{
  g_auto (Put) put = { .database = database, .before = before };

  if (!put_prepare (&put, error))
    return FALSE;

  /* What goes makes room for what comes under the same id of the CRM's. */
  for (guint i = 0; i < bulk->removals->len; i++)
    {
      if (!accord_bulk_step (bulk, error) || !put_removal (&put, g_array_index (bulk->removals, gint64, i), error))
        return FALSE;
    }
  if (!put_opportunities (&put, bulk, error))
    return FALSE;
  for (guint i = 0; i < bulk->observations->len; i++)
    {
      const AccordStageObservation *observation = &g_array_index (bulk->observations, AccordStageObservation, i);

      if (!accord_stage_observation_check (observation, error) || !put_touch (&put, observation->opportunity, error)
          || !put_observation (&put, observation, FALSE, error))
        return FALSE;
    }

  return put_digests (&put, error);
}

gboolean
accord_opportunities_store (AccordDatabase *database,
                            AccordBulk     *bulk,
                            AccordBulk     *before,
                            GError        **error)
{
  gboolean stored;

  for (guint i = 0; i < accord_bulk_get_n_opportunities (bulk); i++)
    {
      AccordOpportunity room;

      if (!accord_opportunity_check (accord_bulk_get_opportunity (bulk, i, &room), error))
        return FALSE;
    }
  if (accord_bulk_get_n_opportunities (bulk) + bulk->removals->len + bulk->observations->len == 0)
    return TRUE;

  /* States are of three words and days are days: the checks above and the writing of both see to that. SQLite would make a
   * table of the three words for every row, which costs more than the row. */
  if (!accord_database_execute (database, "PRAGMA ignore_check_constraints = ON", error))
    return FALSE;
  stored = store_all (database, bulk, before, error);

  return accord_database_execute (database, "PRAGMA ignore_check_constraints = OFF", stored ? error : NULL) && stored;
}
