/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-membership-query.h"

#include "accord-rate.h"

#define MEMBER 7

static AccordMembership *
membership_add (GListStore *list,
                gint64      territory,
                AccordDate  starts,
                AccordDate  ends)
{
  g_autoptr (AccordMembership) membership = accord_membership_new ();

  accord_record_set_id (ACCORD_RECORD (membership), g_list_model_get_n_items (G_LIST_MODEL (list)) + 1);
  accord_membership_set_member (membership, MEMBER);
  accord_membership_set_territory (membership, territory);
  accord_membership_set_starts (membership, starts);
  accord_membership_set_ends (membership, ends);
  g_list_store_append (list, membership);

  return membership;
}

static gint64
territory_on (GListStore *list,
              AccordDate  day)
{
  AccordMembership *found = accord_membership_find (G_LIST_MODEL (list), MEMBER, day);

  return found != NULL ? accord_membership_get_territory (found) : 0;
}

static void
test_find (void)
{
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);

  membership_add (list, 1, ACCORD_DATE_NONE, accord_date_new (2026, 3, 31));
  membership_add (list, 2, accord_date_new (2026, 4, 1), ACCORD_DATE_NONE);

  g_assert_cmpint (territory_on (list, accord_date_new (2001, 1, 1)), ==, 1);
  g_assert_cmpint (territory_on (list, accord_date_new (2026, 3, 31)), ==, 1);
  g_assert_cmpint (territory_on (list, accord_date_new (2026, 4, 1)), ==, 2);
  g_assert_null (accord_membership_find (G_LIST_MODEL (list), MEMBER + 1, accord_date_new (2026, 4, 1)));
}

/* North until the end of March, South from May on with a detour in July, all of it in a list out of order. */
static void
test_find_in (void)
{
  enum { NORTH = 1, SOUTH, DETOUR };
  const struct
  {
    int first_month, first_day, last_month, last_day;
    gint64 territory;
  } cases[] = {
    { 1, 1, 3, 31, NORTH },
    { 3, 31, 4, 30, NORTH },  /* touched on the first day alone */
    { 4, 1, 4, 30, 0 },       /* between the two */
    { 4, 1, 5, 1, SOUTH },    /* touched on the last day alone */
    { 1, 1, 12, 31, DETOUR }, /* of all that touch the one that starts last, not the last in the list */
    { 5, 1, 7, 9, SOUTH },
    { 5, 1, 7, 10, DETOUR },
    { 7, 20, 9, 30, DETOUR },
    { 7, 21, 9, 30, SOUTH },
  };
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  AccordMembership *other;

  membership_add (list, DETOUR, accord_date_new (2026, 7, 10), accord_date_new (2026, 7, 20));
  membership_add (list, SOUTH, accord_date_new (2026, 5, 1), ACCORD_DATE_NONE);
  membership_add (list, NORTH, ACCORD_DATE_NONE, accord_date_new (2026, 3, 31));
  other = membership_add (list, 99, accord_date_new (2026, 8, 1), ACCORD_DATE_NONE);
  accord_membership_set_member (other, MEMBER + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordMembership *found
        = accord_membership_find_in (G_LIST_MODEL (list), MEMBER,
                                     accord_date_new (2026, cases[i].first_month, cases[i].first_day),
                                     accord_date_new (2026, cases[i].last_month, cases[i].last_day));

      g_assert_cmpint (found != NULL ? accord_membership_get_territory (found) : 0, ==, cases[i].territory);
    }
}

/* Whatever the list: the table has what looking for each member finds. */
static void
test_index_in (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260401);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
      const AccordDate first = accord_date_new (2026, 1, 1) + g_rand_int_range (rand, 0, 60);
      const AccordDate last = first + g_rand_int_range (rand, 0, 30);
      g_autoptr (GHashTable) index = NULL;
      guint n_found = 0;

      for (int i = g_rand_int_range (rand, 0, 30); i > 0; i--)
        {
          const AccordDate starts = accord_date_new (2025, 12, 1) + g_rand_int_range (rand, 0, 120);
          AccordMembership *membership
            = membership_add (list, i, g_rand_int_range (rand, 0, 5) == 0 ? ACCORD_DATE_NONE : starts,
                              g_rand_int_range (rand, 0, 3) == 0 ? ACCORD_DATE_NONE : starts + g_rand_int_range (rand, 0, 40));

          accord_membership_set_member (membership, g_rand_int_range (rand, 1, 6));
        }
      index = accord_membership_index_in (G_LIST_MODEL (list), first, last);
      for (gint64 member = 1; member < 6; member++)
        {
          AccordMembership *found = accord_membership_find_in (G_LIST_MODEL (list), member, first, last);

          g_assert_true (g_hash_table_lookup (index, &member) == found);
          n_found += found != NULL;
        }
      g_assert_cmpuint (g_hash_table_size (index), ==, n_found);
    }
}

static void
test_last_day (void)
{
  const AccordDate first = accord_date_new (2026, 10, 1);
  const AccordDate last = accord_date_new (2026, 12, 31);
  const struct
  {
    AccordDate as_of, wanted;
  } cases[] = {
    { first - 1, last }, { first, first }, { first + 40, first + 40 }, { last, last }, { last + 1, last },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (accord_membership_get_last_day (first, last, cases[i].as_of), ==, cases[i].wanted);
}

static void
apply (GListStore *list,
       GPtrArray  *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      AccordRecord *draft = g_ptr_array_index (drafts, i);

      if (accord_record_get_id (draft) == 0)
        {
          accord_record_set_id (draft, g_list_model_get_n_items (G_LIST_MODEL (list)) + 1);
          g_list_store_append (list, draft);
        }
      else
        {
          g_autoptr (AccordRecord) live = g_list_model_get_item (G_LIST_MODEL (list), (guint) accord_record_get_id (draft) - 1);

          accord_record_assign (live, draft);
        }
    }
}

