/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "disk.h"
#include "rich.h"

#include <glib/gstdio.h>
#include <string.h>

#include "accord-action.h"
#include "accord-actuals.h"
#include "accord-addendum.h"
#include "accord-board-change.h"
#include "accord-commitment.h"
#include "accord-forecast.h"
#include "accord-goal-entry.h"
#include "accord-goal-viewer.h"
#include "accord-goal.h"
#include "accord-import-mapping.h"
#include "accord-import-row.h"
#include "accord-import.h"
#include "accord-leave.h"
#include "accord-membership.h"
#include "accord-opportunities.h"
#include "accord-plan.h"
#include "accord-quota.h"
#include "accord-target.h"
#include "accord-workspace-erase.h"

/* A word that stands nowhere but in what is to be erased. */
#define CANARY "Xylophone"

/* Writes the canary into every text of the draft, but for those that have a form of their own. */
static void
fill_texts (gpointer draft)
{
  const char *const formed[] = { "sealed", "ramp", "pay-tiers", "table-name", "after", "imported", NULL };
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (draft, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s of %s", CANARY, fields[i].name, accord_record_get_table (draft));

      if (fields[i].kind == ACCORD_FIELD_TEXT && !g_strv_contains (formed, fields[i].name))
        accord_record_write_text (draft, &fields[i], text);
    }
}

