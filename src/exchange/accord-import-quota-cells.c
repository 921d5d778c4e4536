/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-quota-cells.h"

#include <glib/gi18n.h>

#include "accord-allocation.h"
#include "accord-money.h"

guint
accord_import_quota_key_hash (gconstpointer data)
{
  const AccordImportQuotaKey *key = data;

  return g_int64_hash (&key->member) * 31 + (guint) key->starts * 7 + (guint) key->grain;
}

gboolean
accord_import_quota_key_equal (gconstpointer a,
                               gconstpointer b)
{
  const AccordImportQuotaKey *left = a;
  const AccordImportQuotaKey *right = b;

  return left->member == right->member && left->starts == right->starts && left->grain == right->grain;
}

AccordImportQuotaKey *
accord_import_quota_key_new (gint64      member,
                             AccordDate  starts,
                             AccordGrain grain)
{
  AccordImportQuotaKey *key = g_new (AccordImportQuotaKey, 1);

  *key = (AccordImportQuotaKey) { member, starts, grain };

  return key;
}

static gint64
id_of (gpointer record)
{
  return accord_record_get_id (ACCORD_RECORD (record));
}

char *
accord_import_quotas_format_period (AccordImportQuotas          *self,
                                    const AccordImportQuotaCell *cell)
{
  int fiscal_start = self->work->snapshot->fiscal_start;

  if (cell->grain == ACCORD_GRAIN_YEAR)
    return accord_plan_year_format (accord_plan_year_for_date (cell->starts, fiscal_start), fiscal_start);
  if (cell->grain == ACCORD_GRAIN_QUARTER)
    return accord_quarter_format (accord_quarter_for_date (cell->starts, fiscal_start), fiscal_start);

  return accord_grain_period_to_text (cell->starts, cell->grain, fiscal_start);
}

/* The periods that the cell is stored as, and their amounts: a year is four quarters. */
static guint
split_cell (AccordImportQuotas          *self,
            const AccordImportQuotaCell *cell,
            AccordDate                   starts[ACCORD_IMPORT_QUARTERS],
            gint64                       amounts[ACCORD_IMPORT_QUARTERS])
{
  int fiscal_start = self->work->snapshot->fiscal_start;
  gint64 weights[ACCORD_IMPORT_QUARTERS];
  int year;

  if (cell->grain != ACCORD_GRAIN_YEAR)
    {
      starts[0] = cell->starts;
      amounts[0] = cell->amount;
      return 1;
    }

  year = accord_plan_year_for_date (cell->starts, fiscal_start);
  accord_season_history_weigh (self->work->snapshot->season, year, weights);
  accord_allocate (cell->amount, weights, ACCORD_IMPORT_QUARTERS, amounts);
  for (int i = 0; i < ACCORD_IMPORT_QUARTERS; i++)
    starts[i] = accord_quarter_get_start ((AccordQuarter) { year, i + 1 }, fiscal_start);

  return ACCORD_IMPORT_QUARTERS;
}

static AccordQuota *
find_stored (AccordImportQuotas          *self,
             const AccordImportQuotaCell *cell,
             AccordDate                   starts)
{
  const AccordImportQuotaKey key = { id_of (cell->member), starts,
                                     cell->grain == ACCORD_GRAIN_YEAR ? ACCORD_GRAIN_QUARTER : cell->grain };

  return g_hash_table_lookup (self->stored, &key);
}

/* A stored quota of another length that lies in the same quarter would count as well. NULL for none. */
static char *
find_overlap (AccordImportQuotas          *self,
              const AccordImportQuotaCell *cell,
              AccordDate                   starts)
{
  int fiscal_start = self->work->snapshot->fiscal_start;
  AccordDate quarter = accord_grain_get_start (starts, ACCORD_GRAIN_QUARTER, fiscal_start);
  AccordImportQuotaCell other = { cell->member, quarter, ACCORD_GRAIN_QUARTER, 0 };
  gboolean found = FALSE;

  if (cell->grain == ACCORD_GRAIN_MONTH)
    {
      found = find_stored (self, &other, quarter) != NULL;
    }
  else
    {
      other.grain = ACCORD_GRAIN_MONTH;
      for (int i = 0; i < 3 && !found; i++)
        {
          other.starts = accord_date_add_months (quarter, i);
          found = find_stored (self, &other, other.starts) != NULL;
        }
    }
  if (!found)
    return NULL;

  return accord_import_quotas_format_period (self, &other);
}

/* What storing the cell comes to: added, updated, or the same as it was. */
static AccordImportQuotaState
compare_stored (AccordImportQuotas          *self,
                const AccordImportQuotaCell *cell)
{
  AccordDate starts[ACCORD_IMPORT_QUARTERS];
  gint64 amounts[ACCORD_IMPORT_QUARTERS];
  guint n = split_cell (self, cell, starts, amounts);
  guint n_stored = 0, n_same = 0;

  for (guint i = 0; i < n; i++)
    {
      AccordQuota *quota = find_stored (self, cell, starts[i]);

      n_stored += quota != NULL;
      n_same += quota != NULL && accord_quota_get_amount (quota) == amounts[i];
    }
  if (n_same == n)
    return ACCORD_IMPORT_QUOTA_SAME;

  return n_stored > 0 ? ACCORD_IMPORT_QUOTA_UPDATE : ACCORD_IMPORT_QUOTA_ADD;
}

