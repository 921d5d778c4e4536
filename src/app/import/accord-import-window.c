/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-window-private.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-feedback.h"
#include "accord-import-dry-run.h"
#include "accord-import-file.h"
#include "accord-import-phrases.h"
#include "accord-import-refused.h"

/* So long nothing else must be chosen before the file is looked at again. */
#define PAUSE_MS 250
/* What takes no longer is not worth a progress bar. */
#define PATIENCE_MS 300

G_DEFINE_FINAL_TYPE (AccordImportWindow, accord_import_window, ADW_TYPE_WINDOW)

enum
{
  IMPORTED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static gboolean
window_is_busy (AccordImportWindow *self)
{
  return self->cancellable != NULL || self->pause_source != 0 || self->storing != NULL || self->look != NULL;
}

static AccordImportOptions *
window_new_options (AccordImportWindow *self)
{
  AccordImportOptions *options = accord_import_options_new ();

  accord_import_reading_store (self->reading, options);

  return options;
}

void
accord_import_window_update_button (AccordImportWindow *self)
{
  AccordImportCounts counts = { 0 };
  gboolean possible = self->plan != NULL && accord_import_plan_get_problem (self->plan) == NULL;
  g_autofree char *label = NULL;
  g_autofree char *reason = NULL;

  if (self->message != NULL)
    {
      gtk_button_set_label (self->import_button, _("_Done"));
      gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), TRUE);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->import_button), NULL);
      return;
    }

  if (possible)
    counts = accord_import_plan_get_counts (self->plan);
  label = accord_import_phrase_for_button (self->kind, &counts);
  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button),
                            counts.added + counts.updated > 0 && !window_is_busy (self) && !self->stopped);
  reason = self->plan != NULL ? accord_import_phrase_for_plan (self->plan) : NULL;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->import_button), reason);
}

void
accord_import_window_update_summary (AccordImportWindow *self)
{
  g_autofree char *text = NULL;

  if (self->message != NULL)
    text = g_strdup_printf ("%s. %s", self->message,
                            _("Save the refused lines, mend them, and import them: the others are there already."));
  else if (self->stopped)
    text = g_strdup (_("Stopped: what is shown does not follow the latest choice."));
  else if (self->storing != NULL)
    text = g_strdup (_("Importing…"));
  else if (self->plan != NULL)
    text = accord_import_phrase_for_plan (self->plan);
  gtk_label_set_label (self->summary_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->again_button), self->stopped);
}

static void
window_show_problem (AccordImportWindow *self,
                     const GError       *problem)
{
  g_autofree char *markup = g_markup_escape_text (problem->message, -1);

  adw_status_page_set_title (self->problem_page, accord_import_phrase_for_problem (problem));
  adw_status_page_set_description (self->problem_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
window_show_findings (AccordImportWindow *self)
{
  g_autofree char *text = NULL;

  if (self->plan != NULL)
    text = g_strjoinv ("\n", (char **) accord_import_plan_get_findings (self->plan));
  gtk_label_set_label (self->findings_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->findings_group), text != NULL && *text != '\0');
}

/* What goes in along with the lines, and what whole groups of them are refused for. */
static void
window_show_notices (AccordImportWindow *self)
{
  g_autofree char *text = NULL;

  if (self->plan != NULL)
    text = g_strjoinv ("\n", (char **) accord_import_plan_get_notices (self->plan));
  gtk_label_set_label (self->notices_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notices_box), text != NULL && *text != '\0');
}

/* Shows the plan that was made, or why there is none. */
void
accord_import_window_update (AccordImportWindow *self)
{
  const GError *problem = self->plan != NULL ? accord_import_plan_get_problem (self->plan) : self->error;
  gboolean has_lines = self->plan != NULL && accord_import_plan_get_n_lines (self->plan) > 0;
  g_autofree char *name = g_filename_display_basename (self->path);

  adw_window_title_set_subtitle (self->title, name);
  accord_import_reading_set_found (self->reading, self->csv, self->plan);
  window_show_findings (self);
  window_show_notices (self);
  accord_import_lines_set_plan (self->lines, self->plan);
  if (has_lines)
    gtk_stack_set_visible_child_name (self->stack, "lines");
  else if (problem != NULL)
    window_show_problem (self, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), has_lines);
  accord_import_window_update_summary (self);
  accord_import_window_update_button (self);
}

