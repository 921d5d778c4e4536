/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-private.h"

#include <glib/gi18n.h>

#include "accord-decimal.h"
#include "accord-import-dates.h"
#include "accord-import-metrics.h"
#include "accord-import-names.h"
#include "accord-import-words.h"
#include "accord-money.h"

/* Above this a percentage without its sign is rather one of a hundred. */
#define PLAIN_PERCENT_MAX (2 * (AccordWide) ACCORD_RATE_ONE)

enum
{
  MEMBER,
  METRIC,
  PERIOD,
  VALUE,
  YEAR,
  N_FIELDS,
};

static const char *const field_names[N_FIELDS] = { "member", "metric", "period", "value", "year" };

typedef struct
{
  gint64 member;
  gint64 metric;
  AccordDate starts;
  AccordGrain grain;
} Key;

/* What the file says for a key, and what will become of it. */
typedef struct
{
  Key key; /* first: the hash table's keys are these */
  const AccordImportMetric *metric;
  AccordWide sum; /* billionths */
  guint line;     /* of the file, the first one */
  AccordImportAction action;
  const char *reason;
} Planned;

/* A row that was taken in. */
typedef struct
{
  guint line; /* which of the plan's lines */
  Planned *planned;
} Taken;

typedef struct
{
  AccordImportWork *work;
  AccordImportNames *names;
  AccordImportMetrics *metrics;
  GHashTable *by_key;
  GPtrArray *planned;
  GArray *taken;
  AccordImportPlace places[N_FIELDS];
  gboolean foreign_currency;
} Actuals;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return ((g_int64_hash (&key->member) * 31 + g_int64_hash (&key->metric)) * 31 + (guint) key->starts) * 7
         + (guint) key->grain;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->member == right->member && left->metric == right->metric && left->starts == right->starts
         && left->grain == right->grain;
}

static void
actuals_clear (Actuals *self)
{
  accord_import_names_free (self->names);
  accord_import_metrics_free (self->metrics);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->planned);
  g_array_unref (self->taken);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Actuals, actuals_clear)

static const char *
peek (Actuals *self,
      guint    row,
      guint    field)
{
  return accord_import_work_peek (self->work, row, &self->places[field]);
}

static gboolean
read_period (Actuals *self,
             guint    row,
             Key     *key,
             char   **reason)
{
  const AccordImportSnapshot *snapshot = self->work->snapshot;
  const char *text = peek (self, row, PERIOD);
  int year = accord_import_read_year (peek (self, row, YEAR));

  if (*text != '\0'
      && accord_import_read_actual_period (text, year, self->work->plan->date_order, snapshot->this_year,
                                           snapshot->fiscal_start, &key->starts, &key->grain))
    return TRUE;

  *reason = *text == '\0' ? g_strdup (_("No period is named."))
                          : g_strdup_printf (_("“%s” is no period: write it as in 2026-W47, 2026-11, 2026-Q4 or 2026-11-23."),
                                             text);

  return FALSE;
}

static gboolean
read_value (Actuals                  *self,
            const char               *text,
            const AccordImportMetric *metric,
            AccordImportNumber       *number,
            char                    **reason)
{
  const AccordImportPlan *plan = self->work->plan;
  g_autoptr (GError) error = NULL;
  AccordWide size;

  if (!accord_import_read_number (text, plan->decimal != '\0' ? plan->decimal : '.', number, &error))
    {
      *reason = g_strdup_printf ("%s: %s", accord_import_work_get_header (self->work, "value"), error->message);
      return FALSE;
    }
  size = number->value < 0 ? -number->value : number->value;
  if (metric->draft == NULL && number->percent && metric->unit != ACCORD_UNIT_PERCENT)
    *reason = g_strdup_printf (_("“%s” is a percentage, and the metric is none."), text);
  else if (metric->draft == NULL && metric->unit == ACCORD_UNIT_PERCENT && !number->percent && size > PLAIN_PERCENT_MAX)
    *reason = g_strdup_printf (_("“%s” would be more than 200 %%: write 96 %% or 0.96."), text);
  else if (size >= (AccordWide) G_MAXINT64)
    *reason = g_strdup_printf (_("“%s” is too large."), text);
  if (*reason != NULL)
    return FALSE;

  self->foreign_currency = self->foreign_currency
                           || (number->currency && accord_import_work_is_foreign (self->work, text));

  return TRUE;
}

