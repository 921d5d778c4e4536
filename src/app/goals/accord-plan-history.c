/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-plan-history.h"

#include "accord-actuals.h"
#include "accord-opportunities.h"
#include "accord-opportunity-figures.h"
#include "accord-season-history.h"
#include "accord-weekly-need.h"

/* How many plan years back a record is looked for. */
#define YEARS 3

static void
read_quarters (AccordPlanHistory *self,
               AccordWorkspace   *workspace,
               gint64             member,
               int                year,
               AccordDate         today)
{
  gint64 quarters[YEARS * 4];
  gsize n = 0;

  for (int i = 0; i < 4; i++)
    self->booked[i] = accord_season_bookings (workspace, member, (AccordQuarter) { year, i + 1 }, today);
  for (int back = 0; back < YEARS; back++)
    for (int i = 0; i < 4; i++)
      {
        AccordQuarter quarter = { year - back, i + 1 };
        gint64 value = accord_season_bookings (workspace, member, quarter, today);

        /* Nothing booked at all is before their time, or not recorded. */
        if (value != ACCORD_UNKNOWN && value > 0)
          quarters[n++] = value;
      }

  self->best = accord_record_best (quarters, n);
  self->median = accord_record_median (quarters, n);
}

static gint64
round_to (gint64 value,
          gint64 unit)
{
  return value == ACCORD_UNKNOWN ? ACCORD_UNKNOWN : (value + unit / 2) / unit * unit;
}

static void
read_deals (AccordPlanHistory *self,
            GPtrArray         *opportunities,
            AccordDate         today,
            int                decimals)
{
  g_autofree gint64 *days = g_new (gint64, MAX (opportunities->len, 1));
  gint64 won = 0, lost = 0, value = 0, unit = 1;
  gsize n = 0;

  for (guint i = 0; i < opportunities->len; i++)
    {
      AccordOpportunity *opportunity = g_ptr_array_index (opportunities, i);

      if (opportunity->closed < self->since || opportunity->closed > today)
        continue;
      if (opportunity->state == ACCORD_OPPORTUNITY_LOST)
        lost++;
      else if (opportunity->state == ACCORD_OPPORTUNITY_WON)
        {
          won++;
          value += opportunity->amount == ACCORD_UNKNOWN ? 0 : opportunity->amount;
          if (opportunity->created != ACCORD_DATE_NONE && opportunity->created <= opportunity->closed)
            days[n++] = opportunity->closed - opportunity->created;
        }
    }
  for (int i = 0; i < decimals; i++)
    unit *= 10;
  self->deals = (guint) won;
  self->decided = (guint) (won + lost);
  self->average_deal = round_to (accord_average_deal (value, won), unit);
  self->win_rate = round_to (accord_win_rate (won, lost), ACCORD_RATE_ONE / 1000);
  self->cycle = accord_cycle_median (days, n);
}

/* What a metric came to, in whole units, and the first day that it tells of. */
static gint64
read_metric (AccordWorkspace      *workspace,
             AccordWeeklyNeedKind  kind,
             gint64                member,
             AccordDate            first,
             AccordDate            last,
             AccordDate           *begins)
{
  AccordMetric *metric = accord_weekly_need_find_metric (kind, accord_workspace_get_list (workspace,
                                                                                          ACCORD_TYPE_METRIC));
  g_autoptr (GArray) actuals = NULL;
  gint64 sum = 0;

  *begins = ACCORD_DATE_NONE;
  if (metric == NULL)
    return 0;

  actuals = accord_actuals_read (workspace, member, accord_record_get_id (ACCORD_RECORD (metric)), first, last, NULL);
  for (guint i = 0; actuals != NULL && i < actuals->len; i++)
    {
      AccordActual *actual = &g_array_index (actuals, AccordActual, i);

      sum += actual->value / ACCORD_RATE_ONE;
      if (*begins == ACCORD_DATE_NONE || actual->starts < *begins)
        *begins = actual->starts;
    }

  return sum;
}

static AccordRate
share_of (gint64 part,
          gint64 whole)
{
  if (part <= 0 || whole <= 0)
    return ACCORD_UNKNOWN;

  return MIN (round_to (accord_rate_from_ratio (part, whole), ACCORD_RATE_ONE / 1000), ACCORD_RATE_ONE);
}

/* Each pair of figures over the time for which both are known. */
static void
read_activity (AccordPlanHistory *self,
               AccordWorkspace   *workspace,
               gint64             member,
               GPtrArray         *opportunities,
               AccordDate         today)
{
  AccordDate outreach_begins, meetings_begin, begins;
  gint64 opened = 0;

  self->meetings = read_metric (workspace, ACCORD_WEEKLY_MEETINGS, member, self->since, today, &meetings_begin);
  if (meetings_begin != ACCORD_DATE_NONE)
    for (guint i = 0; i < opportunities->len; i++)
      {
        AccordOpportunity *opportunity = g_ptr_array_index (opportunities, i);

        if (opportunity->created >= meetings_begin && opportunity->created <= today)
          opened++;
      }
  self->meeting_rate = share_of (opened, self->meetings);

  read_metric (workspace, ACCORD_WEEKLY_OUTREACH, member, self->since, today, &outreach_begins);
  begins = MAX (meetings_begin, outreach_begins);
  if (meetings_begin == ACCORD_DATE_NONE || outreach_begins == ACCORD_DATE_NONE)
    return;
  self->outreach = read_metric (workspace, ACCORD_WEEKLY_OUTREACH, member, begins, today, &outreach_begins);
  self->outreach_rate = share_of (read_metric (workspace, ACCORD_WEEKLY_MEETINGS, member, begins, today,
                                               &meetings_begin),
                                  self->outreach);
}

void
accord_plan_history_read (AccordPlanHistory *self,
                          AccordWorkspace   *workspace,
                          gint64             member,
                          int                year,
                          AccordDate         today)
{
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  int fiscal_start = (int) accord_settings_get_fiscal_start (settings);
  g_autoptr (GPtrArray) opportunities = accord_opportunities_read (workspace, member, ACCORD_DATE_NONE,
                                                                   ACCORD_DATE_NONE, NULL);

  *self = (AccordPlanHistory) {
    .since = accord_plan_year_get_start (year - YEARS + 1, fiscal_start),
    .average_deal = ACCORD_UNKNOWN,
    .win_rate = ACCORD_UNKNOWN,
    .cycle = ACCORD_UNKNOWN,
    .meeting_rate = ACCORD_UNKNOWN,
    .outreach_rate = ACCORD_UNKNOWN,
  };
  self->has_season = accord_season_read (workspace, year, today, self->season);
  read_quarters (self, workspace, member, year, today);
  if (opportunities == NULL)
    return;
  read_deals (self, opportunities, today, (int) accord_settings_get_decimals (settings));
  read_activity (self, workspace, member, opportunities, today);
}
