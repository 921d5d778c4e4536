/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-apply.h"

#include <glib/gi18n.h>

#include "accord-import-bulk-rows.h"
#include "accord-import-json.h"
#include "accord-import.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-metric.h"
#include "accord-quota.h"
#include "accord-references.h"
#include "accord-territory.h"

typedef struct
{
  AccordWorkspace *workspace;
  AccordChange *change;
  AccordImportUndo *undo;
  GHashTable *undone; /* "table/id" to what it is made again, NULL where it goes */
  AccordImportBulkUndo *bulk;
} Undoing;

void
accord_import_undo_free (AccordImportUndo *self)
{
  g_ptr_array_unref (self->kept);
  g_free (self);
}

static GType
type_of_table (const char *table)
{
  const GType types[] = { ACCORD_TYPE_TERRITORY, ACCORD_TYPE_MEMBER, ACCORD_TYPE_MEMBERSHIP, ACCORD_TYPE_QUOTA,
                          ACCORD_TYPE_METRIC };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (AccordRecordClass) klass = g_type_class_ref (types[i]);

      if (g_str_equal (klass->table, table))
        return types[i];
    }

  return G_TYPE_INVALID;
}

static char *
make_key (const char *table,
          gint64      id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, table, id);
}

static const char *
name_member (Undoing *self,
             gint64   id)
{
  AccordMember *member = accord_workspace_find (self->workspace, ACCORD_TYPE_MEMBER, id);

  return member != NULL ? accord_member_get_name (member) : "";
}

static char *
describe (Undoing      *self,
          AccordRecord *record)
{
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace));

  if (ACCORD_IS_MEMBER (record))
    return g_strdup (accord_member_get_name (ACCORD_MEMBER (record)));
  if (ACCORD_IS_METRIC (record))
    return g_strdup (accord_metric_get_name (ACCORD_METRIC (record)));
  if (ACCORD_IS_TERRITORY (record))
    return g_strdup (accord_territory_get_name (ACCORD_TERRITORY (record)));
  if (ACCORD_IS_QUOTA (record))
    {
      AccordQuota *quota = ACCORD_QUOTA (record);
      g_autofree char *period =
          accord_grain_period_to_text (accord_quota_get_starts (quota), accord_quota_get_grain (quota), fiscal_start);

      /* Translators: a member, a period: the quota of Anna Snelling for 2013-Q2. */
      return g_strdup_printf (_("quota of %s, %s"), name_member (self, accord_quota_get_member (quota)), period);
    }

  /* Translators: where a member belongs (territory, manager). */
  return g_strdup_printf (_("place of %s"),
                          name_member (self, accord_membership_get_member (ACCORD_MEMBERSHIP (record))));
}

static void
keep (Undoing      *self,
      AccordRecord *record,
      const char   *why)
{
  g_autofree char *what = describe (self, record);

  g_ptr_array_add (self->undo->kept, g_strdup_printf ("%s: %s", what, why));
}

static gboolean
refers_to (AccordRecord *record,
           gint64        id)
{
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].kind == ACCORD_FIELD_REFERENCE && accord_record_read_integer (record, &fields[i]) == id)
        return TRUE;
    }

  return FALSE;
}

/* Whether actuals stay that are of the member or metric: they have no ids of their own, and are counted. */
static gboolean
has_actuals (Undoing      *self,
             AccordRecord *record,
             gboolean     *has,
             GError      **error)
{
  gint64 id = accord_record_get_id (record);
  gboolean is_member = ACCORD_IS_MEMBER (record);
  GArray *removed = self->bulk->removed_actuals;
  gint64 n = 0;

  if (!accord_actuals_count (self->workspace, is_member ? id : 0, is_member ? 0 : id, &n, error))
    return FALSE;
  for (guint i = 0; i < removed->len; i++)
    {
      const AccordActual *actual = &g_array_index (removed, AccordActual, i);

      n -= (is_member ? actual->member : actual->metric) == id;
    }
  *has = n > 0;

  return TRUE;
}

