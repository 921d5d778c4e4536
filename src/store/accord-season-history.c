/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-season-history.h"

#include "accord-allocation.h"
#include "accord-opportunities.h"

/* How many plan years back a season is looked for. */
#define YEARS 3

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

gboolean
accord_season_read (AccordWorkspace *workspace,
                    int              year,
                    AccordDate       today,
                    gint64           weights[4])
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

          years[back][i] = accord_season_bookings (workspace, 0, quarter, today);
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
