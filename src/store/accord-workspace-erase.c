/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-workspace-erase.h"

#include "accord-workspace-state.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-action.h"
#include "accord-addendum.h"
#include "accord-clock.h"
#include "accord-commitment.h"
#include "accord-forecast.h"
#include "accord-goal-entry.h"
#include "accord-goal-viewer.h"
#include "accord-goal.h"
#include "accord-import-mapping.h"
#include "accord-import-row.h"
#include "accord-import.h"
#include "accord-leave.h"
#include "accord-plan.h"
#include "accord-target.h"

/* What an erasure does, collected before the first byte is written. */
typedef struct
{
  AccordWorkspace *workspace;
  AccordMember *member; /* live */
  GPtrArray *entries;   /* AccordEntry, in the order in which they are stored */
  GHashTable *touched;  /* "table/id" of each of them */
} Erasure;

static void
erasure_clear (Erasure *erasure)
{
  g_ptr_array_unref (erasure->entries);
  g_hash_table_unref (erasure->touched);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Erasure, erasure_clear)

static char *
touched_key (const char *table,
             gint64      id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, table, id);
}

/* after NULL removes the live record. Once a record. */
static void
erasure_add (Erasure      *erasure,
             AccordRecord *live,
             AccordRecord *after)
{
  gint64 id = accord_record_get_id (live);
  char *key = touched_key (accord_record_get_table (live), id);
  AccordEntry *entry;

  if (!g_hash_table_add (erasure->touched, key))
    return;

  entry = accord_entry_new (G_OBJECT_TYPE (live), id);
  entry->before = accord_record_copy (live);
  if (after != NULL)
    entry->after = g_object_ref (after);
  g_ptr_array_add (erasure->entries, entry);
}

static gboolean
record_refers (AccordRecord *record,
               const char   *field_name,
               gint64        id)
{
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (strcmp (fields[i].name, field_name) == 0)
      return accord_record_read_integer (record, &fields[i]) == id;

  g_assert_not_reached ();
}

/* Empties every text of the draft but the one named keep. */
static void
record_blank (AccordRecord *draft,
              const char   *keep)
{
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (draft, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == ACCORD_FIELD_TEXT && g_strcmp0 (fields[i].name, keep) != 0)
      accord_record_write_text (draft, &fields[i], "");
}

typedef enum
{
  ERASE_ROW,
  ERASE_TEXTS,
} EraseWhat;

/* All records of the type whose field refers to id. */
static gboolean
erasure_add_where (Erasure    *erasure,
                   GType       type,
                   const char *field_name,
                   gint64      id,
                   EraseWhat   what,
                   GError    **error)
{
  AccordRecordList *list = accord_workspace_require_list (erasure->workspace, type, error);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (AccordRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autoptr (AccordRecord) after = NULL;

      if (!record_refers (record, field_name, id))
        continue;
      if (what == ERASE_TEXTS)
        {
          after = accord_record_copy (record);
          record_blank (after, NULL);
        }
      erasure_add (erasure, record, after);
    }

  return list != NULL;
}

static gboolean
erasure_add_goals (Erasure *erasure,
                   gint64   member,
                   GError **error)
{
  AccordRecordList *goals = accord_workspace_require_list (erasure->workspace, ACCORD_TYPE_GOAL, error);

  if (goals == NULL
      || !erasure_add_where (erasure, ACCORD_TYPE_GOAL_VIEWER, "member", member, ERASE_ROW, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (goals)); i++)
    {
      g_autoptr (AccordRecord) goal = g_list_model_get_item (G_LIST_MODEL (goals), i);
      gint64 id = accord_record_get_id (goal);

      if (accord_goal_get_member (ACCORD_GOAL (goal)) != member)
        continue;
      if (!erasure_add_where (erasure, ACCORD_TYPE_GOAL_VIEWER, "goal", id, ERASE_ROW, error)
          || !erasure_add_where (erasure, ACCORD_TYPE_GOAL_ENTRY, "goal", id, ERASE_ROW, error))
        return FALSE;
      erasure_add (erasure, goal, NULL);
    }

  return TRUE;
}

/* What the member took on from a card; an action from a conversation goes with the one whom that is about. */
static gboolean
erasure_add_actions (Erasure *erasure,
                     gint64   member,
                     GError **error)
{
  AccordRecordList *list = accord_workspace_require_list (erasure->workspace, ACCORD_TYPE_ACTION, error);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (AccordAction) action = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autoptr (AccordAction) after = NULL;

      if (accord_action_get_owner (action) != member || accord_action_get_conversation (action) != 0)
        continue;
      after = accord_record_copy (action);
      record_blank (ACCORD_RECORD (after), NULL);
      /* Translators: in place of what a member who was erased was to do. */
      accord_action_set_what (after, _("(erased)"));
      erasure_add (erasure, ACCORD_RECORD (action), ACCORD_RECORD (after));
    }

  return list != NULL;
}

