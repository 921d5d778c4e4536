/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-import.h"

#include <glib/gstdio.h>
#include <string.h>

#include "accord-actuals.h"
#include "accord-import-apply.h"
#include "accord-member.h"
#include "accord-metric.h"
#include "accord-opportunities.h"
#include "accord-quota.h"
#include "accord-verify.h"

#define TODAY accord_date_new (2026, 11, 23)
#define MAX_SIZE (64 * 1024)

static char *folder, *path;
static AccordWorkspace *workspace;

static void
add_member (const char *name,
            const char *number)
{
  g_autoptr (AccordChange) change = accord_change_new ("Member");
  g_autoptr (AccordMember) member = accord_member_new ();
  g_autoptr (GError) error = NULL;

  accord_member_set_name (member, name);
  accord_member_set_external (member, number);
  accord_change_put (change, member);
  accord_workspace_apply (workspace, change, &error);
  g_assert_no_error (error);
}

/* A workspace with two members, a metric and an opportunity, so that there is something to find and to compare with. */
static void
begin (void)
{
  g_autoptr (AccordSettings) settings = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (AccordMetric) metric = NULL;
  g_autoptr (GError) error = NULL;
  AccordOpportunity deal = { .external = (char *) "A1", .member = 1, .stage = (char *) "Demo", .amount = ACCORD_UNKNOWN };

  if (workspace != NULL)
    return;

  settings = accord_settings_new ();
  change = accord_change_new ("Metric");
  metric = accord_metric_new ();
  folder = g_dir_make_tmp ("accord-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "team.accord", NULL);
  accord_settings_set_name (settings, "Team");
  accord_settings_set_currency (settings, "USD");
  accord_settings_set_fiscal_start (settings, 1);
  workspace = accord_workspace_create (path, settings, &error);
  g_assert_no_error (error);
  add_member ("Ann Lee", "E1");
  add_member ("Bob Ray", "E2");
  accord_metric_set_name (metric, "Calls");
  accord_change_put (change, metric);
  accord_workspace_apply (workspace, change, &error);
  g_assert_no_error (error);
  accord_opportunities_put (workspace, &deal, 1, TODAY - 7, &error);
  g_assert_no_error (error);
}

static AccordImportKind
read_kind (guint8 letter)
{
  switch (g_ascii_tolower ((char) letter))
    {
    case 'q':
      return ACCORD_IMPORT_KIND_QUOTAS;

    case 'a':
      return ACCORD_IMPORT_KIND_ACTUALS;

    case 'o':
      return ACCORD_IMPORT_KIND_OPPORTUNITIES;

    default:
      return ACCORD_IMPORT_KIND_MEMBERS;
    }
}

/* What must hold of every plan. */
static void
check_plan (AccordImportPlan *plan,
            AccordCsv        *csv)
{
  AccordImportCounts counts = accord_import_plan_get_counts (plan);
  guint seen[4] = { 0 };

  for (guint i = 0; i < accord_import_plan_get_n_lines (plan); i++)
    {
      const AccordImportLine *line = accord_import_plan_get_line (plan, i);

      g_assert_cmpuint (line->row, <, accord_csv_get_n_rows (csv));
      g_assert_cmpuint (line->line, ==, accord_csv_get_line (csv, line->row));
      g_assert_true (g_utf8_validate (line->what, -1, NULL) && g_utf8_validate (line->reason, -1, NULL)
                     && g_utf8_validate (line->note, -1, NULL));
      g_assert_true ((line->action != ACCORD_IMPORT_REFUSE && line->action != ACCORD_IMPORT_SKIP) || *line->reason != '\0');
      seen[line->action]++;
    }
  if (accord_import_plan_get_problem (plan) == NULL)
    {
      g_assert_cmpuint (counts.read, ==, counts.added + counts.updated + counts.skipped + counts.refused);
      g_assert_cmpuint (seen[ACCORD_IMPORT_ADD], ==, counts.added);
      g_assert_cmpuint (seen[ACCORD_IMPORT_REFUSE], ==, counts.refused);
    }
  for (guint i = 0; accord_import_plan_get_findings (plan)[i] != NULL; i++)
    g_assert_true (g_utf8_validate (accord_import_plan_get_findings (plan)[i], -1, NULL));
}

/* NULL where the file is none, or cannot be imported. */
static AccordImportPlan *
make_plan (const guint8 *data,
           gsize         size)
{
  g_autoptr (AccordImportOptions) options = accord_import_options_new ();
  g_autoptr (AccordImportSnapshot) snapshot = NULL;
  g_autoptr (AccordImportPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AccordCsv) csv = NULL;
  g_autoptr (GError) error = NULL;

  if (size < 1 || size > MAX_SIZE)
    return NULL;
  begin ();
  bytes = g_bytes_new (data + 1, size - 1);
  csv = accord_csv_parse (bytes, NULL, NULL, NULL);
  if (csv == NULL)
    return NULL;

  options->sum = options->update = options->create_members = g_ascii_isupper ((char) data[0]);
  snapshot = accord_import_snapshot_new (workspace, read_kind (data[0]), TODAY, &error);
  g_assert_no_error (error);
  plan = accord_import_plan_new (snapshot, csv, options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  check_plan (plan, csv);

  return accord_import_plan_get_problem (plan) == NULL ? g_steal_pointer (&plan) : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  AccordImportPlan *plan = make_plan (data, size);

  g_clear_pointer (&plan, accord_import_plan_unref);

  return 0;
}

/* How many records of every kind there are, and how many bulk rows. */
static char *
count_all (void)
{
  const GType types[] = { ACCORD_TYPE_MEMBER, ACCORD_TYPE_METRIC, ACCORD_TYPE_QUOTA };
  GString *counts = g_string_new (NULL);
  g_autoptr (GPtrArray) deals = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_actuals = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_string_append_printf (counts, "%u ", g_list_model_get_n_items (accord_workspace_get_list (workspace, types[i])));
  deals = accord_opportunities_read (workspace, 0, ACCORD_DATE_NONE, ACCORD_DATE_NONE, &error);
  g_assert_no_error (error);
  accord_actuals_count (workspace, 0, 0, &n_actuals, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < deals->len; i++)
    g_string_append_printf (counts, "%s=%s ", ((AccordOpportunity *) deals->pdata[i])->external,
                            ((AccordOpportunity *) deals->pdata[i])->stage);
  g_string_append_printf (counts, "%" G_GINT64_FORMAT, n_actuals);

  return g_string_free (counts, FALSE);
}

void
fuzz_import_carry_out (const guint8 *data,
                       gsize         size)
{
  g_autoptr (AccordImportPlan) plan = make_plan (data, size);
  g_autoptr (AccordImportUndo) undo = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) faults = NULL;
  g_autoptr (GError) error = NULL;
  gint64 import = 0;

  if (plan == NULL)
    return;

  before = count_all ();
  accord_import_apply (workspace, plan, "fuzz.csv", &import, &error);
  g_assert_no_error (error);
  accord_verify_file (path, NULL, &faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (faults), ==, 0);
  if (import == 0)
    return;
  undo = accord_import_undo (workspace, import, &error);
  g_assert_no_error (error);
  after = count_all ();
  g_assert_cmpstr (after, ==, before);
}

void
fuzz_import_end (void)
{
  if (workspace == NULL)
    return;

  accord_workspace_close (workspace);
  g_clear_object (&workspace);
  g_remove (path);
  g_rmdir (folder);
  g_clear_pointer (&path, g_free);
  g_clear_pointer (&folder, g_free);
}
