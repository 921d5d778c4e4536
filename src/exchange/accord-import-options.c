/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-options-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-name.h"

static const AccordImportField member_fields[] = {
  { "id", N_("Number or login"), FALSE }, { "alias", N_("Other names"), FALSE },
  { "name", N_("Name"), TRUE },           { "email", N_("E-mail"), FALSE },
  { "role", N_("Role"), FALSE },          { "territory", N_("Territory"), FALSE },
  { "manager", N_("Manager"), FALSE },    { "started", N_("Started"), FALSE },
  { "left", N_("Left"), FALSE },
};

static const AccordImportField quota_fields[] = {
  { "member", N_("Member"), TRUE },
  { "period", N_("Period"), TRUE },
  { "amount", N_("Amount"), TRUE },
};

static const AccordImportField actual_fields[] = {
  { "member", N_("Member"), TRUE }, { "metric", N_("Metric"), TRUE }, { "period", N_("Period"), TRUE },
  { "value", N_("Value"), TRUE },   { "note", N_("Note"), FALSE },
};

static const AccordImportField opportunity_fields[] = {
  { "id", N_("Number in the CRM"), TRUE }, { "member", N_("Member"), TRUE },   { "account", N_("Account"), FALSE },
  { "product", N_("Product"), FALSE },     { "stage", N_("Stage"), TRUE },     { "created", N_("Created"), FALSE },
  { "closed", N_("Closed"), FALSE },       { "amount", N_("Amount"), FALSE },
};

static const char *const states[] = { "open", "won", "lost" };
static const char *const orders[] = { "auto", "YMD", "DMY", "MDY" };

static void
pair_free (gpointer data)
{
  AccordImportPair *pair = data;

  g_free (pair->field);
  g_free (pair->text);
  g_free (pair);
}

void
accord_import_pairs_add (GPtrArray  *pairs,
                         const char *field,
                         const char *text)
{
  AccordImportPair *pair = g_new (AccordImportPair, 1);

  pair->field = g_ascii_strdown (field, -1);
  pair->text = g_strdup (text);
  g_ptr_array_add (pairs, pair);
}

static void
drop_field (GPtrArray  *pairs,
            const char *field)
{
  for (guint i = pairs->len; i > 0; i--)
    {
      AccordImportPair *pair = g_ptr_array_index (pairs, i - 1);

      if (g_ascii_strcasecmp (pair->field, field) == 0)
        g_ptr_array_remove_index (pairs, i - 1);
    }
}

AccordImportOptions *
accord_import_options_new (void)
{
  AccordImportOptions *self = g_new0 (AccordImportOptions, 1);

  self->maps = g_ptr_array_new_with_free_func (pair_free);
  self->sets = g_ptr_array_new_with_free_func (pair_free);
  self->stages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

static void
copy_pairs (GPtrArray *from,
            GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      AccordImportPair *pair = g_ptr_array_index (from, i);

      accord_import_pairs_add (to, pair->field, pair->text);
    }
}

static void
copy_stages (GHashTable *from,
             GHashTable *to)
{
  gpointer key, state;
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &state))
    g_hash_table_insert (to, g_strdup (key), state);
}

static void
put_person (GHashTable *persons,
            char       *key,
            gint64      member)
{
  g_hash_table_insert (persons, key, g_memdup2 (&member, sizeof member));
}

static void
copy_persons (GHashTable *from,
              GHashTable *to)
{
  gpointer key, member;
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &member))
    put_person (to, g_strdup (key), *(gint64 *) member);
}

AccordImportOptions *
accord_import_options_copy (const AccordImportOptions *self)
{
  AccordImportOptions *copy = accord_import_options_new ();

  copy->encoding = g_strdup (self->encoding);
  copy->delimiter = g_strdup (self->delimiter);
  copy->decimal = self->decimal;
  copy->date_order = self->date_order;
  copy->create_members = self->create_members;
  copy->update = self->update;
  copy->sum = self->sum;
  copy->all_or_nothing = self->all_or_nothing;
  copy->observed = self->observed;
  copy_pairs (self->maps, copy->maps);
  copy_pairs (self->sets, copy->sets);
  copy_stages (self->stages, copy->stages);
  copy_persons (self->persons, copy->persons);

  return copy;
}

void
accord_import_options_free (AccordImportOptions *self)
{
  g_free (self->encoding);
  g_free (self->delimiter);
  g_ptr_array_unref (self->maps);
  g_ptr_array_unref (self->sets);
  g_hash_table_unref (self->stages);
  g_hash_table_unref (self->persons);
  g_free (self);
}