void
accord_import_window_show_progress (double   fraction,
                                    gpointer user_data)
{
  gtk_progress_bar_set_fraction (ACCORD_IMPORT_WINDOW (user_data)->progress_bar, fraction);
}

/* What the first lines of a large file come to is seen at once; it is imported only when all of them are known. */
static void
on_preview (AccordImportPlan *plan,
            gpointer          user_data)
{
  AccordImportWindow *self = user_data;

  if (self->plan != NULL || accord_import_plan_get_n_lines (plan) == 0)
    return;

  accord_import_lines_set_plan (self->lines, plan);
  gtk_label_set_label (self->summary_label, _("These are the first lines. The file is still being read."));
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "lines");
}

static gboolean
on_patience_ended (gpointer user_data)
{
  AccordImportWindow *self = user_data;

  self->patience_source = 0;
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);

  return G_SOURCE_REMOVE;
}

void
accord_import_window_end_run (AccordImportWindow *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
}

static void
on_dry_run (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AccordImportWindow) self = ACCORD_IMPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordImportDryRun) run = accord_import_dry_run_finish (result, &error);

  /* Another one has begun meanwhile, or the window has been closed. */
  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  accord_import_window_end_run (self);

  if (run == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->stopped = TRUE;
      accord_import_window_update_summary (self);
      accord_import_window_update_button (self);
      return;
    }

  g_clear_pointer (&self->csv, accord_csv_unref);
  g_clear_pointer (&self->plan, accord_import_plan_unref);
  g_clear_error (&self->error);
  if (run != NULL)
    {
      self->csv = g_steal_pointer (&run->csv);
      self->plan = g_steal_pointer (&run->plan);
    }
  else
    {
      self->error = g_steal_pointer (&error);
    }
  accord_import_window_update (self);
}

void
accord_import_window_begin_progress (AccordImportWindow *self,
                                     const char         *name)
{
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  self->patience_source = g_timeout_add (PATIENCE_MS, on_patience_ended, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
on_pause_ended (gpointer user_data)
{
  AccordImportWindow *self = user_data;
  g_autoptr (AccordImportOptions) options = window_new_options (self);
  g_autoptr (GError) error = NULL;

  self->pause_source = 0;
  if (self->snapshot == NULL)
    self->snapshot = accord_import_snapshot_new (self->workspace, self->kind, accord_clock_today (), &error);
  if (self->snapshot == NULL)
    {
      window_show_problem (self, error);
      return G_SOURCE_REMOVE;
    }
  if (g_strcmp0 (options->encoding, self->encoding) != 0 || g_strcmp0 (options->delimiter, self->delimiter) != 0)
    g_clear_pointer (&self->csv, accord_csv_unref);
  g_free (self->encoding);
  self->encoding = g_strdup (options->encoding);
  g_free (self->delimiter);
  self->delimiter = g_strdup (options->delimiter);

  self->cancellable = g_cancellable_new ();
  accord_import_window_begin_progress (self, _("Reading the file"));
  accord_import_dry_run_async (self->path, self->csv, self->snapshot, options, accord_import_window_show_progress, on_preview,
                               self->cancellable, on_dry_run, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

void
accord_import_window_stop (AccordImportWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->look != NULL)
    g_cancellable_cancel (self->look);
  g_clear_object (&self->look);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  accord_import_window_end_run (self);
}

void
accord_import_window_plan_after (AccordImportWindow *self,
                                 guint               pause_ms)
{
  accord_import_window_stop (self);
  self->stopped = FALSE;
  self->pause_source = g_timeout_add (pause_ms, on_pause_ended, self);
  accord_import_window_update_summary (self);
  accord_import_window_update_button (self);
}

static void
on_choice_changed (AccordImportWindow *self)
{
  if (!self->updating)
    accord_import_window_plan_after (self, PAUSE_MS);
}

static void
on_mapping_chosen (AccordImportWindow  *self,
                   AccordImportOptions *options)
{
  accord_import_reading_load (self->reading, options);
  accord_import_window_plan_after (self, 0);
}

static void
on_mapping_save (AccordImportWindow *self,
                 const char         *name)
{
  g_autoptr (AccordImportOptions) options = window_new_options (self);

  accord_import_mappings_save (self->mappings, name, options);
}

void
accord_import_window_forget_snapshot (AccordImportWindow *self)
{
  g_clear_pointer (&self->snapshot, accord_import_snapshot_unref);
}

static void
on_stop_clicked (AccordImportWindow *self)
{
  if (self->storing != NULL)
    g_cancellable_cancel (self->storing);
  else if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
on_again_clicked (AccordImportWindow *self)
{
  accord_import_window_plan_after (self, 0);
}

static void
on_file_chosen (GtkWindow  *window,
                const char *path,
                gpointer    user_data)
{
  AccordImportWindow *self = ACCORD_IMPORT_WINDOW (window);

  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->csv, accord_csv_unref);
  accord_import_window_forget_plan (self);
  accord_import_window_look (self);
}

static void
on_choose_clicked (AccordImportWindow *self)
{
  accord_import_choose_file (GTK_WINDOW (self), gtk_window_get_title (GTK_WINDOW (self)), on_file_chosen, NULL);
}

static void
on_save_clicked (AccordImportWindow *self)
{
  accord_import_save_refused (GTK_WIDGET (self->stack), self->plan, self->csv, self->path);
}

static gboolean
accord_import_window_close_request (GtkWindow *window)
{
  AccordImportWindow *self = ACCORD_IMPORT_WINDOW (window);

  /* The first time it is only the import that stops: nobody should have to wonder what became of it. */
  if (self->storing != NULL)
    {
      g_cancellable_cancel (self->storing);
      return TRUE;
    }

  accord_import_window_stop (self);
  if (self->message != NULL)
    g_signal_emit (self, signals[IMPORTED], 0, self->message);

  return GTK_WINDOW_CLASS (accord_import_window_parent_class)->close_request (window);
}

static void
accord_import_window_dispose (GObject *object)
{
  AccordImportWindow *self = ACCORD_IMPORT_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->look != NULL)
    g_cancellable_cancel (self->look);
  g_clear_object (&self->look);
  if (self->storing != NULL)
    g_cancellable_cancel (self->storing);
  g_clear_object (&self->storing);
  if (self->ticker != NULL)
    accord_import_ticker_stop (self->ticker);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->snapshot, accord_import_snapshot_unref);
  g_clear_pointer (&self->csv, accord_csv_unref);
  g_clear_pointer (&self->plan, accord_import_plan_unref);
  g_clear_error (&self->error);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->delimiter, g_free);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (accord_import_window_parent_class)->dispose (object);
}

