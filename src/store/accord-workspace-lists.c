/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-workspace-state.h"

#include <glib/gi18n.h>

/* Every row of a type, in order of id. Under ACCORD_OPEN_DAMAGED what cannot be read is left out. */
static GPtrArray *
lists_read (AccordWorkspace *self,
            GType            type,
            GError         **error)
{
  g_autoptr (AccordRecordClass) klass = g_type_class_ref (type);
  g_autofree char *sql = accord_record_select_sql (type);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AccordStatement) statement = NULL;
  GError **blame = self->damaged ? NULL : error;
  gint64 last = 0;

  statement = accord_database_prepare (self->database, sql, blame);
  while (statement != NULL)
    {
      AccordRecord *record;
      gboolean row = FALSE;

      if (!accord_database_step (self->database, statement, &row, blame))
        break;
      if (!row)
        return g_steal_pointer (&records);

      /* In a table whose pages refer to one another in a circle the rows never end; but they do not ascend. */
      if (self->damaged && sqlite3_column_int64 (statement, 0) <= last)
        break;
      last = sqlite3_column_int64 (statement, 0);

      record = accord_record_read_row (type, statement);
      if (record != NULL)
        g_ptr_array_add (records, record);
      else if (!self->damaged)
        {
          g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED,
                       /* Translators: the second %s is the name of a table, in English. */
                       _("“%s” is damaged: a row in “%s” is not what was stored. It was left as it is; restore a backup, "
                         "or check it to see what can still be read."),
                       self->name, klass->table);
          return NULL;
        }
    }

  return self->damaged ? g_steal_pointer (&records) : NULL;
}

AccordRecordList *
accord_workspace_require_list (AccordWorkspace *self,
                               GType            type,
                               GError         **error)
{
  AccordKind *kind = accord_workspace_get_kind (self, type);
  g_autoptr (AccordRecordList) list = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (kind->list != NULL)
    return kind->list;

  records = lists_read (self, type, error);
  if (records == NULL)
    return NULL;

  list = accord_record_list_new (type);
  accord_record_list_begin (list);
  for (guint i = 0; i < records->len; i++)
    accord_record_list_insert (list, g_ptr_array_index (records, i));
  accord_record_list_finish (list);
  kind->list = g_steal_pointer (&list);
  kind->next_id = MAX (kind->next_id, accord_record_list_get_last_id (kind->list) + 1);

  return kind->list;
}

void
accord_workspace_show (AccordWorkspace *self,
                       GPtrArray       *entries,
                       gboolean         backwards)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (GPtrArray) frozen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      AccordEntry *entry = g_ptr_array_index (entries, i);
      AccordRecord *image = backwards ? entry->before : entry->after;
      AccordRecordList *list = accord_workspace_get_kind (self, entry->type)->list;
      AccordRecord *live;

      if (list == NULL)
        continue;

      accord_record_list_begin (list);
      if (!g_ptr_array_find (lists, list, NULL))
        g_ptr_array_add (lists, list);

      live = accord_record_list_find (list, entry->id);
      if (image == NULL)
        accord_record_list_remove (list, entry->id);
      else if (live == NULL)
        {
          g_autoptr (AccordRecord) copy = accord_record_copy (image);

          accord_record_list_insert (list, copy);
        }
      else
        {
          g_object_freeze_notify (G_OBJECT (live));
          g_ptr_array_add (frozen, g_object_ref (live));
          accord_record_assign (live, image);
        }
    }

  for (guint i = 0; i < lists->len; i++)
    accord_record_list_finish (g_ptr_array_index (lists, i));
  for (guint i = 0; i < frozen->len; i++)
    g_object_thaw_notify (g_ptr_array_index (frozen, i));
}

static void
lists_add_stored (AccordKind   *kind,
                  AccordRecord *record,
                  GPtrArray    *entries)
{
  AccordEntry *entry = accord_entry_new (kind->type, accord_record_get_id (record));

  entry->after = g_object_ref (record);
  g_ptr_array_add (entries, entry);
}

