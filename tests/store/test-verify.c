/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "accord-verify.h"
#include "accord-workspace-private.h"

static void
test_sound (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (AccordRecord) card = draft_card ("One more");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  assert_sound (fixture->path);
  rich_fill (fixture->workspace);
  before = file_digest (fixture->path);
  assert_sound (fixture->path);
  after = file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (fixture->folder), <=, 2);

  /* What was looked at can still be written to. */
  put (fixture->workspace, card);
  assert_sound (fixture->path);
}

static void
test_tampered (Fixture      *fixture,
               gconstpointer user_data)
{
  static const struct
  {
    const char *sql;
    const char *fault;
  } cases[] = {
    { "UPDATE goal SET title = 'Nothing' WHERE id = 2", "Goal 2: " },
    { "UPDATE goal SET amount = 1 WHERE id = 3", "Goal 3: " },
    { "UPDATE member SET digest = zeroblob (32) WHERE id = 1", "Member 1: " },
    { "UPDATE card SET title = title || char (0) || 'more' WHERE id = 1", "Card 1: " },
    { "UPDATE card SET merged_into = NULL WHERE id = 2", "Card 2: " },
    { "UPDATE card SET author = 1 WHERE author = 2", "Card 5: " },
    { "UPDATE action SET strategy = NULL WHERE strategy = 1", "Action 1: " },
    { "UPDATE vote SET count = 3 WHERE id = 2", "Vote 2: " },
    { "UPDATE vote SET member = 2 WHERE id = 1", "Vote 1: " },
    { "UPDATE strategy SET text = 'Nothing' WHERE id = 1", "Strategy 1: " },
    { "UPDATE ask SET status = 'done' WHERE id = 1", "Ask of a department 1: " },
    { "UPDATE board_rules SET votes_each = 9 WHERE id = 1", "Rules of a board 1: " },
    { "PRAGMA foreign_keys = OFF; DELETE FROM card WHERE id = 2", "refers to something that is not there (Card)" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM strategy", "refers to something that is not there (Strategy)" },
    { "DELETE FROM settings", "settings of the workspace are missing" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM member WHERE id = 4", "refers to something that is not there (Member)" },
    { "PRAGMA ignore_check_constraints = ON; UPDATE commitment SET q1 = q1 + 1",
      "Commitment 1: its quarters do not add up" },
    { "UPDATE actual SET value = value + 1 WHERE member = 2 AND metric = 1 AND starts = (SELECT min (starts) FROM "
      "actual)",
      "Actuals of member 2, 91 days from " },
    { "DELETE FROM actual WHERE member = 3 AND starts = (SELECT max (starts) FROM actual)",
      "Actuals of member 3, 91 days from " },
    { "INSERT INTO actual VALUES (1, 1, 2500000, 1, 0, 0)", "Actuals of member 1, 91 days from " },
    { "DELETE FROM actual WHERE member = 4", "Actuals of member 4, 91 days from " },
    { "DELETE FROM actual", "Actuals of member 1, 91 days from " },
    { "DELETE FROM block_digest WHERE kind = 'actual'", "Actuals of member 4, 91 days from " },
    { "INSERT INTO block_digest VALUES ('actual', 1, 1, zeroblob (32))", "Actuals of member 1, 91 days from " },
    { "UPDATE opportunity SET amount = amount + 1 WHERE id = 300", "Opportunities 256 to 511: " },
    { "UPDATE stage_observation SET stage = 'Won' WHERE opportunity = 1", "Opportunities 1 to 255: " },
    { "DELETE FROM stage_observation WHERE opportunity = 600", "Opportunities 512 to 767: " },
    { "INSERT INTO stage_observation VALUES (600, '2026-01-01', 'Early', 'open')", "Opportunities 512 to 767: " },
    { "DELETE FROM block_digest WHERE kind = 'opportunity' AND block = 1", "Opportunities 256 to 511: " },
    { "INSERT INTO block_digest VALUES ('opportunity', 0, 9, zeroblob (32))", "Opportunities 2304 to 2559: " },
    { "DROP TRIGGER seal_stays", "trigger seal_stays is missing" },
    { "DROP INDEX goal_by_member", "index goal_by_member is missing" },
    { "CREATE VIEW everything AS SELECT * FROM goal", "view everything that Accord did not make" },
    { "CREATE TRIGGER spy AFTER INSERT ON goal BEGIN SELECT 1; END", "trigger spy that Accord did not make" },
    { "DROP TABLE stage_observation", "table stage_observation is missing" },
  };
  gsize length = 0;
  g_autofree char *bytes = fill_and_take (fixture, &length);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = NULL;
      g_autofree char *faults = NULL;

      write_bytes (fixture->path, bytes, length);
      message = tamper (fixture->path, cases[i].sql);
      g_assert_cmpstr (message, ==, NULL);
      faults = verify_to_text (fixture->path);
      assert_fault (faults, cases[i].fault);
    }
}

static void
assert_refused (const char      *path,
                AccordStoreError code)
{
  g_auto (GStrv) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_verify_file (path, NULL, &faults, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, (int) code);
  g_assert_null (faults);
}

static void
test_no_workspace (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *message = NULL;
  sqlite3 *handle = NULL;

  assert_refused (other, ACCORD_STORE_ERROR_NOT_FOUND);
  assert_refused (fixture->folder, ACCORD_STORE_ERROR_FOREIGN);
  write_bytes (other, "", 0);
  assert_refused (other, ACCORD_STORE_ERROR_EMPTY);
  write_bytes (other, "Some letter to somebody, long enough to be taken for a header of a hundred bytes, but not for a "
                      "database", 102);
  assert_refused (other, ACCORD_STORE_ERROR_FOREIGN);
  g_assert_cmpint (g_unlink (other), ==, 0);

  g_assert_cmpint (sqlite3_open (other, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TABLE note (text)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  assert_refused (other, ACCORD_STORE_ERROR_FOREIGN);

  g_clear_object (&fixture->workspace);
  message = tamper (fixture->path, "PRAGMA user_version = 999");
  g_assert_cmpstr (message, ==, NULL);
  assert_refused (fixture->path, ACCORD_STORE_ERROR_NEWER);
}

static void
test_cut_short (Fixture      *fixture,
                gconstpointer user_data)
{
  gsize length = 0;
  g_autofree char *bytes = fill_and_take (fixture, &length);

  for (gsize cut = 1; cut < length; cut += cut < 200 ? 13 : 9973)
    {
      g_auto (GStrv) faults = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      gsize after_length = 0;

      write_bytes (fixture->path, bytes, cut);
      g_assert_true (accord_verify_file (fixture->path, NULL, &faults, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (g_strv_length (faults), ==, 1);
      assert_fault (faults[0], "The file is cut short: ");

      g_assert_true (g_file_get_contents (fixture->path, &after, &after_length, NULL));
      g_assert_cmpmem (after, after_length, bytes, cut);
    }
}

/* What a reader of the file would get; NULL where it cannot be read. The salt of the name that a member had when the
 * record was sealed is left out: the name itself stands nowhere, so nothing that anybody is shown depends on it. */
static char *
dump_content (const char *path)
{
  static const char *const tables[] = {
    "settings", "territory", "member", "membership", "plan_year", "goal", "goal_viewer", "plan", "quota", "commitment",
    "card", "metric",
    "target", "action", "conversation", "addendum", "seal", "actual", "opportunity", "stage_observation",
    "block_digest", "leave", "holiday", "goal_entry", "pay_terms", "import", "import_row", "import_mapping", "vote", "strategy",
    "ask", "board_rules", "forecast", "account",
  };
  g_autoptr (GString) dump = g_string_new (NULL);
  sqlite3 *handle = NULL;
  gboolean readable;

  readable = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
  for (guint i = 0; readable && i <= G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = i < G_N_ELEMENTS (tables)
                               ? g_strdup_printf ("SELECT * FROM %s NOT INDEXED", tables[i])
                               : g_strdup ("SELECT seal, name, digest, iif (name = 'member-name', '', salt) FROM "
                                           "seal_field");
      sqlite3_stmt *statement = NULL;

      readable = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) == SQLITE_OK;
      while (readable && sqlite3_step (statement) == SQLITE_ROW && dump->len < 4 * 1024 * 1024)
        {
          for (int column = 0; column < sqlite3_column_count (statement); column++)
            {
              g_string_append_printf (dump, "|%d:", sqlite3_column_type (statement, column));
              g_string_append_len (dump, sqlite3_column_blob (statement, column), sqlite3_column_bytes (statement,
                                                                                                        column));
            }
          g_string_append_c (dump, '\n');
        }
      readable = sqlite3_finalize (statement) == SQLITE_OK && readable;
    }
  sqlite3_close (handle);
  if (!readable)
    return NULL;

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) dump->str, dump->len);
}

static void
test_bit_flips (Fixture      *fixture,
                gconstpointer user_data)
{
  const guint n_wanted = g_test_slow () ? 3000 : 300;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  gsize length = 0;
  g_autofree char *bytes = fill_and_take (fixture, &length);
  g_autofree char *sound = dump_content (fixture->path);
  guint n_changed = 0;
  guint n_tries = 0;

  g_assert_nonnull (sound);
  while (n_changed < n_wanted)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) length);
      char mask = (char) (1 << g_rand_int_range (rand, 0, 8));
      g_autofree char *changed = NULL;

      g_assert_cmpuint (n_tries++, <, 100 * n_wanted);
      bytes[at] ^= mask;
      write_bytes (fixture->path, bytes, length);
      changed = dump_content (fixture->path);
      if (g_strcmp0 (sound, changed) != 0)
        {
          g_autofree char *faults = verify_to_text (fixture->path);

          n_changed++;
          if (*faults == '\0')
            g_error ("bit %d of byte %" G_GSIZE_FORMAT " was flipped and not found", mask, at);
          assert_fault (faults, "");
        }
      bytes[at] ^= mask;
    }
  g_test_message ("%u of %u flips changed the content", n_changed, n_tries);
}

