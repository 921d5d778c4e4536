/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-import-dates.h"
#include "accord-import-headers.h"
#include "accord-import-words.h"
#include "accord-name.h"

/* How far down a header is looked for. */
#define HEADER_ROWS 50
#define WIDTH_ROWS 1000

static guint
count_filled (AccordCsv *csv,
              guint      row)
{
  guint filled = 0;

  for (guint i = 0; i < accord_csv_get_n_cells (csv, row); i++)
    {
      const char *cell = accord_csv_get_cell (csv, row, i);

      filled += cell[strspn (cell, " \t\r\n")] != '\0';
    }

  return filled;
}

/* The number of filled cells that most rows have. */
static guint
find_width (AccordCsv *csv)
{
  guint seen[64] = { 0 };
  guint width = 1;

  for (guint row = 0; row < MIN (accord_csv_get_n_rows (csv), WIDTH_ROWS); row++)
    seen[MIN (count_filled (csv, row), G_N_ELEMENTS (seen) - 1)]++;
  for (guint i = 2; i < G_N_ELEMENTS (seen); i++)
    {
      if (seen[i] >= seen[width])
        width = i;
    }

  return width;
}

/* The column of a header as it stands in the file, -1 for none, -2 for several. */
static int
find_header (AccordCsv  *csv,
             guint       row,
             const char *header)
{
  g_autofree char *wanted = accord_import_tidy (header);
  int found = -1;

  for (int strict = 1; strict >= 0 && found == -1; strict--)
    {
      for (guint i = 0; i < accord_csv_get_n_cells (csv, row); i++)
        {
          g_autofree char *cell = accord_import_tidy (accord_csv_get_cell (csv, row, i));

          if (strict ? g_str_equal (cell, wanted) : accord_name_equal (cell, wanted))
            found = found == -1 ? (int) i : -2;
        }
    }

  return found;
}

/* How many of the headers that were given, or of the fields of the kind, the row has. */
static guint
rate_header (AccordImportWork *work,
             guint             row)
{
  guint n_maps = accord_import_options_get_n_maps (work->options);
  guint rate = 0;

  for (guint i = 0; i < n_maps; i++)
    {
      const char *field, *header;

      accord_import_options_get_map (work->options, i, &field, &header);
      if (*header != '\0' && find_header (work->csv, row, header) != -1)
        rate += 100;
    }
  for (guint i = 0; i < accord_csv_get_n_cells (work->csv, row); i++)
    {
      const char *cell = accord_csv_get_cell (work->csv, row, i);
      gboolean has_year;
      int rank;

      rate += strlen (cell) < 100
              && (accord_import_header_find (work->snapshot->kind, cell, &rank) != NULL
                  || (work->snapshot->kind == ACCORD_IMPORT_KIND_QUOTAS
                      && accord_import_is_period_header (cell, &has_year) && !has_year));
    }

  return rate;
}

/* Titles above the table have fewer cells, and a header says what it is. */
static guint
find_header_row (AccordImportWork *work)
{
  guint n = MIN (accord_csv_get_n_rows (work->csv), HEADER_ROWS);
  guint width = find_width (work->csv);
  guint first = G_MAXUINT, best = 0, best_rate = 0;

  for (guint row = 0; row < n; row++)
    {
      guint filled = count_filled (work->csv, row);
      guint rate;

      if (filled == 0 || accord_csv_get_fault (work->csv, row) != NULL)
        continue;
      if (first == G_MAXUINT && filled >= (width + 1) / 2)
        first = row;
      rate = rate_header (work, row);
      if (rate > best_rate)
        {
          best = row;
          best_rate = rate;
        }
    }
  if (first == G_MAXUINT)
    first = 0;

  return best_rate >= 2 || rate_header (work, first) == 0 ? (best_rate >= 2 ? best : first) : first;
}

