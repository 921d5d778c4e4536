/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member-bookings.h"

#include "accord-actuals.h"
#include "accord-opportunities-private.h"
#include "accord-workspace-private.h"

typedef struct
{
  gint64 member;
  gint64 starts;
} Key;

struct _AccordMemberBookings
{
  GHashTable *sums; /* of Key to gint64 */
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
  gint64 *sum = g_hash_table_lookup (self->sums, &key);

  if (sum == NULL)
    {
      g_hash_table_insert (self->sums, g_memdup2 (&key, sizeof key), g_memdup2 (&amount, sizeof amount));
      return;
    }
  if (*sum == ACCORD_UNKNOWN || __builtin_add_overflow (*sum, amount, sum))
    *sum = ACCORD_UNKNOWN;
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
      add (self, sqlite3_column_int64 (statement, 0), month, sqlite3_column_int64 (statement, 2));
    }
}

/* As accord_opportunities_bookings() has it. */
static gboolean
read_imported (AccordMemberBookings *self,
               AccordWorkspace      *workspace,
               AccordDate            first,
               AccordDate            last,
               GError              **error)
{
  g_autoptr (GArray) actuals = NULL;
  gint64 metric = 0;

  if (!accord_database_read_integer (accord_workspace_get_database (workspace),
                                     "SELECT min (id) FROM metric WHERE name = 'Bookings' COLLATE NOCASE AND unit = 'money'",
                                     &metric, error))
    return FALSE;
  if (metric == 0)
    return TRUE;

  actuals = accord_actuals_read (workspace, 0, metric, first, last, error);
  for (guint i = 0; actuals != NULL && i < actuals->len; i++)
    {
      const AccordActual *actual = &g_array_index (actuals, AccordActual, i);

      if (actual->source == ACCORD_SOURCE_IMPORTED)
        add (self, actual->member, actual->starts, actual->value);
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
  last_day = MIN (accord_quarter_get_end (last, self->fiscal_start), as_of);

  if (!accord_opportunities_check (workspace, error)
      || !accord_opportunities_read_any (workspace, &self->complete, error))
    return NULL;
  if (last_day < first_day)
    return g_steal_pointer (&self);

  if (self->complete ? !read_won (self, accord_workspace_get_database (workspace), first_day, last_day, error)
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
  const gint64 *sum = g_hash_table_lookup (self->sums, &key);

  if (key.starts > self->as_of)
    return ACCORD_UNKNOWN;
  if (sum != NULL)
    return *sum;

  return self->complete ? 0 : ACCORD_UNKNOWN;
}