static guint
root_page (const char *path,
           const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle = NULL;
  guint page;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  page = (guint) sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return page;
}

/* Every child of a table's root is the root's left-most child again: SQLite walks through such a tree again and
 * again. */
static void
test_circle (Fixture      *fixture,
             gconstpointer user_data)
{
  static const char *const tables[] = { "opportunity", "actual", "stage_observation" };
  gsize length = 0;
  g_autofree char *bytes = fill_and_take (fixture, &length);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *circle = g_memdup2 (bytes, length);
      guint page_size = (guint8) bytes[16] << 8 | (guint8) bytes[17];
      guint8 *page = (guint8 *) circle + (gsize) (root_page (fixture->path, tables[i]) - 1) * page_size;
      guint n_cells = page[3] << 8 | page[4];
      g_autofree char *faults = NULL;

      g_assert_true (page[0] == 2 || page[0] == 5);
      g_assert_cmpuint (n_cells, >, 0);
      for (guint cell = 0; cell < n_cells; cell++)
        {
          guint at = page[12 + 2 * cell] << 8 | page[13 + 2 * cell];

          memcpy (page + at, page + (page[12] << 8 | page[13]), 4);
        }
      memcpy (page + 8, page + (page[12] << 8 | page[13]), 4);
      write_bytes (fixture->path, circle, length);
      faults = verify_to_text (fixture->path);
      assert_fault (faults, "The structure of the file is damaged: ");
      write_bytes (fixture->path, bytes, length);
    }
}

