/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-bulk-private.h"
#include "accord-opportunities-private.h"

#include "accord-score-period.h"
#include "accord-workspace-private.h"

#include <glib/gi18n.h>
#include <string.h>

AccordOpportunity *
accord_opportunity_read_row (sqlite3_stmt *statement)
{
  AccordOpportunity *opportunity = g_new0 (AccordOpportunity, 1);

  opportunity->id = sqlite3_column_int64 (statement, 0);
  opportunity->external = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  opportunity->member = sqlite3_column_int64 (statement, 2);
  opportunity->account = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  opportunity->product = g_strdup ((const char *) sqlite3_column_text (statement, 4));
  opportunity->stage = g_strdup ((const char *) sqlite3_column_text (statement, 5));
  if (!accord_opportunity_state_from_word ((const char *) sqlite3_column_text (statement, 6), &opportunity->state)
      || (sqlite3_column_type (statement, 7) != SQLITE_NULL
          && !accord_date_parse ((const char *) sqlite3_column_text (statement, 7), &opportunity->created))
      || (sqlite3_column_type (statement, 8) != SQLITE_NULL
          && !accord_date_parse ((const char *) sqlite3_column_text (statement, 8), &opportunity->closed)))
    g_clear_pointer (&opportunity, accord_opportunity_free);
  else
    opportunity->amount = sqlite3_column_type (statement, 9) == SQLITE_NULL ? ACCORD_UNKNOWN
                                                                            : sqlite3_column_int64 (statement, 9);

  return opportunity;
}

/* Compares every block with its digest, once for each state of the file: what one wants of opportunities, a member's
 * or a quarter's, lies all over them, and a row that damage took out of the range would not be missed otherwise. */
static gboolean
check_blocks (AccordWorkspace *workspace,
              AccordDatabase  *database,
              GError         **error)
{
  static const char key[] = "accord-opportunities-checked";
  g_autoptr (AccordOpportunityBlocks) blocks = NULL;
  g_autoptr (AccordStatement) digests = NULL;
  gint64 version = 0;
  gboolean found = TRUE;

  /* Changes with what others write; what this connection writes keeps the digests true. */
  if (!accord_workspace_check_readable (workspace, error)
      || !accord_database_read_integer (database, "PRAGMA data_version", &version, error))
    return FALSE;
  if (GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (workspace), key)) == (gsize) version + 1)
    return TRUE;

  digests = accord_database_prepare (database,
                                     "SELECT block, digest FROM block_digest WHERE kind = 'opportunity' ORDER BY "
                                     "member, block",
                                     error);
  if (digests == NULL)
    return FALSE;
  blocks = accord_opportunity_blocks_new (database, error);
  if (blocks == NULL || !accord_opportunity_blocks_start (blocks, 0, G_MAXINT64, error))
    return FALSE;

  while (found)
    {
      guint8 digest[ACCORD_DIGEST_SIZE];
      gint64 block = 0;
      gboolean row;

      if (!accord_database_step (database, digests, &row, error)
          || !accord_opportunity_blocks_next (blocks, &found, &block, digest, error))
        return FALSE;
      if (row != found
          || (found && (block != sqlite3_column_int64 (digests, 0) || sqlite3_column_bytes (digests, 1) != sizeof digest
                        || memcmp (digest, sqlite3_column_blob (digests, 1), sizeof digest) != 0)))
        return accord_opportunities_fail_damaged (error);
    }

  g_object_set_data (G_OBJECT (workspace), key, GSIZE_TO_POINTER ((gsize) version + 1));

  return TRUE;
}

gboolean
accord_opportunities_check (AccordWorkspace *workspace,
                            GError         **error)
{
  return check_blocks (workspace, accord_workspace_get_database (workspace), error);
}

void
accord_opportunity_free (AccordOpportunity *self)
{
  g_free (self->external);
  g_free (self->account);
  g_free (self->product);
  g_free (self->stage);
  g_free (self);
}

