/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

char *
desk_set_up (const char       *currency,
             AccordWorkspace **workspace)
{
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  char *folder = g_dir_make_tmp ("accord-desk-XXXXXX", &error);

  g_assert_no_error (error);
  path = g_build_filename (folder, "w", "w.accord", NULL);
  accord_settings_set_name (settings, "Sales East");
  accord_settings_set_currency (settings, currency);
  accord_settings_set_fiscal_start (settings, 1);
  *workspace = accord_workspace_create (path, settings, &error);
  g_assert_no_error (error);

  return folder;
}

void
desk_tear_down (char            *folder,
                AccordWorkspace *workspace)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  g_object_unref (workspace);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (folder);
}

gint64
desk_put (AccordWorkspace *workspace,
          gpointer         record)
{
  g_autoptr (AccordChange) change = accord_change_new ("");
  g_autoptr (AccordRecord) own = record;
  g_autoptr (GError) error = NULL;

  accord_change_put (change, own);
  g_assert_true (accord_workspace_apply (workspace, change, &error));
  g_assert_no_error (error);

  return accord_record_get_id (own);
}

void
desk_assert_private (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

char *
desk_read_with (const char *const *command)
{
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  if (program == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return text;
}

char *
desk_read_pdf (const char *path,
               gboolean    layout)
{
  const char *const command[] = { "pdftotext", layout ? "-layout" : path, layout ? path : "-", layout ? "-" : NULL, NULL };
  char *text = desk_read_with (command);

  if (text == NULL)
    g_test_skip ("there is no pdftotext here to read the file with");

  return text;
}

guint
desk_count (const char *text,
            const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;

  return n;
}
