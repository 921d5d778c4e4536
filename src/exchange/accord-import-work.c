/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-import-words.h"
#include "accord-money.h"

/* How far the work is is told once in so many rows. */
#define STEP_ROWS 256

GArray *
accord_import_work_list_columns (AccordImportWork *work,
                                 const char       *field)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < work->plan->columns->len; i++)
    {
      if (g_str_equal (g_array_index (work->plan->columns, AccordImportColumn, i).field, field))
        g_array_append_val (found, i);
    }

  return found;
}

static const char *
find_set (AccordImportWork *work,
          const char       *field)
{
  for (guint i = 0; i < accord_import_options_get_n_sets (work->options); i++)
    {
      const char *set, *value;

      accord_import_options_get_set (work->options, i, &set, &value);
      if (g_str_equal (set, field))
        return value;
    }

  return NULL;
}

/* The first column of a field, -1 for none. */
static int
find_column (AccordImportWork *work,
             const char       *field)
{
  for (guint i = 0; i < work->plan->columns->len; i++)
    {
      if (g_str_equal (g_array_index (work->plan->columns, AccordImportColumn, i).field, field))
        return (int) i;
    }

  return -1;
}

gboolean
accord_import_work_has (AccordImportWork *work,
                        const char       *field)
{
  return find_set (work, field) != NULL || find_column (work, field) >= 0;
}

char *
accord_import_work_read (AccordImportWork *work,
                         guint             row,
                         const char       *field)
{
  const char *set = find_set (work, field);
  int column = find_column (work, field);
  g_autofree char *text = NULL;

  if (set != NULL)
    return accord_import_tidy (set);
  if (column < 0)
    return g_strdup ("");

  text = accord_import_tidy (accord_csv_get_cell (work->csv, row, (guint) column));

  return accord_import_is_nothing (text, FALSE) ? g_strdup ("") : g_steal_pointer (&text);
}

const char *
accord_import_work_keep (AccordImportWork *work,
                         const char       *text)
{
  return text == NULL || *text == '\0' ? "" : g_string_chunk_insert_const (work->plan->texts, text);
}

void
accord_import_work_find_places (AccordImportWork  *work,
                                const char *const *fields,
                                AccordImportPlace *places,
                                guint              n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const char *set = find_set (work, fields[i]);
      g_autofree char *tidy = set != NULL ? accord_import_tidy (set) : NULL;

      places[i].column = find_column (work, fields[i]);
      places[i].set = tidy != NULL ? accord_import_work_keep (work, tidy) : NULL;
    }
}

const char *
accord_import_work_peek (AccordImportWork        *work,
                         guint                    row,
                         const AccordImportPlace *place)
{
  g_autofree char *tidy = NULL;
  const char *cell;

  if (place->set != NULL)
    return place->set;
  if (place->column < 0)
    return "";

  cell = accord_csv_get_cell (work->csv, row, (guint) place->column);
  if (!accord_import_is_tidy (cell))
    {
      tidy = accord_import_tidy (cell);
      cell = accord_import_work_keep (work, tidy);
    }

  return accord_import_is_nothing (cell, FALSE) ? "" : cell;
}

const char *
accord_import_work_get_header (AccordImportWork *work,
                               const char       *field)
{
  int column = find_column (work, field);

  return find_set (work, field) == NULL && column >= 0
           ? g_array_index (work->plan->columns, AccordImportColumn, (guint) column).header
           : field;
}

gint64
accord_import_work_reserve (AccordImportWork *work)
{
  return ACCORD_IMPORT_NEW + work->next_new++;
}

AccordImportLine *
accord_import_work_add_line (AccordImportWork  *work,
                             guint              row,
                             AccordImportAction action,
                             char              *what,
                             char              *reason,
                             char              *note)
{
  AccordImportLine *line =
      accord_import_work_note_line (work, row, action, accord_import_work_keep (work, what),
                                    accord_import_work_keep (work, reason), accord_import_work_keep (work, note));

  g_free (what);
  g_free (reason);
  g_free (note);

  return line;
}

