/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-import-dates.h"
#include "accord-import-words.h"
#include "accord-membership-query.h"
#include "accord-name.h"
#include "accord-rate.h"

#define STEP_ROWS 256
/* Reading the rows is so much of the work; placing members is the rest. */
#define ROWS_SHARE 0.8

/* A row that goes in as far as it is itself concerned: managers may stand in later rows. */
typedef struct
{
  guint row;
  AccordMember *draft;
  AccordMember *before; /* borrowed; NULL for a new one */
  char *territory;
  char *manager;
  char *note;
} Entry;

typedef struct
{
  AccordImportWork *work;
  GPtrArray *entries;
  GHashTable *seen;        /* what a row says, to its line */
  GHashTable *lines;       /* a member to the line that has it */
  GHashTable *territories; /* key to id */
  GHashTable *unknown;     /* what a cell names as manager, to what is to be said about it */
  gint64 next_position;
} Members;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->draft);
  g_free (entry->territory);
  g_free (entry->manager);
  g_free (entry->note);
  g_free (entry);
}

static void
members_clear (Members *self)
{
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->territories);
  g_hash_table_unref (self->unknown);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Members, members_clear)

static void
add_note (char **note,
          char  *sentence)
{
  g_autofree char *before = *note;
  g_autofree char *added = sentence;

  *note = before != NULL ? g_strdup_printf ("%s %s", before, added) : g_strdup (added);
}

static char *
read_name (AccordImportWork *work,
           guint             row)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *both = NULL;

  if (accord_import_work_has (work, "name"))
    return accord_import_work_read (work, row, "name");

  first = accord_import_work_read (work, row, "first-name");
  last = accord_import_work_read (work, row, "last-name");
  both = g_strdup_printf ("%s %s", first, last);

  return accord_import_tidy (both);
}

/* An empty cell leaves the date alone. FALSE with a reason. */
static gboolean
read_date (AccordImportWork *work,
           guint             row,
           const char       *field,
           AccordDate       *date,
           char            **reason)
{
  g_autofree char *text = accord_import_work_read (work, row, field);
  AccordDate read;

  if (*text == '\0' || accord_import_is_nothing (text, TRUE))
    return TRUE;

  read = accord_import_read_date (text, work->plan->date_order, work->snapshot->this_year);
  if (read != ACCORD_DATE_NONE)
    {
      *date = read;
      return TRUE;
    }
  /* Translators: what stands in a cell, and the header of its column. */
  *reason = g_strdup_printf (_("“%s” in “%s” is no date."), text, accord_import_work_get_header (work, field));

  return FALSE;
}

/* Adds the row's other names, one a line, to those that there are. */
static void
read_aliases (AccordImportWork *work,
              guint             row,
              AccordMember     *draft)
{
  g_autoptr (GArray) columns = accord_import_work_list_columns (work, "alias");
  g_autoptr (GString) aliases = g_string_new (accord_member_get_aliases (draft));
  g_autoptr (GString) cells = g_string_new (NULL);
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (cells, "%s\n", accord_csv_get_cell (work->csv, row, g_array_index (columns, guint, i)));
  if (columns->len == 0)
    {
      g_autofree char *set = accord_import_work_read (work, row, "alias");

      g_string_append (cells, set);
    }

  names = g_strsplit_set (cells->str, ";\r\n", -1);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *tidy = accord_import_tidy (*name);
      g_auto (GStrv) known = g_strsplit (aliases->str, "\n", -1);
      gboolean is_known = accord_import_is_nothing (tidy, FALSE)
                          || accord_name_equal (tidy, accord_member_get_name (draft));

      for (char **other = known; *other != NULL && !is_known; other++)
        is_known = accord_name_equal (*other, tidy);
      if (!is_known)
        g_string_append_printf (aliases, "%s%s", aliases->len > 0 ? "\n" : "", tidy);
    }
  accord_member_set_aliases (draft, aliases->str);
}

