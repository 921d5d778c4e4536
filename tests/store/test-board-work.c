/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "accord-action.h"
#include "accord-board-change.h"
#include "accord-tows-query.h"

static gint64
put_card (Fixture       *fixture,
          AccordQuadrant quadrant)
{
  g_autoptr (AccordCard) draft = draft_card ("Card");

  accord_card_set_year (draft, 2026);
  accord_card_set_quadrant (draft, quadrant);
  accord_card_set_audience (draft, ACCORD_AUDIENCE_TEAM);

  return put (fixture->workspace, draft);
}

static gpointer
find (Fixture *fixture,
      GType    type,
      gint64   id)
{
  return accord_workspace_find (fixture->workspace, type, id);
}

static void
apply (Fixture      *fixture,
       AccordChange *change)
{
  g_autoptr (GError) error = NULL;

  accord_workspace_apply (fixture->workspace, change, &error);
  g_assert_no_error (error);
}

static gint64
pair (Fixture *fixture,
      gint64   one,
      gint64   other)
{
  g_autoptr (AccordChange) change = accord_change_new ("Pair");
  g_autoptr (AccordStrategy) strategy
    = accord_board_change_pair (change, fixture->workspace, find (fixture, ACCORD_TYPE_CARD, one),
                                find (fixture, ACCORD_TYPE_CARD, other), "");

  apply (fixture, change);

  return accord_record_get_id (ACCORD_RECORD (strategy));
}

static GPtrArray *
list_order (Fixture *fixture)
{
  return accord_tows_list (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_STRATEGY),
                           accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_CARD), 2026, 0, ACCORD_TOWS_SO);
}

/* Every strategy to every place: it stands there, and the others as before. */
static void
test_move_strategy (Fixture      *fixture,
                    gconstpointer user_data)
{
  const gint64 strength = put_card (fixture, ACCORD_QUADRANT_STRENGTH);
  const gint64 opportunity = put_card (fixture, ACCORD_QUADRANT_OPPORTUNITY);

  for (guint i = 0; i < 4; i++)
    pair (fixture, strength, opportunity);
  for (guint from = 0; from < 4; from++)
    {
      for (guint to = 0; to < 4; to++)
        {
          g_autoptr (GPtrArray) before = list_order (fixture);
          g_autoptr (GPtrArray) after = NULL;
          g_autoptr (AccordChange) change = accord_change_new ("Move");
          AccordStrategy *moved = before->pdata[from];

          accord_board_change_move_strategy (change, before, moved, to);
          g_assert_true (accord_change_is_empty (change) == (from == to));
          apply (fixture, change);
          after = list_order (fixture);
          g_assert_cmpuint (after->len, ==, 4);
          g_assert_true (after->pdata[to] == moved);
          g_ptr_array_remove (before, moved);
          g_ptr_array_remove (after, moved);
          for (guint i = 0; i < 3; i++)
            g_assert_true (before->pdata[i] == after->pdata[i]);
        }
    }
}

static gint64
put_action (Fixture *fixture,
            gint64   card,
            gint64   strategy)
{
  g_autoptr (AccordAction) action = accord_action_new ();

  accord_action_set_what (action, "Do it");
  accord_action_set_card (action, card);
  accord_action_set_strategy (action, strategy);
  accord_action_set_audience (action, ACCORD_AUDIENCE_TEAM);

  return put (fixture->workspace, action);
}

static void
set_audience (Fixture       *fixture,
              gint64         card,
              AccordAudience audience)
{
  g_autoptr (AccordChange) change = accord_change_new ("Edit");
  g_autoptr (AccordCard) draft = accord_record_copy (find (fixture, ACCORD_TYPE_CARD, card));

  accord_card_set_audience (draft, audience);
  accord_board_change_edit (change, fixture->workspace, draft);
  apply (fixture, change);
}

static void
test_audience (Fixture      *fixture,
               gconstpointer user_data)
{
  const gint64 strength = put_card (fixture, ACCORD_QUADRANT_STRENGTH);
  const gint64 threat = put_card (fixture, ACCORD_QUADRANT_THREAT);
  const gint64 strategy = pair (fixture, threat, strength);
  AccordAction *of_strength = find (fixture, ACCORD_TYPE_ACTION, put_action (fixture, strength, 0));
  AccordAction *of_threat = find (fixture, ACCORD_TYPE_ACTION, put_action (fixture, threat, 0));
  AccordAction *of_pair = find (fixture, ACCORD_TYPE_ACTION, put_action (fixture, 0, strategy));
  g_autoptr (GError) error = NULL;

  set_audience (fixture, strength, ACCORD_AUDIENCE_MANAGER);
  g_assert_cmpint (accord_action_get_audience (of_strength), ==, ACCORD_AUDIENCE_MANAGER);
  g_assert_cmpint (accord_action_get_audience (of_threat), ==, ACCORD_AUDIENCE_TEAM);
  g_assert_cmpint (accord_action_get_audience (of_pair), ==, ACCORD_AUDIENCE_MANAGER);
  set_audience (fixture, threat, ACCORD_AUDIENCE_HR);
  g_assert_cmpint (accord_action_get_audience (of_pair), ==, ACCORD_AUDIENCE_HR);
  set_audience (fixture, strength, ACCORD_AUDIENCE_TEAM);
  g_assert_cmpint (accord_action_get_audience (of_strength), ==, ACCORD_AUDIENCE_TEAM);
  g_assert_cmpint (accord_action_get_audience (of_pair), ==, ACCORD_AUDIENCE_HR);

  /* One step of Undo takes card and actions back. */
  g_assert_true (accord_workspace_undo (fixture->workspace, &error));
  g_assert_cmpint (accord_action_get_audience (of_strength), ==, ACCORD_AUDIENCE_MANAGER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/board-work/move-strategy", test_move_strategy);
  fixture_add ("/board-work/audience", test_audience);

  return g_test_run ();
}
