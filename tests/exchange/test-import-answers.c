/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an import is told about a file (stages, people, its day), what it tells itself, and its way through threads.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "accord-actuals.h"
#include "accord-import-apply.h"
#include "accord-import-kind-guess.h"
#include "accord-import.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "accord-opportunities.h"
#include "accord-verify.h"

#define TODAY accord_date_new (2026, 11, 23)
#define HEADER "Deal ID,Owner,Stage,Amount,Created,Close date\n"

typedef struct
{
  char *folder;
  char *path;
  AccordWorkspace *workspace;
  AccordImportOptions *options;
  gint64 anna;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (AccordChange) change = accord_change_new ("Add");
  g_autoptr (AccordMember) member = accord_member_new ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("accord-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "team.accord", NULL);
  fixture->options = accord_import_options_new ();
  accord_settings_set_name (settings, "Team");
  accord_settings_set_currency (settings, "USD");
  accord_settings_set_fiscal_start (settings, 1);
  fixture->workspace = accord_workspace_create (fixture->path, settings, &error);
  g_assert_no_error (error);
  accord_member_set_name (member, "Anna Snelling");
  accord_change_put (change, member);
  accord_workspace_apply (fixture->workspace, change, &error);
  g_assert_no_error (error);
  fixture->anna = accord_record_get_id (ACCORD_RECORD (member));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  accord_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  accord_import_options_free (fixture->options);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static AccordCsv *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AccordCsv *csv = accord_csv_parse (bytes, NULL, NULL, &error);

  g_assert_no_error (error);

  return csv;
}

static AccordImportPlan *
make_plan (Fixture    *fixture,
           const char *text)
{
  g_autoptr (AccordCsv) csv = parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordImportSnapshot) snapshot = accord_import_snapshot_new (fixture->workspace, ACCORD_IMPORT_KIND_OPPORTUNITIES,
                                                                          TODAY, &error);
  AccordImportPlan *plan;

  g_assert_no_error (error);
  plan = accord_import_plan_new (snapshot, csv, fixture->options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return plan;
}

static void
test_kinds (void)
{
  const struct
  {
    const char *header;
    AccordImportKind expected;
    AccordImportKind found;
  } cases[] = {
    { "Name,E-mail,Role,Territory,Start date", ACCORD_IMPORT_KIND_ACTUALS, ACCORD_IMPORT_KIND_MEMBERS },
    { "Employee,Month,Target", ACCORD_IMPORT_KIND_ACTUALS, ACCORD_IMPORT_KIND_QUOTAS },
    { "Employee,2026-01,2026-02,2026-03", ACCORD_IMPORT_KIND_MEMBERS, ACCORD_IMPORT_KIND_QUOTAS },
    { "Member,Metric,Week,Value", ACCORD_IMPORT_KIND_MEMBERS, ACCORD_IMPORT_KIND_ACTUALS },
    { "Member,KPI,Period,Result", ACCORD_IMPORT_KIND_QUOTAS, ACCORD_IMPORT_KIND_ACTUALS },
    { "Deal ID,Owner,Account,Stage,Amount,Created,Close date", ACCORD_IMPORT_KIND_MEMBERS, ACCORD_IMPORT_KIND_OPPORTUNITIES },
    /* Without a number by which to know it again it is none yet, but nothing else either. */
    { "Owner,Account,Stage,Amount,Close date", ACCORD_IMPORT_KIND_QUOTAS, ACCORD_IMPORT_KIND_OPPORTUNITIES },
    /* What speaks for nothing stays what it was opened as. */
    { "One,Two,Three", ACCORD_IMPORT_KIND_QUOTAS, ACCORD_IMPORT_KIND_QUOTAS },
    { "Member;Year;Annual quota", ACCORD_IMPORT_KIND_QUOTAS, ACCORD_IMPORT_KIND_QUOTAS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n1,2,3\n", cases[i].header);
      g_autoptr (AccordCsv) csv = parse (text);

      g_test_message ("%s", cases[i].header);
      g_assert_cmpint (accord_import_guess_kind (csv, cases[i].expected), ==, cases[i].found);
    }
}

static void
test_head (void)
{
  g_autofree char *folder = g_dir_make_tmp ("accord-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.csv", NULL);
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCsv) csv = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "D-%05u,Müller,\"Said\nyes\",%u,,\n", i, i);
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  csv = accord_csv_load_head (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accord_csv_get_n_rows (csv), >, 100);
  g_assert_cmpuint (accord_csv_get_n_rows (csv), <, 10000);
  g_assert_cmpstr (accord_csv_get_encoding (csv), ==, "UTF-8");
  g_assert_cmpstr (accord_csv_get_cell (csv, 100, 0), ==, "D-00099");
  g_assert_cmpstr (accord_csv_get_cell (csv, 100, 2), ==, "Said\nyes");
  g_assert_cmpint (accord_import_guess_kind (csv, ACCORD_IMPORT_KIND_MEMBERS), ==, ACCORD_IMPORT_KIND_OPPORTUNITIES);

  g_remove (path);
  g_rmdir (folder);
}