/* What has to be done to the list so that it holds records, which are in order of id as it is. */
static void
lists_collect_difference (AccordKind *kind,
                          GPtrArray  *records,
                          GPtrArray  *entries)
{
  guint n_live = g_list_model_get_n_items (G_LIST_MODEL (kind->list));
  guint at = 0;

  for (guint i = 0; i < n_live; i++)
    {
      g_autoptr (AccordRecord) live = g_list_model_get_item (G_LIST_MODEL (kind->list), i);
      gint64 id = accord_record_get_id (live);

      for (; at < records->len && accord_record_get_id (g_ptr_array_index (records, at)) < id; at++)
        lists_add_stored (kind, g_ptr_array_index (records, at), entries);
      if (at == records->len || accord_record_get_id (g_ptr_array_index (records, at)) != id)
        g_ptr_array_add (entries, accord_entry_new (kind->type, id));
      else if (accord_record_equal (live, g_ptr_array_index (records, at)))
        at++;
    }
  for (; at < records->len; at++)
    lists_add_stored (kind, g_ptr_array_index (records, at), entries);
}

gboolean
accord_workspace_reload (AccordWorkspace *self,
                         gboolean        *changed,
                         GError         **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_entry_free);

  /* Noted before the rows are read: who writes in between is noticed later. */
  self->stale = TRUE;
  if (self->unfinished && !accord_database_rollback (self->database))
    return accord_database_fail (self->database, SQLITE_NOMEM, error);
  self->unfinished = FALSE;
  if (!accord_workspace_note_data_version (self, error))
    return FALSE;
  for (guint i = 0; i < ACCORD_WORKSPACE_N_TYPES; i++)
    {
      AccordKind *kind = &self->kinds[i];
      g_autoptr (GPtrArray) records = NULL;

      if (kind->list == NULL)
        continue;
      records = lists_read (self, kind->type, error);
      if (records == NULL)
        return FALSE;
      lists_collect_difference (kind, records, entries);
    }
  self->stale = FALSE;

  *changed = entries->len > 0;
  accord_workspace_show (self, entries, FALSE);
  for (guint i = 0; i < ACCORD_WORKSPACE_N_TYPES; i++)
    {
      AccordKind *kind = &self->kinds[i];

      if (kind->list != NULL)
        kind->next_id = MAX (kind->next_id, accord_record_list_get_last_id (kind->list) + 1);
    }
  if (self->unsure_drafts != NULL)
    accord_workspace_tell_drafts (self, self->unsure_drafts, self->unsure_images);
  g_clear_pointer (&self->unsure_drafts, g_ptr_array_unref);
  g_clear_pointer (&self->unsure_images, g_ptr_array_unref);

  return TRUE;
}

GListModel *
accord_workspace_load_list (AccordWorkspace *self,
                            GType            type,
                            GError         **error)
{
  AccordRecordList *list;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  list = accord_workspace_require_list (self, type, error);

  return list != NULL ? G_LIST_MODEL (list) : NULL;
}

GListModel *
accord_workspace_get_list (AccordWorkspace *self,
                           GType            type)
{
  g_autoptr (GError) error = NULL;
  AccordRecordList *list;
  AccordKind *kind;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  list = accord_workspace_require_list (self, type, &error);
  if (list != NULL)
    return G_LIST_MODEL (list);

  /* Only a file that was damaged since it was opened comes here. Nothing is stored on the strength of this list: it
   * is empty. */
  g_message ("%s", error->message);
  kind = accord_workspace_get_kind (self, type);
  kind->list = accord_record_list_new (type);
  kind->next_id = MAX (kind->next_id, 1);
  self->read_only = TRUE;

  return G_LIST_MODEL (kind->list);
}

gpointer
accord_workspace_find (AccordWorkspace *self,
                       GType            type,
                       gint64           id)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  return accord_record_list_find (ACCORD_RECORD_LIST (accord_workspace_get_list (self, type)), id);
}

AccordSettings *
accord_workspace_get_settings (AccordWorkspace *self)
{
  return accord_workspace_find (self, ACCORD_TYPE_SETTINGS, 1);
}

gint64
accord_workspace_reserve_id (AccordWorkspace *self,
                             GType            type)
{
  AccordKind *kind;
  gint64 id;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), 0);

  accord_workspace_get_list (self, type);
  kind = accord_workspace_get_kind (self, type);
  id = kind->next_id++;
  g_hash_table_add (kind->reserved, g_memdup2 (&id, sizeof id));

  return id;
}
