/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member-bookings.h"

#include "accord-actuals.h"
#include "accord-opportunities-private.h"
#include "accord-score-period.h"
#include "accord-workspace-private.h"

typedef struct
{
  gint64 member;
  gint64 starts;
} Key;

/* Of what is known; unknown where nothing is. */
typedef struct
{
  gint64 amount;
  gboolean too_large;
} Sum;

struct _AccordMemberBookings
{
  GHashTable *sums; /* of Key to Sum */
  gboolean complete;
  AccordDate as_of;
  int fiscal_start;
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_int64_hash (&key->member) * 31 + g_int64_hash (&key->starts);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *one = a;
  const Key *other = b;

  return one->member == other->member && one->starts == other->starts;
}

void
accord_member_bookings_free (AccordMemberBookings *self)
{
  g_hash_table_unref (self->sums);
  g_free (self);
}

static void
add (AccordMemberBookings *self,
     gint64                member,
     AccordDate            day,
     gint64                amount)
{
  const AccordQuarter quarter = accord_quarter_for_date (day, self->fiscal_start);
  const Key key = { member, accord_quarter_get_start (quarter, self->fiscal_start) };
  Sum *sum = g_hash_table_lookup (self->sums, &key);

  if (sum == NULL)
    {
      sum = g_new (Sum, 1);
      *sum = (Sum) { ACCORD_UNKNOWN, FALSE };
      g_hash_table_insert (self->sums, g_memdup2 (&key, sizeof key), sum);
    }
  if (amount == ACCORD_UNKNOWN || sum->too_large)
    return;
  if (sum->amount == ACCORD_UNKNOWN)
    sum->amount = amount;
  else if (__builtin_add_overflow (sum->amount, amount, &sum->amount))
    *sum = (Sum) { ACCORD_UNKNOWN, TRUE };
}

static gboolean
read_won (AccordMemberBookings *self,
          AccordDatabase       *database,
          AccordDate            first,
          AccordDate            last,
          GError              **error)
{
  g_autofree char *first_day = accord_date_to_iso (first);
  g_autofree char *last_day = accord_date_to_iso (last);
  g_autoptr (AccordStatement) statement = NULL;
  gboolean row;

  /* Along the index, and to the rows from there, it takes many times as long. */
  statement = accord_database_prepare (database,
                                       "SELECT member, substr (closed, 1, 7) || '-01', sum (amount) FROM opportunity NOT INDEXED"
                                       " WHERE state = 'won' AND closed BETWEEN ?1 AND ?2 GROUP BY 1, 2",
                                       error);
  if (statement == NULL || !accord_database_bind_text (database, statement, 1, first_day, error)
      || !accord_database_bind_text (database, statement, 2, last_day, error))
    return FALSE;

  while (TRUE)
    {
      AccordDate month = ACCORD_DATE_NONE;

      if (!accord_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!accord_date_parse ((const char *) sqlite3_column_text (statement, 1), &month))
        return accord_opportunities_fail_damaged (error);
      add (self, sqlite3_column_int64 (statement, 0), month,
           sqlite3_column_type (statement, 2) == SQLITE_NULL ? ACCORD_UNKNOWN : sqlite3_column_int64 (statement, 2));
    }
}

/* As accord_opportunities_bookings() has it; last is the quarters' last day, which may lie after as_of. */
static gboolean
read_imported (AccordMemberBookings *self,
               AccordWorkspace      *workspace,
               AccordDate            first,
               AccordDate            last,
               GError              **error)
{
  g_autoptr (GArray) actuals = NULL;
  gint64 metric = 0;

  if (!accord_opportunities_find_bookings_metric (accord_workspace_get_database (workspace), &metric, error))
    return FALSE;
  if (metric == 0)
    return TRUE;

  actuals = accord_actuals_read (workspace, 0, metric, first - ACCORD_OPPORTUNITY_DAYS_TO_THURSDAY,
                                 MIN (last, self->as_of), error);
  for (guint i = 0; actuals != NULL && i < actuals->len; i++)
    {
      const AccordActual *actual = &g_array_index (actuals, AccordActual, i);

      const int to_thursday = actual->grain == ACCORD_GRAIN_WEEK ? ACCORD_OPPORTUNITY_DAYS_TO_THURSDAY : 0;

      if (actual->source == ACCORD_SOURCE_IMPORTED && accord_span_has_period (first, last, actual->starts, actual->grain))
        add (self, actual->member, actual->starts + to_thursday, actual->value);
    }

  return actuals != NULL;
}

AccordMemberBookings *
accord_member_bookings_new (AccordWorkspace *workspace,
                            AccordQuarter    first,
                            AccordQuarter    last,
                            AccordDate       as_of,
                            GError         **error)
{
  g_autoptr (AccordMemberBookings) self = NULL;
  AccordDate first_day, last_day;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_new0 (AccordMemberBookings, 1);
  self->sums = g_hash_table_new_full (key_hash, key_equal, g_free, g_free);
  self->as_of = as_of;
  self->fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  first_day = accord_quarter_get_start (first, self->fiscal_start);
  last_day = accord_quarter_get_end (last, self->fiscal_start);

  if (!accord_opportunities_check (workspace, error)
      || !accord_opportunities_read_any (workspace, &self->complete, error))
    return NULL;
  if (MIN (last_day, as_of) < first_day - ACCORD_OPPORTUNITY_DAYS_TO_THURSDAY)
    return g_steal_pointer (&self);

  if (self->complete ? !read_won (self, accord_workspace_get_database (workspace), first_day, MIN (last_day, as_of), error)
                     : !read_imported (self, workspace, first_day, last_day, error))
    return NULL;

  return g_steal_pointer (&self);
}

gint64
accord_member_bookings_get (const AccordMemberBookings *self,
                            gint64                      member,
                            AccordQuarter               quarter)
{
  const Key key = { member, accord_quarter_get_start (quarter, self->fiscal_start) };
  const Sum *sum = g_hash_table_lookup (self->sums, &key);

  if (key.starts > self->as_of)
    return ACCORD_UNKNOWN;
  if (sum != NULL)
    return sum->amount;

  return self->complete ? 0 : ACCORD_UNKNOWN;
}
