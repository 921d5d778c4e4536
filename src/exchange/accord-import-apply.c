/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-apply.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-import-bulk-rows.h"
#include "accord-import-json.h"
#include "accord-import-private.h"
#include "accord-import-row.h"

/* ids has what the plan's stand-ins stand for. */
static gint64
settle_id (GHashTable *ids,
           gint64      id)
{
  gint64 *settled = id >= ACCORD_IMPORT_NEW ? g_hash_table_lookup (ids, &id) : NULL;

  return settled != NULL ? *settled : id;
}

/* Drafts with the ids that the workspace gives, in place of the plan's stand-ins, which ids learns of. */
static GPtrArray *
settle (AccordWorkspace *workspace,
        GHashTable      *ids,
        GPtrArray       *puts)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < puts->len; i++)
    {
      AccordRecord *put = g_ptr_array_index (puts, i);
      gint64 id = accord_record_get_id (put);

      if (id < ACCORD_IMPORT_NEW)
        continue;
      if (!g_hash_table_contains (ids, &id))
        {
          gint64 *stand_in = g_new (gint64, 1), *settled = g_new (gint64, 1);

          *stand_in = id;
          *settled = accord_workspace_reserve_id (workspace, G_OBJECT_TYPE (put));
          g_hash_table_insert (ids, stand_in, settled);
        }
    }
  for (guint i = 0; i < puts->len; i++)
    {
      AccordRecord *draft = accord_record_copy (g_ptr_array_index (puts, i));
      guint n_fields;
      const AccordField *fields = accord_record_get_fields (draft, &n_fields);

      accord_record_set_id (draft, settle_id (ids, accord_record_get_id (draft)));
      for (guint j = 0; j < n_fields; j++)
        {
          if (fields[j].kind == ACCORD_FIELD_REFERENCE)
            accord_record_write_integer (draft, &fields[j],
                                         settle_id (ids, accord_record_read_integer (draft, &fields[j])));
        }
      g_ptr_array_add (drafts, draft);
    }

  return drafts;
}

static const char *
name_change (AccordImportKind kind)
{
  switch (kind)
    {
    case ACCORD_IMPORT_KIND_QUOTAS:
      return _("Import Quotas");

    case ACCORD_IMPORT_KIND_ACTUALS:
      return _("Import Actuals");

    case ACCORD_IMPORT_KIND_OPPORTUNITIES:
      return _("Import Opportunities");

    case ACCORD_IMPORT_KIND_MEMBERS:
    default:
      return _("Import Members");
    }
}

/* Local time, to the minute. */
static char *
read_clock (void)
{
  g_autofree char *utc = accord_clock_now_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (utc);
}

static AccordImport *
make_import (AccordWorkspace  *workspace,
             AccordImportPlan *plan,
             const char       *file)
{
  AccordImport *import = accord_import_new ();
  g_autofree char *name = g_filename_display_basename (file);
  g_autofree char *now = read_clock ();

  accord_record_set_id (ACCORD_RECORD (import), accord_workspace_reserve_id (workspace, ACCORD_TYPE_IMPORT));
  accord_import_set_kind (import, plan->snapshot->kind);
  accord_import_set_file (import, name);
  accord_import_set_imported (import, now);
  accord_import_set_read (import, plan->counts.read);
  accord_import_set_added (import, plan->counts.added);
  accord_import_set_updated (import, plan->counts.updated);
  accord_import_set_skipped (import, plan->counts.skipped);
  accord_import_set_refused (import, plan->counts.refused);

  return import;
}

/* What the import does to a record, for taking it back. */
static AccordImportRow *
make_row (AccordWorkspace *workspace,
          AccordRecord    *draft)
{
  AccordImportRow *row = accord_import_row_new ();
  AccordRecord *live = accord_workspace_find (workspace, G_OBJECT_TYPE (draft), accord_record_get_id (draft));
  g_autofree char *before = live != NULL ? accord_import_record_to_json (live) : g_strdup ("");
  g_autofree char *after = accord_import_record_digest (draft);

  accord_import_row_set_table_name (row, accord_record_get_table (draft));
  accord_import_row_set_record (row, accord_record_get_id (draft));
  accord_import_row_set_before (row, before);
  accord_import_row_set_after (row, after);

  return row;
}

/* An import on its way into the workspace. */
typedef struct
{
  AccordImportPlan *plan;
  AccordImport *record;
  GPtrArray *drafts; /* of the records that the plan puts */
  GPtrArray *rows;   /* of AccordImportRow: of these, and of … */
  AccordBulk *bulk;  /* … the bulk rows; NULL for none */
  GHashTable *ids;
  gint64 next_deal;
} Carrying;

