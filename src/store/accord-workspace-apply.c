/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-workspace-state.h"

#include <glib/gi18n.h>

/* How many actions can be taken back: more than anybody does, and bounded, for each keeps its records. */
#define MAX_STEPS 1000

AccordEntry *
accord_entry_new (GType  type,
                  gint64 id)
{
  AccordEntry *self = g_new0 (AccordEntry, 1);

  self->type = type;
  self->id = id;

  return self;
}

void
accord_entry_free (AccordEntry *self)
{
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self);
}

void
accord_step_free (AccordStep *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->bulk, accord_bulk_unref);
  g_free (self);
}

static guint
entry_hash (gconstpointer key)
{
  const AccordEntry *entry = key;

  return g_int64_hash (&entry->id) ^ (guint) g_direct_hash (GSIZE_TO_POINTER (entry->type));
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const AccordEntry *one = a;
  const AccordEntry *other = b;

  return one->id == other->id && one->type == other->type;
}

void
accord_apply_plan_clear (AccordApplyPlan *plan)
{
  g_clear_pointer (&plan->entries, g_ptr_array_unref);
  g_clear_pointer (&plan->index, g_hash_table_unref);
  g_clear_pointer (&plan->drafts, g_ptr_array_unref);
  g_clear_pointer (&plan->images, g_ptr_array_unref);
}

/* One entry a record, however often a change names it: its first before and its last after. */
static AccordEntry *
apply_plan_entry (AccordWorkspace *self,
                  AccordApplyPlan *plan,
                  GType            type,
                  gint64           id)
{
  AccordEntry key = { .type = type, .id = id };
  AccordEntry *entry = g_hash_table_lookup (plan->index, &key);
  AccordRecord *live;

  if (entry != NULL)
    return entry;

  entry = accord_entry_new (type, id);
  live = accord_record_list_find (accord_workspace_get_kind (self, type)->list, id);
  if (live != NULL)
    {
      entry->before = accord_record_copy (live);
      entry->after = g_object_ref (entry->before);
    }
  g_ptr_array_add (plan->entries, entry);
  g_hash_table_add (plan->index, entry);

  return entry;
}

static gint64
apply_next_number (AccordKind *kind,
                   AccordApplyPlan *plan)
{
  if (plan->next_number == 0)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (kind->list));

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (AccordConversation) conversation = g_list_model_get_item (G_LIST_MODEL (kind->list), i);

          plan->next_number = MAX (plan->next_number, accord_conversation_get_number (conversation));
        }
    }

  return ++plan->next_number;
}

/* The id that the draft is stored under, or 0 where the record that it was a copy of has gone. */
static gint64
apply_resolve_id (AccordWorkspace *self,
                  AccordKind      *kind,
                  AccordApplyPlan *plan,
                  AccordRecord    *draft)
{
  gint64 id = accord_record_get_id (draft);
  AccordEntry key = { .type = kind->type, .id = id };

  if (kind->type == ACCORD_TYPE_SETTINGS)
    return 1;
  if (id == 0)
    return kind->next_id++;
  if (accord_record_list_find (kind->list, id) != NULL || g_hash_table_contains (kind->reserved, &id)
      || g_hash_table_contains (plan->index, &key))
    return id;

  return 0;
}

static gboolean
apply_plan_put (AccordWorkspace *self,
                AccordApplyPlan *plan,
                AccordRecord    *draft,
                GError         **error)
{
  GType type = G_OBJECT_TYPE (draft);
  g_autoptr (AccordRecord) image = NULL;
  AccordEntry *entry;
  AccordKind *kind;
  gint64 id;

  if (accord_workspace_require_list (self, type, error) == NULL || !accord_record_validate (draft, error))
    return FALSE;

  kind = accord_workspace_get_kind (self, type);
  id = apply_resolve_id (self, kind, plan, draft);
  if (id == 0)
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT,
                           _("What you are changing was removed in the meantime. Nothing was changed."));
      return FALSE;
    }
  g_return_val_if_fail (accord_record_list_find (kind->list, id) != draft, FALSE);

  image = accord_record_copy (draft);
  accord_record_set_id (image, id);
  if (type == ACCORD_TYPE_CONVERSATION && accord_conversation_get_number (ACCORD_CONVERSATION (image)) == 0)
    accord_conversation_set_number (ACCORD_CONVERSATION (image), apply_next_number (kind, plan));

  entry = apply_plan_entry (self, plan, type, id);
  g_set_object (&entry->after, image);
  g_ptr_array_add (plan->drafts, g_object_ref (draft));
  g_ptr_array_add (plan->images, g_object_ref (image));

  return TRUE;
}

