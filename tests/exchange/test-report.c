/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-file.h"
#include "accord-report-text.h"
#include "accord-report-xlsx.h"
#include "report-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a report gathers, by figures worked out by hand from report-fixture.c; what is refused, and what that leaves
 * behind; and the texts. check_report.py looks at the workbooks. */

typedef struct
{
  char *folder;
  char *workspace;
  char *output;
} Fixture;

static const AccordQuarter fourth = { 2026, 4 };

static void
set_up (Fixture      *fixture,
        gconstpointer kind)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("accord-report-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->workspace = g_build_filename (fixture->folder, "team.accord", NULL);
  fixture->output = g_build_filename (fixture->folder, "out", "report.xlsx", NULL);
  report_fixture_create (fixture->workspace, kind);
}

/* What lies in the folder of the output, separated by blanks; NULL where there is no folder. */
static char *
list_output (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->output);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    g_string_append_printf (names, "%s ", name);
  return g_strdup (g_strstrip (names->str));
}

static void
make_output_folder (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->output);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer kind)
{
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->workspace);
  g_free (fixture->output);
}

static AccordDate
as_of (const char *iso)
{
  AccordDate date = ACCORD_DATE_NONE;

  g_assert_true (accord_date_parse (iso, &date));
  return date;
}

static AccordReport *
gather (Fixture       *fixture,
        AccordQuarter  quarter,
        AccordAudience audience,
        const char    *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) workspace = accord_workspace_open (fixture->workspace, ACCORD_OPEN_READ_ONLY, &error);
  AccordReport *report;

  g_assert_no_error (error);
  report = accord_report_new (workspace, quarter, audience, as_of (date), &error);
  g_assert_no_error (error);
  return report;
}

static gboolean
export (Fixture    *fixture,
        const char *output,
        gboolean    overwrite,
        GError    **error)
{
  return accord_report_export (fixture->workspace, fourth, ACCORD_AUDIENCE_MANAGER, as_of (REPORT_FIXTURE_AS_OF),
                               output, overwrite, NULL, NULL, NULL, error);
}

