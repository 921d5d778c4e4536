/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-refused.h"

#include <glib/gi18n.h>
#include <string.h>

/* Without it spreadsheets take the file for one in the encoding of the country. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static void
append_cell (GString    *text,
             const char *cell,
             char        delimiter)
{
  const char special[] = { delimiter, '"', '\r', '\n', '\0' };

  if (strpbrk (cell, special) == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}

static void
append_row (GString    *text,
            AccordCsv  *csv,
            guint       row,
            guint       n_cells,
            const char *last)
{
  for (guint i = 0; i < n_cells; i++)
    {
      append_cell (text, accord_csv_get_cell (csv, row, i), accord_csv_get_delimiter (csv));
      g_string_append_c (text, accord_csv_get_delimiter (csv));
    }
  append_cell (text, last, accord_csv_get_delimiter (csv));
  g_string_append (text, "\r\n");
}

GBytes *
accord_import_refused_to_csv (AccordImportPlan *plan,
                              AccordCsv        *csv)
{
  g_autoptr (GString) text = g_string_new (BYTE_ORDER_MARK);
  guint header = accord_import_plan_get_header_row (plan);
  guint n_cells = accord_csv_get_n_cells (csv, header);
  const char *title = _("Why it was refused");

  /* A file that was mended once has the column already. */
  if (n_cells > 1 && strcmp (accord_csv_get_cell (csv, header, n_cells - 1), title) == 0)
    n_cells--;

  append_row (text, csv, header, n_cells, title);
  for (guint i = 0; i < accord_import_plan_get_n_lines (plan); i++)
    {
      const AccordImportLine *line = accord_import_plan_get_line (plan, i);

      if (line->action == ACCORD_IMPORT_REFUSE)
        append_row (text, csv, line->row, n_cells, line->reason);
    }

  return g_string_free_to_bytes (g_steal_pointer (&text));
}
