/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

#include <sqlite3.h>

/* Runs SQL as somebody would who takes the triggers away first and puts them back after. */
static void
tamper_without_triggers (const char *path,
                         const char *sql)
{
  g_autoptr (GString) drop = g_string_new (NULL);
  g_autoptr (GString) create = g_string_new (NULL);
  g_autofree char *script = NULL;
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle = NULL;
  char *message;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append_printf (drop, "DROP TRIGGER %s;", sqlite3_column_text (statement, 0));
      g_string_append_printf (create, "%s;", sqlite3_column_text (statement, 1));
    }
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  script = g_strconcat (drop->str, sql, ";", create->str, NULL);
  message = tamper (path, script);
  g_assert_cmpstr (message, ==, NULL);
}

static void
test_seals (Fixture      *fixture,
            gconstpointer user_data)
{
  /* Conversations 1, 3 and 5 are sealed, by seals 1, 2 and 3. */
  static const struct
  {
    const char *sql;
    const char *fault;
  } cases[] = {
    { "UPDATE conversation SET facts = 'Nothing' WHERE number = 1",
      "Conversation 1: its field “facts” is not what was sealed" },
    { "UPDATE conversation SET occurred = '2026-11-22' WHERE number = 3",
      "Conversation 3: its field “occurred” is not" },
    { "UPDATE conversation SET agreed_where = 'By mail' WHERE number = 5",
      "Conversation 5: its field “agreed-where” is not" },
    { "UPDATE conversation SET member = 4 WHERE number = 1", "Conversation 1: its field “member” is not" },
    { "UPDATE conversation SET kind = 'formal-warning' WHERE number = 1", "Conversation 1: its field “kind” is not" },
    { "UPDATE conversation SET number = 17 WHERE number = 3", "Conversation 17: its number, the moment of sealing" },
    { "UPDATE conversation SET sealed = '2026-11-01T12:00:00Z' WHERE number = 3",
      "Conversation 3: the moment of sealing" },
    { "UPDATE conversation SET stage = 'held' WHERE number = 3", "Conversation 3: it is sealed, but its stage" },
    { "UPDATE conversation SET stage = 'sealed' WHERE number = 2",
      "Conversation 2: it says that it is sealed, but it has no seal" },
    { "UPDATE seal_field SET salt = NULL WHERE seal = 1 AND name = 'facts'",
      "Conversation 1: the seal of its field “facts” lost" },
    { "UPDATE seal_field SET digest = zeroblob (32) WHERE seal = 2 AND name = 'impact'",
      "Conversation 3: its field “impact” is not" },
    { "UPDATE seal_field SET digest = zeroblob (32) WHERE seal = 2 AND name = 'member-name'",
      "Conversation 3: its number, " },
    { "DELETE FROM seal_field WHERE seal = 2 AND name = 'facts'",
      "Conversation 3: its number, the moment of sealing, its place" },
    { "UPDATE seal_field SET name = 'fact' WHERE seal = 2 AND name = 'facts'",
      "Conversation 3: its number, the moment" },
    { "UPDATE seal SET sealed = '2026-11-01T12:00:00Z' WHERE sequence = 2",
      "Conversation 3: its number, the moment of sealing" },
    { "UPDATE seal SET digest = zeroblob (32) WHERE sequence = 3",
      "Conversation 5: its number, the moment of sealing" },
    { "DELETE FROM seal_field WHERE seal = 3; DELETE FROM seal WHERE sequence = 3",
      "Conversation 5: it says that it is sealed" },
    { "DELETE FROM seal_field WHERE seal = 2; DELETE FROM seal WHERE sequence = 2", "gap before seal 3" },
    { "DELETE FROM seal_field WHERE seal = 1; DELETE FROM seal WHERE sequence = 1", "gap before seal 2" },
    { "PRAGMA foreign_keys = OFF; UPDATE seal SET sequence = 9 WHERE sequence = 1; UPDATE seal_field SET seal = 9 "
      "WHERE seal = 1;"
      "UPDATE seal SET sequence = 1 WHERE sequence = 2; UPDATE seal_field SET seal = 1 WHERE seal = 2;"
      "UPDATE seal SET sequence = 2 WHERE sequence = 9; UPDATE seal_field SET seal = 2 WHERE seal = 9",
      "Seal 1 does not follow the seal before it" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM conversation WHERE number = 3", "Seal 2: its conversation is missing" },
  };
  gsize length = 0;
  g_autofree char *bytes = fill_and_take (fixture, &length);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *faults = NULL;

      write_bytes (fixture->path, bytes, length);
      tamper_without_triggers (fixture->path, cases[i].sql);
      faults = verify_to_text (fixture->path);
      assert_fault (faults, cases[i].fault);
    }
}

