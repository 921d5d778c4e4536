/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "accord-actuals.h"
#include "accord-import-apply.h"
#include "accord-import-row.h"
#include "accord-import.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-metric.h"
#include "accord-opportunities.h"
#include "accord-quota.h"
#include "accord-territory.h"

#define TODAY accord_date_new (2026, 11, 23)

static const char team[] = "name,id,territory,manager\nAnn Lee,E1,East,Bob Ray\nBob Ray,E2,West,\n";

typedef struct
{
  char *folder;
  char *path;
  AccordWorkspace *workspace;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("accord-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "team.accord", NULL);
  accord_settings_set_name (settings, "Team");
  accord_settings_set_currency (settings, "USD");
  accord_settings_set_fiscal_start (settings, 1);
  fixture->workspace = accord_workspace_create (fixture->path, settings, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  accord_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static AccordImportPlan *
make_plan (Fixture         *fixture,
           AccordImportKind kind,
           const char      *text,
           GCancellable    *cancellable)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AccordImportOptions) options = accord_import_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCsv) csv = accord_csv_parse (bytes, NULL, NULL, &error);
  g_autoptr (AccordImportSnapshot) snapshot = NULL;
  AccordImportPlan *plan;

  g_assert_no_error (error);
  snapshot = accord_import_snapshot_new (fixture->workspace, kind, TODAY, &error);
  g_assert_no_error (error);
  plan = accord_import_plan_new (snapshot, csv, options, NULL, NULL, cancellable, &error);
  g_assert_true ((plan != NULL) == (error == NULL));

  return plan;
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, type));
}

static void
assert_empty (Fixture *fixture)
{
  const GType types[] = { ACCORD_TYPE_MEMBER, ACCORD_TYPE_TERRITORY, ACCORD_TYPE_MEMBERSHIP, ACCORD_TYPE_QUOTA,
                          ACCORD_TYPE_IMPORT, ACCORD_TYPE_IMPORT_ROW };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpuint (count (fixture, types[i]), ==, 0);
}

static void
test_one_step (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (AccordImportPlan) plan = make_plan (fixture, ACCORD_IMPORT_KIND_MEMBERS, team, NULL);
  g_autoptr (GError) error = NULL;
  gint64 import;

  g_assert_cmpuint (accord_import_plan_get_counts (plan).added, ==, 2);
  assert_empty (fixture);
  g_assert_true (accord_import_apply (fixture->workspace, plan, "/somewhere/team.csv", &import, &error));
  g_assert_no_error (error);
  g_assert_cmpint (import, ==, 1);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_MEMBER), ==, 2);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_MEMBERSHIP), ==, 2);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_IMPORT_ROW), ==, 6);
  g_assert_cmpstr (accord_import_get_file (accord_workspace_find (fixture->workspace, ACCORD_TYPE_IMPORT, 1)), ==,
                   "team.csv");

  g_assert_true (accord_workspace_undo (fixture->workspace, &error));
  assert_empty (fixture);
}

/* What the plan went by is not there any more: nothing is guessed. */
static void
test_stale (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (AccordImportPlan) plan = make_plan (fixture, ACCORD_IMPORT_KIND_MEMBERS, team, NULL);
  g_autoptr (AccordChange) change = accord_change_new ("Add");
  g_autoptr (AccordMember) member = accord_member_new ();
  g_autoptr (GError) error = NULL;

  accord_member_set_name (member, "Ann Lee");
  accord_change_put (change, member);
  g_assert_true (accord_workspace_apply (fixture->workspace, change, NULL));
  g_assert_false (accord_import_apply (fixture->workspace, plan, "team.csv", NULL, &error));
  g_assert_error (error, ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_STALE);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_MEMBER), ==, 1);
}

/* The file has gone from under the program. */
static void
test_store_failure (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (AccordImportPlan) plan = make_plan (fixture, ACCORD_IMPORT_KIND_MEMBERS, team, NULL);
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  g_assert_false (accord_import_apply (fixture->workspace, plan, "team.csv", NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_MOVED);
  assert_empty (fixture);
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  g_clear_error (&error);

  /* Nothing was half-written, and it works once the file is back. */
  g_assert_true (accord_import_apply (fixture->workspace, plan, "team.csv", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_MEMBER), ==, 2);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (make_plan (fixture, ACCORD_IMPORT_KIND_MEMBERS, team, cancellable));
}

/* Titles above, totals and footers below, the header once more on the next page. */
static void
test_report (Fixture      *fixture,
             gconstpointer data)
{
  static const char report[] = "Quota report\n\nOwner,Email,Role\nAnn Lee,a@x.org,Rep\nOwner,Email,Role\nBob Ray,b@x.org,Rep\n"
                               "Total,,2\n\n\nConfidential Information\n\"Copyright (c), somebody\"\n";
  g_autoptr (AccordImportPlan) plan = make_plan (fixture, ACCORD_IMPORT_KIND_MEMBERS, report, NULL);
  AccordImportCounts counts = accord_import_plan_get_counts (plan);

  g_assert_null (accord_import_plan_get_problem (plan));
  g_assert_cmpuint (accord_import_plan_get_header_row (plan), ==, 2);
  g_assert_cmpuint (counts.read, ==, 4);
  g_assert_cmpuint (counts.added, ==, 2);
  g_assert_cmpuint (counts.skipped, ==, 2);
  g_assert_cmpuint (accord_import_plan_get_line (plan, 2)->line, ==, 6);
}

/* A year is split by the season of the years before it, however long ago that was. */
static void
test_old_season (Fixture      *fixture,
                 gconstpointer data)
{
  static const gint64 amounts[] = { 300, 100, 100, 100 };
  static const gint64 quarters[] = { 30000, 10000, 10000, 10000 };
  g_autoptr (AccordImportPlan) team_plan = make_plan (fixture, ACCORD_IMPORT_KIND_MEMBERS, team, NULL);
  g_autoptr (AccordImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  AccordOpportunity deals[8];
  char ids[8][4];

  g_assert_true (accord_import_apply (fixture->workspace, team_plan, "team.csv", NULL, &error));
  for (int i = 0; i < 8; i++)
    {
      AccordDate day = accord_date_new (2011 + i / 4, 1 + i % 4 * 3, 15);

      g_snprintf (ids[i], sizeof ids[i], "D%d", i);
      deals[i] = (AccordOpportunity) { .external = ids[i], .member = 1, .account = (char *) "A", .product = (char *) "P",
                                       .stage = (char *) "Won", .state = ACCORD_OPPORTUNITY_WON, .created = day,
                                       .closed = day, .amount = amounts[i % 4] };
    }
  accord_opportunities_put (fixture->workspace, deals, G_N_ELEMENTS (deals), ACCORD_DATE_NONE, &error);
  g_assert_no_error (error);

  plan = make_plan (fixture, ACCORD_IMPORT_KIND_QUOTAS, "member,period,amount\nE1,2013,600\n", NULL);
  g_assert_true (accord_import_apply (fixture->workspace, plan, "quotas.csv", NULL, &error));
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_QUOTA), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (AccordQuota) quota =
          g_list_model_get_item (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_QUOTA), i);

      g_assert_cmpint (accord_quota_get_starts (quota), ==, accord_date_new (2013, 1 + (int) i * 3, 1));
      g_assert_cmpint (accord_quota_get_amount (quota), ==, quarters[i]);
    }
}

