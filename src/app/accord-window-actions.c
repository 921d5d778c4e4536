/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-window-private.h"

#include <glib/gi18n.h>

#include "accord-backup.h"
#include "accord-clock.h"
#include "accord-conversations-page.h"
#include "accord-demo.h"
#include "accord-feedback.h"
#include "accord-import-doors.h"
#include "accord-new-workspace-dialog.h"
#include "accord-page.h"
#include "accord-window-pages.h"

/* One step back or again, by the workspace's own function; format says so, with the step's label in it. */
static void
window_step (AccordWindow *self,
             gboolean    (*step) (AccordWorkspace *workspace,
                                  GError         **error),
             const char   *label_property,
             const char   *format)
{
  AccordWorkspace *workspace = accord_window_get_workspace (self);
  GtkWidget *page = accord_window_get_visible_page (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GString) message = NULL;

  if (!accord_page_settle (ACCORD_PAGE (page)))
    return;
  g_object_get (workspace, label_property, &label, NULL);
  if (label == NULL)
    return;
  if (!step (workspace, &error))
    {
      accord_feedback_error (page, error);
      return;
    }

  message = g_string_new (format);
  g_string_replace (message, "%s", label, 1);
  accord_feedback_undone (page, message->str);
}

static void
window_undo (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  /* Translators: %s is what was taken back, such as Move Card. */
  window_step (ACCORD_WINDOW (widget), accord_workspace_undo, "undo-label", _("Undone: %s"));
}

static void
window_redo (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  /* Translators: %s is what was done again, such as Move Card. */
  window_step (ACCORD_WINDOW (widget), accord_workspace_redo, "redo-label", _("Done again: %s"));
}

static void
window_primary (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GtkWidget *page = accord_window_get_visible_page (ACCORD_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action (page, "page.primary", NULL);
}

static void
window_show_page (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  accord_window_show_page (ACCORD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* With the id of a conversation. */
static void
window_show_conversation (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);

  accord_window_show_page (self, "conversations");
  accord_conversations_page_open (ACCORD_CONVERSATIONS_PAGE (accord_window_get_visible_page (self)),
                                  g_variant_get_int64 (parameter));
}

static void
window_show_sidebar (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  accord_window_show_sidebar (ACCORD_WINDOW (widget));
}

static void
window_previous_period (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  g_autoptr (AccordPeriod) period = accord_period_previous (accord_window_get_period (ACCORD_WINDOW (widget)));

  accord_window_set_period (ACCORD_WINDOW (widget), period);
}

static void
window_next_period (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  g_autoptr (AccordPeriod) period = accord_period_next (accord_window_get_period (ACCORD_WINDOW (widget)));

  accord_window_set_period (ACCORD_WINDOW (widget), period);
}

/* The first quarter of the plan year after the one that is shown. */
static void
window_next_year (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  AccordPeriod *shown = accord_window_get_period (ACCORD_WINDOW (widget));
  g_autoptr (AccordPeriod) period = accord_period_new ((AccordQuarter) { accord_period_get_year (shown) + 1, 1 },
                                                       accord_period_get_fiscal_start (shown));

  accord_window_set_period (ACCORD_WINDOW (widget), period);
}

static void
window_current_period (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  int fiscal_start = accord_period_get_fiscal_start (accord_window_get_period (self));
  g_autoptr (AccordPeriod) period = accord_period_new_for_date (accord_clock_today (), fiscal_start);

  accord_window_set_period (self, period);
}

static void
window_show_welcome (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  accord_window_show_welcome (ACCORD_WINDOW (widget));
}

static void
on_workspace_created (AccordWindow    *self,
                      AccordWorkspace *workspace)
{
  accord_window_set_workspace (self, workspace);
}

static void
window_new_workspace (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  GtkWidget *dialog = GTK_WIDGET (accord_new_workspace_dialog_new (GTK_WINDOW (widget)));

  g_signal_connect_object (dialog, "created", G_CALLBACK (on_workspace_created), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkFileFilter *
workspace_filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Workspaces"));
  gtk_file_filter_add_pattern (filter, "*.accord");

  return filter;
}

static GtkFileFilter *
any_filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("All files"));
  gtk_file_filter_add_pattern (filter, "*");

  return filter;
}

static void
on_open_response (GtkNativeDialog *dialog,
                  int              response,
                  AccordWindow    *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (g_file_peek_path (file) != NULL)
        accord_window_open (self, g_file_peek_path (file));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
window_open_workspace (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open a Workspace"), GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) workspaces = workspace_filter_new ();
  g_autoptr (GtkFileFilter) any = any_filter_new ();

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), workspaces);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), any);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_open_response), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
window_open_demo (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "accord", "demo.accord", NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)
      && !accord_demo_write (path, NULL, accord_clock_today (), NULL, NULL, NULL, &error))
    {
      GtkWidget *child = gtk_window_get_focus (GTK_WINDOW (widget));

      accord_feedback_error (child != NULL ? child : accord_window_get_visible_page (ACCORD_WINDOW (widget)), error);
      return;
    }

  accord_window_open (ACCORD_WINDOW (widget), path);
}