static AccordImportQuotaState
judge_stored (AccordImportQuotas          *self,
              const AccordImportQuotaCell *cell,
              char                       **reason)
{
  AccordDate starts[ACCORD_IMPORT_QUARTERS];
  gint64 amounts[ACCORD_IMPORT_QUARTERS];
  guint n = split_cell (self, cell, starts, amounts);
  AccordImportQuotaState state = compare_stored (self, cell);

  if (state != ACCORD_IMPORT_QUOTA_ADD && !self->work->options->update)
    return ACCORD_IMPORT_QUOTA_THERE;
  /* A row that adds up with others says nothing alone: accord_import_quotas_settle() compares the sum. */
  if (state == ACCORD_IMPORT_QUOTA_SAME)
    return self->work->options->sum ? ACCORD_IMPORT_QUOTA_UPDATE : ACCORD_IMPORT_QUOTA_SAME;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *overlap = NULL;

      /* What is stored counts as it is, whatever is beside it. */
      if (find_stored (self, cell, starts[i]) != NULL)
        continue;
      overlap = find_overlap (self, cell, starts[i]);
      if (overlap == NULL)
        continue;
      *reason = g_strdup_printf (_("A quota for %s is there already, and both would count. Remove that one first."), overlap);
      return ACCORD_IMPORT_QUOTA_REFUSED;
    }

  return state;
}

static const AccordImportQuotaPlanned *
find_planned (AccordImportQuotas          *self,
              const AccordImportQuotaCell *cell,
              AccordDate                   day,
              AccordGrain                  grain)
{
  const AccordImportQuotaKey key = { id_of (cell->member),
                                     accord_grain_get_start (day, grain, self->work->snapshot->fiscal_start), grain };

  return g_hash_table_lookup (self->planned, &key);
}

const AccordImportQuotaPlanned *
accord_import_quotas_find_clash (AccordImportQuotas          *self,
                                 const AccordImportQuotaCell *cell,
                                 gboolean                     same_quarters)
{
  const AccordImportQuotaPlanned *found = NULL;

  if (cell->grain == ACCORD_GRAIN_MONTH)
    {
      if (!same_quarters)
        found = find_planned (self, cell, cell->starts, ACCORD_GRAIN_QUARTER);
      return found != NULL || same_quarters ? found : find_planned (self, cell, cell->starts, ACCORD_GRAIN_YEAR);
    }
  if (cell->grain == ACCORD_GRAIN_QUARTER && same_quarters)
    return find_planned (self, cell, cell->starts, ACCORD_GRAIN_YEAR);

  for (int i = 0; i < (cell->grain == ACCORD_GRAIN_YEAR ? 12 : 3) && found == NULL; i++)
    found = find_planned (self, cell, accord_date_add_months (cell->starts, i),
                          same_quarters ? ACCORD_GRAIN_QUARTER : ACCORD_GRAIN_MONTH);

  return found;
}

AccordImportQuotaState
accord_import_quotas_judge (AccordImportQuotas          *self,
                            const AccordImportQuotaCell *cell,
                            char                       **reason)
{
  const AccordImportQuotaKey key = { id_of (cell->member), cell->starts, cell->grain };
  const AccordImportQuotaPlanned *planned = g_hash_table_lookup (self->planned, &key);
  const AccordImportQuotaPlanned *clash;

  if (planned != NULL && !self->work->options->sum)
    {
      if (planned->amount == cell->amount)
        {
          *reason = g_strdup_printf (_("The same as line %u."), planned->line);
          return ACCORD_IMPORT_QUOTA_REPEATED;
        }
      *reason = g_strdup_printf (_("Line %u has another amount for the same member and period. To add them up, say that rows of "
                                   "the same key add up."), planned->line);
      return ACCORD_IMPORT_QUOTA_REFUSED;
    }
  clash = accord_import_quotas_find_clash (self, cell, TRUE);
  if (clash != NULL)
    {
      *reason = g_strdup_printf (_("Line %u has a quota for a year or quarter that overlaps with this one."), clash->line);
      return ACCORD_IMPORT_QUOTA_REFUSED;
    }
  if (planned != NULL && planned->amount > ACCORD_MONEY_MAX - cell->amount)
    {
      *reason = g_strdup (_("The sum is too large."));
      return ACCORD_IMPORT_QUOTA_REFUSED;
    }

  return judge_stored (self, cell, reason);
}

