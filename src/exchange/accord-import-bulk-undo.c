/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-bulk-rows.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define ACTUAL_PARTS 6
#define DEAL_PARTS 9

AccordImportBulkUndo *
accord_import_bulk_undo_new (void)
{
  AccordImportBulkUndo *self = g_new0 (AccordImportBulkUndo, 1);

  self->bulk = accord_bulk_new ();
  self->removed_actuals = g_array_new (FALSE, FALSE, sizeof (AccordActual));
  self->removed_opportunities = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
accord_import_bulk_undo_free (AccordImportBulkUndo *self)
{
  accord_bulk_unref (self->bulk);
  g_array_unref (self->removed_actuals);
  g_array_unref (self->removed_opportunities);
  g_clear_pointer (&self->opportunities, g_hash_table_unref);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_free (self);
}

gboolean
accord_import_row_is_bulk (AccordImportRow *row)
{
  const char *table = accord_import_row_get_table_name (row);

  return g_str_equal (table, ACCORD_IMPORT_TABLE_ACTUAL) || g_str_equal (table, ACCORD_IMPORT_TABLE_OPPORTUNITY);
}

static JsonArray *
get_array (JsonNode *node,
           guint     length)
{
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && (length == 0 || json_array_get_length (array) == length) ? array : NULL;
}

static gboolean
read_number (JsonArray *array,
             guint      i,
             gint64    *number)
{
  JsonNode *node = json_array_get_element (array, i);

  *number = ACCORD_UNKNOWN;
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *number = json_node_get_int (node);

  return TRUE;
}

static const char *
read_text (JsonArray *array,
           guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                                         : NULL;
}

static gboolean
parse_actual (JsonNode     *node,
              AccordActual *actual)
{
  JsonArray *parts = get_array (node, ACTUAL_PARTS);
  gint64 numbers[ACTUAL_PARTS];

  for (guint i = 0; parts != NULL && i < ACTUAL_PARTS; i++)
    {
      if (!read_number (parts, i, &numbers[i]))
        return FALSE;
    }
  if (parts == NULL || numbers[2] < 1 || numbers[2] > G_MAXINT32)
    return FALSE;
  *actual = (AccordActual) { numbers[0], numbers[1], (AccordDate) numbers[2], (AccordGrain) numbers[3], numbers[4],
                             (AccordSource) numbers[5] };

  return TRUE;
}

static int
compare_actuals (const void *a,
                 const void *b)
{
  const AccordActual *left = a;
  const AccordActual *right = b;

  if (left->metric != right->metric)
    return left->metric < right->metric ? -1 : 1;
  if (left->starts != right->starts)
    return left->starts < right->starts ? -1 : 1;

  return (int) left->grain - (int) right->grain;
}

static void
add_actual (AccordImportBulkUndo *self,
            const AccordActual   *actual,
            gint64                after,
            GArray               *stored)
{
  const AccordActual *now = stored->len > 0 ? bsearch (actual, stored->data, stored->len, sizeof *actual, compare_actuals)
                                            : NULL;

  /* Gone already: there is nothing to take back. */
  if (now == NULL)
    return;
  if (now->value != after)
    {
      self->n_changed++;
      return;
    }

  accord_bulk_put_actual (self->bulk, actual);
  if (actual->value == ACCORD_UNKNOWN)
    {
      g_array_append_val (self->removed_actuals, *actual);
      self->n_removed++;
    }
  else
    {
      self->n_restored++;
    }
}

static gboolean
add_actuals (AccordImportBulkUndo *self,
             AccordWorkspace      *workspace,
             JsonArray            *before,
             JsonArray            *after,
             GError              **error)
{
  guint n = json_array_get_length (before);
  g_autofree AccordActual *actuals = g_new0 (AccordActual, MAX (n, 1));
  g_autoptr (GArray) stored = NULL;
  AccordDate first = G_MAXINT32, last = 1;
  gint64 member = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!parse_actual (json_array_get_element (before, i), &actuals[i]))
        continue;
      first = MIN (first, actuals[i].starts);
      last = MAX (last, actuals[i].starts);
    }
  for (guint i = 0; i < n; i++)
    {
      gint64 value;

      if (actuals[i].member <= 0 || !read_number (after, i, &value))
        {
          self->n_unreadable++;
          continue;
        }
      /* They come by member: one reading for each. */
      if (actuals[i].member != member)
        {
          member = actuals[i].member;
          g_clear_pointer (&stored, g_array_unref);
          stored = accord_actuals_read (workspace, member, 0, first, last, error);
          if (stored == NULL)
            return FALSE;
        }
      add_actual (self, &actuals[i], value, stored);
    }

  return TRUE;
}

static gboolean
parse_deal (JsonArray         *parts,
            gint64             id,
            AccordOpportunity *opportunity)
{
  gint64 numbers[5];

  *opportunity = (AccordOpportunity) {
    .id = id,
    .external = (char *) read_text (parts, 0),
    .account = (char *) read_text (parts, 1),
    .product = (char *) read_text (parts, 2),
    .stage = (char *) read_text (parts, 3),
  };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (!read_number (parts, 4 + i, &numbers[i]))
        return FALSE;
    }
  opportunity->member = numbers[0];
  opportunity->state = (AccordOpportunityState) numbers[1];
  opportunity->created = (AccordDate) numbers[2];
  opportunity->closed = (AccordDate) numbers[3];
  opportunity->amount = numbers[4];

  return opportunity->external != NULL && opportunity->account != NULL && opportunity->product != NULL
         && opportunity->stage != NULL && numbers[1] >= ACCORD_OPPORTUNITY_OPEN && numbers[1] <= ACCORD_OPPORTUNITY_LOST;
}