static void
back_up_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  char **paths = task_data;
  GError *error = NULL;

  /* The file dialog has asked before it let an existing file be chosen. */
  if (accord_backup_write (paths[0], paths[1], TRUE, NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_backed_up (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  AccordWindow *self = ACCORD_WINDOW (source);
  GtkWidget *page = gtk_widget_in_destruction (GTK_WIDGET (self)) ? NULL : accord_window_get_visible_page (self);
  g_autoptr (GError) error = NULL;

  g_application_release (g_application_get_default ());
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (page != NULL)
        accord_feedback_toast (page, _("Backed up and verified"));
    }
  else if (page != NULL)
    {
      accord_feedback_error (page, error);
    }
}

static void
on_back_up_response (GtkNativeDialog *dialog,
                     int              response,
                     AccordWindow    *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GTask) task = g_task_new (self, NULL, on_backed_up, NULL);
      const char *paths[] = { accord_window_get_path (self), g_file_peek_path (file), NULL };

      if (paths[1] != NULL)
        {
          /* A window that is closed meanwhile must not end the program in the middle of the copy. */
          g_application_hold (g_application_get_default ());
          g_task_set_task_data (task, g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
          g_task_run_in_thread (task, back_up_in_thread);
        }
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
window_back_up (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Back Up the Workspace"), GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Back Up"), _("_Cancel"));
  AccordSettings *settings = accord_workspace_get_settings (accord_window_get_workspace (ACCORD_WINDOW (widget)));
  g_autofree char *day = accord_date_to_iso (accord_clock_today ());
  g_autofree char *name = g_strdup_printf ("%s %s.accord", accord_settings_get_name (settings), day);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), g_strdelimit (name, "/", '-'));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_back_up_response), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
window_import_members (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  accord_import_open (ACCORD_WINDOW (widget), ACCORD_IMPORT_KIND_MEMBERS, g_variant_get_string (parameter, NULL));
}

static void
window_import_quotas (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  accord_import_open (ACCORD_WINDOW (widget), ACCORD_IMPORT_KIND_QUOTAS, g_variant_get_string (parameter, NULL));
}

static void
window_import_actuals (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  accord_import_open (ACCORD_WINDOW (widget), ACCORD_IMPORT_KIND_ACTUALS, g_variant_get_string (parameter, NULL));
}

static void
window_import_opportunities (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  accord_import_open (ACCORD_WINDOW (widget), ACCORD_IMPORT_KIND_OPPORTUNITIES, g_variant_get_string (parameter, NULL));
}

static void
window_import_history (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  accord_import_open_history (ACCORD_WINDOW (widget));
}

void
accord_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, window_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, window_redo);
  gtk_widget_class_install_action (widget_class, "win.primary", NULL, window_primary);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", window_show_page);
  gtk_widget_class_install_action (widget_class, "win.show-conversation", "x", window_show_conversation);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, window_show_sidebar);
  gtk_widget_class_install_action (widget_class, "win.previous-period", NULL, window_previous_period);
  gtk_widget_class_install_action (widget_class, "win.next-period", NULL, window_next_period);
  gtk_widget_class_install_action (widget_class, "win.next-year", NULL, window_next_year);
  gtk_widget_class_install_action (widget_class, "win.current-period", NULL, window_current_period);
  gtk_widget_class_install_action (widget_class, "win.show-welcome", NULL, window_show_welcome);
  gtk_widget_class_install_action (widget_class, "win.new-workspace", NULL, window_new_workspace);
  gtk_widget_class_install_action (widget_class, "win.open-workspace", NULL, window_open_workspace);
  gtk_widget_class_install_action (widget_class, "win.open-demo", NULL, window_open_demo);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, window_back_up);
  /* With the path of a file, or "" to ask for one. */
  gtk_widget_class_install_action (widget_class, "win.import-members", "s", window_import_members);
  gtk_widget_class_install_action (widget_class, "win.import-quotas", "s", window_import_quotas);
  gtk_widget_class_install_action (widget_class, "win.import-actuals", "s", window_import_actuals);
  gtk_widget_class_install_action (widget_class, "win.import-opportunities", "s", window_import_opportunities);
  gtk_widget_class_install_action (widget_class, "win.import-history", NULL, window_import_history);
}

void
accord_window_update_actions (AccordWindow *self)
{
  static const char *const need_workspace[] = {
    "win.primary", "win.show-page", "win.show-conversation", "win.previous-period", "win.next-period", "win.next-year",
    "win.current-period", "win.back-up", "win.import-members", "win.import-quotas", "win.import-actuals",
    "win.import-opportunities", "win.import-history",
  };
  AccordWorkspace *workspace = accord_window_get_workspace (self);
  GtkWidget *widget = GTK_WIDGET (self);

  for (gsize i = 0; i < G_N_ELEMENTS (need_workspace); i++)
    gtk_widget_action_set_enabled (widget, need_workspace[i], workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.undo", workspace != NULL && accord_workspace_can_undo (workspace));
  gtk_widget_action_set_enabled (widget, "win.redo", workspace != NULL && accord_workspace_can_redo (workspace));
}

void
accord_window_install_page_shortcuts (GtkApplication *application)
{
  gsize n_pages;
  const AccordWindowPage *pages = accord_window_pages (&n_pages);

  for (gsize i = 0; i < n_pages && i < 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.show-page('%s')", pages[i].name);
      g_autofree char *accel = g_strdup_printf ("<Ctrl>%d", (int) i + 1);
      const char *accels[] = { accel, NULL };

      gtk_application_set_accels_for_action (application, action, accels);
    }
}
