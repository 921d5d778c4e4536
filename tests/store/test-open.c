/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "accord-card.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-migration.h"
#include "accord-workspace-private.h"

/* Refused with the code, a sentence that names the file, in under two seconds, and not a byte changed or added. */
static void
assert_refused (const char      *path,
                AccordOpenFlags  flags,
                AccordStoreError code)
{
  g_autofree char *before = file_digest (path);
  g_autofree char *after = NULL;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  workspace = accord_workspace_open (path, flags, &error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
  g_assert_null (workspace);
  g_assert_error (error, ACCORD_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, base));
  g_assert_true (g_str_has_suffix (error->message, "."));

  after = file_digest (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* A few records, so that there is something to lose, and the file closed. */
static void
fill_and_close (Fixture *fixture)
{
  g_autoptr (AccordMember) member = draft_member ("Carolyn");
  g_autoptr (AccordCard) card = draft_card ("Slow quotes");
  g_autoptr (AccordGoal) goal = NULL;

  goal = draft_goal (put (fixture->workspace, member), "A deposit for a house");
  put (fixture->workspace, goal);
  put (fixture->workspace, card);
  g_clear_object (&fixture->workspace);
}

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *bytes,
            gsize       length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));

  return path;
}

static void
test_missing (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "not-there.accord", NULL);
  g_autofree char *link_path = g_build_filename (fixture->folder, "dangling.accord", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_workspace_open (path, ACCORD_OPEN_DEFAULT, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_cmpint (symlink (path, link_path), ==, 0);
  g_assert_null (accord_workspace_open (link_path, ACCORD_OPEN_DEFAULT, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_no_file (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_workspace_open (fixture->folder, ACCORD_OPEN_DEFAULT, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FOREIGN);
  g_clear_error (&error);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_null (accord_workspace_open (fifo, ACCORD_OPEN_DEFAULT, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FOREIGN);
}

static void
test_foreign (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autofree char *zeros = g_malloc0 (8192);
  g_autofree char *empty = write_file (fixture, "empty.accord", "", 0);
  g_autofree char *blank = write_file (fixture, "blank.accord", zeros, 8192);
  g_autofree char *text = write_file (fixture, "text.accord", "Dear diary", 10);
  g_autofree char *almost = write_file (fixture, "almost.accord", "SQLite format 2 and then words, until there are "
                                        "more than one hundred of them, or letters at least, as here", 107);
  g_autofree char *other = write_file (fixture, "other.db", "", 0);

  assert_refused (empty, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_EMPTY);
  assert_refused (empty, ACCORD_OPEN_DAMAGED, ACCORD_STORE_ERROR_EMPTY);
  assert_refused (blank, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_EMPTY);
  assert_refused (text, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_FOREIGN);
  assert_refused (almost, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_FOREIGN);

  g_assert_null (tamper (other, "CREATE TABLE settings (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO settings VALUES (1, 'x')"));
  assert_refused (other, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_FOREIGN);
  g_assert_null (tamper (other, "PRAGMA application_id = 252006673"));
  assert_refused (other, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_FOREIGN);
  /* Another database that says it is ours. */
  g_assert_null (tamper (other, "PRAGMA application_id = 0x41636364"));
  assert_refused (other, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_SCHEMA);
  g_assert_null (tamper (other, "PRAGMA user_version = 1"));
  assert_refused (other, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_SCHEMA);
}

static void
test_newer (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autofree char *next = g_strdup_printf ("PRAGMA user_version = %d", accord_migration_latest () + 1);

  fill_and_close (fixture);
  g_assert_null (tamper (fixture->path, next));
  assert_refused (fixture->path, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_NEWER);
  assert_refused (fixture->path, ACCORD_OPEN_READ_ONLY, ACCORD_STORE_ERROR_NEWER);
  g_assert_null (tamper (fixture->path, "PRAGMA user_version = 2147483647"));
  assert_refused (fixture->path, ACCORD_OPEN_DAMAGED, ACCORD_STORE_ERROR_NEWER);
}

static void
test_truncated (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;
  guint n_sizes = 0;

  fill_and_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (gsize size = 1; size < length; size += size < 128 ? 1 : 997)
    {
      g_autofree char *path = write_file (fixture, "cut.accord", bytes, size);

      assert_refused (path, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_DAMAGED);
      n_sizes++;
    }
  /* One byte less is enough. */
  g_free (write_file (fixture, "cut.accord", bytes, length - 1));
  g_assert_cmpuint (n_sizes, >, 250);
}

/* Whatever anybody adds to the schema is seen before it is run. */
static void
test_schema (Fixture      *fixture,
             gconstpointer user_data)
{
  static const char *additions[] = {
    "CREATE TRIGGER extra AFTER UPDATE ON card BEGIN DELETE FROM goal; END",
    "CREATE VIEW extra AS SELECT * FROM member",
    "CREATE TABLE extra (a)",
    "CREATE INDEX extra ON card (title)",
    "DROP INDEX card_by_territory",
    "DROP TRIGGER seal_stays",
    "ALTER TABLE card ADD COLUMN extra TEXT",
    "ALTER TABLE goal RENAME COLUMN why TO reason",
    "DROP TABLE stage_observation",
    ("PRAGMA writable_schema = ON; "
     "UPDATE sqlite_schema SET sql = replace (sql, 'length (digest) = 32', 'length (digest) > 0') WHERE name = 'goal'"),
  };
  g_autofree char *bytes = NULL;
  gsize length = 0;

  fill_and_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autofree char *path = write_file (fixture, "schema.accord", bytes, length);

      g_assert_null (tamper (path, additions[i]));
      assert_refused (path, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_SCHEMA);
      assert_refused (path, ACCORD_OPEN_DAMAGED, ACCORD_STORE_ERROR_SCHEMA);
    }
}

/* ANALYZE leaves tables of its own, which say nothing that we hold. */
static void
test_statistics (Fixture      *fixture,
                 gconstpointer user_data)
{
  fill_and_close (fixture);
  g_assert_null (tamper (fixture->path, "ANALYZE"));
  fixture_reopen (fixture);
}

static void
test_content (Fixture      *fixture,
              gconstpointer user_data)
{
  static const char *faults[] = {
    "UPDATE goal SET title = 'A boat'",
    "UPDATE goal SET amount = 1",
    "UPDATE card SET quadrant = 'threat'",
    "UPDATE settings SET currency = 'EUR'",
    "UPDATE member SET digest = zeroblob (32)",
    "UPDATE card SET title = title || char (0) || 'hidden'",
    "UPDATE goal SET id = 2",
    "PRAGMA foreign_keys = OFF; UPDATE goal SET member = 99",
    "PRAGMA foreign_keys = OFF; DELETE FROM member",
    "PRAGMA ignore_check_constraints = ON; UPDATE card SET quadrant = 'nowhere'",
  };
  g_autofree char *bytes = NULL;
  gsize length = 0;

  fill_and_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = write_file (fixture, "content.accord", bytes, length);
      g_autoptr (AccordWorkspace) workspace = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (tamper (path, faults[i]));
      assert_refused (path, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_DAMAGED);
      assert_refused (path, ACCORD_OPEN_READ_ONLY, ACCORD_STORE_ERROR_DAMAGED);

      workspace = accord_workspace_open (path, ACCORD_OPEN_DAMAGED, &error);
      g_assert_no_error (error);
      g_assert_true (accord_workspace_is_read_only (workspace));
    }
}

/* What is damaged is left out, what is not is there. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fill_and_close (fixture);
  g_assert_null (tamper (fixture->path, "UPDATE goal SET title = 'A boat'"));
  fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_DAMAGED, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_GOAL)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD)), ==, 1);
}

static void
test_bit_flips (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *lists = NULL;
  gsize length = 0;
  guint n_refused = 0;
  const guint n_flips = 300;
  g_autoptr (AccordChange) change = accord_change_new ("Add Cards");

  /* Enough text that most of the file is content. */
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *title = g_strnfill (600, (char) ('a' + i % 26));
      g_autoptr (AccordCard) card = draft_card (title);

      accord_change_put (change, card);
    }
  g_assert_true (accord_workspace_apply (fixture->workspace, change, NULL));
  lists = dump_lists (fixture->workspace);
  g_clear_object (&fixture->workspace);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));

  for (guint i = 0; i < n_flips; i++)
    {
      gsize at = (gsize) g_test_rand_int_range (0, (gint32) length);
      char mask = (char) (1 << g_test_rand_int_range (0, 8));
      g_autofree char *path = NULL;
      g_autoptr (AccordWorkspace) workspace = NULL;
      g_autofree char *shown = NULL;
      g_autoptr (GError) error = NULL;

      bytes[at] = (char) (bytes[at] ^ mask);
      path = write_file (fixture, "flip.accord", bytes, length);
      bytes[at] = (char) (bytes[at] ^ mask);

      workspace = accord_workspace_open (path, ACCORD_OPEN_DEFAULT, &error);
      if (workspace == NULL)
        {
          n_refused++;
          g_assert_true (error->domain == ACCORD_STORE_ERROR);
          continue;
        }
      shown = dump_lists (workspace);
      g_assert_cmpstr (shown, ==, lists);
    }
  g_test_message ("%u of %u bit flips refused, the others changed no content", n_refused, n_flips);
  g_assert_cmpuint (n_refused, >, n_flips / 10);
}

