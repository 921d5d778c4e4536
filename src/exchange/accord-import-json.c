/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-json.h"

#include <json-glib/json-glib.h>

char *
accord_import_record_to_json (gpointer record)
{
  g_autoptr (AccordRecord) defaults = g_object_new (G_OBJECT_TYPE (record), NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (record, &n_fields);

  json_builder_begin_object (builder);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *number = NULL;

      if (fields[i].kind == ACCORD_FIELD_TEXT)
        {
          const char *text = accord_record_read_text (record, &fields[i]);

          if (*text == '\0')
            continue;
          json_builder_set_member_name (builder, fields[i].name);
          json_builder_add_string_value (builder, text);
          continue;
        }
      if (accord_record_read_integer (record, &fields[i]) == accord_record_read_integer (defaults, &fields[i]))
        continue;
      /* In text: amounts have more digits than a number of JSON is sure to keep. */
      number = g_strdup_printf ("%" G_GINT64_FORMAT, accord_record_read_integer (record, &fields[i]));
      json_builder_set_member_name (builder, fields[i].name);
      json_builder_add_string_value (builder, number);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

gboolean
accord_import_record_from_json (gpointer    draft,
                                const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (AccordRecord) defaults = g_object_new (G_OBJECT_TYPE (draft), NULL);
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (draft, &n_fields);
  JsonObject *object;

  if (!json_parser_load_from_data (parser, json, -1, NULL) || json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;

  object = json_node_get_object (json_parser_get_root (parser));
  for (guint i = 0; i < n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, fields[i].name);
      const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (fields[i].kind == ACCORD_FIELD_TEXT)
        accord_record_write_text (draft, &fields[i], text);
      else
        accord_record_write_integer (draft, &fields[i],
                                     text != NULL ? g_ascii_strtoll (text, NULL, 10)
                                                  : accord_record_read_integer (defaults, &fields[i]));
    }

  return TRUE;
}

char *
accord_import_record_digest (gpointer record)
{
  guint8 digest[ACCORD_RECORD_DIGEST_LENGTH];
  GString *hex = g_string_new (NULL);

  accord_record_digest (record, digest);
  for (gsize i = 0; i < sizeof digest; i++)
    g_string_append_printf (hex, "%02x", digest[i]);

  return g_string_free (hex, FALSE);
}