gboolean
accord_apply_plan_make (AccordApplyPlan *plan,
                        AccordWorkspace *self,
                        AccordChange    *change,
                        GError         **error)
{
  GPtrArray *puts = accord_change_get_puts (change);
  GPtrArray *removals = accord_change_get_removals (change);

  plan->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_entry_free);
  plan->index = g_hash_table_new (entry_hash, entry_equal);
  plan->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  plan->images = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < puts->len; i++)
    {
      if (!apply_plan_put (self, plan, g_ptr_array_index (puts, i), error))
        return FALSE;
    }
  for (guint i = 0; i < removals->len; i++)
    {
      AccordRecord *record = g_ptr_array_index (removals, i);
      AccordEntry *entry;

      if (accord_workspace_require_list (self, G_OBJECT_TYPE (record), error) == NULL)
        return FALSE;
      entry = apply_plan_entry (self, plan, G_OBJECT_TYPE (record), accord_record_get_id (record));
      g_clear_object (&entry->after);
    }

  /* What is stored already as it is to be is no part of the change. */
  g_hash_table_remove_all (plan->index);
  for (guint i = plan->entries->len; i > 0; i--)
    {
      AccordEntry *entry = g_ptr_array_index (plan->entries, i - 1);

      if (entry->before == entry->after
          || (entry->before != NULL && entry->after != NULL && accord_record_equal (entry->before, entry->after)))
        g_ptr_array_remove_index (plan->entries, i - 1);
    }

  return TRUE;
}

static AccordStatement *
apply_statement (AccordWorkspace  *self,
                 AccordStatement **statement,
                 char             *sql,
                 GError          **error)
{
  g_autofree char *owned = sql;

  if (*statement == NULL)
    *statement = accord_database_prepare (self->database, owned, error);

  return *statement;
}

gboolean
accord_workspace_store_entry (AccordWorkspace *self,
                              AccordEntry     *entry,
                              gboolean         backwards,
                              GError         **error)
{
  AccordRecord *from = backwards ? entry->after : entry->before;
  AccordRecord *to = backwards ? entry->before : entry->after;
  AccordKind *kind = accord_workspace_get_kind (self, entry->type);
  AccordStatement *statement;
  gboolean stored;

  if (to == NULL)
    statement = apply_statement (self, &kind->delete, accord_record_delete_sql (kind->type), error);
  else if (from == NULL)
    statement = apply_statement (self, &kind->insert, accord_record_insert_sql (kind->type), error);
  else
    statement = apply_statement (self, &kind->update, accord_record_update_sql (kind->type), error);
  if (statement == NULL)
    return FALSE;

  if (to == NULL)
    stored = accord_database_bind_integer (self->database, statement, 1, entry->id, error)
             && accord_database_run (self->database, statement, error);
  else
    stored = accord_record_write_row (self->database, statement, to, error);

  /* A row that is not there is one that the lists should not show. */
  if (stored && sqlite3_changes (accord_database_get_handle (self->database)) != 1)
    return accord_database_fail (self->database, SQLITE_CORRUPT, error);

  return stored;
}

gboolean
accord_workspace_store_entries (AccordWorkspace *self,
                                GPtrArray       *entries,
                                gboolean         backwards,
                                AccordBulk      *bulk,
                                AccordBulk     **before,
                                GError         **error)
{
  g_autoptr (AccordBulk) was = NULL;

  /* Bulk rows first: they are found by their metrics, which must still be there when they go. */
  if (!accord_database_execute (self->database, "PRAGMA defer_foreign_keys = ON", error)
      || (bulk != NULL && !accord_bulk_store (bulk, self->database, &was, error)))
    return FALSE;

  for (int removing = 1; removing >= 0; removing--)
    {
      for (guint i = 0; i < entries->len; i++)
        {
          AccordEntry *entry = g_ptr_array_index (entries, backwards ? entries->len - 1 - i : i);
          gboolean removed = (backwards ? entry->before : entry->after) == NULL;

          if (removed == (removing == 1) && !accord_workspace_store_entry (self, entry, backwards, error))
            return FALSE;
        }
    }
  *before = g_steal_pointer (&was);

  return TRUE;
}