/* The file itself refuses to remove what was sealed, and lets its words go only together (data/sql). The conversation
 * comes before its addenda: they may go when it says that it is erased. */
static gboolean
erasure_add_conversations (Erasure *erasure,
                           gint64   member,
                           GError **error)
{
  AccordRecordList *list = accord_workspace_require_list (erasure->workspace, ACCORD_TYPE_CONVERSATION, error);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (AccordRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autoptr (AccordRecord) after = NULL;
      gint64 id = accord_record_get_id (record);

      if (accord_conversation_get_member (ACCORD_CONVERSATION (record)) != member)
        continue;
      if (!erasure_add_where (erasure, ACCORD_TYPE_ACTION, "conversation", id, ERASE_ROW, error))
        return FALSE;
      if (*accord_conversation_get_sealed (ACCORD_CONVERSATION (record)) != '\0')
        {
          after = accord_record_copy (record);
          record_blank (after, "sealed");
          accord_conversation_set_erased (ACCORD_CONVERSATION (after), TRUE);
        }
      erasure_add (erasure, record, after);
      if (!erasure_add_where (erasure, ACCORD_TYPE_ADDENDUM, "conversation", id, ERASE_TEXTS, error))
        return FALSE;
    }

  return list != NULL;
}

static gboolean
text_names (const char *text,
            const char *name)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_name = g_strstrip (g_utf8_casefold (name, -1));

  /* An alias of a letter or two stands in every text. */
  return g_utf8_strlen (folded_name, -1) > 2 && strstr (folded_text, folded_name) != NULL;
}

static gboolean
text_names_member (const char   *text,
                   AccordMember *member)
{
  g_auto (GStrv) aliases = g_strsplit (accord_member_get_aliases (member), "\n", -1);

  for (guint i = 0; aliases[i] != NULL; i++)
    if (text_names (text, aliases[i]))
      return TRUE;

  return text_names (text, accord_member_get_name (member)) || text_names (text, accord_member_get_email (member))
         || text_names (text, accord_member_get_external (member));
}

/* Comes last: the rows that the import of what is erased has kept. */
static gboolean
erasure_add_imports (Erasure *erasure,
                     GError **error)
{
  AccordRecordList *rows = accord_workspace_require_list (erasure->workspace, ACCORD_TYPE_IMPORT_ROW, error);
  AccordRecordList *mappings = accord_workspace_require_list (erasure->workspace, ACCORD_TYPE_IMPORT_MAPPING, error);
  AccordRecordList *imports = accord_workspace_require_list (erasure->workspace, ACCORD_TYPE_IMPORT, error);

  if (rows == NULL || mappings == NULL || imports == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (AccordImportRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      g_autofree char *key = touched_key (accord_import_row_get_table_name (row), accord_import_row_get_record (row));

      if (g_hash_table_contains (erasure->touched, key))
        erasure_add (erasure, ACCORD_RECORD (row), NULL);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (mappings)); i++)
    {
      g_autoptr (AccordImportMapping) mapping = g_list_model_get_item (G_LIST_MODEL (mappings), i);

      if (text_names_member (accord_import_mapping_get_settings (mapping), erasure->member)
          || text_names_member (accord_import_mapping_get_name (mapping), erasure->member))
        erasure_add (erasure, ACCORD_RECORD (mapping), NULL);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (imports)); i++)
    {
      g_autoptr (AccordImport) import = g_list_model_get_item (G_LIST_MODEL (imports), i);
      g_autoptr (AccordImport) after = NULL;

      if (!text_names_member (accord_import_get_file (import), erasure->member))
        continue;
      after = accord_record_copy (import);
      /* Translators: in place of the name of a file, which named a member who was erased. */
      accord_import_set_file (after, _("(name erased)"));
      erasure_add (erasure, ACCORD_RECORD (import), ACCORD_RECORD (after));
    }

  return TRUE;
}

/* A name that nobody has. */
static char *
erasure_dup_neutral_name (Erasure *erasure)
{
  GListModel *members = accord_workspace_get_list (erasure->workspace, ACCORD_TYPE_MEMBER);

  for (guint number = 1;; number++)
    {
      /* Translators: in place of the name of somebody whose data was erased; %u is a number that tells them apart. */
      g_autofree char *name = g_strdup_printf (_("Former member %u"), number);
      gboolean taken = FALSE;

      for (guint i = 0; i < g_list_model_get_n_items (members) && !taken; i++)
        {
          g_autoptr (AccordMember) member = g_list_model_get_item (members, i);

          taken = strcmp (accord_member_get_name (member), name) == 0;
        }
      if (!taken)
        return g_steal_pointer (&name);
    }
}

