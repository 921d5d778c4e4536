/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "accord-action.h"
#include "accord-ask.h"
#include "accord-card.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-strategy.h"
#include "accord-vote.h"
#include "accord-workspace-private.h"

#define N_CHANGES 200

/* Something live of the type, or NULL; draws one random number either way. */
static gpointer
random_record (AccordWorkspace *workspace,
               GType            type)
{
  GListModel *list = accord_workspace_get_list (workspace, type);
  guint n = g_list_model_get_n_items (list);
  guint draw = (guint) g_test_rand_int_range (0, G_MAXINT32);

  return n > 0 ? g_list_model_get_item (list, draw % n) : NULL;
}

static gint64
random_member (AccordWorkspace *workspace)
{
  g_autoptr (AccordRecord) member = random_record (workspace, ACCORD_TYPE_MEMBER);

  return accord_record_get_id (member);
}

/* Something that belongs to a card, or a card where there is none. */
static gpointer
random_of_card (AccordWorkspace *workspace,
                const char      *text)
{
  g_autoptr (AccordCard) card = random_record (workspace, ACCORD_TYPE_CARD);
  g_autoptr (AccordCard) other = random_record (workspace, ACCORD_TYPE_CARD);
  const gint64 id = card != NULL ? accord_record_get_id (ACCORD_RECORD (card)) : 0;
  gpointer draft;

  if (id == 0)
    return draft_card (text);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      draft = accord_vote_new ();
      accord_vote_set_card (draft, id);
      accord_vote_set_member (draft, random_member (workspace));
      accord_vote_set_ballot (draft, accord_vote_get_member (draft) == 0 ? 1 : 0);
      accord_vote_set_count (draft, g_test_rand_int_range (1, 4));
      return draft;

    case 1:
      draft = accord_ask_new ();
      accord_ask_set_card (draft, id);
      accord_ask_set_department (draft, "Product");
      accord_ask_set_what (draft, text);
      return draft;

    case 2:
      /* Of a card with itself: refused by the file. */
      draft = accord_strategy_new ();
      accord_strategy_set_year (draft, 2027);
      accord_strategy_set_internal (draft, id);
      accord_strategy_set_external (draft, accord_record_get_id (ACCORD_RECORD (other)));
      return draft;

    default:
      draft = accord_record_copy (card);
      accord_card_set_merged_into (draft, accord_record_get_id (ACCORD_RECORD (other)));
      accord_card_set_author (draft, random_member (workspace));
      accord_card_set_resolved (draft, accord_date_new (2026, 11, 20));
      accord_card_set_outcome (draft, text);
      return draft;
    }
}

static gpointer
random_new (AccordWorkspace *workspace,
            const char      *text)
{
  AccordAction *action;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return draft_member (text);

    case 1:
      return draft_goal (random_member (workspace), text);

    case 2:
      return draft_conversation (random_member (workspace), text);

    case 3:
      action = accord_action_new ();
      accord_action_set_what (action, text);
      accord_action_set_owner (action, random_member (workspace));
      return action;

    case 4:
    case 5:
      return random_of_card (workspace, text);

    default:
      return draft_card (text);
    }
}

static gpointer
random_edit (AccordWorkspace *workspace,
             const char      *text)
{
  g_autoptr (AccordCard) card = NULL;
  g_autoptr (AccordGoal) goal = NULL;
  gpointer draft;

  if (g_test_rand_bit ())
    {
      card = random_record (workspace, ACCORD_TYPE_CARD);
      if (card == NULL)
        return NULL;
      draft = accord_record_copy (card);
      accord_card_set_title (draft, text);
      accord_card_set_quadrant (draft, (AccordQuadrant) g_test_rand_int_range (0, 4));
      accord_card_set_position (draft, g_test_rand_int_range (0, 100));
      return draft;
    }

  goal = random_record (workspace, ACCORD_TYPE_GOAL);
  if (goal == NULL)
    return NULL;
  draft = accord_record_copy (goal);
  accord_goal_set_title (draft, text);
  accord_goal_set_amount (draft, g_test_rand_bit () ? ACCORD_UNKNOWN : g_test_rand_int_range (0, 1000000));
  accord_goal_set_due (draft, g_test_rand_bit () ? ACCORD_DATE_NONE : accord_date_new (2027, 1, 1) + g_test_rand_int_range (0, 365));

  return draft;
}