/* Rows below the table: report footers have one cell where the table has several, and come after a blank row. */
static guint
find_last_row (AccordImportWork *work)
{
  AccordCsv *csv = work->csv;
  guint header = work->plan->header_row;
  guint last = accord_csv_get_n_rows (csv);
  guint below;

  if (accord_csv_get_n_cells (csv, header) < 2)
    return last;

  while (last > header + 1 && accord_csv_get_fault (csv, last - 1) == NULL
         && (accord_csv_is_blank (csv, last - 1) || accord_csv_get_n_cells (csv, last - 1) == 1))
    last--;

  for (below = last; below > header + 1 && accord_csv_get_fault (csv, below - 1) == NULL
                     && count_filled (csv, below - 1) <= 1;
       below--)
    {
      if (accord_csv_is_blank (csv, below - 1) && below - 2 > header && count_filled (csv, below - 2) >= 2)
        return below - 1;
    }

  return last;
}

static char *
list_headers (AccordImportWork *work)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < work->plan->columns->len && list->len < 400; i++)
    {
      const char *header = g_array_index (work->plan->columns, AccordImportColumn, i).header;

      if (*header != '\0')
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", header);
    }

  return g_string_free (list, FALSE);
}

static void
give_column (AccordImportWork *work,
             guint             i,
             const char       *field,
             gboolean          given)
{
  AccordImportColumn *column = &g_array_index (work->plan->columns, AccordImportColumn, i);

  g_free (column->field);
  column->field = g_strdup (field);
  column->given = given;
}

static gboolean
give_mapped (AccordImportWork *work,
             GError          **error)
{
  for (guint i = 0; i < accord_import_options_get_n_maps (work->options); i++)
    {
      const char *field, *header;
      g_autofree char *headers = NULL;
      int column;

      accord_import_options_get_map (work->options, i, &field, &header);
      if (*header == '\0')
        continue;
      column = find_header (work->csv, work->plan->header_row, header);
      if (column >= 0)
        {
          give_column (work, (guint) column, field, TRUE);
          continue;
        }

      headers = list_headers (work);
      g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_OPTIONS,
                   column == -1
                       /* Translators: a column that was asked for, and the ones that there are. */
                       ? _("There is no column “%s” in the file. Its columns are: %s.")
                       : _("There are several columns “%s” in the file, and nothing tells which is meant. Its columns "
                            "are: %s."),
                   header, headers);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_settled (AccordImportWork *work,
            const char       *field)
{
  for (guint i = 0; i < accord_import_options_get_n_maps (work->options); i++)
    {
      const char *mapped, *header;

      accord_import_options_get_map (work->options, i, &mapped, &header);
      if (g_str_equal (mapped, field))
        return TRUE;
    }
  for (guint i = 0; i < accord_import_options_get_n_sets (work->options); i++)
    {
      const char *set, *value;

      accord_import_options_get_set (work->options, i, &set, &value);
      if (g_str_equal (set, field))
        return TRUE;
    }

  return FALSE;
}

/* The columns that look most like the field. */
static GArray *
find_candidates (AccordImportWork *work,
                 const char       *field)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  int best = G_MAXINT;

  for (guint i = 0; i < work->plan->columns->len; i++)
    {
      const AccordImportColumn *column = &g_array_index (work->plan->columns, AccordImportColumn, i);
      int rank;

      if (*column->field != '\0'
          || g_strcmp0 (accord_import_header_find (work->snapshot->kind, column->header, &rank), field) != 0)
        continue;
      if (g_str_equal (field, "alias"))
        rank = 0;
      if (rank < best)
        g_array_set_size (found, 0);
      if (rank <= best)
        g_array_append_val (found, i);
      best = MIN (best, rank);
    }

  return found;
}

static gboolean
guess_field (AccordImportWork *work,
             const char       *field,
             gboolean          required,
             GError          **error)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (GString) headers = g_string_new (NULL);

  if (is_settled (work, field))
    return TRUE;

  found = find_candidates (work, field);
  if (found->len == 1 || g_str_equal (field, "alias"))
    {
      for (guint i = 0; i < found->len; i++)
        give_column (work, g_array_index (found, guint, i), field, FALSE);
      return TRUE;
    }

  for (guint i = 0; i < found->len; i++)
    {
      AccordImportColumn *column =
          &g_array_index (work->plan->columns, AccordImportColumn, g_array_index (found, guint, i));

      g_string_append_printf (headers, "%s“%s”", headers->len > 0 ? ", " : "", column->header);
      g_free (column->doubt);
      column->doubt = g_strdup_printf (_("Another column could be “%s” as well."), field);
    }
  if (found->len == 0 || !required)
    return TRUE;

  g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_AMBIGUOUS_FIELD,
               /* Translators: a field's name, and headers: “Owner”, “Seller”. */
               _("Several columns could be “%s”: %s. Say which of them it is."), field, headers->str);

  return FALSE;
}