static void
assert_reads_only (Fixture *fixture)
{
  g_autofree char *before = file_digest (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (AccordCard) card = draft_card ("Late");
  g_autoptr (AccordChange) change = accord_change_new ("Add Card");
  g_autoptr (GError) error = NULL;
  GListModel *cards;

  g_assert_nonnull (fixture->workspace);
  g_assert_true (accord_workspace_is_read_only (fixture->workspace));
  cards = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD);
  g_assert_cmpuint (g_list_model_get_n_items (cards), ==, 1);

  accord_change_put (change, card);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY);
  g_assert_cmpuint (g_list_model_get_n_items (cards), ==, 1);
  g_assert_cmpint (accord_record_get_id (ACCORD_RECORD (card)), ==, 0);

  g_clear_object (&fixture->workspace);
  after = file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  struct stat status;

  fill_and_close (fixture);

  fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_reads_only (fixture);

  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  assert_reads_only (fixture);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0400);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);

  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  assert_reads_only (fixture);
}

static void
test_modes (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  struct stat status;

  fill_and_close (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0664), ==, 0);
  fixture_reopen (fixture);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  g_assert_true (accord_database_execute (accord_workspace_get_database (fixture->workspace),
                                          "BEGIN IMMEDIATE; UPDATE card SET title = 'x'", NULL));
  g_assert_cmpint (g_stat (journal, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  accord_database_rollback (accord_workspace_get_database (fixture->workspace));
}

static void
assert_setting (AccordDatabase *database,
                const char     *pragma,
                gint64          expected)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s", pragma);
  gint64 value = -1;

  g_assert_true (accord_database_read_integer (database, sql, &value, NULL));
  g_test_message ("%s = %" G_GINT64_FORMAT, pragma, value);
  g_assert_cmpint (value, ==, expected);
}

