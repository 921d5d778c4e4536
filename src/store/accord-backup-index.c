/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-backup-private.h"

#include "accord-record-row.h"
#include "accord-settings.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is known of a workspace's backups lies beside the automatic ones, in a key file: a group for each, named by a
 * hash of its path, with path and origin (the workspace it was made of) as URIs, which can be any bytes. */
#define INDEX_NAME "index.ini"
#define KEY_PATH "path"
#define KEY_ORIGIN "origin"
#define KEY_MADE "made"
#define KEY_AUTOMATIC "automatic"
#define KEY_VERIFIED "verified"

#define AUTOMATIC_SUFFIX ".accord"
/* What accord_backup_make_beside() calls the copies of accord_backup_write_automatic(). */
#define TEMPORARY_PREFIX ".backup."
#define DAY_SECONDS (24 * 60 * 60)
#define MONTH_DAYS 31

static char *
dup_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "accord", "backups", NULL);
}

char *
accord_backup_dup_folder (const char *uuid)
{
  g_autofree char *root = dup_root ();
  g_autofree char *hash = NULL;

  /* It names a folder: nothing else than what Accord makes may stand there. */
  if (!g_uuid_string_is_valid (uuid))
    {
      hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uuid, -1);
      uuid = hash;
    }

  return g_build_filename (root, uuid, NULL);
}

/* Without a word where that cannot be: the file may be anything. */
static AccordStatement *
prepare_quietly (AccordDatabase *database,
                 const char     *sql)
{
  AccordStatement *statement = NULL;

  sqlite3_prepare_v2 (accord_database_get_handle (database), sql, -1, &statement, NULL);

  return statement;
}

char *
accord_backup_dup_uuid (const char *path)
{
  g_autoptr (AccordDatabase) database = accord_database_open (path, ACCORD_DATABASE_READ, NULL);
  g_autoptr (AccordStatement) statement = NULL;
  g_autoptr (AccordRecord) settings = NULL;
  g_autofree char *sql = accord_record_select_sql (ACCORD_TYPE_SETTINGS);

  if (database == NULL)
    return NULL;
  statement = prepare_quietly (database, sql);
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  settings = accord_record_read_row (ACCORD_TYPE_SETTINGS, statement);

  return settings != NULL ? g_strdup (accord_settings_get_uuid (ACCORD_SETTINGS (settings))) : NULL;
}

/* The folder's lock goes with its descriptor, and so with the process: there is none that could be left behind. */
static int
lock_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    flock (fd, LOCK_EX);

  return fd;
}

static GKeyFile *
load_index (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, INDEX_NAME, NULL);
  GKeyFile *index = g_key_file_new ();

  g_key_file_load_from_file (index, path, G_KEY_FILE_NONE, NULL);

  return index;
}