static void
test_stages (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (AccordImportPlan) plan = NULL;
  const AccordImportStage *stage;

  accord_import_options_set_stage (fixture->options, "signed", ACCORD_OPPORTUNITY_WON);
  plan = make_plan (fixture, HEADER "1,Anna Snelling,Handshake,1,2026-01-05,2026-02-06\n"
                                    "2,Nobody Known,Signed,1,2026-01-05,2026-02-06\n"
                                    "3,Anna Snelling,Signed,1,2026-01-05,2026-02-06\n"
                                    "4,Anna Snelling,Closed Lost,1,2026-01-05,2026-02-06\n");
  g_assert_cmpuint (accord_import_plan_get_n_stages (plan), ==, 3);
  stage = accord_import_plan_get_stage (plan, 0);
  g_assert_cmpstr (stage->name, ==, "Handshake");
  g_assert_cmpint (stage->state, ==, ACCORD_OPPORTUNITY_OPEN);
  g_assert_cmpint (stage->source, ==, ACCORD_IMPORT_STAGE_ASSUMED);
  /* The refused row is in it, too. */
  stage = accord_import_plan_get_stage (plan, 1);
  g_assert_cmpstr (stage->name, ==, "Signed");
  g_assert_cmpint (stage->state, ==, ACCORD_OPPORTUNITY_WON);
  g_assert_cmpint (stage->source, ==, ACCORD_IMPORT_STAGE_SAID);
  g_assert_cmpuint (stage->n, ==, 2);
  stage = accord_import_plan_get_stage (plan, 2);
  g_assert_cmpint (stage->state, ==, ACCORD_OPPORTUNITY_LOST);
  g_assert_cmpint (stage->source, ==, ACCORD_IMPORT_STAGE_GUESSED);
}

static void
test_persons (Fixture      *fixture,
              gconstpointer data)
{
  static const char text[] = HEADER "1,Anna Snelling,Open,1,,\n2,Ana Snelling,Open,1,,\n3,Ana Snelling,Open,1,,\n"
                                    "4,Newcomer,Open,1,,\n5,Ghost,Open,1,,\n";
  g_autoptr (AccordImportOptions) saved = NULL;
  g_autoptr (AccordImportPlan) plan = make_plan (fixture, text);
  g_autofree char *json = NULL;
  const AccordImportPerson *person;

  g_assert_cmpuint (accord_import_plan_get_counts (plan).refused, ==, 4);
  g_assert_cmpuint (accord_import_plan_get_n_persons (plan), ==, 3);
  person = accord_import_plan_get_person (plan, 0);
  g_assert_cmpstr (person->text, ==, "Ana Snelling");
  g_assert_cmpuint (person->n, ==, 2);
  g_assert_cmpint (person->use, ==, ACCORD_IMPORT_PERSON_REFUSED);
  g_assert_cmpint (person->near, ==, fixture->anna);
  g_assert_cmpint (accord_import_plan_get_person (plan, 1)->near, ==, 0);

  accord_import_options_set_person (fixture->options, "ANA SNELLING", fixture->anna);
  accord_import_options_set_person (fixture->options, "Newcomer", 0);
  accord_import_options_set_person (fixture->options, "Ghost", ACCORD_IMPORT_NOBODY);
  /* What is said of one counts more than what is said of all. */
  fixture->options->create_members = TRUE;
  json = accord_import_options_to_json (fixture->options);
  saved = accord_import_options_from_json (json, NULL);
  g_assert_nonnull (saved);
  accord_import_options_free (fixture->options);
  fixture->options = g_steal_pointer (&saved);
  accord_import_plan_unref (g_steal_pointer (&plan));
  plan = make_plan (fixture, text);
  g_assert_cmpuint (accord_import_plan_get_counts (plan).added, ==, 4);
  g_assert_cmpuint (accord_import_plan_get_counts (plan).refused, ==, 1);
  person = accord_import_plan_get_person (plan, 0);
  g_assert_cmpint (person->use, ==, ACCORD_IMPORT_PERSON_MEMBER);
  g_assert_cmpint (person->member, ==, fixture->anna);
  g_assert_true (person->said);
  g_assert_cmpint (accord_import_plan_get_person (plan, 1)->use, ==, ACCORD_IMPORT_PERSON_NEW);
  g_assert_cmpint (accord_import_plan_get_person (plan, 2)->use, ==, ACCORD_IMPORT_PERSON_REFUSED);
}

