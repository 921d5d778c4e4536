/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-promise-layout.h"

#include "accord-member.h"
#include "accord-metric.h"
#include "accord-report.h"
#include "desk.h"

#include <string.h>

typedef struct
{
  char *folder;
  AccordWorkspace *workspace;
  gint64 joe;
  gint64 carolyn;
} Fixture;

static gint64
put_member (AccordWorkspace *workspace,
            const char      *name)
{
  AccordMember *member = accord_member_new ();

  accord_member_set_name (member, name);

  return desk_put (workspace, member);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->folder = desk_set_up ("USD", &fixture->workspace);
  fixture->joe = put_member (fixture->workspace, "Joe Mendes");
  fixture->carolyn = put_member (fixture->workspace, "Carolyn Brooks");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  desk_tear_down (fixture->folder, fixture->workspace);
}

static AccordPlan *
make_plan (Fixture *fixture)
{
  AccordPlan *plan = accord_plan_new ();

  accord_plan_set_member (plan, fixture->joe);
  accord_plan_set_year (plan, 2026);
  accord_plan_set_quota (plan, 100000000);
  accord_plan_set_amount (plan, 120000000);
  accord_plan_set_q1 (plan, 30000000);
  accord_plan_set_q2 (plan, 30000000);
  accord_plan_set_q3 (plan, 30000000);
  accord_plan_set_q4 (plan, 30000000);
  accord_plan_set_average_deal (plan, 2500000);
  accord_plan_set_win_rate (plan, ACCORD_RATE_ONE / 4);
  accord_plan_set_meeting_rate (plan, ACCORD_RATE_ONE / 2);
  accord_plan_set_outreach_rate (plan, ACCORD_RATE_ONE / 5);
  accord_plan_set_weeks (plan, 40 * ACCORD_RATE_ONE);
  accord_plan_set_partner (plan, fixture->carolyn);
  accord_plan_set_because (plan, " the children need a room each. ");

  return plan;
}

static void
test_sentences (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (AccordPlan) plan = make_plan (fixture);
  g_autoptr (AccordPromise) promise = accord_promise_new_for_plan (fixture->workspace, plan);

  g_assert_cmpstr (accord_promise_get_sentence (promise), ==,
                   "Joe Mendes commits to $1,200,000 in 2026 because the children need a room each.");
  g_assert_cmpstr (accord_promise_get_holds (promise), ==, "Carolyn Brooks holds Joe Mendes to it.");
  g_assert_true (g_str_has_prefix (accord_promise_get_stretch (promise),
                                   "That is the quota of $1,000,000 and a stretch of $200,000, 20"));
  /* 48 deals, 192 opportunities, 384 meetings, 1,920 outreach over 40 weeks. */
  g_assert_cmpstr (accord_promise_get_week (promise), ==,
                   "Every week it takes 48 outreach, 10 first meetings, 5 opportunities opened.");
  g_assert_cmpstr (accord_promise_get_quarter (promise, 3), ==, "$300,000");
  g_assert_cmpstr (accord_promise_get_dated (promise), ==, "");
  g_clear_pointer (&promise, accord_promise_free);

  accord_plan_set_because (plan, "");
  accord_plan_set_partner (plan, 0);
  accord_plan_set_quota (plan, ACCORD_UNKNOWN);
  accord_plan_set_average_deal (plan, ACCORD_UNKNOWN);
  promise = accord_promise_new_for_plan (fixture->workspace, plan);
  g_assert_cmpstr (accord_promise_get_sentence (promise), ==, "Joe Mendes commits to $1,200,000 in 2026 because …");
  g_assert_cmpstr (accord_promise_get_holds (promise), ==, "");
  g_assert_cmpstr (accord_promise_get_stretch (promise), ==, "");
  g_assert_cmpstr (accord_promise_get_week (promise), ==, "");
}

static AccordCommitment *
make_commitment (Fixture    *fixture,
                 gint64      version,
                 const char *because,
                 const char *reason)
{
  AccordCommitment *commitment = accord_commitment_new ();

  accord_commitment_set_member (commitment, fixture->joe);
  accord_commitment_set_year (commitment, 2026);
  accord_commitment_set_version (commitment, version);
  accord_commitment_set_amount (commitment, 120000000);
  accord_commitment_set_q1 (commitment, 120000000);
  accord_commitment_set_q2 (commitment, 0);
  accord_commitment_set_q3 (commitment, 0);
  accord_commitment_set_q4 (commitment, 0);
  accord_commitment_set_partner (commitment, fixture->carolyn);
  accord_commitment_set_committed_on (commitment, accord_date_new (2026, 1, 5));
  accord_commitment_set_because (commitment, because);
  accord_commitment_set_reason (commitment, reason);

  return commitment;
}