/* What the row says. FALSE with a reason. */
static gboolean
read_row (Actuals             *self,
          guint                row,
          const char          *name,
          const char          *value,
          AccordImportMetric **metric,
          Key                 *key,
          AccordImportNumber  *number,
          char               **reason)
{
  const char *metric_name = peek (self, row, METRIC);
  const char *why = NULL;
  AccordMember *member = accord_import_names_find (self->names, name, &why);

  if (member != NULL && *metric_name == '\0')
    why = _("No metric is named.");
  if (why != NULL)
    {
      *reason = g_strdup (why);
      return FALSE;
    }

  *metric = accord_import_metrics_find (self->metrics, metric_name);
  if ((*metric)->refusal != NULL)
    {
      *reason = g_strdup ((*metric)->refusal);
      return FALSE;
    }
  key->member = accord_record_get_id (ACCORD_RECORD (member));
  key->metric = (*metric)->id;

  return read_period (self, row, key, reason) && read_value (self, value, *metric, number, reason);
}

/* Whether the row goes in; else with a line of its own. */
static gboolean
take_row (Actuals                  *self,
          guint                     row,
          const char               *name,
          AccordImportMetric       *metric,
          const Key                *key,
          const AccordImportNumber *number)
{
  Planned *planned = g_hash_table_lookup (self->by_key, key);
  Taken taken = { self->work->plan->lines->len, planned };

  if (planned != NULL && !self->work->options->sum)
    {
      gboolean same = planned->sum == number->value;

      accord_import_work_add_line (self->work, row, same ? ACCORD_IMPORT_SKIP : ACCORD_IMPORT_REFUSE, g_strdup (name),
                                   g_strdup_printf (same ? _("The same as line %u.")
                                                         : _("Line %u has another value for the same member, metric and "
                                                             "period. To add them up, say that rows of the same key add up."),
                                                    planned->line),
                                   NULL);
      return FALSE;
    }
  if (planned == NULL)
    {
      planned = g_new0 (Planned, 1);
      planned->key = *key;
      planned->metric = metric;
      planned->line = accord_csv_get_line (self->work->csv, row);
      g_ptr_array_add (self->planned, planned);
      g_hash_table_add (self->by_key, planned);
      taken.planned = planned;
    }
  planned->sum += number->value;
  accord_import_metric_note (metric, number, key->grain);
  g_array_append_val (self->taken, taken);

  return TRUE;
}

static void
plan_row (gpointer data,
          guint    row)
{
  Actuals *self = data;
  AccordImportWork *work = self->work;
  const char *name = peek (self, row, MEMBER);
  const char *value = peek (self, row, VALUE);
  AccordImportMetric *metric = NULL;
  AccordImportNumber number;
  Key key = { 0 };
  char *reason = NULL;

  if (accord_import_is_total (name))
    accord_import_work_note_line (work, row, ACCORD_IMPORT_SKIP, name, _("A total, not a member."), NULL);
  else if (*value == '\0' || accord_import_is_nothing (value, TRUE))
    accord_import_work_note_line (work, row, ACCORD_IMPORT_SKIP, name, _("No value: nothing is set."), NULL);
  else if (!read_row (self, row, name, value, &metric, &key, &number, &reason))
    accord_import_work_add_line (work, row, ACCORD_IMPORT_REFUSE, g_strdup (name), reason, NULL);
  else if (take_row (self, row, name, metric, &key, &number))
    accord_import_work_note_line (work, row, ACCORD_IMPORT_ADD, name, NULL, NULL);
}

/* In the unit in which it is stored; ACCORD_UNKNOWN where it does not fit. */
static gint64
to_stored (Actuals       *self,
           const Planned *planned)
{
  gint64 value;

  if (planned->metric->unit != ACCORD_UNIT_MONEY)
    return planned->sum > -(AccordWide) G_MAXINT64 && planned->sum < (AccordWide) G_MAXINT64 ? (gint64) planned->sum
                                                                                             : ACCORD_UNKNOWN;

  value = accord_wide_divide_round (planned->sum, accord_decimal_power (9 - self->work->snapshot->decimals));

  return value != ACCORD_UNKNOWN && ABS (value) <= ACCORD_MONEY_MAX ? value : ACCORD_UNKNOWN;
}

static void
judge (Actuals            *self,
       Planned            *planned,
       const AccordActual *stored)
{
  AccordImportActual entry = {
    .actual = { planned->key.member, planned->key.metric, planned->key.starts, planned->key.grain,
                to_stored (self, planned), ACCORD_SOURCE_IMPORTED },
    .before = stored != NULL ? stored->value : ACCORD_UNKNOWN,
    .source_before = stored != NULL ? stored->source : ACCORD_SOURCE_IMPORTED,
  };

  planned->action = stored == NULL ? ACCORD_IMPORT_ADD : ACCORD_IMPORT_UPDATE;
  if (entry.actual.value == ACCORD_UNKNOWN)
    {
      planned->action = ACCORD_IMPORT_REFUSE;
      planned->reason = _("The sum is too large.");
    }
  else if (stored != NULL && stored->value == entry.actual.value)
    {
      planned->action = ACCORD_IMPORT_SKIP;
      planned->reason = _("Is there already, and the same.");
    }
  else if (stored != NULL && !self->work->options->update)
    {
      planned->action = ACCORD_IMPORT_SKIP;
      planned->reason = _("Is there already.");
    }
  else
    {
      g_array_append_val (self->work->plan->actuals, entry);
    }
}

