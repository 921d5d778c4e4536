/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

#include "accord-action.h"
#include "accord-ask.h"
#include "accord-board-change.h"
#include "accord-card.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-workspace-state.h"

/* Every call to the disk, and every allocation in SQLite, fails once, and from there on for ever, with an I/O error and
 * for want of room. Afterwards the file is sound and holds the old state or the new one, the lists show which, there
 * was an error that says so, and the same draft can be stored again without being there twice. */

typedef enum
{
  FAULT_IO,
  FAULT_FULL,
  FAULT_MEMORY,
} FaultKind;

typedef struct
{
  const char *name;
  AccordChange *(*make) (AccordWorkspace *workspace); /* NULL: undo what was done last; or seal */
  gboolean seals;
} Action;

static sqlite3_mem_methods real_memory;
static guint memory_fail_at;
static guint memory_calls;
static gboolean memory_for_ever;
static gboolean memory_failed;

static gboolean
memory_fails (void)
{
  if (memory_fail_at == 0)
    return FALSE;
  memory_calls++;
  if (memory_calls != memory_fail_at && !(memory_for_ever && memory_calls > memory_fail_at))
    return FALSE;
  memory_failed = TRUE;

  return TRUE;
}

static void *
memory_allocate (int size)
{
  return memory_fails () ? NULL : real_memory.xMalloc (size);
}

static void *
memory_reallocate (void *memory,
                   int   size)
{
  return memory_fails () ? NULL : real_memory.xRealloc (memory, size);
}

static void
memory_install (void)
{
  sqlite3_mem_methods failing;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory), ==, SQLITE_OK);
  failing = real_memory;
  failing.xMalloc = memory_allocate;
  failing.xRealloc = memory_reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &failing), ==, SQLITE_OK);
  /* Small allocations come from the same place. */
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

static void
fault_arm (FaultKind kind,
           guint     nth,
           gboolean  for_ever)
{
  if (kind == FAULT_MEMORY)
    {
      memory_fail_at = nth;
      memory_calls = 0;
      memory_for_ever = for_ever;
      memory_failed = FALSE;
    }
  else
    disk_fail_at (nth, for_ever, kind == FAULT_FULL);
}

static gboolean
fault_disarm (FaultKind kind)
{
  memory_fail_at = 0;
  disk_fail_at (0, FALSE, FALSE);

  return kind == FAULT_MEMORY ? memory_failed : disk_has_failed ();
}

/* There are thousands of allocations: the usual run takes one out of some, -m slow all of them. */
static guint
fault_stride (FaultKind kind,
              gint32    some)
{
  return kind == FAULT_MEMORY && !g_test_slow () ? (guint) g_test_rand_int_range (1, 2 * some) : 1;
}

static AccordChange *
make_additions (AccordWorkspace *workspace)
{
  AccordChange *change = accord_change_new ("Add");
  g_autofree char *detail = g_strnfill (10000, 'x');
  g_autoptr (AccordCard) card = draft_card ("New");
  g_autoptr (AccordGoal) goal = draft_goal (1, "New");

  accord_card_set_detail (card, detail);
  accord_change_put (change, card);
  accord_change_put (change, goal);

  return change;
}

static AccordChange *
make_mix (AccordWorkspace *workspace)
{
  AccordChange *change = accord_change_new ("Mix");
  g_autoptr (AccordMember) member = accord_record_copy (accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, 1));

  accord_member_set_name (member, "Another name");
  accord_change_put (change, member);
  accord_change_remove (change, accord_workspace_find (workspace, ACCORD_TYPE_CARD, 1));

  return change;
}

/* The cards of the template's board: a strength, another, an opportunity. */
static gpointer
board_card_of (AccordWorkspace *workspace,
               gint64           id)
{
  gpointer card = accord_workspace_find (workspace, ACCORD_TYPE_CARD, id);

  g_assert_nonnull (card);

  return card;
}

static AccordChange *
make_merge (AccordWorkspace *workspace)
{
  AccordChange *change = accord_change_new ("Merge");
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  g_ptr_array_add (others, board_card_of (workspace, 3));
  accord_board_change_merge (change, workspace, board_card_of (workspace, 2), others);

  return change;
}