static void
set_reference (gpointer    draft,
               const char *name,
               gint64      value)
{
  guint n_fields;
  const AccordField *fields = accord_record_get_fields (draft, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (strcmp (fields[i].name, name) == 0)
      accord_record_write_integer (draft, &fields[i], value);
}

/* A record of the type about id, with every text filled. */
static gint64
put_about (AccordWorkspace *workspace,
           GType            type,
           const char      *field_name,
           gint64           id)
{
  g_autoptr (AccordRecord) draft = g_object_new (type, NULL);

  set_reference (draft, field_name, id);
  fill_texts (draft);
  if (ACCORD_IS_LEAVE (draft))
    accord_leave_set_starts (ACCORD_LEAVE (draft), accord_date_new (2026, 3, 2));
  if (ACCORD_IS_GOAL_ENTRY (draft))
    accord_goal_entry_set_day (ACCORD_GOAL_ENTRY (draft), accord_date_new (2026, 3, 2));
  if (ACCORD_IS_GOAL (draft))
    accord_goal_set_year (ACCORD_GOAL (draft), 2027);
  if (ACCORD_IS_PLAN (draft))
    accord_plan_set_year (ACCORD_PLAN (draft), 2027);
  if (ACCORD_IS_FORECAST (draft))
    g_object_set (draft, "starts", accord_date_new (2026, 10, 1), "made-on", accord_date_new (2026, 11, 2), "amount",
                  G_GINT64_CONSTANT (650), NULL);

  return put (workspace, draft);
}

static void
put_commitment (AccordWorkspace *workspace,
                gint64           member,
                gint64           partner,
                const char      *because)
{
  g_autoptr (AccordCommitment) commitment = accord_commitment_new ();

  accord_commitment_set_member (commitment, member);
  accord_commitment_set_year (commitment, 2028);
  accord_commitment_set_version (commitment, 1);
  accord_commitment_set_quota (commitment, 400);
  accord_commitment_set_amount (commitment, 400);
  accord_commitment_set_q1 (commitment, 100);
  accord_commitment_set_q2 (commitment, 100);
  accord_commitment_set_q3 (commitment, 100);
  accord_commitment_set_q4 (commitment, 100);
  accord_commitment_set_partner (commitment, partner);
  accord_commitment_set_committed_on (commitment, accord_date_new (2026, 11, 23));
  accord_commitment_set_because (commitment, because);
  accord_commitment_set_reason (commitment, because);
  put (workspace, commitment);
}

static void
put_target (AccordWorkspace *workspace,
            gint64           member)
{
  g_autoptr (AccordTarget) target = accord_target_new ();

  accord_target_set_member (target, member);
  accord_target_set_metric (target, 1);
  accord_target_set_starts (target, accord_date_new (2026, 10, 1));
  accord_target_set_grain (target, ACCORD_GRAIN_QUARTER);
  accord_target_set_value (target, 5000);
  accord_target_set_version (target, 1);
  fill_texts (target);
  put (workspace, target);
}

static void
put_quota (AccordWorkspace *workspace,
           gint64           member)
{
  g_autoptr (AccordQuota) quota = accord_quota_new ();

  accord_quota_set_member (quota, member);
  accord_quota_set_starts (quota, accord_date_new (2026, 10, 1));
  accord_quota_set_grain (quota, ACCORD_GRAIN_QUARTER);
  accord_quota_set_amount (quota, 700);
  put (workspace, quota);
}

static void
put_conversations (AccordWorkspace *workspace,
                   gint64           member)
{
  g_autoptr (AccordConversation) planned = draft_conversation (member, CANARY);
  g_autoptr (AccordConversation) held = draft_conversation (member, CANARY);
  g_autoptr (GError) error = NULL;

  fill_texts (planned);
  put_about (workspace, ACCORD_TYPE_ACTION, "conversation", put (workspace, planned));

  fill_texts (held);
  accord_conversation_set_stage (held, ACCORD_CONVERSATION_STAGE_HELD);
  accord_conversation_set_occurred (held, accord_date_new (2026, 11, 20));
  accord_conversation_set_entered (held, accord_date_new (2026, 11, 23));
  put_about (workspace, ACCORD_TYPE_ACTION, "conversation", put (workspace, held));
  accord_workspace_seal (workspace, held, &error);
  g_assert_no_error (error);
  for (int number = 1; number <= 2; number++)
    {
      g_autoptr (AccordAddendum) addendum = accord_addendum_new ();

      fill_texts (addendum);
      accord_addendum_set_conversation (addendum, accord_record_get_id (ACCORD_RECORD (held)));
      accord_addendum_set_number (addendum, number);
      accord_addendum_set_entered (addendum, accord_date_new (2026, 11, 23));
      put (workspace, addendum);
    }
}

static void
put_import_row (AccordWorkspace *workspace,
                gint64           import,
                const char      *table,
                gint64           record)
{
  g_autoptr (AccordImportRow) row = accord_import_row_new ();

  accord_import_row_set_import (row, import);
  accord_import_row_set_table_name (row, table);
  accord_import_row_set_record (row, record);
  accord_import_row_set_before (row, record == 1 ? "{\"name\": \"Carolyn\"}" : "{\"name\": \"" CANARY "\"}");
  put (workspace, row);
}

static void
put_imports (AccordWorkspace *workspace,
             gint64           member,
             gint64           goal)
{
  g_autoptr (AccordImport) import = accord_import_new ();
  g_autoptr (AccordImport) other = accord_import_new ();
  g_autoptr (AccordImportMapping) mapping = accord_import_mapping_new ();
  g_autoptr (AccordImportMapping) neutral = accord_import_mapping_new ();

  fill_texts (import);
  accord_import_set_file (import, CANARY " name of member.csv");
  accord_import_set_imported (import, "2026-11-23 12:00");
  put (workspace, import);
  accord_import_set_file (other, "team.csv");
  accord_import_set_imported (other, "2026-11-23 12:00");
  put (workspace, other);
  put_import_row (workspace, 1, "member", member);
  put_import_row (workspace, 1, "goal", goal);
  put_import_row (workspace, 2, "member", 1);
  accord_import_mapping_set_name (mapping, "Calls");
  accord_import_mapping_set_settings (mapping, "{\"set\": {\"member\": \"xylophone name of member\"}}");
  put (workspace, mapping);
  accord_import_mapping_set_name (neutral, "Deals");
  accord_import_mapping_set_settings (neutral, "{\"map\": {\"member\": \"Rep\"}}");
  put (workspace, neutral);
}

/* Their part in a board: cards that they wrote, of which one lies under the team's first and another on it, votes by name for both,
 * and what they took on from a card and from a strategy. */
static void
put_board (AccordWorkspace *workspace,
           gint64           member)
{
  const AccordBoardScope scope = { 2027, 0 };
  const char *const titles[] = { "Quotes take long", "Offers take long", NULL };
  const AccordVoter voter = { .member = member };
  g_autoptr (AccordChange) change = accord_change_new ("Add");
  g_autoptr (AccordChange) rest = accord_change_new ("Merge");
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (AccordAction) of_card = accord_action_new ();
  g_autoptr (AccordAction) of_strategy = accord_action_new ();
  g_autoptr (GError) error = NULL;
  gint64 first;

  first = accord_board_change_add (change, workspace, &scope, ACCORD_QUADRANT_WEAKNESS, titles, member);
  accord_workspace_apply (workspace, change, &error);
  g_assert_no_error (error);
  for (gint64 id = first; id <= first + 1; id++)
    accord_board_change_vote (rest, workspace, accord_workspace_find (workspace, ACCORD_TYPE_CARD, id), &voter, 2);
  g_ptr_array_add (others, accord_workspace_find (workspace, ACCORD_TYPE_CARD, first));
  accord_board_change_merge (rest, workspace, accord_workspace_find (workspace, ACCORD_TYPE_CARD, 1), others);
  fill_texts (of_card);
  accord_action_set_owner (of_card, member);
  accord_action_set_card (of_card, first);
  accord_change_put (rest, of_card);
  fill_texts (of_strategy);
  accord_action_set_owner (of_strategy, member);
  accord_action_set_strategy (of_strategy, 1);
  accord_change_put (rest, of_strategy);
  accord_workspace_apply (workspace, rest, &error);
  g_assert_no_error (error);
}

/* A rich workspace, and in it one member with the canary in every text that is theirs. Gives the member's id. */
static gint64
fill (AccordWorkspace *workspace)
{
  g_autoptr (AccordMember) member = draft_member (CANARY);
  gint64 id, goal;

  rich_fill (workspace);
  fill_texts (member);
  accord_member_set_started (member, accord_date_new (2025, 3, 1));
  accord_member_set_leader (member, TRUE);
  accord_member_set_ramp (member, "13.571113%,50%");
  id = put (workspace, member);

  goal = put_about (workspace, ACCORD_TYPE_GOAL, "member", id);
  put_about (workspace, ACCORD_TYPE_GOAL_ENTRY, "goal", goal);
  {
    g_autoptr (AccordGoalViewer) sees = accord_goal_viewer_new ();
    g_autoptr (AccordGoalViewer) is_seen = accord_goal_viewer_new ();

    accord_goal_viewer_set_goal (sees, 1);
    accord_goal_viewer_set_member (sees, id);
    put (workspace, sees);
    accord_goal_viewer_set_goal (is_seen, goal);
    accord_goal_viewer_set_member (is_seen, 1);
    put (workspace, is_seen);
  }
  put_about (workspace, ACCORD_TYPE_PLAN, "member", id);
  put_about (workspace, ACCORD_TYPE_ACTION, "owner", id);
  put_about (workspace, ACCORD_TYPE_LEAVE, "member", id);
  put_commitment (workspace, id, 1, CANARY);
  put_commitment (workspace, 2, id, "For the house");
  put_target (workspace, id);
  put_quota (workspace, id);
  put_about (workspace, ACCORD_TYPE_FORECAST, "member", id);
  put_conversations (workspace, id);
  put_imports (workspace, id, goal);
  put_board (workspace, id);

  return id;
}

static guint
count_hits (const char *path,
            const char *word)
{
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_hits = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (char *at = bytes; (at = memmem (at, length - (gsize) (at - bytes), word, strlen (word))) != NULL; at++)
    n_hits++;

  return n_hits;
}

/* What the team's totals are made of. */
static char *
dump_totals (AccordWorkspace *workspace)
{
  GListModel *quotas = accord_workspace_get_list (workspace, ACCORD_TYPE_QUOTA);
  GListModel *commitments = accord_workspace_get_list (workspace, ACCORD_TYPE_COMMITMENT);
  GListModel *targets = accord_workspace_get_list (workspace, ACCORD_TYPE_TARGET);
  gint64 sums[3] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (quotas); i++)
    {
      g_autoptr (AccordQuota) quota = g_list_model_get_item (quotas, i);

      sums[0] += accord_quota_get_amount (quota);
    }
  for (guint i = 0; i < g_list_model_get_n_items (commitments); i++)
    {
      g_autoptr (AccordCommitment) commitment = g_list_model_get_item (commitments, i);

      sums[1] += accord_commitment_get_amount (commitment);
    }
  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (AccordTarget) target = g_list_model_get_item (targets, i);

      sums[2] += accord_target_get_value (target);
    }

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          " %" G_GINT64_FORMAT " %u",
                          sums[0], sums[1], sums[2],
                          accord_actuals_sum (workspace, 0, 0, accord_date_new (2000, 1, 1), accord_date_new (2099, 1, 1)),
                          accord_opportunities_bookings (workspace, 0, accord_date_new (2000, 1, 1),
                                                         accord_date_new (2099, 1, 1)),
                          g_list_model_get_n_items (accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBERSHIP)));
}