static void
test_settings (Fixture      *fixture,
               gconstpointer user_data)
{
  AccordDatabase *database = accord_workspace_get_database (fixture->workspace);
  sqlite3 *handle = accord_database_get_handle (database);
  g_autoptr (AccordStatement) statement = accord_database_prepare (database, "PRAGMA journal_mode", NULL);
  gboolean row = FALSE;
  int value = -1;

  g_assert_true (accord_database_step (database, statement, &row, NULL));
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "truncate");
  assert_setting (database, "synchronous", 2);
  assert_setting (database, "foreign_keys", 1);
  assert_setting (database, "recursive_triggers", 1);
  assert_setting (database, "secure_delete", 1);
  assert_setting (database, "cell_size_check", 1);
  assert_setting (database, "temp_store", 2);
  assert_setting (database, "trusted_schema", 0);
  assert_setting (database, "application_id", 0x41636364);
  assert_setting (database, "user_version", accord_migration_latest ());
  g_assert_cmpint (sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &value), ==, SQLITE_OK);
  g_assert_cmpint (value, ==, 1);
  g_assert_cmpint (sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, -1, &value), ==, SQLITE_OK);
  g_assert_cmpint (value, ==, 0);
  g_assert_cmpint (sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, -1, &value), ==, SQLITE_OK);
  g_assert_cmpint (value, ==, 0);
}

