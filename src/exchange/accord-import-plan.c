/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-import-words.h"
#include "accord-money.h"

/* How far the work is is told once in so many rows. */
#define STEP_ROWS 256

static void
column_clear (gpointer data)
{
  AccordImportColumn *column = data;

  g_free (column->field);
  g_free (column->header);
  g_free (column->doubt);
}

static AccordImportPlan *
plan_new (AccordImportSnapshot *snapshot,
          AccordCsv            *csv)
{
  AccordImportPlan *self = g_new0 (AccordImportPlan, 1);

  g_atomic_ref_count_init (&self->references);
  self->snapshot = accord_import_snapshot_ref (snapshot);
  self->csv = accord_csv_ref (csv);
  self->texts = g_string_chunk_new (4096);
  self->columns = g_array_new (FALSE, TRUE, sizeof (AccordImportColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->findings = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_array_new (FALSE, TRUE, sizeof (AccordImportLine));
  self->puts = g_ptr_array_new_with_free_func (g_object_unref);
  self->actuals = g_array_new (FALSE, FALSE, sizeof (AccordImportActual));
  self->deals = g_array_new (FALSE, FALSE, sizeof (AccordImportDeal));

  return self;
}

AccordImportPlan *
accord_import_plan_ref (AccordImportPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
accord_import_plan_unref (AccordImportPlan *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  accord_import_snapshot_unref (self->snapshot);
  g_clear_error (&self->problem);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->findings);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->puts);
  g_array_unref (self->actuals);
  g_array_unref (self->deals);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_ptr_array_unref);
  g_string_chunk_free (self->texts);
  accord_csv_unref (self->csv);
  g_free (self);
}

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
  accord_import_work_find (work, g_strdup_printf (_("Amounts name another currency than the workspace's %s: they "
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

char *
accord_import_explain_match (AccordImportMatch match,
                             const char       *text,
                             AccordMember     *near)
{
  switch (match)
    {
    case ACCORD_IMPORT_MATCH_NONE:
      return g_strdup_printf (_("Nobody is called “%s”."), text);

    case ACCORD_IMPORT_MATCH_NEAR:
      return g_strdup_printf (_("Nobody is called “%s”. Did you mean “%s”?"), text, accord_member_get_name (near));

    case ACCORD_IMPORT_MATCH_SEVERAL:
      return g_strdup_printf (_("Several members are called “%s”: use their number or e-mail."), text);

    case ACCORD_IMPORT_MATCH_ONE:
    default:
      return g_strdup ("");
    }
}

static void
count_lines (AccordImportPlan *plan)
{
  guint *counts[] = { &plan->counts.added, &plan->counts.updated, &plan->counts.skipped, &plan->counts.refused };

  for (guint i = 0; i < plan->lines->len; i++)
    (*counts[g_array_index (plan->lines, AccordImportLine, i).action])++;
  plan->counts.read = plan->lines->len;
}

static int
compare_lines (const void *a,
               const void *b)
{
  const AccordImportLine *left = a;
  const AccordImportLine *right = b;

  return left->row < right->row ? -1 : left->row > right->row;
}

static gboolean
plan_kind (AccordImportWork *work,
           GError          **error)
{
  switch (work->snapshot->kind)
    {
    case ACCORD_IMPORT_KIND_QUOTAS:
      return accord_import_plan_quotas (work, error);

    case ACCORD_IMPORT_KIND_ACTUALS:
      return accord_import_plan_actuals (work, error);

    case ACCORD_IMPORT_KIND_OPPORTUNITIES:
      return accord_import_plan_opportunities (work, error);

    case ACCORD_IMPORT_KIND_MEMBERS:
    default:
      return accord_import_plan_members (work, error);
    }
}

AccordImportPlan *
accord_import_plan_new (AccordImportSnapshot      *snapshot,
                        AccordCsv                 *csv,
                        const AccordImportOptions *options,
                        AccordProgress             progress,
                        gpointer                   data,
                        GCancellable              *cancellable,
                        GError                   **error)
{
  g_autoptr (AccordImportPlan) plan = NULL;
  g_autoptr (AccordImportPeople) people = accord_import_people_new ();
  AccordImportWork work = { .snapshot = snapshot, .csv = csv, .options = options, .progress = progress, .data = data,
                            .cancellable = cancellable, .people = people };

  g_return_val_if_fail (snapshot != NULL && csv != NULL && options != NULL, NULL);

  work.plan = plan = plan_new (snapshot, csv);
  if (!accord_import_work_step (&work, 0.0, error))
    return NULL;
  if (!accord_import_work_map (&work, &plan->problem) || !accord_import_work_tell (&work, &plan->problem))
    {
      accord_import_work_describe (&work);
      g_ptr_array_add (plan->findings, NULL);
      return g_steal_pointer (&plan);
    }

  for (guint i = 0; i < snapshot->members->len; i++)
    accord_import_people_add (people, g_ptr_array_index (snapshot->members, i));
  accord_import_work_describe (&work);
  if (!plan_kind (&work, error))
    {
      if (plan->problem == NULL)
        return NULL;
      g_array_set_size (plan->lines, 0);
      g_ptr_array_add (plan->findings, NULL);
      return g_steal_pointer (&plan);
    }

  g_array_sort (plan->lines, compare_lines);
  count_lines (plan);
  g_ptr_array_add (plan->findings, NULL);
  if (options->all_or_nothing && plan->counts.refused > 0)
    g_set_error (&plan->problem, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_REFUSED,
                 ngettext ("A row is refused, and so is the whole file: nothing was changed.",
                           "%u rows are refused, and so is the whole file: nothing was changed.", plan->counts.refused),
                 plan->counts.refused);
  if (!accord_import_work_step (&work, 1.0, error))
    return NULL;

  return g_steal_pointer (&plan);
}

gboolean
accord_import_plan_is_empty (AccordImportPlan *self)
{
  return self->puts->len + self->actuals->len + self->deals->len == 0;
}

AccordImportKind
accord_import_plan_get_kind (AccordImportPlan *self)
{
  return self->snapshot->kind;
}

const GError *
accord_import_plan_get_problem (AccordImportPlan *self)
{
  return self->problem;
}

guint
accord_import_plan_get_header_row (AccordImportPlan *self)
{
  return self->header_row;
}

guint
accord_import_plan_get_n_columns (AccordImportPlan *self)
{
  return self->columns->len;
}

const AccordImportColumn *
accord_import_plan_get_column (AccordImportPlan *self,
                               guint             i)
{
  g_return_val_if_fail (i < self->columns->len, NULL);

  return &g_array_index (self->columns, AccordImportColumn, i);
}

char
accord_import_plan_get_decimal (AccordImportPlan *self)
{
  return self->decimal;
}

AccordDateOrder
accord_import_plan_get_date_order (AccordImportPlan *self)
{
  return self->date_order;
}

const char *const *
accord_import_plan_get_findings (AccordImportPlan *self)
{
  return (const char *const *) self->findings->pdata;
}

guint
accord_import_plan_get_n_lines (AccordImportPlan *self)
{
  return self->lines->len;
}

const AccordImportLine *
accord_import_plan_get_line (AccordImportPlan *self,
                             guint             i)
{
  g_return_val_if_fail (i < self->lines->len, NULL);

  return &g_array_index (self->lines, AccordImportLine, i);
}

AccordImportCounts
accord_import_plan_get_counts (AccordImportPlan *self)
{
  return self->counts;
}