void
accord_import_quotas_take (AccordImportQuotas          *self,
                           const AccordImportQuotaCell *cell,
                           guint                        line)
{
  AccordImportQuotaKey *key = accord_import_quota_key_new (id_of (cell->member), cell->starts, cell->grain);
  AccordImportQuotaPlanned *planned = g_hash_table_lookup (self->planned, key);
  const AccordImportQuotaTaken taken = { *key, self->work->plan->lines->len };

  g_array_append_val (self->taken, taken);
  if (planned != NULL)
    {
      planned->amount += cell->amount;
      g_free (key);
      return;
    }

  planned = g_new0 (AccordImportQuotaPlanned, 1);
  planned->member = cell->member;
  planned->amount = cell->amount;
  planned->line = line;
  g_hash_table_insert (self->planned, key, planned);
}

static AccordImportQuotaState
compare_sum (AccordImportQuotas             *self,
             const AccordImportQuotaKey     *key,
             const AccordImportQuotaPlanned *planned)
{
  const AccordImportQuotaCell cell = { planned->member, key->starts, key->grain, planned->amount };

  return compare_stored (self, &cell);
}

void
accord_import_quotas_settle (AccordImportQuotas *self)
{
  GArray *lines = self->work->plan->lines;
  gpointer key, planned;
  GHashTableIter iter;

  if (!self->work->options->sum)
    return;

  for (guint i = 0; i < self->taken->len; i++)
    g_array_index (lines, AccordImportLine, g_array_index (self->taken, AccordImportQuotaTaken, i).line).action =
        ACCORD_IMPORT_SKIP;
  for (guint i = 0; i < self->taken->len; i++)
    {
      const AccordImportQuotaTaken *taken = &g_array_index (self->taken, AccordImportQuotaTaken, i);
      AccordImportLine *line = &g_array_index (lines, AccordImportLine, taken->line);
      AccordImportQuotaState state;

      planned = g_hash_table_lookup (self->planned, &taken->key);
      state = compare_sum (self, &taken->key, planned);
      if (state == ACCORD_IMPORT_QUOTA_ADD)
        line->action = ACCORD_IMPORT_ADD;
      else if (state == ACCORD_IMPORT_QUOTA_UPDATE && line->action == ACCORD_IMPORT_SKIP)
        line->action = ACCORD_IMPORT_UPDATE;
    }
  for (guint i = 0; i < self->taken->len; i++)
    {
      AccordImportLine *line =
          &g_array_index (lines, AccordImportLine, g_array_index (self->taken, AccordImportQuotaTaken, i).line);

      if (line->action != ACCORD_IMPORT_SKIP || *line->reason != '\0')
        continue;
      line->reason = accord_import_work_keep (self->work, _("Is there already, and the same."));
    }

  g_hash_table_iter_init (&iter, self->planned);
  while (g_hash_table_iter_next (&iter, &key, &planned))
    {
      if (compare_sum (self, key, planned) == ACCORD_IMPORT_QUOTA_SAME)
        g_hash_table_iter_remove (&iter);
    }
}

static void
put_quota (AccordImportQuotas *self,
           gint64              member,
           AccordDate          starts,
           AccordGrain         grain,
           gint64              amount)
{
  const AccordImportQuotaKey key = { member, starts, grain };
  AccordQuota *stored = g_hash_table_lookup (self->stored, &key);
  AccordQuota *draft = stored != NULL ? accord_record_copy (stored) : accord_quota_new ();

  if (stored == NULL)
    accord_record_set_id (ACCORD_RECORD (draft), accord_import_work_reserve (self->work));
  accord_quota_set_member (draft, member);
  accord_quota_set_starts (draft, starts);
  accord_quota_set_grain (draft, grain);
  accord_quota_set_amount (draft, amount);
  accord_quota_set_source (draft, ACCORD_SOURCE_IMPORTED);
  g_hash_table_insert (self->stored, accord_import_quota_key_new (member, starts, grain), draft);
  g_ptr_array_add (self->work->plan->puts, g_object_ref (draft));
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const AccordImportQuotaKey *left = a;
  const AccordImportQuotaKey *right = b;

  if (left->member != right->member)
    return left->member < right->member ? -1 : 1;
  if (left->starts != right->starts)
    return left->starts < right->starts ? -1 : 1;

  return (int) left->grain - (int) right->grain;
}

void
accord_import_quotas_put (AccordImportQuotas *self)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (self->planned), compare_keys);
  g_autoptr (GHashTable) needed = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (GList *l = keys; l != NULL; l = l->next)
    g_hash_table_add (needed, &((AccordImportQuotaKey *) l->data)->member);
  accord_import_names_put (self->names, needed);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      const AccordImportQuotaKey *key = l->data;
      const AccordImportQuotaPlanned *planned = g_hash_table_lookup (self->planned, key);
      const AccordImportQuotaCell cell = { NULL, key->starts, key->grain, planned->amount };
      AccordDate starts[ACCORD_IMPORT_QUARTERS];
      gint64 amounts[ACCORD_IMPORT_QUARTERS];
      guint n = split_cell (self, &cell, starts, amounts);

      for (guint i = 0; i < n; i++)
        put_quota (self, key->member, starts[i], n > 1 ? ACCORD_GRAIN_QUARTER : key->grain, amounts[i]);
    }
}
