/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-demo-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define SOURCE "/io/github/accord/Accord/demo/demo.json"

static void
accord_demo_clear (AccordDemo *self)
{
  g_clear_pointer (&self->source, json_object_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->sellers, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordDemo, accord_demo_clear)

/* The source is part of the program: a fault in it is a fault of the program. */
static JsonObject *
load_source (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                      &error))
    g_error ("%s: %s", SOURCE, error->message);

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static gboolean
fill (AccordDemo    *self,
      AccordProgress progress,
      gpointer       user_data,
      GCancellable  *cancellable,
      GError       **error)
{
  /* Translators: the action that made the demo team */
  g_autoptr (AccordChange) change = accord_change_new (_("Demo Team"));

  accord_demo_put_people (self, change);
  accord_demo_put_work (self, change);
  accord_demo_put_forecasts (self, change);
  if (progress != NULL)
    progress (0.2, user_data);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !accord_workspace_apply (self->workspace, change, error) || !accord_demo_seal (self, error))
    return FALSE;
  if (progress != NULL)
    progress (0.4, user_data);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !accord_demo_put_deals (self, error))
    return FALSE;
  if (progress != NULL)
    progress (0.8, user_data);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) && accord_demo_put_activity (self, error);
}

static gboolean
fill_with_demo (AccordWorkspace *workspace,
                JsonObject      *source,
                AccordDate       today,
                AccordProgress   progress,
                gpointer         user_data,
                GCancellable    *cancellable,
                GError         **error)
{
  g_auto (AccordDemo) demo = { .workspace = workspace, .today = today };

  demo.year = accord_plan_year_for_date (today, ACCORD_DEMO_FISCAL_START);
  demo.source = json_object_ref (source);
  demo.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  demo.sellers = g_array_new (FALSE, TRUE, sizeof (AccordDemoSeller));

  return fill (&demo, progress, user_data, cancellable, error);
}

/* Puts a finished file in its place unless something is there, in one step that cannot be half done. */
static gboolean
move_into_place (const char *part,
                 const char *path,
                 GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_basename (path);
  gboolean moved = link (part, path) == 0;
  int descriptor;

  /* Not every file system has links. */
  if (!moved && errno != EEXIST)
    moved = !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (part, path) == 0;
  if (!moved)
    {
      g_set_error (error, ACCORD_STORE_ERROR, errno == EEXIST ? ACCORD_STORE_ERROR_EXISTS : ACCORD_STORE_ERROR_IO,
                   _("“%s” could not be put in its place: %s. Nothing was left behind; choose another name or "
                      "folder."),
                   name, g_strerror (errno));
      return FALSE;
    }

  descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (descriptor >= 0)
    {
      fsync (descriptor);
      close (descriptor);
    }

  return TRUE;
}

static void
remove_part (const char *part)
{
  g_autofree char *journal = g_strconcat (part, "-journal", NULL);

  g_unlink (part);
  g_unlink (journal);
}

/* What the store says names the file under the name that it had meanwhile. */
static void
name_the_file (GError    **error,
               const char *part,
               const char *path)
{
  g_autofree char *part_name = g_filename_display_basename (part);
  g_autofree char *name = g_filename_display_basename (path);
  GString *message;

  if (error == NULL || *error == NULL)
    return;
  message = g_string_new ((*error)->message);
  g_string_replace (message, part_name, name, 0);
  g_free ((*error)->message);
  (*error)->message = g_string_free (message, FALSE);
}

static gboolean
write_part (const char              *part,
            const AccordDemoOptions *options,
            AccordDate               today,
            AccordProgress           progress,
            gpointer                 user_data,
            GCancellable            *cancellable,
            GError                 **error)
{
  g_autoptr (JsonObject) source = load_source ();
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (AccordWorkspace) workspace = NULL;
  gboolean done;

  /* Translators: the name of a workspace that is made for measuring */
  accord_settings_set_name (settings,
                            options != NULL ? _("Synthetic team") : json_object_get_string_member (source, "name"));
  accord_settings_set_currency (settings, json_object_get_string_member (source, "currency"));
  accord_settings_set_fiscal_start (settings, ACCORD_DEMO_FISCAL_START);
  workspace = accord_workspace_create (part, settings, error);
  if (workspace == NULL)
    return FALSE;

  if (options != NULL)
    done = accord_demo_write_synthetic (workspace, options, today, progress, user_data, cancellable, error);
  else
    done = fill_with_demo (workspace, source, today, progress, user_data, cancellable, error);
  accord_workspace_close (workspace);

  return done;
}

gboolean
accord_demo_write (const char              *path,
                   const AccordDemoOptions *options,
                   AccordDate               today,
                   AccordProgress           progress,
                   gpointer                 user_data,
                   GCancellable            *cancellable,
                   GError                 **error)
{
  g_autofree char *part = NULL;
  g_autofree char *name = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (today != ACCORD_DATE_NONE, FALSE);

  name = g_filename_display_basename (path);
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS,
                   _("There is already something at “%s”. It was left as it is; choose another name."), name);
      return FALSE;
    }

  /* Beside its place under another name until it is complete: whoever looks sees a whole workspace or none. */
  part = g_strdup_printf ("%s.part-%d-%08x", path, (int) getpid (), g_random_int ());
  done =
      write_part (part, options, today, progress, user_data, cancellable, error) && move_into_place (part, path, error);
  remove_part (part);
  if (!done)
    name_the_file (error, part, path);
  else if (progress != NULL)
    progress (1.0, user_data);

  return done;
}
