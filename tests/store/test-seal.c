/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "accord-addendum.h"
#include "accord-member.h"
#include "accord-seal.h"
#include "accord-sealed-fields.h"

static AccordConversation *
seal_one (Fixture    *fixture,
          gint64      member,
          const char *purpose)
{
  g_autoptr (AccordConversation) draft = draft_conversation (member, purpose);
  g_autoptr (GError) error = NULL;
  AccordConversation *live;

  accord_conversation_set_stage (draft, ACCORD_CONVERSATION_STAGE_HELD);
  accord_conversation_set_occurred (draft, accord_date_new (2026, 11, 20));
  accord_conversation_set_entered (draft, accord_date_new (2026, 11, 23));
  accord_conversation_set_facts (draft, "Twelve calls in a week, of forty.");
  put (fixture->workspace, draft);
  live = accord_workspace_find (fixture->workspace, ACCORD_TYPE_CONVERSATION, accord_record_get_id (ACCORD_RECORD (draft)));
  g_assert_true (accord_workspace_seal (fixture->workspace, live, &error));
  g_assert_no_error (error);

  return live;
}

static gint64
add_member (Fixture *fixture)
{
  g_autoptr (AccordMember) member = draft_member ("Carolyn");

  return put (fixture->workspace, member);
}

/* What the file holds of a seal, checked by the model's own arithmetic: the chain's digest, and every field against
 * the record. */
static gboolean
verify_seal (const char         *path,
             gint64              sequence,
             AccordConversation *conversation,
             const char         *member_name,
             char              **broken)
{
  g_autoptr (GPtrArray) texts = accord_sealed_fields_of (conversation, member_name);
  g_autoptr (GArray) fields = g_array_new (FALSE, TRUE, sizeof (AccordSealField));
  g_autofree guint8 *salts = g_new0 (guint8, texts->len * ACCORD_SEAL_SALT_SIZE);
  AccordSealRecord record = { .number = accord_conversation_get_number (conversation) };
  guint8 digest[ACCORD_DIGEST_SIZE];
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle = NULL;
  gboolean verified;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT name, salt, digest FROM seal_field WHERE seal = ? ORDER BY name", -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, sequence);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      guint i = fields->len;
      AccordSealedField *text = g_ptr_array_index (texts, i);
      AccordSealField field = { .name = text->name, .text = text->text, .salt = salts + i * ACCORD_SEAL_SALT_SIZE };

      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, text->name);
      memcpy (salts + i * ACCORD_SEAL_SALT_SIZE, sqlite3_column_blob (statement, 1), ACCORD_SEAL_SALT_SIZE);
      memcpy (field.digest, sqlite3_column_blob (statement, 2), ACCORD_DIGEST_SIZE);
      g_array_append_val (fields, field);
    }
  sqlite3_finalize (statement);
  g_assert_cmpuint (fields->len, ==, texts->len);

  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT previous, digest FROM seal WHERE sequence = ?", -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, sequence);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  memcpy (record.previous, sqlite3_column_blob (statement, 0), ACCORD_DIGEST_SIZE);
  memcpy (digest, sqlite3_column_blob (statement, 1), ACCORD_DIGEST_SIZE);
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  record.sealed_at = accord_conversation_get_sealed (conversation);
  record.fields = (const AccordSealField *) (gpointer) fields->data;
  record.n_fields = fields->len;
  verified = accord_seal_verify (&record, digest, broken, NULL);

  return verified;
}

static void
test_seal (Fixture      *fixture,
           gconstpointer user_data)
{
  gint64 member = add_member (fixture);
  g_autofree char *none = accord_workspace_dup_chain_head (fixture->workspace);
  g_autofree char *first_head = NULL;
  g_autofree char *second_head = NULL;
  g_autofree char *reread_head = NULL;
  g_autofree char *broken = NULL;
  g_autoptr (AccordConversation) forged = NULL;
  AccordConversation *first;
  AccordConversation *second;

  g_assert_cmpstr (none, ==, "");
  first = seal_one (fixture, member, "Calls");
  g_assert_cmpint (accord_conversation_get_stage (first), ==, ACCORD_CONVERSATION_STAGE_SEALED);
  g_assert_cmpstr (accord_conversation_get_sealed (first), ==, "2026-11-23T12:00:00Z");
  g_assert_cmpint (accord_conversation_get_number (first), ==, 1);
  g_assert_false (accord_workspace_can_undo (fixture->workspace));
  first_head = accord_workspace_dup_chain_head (fixture->workspace);
  g_assert_cmpuint (strlen (first_head), ==, 64);

  second = seal_one (fixture, member, "Calls, a month later");
  second_head = accord_workspace_dup_chain_head (fixture->workspace);
  g_assert_cmpstr (second_head, !=, first_head);

  g_assert_true (verify_seal (fixture->path, 1, first, "Carolyn", NULL));
  g_assert_true (verify_seal (fixture->path, 2, second, "Carolyn", NULL));
  g_assert_false (verify_seal (fixture->path, 1, first, "Somebody else", &broken));
  g_assert_cmpstr (broken, ==, "member-name");
  g_clear_pointer (&broken, g_free);

  /* Every sealed text counts. */
  forged = accord_record_copy (first);
  accord_conversation_set_facts (forged, "Thirteen calls in a week, of forty.");
  g_assert_false (verify_seal (fixture->path, 1, forged, "Carolyn", &broken));
  g_assert_cmpstr (broken, ==, "facts");

  fixture_reopen (fixture);
  reread_head = accord_workspace_dup_chain_head (fixture->workspace);
  g_assert_cmpstr (reread_head, ==, second_head);
}