/* Takes back what the import noted on its day. */
static void
restore_seen (AccordImportBulkUndo *self,
              gint64                id,
              AccordDate            observed,
              JsonNode             *node)
{
  JsonArray *seen = get_array (node, 2);
  AccordStageObservation observation = { .opportunity = id, .observed = observed };
  gint64 state = ACCORD_OPPORTUNITY_OPEN;

  if (seen != NULL && read_number (seen, 1, &state) && state >= ACCORD_OPPORTUNITY_OPEN && state <= ACCORD_OPPORTUNITY_LOST)
    {
      observation.stage = (char *) read_text (seen, 0);
      observation.state = (AccordOpportunityState) state;
    }
  accord_bulk_put_observation (self->bulk, &observation);
}

static void
add_deal (AccordImportBulkUndo *self,
          JsonArray            *parts,
          const char           *digest,
          AccordDate            observed)
{
  const AccordOpportunity *stored;
  g_autofree char *now = NULL;
  AccordOpportunity before;
  gint64 id = 0;

  if (parts == NULL || digest == NULL || json_array_get_length (parts) == 0 || !read_number (parts, 0, &id))
    {
      self->n_unreadable++;
      return;
    }
  stored = g_hash_table_lookup (self->opportunities, &id);
  if (stored == NULL)
    return;
  now = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", accord_import_deal_digest (stored));
  if (!g_str_equal (now, digest))
    {
      self->n_changed++;
      return;
    }

  if (json_array_get_length (parts) == 1)
    {
      accord_bulk_remove_opportunity (self->bulk, id);
      g_array_append_val (self->removed_opportunities, id);
      self->n_removed++;
      return;
    }
  if (json_array_get_length (parts) != 3 || get_array (json_array_get_element (parts, 1), DEAL_PARTS) == NULL
      || !parse_deal (json_array_get_array_element (parts, 1), id, &before))
    {
      self->n_unreadable++;
      return;
    }
  accord_bulk_put_opportunity (self->bulk, &before);
  restore_seen (self, id, observed, json_array_get_element (parts, 2));
  self->n_restored++;
}

static gboolean
load_stored (AccordImportBulkUndo *self,
             AccordWorkspace      *workspace,
             GError              **error)
{
  if (self->stored != NULL)
    return TRUE;

  self->stored = accord_opportunities_read (workspace, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE, error);
  if (self->stored == NULL)
    return FALSE;
  self->opportunities = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->stored->len; i++)
    {
      AccordOpportunity *opportunity = g_ptr_array_index (self->stored, i);

      g_hash_table_insert (self->opportunities, &opportunity->id, opportunity);
    }

  return TRUE;
}

static gboolean
add_deals (AccordImportBulkUndo *self,
           AccordWorkspace      *workspace,
           JsonObject           *before,
           JsonArray            *after,
           GError              **error)
{
  JsonNode *day = json_object_get_member (before, "observed");
  JsonArray *rows = get_array (json_object_get_member (before, "rows"), 0);
  AccordDate observed;

  if (day == NULL || !JSON_NODE_HOLDS_VALUE (day) || json_node_get_string (day) == NULL || rows == NULL
      || !accord_date_parse (json_node_get_string (day), &observed)
      || json_array_get_length (rows) != json_array_get_length (after))
    {
      self->n_unreadable += json_array_get_length (after);
      return TRUE;
    }
  if (!load_stored (self, workspace, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    add_deal (self, get_array (json_array_get_element (rows, i), 0), read_text (after, i), observed);

  return TRUE;
}

gboolean
accord_import_bulk_undo_add (AccordImportBulkUndo *self,
                             AccordWorkspace      *workspace,
                             AccordImportRow      *row,
                             GError              **error)
{
  JsonParser *before_parser = json_parser_new (); /* the bulk holds it: texts lie in it */
  g_autoptr (JsonParser) after_parser = json_parser_new ();
  JsonNode *before, *after;

  accord_bulk_hold (self->bulk, before_parser, g_object_unref);
  before = json_parser_load_from_data (before_parser, accord_import_row_get_before (row), -1, NULL)
             ? json_parser_get_root (before_parser)
             : NULL;
  after = json_parser_load_from_data (after_parser, accord_import_row_get_after (row), -1, NULL)
            ? json_parser_get_root (after_parser)
            : NULL;
  if (before == NULL || get_array (after, 0) == NULL)
    {
      self->n_unreadable++;
      return TRUE;
    }

  if (JSON_NODE_HOLDS_OBJECT (before))
    return add_deals (self, workspace, json_node_get_object (before), json_node_get_array (after), error);
  if (get_array (before, json_array_get_length (json_node_get_array (after))) != NULL)
    return add_actuals (self, workspace, json_node_get_array (before), json_node_get_array (after), error);
  self->n_unreadable++;

  return TRUE;
}
