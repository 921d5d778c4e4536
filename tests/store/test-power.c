/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "accord-ask.h"
#include "accord-board-change.h"
#include "accord-card.h"
#include "accord-goal.h"
#include "accord-member.h"
#include "accord-workspace-private.h"

/* The power goes at every call that changes something on the disk. What is there then is the state before the action or
 * the one after it, sound; and once the action was acknowledged, it is the one after it. */

#define N_ACTIONS 8

typedef struct
{
  char *folder;  /* where images are written */
  char *path;    /* the workspace in them */
  GPtrArray *dumps;  /* the states that were acknowledged, in order; the last is the newest */
  gboolean acting;   /* an action is under way: its result may be there, or not */
  gboolean judge;    /* whether a fault is a failure of the test; otherwise they are counted */
  guint n_some;      /* random images a cut, besides the two extremes */
  guint n_images;
  guint n_corrupt;
  guint n_lost;
  guint n_half;
  char *next;        /* the state after the action under way, once known */
  GPtrArray *unknown; /* states seen while it was under way */
} Cut;

/* Soundness and content in one go, with the real disk below; NULL: corrupt. */
static char *
read_image (const char *path)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean sound;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  sound = sqlite3_prepare_v2 (handle, "PRAGMA integrity_check (1)", -1, &statement, NULL) == SQLITE_OK
          && sqlite3_step (statement) == SQLITE_ROW
          && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return sound ? dump_file (path) : NULL;
}

static void
judge_image (Cut *cut)
{
  g_autofree char *content = read_image (cut->path);
  const char *newest = g_ptr_array_index (cut->dumps, cut->dumps->len - 1);

  cut->n_images++;
  if (content == NULL)
    cut->n_corrupt++;
  else if (g_strcmp0 (content, newest) != 0)
    {
      if (cut->acting)
        {
          /* Either what the action is going to give, which is known at its end, or wrong. */
          if (!g_ptr_array_find_with_equal_func (cut->unknown, content, g_str_equal, NULL))
            g_ptr_array_add (cut->unknown, g_steal_pointer (&content));
        }
      else if (g_ptr_array_find_with_equal_func (cut->dumps, content, g_str_equal, NULL))
        cut->n_lost++;
      else
        cut->n_half++;
    }

  if (cut->judge)
    {
      g_assert_cmpuint (cut->n_corrupt, ==, 0);
      g_assert_cmpuint (cut->n_lost, ==, 0);
      g_assert_cmpuint (cut->n_half, ==, 0);
    }
}

static void
cut_power (gpointer user_data)
{
  Cut *cut = user_data;

  disk_write_image (cut->folder, DISK_LOSES_ALL);
  judge_image (cut);
  disk_write_image (cut->folder, DISK_LOSES_NONE);
  judge_image (cut);
  for (guint i = 0; i < cut->n_some; i++)
    {
      disk_write_image (cut->folder, DISK_LOSES_SOME);
      judge_image (cut);
    }
}

/* The action is acknowledged: what was seen while it was under way has to be its result, or what was there before. */
static void
acknowledge (Cut        *cut,
             const char *path)
{
  char *now = dump_file (path);

  for (guint i = 0; i < cut->unknown->len; i++)
    {
      const char *seen = g_ptr_array_index (cut->unknown, i);

      if (g_strcmp0 (seen, now) == 0)
        continue;
      if (g_ptr_array_find_with_equal_func (cut->dumps, seen, g_str_equal, NULL))
        cut->n_lost++;
      else
        cut->n_half++;
    }
  g_ptr_array_set_size (cut->unknown, 0);
  g_ptr_array_add (cut->dumps, now);
  cut->acting = FALSE;
  cut_power (cut);
}

