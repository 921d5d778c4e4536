/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-forecast-table.h"

#include "accord-commitment.h"
#include "accord-holiday.h"
#include "accord-member-bookings.h"
#include "accord-opportunity-figures.h"
#include "accord-quota.h"
#include "accord-score-period.h"

/* A table in the making. */
typedef struct
{
  AccordWorkspace *workspace;
  AccordForecastTable *table;
  int fiscal_start;
  AccordDate first;
  AccordDate last;
  AccordExact elapsed;
  AccordMemberBookings *bookings;
  GHashTable *by_member; /* id to place in rows + 1 */
} Making;

static void
making_clear (Making *self)
{
  g_clear_pointer (&self->bookings, accord_member_bookings_free);
  g_clear_pointer (&self->by_member, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

void
accord_forecast_table_free (AccordForecastTable *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->book, accord_forecast_book_free);
  g_free (self);
}

static AccordForecastRow *
find_row (Making *self,
          gint64  member)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_member, &member));

  return place > 0 ? &g_array_index (self->table->rows, AccordForecastRow, place - 1) : NULL;
}

/* Unknown counts for nothing beside what is known. */
static void
add_known (gint64 *sum,
           gint64  amount)
{
  if (amount == ACCORD_UNKNOWN)
    return;
  if (*sum == ACCORD_UNKNOWN)
    *sum = 0;
  if (__builtin_add_overflow (*sum, amount, sum))
    *sum = ACCORD_UNKNOWN;
}

static void
init_row (Making            *self,
          AccordForecastRow *row,
          gint64             member)
{
  AccordQuarter quarter = self->table->quarter;

  *row = (AccordForecastRow) {
    .member = member, .quota = ACCORD_UNKNOWN, .commitment = ACCORD_UNKNOWN, .booked = ACCORD_UNKNOWN,
    .landing = ACCORD_UNKNOWN, .forecast = ACCORD_UNKNOWN, .difference = ACCORD_UNKNOWN,
    .accuracy = ACCORD_UNKNOWN, .bias = ACCORD_UNKNOWN,
  };
  for (guint i = 0; i < ACCORD_FORECAST_PAST_QUARTERS; i++)
    {
      quarter = accord_quarter_previous (quarter);
      row->past[i] = (AccordForecastPast) { quarter, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN, ACCORD_UNKNOWN };
    }
}

static gboolean
add_quotas (Making  *self,
            GError **error)
{
  GListModel *quotas = accord_workspace_load_list (self->workspace, ACCORD_TYPE_QUOTA, error);

  for (guint i = 0; quotas != NULL && i < g_list_model_get_n_items (quotas); i++)
    {
      g_autoptr (AccordQuota) quota = g_list_model_get_item (quotas, i);
      AccordForecastRow *row = find_row (self, accord_quota_get_member (quota));

      if (row != NULL && accord_quota_get_starts (quota) >= self->first && accord_quota_get_starts (quota) <= self->last)
        add_known (&row->quota, accord_quota_get_amount (quota));
    }

  return quotas != NULL;
}

static gint64
get_quarter (AccordCommitment *commitment,
             int               quarter)
{
  switch (quarter)
    {
    case 1:
      return accord_commitment_get_q1 (commitment);
    case 2:
      return accord_commitment_get_q2 (commitment);
    case 3:
      return accord_commitment_get_q3 (commitment);
    default:
      return accord_commitment_get_q4 (commitment);
    }
}

/* The version that held last. */
static gboolean
add_commitments (Making  *self,
                 GError **error)
{
  GListModel *commitments = accord_workspace_load_list (self->workspace, ACCORD_TYPE_COMMITMENT, error);
  g_autofree gint64 *versions = g_new0 (gint64, self->table->rows->len + 1);

  for (guint i = 0; commitments != NULL && i < g_list_model_get_n_items (commitments); i++)
    {
      g_autoptr (AccordCommitment) commitment = g_list_model_get_item (commitments, i);
      AccordForecastRow *row = find_row (self, accord_commitment_get_member (commitment));
      gint64 *version;

      if (row == NULL || accord_commitment_get_year (commitment) != self->table->quarter.year
          || accord_commitment_get_committed_on (commitment) > self->table->as_of)
        continue;
      version = &versions[row - (AccordForecastRow *) (gpointer) self->table->rows->data];
      if (accord_commitment_get_version (commitment) <= *version)
        continue;
      *version = accord_commitment_get_version (commitment);
      row->commitment = get_quarter (commitment, self->table->quarter.quarter);
    }

  return commitments != NULL;
}

static void
fill_past (Making             *self,
           gint64              member,
           AccordForecastPast *past)
{
  const AccordDate ends = accord_quarter_get_end (past->quarter, self->fiscal_start);
  AccordForecast *forecast = accord_forecast_book_find (self->table->book, member,
                                                        accord_quarter_get_start (past->quarter, self->fiscal_start),
                                                        MIN (ends, self->table->as_of));

  if (forecast != NULL)
    past->forecast = accord_forecast_get_amount (forecast);
  if (ends < self->table->as_of)
    past->booked = accord_member_bookings_get (self->bookings, member, past->quarter);
}

