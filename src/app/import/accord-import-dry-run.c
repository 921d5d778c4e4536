/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-dry-run.h"

#define PROGRESS_INTERVAL_MS 50
#define PROGRESS_PARTS 1000

typedef struct
{
  char *path;
  AccordCsv *csv;
  AccordImportSnapshot *snapshot;
  AccordImportOptions *options;
  AccordImportDryRunProgress progress;
  gpointer user_data;
  gint parts; /* atomic: the worker writes it, the main loop reads it */
  guint source;
} Run;

static void
run_free (Run *run)
{
  g_clear_handle_id (&run->source, g_source_remove);
  g_clear_pointer (&run->csv, accord_csv_unref);
  accord_import_snapshot_unref (run->snapshot);
  accord_import_options_free (run->options);
  g_free (run->path);
  g_free (run);
}

static void
on_worker_progress (double   fraction,
                    gpointer user_data)
{
  Run *run = user_data;

  g_atomic_int_set (&run->parts, (gint) (fraction * PROGRESS_PARTS));
}

static gboolean
on_tick (gpointer user_data)
{
  Run *run = user_data;

  run->progress (g_atomic_int_get (&run->parts) / (double) PROGRESS_PARTS, run->user_data);

  return G_SOURCE_CONTINUE;
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Run *run = task_data;
  g_autoptr (AccordImportDryRun) result = g_new0 (AccordImportDryRun, 1);
  GError *error = NULL;

  if (run->csv != NULL)
    result->csv = accord_csv_ref (run->csv);
  else
    result->csv = accord_csv_load (run->path, run->options->encoding, run->options->delimiter, &error);
  if (result->csv != NULL)
    result->plan = accord_import_plan_new (run->snapshot, result->csv, run->options, on_worker_progress, run,
                                           cancellable, &error);
  if (result->plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&result), (GDestroyNotify) accord_import_dry_run_free);
}

void
accord_import_dry_run_free (AccordImportDryRun *self)
{
  g_clear_pointer (&self->csv, accord_csv_unref);
  g_clear_pointer (&self->plan, accord_import_plan_unref);
  g_free (self);
}

void
accord_import_dry_run_async (const char                *path,
                             AccordCsv                 *csv,
                             AccordImportSnapshot      *snapshot,
                             const AccordImportOptions *options,
                             AccordImportDryRunProgress progress,
                             GCancellable              *cancellable,
                             GAsyncReadyCallback        callback,
                             gpointer                   user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  run->path = g_strdup (path);
  run->csv = csv != NULL ? accord_csv_ref (csv) : NULL;
  run->snapshot = accord_import_snapshot_ref (snapshot);
  run->options = accord_import_options_copy (options);
  run->progress = progress;
  run->user_data = user_data;
  if (progress != NULL)
    run->source = g_timeout_add (PROGRESS_INTERVAL_MS, on_tick, run);

  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  g_task_run_in_thread (task, run_in_thread);
}

AccordImportDryRun *
accord_import_dry_run_finish (GAsyncResult *result,
                              GError      **error)
{
  Run *run = g_task_get_task_data (G_TASK (result));

  /* The task, and with it the timer, may outlive whoever asked. */
  g_clear_handle_id (&run->source, g_source_remove);

  return g_task_propagate_pointer (G_TASK (result), error);
}
