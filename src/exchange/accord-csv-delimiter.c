/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-csv-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define LOOKED_AT (64 * 1024)
#define MAX_ROWS 200
#define MAX_CELLS 1000

/* Of two that cut equally well the one that texts and numbers have less often. */
static const char candidates[] = "\t|;,";

/* Counts the cells of each of the first rows that are not blank, cut by delimiter; quoted ones may hold anything. */
static guint
count_cells (const char *text,
             gsize       length,
             char        delimiter,
             guint       counts[MAX_ROWS])
{
  guint n = 0, cells = 1;
  gboolean quoted = FALSE, begins = TRUE, blank = TRUE;

  for (gsize i = 0; i < length && n < MAX_ROWS; i++)
    {
      const char c = text[i];

      if (quoted)
        quoted = c != '"';
      else if (c == '"' && (begins || (i > 0 && text[i - 1] == '"')))
        quoted = TRUE;
      else if (c == '\n' || c == '\r')
        {
          if (!blank)
            counts[n++] = cells;
          cells = 1;
          blank = TRUE;
        }
      else if (c == delimiter)
        cells++;
      begins = !quoted && (c == delimiter || c == '\n' || c == '\r');
      blank = blank && g_ascii_isspace (c) && c != delimiter;
    }
  if (!blank && n < MAX_ROWS)
    counts[n++] = cells;

  return n;
}

/* The number of cells that most rows have, and how many rows have it; of equally many the larger number. */
static guint
find_width (const guint *counts,
            guint        n,
            guint       *rows)
{
  guint seen[MAX_CELLS] = { 0 };
  guint width = 1;

  for (guint i = 0; i < n; i++)
    seen[MIN (counts[i], MAX_CELLS - 1)]++;
  for (guint cells = 2; cells < MAX_CELLS; cells++)
    {
      if (seen[cells] > 0 && (width == 1 || seen[cells] >= seen[width]))
        width = cells;
    }
  *rows = width == 1 ? 0 : seen[width];

  return width;
}

static gboolean
read_separator_line (const char *text,
                     gsize       length,
                     char       *delimiter,
                     gsize      *skip)
{
  gsize end = 5;

  if (length < 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\r' || text[4] == '\n'
      || (length > 5 && text[5] != '\r' && text[5] != '\n'))
    return FALSE;

  if (end < length && text[end] == '\r')
    end++;
  if (end < length && text[end] == '\n')
    end++;
  *delimiter = text[4];
  *skip = end;

  return TRUE;
}

char
accord_csv_find_delimiter (const char *text,
                           gsize       length,
                           gsize      *skip)
{
  char best = ',';
  guint best_rows = 0, best_width = 1;

  *skip = 0;
  if (read_separator_line (text, length, &best, skip))
    return best;

  for (const char *candidate = candidates; *candidate != '\0'; candidate++)
    {
      guint counts[MAX_ROWS], rows;
      guint n = count_cells (text, MIN (length, LOOKED_AT), *candidate, counts);
      guint width = find_width (counts, n, &rows);

      if (rows > best_rows || (rows == best_rows && width > best_width))
        {
          best = *candidate;
          best_rows = rows;
          best_width = width;
        }
    }

  return best;
}

char
accord_csv_read_delimiter (const char *word,
                           GError    **error)
{
  if (g_ascii_strcasecmp (word, "tab") == 0 || g_str_equal (word, "\\t"))
    return '\t';
  if (strlen (word) == 1 && strchr ("\"\r\n", *word) == NULL && (*word & 0x80) == 0)
    return *word;

  g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_DELIMITER,
               _("“%s” cannot be a delimiter. Give one character such as ; or |, or the word tab."), word);

  return '\0';
}