static gboolean
apply_store (AccordWorkspace *self,
             GPtrArray       *entries,
             gboolean         backwards,
             AccordBulk      *bulk,
             AccordBulk     **before,
             GError         **error)
{
  g_autoptr (AccordBulk) was = NULL;

  if (!accord_workspace_begin (self, error))
    return FALSE;
  if (!accord_workspace_store_entries (self, entries, backwards, bulk, &was, error))
    {
      accord_workspace_rollback (self);
      return FALSE;
    }
  if (!accord_workspace_commit (self, error))
    return FALSE;

  *before = g_steal_pointer (&was);

  return TRUE;
}

void
accord_workspace_tell_drafts (AccordWorkspace *self,
                              GPtrArray       *drafts,
                              GPtrArray       *images)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      AccordRecord *draft = g_ptr_array_index (drafts, i);
      AccordRecord *image = g_ptr_array_index (images, i);
      AccordKind *kind = accord_workspace_get_kind (self, G_OBJECT_TYPE (image));
      gint64 id = accord_record_get_id (image);
      AccordRecord *live = accord_record_list_find (kind->list, id);

      if (live == NULL || !accord_record_equal (live, image))
        continue;

      accord_record_set_id (draft, id);
      if (ACCORD_IS_CONVERSATION (draft))
        accord_conversation_set_number (ACCORD_CONVERSATION (draft), accord_conversation_get_number (ACCORD_CONVERSATION (image)));
      g_hash_table_remove (kind->reserved, &id);
    }
}

/* Which fields differ, a bit each; no kind of record has more than 64. */
static guint64
apply_changed_fields (AccordEntry *entry)
{
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (entry->after, &n_fields);
  guint64 changed = 0;

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].kind == ACCORD_FIELD_TEXT
            ? g_strcmp0 (accord_record_read_text (entry->before, &fields[i]),
                         accord_record_read_text (entry->after, &fields[i])) != 0
            : accord_record_read_integer (entry->before, &fields[i])
                != accord_record_read_integer (entry->after, &fields[i]))
        changed |= G_GUINT64_CONSTANT (1) << i;
    }

  return changed;
}

/* The step before, where it is the same edit of the same fields of a record: one Undo takes back what was typed in one go, however often
 * it was stored meanwhile. */
static AccordEntry *
apply_find_continued (AccordWorkspace *self,
                      AccordChange    *change,
                      GPtrArray       *entries)
{
  AccordStep *last = self->done->len > 0 ? g_ptr_array_index (self->done, self->done->len - 1) : NULL;
  AccordEntry *before, *now;

  if (last == NULL || !accord_change_get_continues (change) || last->bulk != NULL
      || accord_change_get_bulk (change) != NULL || last->entries->len != 1 || entries->len != 1
      || self->undone->len > 0 || g_strcmp0 (last->label, accord_change_get_label (change)) != 0)
    return NULL;

  before = g_ptr_array_index (last->entries, 0);
  now = g_ptr_array_index (entries, 0);

  if (!entry_equal (before, now) || before->before == NULL || before->after == NULL || now->before == NULL
      || now->after == NULL || apply_changed_fields (before) != apply_changed_fields (now))
    return NULL;

  return before;
}

