/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "accord-card.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-workspace-private.h"

void
fixture_set_up (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("accord-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "team.accord", NULL);

  accord_settings_set_name (settings, "Team");
  accord_settings_set_currency (settings, "USD");
  accord_settings_set_fiscal_start (settings, 1);
  fixture->workspace = accord_workspace_create (fixture->path, settings, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->workspace);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

int
fixture_run_isolated (void)
{
  g_autofree char *folder = g_dir_make_tmp ("accord-home-XXXXXX", NULL);
  int result;

  g_assert_nonnull (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  result = g_test_run ();
  remove_folder (folder);

  return result;
}

void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_clear_object (&fixture->workspace);
  g_chmod (fixture->folder, 0700);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->workspace);
  fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->workspace);
}

gpointer
draft_member (const char *name)
{
  AccordMember *member = accord_member_new ();

  accord_member_set_name (member, name);

  return member;
}

gpointer
draft_card (const char *title)
{
  AccordCard *card = accord_card_new ();

  accord_card_set_title (card, title);
  accord_card_set_year (card, 2027);
  accord_card_set_impact (card, 3);
  accord_card_set_likelihood (card, 3);

  return card;
}

gpointer
draft_goal (gint64      member,
            const char *title)
{
  AccordGoal *goal = accord_goal_new ();

  accord_goal_set_member (goal, member);
  accord_goal_set_year (goal, 2027);
  accord_goal_set_title (goal, title);

  return goal;
}

gpointer
draft_conversation (gint64      member,
                    const char *purpose)
{
  AccordConversation *conversation = accord_conversation_new ();

  accord_conversation_set_member (conversation, member);
  accord_conversation_set_purpose (conversation, purpose);
  accord_conversation_set_planned (conversation, accord_date_new (2026, 11, 23));

  return conversation;
}

gint64
put (AccordWorkspace *workspace,
     gpointer         draft)
{
  g_autoptr (AccordChange) change = accord_change_new ("Put");
  g_autoptr (GError) error = NULL;

  accord_change_put (change, draft);
  accord_workspace_apply (workspace, change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (accord_record_get_id (draft), >, 0);

  return accord_record_get_id (draft);
}

static void
dump_table (sqlite3    *handle,
            const char *table,
            const char *columns,
            GString    *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY 1, 2", columns, table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (dump, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const guint8 *bytes = sqlite3_column_blob (statement, i);
          int length = sqlite3_column_bytes (statement, i);

          g_string_append_printf (dump, "|%d:", sqlite3_column_type (statement, i));
          for (int k = 0; k < length; k++)
            g_string_append_printf (dump, g_ascii_isprint (bytes[k]) ? "%c" : "\\%02x", bytes[k]);
        }
      g_string_append_c (dump, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
}

char *
dump_columns (const char *path,
              const char *of)
{
  GString *dump = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_open_v2 (of, &other, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (other,
                                       "SELECT t.name, group_concat (format ('\"%w\"', c.name)) FROM sqlite_schema AS t"
                                       " JOIN pragma_table_info (t.name) AS c WHERE t.type = 'table' GROUP BY t.name",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    dump_table (handle, (const char *) sqlite3_column_text (statement, 0),
                (const char *) sqlite3_column_text (statement, 1), dump);
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  sqlite3_close (handle);
  sqlite3_close (other);

  return g_string_free (dump, FALSE);
}

char *
dump_file (const char *path)
{
  return dump_columns (path, path);
}

char *
dump_lists (AccordWorkspace *workspace)
{
  GString *dump = g_string_new (NULL);
  guint n_types = 0;
  const GType *types = accord_workspace_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GListModel *list = accord_workspace_get_list (workspace, types[i]);
      gint64 last = 0;

      for (guint k = 0; k < g_list_model_get_n_items (list); k++)
        {
          g_autoptr (AccordRecord) record = g_list_model_get_item (list, k);
          guint8 digest[ACCORD_RECORD_DIGEST_LENGTH];

          g_assert_cmpint (accord_record_get_id (record), >, last);
          last = accord_record_get_id (record);
          accord_record_digest (record, digest);
          g_string_append_printf (dump, "%s %" G_GINT64_FORMAT " ", accord_record_get_table (record), last);
          for (guint byte = 0; byte < sizeof digest; byte++)
            g_string_append_printf (dump, "%02x", digest[byte]);
          g_string_append_c (dump, '\n');
        }
    }

  return g_string_free (dump, FALSE);
}

char *
file_digest (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

char *
tamper (const char *path,
        const char *sql)
{
  g_autofree char *message = NULL;
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    message = g_strdup (sqlite3_errmsg (handle));
  sqlite3_close (handle);

  return g_steal_pointer (&message);
}
