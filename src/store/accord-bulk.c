/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-bulk-private.h"

#include "accord-actuals-private.h"
#include "accord-workspace-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MANY_ROWS 10000
#define STEP_ROWS 1024

typedef struct
{
  gpointer data;
  GDestroyNotify destroy;
} Held;

static void
held_clear (gpointer data)
{
  Held *held = data;

  held->destroy (held->data);
}

AccordBulk *
accord_bulk_new (void)
{
  AccordBulk *self = g_new0 (AccordBulk, 1);

  g_atomic_ref_count_init (&self->references);
  self->actuals = g_array_new (FALSE, FALSE, sizeof (AccordActual));
  self->opportunities = g_array_new (FALSE, FALSE, sizeof (AccordOpportunity));
  self->texts = g_string_chunk_new (4096);
  self->removals = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->observations = g_array_new (FALSE, FALSE, sizeof (AccordStageObservation));
  self->held = g_array_new (FALSE, FALSE, sizeof (Held));
  g_array_set_clear_func (self->held, held_clear);

  return self;
}

AccordBulk *
accord_bulk_ref (AccordBulk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
accord_bulk_unref (AccordBulk *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_array_unref (self->actuals);
  g_array_unref (self->opportunities);
  g_string_chunk_free (self->texts);
  g_array_unref (self->removals);
  g_array_unref (self->observations);
  g_array_unref (self->held);
  g_clear_object (&self->cancellable);
  g_free (self);
}

gboolean
accord_bulk_is_empty (AccordBulk *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->actuals->len + self->opportunities->len + self->n_read + self->removals->len + self->observations->len == 0;
}

void
accord_bulk_hold (AccordBulk    *self,
                  gpointer       data,
                  GDestroyNotify destroy)
{
  const Held held = { data, destroy };

  g_return_if_fail (self != NULL && destroy != NULL);

  g_array_append_val (self->held, held);
}

void
accord_bulk_put_actual (AccordBulk         *self,
                        const AccordActual *actual)
{
  g_return_if_fail (self != NULL && actual != NULL);

  g_array_append_val (self->actuals, *actual);
}

void
accord_bulk_put_opportunity (AccordBulk              *self,
                             const AccordOpportunity *opportunity)
{
  g_return_if_fail (self != NULL && opportunity != NULL);

  g_array_append_val (self->opportunities, *opportunity);
}

void
accord_bulk_set_reader (AccordBulk      *self,
                        guint            n,
                        AccordBulkReader read,
                        gpointer         data,
                        GDestroyNotify   destroy)
{
  g_return_if_fail (self != NULL && read != NULL && self->read == NULL);

  self->read = read;
  self->read_data = data;
  self->n_read = n;
  accord_bulk_hold (self, data, destroy);
}

guint
accord_bulk_get_n_opportunities (AccordBulk *self)
{
  return self->opportunities->len + self->n_read;
}

const AccordOpportunity *
accord_bulk_get_opportunity (AccordBulk        *self,
                             guint              i,
                             AccordOpportunity *room)
{
  if (i < self->opportunities->len)
    return &g_array_index (self->opportunities, AccordOpportunity, i);
  self->read (self->read_data, i - self->opportunities->len, room);

  return room;
}

void
accord_bulk_remove_opportunity (AccordBulk *self,
                                gint64      id)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->removals, id);
}

void
accord_bulk_set_observed (AccordBulk *self,
                          AccordDate  day)
{
  g_return_if_fail (self != NULL && day >= 0);

  self->observed = day;
}

void
accord_bulk_put_observation (AccordBulk                   *self,
                             const AccordStageObservation *observation)
{
  AccordStageObservation copy;

  g_return_if_fail (self != NULL && observation != NULL);

  copy = *observation;
  if (copy.stage != NULL)
    copy.stage = g_string_chunk_insert_const (self->texts, copy.stage);
  g_array_append_val (self->observations, copy);
}

void
accord_bulk_watch (AccordBulk    *self,
                   AccordProgress progress,
                   gpointer       data,
                   GCancellable  *cancellable)
{
  g_return_if_fail (self != NULL);

  self->progress = progress;
  self->progress_data = data;
  g_set_object (&self->cancellable, cancellable);
}