static void
take_text (AccordMember *draft,
           void (*set) (AccordMember *, const char *),
           char *text)
{
  g_autofree char *owned = text;

  if (*owned != '\0')
    set (draft, owned);
}

/* Puts what the row says into the draft. FALSE with a reason. */
static gboolean
fill_draft (AccordImportWork *work,
            guint             row,
            AccordMember     *draft,
            char            **reason)
{
  AccordDate started = accord_member_get_started (draft), left = accord_member_get_left (draft);
  g_autoptr (GError) error = NULL;

  take_text (draft, accord_member_set_name, read_name (work, row));
  take_text (draft, accord_member_set_external, accord_import_work_read (work, row, "id"));
  take_text (draft, accord_member_set_email, accord_import_work_read (work, row, "email"));
  take_text (draft, accord_member_set_role, accord_import_work_read (work, row, "role"));
  read_aliases (work, row, draft);
  if (!read_date (work, row, "started", &started, reason) || !read_date (work, row, "left", &left, reason))
    return FALSE;
  accord_member_set_started (draft, started);
  accord_member_set_left (draft, left);

  if (accord_record_validate (draft, &error))
    return TRUE;
  *reason = g_strdup_printf ("%s.", error->message);

  return FALSE;
}

/* Whether the two can be one person: numbers that differ say no. */
static gboolean
can_be (AccordMember *member,
        const char   *number)
{
  const char *external = accord_member_get_external (member);

  return *number == '\0' || *external == '\0' || accord_name_equal (external, number);
}

/* Somebody found by name alone, whose e-mail is another one: a namesake, or a new e-mail. */
static char *
explain_emails (AccordMember *member,
                const char   *email)
{
  const char *known = accord_member_get_email (member);

  if (*email == '\0' || *known == '\0' || accord_name_equal (known, email))
    return NULL;

  /* Translators: a name, the e-mail that is on record, the one in the file. */
  return g_strdup_printf (_("“%s” has the e-mail %s, this row %s. If they are two people, give each a number; if not, put "
                            "the e-mail right first."),
                          accord_member_get_name (member), known, email);
}

/* The member that the row is about: by number, e-mail, name. NULL for a new one; FALSE with a reason. */
static gboolean
find_member (AccordImportWork *work,
             guint             row,
             const char       *name,
             AccordMember    **member,
             char            **reason)
{
  g_autofree char *number = accord_import_work_read (work, row, "id");
  g_autofree char *email = accord_import_work_read (work, row, "email");
  AccordImportMatch match = ACCORD_IMPORT_MATCH_NONE;
  const char *text = number;
  AccordMember *near;

  *member = NULL;
  if (*number != '\0')
    match = accord_import_people_find_number (work->people, number, member);
  if (match == ACCORD_IMPORT_MATCH_NONE && *email != '\0')
    {
      text = email;
      match = accord_import_people_find_email (work->people, email, member);
    }
  if (match == ACCORD_IMPORT_MATCH_ONE && text == email && !can_be (*member, number))
    {
      *reason = g_strdup_printf (_("The e-mail “%s” is that of “%s”, who has the number %s."), email,
                                 accord_member_get_name (*member), accord_member_get_external (*member));
      return FALSE;
    }
  if (match == ACCORD_IMPORT_MATCH_NONE)
    {
      text = name;
      match = accord_import_people_find_name (work->people, name, member);
      /* A namesake. */
      if (match == ACCORD_IMPORT_MATCH_ONE && !can_be (*member, number))
        return *member = NULL, TRUE;
      if (match == ACCORD_IMPORT_MATCH_SEVERAL && *number != '\0')
        return TRUE;
      if (match == ACCORD_IMPORT_MATCH_ONE && (*reason = explain_emails (*member, email)) != NULL)
        return FALSE;
    }
  if (match == ACCORD_IMPORT_MATCH_SEVERAL)
    {
      *reason = accord_import_explain_match (match, text, NULL);
      return FALSE;
    }
  if (match == ACCORD_IMPORT_MATCH_ONE || *number != '\0' || *email != '\0')
    return TRUE;

  near = accord_import_people_find_near (work->people, name, TRUE);
  if (near == NULL || accord_record_get_id (ACCORD_RECORD (near)) >= ACCORD_IMPORT_NEW)
    return TRUE;
  *reason = accord_import_explain_match (ACCORD_IMPORT_MATCH_NEAR, name, near);

  return FALSE;
}

