/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-workspace-state.h"

#include <glib/gi18n.h>

/* A change that a thread stores. Between the begin and the end of its transaction the thread has the connection to itself, but
 * for what is read: accord_workspace_begin() refuses everybody else. Lists and live objects are the workspace's thread's all
 * the time. */
struct _AccordStoring
{
  AccordWorkspace *workspace; /* the task holds it */
  AccordChange *change;
  AccordApplyPlan plan;
  GTask *task;
  GCancellable *cancellable;
  GThread *thread;
  GSource *source; /* attached by the thread, as its last act */
  /* What the thread leaves behind. */
  AccordBulk *before;
  gboolean committing;
  gboolean committed;
  GError *error;
};

static void
storing_free (AccordStoring *self)
{
  accord_change_unref (self->change);
  accord_apply_plan_clear (&self->plan);
  g_clear_object (&self->task);
  g_clear_object (&self->cancellable);
  g_source_destroy (self->source);
  g_source_unref (self->source);
  g_clear_pointer (&self->before, accord_bulk_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static gpointer
storing_run (gpointer data)
{
  AccordStoring *self = data;
  AccordDatabase *database = accord_workspace_get_database (self->workspace);

  if (accord_workspace_store_entries (self->workspace, self->plan.entries, FALSE, self->plan.bulk, &self->before, &self->error)
      && !g_cancellable_set_error_if_cancelled (self->cancellable, &self->error)
      && accord_database_check_place (database, &self->error))
    {
      self->committing = TRUE;
      self->committed = accord_database_commit (database, &self->error);
    }
  if (!self->committing)
    accord_database_rollback (database);
  g_source_attach (self->source, g_task_get_context (self->task));

  return NULL;
}

/* The thread has ended. */
static void
storing_finish (AccordStoring *self,
                gboolean       closing)
{
  AccordWorkspace *workspace = self->workspace;
  g_autoptr (GTask) task = g_object_ref (self->task);

  g_thread_join (self->thread);
  workspace->storing = NULL;
  if (self->committed)
    {
      workspace->changed = TRUE;
      if (!closing)
        accord_workspace_take_in (workspace, self->change, &self->plan, self->before);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      if (closing)
        accord_database_rollback (workspace->database);
      else if (self->committing)
        accord_workspace_settle_commit (workspace);
      else
        accord_workspace_rollback (workspace);
      if (!closing)
        accord_workspace_give_up (workspace, &self->plan);
      g_task_return_error (task, g_steal_pointer (&self->error));
    }
  storing_free (self);
}

static gboolean
on_stored (gpointer data)
{
  storing_finish (data, FALSE);

  return G_SOURCE_REMOVE;
}

void
accord_workspace_stop_storing (AccordWorkspace *self)
{
  if (self->storing == NULL)
    return;

  g_cancellable_cancel (self->storing->cancellable);
  storing_finish (self->storing, TRUE);
}

static AccordStoring *
storing_new (AccordWorkspace *workspace,
             AccordChange    *change,
             GTask           *task,
             GCancellable    *cancellable)
{
  AccordStoring *self = g_new0 (AccordStoring, 1);

  self->workspace = workspace;
  self->change = accord_change_ref (change);
  self->task = g_object_ref (task);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  self->source = g_idle_source_new ();
  g_source_set_priority (self->source, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->source, on_stored, self, NULL);

  return self;
}

void
accord_workspace_apply_async (AccordWorkspace    *self,
                              AccordChange       *change,
                              AccordProgress      progress,
                              gpointer            progress_data,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  AccordStoring *storing;

  g_return_if_fail (ACCORD_IS_WORKSPACE (self));
  g_return_if_fail (change != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, accord_workspace_apply_async);
  /* What was stored was stored, whatever was asked for meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  storing = storing_new (self, change, task, cancellable);

  if (!accord_workspace_plan_change (self, change, &storing->plan, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      storing_free (storing);
      return;
    }
  if (accord_apply_plan_is_empty (&storing->plan))
    {
      accord_workspace_take_in (self, change, &storing->plan, NULL);
      g_task_return_boolean (task, TRUE);
      storing_free (storing);
      return;
    }
  if (!accord_workspace_begin (self, &error))
    {
      accord_workspace_give_up (self, &storing->plan);
      g_task_return_error (task, g_steal_pointer (&error));
      storing_free (storing);
      return;
    }

  if (storing->plan.bulk != NULL)
    accord_bulk_watch (storing->plan.bulk, progress, progress_data, storing->cancellable);
  self->storing = storing;
  storing->thread = g_thread_new ("accord-storing", storing_run, storing);
}

gboolean
accord_workspace_apply_finish (AccordWorkspace *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