static void
test_observed (Fixture      *fixture,
               gconstpointer data)
{
  static const char text[] = HEADER "1,Anna Snelling,Open,1,,\n";
  AccordDate day = accord_date_new (2026, 10, 1);
  g_autoptr (AccordImportPlan) plan = NULL;
  g_autoptr (GPtrArray) seen = NULL;
  g_autoptr (GError) error = NULL;

  fixture->options->observed = TODAY + 1;
  plan = make_plan (fixture, text);
  g_assert_error (accord_import_plan_get_problem (plan), ACCORD_IMPORT_ERROR, ACCORD_IMPORT_ERROR_OPTIONS);
  accord_import_plan_unref (g_steal_pointer (&plan));

  fixture->options->observed = day;
  plan = make_plan (fixture, text);
  g_assert_cmpint (accord_import_plan_get_observed (plan), ==, day);
  accord_import_apply (fixture->workspace, plan, "deals.csv", NULL, &error);
  g_assert_no_error (error);
  seen = accord_opportunities_read_observed (fixture->workspace, day, &error);
  g_assert_cmpuint (seen->len, ==, 1);
}

static char *
write_deals (guint n)
{
  GString *text = g_string_new (HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "D-%u,%s,Open,%u,,\n", i, i % 2 == 0 ? "Anna Snelling" : "Newcomer", i);

  return g_string_free (text, FALSE);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static guint
count_deals (Fixture *fixture)
{
  g_autoptr (GPtrArray) deals = accord_opportunities_read (fixture->workspace, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE, NULL);

  return deals->len;
}

static guint
count_members (Fixture *fixture)
{
  return g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_MEMBER));
}

/* What was typed for Bookings counts until the first opportunity comes: that is said before. */
static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *text = write_deals (2);
  g_autoptr (AccordChange) change = accord_change_new ("Add");
  g_autoptr (AccordMetric) metric = accord_metric_new ();
  g_autoptr (AccordImportPlan) plan = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  AccordActual actual = { .member = fixture->anna, .starts = TODAY, .grain = ACCORD_GRAIN_DAY, .value = 500000 };

  accord_metric_set_name (metric, "bookings");
  accord_metric_set_unit (metric, ACCORD_UNIT_MONEY);
  accord_change_put (change, metric);
  accord_workspace_apply (fixture->workspace, change, &error);
  g_assert_no_error (error);
  actual.metric = accord_record_get_id (ACCORD_RECORD (metric));
  accord_actuals_put (fixture->workspace, &actual, 1, &error);
  g_assert_no_error (error);

  fixture->options->create_members = TRUE;
  plan = make_plan (fixture, text);
  g_assert_nonnull (accord_import_plan_get_notices (plan)[0]);
  g_assert_nonnull (strstr (accord_import_plan_get_notices (plan)[0], "bookings"));
  g_assert_true (accord_import_apply (fixture->workspace, plan, "deals.csv", NULL, &error));

  /* Once they are there nothing is new any more. */
  again = make_plan (fixture, text);
  for (const char *const *notice = accord_import_plan_get_notices (again); *notice != NULL; notice++)
    g_assert_null (strstr (*notice, "bookings"));
}