/* After a move every day before it is as it was, and every day from it on is in the new territory. */
static void
test_move (void)
{
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  const AccordDate day = accord_date_new (2026, 7, 1);
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) corrected = NULL;

  membership_add (list, 1, ACCORD_DATE_NONE, ACCORD_DATE_NONE);
  moved = accord_membership_move (G_LIST_MODEL (list), MEMBER, 2, 0, day);
  g_assert_cmpuint (moved->len, ==, 2);
  apply (list, moved);
  g_assert_cmpint (territory_on (list, day - 1), ==, 1);
  g_assert_cmpint (territory_on (list, day), ==, 2);

  again = accord_membership_move (G_LIST_MODEL (list), MEMBER, 2, 0, day + 30);
  g_assert_cmpuint (again->len, ==, 0);

  corrected = accord_membership_move (G_LIST_MODEL (list), MEMBER, 3, 0, day);
  g_assert_cmpuint (corrected->len, ==, 1);
  apply (list, corrected);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_cmpint (territory_on (list, day), ==, 3);
  g_assert_cmpint (territory_on (list, day - 1), ==, 1);
}

static gint64
share_on (GListStore *list,
          AccordDate  day)
{
  return accord_membership_get_share (accord_membership_find (G_LIST_MODEL (list), MEMBER, day));
}

/* Part time from a day on leaves what was before as it was, and a later move keeps it. */
static void
test_change_share (void)
{
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  const AccordDate day = accord_date_new (2026, 7, 1);
  g_autoptr (GPtrArray) part_time = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) moved = NULL;

  membership_add (list, 1, ACCORD_DATE_NONE, ACCORD_DATE_NONE);
  part_time = accord_membership_change (G_LIST_MODEL (list), MEMBER, 1, 0, ACCORD_RATE_ONE / 2, day);
  g_assert_cmpuint (part_time->len, ==, 2);
  apply (list, part_time);
  g_assert_cmpint (share_on (list, day - 1), ==, ACCORD_UNKNOWN);
  g_assert_cmpint (share_on (list, day), ==, ACCORD_RATE_ONE / 2);
  g_assert_cmpint (territory_on (list, day), ==, 1);

  again = accord_membership_change (G_LIST_MODEL (list), MEMBER, 1, 0, ACCORD_RATE_ONE / 2, day + 9);
  g_assert_cmpuint (again->len, ==, 0);
  moved = accord_membership_move (G_LIST_MODEL (list), MEMBER, 2, 0, day + 30);
  apply (list, moved);
  g_assert_cmpint (territory_on (list, day + 30), ==, 2);
  g_assert_cmpint (share_on (list, day + 30), ==, ACCORD_RATE_ONE / 2);
}

/* A day that was wrong is put right on both sides of it; one that is taken out leaves no gap. */
static void
test_correct (void)
{
  g_autoptr (GListStore) list = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
  const AccordDate may = accord_date_new (2026, 5, 1);
  const AccordDate july = accord_date_new (2026, 7, 1);
  g_autoptr (AccordMembership) draft = NULL;
  g_autoptr (GPtrArray) corrected = NULL;
  g_autoptr (GPtrArray) withdrawn = NULL;
  AccordMembership *middle;

  membership_add (list, 1, ACCORD_DATE_NONE, may - 1);
  middle = membership_add (list, 2, may, july - 1);
  membership_add (list, 3, july, ACCORD_DATE_NONE);

  draft = accord_record_copy (middle);
  accord_membership_set_starts (draft, may + 10);
  accord_membership_set_ends (draft, july + 4);
  corrected = accord_membership_correct (G_LIST_MODEL (list), draft);
  g_assert_cmpuint (corrected->len, ==, 3);
  apply (list, corrected);
  g_assert_cmpint (territory_on (list, may + 9), ==, 1);
  g_assert_cmpint (territory_on (list, may + 10), ==, 2);
  g_assert_cmpint (territory_on (list, july + 4), ==, 2);
  g_assert_cmpint (territory_on (list, july + 5), ==, 3);

  withdrawn = accord_membership_withdraw (G_LIST_MODEL (list), middle);
  g_assert_cmpuint (withdrawn->len, ==, 1);
  apply (list, withdrawn);
  g_list_store_remove (list, 1);
  g_assert_cmpint (territory_on (list, july + 4), ==, 1);
  g_assert_cmpint (territory_on (list, july + 5), ==, 3);
}

static void
test_present (void)
{
  g_autoptr (AccordMember) member = accord_member_new ();
  const AccordDate first = accord_date_new (2026, 1, 1);
  const AccordDate last = accord_date_new (2026, 3, 31);

  g_assert_true (accord_member_is_present (member, first, last));
  accord_member_set_started (member, last);
  g_assert_true (accord_member_is_present (member, first, last));
  accord_member_set_started (member, last + 1);
  g_assert_false (accord_member_is_present (member, first, last));
  accord_member_set_started (member, ACCORD_DATE_NONE);
  accord_member_set_left (member, first);
  g_assert_true (accord_member_is_present (member, first, last));
  accord_member_set_left (member, first - 1);
  g_assert_false (accord_member_is_present (member, first, last));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/membership/find", test_find);
  g_test_add_func ("/membership/find-in", test_find_in);
  g_test_add_func ("/membership/index-in", test_index_in);
  g_test_add_func ("/membership/last-day", test_last_day);
  g_test_add_func ("/membership/move", test_move);
  g_test_add_func ("/membership/change-share", test_change_share);
  g_test_add_func ("/membership/correct", test_correct);
  g_test_add_func ("/membership/present", test_present);

  return g_test_run ();
}
