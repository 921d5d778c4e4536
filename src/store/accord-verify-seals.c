/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-verify-private.h"

#include "accord-enums.h"
#include "accord-seal.h"
#include "accord-sealed-fields.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* The chain as far as it was followed, and the statements for one of its records. The columns are read as they
 * stand, not as records: a conversation whose own digest is wrong is the one whose sealed fields are to be looked
 * at. */
typedef struct
{
  AccordVerify *verify;
  GPtrArray *names; /* AccordSealedField: those that a conversation's text is known for */
  AccordStatement *seals;
  AccordStatement *conversation;
  AccordStatement *fields;
  gint64 sequence;
  guint8 head[ACCORD_DIGEST_SIZE];
} Chain;

enum
{
  SEAL_SEQUENCE,
  SEAL_CONVERSATION,
  SEAL_SEALED,
  SEAL_PREVIOUS,
  SEAL_DIGEST,
};

enum
{
  CONVERSATION_NUMBER,
  CONVERSATION_SEALED,
  CONVERSATION_STAGE,
  CONVERSATION_ERASED,
  CONVERSATION_FIRST_FIELD,
};

enum
{
  FIELD_NAME,
  FIELD_SALT,
  FIELD_DIGEST,
};

static void
chain_clear (Chain *chain)
{
  g_clear_pointer (&chain->names, g_ptr_array_unref);
  sqlite3_finalize (chain->seals);
  sqlite3_finalize (chain->conversation);
  sqlite3_finalize (chain->fields);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, chain_clear)

static char *
conversation_sql (GPtrArray *names)
{
  GString *sql = g_string_new ("SELECT number, sealed, stage, erased");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *column = g_strdup (((AccordSealedField *) names->pdata[i])->name);

      g_strdelimit (column, "-", '_');
      /* The member's name as it was then stands nowhere else; it may be another by now. */
      if (strcmp (column, "member_name") == 0)
        g_string_append (sql, ", NULL");
      else
        g_string_append_printf (sql, ", coalesce (\"%s\", '')", column);
    }
  g_string_append (sql, " FROM conversation WHERE id = ?1");

  return g_string_free (sql, FALSE);
}

static gboolean
chain_prepare (Chain   *chain,
               GError **error)
{
  AccordDatabase *database = chain->verify->database;
  g_autoptr (AccordConversation) pattern = accord_conversation_new ();
  g_autofree char *sql = NULL;

  chain->names = accord_sealed_fields_of (pattern, NULL);
  sql = conversation_sql (chain->names);
  chain->seals = accord_database_prepare (database,
                                          "SELECT sequence, conversation, sealed, previous, digest FROM seal ORDER BY "
                                          "sequence",
                                          error);
  if (chain->seals == NULL)
    return FALSE;
  chain->conversation = accord_database_prepare (database, sql, error);
  if (chain->conversation == NULL)
    return FALSE;
  chain->fields = accord_database_prepare (database,
                                           "SELECT name, salt, digest FROM seal_field WHERE seal = ?1 ORDER BY name",
                                           error);

  return chain->fields != NULL;
}

/* SQLite gives NULL for an empty blob, and for bytes that are not there. */
static gboolean
read_bytes (sqlite3_stmt *statement,
            int           column,
            guint8       *bytes,
            int           length)
{
  const void *blob = sqlite3_column_blob (statement, column);

  if (blob == NULL || sqlite3_column_bytes (statement, column) != length)
    return FALSE;
  memcpy (bytes, blob, length);

  return TRUE;
}

/* The conversation's text for a sealed field; NULL where it is not known. */
static const char *
chain_field_text (Chain      *chain,
                  const char *name)
{
  for (guint i = 0; i < chain->names->len; i++)
    {
      if (strcmp (((AccordSealedField *) chain->names->pdata[i])->name, name) == 0)
        return (const char *) sqlite3_column_text (chain->conversation, CONVERSATION_FIRST_FIELD + (int) i);
    }

  return NULL;
}