static gboolean
act (AccordWorkspace *workspace,
     guint            i)
{
  g_autoptr (AccordChange) change = accord_change_new ("Act");
  g_autofree char *text = g_strnfill (200 + 1500 * (i % 4), (char) ('a' + i));
  g_autoptr (AccordCard) card = draft_card (text);
  g_autoptr (AccordGoal) goal = draft_goal (1, text);
  g_autoptr (AccordMember) member = NULL;
  g_autoptr (AccordAsk) ask = accord_ask_new ();
  g_autoptr (GPtrArray) going = g_ptr_array_new ();
  const AccordVoter voter = { .member = 1 };
  g_autoptr (AccordCard) oldest = g_list_model_get_item (accord_workspace_get_list (workspace, ACCORD_TYPE_CARD), 0);

  switch (i % 4)
    {
    case 0:
      accord_change_put (change, card);
      accord_change_put (change, goal);
      break;

    case 1:
      member = accord_record_copy (accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, 1));
      accord_member_set_email (member, text);
      accord_change_put (change, member);
      accord_vote_change_give (change, workspace, oldest, &voter, 2);
      accord_ask_set_card (ask, accord_record_get_id (ACCORD_RECORD (oldest)));
      accord_ask_set_department (ask, "Product");
      accord_ask_set_what (ask, text);
      accord_change_put (change, ask);
      accord_change_put (change, card);
      break;

    case 2:
      return accord_workspace_undo (workspace, NULL);

    default:
      /* With the vote and the ask. */
      g_ptr_array_add (going, oldest);
      accord_board_change_remove (change, workspace, going);
      accord_card_set_detail (card, text);
      accord_change_put (change, card);
      break;
    }

  return accord_workspace_apply (workspace, change, NULL);
}

static void
run (Cut        *cut,
     const char *pragmas)
{
  Fixture fixture = { 0 };
  g_autoptr (AccordMember) member = draft_member ("Carolyn");
  g_autofree char *images = g_dir_make_tmp ("accord-power-XXXXXX", NULL);
  g_autofree char *journal = NULL;

  fixture_set_up (&fixture, NULL);
  put (fixture.workspace, member);
  g_clear_object (&fixture.workspace);

  cut->folder = images;
  cut->path = g_build_filename (images, "team.accord", NULL);
  cut->dumps = g_ptr_array_new_with_free_func (g_free);
  cut->unknown = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (cut->dumps, dump_file (fixture.path));
  disk_record (fixture.folder, cut_power, cut);
  fixture_reopen (&fixture);
  if (pragmas != NULL)
    g_assert_true (accord_database_execute (accord_workspace_get_database (fixture.workspace), pragmas, NULL));

  for (guint i = 0; i < N_ACTIONS; i++)
    {
      cut->acting = TRUE;
      g_assert_true (act (fixture.workspace, i));
      acknowledge (cut, fixture.path);
    }
  disk_record_stop ();
  g_test_message ("%s: %u images, %u corrupt, %u lost an acknowledged action, %u half", pragmas != NULL ? pragmas : "as we are",
                  cut->n_images, cut->n_corrupt, cut->n_lost, cut->n_half);

  journal = g_strconcat (cut->path, "-journal", NULL);
  g_unlink (cut->path);
  g_unlink (journal);
  g_rmdir (images);
  g_free (cut->path);
  g_ptr_array_unref (cut->dumps);
  g_ptr_array_unref (cut->unknown);
  fixture_tear_down (&fixture, NULL);
}

static void
test_ours (void)
{
  Cut cut = { .judge = TRUE, .n_some = g_test_slow () ? 200 : 5 };

  run (&cut, NULL);
  g_assert_cmpuint (cut.n_images, >, 1000);
}

/* The harness sees what it is there to see: with other settings the same actions are lost, or half. */
static void
test_not_synced (void)
{
  Cut cut = { .n_some = 1 };

  run (&cut, "PRAGMA synchronous = OFF");
  g_assert_cmpuint (cut.n_corrupt + cut.n_half, >, 0);
  g_assert_cmpuint (cut.n_lost, >, 0);
}

static void
test_journal_deleted (void)
{
  Cut cut = { .n_some = 1 };

  run (&cut, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
  g_assert_cmpuint (cut.n_lost, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ACCORD_TODAY", "2026-11-23", TRUE);
  disk_install ();

  g_test_add_func ("/power/ours", test_ours);
  g_test_add_func ("/power/not-synced", test_not_synced);
  g_test_add_func ("/power/journal-deleted", test_journal_deleted);

  return g_test_run ();
}
