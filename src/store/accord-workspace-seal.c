/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-workspace-state.h"

#include "accord-clock.h"
#include "accord-member.h"
#include "accord-seal.h"
#include "accord-sealed-fields.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/random.h>

/* A record on its way into the chain. */
typedef struct
{
  gint64 sequence;
  char *sealed_at;
  GPtrArray *texts;
  GArray *fields; /* AccordSealField */
  guint8 *salts;
  guint8 previous[ACCORD_DIGEST_SIZE];
  guint8 digest[ACCORD_DIGEST_SIZE];
} Sealing;

static void
sealing_clear (Sealing *sealing)
{
  g_free (sealing->sealed_at);
  g_clear_pointer (&sealing->texts, g_ptr_array_unref);
  g_clear_pointer (&sealing->fields, g_array_unref);
  g_free (sealing->salts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sealing, sealing_clear)

static gboolean
seal_random (guint8  *bytes,
             gsize    length,
             GError **error)
{
  gsize filled = 0;

  while (filled < length)
    {
      ssize_t n = getrandom (bytes + filled, length - filled, 0);

      if (n < 0 && errno != EINTR)
        {
          g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_IO,
                       _("The system gives no random numbers: %s. Nothing was sealed; try again."), g_strerror (errno));
          return FALSE;
        }
      if (n > 0)
        filled += (gsize) n;
    }

  return TRUE;
}