static void
chain_check_field (Chain           *chain,
                   gint64           number,
                   AccordSealField *field,
                   const guint8    *salt)
{
  gboolean erased = sqlite3_column_int (chain->conversation, CONVERSATION_ERASED) != 0;
  const char *text = chain_field_text (chain, field->name);
  AccordSealField computed = { .name = field->name, .text = text, .salt = salt };

  if (salt == NULL)
    {
      if (!erased)
        accord_verify_fault (chain->verify,
                             /* Translators: %s is the name of a field, in English, such as "facts". */
                             g_strdup_printf (_("Conversation %" PRId64 ": the seal of its field “%.40s” lost its "
                                                "salt, so that the text cannot be checked"),
                                              number, field->name));
      return;
    }
  if (text == NULL)
    return;

  accord_seal_field_compute (&computed);
  if (memcmp (computed.digest, field->digest, sizeof computed.digest) != 0)
    accord_verify_fault (chain->verify,
                         g_strdup_printf (_("Conversation %" PRId64 ": its field “%s” is not what was sealed"),
                                          number, field->name));
}

/* Every field against the conversation's text, and all of them for the record's digest. FALSE is a failure to read. */
static gboolean
chain_check_fields (Chain            *chain,
                    gint64            number,
                    AccordSealRecord *record,
                    const guint8      digest[ACCORD_DIGEST_SIZE],
                    GError          **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) fields = g_array_new (FALSE, TRUE, sizeof (AccordSealField));
  guint8 computed[ACCORD_DIGEST_SIZE];
  gboolean sound;
  gboolean row;

  if (!accord_database_bind_integer (chain->verify->database, chain->fields, 1, chain->sequence, error))
    return FALSE;
  while (TRUE)
    {
      AccordSealField field = { NULL };
      guint8 salt[ACCORD_SEAL_SALT_SIZE];
      const char *name;
      gboolean has_salt;

      if (!accord_database_step (chain->verify->database, chain->fields, &row, error))
        return FALSE;
      if (!row)
        break;
      if (!accord_verify_count_row (chain->verify, chain->fields))
        {
          sqlite3_reset (chain->fields);
          return TRUE;
        }

      name = (const char *) sqlite3_column_text (chain->fields, FIELD_NAME);
      field.name = g_utf8_make_valid (name != NULL ? name : "", -1);
      g_ptr_array_add (names, (char *) field.name);
      has_salt = read_bytes (chain->fields, FIELD_SALT, salt, sizeof salt);
      if (read_bytes (chain->fields, FIELD_DIGEST, field.digest, sizeof field.digest))
        chain_check_field (chain, number, &field, has_salt ? salt : NULL);
      g_array_append_val (fields, field);
    }

  record->fields = (const AccordSealField *) (gpointer) fields->data;
  record->n_fields = fields->len;
  sound = accord_seal_compute (record, computed, NULL) && memcmp (computed, digest, sizeof computed) == 0;
  if (!sound)
    accord_verify_fault (chain->verify,
                         g_strdup_printf (_("Conversation %" PRId64 ": its number, the moment of sealing, its place in "
                                            "the chain or the list of its fields is not what was sealed"),
                                          number));

  return TRUE;
}

static gboolean
stage_is_sealed (const char *stage)
{
  int value = 0;

  return stage != NULL && accord_enum_from_nick (accord_conversation_stage_get_type (), stage, &value)
         && value >= ACCORD_CONVERSATION_STAGE_SEALED;
}

