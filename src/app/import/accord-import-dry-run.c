/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-dry-run.h"

#include <glib/gstdio.h>

#include "accord-import-kind-guess.h"
#include "accord-import-ticker.h"

/* Smaller files are read as soon as their beginning would be. */
#define LARGE_FILE (4 * 1024 * 1024)

typedef struct
{
  char *path;
  AccordCsv *csv;
  AccordImportSnapshot *snapshot;
  AccordImportOptions *options;
  AccordProgress progress;
  AccordImportPreview preview;
  gpointer user_data;
  AccordImportTicker *ticker;
  AccordImportPlan *head; /* atomic: the worker leaves it, the main loop takes it */
} Run;

static void
run_free (Run *run)
{
  accord_import_ticker_free (run->ticker);
  g_clear_pointer (&run->csv, accord_csv_unref);
  g_clear_pointer (&run->head, accord_import_plan_unref);
  accord_import_snapshot_unref (run->snapshot);
  accord_import_options_free (run->options);
  g_free (run->path);
  g_free (run);
}

static void
on_tick (double   fraction,
         gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (AccordImportPlan) head = g_atomic_pointer_get (&run->head);

  /* Only here is it taken, so that nobody comes in between. */
  if (head != NULL)
    g_atomic_pointer_set (&run->head, NULL);
  if (head != NULL && run->preview != NULL)
    run->preview (head, run->user_data);
  if (run->progress != NULL)
    run->progress (fraction, run->user_data);
}

static void
run_look_at_head (Run          *run,
                  GCancellable *cancellable)
{
  g_autoptr (AccordCsv) csv = NULL;
  g_autoptr (AccordImportPlan) plan = NULL;
  GStatBuf status;

  if (run->preview == NULL || g_stat (run->path, &status) != 0 || status.st_size < LARGE_FILE)
    return;
  csv = accord_csv_load_head (run->path, run->options->encoding, run->options->delimiter, NULL);
  if (csv != NULL)
    plan = accord_import_plan_new (run->snapshot, csv, run->options, NULL, NULL, cancellable, NULL);
  if (plan != NULL && accord_import_plan_get_problem (plan) == NULL)
    g_atomic_pointer_set (&run->head, g_steal_pointer (&plan));
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

  if (run->csv == NULL)
    run_look_at_head (run, cancellable);
  if (run->csv != NULL)
    result->csv = accord_csv_ref (run->csv);
  else
    result->csv = accord_csv_load (run->path, run->options->encoding, run->options->delimiter, &error);
  if (result->csv != NULL)
    result->plan = accord_import_plan_new (run->snapshot, result->csv, run->options, accord_import_ticker_tell, run->ticker,
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
                             AccordProgress             progress,
                             AccordImportPreview        preview,
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
  run->preview = preview;
  run->user_data = user_data;
  run->ticker = accord_import_ticker_new (on_tick, run);

  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  /* Reading a large file and looking through it cannot always be interrupted at once; nobody waits for it. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_in_thread);
}

AccordImportDryRun *
accord_import_dry_run_finish (GAsyncResult *result,
                              GError      **error)
{
  Run *run = g_task_get_task_data (G_TASK (result));

  /* The task, and with it the timer, may outlive whoever asked. */
  accord_import_ticker_stop (run->ticker);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *path;
  AccordImportKind expected;
} Look;

static void
look_free (gpointer data)
{
  g_free (((Look *) data)->path);
  g_free (data);
}

static void
look_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Look *look = task_data;
  /* What is wrong with the file is told when it is read. */
  g_autoptr (AccordCsv) csv = accord_csv_load_head (look->path, NULL, NULL, NULL);

  g_task_return_int (task, csv != NULL ? accord_import_guess_kind (csv, look->expected) : look->expected);
}

void
accord_import_look_async (const char         *path,
                          AccordImportKind    expected,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Look *look = g_new0 (Look, 1);

  look->path = g_strdup (path);
  look->expected = expected;
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

gboolean
accord_import_look_finish (GAsyncResult     *result,
                           AccordImportKind *kind)
{
  gssize found = g_task_propagate_int (G_TASK (result), NULL);

  if (found < 0)
    return FALSE;
  *kind = (AccordImportKind) found;

  return TRUE;
}