static void
carrying_clear (Carrying *self)
{
  g_clear_pointer (&self->plan, accord_import_plan_unref);
  g_clear_object (&self->record);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->bulk, accord_bulk_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Carrying, carrying_clear)

static void
fail_stale (GError **error)
{
  g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_STALE,
                       _("The workspace has changed since the file was looked at. Look at what will happen once "
                         "more."));
}

/* All that is asked of the workspace. The plan's own problem, or the store's errors. */
static gboolean
carrying_begin (Carrying         *self,
                AccordWorkspace  *workspace,
                AccordImportPlan *plan,
                const char       *file,
                GError          **error)
{
  if (plan->problem != NULL)
    {
      g_propagate_error (error, g_error_copy (plan->problem));
      return FALSE;
    }
  self->plan = accord_import_plan_ref (plan);
  if (accord_import_plan_is_empty (plan))
    return TRUE;
  if (accord_workspace_load_list (workspace, ACCORD_TYPE_IMPORT, error) == NULL
      || accord_workspace_load_list (workspace, ACCORD_TYPE_IMPORT_ROW, error) == NULL)
    return FALSE;
  if (!accord_import_snapshot_is_current (plan->snapshot, workspace))
    {
      fail_stale (error);
      return FALSE;
    }
  if (plan->deals->len > 0 && !accord_opportunities_read_next_id (workspace, &self->next_deal, error))
    return FALSE;

  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->record = make_import (workspace, plan, file);
  self->drafts = settle (workspace, self->ids, plan->puts);
  for (guint i = 0; i < self->drafts->len; i++)
    g_ptr_array_add (self->rows, make_row (workspace, g_ptr_array_index (self->drafts, i)));

  return TRUE;
}

/* So many bulk rows are given their ids at a time: the plan stays as it is, to be carried out again where that fails. */
#define CHUNK 1024

static void
settle_actuals (Carrying *self)
{
  AccordImportPlan *plan = self->plan;
  AccordImportActual chunk[CHUNK];
  guint n, taken;

  for (guint i = 0; i < plan->actuals->len; i += n)
    {
      n = MIN (CHUNK, plan->actuals->len - i);
      for (guint j = 0; j < n; j++)
        {
          chunk[j] = g_array_index (plan->actuals, AccordImportActual, i + j);
          chunk[j].actual.member = settle_id (self->ids, chunk[j].actual.member);
          chunk[j].actual.metric = settle_id (self->ids, chunk[j].actual.metric);
          accord_bulk_put_actual (self->bulk, &chunk[j].actual);
        }
      for (guint j = 0; j < n; j += taken)
        g_ptr_array_add (self->rows, accord_import_row_of_actuals (&chunk[j], n - j, &taken));
    }
}

/* What the deals of the plan become when they are stored. */
typedef struct
{
  AccordImportPlan *plan;
  GHashTable *ids;
  gint64 first_id; /* of the new ones */
} Deals;

static void
deals_free (gpointer data)
{
  Deals *self = data;

  accord_import_plan_unref (self->plan);
  g_hash_table_unref (self->ids);
  g_free (self);
}

static void
read_deal (gpointer           data,
           guint              i,
           AccordOpportunity *opportunity)
{
  const Deals *self = data;

  *opportunity = g_array_index (self->plan->deals, AccordImportDeal, i).opportunity;
  opportunity->member = settle_id (self->ids, opportunity->member);
  if (opportunity->id < 0)
    opportunity->id = self->first_id - opportunity->id - 1;
}

static void
settle_deals (Carrying *self)
{
  AccordImportPlan *plan = self->plan;
  AccordImportDeal chunk[CHUNK];
  Deals *deals;
  guint n, taken;

  if (plan->deals->len == 0)
    return;

  deals = g_new0 (Deals, 1);
  deals->plan = accord_import_plan_ref (plan);
  deals->ids = g_hash_table_ref (self->ids);
  deals->first_id = self->next_deal;
  accord_bulk_set_reader (self->bulk, plan->deals->len, read_deal, deals, deals_free);
  for (guint i = 0; i < plan->deals->len; i += n)
    {
      n = MIN (CHUNK, plan->deals->len - i);
      for (guint j = 0; j < n; j++)
        {
          chunk[j].before = g_array_index (plan->deals, AccordImportDeal, i + j).before;
          read_deal (deals, i + j, &chunk[j].opportunity);
        }
      for (guint j = 0; j < n; j += taken)
        g_ptr_array_add (self->rows, accord_import_row_of_deals (plan, &chunk[j], n - j, &taken));
    }
}

/* What takes its time with many rows: any thread. */
static void
carrying_settle (Carrying *self)
{
  AccordImportPlan *plan = self->plan;

  if (plan->actuals->len + plan->deals->len == 0)
    return;

  self->bulk = accord_bulk_new ();
  accord_bulk_set_basis (self->bulk, plan->snapshot->state);
  accord_bulk_set_observed (self->bulk, plan->observed);
  settle_actuals (self);
  settle_deals (self);
}