static void
test_versions (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autoptr (AccordCommitment) first = make_commitment (fixture, 1, "x", "");
  g_autoptr (AccordCommitment) second = make_commitment (fixture, 2, "x", "a second territory.");
  g_autoptr (AccordPromise) one = accord_promise_new_for_commitment (fixture->workspace, first);
  g_autoptr (AccordPromise) other = accord_promise_new_for_commitment (fixture->workspace, second);

  g_assert_null (strstr (accord_promise_get_dated (one), "version"));
  g_assert_nonnull (strstr (accord_promise_get_dated (other), ", version 2: a second territory."));
}

static void
add_goal (AccordPromise *promise,
          const char    *title,
          const char    *achieving)
{
  g_autoptr (AccordGoal) goal = accord_goal_new ();

  accord_goal_set_title (goal, title);
  accord_goal_set_amount (goal, 6000000);
  accord_goal_set_achieving (goal, achieving);
  accord_goal_set_if_cue (goal, "a quarter goes badly");
  accord_goal_set_then_action (goal, "ask for a second territory");
  accord_promise_add_goal (promise, goal);
}

static void
test_pdf (Fixture      *fixture,
          gconstpointer user_data)
{
  g_autoptr (AccordCommitment) commitment = make_commitment (fixture, 1, "the children need a room each", "");
  g_autoptr (AccordPromise) promise = accord_promise_new_for_commitment (fixture->workspace, commitment);
  g_autofree char *path = g_build_filename (fixture->folder, "promise.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  add_goal (promise, "A home of our own", "a room for each");
  g_assert_true (accord_promise_write_pdf (promise, ACCORD_PAPER_A4, path, FALSE, &error));
  g_assert_no_error (error);
  desk_assert_private (path);

  /* What is there is not overwritten unasked, and nothing is left beside it. */
  g_assert_false (accord_promise_write_pdf (promise, ACCORD_PAPER_A4, path, FALSE, &error));
  g_assert_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_EXISTS);
  g_assert_true (accord_promise_write_pdf (promise, ACCORD_PAPER_LETTER, path, TRUE, NULL));

  text = desk_read_pdf (path, TRUE);
  if (text == NULL)
    return;
  g_assert_cmpuint (desk_count (text, "\f"), ==, 1);
  g_assert_nonnull (strstr (text, "$1,200,000"));
  g_assert_nonnull (strstr (text, "A home of our own · $60,000"));
  g_assert_nonnull (strstr (text, "If a quarter goes badly, then I will ask for a second territory."));
  g_assert_nonnull (strstr (text, "Carolyn Brooks holds Joe Mendes to it."));
  g_assert_nonnull (strstr (text, "who commits · date and signature"));
  g_assert_nonnull (strstr (text, "Sales East"));
}

/* A reason as long as a letter: every word of it is on paper, and both signatures are on one sheet. */
static void
test_long_texts (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autoptr (GString) because = g_string_new (NULL);
  g_autoptr (AccordCommitment) commitment = NULL;
  g_autoptr (AccordPromise) promise = NULL;
  g_autoptr (AccordPromiseLayout) layout = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "promise.pdf", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  g_autoptr (GError) error = NULL;
  double width, height;
  guint n;

  for (int i = 0; i < 400; i++)
    g_string_append (because, "canary bird sings ");
  commitment = make_commitment (fixture, 1, because->str, "");
  promise = accord_promise_new_for_commitment (fixture->workspace, commitment);
  accord_paper_get_size (ACCORD_PAPER_A4, &width, &height);
  layout = accord_promise_layout_new (promise, width, height);
  n = accord_promise_layout_get_n_pages (layout);
  g_assert_cmpuint (n, >=, 2);
  g_assert_true (accord_promise_write_pdf (promise, ACCORD_PAPER_A4, path, FALSE, &error));
  g_assert_no_error (error);

  text = desk_read_pdf (path, TRUE);
  if (text == NULL)
    return;
  g_assert_cmpuint (desk_count (text, "canary"), ==, 400);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, n + 1);
  g_assert_nonnull (strstr (pages[n - 1], "who commits"));
  g_assert_nonnull (strstr (pages[n - 1], "who holds them to it"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/promise/sentences", Fixture, NULL, set_up, test_sentences, tear_down);
  g_test_add ("/promise/versions", Fixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/promise/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/promise/long-texts", Fixture, NULL, set_up, test_long_texts, tear_down);

  return g_test_run ();
}