static guint
count_of (AccordWorkspace *workspace,
          GType            type)
{
  return g_list_model_get_n_items (accord_workspace_get_list (workspace, type));
}

static void
assert_erased_member (AccordWorkspace *workspace,
                      gint64           id)
{
  AccordMember *member = accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, id);

  g_assert_cmpstr (accord_member_get_name (member), ==, "Former member 1");
  g_assert_cmpstr (accord_member_get_ramp (member), ==, "");
  g_assert_true (accord_member_get_erased (member));
  g_assert_false (accord_member_get_leader (member));
  g_assert_cmpint (accord_member_get_started (member), ==, accord_date_new (2025, 3, 1));
  g_assert_cmpint (accord_member_get_left (member), ==, accord_date_new (2026, 11, 23));
}

/* The team's board stands: what they wrote on it and how they voted is the team's, and says no name. */
static void
assert_board_stands (AccordWorkspace *workspace,
                     gint64           id)
{
  GListModel *cards = accord_workspace_get_list (workspace, ACCORD_TYPE_CARD);
  GListModel *votes = accord_workspace_get_list (workspace, ACCORD_TYPE_VOTE);
  guint n_cards = 0, n_merged = 0, n_votes = 0;

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (AccordCard) card = g_list_model_get_item (cards, i);

      n_cards += accord_card_get_author (card) == id;
      n_merged += accord_card_get_author (card) == id && accord_card_get_merged_into (card) == 1;
    }
  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr (AccordVote) vote = g_list_model_get_item (votes, i);

      n_votes += accord_vote_get_member (vote) == id ? (guint) accord_vote_get_count (vote) : 0;
    }
  g_assert_cmpuint (n_cards, ==, 2);
  g_assert_cmpuint (n_merged, ==, 1);
  g_assert_cmpuint (n_votes, ==, 4);
}

