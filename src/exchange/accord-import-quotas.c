/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-quota-cells.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-import-dates.h"
#include "accord-import-words.h"
#include "accord-money.h"
#include "accord-name.h"

static void
quotas_clear (AccordImportQuotas *self)
{
  g_hash_table_unref (self->stored);
  g_hash_table_unref (self->planned);
  g_array_unref (self->taken);
  g_array_unref (self->columns);
  accord_import_names_free (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordImportQuotas, quotas_clear)

static gboolean
read_amount (AccordImportQuotas *self,
             const char         *text,
             gint64             *amount,
             char              **reason)
{
  const AccordImportPlan *plan = self->work->plan;
  g_autoptr (GError) error = NULL;

  if (accord_money_parse_with_point (text, plan->decimal != '\0' ? plan->decimal : '.', self->work->snapshot->decimals,
                                     amount, &error))
    {
      self->foreign_currency = self->foreign_currency || accord_import_work_is_foreign (self->work, text);
      return TRUE;
    }

  *reason = g_strdup_printf ("%s: %s", accord_import_work_get_header (self->work, "amount"), error->message);

  return FALSE;
}

/* The text that the row, or with it the header of a column of the wide layout, has for the period. */
static gboolean
read_period (AccordImportQuotas    *self,
             guint                  row,
             const char            *header,
             AccordImportQuotaCell *cell,
             char                 **reason)
{
  AccordImportWork *work = self->work;
  const AccordImportSnapshot *snapshot = work->snapshot;
  g_autofree char *period = accord_import_work_read (work, row, "period");
  g_autofree char *year_text = accord_import_work_read (work, row, "year");
  int year = accord_import_read_year (year_text);
  const char *text = period;

  if (header != NULL)
    {
      if (year == 0)
        year = accord_import_read_year (period);
      text = header;
    }
  else if (*period == '\0')
    {
      text = year_text;
    }

  if (*text != '\0'
      && accord_import_read_period (text, year, work->plan->date_order, snapshot->this_year, snapshot->fiscal_start,
                                    &cell->starts, &cell->grain))
    return TRUE;

  if (*text == '\0')
    *reason = g_strdup (_("No period is named."));
  else if (header != NULL)
    *reason = g_strdup_printf (_("“%s” is no year."), *year_text != '\0' ? year_text : period);
  else
    *reason = g_strdup_printf (_("“%s” is no period: write it as in 2013-Q2, 2013-07 or 2013."), text);

  return FALSE;
}

/* Reads the cells of a row: one, or one a period in the wide layout; those that say that there is nothing are left out.
 * FALSE with a reason: then none of them counts. */
static gboolean
read_cells (AccordImportQuotas *self,
            guint               row,
            GArray             *cells,
            char              **reason)
{
  AccordImportWork *work = self->work;
  GArray *columns = self->columns;
  g_autofree char *name = accord_import_work_read (work, row, "member");
  AccordImportQuotaCell cell = { 0 };
  const char *why = NULL;

  for (guint i = 0; i < MAX (columns->len, 1); i++)
    {
      guint column = columns->len > 0 ? g_array_index (columns, guint, i) : 0;
      g_autofree char *text = columns->len > 0 ? accord_import_tidy (accord_csv_get_cell (work->csv, row, column))
                                               : accord_import_work_read (work, row, "amount");
      const char *header = g_array_index (work->plan->columns, AccordImportColumn, column).header;

      if (accord_import_is_nothing (text, TRUE))
        continue;
      if (cell.member == NULL && (cell.member = accord_import_names_find (self->names, name, &why)) == NULL)
        {
          *reason = g_strdup (why);
          return FALSE;
        }
      if (!read_period (self, row, self->wide ? header : NULL, &cell, reason)
          || !read_amount (self, text, &cell.amount, reason))
        return FALSE;
      g_array_append_val (cells, cell);
    }

  return TRUE;
}

static char *
describe_cells (AccordImportQuotas *self,
                const char         *name,
                GArray             *cells)
{
  const AccordImportQuotaCell *cell;
  g_autofree char *period = NULL;
  g_autofree char *amount = NULL;

  if (cells->len == 0)
    return g_strdup (name);

  cell = &g_array_index (cells, AccordImportQuotaCell, 0);
  period = accord_import_quotas_format_period (self, cell);
  amount = accord_money_format (cell->amount, self->work->snapshot->currency, self->work->snapshot->decimals);
  if (cells->len == 1)
    /* Translators: a member, a period, an amount: Anna Snelling, Q2 2013: $200,000 */
    return g_strdup_printf (_("%s, %s: %s"), accord_member_get_name (cell->member), period, amount);

  return g_strdup_printf (ngettext ("%s, %u period from %s on", "%s, %u periods from %s on", cells->len),
                          accord_member_get_name (cell->member), cells->len, period);
}

/* The row as a whole: a cell that cannot go in keeps the others out. */
static AccordImportAction
take_cells (AccordImportQuotas *self,
            guint               line,
            GArray             *cells,
            char              **reason,
            char              **note)
{
  g_autofree AccordImportQuotaState *states = g_new0 (AccordImportQuotaState, MAX (cells->len, 1));
  AccordImportAction action = ACCORD_IMPORT_SKIP;
  const AccordImportQuotaPlanned *clash;

  if (cells->len == 0)
    {
      *reason = g_strdup (_("No amount: nothing is set."));
      return ACCORD_IMPORT_SKIP;
    }
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *why = NULL;

      states[i] = accord_import_quotas_judge (self, &g_array_index (cells, AccordImportQuotaCell, i), &why);
      if (states[i] == ACCORD_IMPORT_QUOTA_REFUSED || *reason == NULL)
        {
          g_free (*reason);
          *reason = g_steal_pointer (&why);
        }
      if (states[i] == ACCORD_IMPORT_QUOTA_REFUSED)
        return ACCORD_IMPORT_REFUSE;
    }

  for (guint i = 0; i < cells->len; i++)
    {
      if (states[i] != ACCORD_IMPORT_QUOTA_ADD && states[i] != ACCORD_IMPORT_QUOTA_UPDATE)
        continue;
      clash = accord_import_quotas_find_clash (self, &g_array_index (cells, AccordImportQuotaCell, i), FALSE);
      if (clash != NULL && *note == NULL)
        *note = g_strdup_printf (_("Counts beside line %u, whose period overlaps: both add up."), clash->line);
      accord_import_quotas_take (self, &g_array_index (cells, AccordImportQuotaCell, i), line);
      if (states[i] == ACCORD_IMPORT_QUOTA_ADD)
        action = ACCORD_IMPORT_ADD;
      else if (action == ACCORD_IMPORT_SKIP)
        action = ACCORD_IMPORT_UPDATE;
    }
  if (action != ACCORD_IMPORT_SKIP)
    g_clear_pointer (reason, g_free);
  else if (*reason == NULL)
    *reason = g_strdup (states[0] == ACCORD_IMPORT_QUOTA_SAME ? _("Is there already, and the same.") : _("Is there already."));

  return action;
}