static void
test_many_faults (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_auto (GStrv) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  g_clear_object (&fixture->workspace);
  message = tamper (fixture->path,
                    "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 503)"
                    " INSERT INTO member SELECT i, 'Member ' || i, '', '', 0, NULL, NULL, '', '', '', 0, zeroblob (32) FROM n");
  g_assert_cmpstr (message, ==, NULL);
  g_assert_true (accord_verify_file (fixture->path, NULL, &faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (faults), ==, 201);
  g_assert_cmpstr (faults[200], ==, "… and 303 faults more");
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (GStrv) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (accord_verify_file (fixture->path, cancellable, &faults, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (faults);
}

/* A writer that is killed leaves a journal: rolling it back is what makes the file sound. */
static void
test_hot_journal (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *journal_bytes = NULL;
  gsize length = 0;
  int status = 0;
  pid_t child;

  rich_fill (fixture->workspace);
  g_clear_object (&fixture->workspace);
  before = dump_file (fixture->path);

  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      sqlite3 *handle = NULL;

      if (sqlite3_open (fixture->path, &handle) == SQLITE_OK)
        sqlite3_exec (handle,
                      "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 1; BEGIN;"
                      "UPDATE opportunity SET account = 'half', amount = 1; UPDATE actual SET value = 0",
                      NULL, NULL, NULL);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_true (g_file_get_contents (journal, &journal_bytes, &length, NULL));
  g_assert_cmpuint (length, >, 0);

  assert_sound (fixture->path);
  after = dump_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* To close a file drops every lock that the process has on it, whoever took it: looking at a file must not, while
 * the window is in the middle of writing to it. */
static void
test_keeps_locks (Fixture      *fixture,
                  gconstpointer user_data)
{
  AccordDatabase *database = accord_workspace_get_database (fixture->workspace);
  g_autoptr (GError) error = NULL;
  int status = 0;
  pid_t child;

  g_assert_true (accord_database_begin (database, &error));
  assert_sound (fixture->path);

  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      sqlite3 *handle = NULL;

      sqlite3_open (fixture->path, &handle);
      _exit (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL));
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, SQLITE_BUSY);
  accord_database_rollback (database);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/verify/sound", test_sound);
  fixture_add ("/verify/tampered", test_tampered);
  fixture_add ("/verify/no-workspace", test_no_workspace);
  fixture_add ("/verify/cut-short", test_cut_short);
  fixture_add ("/verify/bit-flips", test_bit_flips);
  fixture_add ("/verify/circle", test_circle);
  fixture_add ("/verify/many-faults", test_many_faults);
  fixture_add ("/verify/cancelled", test_cancelled);
  fixture_add ("/verify/hot-journal", test_hot_journal);
  fixture_add ("/verify/keeps-locks", test_keeps_locks);

  return g_test_run ();
}