static void
test_erase (Fixture      *fixture,
            gconstpointer user_data)
{
  gint64 id = fill (fixture->workspace);
  AccordWorkspace *workspace = fixture->workspace;
  g_autofree char *totals = dump_totals (workspace);
  g_autofree char *head = accord_workspace_dup_chain_head (workspace);
  guint n_conversations = count_of (workspace, ACCORD_TYPE_CONVERSATION);
  guint n_goals = count_of (workspace, ACCORD_TYPE_GOAL);
  g_autofree char *totals_after = NULL;
  g_autofree char *head_after = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;
  gboolean compacted = FALSE;

  g_assert_cmpuint (count_hits (fixture->path, CANARY), >, 40);
  g_assert_cmpuint (count_hits (fixture->path, "13.571113"), >, 0);
  g_assert_true (accord_workspace_can_undo (workspace));

  accord_workspace_erase_member (workspace, accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, id), &compacted, &error);
  g_assert_no_error (error);
  g_assert_true (compacted);

  g_assert_false (accord_workspace_can_undo (workspace));
  g_assert_false (accord_workspace_can_redo (workspace));
  assert_erased_member (workspace, id);
  g_assert_cmpuint (count_of (workspace, ACCORD_TYPE_CONVERSATION), ==, n_conversations - 1);
  g_assert_cmpuint (count_of (workspace, ACCORD_TYPE_GOAL), ==, n_goals - 1);
  g_assert_cmpuint (count_of (workspace, ACCORD_TYPE_GOAL_VIEWER), ==, 0);
  g_assert_cmpuint (count_of (workspace, ACCORD_TYPE_PLAN), ==, 0);
  g_assert_cmpuint (count_of (workspace, ACCORD_TYPE_LEAVE), ==, 0);
  g_assert_cmpuint (count_of (workspace, ACCORD_TYPE_ACTION), ==, 4); /* one of somebody else; three of no conversation, without words */
  assert_board_stands (workspace, id);
  g_assert_cmpuint (count_of (workspace, ACCORD_TYPE_IMPORT), ==, 2);
  g_assert_cmpuint (count_of (workspace, ACCORD_TYPE_IMPORT_ROW), ==, 1);     /* the one about somebody else */
  g_assert_cmpuint (count_of (workspace, ACCORD_TYPE_IMPORT_MAPPING), ==, 1); /* so is this */

  totals_after = dump_totals (workspace);
  g_assert_cmpstr (totals_after, ==, totals);
  head_after = accord_workspace_dup_chain_head (workspace);
  g_assert_cmpstr (head_after, ==, head);
  shown = dump_lists (workspace);
  fixture_reopen (fixture);
  stored = dump_lists (fixture->workspace);
  g_assert_cmpstr (shown, ==, stored);
  g_clear_object (&fixture->workspace);

  /* What others wrote stays. */
  g_assert_cmpuint (count_hits (fixture->path, "For the house"), >, 0);
  g_assert_cmpuint (count_hits (fixture->path, CANARY), ==, 0);
  g_assert_cmpuint (count_hits (fixture->path, "xylophone"), ==, 0);
  g_assert_cmpuint (count_hits (fixture->path, "13.571113"), ==, 0);
  assert_sound (fixture->path);
}

