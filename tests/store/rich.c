/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rich.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "accord-account.h"
#include "accord-action.h"
#include "accord-actuals.h"
#include "accord-ask.h"
#include "accord-board-change.h"
#include "accord-commitment.h"
#include "accord-forecast.h"
#include "accord-metric.h"
#include "accord-opportunities.h"
#include "accord-verify.h"

#define N_MEMBERS 4
#define N_WEEKS 53
#define N_DEALS 600

static const char *const names[N_MEMBERS] = { "Carolyn", "Joe", "Craig", "Melissa" };

static gint64
add_metric (AccordWorkspace *workspace,
            const char      *name)
{
  g_autoptr (AccordMetric) metric = accord_metric_new ();

  accord_metric_set_name (metric, name);

  return put (workspace, metric);
}

static void
add_commitment (AccordWorkspace *workspace,
                gint64           member,
                gint64           partner)
{
  g_autoptr (AccordCommitment) commitment = accord_commitment_new ();

  accord_commitment_set_member (commitment, member);
  accord_commitment_set_year (commitment, 2027);
  accord_commitment_set_version (commitment, 1);
  accord_commitment_set_quota (commitment, 90000000);
  accord_commitment_set_amount (commitment, 100000000);
  accord_commitment_set_q1 (commitment, 17000000);
  accord_commitment_set_q2 (commitment, 23000000);
  accord_commitment_set_q3 (commitment, 30000000);
  accord_commitment_set_q4 (commitment, 30000000);
  accord_commitment_set_partner (commitment, partner);
  accord_commitment_set_committed_on (commitment, accord_date_new (2026, 11, 23));
  put (workspace, commitment);
}

static void
add_sealed_conversation (AccordWorkspace *workspace,
                         gint64           member)
{
  g_autoptr (AccordConversation) conversation = draft_conversation (member, "First calls of the day");
  g_autoptr (GError) error = NULL;

  accord_conversation_set_stage (conversation, ACCORD_CONVERSATION_STAGE_HELD);
  accord_conversation_set_occurred (conversation, accord_date_new (2026, 11, 23));
  accord_conversation_set_facts (conversation, "12 calls a week since October, 30 were agreed");
  accord_conversation_set_agreement (conversation, "An hour of calls before nine, every day");
  put (workspace, conversation);
  accord_workspace_seal (workspace, conversation, &error);
  g_assert_no_error (error);
}

static void
add_actuals (AccordWorkspace *workspace,
             const gint64    *members,
             const gint64    *metrics,
             guint            n_metrics)
{
  g_autoptr (GArray) actuals = g_array_new (FALSE, TRUE, sizeof (AccordActual));
  g_autoptr (GError) error = NULL;

  for (guint week = 0; week < N_WEEKS; week++)
    {
      for (guint i = 0; i < N_MEMBERS * n_metrics; i++)
        {
          AccordActual actual = {
            .member = members[i / n_metrics],
            .metric = metrics[i % n_metrics],
            .starts = accord_date_new (2026, 1, 5) + 7 * (AccordDate) week,
            .grain = ACCORD_GRAIN_WEEK,
            .value = G_GINT64_CONSTANT (1000000000) * (week + i),
            .source = ACCORD_SOURCE_IMPORTED,
          };

          g_array_append_val (actuals, actual);
        }
    }
  accord_actuals_put (workspace, (AccordActual *) (gpointer) actuals->data, actuals->len, &error);
  g_assert_no_error (error);
}

static void
add_opportunities (AccordWorkspace *workspace,
                   const gint64    *members)
{
  g_autofree AccordOpportunity *deals = g_new0 (AccordOpportunity, N_DEALS);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_DEALS; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("CRM-%05u", i));
      deals[i] = (AccordOpportunity) {
        .external = ids->pdata[i],
        .member = members[i % N_MEMBERS],
        .account = (char *) "Northwind",
        .product = (char *) "Licences",
        .stage = (char *) (i % 3 == 0 ? "Proposal" : "Closed"),
        .state = (AccordOpportunityState) (i % 3),
        .created = accord_date_new (2026, 1, 5) + (AccordDate) (i % 300),
        .closed = accord_date_new (2026, 3, 5) + (AccordDate) (i % 300),
        .amount = 100000 + i,
      };
    }
  accord_opportunities_put (workspace, deals, N_DEALS, accord_date_new (2026, 11, 20), &error);
  g_assert_no_error (error);

  /* Half of them move on a few days later. */
  for (guint i = 0; i < N_DEALS / 2; i++)
    deals[i].stage = (char *) "Negotiation";
  accord_opportunities_put (workspace, deals, N_DEALS / 2, accord_date_new (2026, 11, 23), &error);
  g_assert_no_error (error);
}

/* What a team makes of its cards: one lies under another and goes to the next year with it, votes by name and by ballot, a
 * strategy that something is done about, and an ask. */
