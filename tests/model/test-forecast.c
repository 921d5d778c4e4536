/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-account-query.h"
#include "accord-forecast-query.h"
#include "accord-opportunity-figures.h"

#define U ACCORD_UNKNOWN
#define PERMILLE(n) ((AccordRate) (n) * (ACCORD_RATE_ONE / 1000))

static void
add (GListStore *forecasts,
     gint64      member,
     AccordDate  starts,
     AccordDate  made_on,
     gint64      amount)
{
  g_autoptr (AccordForecast) forecast = accord_forecast_new ();

  accord_record_set_id (ACCORD_RECORD (forecast), g_list_model_get_n_items (G_LIST_MODEL (forecasts)) + 1);
  accord_forecast_set_member (forecast, member);
  accord_forecast_set_starts (forecast, starts);
  accord_forecast_set_made_on (forecast, made_on);
  accord_forecast_set_amount (forecast, amount);
  g_list_store_append (forecasts, forecast);
}

static gint64
found (AccordForecastBook *book,
       gint64              member,
       AccordDate          starts,
       AccordDate          as_of)
{
  AccordForecast *forecast = accord_forecast_book_find (book, member, starts, as_of);

  return forecast != NULL ? accord_forecast_get_amount (forecast) : U;
}

static void
test_book (void)
{
  g_autoptr (GListStore) forecasts = g_list_store_new (ACCORD_TYPE_FORECAST);
  g_autoptr (AccordForecastBook) book = NULL;
  GPtrArray *list;

  /* Stored in another order than they were said: what came from elsewhere came later. */
  add (forecasts, 1, 100, 150, 50);
  add (forecasts, 1, 100, 120, 20);
  add (forecasts, 1, 100, 150, 51); /* the same day, later */
  add (forecasts, 1, 100, 195, 95); /* after the quarter */
  add (forecasts, 1, 190, 120, 7);
  add (forecasts, 2, 100, 130, 30);
  book = accord_forecast_book_new (G_LIST_MODEL (forecasts));

  g_assert_cmpint (found (book, 1, 100, 119), ==, U);
  g_assert_cmpint (found (book, 1, 100, 120), ==, 20);
  g_assert_cmpint (found (book, 1, 100, 149), ==, 20);
  g_assert_cmpint (found (book, 1, 100, 150), ==, 51);
  g_assert_cmpint (found (book, 1, 100, 189), ==, 51);
  g_assert_cmpint (found (book, 1, 190, 189), ==, 7);
  g_assert_cmpint (found (book, 2, 100, 189), ==, 30);
  g_assert_cmpint (found (book, 2, 190, 189), ==, U);
  list = accord_forecast_book_list (book, 1, 100);
  g_assert_cmpuint (list->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (accord_forecast_get_amount (list->pdata[i]), ==, ((const gint64[]) { 20, 50, 51, 95 })[i]);
  g_assert_null (accord_forecast_book_list (book, 3, 100));
}

static void
test_bias (void)
{
  const gint64 actuals[] = { 100, 200, U, 50 };
  const gint64 forecasts[] = { 110, 260, 70, U };
  const gint64 nothing = 0;

  g_assert_cmpint (accord_forecast_bias_over (actuals, forecasts, 1), ==, PERMILLE (100));
  /* 370 less 300 of 300; what has no counterpart is left out. */
  g_assert_cmpint (accord_forecast_bias_over (actuals, forecasts, 4), ==, 233333333);
  g_assert_cmpint (accord_forecast_bias_over (forecasts, actuals, 2), ==, -189189189);
  g_assert_cmpint (accord_forecast_bias_over (actuals + 2, forecasts + 2, 2), ==, U);
  g_assert_cmpint (accord_forecast_bias_over (&nothing, forecasts, 1), ==, U);
  g_assert_cmpint (accord_forecast_bias_over (NULL, NULL, 0), ==, U);

  /* Of one period it is that of accord_forecast_bias(). */
  for (int i = 0; i < 1000; i++)
    {
      const gint64 actual = g_test_rand_int_range (0, 1000), forecast = g_test_rand_int_range (0, 1000);

      g_assert_cmpint (accord_forecast_bias_over (&actual, &forecast, 1), ==, accord_forecast_bias (actual, forecast));
    }
}

static void
test_ideal (void)
{
  g_autoptr (GListStore) accounts = g_list_store_new (ACCORD_TYPE_ACCOUNT);
  g_autoptr (AccordIdealAccounts) ideal = NULL;
  const char *const names[] = { "Northwind", "Étoile", "Contoso" };
  const AccordIdealShare share = { .opened = 8, .ideal = 3, .amount = 1000, .ideal_amount = 250 };
  const AccordIdealShare none = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AccordAccount) account = accord_account_new ();

      accord_account_set_name (account, names[i]);
      accord_account_set_ideal (account, i < 2);
      g_list_store_append (accounts, account);
    }
  ideal = accord_ideal_accounts_new (G_LIST_MODEL (accounts));
  g_assert_cmpuint (accord_ideal_accounts_get_n (ideal), ==, 2);
  g_assert_true (accord_ideal_accounts_has (ideal, " NORTHWIND "));
  g_assert_true (accord_ideal_accounts_has (ideal, "e\u0301toile"));
  g_assert_false (accord_ideal_accounts_has (ideal, "Contoso"));
  g_assert_false (accord_ideal_accounts_has (ideal, ""));
  g_assert_true (accord_account_find (G_LIST_MODEL (accounts), "contoso") != NULL);
  g_assert_null (accord_account_find (G_LIST_MODEL (accounts), "Fabrikam"));

  g_assert_cmpint (accord_ideal_share_by_count (&share), ==, PERMILLE (375));
  g_assert_cmpint (accord_ideal_share_by_amount (&share), ==, PERMILLE (250));
  g_assert_cmpint (accord_ideal_share_by_count (&none), ==, U);
  g_assert_cmpint (accord_ideal_share_by_amount (&none), ==, U);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *names;
  } cases[] = {
    { "", "" },
    { "\n \n\t\n", "" },
    { "Northwind", "Northwind" },
    { " Northwind \r\nContoso\r\n\r\nNORTHWIND\n", "Northwind|Contoso" },
    { "Smith, Jones & Co\nÉtoile\nétoile", "Smith, Jones & Co|Étoile" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) names = accord_account_names_from_lines (cases[i].text);
      g_autofree char *joined = NULL;

      g_ptr_array_add (names, NULL);
      joined = g_strjoinv ("|", (char **) names->pdata);
      g_assert_cmpstr (joined, ==, cases[i].names);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast/book", test_book);
  g_test_add_func ("/forecast/bias", test_bias);
  g_test_add_func ("/forecast/ideal", test_ideal);
  g_test_add_func ("/forecast/lines", test_lines);

  return g_test_run ();
}
