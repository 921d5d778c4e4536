/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "accord-account.h"
#include "accord-ask.h"
#include "accord-board-change.h"
#include "accord-board-rules.h"
#include "accord-forecast.h"
#include "accord-member.h"
#include "accord-migration.h"
#include "accord-verify.h"
#include "accord-workspace-private.h"

/* What people have on their disks: a file of an older version is opened, and everything that it held is there, in the newest. */

/* The first column of all rows that the file gives to the query, a row a line, blobs as they are in SQL. (transfer full) */
static char *
ask_file (const char *path,
          const char *sql)
{
  GString *answer = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 0);

      g_string_append_printf (answer, "%s\n", text != NULL ? text : "NULL");
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  sqlite3_close (handle);

  return g_string_free (answer, FALSE);
}

static void
assert_answer (const char *path,
               const char *sql,
               const char *expected)
{
  g_autofree char *answer = ask_file (path, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static void
assert_same_answer (const char *a,
                    const char *b,
                    const char *sql)
{
  g_autofree char *one = ask_file (a, sql);
  g_autofree char *other = ask_file (b, sql);

  g_assert_cmpstr (one, ==, other);
}

#define SCHEMA_SQL "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce (sql, '') FROM sqlite_schema ORDER BY 1"

/* The fixture is what it is said to be: a file of the old version with something in every table, and the newest is newer. */
static void
test_fixture (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autofree char *origin = old_lay_down (fixture);
  g_autofree char *tables = ask_file (origin, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  g_auto (GStrv) names = g_strsplit (tables, "\n", -1);

  g_assert_cmpint (accord_migration_latest (), >, OLD_VERSION);
  assert_answer (origin, "PRAGMA user_version", G_STRINGIFY (OLD_VERSION) "\n");
  g_assert_cmpuint (g_strv_length (names), >, 25);
  for (guint i = 0; names[i] != NULL && *names[i] != '\0'; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) > 0 FROM \"%s\"", names[i]);

      g_test_message ("%s", names[i]);
      assert_answer (origin, sql, "1\n");
    }
  assert_answer (origin, "SELECT group_concat (n) FROM (SELECT count (*) AS n FROM addendum GROUP BY conversation)", "2,1\n");
  assert_sound (origin);
}

static void
assert_nothing_new (AccordWorkspace *workspace)
{
  const GType types[] = { ACCORD_TYPE_VOTE, ACCORD_TYPE_STRATEGY, ACCORD_TYPE_ASK, ACCORD_TYPE_BOARD_RULES, ACCORD_TYPE_FORECAST,
                          ACCORD_TYPE_ACCOUNT };
  GListModel *cards = accord_workspace_get_list (workspace, ACCORD_TYPE_CARD);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (workspace, types[i])), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (cards), >, 20);
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      g_assert_cmpint (accord_card_get_author (card), ==, 0);
      g_assert_cmpint (accord_card_get_merged_into (card), ==, 0);
      g_assert_cmpint (accord_card_get_carried_from (card), ==, 0);
      g_assert_cmpint (accord_card_get_resolved (card), ==, ACCORD_DATE_NONE);
      g_assert_cmpstr (accord_card_get_outcome (card), ==, "");
    }
}

/* The one automatic backup there is: verified, and the old file row by row. */
static void
assert_backed_up (Fixture    *fixture,
                  const char *origin)
{
  g_autoptr (GPtrArray) backups = list_backups (fixture->path);
  AccordBackup *backup;

  g_assert_cmpuint (backups->len, ==, 1);
  backup = backups->pdata[0];
  g_assert_true (backup->automatic);
  g_assert_true (backup->verified);
  g_assert_cmpint (backup->members, ==, 5);
  g_assert_cmpint (backup->cards, ==, 24);
  assert_answer (backup->path, "PRAGMA user_version", G_STRINGIFY (OLD_VERSION) "\n");
  assert_same_content (backup->path, origin);
  assert_same_answer (backup->path, origin, SCHEMA_SQL);
  assert_sound (backup->path);
}