/* A card with a vote, an ask, a strategy and an action. */
static AccordChange *
make_removal (AccordWorkspace *workspace)
{
  AccordChange *change = accord_change_new ("Remove");
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  g_ptr_array_add (cards, board_card_of (workspace, 2));
  accord_board_change_remove (change, workspace, cards);

  return change;
}

static AccordChange *
make_carry (AccordWorkspace *workspace)
{
  AccordChange *change = accord_change_new ("Carry");
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  for (gint64 id = 2; id <= 4; id++)
    g_ptr_array_add (cards, board_card_of (workspace, id));
  g_assert_cmpuint (accord_board_change_carry (change, workspace, cards, 2028), ==, 3);

  return change;
}

/* What make_merge(), make_removal() and make_carry() work on. */
static void
fill_board (AccordWorkspace *workspace)
{
  const AccordBoardScope scope = { 2027, 0 };
  const char *const inside[] = { "Fast quotes", "Quick quotes", NULL };
  const char *const outside[] = { "A tender", NULL };
  const AccordVoter voter = { .member = 1 };
  g_autoptr (AccordChange) change = accord_change_new ("Add");
  g_autoptr (AccordChange) more = accord_change_new ("Work");
  g_autoptr (AccordStrategy) strategy = NULL;
  g_autoptr (AccordAction) action = accord_action_new ();
  g_autoptr (AccordAsk) ask = accord_ask_new ();

  g_assert_cmpint (accord_board_change_add (change, workspace, &scope, ACCORD_QUADRANT_STRENGTH, inside, 1), ==, 2);
  g_assert_cmpint (accord_board_change_add (change, workspace, &scope, ACCORD_QUADRANT_OPPORTUNITY, outside, 1), ==, 4);
  g_assert_true (accord_workspace_apply (workspace, change, NULL));
  accord_vote_change_give (more, workspace, board_card_of (workspace, 2), &voter, 2);
  strategy = accord_board_change_pair (more, workspace, board_card_of (workspace, 2), board_card_of (workspace, 4), "Go for it");
  accord_action_set_what (action, "Write the tender");
  accord_action_set_strategy (action, accord_record_get_id (ACCORD_RECORD (strategy)));
  accord_change_put (more, action);
  accord_ask_set_card (ask, 2);
  accord_ask_set_department (ask, "Finance");
  accord_ask_set_what (ask, "Terms of 60 days");
  accord_change_put (more, ask);
  g_assert_true (accord_workspace_apply (workspace, more, NULL));
}

static gboolean
action_do (const Action    *action,
           AccordWorkspace *workspace,
           AccordChange    *change,
           GError         **error)
{
  if (change != NULL)
    return accord_workspace_apply (workspace, change, error);
  if (action->seals)
    return accord_workspace_seal (workspace, accord_workspace_find (workspace, ACCORD_TYPE_CONVERSATION, 1), error);

  return accord_workspace_undo (workspace, error);
}

/* A workspace with a little of what the actions need, as bytes, for each run to start from. */
static GBytes *
make_template (void)
{
  Fixture fixture = { 0 };
  g_autoptr (AccordMember) member = draft_member ("Carolyn");
  g_autoptr (AccordCard) card = draft_card ("Slow quotes");
  g_autoptr (AccordConversation) conversation = NULL;
  char *bytes = NULL;
  gsize length = 0;

  fixture_set_up (&fixture, NULL);
  conversation = draft_conversation (put (fixture.workspace, member), "Calls");
  accord_conversation_set_stage (conversation, ACCORD_CONVERSATION_STAGE_HELD);
  accord_conversation_set_occurred (conversation, accord_date_new (2026, 11, 20));
  put (fixture.workspace, conversation);
  put (fixture.workspace, card);
  fill_board (fixture.workspace);
  g_clear_object (&fixture.workspace);
  g_assert_true (g_file_get_contents (fixture.path, &bytes, &length, NULL));
  fixture_tear_down (&fixture, NULL);

  return g_bytes_new_take (bytes, length);
}

static void
write_template (const char *path,
                GBytes     *template)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gsize length;
  gconstpointer bytes = g_bytes_get_data (template, &length);
  FILE *file = g_fopen (path, "wb");

  g_unlink (journal);
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

