/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pasted-cells.h"

#include <string.h>

/* Spreadsheets end each line, the last one too, and put a cell with a line break in it in quotation marks, which no amount
 * has. */
GPtrArray *
accord_pasted_cells_split (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (parts);

  while (n > 0 && *g_strchomp (parts[n - 1]) == '\0')
    n--;
  for (guint i = 0; i < n; i++)
    {
      char *line = parts[i];
      gsize length = strlen (line);

      if (length > 0 && line[length - 1] == '\r')
        line[length - 1] = '\0';
      g_ptr_array_add (lines, g_strsplit (line, "\t", -1));
    }

  return lines;
}