gboolean
accord_date_order_parse (const char      *text,
                         AccordDateOrder *order)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (g_ascii_strcasecmp (text, orders[i]) == 0)
        {
          *order = (AccordDateOrder) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
accord_date_order_get_nick (AccordDateOrder order)
{
  g_return_val_if_fail ((guint) order < G_N_ELEMENTS (orders), NULL);

  return orders[order];
}

void
accord_import_options_map (AccordImportOptions *self,
                           const char          *field,
                           const char          *header)
{
  g_return_if_fail (self != NULL && field != NULL && header != NULL);

  if (g_ascii_strcasecmp (field, "alias") != 0 || *header == '\0')
    drop_field (self->maps, field);
  accord_import_pairs_add (self->maps, field, header);
}

void
accord_import_options_set (AccordImportOptions *self,
                           const char          *field,
                           const char          *value)
{
  g_return_if_fail (self != NULL && field != NULL && value != NULL);

  drop_field (self->sets, field);
  accord_import_pairs_add (self->sets, field, value);
}

gboolean
accord_import_state_parse (const char             *text,
                           AccordOpportunityState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_ascii_strcasecmp (text, states[i]) == 0)
        {
          *state = (AccordOpportunityState) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
accord_import_state_get_word (AccordOpportunityState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);

  return states[state];
}

void
accord_import_options_set_stage (AccordImportOptions   *self,
                                 const char            *stage,
                                 AccordOpportunityState state)
{
  g_return_if_fail (self != NULL && stage != NULL);

  g_hash_table_insert (self->stages, accord_name_key (stage), GINT_TO_POINTER (state));
}

gboolean
accord_import_options_get_stage (const AccordImportOptions *self,
                                 const char                *stage,
                                 AccordOpportunityState    *state)
{
  g_autofree char *key = accord_name_key (stage);
  gpointer found;

  if (!g_hash_table_lookup_extended (self->stages, key, NULL, &found))
    return FALSE;
  *state = GPOINTER_TO_INT (found);

  return TRUE;
}

void
accord_import_options_set_person (AccordImportOptions *self,
                                  const char          *text,
                                  gint64               member)
{
  g_return_if_fail (self != NULL && text != NULL && member >= ACCORD_IMPORT_NOBODY);

  put_person (self->persons, accord_name_key (text), member);
}

gboolean
accord_import_options_get_person (const AccordImportOptions *self,
                                  const char                *text,
                                  gint64                    *member)
{
  g_autofree char *key = accord_name_key (text);
  const gint64 *found = g_hash_table_lookup (self->persons, key);

  if (found == NULL)
    return FALSE;
  *member = *found;

  return TRUE;
}

void
accord_import_options_take_answers (AccordImportOptions       *self,
                                    const AccordImportOptions *from)
{
  g_return_if_fail (self != NULL && from != NULL);

  copy_stages (from->stages, self->stages);
  copy_persons (from->persons, self->persons);
}

static void
get_pair (GPtrArray   *pairs,
          guint        i,
          const char **field,
          const char **text)
{
  const AccordImportPair *pair = g_ptr_array_index (pairs, i);

  *field = pair->field;
  *text = pair->text;
}

guint
accord_import_options_get_n_maps (const AccordImportOptions *self)
{
  return self->maps->len;
}

void
accord_import_options_get_map (const AccordImportOptions *self,
                               guint                      i,
                               const char               **field,
                               const char               **header)
{
  g_return_if_fail (i < self->maps->len);

  get_pair (self->maps, i, field, header);
}

guint
accord_import_options_get_n_sets (const AccordImportOptions *self)
{
  return self->sets->len;
}

void
accord_import_options_get_set (const AccordImportOptions *self,
                               guint                      i,
                               const char               **field,
                               const char               **value)
{
  g_return_if_fail (i < self->sets->len);

  get_pair (self->sets, i, field, value);
}

const AccordImportField *
accord_import_kind_get_fields (AccordImportKind kind,
                               guint           *n_fields)
{
  switch (kind)
    {
    case ACCORD_IMPORT_KIND_MEMBERS:
      *n_fields = G_N_ELEMENTS (member_fields);
      return member_fields;

    case ACCORD_IMPORT_KIND_QUOTAS:
      *n_fields = G_N_ELEMENTS (quota_fields);
      return quota_fields;

    case ACCORD_IMPORT_KIND_ACTUALS:
      *n_fields = G_N_ELEMENTS (actual_fields);
      return actual_fields;

    case ACCORD_IMPORT_KIND_OPPORTUNITIES:
      *n_fields = G_N_ELEMENTS (opportunity_fields);
      return opportunity_fields;

    default:
      g_return_val_if_reached (NULL);
    }
}
