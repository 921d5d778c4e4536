/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-bulk-rows.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* So many are in one row at most. */
#define MAX_ACTUALS 1000
#define MAX_DEALS 256
/* A row's text ends before it is too long (ACCORD_RECORD_TEXT_MAX). */
#define ENOUGH_TEXT (256 * 1024)

static guint64
digest_bytes (guint64       digest,
              gconstpointer bytes,
              gsize         length)
{
  /* FNV-1a: it tells an edit from none, and need not withstand anybody. */
  for (gsize i = 0; i < length; i++)
    digest = (digest ^ ((const guint8 *) bytes)[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return digest;
}

guint64
accord_import_deal_digest (const AccordOpportunity *opportunity)
{
  const char *texts[] = { opportunity->external, opportunity->account, opportunity->product, opportunity->stage };
  const gint64 numbers[] = { opportunity->member, opportunity->state, opportunity->created, opportunity->closed,
                             opportunity->amount };
  guint64 digest = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    digest = digest_bytes (digest, texts[i] != NULL ? texts[i] : "", texts[i] != NULL ? strlen (texts[i]) + 1 : 1);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint64 number = GINT64_TO_BE (numbers[i]);

      digest = digest_bytes (digest, &number, sizeof number);
    }

  return digest;
}

static void
append_text (GString    *json,
             const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text != NULL ? text : ""; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *c < ' ')
        g_string_append_printf (json, "\\u%04x", (guint) *c);
      else
        g_string_append_c (json, *c);
    }
  g_string_append_c (json, '"');
}

static void
append_number (GString *json,
               gint64   number)
{
  if (number == ACCORD_UNKNOWN)
    g_string_append (json, "null");
  else
    g_string_append_printf (json, "%" G_GINT64_FORMAT, number);
}

static void
append_separator (GString *json,
                  guint    i)
{
  if (i > 0)
    g_string_append_c (json, ',');
}

static AccordImportRow *
make_row (const char *table,
          gint64      record,
          GString    *before,
          GString    *after)
{
  AccordImportRow *row = accord_import_row_new ();

  accord_import_row_set_table_name (row, table);
  accord_import_row_set_record (row, record);
  accord_import_row_set_before (row, before->str);
  accord_import_row_set_after (row, after->str);

  return row;
}

AccordImportRow *
accord_import_row_of_actuals (const AccordImportActual *first,
                              guint                     n,
                              guint                    *taken)
{
  g_autoptr (GString) before = g_string_new ("[");
  g_autoptr (GString) after = g_string_new ("[");

  *taken = MIN (n, MAX_ACTUALS);
  for (guint i = 0; i < *taken; i++)
    {
      const AccordActual *actual = &first[i].actual;

      append_separator (before, i);
      append_separator (after, i);
      g_string_append_printf (before, "[%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%d,%d,", actual->member, actual->metric,
                              actual->starts, actual->grain);
      append_number (before, first[i].before);
      g_string_append_printf (before, ",%d]", first[i].source_before);
      append_number (after, actual->value);
    }
  g_string_append_c (before, ']');
  g_string_append_c (after, ']');

  return make_row (ACCORD_IMPORT_TABLE_ACTUAL, first->actual.member, before, after);
}

/* What was seen of it on the day already; NULL for nothing. */
static const AccordStageObservation *
find_seen (GPtrArray *seen,
           gint64     id)
{
  guint low = 0, high = seen != NULL ? seen->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const AccordStageObservation *observation = g_ptr_array_index (seen, middle);

      if (observation->opportunity == id)
        return observation;
      if (observation->opportunity < id)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static void
append_before (GString                      *json,
               const AccordOpportunity      *before,
               const AccordStageObservation *seen)
{
  const char *texts[] = { before->external, before->account, before->product, before->stage };
  const gint64 numbers[] = { before->member, before->state, before->created, before->closed };

  g_string_append (json, ",[");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      append_text (json, texts[i]);
      g_string_append_c (json, ',');
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      append_number (json, numbers[i]);
      g_string_append_c (json, ',');
    }
  append_number (json, before->amount);
  g_string_append (json, "],");
  if (seen == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '[');
  append_text (json, seen->stage);
  g_string_append_printf (json, ",%d]", seen->state);
}

AccordImportRow *
accord_import_row_of_deals (AccordImportPlan       *plan,
                            const AccordImportDeal *first,
                            guint                   n,
                            guint                  *taken)
{
  g_autofree char *day = accord_date_to_iso (plan->observed);
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new ("[");
  guint i;

  g_string_printf (before, "{\"observed\":\"%s\",\"rows\":[", day);
  for (i = 0; i < MIN (n, MAX_DEALS) && before->len < ENOUGH_TEXT; i++)
    {
      const AccordOpportunity *opportunity = &first[i].opportunity;

      append_separator (before, i);
      append_separator (after, i);
      g_string_append_printf (before, "[%" G_GINT64_FORMAT, opportunity->id);
      if (first[i].before != NULL)
        append_before (before, first[i].before, find_seen (plan->seen, opportunity->id));
      g_string_append_c (before, ']');
      g_string_append_printf (after, "\"%016" G_GINT64_MODIFIER "x\"", accord_import_deal_digest (opportunity));
    }
  g_string_append (before, "]}");
  g_string_append_c (after, ']');
  *taken = i;

  return make_row (ACCORD_IMPORT_TABLE_OPPORTUNITY, first->opportunity.id, before, after);
}