/* Accuracy and bias of each quarter, and over all. */
static void
judge_past (AccordForecastRow *row)
{
  gint64 actuals[ACCORD_FORECAST_PAST_QUARTERS];
  gint64 forecasts[ACCORD_FORECAST_PAST_QUARTERS];

  for (guint i = 0; i < ACCORD_FORECAST_PAST_QUARTERS; i++)
    {
      AccordForecastPast *past = &row->past[i];

      actuals[i] = past->booked;
      forecasts[i] = past->forecast;
      past->accuracy = accord_forecast_accuracy (&past->booked, &past->forecast, 1);
      past->bias = accord_forecast_bias (past->booked, past->forecast);
    }
  row->accuracy = accord_forecast_accuracy (actuals, forecasts, ACCORD_FORECAST_PAST_QUARTERS);
  row->bias = accord_forecast_bias_over (actuals, forecasts, ACCORD_FORECAST_PAST_QUARTERS);
}

static void
fill_row (Making            *self,
          AccordForecastRow *row)
{
  AccordForecast *forecast = accord_forecast_book_find (self->table->book, row->member, self->first,
                                                        MIN (self->last, self->table->as_of));

  row->booked = accord_member_bookings_get (self->bookings, row->member, self->table->quarter);
  row->landing = accord_run_rate_landing (row->booked, self->elapsed);
  if (forecast != NULL)
    {
      row->forecast = accord_forecast_get_amount (forecast);
      row->made_on = accord_forecast_get_made_on (forecast);
      row->n_forecasts = 1;
    }
  if (row->forecast != ACCORD_UNKNOWN && row->landing != ACCORD_UNKNOWN)
    row->difference = row->forecast - row->landing;
  for (guint i = 0; i < ACCORD_FORECAST_PAST_QUARTERS; i++)
    fill_past (self, row->member, &row->past[i]);
  judge_past (row);
}

/* A past quarter of all is that of those of whom both figures are known: the one is never compared with the other's. */
static void
add_to_all (AccordForecastRow       *all,
            const AccordForecastRow *row)
{
  add_known (&all->quota, row->quota);
  add_known (&all->commitment, row->commitment);
  add_known (&all->booked, row->booked);
  add_known (&all->landing, row->landing);
  add_known (&all->forecast, row->forecast);
  add_known (&all->difference, row->difference);
  all->made_on = MAX (all->made_on, row->made_on);
  all->n_forecasts += row->n_forecasts;
  for (guint i = 0; i < ACCORD_FORECAST_PAST_QUARTERS; i++)
    {
      if (row->past[i].booked == ACCORD_UNKNOWN || row->past[i].forecast == ACCORD_UNKNOWN)
        continue;
      add_known (&all->past[i].booked, row->past[i].booked);
      add_known (&all->past[i].forecast, row->past[i].forecast);
    }
}

static void
fill_all (Making *self)
{
  AccordForecastRow *all = &self->table->all;

  init_row (self, all, 0);
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      AccordForecastRow *row = &g_array_index (self->table->rows, AccordForecastRow, i);

      fill_row (self, row);
      add_to_all (all, row);
    }
  judge_past (all);
}

static void
add_rows (Making    *self,
          GPtrArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      AccordForecastRow row;

      init_row (self, &row, accord_record_get_id (members->pdata[i]));
      g_array_append_val (self->table->rows, row);
      g_hash_table_insert (self->by_member, g_memdup2 (&row.member, sizeof row.member), GUINT_TO_POINTER (i + 1));
    }
}

AccordForecastTable *
accord_forecast_table_new (AccordWorkspace *workspace,
                           GPtrArray       *members,
                           AccordQuarter    quarter,
                           AccordDate       as_of,
                           GError         **error)
{
  g_autoptr (AccordForecastTable) table = NULL;
  g_auto (Making) making = { .workspace = workspace };
  AccordQuarter oldest = quarter;
  GListModel *forecasts, *holidays;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (quarter.quarter >= 1 && quarter.quarter <= 4 && as_of > ACCORD_DATE_NONE, NULL);

  forecasts = accord_workspace_load_list (workspace, ACCORD_TYPE_FORECAST, error);
  holidays = forecasts != NULL ? accord_workspace_load_list (workspace, ACCORD_TYPE_HOLIDAY, error) : NULL;
  if (holidays == NULL)
    return NULL;

  making.table = table = g_new0 (AccordForecastTable, 1);
  table->quarter = quarter;
  table->as_of = as_of;
  table->rows = g_array_new (FALSE, FALSE, sizeof (AccordForecastRow));
  table->book = accord_forecast_book_new (forecasts);
  making.by_member = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  making.fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  making.first = accord_quarter_get_start (quarter, making.fiscal_start);
  making.last = accord_quarter_get_end (quarter, making.fiscal_start);
  making.elapsed = accord_quarter_get_elapsed (quarter, making.fiscal_start, holidays, as_of);
  for (guint i = 0; i < ACCORD_FORECAST_PAST_QUARTERS; i++)
    oldest = accord_quarter_previous (oldest);
  making.bookings = accord_member_bookings_new (workspace, oldest, quarter, as_of, error);
  if (making.bookings == NULL)
    return NULL;

  add_rows (&making, members);
  if (!add_quotas (&making, error) || !add_commitments (&making, error))
    return NULL;
  fill_all (&making);

  return g_steal_pointer (&table);
}
