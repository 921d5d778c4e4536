/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-season-history.h"

#include "accord-allocation.h"
#include "accord-opportunities.h"

/* How many plan years back a season is looked for. */
#define YEARS 3

struct _AccordSeasonHistory
{
  GHashTable *quarters; /* quarter_index() to gint64 */
  gboolean complete;    /* a quarter that is not in there booked nothing */
  AccordDate today;
  int fiscal_start;
};

gint64
accord_season_bookings (AccordWorkspace *workspace,
                        gint64           member,
                        AccordQuarter    quarter,
                        AccordDate       today)
{
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  AccordDate last = accord_quarter_get_end (quarter, fiscal_start);

  if (last >= today)
    return ACCORD_UNKNOWN;

  return accord_opportunities_bookings (workspace, member, accord_quarter_get_start (quarter, fiscal_start), last);
}

static int
quarter_index (AccordQuarter quarter)
{
  return quarter.year * 4 + quarter.quarter - 1;
}

AccordSeasonHistory *
accord_season_history_new (AccordWorkspace *workspace,
                           AccordDate       today)
{
  AccordSeasonHistory *self = g_new0 (AccordSeasonHistory, 1);
  g_autoptr (GArray) bookings = accord_opportunities_list_bookings (workspace, &self->complete);

  self->today = today;
  self->fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));
  self->quarters = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->complete = self->complete && bookings != NULL;
  for (guint i = 0; bookings != NULL && i < bookings->len; i++)
    {
      const AccordBooking *booking = &g_array_index (bookings, AccordBooking, i);
      gpointer key = GINT_TO_POINTER (quarter_index (accord_quarter_for_date (booking->day, self->fiscal_start)));
      gint64 *sum = g_hash_table_lookup (self->quarters, key);

      if (sum == NULL)
        {
          sum = g_new0 (gint64, 1);
          g_hash_table_insert (self->quarters, key, sum);
        }
      if (*sum != ACCORD_UNKNOWN && __builtin_add_overflow (*sum, booking->amount, sum))
        *sum = ACCORD_UNKNOWN;
    }

  return self;
}

void
accord_season_history_free (AccordSeasonHistory *self)
{
  g_hash_table_unref (self->quarters);
  g_free (self);
}

static gint64
get_bookings (const AccordSeasonHistory *self,
              AccordQuarter              quarter)
{
  const gint64 *sum = g_hash_table_lookup (self->quarters, GINT_TO_POINTER (quarter_index (quarter)));

  if (accord_quarter_get_end (quarter, self->fiscal_start) >= self->today)
    return ACCORD_UNKNOWN;
  if (sum != NULL)
    return *sum;

  return self->complete ? 0 : ACCORD_UNKNOWN;
}

gboolean
accord_season_history_weigh (const AccordSeasonHistory *self,
                             int                        year,
                             gint64                     weights[4])
{
  gint64 years[YEARS][4];
  gsize complete = 0;

  for (int back = 0; back < YEARS; back++)
    {
      gint64 sum = 0;
      gboolean known = TRUE;

      for (int i = 0; i < 4; i++)
        {
          AccordQuarter quarter = { year - 1 - back, i + 1 };

          years[back][i] = get_bookings (self, quarter);
          known = known && years[back][i] != ACCORD_UNKNOWN;
          sum += known ? years[back][i] : 0;
        }
      if (known && sum > 0)
        complete++;
      else
        /* A year in which nothing was recorded says nothing about the season. */
        for (int i = 0; i < 4; i++)
          years[back][i] = ACCORD_UNKNOWN;
    }

  accord_season_weights (years, YEARS, weights);

  return complete >= 2;
}

gboolean
accord_season_read (AccordWorkspace *workspace,
                    int              year,
                    AccordDate       today,
                    gint64           weights[4])
{
  g_autoptr (AccordSeasonHistory) history = accord_season_history_new (workspace, today);

  return accord_season_history_weigh (history, year, weights);
}