/* A change of one to four steps; some of them remove what others refer to, and are refused. */
static AccordChange *
random_change (AccordWorkspace *workspace,
               guint            number)
{
  const GType removable[] = { ACCORD_TYPE_CARD, ACCORD_TYPE_GOAL, ACCORD_TYPE_ACTION, ACCORD_TYPE_CONVERSATION,
                              ACCORD_TYPE_MEMBER, ACCORD_TYPE_VOTE, ACCORD_TYPE_ASK, ACCORD_TYPE_STRATEGY };
  g_autofree char *label = g_strdup_printf ("Change %u", number);
  AccordChange *change = accord_change_new (label);
  int n = g_test_rand_int_range (1, 5);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Text %u.%d", number, i);
      g_autoptr (AccordRecord) record = NULL;
      int what = g_test_rand_int_range (0, 10);

      if (what < 5)
        record = random_new (workspace, text);
      else if (what < 8)
        record = random_edit (workspace, text);
      if (record != NULL)
        accord_change_put (change, record);
      else
        {
          record = random_record (workspace, removable[g_test_rand_int_range (0, G_N_ELEMENTS (removable))]);
          /* The first member stays, so that there always is one to belong to. */
          if (record != NULL && !(ACCORD_IS_MEMBER (record) && accord_record_get_id (record) == 1))
            accord_change_remove (change, record);
        }
    }

  return change;
}

static void
assert_dump (AccordWorkspace *workspace,
             const char      *expected)
{
  g_autofree char *dump = dump_lists (workspace);

  g_assert_cmpstr (dump, ==, expected);
}

/* Undoes and does again everything; at every step the lists are what they were there, and at the ends the file is. */
static void
test_random (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AccordMember) first = draft_member ("First");
  g_autofree char *empty = NULL;
  g_autofree char *full = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *lists = NULL;
  g_autofree char *reread = NULL;
  guint n_refused = 0;
  guint steps;

  empty = dump_file (fixture->path);
  g_ptr_array_add (dumps, dump_lists (fixture->workspace));
  put (fixture->workspace, first);
  g_ptr_array_add (dumps, dump_lists (fixture->workspace));

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (AccordChange) change = random_change (fixture->workspace, i);
      g_autofree char *before = dump_lists (fixture->workspace);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      if (accord_workspace_apply (fixture->workspace, change, &error))
        {
          after = dump_lists (fixture->workspace);
          if (g_strcmp0 (before, after) != 0)
            g_ptr_array_add (dumps, g_steal_pointer (&after));
        }
      else
        {
          g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT);
          assert_dump (fixture->workspace, before);
          n_refused++;
        }
    }
  g_test_message ("%u changes stored, %u refused", dumps->len - 1, n_refused);
  g_assert_cmpuint (dumps->len, >, N_CHANGES / 2);

  full = dump_file (fixture->path);
  steps = dumps->len - 1;
  for (guint i = steps; i > 0; i--)
    {
      g_assert_true (accord_workspace_can_undo (fixture->workspace));
      g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
      assert_dump (fixture->workspace, g_ptr_array_index (dumps, i - 1));
    }
  g_assert_false (accord_workspace_can_undo (fixture->workspace));
  undone = dump_file (fixture->path);
  g_assert_cmpstr (undone, ==, empty);

  for (guint i = 1; i <= steps; i++)
    {
      g_assert_true (accord_workspace_redo (fixture->workspace, NULL));
      assert_dump (fixture->workspace, g_ptr_array_index (dumps, i));
    }
  g_assert_false (accord_workspace_can_redo (fixture->workspace));
  redone = dump_file (fixture->path);
  g_assert_cmpstr (redone, ==, full);

  lists = dump_lists (fixture->workspace);
  fixture_reopen (fixture);
  reread = dump_lists (fixture->workspace);
  g_assert_cmpstr (reread, ==, lists);
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *count)
{
  (*count)++;
}