static void
apply_push_step (AccordWorkspace *self,
                 AccordChange    *change,
                 GPtrArray       *entries,
                 AccordBulk      *before)
{
  AccordEntry *continued = apply_find_continued (self, change, entries);
  AccordStep *step;

  if (continued != NULL)
    {
      AccordEntry *now = g_ptr_array_index (entries, 0);

      g_set_object (&continued->after, now->after);
      return;
    }

  step = g_new0 (AccordStep, 1);
  step->label = g_strdup (accord_change_get_label (change));
  step->entries = g_ptr_array_ref (entries);
  step->bulk = before != NULL ? accord_bulk_ref (before) : NULL;
  g_ptr_array_add (self->done, step);
  if (self->done->len > MAX_STEPS)
    g_ptr_array_remove_index (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
}

gboolean
accord_workspace_plan_change (AccordWorkspace *self,
                              AccordChange    *change,
                              AccordApplyPlan *plan,
                              GError         **error)
{
  if (self->database == NULL)
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_IO,
                           _("The workspace is closed. Nothing was changed."));
      return FALSE;
    }
  if (!accord_apply_plan_make (plan, self, change, error))
    return FALSE;

  plan->bulk = accord_change_get_bulk (change);
  if (plan->bulk != NULL && accord_bulk_is_empty (plan->bulk))
    plan->bulk = NULL;

  return TRUE;
}

gboolean
accord_apply_plan_is_empty (AccordApplyPlan *plan)
{
  return plan->entries->len == 0 && plan->bulk == NULL;
}

void
accord_workspace_take_in (AccordWorkspace *self,
                          AccordChange    *change,
                          AccordApplyPlan *plan,
                          AccordBulk      *before)
{
  gboolean changes = !accord_apply_plan_is_empty (plan);

  /* The step first: whoever stores something because a list has changed comes after it. */
  if (changes)
    {
      apply_push_step (self, change, plan->entries, before);
      accord_workspace_show (self, plan->entries, FALSE);
    }
  accord_workspace_tell_drafts (self, plan->drafts, plan->images);
  if (changes)
    accord_workspace_notify_steps (self);
  if (plan->bulk != NULL)
    accord_workspace_tell_bulk (self);
}

void
accord_workspace_give_up (AccordWorkspace *self,
                          AccordApplyPlan *plan)
{
  /* A COMMIT that failed at its very end has stored all the same: the drafts learn their ids as soon as the lists
   * show it, so that to try again does not store them twice. */
  if (self->stale && self->unsure_drafts == NULL)
    {
      self->unsure_drafts = g_ptr_array_ref (plan->drafts);
      self->unsure_images = g_ptr_array_ref (plan->images);
    }
  else
    accord_workspace_tell_drafts (self, plan->drafts, plan->images);
}

gboolean
accord_workspace_apply (AccordWorkspace *self,
                        AccordChange    *change,
                        GError         **error)
{
  g_auto (AccordApplyPlan) plan = { 0 };
  g_autoptr (AccordBulk) before = NULL;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  if (!accord_workspace_plan_change (self, change, &plan, error))
    return FALSE;
  if (!accord_apply_plan_is_empty (&plan) && !apply_store (self, plan.entries, FALSE, plan.bulk, &before, error))
    {
      accord_workspace_give_up (self, &plan);
      return FALSE;
    }
  accord_workspace_take_in (self, change, &plan, before);

  return TRUE;
}

static gboolean
apply_move_step (AccordWorkspace *self,
                 GPtrArray       *from,
                 GPtrArray       *to,
                 gboolean         backwards,
                 GError         **error)
{
  g_autoptr (AccordBulk) before = NULL;
  AccordStep *step;

  if (from->len == 0)
    return TRUE;

  step = g_ptr_array_index (from, from->len - 1);
  if (!apply_store (self, step->entries, backwards, step->bulk, &before, error))
    return FALSE;

  g_clear_pointer (&step->bulk, accord_bulk_unref);
  step->bulk = g_steal_pointer (&before);
  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
  accord_workspace_show (self, step->entries, backwards);
  accord_workspace_notify_steps (self);
  if (step->bulk != NULL)
    accord_workspace_tell_bulk (self);

  return TRUE;
}

gboolean
accord_workspace_undo (AccordWorkspace *self,
                       GError         **error)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), FALSE);

  return apply_move_step (self, self->done, self->undone, TRUE, error);
}

gboolean
accord_workspace_redo (AccordWorkspace *self,
                       GError         **error)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), FALSE);

  return apply_move_step (self, self->undone, self->done, FALSE, error);
}

void
accord_workspace_forget_steps (AccordWorkspace *self)
{
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  accord_workspace_notify_steps (self);
  /* The file was read again, or somebody erased: nobody knows what else it holds now. */
  accord_workspace_tell_bulk (self);
}