GPtrArray *
accord_opportunities_read (AccordWorkspace *workspace,
                           gint64           member,
                           AccordDate       first,
                           AccordDate       last,
                           GError         **error)
{
  g_autoptr (GPtrArray) opportunities = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_opportunity_free);
  g_autoptr (AccordStatement) statement = NULL;
  g_autofree char *first_day = accord_date_to_iso (first);
  g_autofree char *last_day = accord_date_to_iso (last);
  AccordDatabase *database;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  database = accord_workspace_get_database (workspace);
  if (!check_blocks (workspace, database, error))
    return NULL;
  statement = accord_database_prepare (database,
                                       "SELECT " ACCORD_OPPORTUNITY_COLUMNS
                                       " FROM opportunity WHERE ?1 IN (0, member) AND (?2 IS NULL OR closed >= ?2)"
                                       " AND (?3 IS NULL OR closed <= ?3) ORDER BY id",
                                       error);
  if (statement == NULL
      || !accord_database_bind_integer (database, statement, 1, member, error)
      || !accord_database_bind_text (database, statement, 2, first_day, error)
      || !accord_database_bind_text (database, statement, 3, last_day, error))
    return NULL;

  while (TRUE)
    {
      AccordOpportunity *opportunity;
      gboolean row;

      if (!accord_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&opportunities);
      opportunity = accord_opportunity_read_row (statement);
      if (opportunity == NULL)
        {
          accord_opportunities_fail_damaged (error);
          return NULL;
        }
      g_ptr_array_add (opportunities, opportunity);
    }
}

void
accord_stage_observation_free (AccordStageObservation *self)
{
  g_free (self->stage);
  g_free (self);
}

GPtrArray *
accord_opportunities_read_observed (AccordWorkspace *workspace,
                                    AccordDate       day,
                                    GError         **error)
{
  g_autoptr (GPtrArray) observed = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_stage_observation_free);
  g_autoptr (AccordStatement) statement = NULL;
  g_autofree char *iso = accord_date_to_iso (day);
  AccordDatabase *database;
  gboolean row;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  database = accord_workspace_get_database (workspace);
  if (!check_blocks (workspace, database, error))
    return NULL;
  statement = accord_database_prepare (database,
                                       "SELECT opportunity, stage, state FROM stage_observation WHERE observed = ?1"
                                       " ORDER BY opportunity",
                                       error);
  if (statement == NULL || !accord_database_bind_text (database, statement, 1, iso, error))
    return NULL;

  while (TRUE)
    {
      AccordStageObservation *observation;

      if (!accord_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&observed);
      observation = g_new0 (AccordStageObservation, 1);
      g_ptr_array_add (observed, observation);
      observation->opportunity = sqlite3_column_int64 (statement, 0);
      observation->observed = day;
      observation->stage = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      if (!accord_opportunity_state_from_word ((const char *) sqlite3_column_text (statement, 2), &observation->state))
        {
          accord_opportunities_fail_damaged (error);
          return NULL;
        }
    }
}

gboolean
accord_opportunities_read_next_id (AccordWorkspace *workspace,
                                   gint64          *id,
                                   GError         **error)
{
  gint64 last = 0;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);

  if (!accord_database_read_integer (accord_workspace_get_database (workspace), "SELECT max (id) FROM opportunity", &last,
                                     error))
    return FALSE;
  *id = last + 1;

  return TRUE;
}

gboolean
accord_opportunities_read_any (AccordWorkspace *workspace,
                               gboolean        *any,
                               GError         **error)
{
  gint64 found = 0;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);

  if (!accord_database_read_integer (accord_workspace_get_database (workspace), "SELECT EXISTS (SELECT 1 FROM opportunity)",
                                     &found, error))
    return FALSE;
  *any = found != 0;

  return TRUE;
}

gboolean
accord_opportunities_find_bookings_metric (AccordDatabase *database,
                                           gint64         *metric,
                                           GError        **error)
{
  return accord_database_read_integer (database,
                                       "SELECT min (id) FROM metric WHERE name = 'Bookings' COLLATE NOCASE AND unit = "
                                       "'money'",
                                       metric, error);
}

/* The imported actuals of a metric called "Bookings", where there are no opportunities. A week that has begun by the last day
 * counts, unless its Thursday lies in the next quarter. */
