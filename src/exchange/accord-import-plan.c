/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-private.h"

#include <glib/gi18n.h>

#include "accord-import-words.h"

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
  self->notices = g_ptr_array_new ();
  self->stages = g_array_new (FALSE, FALSE, sizeof (AccordImportStage));
  self->persons = g_array_new (FALSE, FALSE, sizeof (AccordImportPerson));
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
  g_ptr_array_unref (self->notices);
  g_array_unref (self->stages);
  g_array_unref (self->persons);
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

/* No more is found out. */
static void
end_findings (AccordImportPlan *plan)
{
  g_ptr_array_add (plan->findings, NULL);
  g_ptr_array_add (plan->notices, NULL);
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

static gboolean
check_observed (AccordImportPlan *plan,
                GError          **error)
{
  if (plan->observed <= plan->snapshot->today)
    return TRUE;

  g_set_error_literal (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_OPTIONS,
                       _("The day of the export has not come yet. Say the day on which the file was made."));

  return FALSE;
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
  plan->observed = options->observed != ACCORD_DATE_NONE ? options->observed : snapshot->today;
  if (!accord_import_work_step (&work, 0.0, error))
    return NULL;
  if (!check_observed (plan, &plan->problem) || !accord_import_work_map (&work, &plan->problem) || !accord_import_work_tell (&work, &plan->problem))
    {
      accord_import_work_describe (&work);
      end_findings (plan);
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
      end_findings (plan);
      return g_steal_pointer (&plan);
    }

  g_array_sort (plan->lines, compare_lines);
  count_lines (plan);
  end_findings (plan);
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

const char *const *
accord_import_plan_get_notices (AccordImportPlan *self)
{
  return (const char *const *) self->notices->pdata;
}

guint
accord_import_plan_get_n_stages (AccordImportPlan *self)
{
  return self->stages->len;
}

const AccordImportStage *
accord_import_plan_get_stage (AccordImportPlan *self,
                              guint             i)
{
  g_return_val_if_fail (i < self->stages->len, NULL);

  return &g_array_index (self->stages, AccordImportStage, i);
}

guint
accord_import_plan_get_n_persons (AccordImportPlan *self)
{
  return self->persons->len;
}

const AccordImportPerson *
accord_import_plan_get_person (AccordImportPlan *self,
                               guint             i)
{
  g_return_val_if_fail (i < self->persons->len, NULL);

  return &g_array_index (self->persons, AccordImportPerson, i);
}

AccordDate
accord_import_plan_get_observed (AccordImportPlan *self)
{
  return self->observed;
}

static void
append_cell (AccordImportPlan *self,
             GString          *text,
             guint             row,
             const char       *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *cell = NULL;

      if (!g_str_equal (g_array_index (self->columns, AccordImportColumn, i).field, field))
        continue;
      cell = accord_import_tidy (accord_csv_get_cell (self->csv, row, i));
      if (*cell != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", cell);
      return;
    }
}

char *
accord_import_plan_describe_line (AccordImportPlan *self,
                                  guint             i)
{
  static const char *const actual[] = { "member", "metric", "period", "value", NULL };
  static const char *const opportunity[] = { "id", "account", "stage", "amount", "member", NULL };
  const AccordImportLine *line = accord_import_plan_get_line (self, i);
  const char *const *fields = self->snapshot->kind == ACCORD_IMPORT_KIND_ACTUALS         ? actual
                              : self->snapshot->kind == ACCORD_IMPORT_KIND_OPPORTUNITIES ? opportunity
                                                                                         : NULL;
  GString *text;

  if (fields == NULL || accord_csv_get_fault (self->csv, line->row) != NULL)
    return g_strdup (line->what);

  text = g_string_new (NULL);
  for (; *fields != NULL; fields++)
    append_cell (self, text, line->row, *fields);

  return g_string_free (text, FALSE);
}