static void
test_opens (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autofree char *fresh = path_in (fixture, "fresh.accord");
  g_autofree char *origin = NULL;
  g_autofree char *head = NULL;
  g_autofree char *old_head = NULL;
  g_autofree char *held = NULL;
  g_autofree char *holds = NULL;

  g_clear_object (&fixture->workspace);
  g_assert_cmpint (g_rename (fixture->path, fresh), ==, 0);
  origin = old_lay_down (fixture);
  fixture_reopen (fixture);

  g_assert_false (accord_workspace_is_read_only (fixture->workspace));
  g_assert_false (accord_workspace_can_undo (fixture->workspace));
  assert_nothing_new (fixture->workspace);
  head = accord_workspace_dup_chain_head (fixture->workspace);
  old_head = ask_file (origin, "SELECT lower (hex (digest)) FROM seal ORDER BY sequence DESC LIMIT 1");
  g_assert_cmpstr (g_strchomp (old_head), ==, head);
  g_clear_object (&fixture->workspace);

  /* Every row and column that there was is there, digests too; and the tables are those of a new file, to the letter. */
  held = dump_file (origin);
  holds = dump_columns (fixture->path, origin);
  g_assert_cmpstr (held, ==, holds);
  assert_same_answer (fixture->path, fresh, SCHEMA_SQL);
  assert_same_answer (fixture->path, fresh, "PRAGMA user_version");
  assert_same_answer (fixture->path, fresh, "PRAGMA application_id");
  assert_answer (fixture->path, "PRAGMA integrity_check", "ok\n");
  assert_answer (fixture->path, "SELECT count (*) FROM pragma_foreign_key_check", "0\n");
  g_assert_cmpint (mode_of (fixture->path), ==, 0600);
  assert_sound (fixture->path);
  assert_backed_up (fixture, origin);

  /* Once is enough. */
  fixture_reopen (fixture);
  assert_backed_up (fixture, origin);
}