/* Everything that the row says of the fields, as one text. */
static char *
row_content (AccordImportWork *work,
             guint             row)
{
  GString *content = g_string_new (NULL);

  for (guint i = 0; i < work->plan->columns->len; i++)
    {
      g_autofree char *tidy = accord_import_tidy (accord_csv_get_cell (work->csv, row, i));

      if (*g_array_index (work->plan->columns, AccordImportColumn, i).field != '\0')
        g_string_append_printf (content, "%s\x1f", tidy);
    }

  return g_string_free (content, FALSE);
}

static void
skip_or_refuse (Members           *self,
                guint              row,
                AccordImportAction action,
                const char        *name,
                char              *reason)
{
  accord_import_work_add_line (self->work, row, action, g_strdup (name), reason, NULL);
}

static void
add_entry (Members      *self,
           guint         row,
           AccordMember *member,
           AccordMember *draft)
{
  AccordImportWork *work = self->work;
  Entry *entry = g_new0 (Entry, 1);

  entry->row = row;
  entry->draft = g_object_ref (draft);
  entry->before = member;
  entry->territory = accord_import_work_read (work, row, "territory");
  entry->manager = accord_import_work_read (work, row, "manager");
  g_ptr_array_add (self->entries, entry);
  if (member == NULL)
    {
      accord_record_set_id (ACCORD_RECORD (draft), accord_import_work_reserve (work));
      accord_import_people_add (work->people, draft);
    }
  g_hash_table_insert (self->lines, member != NULL ? member : draft,
                       GUINT_TO_POINTER (accord_csv_get_line (work->csv, row)));
}

static void
plan_row (gpointer data,
          guint    row)
{
  Members *self = data;
  AccordImportWork *work = self->work;
  g_autofree char *name = read_name (work, row);
  g_autofree char *content = row_content (work, row);
  g_autoptr (AccordMember) draft = NULL;
  AccordMember *member;
  guint line = accord_csv_get_line (work->csv, row);
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, content));
  char *reason = NULL;

  if (other != 0)
    return skip_or_refuse (self, row, ACCORD_IMPORT_SKIP, name, g_strdup_printf (_("The same as line %u."), other));
  g_hash_table_insert (self->seen, g_steal_pointer (&content), GUINT_TO_POINTER (line));

  if (accord_import_is_total (name))
    return skip_or_refuse (self, row, ACCORD_IMPORT_SKIP, name, g_strdup (_("A total, not a member.")));
  if (!find_member (work, row, name, &member, &reason))
    return skip_or_refuse (self, row, ACCORD_IMPORT_REFUSE, name, reason);

  other = member != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, member)) : 0;
  if (other != 0)
    return skip_or_refuse (self, row, ACCORD_IMPORT_REFUSE, name,
                           g_strdup_printf (_("Line %u is about the same member and says something else."), other));

  draft = member != NULL ? accord_record_copy (member) : accord_member_new ();
  if (!fill_draft (work, row, draft, &reason))
    return skip_or_refuse (self, row, ACCORD_IMPORT_REFUSE, name, reason);
  if (member != NULL && !work->options->update)
    return skip_or_refuse (self, row, ACCORD_IMPORT_SKIP, name, g_strdup (_("Is there already.")));

  add_entry (self, row, member, draft);
}

