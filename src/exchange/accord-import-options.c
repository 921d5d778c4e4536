/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-options.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "accord-name.h"

typedef struct
{
  char *field;
  char *text;
} Pair;

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
  Pair *pair = data;

  g_free (pair->field);
  g_free (pair->text);
  g_free (pair);
}

static void
add_pair (GPtrArray  *pairs,
          const char *field,
          const char *text)
{
  Pair *pair = g_new (Pair, 1);

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
      Pair *pair = g_ptr_array_index (pairs, i - 1);

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

  return self;
}

static void
copy_pairs (GPtrArray *from,
            GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      Pair *pair = g_ptr_array_index (from, i);

      add_pair (to, pair->field, pair->text);
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
  copy_pairs (self->maps, copy->maps);
  copy_pairs (self->sets, copy->sets);
  copy_stages (self->stages, copy->stages);

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
  add_pair (self->maps, field, header);
}

void
accord_import_options_set (AccordImportOptions *self,
                           const char          *field,
                           const char          *value)
{
  g_return_if_fail (self != NULL && field != NULL && value != NULL);

  drop_field (self->sets, field);
  add_pair (self->sets, field, value);
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

static void
get_pair (GPtrArray   *pairs,
          guint        i,
          const char **field,
          const char **text)
{
  const Pair *pair = g_ptr_array_index (pairs, i);

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

static void
write_pairs (JsonBuilder *builder,
             const char  *name,
             GPtrArray   *pairs)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = g_ptr_array_index (pairs, i);

      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, pair->field);
      json_builder_add_string_value (builder, pair->text);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

static void
write_stages (JsonBuilder *builder,
              GHashTable  *stages)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (stages), compare_texts);

  if (keys == NULL)
    return;

  json_builder_set_member_name (builder, "stage");
  json_builder_begin_object (builder);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      json_builder_set_member_name (builder, l->data);
      json_builder_add_string_value (builder, states[GPOINTER_TO_INT (g_hash_table_lookup (stages, l->data))]);
    }
  json_builder_end_object (builder);
}

static void
write_flag (JsonBuilder *builder,
            const char  *name,
            gboolean     value)
{
  if (!value)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, TRUE);
}

static void
write_text (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

char *
accord_import_options_to_json (const AccordImportOptions *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  const char decimal[] = { self->decimal, '\0' };

  json_builder_begin_object (builder);
  write_text (builder, "encoding", self->encoding);
  write_text (builder, "delimiter", self->delimiter);
  write_text (builder, "decimal", self->decimal != '\0' ? decimal : NULL);
  write_text (builder, "dates",
              self->date_order != ACCORD_DATE_ORDER_AUTO ? accord_date_order_get_nick (self->date_order) : NULL);
  write_pairs (builder, "map", self->maps);
  write_pairs (builder, "set", self->sets);
  write_stages (builder, self->stages);
  write_flag (builder, "create-members", self->create_members);
  write_flag (builder, "update", self->update);
  write_flag (builder, "sum", self->sum);
  write_flag (builder, "all-or-nothing", self->all_or_nothing);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* A member that is a text; NULL where it is not there or something else. */
static const char *
read_text (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static gboolean
read_flag (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
}

static const char *
read_element (JsonArray *array,
              guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static void
read_pairs (JsonObject *object,
            const char *name,
            GPtrArray  *pairs)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (element) ? json_node_get_array (element) : NULL;
      const char *field = pair != NULL && json_array_get_length (pair) == 2 ? read_element (pair, 0) : NULL;
      const char *text = field != NULL ? read_element (pair, 1) : NULL;

      if (text != NULL)
        add_pair (pairs, field, text);
    }
}

static void
read_stages (JsonObject          *object,
             AccordImportOptions *self)
{
  JsonNode *node = json_object_get_member (object, "stage");
  JsonObject *stages = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (GList) names = stages != NULL ? json_object_get_members (stages) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *word = read_text (stages, l->data);
      AccordOpportunityState state;

      if (word != NULL && accord_import_state_parse (word, &state))
        accord_import_options_set_stage (self, l->data, state);
    }
}

AccordImportOptions *
accord_import_options_from_json (const char *json,
                                 GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  AccordImportOptions *self;
  JsonObject *object;
  const char *text;

  if (!json_parser_load_from_data (parser, json, -1, NULL) || json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_OPTIONS,
                           _("The mapping cannot be read. Map the columns again and save it anew."));
      return NULL;
    }

  object = json_node_get_object (json_parser_get_root (parser));
  self = accord_import_options_new ();
  self->encoding = g_strdup (read_text (object, "encoding"));
  self->delimiter = g_strdup (read_text (object, "delimiter"));
  text = read_text (object, "decimal");
  self->decimal = text != NULL && (*text == ',' || *text == '.') ? *text : '\0';
  text = read_text (object, "dates");
  if (text != NULL)
    accord_date_order_parse (text, &self->date_order);
  read_pairs (object, "map", self->maps);
  read_pairs (object, "set", self->sets);
  read_stages (object, self);
  self->create_members = read_flag (object, "create-members");
  self->update = read_flag (object, "update");
  self->sum = read_flag (object, "sum");
  self->all_or_nothing = read_flag (object, "all-or-nothing");

  return self;
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