static void
save_index (GKeyFile   *index,
            const char *folder)
{
  g_autofree char *path = g_build_filename (folder, INDEX_NAME, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  text = g_key_file_to_data (index, &length, NULL);
  if (!g_file_set_contents_full (path, text, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_message ("The list of backups could not be written: %s", error->message);
  accord_backup_sync_folder (folder);
}

static char *
dup_group (const char *path)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
}

/* The same for every way of writing the path, also when nothing is there any more. */
static char *
dup_uri (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *real = realpath (folder, NULL);
  g_autofree char *whole = NULL;

  if (real != NULL)
    whole = g_build_filename (real, base, NULL);
  else
    whole = g_canonicalize_filename (path, NULL);

  return g_filename_to_uri (whole, NULL, NULL);
}

void
accord_backup_note (const char *uuid,
                    const char *backup,
                    const char *origin,
                    const char *made,
                    gboolean    automatic)
{
  g_autofree char *folder = accord_backup_dup_folder (uuid);
  g_autofree char *backup_uri = dup_uri (backup);
  g_autofree char *origin_uri = dup_uri (origin);
  g_autofree char *group = dup_group (backup_uri);
  g_autoptr (GKeyFile) index = NULL;
  int lock;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_message ("The list of backups could not be written: %s", g_strerror (errno));
      return;
    }

  lock = lock_folder (folder);
  index = load_index (folder);
  g_key_file_set_string (index, group, KEY_PATH, backup_uri);
  g_key_file_set_string (index, group, KEY_ORIGIN, origin_uri);
  g_key_file_set_string (index, group, KEY_MADE, made);
  g_key_file_set_boolean (index, group, KEY_AUTOMATIC, automatic);
  g_key_file_set_boolean (index, group, KEY_VERIFIED, TRUE);
  save_index (index, folder);
  if (lock >= 0)
    close (lock);
}

void
accord_backup_free (AccordBackup *self)
{
  g_free (self->path);
  g_free (self->made);
  g_free (self);
}

static int
read_count (AccordDatabase *database,
            const char     *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  g_autoptr (AccordStatement) statement = NULL;

  if (database == NULL)
    return -1;
  statement = prepare_quietly (database, sql);

  return statement != NULL && sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int (statement, 0) : -1;
}

static void
read_counts (AccordBackup *backup)
{
  g_autoptr (AccordDatabase) database = accord_database_open (backup->path, ACCORD_DATABASE_READ, NULL);

  backup->members = read_count (database, "member");
  backup->goals = read_count (database, "goal");
  backup->cards = read_count (database, "card");
  backup->conversations = read_count (database, "conversation");
}

/* NULL where the file is not there any more. */
static AccordBackup *
backup_from_group (GKeyFile   *index,
                   const char *group)
{
  g_autofree char *uri = g_key_file_get_string (index, group, KEY_PATH, NULL);
  g_autofree char *path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  struct stat status;
  AccordBackup *backup;

  if (path == NULL || stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return NULL;

  backup = g_new0 (AccordBackup, 1);
  backup->path = g_steal_pointer (&path);
  backup->made = g_key_file_get_string (index, group, KEY_MADE, NULL);
  if (backup->made == NULL)
    backup->made = g_strdup ("");
  backup->automatic = g_key_file_get_boolean (index, group, KEY_AUTOMATIC, NULL);
  backup->verified = g_key_file_get_boolean (index, group, KEY_VERIFIED, NULL);
  backup->size = status.st_size;

  return backup;
}

/* 20261123T183650Z… → 2026-11-23T18:36:50Z; NULL for any other name. */
static char *
dup_made_from_name (const char *name)
{
  static const char pattern[] = "00000000T000000Z";

  for (guint i = 0; i < sizeof pattern - 1; i++)
    {
      if (pattern[i] == '0' ? !g_ascii_isdigit (name[i]) : name[i] != pattern[i])
        return NULL;
    }
  if (!g_str_has_suffix (name, AUTOMATIC_SUFFIX))
    return NULL;

  return g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", name, name + 4, name + 6, name + 9, name + 11, name + 13);
}

/* Automatic backups that the index does not know, perhaps because it was lost. */
static void
add_unlisted (GPtrArray  *backups,
              const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *made = dup_made_from_name (name);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean listed = made == NULL;
      AccordBackup *backup;
      struct stat status;

      for (guint i = 0; !listed && i < backups->len; i++)
        listed = accord_backup_is_same_file (((AccordBackup *) backups->pdata[i])->path, path);
      if (listed || stat (path, &status) != 0 || !S_ISREG (status.st_mode))
        continue;

      backup = g_new0 (AccordBackup, 1);
      backup->path = g_steal_pointer (&path);
      backup->made = g_steal_pointer (&made);
      backup->automatic = TRUE;
      backup->size = status.st_size;
      g_ptr_array_add (backups, backup);
    }
}

/* origin NULL: all that are in the folder's index, and its other files. */
static void
add_folder (GPtrArray  *backups,
            const char *folder,
            const char *origin)
{
  g_autoptr (GKeyFile) index = load_index (folder);
  g_auto (GStrv) groups = g_key_file_get_groups (index, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *made_of = g_key_file_get_string (index, groups[i], KEY_ORIGIN, NULL);
      AccordBackup *backup;

      if (origin != NULL && g_strcmp0 (origin, made_of) != 0)
        continue;
      backup = backup_from_group (index, groups[i]);
      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  if (origin == NULL)
    add_unlisted (backups, folder);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const AccordBackup *one = *(AccordBackup *const *) a;
  const AccordBackup *other = *(AccordBackup *const *) b;
  int order = strcmp (other->made, one->made);

  if (order != 0)
    return order;

  /* Within a second by number: …Z-10 comes after …Z-2. */
  order = (int) (strlen (other->path) > strlen (one->path)) - (int) (strlen (other->path) < strlen (one->path));

  return order != 0 ? order : strcmp (other->path, one->path);
}

static GPtrArray *
list_folder (const char *folder,
             const char *origin)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_backup_free);

  add_folder (backups, folder, origin);
  g_ptr_array_sort (backups, compare_newest_first);

  return backups;
}