static void
window_class_bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/import/accord-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, settings);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, kind_group);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, mappings);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, findings_group);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, findings_label);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, again_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, notices_box);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, notices_label);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, AccordImportWindow, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_kind_changed",
                                                G_CALLBACK (accord_import_window_kind_changed));
  gtk_widget_class_bind_template_callback (widget_class, on_mapping_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_mapping_save);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_import_clicked",
                                                G_CALLBACK (accord_import_window_import_clicked));
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
accord_import_window_class_init (AccordImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = accord_import_window_close_request;

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ACCORD_TYPE_IMPORT_READING);
  g_type_ensure (ACCORD_TYPE_IMPORT_MAPPINGS);
  g_type_ensure (ACCORD_TYPE_IMPORT_LINES);
  window_class_bind_template (widget_class);
}

static void
accord_import_window_init (AccordImportWindow *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int kind = ACCORD_IMPORT_KIND_MEMBERS; kind <= ACCORD_IMPORT_KIND_OPPORTUNITIES; kind++)
    gtk_string_list_append (kinds, accord_import_phrase_for_kind ((AccordImportKind) kind));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  self->updating = FALSE;
}

AccordImportWindow *
accord_import_window_new (GtkWindow       *parent,
                          AccordWorkspace *workspace,
                          AccordImportKind kind,
                          const char      *path)
{
  AccordImportWindow *self = g_object_new (ACCORD_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->expected = kind;
  self->path = g_strdup (path);
  accord_import_reading_set_workspace (self->reading, workspace);
  accord_import_window_set_kind (self, kind);
  /* Every change of the workspace is a step of Undo, and names it. */
  g_signal_connect_object (workspace, "notify::undo-label", G_CALLBACK (accord_import_window_forget_snapshot), self, G_CONNECT_SWAPPED);
  accord_import_window_update (self);
  accord_import_window_look (self);

  return self;
}
