/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-erase-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "accord-backup.h"
#include "accord-feedback.h"
#include "accord-workspace-erase.h"

/* More than these are counted, not named. */
#define MAX_NAMED 5

typedef struct
{
  GtkWidget *teller;
  AccordWorkspace *workspace;
  AccordMember *member;
  GPtrArray *backups;
  GtkCheckButton *replace_button; /* NULL where there are no backups */
} Erasing;

static void
erasing_free (gpointer  data,
              GClosure *closure)
{
  Erasing *erasing = data;

  g_object_unref (erasing->teller);
  g_object_unref (erasing->workspace);
  g_object_unref (erasing->member);
  g_ptr_array_unref (erasing->backups);
  g_free (erasing);
}

/* The old backups, once there is a fresh one that is verified. */
typedef struct
{
  char *workspace_path;
  GPtrArray *paths;
} Replacing;

static void
replacing_free (Replacing *replacing)
{
  g_free (replacing->workspace_path);
  g_ptr_array_unref (replacing->paths);
  g_free (replacing);
}

static void
replace_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Replacing *replacing = task_data;
  g_autofree char *fresh = NULL;
  GError *error = NULL;
  guint n_left = 0;

  fresh = accord_backup_write_automatic (replacing->workspace_path, cancellable, &error);
  if (fresh == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < replacing->paths->len; i++)
    if (g_strcmp0 (fresh, replacing->paths->pdata[i]) != 0 && g_unlink (replacing->paths->pdata[i]) != 0
        && g_file_test (replacing->paths->pdata[i], G_FILE_TEST_EXISTS))
      n_left++;
  g_task_return_int (task, n_left);
}

static void
on_replaced (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) teller = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gssize n_left = g_task_propagate_int (G_TASK (result), &error);

  g_application_release (g_application_get_default ());
  if (gtk_widget_get_root (teller) == NULL)
    return;

  if (error != NULL)
    {
      accord_feedback_error (teller, error);
      return;
    }
  if (n_left > 0)
    message = g_strdup_printf (ngettext ("Erased, and backed up anew; %d older backup could not be removed",
                                         "Erased, and backed up anew; %d older backups could not be removed",
                                         (gulong) n_left),
                               (int) n_left);
  accord_feedback_toast (teller, message != NULL ? message : _("Erased, and the backups replaced by a fresh one"));
}

static void
erasing_replace_backups (Erasing *erasing)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_replaced, g_object_ref (erasing->teller));
  Replacing *replacing = g_new0 (Replacing, 1);

  replacing->workspace_path = g_strdup (accord_workspace_get_path (erasing->workspace));
  replacing->paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < erasing->backups->len; i++)
    g_ptr_array_add (replacing->paths, g_strdup (((AccordBackup *) erasing->backups->pdata[i])->path));

  /* A window that is closed meanwhile must not end the program in the middle of the backup. */
  g_application_hold (g_application_get_default ());
  g_task_set_task_data (task, replacing, (GDestroyNotify) replacing_free);
  g_task_run_in_thread (task, replace_in_thread);
}

static void
on_response (Erasing    *erasing,
             const char *response)
{
  g_autoptr (GError) error = NULL;
  gboolean compacted = TRUE;
  gboolean replace = erasing->replace_button != NULL && gtk_check_button_get_active (erasing->replace_button);

  if (g_strcmp0 (response, "erase") != 0)
    return;

  if (!accord_workspace_erase_member (erasing->workspace, erasing->member, &compacted, &error))
    accord_feedback_error (erasing->teller, error);
  else if (!compacted && replace)
    /* A fresh backup would hold the old words too. */
    accord_feedback_toast (erasing->teller, _("Erased, but unused parts of the file may hold old words still: there was "
                                              "no room to write it anew. The backups were not replaced. Make room, and "
                                              "erase again: you can replace them then."));
  else if (!compacted)
    accord_feedback_toast (erasing->teller, _("Erased, but unused parts of the file may hold old words still: there was "
                                              "no room to write it anew. Make room, and erase again."));
  else if (replace)
    erasing_replace_backups (erasing);
  else
    accord_feedback_toast (erasing->teller, _("Erased; the team’s totals are as they were"));
}

static char *
erasing_dup_body (void)
{
  return g_strdup (_("This cannot be undone.\n\n"
                     "<b>Gone for good</b>: name, e-mail, role and other names; personal goals, pay and plans; leave; "
                     "conversations that are not sealed; the words of sealed conversations, of commitments, of forecasts and of actions that the member took on from a card.\n\n"
                     "<b>Stays, under a neutral name</b>: quotas, the numbers of commitments and forecasts, results, deals and time on "
                     "the team, so that totals do not change; and that sealed conversations took place, so that the "
                     "chain of sealed records can still be verified.\n\n"
                     "What others wrote about the member in their own goals, records and cards is theirs and is not "
                     "changed: look there yourself."));
}

/* The backups that hold the member still, by name, and the offer to replace them. */
static GtkWidget *
erasing_make_extra (Erasing *erasing)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *box, *label;

  if (erasing->backups->len == 0)
    return NULL;

  g_string_append_printf (text, ngettext ("%u backup holds the member still:", "%u backups hold the member still:",
                                          erasing->backups->len),
                          erasing->backups->len);
  for (guint i = 0; i < MIN (erasing->backups->len, MAX_NAMED); i++)
    {
      g_autofree char *name = g_filename_display_basename (((AccordBackup *) erasing->backups->pdata[i])->path);

      g_string_append_printf (text, "\n• %s", name);
    }
  if (erasing->backups->len > MAX_NAMED)
    {
      g_string_append (text, "\n• ");
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", erasing->backups->len - MAX_NAMED),
                              erasing->backups->len - MAX_NAMED);
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  label = g_object_new (GTK_TYPE_LABEL, "label", text->str, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f,
                        NULL);
  gtk_box_append (GTK_BOX (box), label);
  erasing->replace_button
    = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("_Replace them by a fresh backup at once")));
  gtk_check_button_set_active (erasing->replace_button, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (erasing->replace_button));

  return box;
}

void
accord_erase_dialog_present (GtkWidget       *teller,
                             AccordWorkspace *workspace,
                             AccordMember    *member)
{
  Erasing *erasing = g_new0 (Erasing, 1);
  g_autofree char *body = erasing_dup_body ();
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  erasing->teller = g_object_ref (teller);
  erasing->workspace = g_object_ref (workspace);
  erasing->member = g_object_ref (member);
  erasing->backups = accord_backup_list (accord_workspace_get_path (workspace), NULL);
  if (erasing->backups == NULL)
    erasing->backups = g_ptr_array_new ();

  /* Translators: %s is a name. */
  heading = g_strdup_printf (_("Erase %s?"), accord_member_get_name (member));
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (teller)), heading, NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_set_body_use_markup (ADW_MESSAGE_DIALOG (dialog), TRUE);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), erasing_make_extra (erasing));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase for Good"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), erasing, erasing_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
