/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-opportunities-private.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AccordOpportunityBlocks
{
  AccordDatabase *database;
  AccordStatement *opportunities;
  AccordStatement *observations;
  gboolean has_opportunity;
  gboolean has_observation;
  gint64 last_id;
};

static const char *const state_words[] = { "open", "won", "lost" };

const char *
accord_opportunity_state_to_word (AccordOpportunityState state)
{
  g_assert ((guint) state < G_N_ELEMENTS (state_words));

  return state_words[state];
}

gboolean
accord_opportunity_state_from_word (const char             *word,
                                    AccordOpportunityState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    {
      if (g_strcmp0 (word, state_words[i]) == 0)
        {
          *state = (AccordOpportunityState) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
accord_opportunity_write_day (AccordDate date,
                              char       buffer[ACCORD_OPPORTUNITY_DAY_SIZE])
{
  int year, month, day;

  if (date == ACCORD_DATE_NONE)
    return NULL;

  accord_date_get_ymd (date, &year, &month, &day);
  for (int i = 3; i >= 0; i--, year /= 10)
    buffer[i] = (char) ('0' + year % 10);
  buffer[4] = buffer[7] = '-';
  buffer[5] = (char) ('0' + month / 10);
  buffer[6] = (char) ('0' + month % 10);
  buffer[8] = (char) ('0' + day / 10);
  buffer[9] = (char) ('0' + day % 10);
  buffer[10] = '\0';

  return buffer;
}

gboolean
accord_opportunities_fail_damaged (GError **error)
{
  g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED,
                       _("Some opportunities in the workspace are damaged. Nothing was changed; check the file, and "
                         "restore a backup."));

  return FALSE;
}

AccordOpportunityBlocks *
accord_opportunity_blocks_new (AccordDatabase *database,
                               GError        **error)
{
  g_autoptr (AccordOpportunityBlocks) self = g_new0 (AccordOpportunityBlocks, 1);

  self->database = database;
  self->opportunities = accord_database_prepare (database,
                                                 "SELECT id, external, member, account, product, stage, state, "
                                                 "created, closed,"
                                                 " amount FROM opportunity WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
                                                 error);
  if (self->opportunities == NULL)
    return NULL;
  self->observations = accord_database_prepare (database,
                                                "SELECT opportunity, observed, stage, state FROM stage_observation"
                                                " WHERE opportunity BETWEEN ?1 AND ?2 ORDER BY opportunity, observed",
                                                error);

  return self->observations != NULL ? g_steal_pointer (&self) : NULL;
}

void
accord_opportunity_blocks_free (AccordOpportunityBlocks *self)
{
  sqlite3_finalize (self->opportunities);
  sqlite3_finalize (self->observations);
  g_free (self);
}

static gboolean
blocks_bind (AccordOpportunityBlocks *self,
             AccordStatement         *statement,
             gint64                   first_id,
             gint64                   last_id,
             gboolean                *has_row,
             GError                 **error)
{
  sqlite3_reset (statement);

  return accord_database_bind_integer (self->database, statement, 1, first_id, error)
         && accord_database_bind_integer (self->database, statement, 2, last_id, error)
         && accord_database_step (self->database, statement, has_row, error);
}

gboolean
accord_opportunity_blocks_start (AccordOpportunityBlocks *self,
                                 gint64                   first_block,
                                 gint64                   last_block,
                                 GError                 **error)
{
  gint64 first_id = first_block * ACCORD_OPPORTUNITY_BLOCK_IDS;
  gint64 last_id;

  if (__builtin_mul_overflow (last_block, ACCORD_OPPORTUNITY_BLOCK_IDS, &last_id)
      || __builtin_add_overflow (last_id, ACCORD_OPPORTUNITY_BLOCK_IDS - 1, &last_id))
    last_id = G_MAXINT64;
  if (first_block <= 0)
    first_id = G_MININT64;
  self->last_id = G_MININT64;

  return blocks_bind (self, self->opportunities, first_id, last_id, &self->has_opportunity, error)
         && blocks_bind (self, self->observations, first_id, last_id, &self->has_observation, error);
}

static void
add_text_column (GChecksum    *checksum,
                 sqlite3_stmt *statement,
                 int           column)
{
  /* The order of these two matters to SQLite: text first. */
  const void *text = sqlite3_column_text (statement, column);

  accord_block_add_text (checksum, text, sqlite3_column_bytes (statement, column));
}

static void
add_opportunity (GChecksum    *checksum,
                 sqlite3_stmt *statement)
{
  accord_block_add_byte (checksum, 'O');
  accord_block_add_integer (checksum, sqlite3_column_int64 (statement, 0));
  add_text_column (checksum, statement, 1);
  accord_block_add_integer (checksum, sqlite3_column_int64 (statement, 2));
  for (int column = 3; column <= 8; column++)
    add_text_column (checksum, statement, column);
  accord_block_add_integer (checksum, sqlite3_column_type (statement, 9) == SQLITE_NULL
                                        ? ACCORD_UNKNOWN
                                        : sqlite3_column_int64 (statement, 9));
}

static void
append_integer (GByteArray *row,
                gint64      value)
{
  gint64 big_endian = GINT64_TO_BE (value);

  g_byte_array_append (row, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_text (GByteArray *row,
             const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  append_integer (row, text != NULL ? (gint64) length : -1);
  if (length > 0)
    g_byte_array_append (row, (const guint8 *) text, (guint) length);
}

/* In one piece: the checksum minds the number of pieces more than that of bytes. */
void
accord_opportunity_add_to_block (GChecksum               *checksum,
                                 GByteArray              *row,
                                 gint64                   id,
                                 const AccordOpportunity *opportunity,
                                 AccordDate               observed)
{
  char day[ACCORD_OPPORTUNITY_DAY_SIZE];
  const char *stage = opportunity->stage != NULL ? opportunity->stage : "";
  const char *state = accord_opportunity_state_to_word (opportunity->state);

  g_byte_array_set_size (row, 0);
  g_byte_array_append (row, (const guint8 *) "O", 1);
  append_integer (row, id);
  append_text (row, opportunity->external);
  append_integer (row, opportunity->member);
  append_text (row, opportunity->account != NULL ? opportunity->account : "");
  append_text (row, opportunity->product != NULL ? opportunity->product : "");
  append_text (row, stage);
  append_text (row, state);
  append_text (row, accord_opportunity_write_day (opportunity->created, day));
  append_text (row, accord_opportunity_write_day (opportunity->closed, day));
  append_integer (row, opportunity->amount);
  if (observed != ACCORD_DATE_NONE)
    {
      g_byte_array_append (row, (const guint8 *) "S", 1);
      append_text (row, accord_opportunity_write_day (observed, day));
      append_text (row, stage);
      append_text (row, state);
    }
  g_checksum_update (checksum, row->data, row->len);
}

/* The observations of an opportunity; those of one that is not there are refused by the check of references. */
static gboolean
add_observations (AccordOpportunityBlocks *self,
                  GChecksum               *checksum,
                  gint64                   id,
                  GError                 **error)
{
  while (self->has_observation && sqlite3_column_int64 (self->observations, 0) <= id)
    {
      if (sqlite3_column_int64 (self->observations, 0) == id)
        {
          accord_block_add_byte (checksum, 'S');
          for (int column = 1; column <= 3; column++)
            add_text_column (checksum, self->observations, column);
        }
      if (!accord_database_step (self->database, self->observations, &self->has_observation, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
accord_opportunity_blocks_next (AccordOpportunityBlocks *self,
                                gboolean                *found,
                                gint64                  *block,
                                guint8                   digest[ACCORD_DIGEST_SIZE],
                                GError                 **error)
{
  g_autoptr (GChecksum) checksum = NULL;

  *found = self->has_opportunity;
  if (!self->has_opportunity)
    {
      accord_opportunity_blocks_stop (self);
      return TRUE;
    }

  *block = accord_block_of_id (sqlite3_column_int64 (self->opportunities, 0));
  checksum = accord_block_begin_opportunities (*block);
  do
    {
      gint64 id = sqlite3_column_int64 (self->opportunities, 0);

      /* Pages that refer to one another in a circle would go on for ever. */
      if (id <= self->last_id)
        return accord_database_fail (self->database, SQLITE_CORRUPT, error);
      self->last_id = id;
      add_opportunity (checksum, self->opportunities);
      if (!add_observations (self, checksum, id, error)
          || !accord_database_step (self->database, self->opportunities, &self->has_opportunity, error))
        return FALSE;
    }
  while (self->has_opportunity && accord_block_of_id (sqlite3_column_int64 (self->opportunities, 0)) == *block);

  accord_block_end (checksum, digest);

  return TRUE;
}

void
accord_opportunity_blocks_stop (AccordOpportunityBlocks *self)
{
  sqlite3_reset (self->opportunities);
  sqlite3_reset (self->observations);
  self->has_opportunity = FALSE;
  self->has_observation = FALSE;
}