static void
test_members (Fixture      *fixture,
              gconstpointer kind)
{
  g_autoptr (AccordReport) report = gather (fixture, fourth, ACCORD_AUDIENCE_MANAGER, REPORT_FIXTURE_AS_OF);
  const AccordReportMember *carolyn = g_ptr_array_index (report->members, 0);
  const AccordReportMember *craig = g_ptr_array_index (report->members, 1);
  const AccordReportMember *former = g_ptr_array_index (report->members, 3);

  g_assert_cmpuint (report->members->len, ==, 4);
  g_assert_cmpstr (carolyn->name, ==, "Carolyn");
  g_assert_cmpstr (carolyn->territory, ==, "North");
  g_assert_cmpstr (carolyn->partner, ==, "Joe");
  g_assert_cmpint (carolyn->commitment, ==, 50000000);
  g_assert_cmpint (carolyn->quarters[3], ==, 17000000);
  g_assert_cmpint (carolyn->bookings[0], ==, 9000000);
  g_assert_cmpint (carolyn->bookings[3], ==, 13600000);
  g_assert_cmpstr (craig->territory, ==, "South");
  g_assert_cmpint (craig->quota, ==, 20000000);
  g_assert_cmpint (craig->commitment, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (former->member, ==, 0);
  g_assert_cmpint (former->bookings[1], ==, 4000000);
  g_assert_cmpint (accord_report_get_commitment (report), ==, 26000000);
  g_assert_cmpint (accord_report_get_bookings (report), ==, 20100050);
  g_assert_cmpint (accord_report_get_year_to_date (report), ==, 33100050);
}

/* On another day another version of the commitment held, in another quarter other people and territories. */
static void
test_periods (Fixture      *fixture,
              gconstpointer kind)
{
  const AccordQuarter second = { 2026, 2 };
  g_autoptr (AccordReport) before = gather (fixture, fourth, ACCORD_AUDIENCE_MANAGER, "2026-10-04");
  g_autoptr (AccordReport) after = gather (fixture, fourth, ACCORD_AUDIENCE_MANAGER, "2027-02-01");
  g_autoptr (AccordReport) spring = gather (fixture, second, ACCORD_AUDIENCE_MANAGER, REPORT_FIXTURE_AS_OF);
  g_autoptr (AccordReport) early = gather (fixture, fourth, ACCORD_AUDIENCE_MANAGER, "2026-03-01");
  const AccordReportMember *carolyn = g_ptr_array_index (before->members, 0);
  const AccordReportMember *craig = g_ptr_array_index (before->members, 1);
  const AccordReportMember *pat = g_ptr_array_index (spring->members, 3);

  /* Robin joins in December: of a running quarter the report knows no more than its day. In all but the last there is
   * a row for Pat's deal in May. */
  g_assert_cmpuint (before->members->len, ==, 3 + 1);
  g_assert_cmpuint (after->members->len, ==, 4 + 1);
  g_assert_cmpuint (early->members->len, ==, 4);
  g_assert_cmpint (carolyn->commitment, ==, 48000000);
  g_assert_cmpstr (craig->name, ==, "Craig");
  g_assert_cmpstr (craig->territory, ==, "North");
  /* Nothing is carried over from after the quarter, but what was known later counts. */
  g_assert_cmpint (accord_report_get_commitment (after), ==, 15000000 + 9000000);
  g_assert_cmpint (accord_report_get_bookings (after), ==, 23100050);

  g_assert_cmpuint (spring->members->len, ==, 4);
  g_assert_cmpstr (pat->name, ==, "Pat");
  g_assert_cmpstr (pat->territory, ==, "South");
  g_assert_cmpint (accord_report_get_bookings (spring), ==, 4000000);

  /* A quarter that has not begun has no bookings yet: not 0. */
  g_assert_cmpint (accord_report_get_bookings (early), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (accord_report_get_year_to_date (early), ==, 9000000);
}

static void
test_audiences (Fixture      *fixture,
                gconstpointer kind)
{
  g_autoptr (AccordReport) team = gather (fixture, fourth, ACCORD_AUDIENCE_TEAM, REPORT_FIXTURE_AS_OF);
  g_autoptr (AccordReport) manager = gather (fixture, fourth, ACCORD_AUDIENCE_MANAGER, REPORT_FIXTURE_AS_OF);
  g_autoptr (AccordReport) hr = gather (fixture, fourth, ACCORD_AUDIENCE_HR, REPORT_FIXTURE_AS_OF);
  const AccordReportConversation *coaching = g_ptr_array_index (hr->conversations, 1);
  const AccordReportPassage *facts = g_ptr_array_index (coaching->passages, 1);

  g_assert_cmpuint (team->goals->len, ==, 1);
  g_assert_cmpuint (manager->goals->len, ==, 3);
  /* Private is between the member and the manager. */
  g_assert_cmpuint (hr->goals->len, ==, 1);
  g_assert_cmpuint (team->cards->len, ==, 3);
  g_assert_cmpuint (manager->cards->len, ==, 4);
  g_assert_cmpuint (hr->cards->len, ==, 5);
  g_assert_cmpuint (team->conversations->len, ==, 0);
  g_assert_cmpuint (manager->conversations->len, ==, 3);
  g_assert_cmpuint (team->actions->len, ==, 1);
  /* From a conversation, from two cards, and from a pair. */
  g_assert_cmpuint (manager->actions->len, ==, 4);
  g_assert_cmpuint (team->strategies->len, ==, 1);
  g_assert_cmpuint (manager->strategies->len, ==, 3);
  g_assert_cmpuint (team->board_actions->len, ==, 2);
  g_assert_cmpuint (manager->board_actions->len, ==, 5);
  g_assert_cmpuint (team->asks->len, ==, 1);
  g_assert_cmpuint (manager->asks->len, ==, 3);

  for (guint i = 0; i < manager->conversations->len; i++)
    {
      const AccordReportConversation *conversation = g_ptr_array_index (manager->conversations, i);

      g_assert_cmpuint (conversation->passages->len, ==, 0);
    }
  g_assert_cmpstr (facts->text, ==, "zqcoaching facts: 12 calls a week were agreed,\nseven were made.");
}

static void
test_talks_and_actions (Fixture      *fixture,
                        gconstpointer kind)
{
  g_autoptr (AccordReport) report = gather (fixture, fourth, ACCORD_AUDIENCE_MANAGER, REPORT_FIXTURE_AS_OF);
  const AccordReportTalks *carolyn = g_ptr_array_index (report->talks, 0);
  const AccordReportTalks *craig = g_ptr_array_index (report->talks, 1);
  const AccordReportAction *first = g_ptr_array_index (report->actions, 0);
  const AccordReportAction *second = g_ptr_array_index (report->actions, 1);

  /* Carolyn, Craig and Joe: Dana leads, Pat has left. */
  g_assert_cmpuint (report->talks->len, ==, 3);
  g_assert_cmpint (carolyn->counts[0], ==, 1);
  g_assert_cmpint (carolyn->last, ==, as_of ("2026-10-15"));
  g_assert_cmpint (craig->counts[1], ==, 0);
  g_assert_cmpint (craig->last, ==, as_of ("2026-07-01"));
  g_assert_cmpint (first->due, ==, as_of ("2026-11-20"));
  g_assert_true (first->late);
  g_assert_false (second->late);
}

/* Open actions fill the sheet of the conversations even where nobody was spoken to. */
static void
test_has_conversations (void)
{
  const struct
  {
    guint talks, conversations, actions;
    gboolean wanted;
  } cases[] = { { 0, 0, 0, FALSE }, { 1, 0, 0, TRUE }, { 0, 1, 0, TRUE }, { 0, 0, 1, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) talks = g_ptr_array_new ();
      g_autoptr (GPtrArray) conversations = g_ptr_array_new ();
      g_autoptr (GPtrArray) actions = g_ptr_array_new ();
      const AccordReport report = { .talks = talks, .conversations = conversations, .actions = actions };

      g_ptr_array_set_size (talks, (int) cases[i].talks);
      g_ptr_array_set_size (conversations, (int) cases[i].conversations);
      g_ptr_array_set_size (actions, (int) cases[i].actions);
      g_assert_true (accord_report_has_conversations (&report) == cases[i].wanted);
    }
}

static void
test_quarter_that_does_not_exist (Fixture      *fixture,
                                  gconstpointer kind)
{
  const AccordQuarter quarters[] = { { 2025, 4 }, { 2027, 1 }, { 9999, 1 }, { 1, 1 } };

  make_output_folder (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (quarters); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *left = NULL;

      g_assert_false (accord_report_export (fixture->workspace, quarters[i], ACCORD_AUDIENCE_TEAM,
                                            as_of (REPORT_FIXTURE_AS_OF), fixture->output, FALSE, NULL, NULL, NULL,
                                            &error));
      g_assert_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_QUARTER);
      left = list_output (fixture);
      g_assert_cmpstr (left, ==, "");
    }
}

static void
test_refused_output (Fixture      *fixture,
                     gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *left = NULL;
  g_autofree char *under_file = g_build_filename (fixture->workspace, "report.xlsx", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->output);

  g_assert_false (export (fixture, fixture->output, FALSE, &error));
  g_assert_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_FOLDER);
  g_clear_error (&error);
  g_assert_false (export (fixture, under_file, FALSE, &error));
  g_assert_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_FOLDER);
  g_clear_error (&error);

  make_output_folder (fixture);
  g_assert_false (export (fixture, folder, TRUE, &error));
  g_assert_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (export (fixture, fixture->workspace, TRUE, &error));
  g_assert_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->output, "mine", -1, NULL));
  g_assert_false (export (fixture, fixture->output, FALSE, &error));
  g_assert_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->output, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  left = list_output (fixture);
  g_assert_cmpstr (left, ==, "report.xlsx");
}