/* Who knows about the rows' digests writes the right one, and is found by the seal alone. */
static void
test_seal_behind_digest (Fixture      *fixture,
                         gconstpointer user_data)
{
  g_autoptr (AccordConversation) changed = NULL;
  guint8 digest[ACCORD_RECORD_DIGEST_LENGTH];
  g_autoptr (GString) sql = g_string_new ("UPDATE conversation SET facts = 'Fewer calls', digest = x'");
  g_autofree char *faults = NULL;

  rich_fill (fixture->workspace);
  changed = accord_record_copy (accord_workspace_find (fixture->workspace, ACCORD_TYPE_CONVERSATION, 1));
  accord_conversation_set_facts (changed, "Fewer calls");
  accord_record_digest (changed, digest);
  for (guint i = 0; i < sizeof digest; i++)
    g_string_append_printf (sql, "%02x", digest[i]);
  g_string_append (sql, "' WHERE id = 1");
  g_clear_object (&fixture->workspace);

  tamper_without_triggers (fixture->path, sql->str);
  faults = verify_to_text (fixture->path);
  g_assert_cmpstr (faults, ==, "Conversation 1: its field “facts” is not what was sealed");
}

/* REPLACE goes past triggers where a connection does not ask for recursive ones, as most do not. */
static void
test_replaced (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autofree char *message = NULL;
  g_autofree char *faults = NULL;

  rich_fill (fixture->workspace);
  g_clear_object (&fixture->workspace);
  message = tamper (fixture->path,
                    "INSERT OR REPLACE INTO seal_field SELECT 1, 'facts', salt, digest FROM seal_field WHERE seal = 1 "
                    "AND name = 'impact'");
  g_assert_cmpstr (message, ==, NULL);
  faults = verify_to_text (fixture->path);
  assert_fault (faults, "Conversation 1: its field “facts” is not what was sealed");
}

static void
test_erased (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (AccordConversation) erased = NULL;
  static const char *const texts[] = { "participants", "place", "purpose", "expectation", "agreed-where", "facts",
                                       "impact",
                                       "strengths", "response", "agreement", "support", "consequence" };
  guint8 digest[ACCORD_RECORD_DIGEST_LENGTH];
  g_autoptr (GString) sql = g_string_new ("UPDATE seal_field SET salt = NULL WHERE seal = 1; UPDATE conversation SET "
                                          "erased = 1");
  g_autofree char *message = NULL;

  rich_fill (fixture->workspace);
  erased = accord_record_copy (accord_workspace_find (fixture->workspace, ACCORD_TYPE_CONVERSATION, 1));
  accord_conversation_set_erased (erased, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *column = g_strdelimit (g_strdup (texts[i]), "-", '_');

      g_object_set (erased, texts[i], "", NULL);
      g_string_append_printf (sql, ", %s = ''", column);
    }
  accord_record_digest (erased, digest);
  g_string_append (sql, ", digest = x'");
  for (guint i = 0; i < sizeof digest; i++)
    g_string_append_printf (sql, "%02x", digest[i]);
  g_string_append (sql, "' WHERE id = 1");
  g_clear_object (&fixture->workspace);

  /* With the triggers in place: erasing is the one thing that they allow. */
  message = tamper (fixture->path, sql->str);
  g_assert_cmpstr (message, ==, NULL);
  assert_sound (fixture->path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/verify-seals/tampered", test_seals);
  fixture_add ("/verify-seals/behind-digest", test_seal_behind_digest);
  fixture_add ("/verify-seals/replaced", test_replaced);
  fixture_add ("/verify-seals/erased", test_erased);

  return g_test_run ();
}
