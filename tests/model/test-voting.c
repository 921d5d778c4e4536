/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-voting.h"

#include "accord-board-rules.h"
#include "accord-member.h"
#include "accord-membership.h"

#define YEAR 2026
#define NORTH 7

static AccordDate
day (const char *iso)
{
  AccordDate date = ACCORD_DATE_NONE;

  g_assert_true (iso == NULL || accord_date_parse (iso, &date));

  return date;
}

static void
add_card (GListStore *cards,
          gint64      id,
          gint64      territory,
          gint64      under)
{
  g_autoptr (AccordCard) card = accord_card_new ();

  accord_record_set_id (ACCORD_RECORD (card), id);
  accord_card_set_year (card, YEAR);
  accord_card_set_territory (card, territory);
  accord_card_set_merged_into (card, under);
  g_list_store_append (cards, card);
}

static void
add_vote (GListStore *votes,
          gint64      card,
          gint64      member,
          gint64      ballot,
          gint64      count)
{
  g_autoptr (AccordVote) vote = accord_vote_new ();

  accord_vote_set_card (vote, card);
  accord_vote_set_member (vote, member);
  accord_vote_set_ballot (vote, ballot);
  accord_vote_set_count (vote, count);
  g_list_store_append (votes, vote);
}

static void
add_member (GListStore *members,
            GListStore *memberships,
            gint64      id,
            const char *name,
            const char *started,
            const char *left,
            gint64      territory)
{
  g_autoptr (AccordMember) member = accord_member_new ();
  g_autoptr (AccordMembership) membership = accord_membership_new ();

  accord_record_set_id (ACCORD_RECORD (member), id);
  accord_member_set_name (member, name);
  accord_member_set_started (member, day (started));
  accord_member_set_left (member, day (left));
  g_list_store_append (members, member);
  accord_membership_set_member (membership, id);
  accord_membership_set_territory (membership, territory);
  accord_membership_set_starts (membership, day (started));
  accord_membership_set_ends (membership, ACCORD_DATE_NONE);
  g_list_store_append (memberships, membership);
}

/* Of the team, of a territory, as of a day; whoever voted stays. */
static void
test_members (void)
{
  static const struct
  {
    gint64 territory;
    const char *day;
    const char *names;
  } cases[] = {
    { 0, "2026-06-30", "Ada Ben Eva" },
    { NORTH, "2026-06-30", "Ada Eva" },
    { 0, "2026-07-01", "Ada Cem Eva" },
    { 99, "2026-07-01", "Ada" },
  };
  g_autoptr (GListStore) members = g_list_store_new (ACCORD_TYPE_MEMBER);
  g_autoptr (GListStore) memberships = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  g_autoptr (GListStore) cards = g_list_store_new (ACCORD_TYPE_CARD);
  g_autoptr (GListStore) votes = g_list_store_new (ACCORD_TYPE_VOTE);
  g_autoptr (GHashTable) ids = NULL;

  add_member (members, memberships, 1, "Eva", NULL, NULL, NORTH);
  add_member (members, memberships, 2, "Cem", "2026-07-01", NULL, 0);
  add_member (members, memberships, 3, "Ben", NULL, "2026-06-30", 0);
  /* Gone long ago, but has voted on this board; the others' votes are for cards of another one. */
  add_member (members, memberships, 4, "Ada", NULL, "2025-01-31", 0);
  add_card (cards, 11, 0, 0);
  add_card (cards, 12, 0, 11);
  add_card (cards, 13, NORTH, 0);
  add_vote (votes, 12, 4, 0, 1);
  add_vote (votes, 13, 2, 0, 3);
  ids = accord_voting_list_ids (G_LIST_MODEL (cards), YEAR, 0);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) voters
        = accord_voting_list_members (G_LIST_MODEL (members), G_LIST_MODEL (memberships), G_LIST_MODEL (votes), ids,
                                      cases[i].territory, day (cases[i].day));
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint j = 0; j < voters->len; j++)
        g_string_append_printf (names, "%s%s", j > 0 ? " " : "", accord_member_get_name (voters->pdata[j]));
      g_assert_cmpstr (names->str, ==, cases[i].names);
    }
}

static void
test_counts (void)
{
  static const struct
  {
    gint64 card;
    AccordVoter voter;
    guint given;
  } cases[] = {
    { 11, { 5, 0 }, 3 }, /* 1 on it, 2 on what lies under it */
    { 12, { 5, 0 }, 2 }, /* what lies under is asked for itself */
    { 13, { 5, 0 }, 0 },
    { 11, { 0, 1 }, 4 },
    { 11, { 0, 2 }, 0 },
    { 13, { 0, 6 }, 1 },
  };
  g_autoptr (GListStore) cards = g_list_store_new (ACCORD_TYPE_CARD);
  g_autoptr (GListStore) votes = g_list_store_new (ACCORD_TYPE_VOTE);
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GHashTable) north = NULL;

  add_card (cards, 11, 0, 0);
  add_card (cards, 12, 0, 11);
  add_card (cards, 13, 0, 0);
  add_card (cards, 14, NORTH, 0);
  ids = accord_voting_list_ids (G_LIST_MODEL (cards), YEAR, 0);
  north = accord_voting_list_ids (G_LIST_MODEL (cards), YEAR, NORTH);
  g_assert_false (accord_voting_has_begun (G_LIST_MODEL (votes), ids));
  g_assert_cmpuint (accord_voting_last_ballot (G_LIST_MODEL (votes), ids), ==, 0);

  add_vote (votes, 11, 5, 0, 1);
  add_vote (votes, 12, 5, 0, 2);
  add_vote (votes, 12, 0, 1, 4);
  add_vote (votes, 13, 0, 6, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) tally = NULL;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (cards)); j++)
        {
          g_autoptr (AccordCard) card = g_list_model_get_item (G_LIST_MODEL (cards), j);

          if (accord_record_get_id (ACCORD_RECORD (card)) == cases[i].card)
            g_assert_cmpuint (accord_voting_given (G_LIST_MODEL (cards), G_LIST_MODEL (votes), card, &cases[i].voter),
                              ==, cases[i].given);
        }
      tally = accord_voting_tally (G_LIST_MODEL (cards), G_LIST_MODEL (votes), &cases[i].voter);
      g_assert_cmpuint (accord_multivote_count (tally, cases[i].card), ==, cases[i].given);
    }
  g_assert_cmpuint (accord_voting_last_ballot (G_LIST_MODEL (votes), ids), ==, 6);
  g_assert_true (accord_voting_has_begun (G_LIST_MODEL (votes), ids));
  g_assert_false (accord_voting_has_begun (G_LIST_MODEL (votes), north));
  g_assert_cmpuint (accord_voting_last_ballot (G_LIST_MODEL (votes), north), ==, 0);
}

static void
test_allow (void)
{
  /* wanted, given, spent, each, allowed */
  static const guint cases[][5] = {
    { 3, 0, 0, 4, 3 }, { 9, 0, 0, 4, 4 }, { 2, 0, 3, 4, 1 }, { 1, 0, 4, 4, 0 }, { 3, 2, 4, 4, 2 }, { 0, 2, 4, 4, 0 },
    /* More than there are now: nothing is taken that nobody took back. */
    { 2, 3, 5, 3, 2 }, { 4, 3, 5, 3, 3 }, { 1, 0, 5, 3, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (accord_voting_allow (cases[i][0], cases[i][1], cases[i][2], cases[i][3]), ==, cases[i][4]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voting/members", test_members);
  g_test_add_func ("/voting/counts", test_counts);
  g_test_add_func ("/voting/allow", test_allow);

  return g_test_run ();
}