static void
add_board (AccordWorkspace *workspace,
           const gint64    *members)
{
  const AccordBoardScope scope = { 2027, 0 };
  const char *const titles[] = { "Long onboarding", NULL };
  const AccordVoter voters[] = { { members[0], 0 }, { 0, 1 } };
  g_autoptr (AccordChange) change = accord_change_new ("Board");
  g_autoptr (AccordChange) merge = accord_change_new ("Merge");
  g_autoptr (AccordChange) carry = accord_change_new ("Carry");
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) hosts = g_ptr_array_new ();
  g_autoptr (AccordAction) action = accord_action_new ();
  g_autoptr (AccordAsk) ask = accord_ask_new ();
  g_autoptr (AccordStrategy) strategy = NULL;
  g_autoptr (AccordBoardRules) rules = accord_board_change_draft_rules (workspace, &scope);
  gint64 threat;

  threat = accord_board_change_add (change, workspace, &scope, ACCORD_QUADRANT_THREAT, titles, members[1]);
  for (guint i = 0; i < G_N_ELEMENTS (voters); i++)
    accord_board_change_vote (change, workspace, accord_workspace_find (workspace, ACCORD_TYPE_CARD, 1), &voters[i], 2);
  accord_board_rules_set_votes_each (rules, 5);
  accord_change_put (change, rules);
  g_assert_true (accord_workspace_apply (workspace, change, NULL));

  g_ptr_array_add (others, accord_workspace_find (workspace, ACCORD_TYPE_CARD, 2));
  g_ptr_array_add (hosts, accord_workspace_find (workspace, ACCORD_TYPE_CARD, 1));
  strategy = accord_board_change_pair (merge, workspace, hosts->pdata[0],
                                       accord_workspace_find (workspace, ACCORD_TYPE_CARD, threat), "Onboarding in pairs");
  accord_board_change_merge (merge, workspace, hosts->pdata[0], others);
  accord_action_set_what (action, "A plan for the onboarding");
  accord_action_set_strategy (action, accord_record_get_id (ACCORD_RECORD (strategy)));
  accord_change_put (merge, action);
  accord_ask_set_card (ask, 2);
  accord_ask_set_department (ask, "Finance");
  accord_ask_set_what (ask, "Laptops before the onboarding");
  accord_change_put (merge, ask);
  g_assert_true (accord_workspace_apply (workspace, merge, NULL));
  g_assert_cmpuint (accord_board_change_carry (carry, workspace, hosts, 2028), ==, 1);
  g_assert_true (accord_workspace_apply (workspace, carry, NULL));
}

/* A member changes their mind about the quarter, and the team about an account. */
static void
add_forecasts (AccordWorkspace *workspace,
               gint64           member)
{
  g_autoptr (AccordAccount) ideal = accord_account_new ();
  g_autoptr (AccordAccount) other = accord_account_new ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AccordForecast) forecast = accord_forecast_new ();

      accord_forecast_set_member (forecast, member);
      accord_forecast_set_starts (forecast, accord_date_new (2026, 10, 1));
      accord_forecast_set_amount (forecast, 21000000 - 2500000 * i);
      accord_forecast_set_made_on (forecast, accord_date_new (2026, 11, 9) + 14 * (AccordDate) i);
      accord_forecast_set_note (forecast, i > 0 ? "Two go into the next year" : "");
      put (workspace, forecast);
    }
  accord_account_set_name (ideal, "Northwind");
  accord_account_set_ideal (ideal, TRUE);
  put (workspace, ideal);
  accord_account_set_name (other, "Contoso");
  accord_account_set_note (other, "Buys every ten years");
  put (workspace, other);
}

void
rich_fill (AccordWorkspace *workspace)
{
  gint64 members[N_MEMBERS];
  gint64 metrics[2];

  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_autoptr (AccordRecord) member = draft_member (names[i]);
      g_autoptr (AccordRecord) goal = NULL;
      g_autoptr (AccordRecord) card = draft_card ("Long onboarding");

      members[i] = put (workspace, member);
      goal = draft_goal (members[i], "A deposit for the house by the river");
      put (workspace, goal);
      put (workspace, card);
    }
  add_commitment (workspace, members[1], members[2]);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AccordRecord) planned = draft_conversation (members[i], "What would help");

      add_sealed_conversation (workspace, members[i]);
      put (workspace, planned);
    }

  add_board (workspace, members);
  add_forecasts (workspace, members[2]);
  metrics[0] = add_metric (workspace, "Calls");
  metrics[1] = add_metric (workspace, "Meetings");
  add_actuals (workspace, members, metrics, G_N_ELEMENTS (metrics));
  add_opportunities (workspace, members);
}

/* Words that only the workspace's texts hold: no message may say them. */
static const char *const canaries[] = { "river", "before nine", "Northwind", "Carolyn", "onboarding" };

char *
verify_to_text (const char *path)
{
  g_auto (GStrv) faults = NULL;
  g_autoptr (GError) error = NULL;

  if (!accord_verify_file (path, NULL, &faults, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == ACCORD_STORE_ERROR);
      return g_strdup (error->message);
    }

  g_assert_no_error (error);

  return g_strjoinv ("\n", faults);
}

void
assert_sound (const char *path)
{
  g_autofree char *faults = verify_to_text (path);

  g_assert_cmpstr (faults, ==, "");
}

guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

mode_t
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);

  return status.st_mode & 0777;
}

char *
path_in (Fixture    *fixture,
         const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

void
assert_same_content (const char *a,
                     const char *b)
{
  g_autofree char *one = dump_file (a);
  g_autofree char *other = dump_file (b);

  g_assert_cmpstr (one, ==, other);
}

void
write_backup (const char *path,
              const char *dest)
{
  g_autoptr (GError) error = NULL;

  accord_backup_write (path, dest, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

GPtrArray *
list_backups (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = accord_backup_list (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (backups);

  return backups;
}

void
assert_fault (const char *faults,
              const char *expected)
{
  if (strstr (faults, expected) == NULL)
    g_error ("“%s” is not among: %s", expected, faults);
  for (guint i = 0; i < G_N_ELEMENTS (canaries); i++)
    g_assert_null (strstr (faults, canaries[i]));
}

char *
fill_and_take (Fixture *fixture,
               gsize   *length)
{
  char *bytes = NULL;

  rich_fill (fixture->workspace);
  g_clear_object (&fixture->workspace);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, length, NULL));

  return bytes;
}

void
write_bytes (const char *path,
             const char *bytes,
             gsize       length)
{
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}
