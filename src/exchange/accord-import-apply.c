/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-apply.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-import-bulk-rows.h"
#include "accord-import-json.h"
#include "accord-import-mapping.h"
#include "accord-import-private.h"
#include "accord-import-row.h"
#include "accord-name.h"

/* Drafts with the ids that the workspace gives, in place of the plan's stand-ins. */
typedef struct
{
  AccordWorkspace *workspace;
  GHashTable *ids; /* stand-in to id */
} Settling;

static gint64
settle_id (Settling *settling,
           gint64    id)
{
  gint64 *settled = id >= ACCORD_IMPORT_NEW ? g_hash_table_lookup (settling->ids, &id) : NULL;

  return settled != NULL ? *settled : id;
}

static GPtrArray *
settle (Settling  *settling,
        GPtrArray *puts)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < puts->len; i++)
    {
      AccordRecord *put = g_ptr_array_index (puts, i);
      gint64 id = accord_record_get_id (put);

      if (id < ACCORD_IMPORT_NEW)
        continue;
      if (!g_hash_table_contains (settling->ids, &id))
        {
          gint64 *stand_in = g_new (gint64, 1), *settled = g_new (gint64, 1);

          *stand_in = id;
          *settled = accord_workspace_reserve_id (settling->workspace, G_OBJECT_TYPE (put));
          g_hash_table_insert (settling->ids, stand_in, settled);
        }
    }
  for (guint i = 0; i < puts->len; i++)
    {
      AccordRecord *draft = accord_record_copy (g_ptr_array_index (puts, i));
      guint n_fields;
      const AccordField *fields = accord_record_get_fields (draft, &n_fields);

      accord_record_set_id (draft, settle_id (settling, accord_record_get_id (draft)));
      for (guint j = 0; j < n_fields; j++)
        {
          if (fields[j].kind == ACCORD_FIELD_REFERENCE)
            accord_record_write_integer (draft, &fields[j],
                                         settle_id (settling, accord_record_read_integer (draft, &fields[j])));
        }
      g_ptr_array_add (drafts, draft);
    }

  return drafts;
}

/* So many bulk rows are given their ids at a time: the plan stays as it is, to be carried out again where that fails. */
#define CHUNK 1024

static void
settle_actuals (Settling         *settling,
                AccordImportPlan *plan,
                AccordBulk       *bulk,
                GPtrArray        *rows)
{
  AccordImportActual chunk[CHUNK];
  guint n, taken;

  for (guint i = 0; i < plan->actuals->len; i += n)
    {
      n = MIN (CHUNK, plan->actuals->len - i);
      for (guint j = 0; j < n; j++)
        {
          chunk[j] = g_array_index (plan->actuals, AccordImportActual, i + j);
          chunk[j].actual.member = settle_id (settling, chunk[j].actual.member);
          chunk[j].actual.metric = settle_id (settling, chunk[j].actual.metric);
          accord_bulk_put_actual (bulk, &chunk[j].actual);
        }
      for (guint j = 0; j < n; j += taken)
        g_ptr_array_add (rows, accord_import_row_of_actuals (&chunk[j], n - j, &taken));
    }
}

static gboolean
settle_deals (Settling         *settling,
              AccordImportPlan *plan,
              AccordBulk       *bulk,
              GPtrArray        *rows,
              GError          **error)
{
  AccordImportDeal chunk[CHUNK];
  gint64 next_id = 0;
  guint n, taken;

  if (!accord_opportunities_read_next_id (settling->workspace, &next_id, error))
    return FALSE;

  for (guint i = 0; i < plan->deals->len; i += n)
    {
      n = MIN (CHUNK, plan->deals->len - i);
      for (guint j = 0; j < n; j++)
        {
          chunk[j] = g_array_index (plan->deals, AccordImportDeal, i + j);
          chunk[j].opportunity.member = settle_id (settling, chunk[j].opportunity.member);
          if (chunk[j].opportunity.id == 0)
            chunk[j].opportunity.id = next_id++;
          accord_bulk_put_opportunity (bulk, &chunk[j].opportunity);
        }
      for (guint j = 0; j < n; j += taken)
        g_ptr_array_add (rows, accord_import_row_of_deals (plan, &chunk[j], n - j, &taken));
    }

  return TRUE;
}

