/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-account-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-csv.h"
#include "accord-import-headers.h"
#include "accord-import-words.h"
#include "accord-name.h"

/* What surely is called so; numbers and domains that may stand for an account are no names. */
#define NAME_RANK 1

static gboolean
is_header (const char *cell)
{
  g_autofree char *key = accord_import_header_key (cell);
  int rank = 0;
  const char *field = accord_import_header_find (ACCORD_IMPORT_KIND_OPPORTUNITIES, cell, &rank);

  return (g_strcmp0 (field, "account") == 0 && rank <= NAME_RANK) || strcmp (key, "name") == 0;
}

/* FALSE where no cell of the row is called so: it is not a header then. */
static gboolean
find_column (AccordCsv *csv,
             guint      row,
             guint     *column)
{
  for (guint i = 0; i < accord_csv_get_n_cells (csv, row); i++)
    {
      if (is_header (accord_csv_get_cell (csv, row, i)))
        {
          *column = i;
          return TRUE;
        }
    }

  return FALSE;
}

GPtrArray *
accord_account_list_load (const char *path,
                          GError    **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = NULL;
  g_autoptr (AccordCsv) csv = NULL;
  guint column = 0, row = 0;

  g_return_val_if_fail (path != NULL, NULL);

  folded = g_ascii_strdown (path, -1);
  csv = accord_csv_load (path, NULL, g_str_has_suffix (folded, ".txt") ? "tab" : NULL, error);
  if (csv == NULL)
    return NULL;

  while (row < accord_csv_get_n_rows (csv) && accord_csv_is_blank (csv, row))
    row++;
  if (row < accord_csv_get_n_rows (csv) && find_column (csv, row, &column))
    row++;
  for (; row < accord_csv_get_n_rows (csv); row++)
    {
      g_autofree char *name = NULL;

      if (accord_csv_get_fault (csv, row) != NULL)
        continue;
      name = accord_import_tidy (accord_csv_get_cell (csv, row, column));
      if (!accord_import_is_nothing (name, FALSE) && g_hash_table_add (seen, accord_name_key (name)))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len == 0)
    {
      g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_EMPTY,
                           _("There is no name of an account in the file. Nothing was changed."));
      return NULL;
    }

  return g_steal_pointer (&names);
}
