/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-years.h"

#include "accord-board-compare.h"
#include "accord-member.h"
#include "accord-membership.h"

static AccordCard *
add_card (GListStore *store,
          gint64      year,
          gint64      territory,
          gint64      carried_from)
{
  g_autoptr (AccordCard) card = accord_card_new ();

  accord_record_set_id (ACCORD_RECORD (card), g_list_model_get_n_items (G_LIST_MODEL (store)) + 1);
  accord_card_set_year (card, year);
  accord_card_set_territory (card, territory);
  accord_card_set_carried_from (card, carried_from);
  g_list_store_append (store, card);

  return card;
}

static void
test_years (void)
{
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_CARD);
  g_autoptr (GArray) years = NULL;
  GListModel *cards = G_LIST_MODEL (store);

  g_assert_cmpint (accord_board_find_other_year (cards, 0, 2026), ==, 0);
  add_card (store, 2026, 0, 0);
  g_assert_cmpint (accord_board_find_other_year (cards, 0, 2026), ==, 0);
  add_card (store, 2023, 0, 0);
  add_card (store, 2028, 0, 0);
  add_card (store, 2023, 0, 0);
  add_card (store, 2025, 7, 0);

  years = accord_board_list_years (cards, 0);
  g_assert_cmpuint (years->len, ==, 3);
  g_assert_cmpint (g_array_index (years, gint64, 0), ==, 2023);
  g_assert_cmpint (g_array_index (years, gint64, 1), ==, 2026);
  g_assert_cmpint (g_array_index (years, gint64, 2), ==, 2028);

  /* The last one before, whatever is missing between; only then one that came later; another board's do not count. */
  g_assert_cmpint (accord_board_find_other_year (cards, 0, 2026), ==, 2023);
  g_assert_cmpint (accord_board_find_other_year (cards, 0, 2027), ==, 2026);
  g_assert_cmpint (accord_board_find_other_year (cards, 0, 2023), ==, 2026);
  g_assert_cmpint (accord_board_find_other_year (cards, 7, 2025), ==, 0);
  g_assert_cmpint (accord_board_find_other_year (cards, 7, 2024), ==, 2025);
}

static void
test_carried (void)
{
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_CARD);
  GListModel *cards = G_LIST_MODEL (store);
  AccordCard *first = add_card (store, 2024, 0, 0);
  AccordCard *next = add_card (store, 2025, 0, 1);
  AccordCard *last;

  g_assert_true (accord_board_find_carried (cards, first, 2025) == next);
  g_assert_null (accord_board_find_carried (cards, first, 2026));
  g_assert_null (accord_board_find_carried (cards, next, 2025));

  /* Over a year between; not one that somebody put on that board by itself. */
  add_card (store, 2026, 0, 0);
  g_assert_null (accord_board_find_carried (cards, first, 2026));
  last = add_card (store, 2026, 0, 2);
  g_assert_true (accord_board_find_carried (cards, first, 2026) == last);
  g_assert_true (accord_board_find_carried (cards, next, 2026) == last);
}

static void
assert_fate (GPtrArray     *fates,
             guint          index,
             AccordCard    *before,
             AccordCard    *after,
             AccordCardFate fate)
{
  const AccordCardFateOf *of = fates->pdata[index];

  g_assert_true (of->before == before);
  g_assert_true (of->after == after);
  g_assert_cmpint (of->fate, ==, fate);
}

/* Two cards were carried over and say the same: one lies under the other, which is in another quadrant. */
static void
test_compare_merged (void)
{
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_CARD);
  AccordCard *one = add_card (store, 2025, 0, 0);
  AccordCard *two = add_card (store, 2025, 0, 0);
  AccordCard *three = add_card (store, 2025, 0, 0);
  AccordCard *host = add_card (store, 2026, 0, 1);
  AccordCard *under = add_card (store, 2026, 0, 2);
  g_autoptr (GPtrArray) fates = NULL;

  accord_card_set_quadrant (host, ACCORD_QUADRANT_THREAT);
  accord_card_set_merged_into (under, accord_record_get_id (ACCORD_RECORD (host)));
  fates = accord_board_compare (G_LIST_MODEL (store), 0, 2025, 2026);
  g_assert_cmpuint (fates->len, ==, 3);
  assert_fate (fates, 0, one, host, ACCORD_CARD_FATE_MOVED);
  assert_fate (fates, 1, two, host, ACCORD_CARD_FATE_MOVED);
  assert_fate (fates, 2, three, NULL, ACCORD_CARD_FATE_GONE);
}

static void
add_member (GListStore *members,
            GListStore *memberships,
            const char *name,
            gint64      territory,
            AccordDate  left,
            gboolean    erased)
{
  g_autoptr (AccordMember) member = accord_member_new ();
  g_autoptr (AccordMembership) membership = accord_membership_new ();
  const gint64 id = g_list_model_get_n_items (G_LIST_MODEL (members)) + 1;

  accord_record_set_id (ACCORD_RECORD (member), id);
  accord_member_set_name (member, name);
  accord_member_set_left (member, left);
  accord_member_set_erased (member, erased);
  g_list_store_append (members, member);
  if (territory == 0)
    return;
  accord_record_set_id (ACCORD_RECORD (membership), id);
  accord_membership_set_member (membership, id);
  accord_membership_set_territory (membership, territory);
  g_list_store_append (memberships, membership);
}

static void
test_members (void)
{
  g_autoptr (GListStore) members = g_list_store_new (ACCORD_TYPE_MEMBER);
  g_autoptr (GListStore) memberships = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  const AccordDate first = accord_date_new (2026, 1, 1), last = accord_date_new (2026, 12, 31);
  g_autoptr (GPtrArray) team = NULL;
  g_autoptr (GPtrArray) north = NULL;

  add_member (members, memberships, "Zoe", 1, ACCORD_DATE_NONE, FALSE);
  add_member (members, memberships, "Ann", 2, ACCORD_DATE_NONE, FALSE);
  add_member (members, memberships, "Lea", 0, ACCORD_DATE_NONE, FALSE);
  add_member (members, memberships, "Gone", 1, accord_date_new (2025, 12, 31), FALSE);
  add_member (members, memberships, "", 1, ACCORD_DATE_NONE, TRUE);
  add_member (members, memberships, "Bo", 1, accord_date_new (2026, 1, 1), FALSE);

  team = accord_board_list_members (G_LIST_MODEL (members), G_LIST_MODEL (memberships), 0, first, last);
  g_assert_cmpuint (team->len, ==, 4);
  g_assert_cmpstr (accord_member_get_name (team->pdata[0]), ==, "Ann");
  g_assert_cmpstr (accord_member_get_name (team->pdata[1]), ==, "Bo");
  g_assert_cmpstr (accord_member_get_name (team->pdata[2]), ==, "Lea");
  g_assert_cmpstr (accord_member_get_name (team->pdata[3]), ==, "Zoe");

  north = accord_board_list_members (G_LIST_MODEL (members), G_LIST_MODEL (memberships), 1, first, last);
  g_assert_cmpuint (north->len, ==, 2);
  g_assert_cmpstr (accord_member_get_name (north->pdata[0]), ==, "Bo");
  g_assert_cmpstr (accord_member_get_name (north->pdata[1]), ==, "Zoe");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/board-years/years", test_years);
  g_test_add_func ("/board-years/carried", test_carried);
  g_test_add_func ("/board-years/compare-merged", test_compare_merged);
  g_test_add_func ("/board-years/members", test_members);

  return g_test_run ();
}