static AccordWorkspace *
open_template (const Action *action,
               const char   *path,
               GBytes       *template)
{
  AccordWorkspace *workspace;
  g_autoptr (GError) error = NULL;

  write_template (path, template);
  workspace = accord_workspace_open (path, ACCORD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  if (action->make == NULL && !action->seals)
    {
      g_autoptr (AccordChange) change = make_mix (workspace);

      g_assert_true (accord_workspace_apply (workspace, change, NULL));
    }

  return workspace;
}

static void
assert_lists_are_file (AccordWorkspace *workspace,
                       const char      *path)
{
  g_autoptr (AccordWorkspace) again = NULL;
  g_autofree char *shown = dump_lists (workspace);
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;

  again = accord_workspace_open (path, ACCORD_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  stored = dump_lists (again);
  g_assert_cmpstr (shown, ==, stored);
}

static guint
count_records (AccordWorkspace *workspace)
{
  guint n_types = 0;
  const GType *types = accord_workspace_get_types (&n_types);
  guint n = 0;

  for (guint i = 0; i < n_types; i++)
    n += g_list_model_get_n_items (accord_workspace_get_list (workspace, types[i]));

  return n;
}

/* After a failure: once more, and at the latest twice more (the first may find that it has to read the file again). */
static void
assert_repeats (const Action    *action,
                AccordWorkspace *workspace,
                AccordChange    *change)
{
  g_autoptr (GError) error = NULL;

  if (action_do (action, workspace, change, &error))
    return;
  if (action->seals && g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SEALED))
    return;
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY);
  g_clear_error (&error);
  action_do (action, workspace, change, &error);
  if (action->seals && g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_SEALED))
    return;
  g_assert_no_error (error);
}

typedef struct
{
  const Action *action;
  GBytes *template;
  char *path;
  char *before;
  char *after;
  guint n_after;
  guint n_runs;
  guint n_refused;
} Series;

/* FALSE when there is no nth call any more. */
static gboolean
run_once (Series   *series,
          FaultKind kind,
          guint     nth,
          gboolean  for_ever)
{
  const Action *action = series->action;
  g_autoptr (AccordWorkspace) workspace = open_template (action, series->path, series->template);
  g_autoptr (AccordChange) change = action->make != NULL ? action->make (workspace) : NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;
  const int code = kind == FAULT_FULL ? ACCORD_STORE_ERROR_FULL : ACCORD_STORE_ERROR_IO;
  gboolean stored;
  gboolean failed;

  fault_arm (kind, nth, for_ever);
  stored = action_do (action, workspace, change, &error);
  failed = fault_disarm (kind);
  series->n_runs++;

  shown = dump_lists (workspace);
  if (stored)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (shown, ==, series->after);
      assert_lists_are_file (workspace, series->path);
      return failed;
    }

  series->n_refused++;
  g_assert_true (failed);
  g_assert_error (error, ACCORD_STORE_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  /* The old state or the new one; and what the lists show is what the file holds, unless nothing could be read. */
  if (g_strcmp0 (shown, series->before) != 0)
    g_assert_cmpstr (shown, ==, series->after);
  if (!workspace->stale)
    assert_lists_are_file (workspace, series->path);

  assert_repeats (action, workspace, change);
  assert_lists_are_file (workspace, series->path);
  /* Undo that was stored all the same is forgotten; there is nothing to repeat then. */
  g_assert_cmpuint (count_records (workspace), ==, series->n_after);

  return TRUE;
}

static void
run_series (const Action *action,
            FaultKind     kind)
{
  Series series = { .action = action };
  g_autofree char *folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  g_autofree char *journal = NULL;

  series.template = make_template ();
  series.path = g_build_filename (folder, "team.accord", NULL);
  journal = g_strconcat (series.path, "-journal", NULL);
  {
    g_autoptr (AccordWorkspace) workspace = open_template (action, series.path, series.template);
    g_autoptr (AccordChange) change = action->make != NULL ? action->make (workspace) : NULL;

    series.before = dump_lists (workspace);
    g_assert_true (action_do (action, workspace, change, NULL));
    series.after = dump_lists (workspace);
    series.n_after = count_records (workspace);
    g_assert_cmpstr (series.before, !=, series.after);
  }

  for (int for_ever = 0; for_ever < 2; for_ever++)
    {
      for (guint nth = 1; run_once (&series, kind, nth, for_ever);)
        nth += fault_stride (kind, 32);
    }
  g_test_message ("%s: %u runs, %u refused", action->name, series.n_runs, series.n_refused);
  g_assert_cmpuint (series.n_refused, >, 4);

  g_unlink (series.path);
  g_unlink (journal);
  g_rmdir (folder);
  g_bytes_unref (series.template);
  g_free (series.path);
  g_free (series.before);
  g_free (series.after);
}