/* A writer that dies in the middle leaves a file that is half new and a journal that makes it old again. */
static void
leave_hot_journal (const char *path)
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      sqlite3 *handle = NULL;

      if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
          || sqlite3_exec (handle,
                           "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 1; BEGIN IMMEDIATE;"
                           "UPDATE goal SET title = 'A boat'; UPDATE card SET title = 'Gone';"
                           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                           " INSERT INTO territory SELECT i, hex (randomblob (500)), i, randomblob (32) FROM n;",
                           NULL, NULL, NULL)
               != SQLITE_OK)
        _exit (1);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static void
test_hot_journal (Fixture      *fixture,
                  gconstpointer user_data)
{
  const AccordOpenFlags flags[] = { ACCORD_OPEN_DEFAULT, ACCORD_OPEN_READ_ONLY };
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *lists = NULL;

  fill_and_close (fixture);
  fixture_reopen (fixture);
  lists = dump_lists (fixture->workspace);
  g_clear_object (&fixture->workspace);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autofree char *before = file_digest (fixture->path);
      g_autofree char *broken = NULL;
      g_autofree char *shown = NULL;
      g_autoptr (GError) error = NULL;
      struct stat status;

      leave_hot_journal (fixture->path);
      broken = file_digest (fixture->path);
      g_assert_cmpstr (before, !=, broken);
      g_assert_cmpint (g_stat (journal, &status), ==, 0);
      g_assert_cmpint (status.st_size, >, 0);

      fixture->workspace = accord_workspace_open (fixture->path, flags[i], &error);
      g_assert_no_error (error);
      shown = dump_lists (fixture->workspace);
      g_assert_cmpstr (shown, ==, lists);
      g_clear_object (&fixture->workspace);
    }
}

/* Somebody's tool has put the file into WAL mode: what lies in the log counts, and it is ours again afterwards. */
static void
test_wal (Fixture      *fixture,
          gconstpointer user_data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  fill_and_close (fixture);
  g_assert_null (tamper (fixture->path, "PRAGMA journal_mode = WAL; UPDATE member SET name = name"));
  fixture_reopen (fixture);
  test_settings (fixture, user_data);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_link (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.accord", NULL);
  g_autofree char *odd = g_strconcat (link_path, "-journal", NULL);
  g_autoptr (AccordCard) card = draft_card ("Through the link");
  g_autoptr (GError) error = NULL;

  fill_and_close (fixture);
  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  fixture->workspace = accord_workspace_open (link_path, ACCORD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  put (fixture->workspace, card);
  g_assert_false (g_file_test (odd, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  fixture_reopen (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD)), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  fixture_add ("/open/missing", test_missing);
  fixture_add ("/open/no-file", test_no_file);
  fixture_add ("/open/foreign", test_foreign);
  fixture_add ("/open/newer", test_newer);
  fixture_add ("/open/truncated", test_truncated);
  fixture_add ("/open/schema", test_schema);
  fixture_add ("/open/statistics", test_statistics);
  fixture_add ("/open/content", test_content);
  fixture_add ("/open/damaged", test_damaged);
  fixture_add ("/open/bit-flips", test_bit_flips);
  fixture_add ("/open/read-only", test_read_only);
  fixture_add ("/open/modes", test_modes);
  fixture_add ("/open/settings", test_settings);
  fixture_add ("/open/hot-journal", test_hot_journal);
  fixture_add ("/open/wal", test_wal);
  fixture_add ("/open/link", test_link);

  return g_test_run ();
}
