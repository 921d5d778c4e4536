/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-problem-view.h"

#include <glib/gi18n.h>

#include "accord-backup.h"
#include "accord-feedback.h"
#include "accord-store-error.h"
#include "accord-window.h"

struct _AccordProblemView
{
  AdwBin parent_instance;

  char *path;
  char *backup;

  AdwStatusPage *status_page;
  GtkLabel *path_label;
  GtkButton *restore_button;
  GtkButton *salvage_button;
};

G_DEFINE_FINAL_TYPE (AccordProblemView, accord_problem_view, ADW_TYPE_BIN)

/* Only where the content is the trouble does an older content help. */
static gboolean
problem_is_of_content (const GError *error)
{
  return g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED)
         || g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EMPTY)
         || g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FOREIGN)
         || g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SCHEMA)
         || g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND);
}

static const AccordBackup *
problem_newest_verified (GPtrArray *backups)
{
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const AccordBackup *backup = g_ptr_array_index (backups, i);

      if (backup->verified)
        return backup;
    }

  return NULL;
}

static void
problem_view_offer_backup (AccordProblemView *self)
{
  g_autoptr (GPtrArray) backups = accord_backup_list (self->path, NULL);
  const AccordBackup *backup = problem_newest_verified (backups);
  g_autoptr (GDateTime) made = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *when = NULL;
  g_autofree char *label = NULL;

  if (backup == NULL)
    return;

  self->backup = g_strdup (backup->path);
  made = g_date_time_new_from_iso8601 (backup->made, NULL);
  local = made != NULL ? g_date_time_to_local (made) : NULL;
  when = local != NULL ? g_date_time_format (local, "%x %R") : g_strdup (backup->made);
  /* Translators: a button; the first %s is a date and time, the numbers are what the backup holds. */
  label = g_strdup_printf (_("Restore the Backup of %s (%d members, %d goals, %d conversations)"), when, backup->members,
                           backup->goals, backup->conversations);
  gtk_button_set_label (self->restore_button, label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->restore_button)), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (self->restore_button)), GTK_JUSTIFY_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), TRUE);
}

static void
on_restore_clicked (AccordProblemView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept_as = NULL;
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  if (!accord_backup_restore (self->backup, self->path, &kept_as, NULL, &error))
    {
      accord_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  if (kept_as != NULL)
    {
      g_autofree char *name = g_path_get_basename (kept_as);
      /* Translators: %s is the new name of a damaged file. */
      g_autofree char *message = g_strdup_printf (_("Restored. The damaged file was kept as %s"), name);

      accord_feedback_toast (GTK_WIDGET (self), message);
    }
  accord_window_open (ACCORD_WINDOW (window), self->path);
}

static void
on_salvage_clicked (AccordProblemView *self)
{
  accord_window_open_damaged (ACCORD_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->path);
}

static void
accord_problem_view_finalize (GObject *object)
{
  AccordProblemView *self = ACCORD_PROBLEM_VIEW (object);

  g_free (self->path);
  g_free (self->backup);

  G_OBJECT_CLASS (accord_problem_view_parent_class)->finalize (object);
}

static void
accord_problem_view_class_init (AccordProblemViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_problem_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/accord-problem-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordProblemView, status_page);
  gtk_widget_class_bind_template_child (widget_class, AccordProblemView, path_label);
  gtk_widget_class_bind_template_child (widget_class, AccordProblemView, restore_button);
  gtk_widget_class_bind_template_child (widget_class, AccordProblemView, salvage_button);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_salvage_clicked);
}

static void
accord_problem_view_init (AccordProblemView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_problem_view_set_problem (AccordProblemView *self,
                                 const char        *path,
                                 const GError      *error)
{
  g_autofree char *description = NULL;

  g_return_if_fail (ACCORD_IS_PROBLEM_VIEW (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (error != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->backup, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), FALSE);

  description = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->status_page, description);
  gtk_label_set_label (self->path_label, path);
  gtk_widget_set_visible (GTK_WIDGET (self->salvage_button),
                          g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED));
  if (problem_is_of_content (error))
    problem_view_offer_backup (self);
}