/* The plan's bulk rows with their ids, and what they do in rows of the import; NULL with the store's error. */
static AccordBulk *
settle_bulk (Settling         *settling,
             AccordImportPlan *plan,
             GPtrArray        *rows,
             GError          **error)
{
  g_autoptr (AccordBulk) bulk = accord_bulk_new ();

  accord_bulk_set_basis (bulk, plan->snapshot->state);
  accord_bulk_set_observed (bulk, plan->snapshot->today);
  /* Texts are the plan's. */
  accord_bulk_hold (bulk, accord_import_plan_ref (plan), (GDestroyNotify) accord_import_plan_unref);
  settle_actuals (settling, plan, bulk, rows);

  return settle_deals (settling, plan, bulk, rows, error) ? g_steal_pointer (&bulk) : NULL;
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

/* The change that carries the plan out; NULL with the store's error. */
static AccordChange *
make_change (AccordWorkspace  *workspace,
             AccordImportPlan *plan,
             const char       *file,
             gint64           *import,
             GError          **error)
{
  g_autoptr (AccordChange) change = accord_change_new (name_change (plan->snapshot->kind));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Settling settling = { workspace, ids };
  g_autoptr (AccordImport) record = make_import (workspace, plan, file);
  g_autoptr (GPtrArray) drafts = settle (&settling, plan->puts);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 id = accord_record_get_id (ACCORD_RECORD (record));

  accord_change_put (change, record);
  for (guint i = 0; i < drafts->len; i++)
    {
      AccordRecord *draft = g_ptr_array_index (drafts, i);

      accord_change_put (change, draft);
      g_ptr_array_add (rows, make_row (workspace, draft));
    }
  if (plan->actuals->len + plan->deals->len > 0)
    {
      g_autoptr (AccordBulk) bulk = settle_bulk (&settling, plan, rows, error);

      if (bulk == NULL)
        return NULL;
      accord_change_set_bulk (change, bulk);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      AccordImportRow *row = g_ptr_array_index (rows, i);

      accord_import_row_set_import (row, id);
      accord_import_row_set_position (row, i + 1);
      accord_change_put (change, row);
    }
  *import = id;

  return g_steal_pointer (&change);
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
  g_autoptr (AccordChange) change = NULL;
  gint64 id = 0;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (plan != NULL && file != NULL, FALSE);

  if (import != NULL)
    *import = 0;
  if (plan->problem != NULL)
    {
      g_propagate_error (error, g_error_copy (plan->problem));
      return FALSE;
    }
  if (accord_import_plan_is_empty (plan))
    return TRUE;
  if (accord_workspace_load_list (workspace, ACCORD_TYPE_IMPORT, error) == NULL
      || accord_workspace_load_list (workspace, ACCORD_TYPE_IMPORT_ROW, error) == NULL)
    return FALSE;
  if (!accord_import_snapshot_is_current (plan->snapshot, workspace))
    {
      g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_STALE,
                           _("The workspace has changed since the file was looked at. Look at what will happen once "
                              "more."));
      return FALSE;
    }

  change = make_change (workspace, plan, file, &id, error);
  if (change == NULL)
    return FALSE;
  if (accord_change_get_bulk (change) != NULL)
    accord_bulk_watch (accord_change_get_bulk (change), progress, data, cancellable);
  if (!accord_workspace_apply (workspace, change, error))
    return FALSE;
  if (import != NULL)
    *import = id;

  return TRUE;
}

static AccordImportMapping *
find_mapping (AccordWorkspace *workspace,
              AccordImportKind kind,
              const char      *name,
              GError         **error)
{
  GListModel *mappings = accord_workspace_load_list (workspace, ACCORD_TYPE_IMPORT_MAPPING, error);

  for (guint i = 0; mappings != NULL && i < g_list_model_get_n_items (mappings); i++)
    {
      g_autoptr (AccordImportMapping) mapping = g_list_model_get_item (mappings, i);

      if (accord_import_mapping_get_kind (mapping) == kind
          && accord_name_equal (accord_import_mapping_get_name (mapping), name))
        return g_steal_pointer (&mapping);
    }
  if (mappings != NULL)
    g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_NOT_FOUND,
                 _("There is no saved mapping “%s” for such files."), name);

  return NULL;
}

AccordImportOptions *
accord_import_load_mapping (AccordWorkspace *workspace,
                            AccordImportKind kind,
                            const char      *name,
                            GError         **error)
{
  g_autoptr (AccordImportMapping) mapping = find_mapping (workspace, kind, name, error);

  return mapping != NULL ? accord_import_options_from_json (accord_import_mapping_get_settings (mapping), error) : NULL;
}

gboolean
accord_import_save_mapping (AccordWorkspace           *workspace,
                            AccordImportKind           kind,
                            const char                *name,
                            const AccordImportOptions *options,
                            GError                   **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (AccordImportMapping) found = find_mapping (workspace, kind, name, &missing);
  g_autoptr (AccordImportMapping) draft = NULL;
  g_autoptr (AccordChange) change = accord_change_new (_("Save Mapping"));
  g_autofree char *settings = accord_import_options_to_json (options);
  g_autofree char *tidy = g_strstrip (g_strdup (name));

  if (found == NULL && !g_error_matches (missing, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }

  draft = found != NULL ? accord_record_copy (found) : accord_import_mapping_new ();
  accord_import_mapping_set_kind (draft, kind);
  accord_import_mapping_set_name (draft, tidy);
  accord_import_mapping_set_settings (draft, settings);
  accord_change_put (change, draft);

  return accord_workspace_apply (workspace, change, error);
}
