/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-application.h"

#include <glib/gi18n.h>

#include "accord-window.h"
#include "accord-workspace.h"

struct _AccordApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (AccordApplication, accord_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.quit", { "<Ctrl>q" } },
  { "window.close", { "<Ctrl>w" } },
  { "win.new-workspace", { "<Ctrl><Shift>n" } },
  { "win.open-workspace", { "<Ctrl>o" } },
  { "win.undo", { "<Ctrl>z" } },
  { "win.redo", { "<Ctrl><Shift>z", "<Ctrl>y" } },
  { "win.primary", { "<Ctrl>n" } },
  { "win.previous-period", { "<Alt>Left" } },
  { "win.next-period", { "<Alt>Right" } },
  { "win.show-help-overlay", { "<Ctrl>question" } },
};

static const char *const developers[] = { "The Accord developers", NULL };

static void
on_about_activated (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);

  adw_show_about_window (gtk_application_get_active_window (application),
                         "application-name", _("Accord"),
                         "application-icon", ACCORD_APPLICATION_ID,
                         "version", ACCORD_VERSION,
                         "comments", _("Sales teams that set their own goals, commit to one another, and keep their word."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "developers", developers,
                         /* Translators: put your name here, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
on_quit_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* Closing each window, instead of quitting, lets it make its backup. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = on_about_activated },
  { .name = "quit", .activate = on_quit_activated },
};

static AccordWindow *
application_find_window (AccordApplication *self,
                         const char        *path)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      if (ACCORD_IS_WINDOW (link->data) && g_strcmp0 (accord_window_get_path (link->data), path) == 0)
        return link->data;
    }

  return NULL;
}

static void
application_open_path (AccordApplication *self,
                       const char        *path)
{
  AccordWindow *window = application_find_window (self, path);

  if (window == NULL)
    {
      window = accord_window_new (self);
      accord_window_open (window, path);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
accord_application_activate (GApplication *application)
{
  AccordApplication *self = ACCORD_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *last = NULL;
  g_autofree char *usual = NULL;

  if (active != NULL)
    {
      gtk_window_present (active);
      return;
    }

  settings = g_settings_new (ACCORD_APPLICATION_ID);
  last = g_settings_get_string (settings, "last-workspace");
  usual = accord_workspace_dup_default_path ();

  if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    application_open_path (self, last);
  else if (g_file_test (usual, G_FILE_TEST_EXISTS))
    application_open_path (self, usual);
  else
    gtk_window_present (GTK_WINDOW (accord_window_new (self)));
}

static void
accord_application_open (GApplication *application,
                         GFile       **files,
                         int           n_files,
                         const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);

      /* A workspace lives on a local file system: its promises need one. */
      if (path == NULL)
        {
          g_autofree char *uri = g_file_get_uri (files[i]);

          g_printerr (_("%s is not a file on this computer\n"), uri);
          continue;
        }
      application_open_path (ACCORD_APPLICATION (application), path);
    }
}

static void
accord_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (accord_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action, shortcuts[i].accels);
  accord_window_install_page_shortcuts (GTK_APPLICATION (application));
}

static void
accord_application_class_init (AccordApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = accord_application_startup;
  application_class->activate = accord_application_activate;
  application_class->open = accord_application_open;
}

static void
accord_application_init (AccordApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Opens workspaces of sales teams; without a file, the last one."));
}

AccordApplication *
accord_application_new (void)
{
  return g_object_new (ACCORD_TYPE_APPLICATION,
                       "application-id", ACCORD_APPLICATION_ID,
                       "resource-base-path", "/io/github/accord/Accord",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