static gboolean
chain_check_conversation (Chain            *chain,
                          AccordSealRecord *record,
                          const guint8      digest[ACCORD_DIGEST_SIZE],
                          GError          **error)
{
  gint64 number;
  gboolean row;
  gboolean done;

  if (!accord_database_bind_integer (chain->verify->database, chain->conversation, 1,
                                     sqlite3_column_int64 (chain->seals, SEAL_CONVERSATION), error)
      || !accord_database_step (chain->verify->database, chain->conversation, &row, error))
    return FALSE;
  if (!row)
    {
      accord_verify_fault (chain->verify, g_strdup_printf (_("Seal %" PRId64 ": its conversation is missing"),
                                                           chain->sequence));
      return TRUE;
    }

  number = sqlite3_column_int64 (chain->conversation, CONVERSATION_NUMBER);
  record->number = number;
  if (g_strcmp0 ((const char *) sqlite3_column_text (chain->conversation, CONVERSATION_SEALED), record->sealed_at) != 0)
    accord_verify_fault (chain->verify, g_strdup_printf (_("Conversation %" PRId64 ": the moment of sealing that it "
                                                           "names is not its seal's"),
                                                         number));
  if (!stage_is_sealed ((const char *) sqlite3_column_text (chain->conversation, CONVERSATION_STAGE)))
    accord_verify_fault (chain->verify, g_strdup_printf (_("Conversation %" PRId64 ": it is sealed, but its stage says "
                                                           "that it is not"),
                                                         number));
  done = accord_verify_count_row (chain->verify, chain->conversation)
           ? chain_check_fields (chain, number, record, digest, error)
           : TRUE;
  sqlite3_reset (chain->conversation);

  return done;
}

static gboolean
chain_check_seal (Chain   *chain,
                  GError **error)
{
  gint64 sequence = sqlite3_column_int64 (chain->seals, SEAL_SEQUENCE);
  const char *sealed = (const char *) sqlite3_column_text (chain->seals, SEAL_SEALED);
  AccordSealRecord record = { .sealed_at = sealed != NULL ? sealed : "" };
  guint8 digest[ACCORD_DIGEST_SIZE] = { 0 };

  if (sequence != chain->sequence + 1)
    accord_verify_fault (chain->verify, g_strdup_printf (_("The chain of sealed records has a gap before seal "
                                                           "%" PRId64),
                                                         sequence));
  if (!read_bytes (chain->seals, SEAL_PREVIOUS, record.previous, ACCORD_DIGEST_SIZE)
      || memcmp (record.previous, chain->head, ACCORD_DIGEST_SIZE) != 0)
    accord_verify_fault (chain->verify, g_strdup_printf (_("Seal %" PRId64 " does not follow the seal before it in the "
                                                           "chain"),
                                                         sequence));
  read_bytes (chain->seals, SEAL_DIGEST, digest, ACCORD_DIGEST_SIZE);

  chain->sequence = sequence;
  memcpy (chain->head, digest, ACCORD_DIGEST_SIZE);

  return chain_check_conversation (chain, &record, digest, error);
}

/* What says that it is sealed and has no seal. */
static gboolean
check_unsealed (AccordVerify *self,
                GError      **error)
{
  g_autoptr (AccordStatement) statement = NULL;
  gboolean row;

  statement = accord_database_prepare (self->database,
                                       "SELECT number FROM conversation"
                                       " WHERE (sealed <> '' OR stage NOT IN ('planned', 'held', 'withdrawn'))"
                                       " AND NOT EXISTS (SELECT 1 FROM seal WHERE seal.conversation = conversation.id)"
                                       " ORDER BY id",
                                       error);
  while (statement != NULL)
    {
      if (!accord_database_step (self->database, statement, &row, error))
        return FALSE;
      if (!row || !accord_verify_count_row (self, statement))
        return TRUE;
      accord_verify_fault (self, g_strdup_printf (_("Conversation %" PRId64 ": it says that it is sealed, but it has "
                                                    "no seal"),
                                                  (gint64) sqlite3_column_int64 (statement, 0)));
    }

  return FALSE;
}

static gboolean
check_chain (Chain   *chain,
             GError **error)
{
  gboolean row;

  if (!chain_prepare (chain, error))
    return FALSE;

  while (TRUE)
    {
      if (!accord_database_step (chain->verify->database, chain->seals, &row, error))
        return FALSE;
      if (!row)
        return check_unsealed (chain->verify, error);
      if (!accord_verify_count_row (chain->verify, chain->seals))
        return TRUE;
      if (!chain_check_seal (chain, error))
        return FALSE;
    }
}

gboolean
accord_verify_seals (AccordVerify *self,
                     GError      **error)
{
  g_auto (Chain) chain = { .verify = self };
  GError *failure = NULL;

  accord_verify_begin (self);
  check_chain (&chain, &failure);

  return accord_verify_end (self, g_strdup (_("Sealed records")), failure, error);
}
