/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-doors.h"

#include <glib/gi18n.h>

#include "accord-feedback.h"
#include "accord-goals-page.h"
#include "accord-import-file.h"
#include "accord-import-history.h"
#include "accord-import-window.h"
#include "accord-people-page.h"
#include "accord-window-private.h"

static void
on_imported (AccordWindow *parent,
             const char   *message)
{
  GtkWidget *page = accord_window_get_visible_page (parent);

  if (page != NULL)
    accord_feedback_undo_toast (page, message);
}

static void
on_file_chosen (GtkWindow  *parent,
                const char *path,
                gpointer    user_data)
{
  accord_import_open (ACCORD_WINDOW (parent), (AccordImportKind) GPOINTER_TO_INT (user_data), path);
}

void
accord_import_open (AccordWindow    *parent,
                    AccordImportKind kind,
                    const char      *path)
{
  GtkWidget *window;

  g_return_if_fail (ACCORD_IS_WINDOW (parent));

  if (path == NULL || *path == '\0')
    {
      accord_import_choose_file (GTK_WINDOW (parent),
                                 kind == ACCORD_IMPORT_KIND_QUOTAS ? _("Import Quotas") : _("Import Members"),
                                 on_file_chosen, GINT_TO_POINTER (kind));
      return;
    }

  window = GTK_WIDGET (accord_import_window_new (GTK_WINDOW (parent), accord_window_get_workspace (parent), kind, path));
  g_signal_connect_object (window, "imported", G_CALLBACK (on_imported), parent, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

void
accord_import_open_history (AccordWindow *parent)
{
  g_return_if_fail (ACCORD_IS_WINDOW (parent));

  gtk_window_present (GTK_WINDOW (accord_import_history_new (GTK_WINDOW (parent), accord_window_get_workspace (parent))));
}

static gboolean
on_drop (AccordWindow *window,
         const GValue *value)
{
  GtkWidget *page = accord_window_get_visible_page (window);
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  gboolean quotas = ACCORD_IS_GOALS_PAGE (page);
  const char *path = files != NULL ? g_file_peek_path (files->data) : NULL;
  gboolean accepted = accord_import_is_file_name (path) && (quotas || ACCORD_IS_PEOPLE_PAGE (page));

  if (accepted)
    accord_import_open (window, quotas ? ACCORD_IMPORT_KIND_QUOTAS : ACCORD_IMPORT_KIND_MEMBERS, path);
  g_slist_free (files);

  return accepted;
}

void
accord_import_accept_drops (AccordWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