static gint64
imported_bookings (AccordWorkspace *workspace,
                   AccordDatabase  *database,
                   gint64           member,
                   AccordDate       first,
                   AccordDate       last,
                   GError         **error)
{
  const int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  const AccordDate from = first == ACCORD_DATE_NONE ? ACCORD_DATE_NONE : first - ACCORD_OPPORTUNITY_DAYS_TO_THURSDAY;
  AccordDate end = G_MAXINT;
  g_autoptr (GArray) actuals = NULL;
  gint64 sum = ACCORD_UNKNOWN;
  gint64 metric = 0;

  if (last != ACCORD_DATE_NONE)
    end = accord_quarter_get_end (accord_quarter_for_date (last, fiscal_start), fiscal_start);

  if (!accord_opportunities_find_bookings_metric (database, &metric, error) || metric == 0)
    return ACCORD_UNKNOWN;

  actuals = accord_actuals_read (workspace, member, metric, from, last, error);
  for (guint i = 0; actuals != NULL && i < actuals->len; i++)
    {
      const AccordActual *actual = &g_array_index (actuals, AccordActual, i);

      if (actual->source != ACCORD_SOURCE_IMPORTED || !accord_span_has_period (first, end, actual->starts, actual->grain))
        continue;
      if (__builtin_add_overflow (sum == ACCORD_UNKNOWN ? 0 : sum, actual->value, &sum))
        return ACCORD_UNKNOWN;
    }

  return sum;
}

static gint64
won_amount (AccordDatabase *database,
            gint64          member,
            AccordDate      first,
            AccordDate      last,
            GError        **error)
{
  g_autoptr (AccordStatement) statement = NULL;
  g_autofree char *first_day = accord_date_to_iso (first);
  g_autofree char *last_day = accord_date_to_iso (last);
  gint64 sum = 0;
  gboolean row = TRUE, any = FALSE, any_known = FALSE;

  statement = accord_database_prepare (database,
                                       member != 0
                                         ? "SELECT amount FROM opportunity WHERE member = ?1 AND state = 'won'"
                                           " AND closed BETWEEN coalesce (?2, '') AND coalesce (?3, 'z')"
                                         : "SELECT amount FROM opportunity WHERE ?1 = 0 AND state = 'won'"
                                           " AND closed BETWEEN coalesce (?2, '') AND coalesce (?3, 'z')",
                                       error);
  if (statement == NULL
      || !accord_database_bind_integer (database, statement, 1, member, error)
      || !accord_database_bind_text (database, statement, 2, first_day, error)
      || !accord_database_bind_text (database, statement, 3, last_day, error))
    return ACCORD_UNKNOWN;

  while (TRUE)
    {
      if (!accord_database_step (database, statement, &row, error))
        return ACCORD_UNKNOWN;
      if (!row)
        return any && !any_known ? ACCORD_UNKNOWN : sum;
      any = TRUE;
      /* A deal whose amount is not known adds nothing. */
      any_known = any_known || sqlite3_column_type (statement, 0) != SQLITE_NULL;
      if (__builtin_add_overflow (sum, sqlite3_column_int64 (statement, 0), &sum))
        return ACCORD_UNKNOWN;
    }
}

gint64
accord_opportunities_bookings (AccordWorkspace *workspace,
                               gint64           member,
                               AccordDate       first,
                               AccordDate       last)
{
  g_autoptr (GError) error = NULL;
  AccordDatabase *database;
  gint64 any = 0;
  gint64 sum = ACCORD_UNKNOWN;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), ACCORD_UNKNOWN);

  database = accord_workspace_get_database (workspace);
  if (check_blocks (workspace, database, &error)
      && accord_database_read_integer (database, "SELECT EXISTS (SELECT 1 FROM opportunity)", &any, &error))
    sum = any != 0 ? won_amount (database, member, first, last, &error)
                   : imported_bookings (workspace, database, member, first, last, &error);

  if (error != NULL)
    g_message ("Bookings could not be read: %s", error->message);

  return sum;
}

static GArray *
list_won (AccordDatabase *database,
          GError        **error)
{
  g_autoptr (GArray) bookings = g_array_new (FALSE, FALSE, sizeof (AccordBooking));
  g_autoptr (AccordStatement) statement = NULL;
  gboolean row;

  statement = accord_database_prepare (database,
                                       "SELECT substr (closed, 1, 7) || '-01', sum (amount) FROM opportunity"
                                       " WHERE state = 'won' AND closed IS NOT NULL GROUP BY 1",
                                       error);
  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      AccordBooking booking;

      if (!accord_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&bookings);
      if (!accord_date_parse ((const char *) sqlite3_column_text (statement, 0), &booking.day))
        {
          accord_opportunities_fail_damaged (error);
          return NULL;
        }
      booking.amount = sqlite3_column_int64 (statement, 1);
      g_array_append_val (bookings, booking);
    }
}

