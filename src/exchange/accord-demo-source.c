/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-demo-private.h"

#include <stdlib.h>
#include <string.h>

#include "accord-rate.h"

int
accord_demo_year_index (AccordDemo *self,
                        int         year)
{
  return year - (self->year - ACCORD_DEMO_YEARS + 1);
}

AccordDate
accord_demo_working_day (AccordDate date)
{
  int weekday = accord_date_get_weekday (date);

  return weekday > 5 ? date - (weekday - 5) : date;
}

AccordDate
accord_demo_read_date (AccordDemo *self,
                       JsonNode   *node)
{
  const char *text;
  char *end = NULL;
  gint64 relative;
  int month;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return ACCORD_DATE_NONE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return accord_demo_working_day (self->today + (AccordDate) json_node_get_int (node));

  text = json_node_get_string (node);
  relative = g_ascii_strtoll (text, &end, 10);
  g_assert (*end == ':' && strlen (end) == 6);
  month = atoi (end + 1);

  return accord_date_new (self->year + (int) relative, month, atoi (end + 4));
}

gint64
accord_demo_find (AccordDemo *self,
                  const char *key)
{
  gint64 *id = g_hash_table_lookup (self->ids, key);

  if (id == NULL)
    g_error ("data/demo/demo.json: nothing has the ref “%s”", key);

  return *id;
}

/* What stands for {word} as seen from a day; NULL where the word means nothing. */
static char *
dup_replacement (const char *word,
                 AccordDate  when)
{
  const char *digits = strpbrk (word, "+-");
  gint64 offset = digits != NULL ? g_ascii_strtoll (digits, NULL, 10) : 0;
  gsize length = digits != NULL ? (gsize) (digits - word) : strlen (word);
  AccordQuarter quarter = accord_quarter_for_date (when, ACCORD_DEMO_FISCAL_START);

  if (strncmp (word, "day", length) == 0)
    return accord_date_to_iso (accord_demo_working_day (when + (AccordDate) offset));
  if (strncmp (word, "year", length) == 0)
    return g_strdup_printf ("%d", quarter.year + (int) offset);
  if (strncmp (word, "quarter", length) == 0)
    {
      for (; offset < 0; offset++)
        quarter = accord_quarter_previous (quarter);
      for (; offset > 0; offset--)
        quarter = accord_quarter_next (quarter);
      return g_strdup_printf ("Q%d %d", quarter.quarter, quarter.year);
    }

  return NULL;
}

static char *
dup_expanded (const char *text,
              AccordDate  when)
{
  GString *expanded = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = *text == '{' ? strchr (text, '}') : NULL;
      g_autofree char *word = end != NULL ? g_strndup (text + 1, end - text - 1) : NULL;
      g_autofree char *replacement = word != NULL ? dup_replacement (word, when) : NULL;

      if (replacement != NULL)
        {
          g_string_append (expanded, replacement);
          text = end + 1;
        }
      else
        {
          g_string_append_c (expanded, *text++);
        }
    }

  return g_string_free (expanded, FALSE);
}

/* A text, or an array of lines. */
static char *
dup_text (JsonNode  *node,
          AccordDate when)
{
  g_autoptr (GString) lines = NULL;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return dup_expanded (json_node_get_string (node), when);

  lines = g_string_new (NULL);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *line = dup_expanded (json_array_get_string_element (array, i), when);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_strdup (lines->str);
}

/* Whole numbers are money in major units; texts are rates. */
static gint64
read_amount (JsonNode *node)
{
  AccordRate rate = ACCORD_UNKNOWN;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return json_node_get_int (node) * ACCORD_DEMO_CENTS;
  if (!accord_rate_parse (json_node_get_string (node), &rate, NULL))
    g_error ("data/demo/demo.json: “%s” is no rate", json_node_get_string (node));

  return rate;
}

static gint64
read_integer (AccordDemo        *self,
              const AccordField *field,
              JsonNode          *node)
{
  int value = 0;

  switch (field->kind)
    {
    case ACCORD_FIELD_REFERENCE:
      return accord_demo_find (self, json_node_get_string (node));

    case ACCORD_FIELD_AMOUNT:
      return read_amount (node);

    case ACCORD_FIELD_DATE:
      return accord_demo_read_date (self, node);

    case ACCORD_FIELD_ENUM:
      if (!accord_enum_from_nick (field->enum_type (), json_node_get_string (node), &value))
        g_error ("data/demo/demo.json: “%s” is no %s", json_node_get_string (node), field->name);
      return value;

    case ACCORD_FIELD_BOOLEAN:
      return json_node_get_boolean (node);

    case ACCORD_FIELD_INTEGER:
      return json_node_get_int (node) + (g_str_equal (field->name, "year") ? self->year : 0);

    case ACCORD_FIELD_TEXT:
    default:
      g_return_val_if_reached (0);
    }
}

gpointer
accord_demo_put (AccordDemo   *self,
                 AccordChange *change,
                 GType         type,
                 JsonObject   *object,
                 AccordDate    when)
{
  g_autoptr (AccordRecord) record = g_object_new (type, NULL);
  gint64 id = accord_workspace_reserve_id (self->workspace, type);
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (record, &n_fields);

  accord_record_set_id (record, id);
  for (guint i = 0; i < n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, fields[i].name);

      if (node == NULL || JSON_NODE_HOLDS_NULL (node))
        continue;
      if (fields[i].kind == ACCORD_FIELD_TEXT)
        {
          g_autofree char *text = dup_text (node, when);

          accord_record_write_text (record, &fields[i], text);
        }
      else
        {
          accord_record_write_integer (record, &fields[i], read_integer (self, &fields[i], node));
        }
    }
  if (json_object_has_member (object, "ref"))
    g_hash_table_insert (self->ids, g_strdup (json_object_get_string_member (object, "ref")),
                         g_memdup2 (&id, sizeof id));
  accord_change_put (change, record);

  return record;
}
