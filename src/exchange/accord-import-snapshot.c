/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-private.h"

static GPtrArray *
copy_list (AccordWorkspace *workspace,
           GType            type,
           GError         **error)
{
  GListModel *list = accord_workspace_load_list (workspace, type, error);
  GPtrArray *copies;

  if (list == NULL)
    return NULL;

  copies = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordRecord) record = g_list_model_get_item (list, i);

      g_ptr_array_add (copies, accord_record_copy (record));
    }

  return copies;
}

static gboolean
read_members (AccordImportSnapshot *self,
              AccordWorkspace      *workspace,
              GError              **error)
{
  g_autoptr (GPtrArray) memberships = copy_list (workspace, ACCORD_TYPE_MEMBERSHIP, error);

  self->territories = copy_list (workspace, ACCORD_TYPE_TERRITORY, error);
  if (memberships == NULL || self->territories == NULL)
    return FALSE;

  self->memberships = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  for (guint i = 0; i < memberships->len; i++)
    g_list_store_append (self->memberships, g_ptr_array_index (memberships, i));

  return TRUE;
}

static gboolean
read_bulk (AccordImportSnapshot *self,
           AccordWorkspace      *workspace,
           GError              **error)
{
  self->path = g_strdup (accord_workspace_get_path (workspace));
  if (self->kind == ACCORD_IMPORT_KIND_ACTUALS)
    self->metrics = copy_list (workspace, ACCORD_TYPE_METRIC, error);

  return (self->metrics != NULL || self->kind != ACCORD_IMPORT_KIND_ACTUALS)
         && accord_opportunities_read_any (workspace, &self->has_opportunities, error)
         && accord_bulk_read_state (workspace, self->state, error);
}

AccordImportSnapshot *
accord_import_snapshot_new (AccordWorkspace *workspace,
                            AccordImportKind kind,
                            AccordDate       today,
                            GError         **error)
{
  g_autoptr (AccordImportSnapshot) self = g_new0 (AccordImportSnapshot, 1);
  AccordSettings *settings;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  settings = accord_workspace_get_settings (workspace);
  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->today = today;
  accord_date_get_ymd (today, &self->this_year, NULL, NULL);
  self->fiscal_start = (int) accord_settings_get_fiscal_start (settings);
  self->decimals = (int) accord_settings_get_decimals (settings);
  self->currency = g_strdup (accord_settings_get_currency (settings));
  self->members = copy_list (workspace, ACCORD_TYPE_MEMBER, error);
  if (self->members == NULL)
    return NULL;

  if (kind == ACCORD_IMPORT_KIND_MEMBERS)
    return read_members (self, workspace, error) ? g_steal_pointer (&self) : NULL;

  if (kind == ACCORD_IMPORT_KIND_ACTUALS || kind == ACCORD_IMPORT_KIND_OPPORTUNITIES)
    return read_bulk (self, workspace, error) ? g_steal_pointer (&self) : NULL;

  self->quotas = copy_list (workspace, ACCORD_TYPE_QUOTA, error);
  if (self->quotas == NULL)
    return NULL;
  self->season = accord_season_history_new (workspace, today);

  return g_steal_pointer (&self);
}

AccordImportSnapshot *
accord_import_snapshot_ref (AccordImportSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
accord_import_snapshot_unref (AccordImportSnapshot *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->currency);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->territories, g_ptr_array_unref);
  g_clear_object (&self->memberships);
  g_clear_pointer (&self->quotas, g_ptr_array_unref);
  g_clear_pointer (&self->season, accord_season_history_free);
  g_clear_pointer (&self->metrics, g_ptr_array_unref);
  g_free (self->path);
  g_free (self);
}

static gboolean
is_same (AccordRecord *copy,
         GListModel   *list,
         guint         i)
{
  g_autoptr (AccordRecord) live = g_list_model_get_item (list, i);

  return accord_record_get_id (copy) == accord_record_get_id (live) && accord_record_equal (copy, live);
}

static gboolean
is_current (GPtrArray       *copies,
            AccordWorkspace *workspace,
            GType            type)
{
  GListModel *list = accord_workspace_get_list (workspace, type);

  if (copies == NULL)
    return TRUE;
  if (copies->len != g_list_model_get_n_items (list))
    return FALSE;

  for (guint i = 0; i < copies->len; i++)
    {
      if (!is_same (g_ptr_array_index (copies, i), list, i))
        return FALSE;
    }

  return TRUE;
}

gboolean
accord_import_snapshot_is_current (AccordImportSnapshot *self,
                                   AccordWorkspace      *workspace)
{
  GListModel *memberships;

  if (!is_current (self->members, workspace, ACCORD_TYPE_MEMBER)
      || !is_current (self->territories, workspace, ACCORD_TYPE_TERRITORY)
      || !is_current (self->quotas, workspace, ACCORD_TYPE_QUOTA)
      || !is_current (self->metrics, workspace, ACCORD_TYPE_METRIC))
    return FALSE;
  if (self->memberships == NULL)
    return TRUE;

  memberships = accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBERSHIP);
  if (g_list_model_get_n_items (memberships) != g_list_model_get_n_items (G_LIST_MODEL (self->memberships)))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (AccordRecord) copy = g_list_model_get_item (G_LIST_MODEL (self->memberships), i);

      if (!is_same (copy, memberships, i))
        return FALSE;
    }

  return TRUE;
}