/* The salts of the erased record's seal are gone, and everybody else's are there. */
static void
test_salts (Fixture      *fixture,
            gconstpointer user_data)
{
  gint64 id = fill (fixture->workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *sealed = NULL;

  accord_workspace_erase_member (fixture->workspace, accord_workspace_find (fixture->workspace, ACCORD_TYPE_MEMBER, id),
                                 NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->workspace);
  /* A CHECK says so where a row is not as it should be. */
  sealed = tamper (fixture->path,
                   "CREATE TEMP TABLE sound (ok INTEGER CHECK (ok));"
                   "INSERT INTO sound SELECT (salt IS NULL) = (conversation.member = 5) FROM seal_field"
                   " JOIN seal ON seal.sequence = seal_field.seal JOIN conversation ON conversation.id = seal.conversation;"
                   "INSERT INTO sound SELECT count (*) > 10 FROM seal_field WHERE salt IS NULL;");
  g_assert_cmpstr (sealed, ==, NULL);
  g_assert_cmpint (id, ==, 5);
}

static void
test_twice (Fixture      *fixture,
            gconstpointer user_data)
{
  gint64 id = fill (fixture->workspace);
  g_autoptr (GError) error = NULL;

  for (gint64 member = id; member > id - 2; member--)
    {
      accord_workspace_erase_member (fixture->workspace,
                                     accord_workspace_find (fixture->workspace, ACCORD_TYPE_MEMBER, member), NULL, &error);
      g_assert_no_error (error);
    }
  assert_erased_member (fixture->workspace, id);
  g_assert_cmpstr (accord_member_get_name (accord_workspace_find (fixture->workspace, ACCORD_TYPE_MEMBER, id - 1)), ==,
                   "Former member 2");
  g_clear_object (&fixture->workspace);
  assert_sound (fixture->path);
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer user_data)
{
  gint64 id = fill (fixture->workspace);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->workspace);
  before = file_digest (fixture->path);
  fixture->workspace = accord_workspace_open (fixture->path, ACCORD_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (accord_workspace_erase_member (fixture->workspace,
                                                 accord_workspace_find (fixture->workspace, ACCORD_TYPE_MEMBER, id), NULL,
                                                 &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY);
  after = file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* One run with the disk failing at its nth call: all or nothing, and it says which. FALSE: nothing failed any more. */
static gboolean
run_with_fault (const char *path,
                gint64      id,
                const char *before,
                guint       nth,
                gboolean    for_ever,
                gboolean    full)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) workspace = accord_workspace_open (path, ACCORD_OPEN_DEFAULT, &error);
  g_autofree char *after = NULL;
  gboolean compacted = FALSE;
  gboolean erased, failed;

  g_assert_no_error (error);
  disk_fail_at (nth, for_ever, full);
  erased = accord_workspace_erase_member (workspace, accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, id), &compacted,
                                          &error);
  failed = disk_has_failed ();
  disk_fail_at (0, FALSE, FALSE);
  if (!erased)
    g_assert_nonnull (error);
  g_clear_object (&workspace);

  after = dump_file (path);
  assert_sound (path);
  if (erased)
    g_assert_null (strstr (after, CANARY));
  else if (g_strcmp0 (before, after) != 0)
    g_assert_null (strstr (after, CANARY)); /* the very end of the COMMIT failed: all of it, then */
  if (erased && compacted)
    g_assert_cmpuint (count_hits (path, CANARY), ==, 0);

  return failed;
}

static void
test_faults (Fixture      *fixture,
             gconstpointer user_data)
{
  gint64 id = fill (fixture->workspace);
  g_autofree char *before = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_runs = 0;

  g_clear_object (&fixture->workspace);
  before = dump_file (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));

  for (int kind = 0; kind < 4; kind++)
    for (guint nth = 1; run_with_fault (fixture->path, id, before, nth, (kind & 1) != 0, (kind & 2) != 0);
         nth += g_test_slow () ? 1 : (guint) g_test_rand_int_range (1, 80))
      {
        g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

        n_runs++;
        g_unlink (journal);
        write_bytes (fixture->path, bytes, length);
      }
  g_test_message ("%u runs", n_runs);
  g_assert_cmpuint (n_runs, >, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);
  disk_install ();
  fixture_add ("/erase/member", test_erase);
  fixture_add ("/erase/salts", test_salts);
  fixture_add ("/erase/twice", test_twice);
  fixture_add ("/erase/read-only", test_read_only);
  fixture_add ("/erase/faults", test_faults);

  return fixture_run_isolated ();
}