/* Root may write anywhere but in the kernel's own file systems. */
static void
test_folder_without_permission (Fixture      *fixture,
                                gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->output);

  make_output_folder (fixture);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  g_assert_false (export (fixture, geteuid () == 0 ? "/sys/report.xlsx" : fixture->output, FALSE, &error));
  g_assert_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_FOLDER);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static void
test_overwrite (Fixture      *fixture,
                gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  make_output_folder (fixture);
  g_assert_true (g_file_set_contents (fixture->output, "mine", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->output, 0644), ==, 0);
  g_assert_true (export (fixture, fixture->output, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (accord_report_zip_is_whole (fixture->output));
  g_assert_cmpint (g_stat (fixture->output, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

typedef struct
{
  GCancellable *cancellable;
  double cancel_at;
  double last;
  guint calls;
} Progress;

static void
on_progress (double   fraction,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  progress->last = fraction;
  progress->calls++;
  if (fraction >= progress->cancel_at)
    g_cancellable_cancel (progress->cancellable);
}

/* Wherever it is cancelled, nothing stays behind; progress goes up to the whole. */
static void
test_cancel (Fixture      *fixture,
             gconstpointer kind)
{
  guint calls = 0;

  make_output_folder (fixture);
  for (guint tenths = 0; tenths < 10; tenths++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *left = NULL;
      Progress progress = { cancellable, tenths / 10.0, 0, 0 };

      g_assert_false (accord_report_export (fixture->workspace, fourth, ACCORD_AUDIENCE_HR,
                                            as_of (REPORT_FIXTURE_AS_OF), fixture->output, FALSE, on_progress,
                                            &progress, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      left = list_output (fixture);
      g_assert_cmpstr (left, ==, "");
      g_assert_cmpuint (progress.calls, >=, calls);
      calls = progress.calls;
    }
  g_assert_cmpuint (calls, >, 5);
}

static void
test_whole_or_not (Fixture      *fixture,
                   gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  make_output_folder (fixture);
  g_assert_true (export (fixture, fixture->output, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->output, &contents, &length, NULL));
  g_assert_true (accord_report_zip_is_whole (fixture->output));

  for (gsize cut = 0; cut < length; cut += 97)
    {
      g_assert_true (g_file_set_contents (fixture->output, contents, cut, NULL));
      g_assert_false (accord_report_zip_is_whole (fixture->output));
    }
  /* Somewhere in the first member's data. */
  contents[100] ^= 0x10;
  g_assert_true (g_file_set_contents (fixture->output, contents, length, NULL));
  g_assert_false (accord_report_zip_is_whole (fixture->output));
}

/* What is no workbook never takes the target's place. */
static void
test_commit_refuses (Fixture      *fixture,
                     gconstpointer kind)
{
  g_autoptr (AccordReportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *left = NULL;

  make_output_folder (fixture);
  g_assert_true (g_file_set_contents (fixture->output, "mine", -1, NULL));
  file = accord_report_file_new (fixture->output, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (accord_report_file_get_path (file), "PK but not whole", -1, NULL));
  g_assert_false (accord_report_file_commit (file, &error));
  g_assert_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_WRITE);
  g_clear_pointer (&file, accord_report_file_free);

  g_assert_true (g_file_get_contents (fixture->output, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  left = list_output (fixture);
  g_assert_cmpstr (left, ==, "report.xlsx");
}

static void
test_clean_text (void)
{
  static const struct
  {
    const char *text;
    gsize max;
    const char *clean;
  } cases[] = {
    { "plain", 10, "plain" },
    { "=1+1", 10, "=1+1" },
    { "a\r\nb\rc\nd", 20, "a\nb\nc\nd" },
    { "tab\tbell\a\x7f.", 20, "tab bell  ." },
    { "\xef\xbf\xbe\xef\xbf\xbf", 10, "□□" },
    { "bad \xff byte", 20, "bad □ byte" },
    { "_x0041_", 20, "_\xe2\x81\xa0x0041_" },
    { "_xyz_", 20, "_xyz_" },
    { "1234567890", 10, "1234567890" },
    { "12345678901", 10, "123456789…" },
    /* Each of these is two units of UTF-16. */
    { "😀😀😀😀😀", 10, "😀😀😀😀😀" },
    { "😀😀😀😀😀😀", 10, "😀😀😀😀…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = accord_report_text_clean (cases[i].text, cases[i].max);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_sheet_names (void)
{
  static const struct
  {
    const char *wanted;
    const char *name;
  } cases[] = {
    { "Summary", "Summary" },
    { "summary", "summary 2" },
    { "SUMMARY", "SUMMARY 3" },
    { "History", "History 2" },
    { "a[b]:c*?/\\d'e", "a b  c    d e" },
    { "   ", "-" },
    { "", "- 2" },
    { "0123456789012345678901234567890123", "0123456789012345678901234567890" },
    { "0123456789012345678901234567890", "01234567890123456789012345678 2" },
    { "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀" },
  };
  g_autoptr (GPtrArray) used = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (accord_report_sheet_name (used, cases[i].wanted), ==, cases[i].name);
}

static void
test_suggested_names (void)
{
  static const struct
  {
    const char *workspace;
    const char *name;
  } cases[] = {
    { "Field sales", "Field sales 2026-Q4 team.xlsx" },
    { "", "2026-Q4 team.xlsx" },
    { "../../etc/passwd", "etc-passwd 2026-Q4 team.xlsx" },
    { "-rf \"A\": B?", "rf -A-- B- 2026-Q4 team.xlsx" },
    { "two\nlines", "two lines 2026-Q4 team.xlsx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = accord_report_suggest_name (cases[i].workspace, fourth, ACCORD_AUDIENCE_TEAM);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_margins_and_widths (void)
{
  g_autofree char *margin = accord_report_text_for_margin ("Sales & Co &P");

  g_assert_cmpstr (margin, ==, "Sales && Co &&P");
  g_assert_cmpint (accord_report_text_width ("abc"), ==, 3);
  g_assert_cmpint (accord_report_text_width ("山田"), ==, 4);
  g_assert_cmpint (accord_report_text_width ("ab\nabcd\na"), ==, 4);
  g_assert_cmpint (accord_report_text_lines ("", 10), ==, 1);
  g_assert_cmpint (accord_report_text_lines ("0123456789", 10), ==, 1);
  g_assert_cmpint (accord_report_text_lines ("01234567890\n\nx", 10), ==, 4);
}

#define add(path, kind, function) g_test_add ((path), Fixture, (kind), set_up, (function), tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  add ("/report/members", "small", test_members);
  add ("/report/periods", "small", test_periods);
  add ("/report/audiences", "small", test_audiences);
  add ("/report/talks-and-actions", "small", test_talks_and_actions);
  add ("/report/quarter-that-does-not-exist", "small", test_quarter_that_does_not_exist);
  add ("/report/refused-output", "small", test_refused_output);
  add ("/report/folder-without-permission", "empty", test_folder_without_permission);
  add ("/report/overwrite", "one", test_overwrite);
  add ("/report/cancel", "small", test_cancel);
  add ("/report/whole-or-not", "one", test_whole_or_not);
  add ("/report/commit-refuses", "empty", test_commit_refuses);
  g_test_add_func ("/report/has-conversations", test_has_conversations);
  g_test_add_func ("/report/text/clean", test_clean_text);
  g_test_add_func ("/report/text/sheet-names", test_sheet_names);
  g_test_add_func ("/report/text/suggested-names", test_suggested_names);
  g_test_add_func ("/report/text/margins-and-widths", test_margins_and_widths);

  return g_test_run ();
}
