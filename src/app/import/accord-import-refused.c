/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-refused.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-feedback.h"

/* Without it spreadsheets take the file for one in the encoding of the country. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static void
append_cell (GString    *text,
             const char *cell,
             char        delimiter)
{
  const char special[] = { delimiter, '"', '\r', '\n', '\0' };

  if (strpbrk (cell, special) == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}

static void
append_row (GString    *text,
            AccordCsv  *csv,
            guint       row,
            guint       n_cells,
            const char *last)
{
  for (guint i = 0; i < n_cells; i++)
    {
      append_cell (text, accord_csv_get_cell (csv, row, i), accord_csv_get_delimiter (csv));
      g_string_append_c (text, accord_csv_get_delimiter (csv));
    }
  append_cell (text, last, accord_csv_get_delimiter (csv));
  g_string_append (text, "\r\n");
}

static GBytes *
refused_to_csv (AccordImportPlan *plan,
                AccordCsv        *csv)
{
  g_autoptr (GString) text = g_string_new (BYTE_ORDER_MARK);
  guint header = accord_import_plan_get_header_row (plan);
  guint n_cells = accord_csv_get_n_cells (csv, header);
  const char *title = _("Why it was refused");

  /* A file that was mended once has the column already. */
  if (n_cells > 1 && strcmp (accord_csv_get_cell (csv, header, n_cells - 1), title) == 0)
    n_cells--;

  append_row (text, csv, header, n_cells, title);
  for (guint i = 0; i < accord_import_plan_get_n_lines (plan); i++)
    {
      const AccordImportLine *line = accord_import_plan_get_line (plan, i);

      if (line->action == ACCORD_IMPORT_REFUSE)
        append_row (text, csv, line->row, n_cells, line->reason);
    }

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* What is to be saved, and where from it was asked for. */
typedef struct
{
  GtkWidget *widget; /* weak */
  AccordImportPlan *plan;
  AccordCsv *csv;
} Saving;

static void
saving_free (gpointer  data,
             GClosure *closure)
{
  Saving *saving = data;

  g_clear_weak_pointer (&saving->widget);
  accord_import_plan_unref (saving->plan);
  accord_csv_unref (saving->csv);
  g_free (saving);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  if (gtk_widget_get_root (widget) == NULL)
    return;
  if (error != NULL)
    accord_feedback_error (widget, error);
  else
    accord_feedback_toast (widget, _("The refused lines are saved"));
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  Saving *saving = data;

  if (response == GTK_RESPONSE_ACCEPT && saving->widget != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GBytes) bytes = refused_to_csv (saving->plan, saving->csv);

      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_written,
                                           g_object_ref (saving->widget));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
accord_import_save_refused (GtkWidget        *widget,
                            AccordImportPlan *plan,
                            AccordCsv        *csv,
                            const char       *path)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save the Refused Lines"),
                                                              GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  g_autofree char *name = g_filename_display_basename (path);
  char *dot = strrchr (name, '.');
  g_autofree char *suggested = NULL;
  Saving *saving = g_new0 (Saving, 1);

  if (dot != NULL)
    *dot = '\0';
  /* Translators: the name of a file; %s is the name of the one that was imported. */
  suggested = g_strdup_printf (_("%s refused.csv"), name);
  g_set_weak_pointer (&saving->widget, widget);
  saving->plan = accord_import_plan_ref (plan);
  saving->csv = accord_csv_ref (csv);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), saving, saving_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
