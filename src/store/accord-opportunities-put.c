/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-opportunities-private.h"

#include "accord-record.h"
#include "accord-workspace-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What one put works with: statements that are made once, and the blocks it has touched. */
typedef struct
{
  AccordDatabase *database;
  AccordStatement *select_id;
  AccordStatement *insert;
  AccordStatement *update;
  AccordStatement *select_observation;
  AccordStatement *observe;
  AccordStatement *select_digest;
  AccordStatement *upsert_digest;
  AccordOpportunityBlocks *blocks;
  GHashTable *touched;
  gint64 next_id;
} Put;

static void
put_clear (Put *put)
{
  sqlite3_finalize (put->select_id);
  sqlite3_finalize (put->insert);
  sqlite3_finalize (put->update);
  sqlite3_finalize (put->select_observation);
  sqlite3_finalize (put->observe);
  sqlite3_finalize (put->select_digest);
  sqlite3_finalize (put->upsert_digest);
  g_clear_pointer (&put->blocks, accord_opportunity_blocks_free);
  g_clear_pointer (&put->touched, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Put, put_clear)

static gboolean
put_prepare (Put     *put,
             GError **error)
{
  const struct
  {
    AccordStatement **statement;
    const char *sql;
  } statements[] = {
    { &put->select_id, "SELECT id FROM opportunity WHERE external = ?1" },
    { &put->insert,
      "INSERT INTO opportunity (external, member, account, product, stage, state, created, closed, amount, id)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)" },
    { &put->update,
      "UPDATE opportunity SET external = ?1, member = ?2, account = ?3, product = ?4, stage = ?5, state = ?6, created "
      "= ?7, closed = ?8, amount = ?9 WHERE id = ?10" },
    { &put->select_observation,
      "SELECT observed = ?2, stage = ?3 AND state = ?4 FROM stage_observation"
      " WHERE opportunity = ?1 AND observed <= ?2 ORDER BY observed DESC LIMIT 1" },
    { &put->observe,
      "INSERT INTO stage_observation (opportunity, observed, stage, state) VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT (opportunity, observed) DO UPDATE SET stage = excluded.stage, state = excluded.state" },
    { &put->select_digest, "SELECT digest FROM block_digest WHERE kind = 'opportunity' AND member = 0 AND block = ?1" },
    { &put->upsert_digest,
      "INSERT INTO block_digest (kind, member, block, digest) VALUES ('opportunity', 0, ?1, ?2)"
      " ON CONFLICT (kind, member, block) DO UPDATE SET digest = excluded.digest" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      *statements[i].statement = accord_database_prepare (put->database, statements[i].sql, error);
      if (*statements[i].statement == NULL)
        return FALSE;
    }
  put->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  put->blocks = accord_opportunity_blocks_new (put->database, error);

  return put->blocks != NULL;
}

/* The digest of the block as its rows are now; zeros where it has none. */
static gboolean
put_compute_digest (Put     *put,
                    gint64   block,
                    guint8   digest[ACCORD_DIGEST_SIZE],
                    GError **error)
{
  gint64 found_block = 0;
  gboolean found = FALSE;
  gboolean done;

  memset (digest, 0, ACCORD_DIGEST_SIZE);
  done = accord_opportunity_blocks_start (put->blocks, block, block, error)
         && accord_opportunity_blocks_next (put->blocks, &found, &found_block, digest, error);
  accord_opportunity_blocks_stop (put->blocks);

  return done;
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

  if (g_hash_table_contains (put->touched, &block))
    return TRUE;

  if (!accord_database_bind_integer (put->database, put->select_digest, 1, block, error)
      || !accord_database_step (put->database, put->select_digest, &row, error))
    return FALSE;
  if (row)
    {
      memset (stored, 0, sizeof stored);
      if (sqlite3_column_bytes (put->select_digest, 0) == sizeof stored)
        memcpy (stored, sqlite3_column_blob (put->select_digest, 0), sizeof stored);
      sqlite3_reset (put->select_digest);
      if (!put_compute_digest (put, block, digest, error))
        return FALSE;
      if (memcmp (stored, digest, sizeof stored) != 0)
        return accord_opportunities_fail_damaged (error);
    }

  g_hash_table_add (put->touched, g_memdup2 (&block, sizeof block));

  return TRUE;
}

static gboolean
put_digests (Put     *put,
             GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, put->touched);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint8 digest[ACCORD_DIGEST_SIZE];
      gint64 block = *(gint64 *) key;

      if (!put_compute_digest (put, block, digest, error)
          || !accord_database_bind_integer (put->database, put->upsert_digest, 1, block, error)
          || !accord_database_bind_bytes (put->database, put->upsert_digest, 2, digest, sizeof digest, error)
          || !accord_database_run (put->database, put->upsert_digest, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_observation (Put                   *put,
                 gint64                 id,
                 const char            *observed,
                 const char            *stage,
                 AccordOpportunityState state,
                 GError               **error)
{
  AccordStatement *statements[] = { put->select_observation, put->observe };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      gboolean row;

      if (!accord_database_bind_integer (put->database, statements[i], 1, id, error)
          || !accord_database_bind_text (put->database, statements[i], 2, observed, error)
          || !accord_database_bind_text (put->database, statements[i], 3, stage, error)
          || !accord_database_bind_text (put->database, statements[i], 4, accord_opportunity_state_to_word (state),
                                         error)
          || !accord_database_step (put->database, statements[i], &row, error))
        return FALSE;

      if (row)
        {
          /* The first day that a stage was seen is kept: seeing it once more adds nothing. */
          gboolean same = sqlite3_column_int (statements[i], 1) != 0;

          sqlite3_reset (statements[i]);
          if (same)
            return TRUE;
        }
    }

  return TRUE;
}

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
put_opportunity (Put                     *put,
                 const AccordOpportunity *opportunity,
                 const char              *observed,
                 GError                 **error)
{
  g_autofree char *created = accord_date_to_iso (opportunity->created);
  g_autofree char *closed = accord_date_to_iso (opportunity->closed);
  const char *stage = text_or_empty (opportunity->stage);
  AccordStatement *statement;
  gboolean known;
  gint64 id = 0;

  if (!accord_database_bind_text (put->database, put->select_id, 1, opportunity->external, error)
      || !accord_database_step (put->database, put->select_id, &known, error))
    return FALSE;
  if (known)
    {
      id = sqlite3_column_int64 (put->select_id, 0);
      sqlite3_reset (put->select_id);
    }
  else
    {
      id = put->next_id++;
    }

  statement = known ? put->update : put->insert;
  if (!put_touch (put, id, error)
      || !accord_database_bind_text (put->database, statement, 1, opportunity->external, error)
      || !accord_database_bind_integer (put->database, statement, 2, opportunity->member, error)
      || !accord_database_bind_text (put->database, statement, 3, text_or_empty (opportunity->account), error)
      || !accord_database_bind_text (put->database, statement, 4, text_or_empty (opportunity->product), error)
      || !accord_database_bind_text (put->database, statement, 5, stage, error)
      || !accord_database_bind_text (put->database, statement, 6, accord_opportunity_state_to_word (opportunity->state),
                                     error)
      || !accord_database_bind_text (put->database, statement, 7, created, error)
      || !accord_database_bind_text (put->database, statement, 8, closed, error)
      || !(opportunity->amount == ACCORD_UNKNOWN
             ? accord_database_bind_null (put->database, statement, 9, error)
             : accord_database_bind_integer (put->database, statement, 9, opportunity->amount, error))
      || !accord_database_bind_integer (put->database, statement, 10, id, error)
      || !accord_database_run (put->database, statement, error))
    return FALSE;

  return observed == NULL || put_observation (put, id, observed, stage, opportunity->state, error);
}

static gboolean
is_text (const char *text)
{
  return text == NULL || (strlen (text) <= ACCORD_RECORD_TEXT_MAX && g_utf8_validate (text, -1, NULL));
}

static gboolean
check_opportunity (const AccordOpportunity *opportunity,
                   GError                 **error)
{
  if (opportunity->external != NULL && *opportunity->external != '\0' && opportunity->member > 0
      && (guint) opportunity->state <= ACCORD_OPPORTUNITY_LOST && opportunity->created >= 0 && opportunity->closed >= 0
      && is_text (opportunity->external) && is_text (opportunity->account) && is_text (opportunity->product)
      && is_text (opportunity->stage))
    return TRUE;

  g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT,
                       _("An opportunity cannot be stored without its ID, a member and readable text. Nothing was "
                         "stored."));

  return FALSE;
}

static gboolean
put_all (Put                     *put,
         const AccordOpportunity *opportunities,
         gsize                    n_opportunities,
         AccordDate               observed,
         GError                 **error)
{
  g_autofree char *day = accord_date_to_iso (observed);
  gint64 last_id = 0;

  if (!put_prepare (put, error)
      || !accord_database_read_integer (put->database, "SELECT max (id) FROM opportunity", &last_id, error))
    return FALSE;

  if (last_id == G_MAXINT64)
    return accord_database_fail (put->database, SQLITE_FULL, error);
  put->next_id = last_id + 1;
  for (gsize i = 0; i < n_opportunities; i++)
    {
      if (!put_opportunity (put, &opportunities[i], day, error))
        return FALSE;
    }

  return put_digests (put, error);
}

static gboolean
observe_all (Put                          *put,
             const AccordStageObservation *observations,
             gsize                         n_observations,
             GError                      **error)
{
  if (!put_prepare (put, error))
    return FALSE;

  for (gsize i = 0; i < n_observations; i++)
    {
      g_autofree char *day = accord_date_to_iso (observations[i].observed);

      if (!put_touch (put, observations[i].opportunity, error)
          || !put_observation (put, observations[i].opportunity, day, text_or_empty (observations[i].stage),
                               observations[i].state, error))
        return FALSE;
    }

  return put_digests (put, error);
}

gboolean
accord_opportunities_put (AccordWorkspace         *workspace,
                          const AccordOpportunity *opportunities,
                          gsize                    n_opportunities,
                          AccordDate               observed,
                          GError                 **error)
{
  g_auto (Put) put = { NULL };

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (opportunities != NULL || n_opportunities == 0, FALSE);
  g_return_val_if_fail (observed >= 0, FALSE);

  for (gsize i = 0; i < n_opportunities; i++)
    {
      if (!check_opportunity (&opportunities[i], error))
        return FALSE;
    }
  if (n_opportunities == 0)
    return TRUE;

  put.database = accord_workspace_get_database (workspace);
  if (!accord_workspace_begin (workspace, error))
    return FALSE;
  if (!put_all (&put, opportunities, n_opportunities, observed, error))
    {
      accord_workspace_rollback (workspace);
      return FALSE;
    }

  return accord_workspace_commit (workspace, error);
}

gboolean
accord_opportunities_observe (AccordWorkspace              *workspace,
                              const AccordStageObservation *observations,
                              gsize                         n_observations,
                              GError                      **error)
{
  g_auto (Put) put = { NULL };

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (observations != NULL || n_observations == 0, FALSE);

  for (gsize i = 0; i < n_observations; i++)
    {
      if (observations[i].opportunity <= 0 || observations[i].observed <= 0
          || (guint) observations[i].state > ACCORD_OPPORTUNITY_LOST || !is_text (observations[i].stage))
        {
          g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT,
                               _("A stage cannot be stored without its opportunity, a day and readable text. "
                                 "Nothing was stored."));
          return FALSE;
        }
    }
  if (n_observations == 0)
    return TRUE;

  put.database = accord_workspace_get_database (workspace);
  if (!accord_workspace_begin (workspace, error))
    return FALSE;
  if (!observe_all (&put, observations, n_observations, error))
    {
      accord_workspace_rollback (workspace);
      return FALSE;
    }

  return accord_workspace_commit (workspace, error);
}