static gint64
find_territory (Members    *self,
                const char *name)
{
  g_autofree char *key = accord_name_key (name);
  gint64 *id = g_hash_table_lookup (self->territories, key);
  g_autoptr (AccordTerritory) territory = NULL;
  gint64 *added;

  if (id != NULL)
    return *id;

  territory = accord_territory_new ();
  accord_record_set_id (ACCORD_RECORD (territory), accord_import_work_reserve (self->work));
  accord_territory_set_name (territory, name);
  accord_territory_set_position (territory, self->next_position++);
  g_ptr_array_add (self->work->plan->puts, g_object_ref (territory));

  added = g_new (gint64, 1);
  *added = accord_record_get_id (ACCORD_RECORD (territory));
  g_hash_table_insert (self->territories, g_steal_pointer (&key), added);

  return *added;
}

/* The member whom the row names as manager, 0 for nobody: who is not known is no reason to leave the member out. */
static gint64
find_manager (Members *self,
              Entry   *entry)
{
  g_autofree char *swapped = NULL;
  AccordMember *manager = NULL;
  AccordImportMatch match;
  g_autofree char *reason = NULL;

  if (*entry->manager == '\0')
    return 0;
  /* A name that is not known stands in many rows, and looking for near ones takes time. */
  if (g_hash_table_contains (self->unknown, entry->manager))
    {
      add_note (&entry->note, g_strdup (g_hash_table_lookup (self->unknown, entry->manager)));
      return 0;
    }

  match = accord_import_people_find (self->work->people, entry->manager, &manager);
  if (match == ACCORD_IMPORT_MATCH_NEAR)
    {
      /* Where a comma says which name is the last one there is no doubt. */
      g_autofree char *theirs = accord_import_swap_comma (accord_member_get_name (manager));

      swapped = accord_import_swap_comma (entry->manager);
      if ((swapped != NULL && accord_name_equal (swapped, accord_member_get_name (manager)))
          || (theirs != NULL && accord_name_equal (theirs, entry->manager)))
        match = ACCORD_IMPORT_MATCH_ONE;
    }
  if (match == ACCORD_IMPORT_MATCH_ONE)
    {
      gint64 id = accord_record_get_id (ACCORD_RECORD (manager));

      if (id != accord_record_get_id (ACCORD_RECORD (entry->draft)))
        return id;
      add_note (&entry->note, g_strdup (_("Is named as their own manager: left out.")));
      return 0;
    }

  if (match == ACCORD_IMPORT_MATCH_NONE && self->work->options->create_members)
    {
      g_autoptr (AccordMember) made = accord_member_new ();

      accord_record_set_id (ACCORD_RECORD (made), accord_import_work_reserve (self->work));
      accord_member_set_name (made, entry->manager);
      accord_import_people_add (self->work->people, made);
      g_ptr_array_add (self->work->plan->puts, g_object_ref (made));
      add_note (&entry->note, g_strdup_printf (_("The manager “%s” is added as a member."), entry->manager));
      return accord_record_get_id (ACCORD_RECORD (made));
    }

  reason = accord_import_explain_match (match, entry->manager, manager);
  add_note (&entry->note, g_strdup_printf (_("The manager is left out: %s"), reason));
  g_hash_table_insert (self->unknown, g_strdup (entry->manager), g_strdup_printf (_("The manager is left out: %s"), reason));

  return 0;
}

/* Where a new member belongs from their first day on. */
static void
place_new (Members *self,
           Entry   *entry,
           gint64   territory,
           gint64   manager)
{
  g_autoptr (AccordMembership) membership = NULL;

  if (territory == 0 && manager == 0)
    return;

  membership = accord_membership_new ();
  accord_record_set_id (ACCORD_RECORD (membership), accord_import_work_reserve (self->work));
  accord_membership_set_member (membership, accord_record_get_id (ACCORD_RECORD (entry->draft)));
  accord_membership_set_territory (membership, territory);
  accord_membership_set_manager (membership, manager);
  accord_membership_set_starts (membership, accord_member_get_started (entry->draft));
  accord_membership_set_share (membership, ACCORD_RATE_ONE);
  g_ptr_array_add (self->work->plan->puts, g_object_ref (membership));
}

