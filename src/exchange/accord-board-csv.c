/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-copy.h"

#include "accord-enums.h"
#include "accord-export-private.h"
#include "accord-paper-file.h"

#include <string.h>

static const char *const columns[] = {
  "year",    "scope",  "quadrant",   "position", "title", "detail",       "evidence", "evidence_source",
  "control", "impact", "likelihood", "priority", "votes", "merged_under", "status",   "outcome",
  "asks",    "actions", "actions_done",
  NULL,
};

/* unknown: nothing at all. */
static void
add_count (AccordExportTable *table,
           gint64             count,
           gboolean           unknown)
{
  g_autofree char *text = unknown ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, count);

  accord_export_table_add_number (table, text);
}

static void
add_said (AccordExportTable *table,
          AccordCard        *card)
{
  const gint64 impact = accord_card_get_impact (card);
  const gint64 likelihood = accord_card_get_likelihood (card);
  const guint priority = accord_card_get_priority (card);

  accord_export_table_add_text (table, accord_card_get_title (card));
  accord_export_table_add_text (table, accord_card_get_detail (card));
  accord_export_table_add_text (table, accord_card_get_evidence (card));
  accord_export_table_add_text (table, accord_card_get_evidence_source (card));
  accord_export_table_add_text (table, accord_enum_to_nick (ACCORD_TYPE_CONTROL, accord_card_get_control (card)));
  add_count (table, impact, impact == 0);
  add_count (table, likelihood, likelihood == 0);
  add_count (table, priority, priority == 0);
}

static void
add_place (const AccordBoardCopy     *self,
           AccordExportTable         *table,
           const AccordBoardCopyCard *entry,
           gboolean                   on_board)
{
  add_count (table, self->scope.year, FALSE);
  accord_export_table_add_text (table, self->scope.territory != 0 ? self->scope_name : "team");
  accord_export_table_add_text (table, accord_enum_to_nick (ACCORD_TYPE_QUADRANT,
                                                            accord_card_get_quadrant (entry->card)));
  add_count (table, entry->place, !on_board);
}

/* "Product: agreed; Finance: draft" */
static char *
dup_asks (const AccordBoardCopyCard *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entry->asks->len; i++)
    {
      AccordAsk *ask = g_ptr_array_index (entry->asks, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", accord_ask_get_department (ask),
                              accord_enum_to_nick (ACCORD_TYPE_ASK_STATUS, (int) accord_ask_get_status (ask)));
    }

  return g_strdup (text->str);
}

static void
add_entry (const AccordBoardCopy     *self,
           AccordExportTable         *table,
           const AccordBoardCopyCard *entry)
{
  g_autofree char *asks = dup_asks (entry);

  add_place (self, table, entry, TRUE);
  add_said (table, entry->card);
  add_count (table, entry->votes, !self->has_votes);
  accord_export_table_add_text (table, NULL);
  accord_export_table_add_text (table, entry->resolved ? "resolved" : "open");
  accord_export_table_add_text (table, entry->resolved ? accord_card_get_outcome (entry->card) : "");
  accord_export_table_add_text (table, asks);
  add_count (table, entry->n_actions, FALSE);
  add_count (table, entry->n_done, FALSE);
}

/* Its votes, asks and actions are counted at the card that it lies under. */
static void
add_merged (const AccordBoardCopy     *self,
            AccordExportTable         *table,
            const AccordBoardCopyCard *entry,
            AccordCard                *card)
{
  add_place (self, table, entry, FALSE);
  add_said (table, card);
  add_count (table, 0, TRUE);
  accord_export_table_add_text (table, accord_card_get_title (entry->card));
  accord_export_table_add_text (table, "merged");
  accord_export_table_add_text (table, NULL);
  accord_export_table_add_text (table, NULL);
  add_count (table, 0, TRUE);
  add_count (table, 0, TRUE);
}

gboolean
accord_board_copy_write_csv (const AccordBoardCopy *self,
                             const char            *path,
                             gboolean               overwrite,
                             GError               **error)
{
  g_autoptr (AccordExportTable) table = accord_export_table_new ("swot", columns);
  g_autoptr (GBytes) bytes = NULL;
  char *csv;

  for (guint i = 0; i < ACCORD_BOARD_N_QUADRANTS; i++)
    {
      for (guint j = 0; j < self->quadrants[i]->len; j++)
        {
          const AccordBoardCopyCard *entry = g_ptr_array_index (self->quadrants[i], j);

          add_entry (self, table, entry);
          for (guint k = 0; k < entry->merged->len; k++)
            add_merged (self, table, entry, g_ptr_array_index (entry->merged, k));
        }
    }
  csv = accord_export_table_end_csv (table);
  bytes = g_bytes_new_take (csv, strlen (csv));

  return accord_paper_write_bytes (bytes, path, overwrite, error);
}