GPtrArray *
accord_backup_list (const char *workspace_path,
                    GError    **error)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_backup_free);
  g_autofree char *uuid = NULL;

  g_return_val_if_fail (workspace_path != NULL, NULL);

  uuid = accord_backup_dup_uuid (workspace_path);
  if (uuid != NULL)
    {
      g_autofree char *folder = accord_backup_dup_folder (uuid);

      add_folder (backups, folder, NULL);
    }
  else
    {
      g_autofree char *origin = dup_uri (workspace_path);
      g_autofree char *root = dup_root ();
      g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *folder = g_build_filename (root, name, NULL);

          add_folder (backups, folder, origin);
        }
    }

  g_ptr_array_sort (backups, compare_newest_first);
  for (guint i = 0; i < backups->len; i++)
    read_counts (backups->pdata[i]);

  return g_steal_pointer (&backups);
}

static gint64
seconds_of (const char *made)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (made, NULL);

  return time != NULL ? g_date_time_to_unix (time) : -1;
}

/* Whether a backup of that age is one too many: kept are the days and months of which there is one already. */
static gboolean
is_superfluous (const char *made,
                gint64      now,
                GHashTable *kept)
{
  gint64 age = now - seconds_of (made);
  char *period;

  if (seconds_of (made) < 0 || age <= DAY_SECONDS)
    return FALSE;

  period = g_strndup (made, age <= (gint64) MONTH_DAYS * DAY_SECONDS ? strlen ("2026-11-23") : strlen ("2026-11"));

  return !g_hash_table_add (kept, period);
}

/* Copies that a process left behind which was killed while it made them: none takes a day. */
static void
remove_abandoned (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat status;

      if (g_str_has_prefix (name, TEMPORARY_PREFIX) && lstat (path, &status) == 0 && S_ISREG (status.st_mode)
          && now - status.st_mtime > DAY_SECONDS)
        g_unlink (path);
    }
}

void
accord_backup_thin (const char *uuid,
                    const char *now)
{
  g_autofree char *folder = accord_backup_dup_folder (uuid);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GKeyFile) index = NULL;
  gint64 seconds = seconds_of (now);
  int lock = lock_folder (folder);

  backups = list_folder (folder, NULL);
  index = load_index (folder);
  for (guint i = 0; i < backups->len; i++)
    {
      AccordBackup *backup = backups->pdata[i];
      g_autofree char *lies_in = g_path_get_dirname (backup->path);
      g_autofree char *uri = NULL;
      g_autofree char *group = NULL;

      /* Only what Accord made by itself, and only where it made it. */
      if (!backup->automatic || !backup->verified || !accord_backup_is_same_file (lies_in, folder)
          || !is_superfluous (backup->made, seconds, kept))
        continue;
      uri = dup_uri (backup->path);
      group = dup_group (uri);
      if (g_unlink (backup->path) == 0)
        g_key_file_remove_group (index, group, NULL);
    }
  save_index (index, folder);
  remove_abandoned (folder);
  if (lock >= 0)
    close (lock);
}
