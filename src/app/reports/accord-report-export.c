/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-export.h"

#include "accord-report-xlsx.h"

#define PROGRESS_INTERVAL_MS 50
#define PROGRESS_PARTS 1000

typedef struct
{
  char *workspace_path;
  AccordQuarter quarter;
  AccordAudience audience;
  AccordDate as_of;
  char *output;
  AccordReportExportProgress progress;
  gpointer user_data;
  gint parts; /* atomic: the worker writes it, the main loop reads it */
  guint source;
} Export;

static void
export_free (Export *export)
{
  g_clear_handle_id (&export->source, g_source_remove);
  g_free (export->workspace_path);
  g_free (export->output);
  g_free (export);
}

static void
on_worker_progress (double   fraction,
                    gpointer user_data)
{
  Export *export = user_data;

  g_atomic_int_set (&export->parts, (gint) (fraction * PROGRESS_PARTS));
}

static gboolean
on_tick (gpointer user_data)
{
  Export *export = user_data;

  export->progress (g_atomic_int_get (&export->parts) / (double) PROGRESS_PARTS, export->user_data);

  return G_SOURCE_CONTINUE;
}

static void
export_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;

  if (accord_report_export (export->workspace_path, export->quarter, export->audience, export->as_of, export->output,
                            TRUE, on_worker_progress, export, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
accord_report_export_async (const char                *workspace_path,
                            AccordQuarter              quarter,
                            AccordAudience             audience,
                            AccordDate                 as_of,
                            const char                *output,
                            AccordReportExportProgress progress,
                            GCancellable              *cancellable,
                            GAsyncReadyCallback        callback,
                            gpointer                   user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);

  export->workspace_path = g_strdup (workspace_path);
  export->quarter = quarter;
  export->audience = audience;
  export->as_of = as_of;
  export->output = g_strdup (output);
  export->progress = progress;
  export->user_data = user_data;
  if (progress != NULL)
    export->source = g_timeout_add (PROGRESS_INTERVAL_MS, on_tick, export);

  /* A window that is closed meanwhile must not end the program in the middle of the file. */
  g_application_hold (g_application_get_default ());
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_in_thread);
}

gboolean
accord_report_export_finish (GAsyncResult *result,
                             GError      **error)
{
  Export *export = g_task_get_task_data (G_TASK (result));

  /* The task, and with it the timer, may outlive whoever asked. */
  g_clear_handle_id (&export->source, g_source_remove);
  g_application_release (g_application_get_default ());

  return g_task_propagate_boolean (G_TASK (result), error);
}