/* A column for each month or quarter. */
static void
guess_wide (AccordImportWork *work)
{
  gboolean year_known = accord_import_work_has (work, "year") || accord_import_work_has (work, "period");

  if (work->snapshot->kind != ACCORD_IMPORT_KIND_QUOTAS || accord_import_work_has (work, "amount"))
    return;

  for (guint i = 0; i < work->plan->columns->len; i++)
    {
      const AccordImportColumn *column = &g_array_index (work->plan->columns, AccordImportColumn, i);
      gboolean has_year;

      if (*column->field == '\0' && accord_import_is_period_header (column->header, &has_year)
          && (has_year || year_known))
        give_column (work, i, "amount", FALSE);
    }
}

static gboolean
is_provided (AccordImportWork *work,
             const char       *field)
{
  if (accord_import_work_has (work, field))
    return TRUE;
  if (g_str_equal (field, "name"))
    return accord_import_work_has (work, "last-name");
  if (g_str_equal (field, "period"))
    {
      g_autoptr (GArray) columns = accord_import_work_list_columns (work, "amount");
      gboolean has_year = FALSE;

      /* The wide layout's headers are periods themselves. */
      return accord_import_work_has (work, "year")
             || (columns->len > 0
                 && accord_import_is_period_header (g_array_index (work->plan->columns, AccordImportColumn,
                                                                   g_array_index (columns, guint, 0)).header, &has_year)
                 && has_year);
    }

  return FALSE;
}

static gboolean
guess_fields (AccordImportWork *work,
              GError          **error)
{
  const gboolean members = work->snapshot->kind == ACCORD_IMPORT_KIND_MEMBERS;
  guint n_fields;
  const AccordImportField *fields = accord_import_kind_get_fields (work->snapshot->kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (!guess_field (work, fields[i].name, fields[i].required, error))
        return FALSE;
    }
  if (members && !accord_import_work_has (work, "name"))
    {
      guess_field (work, "first-name", FALSE, NULL);
      guess_field (work, "last-name", FALSE, NULL);
    }
  if (work->snapshot->kind == ACCORD_IMPORT_KIND_QUOTAS || work->snapshot->kind == ACCORD_IMPORT_KIND_ACTUALS)
    {
      guess_field (work, "year", FALSE, NULL);
      guess_wide (work);
    }

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *headers = NULL;

      if (!fields[i].required || is_provided (work, fields[i].name))
        continue;
      headers = list_headers (work);
      g_set_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_FIELD,
                   /* Translators: a field's name, and the file's headers. */
                   _("No column looks like “%s”, which is needed. Say which one it is of: %s."), fields[i].name,
                   headers);
      return FALSE;
    }

  return TRUE;
}

gboolean
accord_import_work_map (AccordImportWork *work,
                        GError          **error)
{
  AccordImportPlan *plan = work->plan;

  plan->header_row = find_header_row (work);
  work->last_row = find_last_row (work);
  for (guint i = 0; i < accord_csv_get_n_cells (work->csv, plan->header_row); i++)
    {
      AccordImportColumn column = { .field = g_strdup (""), .doubt = g_strdup ("") };

      column.header = accord_import_tidy (accord_csv_get_cell (work->csv, plan->header_row, i));
      g_array_append_val (plan->columns, column);
    }

  if (!give_mapped (work, error) || !guess_fields (work, error))
    return FALSE;

  for (guint row = plan->header_row + 1; row < work->last_row; row++)
    {
      if (!accord_csv_is_blank (work->csv, row) || accord_csv_get_fault (work->csv, row) != NULL)
        return TRUE;
    }
  g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_EMPTY,
                       _("There are no rows below the header: there is nothing to import."));

  return FALSE;
}