/* Whether something that stays refers to the record: what goes too does not count, nor what will not any more. */
static gboolean
is_needed (Undoing      *self,
           AccordRecord *record,
           gboolean     *needed,
           GError      **error)
{
  gint64 id = accord_record_get_id (record);
  g_autoptr (GArray) references = NULL;

  *needed = FALSE;
  /* The many: no table has a column that could refer to them. */
  if (ACCORD_IS_QUOTA (record) || ACCORD_IS_MEMBERSHIP (record))
    return TRUE;
  references = accord_workspace_find_references (self->workspace, G_OBJECT_TYPE (record), id, error);
  if (references == NULL)
    return FALSE;

  for (guint i = 0; i < references->len && !*needed; i++)
    {
      const AccordReference *reference = &g_array_index (references, AccordReference, i);
      g_autofree char *key = make_key (reference->table, reference->id);
      gpointer again = NULL;

      if (g_str_equal (reference->table, ACCORD_IMPORT_TABLE_ACTUAL))
        {
          if (!has_actuals (self, record, needed, error))
            return FALSE;
        }
      else if (!g_hash_table_lookup_extended (self->undone, key, NULL, &again))
        *needed = TRUE;
      else if (again != NULL)
        *needed = refers_to (again, id);
    }

  return TRUE;
}

/* FALSE only where the store fails. */
static gboolean
undo_row (Undoing         *self,
          AccordImportRow *row,
          GError         **error)
{
  const char *table = accord_import_row_get_table_name (row);
  GType type = type_of_table (table);
  AccordRecord *live = type != G_TYPE_INVALID
                         ? accord_workspace_find (self->workspace, type, accord_import_row_get_record (row))
                         : NULL;
  g_autofree char *digest = live != NULL ? accord_import_record_digest (live) : NULL;
  g_autoptr (AccordRecord) draft = NULL;
  gboolean needed;

  /* Gone already: there is nothing to take back. */
  if (live == NULL)
    return TRUE;
  if (!g_str_equal (digest, accord_import_row_get_after (row)))
    {
      keep (self, live, _("was changed since."));
      return TRUE;
    }

  if (*accord_import_row_get_before (row) == '\0')
    {
      if (!is_needed (self, live, &needed, error))
        return FALSE;
      if (needed)
        {
          keep (self, live, _("something else refers to it now."));
          return TRUE;
        }
      accord_change_remove (self->change, live);
      g_hash_table_insert (self->undone, make_key (table, accord_import_row_get_record (row)), NULL);
      self->undo->removed++;
      return TRUE;
    }

  draft = accord_record_copy (live);
  if (!accord_import_record_from_json (draft, accord_import_row_get_before (row)))
    {
      keep (self, live, _("what it was before cannot be read."));
      return TRUE;
    }
  accord_change_put (self->change, draft);
  g_hash_table_insert (self->undone, make_key (table, accord_import_row_get_record (row)), g_steal_pointer (&draft));
  self->undo->restored++;

  return TRUE;
}

static AccordImport *
find_import (AccordWorkspace *workspace,
             gint64           id,
             GError         **error)
{
  GListModel *imports = accord_workspace_load_list (workspace, ACCORD_TYPE_IMPORT, error);
  AccordImport *found = NULL;

  if (imports == NULL)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    {
      g_autoptr (AccordImport) import = g_list_model_get_item (imports, i);

      if (id != 0 ? accord_record_get_id (ACCORD_RECORD (import)) == id : !accord_import_get_undone (import))
        found = import;
    }
  if (found == NULL && id == 0)
    g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_NOT_FOUND,
                         _("There is no import to take back."));
  else if (found == NULL)
    g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_NOT_FOUND, _("There is no such import."));
  else if (accord_import_get_undone (found))
    {
      g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_NOT_FOUND,
                           _("That import was taken back already."));
      return NULL;
    }

  return found;
}

static int
compare_rows (const void *a,
              const void *b)
{
  gint64 left = accord_import_row_get_position (*(AccordImportRow *const *) a);
  gint64 right = accord_import_row_get_position (*(AccordImportRow *const *) b);

  return left < right ? 1 : left > right ? -1 : 0;
}

