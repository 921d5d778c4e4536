/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-history.h"

#include "accord-allocation.h"
#include "accord-opportunities.h"
#include "accord-opportunity-figures.h"

/* How many plan years back a season and a record are looked for. */
#define YEARS 3

static gint64
bookings_of (AccordWorkspace *workspace,
             gint64           member,
             AccordQuarter    quarter,
             int              fiscal_start,
             AccordDate       today)
{
  AccordDate last = accord_quarter_get_end (quarter, fiscal_start);

  if (last >= today)
    return ACCORD_UNKNOWN;

  return accord_opportunities_bookings (workspace, member, accord_quarter_get_start (quarter, fiscal_start), last);
}

static void
read_season (AccordPlanHistory *self,
             AccordWorkspace   *workspace,
             int                year,
             int                fiscal_start,
             AccordDate         today)
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

          years[back][i] = bookings_of (workspace, 0, quarter, fiscal_start, today);
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

  accord_season_weights (years, YEARS, self->season);
  self->has_season = complete >= 2;
}

static void
read_quarters (AccordPlanHistory *self,
               AccordWorkspace   *workspace,
               gint64             member,
               int                year,
               int                fiscal_start,
               AccordDate         today)
{
  gint64 quarters[YEARS * 4];
  gsize n = 0;

  for (int back = 0; back < YEARS; back++)
    for (int i = 0; i < 4; i++)
      {
        AccordQuarter quarter = { year - back, i + 1 };
        gint64 value = bookings_of (workspace, member, quarter, fiscal_start, today);

        /* Nothing booked at all is before their time, or not recorded. */
        if (value != ACCORD_UNKNOWN && value > 0)
          quarters[n++] = value;
      }

  self->best = accord_record_best (quarters, n);
  self->median = accord_record_median (quarters, n);
}

static void
read_deals (AccordPlanHistory *self,
            AccordWorkspace   *workspace,
            gint64             member,
            AccordDate         first,
            AccordDate         today)
{
  g_autoptr (GPtrArray) opportunities = accord_opportunities_read (workspace, member, first, today, NULL);
  gint64 won = 0, lost = 0, value = 0;

  self->average_deal = self->win_rate = ACCORD_UNKNOWN;
  if (opportunities == NULL)
    return;

  for (guint i = 0; i < opportunities->len; i++)
    {
      AccordOpportunity *opportunity = g_ptr_array_index (opportunities, i);

      if (opportunity->state == ACCORD_OPPORTUNITY_LOST)
        lost++;
      else if (opportunity->state == ACCORD_OPPORTUNITY_WON)
        {
          won++;
          value += opportunity->amount == ACCORD_UNKNOWN ? 0 : opportunity->amount;
        }
    }
  self->average_deal = accord_average_deal (value, won);
  self->win_rate = accord_win_rate (won, lost);
}

void
accord_plan_history_read (AccordPlanHistory *self,
                          AccordWorkspace   *workspace,
                          gint64             member,
                          int                year,
                          AccordDate         today)
{
  int fiscal_start = (int) accord_settings_get_fiscal_start (accord_workspace_get_settings (workspace));

  read_season (self, workspace, year, fiscal_start, today);
  read_quarters (self, workspace, member, year, fiscal_start, today);
  read_deals (self, workspace, member, accord_plan_year_get_start (year - YEARS + 1, fiscal_start), today);
}