static guint
count_deals (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals =
      accord_opportunities_read (fixture->workspace, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE, &error);

  g_assert_no_error (error);

  return deals->len;
}

static gint64
count_actuals (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  accord_actuals_count (fixture->workspace, 0, 0, &n, &error);
  g_assert_no_error (error);

  return n;
}

/* Bulk rows, the metric that they made and the record of the import: one step. */
static void
test_bulk_is_one_step (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (AccordImportPlan) people = make_plan (fixture, ACCORD_IMPORT_KIND_MEMBERS, team, NULL);
  g_autoptr (AccordImportPlan) deals = NULL, numbers = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (accord_import_apply (fixture->workspace, people, "team.csv", NULL, &error));
  numbers = make_plan (fixture, ACCORD_IMPORT_KIND_ACTUALS,
                       "member,metric,period,value\nE1,Calls,2026-11,5\nE2,Calls,2026-W47,6\n", NULL);
  g_assert_true (accord_import_apply (fixture->workspace, numbers, "calls.csv", NULL, &error));
  g_assert_cmpint (count_actuals (fixture), ==, 2);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_METRIC), ==, 1);

  deals = make_plan (fixture, ACCORD_IMPORT_KIND_OPPORTUNITIES, "id,member,stage\nA1,E1,Demo\nA2,E2,Demo\n", NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (accord_import_carry_out (fixture->workspace, deals, "deals.csv", NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (count_deals (fixture), ==, 0);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_IMPORT), ==, 2);
  /* The plan is as it was, and goes through when it may. */
  g_assert_true (accord_import_apply (fixture->workspace, deals, "deals.csv", NULL, &error));
  g_assert_cmpuint (count_deals (fixture), ==, 2);

  g_assert_true (accord_workspace_undo (fixture->workspace, &error));
  g_assert_cmpuint (count_deals (fixture), ==, 0);
  g_assert_true (accord_workspace_undo (fixture->workspace, &error));
  g_assert_cmpint (count_actuals (fixture), ==, 0);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_METRIC), ==, 0);
  g_assert_cmpuint (count (fixture, ACCORD_TYPE_IMPORT), ==, 1);
  g_assert_true (accord_workspace_redo (fixture->workspace, &error) && accord_workspace_redo (fixture->workspace, &error));
  g_assert_cmpint (count_actuals (fixture), ==, 2);
  g_assert_cmpuint (count_deals (fixture), ==, 2);
}

/* A plan that was made before somebody else stored bulk rows is not carried out. */
static void
test_bulk_that_changed (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (AccordImportPlan) people = make_plan (fixture, ACCORD_IMPORT_KIND_MEMBERS, team, NULL);
  g_autoptr (AccordImportPlan) one = NULL, other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (accord_import_apply (fixture->workspace, people, "team.csv", NULL, &error));
  one = make_plan (fixture, ACCORD_IMPORT_KIND_OPPORTUNITIES, "id,member,stage\nA1,E1,Demo\n", NULL);
  other = make_plan (fixture, ACCORD_IMPORT_KIND_OPPORTUNITIES, "id,member,stage\nA1,E2,Proposal\n", NULL);
  g_assert_no_error (accord_import_plan_get_problem (other));
  g_assert_true (accord_import_apply (fixture->workspace, one, "one.csv", NULL, &error));
  g_assert_false (accord_import_apply (fixture->workspace, other, "other.csv", NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY);
  g_assert_cmpuint (count_deals (fixture), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/import/one-step", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/import/stale", Fixture, NULL, set_up, test_stale, tear_down);
  g_test_add ("/import/store-failure", Fixture, NULL, set_up, test_store_failure, tear_down);
  g_test_add ("/import/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/import/old-season", Fixture, NULL, set_up, test_old_season, tear_down);
  g_test_add ("/import/bulk-is-one-step", Fixture, NULL, set_up, test_bulk_is_one_step, tear_down);
  g_test_add ("/import/bulk-that-changed", Fixture, NULL, set_up, test_bulk_that_changed, tear_down);
  g_test_add ("/import/report", Fixture, NULL, set_up, test_report, tear_down);

  return g_test_run ();
}
