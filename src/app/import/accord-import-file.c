/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-file.h"

#include <glib/gi18n.h>

#define FOLDER_KEY "import-folder"

static const char *const suffixes[] = { "csv", "tsv", "tab", "txt" };

typedef struct
{
  GtkWindow *parent; /* weak */
  AccordImportFileChosen chosen;
  gpointer user_data;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_clear_weak_pointer (&question->parent);
  g_free (question);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  Question *question = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_hide (dialog);
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL && question->parent != NULL)
    {
      g_autoptr (GSettings) settings = g_settings_new (ACCORD_APPLICATION_ID);
      g_autofree char *folder = g_path_get_dirname (path);

      if (g_utf8_validate (folder, -1, NULL))
        g_settings_set_string (settings, FOLDER_KEY, folder);
      question->chosen (question->parent, path, question->user_data);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static GtkFileFilter *
filter_new (const char        *name,
            const char *const *ends,
            gsize              n_ends)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; i < n_ends; i++)
    gtk_file_filter_add_suffix (filter, ends[i]);
  if (n_ends == 0)
    gtk_file_filter_add_pattern (filter, "*");

  return filter;
}

void
accord_import_choose_file (GtkWindow             *parent,
                           const char            *title,
                           AccordImportFileChosen chosen,
                           gpointer               user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"),
                                                              _("_Cancel"));
  g_autoptr (GSettings) settings = g_settings_new (ACCORD_APPLICATION_ID);
  g_autofree char *folder = g_settings_get_string (settings, FOLDER_KEY);
  g_autoptr (GtkFileFilter) tables = filter_new (_("Tables as text (CSV)"), suffixes, G_N_ELEMENTS (suffixes));
  g_autoptr (GtkFileFilter) any = filter_new (_("All files"), NULL, 0);
  Question *question = g_new0 (Question, 1);

  g_set_weak_pointer (&question->parent, parent);
  question->chosen = chosen;
  question->user_data = user_data;

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), tables);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), any);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) start = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), start, NULL);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

gboolean
accord_import_is_file_name (const char *path)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;

  for (gsize i = 0; dot != NULL && i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_ascii_strcasecmp (dot + 1, suffixes[i]) == 0)
        return TRUE;
    }

  return FALSE;
}
