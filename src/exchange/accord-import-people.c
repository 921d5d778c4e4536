/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-people.h"

#include "accord-import-words.h"
#include "accord-name.h"

#include <string.h>

typedef struct
{
  AccordMember *member;
  char *folded;
  char *words;
} Person;

struct _AccordImportPeople
{
  GPtrArray *people;
  /* Key to a GPtrArray of borrowed members. */
  GHashTable *numbers;
  GHashTable *emails;
  GHashTable *names;
};

static void
person_free (gpointer data)
{
  Person *person = data;

  g_object_unref (person->member);
  g_free (person->folded);
  g_free (person->words);
  g_free (person);
}

AccordImportPeople *
accord_import_people_new (void)
{
  AccordImportPeople *self = g_new0 (AccordImportPeople, 1);

  self->people = g_ptr_array_new_with_free_func (person_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
accord_import_people_free (AccordImportPeople *self)
{
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->emails);
  g_hash_table_unref (self->names);
  g_free (self);
}

static char *
make_key (const char *text)
{
  g_autofree char *tidy = accord_import_tidy (text);

  return accord_name_key (tidy);
}

static void
add_key (GHashTable   *table,
         const char   *text,
         AccordMember *member)
{
  g_autofree char *key = make_key (text);
  GPtrArray *members;

  if (*key == '\0')
    return;

  members = g_hash_table_lookup (table, key);
  if (members == NULL)
    {
      members = g_ptr_array_new ();
      g_hash_table_insert (table, g_steal_pointer (&key), members);
    }
  if (!g_ptr_array_find (members, member, NULL))
    g_ptr_array_add (members, member);
}

void
accord_import_people_add (AccordImportPeople *self,
                          AccordMember       *member)
{
  g_auto (GStrv) aliases = g_strsplit (accord_member_get_aliases (member), "\n", -1);
  Person *person;

  if (accord_member_get_erased (member))
    return;

  person = g_new0 (Person, 1);
  person->member = g_object_ref (member);
  person->folded = accord_import_fold (accord_member_get_name (member));
  person->words = accord_import_words_key (accord_member_get_name (member));
  g_ptr_array_add (self->people, person);

  add_key (self->numbers, accord_member_get_external (member), member);
  add_key (self->emails, accord_member_get_email (member), member);
  add_key (self->names, accord_member_get_name (member), member);
  for (char **alias = aliases; *alias != NULL; alias++)
    add_key (self->names, *alias, member);
}

/* Counts who is found in one more table. */
static AccordImportMatch
look_up (GHashTable       *table,
         const char       *key,
         AccordImportMatch match,
         AccordMember    **found)
{
  GPtrArray *members = g_hash_table_lookup (table, key);

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      AccordMember *member = g_ptr_array_index (members, i);

      if (match == ACCORD_IMPORT_MATCH_NONE)
        {
          *found = member;
          match = ACCORD_IMPORT_MATCH_ONE;
        }
      else if (*found != member)
        {
          *found = NULL;
          match = ACCORD_IMPORT_MATCH_SEVERAL;
        }
    }

  return match;
}

static AccordImportMatch
find_in (GHashTable    *table,
         const char    *text,
         AccordMember **found)
{
  g_autofree char *key = make_key (text);

  *found = NULL;

  return look_up (table, key, ACCORD_IMPORT_MATCH_NONE, found);
}

AccordImportMatch
accord_import_people_find_number (AccordImportPeople *self,
                                  const char         *text,
                                  AccordMember      **found)
{
  return find_in (self->numbers, text, found);
}

AccordImportMatch
accord_import_people_find_email (AccordImportPeople *self,
                                 const char         *text,
                                 AccordMember      **found)
{
  return find_in (self->emails, text, found);
}

AccordImportMatch
accord_import_people_find_name (AccordImportPeople *self,
                                const char         *text,
                                AccordMember      **found)
{
  return find_in (self->names, text, found);
}

AccordMember *
accord_import_people_find_near (AccordImportPeople *self,
                                const char         *text,
                                gboolean            strict)
{
  g_autofree char *tidy = accord_import_tidy (text);
  g_autofree char *folded = accord_import_fold (tidy);
  g_autofree char *words = accord_import_words_key (tidy);
  AccordMember *slip = NULL;

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = g_ptr_array_index (self->people, i);

      if (*words != '\0' && g_str_equal (person->words, words))
        return person->member;
      if (!strict && slip == NULL
          && (accord_import_is_slip (person->folded, folded) || accord_import_is_slip (person->words, words)))
        slip = person->member;
    }

  return slip;
}

AccordImportMatch
accord_import_people_find (AccordImportPeople *self,
                           const char         *text,
                           AccordMember      **found)
{
  g_autofree char *key = make_key (text);
  AccordImportMatch match = ACCORD_IMPORT_MATCH_NONE;

  *found = NULL;
  match = look_up (self->names, key, match, found);
  match = match != ACCORD_IMPORT_MATCH_SEVERAL ? look_up (self->emails, key, match, found) : match;
  match = match != ACCORD_IMPORT_MATCH_SEVERAL ? look_up (self->numbers, key, match, found) : match;
  if (match != ACCORD_IMPORT_MATCH_NONE)
    return match;

  *found = accord_import_people_find_near (self, text, FALSE);

  return *found != NULL ? ACCORD_IMPORT_MATCH_NEAR : ACCORD_IMPORT_MATCH_NONE;
}