static void
test_labels (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (AccordChange) add = accord_change_new ("Add Card");
  g_autoptr (AccordCard) card = draft_card ("Card");
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  guint n_notified = 0;

  g_signal_connect (fixture->workspace, "notify::can-undo", G_CALLBACK (count_notify), &n_notified);
  g_object_get (fixture->workspace, "undo-label", &undo_label, NULL);
  g_assert_null (undo_label);

  accord_change_put (add, card);
  g_assert_true (accord_workspace_apply (fixture->workspace, add, NULL));
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_get (fixture->workspace, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  g_assert_cmpstr (undo_label, ==, "Add Card");
  g_assert_null (redo_label);

  g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
  g_assert_cmpuint (n_notified, ==, 2);
  g_clear_pointer (&undo_label, g_free);
  g_object_get (fixture->workspace, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  g_assert_null (undo_label);
  g_assert_cmpstr (redo_label, ==, "Add Card");

  /* Nothing left to undo is no error, and a new change forgets what was undone. */
  g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
  accord_record_set_id (ACCORD_RECORD (card), 0);
  put (fixture->workspace, card);
  g_assert_false (accord_workspace_can_redo (fixture->workspace));
}

/* What somebody else stored since is read, and an undo of what was there before it is not done any more. */
static void
test_other_writer (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_autoptr (AccordWorkspace) other = NULL;
  g_autoptr (AccordMember) member = draft_member ("Joe");
  g_autoptr (AccordMember) theirs = draft_member ("Craig");
  g_autoptr (AccordMember) ours = draft_member ("Melissa");
  g_autoptr (AccordChange) change = accord_change_new ("Add Member");
  g_autofree char *lists = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture->workspace, member);
  other = accord_workspace_open (fixture->path, ACCORD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  put (other, theirs);

  accord_change_put (change, ours);
  g_assert_false (accord_workspace_apply (fixture->workspace, change, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY);
  g_assert_false (accord_workspace_can_undo (fixture->workspace));
  lists = dump_lists (fixture->workspace);
  stored = dump_lists (other);
  g_assert_cmpstr (lists, ==, stored);

  g_assert_true (accord_workspace_apply (fixture->workspace, change, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_MEMBER)), ==, 3);

  /* What another program writes without changing a record is in nobody's way. */
  g_assert_null (tamper (fixture->path, "UPDATE member SET name = name"));
  g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
}

static void
retitle (Fixture    *fixture,
         gint64      id,
         const char *title,
         gboolean    continues)
{
  g_autoptr (AccordChange) change = accord_change_new ("Edit Card");
  g_autoptr (AccordCard) draft = accord_record_copy (accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, id));

  accord_card_set_title (draft, title);
  accord_change_set_continues (change, continues);
  accord_change_put (change, draft);
  g_assert_true (accord_workspace_apply (fixture->workspace, change, NULL));
}

/* What was typed in one go is taken back in one go, however often it was stored meanwhile. */
static void
test_continues (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (AccordCard) card = draft_card ("Before");
  g_autoptr (AccordChange) other = accord_change_new ("Edit Card");
  AccordCard *live;
  gint64 id;

  put (fixture->workspace, card);
  id = accord_record_get_id (ACCORD_RECORD (card));
  live = accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, id);
  retitle (fixture, id, "Wo", TRUE);
  retitle (fixture, id, "Word", TRUE);
  retitle (fixture, id, "Words", TRUE);
  accord_card_set_title (card, "Words");
  accord_card_set_detail (card, "Another field is another step");
  accord_change_set_continues (other, TRUE);
  accord_change_put (other, card);
  g_assert_true (accord_workspace_apply (fixture->workspace, other, NULL));

  g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
  g_assert_cmpstr (accord_card_get_title (live), ==, "Words");
  g_assert_cmpstr (accord_card_get_detail (live), ==, "");
  g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
  g_assert_cmpstr (accord_card_get_title (live), ==, "Before");
  g_assert_true (accord_workspace_redo (fixture->workspace, NULL));
  g_assert_cmpstr (accord_card_get_title (live), ==, "Words");

  /* After an Undo typing begins a step of its own. */
  retitle (fixture, id, "Words, again", FALSE);
  g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
  g_assert_cmpstr (accord_card_get_title (live), ==, "Words");
}

/* An undo that would leave a reference to nothing is refused, and there to be tried again. */
static void
test_refused (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (AccordMember) member = draft_member ("Joe");
  g_autoptr (GError) error = NULL;

  put (fixture->workspace, member);
  /* Through the same connection, as what is stored in bulk: no list and no undo knows of it. */
  g_assert_true (accord_database_execute (accord_workspace_get_database (fixture->workspace),
                                          "INSERT INTO opportunity VALUES (1, 'x', 1, '', '', '', 'open', NULL, NULL, NULL)", NULL));

  g_assert_false (accord_workspace_undo (fixture->workspace, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONSTRAINT);
  g_assert_true (accord_workspace_can_undo (fixture->workspace));
  g_assert_false (accord_workspace_can_redo (fixture->workspace));
  g_assert_nonnull (accord_workspace_find (fixture->workspace, ACCORD_TYPE_MEMBER, 1));

  g_assert_true (accord_database_execute (accord_workspace_get_database (fixture->workspace), "DELETE FROM opportunity", NULL));
  g_assert_true (accord_workspace_undo (fixture->workspace, NULL));
  g_assert_null (accord_workspace_find (fixture->workspace, ACCORD_TYPE_MEMBER, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);

  fixture_add ("/undo/random", test_random);
  fixture_add ("/undo/labels", test_labels);
  fixture_add ("/undo/other-writer", test_other_writer);
  fixture_add ("/undo/refused", test_refused);
  fixture_add ("/undo/continues", test_continues);

  return g_test_run ();
}