gboolean
accord_bulk_step (AccordBulk *self,
                  GError    **error)
{
  gsize n = (gsize) self->actuals->len + accord_bulk_get_n_opportunities (self) + self->removals->len;

  if (self->n_done++ % STEP_ROWS != 0)
    return TRUE;
  if (self->progress != NULL)
    self->progress ((double) self->n_done / (double) (n + 1), self->progress_data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
read_state (AccordDatabase *database,
            guint8          state[ACCORD_DIGEST_SIZE],
            GError        **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (AccordStatement) statement =
      accord_database_prepare (database, "SELECT kind, member, block, digest FROM block_digest ORDER BY kind, member, block",
                               error);
  gsize length = ACCORD_DIGEST_SIZE;
  gboolean row;

  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      gint64 numbers[2];

      if (!accord_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        break;
      numbers[0] = sqlite3_column_int64 (statement, 1);
      numbers[1] = sqlite3_column_int64 (statement, 2);
      g_checksum_update (checksum, sqlite3_column_text (statement, 0), sqlite3_column_bytes (statement, 0));
      g_checksum_update (checksum, (const guchar *) numbers, sizeof numbers);
      if (sqlite3_column_bytes (statement, 3) > 0)
        g_checksum_update (checksum, sqlite3_column_blob (statement, 3), sqlite3_column_bytes (statement, 3));
    }
  g_checksum_get_digest (checksum, state, &length);

  return TRUE;
}

gboolean
accord_bulk_read_state (AccordWorkspace *workspace,
                        guint8           state[ACCORD_DIGEST_SIZE],
                        GError         **error)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);

  return read_state (accord_workspace_get_database (workspace), state, error);
}

void
accord_bulk_set_basis (AccordBulk   *self,
                       const guint8  state[ACCORD_DIGEST_SIZE])
{
  g_return_if_fail (self != NULL && state != NULL);

  memcpy (self->basis, state, sizeof self->basis);
  self->has_basis = TRUE;
}

static gboolean
check_basis (AccordBulk     *self,
             AccordDatabase *database,
             GError        **error)
{
  guint8 state[ACCORD_DIGEST_SIZE];

  if (!self->has_basis)
    return TRUE;
  if (!read_state (database, state, error))
    return FALSE;
  if (memcmp (state, self->basis, sizeof state) == 0)
    return TRUE;

  g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY,
                       _("The numbers or the opportunities in the workspace have changed since they were looked at. Nothing "
                         "was stored; look at what is there now and try again."));

  return FALSE;
}

/* What was changed twice goes back to what it was at first. */
static void
reverse (GArray *array,
         gsize   size)
{
  g_autofree guint8 *last = g_malloc (size);

  for (guint i = 0; i + 1 < array->len - i; i++)
    {
      guint8 *one = (guint8 *) array->data + i * size;
      guint8 *other = (guint8 *) array->data + (array->len - 1 - i) * size;

      memcpy (last, other, size);
      memcpy (other, one, size);
      memcpy (one, last, size);
    }
}

/* Many rows go to many pages: with room for them the pages are written once. */
static gboolean
set_room (AccordBulk     *self,
          AccordDatabase *database,
          gboolean        enough,
          GError        **error)
{
  if (self->actuals->len + accord_bulk_get_n_opportunities (self) + self->removals->len < MANY_ROWS)
    return TRUE;

  return accord_database_execute (database, enough ? "PRAGMA cache_size = -32768" : "PRAGMA cache_size = -2000", error);
}

gboolean
accord_bulk_store (AccordBulk     *self,
                   AccordDatabase *database,
                   AccordBulk    **before,
                   GError        **error)
{
  g_autoptr (AccordBulk) was = accord_bulk_new ();

  self->n_done = 0;
  if (!check_basis (self, database, error) || !set_room (self, database, TRUE, error)
      || !accord_opportunities_store (database, self, was, error)
      || !accord_actuals_store (database, (const AccordActual *) self->actuals->data, self->actuals->len, was->actuals,
                                self, error))
    return FALSE;

  reverse (was->opportunities, sizeof (AccordOpportunity));
  reverse (was->observations, sizeof (AccordStageObservation));
  *before = g_steal_pointer (&was);

  return TRUE;
}
