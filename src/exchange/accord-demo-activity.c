/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-demo-private.h"

#include "accord-actuals.h"
#include "accord-rate.h"

/* What a week of the year leaves of a usual one, in hundredths. */
static gint64
week_share (AccordDate monday)
{
  int week = accord_date_get_iso_week (monday, NULL);

  if (week >= 52 || week == 1)
    return 55;
  if (week >= 31 && week <= 33)
    return 85;

  return 100;
}

static void
append_actual (AccordDemo *self,
               GArray     *actuals,
               gint64      member,
               const char *metric,
               AccordDate  monday,
               gint64      value)
{
  AccordActual actual = {
    member, accord_demo_find (self, metric), monday, ACCORD_GRAIN_WEEK, value, ACCORD_SOURCE_TYPED
  };

  g_array_append_val (actuals, actual);
}

/* About percent, never beyond 0 to 100. */
static gint64
draw_percent (AccordDemoRandom *random,
              gint64            percent,
              gint64            spread)
{
  return CLAMP (percent + accord_demo_random_range (random, -spread, spread), 0, 100) * (ACCORD_RATE_ONE / 100);
}

/* meeting_parts: hundredths of a first meeting that earlier outreach still owes. */
static void
append_week (AccordDemo             *self,
             GArray                 *actuals,
             const AccordDemoSeller *seller,
             int                     year,
             AccordDate              monday,
             AccordDemoRandom       *random,
             gint64                 *meeting_parts)
{
  gint64 usual = seller->weekly_outreach * seller->outreach[year] * week_share (monday);
  gint64 outreach = (usual * accord_demo_random_range (random, 86, 114) + 500000) / 1000000;
  gint64 meetings;

  *meeting_parts += outreach * seller->meetings[year];
  meetings = *meeting_parts / 100;
  *meeting_parts %= 100;

  append_actual (self, actuals, seller->id, "outreach", monday, outreach * ACCORD_RATE_ONE);
  append_actual (self, actuals, seller->id, "meetings", monday, meetings * ACCORD_RATE_ONE);
  append_actual (self, actuals, seller->id, "ideal", monday, draw_percent (random, seller->ideal[year], 8));
  append_actual (self, actuals, seller->id, "on-time", monday, draw_percent (random, seller->on_time[year], 7));
}

gboolean
accord_demo_put_activity (AccordDemo *self,
                          GError    **error)
{
  g_autoptr (GArray) actuals = g_array_new (FALSE, FALSE, sizeof (AccordActual));

  for (guint i = 0; i < self->sellers->len; i++)
    {
      const AccordDemoSeller *seller = &g_array_index (self->sellers, AccordDemoSeller, i);
      AccordDemoRandom random;
      gint64 meeting_parts = 0;

      accord_demo_random_init (&random, 3, i);
      for (int index = 0; index < ACCORD_DEMO_YEARS; index++)
        {
          AccordQuarter year = { self->year - ACCORD_DEMO_YEARS + 1 + index, 0 };
          g_autoptr (GArray) weeks = accord_quarter_list_weeks (year, ACCORD_DEMO_FISCAL_START);

          for (guint j = 0; j < weeks->len; j++)
            {
              AccordDate monday = g_array_index (weeks, AccordDate, j);

              /* Weeks that are over by now, on which they were there from the start. */
              if (monday >= seller->started && monday + 6 < self->today)
                append_week (self, actuals, seller, index, monday, &random, &meeting_parts);
            }
        }
    }

  return accord_actuals_put (self->workspace, (AccordActual *) actuals->data, actuals->len, error);
}