static const Action actions[] = {
  { "add", make_additions, FALSE },
  { "mix", make_mix, FALSE },
  { "merge", make_merge, FALSE },
  { "remove", make_removal, FALSE },
  { "carry", make_carry, FALSE },
  { "undo", NULL, FALSE },
  { "seal", NULL, TRUE },
};

static void
test_actions (gconstpointer kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    run_series (&actions[i], (FaultKind) GPOINTER_TO_INT (kind));
}

static void
test_open (gconstpointer kind)
{
  g_autoptr (GBytes) template = make_template ();
  g_autofree char *folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "team.accord", NULL);
  g_autofree char *before = NULL;
  gboolean failed = TRUE;
  guint n_runs = 0;
  guint nth;

  write_template (path, template);
  before = file_digest (path);
  for (nth = 1; failed; nth += fault_stride ((FaultKind) GPOINTER_TO_INT (kind), 64), n_runs++)
    {
      g_autoptr (AccordWorkspace) workspace = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      fault_arm ((FaultKind) GPOINTER_TO_INT (kind), nth, FALSE);
      workspace = accord_workspace_open (path, ACCORD_OPEN_DEFAULT, &error);
      failed = fault_disarm ((FaultKind) GPOINTER_TO_INT (kind));
      if (workspace == NULL)
        {
          g_assert_true (failed);
          g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_IO);
        }
      after = file_digest (path);
      g_assert_cmpstr (before, ==, after);
    }
  g_test_message ("%u runs", n_runs);
  g_assert_cmpuint (n_runs, >, 10);

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_create (gconstpointer kind)
{
  g_autofree char *folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "team.accord", NULL);
  const int code = GPOINTER_TO_INT (kind) == FAULT_FULL ? ACCORD_STORE_ERROR_FULL : ACCORD_STORE_ERROR_IO;
  gboolean failed = TRUE;
  guint nth;

  for (nth = 1; failed; nth++)
    {
      g_autoptr (AccordSettings) settings = accord_settings_new ();
      g_autoptr (AccordWorkspace) workspace = NULL;
      g_autoptr (GError) error = NULL;

      accord_settings_set_name (settings, "Team");
      fault_arm ((FaultKind) GPOINTER_TO_INT (kind), nth, TRUE);
      workspace = accord_workspace_create (path, settings, &error);
      failed = fault_disarm ((FaultKind) GPOINTER_TO_INT (kind));
      if (workspace == NULL)
        {
          g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

          g_assert_error (error, ACCORD_STORE_ERROR, code);
          /* Nothing, or all of it. */
          if (g_file_test (path, G_FILE_TEST_EXISTS))
            {
              workspace = accord_workspace_open (path, ACCORD_OPEN_DEFAULT, &error);
              g_assert_nonnull (workspace);
            }
          else
            g_assert_null (g_dir_read_name (dir));
        }
      g_clear_object (&workspace);
      g_unlink (path);
    }
  g_test_message ("%u runs", nth - 1);
  g_assert_cmpuint (nth, >, 10);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);
  memory_install ();
  disk_install ();

  g_test_add_data_func ("/faults/io", GINT_TO_POINTER (FAULT_IO), test_actions);
  g_test_add_data_func ("/faults/full", GINT_TO_POINTER (FAULT_FULL), test_actions);
  g_test_add_data_func ("/faults/memory", GINT_TO_POINTER (FAULT_MEMORY), test_actions);
  g_test_add_data_func ("/faults/open-io", GINT_TO_POINTER (FAULT_IO), test_open);
  g_test_add_data_func ("/faults/open-memory", GINT_TO_POINTER (FAULT_MEMORY), test_open);
  g_test_add_data_func ("/faults/create-io", GINT_TO_POINTER (FAULT_IO), test_create);
  g_test_add_data_func ("/faults/create-full", GINT_TO_POINTER (FAULT_FULL), test_create);

  return g_test_run ();
}
