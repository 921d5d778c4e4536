/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-new-workspace-dialog.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "accord-money.h"
#include "accord-workspace.h"

struct _AccordNewWorkspaceDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *currency_row;
  AdwComboRow *fiscal_row;
  GtkButton *create_button;
  GtkLabel *error_label;
};

G_DEFINE_FINAL_TYPE (AccordNewWorkspaceDialog, accord_new_workspace_dialog, ADW_TYPE_WINDOW)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GListModel *
month_names_new (void)
{
  GtkStringList *months = gtk_string_list_new (NULL);

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2001, month, 1, 0, 0, 0);

      gtk_string_list_take (months, g_date_time_format (day, "%OB"));
    }

  return G_LIST_MODEL (months);
}

static char *
dialog_dup_currency (AccordNewWorkspaceDialog *self)
{
  g_autofree char *upper = g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (self->currency_row)), -1);

  return g_strdup (g_strstrip (upper));
}

/* The default place if it is free, else a name made from the team's in the same folder. */
static char *
dialog_dup_path (const char *name)
{
  g_autofree char *usual = accord_workspace_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (usual);
  g_autofree char *safe = g_strdelimit (g_strdup (name), "/.\\:*?\"<>|", '-');
  char *path;

  if (!g_file_test (usual, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&usual);

  for (int i = 1;; i++)
    {
      g_autofree char *file = i == 1 ? g_strdup_printf ("%s.accord", safe) : g_strdup_printf ("%s %d.accord", safe, i);

      path = g_build_filename (folder, file, NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return path;
      g_free (path);
    }
}

static void
on_changed (AccordNewWorkspaceDialog *self)
{
  g_autofree char *currency = dialog_dup_currency (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  gboolean valid = accord_currency_is_valid (currency);

  if (valid || *currency == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->currency_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->currency_row), "error");
  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), valid && *name != '\0');
}

/* Enter goes on to what else has to be right from the start; there it creates. */
static void
on_name_activated (AccordNewWorkspaceDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->currency_row));
}

static void
on_create_clicked (AccordNewWorkspaceDialog *self)
{
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *currency = dialog_dup_currency (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_autofree char *path = dialog_dup_path (name);

  accord_settings_set_name (settings, name);
  accord_settings_set_currency (settings, currency);
  accord_settings_set_fiscal_start (settings, adw_combo_row_get_selected (self->fiscal_row) + 1);

  workspace = accord_workspace_create (path, settings, &error);
  if (workspace == NULL)
    {
      gtk_label_set_label (self->error_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
      return;
    }

  /* Whoever takes the workspace may close this dialog. */
  g_object_ref (self);
  g_signal_emit (self, signals[CREATED], 0, workspace);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
accord_new_workspace_dialog_class_init (AccordNewWorkspaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ACCORD_TYPE_WORKSPACE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/accord-new-workspace-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordNewWorkspaceDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, AccordNewWorkspaceDialog, currency_row);
  gtk_widget_class_bind_template_child (widget_class, AccordNewWorkspaceDialog, fiscal_row);
  gtk_widget_class_bind_template_child (widget_class, AccordNewWorkspaceDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, AccordNewWorkspaceDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_create_clicked);
}

/* The locale's own currency ("EUR " in localeconv()), where it has one. */
static char *
locale_dup_currency (void)
{
  g_autofree char *code = g_strndup (localeconv ()->int_curr_symbol, 3);

  return accord_currency_is_valid (code) ? g_steal_pointer (&code) : g_strdup ("USD");
}

static void
accord_new_workspace_dialog_init (AccordNewWorkspaceDialog *self)
{
  g_autoptr (GListModel) months = month_names_new ();
  g_autofree char *currency = locale_dup_currency ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->fiscal_row, months);
  gtk_editable_set_text (GTK_EDITABLE (self->currency_row), currency);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->name_row));
}

AccordNewWorkspaceDialog *
accord_new_workspace_dialog_new (GtkWindow *parent)
{
  return g_object_new (ACCORD_TYPE_NEW_WORKSPACE_DIALOG, "transient-for", parent, NULL);
}
