/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-verify.h"

#include "accord-backup-private.h"
#include "accord-migration.h"
#include "accord-verify-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FAULTS_MAX 200
#define HEADER_SIZE 100

static const char magic[16] = "SQLite format 3";

/* Steps of SQLite's machine for a byte of the file: ten times what the dearest check of a sound file needs. */
#define WORK_PER_BYTE 40
#define WORK_AT_LEAST (20 * 1000 * 1000)
#define WORK_STEP 1000

typedef enum
{
  HEADER_SOUND,
  HEADER_FAULTY, /* noted; there is no use in reading on */
  HEADER_FAILED, /* error is set */
} HeaderState;

static guint32
read_uint32 (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);

  return GUINT32_FROM_BE (value);
}

static gboolean
fail_header (const char      *path,
             AccordStoreError code,
             const char      *format,
             GError         **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *message = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (format, name);
#pragma GCC diagnostic pop
  g_set_error_literal (error, ACCORD_STORE_ERROR, (int) code, message);

  return FALSE;
}

/* The first bytes, before SQLite looks at the file: n_bytes is how many of HEADER_SIZE there are. They are read
 * through SQLite's file layer: to close a descriptor of one's own would drop the locks that another connection of
 * this process has on the file. */
static gboolean
read_header (const char *path,
             guint8      header[HEADER_SIZE],
             gsize      *n_bytes,
             gint64     *size,
             GError    **error)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  g_autofree char *real = realpath (path, NULL);
  struct stat status;
  int code;

  if (real == NULL || stat (real, &status) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        return fail_header (path, ACCORD_STORE_ERROR_NOT_FOUND, _("There is no file “%s”."), error);
      return fail_header (path, ACCORD_STORE_ERROR_IO,
                          _("“%s” could not be read. Check the permissions of the file and of its folder."), error);
    }
  if (!S_ISREG (status.st_mode))
    return fail_header (path, ACCORD_STORE_ERROR_FOREIGN, _("“%s” is not a file that could be a workspace."), error);

  code = vfs->xOpen (vfs, real, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);
  if (code == SQLITE_OK)
    {
      code = file->pMethods->xRead (file, header, HEADER_SIZE, 0);
      file->pMethods->xClose (file);
    }
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return fail_header (path, ACCORD_STORE_ERROR_IO,
                        _("“%s” could not be read. Check the permissions of the file and of its folder."), error);

  *n_bytes = (gsize) MIN (status.st_size, HEADER_SIZE);
  *size = status.st_size;

  return TRUE;
}

static gboolean
is_zero (const guint8 *bytes,
         gsize         n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      if (bytes[i] != 0)
        return FALSE;
    }

  return TRUE;
}

/* What SQLite would choke on, or take for something else, without saying so in words of use to anybody. */
static gboolean
header_is_readable (const guint8 header[HEADER_SIZE])
{
  guint page_size = header[16] << 8 | header[17];

  return (page_size == 1 || (page_size >= 512 && (page_size & (page_size - 1)) == 0))
         && (header[18] == 1 || header[18] == 2) && (header[19] == 1 || header[19] == 2)
         && header[20] == 0 && header[21] == 64 && header[22] == 32 && header[23] == 32
         && read_uint32 (header + 44) >= 1 && read_uint32 (header + 44) <= 4
         && read_uint32 (header + 56) == 1;
}

static HeaderState
check_header (AccordVerify *self,
              const char   *path,
              int          *version,
              GError      **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gsize n_bytes = 0;

  if (!read_header (path, header, &n_bytes, &self->size, error))
    return HEADER_FAILED;
  if (is_zero (header, n_bytes))
    {
      fail_header (path, ACCORD_STORE_ERROR_EMPTY,
                   _("“%s” is empty; a workspace never is. Restore a backup: something else emptied the file."), error);
      return HEADER_FAILED;
    }
  if (memcmp (header, magic, MIN (n_bytes, sizeof magic)) != 0
      || (n_bytes == HEADER_SIZE && read_uint32 (header + 68) != ACCORD_DATABASE_APPLICATION_ID))
    {
      fail_header (path, ACCORD_STORE_ERROR_FOREIGN, _("“%s” is not an Accord workspace."), error);
      return HEADER_FAILED;
    }
  if (n_bytes < HEADER_SIZE)
    {
      accord_verify_fault (self, g_strdup_printf (_("The file is cut short: only %" PRId64 " bytes are there"),
                                                  self->size));
      return HEADER_FAULTY;
    }
  if (read_uint32 (header + 60) > (guint32) accord_migration_latest ())
    {
      fail_header (path, ACCORD_STORE_ERROR_NEWER,
                   _("“%s” was written by a newer version of Accord. Install that version to check it."), error);
      return HEADER_FAILED;
    }

  *version = (int) read_uint32 (header + 60);
  if (!header_is_readable (header) || *version == 0)
    {
      accord_verify_fault (self, g_strdup (_("The head of the file, its first 100 bytes, is damaged: nothing else can "
                                             "be read")));
      return HEADER_FAULTY;
    }

  return HEADER_SOUND;
}