/* The last one first. (transfer container) */
static GPtrArray *
list_rows (AccordWorkspace *workspace,
           gint64           import,
           GError         **error)
{
  GListModel *all = accord_workspace_load_list (workspace, ACCORD_TYPE_IMPORT_ROW, error);
  GPtrArray *rows;

  if (all == NULL)
    return NULL;

  rows = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (AccordImportRow) row = g_list_model_get_item (all, i);

      if (accord_import_row_get_import (row) == import)
        g_ptr_array_add (rows, row);
    }
  qsort (rows->pdata, rows->len, sizeof (gpointer), compare_rows);

  return rows;
}

static gboolean
load_lists (AccordWorkspace *workspace,
            GError         **error)
{
  return accord_workspace_load_list (workspace, ACCORD_TYPE_TERRITORY, error) != NULL
         && accord_workspace_load_list (workspace, ACCORD_TYPE_MEMBER, error) != NULL
         && accord_workspace_load_list (workspace, ACCORD_TYPE_MEMBERSHIP, error) != NULL
         && accord_workspace_load_list (workspace, ACCORD_TYPE_METRIC, error) != NULL
         && accord_workspace_load_list (workspace, ACCORD_TYPE_QUOTA, error) != NULL;
}

/* The bulk rows, which refer to records and are referred to by none. */
static gboolean
undo_bulk (Undoing   *self,
           GPtrArray *rows,
           GError   **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      AccordImportRow *row = g_ptr_array_index (rows, i);

      if (accord_import_row_is_bulk (row) && !accord_import_bulk_undo_add (self->bulk, self->workspace, row, error))
        return FALSE;
    }

  for (guint i = 0; i < self->bulk->removed_opportunities->len; i++)
    g_hash_table_insert (self->undone,
                         make_key (ACCORD_IMPORT_TABLE_OPPORTUNITY,
                                   g_array_index (self->bulk->removed_opportunities, gint64, i)),
                         NULL);
  self->undo->removed += self->bulk->n_removed;
  self->undo->restored += self->bulk->n_restored;
  if (self->bulk->n_changed > 0)
    g_ptr_array_add (self->undo->kept,
                     g_strdup_printf (ngettext ("%u row was changed since.", "%u rows were changed since.",
                                                self->bulk->n_changed),
                                      self->bulk->n_changed));
  if (self->bulk->n_unreadable > 0)
    g_ptr_array_add (self->undo->kept,
                     g_strdup_printf (ngettext ("%u row: what it was before cannot be read.",
                                                "%u rows: what they were before cannot be read.",
                                                self->bulk->n_unreadable),
                                      self->bulk->n_unreadable));
  if (!accord_bulk_is_empty (self->bulk->bulk))
    accord_change_set_bulk (self->change, self->bulk->bulk);

  return TRUE;
}

static void
unref_if_any (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

AccordImportUndo *
accord_import_undo (AccordWorkspace *workspace,
                    gint64           import,
                    GError         **error)
{
  g_autoptr (AccordChange) change = accord_change_new (_("Take Back Import"));
  g_autoptr (GHashTable) undone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_if_any);
  g_autoptr (AccordImportUndo) undo = g_new0 (AccordImportUndo, 1);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (AccordImport) draft = NULL;
  g_autoptr (AccordImportBulkUndo) bulk = accord_import_bulk_undo_new ();
  Undoing self = { workspace, change, undo, undone, bulk };
  AccordImport *found;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  undo->kept = g_ptr_array_new_with_free_func (g_free);
  found = load_lists (workspace, error) ? find_import (workspace, import, error) : NULL;
  if (found == NULL)
    return NULL;

  undo->import = accord_record_get_id (ACCORD_RECORD (found));
  rows = list_rows (workspace, undo->import, error);
  if (rows == NULL || !undo_bulk (&self, rows, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      if (!accord_import_row_is_bulk (g_ptr_array_index (rows, i)) && !undo_row (&self, g_ptr_array_index (rows, i), error))
        return NULL;
    }

  draft = accord_record_copy (found);
  accord_import_set_undone (draft, TRUE);
  accord_change_put (change, draft);

  return accord_workspace_apply (workspace, change, error) ? g_steal_pointer (&undo) : NULL;
}