/* The change that carries the plan out. */
static AccordChange *
carrying_make_change (Carrying *self)
{
  AccordChange *change = accord_change_new (name_change (self->plan->snapshot->kind));
  gint64 id = accord_record_get_id (ACCORD_RECORD (self->record));

  accord_change_put (change, self->record);
  for (guint i = 0; i < self->drafts->len; i++)
    accord_change_put (change, g_ptr_array_index (self->drafts, i));
  if (self->bulk != NULL)
    accord_change_set_bulk (change, self->bulk);
  for (guint i = 0; i < self->rows->len; i++)
    {
      AccordImportRow *row = g_ptr_array_index (self->rows, i);

      accord_import_row_set_import (row, id);
      accord_import_row_set_position (row, i + 1);
      accord_change_put (change, row);
    }

  return change;
}

gboolean
accord_import_apply (AccordWorkspace  *workspace,
                     AccordImportPlan *plan,
                     const char       *file,
                     gint64           *import,
                     GError          **error)
{
  return accord_import_carry_out (workspace, plan, file, NULL, NULL, NULL, import, error);
}

gboolean
accord_import_carry_out (AccordWorkspace  *workspace,
                         AccordImportPlan *plan,
                         const char       *file,
                         AccordProgress    progress,
                         gpointer          data,
                         GCancellable     *cancellable,
                         gint64           *import,
                         GError          **error)
{
  g_auto (Carrying) carrying = { NULL };
  g_autoptr (AccordChange) change = NULL;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (plan != NULL && file != NULL, FALSE);

  if (import != NULL)
    *import = 0;
  if (!carrying_begin (&carrying, workspace, plan, file, error))
    return FALSE;
  if (carrying.record == NULL)
    return TRUE;

  carrying_settle (&carrying);
  change = carrying_make_change (&carrying);
  if (carrying.bulk != NULL)
    accord_bulk_watch (carrying.bulk, progress, data, cancellable);
  if (!accord_workspace_apply (workspace, change, error))
    return FALSE;
  if (import != NULL)
    *import = accord_record_get_id (ACCORD_RECORD (carrying.record));

  return TRUE;
}

typedef struct
{
  Carrying carrying;
  AccordProgress progress;
  gpointer data;
} Carriage;

static void
carriage_free (gpointer data)
{
  Carriage *self = data;

  carrying_clear (&self->carrying);
  g_free (self);
}

static void
settle_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  carrying_settle (&((Carriage *) task_data)->carrying);
  g_task_return_boolean (task, TRUE);
}

static void
on_applied (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (accord_workspace_apply_finish (ACCORD_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_settled (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Carriage *carriage = g_task_get_task_data (task);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  /* The workspace has been the user's meanwhile. */
  if (!g_task_propagate_boolean (G_TASK (result), &error)
      || g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!accord_import_snapshot_is_current (carriage->carrying.plan->snapshot, ACCORD_WORKSPACE (source)))
    {
      fail_stale (&error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  change = carrying_make_change (&carriage->carrying);
  accord_workspace_apply_async (ACCORD_WORKSPACE (source), change, carriage->progress, carriage->data,
                                cancellable, on_applied, g_steal_pointer (&task));
}

void
accord_import_carry_out_async (AccordWorkspace    *workspace,
                               AccordImportPlan   *plan,
                               const char         *file,
                               AccordProgress      progress,
                               gpointer            data,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) settling = NULL;
  Carriage *carriage;
  GError *error = NULL;

  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace));
  g_return_if_fail (plan != NULL && file != NULL);

  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, accord_import_carry_out_async);
  g_task_set_check_cancellable (task, FALSE);
  carriage = g_new0 (Carriage, 1);
  carriage->progress = progress;
  carriage->data = data;
  g_task_set_task_data (task, carriage, carriage_free);
  if (!carrying_begin (&carriage->carrying, workspace, plan, file, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (carriage->carrying.record == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  settling = g_task_new (workspace, NULL, on_settled, g_object_ref (task));
  g_task_set_task_data (settling, carriage, NULL);
  g_task_run_in_thread (settling, settle_in_thread);
}

gboolean
accord_import_carry_out_finish (AccordWorkspace *workspace,
                                GAsyncResult    *result,
                                gint64          *import,
                                GError         **error)
{
  Carriage *carriage;

  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  carriage = g_task_get_task_data (G_TASK (result));
  if (import != NULL)
    *import = 0;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (import != NULL && carriage->carrying.record != NULL)
    *import = accord_record_get_id (ACCORD_RECORD (carriage->carrying.record));

  return TRUE;
}