/* What is stored in the days that the file is about, by key; borrowed from stored. NULL with the plan's problem. */
static GHashTable *
index_stored (Actuals *self,
              GArray **stored)
{
  g_autoptr (AccordWorkspace) workspace = NULL;
  GHashTable *index;
  AccordDate first = G_MAXINT32, last = 0;

  for (guint i = 0; i < self->planned->len; i++)
    {
      const Planned *planned = g_ptr_array_index (self->planned, i);

      first = MIN (first, planned->key.starts);
      last = MAX (last, planned->key.starts);
    }
  workspace = accord_import_work_open (self->work);
  *stored = workspace == NULL ? NULL
            : last == 0 ? g_array_new (FALSE, FALSE, sizeof (AccordActual))
                        : accord_actuals_read (workspace, 0, 0, first, last, &self->work->plan->problem);
  if (*stored == NULL)
    return NULL;

  index = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
  for (guint i = 0; i < (*stored)->len; i++)
    {
      AccordActual *actual = &g_array_index (*stored, AccordActual, i);
      Key *key = g_new (Key, 1);

      *key = (Key) { actual->member, actual->metric, actual->starts, actual->grain };
      g_hash_table_insert (index, key, actual);
    }

  return index;
}

/* What takes the import back reads what is stored member by member. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const AccordActual *left = &((const AccordImportActual *) a)->actual;
  const AccordActual *right = &((const AccordImportActual *) b)->actual;

  if (left->member != right->member)
    return left->member < right->member ? -1 : 1;
  if (left->metric != right->metric)
    return left->metric < right->metric ? -1 : 1;
  if (left->starts != right->starts)
    return left->starts < right->starts ? -1 : 1;

  return (int) left->grain - (int) right->grain;
}

static gboolean
settle (Actuals *self)
{
  g_autoptr (GArray) stored = NULL;
  g_autoptr (GHashTable) index = index_stored (self, &stored);
  g_autoptr (GHashTable) needed = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (index == NULL)
    return FALSE;

  accord_import_metrics_settle (self->metrics);
  for (guint i = 0; i < self->planned->len; i++)
    {
      Planned *planned = g_ptr_array_index (self->planned, i);

      judge (self, planned, g_hash_table_lookup (index, &planned->key));
      if (planned->action != ACCORD_IMPORT_ADD && planned->action != ACCORD_IMPORT_UPDATE)
        continue;
      g_hash_table_add (needed, &planned->key.member);
      g_hash_table_add (needed, &planned->key.metric);
    }
  for (guint i = 0; i < self->taken->len; i++)
    {
      const Taken *taken = &g_array_index (self->taken, Taken, i);
      AccordImportLine *line = &g_array_index (self->work->plan->lines, AccordImportLine, taken->line);

      line->action = taken->planned->action;
      line->reason = taken->planned->reason != NULL ? taken->planned->reason : "";
    }
  g_array_sort (self->work->plan->actuals, compare_entries);
  accord_import_names_put (self->names, needed);
  accord_import_metrics_put (self->metrics, needed);

  return TRUE;
}

gboolean
accord_import_plan_actuals (AccordImportWork *work,
                            GError          **error)
{
  g_auto (Actuals) self = {
    .work = work,
    .names = accord_import_names_new (work),
    .metrics = accord_import_metrics_new (work),
    .by_key = g_hash_table_new (key_hash, key_equal),
    .planned = g_ptr_array_new_with_free_func (g_free),
    .taken = g_array_new (FALSE, FALSE, sizeof (Taken)),
  };

  accord_import_work_find_places (work, field_names, self.places, N_FIELDS);
  if (!accord_import_work_take_rows (work, 1.0, plan_row, &self, error) || !settle (&self))
    return FALSE;

  accord_import_names_tell (self.names);
  accord_import_metrics_tell (self.metrics);
  if (self.foreign_currency)
    accord_import_work_tell_foreign (work);
  if (accord_import_work_has (work, "note"))
    accord_import_work_find (work, g_strdup (_("Notes are not kept: only the values are stored")));

  return TRUE;
}
