/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-kind-guess.h"

#include <string.h>

#include "accord-import-dates.h"
#include "accord-import-headers.h"

/* How far down a header is looked for. */
#define HEADER_ROWS 50
/* No header is longer. */
#define HEADER_LENGTH 100
/* What a field counts that stands under a name that is usual for it, one that stands under what may stand for it, and having
 * all that the kind needs. */
#define USUAL 2
#define POSSIBLE 1
#define COMPLETE 3
/* By so much another kind must be more likely than the one that was expected. */
#define MARGIN 2

#define MAX_FIELDS 16

static gboolean
is_part (const char *found,
         const char *field)
{
  return strcmp (found, field) == 0 || (strcmp (field, "name") == 0 && strcmp (found, "last-name") == 0)
         || (strcmp (field, "period") == 0 && strcmp (found, "year") == 0);
}

/* How much the row looks like the header of such a file. */
static guint
rate_row (AccordCsv       *csv,
          guint            row,
          AccordImportKind kind)
{
  guint rates[MAX_FIELDS] = { 0 };
  guint n_fields, rate = 0;
  const AccordImportField *fields = accord_import_kind_get_fields (kind, &n_fields);
  gboolean complete = TRUE;

  g_assert (n_fields <= MAX_FIELDS);
  for (guint i = 0; i < accord_csv_get_n_cells (csv, row); i++)
    {
      const char *cell = accord_csv_get_cell (csv, row, i);
      gboolean has_year = FALSE;
      int rank = 0;
      const char *found = strlen (cell) < HEADER_LENGTH ? accord_import_header_find (kind, cell, &rank) : NULL;
      /* A column for each month or quarter is period and amount in one. */
      gboolean wide = found == NULL && kind == ACCORD_IMPORT_KIND_QUOTAS && strlen (cell) < HEADER_LENGTH
                      && accord_import_is_period_header (cell, &has_year) && has_year;

      for (guint j = 0; j < n_fields; j++)
        {
          if (wide ? j > 0 : found != NULL && is_part (found, fields[j].name))
            rates[j] = MAX (rates[j], wide || rank < 2 ? USUAL : POSSIBLE);
        }
    }
  for (guint j = 0; j < n_fields; j++)
    {
      rate += rates[j];
      complete = complete && (rates[j] > 0 || !fields[j].required);
    }

  return rate + (complete ? COMPLETE : 0);
}

static guint
rate_kind (AccordCsv       *csv,
           AccordImportKind kind)
{
  guint best = 0;

  for (guint row = 0; row < MIN (accord_csv_get_n_rows (csv), HEADER_ROWS); row++)
    {
      if (accord_csv_get_fault (csv, row) == NULL)
        best = MAX (best, rate_row (csv, row, kind));
    }

  return best;
}

AccordImportKind
accord_import_guess_kind (AccordCsv       *csv,
                          AccordImportKind expected)
{
  guint best_rate = rate_kind (csv, expected) + MARGIN;
  AccordImportKind best = expected;

  g_return_val_if_fail (csv != NULL, expected);

  for (int kind = ACCORD_IMPORT_KIND_MEMBERS; kind <= ACCORD_IMPORT_KIND_OPPORTUNITIES; kind++)
    {
      guint rate = rate_kind (csv, (AccordImportKind) kind);

      if (rate > best_rate)
        {
          best = (AccordImportKind) kind;
          best_rate = rate;
        }
    }

  return best;
}