/* After SQLite rolled back what a writer that died left behind: is the file as long as it says? FALSE where it is
 * not. */
static gboolean
check_length (AccordVerify *self,
              const char   *path)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gsize n_bytes = 0;
  gint64 page_size;
  gint64 expected;

  if (!read_header (path, header, &n_bytes, &self->size, NULL) || n_bytes < HEADER_SIZE)
    return TRUE;

  page_size = header[16] << 8 | header[17];
  if (page_size == 1)
    page_size = 65536;
  expected = page_size * read_uint32 (header + 28);

  /* In a file in WAL mode the end may lie in the log; only a length that SQLite wrote itself counts. */
  if (header[18] != 1 || read_uint32 (header + 24) != read_uint32 (header + 92) || self->size >= expected)
    return TRUE;

  accord_verify_fault (self, g_strdup_printf (_("The file is cut short: %" PRId64 " of its %" PRId64
                                                " bytes are there"),
                                              self->size, expected));

  return FALSE;
}

static int
verify_progress (gpointer data)
{
  AccordVerify *self = data;

  if (g_cancellable_is_cancelled (self->cancellable))
    return 1;

  self->work_left -= WORK_STEP;
  if (self->work_left < 0)
    self->exhausted = TRUE;

  return self->exhausted;
}

void
accord_verify_fault (AccordVerify *self,
                     char         *fault)
{
  if (self->faults->len < FAULTS_MAX)
    {
      g_ptr_array_add (self->faults, fault);
      return;
    }

  self->n_more++;
  g_free (fault);
}

