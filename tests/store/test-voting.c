/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "accord-board-change.h"
#include "accord-voting.h"

static AccordCard *
find_card (Fixture *fixture,
           gint64   id)
{
  return accord_workspace_find (fixture->workspace, ACCORD_TYPE_CARD, id);
}

static gint64
put_card (Fixture    *fixture,
          const char *title,
          gint64      under)
{
  g_autoptr (AccordCard) card = draft_card (title);

  accord_card_set_merged_into (card, under);

  return put (fixture->workspace, card);
}

static guint
given_alone (Fixture           *fixture,
             gint64             card,
             const AccordVoter *voter)
{
  AccordVote *vote
    = accord_multivote_find (accord_workspace_get_list (fixture->workspace, ACCORD_TYPE_VOTE), ACCORD_TYPE_CARD, card,
                             voter);

  return vote != NULL ? (guint) accord_vote_get_count (vote) : 0;
}

static void
give (Fixture           *fixture,
      gint64             card,
      const AccordVoter *voter,
      guint              count,
      gboolean           in_all)
{
  g_autoptr (AccordChange) change = accord_change_new ("Vote");
  g_autoptr (GError) error = NULL;

  if (in_all)
    accord_board_change_vote_in_all (change, fixture->workspace, find_card (fixture, card), voter, count);
  else
    accord_vote_change_give (change, fixture->workspace, find_card (fixture, card), voter, count);
  accord_workspace_apply (fixture->workspace, change, &error);
  g_assert_no_error (error);
}

/* Whatever the card and the two under it hold, together they come to what was typed, and others' votes stay. */
static void
test_vote_in_all (Fixture      *fixture,
                  gconstpointer user_data)
{
  static const struct
  {
    guint before[3]; /* the card, and what lies under it, in order */
    guint count;
    guint after[3];
  } cases[] = {
    { { 0, 0, 0 }, 3, { 3, 0, 0 } }, { { 1, 0, 0 }, 0, { 0, 0, 0 } }, { { 0, 2, 1 }, 5, { 2, 2, 1 } },
    { { 4, 2, 1 }, 3, { 0, 2, 1 } }, { { 4, 2, 1 }, 2, { 0, 2, 0 } }, { { 4, 2, 1 }, 1, { 0, 1, 0 } },
    { { 4, 2, 1 }, 0, { 0, 0, 0 } }, { { 1, 2, 1 }, 4, { 1, 2, 1 } },
  };
  const gint64 host = put_card (fixture, "Host", 0);
  const gint64 cards[] = { host, put_card (fixture, "First under", host), put_card (fixture, "Second under", host) };
  const AccordVoter voter = { 0, 2 }, other = { 0, 1 };

  give (fixture, cards[1], &other, 7, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (cards); j++)
        give (fixture, cards[j], &voter, cases[i].before[j], FALSE);
      give (fixture, host, &voter, cases[i].count, TRUE);

      for (guint j = 0; j < G_N_ELEMENTS (cards); j++)
        g_assert_cmpuint (given_alone (fixture, cards[j], &voter), ==, cases[i].after[j]);
      g_assert_cmpuint (given_alone (fixture, cards[1], &other), ==, 7);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/voting/vote-in-all", test_vote_in_all);

  return fixture_run_isolated ();
}
