/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-seals.h"

#include <string.h>

#include "accord-enums.h"
#include "accord-opportunities.h"
#include "accord-seal.h"
#include "accord-workspace-private.h"

void
accord_seal_free (AccordSeal *self)
{
  g_free (self->sealed);
  g_free (self->digest);
  g_free (self);
}

static void
observation_free (AccordStageObservation *observation)
{
  g_free (observation->stage);
  g_free (observation);
}

static char *
column_dup_text (AccordStatement *statement,
                 int              column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

GPtrArray *
accord_seals_read (AccordWorkspace *workspace,
                   GError         **error)
{
  g_autoptr (GPtrArray) seals = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_seal_free);
  g_autoptr (AccordStatement) statement = NULL;
  AccordDatabase *database;
  gboolean row = FALSE;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  database = accord_workspace_get_database (workspace);
  statement = accord_database_prepare (database, "SELECT sequence, conversation, sealed, digest FROM seal ORDER BY sequence",
                                       error);
  while (statement != NULL && accord_database_step (database, statement, &row, error))
    {
      AccordSeal *seal;
      guint8 digest[ACCORD_DIGEST_SIZE] = { 0 };

      if (!row)
        return g_steal_pointer (&seals);
      if (sqlite3_column_bytes (statement, 3) == ACCORD_DIGEST_SIZE)
        memcpy (digest, sqlite3_column_blob (statement, 3), ACCORD_DIGEST_SIZE);
      seal = g_new0 (AccordSeal, 1);
      seal->sequence = sqlite3_column_int64 (statement, 0);
      seal->conversation = sqlite3_column_int64 (statement, 1);
      seal->sealed = column_dup_text (statement, 2);
      seal->digest = accord_digest_to_hex (digest);
      g_ptr_array_add (seals, seal);
    }

  return NULL;
}

GPtrArray *
accord_stage_history_read (AccordWorkspace *workspace,
                           gint64           member,
                           GError         **error)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func ((GDestroyNotify) observation_free);
  g_autoptr (AccordStatement) statement = NULL;
  AccordDatabase *database;
  gboolean row = FALSE;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  database = accord_workspace_get_database (workspace);
  statement = accord_database_prepare (database,
                                       "SELECT opportunity, observed, stage_observation.stage,"
                                       " CASE stage_observation.state WHEN 'won' THEN 1 WHEN 'lost' THEN 2 ELSE 0 END"
                                       " FROM stage_observation JOIN opportunity ON opportunity.id = opportunity"
                                       " WHERE ?1 IN (0, member) ORDER BY opportunity, observed",
                                       error);
  if (statement == NULL || !accord_database_bind_integer (database, statement, 1, member, error))
    return NULL;
  while (accord_database_step (database, statement, &row, error))
    {
      AccordStageObservation *observation;
      g_autofree char *day = NULL;

      if (!row)
        return g_steal_pointer (&history);
      observation = g_new0 (AccordStageObservation, 1);
      observation->opportunity = sqlite3_column_int64 (statement, 0);
      day = column_dup_text (statement, 1);
      accord_date_parse (day, &observation->observed);
      observation->stage = column_dup_text (statement, 2);
      observation->state = (AccordOpportunityState) sqlite3_column_int (statement, 3);
      g_ptr_array_add (history, observation);
    }

  return NULL;
}
