/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-verify-private.h"

#include "accord-blocks.h"
#include "accord-opportunities-private.h"
#include "accord-workspace-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* Blocks beyond this have no dates. */
#define LAST_BLOCK (3652059 / ACCORD_ACTUAL_BLOCK_DAYS)

static gboolean
verify_table (AccordVerify *self,
              GType         type,
              const char   *label,
              guint        *n_records,
              GError      **error)
{
  g_autofree char *sql = accord_record_select_sql (type);
  g_autoptr (AccordStatement) statement = accord_database_prepare (self->database, sql, error);
  gint64 last_id = G_MININT64;
  gboolean row;

  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      g_autoptr (AccordRecord) record = NULL;
      gint64 id;

      if (!accord_database_step (self->database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      id = sqlite3_column_int64 (statement, 0);
      if (id <= last_id || !accord_verify_count_row (self, statement))
        {
          self->exhausted = TRUE;
          return TRUE;
        }
      last_id = id;
      (*n_records)++;
      record = accord_record_read_row (type, statement);
      if (record == NULL)
        /* Translators: such as "Goal 12: what it says is not what was stored". */
        accord_verify_fault (self, g_strdup_printf (_("%s %" PRId64 ": what it says is not what was stored"), label,
                                                    id));
    }
}

gboolean
accord_verify_records (AccordVerify *self,
                       GError      **error)
{
  guint n_types = 0;
  const GType *types = accord_workspace_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (AccordRecordClass) klass = g_type_class_ref (types[i]);
      const char *label = accord_verify_get_label (klass->table);
      GError *failure = NULL;
      guint n_records = 0;

      accord_verify_begin (self);
      verify_table (self, types[i], label, &n_records, &failure);
      if (failure == NULL && n_records == 0 && strcmp (klass->table, "settings") == 0)
        accord_verify_fault (self, g_strdup (_("The settings of the workspace are missing")));
      if (!accord_verify_end (self, g_strdup (label), failure, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
accord_verify_sums (AccordVerify *self,
                    GError      **error)
{
  g_autoptr (AccordStatement) statement = NULL;
  GError *failure = NULL;
  gboolean row;

  accord_verify_begin (self);
  statement = accord_database_prepare (self->database,
                                       "SELECT id FROM commitment WHERE q1 + q2 + q3 + q4 IS NOT amount ORDER BY id",
                                       &failure);
  while (statement != NULL && accord_database_step (self->database, statement, &row, &failure) && row)
    {
      if (!accord_verify_count_row (self, statement))
        break;
      accord_verify_fault (self, g_strdup_printf (_("%s %" PRId64 ": its quarters do not add up to the year"),
                                                  accord_verify_get_label ("commitment"),
                                                  (gint64) sqlite3_column_int64 (statement, 0)));
    }

  return accord_verify_end (self, g_strdup (accord_verify_get_label ("commitment")), failure, error);
}

typedef struct
{
  AccordVerify *verify;
  AccordStatement *digests;
  gboolean has_digest;
  AccordBlockSums *sums;
  gint64 member;
} ActualsCheck;

static gboolean
actuals_check_next_digest (ActualsCheck *check,
                           GError      **error)
{
  return accord_database_step (check->verify->database, check->digests, &check->has_digest, error);
}

static void
actuals_fault (AccordVerify *self,
               gint64        member,
               gint64        block)
{
  g_autofree char *first = NULL;

  /* The date that a reader can look for; a block of a damaged file may lie anywhere. */
  if (block > 0 && block < LAST_BLOCK)
    first = accord_date_to_iso ((AccordDate) (block * ACCORD_ACTUAL_BLOCK_DAYS));
  accord_verify_fault (self, g_strdup_printf (_("Actuals of member %" PRId64 ", 91 days from %s: they are not what was "
                                                "stored"),
                                              member, first != NULL ? first : "?"));
}

/* All rows of a member are summed up: compares them with the digests, up to and including that member's. */
static gboolean
actuals_check_flush (ActualsCheck *check,
                     gint64        member,
                     GError      **error)
{
  guint n_blocks = accord_block_sums_get_n_blocks (check->sums);
  guint i = 0;

  while (i < n_blocks || check->has_digest)
    {
      gint64 digest_member = check->has_digest ? sqlite3_column_int64 (check->digests, 0) : G_MAXINT64;
      gint64 digest_block = check->has_digest ? sqlite3_column_int64 (check->digests, 1) : G_MAXINT64;
      gint64 block = i < n_blocks ? accord_block_sums_get_block (check->sums, i) : G_MAXINT64;
      guint8 digest[ACCORD_DIGEST_SIZE];

      if (i == n_blocks && digest_member > member)
        break;
      if (check->has_digest && !accord_verify_count_row (check->verify, check->digests))
        return TRUE;

      if (!check->has_digest || digest_member > member
          || (digest_member == member && i < n_blocks && digest_block > block))
        {
          actuals_fault (check->verify, member, block);
          i++;
          continue;
        }
      if (digest_member < member || i == n_blocks || digest_block < block)
        {
          actuals_fault (check->verify, digest_member, digest_block);
        }
      else
        {
          accord_block_sums_get_digest (check->sums, i, digest);
          if (sqlite3_column_bytes (check->digests, 2) != sizeof digest
              || memcmp (sqlite3_column_blob (check->digests, 2), digest, sizeof digest) != 0)
            actuals_fault (check->verify, member, block);
          i++;
        }
      if (!actuals_check_next_digest (check, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
verify_actual_row (ActualsCheck *check,
                   sqlite3_stmt *statement,
                   AccordActual *last,
                   GError      **error)
{
  gint64 starts = sqlite3_column_int64 (statement, 2);
  gint64 grain = sqlite3_column_int64 (statement, 3);
  gint64 source = sqlite3_column_int64 (statement, 5);
  AccordActual actual = {
    .member = sqlite3_column_int64 (statement, 0),
    .metric = sqlite3_column_int64 (statement, 1),
    .starts = (AccordDate) starts,
    .grain = (AccordGrain) grain,
    .value = sqlite3_column_int64 (statement, 4),
    .source = (AccordSource) source,
  };

  if (starts != actual.starts || (gint64) (guint8) grain != grain || (gint64) (guint8) source != source)
    {
      /* Not even in the range of what is hashed. */
      actuals_fault (check->verify, actual.member, accord_block_of_day (starts));
      return TRUE;
    }
  if (last->member > actual.member || (last->member == actual.member && last->metric > actual.metric))
    {
      check->verify->exhausted = TRUE;
      return TRUE;
    }
  if (actual.member != last->member)
    {
      if (!actuals_check_flush (check, last->member, error))
        return FALSE;
      accord_block_sums_start (check->sums, actual.member);
    }
  *last = actual;
  accord_block_sums_add (check->sums, &actual);

  return TRUE;
}

static gboolean
verify_actuals (AccordVerify *self,
                ActualsCheck *check,
                GError      **error)
{
  g_autoptr (AccordStatement) rows = NULL;
  AccordActual last = { .member = G_MININT64 };
  gboolean row;

  rows = accord_database_prepare (self->database,
                                  "SELECT member, metric, starts, grain, value, source FROM actual"
                                  " ORDER BY member, metric, starts, grain",
                                  error);
  if (rows == NULL || !actuals_check_next_digest (check, error))
    return FALSE;

  while (!self->exhausted)
    {
      if (!accord_database_step (self->database, rows, &row, error))
        return FALSE;
      if (!row)
        {
          if (!actuals_check_flush (check, last.member, error))
            return FALSE;
          accord_block_sums_start (check->sums, G_MAXINT64);
          return actuals_check_flush (check, G_MAXINT64, error);
        }
      if (!accord_verify_count_row (self, rows))
        break;
      if (!verify_actual_row (check, rows, &last, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
accord_verify_actuals (AccordVerify *self,
                       GError      **error)
{
  g_autoptr (AccordStatement) digests = NULL;
  g_autoptr (AccordBlockSums) sums = accord_block_sums_new ();
  GError *failure = NULL;

  accord_verify_begin (self);
  digests = accord_database_prepare (self->database,
                                     "SELECT member, block, digest FROM block_digest WHERE kind = 'actual' ORDER BY "
                                     "member, block",
                                     &failure);
  if (digests != NULL)
    {
      ActualsCheck check = { .verify = self, .digests = digests, .sums = sums };

      accord_block_sums_start (sums, G_MININT64);
      verify_actuals (self, &check, &failure);
    }

  return accord_verify_end (self, g_strdup (accord_verify_get_label ("actual")), failure, error);
}

static void
opportunities_fault (AccordVerify *self,
                     gint64        block)
{
  gint64 first;

  if (__builtin_mul_overflow (block, ACCORD_OPPORTUNITY_BLOCK_IDS, &first)
      || first > G_MAXINT64 - ACCORD_OPPORTUNITY_BLOCK_IDS)
    first = 0;
  accord_verify_fault (self, g_strdup_printf (_("Opportunities %" PRId64 " to %" PRId64
                                                ": they are not what was stored"),
                                              MAX (first, 1), first + ACCORD_OPPORTUNITY_BLOCK_IDS - 1));
}

static gboolean
verify_opportunities (AccordVerify            *self,
                      AccordStatement         *digests,
                      AccordOpportunityBlocks *blocks,
                      GError                 **error)
{
  gboolean has_digest = FALSE;
  gboolean has_block = FALSE;
  guint8 digest[ACCORD_DIGEST_SIZE];
  gint64 block = 0;

  if (!accord_opportunity_blocks_start (blocks, 0, G_MAXINT64, error)
      || !accord_opportunity_blocks_next (blocks, &has_block, &block, digest, error)
      || !accord_database_step (self->database, digests, &has_digest, error))
    return FALSE;

  while (has_block || has_digest)
    {
      gint64 digest_block = has_digest ? sqlite3_column_int64 (digests, 0) : G_MAXINT64;
      gboolean take_digest = has_digest && (!has_block || digest_block <= block);
      gboolean take_block = has_block && (!has_digest || block <= digest_block);

      if (has_digest && !accord_verify_count_row (self, digests))
        return TRUE;
      if (!take_digest || !take_block || sqlite3_column_bytes (digests, 1) != sizeof digest
          || memcmp (sqlite3_column_blob (digests, 1), digest, sizeof digest) != 0)
        opportunities_fault (self, take_block ? block : digest_block);

      if (take_block && !accord_opportunity_blocks_next (blocks, &has_block, &block, digest, error))
        return FALSE;
      if (take_digest && !accord_database_step (self->database, digests, &has_digest, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
accord_verify_opportunities (AccordVerify *self,
                             GError      **error)
{
  g_autoptr (AccordOpportunityBlocks) blocks = NULL;
  g_autoptr (AccordStatement) digests = NULL;
  GError *failure = NULL;

  accord_verify_begin (self);
  digests = accord_database_prepare (self->database,
                                     "SELECT block, digest FROM block_digest WHERE kind = 'opportunity' ORDER BY "
                                     "member, block",
                                     &failure);
  if (digests != NULL)
    blocks = accord_opportunity_blocks_new (self->database, &failure);
  if (blocks != NULL)
    verify_opportunities (self, digests, blocks, &failure);

  return accord_verify_end (self, g_strdup (accord_verify_get_label ("opportunity")), failure, error);
}