/* Where the chain stands: the next sequence, and the digest that the next record refers to (zeros for the first). */
static gboolean
seal_read_head (AccordWorkspace *self,
                gint64          *sequence,
                guint8           digest[ACCORD_DIGEST_SIZE],
                GError         **error)
{
  g_autoptr (AccordStatement) statement = NULL;
  gboolean row = FALSE;

  memset (digest, 0, ACCORD_DIGEST_SIZE);
  *sequence = 0;
  statement = accord_database_prepare (self->database, "SELECT sequence, digest FROM seal ORDER BY sequence DESC LIMIT 1", error);
  if (statement == NULL || !accord_database_step (self->database, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  if (sqlite3_column_bytes (statement, 1) != ACCORD_DIGEST_SIZE)
    return accord_database_fail (self->database, SQLITE_CORRUPT, error);
  *sequence = sqlite3_column_int64 (statement, 0);
  memcpy (digest, sqlite3_column_blob (statement, 1), ACCORD_DIGEST_SIZE);

  return TRUE;
}

static gboolean
sealing_compute (Sealing            *sealing,
                 AccordConversation *conversation,
                 const char         *member_name,
                 GError            **error)
{
  AccordSealRecord record = { 0 };
  guint n;

  sealing->texts = accord_sealed_fields_of (conversation, member_name);
  n = sealing->texts->len;
  sealing->salts = g_malloc (n * ACCORD_SEAL_SALT_SIZE);
  if (!seal_random (sealing->salts, n * ACCORD_SEAL_SALT_SIZE, error))
    return FALSE;

  sealing->fields = g_array_sized_new (FALSE, TRUE, sizeof (AccordSealField), n);
  for (guint i = 0; i < n; i++)
    {
      AccordSealedField *sealed = g_ptr_array_index (sealing->texts, i);
      AccordSealField field = { .name = sealed->name, .text = sealed->text, .salt = sealing->salts + i * ACCORD_SEAL_SALT_SIZE };

      accord_seal_field_compute (&field);
      g_array_append_val (sealing->fields, field);
    }

  record.number = accord_conversation_get_number (conversation);
  record.sealed_at = sealing->sealed_at;
  memcpy (record.previous, sealing->previous, sizeof record.previous);
  record.fields = (const AccordSealField *) (gpointer) sealing->fields->data;
  record.n_fields = sealing->fields->len;

  return accord_seal_compute (&record, sealing->digest, error);
}

static gboolean
seal_store_record (AccordWorkspace *self,
                   Sealing         *sealing,
                   gint64           conversation,
                   GError         **error)
{
  AccordDatabase *database = self->database;
  g_autoptr (AccordStatement) statement = NULL;

  statement = accord_database_prepare (database,
                                       "INSERT INTO seal (sequence, conversation, sealed, previous, digest)"
                                       " VALUES (?, ?, ?, ?, ?)",
                                       error);

  return statement != NULL && accord_database_bind_integer (database, statement, 1, sealing->sequence, error)
         && accord_database_bind_integer (database, statement, 2, conversation, error)
         && accord_database_bind_text (database, statement, 3, sealing->sealed_at, error)
         && accord_database_bind_bytes (database, statement, 4, sealing->previous, ACCORD_DIGEST_SIZE, error)
         && accord_database_bind_bytes (database, statement, 5, sealing->digest, ACCORD_DIGEST_SIZE, error)
         && accord_database_run (database, statement, error);
}

static gboolean
seal_store_fields (AccordWorkspace *self,
                   Sealing         *sealing,
                   GError         **error)
{
  AccordDatabase *database = self->database;
  g_autoptr (AccordStatement) statement = NULL;

  statement = accord_database_prepare (database, "INSERT INTO seal_field (seal, name, salt, digest) VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < sealing->fields->len; i++)
    {
      const AccordSealField *field = &g_array_index (sealing->fields, AccordSealField, i);

      if (!accord_database_bind_integer (database, statement, 1, sealing->sequence, error)
          || !accord_database_bind_text (database, statement, 2, field->name, error)
          || !accord_database_bind_bytes (database, statement, 3, field->salt, ACCORD_SEAL_SALT_SIZE, error)
          || !accord_database_bind_bytes (database, statement, 4, field->digest, ACCORD_DIGEST_SIZE, error)
          || !accord_database_run (database, statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Within the transaction: the chain's head cannot move between reading and writing. */
static gboolean
seal_store (AccordWorkspace *self,
            AccordEntry     *entry,
            const char      *member_name,
            GError         **error)
{
  AccordConversation *sealed = ACCORD_CONVERSATION (entry->after);
  g_auto (Sealing) sealing = { 0 };

  sealing.sealed_at = accord_clock_now_utc ();
  accord_conversation_set_stage (sealed, ACCORD_CONVERSATION_STAGE_SEALED);
  accord_conversation_set_sealed (sealed, sealing.sealed_at);
  if (!accord_record_validate (sealed, error) || !seal_read_head (self, &sealing.sequence, sealing.previous, error))
    return FALSE;
  sealing.sequence++;

  return sealing_compute (&sealing, sealed, member_name, error)
         && accord_workspace_store_entry (self, entry, FALSE, error)
         && seal_store_record (self, &sealing, entry->id, error)
         && seal_store_fields (self, &sealing, error);
}

static gboolean
seal_check_stage (AccordConversation *conversation,
                  GError            **error)
{
  if (accord_conversation_get_stage (conversation) == ACCORD_CONVERSATION_STAGE_HELD)
    return TRUE;

  if (*accord_conversation_get_sealed (conversation) != '\0')
    g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SEALED, _("This conversation is sealed already."));
  else
    g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_STAGE,
                         _("Only a conversation that was held can be sealed."));

  return FALSE;
}

gboolean
accord_workspace_seal (AccordWorkspace    *self,
                       AccordConversation *conversation,
                       GError            **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_entry_free);
  AccordConversation *live;
  AccordEntry *entry;
  AccordMember *member;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (ACCORD_IS_CONVERSATION (conversation), FALSE);

  if (accord_workspace_require_list (self, ACCORD_TYPE_CONVERSATION, error) == NULL
      || accord_workspace_require_list (self, ACCORD_TYPE_MEMBER, error) == NULL)
    return FALSE;
  live = accord_workspace_find (self, ACCORD_TYPE_CONVERSATION, accord_record_get_id (ACCORD_RECORD (conversation)));
  if (live == NULL)
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT,
                           _("The conversation has to be stored before it can be sealed."));
      return FALSE;
    }
  if (!seal_check_stage (live, error))
    return FALSE;

  member = accord_workspace_find (self, ACCORD_TYPE_MEMBER, accord_conversation_get_member (live));
  entry = accord_entry_new (ACCORD_TYPE_CONVERSATION, accord_record_get_id (ACCORD_RECORD (live)));
  entry->before = accord_record_copy (live);
  entry->after = accord_record_copy (live);
  g_ptr_array_add (entries, entry);

  if (!accord_workspace_begin (self, error))
    return FALSE;
  if (!seal_store (self, entry, member != NULL ? accord_member_get_name (member) : "", error))
    {
      accord_workspace_rollback (self);
      return FALSE;
    }
  if (!accord_workspace_commit (self, error))
    return FALSE;

  accord_workspace_forget_steps (self);
  accord_workspace_show (self, entries, FALSE);

  return TRUE;
}

char *
accord_workspace_dup_chain_head (AccordWorkspace *self)
{
  guint8 digest[ACCORD_DIGEST_SIZE];
  gint64 sequence = 0;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  if (!seal_read_head (self, &sequence, digest, NULL) || sequence == 0)
    return g_strdup ("");

  return accord_digest_to_hex (digest);
}
