/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-window.h"

#include <glib/gi18n.h>

#include "accord-backup.h"
#include "accord-clock.h"
#include "accord-import-doors.h"
#include "accord-page.h"
#include "accord-problem-view.h"
#include "accord-welcome.h"
#include "accord-window-pages.h"
#include "accord-window-private.h"

struct _AccordWindow
{
  AdwApplicationWindow parent_instance;

  AccordWorkspace *workspace;
  AccordPeriod *period;
  GSettings *settings;
  char *path;
  gboolean close_refused;

  GtkStack *view_stack;
  AccordWelcome *welcome;
  AccordProblemView *problem_view;
  AdwLeaflet *leaflet;
  AdwWindowTitle *workspace_title;
  GtkButton *period_button;
  GtkListBox *page_list;
  GtkStack *page_stack;
  GtkLabel *state_label;
  AdwToastOverlay *toast_overlay;
};

G_DEFINE_FINAL_TYPE (AccordWindow, accord_window, ADW_TYPE_APPLICATION_WINDOW)

static GtkWidget *
window_page_row_new (const AccordWindowPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (page->icon_name);
  GtkWidget *label = gtk_label_new (_(page->title));

  gtk_widget_set_margin_start (box, 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(page->title), -1);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) page);

  return row;
}

static void
window_update_folded (AccordWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  GtkWidget *page = accord_window_get_visible_page (self);

  if (page != NULL)
    accord_page_set_folded (ACCORD_PAGE (page), folded);
}

static void
window_fill_sidebar (AccordWindow *self)
{
  gsize n_pages;
  const AccordWindowPage *pages = accord_window_pages (&n_pages);

  for (gsize i = 0; i < n_pages; i++)
    gtk_list_box_append (self->page_list, window_page_row_new (&pages[i]));
}

/* A page is made when it is first looked at: start-up pays for the one that is seen. */
static void
window_ensure_page (AccordWindow           *self,
                    const AccordWindowPage *page)
{
  GtkWidget *widget = gtk_stack_get_child_by_name (self->page_stack, page->name);

  if (widget == NULL)
    {
      widget = g_object_new (page->get_type (), "workspace", self->workspace, "period", self->period, NULL);
      gtk_stack_add_named (self->page_stack, widget, page->name);
    }
  gtk_stack_set_visible_child (self->page_stack, widget);
  window_update_folded (self);
}

static gboolean
window_settle_pages (AccordWindow *self)
{
  gboolean settled = TRUE;

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    settled = accord_page_settle (ACCORD_PAGE (page)) && settled;

  return settled;
}

static void
window_clear_pages (AccordWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack))) != NULL)
    gtk_stack_remove (self->page_stack, page);
}

static void
window_restore_period (AccordWindow *self)
{
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (self->workspace));
  g_autofree char *last = g_settings_get_string (self->settings, "last-period");
  g_autofree char *last_path = g_settings_get_string (self->settings, "last-workspace");
  g_autoptr (AccordPeriod) period = NULL;
  AccordQuarter quarter;

  if (g_strcmp0 (last_path, self->path) == 0 && accord_quarter_parse (last, &quarter))
    period = accord_period_new (quarter, fiscal_start);
  else
    period = accord_period_new_for_date (accord_clock_today (), fiscal_start);
  accord_window_set_period (self, period);
}

static void
window_update_state (AccordWindow *self)
{
  g_autofree char *name = g_path_get_basename (self->path);

  adw_window_title_set_title (self->workspace_title,
                              accord_settings_get_name (accord_workspace_get_settings (self->workspace)));
  gtk_label_set_label (self->state_label,
                       accord_workspace_is_read_only (self->workspace)
                         ? _("Read-only: what you change here cannot be kept")
                         : _("Everything is stored as you go"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state_label), name);
}

static void
window_show_problem (AccordWindow *self,
                     const GError *error)
{
  g_clear_object (&self->workspace);
  window_clear_pages (self);
  accord_problem_view_set_problem (self->problem_view, self->path, error);
  gtk_stack_set_visible_child_name (self->view_stack, "problem");
  accord_window_update_actions (self);
}

static void
window_open_with_flags (AccordWindow   *self,
                        const char     *path,
                        AccordOpenFlags flags)
{
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = g_canonicalize_filename (path, NULL);

  g_free (self->path);
  self->path = g_steal_pointer (&kept);

  workspace = accord_workspace_open (self->path, flags, &error);
  if (workspace == NULL)
    window_show_problem (self, error);
  else
    accord_window_set_workspace (self, workspace);
}