/* What was there before and what is new go together, and Undo takes the file back to what the migration gave. */
static void
test_works (Fixture      *fixture,
            gconstpointer user_data)
{
  G_GNUC_UNUSED g_autofree char *origin = old_lay_down (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (AccordChange) change = accord_change_new ("Work");
  g_autoptr (AccordChange) removal = accord_change_new ("Remove");
  g_autoptr (AccordStrategy) strategy = NULL;
  g_autoptr (GPtrArray) inside = NULL;
  g_autoptr (GPtrArray) outside = NULL;
  g_autoptr (GError) error = NULL;
  const AccordVoter voter = { .member = 1 };
  GListModel *cards;

  fixture_reopen (fixture);
  before = dump_file (fixture->path);
  cards = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD);
  inside = accord_board_list (cards, 2026, 2, ACCORD_QUADRANT_STRENGTH);
  outside = accord_board_list (cards, 2026, 2, ACCORD_QUADRANT_THREAT);
  g_assert_cmpuint (inside->len, ==, 1);
  g_assert_cmpuint (outside->len, ==, 1);

  accord_board_change_vote (change, fixture->workspace, inside->pdata[0], &voter, 3);
  strategy = accord_board_change_pair (change, fixture->workspace, outside->pdata[0], inside->pdata[0], "Let them speak");
  g_assert_nonnull (strategy);
  g_assert_cmpuint (accord_board_change_carry (change, fixture->workspace, inside, 2027), ==, 1);
  accord_workspace_apply (fixture->workspace, change, &error);
  g_assert_no_error (error);
  accord_board_change_remove (removal, fixture->workspace, inside);
  accord_workspace_apply (fixture->workspace, removal, &error);
  g_assert_no_error (error);
  assert_sound (fixture->path);

  while (accord_workspace_can_undo (fixture->workspace))
    {
      accord_workspace_undo (fixture->workspace, &error);
      g_assert_no_error (error);
    }
  after = dump_file (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

/* Refused with the code, and not a byte changed or added, nor a backup made. (transfer full): the message */
static char *
assert_refused (Fixture         *fixture,
                AccordOpenFlags  flags,
                AccordStoreError code)
{
  g_autofree char *before = file_digest (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  workspace = accord_workspace_open (fixture->path, flags, &error);
  g_assert_null (workspace);
  g_assert_error (error, ACCORD_STORE_ERROR, (int) code);
  after = file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
  backups = list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, 0);

  return g_strdup (error->message);
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer user_data)
{
  G_GNUC_UNUSED g_autofree char *origin = old_lay_down (fixture);
  g_autofree char *message = assert_refused (fixture, ACCORD_OPEN_READ_ONLY, ACCORD_STORE_ERROR_READ_ONLY);
  g_autofree char *again = NULL;
  g_autofree char *folder = NULL;

  g_assert_nonnull (strstr (message, "team.accord"));
  g_assert_nonnull (strstr (message, "older version"));
  g_assert_nonnull (strstr (message, "left as it is"));

  /* The same where it may not be written. */
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  again = assert_refused (fixture, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_READ_ONLY);
  g_assert_cmpstr (again, ==, message);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  folder = assert_refused (fixture, ACCORD_OPEN_DEFAULT, ACCORD_STORE_ERROR_READ_ONLY);
  g_assert_cmpstr (folder, ==, message);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  fixture_reopen (fixture);
}

/* A file that is not sound is not converted: it stays as it is, for a backup to take its place. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer user_data)
{
  static const struct
  {
    const char *sql;
    AccordStoreError code;
  } faults[] = {
    { "UPDATE card SET title = 'Another' WHERE id = 1", ACCORD_STORE_ERROR_DAMAGED },
    { "UPDATE settings SET currency = 'EUR'", ACCORD_STORE_ERROR_DAMAGED },
    { "UPDATE actual SET value = value + 1 WHERE member = 2", ACCORD_STORE_ERROR_DAMAGED },
    { "UPDATE opportunity SET amount = 1 WHERE id = 1", ACCORD_STORE_ERROR_DAMAGED },
    { "PRAGMA foreign_keys = OFF; DELETE FROM member WHERE id = 3", ACCORD_STORE_ERROR_DAMAGED },
    { "PRAGMA ignore_check_constraints = ON; UPDATE card SET quadrant = 'nowhere' WHERE id = 2", ACCORD_STORE_ERROR_DAMAGED },
    { "CREATE TRIGGER extra AFTER UPDATE ON card BEGIN DELETE FROM goal; END", ACCORD_STORE_ERROR_SCHEMA },
    { "ALTER TABLE card ADD COLUMN author INTEGER REFERENCES member (id)", ACCORD_STORE_ERROR_SCHEMA },
    { "DROP TRIGGER seal_stays", ACCORD_STORE_ERROR_SCHEMA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      G_GNUC_UNUSED g_autofree char *origin = old_lay_down (fixture);
      g_autofree char *found = NULL;

      g_test_message ("%s", faults[i].sql);
      g_assert_null (tamper (fixture->path, faults[i].sql));
      found = verify_to_text (fixture->path);
      g_assert_cmpstr (found, !=, "");
      g_free (assert_refused (fixture, ACCORD_OPEN_DEFAULT, faults[i].code));
    }
}

/* What can still be read of it can be looked at as it is, without being converted. */
static void
test_look_at_damaged (Fixture      *fixture,
                      gconstpointer user_data)
{
  G_GNUC_UNUSED g_autofree char *origin = old_lay_down (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (tamper (fixture->path, "UPDATE card SET title = 'Another' WHERE id = 1"));
  before = file_digest (fixture->path);
  fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_DAMAGED, &error);
  g_assert_no_error (error);
  g_assert_true (accord_workspace_is_read_only (fixture->workspace));
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_MEMBER)), ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD)), ==, 23);
  g_clear_object (&fixture->workspace);
  after = file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