const char *
accord_verify_get_label (const char *table)
{
  static const struct
  {
    const char *table;
    const char *label;
  } labels[] = {
    /* Translators: these begin a sentence such as "Goal 12 is damaged". */
    { "account", N_("Account") },
    { "action", N_("Action") },
    { "actual", N_("Actual") },
    { "addendum", N_("Addendum") },
    { "ask", N_("Ask of a department") },
    { "block_digest", N_("Block") },
    { "board_rules", N_("Rules of a board") },
    { "card", N_("Card") },
    { "commitment", N_("Commitment") },
    { "conversation", N_("Conversation") },
    { "forecast", N_("Forecast") },
    { "goal", N_("Goal") },
    { "goal_entry", N_("Progress of a goal") },
    { "goal_viewer", N_("Goal viewer") },
    { "holiday", N_("Holiday") },
    { "import", N_("Import") },
    { "import_mapping", N_("Mapping of an import") },
    { "import_row", N_("Row of an import") },
    { "leave", N_("Leave") },
    { "member", N_("Member") },
    { "membership", N_("Membership") },
    { "metric", N_("Metric") },
    { "opportunity", N_("Opportunity") },
    { "pay_terms", N_("Pay plan") },
    { "plan", N_("Plan") },
    { "plan_year", N_("Plan year") },
    { "quota", N_("Quota") },
    { "seal", N_("Seal") },
    { "seal_field", N_("Seal field") },
    { "settings", N_("Settings") },
    { "stage_observation", N_("Stage of an opportunity") },
    { "strategy", N_("Strategy") },
    { "target", N_("Target") },
    { "territory", N_("Territory") },
    { "vote", N_("Vote") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (strcmp (labels[i].table, table) == 0)
        return _(labels[i].label);
    }

  return _("Record");
}

void
accord_verify_begin (AccordVerify *self)
{
  self->work_left = WORK_AT_LEAST + WORK_PER_BYTE * self->size;
  self->bytes_left = WORK_AT_LEAST + 4 * self->size;
  self->exhausted = FALSE;
}

gboolean
accord_verify_count_row (AccordVerify *self,
                         sqlite3_stmt *statement)
{
  int n_columns = sqlite3_data_count (statement);

  for (int i = 0; i < n_columns; i++)
    {
      int type = sqlite3_column_type (statement, i);

      self->bytes_left -= type == SQLITE_TEXT || type == SQLITE_BLOB ? sqlite3_column_bytes (statement, i) : 1;
    }
  if (self->bytes_left < 0)
    self->exhausted = TRUE;

  return !self->exhausted;
}

gboolean
accord_verify_end (AccordVerify *self,
                   char         *what,
                   GError       *failure,
                   GError      **error)
{
  g_autofree char *subject = what;
  int code = sqlite3_errcode (accord_database_get_handle (self->database)) & 0xff;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    {
      g_clear_error (&failure);
      return FALSE;
    }
  if (failure == NULL && !self->exhausted)
    return TRUE;

  if (self->exhausted)
    {
      /* Translators: %s is what was being read, such as "Goals". */
      accord_verify_fault (self, g_strdup_printf (_("%s: the file goes in a circle and cannot be read to its end"),
                                                  subject));
    }
  else if (code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_NOMEM || code == SQLITE_READONLY
           || code == SQLITE_CANTOPEN || code == SQLITE_PERM || (code == SQLITE_IOERR
              && sqlite3_extended_errcode (accord_database_get_handle (self->database)) != SQLITE_IOERR_SHORT_READ))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  else
    {
      /* Translators: %s is what was being read, such as "Goals". */
      accord_verify_fault (self, g_strdup_printf (_("%s: the file is damaged and cannot be read to its end"), subject));
    }
  g_clear_error (&failure);
  self->exhausted = FALSE;

  return TRUE;
}

gboolean
accord_verify_content (AccordVerify *self,
                       GError      **error)
{
  return accord_verify_records (self, error) && accord_verify_sums (self, error) && accord_verify_actuals (self, error)
         && accord_verify_opportunities (self, error) && accord_verify_seals (self, error);
}

/* A file of an older version holds the same records in fewer columns: they are looked at in a copy, in memory, that is
 * taken to this version. It must not be found out only after the file itself was converted that they are damaged. */
static gboolean
verify_older (AccordVerify *self,
              GError      **error)
{
  AccordDatabase *stored = self->database;
  GError *failure = NULL;
  g_autoptr (AccordDatabase) copy = accord_backup_copy_to_latest (stored, self->cancellable, &failure);
  gboolean done;

  if (copy == NULL)
    {
      if (failure->domain != ACCORD_STORE_ERROR
          || (self->faults->len == 0 && !g_error_matches (failure, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED)))
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      /* Most likely what is wrong with the pages has been noted before this. */
      if (self->faults->len == 0)
        accord_verify_fault (self, g_strdup (_("The file is damaged and cannot be read at all")));
      g_clear_error (&failure);
      return TRUE;
    }

  self->database = copy;
  sqlite3_progress_handler (accord_database_get_handle (copy), WORK_STEP, verify_progress, self);
  done = accord_verify_references (self, error) && accord_verify_content (self, error);
  self->database = stored;

  return done;
}

static gboolean
verify_database (AccordVerify *self,
                 int           version,
                 GError      **error)
{
  gboolean tables_are_ours = FALSE;

  if (!accord_verify_schema (self, version, &tables_are_ours, error))
    return FALSE;
  if (!accord_verify_structure (self, error))
    return FALSE;
  if (!tables_are_ours)
    return TRUE;
  if (version != accord_migration_latest ())
    return verify_older (self, error);

  return accord_verify_references (self, error) && accord_verify_content (self, error);
}

/* The version once the file is open: where a migration was cut off, the first bytes told of one that was rolled back since. */
static int
verify_version (AccordVerify *self,
                int           version)
{
  gint64 now = version;

  return accord_database_read_integer (self->database, "PRAGMA user_version", &now, NULL) && now > 0
             && now <= accord_migration_latest ()
           ? (int) now
           : version;
}

/* One read transaction around everything: a writer may go on beside this, and must not look like damage. */
static gboolean
verify_open_file (AccordVerify *self,
                  const char   *path,
                  int           version,
                  GError      **error)
{
  GError *failure = NULL;
  gboolean done;

  self->database = accord_database_open (path, ACCORD_DATABASE_READ, &failure);
  if (self->database == NULL)
    {
      if (!g_error_matches (failure, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED)
          && !g_error_matches (failure, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FOREIGN))
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      g_clear_error (&failure);
      if (check_length (self, path))
        accord_verify_fault (self, g_strdup (_("The file is damaged and cannot be read at all")));
      return TRUE;
    }
  if (!check_length (self, path))
    return TRUE;

  accord_verify_begin (self);
  sqlite3_progress_handler (accord_database_get_handle (self->database), WORK_STEP, verify_progress, self);
  if (!accord_database_execute (self->database, "BEGIN; SELECT 1 FROM sqlite_schema", &failure))
    return accord_verify_end (self, g_strdup (_("Tables")), failure, error);

  done = verify_database (self, verify_version (self, version), error);
  accord_database_rollback (self->database);

  return done;
}

gboolean
accord_verify_is_workspace (const char *path,
                            GError    **error)
{
  g_autoptr (GPtrArray) ignored = g_ptr_array_new_with_free_func (g_free);
  AccordVerify self = { .faults = ignored };
  int version = 0;

  return check_header (&self, path, &version, error) != HEADER_FAILED;
}

gboolean
accord_verify_file (const char   *path,
                    GCancellable *cancellable,
                    GStrv        *faults,
                    GError      **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  AccordVerify self = { .cancellable = cancellable, .faults = found };
  HeaderState header;
  gboolean done;
  int version = 0;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (faults != NULL, FALSE);

  *faults = NULL;
  header = check_header (&self, path, &version, error);
  if (header == HEADER_FAILED)
    return FALSE;

  done = header == HEADER_FAULTY || verify_open_file (&self, path, version, error);
  accord_database_close (self.database);
  if (!done)
    return FALSE;

  if (self.n_more > 0)
    g_ptr_array_add (found, g_strdup_printf (ngettext ("… and %u fault more", "… and %u faults more", self.n_more),
                                             self.n_more));
  g_ptr_array_add (found, NULL);
  *faults = (GStrv) g_ptr_array_free (g_steal_pointer (&found), FALSE);

  return TRUE;
}
