/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "accord-card.h"
#include "accord-clock.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-plan-year.h"
#include "accord-workspace-private.h"

static void
count_items_changed (GListModel *list,
                     guint       position,
                     guint       removed,
                     guint       added,
                     guint      *count)
{
  (*count)++;
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *count)
{
  (*count)++;
}

static void
test_create (Fixture      *fixture,
             gconstpointer user_data)
{
  AccordSettings *settings = accord_workspace_get_settings (fixture->workspace);
  g_autoptr (AccordSettings) draft = accord_settings_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = g_build_filename (fixture->folder, "a", "b", "deep.accord", NULL);
  g_autofree char *folder = g_path_get_dirname (deep);
  g_autoptr (AccordWorkspace) other = NULL;
  struct stat status;

  g_assert_cmpstr (accord_settings_get_name (settings), ==, "Team");
  g_assert_cmpint (accord_settings_get_decimals (settings), ==, 2);
  g_assert_true (g_uuid_string_is_valid (accord_settings_get_uuid (settings)));
  g_assert_cmpint (accord_settings_get_created (settings), ==, accord_clock_today ());
  g_assert_false (accord_workspace_has_changed (fixture->workspace));
  g_assert_false (accord_workspace_is_read_only (fixture->workspace));

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  accord_settings_set_name (draft, "Deep");
  accord_settings_set_currency (draft, "JPY");
  other = accord_workspace_create (deep, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (accord_settings_get_decimals (accord_workspace_get_settings (other)), ==, 0);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_create_refuses (Fixture      *fixture,
                     gconstpointer user_data)
{
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autofree char *before = file_digest (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *link_path = g_build_filename (fixture->folder, "dangling", NULL);
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  accord_settings_set_name (settings, "Again");
  g_assert_null (accord_workspace_create (fixture->path, settings, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  after = file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (symlink ("nowhere", link_path), ==, 0);
  g_assert_null (accord_workspace_create (link_path, settings, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_EXISTS);

  /* Nothing half-made is left behind. */
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 2); /* the workspace and the link */
}

static void
test_apply (Fixture      *fixture,
            gconstpointer user_data)
{
  GListModel *cards = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD);
  g_autoptr (AccordChange) change = accord_change_new ("Add Cards");
  g_autoptr (AccordCard) one = draft_card ("One");
  g_autoptr (AccordCard) two = draft_card ("Two");
  g_autoptr (AccordCard) edit = NULL;
  g_autoptr (AccordChange) again = accord_change_new ("Edit Card");
  g_autofree char *lists = NULL;
  g_autofree char *reread = NULL;
  g_autoptr (GError) error = NULL;
  AccordCard *live;
  guint n_changed = 0;
  guint n_notified = 0;

  g_signal_connect (cards, "items-changed", G_CALLBACK (count_items_changed), &n_changed);
  accord_change_put (change, one);
  accord_change_put (change, two);
  g_assert_true (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (cards), ==, 2);
  g_assert_cmpint (accord_record_get_id (ACCORD_RECORD (one)), ==, 1);
  g_assert_cmpint (accord_record_get_id (ACCORD_RECORD (two)), ==, 2);
  g_assert_true (accord_workspace_has_changed (fixture->workspace));

  live = accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, 2);
  g_assert_nonnull (live);
  g_assert_true (live != two);
  edit = accord_record_copy (live);
  accord_card_set_title (edit, "Two, edited");
  accord_card_set_impact (edit, 5);
  g_signal_connect (live, "notify", G_CALLBACK (count_notify), &n_notified);
  accord_change_put (again, edit);
  g_assert_true (accord_workspace_apply (fixture->workspace, again, &error));
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (accord_card_get_title (live), ==, "Two, edited");

  /* The same draft once more is no change, and no step of undo. */
  g_assert_true (accord_workspace_apply (fixture->workspace, again, &error));
  g_assert_true (accord_workspace_undo (fixture->workspace, &error));
  g_assert_cmpstr (accord_card_get_title (live), ==, "Two");
  g_assert_cmpint (accord_card_get_impact (live), ==, 3);
  g_assert_true (accord_workspace_redo (fixture->workspace, &error));

  lists = dump_lists (fixture->workspace);
  fixture_reopen (fixture);
  reread = dump_lists (fixture->workspace);
  g_assert_cmpstr (lists, ==, reread);
}

static void
test_validate (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autoptr (AccordChange) change = accord_change_new ("Add");
  g_autoptr (AccordCard) good = draft_card ("Good");
  g_autoptr (AccordMember) nameless = accord_member_new ();
  g_autofree char *before = dump_file (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  accord_change_put (change, good);
  accord_change_put (change, nameless);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_MISSING);
  g_assert_cmpint (accord_record_get_id (ACCORD_RECORD (good)), ==, 0);
  after = dump_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (accord_workspace_has_changed (fixture->workspace));
}

/* One change that makes a member and what refers to it, in an order that only works because references are looked at
 * last. */
static void
test_references (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autoptr (AccordChange) change = accord_change_new ("Add Member");
  g_autoptr (AccordChange) dangling = accord_change_new ("Add Goal");
  g_autoptr (AccordMember) member = draft_member ("Craig");
  g_autoptr (AccordGoal) goal = NULL;
  g_autoptr (AccordGoal) nobody = draft_goal (99, "Of nobody");
  g_autoptr (GError) error = NULL;
  gint64 id = accord_workspace_reserve_id (fixture->workspace, ACCORD_TYPE_MEMBER);

  accord_record_set_id (ACCORD_RECORD (member), id);
  goal = draft_goal (id, "A house");
  accord_change_put (change, goal);
  accord_change_put (change, member);
  g_assert_true (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_no_error (error);
  g_assert_cmpint (accord_workspace_reserve_id (fixture->workspace, ACCORD_TYPE_MEMBER), >, id);

  accord_change_put (dangling, nobody);
  g_assert_false (accord_workspace_apply (fixture->workspace, dangling, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT);
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_GOAL)), ==, 1);
}

/* What takes the place of something that is removed in the same change does not collide with it. */
static void
test_replace (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (AccordChange) change = accord_change_new ("Replace");
  g_autoptr (AccordPlanYear) year = accord_plan_year_new ();
  g_autoptr (AccordPlanYear) other = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  accord_plan_year_set_label (year, 2027);
  accord_plan_year_set_starts (year, accord_date_new (2027, 1, 1));
  accord_plan_year_set_ends (year, accord_date_new (2027, 12, 31));
  id = put (fixture->workspace, year);

  other = accord_record_copy (year);
  accord_record_set_id (ACCORD_RECORD (other), 0);
  accord_change_put (change, other);
  accord_change_remove (change, year);
  g_assert_true (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_no_error (error);
  g_assert_null (accord_workspace_find (fixture->workspace, ACCORD_TYPE_PLAN_YEAR, id));
  g_assert_nonnull (accord_workspace_find (fixture->workspace, ACCORD_TYPE_PLAN_YEAR, accord_record_get_id (ACCORD_RECORD (other))));
  g_assert_true (accord_workspace_undo (fixture->workspace, &error));
  g_assert_no_error (error);
  g_assert_nonnull (accord_workspace_find (fixture->workspace, ACCORD_TYPE_PLAN_YEAR, id));
}

static void
test_numbers (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (AccordMember) member = draft_member ("Joe");
  g_autoptr (AccordChange) change = accord_change_new ("Plan Conversations");
  g_autoptr (AccordConversation) one = NULL;
  g_autoptr (AccordConversation) two = NULL;
  g_autoptr (AccordConversation) three = NULL;
  gint64 id = put (fixture->workspace, member);

  one = draft_conversation (id, "One");
  two = draft_conversation (id, "Two");
  three = draft_conversation (id, "Three");
  accord_change_put (change, one);
  accord_change_put (change, two);
  g_assert_true (accord_workspace_apply (fixture->workspace, change, NULL));
  g_assert_cmpint (accord_conversation_get_number (one), ==, 1);
  g_assert_cmpint (accord_conversation_get_number (two), ==, 2);
  fixture_reopen (fixture);
  put (fixture->workspace, three);
  g_assert_cmpint (accord_conversation_get_number (three), ==, 3);

  /* A number stays when the record is edited. */
  accord_conversation_set_purpose (one, "One, edited");
  put (fixture->workspace, one);
  g_assert_cmpint (accord_conversation_get_number (accord_workspace_find (fixture->workspace, ACCORD_TYPE_CONVERSATION,
                                                                          accord_record_get_id (ACCORD_RECORD (one)))),
                   ==, 1);
}

/* A draft of something that has gone in the meantime is not stored as if it were new, nor over something else. */
static void
test_stale_draft (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_autoptr (AccordCard) card = draft_card ("Card");
  g_autoptr (AccordCard) later = draft_card ("Later");
  g_autoptr (AccordChange) removal = accord_change_new ("Remove");
  g_autoptr (AccordChange) edit = accord_change_new ("Edit");
  g_autoptr (AccordChange) again = accord_change_new ("Remove Again");
  g_autoptr (GError) error = NULL;
  gint64 id = put (fixture->workspace, card);

  accord_change_remove (removal, card);
  g_assert_true (accord_workspace_apply (fixture->workspace, removal, NULL));
  g_assert_cmpint (put (fixture->workspace, later), !=, id);

  accord_card_set_title (card, "Edited");
  accord_change_put (edit, card);
  g_assert_false (accord_workspace_apply (fixture->workspace, edit, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT);

  /* To remove what has gone already is nothing to do. */
  accord_change_remove (again, card);
  g_assert_true (accord_workspace_apply (fixture->workspace, again, NULL));
}

static void
assert_refused (Fixture         *fixture,
                AccordStoreError code)
{
  g_autoptr (AccordCard) card = draft_card ("Refused");
  g_autoptr (AccordChange) change = accord_change_new ("Add Card");
  g_autoptr (GError) error = NULL;

  accord_change_put (change, card);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpint (accord_record_get_id (ACCORD_RECORD (card)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD)), ==, 0);
}

static void
test_moved (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.accord", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (AccordCard) card = draft_card ("There again");
  gsize length = 0;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  assert_refused (fixture, ACCORD_STORE_ERROR_MOVED);

  /* Another file in its place, even with the same bytes. */
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  assert_refused (fixture, ACCORD_STORE_ERROR_MOVED);

  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  put (fixture->workspace, card);
}

static void
test_busy (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (AccordCard) card = draft_card ("Afterwards");
  sqlite3 *other = NULL;

  sqlite3_busy_timeout (accord_database_get_handle (accord_workspace_get_database (fixture->workspace)), 20);
  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &other, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  assert_refused (fixture, ACCORD_STORE_ERROR_BUSY);
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  put (fixture->workspace, card);
}

/* Another reader of the same process, opened and closed meanwhile, must not drop the writer's locks. */
static void
test_locks (Fixture      *fixture,
            gconstpointer user_data)
{
  AccordDatabase *database = accord_workspace_get_database (fixture->workspace);
  g_autoptr (AccordWorkspace) reader = NULL;
  g_autoptr (GError) error = NULL;
  pid_t child;
  int status = 0;

  g_assert_true (accord_database_begin (database, NULL));
  reader = accord_workspace_open (fixture->path, ACCORD_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_clear_object (&reader);

  /* POSIX locks hold between processes only: another one has to find the file locked. */
  child = fork ();
  if (child == 0)
    {
      sqlite3 *other = NULL;

      _exit (sqlite3_open_v2 (fixture->path, &other, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
               && sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_BUSY ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  accord_database_rollback (database);
}

static void
remember_state (GListModel *list,
                guint       position,
                guint       removed,
                guint       added,
                Fixture    *fixture)
{
  /* Whoever is told of one list finds the others changed too. */
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_MEMBER)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_GOAL)), ==, 1);
}

static void
test_together (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autoptr (AccordChange) change = accord_change_new ("Add Member");
  g_autoptr (AccordMember) member = draft_member ("Craig");
  g_autoptr (AccordGoal) goal = NULL;

  accord_record_set_id (ACCORD_RECORD (member), accord_workspace_reserve_id (fixture->workspace, ACCORD_TYPE_MEMBER));
  goal = draft_goal (accord_record_get_id (ACCORD_RECORD (member)), "A house");
  accord_change_put (change, member);
  accord_change_put (change, goal);
  g_signal_connect (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_MEMBER), "items-changed",
                    G_CALLBACK (remember_state), fixture);
  g_signal_connect (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_GOAL), "items-changed",
                    G_CALLBACK (remember_state), fixture);
  g_assert_true (accord_workspace_apply (fixture->workspace, change, NULL));
}

/* Every kind of record there is, with every field at something else than nothing, comes back from the file as it
 * was. */
static void
test_every_field (Fixture      *fixture,
                  gconstpointer user_data)
{
  AccordDatabase *database = accord_workspace_get_database (fixture->workspace);
  guint n_types = 0;
  const GType *types = accord_workspace_get_types (&n_types);

  g_assert_true (accord_database_execute (database, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", NULL));
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (AccordRecord) record = g_object_new (types[i], "id", (gint64) 7, NULL);
      g_autoptr (AccordRecord) reread = NULL;
      g_autofree char *insert_sql = accord_record_insert_sql (types[i]);
      g_autofree char *select_sql = accord_record_select_sql (types[i]);
      g_autoptr (AccordStatement) insert = accord_database_prepare (database, insert_sql, NULL);
      g_autoptr (AccordStatement) select = accord_database_prepare (database, select_sql, NULL);
      guint n_fields = 0;
      const AccordField *fields = accord_record_get_fields (record, &n_fields);
      gboolean row = FALSE;

      for (guint k = 0; k < n_fields; k++)
        {
          if (fields[k].kind == ACCORD_FIELD_TEXT)
            accord_record_write_text (record, &fields[k], "Grüße, 日本 \U0001F600 '\"; --");
          else if (fields[k].kind == ACCORD_FIELD_ENUM || fields[k].kind == ACCORD_FIELD_BOOLEAN)
            accord_record_write_integer (record, &fields[k], 1);
          else if (fields[k].kind == ACCORD_FIELD_DATE)
            accord_record_write_integer (record, &fields[k], accord_date_new (2028, 2, 29));
          else
            accord_record_write_integer (record, &fields[k], G_MAXINT64 - k);
        }
      if (types[i] == ACCORD_TYPE_SETTINGS)
        g_assert_true (accord_database_execute (database, "DELETE FROM settings", NULL));
      g_assert_true (accord_record_write_row (database, insert, record, NULL));
      g_assert_true (accord_database_step (database, select, &row, NULL));
      g_assert_true (row);
      reread = accord_record_read_row (types[i], select);
      g_assert_nonnull (reread);
      g_assert_true (accord_record_equal (record, reread));
      g_assert_cmpint (accord_record_get_id (reread), ==, 7);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  fixture_add ("/workspace/create", test_create);
  fixture_add ("/workspace/create-refuses", test_create_refuses);
  fixture_add ("/workspace/apply", test_apply);
  fixture_add ("/workspace/validate", test_validate);
  fixture_add ("/workspace/references", test_references);
  fixture_add ("/workspace/replace", test_replace);
  fixture_add ("/workspace/numbers", test_numbers);
  fixture_add ("/workspace/stale-draft", test_stale_draft);
  fixture_add ("/workspace/moved", test_moved);
  fixture_add ("/workspace/busy", test_busy);
  fixture_add ("/workspace/locks", test_locks);
  fixture_add ("/workspace/together", test_together);
  fixture_add ("/workspace/every-field", test_every_field);

  return g_test_run ();
}