restore_and_open (Fixture    *fixture,
                  const char *backup,
                  const char *origin)
{
  g_autofree char *held = dump_file (origin);
  g_autofree char *restored = NULL;
  g_autofree char *holds = NULL;
  g_autoptr (GError) error = NULL;

  accord_backup_restore (backup, fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  restored = dump_columns (fixture->path, origin);
  g_assert_cmpstr (held, ==, restored);
  assert_sound (fixture->path);

  fixture_reopen (fixture);
  assert_nothing_new (fixture->workspace);
  g_clear_object (&fixture->workspace);
  holds = dump_columns (fixture->path, origin);
  g_assert_cmpstr (held, ==, holds);
  assert_sound (fixture->path);
}

/* A backup that an older Accord made goes where nothing is, over a workspace of this version, and in the place of a damaged one. */
static void
test_restore (Fixture      *fixture,
              gconstpointer user_data)
{
  G_GNUC_UNUSED g_autofree char *fresh = path_in (fixture, "fresh");
  g_autofree char *origin = NULL;
  g_autofree char *backup = path_in (fixture, "backup.accord");
  g_autofree char *bytes = NULL;
  gsize length;

  g_clear_object (&fixture->workspace);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  origin = old_lay_down (fixture);
  write_backup (fixture->path, backup);
  assert_same_content (backup, origin);
  assert_answer (backup, "PRAGMA user_version", G_STRINGIFY (OLD_VERSION) "\n");

  g_unlink (fixture->path);
  restore_and_open (fixture, backup, origin);
  write_bytes (fixture->path, bytes, length);
  restore_and_open (fixture, backup, origin);
  write_bytes (fixture->path, "SQLite format 3, and no more", 28);
  restore_and_open (fixture, backup, origin);

  /* But not one that is damaged. */
  g_assert_null (tamper (backup, "UPDATE card SET title = 'Another' WHERE id = 1"));
  g_assert_false (accord_backup_restore (backup, fixture->path, NULL, NULL, NULL));
}

/* An older backup is put over a workspace while that is open in a window: it goes on with what was restored. */
static void
test_restore_while_open (Fixture      *fixture,
                         gconstpointer user_data)
{
  g_autofree char *folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  g_autofree char *backup = g_build_filename (folder, "backup.accord", NULL);
  g_autofree char *packed = old_dup_name ();
  g_autofree char *held = NULL;
  g_autofree char *holds = NULL;
  g_autoptr (AccordChange) change = accord_change_new ("Add");
  g_autoptr (AccordCard) card = draft_card ("Late");
  g_autoptr (GError) error = NULL;

  old_inflate (packed, backup);
  accord_backup_restore (backup, fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  held = dump_file (backup);
  holds = dump_columns (fixture->path, backup);
  g_assert_cmpstr (held, ==, holds);

  /* The first try finds that the file is another. */
  accord_change_put (change, card);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY);
  g_clear_error (&error);
  assert_nothing_new (fixture->workspace);
  accord_workspace_apply (fixture->workspace, change, &error);
  g_assert_no_error (error);
  fixture_reopen (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD)), ==, 25);
  assert_sound (fixture->path);
  g_unlink (backup);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  fixture_add ("/migration/fixture", test_fixture);
  fixture_add ("/migration/opens", test_opens);
  fixture_add ("/migration/works", test_works);
  fixture_add ("/migration/read-only", test_read_only);
  fixture_add ("/migration/damaged", test_damaged);
  fixture_add ("/migration/look-at-damaged", test_look_at_damaged);
  fixture_add ("/migration/restore", test_restore);
  fixture_add ("/migration/restore-while-open", test_restore_while_open);

  return fixture_run_isolated ();
}