static void
plan_row (gpointer data,
          guint    row)
{
  AccordImportQuotas *self = data;
  AccordImportWork *work = self->work;
  g_autofree char *name = accord_import_work_read (work, row, "member");
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (AccordImportQuotaCell));
  AccordImportAction action;
  char *reason = NULL, *note = NULL;

  if (accord_import_is_total (name))
    {
      accord_import_work_add_line (work, row, ACCORD_IMPORT_SKIP, g_strdup (name),
                                   g_strdup (_("A total, not a member.")), NULL);
      return;
    }
  if (!read_cells (self, row, cells, &reason))
    {
      accord_import_work_add_line (work, row, ACCORD_IMPORT_REFUSE, g_strdup (name), reason, NULL);
      return;
    }

  action = take_cells (self, accord_csv_get_line (work->csv, row), cells, &reason, &note);
  accord_import_work_add_line (work, row, action, describe_cells (self, name, cells), reason, note);
}

static void
read_stored (AccordImportQuotas *self)
{
  GPtrArray *quotas = self->work->snapshot->quotas;

  for (guint i = 0; i < quotas->len; i++)
    {
      AccordQuota *quota = g_ptr_array_index (quotas, i);

      g_hash_table_insert (self->stored,
                           accord_import_quota_key_new (accord_quota_get_member (quota),
                                                        accord_quota_get_starts (quota),
                                                        accord_quota_get_grain (quota)),
                           g_object_ref (quota));
    }
}

static gboolean
is_wide (AccordImportWork *work,
         GArray           *columns)
{
  gboolean has_year;

  return columns->len > 1
         || (columns->len == 1
             && accord_import_is_period_header (g_array_index (work->plan->columns, AccordImportColumn,
                                                               g_array_index (columns, guint, 0)).header, &has_year));
}

gboolean
accord_import_plan_quotas (AccordImportWork *work,
                           GError          **error)
{
  g_auto (AccordImportQuotas) self = {
    .work = work,
    .stored =
        g_hash_table_new_full (accord_import_quota_key_hash, accord_import_quota_key_equal, g_free, g_object_unref),
    .planned = g_hash_table_new_full (accord_import_quota_key_hash, accord_import_quota_key_equal, g_free, g_free),
    .taken = g_array_new (FALSE, FALSE, sizeof (AccordImportQuotaTaken)),
    .names = accord_import_names_new (work),
    .columns = accord_import_work_list_columns (work, "amount"),
  };

  self.wide = is_wide (work, self.columns);
  read_stored (&self);
  if (!accord_import_work_take_rows (work, 1.0, plan_row, &self, error))
    return FALSE;

  accord_import_quotas_settle (&self);
  accord_import_quotas_put (&self);
  accord_import_names_tell (self.names);
  if (self.foreign_currency)
    accord_import_work_tell_foreign (work);

  return TRUE;
}