/* A thread that stores, and waits in the midst of it until it is let go. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean there;
  gboolean free;
} Gate;

static void
on_gate (double   fraction,
         gpointer user_data)
{
  Gate *gate = user_data;

  g_mutex_lock (&gate->mutex);
  gate->there = TRUE;
  g_main_context_wakeup (NULL);
  while (!gate->free)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static gboolean
gate_is_reached (Gate *gate)
{
  gboolean there;

  g_mutex_lock (&gate->mutex);
  there = gate->there;
  g_mutex_unlock (&gate->mutex);

  return there;
}

static void
gate_open (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->free = TRUE;
  g_cond_signal (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

/* The main loop goes on while threads store, and nobody else can. */
static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *text = write_deals (3000);
  g_autoptr (AccordImportPlan) plan = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AccordChange) change = accord_change_new ("Add");
  g_autoptr (AccordMember) member = accord_member_new ();
  g_autoptr (GError) error = NULL;
  Gate gate = { .there = FALSE };
  gint64 import = 0;

  fixture->options->create_members = TRUE;
  plan = make_plan (fixture, text);
  accord_import_carry_out_async (fixture->workspace, plan, "/there/deals.csv", on_gate, &gate, NULL, on_done, &result);
  while (!gate_is_reached (&gate))
    g_main_context_iteration (NULL, TRUE);
  accord_member_set_name (member, "Too Late");
  accord_change_put (change, member);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (count_members (fixture), ==, 1);
  /* Half of what is being stored is nobody's figure. */
  g_assert_null (accord_opportunities_read (fixture->workspace, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (accord_actuals_read (fixture->workspace, 0, 0, 1, ACCORD_DATE_NONE, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY);
  g_clear_error (&error);
  gate_open (&gate);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (accord_import_carry_out_finish (fixture->workspace, result, &import, &error));
  g_assert_no_error (error);
  g_assert_cmpint (import, ==, 1);
  g_assert_cmpuint (count_deals (fixture), ==, 3000);
  g_assert_cmpuint (count_members (fixture), ==, 2);

  g_assert_true (accord_workspace_undo (fixture->workspace, &error));
  g_assert_cmpuint (count_deals (fixture), ==, 0);
  g_assert_cmpuint (count_members (fixture), ==, 1);
}

static void
on_progress (double   fraction,
             gpointer user_data)
{
  if (fraction > 0.4)
    g_cancellable_cancel (user_data);
}

static void
test_async_cancel (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *text = write_deals (20000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AccordImportPlan) plan = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->options->create_members = TRUE;
  plan = make_plan (fixture, text);
  accord_import_carry_out_async (fixture->workspace, plan, "deals.csv", on_progress, cancellable, cancellable, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (accord_import_carry_out_finish (fixture->workspace, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_deals (fixture), ==, 0);
  g_assert_cmpuint (count_members (fixture), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_IMPORT)), ==, 0);

  /* The plan and the workspace are as good as before. */
  g_clear_error (&error);
  g_assert_true (accord_import_apply (fixture->workspace, plan, "deals.csv", NULL, &error));
  g_assert_cmpuint (count_deals (fixture), ==, 20000);
}

/* Whoever closes the workspace waits, and finds all or nothing in it. */
static void
test_async_close (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *text = write_deals (20000);
  g_autoptr (AccordImportPlan) plan = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Gate gate = { .there = FALSE };
  guint n;

  fixture->options->create_members = TRUE;
  plan = make_plan (fixture, text);
  accord_import_carry_out_async (fixture->workspace, plan, "deals.csv", on_gate, &gate, NULL, on_done, &result);
  while (!gate_is_reached (&gate))
    g_main_context_iteration (NULL, TRUE);
  gate_open (&gate);
  accord_workspace_close (fixture->workspace);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->workspace);
  fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  n = count_deals (fixture);
  g_assert_true (n == 0 || n == 20000);
  g_assert_cmpuint (count_members (fixture), ==, n == 0 ? 1 : 2);
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) faults = NULL;

  accord_verify_file (fixture->path, NULL, &faults, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (faults[0], ==, NULL);
}

static void
import (Fixture    *fixture,
        const char *text)
{
  g_autoptr (AccordImportPlan) plan = make_plan (fixture, text);
  g_autoptr (GError) error = NULL;

  accord_import_apply (fixture->workspace, plan, "deals.csv", NULL, &error);
  g_assert_no_error (error);
}

/* Digests, indexes and references are as if each row had come by itself: where there was nothing before, in the middle of a
 * block, beside rows that change, and back again. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  const guint sizes[] = { 300, 60000 };
  g_autoptr (GString) mixed = g_string_new (HEADER);
  g_autoptr (GError) error = NULL;

  fixture->options->create_members = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = write_deals (sizes[i]);

      import (fixture, text);
      g_assert_cmpuint (count_deals (fixture), ==, sizes[i]);
      assert_sound (fixture);
    }

  fixture->options->update = TRUE;
  for (guint i = 59000; i < 61000; i++)
    g_string_append_printf (mixed, "D-%u,Anna Snelling,Won,%u,2026-01-05,2026-02-06\n", i, i);
  import (fixture, mixed->str);
  g_assert_cmpuint (count_deals (fixture), ==, 61000);
  assert_sound (fixture);

  g_assert_true (accord_workspace_undo (fixture->workspace, &error));
  g_assert_cmpuint (count_deals (fixture), ==, 60000);
  assert_sound (fixture);
  g_assert_true (accord_workspace_redo (fixture->workspace, &error));
  g_assert_cmpuint (count_deals (fixture), ==, 61000);
  assert_sound (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/answers/kinds", test_kinds);
  g_test_add_func ("/import/answers/head", test_head);
  g_test_add ("/import/answers/stages", Fixture, NULL, set_up, test_stages, tear_down);
  g_test_add ("/import/answers/persons", Fixture, NULL, set_up, test_persons, tear_down);
  g_test_add ("/import/answers/observed", Fixture, NULL, set_up, test_observed, tear_down);
  g_test_add ("/import/answers/replaced", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/import/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/import/async/stored", Fixture, NULL, set_up, test_async, tear_down);
  g_test_add ("/import/async/cancelled", Fixture, NULL, set_up, test_async_cancel, tear_down);
  g_test_add ("/import/async/closed", Fixture, NULL, set_up, test_async_close, tear_down);

  return g_test_run ();
}