AccordImportLine *
accord_import_work_note_line (AccordImportWork  *work,
                              guint              row,
                              AccordImportAction action,
                              const char        *what,
                              const char        *reason,
                              const char        *note)
{
  const AccordImportLine line = { accord_csv_get_line (work->csv, row), row, action, what != NULL ? what : "",
                                  reason != NULL ? reason : "", note != NULL ? note : "" };

  g_array_append_val (work->plan->lines, line);

  return &g_array_index (work->plan->lines, AccordImportLine, work->plan->lines->len - 1);
}

gboolean
accord_import_work_step (AccordImportWork *work,
                         double            fraction,
                         GError          **error)
{
  if (work->progress != NULL)
    work->progress (fraction, work->data);

  return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}

static gboolean
is_header_again (AccordImportWork *work,
                 guint             row)
{
  for (guint i = 0; i < work->plan->columns->len; i++)
    {
      if (!g_str_equal (accord_csv_get_cell (work->csv, row, i),
                        accord_csv_get_cell (work->csv, work->plan->header_row, i)))
        return FALSE;
    }

  return TRUE;
}

/* Whether the row is to be read. Adds the line of one that is not, unless it is blank. */
static gboolean
is_to_be_read (AccordImportWork *work,
               guint             row)
{
  const char *fault = accord_csv_get_fault (work->csv, row);

  if (fault != NULL)
    {
      accord_import_work_add_line (work, row, ACCORD_IMPORT_REFUSE, NULL, g_strdup (fault), NULL);
      return FALSE;
    }
  if (accord_csv_is_blank (work->csv, row))
    return FALSE;
  if (is_header_again (work, row))
    {
      accord_import_work_add_line (work, row, ACCORD_IMPORT_SKIP, NULL, g_strdup (_("The header once more.")), NULL);
      return FALSE;
    }

  return TRUE;
}

gboolean
accord_import_work_take_rows (AccordImportWork   *work,
                              double              share,
                              AccordImportRowFunc take,
                              gpointer            self,
                              GError            **error)
{
  guint first = work->plan->header_row + 1;

  for (guint row = first; row < work->last_row; row++)
    {
      if (row % STEP_ROWS == 0
          && !accord_import_work_step (work, share * (row - first) / MAX (work->last_row - first, 1), error))
        return FALSE;
      if (is_to_be_read (work, row))
        take (self, row);
    }

  return TRUE;
}

gboolean
accord_import_work_is_foreign (AccordImportWork *work,
                               const char       *text)
{
  const char *own = work->snapshot->currency;
  const char *symbol = accord_currency_get_symbol (own);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_type (g_utf8_get_char (c)) == G_UNICODE_CURRENCY_SYMBOL)
        return strstr (text, symbol) == NULL;
      if (g_ascii_isupper (c[0]) && g_ascii_isupper (c[1]) && g_ascii_isupper (c[2]) && !g_ascii_isalpha (c[3]))
        return strstr (text, own) == NULL;
    }

  return FALSE;
}

void
accord_import_work_tell_foreign (AccordImportWork *work)
{
  accord_import_work_notice (work, g_strdup_printf (_("Amounts name another currency than the workspace's %s: they "
                                                       "are taken as they stand"),
                                                    work->snapshot->currency));
}

AccordWorkspace *
accord_import_work_open (AccordImportWork *work)
{
  return accord_workspace_open (work->snapshot->path, ACCORD_OPEN_READ_ONLY | ACCORD_OPEN_UNVERIFIED, &work->plan->problem);
}

void
accord_import_work_find (AccordImportWork *work,
                         char             *sentence)
{
  g_ptr_array_add (work->plan->findings, sentence);
}

void
accord_import_work_notice (AccordImportWork *work,
                           char             *sentence)
{
  accord_import_work_find (work, sentence);
  g_ptr_array_add (work->plan->notices, sentence);
}