static void
window_remember (AccordWindow *self)
{
  g_autofree char *period = NULL;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }

  if (self->workspace == NULL)
    return;

  period = accord_quarter_to_text (accord_period_get_quarter (self->period));
  g_settings_set_string (self->settings, "last-workspace", self->path);
  g_settings_set_string (self->settings, "last-period", period);
  g_settings_set_string (self->settings, "last-page", gtk_stack_get_visible_child_name (self->page_stack));
}

static void
back_up_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  g_autofree char *written = NULL;
  GError *error = NULL;

  written = accord_backup_write_automatic (task_data, cancellable, &error);
  if (written == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_backed_up (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GApplication) application = G_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;

  /* The window is gone by now, so the log has to do. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_message ("The backup at close was not made: %s", error->message);
  g_application_release (application);
}

/* The file is closed first; the application stays until the copy is written and verified. */
static void
window_close_workspace (AccordWindow *self)
{
  g_autoptr (GTask) task = NULL;
  gboolean changed;

  if (self->workspace == NULL)
    return;

  /* Pages store what was just typed when they go. */
  window_clear_pages (self);
  changed = accord_workspace_has_changed (self->workspace);
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  accord_workspace_close (self->workspace);
  g_clear_object (&self->workspace);

  if (!changed || g_application_get_default () == NULL)
    return;

  g_application_hold (g_application_get_default ());
  task = g_task_new (NULL, NULL, on_backed_up, g_object_ref (g_application_get_default ()));
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, back_up_in_thread);
}

static void
on_folded_changed (AccordWindow *self)
{
  window_update_folded (self);
}

static void
on_page_row_selected (AccordWindow  *self,
                      GtkListBoxRow *row)
{
  if (row != NULL && self->workspace != NULL)
    window_ensure_page (self, g_object_get_data (G_OBJECT (row), "page"));
}

static void
on_page_row_activated (AccordWindow  *self,
                       GtkListBoxRow *row)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "page");
}

static void
on_undo_changed (AccordWindow *self)
{
  accord_window_update_actions (self);
}

/* Windows that stand over this one, such as the wizard, store what is in them when they are closed, and may refuse to be. */
static gboolean
window_close_others (AccordWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  gboolean closed = TRUE;

  for (GList *link = windows; link != NULL; link = link->next)
    g_object_ref (link->data);
  for (GList *link = windows; link != NULL; link = link->next)
    {
      GtkWindow *other = link->data;

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (self) && gtk_widget_get_visible (GTK_WIDGET (other)))
        {
          gtk_window_close (other);
          closed &= !gtk_widget_get_visible (GTK_WIDGET (other));
        }
    }
  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_unref, NULL);

  return closed;
}

/* Stores what is typed and closes the workspace. What cannot be stored is not thrown away unseen: FALSE, and the page says
 * why; leaving once more gives it up. */