static void
erasure_add_member (Erasure *erasure)
{
  g_autoptr (AccordMember) after = accord_record_copy (erasure->member);
  /* Erased once more, the member keeps its number. */
  g_autofree char *name = accord_member_get_erased (erasure->member)
                            ? g_strdup (accord_member_get_name (erasure->member))
                            : erasure_dup_neutral_name (erasure);
  AccordDate today = accord_clock_today ();

  record_blank (ACCORD_RECORD (after), NULL);
  accord_member_set_name (after, name);
  accord_member_set_leader (after, FALSE);
  accord_member_set_erased (after, TRUE);
  if (accord_member_get_left (after) == ACCORD_DATE_NONE)
    accord_member_set_left (after, MAX (today, accord_member_get_started (after)));
  erasure_add (erasure, ACCORD_RECORD (erasure->member), ACCORD_RECORD (after));
}

static gboolean
erasure_collect (Erasure *erasure,
                 GError **error)
{
  gint64 member = accord_record_get_id (ACCORD_RECORD (erasure->member));

  erasure_add_member (erasure);

  return erasure_add_goals (erasure, member, error)
         && erasure_add_where (erasure, ACCORD_TYPE_PLAN, "member", member, ERASE_ROW, error)
         && erasure_add_where (erasure, ACCORD_TYPE_LEAVE, "member", member, ERASE_ROW, error)
         && erasure_add_where (erasure, ACCORD_TYPE_COMMITMENT, "member", member, ERASE_TEXTS, error)
         && erasure_add_where (erasure, ACCORD_TYPE_TARGET, "member", member, ERASE_TEXTS, error)
         && erasure_add_where (erasure, ACCORD_TYPE_FORECAST, "member", member, ERASE_TEXTS, error)
         && erasure_add_conversations (erasure, member, error)
         && erasure_add_actions (erasure, member, error)
         && erasure_add_imports (erasure, error);
}

/* Without its salt a digest tells nothing about the text that it was made from; the chain needs the digests only. */
static gboolean
erase_salts (AccordDatabase *database,
             gint64          member,
             GError        **error)
{
  g_autoptr (AccordStatement) statement
    = accord_database_prepare (database,
                               "UPDATE seal_field SET salt = NULL WHERE salt IS NOT NULL AND seal IN (SELECT seal.sequence"
                               " FROM seal JOIN conversation ON conversation.id = seal.conversation"
                               " WHERE conversation.member = ?)",
                               error);

  return statement != NULL && accord_database_bind_integer (database, statement, 1, member, error)
         && accord_database_run (database, statement, error);
}

static gboolean
erasure_store (Erasure *erasure,
               GError **error)
{
  AccordWorkspace *self = erasure->workspace;
  gboolean stored = accord_database_execute (self->database, "PRAGMA defer_foreign_keys = ON", error);

  for (guint i = 0; stored && i < erasure->entries->len; i++)
    stored = accord_workspace_store_entry (self, g_ptr_array_index (erasure->entries, i), FALSE, error);

  return stored && erase_salts (self->database, accord_record_get_id (ACCORD_RECORD (erasure->member)), error);
}

gboolean
accord_workspace_compact (AccordWorkspace *self,
                          GError         **error)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), FALSE);

  /* Begins and ends an action that changes nothing, for all that is looked at then: whether the file may be written,
   * lies where it lay, and is what the lists show. */
  if (!accord_workspace_begin (self, error))
    return FALSE;
  accord_workspace_rollback (self);

  return accord_database_execute (self->database, "VACUUM", error);
}

gboolean
accord_workspace_erase_member (AccordWorkspace *self,
                               AccordMember    *member,
                               gboolean        *compacted,
                               GError         **error)
{
  g_auto (Erasure) erasure = { .workspace = self };
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (ACCORD_IS_MEMBER (member), FALSE);

  erasure.entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_entry_free);
  erasure.touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* Within the transaction nobody else can write between what is read and what is stored. */
  if (accord_workspace_require_list (self, ACCORD_TYPE_MEMBER, error) == NULL || !accord_workspace_begin (self, error))
    return FALSE;
  erasure.member = accord_workspace_find (self, ACCORD_TYPE_MEMBER, accord_record_get_id (ACCORD_RECORD (member)));
  if (erasure.member == NULL)
    g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT,
                         _("This member was removed in the meantime. Nothing was changed."));
  if (erasure.member == NULL || !erasure_collect (&erasure, error) || !erasure_store (&erasure, error))
    {
      accord_workspace_rollback (self);
      return FALSE;
    }
  if (!accord_workspace_commit (self, error))
    return FALSE;

  /* What Undo kept is personal too. */
  accord_workspace_forget_steps (self);
  accord_workspace_show (self, erasure.entries, FALSE);
  accord_workspace_notify_steps (self);

  if (!accord_workspace_compact (self, &fault))
    g_message ("%s", fault->message);
  if (compacted != NULL)
    *compacted = fault == NULL;

  return TRUE;
}
