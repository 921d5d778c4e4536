/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-options-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

static void
write_pairs (JsonBuilder *builder,
             const char  *name,
             GPtrArray   *pairs)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < pairs->len; i++)
    {
      const AccordImportPair *pair = g_ptr_array_index (pairs, i);

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
      json_builder_add_string_value (builder, accord_import_state_get_word (
                                         (AccordOpportunityState) GPOINTER_TO_INT (g_hash_table_lookup (stages, l->data))));
    }
  json_builder_end_object (builder);
}

static void
write_persons (JsonBuilder *builder,
               GHashTable  *persons)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (persons), compare_texts);

  if (keys == NULL)
    return;

  json_builder_set_member_name (builder, "person");
  json_builder_begin_object (builder);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      json_builder_set_member_name (builder, l->data);
      json_builder_add_int_value (builder, *(gint64 *) g_hash_table_lookup (persons, l->data));
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
  write_persons (builder, self->persons);
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
        accord_import_pairs_add (pairs, field, text);
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

static void
read_persons (JsonObject          *object,
              AccordImportOptions *self)
{
  JsonNode *node = json_object_get_member (object, "person");
  JsonObject *persons = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (GList) names = persons != NULL ? json_object_get_members (persons) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *member = json_object_get_member (persons, l->data);

      if (JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_INT64
          && json_node_get_int (member) >= ACCORD_IMPORT_NOBODY)
        accord_import_options_set_person (self, l->data, json_node_get_int (member));
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
  read_persons (object, self);
  self->create_members = read_flag (object, "create-members");
  self->update = read_flag (object, "update");
  self->sum = read_flag (object, "sum");
  self->all_or_nothing = read_flag (object, "all-or-nothing");

  return self;
}
