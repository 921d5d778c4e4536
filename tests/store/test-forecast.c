/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "accord-account-change.h"
#include "accord-forecast.h"
#include "accord-workspace-erase.h"

/* What members said a quarter will end at stays as they said it; accounts have one record a name. */

static gpointer
draft_forecast (gint64 member,
                gint64 amount)
{
  AccordForecast *forecast = accord_forecast_new ();

  accord_forecast_set_member (forecast, member);
  accord_forecast_set_starts (forecast, accord_date_new (2026, 10, 1));
  accord_forecast_set_amount (forecast, amount);
  accord_forecast_set_made_on (forecast, accord_date_new (2026, 11, 23));
  accord_forecast_set_note (forecast, "As of the pipeline");

  return forecast;
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, type));
}

static void
test_stays (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (AccordRecord) member = draft_member ("Joe");
  g_autoptr (AccordForecast) first = draft_forecast (put (fixture->workspace, member), 5000);
  g_autoptr (AccordForecast) second = draft_forecast (accord_record_get_id (member), 4000);
  g_autoptr (AccordForecast) changed = NULL;
  g_autoptr (AccordChange) change = accord_change_new ("Change");
  g_autoptr (GError) error = NULL;
  const char *const refused[] = { "member = 2", "starts = '2026-07-01'", "amount = 1", "made_on = '2026-11-01'",
                                  "note = 'Another'" };

  put (fixture->workspace, first);
  put (fixture->workspace, second);
  changed = accord_record_copy (first);
  accord_forecast_set_amount (changed, 6000);
  accord_change_put (change, changed);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SEALED);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_FORECAST), ==, 2);

  /* A slip is taken back, and can be said again. */
  g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_FORECAST), ==, 1);
  g_assert_true (accord_workspace_redo (fixture->workspace, NULL));
  fixture_reopen (fixture);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_FORECAST), ==, 2);
  g_clear_object (&changed);
  changed = accord_record_copy (accord_workspace_find (fixture->workspace, ACCORD_TYPE_FORECAST, 2));
  g_assert_true (accord_record_equal (changed, second));
  g_clear_object (&fixture->workspace);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE forecast SET %s WHERE id = 1", refused[i]);
      g_autofree char *message = tamper (fixture->path, sql);

      g_assert_cmpstr (message, ==, "sealed");
    }
}

static void
test_refused (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (AccordRecord) member = draft_member ("Joe");
  const gint64 id = put (fixture->workspace, member);
  const gint64 amounts[] = { ACCORD_UNKNOWN, -1, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (AccordForecast) forecast = draft_forecast (id, amounts[i]);

      g_assert_false (accord_record_validate (forecast, NULL));
    }
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AccordForecast) forecast = draft_forecast (i == 0 ? 0 : id, 0);

      if (i == 1)
        accord_forecast_set_starts (forecast, ACCORD_DATE_NONE);
      if (i == 2)
        accord_forecast_set_made_on (forecast, ACCORD_DATE_NONE);
      g_assert_false (accord_record_validate (forecast, NULL));
    }
}

/* The figures stay for the team's totals, as quotas and commitments do; the words go. */
static void
test_erased (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (AccordRecord) member = draft_member ("Joe");
  g_autoptr (AccordForecast) forecast = draft_forecast (put (fixture->workspace, member), 5000);
  AccordForecast *live;
  g_autoptr (GError) error = NULL;
  gint64 id = put (fixture->workspace, forecast);

  accord_workspace_erase_member (fixture->workspace,
                                 accord_workspace_find (fixture->workspace, ACCORD_TYPE_MEMBER, 1), NULL, &error);
  g_assert_no_error (error);
  live = accord_workspace_find (fixture->workspace, ACCORD_TYPE_FORECAST, id);
  g_assert_cmpint (accord_forecast_get_amount (live), ==, 5000);
  g_assert_cmpstr (accord_forecast_get_note (live), ==, "");
}

static guint
mark (Fixture    *fixture,
      const char *lines,
      gboolean    ideal)
{
  g_autoptr (AccordChange) change = accord_change_new ("Mark");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);
  g_autoptr (GError) error = NULL;
  guint n;

  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup (split[i]));
  n = accord_account_change_mark (change, accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_ACCOUNT), names, ideal);
  g_assert_true (accord_change_is_empty (change) == (n == 0));
  accord_workspace_apply (fixture->workspace, change, &error);
  g_assert_no_error (error);

  return n;
}

static void
test_accounts (Fixture      *fixture,
               gconstpointer user_data)
{
  GListModel *accounts = accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_ACCOUNT);
  g_autoptr (AccordIdealAccounts) ideal = NULL;
  g_autoptr (AccordAccount) noted = NULL;
  g_autoptr (AccordAccount) twin = accord_account_new ();
  g_autoptr (AccordChange) change = accord_change_new ("Twin");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (mark (fixture, "Northwind\n \n  NORTHWIND \n\nÉtoile & Co\nétoile & co", TRUE), ==, 2);
  g_assert_cmpuint (mark (fixture, "northwind\nÉTOILE & CO ", TRUE), ==, 0);
  g_assert_cmpstr (accord_account_get_name (accord_account_find (accounts, " northwind")), ==, "Northwind");
  g_assert_cmpuint (mark (fixture, "Contoso", FALSE), ==, 0);

  /* One that says something stays; the other one has nothing to say any more. */
  noted = accord_record_copy (accord_account_find (accounts, "étoile & co"));
  accord_account_set_note (noted, "Buys in May");
  put (fixture->workspace, noted);
  g_assert_cmpuint (mark (fixture, "Étoile & Co\nNorthwind", FALSE), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 1);
  g_assert_cmpstr (accord_account_get_note (accord_account_find (accounts, "étoile & co")), ==, "Buys in May");
  ideal = accord_ideal_accounts_new (accounts);
  g_assert_cmpuint (accord_ideal_accounts_get_n (ideal), ==, 0);
  g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 2);

  accord_account_set_name (twin, "NORTHWIND");
  accord_change_put (change, twin);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  fixture_add ("/forecast/stays", test_stays);
  fixture_add ("/forecast/refused", test_refused);
  fixture_add ("/forecast/erased", test_erased);
  fixture_add ("/forecast/accounts", test_accounts);

  return fixture_run_isolated ();
}
