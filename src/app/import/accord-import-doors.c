/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-doors.h"

#include "accord-feedback.h"
#include "accord-goals-page.h"
#include "accord-import-file.h"
#include "accord-import-history.h"
#include "accord-import-phrases.h"
#include "accord-import-window.h"
#include "accord-people-page.h"
#include "accord-scorecard-page.h"
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
      accord_import_choose_file (GTK_WINDOW (parent), accord_import_phrase_for_title (kind), on_file_chosen,
                                 GINT_TO_POINTER (kind));
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

/* What a file that is dropped on the page is taken for unless its columns say otherwise; FALSE where none can be dropped. */
static gboolean
find_kind_of_page (GtkWidget        *page,
                   AccordImportKind *kind)
{
  if (ACCORD_IS_PEOPLE_PAGE (page))
    *kind = ACCORD_IMPORT_KIND_MEMBERS;
  else if (ACCORD_IS_GOALS_PAGE (page))
    *kind = ACCORD_IMPORT_KIND_QUOTAS;
  else if (ACCORD_IS_SCORECARD_PAGE (page))
    *kind = ACCORD_IMPORT_KIND_ACTUALS;
  else
    return FALSE;

  return TRUE;
}

static gboolean
on_drop (AccordWindow *window,
         const GValue *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  const char *path = files != NULL ? g_file_peek_path (files->data) : NULL;
  AccordImportKind kind = ACCORD_IMPORT_KIND_MEMBERS;
  gboolean accepted = accord_import_is_file_name (path) && find_kind_of_page (accord_window_get_visible_page (window), &kind);

  if (accepted)
    accord_import_open (window, kind, path);
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