static void
test_stages (Fixture      *fixture,
             gconstpointer user_data)
{
  gint64 member = add_member (fixture);
  g_autoptr (AccordConversation) planned = draft_conversation (member, "Not held yet");
  g_autoptr (GError) error = NULL;
  AccordConversation *sealed;

  g_assert_false (accord_workspace_seal (fixture->workspace, planned, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  put (fixture->workspace, planned);
  g_assert_false (accord_workspace_seal (fixture->workspace, planned, &error));
  g_assert_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_STAGE);
  g_clear_error (&error);

  sealed = seal_one (fixture, member, "Held");
  g_assert_false (accord_workspace_seal (fixture->workspace, sealed, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SEALED);
}

/* Through the front door: sealed texts stay, what follows goes on. */
static void
test_apply (Fixture      *fixture,
            gconstpointer user_data)
{
  AccordConversation *live = seal_one (fixture, add_member (fixture), "Calls");
  g_autoptr (AccordConversation) edit = accord_record_copy (live);
  g_autoptr (AccordConversation) later = accord_record_copy (live);
  g_autoptr (AccordChange) change = accord_change_new ("Edit");
  g_autoptr (AccordChange) removal = accord_change_new ("Remove");
  g_autoptr (AccordAddendum) addendum = accord_addendum_new ();
  g_autofree char *before = dump_file (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  accord_conversation_set_facts (edit, "Forty calls.");
  accord_change_put (change, edit);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SEALED);
  g_clear_error (&error);
  g_assert_cmpstr (accord_conversation_get_facts (live), ==, "Twelve calls in a week, of forty.");

  accord_change_remove (removal, live);
  g_assert_false (accord_workspace_apply (fixture->workspace, removal, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SEALED);
  after = dump_file (fixture->path);
  g_assert_cmpstr (before, ==, after);

  accord_conversation_set_stage (later, ACCORD_CONVERSATION_STAGE_PRESENTED);
  accord_conversation_set_review_outcome (later, "Thirty calls a week since.");
  put (fixture->workspace, later);
  g_assert_cmpint (accord_conversation_get_stage (live), ==, ACCORD_CONVERSATION_STAGE_PRESENTED);

  accord_addendum_set_conversation (addendum, accord_record_get_id (ACCORD_RECORD (live)));
  accord_addendum_set_number (addendum, 1);
  accord_addendum_set_entered (addendum, accord_date_new (2026, 11, 24));
  accord_addendum_set_text (addendum, "The list of calls is attached.");
  put (fixture->workspace, addendum);
  g_assert_true (verify_seal (fixture->path, 1, live, "Carolyn", NULL));
}

/* With another program: the database itself refuses, and taking its triggers away is seen. */
static void
test_tamper (Fixture      *fixture,
             gconstpointer user_data)
{
  static const char *attempts[] = {
    "UPDATE conversation SET facts = 'Forty calls.'",
    "UPDATE conversation SET sealed = ''",
    "UPDATE conversation SET stage = 'held'",
    "UPDATE conversation SET kind = 'praise', member = 1, number = 7",
    "UPDATE conversation SET erased = 1",
    "UPDATE conversation SET occurred = '2026-01-01'",
    "DELETE FROM conversation",
    "PRAGMA recursive_triggers = ON; INSERT OR REPLACE INTO seal SELECT sequence, conversation, addendum, 'now', previous, digest FROM seal",
    "UPDATE seal SET sealed = '2020-01-01T00:00:00Z'",
    "UPDATE seal SET digest = zeroblob (32)",
    "DELETE FROM seal",
    "UPDATE seal_field SET digest = zeroblob (32)",
    "UPDATE seal_field SET salt = zeroblob (16)",
    "DELETE FROM seal_field",
    ("BEGIN; INSERT INTO addendum VALUES (1, 1, 1, '2026-01-01', 'Later words', zeroblob (32)); "
     "UPDATE addendum SET text = ''; COMMIT"),
    ("BEGIN; INSERT INTO addendum VALUES (1, 1, 1, '2026-01-01', 'Later words', zeroblob (32)); "
     "DELETE FROM addendum; COMMIT"),
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  seal_one (fixture, add_member (fixture), "Calls");
  g_clear_object (&fixture->workspace);
  before = dump_file (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *message = tamper (fixture->path, attempts[i]);

      g_assert_cmpstr (message, ==, "sealed");
    }
  after = dump_file (fixture->path);
  g_assert_cmpstr (before, ==, after);

  g_assert_null (tamper (fixture->path, "DROP TRIGGER sealed_conversation_stays"));
  g_assert_null (accord_workspace_open (fixture->path, ACCORD_OPEN_DEFAULT, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SCHEMA);
}

/* The trigger away, the text changed, the trigger back: the row's digest tells. */
static void
test_tamper_covered (Fixture      *fixture,
                     gconstpointer user_data)
{
  g_autofree char *put_back = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle = NULL;

  seal_one (fixture, add_member (fixture), "Calls");
  g_clear_object (&fixture->workspace);

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT sql FROM sqlite_schema WHERE name = 'sealed_conversation_stays'", -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  put_back = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  g_assert_null (tamper (fixture->path, "DROP TRIGGER sealed_conversation_stays;"
                                        "UPDATE conversation SET facts = 'Forty calls.'"));
  g_assert_null (tamper (fixture->path, put_back));
  g_assert_null (accord_workspace_open (fixture->path, ACCORD_OPEN_DEFAULT, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  fixture_add ("/seal/seal", test_seal);
  fixture_add ("/seal/stages", test_stages);
  fixture_add ("/seal/apply", test_apply);
  fixture_add ("/seal/tamper", test_tamper);
  fixture_add ("/seal/tamper-covered", test_tamper_covered);

  return g_test_run ();
}
