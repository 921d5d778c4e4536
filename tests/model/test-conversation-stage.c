/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-stage.h"

#include <string.h>

#define N_STAGES (ACCORD_CONVERSATION_STAGE_WITHDRAWN + 1)

/* Rows: from; columns: to, both in the order planned, held, sealed, presented, acknowledged, with comment, declined,
 * closed, withdrawn. */
static void
test_steps (void)
{
  static const char *const allowed[N_STAGES] = {
    "xx.......", "xxx.....x", "..xx....x", "...xxxx.x", "....x..xx", ".....x.xx", "......xxx", ".......xx", "........x",
  };

  for (int from = 0; from < N_STAGES; from++)
    {
      for (int to = 0; to < N_STAGES; to++)
        {
          g_autoptr (GError) error = NULL;
          gboolean ok = accord_conversation_stage_check (from, to, &error);

          if (ok != (allowed[from][to] == 'x'))
            g_error ("from %s to %s", accord_conversation_stage_get_label (from), accord_conversation_stage_get_label (to));
          if (ok)
            g_assert_no_error (error);
          else
            g_assert_error (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_STAGE);
        }
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    AccordConversationStage from, to;
    const char *word;
  } cases[] = {
    { ACCORD_CONVERSATION_STAGE_PLANNED, ACCORD_CONVERSATION_STAGE_SEALED, "which day" },
    { ACCORD_CONVERSATION_STAGE_PLANNED, ACCORD_CONVERSATION_STAGE_WITHDRAWN, "removed" },
    { ACCORD_CONVERSATION_STAGE_HELD, ACCORD_CONVERSATION_STAGE_PRESENTED, "sealed first" },
    { ACCORD_CONVERSATION_STAGE_HELD, ACCORD_CONVERSATION_STAGE_CLOSED, "sealed first" },
    { ACCORD_CONVERSATION_STAGE_SEALED, ACCORD_CONVERSATION_STAGE_HELD, "opened again" },
    { ACCORD_CONVERSATION_STAGE_SEALED, ACCORD_CONVERSATION_STAGE_ACKNOWLEDGED, "presented" },
    { ACCORD_CONVERSATION_STAGE_PRESENTED, ACCORD_CONVERSATION_STAGE_CLOSED, "before it is closed" },
    { ACCORD_CONVERSATION_STAGE_PRESENTED, ACCORD_CONVERSATION_STAGE_SEALED, "already" },
    { ACCORD_CONVERSATION_STAGE_ACKNOWLEDGED, ACCORD_CONVERSATION_STAGE_DECLINED, "once" },
    { ACCORD_CONVERSATION_STAGE_WITHDRAWN, ACCORD_CONVERSATION_STAGE_HELD, "stays withdrawn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (accord_conversation_stage_check (cases[i].from, cases[i].to, &error));
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
}

/* The day it was held moves the stage with it, in both directions, and nothing else does. */
static void
test_held_day (void)
{
  static const struct
  {
    AccordConversationStage stage;
    AccordDate before, day;
    gboolean taken;
    AccordConversationStage becomes;
  } cases[] = {
    { ACCORD_CONVERSATION_STAGE_PLANNED, 0, 1000, TRUE, ACCORD_CONVERSATION_STAGE_HELD },
    { ACCORD_CONVERSATION_STAGE_PLANNED, 0, 900, TRUE, ACCORD_CONVERSATION_STAGE_HELD },
    { ACCORD_CONVERSATION_STAGE_PLANNED, 0, 1001, FALSE, ACCORD_CONVERSATION_STAGE_PLANNED },
    { ACCORD_CONVERSATION_STAGE_PLANNED, 0, 0, TRUE, ACCORD_CONVERSATION_STAGE_PLANNED },
    { ACCORD_CONVERSATION_STAGE_HELD, 990, 980, TRUE, ACCORD_CONVERSATION_STAGE_HELD },
    { ACCORD_CONVERSATION_STAGE_HELD, 990, 1001, FALSE, ACCORD_CONVERSATION_STAGE_HELD },
    { ACCORD_CONVERSATION_STAGE_HELD, 990, 0, TRUE, ACCORD_CONVERSATION_STAGE_PLANNED },
    { ACCORD_CONVERSATION_STAGE_SEALED, 990, 980, FALSE, ACCORD_CONVERSATION_STAGE_SEALED },
    { ACCORD_CONVERSATION_STAGE_SEALED, 990, 0, FALSE, ACCORD_CONVERSATION_STAGE_SEALED },
    { ACCORD_CONVERSATION_STAGE_WITHDRAWN, 990, 980, FALSE, ACCORD_CONVERSATION_STAGE_WITHDRAWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordConversation) draft = accord_conversation_new ();
      g_autoptr (GError) error = NULL;

      accord_conversation_set_stage (draft, cases[i].stage);
      accord_conversation_set_occurred (draft, cases[i].before);
      g_assert_cmpint (accord_conversation_take_held_day (draft, cases[i].day, 1000, &error), ==, cases[i].taken);
      g_assert_cmpint (accord_conversation_get_stage (draft), ==, cases[i].becomes);
      g_assert_cmpint (accord_conversation_get_occurred (draft), ==, cases[i].taken ? cases[i].day : cases[i].before);
      g_assert_true ((error == NULL) == cases[i].taken);
    }
}

static void
test_entered (void)
{
  g_autoptr (AccordConversation) draft = accord_conversation_new ();

  /* Preparing is not recording. */
  accord_conversation_set_purpose (draft, "Prepare");
  accord_conversation_note_entered (draft, 1000);
  g_assert_cmpint (accord_conversation_get_entered (draft), ==, ACCORD_DATE_NONE);

  /* Held, but nothing is written. */
  accord_conversation_set_purpose (draft, "");
  g_assert_true (accord_conversation_take_held_day (draft, 990, 1000, NULL));
  accord_conversation_note_entered (draft, 1000);
  g_assert_cmpint (accord_conversation_get_entered (draft), ==, ACCORD_DATE_NONE);

  /* The first day counts, and stays. */
  accord_conversation_set_facts (draft, "Seven calls");
  accord_conversation_note_entered (draft, 1003);
  accord_conversation_note_entered (draft, 1010);
  g_assert_cmpint (accord_conversation_get_entered (draft), ==, 1003);
}

static void
test_lag (void)
{
  static const struct
  {
    AccordDate occurred, entered;
    int lag;
  } cases[] = {
    { 1000, 1000, 0 }, { 1000, 1007, 0 }, { 1000, 1008, 8 }, { 1000, 1400, 400 },
    { 0, 1000, 0 },    { 1000, 0, 0 },    { 1000, 990, 0 },  { 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordConversation) conversation = accord_conversation_new ();

      accord_conversation_set_occurred (conversation, cases[i].occurred);
      accord_conversation_set_entered (conversation, cases[i].entered);
      g_assert_cmpint (accord_conversation_get_lag (conversation), ==, cases[i].lag);
    }
}

/* What is sealed or withdrawn is neither changed nor removed. */
static void
test_open (void)
{
  for (int stage = 0; stage < N_STAGES; stage++)
    {
      gboolean open = stage == ACCORD_CONVERSATION_STAGE_PLANNED || stage == ACCORD_CONVERSATION_STAGE_HELD;
      g_autoptr (AccordConversation) conversation = accord_conversation_new ();
      g_autoptr (GError) error = NULL;

      accord_conversation_set_stage (conversation, stage);
      g_assert_cmpint (accord_conversation_is_open (conversation), ==, open);
      g_assert_cmpint (accord_conversation_check_removal (conversation, &error), ==, open);
      g_assert_true ((error == NULL) == open);

      /* Whatever the stage says, a seal holds. */
      accord_conversation_set_sealed (conversation, "2026-11-18T12:00:00Z");
      g_assert_false (accord_conversation_is_open (conversation));
      g_assert_false (accord_conversation_check_removal (conversation, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conversation-stage/steps", test_steps);
  g_test_add_func ("/conversation-stage/refusals", test_refusals);
  g_test_add_func ("/conversation-stage/held-day", test_held_day);
  g_test_add_func ("/conversation-stage/entered", test_entered);
  g_test_add_func ("/conversation-stage/lag", test_lag);
  g_test_add_func ("/conversation-stage/open", test_open);

  return g_test_run ();
}