static GArray *
list_imported (AccordWorkspace *workspace,
               AccordDatabase  *database,
               GError         **error)
{
  g_autoptr (GArray) bookings = g_array_new (FALSE, FALSE, sizeof (AccordBooking));
  g_autoptr (GArray) actuals = NULL;
  gint64 metric = 0;

  if (!accord_opportunities_find_bookings_metric (database, &metric, error))
    return NULL;
  if (metric == 0)
    return g_steal_pointer (&bookings);

  actuals = accord_actuals_read (workspace, 0, metric, ACCORD_DATE_NONE, ACCORD_DATE_NONE, error);
  if (actuals == NULL)
    return NULL;
  for (guint i = 0; i < actuals->len; i++)
    {
      const AccordActual *actual = &g_array_index (actuals, AccordActual, i);
      const int to_thursday = actual->grain == ACCORD_GRAIN_WEEK ? ACCORD_OPPORTUNITY_DAYS_TO_THURSDAY : 0;
      const AccordBooking booking = { actual->starts + to_thursday, actual->value };

      /* What is of a whole year is no quarter's. */
      if (actual->source == ACCORD_SOURCE_IMPORTED && actual->grain != ACCORD_GRAIN_YEAR)
        g_array_append_val (bookings, booking);
    }

  return g_steal_pointer (&bookings);
}

GArray *
accord_opportunities_list_bookings (AccordWorkspace *workspace,
                                    gboolean        *complete)
{
  g_autoptr (GError) error = NULL;
  AccordDatabase *database;
  GArray *bookings = NULL;
  gint64 any = 0;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  database = accord_workspace_get_database (workspace);
  if (check_blocks (workspace, database, &error)
      && accord_database_read_integer (database, "SELECT EXISTS (SELECT 1 FROM opportunity)", &any, &error))
    bookings = any != 0 ? list_won (database, &error) : list_imported (workspace, database, &error);
  *complete = any != 0;

  if (error != NULL)
    g_message ("Bookings could not be read: %s", error->message);

  return bookings;
}

/* Nobody takes this back: what was there before is not kept. */
static gboolean
put_bulk (AccordWorkspace *workspace,
          AccordBulk      *bulk,
          GError         **error)
{
  if (!accord_workspace_begin (workspace, error))
    return FALSE;
  if (!accord_opportunities_store (accord_workspace_get_database (workspace), bulk, NULL, error))
    {
      accord_workspace_rollback (workspace);
      return FALSE;
    }

  return accord_workspace_commit (workspace, error);
}

gboolean
accord_opportunities_put (AccordWorkspace         *workspace,
                          const AccordOpportunity *opportunities,
                          gsize                    n_opportunities,
                          AccordDate               observed,
                          GError                 **error)
{
  g_autoptr (AccordBulk) bulk = NULL;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (opportunities != NULL || n_opportunities == 0, FALSE);
  g_return_val_if_fail (observed >= 0, FALSE);

  if (n_opportunities == 0)
    return TRUE;

  bulk = accord_bulk_new ();
  accord_bulk_set_observed (bulk, observed);
  for (gsize i = 0; i < n_opportunities; i++)
    {
      AccordOpportunity opportunity = opportunities[i];

      opportunity.id = 0;
      accord_bulk_put_opportunity (bulk, &opportunity);
    }

  return put_bulk (workspace, bulk, error);
}

gboolean
accord_opportunities_observe (AccordWorkspace              *workspace,
                              const AccordStageObservation *observations,
                              gsize                         n_observations,
                              GError                      **error)
{
  g_autoptr (AccordBulk) bulk = NULL;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (observations != NULL || n_observations == 0, FALSE);

  if (n_observations == 0)
    return TRUE;

  bulk = accord_bulk_new ();
  for (gsize i = 0; i < n_observations; i++)
    {
      AccordStageObservation observation = observations[i];

      observation.stage = observation.stage != NULL ? observation.stage : (char *) "";
      accord_bulk_put_observation (bulk, &observation);
    }

  return put_bulk (workspace, bulk, error);
}
