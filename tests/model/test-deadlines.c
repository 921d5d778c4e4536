/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-action.h"
#include "accord-deadlines.h"
#include "accord-pattern-words.h"

#define FIRST 100
#define LAST 190
#define AS_OF 150

static void
add (GListStore *actions,
     gint64      owner,
     AccordDate  due,
     AccordDate  done)
{
  g_autoptr (AccordAction) action = accord_action_new ();

  accord_action_set_owner (action, owner);
  accord_action_set_due (action, due);
  accord_action_set_done (action, done);
  g_list_store_append (actions, action);
}

static void
test_cases (void)
{
  static const struct
  {
    AccordDate due;
    AccordDate done;
    const char *counts; /* due met late open */
  } cases[] = {
    { 120, 119, "1 1 0 0" },
    { 120, 120, "1 1 0 0" },
    { 120, 121, "1 0 1 0" },
    { 120, 0, "1 0 0 1" },
    { 120, 151, "1 0 0 1" }, /* as of the day it was still to be done */
    { 149, 150, "1 0 1 0" },
    { 150, 150, "1 1 0 0" },
    { 150, 140, "1 1 0 0" },
    { 150, 0, "0 0 0 0" },   /* the day is not over */
    { 150, 151, "0 0 0 0" },
    { 151, 0, "0 0 0 0" },
    { 151, 149, "0 0 0 0" }, /* not due yet, though it is done */
    { 0, 120, "0 0 0 0" },
    { 99, 0, "0 0 0 0" },    /* the period's days */
    { 100, 0, "1 0 0 1" },
    { 191, 120, "0 0 0 0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) actions = g_list_store_new (ACCORD_TYPE_ACTION);
      g_autoptr (GArray) read = NULL;
      g_autofree char *counts = NULL;
      AccordDeadlines of;

      g_test_message ("due %d, done %d", cases[i].due, cases[i].done);
      add (actions, 7, cases[i].due, cases[i].done);
      add (actions, 0, 120, 0);
      read = accord_deadlines_read (G_LIST_MODEL (actions), FIRST, LAST, AS_OF);
      of = accord_deadlines_find (read, 7);
      counts = g_strdup_printf ("%d %d %d %d", (int) of.due, (int) of.met, (int) of.late, (int) of.open);
      g_assert_cmpstr (counts, ==, cases[i].counts);
      g_assert_cmpint (of.member, ==, 7);
      g_assert_cmpint (accord_deadlines_find (read, 8).due, ==, 0);
    }
}

/* Once the period is past, all of its days count. */
static void
test_past (void)
{
  g_autoptr (GListStore) actions = g_list_store_new (ACCORD_TYPE_ACTION);
  g_autoptr (GArray) read = NULL;
  AccordDeadlines of;

  for (AccordDate day = FIRST - 5; day <= LAST + 5; day++)
    add (actions, 1 + day % 3, day, day % 2 == 0 ? day : day + 1);
  read = accord_deadlines_read (G_LIST_MODEL (actions), FIRST, LAST, LAST + 100);
  g_assert_cmpuint (read->len, ==, 3);
  for (gint64 member = 1; member <= 3; member++)
    {
      gint64 due = 0, met = 0;

      for (AccordDate day = FIRST; day <= LAST; day++)
        {
          due += 1 + day % 3 == member;
          met += 1 + day % 3 == member && day % 2 == 0;
        }
      of = accord_deadlines_find (read, member);
      g_assert_cmpint (of.due, ==, due);
      g_assert_cmpint (of.met, ==, met);
      g_assert_cmpint (of.late, ==, due - met);
      g_assert_cmpint (accord_deadlines_get_rate (&of), ==, accord_rate_from_ratio (met, due));
    }
}

static void
test_words (void)
{
  static const struct
  {
    AccordDeadlines of;
    const char *words;
  } cases[] = {
    { { 1, 0, 0, 0, 0 }, "n/a" },
    { { 1, 1, 1, 0, 0 }, "1 of 1 follow-up done by its day, 100\u00a0%" },
    { { 1, 10, 9, 1, 0 }, "9 of 10 follow-ups done by their day, 90\u00a0%; 1 done late" },
    { { 1, 8, 3, 2, 3 }, "3 of 8 follow-ups done by their day, 37.5\u00a0%; 2 done late; 3 still to be done" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = accord_deadlines_to_words (&cases[i].of);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deadlines/cases", test_cases);
  g_test_add_func ("/deadlines/past", test_past);
  g_test_add_func ("/deadlines/words", test_words);

  return g_test_run ();
}