static gboolean
window_leave_workspace (AccordWindow *self)
{
  window_remember (self);
  if (self->workspace == NULL)
    return TRUE;

  if (!window_close_others (self))
    return FALSE;
  /* A field is stored when it is left. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (window_settle_pages (self))
    {
      self->close_refused = FALSE;
    }
  else if (!self->close_refused)
    {
      self->close_refused = TRUE;
      return FALSE;
    }

  window_close_workspace (self);

  return TRUE;
}

static gboolean
accord_window_close_request (GtkWindow *window)
{
  AccordWindow *self = ACCORD_WINDOW (window);

  if (!window_leave_workspace (self))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (accord_window_parent_class)->close_request (window);
}

static void
accord_window_dispose (GObject *object)
{
  AccordWindow *self = ACCORD_WINDOW (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->period);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (accord_window_parent_class)->dispose (object);
}

static void
accord_window_class_init (AccordWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = accord_window_close_request;

  g_type_ensure (ACCORD_TYPE_WELCOME);
  g_type_ensure (ACCORD_TYPE_PROBLEM_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/accord-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, problem_view);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, workspace_title);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, period_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, toast_overlay);
  gtk_widget_class_bind_template_callback (widget_class, on_folded_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_page_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_page_row_activated);

  accord_window_class_install_actions (widget_class);
}

static void
accord_window_init (AccordWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (ACCORD_APPLICATION_ID);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  window_fill_sidebar (self);
  accord_import_accept_drops (self);
  accord_window_update_actions (self);
}

AccordWindow *
accord_window_new (AccordApplication *application)
{
  return g_object_new (ACCORD_TYPE_WINDOW, "application", application, NULL);
}

void
accord_window_open (AccordWindow *self,
                    const char   *path)
{
  g_return_if_fail (ACCORD_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (window_leave_workspace (self))
    window_open_with_flags (self, path, ACCORD_OPEN_DEFAULT);
}

void
accord_window_open_damaged (AccordWindow *self,
                            const char   *path)
{
  g_return_if_fail (ACCORD_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (window_leave_workspace (self))
    window_open_with_flags (self, path, ACCORD_OPEN_DAMAGED | ACCORD_OPEN_READ_ONLY);
}

void
accord_window_set_workspace (AccordWindow    *self,
                             AccordWorkspace *workspace)
{
  g_autofree char *page = NULL;

  g_return_if_fail (ACCORD_IS_WINDOW (self));
  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace));

  if (self->workspace != workspace)
    {
      if (!window_leave_workspace (self))
        return;
      self->workspace = g_object_ref (workspace);
    }
  if (g_strcmp0 (self->path, accord_workspace_get_path (workspace)) != 0)
    {
      g_free (self->path);
      self->path = g_strdup (accord_workspace_get_path (workspace));
    }

  g_signal_connect_object (workspace, "notify::undo-label", G_CALLBACK (on_undo_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::redo-label", G_CALLBACK (on_undo_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accord_workspace_get_settings (workspace), "notify::name",
                           G_CALLBACK (window_update_state), self, G_CONNECT_SWAPPED);

  window_restore_period (self);
  window_update_state (self);
  gtk_stack_set_visible_child_name (self->view_stack, "workspace");
  page = g_settings_get_string (self->settings, "last-page");
  accord_window_show_page (self, page);
  accord_window_update_actions (self);
  window_remember (self);
}

void
accord_window_show_welcome (AccordWindow *self)
{
  g_return_if_fail (ACCORD_IS_WINDOW (self));

  if (!window_leave_workspace (self))
    return;

  g_clear_pointer (&self->path, g_free);
  gtk_stack_set_visible_child_name (self->view_stack, "welcome");
  accord_window_update_actions (self);
}

AccordWorkspace *
accord_window_get_workspace (AccordWindow *self)
{
  g_return_val_if_fail (ACCORD_IS_WINDOW (self), NULL);

  return self->workspace;
}

const char *
accord_window_get_path (AccordWindow *self)
{
  g_return_val_if_fail (ACCORD_IS_WINDOW (self), NULL);

  return self->path;
}

AccordPeriod *
accord_window_get_period (AccordWindow *self)
{
  return self->period;
}

void
accord_window_set_period (AccordWindow *self,
                          AccordPeriod *period)
{
  g_autofree char *text = accord_period_format (period);
  GtkWidget *page;

  g_set_object (&self->period, period);
  gtk_button_set_label (self->period_button, text);
  /* A report or a number of another quarter is not to be taken for today's. */
  if (accord_period_contains (period, accord_clock_today ()))
    gtk_widget_remove_css_class (GTK_WIDGET (self->period_button), "accord-other-period");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->period_button), "accord-other-period");

  for (page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page != NULL; page = gtk_widget_get_next_sibling (page))
    g_object_set (page, "period", period, NULL);
}

GtkWidget *
accord_window_get_visible_page (AccordWindow *self)
{
  return gtk_stack_get_visible_child (self->page_stack);
}

/* A name that no page has, such as "", shows the first. */
void
accord_window_show_page (AccordWindow *self,
                         const char   *name)
{
  gsize n_pages;
  const AccordWindowPage *pages = accord_window_pages (&n_pages);
  gsize index = 0;

  for (gsize i = 0; i < n_pages; i++)
    {
      if (g_strcmp0 (pages[i].name, name) == 0)
        index = i;
    }

  gtk_list_box_select_row (self->page_list, gtk_list_box_get_row_at_index (self->page_list, (int) index));
  window_ensure_page (self, &pages[index]);
  adw_leaflet_set_visible_child_name (self->leaflet, "page");
}

void
accord_window_show_sidebar (AccordWindow *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "sidebar");
}
