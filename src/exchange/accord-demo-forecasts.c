/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-demo-private.h"

#include "accord-account.h"
#include "accord-exact.h"
#include "accord-forecast.h"

/* Nobody says a quarter to the dollar. */
#define FORECAST_STEP (1000 * ACCORD_DEMO_CENTS)
/* Days into a month of the quarter on which forecasts are asked for. */
#define ASKED_ON 20

static void
put_forecast (AccordDemo             *self,
              AccordChange           *change,
              const AccordDemoSeller *seller,
              AccordDate              starts,
              AccordDate              made_on,
              gint64                  amount)
{
  g_autoptr (AccordForecast) forecast = accord_forecast_new ();

  accord_forecast_set_member (forecast, seller->id);
  accord_forecast_set_starts (forecast, starts);
  accord_forecast_set_amount (forecast, amount - amount % FORECAST_STEP);
  accord_forecast_set_made_on (forecast, made_on);
  accord_change_put (change, forecast);
}

/* Once a month, of those that have come. */
static void
put_quarter (AccordDemo             *self,
             AccordChange           *change,
             const AccordDemoSeller *seller,
             AccordQuarter           quarter,
             AccordDemoRandom       *random)
{
  const int year = accord_demo_year_index (self, quarter.year);
  const AccordDate starts = accord_quarter_get_start (quarter, ACCORD_DEMO_FISCAL_START);
  const gint64 outcome = accord_wide_divide_round ((AccordWide) seller->quarters[year][quarter.quarter - 1]
                                                     * seller->attainment[year],
                                                   100);

  for (int month = 0; month < ACCORD_DEMO_FORECASTS; month++)
    {
      const AccordDate day = accord_demo_working_day (accord_date_add_months (starts, month) + ASKED_ON);
      const gint64 percent = seller->forecast[month] + accord_demo_random_range (random, -2, 2);

      if (outcome > 0 && day >= seller->started && day <= self->today)
        put_forecast (self, change, seller, starts, day, accord_wide_divide_round ((AccordWide) outcome * percent, 100));
    }
}

static void
put_ideal_accounts (AccordDemo   *self,
                    AccordChange *change)
{
  JsonArray *names = json_object_get_array_member (self->source, "ideal-accounts");

  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      g_autoptr (AccordAccount) account = accord_account_new ();

      accord_account_set_name (account, json_array_get_string_element (names, i));
      accord_account_set_ideal (account, TRUE);
      accord_change_put (change, account);
    }
}

void
accord_demo_put_forecasts (AccordDemo   *self,
                           AccordChange *change)
{
  for (guint i = 0; i < self->sellers->len; i++)
    {
      const AccordDemoSeller *seller = &g_array_index (self->sellers, AccordDemoSeller, i);
      AccordDemoRandom random;

      accord_demo_random_init (&random, 4, i);
      for (int year = self->year - ACCORD_DEMO_YEARS + 1; year <= self->year; year++)
        {
          for (int quarter = 1; quarter <= 4; quarter++)
            put_quarter (self, change, seller, (AccordQuarter) { year, quarter }, &random);
        }
    }
  put_ideal_accounts (self, change);
}
