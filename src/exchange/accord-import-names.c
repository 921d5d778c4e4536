/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-names.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-name.h"

typedef struct
{
  AccordMember *member; /* borrowed; NULL … */
  char *reason;         /* … with the reason */
  gboolean known;       /* by that name */
  gboolean said;        /* by the options, of this one */
  gint64 near;
  guint n;
} Found;

struct _AccordImportNames
{
  AccordImportWork *work;
  GHashTable *cells;   /* what a cell says, as it stands, to Found … */
  GPtrArray *order;    /* … and what they say in the order of the file, borrowed */
  GHashTable *created; /* key of a name to a member in the making, … */
  GPtrArray *made;     /* … and those in the order in which the file names them */
};

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->reason);
  g_free (found);
}

AccordImportNames *
accord_import_names_new (AccordImportWork *work)
{
  AccordImportNames *self = g_new0 (AccordImportNames, 1);

  self->work = work;
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, found_free);
  self->order = g_ptr_array_new ();
  self->created = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->made = g_ptr_array_new ();

  return self;
}

void
accord_import_names_free (AccordImportNames *self)
{
  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->created);
  g_ptr_array_unref (self->made);
  g_free (self);
}

static AccordMember *
make_member (AccordImportNames *self,
             const char        *text,
             const char        *key)
{
  AccordMember *member = g_hash_table_lookup (self->created, key);

  if (member != NULL)
    return member;

  member = accord_member_new ();
  accord_record_set_id (ACCORD_RECORD (member), accord_import_work_reserve (self->work));
  accord_member_set_name (member, text);
  if (strchr (text, '@') != NULL && strchr (text, ' ') == NULL)
    accord_member_set_email (member, text);
  g_hash_table_insert (self->created, g_strdup (key), member);
  g_ptr_array_add (self->made, member);

  return member;
}

static AccordMember *
find_member (AccordImportNames *self,
             gint64             id)
{
  GPtrArray *members = self->work->snapshot->members;

  for (guint i = 0; i < members->len; i++)
    {
      AccordMember *member = g_ptr_array_index (members, i);

      if (accord_record_get_id (ACCORD_RECORD (member)) == id && !accord_member_get_erased (member))
        return member;
    }

  return NULL;
}

/* Whom the options say that somebody is whom nobody knows; else what the file says alone decides. */
static void
settle_unknown (AccordImportNames *self,
                Found             *found,
                AccordImportMatch  match,
                const char        *text,
                const char        *key)
{
  gint64 id = 0;

  found->said = accord_import_options_get_person (self->work->options, text, &id)
                && (id <= 0 || find_member (self, id) != NULL);
  if (found->said && id > 0)
    found->member = find_member (self, id);
  else if (found->said ? id == 0 : match == ACCORD_IMPORT_MATCH_NONE && self->work->options->create_members)
    found->member = make_member (self, text, key);
}

static Found *
look_up (AccordImportNames *self,
         const char        *text)
{
  Found *found = g_new0 (Found, 1);
  g_autofree char *key = accord_name_key (text);
  AccordMember *member = NULL;
  AccordImportMatch match;

  if (*text == '\0')
    {
      found->known = TRUE;
      found->reason = g_strdup (_("No member is named."));
      return found;
    }
  match = accord_import_people_find (self->work->people, text, &member);
  found->known = match == ACCORD_IMPORT_MATCH_ONE;
  if (match == ACCORD_IMPORT_MATCH_NEAR)
    found->near = accord_record_get_id (ACCORD_RECORD (member));
  if (found->known)
    found->member = member;
  else
    settle_unknown (self, found, match, text, key);
  if (found->member == NULL)
    found->reason = accord_import_explain_match (match, text, member);

  return found;
}

AccordMember *
accord_import_names_find (AccordImportNames *self,
                          const char        *text,
                          const char       **reason)
{
  Found *found = g_hash_table_lookup (self->cells, text);

  if (found == NULL)
    {
      char *cell = g_strdup (text);

      found = look_up (self, text);
      g_hash_table_insert (self->cells, cell, found);
      g_ptr_array_add (self->order, cell);
    }
  found->n++;
  *reason = found->reason;

  return found->member;
}

void
accord_import_names_put (AccordImportNames *self,
                         GHashTable        *needed)
{
  for (guint i = 0; i < self->made->len; i++)
    {
      AccordMember *member = g_ptr_array_index (self->made, i);
      gint64 id = accord_record_get_id (ACCORD_RECORD (member));

      if (g_hash_table_contains (needed, &id))
        g_ptr_array_add (self->work->plan->puts, g_object_ref (member));
    }
}

void
accord_import_names_tell (AccordImportNames *self)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      const char *text = g_ptr_array_index (self->order, i);
      const Found *found = g_hash_table_lookup (self->cells, text);
      AccordImportPerson person = { .n = found->n, .said = found->said, .near = found->near };

      if (found->known)
        continue;
      person.text = accord_import_work_keep (self->work, text);
      if (found->member != NULL)
        person.member = accord_record_get_id (ACCORD_RECORD (found->member));
      person.use = person.member >= ACCORD_IMPORT_NEW ? ACCORD_IMPORT_PERSON_NEW
                   : person.member > 0                ? ACCORD_IMPORT_PERSON_MEMBER
                                                      : ACCORD_IMPORT_PERSON_REFUSED;
      if (person.use == ACCORD_IMPORT_PERSON_NEW)
        person.member = 0;
      g_array_append_val (self->work->plan->persons, person);
    }
}