/* Moves a member from today on; whether that changes something. */
static gboolean
place_known (Members *self,
             Entry   *entry,
             gint64   territory,
             gint64   manager)
{
  AccordImportSnapshot *snapshot = self->work->snapshot;
  gint64 id = accord_record_get_id (ACCORD_RECORD (entry->draft));
  GListModel *memberships = G_LIST_MODEL (snapshot->memberships);
  AccordMembership *held = accord_membership_find (memberships, id, snapshot->today);
  g_autoptr (GPtrArray) moves = NULL;

  /* What the file does not say stays. */
  if (held != NULL && territory == 0)
    territory = accord_membership_get_territory (held);
  if (held != NULL && manager == 0)
    manager = accord_membership_get_manager (held);

  moves = accord_membership_move (memberships, id, territory, manager, snapshot->today);
  for (guint i = 0; i < moves->len; i++)
    {
      AccordRecord *move = g_ptr_array_index (moves, i);

      if (accord_record_get_id (move) == 0)
        accord_record_set_id (move, accord_import_work_reserve (self->work));
      g_ptr_array_add (self->work->plan->puts, g_object_ref (move));
    }

  return moves->len > 0;
}

static void
place_entry (Members *self,
             Entry   *entry)
{
  AccordImportWork *work = self->work;
  gint64 territory = *entry->territory != '\0' ? find_territory (self, entry->territory) : 0;
  gint64 manager = find_manager (self, entry);
  AccordImportAction action = ACCORD_IMPORT_ADD;

  if (entry->before == NULL)
    {
      place_new (self, entry, territory, manager);
    }
  else
    {
      gboolean moved = place_known (self, entry, territory, manager);

      action = moved || !accord_record_equal (entry->before, entry->draft) ? ACCORD_IMPORT_UPDATE : ACCORD_IMPORT_SKIP;
    }

  accord_import_work_add_line (work, entry->row, action, g_strdup (accord_member_get_name (entry->draft)),
                               action == ACCORD_IMPORT_SKIP ? g_strdup (_("Is there already, and the same.")) : NULL,
                               g_steal_pointer (&entry->note));
}

static void
read_territories (Members *self)
{
  GPtrArray *known = self->work->snapshot->territories;

  for (guint i = 0; i < known->len; i++)
    {
      AccordTerritory *territory = g_ptr_array_index (known, i);
      gint64 *id = g_new (gint64, 1);

      *id = accord_record_get_id (ACCORD_RECORD (territory));
      g_hash_table_insert (self->territories, accord_name_key (accord_territory_get_name (territory)), id);
      self->next_position = MAX (self->next_position, accord_territory_get_position (territory) + 1);
    }
}

gboolean
accord_import_plan_members (AccordImportWork *work,
                            GError          **error)
{
  g_auto (Members) self = {
    .work = work,
    .entries = g_ptr_array_new_with_free_func (entry_free),
    .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .lines = g_hash_table_new (NULL, NULL),
    .territories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };

  read_territories (&self);
  if (!accord_import_work_take_rows (work, ROWS_SHARE, plan_row, &self, error))
    return FALSE;

  /* Members before what refers to them: whoever reads the record of the import backwards meets them last. */
  for (guint i = 0; i < self.entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self.entries, i);

      if (entry->before == NULL || !accord_record_equal (entry->before, entry->draft))
        g_ptr_array_add (work->plan->puts, g_object_ref (entry->draft));
    }
  for (guint i = 0; i < self.entries->len; i++)
    {
      if (i % STEP_ROWS == 0
          && !accord_import_work_step (work, ROWS_SHARE + (1.0 - ROWS_SHARE) * i / self.entries->len, error))
        return FALSE;
      place_entry (&self, g_ptr_array_index (self.entries, i));
    }

  return TRUE;
}
